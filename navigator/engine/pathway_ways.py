"""Which way into an occupation is open to a worker, and how long it takes from where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from navigator.domain.matching import Matching
from navigator.domain.occupation import WayIn
from navigator.domain.pathway import Edge, Limits, PathwaySettings, Spot
from navigator.engine.bands import ASKS_AS_SCHOOLING
from navigator.engine.pathway_gaps import STUDY
from navigator.engine.ways_in import DEGREES, PAPERS, training_of, works_up

Taken = tuple[WayIn, tuple[float, float], float, bool]
"""A way in that is open, how long it takes from here (least and most months), the months of study in it, and whether the
degree that it asks is there."""

MOST_OF_OTHER_WORK = 0.5
"""Work of another kind saves at most this part of the time to learn new work, however long it was done."""

SAME_STUDY = 12
"""Months by which studies for the same degree differ: so much more is no work that follows it."""

USUAL_SCHOOLING = "high_school"
SHORT_COURSE = 6.0
"""Months."""

"""What we go by when nobody was asked: most people have it."""


LEAST_LEARNED, LEAST_RISE = 3.0, 12.0
"""Months that are said at the most where all was learned in other work; a place to rise into has to come free first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """How somebody comes to a step. ``related``: a degree that the work before asks is of this field too; ``abroad``: that
    degree may be from another country; ``rising``: all the time in the work before counts, since one rises from it."""

    related: bool = False
    abroad: bool = False
    rising: bool = False

    def with_any(self, any_degree: bool) -> Coming:
        """The same, where a degree of any field is enough."""
        return replace(self, related=self.related or any_degree)


NEW = Coming()


@dataclass(kw_only=True)
class WaysIn:
    """The ways in that keep to what the worker said."""

    limits: Limits
    settings: PathwaySettings
    matching: Matching
    _taken: dict[tuple[str, bool, str, float, str | None, Coming], Taken | None] = field(default_factory=dict)

    @property
    def schooling(self) -> str:
        """The schooling to begin with."""
        return self.limits.schooling or USUAL_SCHOOLING

    @property
    def train_months(self) -> float:
        """The most months of study without pay, or of a degree, for one step."""
        said = self.limits.train_months
        return self.settings.train_default if said is None else said

    def into(
        self, spot: Spot, edge: Edge, schooling: str, worked: float, before: str | None = None, coming: Coming = NEW
    ) -> Taken | None:
        """The first way in that is open, with how long it takes from here and how much of that is study.

        Ways that are only for people of the work before come first for them; then one whose paper is held. What begins with
        something that was ruled out comes last.
        """
        key = (spot.code, edge.strong, schooling, worked, before if spot.bridges else None, coming)
        if key not in self._taken:
            only = dict(spot.bridges)
            order = sorted(range(len(spot.ways)), key=lambda n: (n not in only, *self._behind(spot.ways[n], spot)))
            options = (
                self._opened(spot.ways[n], spot, edge, schooling, worked, coming.with_any(_any_degree(only.get(n))))
                for n in order
                if n not in only or _for_these(only[n], before, schooling)
            )
            self._taken[key] = next((o for o in options if o is not None), None)
        return self._taken[key]

    def _behind(self, way: WayIn, spot: Spot) -> tuple[bool, bool]:
        """What puts a way in behind another: its paper is not held, or its first work asks what was ruled out."""
        return not self.held(way, spot), bool(way.begins_with(self.limits.cannot))

    def _opened(
        self, way: WayIn, spot: Spot, edge: Edge, schooling: str, worked: float, coming: Coming
    ) -> Taken | None:
        if self.limits.keep_earning and not way.earn and not self.held(way, spot):
            return None
        if (works_up(way, self.settings.work_up) and not edge.strong) or not self._schooled(way, spot, schooling):
            return None
        months, study = self._duration(way, spot, schooling, worked, coming)
        degree = self.has_degree(way, spot, schooling, related=coming.related)
        return (way, months, study, degree) if study <= self.train_months else None

    def _schooled(self, way: WayIn, spot: Spot, schooling: str) -> bool:
        """Whether the schooling so far lets one begin. No diploma at all closes work that usually asks one, unless the paper
        that is usual there is held, or is what a short course gives: a longer one asks for a diploma at the door."""
        rank = self.matching.schooling_order.index
        gives = spot.licence.need == "required" and way.asks in PAPERS and spot.schooling == "certificate"
        if (gives and way.months[0] < SHORT_COURSE) or self.held(way, spot):
            return True
        if rank(schooling) < rank(self.settings.before.get(way.asks, "none")):
            return False
        has_none = rank(schooling) < rank(USUAL_SCHOOLING)
        return not (has_none and spot.schooling and rank(spot.schooling) >= rank(USUAL_SCHOOLING))

    def _duration(
        self, way: WayIn, spot: Spot, schooling: str, worked: float, coming: Coming
    ) -> tuple[tuple[float, float], float]:
        """Months from here (least, most), and the months of study of it that are a limit."""
        low, high = way.months
        if way.asks == "none":
            done = worked if high >= self.settings.work_up else 0.0
            share = 1.0 if coming.rising else MOST_OF_OTHER_WORK
            least = LEAST_RISE if works_up(way, self.settings.work_up) else LEAST_LEARNED
            return (
                max(min(low, 1.0), low - min(done, share * low)),
                max(min(high, least), high - min(done, share * high)),
            ), 0.0
        if self.held(way, spot):
            return (0.0, 1.0), 0.0
        if self.has_degree(way, spot, schooling, related=coming.related):
            return self.after_degree(way, spot, abroad=coming.abroad), 0.0
        done = self._study_done(way, schooling)
        return (max(6.0, low - done), max(6.0, high - done)) if done else (low, high), max(0.0, training_of(way) - done)

    def has_degree(self, way: WayIn, spot: Spot, schooling: str, *, related: bool) -> bool:
        """Whether the worker has the degree of a way in: one of that level, of this field, where no license counts."""
        rank = self.matching.schooling_order.index
        level = way.asks in DEGREES and rank(schooling) >= rank(way.asks)
        return level and related and spot.licence.need != "required"

    def after_degree(self, way: WayIn, spot: Spot, *, abroad: bool = False) -> tuple[float, float]:
        """What is left of a way in for who has its degree: the years of work that often follow, tests or an internship; else
        asking for work. A degree from another country is looked at first."""
        low, high = (max(0.0, m - STUDY[way.asks]) for m in way.months)
        spans = [(low, high) if low or high > SAME_STUDY else (0.0, 1.0)]
        spans += [spot.between[n] for n, its in enumerate(spot.ways[: len(spot.between)]) if its == way]
        first = self.settings.papers_abroad["looked_at"] if abroad else (0.0, 0.0)
        return max(s[0] for s in spans) + first[0], max(s[1] for s in spans) + first[1]

    def _study_done(self, way: WayIn, schooling: str) -> float:
        """The months of a degree that earlier schooling saves. A degree of another field saves what all degrees share."""
        if way.asks not in DEGREES:
            return 0.0
        rank = self.matching.schooling_order.index
        if rank(schooling) >= rank(way.asks):
            return STUDY[way.asks] - self.settings.second_degree[way.asks]
        if rank(way.asks) > rank("bachelor") and rank(schooling) >= rank("bachelor"):
            return STUDY["bachelor"]
        return self.settings.study_done.get(schooling, 0.0) if way.asks == "bachelor" else 0.0

    def held(self, way: WayIn, spot: Spot) -> str:
        """The license that a way in would give where the worker holds it, else nothing. Any of those it takes is enough.

        A card for everyday life, such as a driver's license, is not what a course gives; nor does the paper of work that takes
        far less time stand for a longer way in.
        """
        if spot.licence.need != "required" or way.asks not in PAPERS:
            return ""
        return self.held_here(spot, besides=spot.below)

    def held_here(self, spot: Spot, besides: Iterable[str] = ()) -> str:
        """A license the worker holds that is enough there, but for cards of everyday life and those ``besides``."""
        return spot.licence.held(self.limits.licences, {*self.settings.everyday, *besides})

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


def _any_degree(only: tuple[str, ...] | None) -> bool:
    """Whether a way in is for people with a degree of any field."""
    return bool(only and set(only) & set(DEGREES))


def _for_these(only: tuple[str, ...], before: str | None, schooling: str) -> bool:
    """Whether a way in is for somebody who comes from this work, or with this schooling."""
    return schooling in only or (before is not None and before.startswith(only))
