"""Two routes side by side, and what opens the most doors."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.pathway import Door, Route
from navigator.domain.record import Record
from navigator.engine import bands
from navigator.engine import pathway_choice as choice
from navigator.engine.reasons import missing
from navigator.formats import page as pages
from navigator.formats import pathway_words as say
from navigator.formats import words
from navigator.formats.words import Names
from navigator.i18n import _, ngettext
from navigator.services.page import names_of
from navigator.services.pathways import listing, route_for, searches
from navigator.services.way_search import WaySearch
from navigator.services.way_teller import RouteSaid, Teller
from navigator.services.way_wishes import Wish

MOST_DOORS = 8
SHORT_WAYS = ("none", "short_course", "certificate", "apprenticeship")
"""A certificate or license opens a door by itself only where no degree stands before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing compared, as it is on either side."""

    what: str
    one: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two routes, thing by thing."""

    one: RouteSaid
    other: RouteSaid
    lines: tuple[Line, ...]
    possible: str
    full_time: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorSaid:
    """One thing that opens doors, in words."""

    what: str
    about: str
    says: str
    opens: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What opens the most doors: the paper, the schooling, the skill."""

    paper: DoorSaid | None
    schooling: DoorSaid | None
    skill: DoorSaid | None
    possible: str
    sources: tuple[str, ...]


def compared(catalogue: Catalogue, record: Record, which: str, wish: Wish) -> Compared:
    """Two routes, given as `1,3` or `29-2061.00,31-9092.00`. Raises BadInput or NotFound."""
    parts = [p.strip() for p in which.split(",")]
    if len(parts) != 2 or not all(parts):
        raise BadInput(
            _("Name two to compare, with a comma between: two numbers of your list, or two codes or titles.")
        )
    usual, ways = searches(catalogue, record, wish)
    teller = Teller(ways=ways, names=names_of(catalogue))
    listed = listing(usual, ways, wish.what_if, teller.names)[0]
    one, other = (teller.said(route_for(ways, listed, part), n) for n, part in enumerate(parts, start=1))
    return Compared(
        one=one,
        other=other,
        lines=tuple(
            Line(what=what, one=a, other=b) for (what, a), (_what, b) in zip(_rows(one), _rows(other), strict=True)
        ),
        possible=_(say.POSSIBLE),
        full_time=_(say.FULL_TIME) if ways.base else "",
        sources=pages.sources(catalogue.vintages),
    )


def _rows(route: RouteSaid) -> list[tuple[str, str]]:
    last = route.steps[-1]
    return [
        (_("Steps"), _("; then ").join(s.name for s in route.steps)),
        (_("Pay at the end"), last.pay),
        (_("A year"), route.gain or _("Not known: you did not say your pay.")),
        (_("Pay on the way"), " ".join(s.pay for s in route.steps[:-1]) or _("One step only.")),
        (_("Time, cost, earning"), route.takes),
        (_("Way in"), _(" Then: ").join(s.way_in for s in route.steps)),
        (
            _("Missing"),
            ". ".join(words.upper_first(m) for s in route.steps for m in s.missing) or _("Nothing that we know of"),
        ),
        (_("Openings"), last.openings),
        (_("Can lead on to"), "; ".join(route.later) or _("Nothing we know of")),
        (
            _("Take care"),
            " ".join(dict.fromkeys(n for s in route.steps for n in (s.note, s.remark, s.ask_for) if n))
            or _("Nothing special"),
        ),
    ]


def doors(catalogue: Catalogue, record: Record) -> Doors:
    """The one certificate or license, the schooling and the skill that open the most doors."""
    ways = WaySearch(catalogue=catalogue, record=record)
    names = names_of(catalogue)
    worth = {r.end: r.points for r in ways.better}
    return Doors(
        paper=_said(_papers(ways, worth), names),
        schooling=_said(_schooling(ways), names),
        skill=_said(_skills(ways, worth), names),
        possible=_(say.POSSIBLE),
        sources=pages.sources(catalogue.vintages),
    )


def _fitting(ways: WaySearch) -> list[Route]:
    """The ways worth showing whose end fits more than a little: a door to a stretch is no door."""
    matching = ways.matching
    if not ways.ranks:
        return ways.good
    total = dict(ways.matcher.ranking)
    named = bool(ways.matcher.standing.known_work)
    return [r for r in ways.good if bands.band_of(total.get(r.end, 0.0), matching, named=named) != "stretch"]


def opener(catalogue: Catalogue, record: Record) -> str:
    """What to ask with --what-if where no way is found: the schooling or the paper that opens the most; empty for none."""
    found = doors(catalogue, record)
    if found.schooling:
        return "ged"
    return f"licence={found.paper.about}" if found.paper else ""


def _papers(ways: WaySearch, worth: dict[str, float]) -> list[Door]:
    """For each paper that is not held: where the ways lead that pass through work which asks it."""
    found = dict[str, list[str]]()
    for route in _fitting(ways):
        asked = {name for s in route.steps if s.way.asks in SHORT_WAYS for name in _asked(ways, s.code)}
        for name in asked:
            found.setdefault(name, []).append(route.end)
    return choice.doors_by("licence", found, worth)


def _asked(ways: WaySearch, code: str) -> tuple[str, ...]:
    spot = ways.search.spot(code)
    if spot is None or spot.licence.need == "none":
        return ()
    licence, held = spot.licence, ways.limits.licences
    if licence.need == "required" and licence.held(held):
        return ()
    return tuple(n for n in licence.names if held.isdisjoint(licence.enough_for(n)))


def _schooling(ways: WaySearch) -> list[Door]:
    """What a diploma or GED would open, for somebody who has said they have none."""
    if ways.record.wants.schooling != "none":
        return []
    new = ways.with_diploma.opened(ways)
    return choice.doors_by(
        "schooling", {"high_school": [r.end for r in new]} if new else {}, {r.end: r.points for r in new}
    )


def _skills(ways: WaySearch, worth: dict[str, float]) -> list[Door]:
    matcher, found = ways.matcher, dict[str, list[str]]()
    for route in _fitting(ways):
        there = ways.catalogue.occupation(route.end)
        for reason in missing(matcher.fit, matcher.standing, there, matcher.rated):
            if reason.part == "skills":
                found.setdefault(reason.about, []).append(route.end)
    return choice.doors_by("skill", found, worth)


def _said(found: list[Door], names: Names) -> DoorSaid | None:
    if not found:
        return None
    door = found[0]
    called = {"licence": names.licences, "skill": names.skills, "schooling": words.SCHOOLING}[door.kind]
    what = words.upper_first(called.get(door.about, door.about))
    return DoorSaid(
        what=what,
        about=door.about,
        says=_does(door, what),
        opens=tuple(_("{work} [{code}]").format(work=names.occupations[c], code=c) for c in door.opens[:MOST_DOORS]),
        count=len(door.opens),
    )


def _does(door: Door, what: str) -> str:
    """What the door does; a paper that leads to one kind of work only is not said to open doors."""
    if door.kind == "licence" and len(door.opens) == 1:
        said = _(
            "No certificate or license opens much by itself for you. This one helps with one kind of work: {what}."
        )
        return said.format(what=what)
    said = (
        ngettext(
            "{what} would open {n} kind of work that pays more than now, on ways that are possible for you.",
            "{what} would open {n} kinds of work that pay more than now, on ways that are possible for you.",
            len(door.opens),
        )
        if door.kind == "schooling"
        else ngettext(
            "{what} would help most: {n} kind of work that pays more than now, on ways that are possible for you.",
            "{what} would help most: {n} kinds of work that pay more than now, on ways that are possible for you.",
            len(door.opens),
        )
    )
    return said.format(what=what, n=len(door.opens))
