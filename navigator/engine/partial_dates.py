"""Dates as precise as somebody knows them: a year, a month of a year, or a day. Kept as 2019, 2019-03 or 2019-03-14."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from navigator.domain.errors import BadInput
from navigator.domain.record import GOES_ON
from navigator.engine.typed_words import word_of
from navigator.engine.validate import clean_line, shown
from navigator.i18n import N_, _

FIRST_YEAR, LAST_YEAR = 1900, 2100

AFTER_ALL = "9999-12-31"

CLEAR = {"", "-", "none", "nothing", "no", "now", "present", "today", "never"}
"""Words that leave a date open; those of another language stand for them."""

NOW = {"now", "present", "today", "current", "still", "presente", "actual"}
"""Words for an end that has not come: what began then goes on."""

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip

_NAMED = {
    name: number
    for number, names in enumerate(
        ("jan ene", "feb", "mar", "apr abr", "may", "jun", "jul", "aug ago", "sep", "oct", "nov", "dec dic"), start=1
    )
    for name in names.split()
}
"""The first three letters of a month, English or Spanish."""

_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>\d{4})",
        r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?",
        r"(?P<m>\d{1,2})[-/.](?P<y>\d{4})",
        r"(?P<m>\d{1,2})[-/.](?P<d>\d{1,2})[-/.](?P<y>\d{4})",
        r"(?P<name>[a-z]{3,10})\.?,? (?:(?P<d>\d{1,2})(?:st|nd|rd|th)?,? )?(?:de |of )?(?P<y>\d{4})",
        r"(?:(?P<d>\d{1,2}) )?(?:de )?(?P<name>[a-z]{3,10})\.?,? (?:de )?(?P<y>\d{4})",
    )
)


def partial(text: str) -> str:
    """A date such as ``2019``, ``3/2019``, ``Mar 2019`` or ``March 14, 2019``, as it is kept; empty for an open one. Raises BadInput."""
    wanted = clean_line(text)
    if word_of(wanted) in CLEAR:
        return ""
    found = next((m for form in _FORMS if (m := form.fullmatch(wanted.lower()))), None)
    parts = _parts(found) if found else None
    if parts is None:
        raise BadInput(
            _(
                "{text} is not a date in the calendar. Write a year (2019), a month (3/2019 or Mar 2019) or a day (2019-03-14)."
            ).format(text=shown(text))
        )
    year, month, day = parts
    return "-".join([f"{year:04}", *(f"{n:02}" for n in (month, day) if n)])


def months_later(day: date, months: int) -> date:
    """The same day some months on; the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def ending(text: str) -> str:
    """A date as :func:`partial` reads it, or that it goes on (``now``, ``present``). Raises BadInput."""
    return GOES_ON if word_of(clean_line(text)) in NOW else partial(text)


def _parts(found: re.Match[str]) -> tuple[int, int, int] | None:
    """Year, month and day, 0 for what was not said; None for what no calendar has."""
    groups = {"m": None, "d": None, "name": None} | found.groupdict()
    month = _NAMED.get(groups["name"][:3], 13) if groups["name"] else int(groups["m"] or 0)
    year, day = int(groups["y"] or 0), int(groups["d"] or 0)
    named = groups["name"] or groups["m"]
    if not FIRST_YEAR <= year <= LAST_YEAR or (named and not 1 <= month <= 12) or (groups["d"] and not day):
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return year, month, day


def first_day(kept: str) -> str:
    """The first day that a date can mean, to compare by; empty for an open one."""
    if kept == GOES_ON:
        return AFTER_ALL
    return f"{kept}-01-01"[:10] if len(kept) == 4 else f"{kept}-01"[:10] if len(kept) == 7 else kept


def last_day(kept: str) -> str:
    """The last day that a date can mean, to compare by; empty for an open one, after all others for what goes on."""
    if kept == GOES_ON:
        return AFTER_ALL
    return f"{kept}-12-31" if len(kept) == 4 else f"{kept}-31" if len(kept) == 7 else kept


def before(one: str, other: str) -> bool:
    """Whether one date is surely before another: both are known, and no reading of them makes it untrue."""
    return bool(one and other) and last_day(one) < first_day(other)


def said(kept: str) -> str:
    """A date in words: ``2019``, ``March 2019``, ``March 14, 2019`` or ``now``; what is no date of ours as it stands."""
    if kept == GOES_ON:
        return _("now")
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", kept)
    if found is None or not found[2] or not 1 <= int(found[2]) <= 12:
        return kept
    month = _(MONTHS[int(found[2]) - 1])
    if not found[3]:
        return _("{month} {year}").format(month=month, year=found[1])
    return _("{month} {day}, {year}").format(month=month, day=int(found[3]), year=found[1])


def span(start: str, end: str) -> str:
    """From when to when, in words; empty where neither is known."""
    if start and end == GOES_ON:
        return _("{start} to now").format(start=said(start))
    if start and end:
        return said(start) if start == end else _("{start} to {end}").format(start=said(start), end=said(end))
    if start:
        return _("from {start}").format(start=said(start))
    return _("until {end}").format(end=said(end)) if end else ""


def months(start: str, end: str, today: str) -> int | None:
    """Months between two dates as they are kept, to a day (``2026-11-22``) for what goes on; None where a year alone
    leaves too much open."""
    try:
        (year, *first), (last_year, *last) = (
            [int(p) for p in d.split("-")] for d in (start, today if end == GOES_ON else end)
        )
    except ValueError:
        return None
    found = 12 * (last_year - year) + (last[0] if last else 6) - (first[0] if first else 6)
    return None if found < 0 or (found == 0 and not (first and last)) else found
