"""What is said about the last pay and what matches pay: comparisons only where they are fair."""

from __future__ import annotations

from collections.abc import Sequence

from navigator.domain.match import Match
from navigator.domain.matching import Matching
from navigator.domain.record import Record
from navigator.engine.last_pay import doubt_of
from navigator.formats import words
from navigator.i18n import N_, _, ngettext

PAY_BANDS = (
    (N_("Under $15 an hour"), 15.0),
    (N_("$15 to $20"), 20.0),
    (N_("$20 to $30"), 30.0),
    (N_("$30 to $50"), 50.0),
    (N_("$50 or more"), float("inf")),
)
"""Bands of middle pay, each with the pay it ends under."""

NO_PAY = N_("Pay not published")


DOUBTS = {
    "low": N_("You said {pay}. That is under the lowest legal pay for an hour, so we compare nothing with it. Did you get tips? Add them in."),
    "high": N_("You said {pay}. That is more than nearly all pay that is published, so we compare nothing with it. Is it right?"),
    "tips": N_("You said {pay}. Your tips are not in that, so we compare nothing with it."),
}  # fmt: skip
"""Why nothing is compared with the last pay."""

WITH_TIPS = N_("Do you know what it came to with tips? Type: navigator record edit pay")
"""What can be done about it at a keyboard; not for paper."""


def pay_doubt(record: Record, matching: Matching, *, paper: bool = False) -> str:
    """Why nothing is compared with the last pay; empty where it is. On ``paper`` there is nothing to type."""
    doubt = doubt_of(record.person.last_pay, matching)
    if not doubt:
        return ""
    said = _(DOUBTS[doubt]).format(pay=words.money(record.person.last_pay))
    return f"{said} {_(WITH_TIPS)}" if doubt == "tips" and not paper else said


def pay_bands(shown: Sequence[Match]) -> list[tuple[str, int]]:
    """How many of the matches lie in each band of middle pay, lowest first; bands that hold none are left out."""
    counts = dict.fromkeys([*(name for name, _ends in PAY_BANDS), NO_PAY], 0)
    for match in shown:
        typical = match.wages.typical.per_hour if match.wages else None
        counts[NO_PAY if typical is None else next(name for name, ends in PAY_BANDS if typical < ends)] += 1
    return [(_(name), count) for name, count in counts.items() if count]


def pay_lines(shown: Sequence[Match], floor: float | None) -> tuple[str, ...]:
    """The middle pay of the list by bands, and against what the person needs."""
    if not shown:
        return ()
    parts = "; ".join(_("{band}: {count}").format(band=name, count=count) for name, count in pay_bands(shown))
    lines = [_("Middle pay of these {count}: {parts}.").format(count=len(shown), parts=parts)]
    typical = [m.wages.typical.per_hour for m in shown if m.wages and m.wages.typical.per_hour is not None]
    if floor is not None and typical:
        enough = sum(pay >= floor for pay in typical)
        said = ngettext(
            "{n} of them pays at least the {floor} you need.", "{n} of them pay at least the {floor} you need.", enough
        )
        lines.append(said.format(n=enough, floor=words.dollars(floor, "hour")))
    return tuple(lines)
