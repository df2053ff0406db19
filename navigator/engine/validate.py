"""Check an answer against its question. One place for all askers: menus, numbered lines, scripts and files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from navigator.domain.errors import BadInput
from navigator.domain.question import Answer, Choice, Question
from navigator.domain.record import Money

MOST_CHARACTERS = 200
HIGHEST_HOURLY = 1_000
HIGHEST_YEARLY = 2_000_000
LOWEST_YEARLY = 1_000
"""Between an hour's and a year's pay lies a gap: 15 is by the hour, 31000 by the year, and 500 needs the word."""

_MONEY = re.compile(
    r"\s*\$?\s*(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<k>k)?\s*"
    r"(?:(?:an?|per|/|the|by the)?\s*(?P<per>hours?|hr|h|hourly|years?|yr|y|yearly|annual(?:ly)?))?\s*\.?\s*",
    re.IGNORECASE,
)


def money_of(text: str) -> Money:
    """An amount such as `15`, `$15.50 an hour`, `31,000 a year` or `40k`. Raises BadInput."""
    found = _MONEY.fullmatch(text)
    if found is None:
        raise BadInput(f"{shown(text)} is not an amount we can read. Write it like 15 an hour, or 31000 a year.")
    amount = float(found["amount"].replace(",", "")) * (1000 if found["k"] else 1)
    per = (found["per"] or "").lower()[:1]
    if not per:
        per = "h" if amount < HIGHEST_HOURLY / 2 else "y"
    if per == "h" and 0 < amount <= HIGHEST_HOURLY:
        return Money(amount=amount, per="hour")
    if per in "ya" and LOWEST_YEARLY <= amount <= HIGHEST_YEARLY:
        return Money(amount=amount, per="year")
    raise BadInput(
        f"{shown(text)} does not look like pay for an hour or a year. Write it like 15 an hour, or 31000 a year."
    )


def shown(text: object, most: int = 60) -> str:
    """Somebody's text for a message: quoted, short, and without control characters."""
    clean = clean_line(str(text))
    return repr(clean if len(clean) <= most else clean[: most - 1] + "…")


def clean_line(text: str) -> str:
    """One line of plain text: control and direction characters and half characters dropped, spaces folded."""
    if text.isprintable():
        return " ".join(text.split())
    kept = "".join(
        " " if c.isspace() else c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs") or c.isspace()
    )
    return " ".join(kept.split())


def checked(question: Question, given: object) -> Answer:
    """The answer as it is kept, or None for skipped. Raises BadInput with what would be right."""
    if given in (None, "", []):
        return () if question.kind == "many" and given is not None else None
    if question.kind in ("text", "title"):
        return _text(question, given)
    if question.kind == "money":
        money_of(str(given))
        return clean_line(str(given))
    if question.kind == "one":
        if isinstance(given, list | tuple | dict):
            raise BadInput(f"{question.id}: pick one, not a list.")
        return pick(question, given)
    items: Sequence[object] = given if isinstance(given, list | tuple) else str(given).split(",")
    picked = tuple(dict.fromkeys(pick(question, item) for item in items))
    if question.most is not None and len(picked) > question.most:
        raise BadInput(f"{question.id}: pick at most {question.most}; these are {len(picked)}.")
    order = [c.id for c in question.choices]
    return tuple(sorted(picked, key=order.index))


def _text(question: Question, given: object) -> str | None:
    if isinstance(given, list | tuple | dict):
        raise BadInput(f"{question.id}: one line of text, please, not a list.")
    if isinstance(given, bool):  # YAML reads yes, no, on and off so; what stood there is not known any more
        raise BadInput(f'{question.id}: put the text in quotes, such as "yes".')
    text = clean_line(str(given))
    if len(text) > MOST_CHARACTERS:
        raise BadInput(f"That is {len(text)} characters. Please keep it under {MOST_CHARACTERS}.")
    return text or None


def pick(question: Question, given: object) -> str:
    """The id of the choice that somebody means: by id, by its text, or by the first letters that only it has."""
    if isinstance(given, bool):  # YAML reads yes and no as true and false
        given = "yes" if given else "no"
    wanted = clean_line(str(given)).casefold()
    for choice in question.choices:
        if wanted in (choice.id.casefold(), choice.text.casefold()):
            return choice.id
    starting = [c for c in question.choices if wanted and c.text.casefold().startswith(wanted)]
    if len(starting) == 1:
        return starting[0].id
    if re.fullmatch(r"job\.\d\.occupation", question.id) and re.fullmatch(r"\d\d-\d{4}\.\d\d", wanted):
        return wanted
    raise BadInput(f"{question.id}: {shown(given)} is not one of the choices. {_some(question.choices)}")


def _some(choices: Sequence[Choice], most: int = 6) -> str:
    names = ", ".join(c.id if len(c.id) > 1 and not c.id[0].isdigit() else f"{c.id} ({c.text})" for c in choices[:most])
    return (
        f"Choices: {names}, ... ('navigator questions' lists all {len(choices)})."
        if len(choices) > most
        else f"Choices: {names}."
    )
