"""From all possible routes to the few worth showing: up in the field and out of it, never only one field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from navigator.domain.pathway import Direction, Door, DoorKind, PathwaySettings, Route

MANAGING = "11"
"""Managing is the way up in most fields: a firm step into it does not leave the field."""


def best_first(routes: Iterable[Route]) -> list[Route]:
    """The routes with the most points first; equal ones by their codes."""
    return sorted(routes, key=lambda r: (-round(r.points, 9), r.codes))


def best(routes: Iterable[Route], per_end: int) -> list[Route]:
    """The best routes to each end, best first."""
    kept: list[Route] = []
    count: dict[str, int] = {}
    for route in best_first(routes):
        if count.get(route.end, 0) < per_end:
            kept.append(route)
            count[route.end] = count.get(route.end, 0) + 1
    return kept


def direction(route: Route, fields: frozenset[str], settings: PathwaySettings) -> Direction:
    """Whether a route stays in one of the fields somebody comes from."""
    if settings.field_of(route.end) in fields:
        return "up"
    last = route.steps[-1]
    from_field = last.before is not None and settings.field_of(last.before) in fields
    return "up" if route.end[:2] == MANAGING and from_field and last.link != "near" else "out"


def chosen(routes: Sequence[Route], fields: frozenset[str], settings: PathwaySettings) -> list[Route]:
    """At most ``shown`` routes, best first: some each way, not more than a share to one SOC major group, and one soon."""
    picked = _spread(routes, fields, settings)
    groups = {r.end[:2] for r in picked}
    if len(groups) == 1:
        picked = _with(picked, (r for r in routes if r.end[:2] not in groups), settings)
    if not any(_soon(r, settings) for r in picked):
        picked = _with(picked, (r for r in routes if _soon(r, settings) and r.end[:2] in groups), settings)
    return sorted(picked, key=lambda r: (-round(r.points, 9), r.codes))


def _soon(route: Route, settings: PathwaySettings) -> bool:
    return route.months[1] <= settings.soon and all(s.strong for s in route.steps)


def _with(picked: list[Route], others: Iterable[Route], settings: PathwaySettings) -> list[Route]:
    """The picked ones with the first of the others, in the last one's place when there is no room."""
    other = next(iter(others), None)
    return picked if other is None else [*picked[: settings.shown - 1], other]


def _spread(routes: Sequence[Route], fields: frozenset[str], settings: PathwaySettings) -> list[Route]:
    picked: list[Route] = []
    for route in routes:
        if len(picked) == settings.shown or route.points < routes[0].points - settings.least_of_best:
            break
        way = direction(route, fields, settings)
        same_way = sum(direction(p, fields, settings) == way for p in picked)
        same_group = sum(p.end[:2] == route.end[:2] for p in picked)
        same_step = sum(p.steps[0].code == route.steps[0].code for p in picked)
        same_figures = any(p.end[:7] == route.end[:7] for p in picked)
        few = same_way < settings.each_way and same_group < settings.of_one_group and same_step < settings.of_one_step
        covered = any(
            route.end == s.code for p in picked for s in p.steps
        )  # a better way picked before leads through it
        if few and not same_figures and not covered:
            picked.append(route)
    return picked


def doors_by(kind: DoorKind, found: dict[str, list[str]], worth: dict[str, float]) -> list[Door]:
    """Things that open doors, those that open the most and best first."""
    doors = [
        Door(kind=kind, about=about, opens=tuple(sorted(set(codes), key=lambda c: (-worth.get(c, 0.0), c))))
        for about, codes in found.items()
    ]
    return sorted(doors, key=lambda d: (-len(d.opens), -sum(worth.get(c, 0.0) for c in d.opens), d.about))
