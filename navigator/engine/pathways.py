"""Find routes of one to three steps that keep to everything a worker said. Pure: looks up places and pay, returns routes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from navigator.domain.matching import Matching
from navigator.domain.pathway import Edge, Limits, PathwaySettings, Route, Spot, Start, Step
from navigator.engine.bands import ZONE_OF_SCHOOLING
from navigator.engine.pathway_back import is_short, step_back
from navigator.engine.pathway_choice import best, best_first
from navigator.engine.pathway_points import HerePay, Points
from navigator.engine.pathway_ways import Coming, WaysIn

PER_END = 2
"""Routes to the same occupation kept while searching: the best may lead on less well than the second."""

SUITS_BEST = 0.85
"""How well an occupation must suit the answers (about the first 45 of the ranking) for a way to leave its field for it."""

MINOR = 4
"""The first letters of a code that are the same for work of one kind: 13-2, money work."""


@dataclass(kw_only=True)
class Search:
    """One worker's search. ``base`` is today's pay an hour, or None; ``floor`` what they said they need, also where no
    limit is set by it; ``fit`` says how well an end suits, 0 to 1; ``papers`` are occupations that ask first of all a
    license the worker holds."""

    spot: Callable[[str], Spot | None]
    edges: Callable[[str], Sequence[Edge]]
    pay: Callable[[str], HerePay]
    limits: Limits
    settings: PathwaySettings
    matching: Matching
    starts: Sequence[Start]
    base: float | None = None
    floor: float | None = None
    fit: Callable[[str], float] = lambda code: 0.0
    papers: Sequence[str] = ()
    _opens: dict[str, Spot | None] = field(default_factory=dict)
    _leads: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def ways(self) -> WaysIn:
        """Which ways in are open."""
        return WaysIn(limits=self.limits, settings=self.settings, matching=self.matching)

    @cached_property
    def sum(self) -> Points:
        """What a route's place in the list is made of."""
        return Points(
            spot=self.spot, pay=self.pay, limits=self.limits, settings=self.settings, base=self.base, fit=self.fit
        )

    def routes(self) -> list[Route]:
        """The best route to every occupation that can be reached, best first."""
        found = self.first_steps()
        longer = found
        for _ in range(self.settings.steps - 1):
            longer = self._extended(best(longer, PER_END)[: self.settings.beam])
            found = [*found, *longer]
        direct = {r.end: r for r in found if len(r.steps) == 1}
        return best([r for r in found if self._in_time(r) and not self._detour(r, direct)], 1)

    def routes_to(self, code: str) -> list[Route]:
        """The routes that end at one occupation, the best by each number of steps."""
        begun = [self.first_steps()]
        for _ in range(self.settings.steps - 2):
            begun.append(self._extended(best([r for r in begun[-1] if r.end != code], PER_END)))
        routes = [r for some in begun for r in some if r.end == code]
        routes += [] if any(len(r.steps) == 1 for r in routes) else self._straight(code)
        firm = [r for some in begun for r in some if r.end != code and _leads_on(r)]
        routes += [longer for route in firm for longer in self._onward(route, only=code)]
        shortest = [
            next((r for r in best_first(routes) if len(r.steps) == n), None) for n in range(1, self.settings.steps + 1)
        ]
        found = [r for r in shortest if r is not None and self._in_time(r)]
        # nobody is sent back into a lesser job of their own kind where they can go straight
        free = [r for r in found if not self.lesser(r)]
        free = free or [r for r in self._straight(code, far=True) if self._in_time(r)][:1]
        return best_first(free or found)

    def lesser(self, route: Route) -> bool:
        """Whether a route first leads into another job of one's own field that pays less than now, or than one needs."""
        first = route.steps[0]
        own = any(s.held and self._same_field(s.code, first.code) for s in self.starts)
        return len(route.steps) > 1 and own and first.per_hour < max(self.base or 0.0, self.floor or 0.0)

    def first_steps(self) -> list[Route]:
        """All single steps that are possible from where the worker stands."""
        found = []
        for start in sorted(self.starts, key=lambda s: s.code):
            spot = self.spot(start.code)
            if spot is None:
                continue
            if start.held:
                found += [self._route(start, (step,)) for step in (*self._back(spot), *self._steps(start, spot, ()))]
            else:
                edge = Edge(to=spot.code, link="near", strength=start.strength, strong=False)
                step = self._step(None, edge, spot, self.ways.schooling, 0.0)
                found += [self._route(start, (step,))] if step else []
        return found

    def _back(self, spot: Spot) -> Iterator[Step]:
        """The step back into work done in another country."""
        per_hour = self.pay(spot.code).per_hour
        if spot.code not in self.limits.returns or per_hour is None or self._open(spot.code) is None:
            return
        step = step_back(spot, self.ways, per_hour)
        if step is None and is_short(spot):
            edge = Edge(to=spot.code, link="back", strength=self.settings.strengths["back"], strong=True)
            step = self._step(spot.code, edge, spot, self.ways.schooling, 0.0)
        yield from (step,) if step else ()

    def direct(self, code: str) -> Step | None:
        """The best single step into one occupation from work held, near or not: how long its way in takes from here."""
        starts = [
            (s, spot) for s in sorted(self.starts, key=lambda s: s.code) if s.held and (spot := self.spot(s.code))
        ]
        near = [self._route(start, (step,)) for start, spot in starts for step in self._steps(start, spot, (), code)]
        found = best_first(near or self._straight(code) or self._straight(code, far=True))
        return found[0].steps[0] if found else None

    def straight_to(self, codes: Iterable[str]) -> list[Route]:
        """The best single step into each of these, near or not, that keeps to everything the worker said; best first."""
        return best((r for code in codes for r in self._straight(code) if self._in_time(r)), 1)

    def _straight(self, code: str, *, far: bool = False) -> list[Route]:
        """The single step into work that somebody named and that is not near: a course is open to anybody; ``far``: however
        much more preparation it asks, since its way in says how long that takes."""
        edge = Edge(to=code, link="near", strength=self.settings.strengths["near_viable"], strong=False)
        spot, found = self._open(code), []
        for start in sorted(self.starts, key=lambda s: s.code):
            here = self.spot(start.code)
            if (
                spot
                and here
                and start.held
                and (far or spot.zone <= _reached(here.zone, self.ways.schooling) + self.settings.zone_up)
            ):
                step = self._step(here.code, edge, spot, self.ways.schooling, 0.0)
                found += [self._route(start, (step,))] if step else []
        return found

    @cached_property
    def _at_hand(self) -> frozenset[str]:
        """Work whose paper is held: nobody needs other work first to ask for it."""
        return frozenset(r.end for r in self.first_steps() if r.steps[0].paper)

    def _extended(self, routes: Iterable[Route]) -> list[Route]:
        return [longer for route in routes if _leads_on(route) for longer in self._onward(route)]

    def _onward(self, route: Route, only: str | None = None) -> list[Route]:
        """The routes that go one step further: to other work that pays more than the step before it."""
        spot = self.spot(route.end)
        if spot is None:
            return []
        start = next(s for s in self.starts if s.code == (route.start or route.steps[0].code))
        return [self._route(start, (*route.steps, step)) for step in self._steps(start, spot, route.steps, only)]

    def _steps(self, start: Start, here: Spot, before: tuple[Step, ...], only: str | None = None) -> Iterable[Step]:
        seen = {s.code for s in before} | ({start.code} - self.limits.returns)
        schooling = before[-1].schooling if before else self.ways.schooling
        highest = _reached(here.zone, schooling) + self.settings.zone_up
        least = before[-1].per_hour if before else -1.0
        for edge in (*self.edges(here.code), *self._by_licence(here, before)):
            if edge.to in seen or (only is not None and edge.to != only):
                continue
            spot = self._open(edge.to)
            if spot is None or spot.zone > highest or self.pay(edge.to).per_hour <= least:  # type: ignore[operator]
                continue
            if before and (edge.to in self._at_hand or not self._climbs(start, here, edge, spot)):
                continue
            counts = not before and (edge.strong or self._same_field(here.code, edge.to))
            step = self._step(here.code, edge, spot, schooling, start.worked if counts else 0.0)
            if step:
                yield step

    def _climbs(self, start: Start, here: Spot, edge: Edge, there: Spot) -> bool:
        """Whether a step after the first climbs, and does not drift for the pay alone: a firm step within the field; out of
        it only to the work that suits the answers best, or where we wrote it as a next step, it suits, and it is near to
        where the route began too."""
        if not edge.strong or not (there.zone >= here.zone or edge.link == "next"):
            return False
        if self._same_field(here.code, there.code) or self.fit(there.code) >= SUITS_BEST:
            return True
        near = there.code == start.code or there.code in self._near(start.code)
        return edge.link == "next" and self.fit(there.code) >= 0 and near

    def _near(self, code: str) -> frozenset[str]:
        """All that one step from an occupation may lead to."""
        if code not in self._leads:
            self._leads[code] = frozenset(e.to for e in self.edges(code))
        return self._leads[code]

    def _by_licence(self, here: Spot, before: tuple[Step, ...]) -> list[Edge]:
        """Work that the worker's own license opens, near or not: a first step from the first of the starts."""
        if before or here.code != min(s.code for s in self.starts):
            return []
        near = {e.to for e in self.edges(here.code)}
        firm = self.settings.strengths["licence"]
        return [Edge(to=c, link="licence", strength=firm, strong=False) for c in self.papers if c not in near]

    def _same_field(self, one: str, other: str) -> bool:
        return self.settings.field_of(one) == self.settings.field_of(other)

    def _open(self, code: str) -> Spot | None:
        """The place, unless something the worker said stands against it whatever the way there."""
        if code not in self._opens:
            per_hour = self.pay(code).per_hour
            spot = self.spot(code) if per_hour is not None and self.pays_enough(per_hour) else None
            self._opens[code] = spot if spot is not None and not self.refused(spot) else None
        return self._opens[code]

    def _step(self, before: str | None, edge: Edge, spot: Spot, schooling: str, worked: float) -> Step | None:
        """One step, or None when no way in is open."""
        per_hour = self.pay(spot.code).per_hour
        related = self._degree_counts(edge, spot, schooling, before)
        abroad = self.limits.degree_abroad and schooling == self.ways.schooling
        rising = edge.link in ("next", "closest") and before is not None and self._same_field(before, spot.code)
        coming = Coming(related=related, abroad=abroad, rising=rising)
        taken = self.ways.into(spot, edge, schooling, worked, before, coming)
        if taken is None or per_hour is None or self._open(spot.code) is None:
            return None
        way, months, study, degree = taken
        return Step(
            before=before, code=spot.code, link=edge.link, strength=edge.strength, why=edge.why, way=way, months=months,
            study=study, per_hour=per_hour, schooling=self.ways.after(way, schooling), zone=spot.zone,
            strong=edge.strong or before is None, shorter=self.ways.asks_less(way, spot), paper=self.ways.held(way, spot), degree=degree,
            abroad=degree and abroad,
        )  # fmt: skip

    def _degree_counts(self, edge: Edge, there: Spot, schooling: str, before: str | None) -> bool:
        """Whether the degree somebody has counts there: they did that work in another country; or the work before asks one
        as well, and is of the same kind, near it in the field, or named beside it by those who know.

        A degree in any field is not the degree of this one.
        """
        if there.code in self.limits.returns:
            return True
        here = self.spot(before) if before else None
        if here is None or not here.asks_degree:
            return False
        named = edge.link in ("next", "closest") and edge.strength > self.settings.strengths["listed_by"]
        near = edge.strong and self._same_field(here.code, there.code)
        return named or near or here.code[:MINOR] == there.code[:MINOR]

    def refused(self, spot: Spot) -> bool:
        """Whether the worker turned it down, or ruled out something it asks."""
        return spot.code in self.limits.avoid or bool(self.limits.cannot.intersection(spot.asks))

    def pays_enough(self, per_hour: float) -> bool:
        """Whether it pays what the worker needs, and not much less than today."""
        if self.limits.pay_floor is not None and per_hour < self.limits.pay_floor:
            return False
        return self.base is None or per_hour >= self.settings.pay_keep * self.base

    def _route(self, start: Start, steps: tuple[Step, ...]) -> Route:
        stay_low, stay_high = (s * (len(steps) - 1) for s in self.settings.stay)
        months = (sum(s.months[0] for s in steps) + stay_low, sum(s.months[1] for s in steps) + stay_high)
        return Route(
            start=start.code if start.held else None, steps=steps, months=months, points=self.sum.points(steps, months)
        )

    def _detour(self, route: Route, direct: Mapping[str, Route]) -> bool:
        """Whether a longer route leads to what one step reaches as well.

        It does not count as a detour when it comes by a next step of the work before, and going straight takes long.
        """
        straight = direct.get(route.end)
        if len(route.steps) == 1 or straight is None:
            return False
        step = straight.steps[0]
        easy = step.way.asks == "none" and step.months[1] <= self.settings.soon
        return easy or route.steps[-1].link != "next"

    def _in_time(self, route: Route) -> bool:
        return self.limits.within is None or sum(route.months) / 2 <= self.limits.within


def _leads_on(route: Route) -> bool:
    """Whether a way may go on from its last step: one that is firm, or into work whose paper is held."""
    return route.steps[-1].strong or bool(route.steps[-1].paper)


def _reached(zone: int, schooling: str) -> int:
    """The job zone one stands in: by the work, or by schooling where that is higher."""
    return max(zone, ZONE_OF_SCHOOLING.get(schooling, 0))
