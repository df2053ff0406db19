"""Ways from where a worker stands to better work, in words: `pathways`, with compare, what-if and doors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, NotFound
from navigator.domain.occupation import HOURS_A_YEAR
from navigator.domain.pathway import Route, Step
from navigator.domain.record import Record
from navigator.engine.pathway_ways import USUAL_SCHOOLING
from navigator.engine.validate import shown as quoted
from navigator.formats import page as pages
from navigator.formats import pathway_words as say
from navigator.formats import words
from navigator.formats.words import Names
from navigator.i18n import N_, _
from navigator.services.page import names_of, only_english
from navigator.services.pay_words import pay_doubt
from navigator.services.resources import Directory
from navigator.services.titles import code_of
from navigator.services.way_help import Helper, HelpSaid
from navigator.services.way_listing import barred, closes, listing
from navigator.services.way_school import diploma_opens, unasked
from navigator.services.way_search import WaySearch
from navigator.services.way_teller import Now, RouteSaid, Teller
from navigator.services.way_wishes import Wish, changed
from navigator.services.way_wishes import told as told_change

__all__ = ["Ways", "Wish", "listing", "pathways", "route_for", "searches"]

OPEN_TRAINING = (0.0, 3.0, 6.0, 12.0, 18.0, 24.0, 36.0, 48.0, 72.0)
"""Months of study tried in turn when we show what would be possible beyond what somebody said."""

MOST_WAYS_IN = 2
WHO_TRAINS = N_("Who trains for it near you, and who helps to pay: navigator resources --for {code}")
LOOKED_AT = N_("You did it in another country. A career navigator can tell you who looks at papers from there.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Everything `pathways` says. ``own``: about work that was asked for and that one has done; ``diploma``: that a high
    school diploma alone would open most of what could stand in the list."""

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
    needs: tuple[HelpSaid, ...] = ()
    opener: str = ""
    closes: bool = False
    own: tuple[str, ...] = ()
    diploma: str = ""


def pathways(catalogue: Catalogue, record: Record, wish: Wish, directory: Directory | None = None) -> Ways:
    """Routes from here, all that were asked for; with a directory, the help beside each. Raises BadInput or NotFound."""
    usual, ways = searches(catalogue, record, wish)
    helper = Helper(directory=directory) if directory else None
    teller = Teller(ways=ways, names=names_of(catalogue), helper=helper)
    if wish.to:
        code = code_of(catalogue, wish.to, surely=True)
        routes, in_the_way = _to(ways, code, teller)
        own = tuple(_own(ways, code, teller.names)) if code in ways.held and not (routes or in_the_way) else ()
        return replace(_told(teller, routes, (), in_the_way, ""), own=own)
    first, asked_for = _first(ways), ways
    if not ways.possible:
        usual, ways = usual.whatever_it_pays, ways.whatever_it_pays
        teller = replace(teller, ways=ways)
    routes, new, said = listing(usual, ways, wish.what_if, teller.names)
    diploma = diploma_opens(asked_for) if routes and not wish.what_if else ""
    told = told_change(catalogue, record, ways.record) if wish.what_if else ""
    asked = unasked(record, ways.record) if usual.record != record else ""
    found = _told(teller, routes, first, (), " ".join(filter(None, (asked, told, said))), new)
    found = _not_new(found, replace(usual, record=record)) if asked else found
    return replace(found, closes=closes(usual, ways), diploma=diploma)


def _not_new(found: Ways, before: WaySearch) -> Ways:
    """A diploma may be held already: what the list holds without any what-if is opened by it, but not called new."""
    listed = {r.end for r in (before if before.possible else before.whatever_it_pays).shown}
    return replace(found, routes=tuple(replace(r, new=r.new and r.code not in listed) for r in found.routes))


def searches(catalogue: Catalogue, record: Record, wish: Wish) -> tuple[WaySearch, WaySearch]:
    """The search for the record as it is, and as it would be. Raises BadInput when there is nothing to start from.

    Where nobody asked about schooling, a diploma is taken for granted; what one would open is then seen against none.
    """
    usual = WaySearch(catalogue=catalogue, record=record, keep_earning=wish.keep_earning, within=wish.within)
    ways = replace(usual, record=changed(catalogue, record, wish.what_if)) if wish.what_if else usual
    if record.wants.schooling is None and ways.record.wants.schooling == USUAL_SCHOOLING:
        usual = replace(usual, record=replace(record, wants=replace(record.wants, schooling="none")))
    _enough(ways)
    return usual, ways


def _enough(ways: WaySearch) -> None:
    """Routes begin somewhere: with work held, or with answers enough for a match."""
    if not ways.held and not ways.ranks:
        raise BadInput(
            _(
                "There is no work and there are too few answers to start from. 'navigator start' asks a few questions first."
            )
        )


def _first(ways: WaySearch) -> tuple[str, ...]:
    """What must be said before anything else."""
    seen = ways if ways.possible else ways.whatever_it_pays
    doubts = (*filter(None, (_not_understood(ways), pay_doubt(ways.record, ways.matching))),)
    if not seen.possible:
        return (*doubts, _(say.NONE))
    less = (_(say.LESS_AT_FIRST if seen.better else say.LESS),) if seen.all_steps_pay_less else ()
    if not (less or seen.better):
        less = (_(say.NOT_MORE),)
    floor = (_(say.FLOOR),) if not ways.possible and ways.limits.pay_floor is not None else ()
    return (*doubts, *less, *floor)


def _not_understood(ways: WaySearch) -> str:
    """That no way begins at work of which we could not tell what it is."""
    titles = [quoted(title) for title in ways.unknown_work]
    if not titles:
        return ""
    said = _("We could not tell which work {titles} is, so no way begins there. To mend that: navigator start")
    if not ways.held:
        said = _(
            "We could not tell which work {titles} is, so these ways begin at work that fits your other answers. To mend "
            "that: navigator start"
        )
    return said.format(titles=_(" or ").join(titles))


def _to(ways: WaySearch, code: str, teller: Teller) -> tuple[list[Route], tuple[str, ...]]:
    """Routes to one occupation; when what was said closes them all, what is in the way and what could be."""
    names = teller.names
    if code in ways.held:
        done = _("{work} is work you have done.").format(work=names.occupations[code])
        back = ways.search.routes_to(code) or _beyond(ways, code) if code in ways.returns else []
        if paper := teller.paper(code):
            how = [] if back else [*_usual_ways(ways, code), _(WHO_TRAINS).format(code=code)]
            return back, (done, paper, *barred(ways, code, names), *how)
        if back:
            return back, (done, _(LOOKED_AT))
        return [], ()
    routes = ways.search.routes_to(code)
    if routes:
        return routes, ()
    beyond = _beyond(ways, code)
    if beyond or ways.record.wants.schooling != "none":
        return beyond, tuple(_in_the_way(ways, code, beyond, names))
    schooled = ways.with_diploma
    beyond = _beyond(schooled, code)
    said = _("{work}: people usually have a high school diploma or GED. Try: --what-if school=ged")
    first = [said.format(work=names.occupations[code])] if beyond else []
    return beyond, (*first, *_in_the_way(schooled, code, beyond, names))


def _own(ways: WaySearch, code: str, names: Names) -> Iterator[str]:
    """What to do about work that one has done: no way leads there, it can be asked for."""
    work = names.occupations[code]
    yield _("{work} is work you have done.").format(work=work)
    called = ways.catalogue.occupation(code).profile.postings_say or work
    yield _("You need no new way to it. Look for postings that say: {titles}.").format(titles=called)
    yield _('To put it in your plan: navigator plan add-goal "{work}" --for {code}').format(work=work, code=code)


def _beyond(ways: WaySearch, code: str) -> list[Route]:
    """The best route, had the worker set no limits, with the least study; one that first leads into a lesser job of their own
    field only where no study opens another. None where there is none even then."""
    found = (r[0] for r in (_opened(ways, n).search.routes_to(code) for n in OPEN_TRAINING) if r)
    first = next(found, None)
    if first is None or not ways.search.lesser(first):
        return [first] if first else []
    return [next((r for r in found if not ways.search.lesser(r)), first)]


def _opened(ways: WaySearch, train_months: float) -> WaySearch:
    """The same worker, had they set no limits but some time to train."""
    wants = ways.record.wants
    open_wants = replace(wants, cannot=(), train_months=max(train_months, wants.train_months or 0.0))
    record = replace(ways.record, wants=open_wants, dismissed=())
    return replace(ways, record=record, keep_earning=False, within=None, any_pay=True)


def _in_the_way(ways: WaySearch, code: str, beyond: Sequence[Route], names: Names) -> list[str]:
    if not beyond:
        said = _("We found no way of up to three possible steps from your work to: {work}.")
        return [said.format(work=words.lower_first(names.occupations[code])), *_usual_ways(ways, code)]
    found = [text for step in beyond[0].steps for text in _against(ways, step, names)]
    late = ways.within is not None and sum(beyond[0].months) / 2 > ways.within
    return found + ([_("It takes longer than you asked for.")] if late else [])


def _usual_ways(ways: WaySearch, code: str) -> list[str]:
    """How people come to work that no way was found to: a counselor may know one."""
    spot = ways.catalogue.spot(code)
    usual = spot.ways[:MOST_WAYS_IN] if spot else ()
    return [_("How people come to this work: {how}").format(how=say.usual(way)) for way in usual]


def _against(ways: WaySearch, step: Step, names: Names) -> Iterator[str]:
    """What was said against one step."""
    called = names.occupations[step.code]
    yield from barred(ways, step.code, names)
    if step.study > ways.search.ways.train_months:
        said = _("{work} takes {months} of study, more than you said. Try: --what-if train={n}")
        yield said.format(work=called, months=words.months((step.study, step.study)), n=f"{step.study:g}")
    if not ways.search.pays_enough(step.per_hour):
        floor = ways.limits.pay_floor
        low = floor is not None and step.per_hour < floor
        said = (
            _("{work} pays less in the middle than you need.")
            if low
            else _("{work} pays much less in the middle than now.")
        )
        yield said.format(work=called)
    if ways.keep_earning and not step.earns:
        yield _("{work} takes study without pay.").format(work=called)
    if step.code in ways.search.limits.avoid:
        yield _("You said this work is not for you: {work}.").format(work=words.lower_first(called))


def _benefits(ways: WaySearch, routes: Sequence[Route]) -> str:
    """A raise may cost help one gets: named where today's pay is low enough for it and some way pays more."""
    base = ways.base
    if base is not None and not any(r.steps[-1].per_hour > base for r in routes):
        return ""
    now = None if base is None else base * HOURS_A_YEAR
    touched = [n.name for n in ways.catalogue.raise_notes if now is None or now < n.most_yearly]
    return _(say.BENEFITS).format(help=", ".join(touched)) if routes and touched else ""


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
        possible=_(say.POSSIBLE),
        full_time=_(say.FULL_TIME) if teller.ways.base else "",
        proper_use=words.proper_use(),
        sources=(
            *only_english(teller.ways.catalogue, (s.code for r in routes for s in r.steps)),
            *pages.sources(vintages),
        ),
        needs=teller.helper.for_needs(teller.ways.record.needs) if teller.helper else (),
    )


def route_for(ways: WaySearch, listed: Sequence[Route], which: str) -> Route:
    """A route by its number in the list, or the best one to an occupation. Raises BadInput or NotFound."""
    if which.strip().isdigit():
        number = int(which)
        if not 1 <= number <= len(listed):
            said = _("There is no way number {number} in your list; it has {count}.")
            raise BadInput(said.format(number=number, count=len(listed)))
        return listed[number - 1]
    code = code_of(ways.catalogue, which, surely=True)
    found = ways.search.routes_to(code)
    if not found:
        name = words.lower_first(ways.catalogue.names[code])
        said = _(
            "There is no possible way to this work within what you told us: {work}. "
            "'navigator pathways --to {code}' says what is in the way."
        )
        raise NotFound(said.format(work=name, code=code))
    return found[0]
