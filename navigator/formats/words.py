"""Values in plain words: pay, outlook, ways in, bands and reasons. Everything a worker reads of them is said here once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from navigator.domain.match import Band, Match, Reason
from navigator.domain.occupation import TOP_CODE_HOUR, TOP_CODE_YEAR, Asks, Cost, Licence, Pay, Projection, Wages, WayIn
from navigator.domain.record import Money

PROPER_USE = "For exploring work only. Not for hiring decisions. Skills are self-reported."

BANDS: dict[Band, str] = {"strong": "Strong fit now", "look": "Worth a look", "stretch": "A stretch"}

BAND_MEANS: dict[Band, str] = {
    "strong": "Much of what you have done and are good at is what this work needs.",
    "look": "A good part fits. Something is missing, or still open.",
    "stretch": "It would take more: training, a paper, or a trade-off.",
}

ASKS: dict[Asks, str] = {
    "none": "learn on the job",
    "short_course": "short course",
    "certificate": "certificate",
    "apprenticeship": "apprenticeship",
    "associate": "2-year degree",
    "bachelor": "4-year degree",
    "master": "master's degree",
    "doctor": "doctor's or law degree",
}

COST: dict[Cost, str] = {
    "free": "free",
    "free_with_help": "free with help",
    "hundreds": "costs hundreds of dollars",
    "thousands": "costs thousands of dollars",
}

SCHOOLING = {
    "none": "no diploma",
    "high_school": "a high school diploma or GED",
    "some_college": "some college",
    "certificate": "a certificate after high school",
    "associate": "a 2-year degree",
    "bachelor": "a 4-year degree",
    "master": "a master's degree",
    "doctor": "a doctor's or law degree",
}

NEED = {"none": "No license needed.", "common": "Employers often ask for:", "required": "You need:"}

RECORD_CHECK = {
    "none": "",
    "background": "Employers often do a background check.",
    "driving": "Your driving record matters.",
    "both": "Employers look at your background and your driving record.",
}

LEVELS = {1: "a little", 2: "some", 3: "a lot"}

MOST_WHYS = 3
"""Reasons told for one match: enough to be believed, few enough to be read."""

NATION = "US"

SAME_PAY = 0.03
"""Within 3 in 100 of the last pay is "about the same"."""


@dataclass(frozen=True, kw_only=True)
class Names:
    """What ids are called on screen."""

    did: Mapping[str, str]
    do: Mapping[str, str]
    skills: Mapping[str, str]
    knowledge: Mapping[str, str]
    interests: Mapping[str, str]
    occupations: Mapping[str, str]
    licences: Mapping[str, str]
    cannot: Mapping[str, str]


def dollars(amount: float, per: str) -> str:
    """`$18.76 an hour` or `$39,010 a year`."""
    return f"${amount:,.2f} an hour" if per == "hour" else f"${amount:,.0f} a year"


def pay(figure: Pay) -> str:
    """One wage figure as published; empty where nothing is published."""
    if figure.hourly is not None:
        return dollars(figure.hourly, "hour")
    if figure.yearly is not None:
        return dollars(figure.yearly, "year")
    return f"${TOP_CODE_HOUR:,.0f} an hour (${TOP_CODE_YEAR:,} a year) or more" if figure.top_coded else ""


def money(amount: Money | None) -> str:
    """An amount as the person said it."""
    return dollars(amount.amount, amount.per) if amount else ""


def pay_here(wages: Wages | None, state: str) -> str:
    """Entry and middle pay, with the place and whether it is a wider group's."""
    if wages is None:
        return "Pay is not published for this work."
    entry, typical = pay(wages.entry), pay(wages.typical)
    if not typical:
        return f"Pay in {wages.area_name if wages.area != NATION else 'the nation'} is not published for this work."
    said = f"starts near {entry}, middle {typical}" if entry and entry != typical else f"middle {typical}"
    place = wages.area_name if wages.area != NATION else "the nation"
    if state and wages.area != state:
        place += " (no figure for your state)"
    return f"Pay in {place}: {said}{wider(wages.group)}."


def pay_short(wages: Wages | None, last_per_hour: float | None) -> str:
    """The middle pay on half a line, with the gain over the last pay where it is known."""
    typical = pay(wages.typical) if wages else ""
    if wages is None or not typical:
        return "pay not published"
    gain = against_last(wages, last_per_hour).removesuffix(" than your last pay").replace(" an hour ", " ")
    nation = " in the nation" if wages.area == NATION else ""
    return f"middle pay {typical}{nation}{wider(wages.group)}{', ' + gain if gain else ''}"


def wider(group: str | None) -> str:
    """The remark that a figure is for a wider group."""
    return f" (pay for the wider group {group})" if group else ""


def against_last(wages: Wages | None, last_per_hour: float | None) -> str:
    """The middle pay against the last pay, in dollars an hour; empty where one of them is not known."""
    typical = wages.typical.per_hour if wages else None
    if typical is None or not last_per_hour:
        return ""
    gain = typical - last_per_hour
    if abs(gain) <= SAME_PAY * last_per_hour:
        return "about the same as your last pay"
    return f"about ${abs(gain):,.2f} an hour {'more' if gain > 0 else 'less'} than your last pay"


def outlook(projection: Projection | None) -> str:
    """Openings and growth for the nation."""
    if projection is None or projection.yearly_openings is None:
        return "Openings are not published for this work."
    growth = projection.growth_percent or 0.0
    trend = "growing fast" if growth >= 8 else "growing" if growth >= 1 else "steady" if growth > -1 else "shrinking"
    group = f", for the wider group {projection.group}" if projection.group else ""
    return f"Openings in the nation: about {projection.yearly_openings:,} a year; jobs {trend} ({growth:+.1f}% by 2034){group}."


def months(span: tuple[float, float]) -> str:
    """`about 1 to 3 months`, `about 2 years`, `a few weeks`."""
    low, high = span
    if high < 1:
        return "a few days" if high <= 0.25 else "a few weeks"
    if low < high == 1:
        return f"about {max(1, round(low * 4))} to 4 weeks"
    if high <= 18:
        return (
            f"about {_number(max(low, 0.5))} to {_number(high)} months"
            if low < high
            else f"about {_number(high)} {_plural('month', high)}"
        )
    years_low, years_high = round(low / 12 * 2) / 2, round(high / 12 * 2) / 2
    if years_low >= years_high:
        return f"about {_number(years_high)} {_plural('year', years_high)}"
    return (
        f"about {_number(years_low)} to {_number(years_high)} years"
        if years_low >= 0.5
        else f"up to {_number(years_high)} years"
    )


def _number(value: float) -> str:
    whole, rest = int(value), value - int(value)
    if rest < 0.25:
        return str(whole)
    return f"{whole}½" if whole else "½"


def _plural(word: str, count: float) -> str:
    return word if count <= 1 else f"{word}s"


def way_in(way: WayIn) -> str:
    """One way in, on a line: what it asks, how long, what it costs, whether one earns."""
    earn = ", earn while you learn" if way.earn and way.asks != "none" else ""
    cost = "" if way.asks == "none" else f", {COST[way.cost]}"
    start = ASKS[way.asks][:1].upper() + ASKS[way.asks][1:]
    return f"{start} ({months(way.months)}{cost}{earn}): {way.how}"


def licence(needed: Licence, names: Mapping[str, str]) -> str:
    """What licence or certificate the work asks, in one line."""
    if needed.need == "none" or not needed.names:
        return NEED["none"]
    rules = " Rules differ by state." if needed.state_rules else ""
    return f"{NEED[needed.need]} {', '.join(names.get(n, n) for n in needed.names)}.{rules}"


def lower_first(text: str) -> str:
    """For going on within a sentence; names and abbreviations such as CPR keep their capitals."""
    return text if len(text) > 1 and (text[1].isupper() or text.startswith("I ")) else text[:1].lower() + text[1:]


def reason(given: Reason, names: Names) -> str:
    """A reason for, a need, or what stands in the way, in the person's own terms."""
    return _FOR[given.part](given.about, names) if given.kind == "for" else _AGAINST[given.part](given.about, names)


_FOR: dict[str, Callable[[str, Names], str]] = {
    "activities": lambda about, names: f"You have done this: {lower_first(names.did.get(about, about))}",
    "skills": lambda about, names: f"You are good at: {lower_first(names.skills.get(about, about))}",
    "knowledge": lambda about, names: f"You know about: {lower_first(names.knowledge.get(about, about))}",
    "interests": lambda about, names: f"You like: {lower_first(names.interests.get(about, about))}",
    "history": lambda about, names: f"Close to work you did: {names.occupations.get(about, about)}",
}

_AGAINST: dict[str, Callable[[str, Names], str]] = {
    "activities": lambda about, names: lower_first(names.do.get(about, about)),
    "skills": lambda about, names: f"more of this skill: {lower_first(names.skills.get(about, about))}",
    "knowledge": lambda about, names: f"know about {lower_first(names.knowledge.get(about, about))}",
    "schooling": lambda about, names: f"People usually have {SCHOOLING.get(about, about)}.",
    "licence": lambda about, names: f"You need this: {names.licences.get(about, about)}.",
    "training": lambda about, names: (
        f"It takes {months((float(about), float(about)))} of training, more than you said."
    ),
    "pay": lambda about, names: f"Middle pay here is ${float(about):,.2f} an hour, less than you said you need.",
    "cannot": lambda about, names: f"It often asks what you ruled out: {lower_first(names.cannot.get(about, about))}.",
    "zone": lambda about, names: "It asks much more preparation than the work you have done.",
}


def listed(items: Iterable[str]) -> str:
    """`a, b and c`."""
    found = list(items)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""


def whys(match: Match, names: Names, most: int = 5) -> list[str]:
    """The first reasons for a match; activities said in one line."""
    chosen = [r for r in match.reasons if r.kind == "for"][:most]
    done = [lower_first(names.did.get(r.about, r.about)) for r in chosen if r.part == "activities"][:2]
    held = ["This is work you have done."] if any(r.part == "history" and r.about == match.code for r in chosen) else []
    lines = held + ([f"You have done this: {'; '.join(done)}"] if done else [])
    others = [r for r in chosen if r.part != "activities" and not (r.part == "history" and r.about == match.code)]
    return (lines + [reason(r, names) for r in others])[:MOST_WHYS]


def caps(match: Match, names: Names) -> list[str]:
    """What stands in the way."""
    return [reason(r, names) for r in match.reasons if r.kind == "cap"]


def gaps(match: Match, names: Names, kind: str, most: int = 3) -> list[str]:
    """What the work needs that is missing, unsure or was not asked."""
    return [reason(r, names) for r in match.reasons if r.kind == kind][:most]
