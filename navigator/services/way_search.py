"""From where somebody stands to routes: where they begin, which are possible, and which few are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from navigator.domain.pathway import Route, Start
from navigator.engine import pathway_choice as choice
from navigator.engine.free_time import UNPAID
from navigator.engine.pathways import Search
from navigator.engine.standing import per_hour
from navigator.services.way_stand import WayStand

CLOSEST = 20
"""When nothing pays more than today, the choice is made among this many that pay the most."""

SHORT = 5
"""With fewer routes than this that lead through no work that hardly exists, some that do are shown at the end."""


@dataclass(frozen=True, kw_only=True)
class WaySearch(WayStand):
    """The search for the routes of one record."""

    @cached_property
    def starts(self) -> tuple[Start, ...]:
        """Work held; with none, the best matches that are within reach."""
        if self.held:
            return tuple(Start(code=c, worked=self._worked(c)) for c in self.held)
        best = sorted(self.ranks, key=self.ranks.__getitem__)[: 5 * self.settings.starts]
        best = [*dict.fromkeys((*(c for c in self.matcher.standing.alike if self.catalogue.has(c)), *best))]
        possible = {
            r.end for r in self._search(tuple(Start(code=c, held=False, strength=0.5) for c in best)).first_steps()
        }
        within = [c for c in best if c in possible][: self.settings.starts]
        return tuple(Start(code=c, held=False, strength=0.7 - 0.02 * n) for n, c in enumerate(within))

    @cached_property
    def search(self) -> Search:
        """The search itself."""
        return self._search(self.starts)

    def _search(self, starts: Sequence[Start]) -> Search:
        return Search(
            spot=cache(self.catalogue.spot), edges=cache(self.catalogue.steps_from), pay=self.here, limits=self.limits,
            settings=self.settings, matching=self.matching, starts=starts, base=self.base, fit=self.fit,
            papers=self.papers, floor=per_hour(self.record.wants.pay_floor),
        )  # fmt: skip

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields somebody comes from."""
        paid = {c for e in self.record.experience if (c := self._done(e)) in self.held and self._kind(e) not in UNPAID}
        codes = paid or {s.code for s in self.starts}
        return frozenset(self.settings.field_of(c) for c in codes if c)

    @cached_property
    def possible(self) -> list[Route]:
        """The best route to every occupation within reach, best first; where none that is near pays more than today, those
        straight to the matches as well."""
        near = self.search.routes()
        if any(map(self._pays_more, near)):
            return near
        ends = {r.end for r in near}
        return [*near, *(r for r in self._to_matches if r.end not in ends and self._pays_more(r))]

    @cached_property
    def _to_matches(self) -> list[Route]:
        """The single steps into what the list of matches shows: what was ruled out may close all work that is near."""
        if not self.held or not self.ranks:
            return []
        return self.search.straight_to(m.code for m in self.matcher.matches().shown)

    @cached_property
    def better(self) -> list[Route]:
        """Those that end in more pay than today's."""
        return [r for r in self.possible if self._pays_more(r)]

    def _pays_more(self, route: Route) -> bool:
        """Whether it ends in more pay than today's, by the figure that is shown as well; back into own work counts whatever
        it pays at the start."""
        end = route.steps[-1]
        if self.base is None:
            return True
        more = None if end.link == "back" else self.gain(end)
        return end.per_hour > self.base and (more is None or more > 0)

    def opened(self, before: WaySearch) -> list[Route]:
        """Those of another search than before that end in more pay than today's. Nothing is opened by ruling out more:
        what comes up then had been crowded out."""
        if self._rules_out_more_alone(before):
            return []
        had = {r.end for r in before.better}
        return [r for r in self.better if r.end not in had]

    def _rules_out_more_alone(self, before: WaySearch) -> bool:
        """Whether nothing differs from a search before but that more is ruled out."""
        had, has = before.record.wants, self.record.wants
        same_time = (self.keep_earning, self.within) == (before.keep_earning, before.within)
        return same_time and replace(has, cannot=had.cannot) == had and {*has.cannot} > {*had.cannot}

    @cached_property
    def good(self) -> list[Route]:
        """Those that are worth showing at all."""
        return [r for r in self.better if r.points >= self.better[0].points - self.settings.least_of_best]

    @cached_property
    def shown(self) -> list[Route]:
        """The few worth showing; when nothing pays more, those that come closest."""
        if self.better:
            return self.up_first(self._with_rare(self._chosen, self.better))
        return self.up_first(self._with_rare(self._closest, self.possible))

    def _chosen(self, routes: Sequence[Route]) -> list[Route]:
        return choice.chosen(routes, self.fields, self.settings)

    def _closest(self, routes: Sequence[Route]) -> list[Route]:
        """Some of those that pay the most, where none pays more than today."""
        return sorted(self._chosen(sorted(routes, key=_best_paid)[:CLOSEST]), key=_best_paid)

    def _with_rare(self, chosen: Callable[[Sequence[Route]], list[Route]], routes: Sequence[Route]) -> list[Route]:
        """What is chosen of the routes that lead through no work that hardly exists; where that gives a short list, some of
        the others at its end."""
        common = chosen([r for r in routes if not self.through_rare(r)])
        if not common:
            return chosen(routes)
        shown = {r.end for r in common}
        rare = (r for r in routes if self.through_rare(r) and r.end not in shown) if len(common) < SHORT else ()
        return [*common, *chosen(list(rare))[: SHORT - len(common)]]

    def through_rare(self, route: Route) -> bool:
        """Whether a route leads through work that hardly exists, or to it."""
        return any(map(self.matcher.rare, route.codes))

    def up_first(self, routes: Sequence[Route]) -> list[Route]:
        """The routes up in the field before those out of it, else in their order; those through rare work at the end."""
        return sorted(
            routes, key=lambda r: (self.through_rare(r), choice.direction(r, self.fields, self.settings) != "up")
        )

    @cached_property
    def all_steps_pay_less(self) -> bool:
        """Whether every single step within reach pays less in the middle than today."""
        firsts = [r.steps[0].per_hour for r in self.possible if len(r.steps) == 1]
        return self.base is not None and bool(firsts) and max(firsts) < self.base

    @cached_property
    def with_diploma(self) -> WaySearch:
        """The same search, had the worker a high school diploma."""
        wants = replace(self.record.wants, schooling="high_school")
        return replace(self, record=replace(self.record, wants=wants))

    @cached_property
    def whatever_it_pays(self) -> WaySearch:
        """The same search, were pay no limit."""
        return replace(self, any_pay=True)


def _best_paid(route: Route) -> tuple[float, tuple[str, ...]]:
    return (-route.steps[-1].per_hour, route.codes)
