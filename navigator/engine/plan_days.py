"""Days of a plan as people say them: `Friday`, `in two weeks`, `Dec 1`, `el viernes`, and as a calendar writes them."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from navigator.domain.errors import BadInput
from navigator.engine.partial_dates import months_later, partial
from navigator.engine.typed_words import plain
from navigator.engine.validate import clean_line, shown
from navigator.i18n import _

FIRST_YEAR, LAST_YEAR = 2000, 2100
WEEK = 7

_BEFORE = re.compile(r"(?:(?:by|on|until|due|para|hasta|antes del?) )?(?:(?:el|the) (?=\d))?")
_NEAR = {
    "today": 0, "hoy": 0, "tomorrow": 1, "manana": 1, "day after tomorrow": 2, "the day after tomorrow": 2,
    "pasado manana": 2, "yesterday": -1, "ayer": -1, "next week": WEEK, "la proxima semana": WEEK,
    "la semana que viene": WEEK, "la semana proxima": WEEK, "proxima semana": WEEK,
}  # fmt: skip
"""Days from today. A next week without its day is a week from today."""
_NEXT_MONTH = {"next month", "el proximo mes", "el mes que viene", "proximo mes"}
_COUNTS = {
    word: number
    for number, words in enumerate(
        (
            "a an one un una", "two dos", "three tres", "four cuatro", "five cinco", "six seis", "seven siete",
            "eight ocho", "nine nueve", "ten diez", "eleven once", "twelve doce",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_UNITS = {"day": 1, "dia": 1, "week": WEEK, "semana": WEEK}
_SPAN = re.compile(
    rf"(?:in |en |dentro de )?(\d{{1,3}}|{'|'.join(_COUNTS)}) (day|week|month|dia|semana|mes)(?:e?s)?"
    r"(?: from (?:now|today)| a partir de hoy)?"
)
_WEEKDAYS = (
    ("monday", "mon", "lunes"), ("tuesday", "tue", "tues", "martes"), ("wednesday", "wed", "miercoles"),
    ("thursday", "thu", "thur", "thurs", "jueves"), ("friday", "fri", "viernes"), ("saturday", "sat", "sabado"),
    ("sunday", "sun", "domingo"),
)  # fmt: skip
_NUMBER = {word: number for number, words in enumerate(_WEEKDAYS) for word in words}
_NAMES = "|".join(sorted(_NUMBER, key=len, reverse=True))
_WEEKDAY = re.compile(
    rf"(?:the |el |este |this |coming )*"
    rf"(?P<which>next |proximo |last |pasado )?(?P<day>{_NAMES})\.?(?P<after> next week| que viene| proximo| pasado)?"
)
_COMING = {"next", "proximo", "next week", "que viene"}
_GONE = {"last", "pasado"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The day that was understood, and the other one that the same words can mean."""

    day: date
    other: date | None = None


def meant(text: str, today: date, *, past: bool = False) -> Meant:
    """The day that somebody says. Of two that the words can mean it is the later one. Raises BadInput.

    ``past``: it is about what has happened, so `Friday` is the last one, not the next.
    """
    said = _BEFORE.sub("", plain(clean_line(text)), count=1)
    found = _near(said, today) or _weekday(said, today, past) or _written(said) or _without_year(said, today, past)
    if found is None:
        raise BadInput(
            _("{text} is not a day in the calendar. Write it like 2026-12-01, Dec 1, Friday or 'in 2 weeks'.").format(
                text=shown(text)
            )
        )
    if not FIRST_YEAR <= found.day.year <= LAST_YEAR:
        raise BadInput(
            _("{text} is too far away to plan for. Write a day between {first} and {last}.").format(
                text=shown(text), first=FIRST_YEAR, last=LAST_YEAR
            )
        )
    return found


def day(text: str, today: date, *, past: bool = False) -> date:
    """The day alone. Raises BadInput."""
    return meant(text, today, past=past).day


def written_day(text: str) -> date | None:
    """A day with its year, as a calendar writes it: ``2026-12-01``, ``12/1/2026``, ``1 de diciembre de 2026``."""
    with suppress(ValueError):
        return date.fromisoformat(text)
    try:
        whole = partial(text)
    except BadInput:
        return None
    return date.fromisoformat(whole) if len(whole) == len("2026-12-01") else None


def _written(text: str) -> Meant | None:
    found = written_day(text)
    return Meant(day=found) if found else None


def _near(said: str, today: date) -> Meant | None:
    if said in _NEAR:
        return Meant(day=today + timedelta(days=_NEAR[said]))
    if said in _NEXT_MONTH:
        return Meant(day=months_later(today, 1))
    found = _SPAN.fullmatch(said)
    if found is None:
        return None
    count, unit = _COUNTS.get(found[1]) or int(found[1]), found[2]
    return Meant(day=months_later(today, count) if unit not in _UNITS else today + timedelta(days=count * _UNITS[unit]))


def _weekday(said: str, today: date, past: bool) -> Meant | None:
    found = _WEEKDAY.fullmatch(said)
    if found is None:
        return None
    number, asked = _NUMBER[found["day"]], {(found["which"] or "").strip(), (found["after"] or "").strip()}
    ahead = (number - today.weekday()) % WEEK
    if asked & _GONE:
        return Meant(day=today - timedelta(days=(WEEK - ahead) % WEEK or WEEK))
    if past:
        return Meant(day=today - timedelta(days=(WEEK - ahead) % WEEK))
    return _later(today, ahead, _days_to_next(today, number) if asked & _COMING else ahead or WEEK)


def _later(today: date, first: int, taken: int) -> Meant:
    """The day taken, and the nearer one of the same name where it is another."""
    return Meant(day=today + timedelta(days=taken), other=today + timedelta(days=first) if first != taken else None)


def _days_to_next(today: date, number: int) -> int:
    """Days to a weekday of next week. Some begin a week on Sunday, some on Monday: the later of both."""
    to_monday = WEEK - today.weekday()
    to_sunday = WEEK - (today.weekday() + 1) % WEEK
    return max(to_monday + number, to_sunday + (number + 1) % WEEK)


def _without_year(said: str, today: date, past: bool) -> Meant | None:
    """`Dec 1` or `1 de diciembre`: the next such day, or the last one where it is about the past."""
    if re.search(r"\d{4}", said):
        return None
    ending = "/{year}" if re.fullmatch(r"\d{1,2}/\d{1,2}", said) else " {year}"
    near = [written_day(said + ending.format(year=today.year + years)) for years in range(-4, 9)]
    days = [d for d in near if d is not None]
    if past:
        return next((Meant(day=d) for d in reversed(days) if d <= today), None)
    return next((Meant(day=d) for d in days if d >= today), None)
