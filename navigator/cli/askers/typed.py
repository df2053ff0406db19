"""What somebody typed, as an answer: numbers, first letters and names stand for choices."""

from __future__ import annotations

import re

from navigator.domain.errors import BadInput, NearMiss
from navigator.domain.question import Answer, Choice, Question
from navigator.engine.towns import folded
from navigator.engine.typed_words import plain, word_of
from navigator.engine.validate import checked, clean_line, meant, near, shown, state_named
from navigator.i18n import _, both

NOTHING = frozenset({"none", "nothing", "no", "0"})

LONG_LIST = 30
"""A list to pick one from that is longer than this is typed into, not read out: the states."""

_KEYS = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Za-z]|.)?")
_SPAN = re.compile(r"(\d+)\s*(?:-|–|to|al?)\s*(\d+)")


def line_of_keys(typed: str) -> str:
    """A typed line without the marks that arrow and other keys leave on a plain line."""
    return clean_line(_KEYS.sub("", typed))


def answer_of(question: Question, typed: str) -> Answer:
    """What was typed, as an answer; None for an empty line. Raises BadInput."""
    if not typed:
        return None
    if not question.choices:
        return checked(question, typed)
    if question.kind == "many":
        return _several(question, typed)
    return checked(question, _choice(question, typed))


def _several(question: Question, typed: str) -> Answer:
    """`1,4,7`, `1 4 7`, `1-3 and 7`, or first letters with commas between them."""
    if word_of(typed) in NOTHING:
        return ()
    if word_of(typed) == "all" and question.most is None:
        return tuple(c.id for c in question.choices)
    spelled = _SPAN.sub(lambda m: ",".join(str(n) for n in range(int(m[1]), min(int(m[2]), int(m[1]) + 99) + 1)), typed)
    parts = [
        p for p in re.split(r"[,;&]\s*|\s+(?:(?:and|y)\s+)?(?=\d+\b)|\s+(?:and|y)\s+(?=\d)", spelled) if p.strip(" .")
    ]
    picked = tuple(dict.fromkeys(_choice(question, part) for part in parts))
    if question.most is not None and len(picked) > question.most:
        raise BadInput(_("Pick at most {most}; these are {count}.").format(most=question.most, count=len(picked)))
    return checked(question, list(picked))


def _choice(question: Question, typed: str) -> str:
    """A number typed is the line's number, even where an id is a number too."""
    text = plain(typed.strip().rstrip("."))
    numbered = question.kind == "many" or len(question.choices) <= LONG_LIST
    if text.isdecimal() and numbered:
        if 1 <= int(text) <= len(question.choices):
            return question.choices[int(text) - 1].id
        raise BadInput(
            _("There is no number {number} here. Type a number from 1 to {last}.").format(
                number=int(text), last=len(question.choices)
            )
        )
    if question.towns and (inside := _city_of(question, typed)):
        return inside
    exact = [c for c in question.choices if text in (*_names(c), c.id.casefold())]
    starting = exact or [c for c in question.choices if text and any(name.startswith(text) for name in _names(c))]
    if not starting:
        likely = near(question.choices, text)
        if len(likely) == 1 and not numbered:
            said = _("{typed} is not in the list. Did you mean {name}? Press Enter for yes, or type it again.")
            raise NearMiss(said.format(typed=shown(typed), name=likely[0].text), likely[0].id)
        wrong = (
            _("{typed} is not in the list. Type a number from the list.")
            if numbered
            else _("{typed} is not in the list. Type its name or its two letters.")
        )
        skip = (
            _("Or type skip.") if "." in question.id or not numbered else ""
        )  # no question of the walk must be answered
        raise BadInput(" ".join(filter(None, (wrong.format(typed=shown(typed)), meant(question.choices, text), skip))))
    if len(starting) > 1:
        some = _(" or ").join(c.text for c in starting[:3])
        raise BadInput(_("{typed} could be {some}. Type a little more.").format(typed=shown(typed), some=some))
    return starting[0].id


def _city_of(question: Question, typed: str) -> str:
    """The state that a longer text names. Raises NearMiss for a city alone, and BadInput for one that states share."""
    state = state_named(question, typed)
    if state and folded(typed) in question.towns:
        name = next(c.text for c in question.choices if c.id == state)
        said = _("We read {typed} as {state}. Press Enter if that is right, or type your state.")
        raise NearMiss(said.format(typed=shown(typed), state=name), state)
    return state


def _names(choice: Choice) -> list[str]:
    """What a choice is called in the languages of the run, ready to compare."""
    return [plain(text) for text in both(choice.text)]
