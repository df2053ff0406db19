"""Which help to name: for a need, for an occupation, for a raise. Nearest and freshest first, at most three of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypedDict

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.occupation import NATION, Occupation
from navigator.domain.record import Record
from navigator.domain.resource import OTHER, Kind, OnlyIf, Resource, Wish
from navigator.engine import lives
from navigator.engine import resources as engine
from navigator.engine.resource_entry import Known
from navigator.engine.validate import shown
from navigator.i18n import N_, _
from navigator.records.book import read_book, read_imports
from navigator.services.titles import code_of

WAYS = {
    "none": (N_("To learn it on the job"), "job-search"),
    "short_course": (N_("To train for it"), "training"),
    "certificate": (N_("To train for it"), "training"),
    "apprenticeship": (N_("To earn while you learn"), "apprenticeship"),
    "associate": (N_("To pay for school"), "school-money"),
    "bachelor": (N_("To pay for school"), "school-money"),
    "master": (N_("To pay for school"), "school-money"),
    "doctor": (N_("To pay for school"), "school-money"),
}
"""What a way into an occupation asks for, and the kind of help that goes with it."""

CHANGES, TO_STAY = "jan", N_("To keep the work you do now, with changes, if your health makes it hard")
"""Who helps with changes at work, and when that is named."""

RECORD_NOTE = N_("If you have a record (this work often asks for a check)")


class Told(TypedDict, total=False):
    """What a person said that some help is only for, as a :class:`Directory` takes it."""

    laid_off: bool | None
    farm: bool | None
    native: bool | None
    older: bool | None
    served: bool
    lives: Mapping[OnlyIf, bool | None]
    now: str
    cannot: tuple[str, ...]


def told_by(record: Record | None) -> Told:
    """What a record says of it; nothing where there is none."""
    if record is None:
        return {}
    return {
        "laid_off": engine.laid_off(record),
        "farm": engine.farm_work(record),
        "native": engine.native(record),
        "older": engine.older(record),
        "served": engine.served(record),
        "lives": lives.lives(record),
        "now": lives.work_now(record),
        "cannot": record.wants.cannot,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One entry, and whether it is too long since somebody checked it."""

    resource: Resource
    stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A need or a gap with its help; ``silent``: others that do not say whether they are what was wished."""

    id: str
    name: str
    found: tuple[Shown, ...]
    more: int = 0
    silent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What a person asked for help with, in order."""

    about: str
    area: str
    area_name: str
    groups: tuple[Group, ...]
    brief: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseSaid:
    """What more pay may touch, and whom to ask."""

    name: str
    note: str
    ask: tuple[Resource, ...]


@dataclass(frozen=True, kw_only=True)
class Directory:
    """All resources that serve one area on one day. ``laid_off``, ``farm``, ``native`` and ``older``: whether the person was,
    did farm work, is of a Native people, or is 55 or over; None where nothing is known. ``served``: they said they did.
    ``lives``: the same of rarer lives; ``now`` and ``cannot``: the work they do now, by its code, and what they ruled out."""

    catalogue: Catalogue
    area: str = NATION
    today: date
    book: Path | None = None
    laid_off: bool | None = None
    farm: bool | None = None
    native: bool | None = None
    older: bool | None = None
    served: bool = False
    lives: Mapping[OnlyIf, bool | None] = field(default_factory=dict)
    now: str = ""
    cannot: tuple[str, ...] = ()
    problems: list[str] = field(default_factory=list)

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """The kinds of need by id."""
        return {k.id: k for k in self.catalogue.resource_kinds}

    @cached_property
    def known(self) -> Known:
        """What an entry may speak of."""
        return known_of(self.catalogue, self.today)

    @cached_property
    def brought(self) -> tuple[Resource, ...]:
        """The sound entries of the center's book and imports, of every state; their problems are remembered."""
        found: list[Resource] = []
        if self.book is not None:
            for book in (read_book(self.book, self.known), *read_imports(self.book, self.known)):
                found += book.resources
                self.problems.extend(map(str, book.problems))
        return tuple(found)

    @cached_property
    def all(self) -> tuple[Resource, ...]:
        """Every entry that serves the area, once."""
        return engine.joined((*self.catalogue.resources(self.area), *self.brought), self.area)

    @cached_property
    def suited(self) -> tuple[Resource, ...]:
        """Those to name by ourselves: without what is surely for others."""
        so: dict[OnlyIf, bool | None] = {
            "laid_off": self.laid_off,
            "farm": self.farm,
            "native": self.native,
            "older": self.older,
            **self.lives,
        }
        return engine.known_to_suit(self.all, so)

    def kind(self, text: str) -> Kind:
        """The kind of need that somebody means by id, name or first letters. Raises BadInput."""
        wanted = text.strip().casefold().replace("-", " ")
        for match in (str.__eq__, str.startswith):
            found = [
                k
                for k in self.kinds.values()
                if any(match(n, wanted) for n in (k.id.replace("-", " "), k.name.casefold()))
            ]
            if len(found) == 1 and wanted:
                return found[0]
        said = next((k for k in self.kinds.values() if wanted in k.words), None)
        if said is None:
            raise BadInput(
                _("{text} is not a need we know. They are: {known}.").format(
                    text=shown(text), known=", ".join(k for k in self.kinds if k != OTHER)
                )
            )
        return said

    def group(self, name: str, title: str, ordered: Sequence[Resource], wish: Wish, most: int = engine.MOST) -> Group:
        """The first of some resources that are what was wished."""
        rare = {r.id for r in self.all if r.only_if and self.lives.get(r.only_if)}
        ordered = sorted(ordered, key=lambda r: r.id not in rare)  # what few others would think to name for them
        fit = [(r, engine.suits(r, wish)) for r in (engine.theirs_first(ordered) if self.served else ordered)]
        found = [r for r, suited in fit if suited]
        return Group(
            id=name,
            name=title,
            found=tuple(Shown(resource=r, stale=engine.is_stale(r, self.today)) for r in found[:most]),
            more=max(0, len(found) - most),
            silent=sum(suited is None for _, suited in fit),
        )

    def for_need(self, kind: str, wish: Wish | None = None, most: int = engine.MOST) -> Group:
        """Help for one need. Who asks for help after a layoff was laid off: of that no condition is said."""
        suited = (
            engine.known_to_suit(self.all, {**self.lives, "laid_off": True}) if kind == engine.LAYOFF else self.suited
        )
        return self.group(kind, self.kinds[kind].name, engine.for_kind(suited, kind), wish or Wish(), most)

    @cached_property
    def stay(self) -> Group | None:
        """Whom to ask about changes at work, where the work of now asks what the person can no longer do; else nothing."""
        asks = self.catalogue.occupation(self.now).profile.asks_for if self.catalogue.has(self.now) else None
        if not lives.strained(self.cannot, asks or ()):
            return None
        return self.group(CHANGES, _(TO_STAY), [r for r in self.all if CHANGES in (r.id, r.program)], Wish())

    def for_gap(self, name: str, title: str, kind: str, code: str = "", wish: Wish | None = None) -> Group:
        """Help with one gap or step: what names the occupation first, then what serves the kind of need."""
        own = engine.for_code(self.suited, code) if code else []
        others = [r for r in engine.for_kind(self.suited, kind) if r not in own and not r.codes]
        return self.group(name, _(title), [*own, *others], wish or Wish())


def known_of(catalogue: Catalogue, today: date) -> Known:
    """What an entry may speak of, on a day."""
    return Known(kinds={k.id: k.name for k in catalogue.resource_kinds}, areas=catalogue.areas, today=today)


def needs_help(directory: Directory, needs: Iterable[str], wish: Wish) -> Help:
    """Help for the needs named, or a short view of all of them."""
    named = [directory.kind(n).id for n in needs]
    chosen = named or [k for k in directory.kinds if k != OTHER]
    groups = [directory.for_need(kind, wish) for kind in chosen]
    stay = [directory.stay] if directory.stay is not None else []
    return _help(directory, "", [*(g for g in groups if named or g.found), *stay], brief=not named)


def occupation_help(directory: Directory, which: str, wish: Wish) -> Help:
    """Help on the way into one occupation, by what its ways in ask. Raises NotFound or BadInput."""
    occupation = directory.catalogue.occupation(code_of(directory.catalogue, which))
    groups = []
    for title, kind in gaps_of(occupation):
        groups.append(directory.for_gap(kind, title, kind, occupation.code if kind == "training" else "", wish))
    stay = [directory.stay] if directory.stay is not None and directory.now == occupation.code else []
    return _help(directory, occupation.name, [*stay, *(g for g in groups if g.found or g.silent)])


def gaps_of(occupation: Occupation) -> list[tuple[str, str]]:
    """What stands between somebody and an occupation that help is known for: words and kind of help, once each."""
    found = [WAYS[way.asks] for way in occupation.profile.ways_in]
    trains = [way.asks for way in occupation.profile.ways_in if way.asks not in ("none", "apprenticeship")]
    if trains:
        found += [(N_("To train for it"), "training"), (N_("To pay for school"), "school-money")]
    if occupation.profile.record_check in ("background", "both"):
        found.append((RECORD_NOTE, "reentry"))
    kinds: dict[str, str] = {}
    for title, kind in found:
        kinds.setdefault(kind, title)
    return [(title, kind) for kind, title in kinds.items()]


def _help(directory: Directory, about: str, groups: Sequence[Group], brief: bool = False) -> Help:
    area = directory.area
    return Help(about=about, area=area, area_name=directory.catalogue.areas[area], groups=tuple(groups), brief=brief)


def raise_notes(directory: Directory, now_yearly: float | None, then_yearly: float | None) -> tuple[RaiseSaid, ...]:
    """What a gain in pay may touch for somebody who gets such help; nothing when pay does not rise or is already high."""
    if now_yearly is not None and then_yearly is not None and then_yearly <= now_yearly:
        return ()
    here = {r.program or r.id: r for r in reversed(directory.all) if r.near in ("state", "national")}
    return tuple(
        RaiseSaid(name=n.name, note=n.note, ask=tuple(here[p] for p in n.ask if p in here))
        for n in directory.catalogue.raise_notes
        if now_yearly is None or now_yearly < n.most_yearly
    )
