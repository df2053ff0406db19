"""A match: a named sum, its reasons, and a band. Never a percentage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from navigator.domain.occupation import Projection, Wages

Band = Literal["strong", "look", "stretch"]
PartName = Literal[
    "activities",
    "fields",
    "groups",
    "skills",
    "knowledge",
    "interests",
    "history",
    "neighbours",
    "licences",
    "preferences",
]
ReasonKind = Literal["for", "need", "may_need", "not_asked", "cap"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One answer's share of a part: ``about`` is the id of the activity, skill, area, interest or occupation."""

    about: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One named part of a score: its value (0-1 before weighing), its weight, and what it was read from."""

    name: PartName
    value: float
    weight: float
    evidence: tuple[Evidence, ...] = ()

    @property
    def points(self) -> float:
        """What the part adds to the score."""
        return self.value * self.weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The score of one occupation for one person: the sum of its parts, and nothing else."""

    code: str
    parts: tuple[Part, ...]

    @property
    def total(self) -> float:
        """The sum. It orders occupations; it is never shown."""
        return sum(p.points for p in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Something for or against a match: which part it was read from, what about, and how much it weighs."""

    kind: ReasonKind
    part: str
    about: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One occupation for one person: band, reasons, caps, pay and outlook. ``few``: hardly any such jobs, and not their own
    work; ``rare``: nor the like of it, so that they do not know where such jobs are; ``abroad``: work they did in another country only."""

    code: str
    name: str
    band: Band
    score: Score
    reasons: tuple[Reason, ...]
    wages: Wages | None
    projection: Projection | None
    elsewhere: bool = False
    few: bool = False
    rare: bool = False
    abroad: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """All that is shown: at most 20 in bands, a few from elsewhere, and whether the result is clear."""

    shown: tuple[Match, ...]
    elsewhere: tuple[Match, ...]
    clear: bool
    unclear_because: str = ""
    flat: bool = False
