"""Ways from where a worker stands to better work, in words: `pathways`, with compare, what-if and doors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, NotFound
from navigator.domain.occupation import HOURS_A_YEAR
from navigator.domain.pathway import Route
from navigator.domain.record import Record
from navigator.engine import pathway_choice as choice
from navigator.formats import page as pages
from navigator.formats import pathway_words as say
from navigator.formats import words
from navigator.formats.words import Names
from navigator.services.page import names_of
from navigator.services.titles import code_of
from navigator.services.way_search import WaySearch
from navigator.services.way_teller import Now, RouteSaid, Teller
from navigator.services.way_wishes import Wish, changed

__all__ = ["Ways", "Wish", "listing", "pathways", "route_for", "searches"]

OPEN_TRAINING = (0.0, 3.0, 6.0, 12.0, 18.0, 24.0, 36.0, 48.0, 72.0)
"""Months of study tried in turn when we show what would be possible beyond what somebody said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Everything `pathways` says."""

    now: Now
    first: tuple[str, ...]
    routes: tuple[RouteSaid, ...]
    in_the_way: tuple[str, ...]
    changed: str
    benefits: str
    possible: str
    full_time: str
    proper_use: str
    sources: tuple[str, ...]


def pathways(catalogue: Catalogue, record: Record, wish: Wish) -> Ways:
    """Routes from here, all that were asked for. Raises BadInput or NotFound."""
    usual, ways = searches(catalogue, record, wish)
    teller = Teller(ways=ways, names=names_of(catalogue))
    if wish.to:
        routes, in_the_way = _to(ways, code_of(catalogue, wish.to), teller.names)
        return _told(teller, routes, (), in_the_way, "")
    first = _first(ways)
    if not ways.possible:
        ways = ways.whatever_it_pays
        teller = replace(teller, ways=ways)
    routes, new, said = listing(usual, ways, wish.what_if, teller.names)
    return _told(teller, routes, first, (), said, new)


def searches(catalogue: Catalogue, record: Record, wish: Wish) -> tuple[WaySearch, WaySearch]:
    """The search for the record as it is, and as it would be. Raises BadInput when there is nothing to start from."""
    usual = WaySearch(catalogue=catalogue, record=record, keep_earning=wish.keep_earning, within=wish.within)
    ways = replace(usual, record=changed(catalogue, record, wish.what_if)) if wish.what_if else usual
    _enough(ways)
    return usual, ways


def _enough(ways: WaySearch) -> None:
    """Routes begin somewhere: with work held, or with answers enough for a match."""
    if not ways.held and not ways.ranks:
        raise BadInput(
            "There is no work and there are too few answers to start from. 'navigator start' asks a few questions first."
        )


def _first(ways: WaySearch) -> tuple[str, ...]:
    """What must be said before anything else."""
    seen = ways if ways.possible else ways.whatever_it_pays
    if not seen.possible:
        return (say.NONE,)
    less = (say.LESS_AT_FIRST if seen.better else say.LESS,) if seen.all_steps_pay_less else ()
    floor = (say.FLOOR,) if not ways.possible and ways.limits.pay_floor is not None else ()
    return (*less, *floor)


def listing(usual: WaySearch, ways: WaySearch, what_if: str, names: Names) -> tuple[list[Route], frozenset[str], str]:
    """The routes to show, which are new because of a what-if, and what changes."""
    if not what_if:
        return ways.shown, frozenset(), ""
    before = {r.end for r in usual.better}
    new = [r for r in ways.better if r.end not in before]
    if not new:
        return (
            ways.shown,
            frozenset(),
            "This alone opens no new way that pays more than now. The ways that are possible:",
        )
    few = choice.chosen(new, ways.fields, ways.settings)
    rest = [r for r in ways.shown if r not in few][: max(0, ways.settings.shown - len(few))]
    ends = words.listed([words.lower_first(names.occupations[r.end]) for r in few[:3]])
    said = f"This opens {len(new)} more kinds of work that pay more than now, such as {ends}. New ones come first."
    return ways.up_first([*few, *rest]), frozenset(r.end for r in new), said


def _to(ways: WaySearch, code: str, names: Names) -> tuple[list[Route], tuple[str, ...]]:
    """Routes to one occupation; when what was said closes them all, what is in the way and what could be."""
    if code in ways.held:
        raise BadInput(f"{names.occupations[code]} is work you have done. Name another occupation after --to.")
    routes = ways.search.routes_to(code)
    if routes:
        return routes, ()
    beyond = next((r for r in (_opened(ways, n).search.routes_to(code) for n in OPEN_TRAINING) if r), [])[:1]
    return beyond, tuple(_in_the_way(ways, code, beyond, names))


def _opened(ways: WaySearch, train_months: float) -> WaySearch:
    """The same worker, had they set no limits but some time to train."""
    wants = ways.record.wants
    open_wants = replace(wants, cannot=(), pay_floor=None, train_months=max(train_months, wants.train_months or 0.0))
    return replace(ways, record=replace(ways.record, wants=open_wants, dismissed=()), keep_earning=False, within=None)


def _in_the_way(ways: WaySearch, code: str, beyond: Sequence[Route], names: Names) -> list[str]:
    name, wants, found = names.occupations[code], ways.record.wants, []
    if not beyond:
        return [f"We found no way of up to three possible steps from your work to: {words.lower_first(name)}."]
    for step in beyond[0].steps:
        spot, called = ways.catalogue.spot(step.code), names.occupations[step.code]
        if spot and (ruled := sorted(set(spot.asks) & set(wants.cannot))):
            found.append(f"{called} often asks what you ruled out: {words.lower_first(names.cannot[ruled[0]])}.")
        if step.study > ways.search.ways.train_months:
            found.append(
                f"{called} takes {words.months((step.study, step.study))} of study, more than you said. Try: --what-if train={step.study:g}"
            )
        if not ways.search.pays_enough(step.per_hour):
            found.append(f"{called} pays less in the middle than you need.")
        if ways.keep_earning and not step.earns:
            found.append(f"{called} takes study without pay.")
        if step.code in ways.search.limits.avoid:
            found.append(f"You said {words.lower_first(called)} is not for you.")
    late = ways.within is not None and sum(beyond[0].months) / 2 > ways.within
    return found + (["It takes longer than you asked for."] if late else [])


def _benefits(ways: WaySearch, routes: Sequence[Route]) -> str:
    """A raise may cost help one gets: named where today's pay is low enough for it and some way pays more."""
    base = ways.base
    if base is not None and not any(r.steps[-1].per_hour > base for r in routes):
        return ""
    now = None if base is None else base * HOURS_A_YEAR
    touched = [n.name for n in ways.catalogue.raise_notes if now is None or now < n.most_yearly]
    return say.BENEFITS.format(help=", ".join(touched)) if routes and touched else ""


def _told(
    teller: Teller, routes: Sequence[Route], first: tuple[str, ...], in_the_way: tuple[str, ...], changed_said: str,
    new: frozenset[str] = frozenset(),
) -> Ways:  # fmt: skip
    vintages = teller.ways.catalogue.vintages
    return Ways(
        now=teller.now(),
        first=first,
        routes=tuple(teller.said(r, n, r.end in new) for n, r in enumerate(routes, start=1)),
        in_the_way=in_the_way,
        changed=changed_said,
        benefits=_benefits(teller.ways, routes),
        possible=say.POSSIBLE,
        full_time=say.FULL_TIME if teller.ways.base else "",
        proper_use=words.PROPER_USE,
        sources=pages.sources(vintages),
    )


def route_for(ways: WaySearch, listed: Sequence[Route], which: str) -> Route:
    """A route by its number in the list, or the best one to an occupation. Raises BadInput or NotFound."""
    if which.strip().isdigit():
        number = int(which)
        if not 1 <= number <= len(listed):
            raise BadInput(f"There is no way number {number} in your list; it has {len(listed)}.")
        return listed[number - 1]
    code = code_of(ways.catalogue, which)
    found = ways.search.routes_to(code)
    if not found:
        name = words.lower_first(ways.catalogue.names[code])
        raise NotFound(
            f"There is no possible way to {name} within what you told us. "
            f"'navigator pathways --to {code}' says what is in the way."
        )
    return found[0]
