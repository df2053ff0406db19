"""Values in plain words: pay, outlook, ways in, bands. Everything a worker reads of them is said here once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import inf
from typing import Generic, TypeVar

from navigator.domain.framework import Statement
from navigator.domain.life import SERVICE, MilitaryService
from navigator.domain.match import Band
from navigator.domain.occupation import (
    HOURS_A_YEAR,
    NATION,
    TOP_CODE_HOUR,
    TOP_CODE_YEAR,
    Asks,
    Cost,
    Licence,
    Pay,
    Projection,
    Wages,
    WayIn,
)
from navigator.domain.record import Money, Per
from navigator.domain.release import PROJECTED_TO
from navigator.engine import partial_dates
from navigator.engine.said_back import PER
from navigator.i18n import N_, _, ngettext

K = TypeVar("K", bound=object)


class Said(Mapping[K, str], Generic[K]):
    """A table of words that are translated when they are looked up, not when the module is read."""

    def __init__(self, words: Mapping[K, str]) -> None:
        self._words = words

    def __getitem__(self, key: K) -> str:
        return _(self._words[key])

    def __iter__(self) -> Iterator[K]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


PROPER_USE = N_("For exploring work only. Not for hiring decisions. Skills are self-reported.")


def proper_use() -> str:
    """What stands on everything that is handed out."""
    return _(PROPER_USE)


BANDS: Said[Band] = Said({"strong": N_("Strong fit now"), "look": N_("Worth a look"), "stretch": N_("A stretch")})

BAND_MEANS: Said[Band] = Said(
    {
        "strong": N_("Much of what you have done and are good at is what this work needs."),
        "look": N_("A good part fits. Something is missing, or still open."),
        "stretch": N_("It would take more: training, a paper, or a trade-off."),
    }
)

ASKS: Said[Asks] = Said(
    {
        "none": N_("learn on the job"),
        "short_course": N_("short course"),
        "certificate": N_("certificate"),
        "apprenticeship": N_("apprenticeship"),
        "associate": N_("2-year degree"),
        "bachelor": N_("4-year degree"),
        "master": N_("master's degree"),
        "doctor": N_("doctor's or law degree"),
    }
)

COST: Said[Cost] = Said(
    {
        "free": N_("free"),
        "free_with_help": N_("free with help"),
        "hundreds": N_("costs hundreds of dollars"),
        "thousands": N_("costs thousands of dollars"),
    }
)

SCHOOLING: Said[str] = Said(
    {
        "none": N_("no diploma"),
        "high_school": N_("a high school diploma or GED"),
        "some_college": N_("some college"),
        "certificate": N_("a certificate after high school"),
        "associate": N_("a 2-year degree"),
        "bachelor": N_("a 4-year degree"),
        "master": N_("a master's degree"),
        "doctor": N_("a doctor's or law degree"),
    }
)

TIMES: Said[str] = Said(
    {
        "nights": N_("nights"),
        "weekends": N_("weekends and holidays"),
        "nights weekends": N_("nights, weekends and holidays"),
    }
)
"""Hours that work may ask for, of all that can be asked for."""

NEED: Said[str] = Said(
    {"none": N_("No license needed."), "common": N_("Employers often ask for:"), "required": N_("You need:")}
)

RECORD_CHECK: Said[str] = Said(
    {
        "none": "",
        "background": N_("Employers often do a background check."),
        "driving": N_("Your driving record matters."),
        "both": N_("Employers look at your background and your driving record."),
    }
)

LEVELS: Said[int] = Said({1: N_("a little"), 2: N_("some"), 3: N_("a lot")})

SAME_PAY = 0.03
"""Within 3 in 100 of the last pay is "about the same"."""

SHRINKING = -1.0
"""From this growth on, in percent over ten years, jobs are said to shrink."""

ENDING = -10.0
"""From this growth on nobody should go after such work who does not do it yet."""


@dataclass(frozen=True, kw_only=True)
class Names:
    """What ids are called on screen. ``agreed``: the statements this person said yes to; ``everyday``:
    licenses and cards that many hold and that open no work by themselves; ``work_up``: the months from which work without
    schooling is worked up to; ``untold``: occupations that are told in English although another language is spoken."""

    did: Mapping[str, str]
    do: Mapping[str, str]
    skills: Mapping[str, str]
    knowledge: Mapping[str, str]
    interests: Mapping[str, str]
    occupations: Mapping[str, str]
    licences: Mapping[str, str]
    cannot: Mapping[str, str]
    agreed: Sequence[Statement] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    service: MilitaryService = SERVICE
    everyday: frozenset[str] = frozenset()
    work_up: float = inf
    untold: frozenset[str] = frozenset()


def day(made: date) -> str:
    """`November 22, 2026`."""
    return partial_dates.said(made.isoformat())


def dollars(amount: float, per: Per) -> str:
    """`$18.76 an hour` or `$39,010 a year`; what a person said by the week or month stays so."""
    return _(PER[per]).format(amount=f"${amount:,.{2 if per == 'hour' else 0}f}")


def pay(figure: Pay) -> str:
    """One wage figure as published; empty where nothing is published."""
    if figure.hourly is not None:
        return dollars(figure.hourly, "hour")
    if figure.yearly is not None:
        return dollars(figure.yearly, "year")
    if not figure.top_coded:
        return ""
    said = _("${hour} an hour (${year} a year) or more")
    return said.format(hour=f"{TOP_CODE_HOUR:,.0f}", year=f"{TOP_CODE_YEAR:,}")


def money(amount: Money | None) -> str:
    """An amount as the person said it."""
    said = dollars(amount.amount, amount.per) if amount else ""
    return _("{pay} plus tips").format(pay=said) if amount and amount.tips else said


def pay_here(wages: Wages | None, state: str) -> str:
    """Entry and middle pay, with the place and whether it is a wider group's."""
    if wages is None:
        return _("Pay is not published for this work.")
    place = wages.area_name if wages.area != NATION else _("the nation")
    entry, typical = pay(wages.entry), pay(wages.typical)
    if not typical:
        return _("Pay in {place} is not published for this work.").format(place=place)
    if state and wages.area != state:
        place = _("{place} (no figure for your state)").format(place=place)
    if entry and entry != typical:
        said = _("Pay in {place}: starts near {entry}, middle {typical}{wider}.")
    else:
        said = _("Pay in {place}: middle {typical}{wider}.")
    return said.format(place=place, entry=entry, typical=typical, wider=wider(wages.group))


def pay_short(wages: Wages | None, last_per_hour: float | None) -> str:
    """The middle pay on half a line, with the gain over the last pay where it is known."""
    typical = pay(wages.typical) if wages else ""
    if wages is None or not typical:
        return _("pay not published")
    if wages.area == NATION:
        typical = _("{pay} in the nation").format(pay=typical)
    said = _("middle pay {pay}{wider}").format(pay=typical, wider=wider(wages.group))
    more = gain(wages, last_per_hour)
    if more is None:
        return said
    if more == 0:
        return _("{pay}, about the same as your last pay").format(pay=said)
    if wages.typical.hourly is None and wages.typical.yearly is not None:  # the gain in the unit of the pay beside it
        amount = f"{abs(round(more * HOURS_A_YEAR, -2)):,.0f}"
        yearly = _("{pay}, about ${amount} a year more") if more > 0 else _("{pay}, about ${amount} a year less")
        return yearly.format(pay=said, amount=amount)
    amount = f"{abs(more):,.2f}"
    return (_("{pay}, about ${amount} more") if more > 0 else _("{pay}, about ${amount} less")).format(
        pay=said, amount=amount
    )


def wider(group: str | None) -> str:
    """The remark that a figure is for a wider group, to stand after it."""
    return " " + _("(pay for the wider group {group})").format(group=group) if group else ""


def gain(wages: Wages | None, last_per_hour: float | None) -> float | None:
    """The middle pay less the last pay, in dollars an hour; 0 where they are about the same, None where not known: nor
    where the figure is of unlike kinds of work."""
    typical = wages.typical.per_hour if wages and not wages.mixed else None
    if typical is None or not last_per_hour:
        return None
    more = typical - last_per_hour
    return 0.0 if abs(more) <= SAME_PAY * last_per_hour else more


def against_last(wages: Wages | None, last_per_hour: float | None) -> str:
    """The middle pay against the last pay, in dollars an hour; empty where one of them is not known."""
    more = gain(wages, last_per_hour)
    if more is None:
        return ""
    if more == 0:
        return _("about the same as your last pay")
    said = (
        _("about ${amount} an hour more than your last pay")
        if more > 0
        else _("about ${amount} an hour less than your last pay")
    )
    return said.format(amount=f"{abs(more):,.2f}")


def outlook(projection: Projection | None) -> str:
    """Openings and growth for the nation."""
    if projection is None or projection.yearly_openings is None:
        return _("Openings are not published for this work.")
    growth = projection.growth_percent or 0.0
    said = (
        _("Openings in the nation: about {openings} a year; jobs {trend} ({growth}% by {year}), for the wider group {group}.")
        if projection.group
        else _("Openings in the nation: about {openings} a year; jobs {trend} ({growth}% by {year}).")
    )  # fmt: skip
    return said.format(
        openings=f"{projection.yearly_openings:,}",
        trend=_trend(growth),
        growth=f"{growth:+.1f}",
        year=PROJECTED_TO,
        group=projection.group,
    )


def trend(projection: Projection | None) -> str:
    """Growth in words: `jobs growing fast`; empty where it is not published."""
    if projection is None or projection.growth_percent is None:
        return ""
    return _("jobs {trend}").format(trend=_trend(projection.growth_percent))


def _trend(growth: float) -> str:
    if growth >= 8:
        return _("growing fast")
    return _("growing") if growth >= 1 else _("steady") if growth > SHRINKING else _("shrinking")


def shrinks(projection: Projection | None) -> bool:
    """Whether there will be clearly fewer such jobs."""
    return projection is not None and (projection.growth_percent or 0.0) <= SHRINKING


def ends(projection: Projection | None) -> bool:
    """Whether there will be so many fewer such jobs that they are nothing to go after anew."""
    return projection is not None and (projection.growth_percent or 0.0) <= ENDING


def months(span: tuple[float, float]) -> str:
    """`about 1 to 3 months`, `about 2 years`, `a few weeks`."""
    low, high = span
    if high < 1:
        return _("a few days") if high <= 0.25 else _("a few weeks")
    if low < high == 1:
        return _("about {low} to 4 weeks").format(low=max(1, round(low * 4)))
    return _span_of_months(low, high) if high <= 18 else _span_of_years(low, high)


def _span_of_months(low: float, high: float) -> str:
    if low < high:
        if low < 0.75:
            return _("about half a month to {high} months").format(high=_number(high))
        return _("about {low} to {high} months").format(low=_number(low), high=_number(high))
    return ngettext("about {n} month", "about {n} months", _counted(high)).format(n=_number(high))


def _span_of_years(low: float, high: float) -> str:
    first, last = round(low / 12 * 2) / 2, round(high / 12 * 2) / 2
    if first >= last:
        return ngettext("about {n} year", "about {n} years", _counted(last)).format(n=_number(last))
    if first == 0.5:
        return _("about half a year to {high} years").format(high=_number(last))
    if first > 0.5:
        return _("about {low} to {high} years").format(low=_number(first), high=_number(last))
    return _("up to {n} years").format(n=_number(last))


def _number(value: float) -> str:
    """To the half. With a point: programs that read aloud say the sign for a half in English, whatever is spoken."""
    whole, rest = int(value), value - int(value)
    return str(whole) if rest < 0.25 else f"{whole}.5"


def _counted(value: float) -> int:
    """For the plural: 1.5 is more than one."""
    return 1 if value <= 1 else 2


def way_in(way: WayIn) -> str:
    """One way in, on a line: what it asks, how long, what it costs, whether one earns."""
    about = [months(way.months)]
    if way.asks != "none":
        about += [COST[way.cost], *([_("earn while you learn")] if way.earn else [])]
    asks = upper_first(ASKS[way.asks])
    return _("{asks} ({about}): {how}").format(asks=asks, about=", ".join(about), how=way.how)


def way_short(way: WayIn) -> str:
    """A way in with its time alone: `Short course, about 1 to 3 months`."""
    return _("{asks}, {time}").format(asks=upper_first(ASKS[way.asks]), time=months(way.months))


def licence(needed: Licence, names: Mapping[str, str]) -> str:
    """What licence or certificate the work asks, in one line."""
    if needed.need == "none" or not needed.names:
        return NEED["none"]
    rules = " " + _("Rules differ by state.") if needed.state_rules else ""
    return f"{NEED[needed.need]} {', '.join(names.get(n, n) for n in needed.names)}.{rules}"


LANGUAGE_NAMES = frozenset(
    ["Arabic", "Chinese", "English", "French", "German", "Korean", "Russian", "Spanish", "Tagalog", "Vietnamese"]
)
"""Names that English writes with a capital wherever they stand; Spanish does not, and has other words for them."""


def lower_first(text: str) -> str:
    """For going on within a sentence; names and abbreviations such as CPR keep their capitals."""
    if text.partition(" ")[0].rstrip(",.;:") in LANGUAGE_NAMES:
        return text
    return text if len(text) > 1 and (text[1].isupper() or text.startswith("I ")) else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """For beginning a line."""
    return text[:1].upper() + text[1:]


def listed(items: Iterable[str]) -> str:
    """`a, b and c`."""
    found = list(items)
    if len(found) < 2:
        return "".join(found)
    return _("{items} and {last}").format(items=", ".join(found[:-1]), last=found[-1])
