"""Occupations and the figures about them."""

from __future__ import annotations

from collections.abc import Collection, Container
from dataclasses import dataclass, field
from typing import Literal

Asks = Literal["none", "short_course", "certificate", "apprenticeship", "associate", "bachelor", "master", "doctor"]
Cost = Literal["free", "free_with_help", "hundreds", "thousands"]

HOURS_A_YEAR = 2080
"""Hours of a full-time year, as OEWS counts them."""

TOP_CODE_HOUR = 115.00
TOP_CODE_YEAR = 239_200
"""OEWS May 2025 publishes no wage at or above these; it marks them instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """One realistic way into an occupation: what it asks beyond high school, how long (months), what it costs.

    ``begins``: what the first work on it asks, of all that a person may rule out, where the occupation itself does not ask
    it often: who ends in a cab may begin with a shovel.
    """

    asks: Asks
    how: str
    months: tuple[float, float]
    cost: Cost
    earn: bool
    begins: tuple[str, ...] = ()

    def begins_with(self, ruled_out: Collection[str]) -> tuple[str, ...]:
        """Of what somebody rules out, what this way begins with."""
        return tuple(b for b in self.begins if b in ruled_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """Whether a licence or certificate is needed, and which (ids of data/licences.yaml).

    ``also``: other papers that are enough, each with the one of ``names`` that it includes: (paramedic, emt).
    """

    need: Literal["none", "common", "required"] = "none"
    names: tuple[str, ...] = ()
    state_rules: bool = False
    also: tuple[tuple[str, str], ...] = ()

    def enough_for(self, name: str) -> tuple[str, ...]:
        """The papers that do for one that is named: itself, and those that include it."""
        return (name, *(paper for paper, included in self.also if included == name))

    def held(self, papers: Container[str], besides: Container[str] = ()) -> str:
        """Of the papers somebody has one that is named, or that includes one that is; nothing where there is none.

        ``besides``: papers that do not count here, nor does what includes one of them.
        """
        counted = (p for name in self.names if name not in besides for p in self.enough_for(name))
        return next((p for p in counted if p in papers and p not in besides), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """An occupation that people commonly grow into, and why in a few words."""

    code: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Our own plain words about an occupation. Empty fields where nobody has written them yet.

    ``asks_for``: what it often asks of most, of all that a person may rule out (ids of data/matching.yaml, `cannot`);
    None where nobody has said so yet. ``always``: what of it nearly every job of the kind asks, so that asking for other hours,
    or for work nearer to home, helps nobody.
    ``posted_as``: in another language, the English titles, since employers here write most postings in English.
    """

    plain_title: str = ""
    also_called: tuple[str, ...] = ()
    what_you_do: str = ""
    day: tuple[str, ...] = ()
    where: str = ""
    ways_in: tuple[WayIn, ...] = ()
    licence: Licence = field(default_factory=Licence)
    record_check: Literal["none", "background", "driving", "both"] = "none"
    next_steps: tuple[NextStep, ...] = ()
    good_for_you_if: str = ""
    maybe_not_if: str = ""
    asks_for: tuple[str, ...] | None = None
    always: tuple[str, ...] = ()
    posted_as: tuple[str, ...] = ()

    @property
    def in_postings(self) -> tuple[str, ...]:
        """What to look for in job postings, the commonest first."""
        return (self.posted_as or self.also_called)[:3]

    @property
    def postings_say(self) -> str:
        """The same in one text, as it is told; only in this text are these words known to be English on another page: by
        itself `Para` is Spanish too."""
        return ", ".join(self.in_postings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What an occupation asks of one skill or knowledge area: importance 1-5, level 0-7 (None: not relevant)."""

    element: str
    importance: float
    level: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """How workers in the occupation got in: percent of them per O*NET category, and two importances (1-5)."""

    education: tuple[float, ...] = ()
    experience: tuple[float, ...] = ()
    on_site_training: tuple[float, ...] = ()
    on_the_job_training: tuple[float, ...] = ()
    certification: float | None = None
    apprenticeship: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupation:
    """One O*NET-SOC occupation: its words, needs and ways in. Activities map an IWA id to its number of tasks."""

    code: str
    title: str
    job_zone: int
    profile: Profile
    closest: tuple[str, ...]
    skills: tuple[Need, ...]
    knowledge: tuple[Need, ...]
    work_styles: dict[str, float]
    interests: dict[str, float]
    activities: dict[str, int]
    entry: Entry
    technology: tuple[str, ...]

    @property
    def soc(self) -> str:
        """The six-digit SOC code that wages and projections are published for."""
        return self.code[:7]

    @property
    def name(self) -> str:
        """The title a worker reads: ours where we wrote one, the official one otherwise."""
        return self.profile.plain_title or self.title

    @property
    def rated(self) -> bool:
        """Whether O*NET rates its skills; 44 occupations are matched on what they have."""
        return bool(self.skills)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """One wage figure: dollars an hour and a year as published; None where not published; top-coded says "or more"."""

    hourly: float | None
    yearly: int | None
    top_coded: bool = False

    @property
    def per_hour(self) -> float | None:
        """Dollars an hour for comparing: as published, or the yearly wage over a full-time year."""
        if self.hourly is not None:
            return self.hourly
        if self.yearly is not None:
            return self.yearly / HOURS_A_YEAR
        return TOP_CODE_HOUR if self.top_coded else None


NO_PAY = Pay(hourly=None, yearly=None)


WIDE = 2.0
"""How many times the pay near the start the median is, where pay differs too much for one figure."""


NATION = "US"
"""The area that is no state: the whole country."""


def is_mixed(code: str) -> bool:
    """Whether a specialty belongs to what is left over of its group ("All Other": the SOC writes a 9), whose figures it shares."""
    return code[6] == "9" and not code.endswith(".00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wages:
    """OEWS wages of one occupation in one area. ``group`` names the wider group where only that is published; ``mixed``: these
    are figures of unlike kinds of work together (:func:`is_mixed`), and say little of this one."""

    area: str
    area_name: str
    vintage: str
    pay: dict[int, Pay]  # by percentile: 10, 25, 50, 75, 90
    employment: int | None
    location_quotient: float | None
    group: str | None = None
    mixed: bool = False

    @property
    def entry(self) -> Pay:
        """What people near the start earn: the 10th percentile, or the 25th where that is not published."""
        tenth = self.pay.get(10, NO_PAY)
        return tenth if tenth.per_hour is not None else self.pay.get(25, NO_PAY)

    @property
    def typical(self) -> Pay:
        """The median: half earn more, half less."""
        return self.pay.get(50, NO_PAY)

    @property
    def wide(self) -> bool:
        """Whether the median is more than twice what people near the start earn: then it tells no beginner's pay."""
        entry, typical = self.entry.per_hour, self.typical.per_hour
        return entry is not None and typical is not None and typical > WIDE * entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """Employment Projections of one occupation, for the nation."""

    vintage: str
    growth_percent: float | None
    yearly_openings: int | None
    entry_education: str
    experience: str
    training: str
    group: str | None = None
