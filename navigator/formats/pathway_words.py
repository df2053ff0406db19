"""Routes in plain words. "Possible" and "about" throughout: a route is a way somebody could go, not a promise."""

from __future__ import annotations

from collections.abc import Iterable

from navigator.domain.occupation import HOURS_A_YEAR, Cost, WayIn
from navigator.domain.pathway import Gap, Route, Step
from navigator.formats import words
from navigator.formats.words import Names

POSSIBLE = "These are possible ways, not promises. Pay, openings and rules change. Check each one before you decide."
EARNS = "You earn all the way."
EARNS_PART = "Some of it is study without pay."
FULL_TIME = (
    f"Gains are for a full-time year ({HOURS_A_YEAR:,} hours), before taxes. They compare the middle pay, where half earn "
    "more and half less. You may start lower."
)
LESS = (
    "Every step we found pays less in the middle than your last job did. These come closest. "
    "A career navigator can help you look for more."
)
LESS_AT_FIRST = "Every first step we found pays less in the middle than your last job did. Some longer ways pay more."
FLOOR = "Nothing we found pays the least you said you need. These pay less than that."
NONE = "We found no possible way within what you told us."
SHORTER = "This is a shorter way in. Many who do this work went to school longer, so the middle pay may come later."

BENEFITS = (
    "More pay can change help you may get: {help}. If you get any of it, ask before you switch. "
    "'navigator resources' and 211 know whom to ask."
)

COSTS: tuple[Cost, ...] = ("free", "free_with_help", "hundreds", "thousands")

NEARLY_NOW = 100
"""Dollars a year under which a gain is "about the same"."""

_GAPS = {
    "activity": lambda about, names: f"learn to {words.lower_first(names.do.get(about, about))}",
    "knowledge": lambda about, names: f"know more about {words.lower_first(names.knowledge.get(about, about))}",
    "often": lambda about, names: f"employers often ask for this: {names.licences.get(about, about)}",
    "licence": lambda about, names: f"you need this: {names.licences.get(about, about)}",
    "experience": lambda about, names: (
        f"time in work such as: {words.lower_first(names.occupations.get(about, about))}"
    ),
    "schooling": lambda about, names: f"many who do this have {words.SCHOOLING.get(about, about)}",
}


def gap(given: Gap, names: Names) -> str:
    """One thing that is missing."""
    return _GAPS[given.kind](given.about, names)


def title(route: Route, names: Names) -> str:
    """The occupations of a route in order."""
    return ", then ".join(names.occupations.get(s.code, s.code) for s in route.steps)


def span(months: tuple[float, float]) -> str:
    """About how long; what takes at most a month is said so."""
    low, high = months
    if high <= 1:
        return "a few days" if high <= 0.25 else "a few weeks" if high < 1 else "about a month or less"
    return f"up to {words.months((high, high)).removeprefix('about ')}" if low < 1 else words.months(months)


def yearly(gain_per_hour: float) -> int:
    """A gain an hour as dollars of a full-time year."""
    return round(gain_per_hour * HOURS_A_YEAR)


def gain(per_year: int | None, than: str, at_start: bool = False) -> str:
    """The gain a year against today's pay; ``at_start``: reckoned with the pay near the start, not the middle."""
    if per_year is None:
        return ""
    start = ", with the pay near the start" if at_start else ""
    if abs(per_year) < NEARLY_NOW:
        return f"About the same a year as {than}{start}."
    return f"About ${abs(round(per_year, -2)):,} {'more' if per_year > 0 else 'less'} a year than {than}{start}."


def way_in(step: Step) -> str:
    """The way in, with the time it takes from here."""
    way = step.way
    start = words.ASKS[way.asks][:1].upper() + words.ASKS[way.asks][1:]
    cost = "" if way.asks == "none" else f"; {words.COST[way.cost]}"
    earn = "; earn while you learn" if way.earn and way.asks != "none" else ""
    return f"{start} ({span(step.months)}{cost}{earn}). {way.how}"


def cost(ways: Iterable[WayIn]) -> str:
    """What the whole way may cost: that of its dearest step."""
    asked = [w.cost for w in ways if w.asks != "none"]
    return "No course to pay for" if not asked else f"Courses: {words.COST[max(asked, key=COSTS.index)]}"


def takes(route: Route) -> str:
    """About how long the whole way takes, what it may cost, and whether one earns."""
    earns = EARNS if route.earns else EARNS_PART
    return f"Takes {span(route.months)}. {cost(s.way for s in route.steps)}. {earns}"
