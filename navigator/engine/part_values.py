"""What somebody typed for a field of a part, as it is kept. One place for flags, menus and files of answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from navigator.domain.errors import BadInput
from navigator.domain.question import Choice, Question
from navigator.engine.part_table import Field, PartKind
from navigator.engine.partial_dates import ending, partial
from navigator.engine.typed_words import word_of
from navigator.engine.validate import clean_line, pick, shown
from navigator.i18n import _

MOST_TEXT = 200
MOST_LONG = 1_000
MOST_LINE = 400
MOST_LINES = 40

NOTHING = {"", "-", "none", "nothing"}
"""What takes a value away again."""

Given = Mapping[str, str | Sequence[str]]
"""Values as they were typed, by the name of their field or its name on the command line."""

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
_WEB = re.compile(r"(?:https?://)?[^\s/.]+(?:\.[^\s/.]+)+(?:/\S*)?", re.IGNORECASE)


def values(part: PartKind, given: Given) -> dict[str, Any]:
    """The values as they are kept, by field. Raises BadInput for what cannot be, and for a field that is not there."""
    found: dict[str, Any] = {}
    for name, typed in given.items():
        field = part.field(name)
        if field is None:
            flags = ", ".join(f"--{f.option}" for f in part.fields)
            raise BadInput(
                _("{part} has nothing called {name}. It has: {flags}.").format(
                    part=_(part.name), name=name, flags=flags
                )
            )
        found[field.name] = value(field, typed)
    return found


def value(field: Field, typed: str | Sequence[str]) -> Any:
    """One value as it is kept. Raises BadInput."""
    if field.kind == "lines":
        return _lines(typed)
    text = typed if isinstance(typed, str) else "; ".join(typed)
    if field.kind == "one":
        return _choice(field, text)
    if _nothing(text):
        return ""
    return _CHECKS[field.kind](text)


def _choice(field: Field, text: str) -> Any:
    choices = tuple(Choice(id=c.id, text=_(c.text)) for c in field.choices)
    if _nothing(text) and not any(c.id == word_of(clean_line(text)) for c in choices):
        return None
    found = pick(Question(id=f"--{field.option}", kind="one", section="record", prompt="", choices=choices), text)
    return found == "yes" if {c.id for c in choices} == {"yes", "no"} else found


def _nothing(text: str) -> bool:
    return word_of(clean_line(text)) in NOTHING


def _lines(typed: str | Sequence[str]) -> tuple[str, ...]:
    pieces = [typed] if isinstance(typed, str) else typed
    lines = [clean_line(line) for piece in pieces for line in re.split(r"[;\n]", piece)]
    found = tuple(dict.fromkeys(line for line in lines if not _nothing(line)))
    longest = max(map(len, found), default=0)
    if longest > MOST_LINE or len(found) > MOST_LINES:
        raise BadInput(
            _("Please keep it to {lines} lines of at most {letters} letters each.").format(
                lines=MOST_LINES, letters=MOST_LINE
            )
        )
    return found


def _at_most(most: int) -> Callable[[str], str]:
    def check(text: str) -> str:
        clean = clean_line(text)
        if len(clean) > most:
            raise BadInput(
                _("That is {count} characters. Please keep it under {most}.").format(count=len(clean), most=most)
            )
        return clean

    return check


def _email(text: str) -> str:
    clean = _at_most(MOST_TEXT)(text)
    if not _EMAIL.fullmatch(clean):
        raise BadInput(_("{text} is not an email address. Write it like ana@example.org.").format(text=shown(text)))
    return clean


def _phone(text: str) -> str:
    clean = _at_most(40)(text)
    if sum(c.isdigit() for c in clean) < 7 or not re.fullmatch(r"[\d\s()+./x#ext-]+", clean, re.IGNORECASE):
        raise BadInput(_("{text} is not a phone number. Write it like 555-010-0123.").format(text=shown(text)))
    return clean


def _web(text: str) -> str:
    clean = _at_most(MOST_TEXT * 2)(text)
    if not _WEB.fullmatch(clean):
        raise BadInput(
            _("{text} is not the address of a web page. Write it like example.org/ana.").format(text=shown(text))
        )
    return clean


_CHECKS: dict[str, Callable[[str], str]] = {
    "text": _at_most(MOST_TEXT),
    "long": _at_most(MOST_LONG),
    "date": partial,
    "end": ending,
    "email": _email,
    "phone": _phone,
    "web": _web,
}


def typed_of(field: Field, kept: Any) -> str | None:
    """A kept value as it would be typed again; None where there is none."""
    if isinstance(kept, bool):
        return "yes" if kept else "no"
    if isinstance(kept, tuple):
        return "; ".join(kept) or None
    return kept or None
