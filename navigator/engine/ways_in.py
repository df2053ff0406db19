"""The ways into an occupation: how much training each asks, how long until one does the work, and which to show first."""

from __future__ import annotations

import math
from collections.abc import Collection

from navigator.domain.occupation import Asks, Occupation, WayIn
from navigator.domain.standing import Standing

OPEN_END = 48
"""Months: `4 years or more` has no end, nothing is longer than that."""

SOON = 6
"""Months within which work that is learned on the job is learned soon."""

LONG = 24
"""Months from which work is far off for somebody who said less, even where they are paid on the way to it."""

PAPERS: tuple[Asks, ...] = ("short_course", "certificate")
"""Ways in that give the required license and nothing else."""

DEGREES: tuple[Asks, ...] = ("associate", "bachelor", "master", "doctor")


def training_of(way: WayIn) -> float:
    """The months of training before one can start; none where people are hired first and learn at work.

    A degree counts even where people work beside it: somebody who cannot study for years cannot take that way.
    """
    return 0.0 if way.asks == "none" or (way.earn and way.asks not in DEGREES) else way.months[0]


def training_months(occupation: Occupation) -> float:
    """The least training among the ways in."""
    return min((training_of(w) for w in occupation.profile.ways_in), default=0.0)


def works_up(way: WayIn, least: float) -> bool:
    """Whether one works up to it for so many months at the least, in other work: nobody is hired into it from outside."""
    return way.asks == "none" and way.months[0] >= least


FREE = ("free", "free_with_help")
NEVER = math.inf


def months_to_paper(occupation: Occupation) -> float:
    """The months of the shortest free course that gives the required license within half a year; else never."""
    if occupation.profile.licence.need != "required":
        return NEVER
    ways = (w for w in occupation.profile.ways_in if w.asks in PAPERS and w.cost in FREE and w.months[1] <= SOON)
    return min((w.months[0] for w in ways), default=NEVER)


def paper_soon(standing: Standing, occupation: Occupation) -> bool:
    """Whether a short free course, no longer than somebody said they can train, opens work to them."""
    return standing.train_months is not None and months_to_paper(occupation) <= standing.train_months


def time_before(way: WayIn, occupation: Occupation) -> float:
    """The months before one does this very work, where they are many: years of other work count, though they are paid.

    An apprentice does the work from the first day, unless people usually rise to it over years, as to a chef.
    """
    usual = occupation.profile.ways_in[0]
    rises = usual.asks not in ("apprenticeship", *DEGREES) and usual.months[0] >= LONG
    first_day = way.asks == "apprenticeship" and not rises
    return way.months[0] if way.months[0] >= LONG and not first_day else training_of(way)


def longer_than_said(way: WayIn | None, train_months: float | None) -> bool:
    """Whether a way in takes clearly longer than somebody said they can train, although they may be paid on it."""
    return way is not None and longer(way.months[0], train_months)


def longer(least: float, train_months: float | None) -> bool:
    """Whether so many months, at the least, are clearly more than somebody said they can train."""
    return train_months is not None and train_months < OPEN_END and least > max(train_months, SOON)


def months_before(occupation: Occupation) -> float:
    """The least time before one does the work, among the ways in."""
    return min((time_before(w, occupation) for w in occupation.profile.ways_in), default=0.0)


def best_way(occupation: Occupation, train_months: float | None, cannot: Collection[str] = ()) -> WayIn | None:
    """The way in to show first: the most usual one that is no longer than the person can train, else the shortest.

    Somebody who can train for a short time only is shown no way of years first where there is another; nor is anybody shown
    one that begins with what they rule out (``cannot``), where another is no longer than they can train.
    """
    ways = tuple(sorted(occupation.profile.ways_in, key=lambda way: bool(way.begins_with(cannot))))
    if not ways or train_months is None:
        return ways[0] if ways else None
    within = [w for w in ways if training_of(w) <= train_months]
    soon = [w for w in within if train_months >= LONG or time_before(w, occupation) <= train_months]
    other = [w for w in (*soon, *within) if not w.begins_with(cannot)]
    return next(iter(other or soon or within), None) or min(ways, key=training_of)
