"""What was found in a file, laid beside a record: things that can be kept, guesses, differences. Values only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from navigator.domain.errors import BadInput
from navigator.domain.record import Document
from navigator.formats.incoming import Part
from navigator.i18n import N_, _

GROUPS: dict[str, str] = {
    "about": N_("About you"),
    "work": N_("Work"),
    "school": N_("School and training"),
    "papers": N_("Certificates, licenses and badges"),
    "skills": N_("Skills"),
    "languages": N_("Languages"),
    "answers": N_("Answers"),
}
"""The groups that findings are shown in, in their order."""

ALSO = {
    "contact": "about", "person": "about", "you": "about", "experience": "work", "jobs": "work", "job": "work",
    "education": "school", "schools": "school", "training": "school", "credentials": "papers", "certificates": "papers",
    "licenses": "papers", "licences": "papers", "badges": "papers", "documents": "papers", "skill": "skills",
    "claims": "skills", "language": "languages", "plan": "answers", "goals": "answers",
}  # fmt: skip
"""Other words people use for the groups after --only."""

PERSON_FIELDS = ("name", "contact.email", "contact.phone", "contact.city", "state", "contact.web", "about")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that can be kept: in words, with the line it came from. ``twin``: what the record has already; such
    an item is not ticked. It is a part, or else a field of the record with its value."""

    id: str
    group: str
    text: str
    source: str = ""
    twin: str = ""
    part: Part | None = None
    field: str = ""
    value: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """The occupation that a title without a code is most like. ``item``: the work it belongs to."""

    item: str
    title: str
    code: str
    name: str
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Did:
    """An activity of ours that a line about some work says in much the same words. Ticked by the person, never by us."""

    id: str
    item: str
    activity: str
    text: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """Work at a jail or a prison, of which its line does not tell whether it was done inside. ``likely``: it seems so."""

    item: str
    text: str
    likely: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """A license or card that some work asks, or that its title names, where the file does not say that it is held now."""

    id: str
    item: str
    licence: str
    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something that two records say differently, side by side. ``both``: whether both can be kept.

    ``part``: theirs, in place of mine with the id ``instead``; else ``field`` and ``value``.
    """

    id: str
    group: str
    what: str
    mine: str
    theirs: str
    both: bool = False
    part: Part | None = None
    instead: str = ""
    field: str = ""
    value: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one file holds for one record, and nothing kept yet."""

    file: str
    kind: str
    says: str
    items: tuple[Item, ...] = ()
    guesses: tuple[Guess, ...] = ()
    dids: tuple[Did, ...] = ()
    inside: tuple[Inside, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()
    notes: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    differences: tuple[Difference, ...] = ()
    silent: bool = False
    """Whether nothing in the file could be read as part of a record, new or not."""
    passed_over: bool = False
    """Whether it holds something of other groups than those that were asked for."""
    names: tuple[str, str] = ("", "")
    """The name in the file and the one in the record, where they differ; kept when only some groups are looked at."""

    def of(self, group: str) -> tuple[Item, ...]:
        """The items of one group."""
        return tuple(i for i in self.items if i.group == group)

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to choose from."""
        return not self.items and not self.differences

    @property
    def stranger(self) -> tuple[str, str] | None:
        """The name in the file and the one in the record, where no word of them is the same: perhaps not one person."""
        theirs, mine = self.names
        same = set(theirs.casefold().split()) & set(mine.casefold().split())
        return (theirs, mine) if theirs and mine and not same else None

    @property
    def fresh(self) -> tuple[str, ...]:
        """The ids of what the record does not have yet."""
        return tuple(i.id for i in self.items if not i.twin)


def groups_of(text: str) -> tuple[str, ...]:
    """The groups named after --only. Raises BadInput."""
    found = []
    for word in (w.strip().casefold() for w in text.split(",") if w.strip()):
        group = ALSO.get(word, word)
        if group not in GROUPS:
            raise BadInput(
                _("There is no group {word!r} to bring in. Choose from: {groups}.").format(
                    word=word, groups=", ".join(GROUPS)
                )
            )
        found.append(group)
    return tuple(dict.fromkeys(found))


def with_names(found: Found) -> Found:
    """The same with whose file and whose record it is, as what was found tells it."""
    named = [(str(i.value), i.twin) for i in found.items if i.field == "person.name"]
    named += [(str(d.value), d.mine) for d in found.differences if d.field == "person.name"]
    return replace(found, names=next(iter(named), ("", "")))


def only_of(found: Found, wanted: Sequence[str]) -> Found:
    """What was found, of some groups alone."""
    items = tuple(i for i in found.items if i.group in wanted)
    found = replace(found, passed_over=len(items) < len(found.items) or found.passed_over)
    found = replace(found, differences=tuple(d for d in found.differences if d.group in wanted))
    kept = {i.id for i in items}
    guesses = tuple(g for g in found.guesses if g.item in kept)
    dids = tuple(d for d in found.dids if d.item in kept)
    inside = tuple(w for w in found.inside if w.item in kept)
    unsaid = tuple(u for u in found.unsaid if u.item in kept)
    return replace(found, items=items, guesses=guesses, dids=dids, inside=inside, unsaid=unsaid)


def field_of(of: Any, path: str) -> Any:
    """A field of a field: ``contact.email``."""
    for name in path.split("."):
        of = getattr(of, name)
    return of


def with_field(of: Any, path: str, value: Any) -> Any:
    """The same with one field of a field changed."""
    name, _dot, rest = path.partition(".")
    changes: dict[str, Any] = {name: with_field(getattr(of, name), rest, value) if rest else value}
    return replace(of, **changes)
