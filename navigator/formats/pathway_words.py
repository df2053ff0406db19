"""Routes in plain words. "Possible" and "about" throughout: a route is a way somebody could go, not a promise."""

from __future__ import annotations

from collections.abc import Iterable

from navigator.domain.occupation import HOURS_A_YEAR, Cost, WayIn
from navigator.domain.pathway import Gap, Route, Step
from navigator.formats import reason_words, words
from navigator.formats.words import Names
from navigator.i18n import N_, _, ngettext

POSSIBLE = N_(
    "These are possible ways, not promises. Pay, openings and rules change. Check each one before you decide."
)
EARNS = N_("You earn all the way.")
EARNS_PART = N_("Some of it is study without pay.")
FULL_TIME = N_(
    "Gains are for a full-time year (2,080 hours), before taxes. They compare the middle pay, where half earn "
    "more and half less. You may start lower."
)
LESS = N_(
    "Every step we found pays less in the middle than your last job did. These come closest. "
    "A career navigator can help you look for more."
)
NOT_MORE = N_(
    "We found no way that surely pays more than now. These come closest. A career navigator can help you look for more."
)
LESS_AT_FIRST = N_(
    "Every first step we found pays less in the middle than your last job did. Some longer ways pay more."
)
FLOOR = N_("Nothing we found pays the least you said you need. These pay less than that.")
NONE = N_("We found no possible way within what you told us.")
SHORTER = N_("This is a shorter way in. Many who do this work went to school longer, so the middle pay may come later.")

STARTS_LOWER = N_("Many who come to this with papers from another country start lower and move up.")
WIDE = N_("Pay for this work differs a lot. Many start low, and the middle pay may come late or never.")
MIXED = N_("We cannot tell how much more it pays: the pay figure is for many kinds of work together.")
PAYS_LESS = N_("This step pays less in the middle than {than}.")

BENEFITS = N_(
    "More pay can change help you may get: {help}. If you get any of it, ask before you switch. "
    "'navigator resources' and 211 know whom to ask."
)

COSTS: tuple[Cost, ...] = ("free", "free_with_help", "hundreds", "thousands")

NEARLY_NOW = 100
"""Dollars a year under which a gain is "about the same"."""

_GAPS = {
    "activity": lambda about, names: _("learn to {activity}").format(activity=reason_words.asked_to(about, names)),
    "knowledge": lambda about, names: _("know more about {area}").format(
        area=words.lower_first(names.knowledge.get(about, about))
    ),
    "often": lambda about, names: _("employers often ask for this: {paper}").format(
        paper=names.licences.get(about, about)
    ),
    "licence": lambda about, names: _("you need this: {paper}").format(paper=names.licences.get(about, about)),
    "unsaid": lambda about, names: _("you need this, and have not said if you have it: {paper}").format(
        paper=names.licences.get(about, about)
    ),
    "experience": lambda about, names: _("time in work such as: {work}").format(
        work=words.lower_first(names.occupations.get(about, about))
    ),
    "schooling": lambda about, names: _("many who do this have {schooling}").format(
        schooling=words.SCHOOLING.get(about, about)
    ),
}


def gap(given: Gap, names: Names) -> str:
    """One thing that is missing."""
    return _GAPS[given.kind](given.about, names)


def title(route: Route, names: Names) -> str:
    """The occupations of a route in order."""
    return _(", then ").join(names.occupations.get(s.code, s.code) for s in route.steps)


def span(months: tuple[float, float]) -> str:
    """About how long; what takes at most a month is said so."""
    low, high = months
    if high <= 1:
        return _("a few days") if high <= 0.25 else _("a few weeks") if high < 1 else _("about a month or less")
    if low >= 1:
        return words.months(months)
    count = max(1, round(high))
    if high <= 18:
        return ngettext("up to {n} month", "up to {n} months", count).format(n=f"{high:g}")
    return ngettext("up to {n} year", "up to {n} years", 2).format(n=f"{round(high / 12, 1):g}")


def yearly(gain_per_hour: float) -> int:
    """A gain an hour as dollars of a full-time year."""
    return round(gain_per_hour * HOURS_A_YEAR)


def gain(per_year: int | None, than: str, at_start: bool = False) -> str:
    """The gain a year against today's pay; ``at_start``: reckoned with the pay near the start, not the middle."""
    if per_year is None:
        return ""
    if abs(per_year) < NEARLY_NOW:
        said = (
            _("About the same a year as {than}, with the pay near the start.")
            if at_start
            else _("About the same a year as {than}.")
        )
    elif per_year > 0:
        said = (
            _("About ${amount:,} more a year than {than}, with the pay near the start.")
            if at_start
            else _("About ${amount:,} more a year than {than}.")
        )
    else:
        said = (
            _("About ${amount:,} less a year than {than}, with the pay near the start.")
            if at_start
            else _("About ${amount:,} less a year than {than}.")
        )
    return said.format(amount=abs(round(per_year, -2)), than=than)


def way_in(step: Step, names: Names) -> str:
    """The way in, with the time it takes from here; a course is not named to somebody who has what it gives."""
    way = step.way
    if step.paper:
        said = _("You have the paper for this: {paper}. You can ask for work now.")
        return said.format(paper=names.licences.get(step.paper, step.paper))
    if step.degree:
        return _after_degree(step)
    if step.abroad:
        return _licence_again(step, names)
    return " ".join(filter(None, (usual(way), own_time(step))))


def own_time(step: Step) -> str:
    """How long the way in of a step takes for who comes from here, where that is not what it takes for anybody."""
    if step.months == step.way.months or step.paper or step.degree or step.abroad:
        return ""
    own = _("With your schooling: {time}.") if step.studies else _("With your experience: {time}.")
    return own.format(time=span(step.months))


def short(step: Step) -> str:
    """A way in with its time alone, as it is from here."""
    if step.paper:
        return _("You have the paper for this")
    if step.degree:
        return _("You have a degree for this")
    said = words.way_short(step.way)
    if step.months == step.way.months:
        return said
    own = _("{way}; with your schooling {time}") if step.studies else _("{way}; with your experience {time}")
    return own.format(way=said, time=span(step.months))


def usual(way: WayIn) -> str:
    """A way in as it is for anybody: what it asks, how long it takes and what it costs."""
    about = [span(way.months)]
    if way.asks != "none":
        about += [words.COST[way.cost], *([_("earn while you learn")] if way.earn else [])]
    start = words.upper_first(words.ASKS[way.asks])
    return _("{asks} ({about}). {how}").format(asks=start, about="; ".join(about), how=way.how)


def _after_degree(step: Step) -> str:
    """The way in for somebody who has its degree: only the work or tests that often come between are left, and before them
    a look at papers from another country."""
    if step.abroad:
        said = _(
            "You have a degree for this. If it is from another country, have it looked at first, so that it counts here. "
            "There is a fee. Ask a career navigator who does this. In all, count {time}. The usual way in: {how}"
        )
        return said.format(time=span(step.months), how=step.way.how)
    if step.months[1] <= 1:
        return _("You have a degree for this. You can ask for work now. The usual way in: {how}").format(
            how=step.way.how
        )
    said = _("You have a degree for this. Then count {time} of work, practice or tests. The usual way in: {how}")
    return said.format(time=span(step.months), how=step.way.how)


def _licence_again(step: Step, names: Names) -> str:
    """The way back into licensed work that was done in another country."""
    said = _(
        "You did this work in another country. Ask a career navigator who looks at your papers from there, and which tests "
        "come next, so that you get the license here. Count {time}. The usual way in: {how}"
    )
    return said.format(time=span(step.months), how=step.way.how)


def cost(ways: Iterable[WayIn]) -> str:
    """What the whole way may cost: that of its dearest step."""
    asked = [w.cost for w in ways if w.asks != "none"]
    if not asked:
        return _("No course to pay for")
    return _("Courses: {cost}").format(cost=words.COST[max(asked, key=COSTS.index)])


def takes(route: Route) -> str:
    """About how long the whole way takes, what it may cost, and whether one earns."""
    earns = _(EARNS if route.earns else EARNS_PART)
    said = _("Takes {time}. {cost}. {earns}")
    studied = [s.way for s in route.steps if s.studies]
    papers = _("Papers and tests cost money; ask how much") if any(s.abroad for s in route.steps) else ""
    courses = cost(studied) if studied or not papers else ""
    return said.format(time=span(route.months), cost=". ".join(filter(None, (papers, courses))), earns=earns)
