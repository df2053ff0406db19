"""What somebody typed, as an answer: numbers, first letters and names stand for choices."""

from __future__ import annotations

import re

from navigator.domain.errors import BadInput
from navigator.domain.question import Answer, Question
from navigator.engine.validate import checked, clean_line, shown

LONG_LIST = 30
"""A list to pick one from that is longer than this is typed into, not read out: the states."""

NOTHING = {"none", "nothing", "no", "0"}

_KEYS = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Za-z]|.)?")
_SPAN = re.compile(r"(\d+)\s*(?:-|–|to)\s*(\d+)")


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
    if typed.casefold() in NOTHING:
        return ()
    if typed.casefold() == "all" and question.most is None:
        return tuple(c.id for c in question.choices)
    spelled = _SPAN.sub(lambda m: ",".join(str(n) for n in range(int(m[1]), min(int(m[2]), int(m[1]) + 99) + 1)), typed)
    parts = [p for p in re.split(r"[,;&]\s*|\s+(?:and\s+)?(?=\d+\b)|\s+and\s+(?=\d)", spelled) if p.strip(" .")]
    picked = tuple(dict.fromkeys(_choice(question, part) for part in parts))
    if question.most is not None and len(picked) > question.most:
        raise BadInput(f"Pick at most {question.most}; these are {len(picked)}.")
    return checked(question, list(picked))


def _choice(question: Question, typed: str) -> str:
    """A number typed is the line's number, even where an id is a number too."""
    text = typed.strip().rstrip(".").casefold()
    numbered = question.kind == "many" or len(question.choices) <= LONG_LIST
    if text.isdecimal() and numbered:
        if 1 <= int(text) <= len(question.choices):
            return question.choices[int(text) - 1].id
        raise BadInput(f"There is no number {int(text)} here. Type a number from 1 to {len(question.choices)}.")
    exact = [c for c in question.choices if text in (c.text.casefold(), c.id.casefold())]
    starting = exact or [c for c in question.choices if text and c.text.casefold().startswith(text)]
    if not starting:
        hint = "Type a number from the list." if numbered else "Type its name or its two letters."
        raise BadInput(f"{shown(typed)} is not in the list. {hint}")
    if len(starting) > 1:
        raise BadInput(f"{shown(typed)} could be {' or '.join(c.text for c in starting[:3])}. Type a little more.")
    return starting[0].id
