"""Keeping the center's book: add, change, mark as checked, find what is old, bring a directory in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from navigator.domain.errors import BadInput, NotFound, Problem
from navigator.domain.question import Choice, Place, Question, QuestionKind
from navigator.domain.resource import OTHER, Resource
from navigator.engine import resources as engine
from navigator.engine.resource_entry import Known, entry, free_id, slug, texts
from navigator.engine.validate import shown
from navigator.formats.brought import Brought
from navigator.formats.etpl import read_etpl, read_mapping
from navigator.formats.hsds import read_hsds
from navigator.i18n import N_, _, ngettext
from navigator.records.book import Book, imports_folder, read_book, read_imports, save_entry, save_import
from navigator.services.asking import Asker, Move
from navigator.services.resources import Directory, Shown

ASKED: tuple[tuple[str, QuestionKind, str, str], ...] = (
    ("name", "text", N_("What is it called?"), N_("The name people know it by.")),
    ("kinds", "many", N_("What does it help with?"), N_("Pick all that fit.")),
    ("gives", "text", N_("What does it give, in plain words?"), N_("One or two short sentences.")),
    ("who", "text", N_("Who can get it?"), N_("Income, age, papers, where one lives.")),
    ("cost", "text", N_("What does it cost?"), N_("Such as: free, or 20 dollars a month.")),
    ("language", "text", N_("Which languages?"), N_("With commas between. Write any if they have interpreters.")),
    ("hours", "text", N_("When is it open?"), N_("Name evenings and weekends.")),
    ("phone", "text", N_("Phone?"), ""),
    ("web", "text", N_("Web address?"), ""),
    ("address", "text", N_("Where is it?"), N_("Street and town.")),
    ("bus", "text", N_("Which bus or train goes there?"), ""),
    ("how", "text", N_("How does one begin?"), N_("Call, walk in, be referred; what to bring.")),
    ("checked_by", "text", N_("Who checked this today?"), N_("Your name or first letters.")),
)
"""What `add` asks, in order. Only the name and what it helps with must be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An entry that was written, and where."""

    id: str
    name: str
    file: str
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A book's problems and counts."""

    file: str
    entries: int
    imported: int
    stale: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What was brought in, and where it lies."""

    file: str
    entries: int
    unclear: int


def add(directory: Directory, path: Path, values: Mapping[str, str], asker: Asker | None) -> Kept:
    """Put a new entry into the book, from values or by asking. Raises BadInput when something in it is wrong."""
    given = dict(values)
    if asker is not None:
        given = _asked(directory, asker) | given
    book = read_book(path, directory.known)
    given.setdefault("id", free_id(slug(given.get("name", "")) or "entry", {r.id for r in book.resources}))
    given.setdefault("checked_on", directory.today.isoformat())
    if directory.area != "US":
        given.setdefault("area", directory.area)
    if any(r.id == given["id"] for r in book.resources):
        raise BadInput(
            _("There is an entry {id} already. Change it with: navigator resources edit {id}").format(id=given["id"])
        )
    return _kept(book, _sound(given, directory.known), new=True)


def edit(directory: Directory, path: Path, name: str, values: Mapping[str, str], checked: bool) -> Kept:
    """Change fields of an entry; an empty value takes the field out. An imported or shipped entry is copied into the book first."""
    book = read_book(path, directory.known)
    old = _entry(directory, book, name)
    wanted = texts(old) | dict(values)
    if checked:
        wanted |= {"checked_on": directory.today.isoformat(), "verify": ""}
    if wanted.get("id") != old.id:
        raise BadInput(_("An id stays what it is: others may refer to it. Add a new entry instead."))
    return _kept(book, _sound({k: v for k, v in wanted.items() if v}, directory.known), new=old.near != "book")


def _entry(directory: Directory, book: Book, name: str) -> Resource:
    found = next((r for r in (*book.resources, *directory.all) if r.id == name), None)
    if found is None:
        raise NotFound(
            _(
                "There is no entry {name}. 'navigator resources' shows them; 'navigator resources stale --all' those of the book."
            ).format(name=shown(name))
        )
    return found


def show_one(directory: Directory, name: str) -> Shown:
    """One entry in full; one of the center's own book whatever state it is for. Raises NotFound."""
    found = next((r for r in (*directory.all, *directory.brought) if r.id == name), None)
    if found is None:
        raise NotFound(
            _(
                "There is no entry {name} for {area}. 'navigator resources' shows them; --area with a state, such as OH, those of that state."
            ).format(name=shown(name), area=directory.catalogue.areas[directory.area])
        )
    return Shown(resource=found, stale=engine.is_stale(found, directory.today))


def _asked(directory: Directory, asker: Asker) -> dict[str, str]:
    """The values somebody gives, question by question. Going back re-asks; stopping writes nothing."""
    given: dict[str, str] = {}
    kinds = tuple(Choice(id=k.id, text=k.name) for k in directory.kinds.values())
    number = 0
    while number < len(ASKED):
        field, kind, prompt, help_text = ASKED[number]
        choices = kinds if kind == "many" else ()
        question = Question(
            id=f"book.{field}",
            kind=kind,
            section="book",
            prompt=_(prompt),
            help=_(help_text),
            choices=choices,
            default=given.get(field),
        )
        reply = asker.ask(question, Place(number=number + 1, of=len(ASKED), seconds_left=10 * (len(ASKED) - number)))
        if reply is Move.STOP:
            raise BadInput(_("Stopped. Nothing was written to the book."))
        if reply is Move.BACK:
            number = max(0, number - 1)
            continue
        number += 1
        if isinstance(reply, tuple):
            given[field] = "; ".join(reply)
        elif isinstance(reply, str):
            given[field] = reply
    return given


def _sound(given: Mapping[str, str], known: Known) -> Resource:
    resource, faults = entry(given, known)
    if resource is None:
        raise BadInput("\n".join([_("Nothing was written:"), *(f"- {f}" for f in faults)]))
    return resource


def _kept(book: Book, resource: Resource, new: bool) -> Kept:
    return Kept(id=resource.id, name=resource.name, file=str(save_entry(book, resource)), new=new)


def check(directory: Directory, path: Path) -> Checked:
    """Everything wrong with the book and its imports, in one pass. Raises NotFound where there is no book."""
    book, imports = read_book(path, directory.known), tuple(read_imports(path, directory.known))
    if book.fingerprint is None and not book.problems and not imports:
        raise _no_book(path)
    return Checked(
        file=str(path),
        entries=len(book.resources),
        imported=sum(len(b.resources) for b in imports),
        stale=sum(engine.is_stale(r, directory.today) for b in (book, *imports) for r in b.resources),
        problems=tuple(str(p) for b in (book, *imports) for p in b.problems),
    )


def _no_book(path: Path) -> NotFound:
    return NotFound(
        _("There is no book at {path} yet. 'navigator resources add' begins one, or name one with --book.").format(
            path=path
        )
    )


def stale(directory: Directory, path: Path, everything: bool = False) -> tuple[Shown, ...]:
    """The book's own entries that nobody checked for six months, the oldest first; or all of them. Raises NotFound."""
    book = read_book(path, directory.known)
    if book.fingerprint is None and not book.problems and not any(imports_folder(path).glob("*.csv")):
        raise _no_book(path)
    shown_ones = [Shown(resource=r, stale=engine.is_stale(r, directory.today)) for r in book.resources]
    wanted = [s for s in shown_ones if everything or s.stale]
    return tuple(sorted(wanted, key=lambda s: s.resource.checked_on.isoformat() if s.resource.checked_on else ""))


def bring_in(
    directory: Directory, path: Path, files: Iterable[Path], mapping: Path | None, name: str, skip_unknown: bool
) -> tuple[Imported, tuple[str, ...]]:
    """Bring directories in, whole or not at all; and what was left out. Raises BadInput with every problem, NotFound."""
    wanted = list(files)
    for file in wanted:
        if not file.exists():
            raise NotFound(_("{file} is not there. Name the file or folder to bring in.").format(file=file))
    brought = _all(directory, wanted, mapping, skip_unknown)
    problems = [p for b in brought for p in b.problems]
    if problems:
        raise BadInput(_refusal(problems))
    resources = [r for b in brought for r in b.resources]
    notices = tuple(n for b in brought for n in b.notices)
    if not resources:
        return Imported(file="", entries=0, unclear=0), notices
    stem = slug(name or (wanted[0].parent.name if wanted[0].name == "datapackage.json" else wanted[0].stem)) or "import"
    unclear = sum(r.kinds == (OTHER,) for r in resources)
    file = save_import(path, stem, _once(resources))
    return Imported(file=str(file), entries=len(resources), unclear=unclear), notices


def _all(directory: Directory, files: list[Path], mapping: Path | None, skip_unknown: bool) -> list[Brought]:
    words = {k.id: k.words for k in directory.kinds.values()}
    if mapping is None:
        tables = [f for f in files if f.suffix.casefold() in (".csv", ".txt", ".tsv")]
        if tables:
            raise BadInput(
                _(
                    "{tables} is a table: say which column is what with --map FILE. docs/how-to/keep-the-resource-book.md shows one."
                ).format(tables=tables[0])
            )
        return [read_hsds(f, words, directory.known, skip_unknown) for f in files]
    found, problems = read_mapping(mapping)
    if found is None or problems:
        return [Brought(problems=problems)]
    return [read_etpl(f, found, directory.known) for f in files]


def _once(resources: Iterable[Resource]) -> list[Resource]:
    """Several files may bring one entry twice, or two different entries of one id: the later of these get a number."""
    found: dict[str, Resource] = {}
    for resource in resources:
        if found.get(resource.id) != resource:
            found[free_id(resource.id, found)] = resource
    return [replace(r, id=name) for name, r in found.items()]


MOST_LISTED = 100


def _refusal(problems: list[Problem]) -> str:
    lines = [f"- {p}" for p in problems[:MOST_LISTED]]
    more = len(problems) - MOST_LISTED
    rest = [_("- and {n} more").format(n=more)] if more > 0 else []
    head = ngettext("Nothing was brought in: {n} problem.", "Nothing was brought in: {n} problems.", len(problems))
    return "\n".join([head.format(n=len(problems)), *lines, *rest])
