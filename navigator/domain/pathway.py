"""Ways from here to better work: steps over occupations, what each asks, and what stands between."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from navigator.domain.occupation import Licence, WayIn

Link = Literal["next", "closest", "near", "licence", "back"]
"""Why two occupations are joined: we wrote it as a next step; O*NET's experts list it; their figures are alike; the
worker holds the very license it asks; or they did this very work in another country, and its papers must count here."""

Direction = Literal["up", "out"]
"""Within the field somebody comes from, or out to another one."""

DoorKind = Literal["licence", "schooling", "skill"]
GapKind = Literal["activity", "knowledge", "often", "licence", "unsaid", "experience", "schooling"]
"""``unsaid``: a license that is needed, of which the person has not said whether they have it."""

PapersAbroad = Literal["looked_at", "licence"]
"""What papers from another country need before they count: to be looked at; or a license of here."""

Strengths = Literal["next", "closest", "listed_by", "near_strong", "near_viable", "licence", "back"]
Weights = Literal["gain", "strength", "fit", "openings", "unpaid_year", "paid_year", "more_steps", "no_local_figure",
                  "specialty", "shorter_way", "over_said", "less_first"]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field as people speak of it, and the SOC major groups in it."""

    name: str
    majors: tuple[str, ...]

    @property
    def id(self) -> str:
        """The first of its SOC major groups: what a record keeps of a field that somebody picked."""
        return self.majors[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwaySettings:
    """What counts as a possible step and what makes a route worth showing: data/pathways.yaml."""

    strong_rank: int
    viable_rank: int
    out_rank: int
    steps: int
    zone_up: int
    pay_keep: float
    train_default: float
    work_up: float
    stay: tuple[float, float]
    beam: int
    each_way: int
    shown: int
    of_one_group: int
    of_one_step: int
    soon: float
    least_of_best: float
    starts: int
    strengths: dict[Strengths, float]
    weights: dict[Weights, float]
    worked: dict[str, float]
    before: dict[str, str]
    study_done: dict[str, float]
    second_degree: dict[str, float]
    bridges: dict[str, tuple[str, ...]]
    everyday: tuple[str, ...]
    after_degree: dict[str, tuple[float, float]]
    papers_abroad: dict[PapersAbroad, tuple[float, float]]
    fields: tuple[Field, ...]
    anybody: tuple[str, ...] = ()
    meant_otherwise: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def field_of(self, code: str) -> str:
        """The field of an occupation."""
        return next((f.name for f in self.fields if code[:2] in f.majors), code[:2])


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A possible step to another occupation; ``strong``: near enough to be promoted into, not only hired anew."""

    to: str
    link: Link
    strength: float
    strong: bool
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One occupation as a place on the way: what getting in asks.

    ``schooling`` is the published usual entry education in our words; ``asks`` are the ids of things a person may
    rule out; ``between`` are for each way in the months of tests or an internship after its degree; ``bridges`` are positions of ways in, each with the codes (their beginnings) or the schooling it is only for.
    ``below`` are papers it names that are what other work gives which takes far less time: a firefighter's for a captain.
    """

    code: str
    zone: int
    ways: tuple[WayIn, ...]
    licence: Licence = field(default_factory=Licence)
    schooling: str = ""
    openings: int | None = None
    asks: tuple[str, ...] = ()
    bridges: tuple[tuple[int, tuple[str, ...]], ...] = ()
    between: tuple[tuple[float, float], ...] = ()
    below: tuple[str, ...] = ()

    @property
    def asks_degree(self) -> bool:
        """Whether its most usual way in is a degree."""
        return bool(self.ways) and self.ways[0].asks in ("associate", "bachelor", "master", "doctor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the worker said: every step must keep to it. None means: not said.

    ``returns``: work done in another country only, whose degree or license must count here before it can be done again.
    ``degree_abroad``: the work that asked a degree was all done there, so the degree may be from there too.
    ``papers_told``: whether anything is known of their licenses.
    """

    schooling: str | None = None
    licences: frozenset[str] = frozenset()
    train_months: float | None = None
    cannot: frozenset[str] = frozenset()
    avoid: frozenset[str] = frozenset()
    pay_floor: float | None = None
    keep_earning: bool = False
    within: float | None = None
    returns: frozenset[str] = frozenset()
    degree_abroad: bool = False
    papers_told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where a route can begin: work held, with the months worked in it, or (with none held) a good match."""

    code: str
    held: bool = True
    worked: float = 0.0
    strength: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: into which occupation, by which way in, how long (months), how much of it study that is a limit.

    ``shorter``: this way in asks less schooling than most people there have, so the middle pay may come later.
    ``paper``: the license that the way in would give and that the worker holds, so that nothing of it is left to do.
    ``degree``: the worker has the degree it asks; what is left are years of work, or tests.
    ``abroad``: the papers for it may be from another country and must be looked at here first.
    """

    before: str | None
    code: str
    link: Link
    strength: float
    why: str
    way: WayIn
    months: tuple[float, float]
    study: float
    per_hour: float
    schooling: str
    zone: int
    strong: bool = True
    shorter: bool = False
    paper: str = ""
    degree: bool = False
    abroad: bool = False

    @property
    def earns(self) -> bool:
        """Whether one earns from the first day of it."""
        return self.way.earn or self._done

    @property
    def studies(self) -> bool:
        """Whether there is anything to learn in a course or school."""
        return self.way.asks != "none" and not self._done

    @property
    def _done(self) -> bool:
        """Whether the schooling of the way in is behind the worker."""
        return bool(self.paper) or self.degree or self.abroad


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One to three steps from where somebody stands. ``points`` order routes; they are never shown."""

    start: str | None
    steps: tuple[Step, ...]
    months: tuple[float, float]
    points: float

    @property
    def end(self) -> str:
        """The occupation it leads to."""
        return self.steps[-1].code

    @property
    def codes(self) -> tuple[str, ...]:
        """All occupations on it in order, with the start."""
        return (*((self.start,) if self.start else ()), *(s.code for s in self.steps))

    @property
    def earns(self) -> bool:
        """Whether one earns all the way."""
        return all(s.earns for s in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that is missing for a step: what kind, what about, and about how many months it takes."""

    kind: GapKind
    about: str
    months: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One thing that opens doors, and the occupations behind them."""

    kind: DoorKind
    about: str
    opens: tuple[str, ...]
