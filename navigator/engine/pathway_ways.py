"""Which way into an occupation is open to a worker, and how long it takes from where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from navigator.domain.matching import Matching
from navigator.domain.occupation import WayIn
from navigator.domain.pathway import Edge, Limits, PathwaySettings, Spot
from navigator.engine.bands import ASKS_AS_SCHOOLING, DEGREES, PAPERS, training_of

Taken = tuple[WayIn, tuple[float, float], float]
"""A way in that is open, how long it takes from here (least and most months), and the months of study in it."""

USUAL_SCHOOLING = "high_school"
"""What we go by when nobody was asked: most people have it."""


@dataclass(kw_only=True)
class WaysIn:
    """The ways in that keep to what the worker said."""

    limits: Limits
    settings: PathwaySettings
    matching: Matching
    _taken: dict[tuple[str, bool, str, float, str | None], Taken | None] = field(default_factory=dict)

    @property
    def schooling(self) -> str:
        """The schooling to begin with."""
        return self.limits.schooling or USUAL_SCHOOLING

    @property
    def train_months(self) -> float:
        """The most months of study without pay, or of a degree, for one step."""
        said = self.limits.train_months
        return self.settings.train_default if said is None else said

    def into(self, spot: Spot, edge: Edge, schooling: str, worked: float, before: str | None = None) -> Taken | None:
        """The first way in that is open, with how long it takes from here and how much of that is study.

        Ways that are only for people of the work before come first for them; then one whose paper is held.
        """
        key = (spot.code, edge.strong, schooling, worked, before if spot.bridges else None)
        if key not in self._taken:
            only = dict(spot.bridges)
            order = sorted(range(len(spot.ways)), key=lambda n: (n not in only, not self.held(spot.ways[n], spot)))
            options = (
                self._opened(spot.ways[n], spot, edge, schooling, worked)
                for n in order
                if n not in only or _for_these(only[n], before, schooling)
            )
            self._taken[key] = next((o for o in options if o is not None), None)
        return self._taken[key]

    def _opened(self, way: WayIn, spot: Spot, edge: Edge, schooling: str, worked: float) -> Taken | None:
        if self.limits.keep_earning and not way.earn and not self.held(way, spot):
            return None
        working_up = way.asks == "none" and way.months[0] >= self.settings.work_up
        if (working_up and not edge.strong) or not self._schooled(way, spot, schooling):
            return None
        months, study = self._duration(way, spot, schooling, worked)
        return (way, months, study) if study <= self.train_months else None

    def _schooled(self, way: WayIn, spot: Spot, schooling: str) -> bool:
        """Whether the schooling so far lets one begin. No diploma at all closes work that usually asks one."""
        rank = self.matching.schooling_order.index
        if rank(schooling) < rank(self.settings.before.get(way.asks, "none")):
            return False
        has_none = rank(schooling) < rank(USUAL_SCHOOLING)
        return not (has_none and spot.schooling and rank(spot.schooling) >= rank(USUAL_SCHOOLING))

    def _duration(self, way: WayIn, spot: Spot, schooling: str, worked: float) -> tuple[tuple[float, float], float]:
        """Months from here (least, most), and the months of study of it that are a limit."""
        low, high = way.months
        if way.asks == "none":
            done = worked if high >= self.settings.work_up else 0.0
            return (max(min(low, 1.0), low - done), max(min(high, 3.0), high - done)), 0.0
        if self._has_it(way, spot, schooling):
            return (0.0, 1.0), 0.0
        done = self.settings.study_done.get(schooling, 0.0) if way.asks == "bachelor" else 0.0
        return (max(6.0, low - done), max(6.0, high - done)) if done else (low, high), max(0.0, training_of(way) - done)

    def _has_it(self, way: WayIn, spot: Spot, schooling: str) -> bool:
        """Whether the worker holds what the way in would give: its license, or its degree where no license counts."""
        if spot.licence.need == "required" and way.asks in PAPERS:
            return bool(self.held(way, spot))
        rank = self.matching.schooling_order.index
        return way.asks in DEGREES and spot.licence.need != "required" and rank(schooling) >= rank(way.asks)

    def held(self, way: WayIn, spot: Spot) -> str:
        """The license that a way in would give where the worker holds it, else nothing. Any of those it takes is enough."""
        if spot.licence.need != "required" or way.asks not in PAPERS:
            return ""
        return next((name for name in spot.licence.names if name in self.limits.licences), "")

    def asks_less(self, way: WayIn, spot: Spot) -> bool:
        """Whether most people come in with more schooling than this way in asks."""
        rank = self.matching.schooling_order.index
        return rank(ASKS_AS_SCHOOLING[way.asks]) < rank(ASKS_AS_SCHOOLING[spot.ways[0].asks])

    def after(self, way: WayIn, schooling: str) -> str:
        """The schooling one has after a way in. A certificate alone is no high school diploma."""
        rank = self.matching.schooling_order.index
        if way.asks not in DEGREES and (way.asks != "certificate" or rank(schooling) < rank(USUAL_SCHOOLING)):
            return schooling
        gained = ASKS_AS_SCHOOLING[way.asks]
        return max(schooling, gained, key=rank)


def _for_these(only: tuple[str, ...], before: str | None, schooling: str) -> bool:
    """Whether a way in is for somebody who comes from this work, or with this schooling."""
    return schooling in only or (before is not None and before.startswith(only))
