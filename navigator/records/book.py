"""The center's own book of resources: one YAML or CSV that staff keep, and the directories it has imported beside it.

The file belongs to the people who write in it: comments stay, only the entry at hand is touched, a change made outside
meanwhile is never overwritten, and what was there before goes to `book-history/`.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from navigator.domain.errors import BadInput, CannotWrite, ChangedOutside, NotFound, Problem
from navigator.domain.resource import Near, Resource
from navigator.engine.resource_entry import FIELDS, Known, entry
from navigator.engine.rows import decoded, read_table
from navigator.engine.validate import shown
from navigator.i18n import _
from navigator.opening import bytes_of
from navigator.records import atomic
from navigator.records.book_text import Written, entries_of, table_text, yaml_with
from navigator.records.lock import alone
from navigator.records.where import expanded

MOST_BYTES = 5_000_000
MOST_IMPORT_BYTES = 60_000_000
MOST_ENTRIES = 5_000
HISTORY_KEPT = 50
SHARED = 0o644
"""A book holds no person's data and is read by colleagues, unlike a record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A book as read: its sound entries, all its problems, and what the file held then."""

    path: Path
    resources: tuple[Resource, ...] = ()
    problems: tuple[Problem, ...] = ()
    text: str = ""
    written: tuple[Written, ...] = ()
    fingerprint: str | None = None

    def find(self, name: str) -> Resource:
        """The entry with an id. Raises NotFound."""
        found = next((r for r in self.resources if r.id == name), None)
        if found is None:
            raise NotFound(
                _("There is no entry {name} in {path}. 'navigator resources stale --all' lists its entries.").format(
                    name=shown(name), path=self.path
                )
            )
        return found


def default_path(home: Path) -> Path:
    """Where the book lies when nobody says: NAVIGATOR_BOOK, or book.yaml or book.csv in the home folder."""
    given = os.environ.get("NAVIGATOR_BOOK")
    if given:
        return expanded(Path(given))
    table = home / "book.csv"
    return table if table.is_file() and not (home / "book.yaml").is_file() else home / "book.yaml"


def read_book(path: Path, known: Known, near: Near = "book") -> Book:
    """A book, with every problem in one pass. A file that is not there is an empty book."""
    if not path.exists():
        return Book(path=path)
    try:
        data = bytes_of(path, _most(near))
    except OSError as error:
        return _broken(path, _("cannot be read: {why}").format(why=error.strerror))
    if len(data) > _most(near):
        return _broken(path, _("larger than {size} MB: too large for a book").format(size=_most(near) // 1_000_000))
    try:
        text, _encoding = decoded(data)
    except ValueError as error:
        return _broken(path, str(error))
    written, problems = entries_of(path, text)
    resources, more = _resources(path, written, known, near)
    everything = tuple(sorted((*problems, *more), key=lambda p: p.line or 0))
    mark = atomic.fingerprint(data)
    return Book(
        path=path, resources=resources, problems=everything, text=text, written=tuple(written), fingerprint=mark
    )


def _most(near: Near) -> int:
    return MOST_BYTES if near == "book" else MOST_IMPORT_BYTES


def _broken(path: Path, what: str) -> Book:
    return Book(path=path, problems=(Problem(path=path, line=None, what=what),))


def _resources(
    path: Path, written: list[Written], known: Known, near: Near
) -> tuple[tuple[Resource, ...], list[Problem]]:
    problems: list[Problem] = []
    found: dict[str, Resource] = {}
    if near == "book" and len(written) > MOST_ENTRIES:
        problems.append(
            Problem(
                path=path,
                line=None,
                what=_("{count} entries; a book holds at most {most}").format(count=len(written), most=MOST_ENTRIES),
            )
        )
        return (), problems
    for one in written:
        resource, faults = entry(one.raw, known, near)
        problems += [Problem(path=path, line=one.first, what=f"{_name(one.raw)}{what}") for what in faults]
        if resource is not None and found.setdefault(resource.id, resource) is not resource:
            problems.append(
                Problem(path=path, line=one.first, what=_("the id {name!r} stands twice").format(name=resource.id))
            )
    return tuple(found.values()), problems


def _name(raw: Mapping[str, object]) -> str:
    said = raw.get("id") or raw.get("name")
    return f"{said}: " if isinstance(said, str) and said else ""


def save_entry(book: Book, resource: Resource) -> Path:
    """Put one entry into the book: in place of the one with its id, else at the end. The file is otherwise untouched.

    Raises BadInput when the book has problems, ChangedOutside, CannotWrite.
    """
    if book.problems:
        listed = "\n".join(f"- {p}" for p in book.problems)
        raise BadInput(
            _("Nothing was written: the book has problems. Mend these first:\n{listed}").format(listed=listed)
        )
    old = next((w for w in book.written if w.raw.get("id") == resource.id), None)
    if old is None and len(book.resources) >= MOST_ENTRIES:
        raise BadInput(
            _("The book holds {most} entries and takes no more. Remove some, or import a list beside it.").format(
                most=MOST_ENTRIES
            )
        )
    if book.path.suffix == ".csv":
        text = _csv_with(book, resource)
    else:
        text = yaml_with(book.text, book.written, resource, old)
        _unharmed(book, text, resource)
    _write(book, text.encode())
    return book.path


def _unharmed(book: Book, text: str, resource: Resource) -> None:
    """YAML can be written in ways that lines alone do not show. Nothing is saved unless every other entry reads as before."""
    written, problems = entries_of(book.path, text)
    before = [w.raw for w in book.written if w.raw.get("id") != resource.id]
    after = [w.raw for w in written if w.raw.get("id") != resource.id]
    if problems or before != after or len(written) != len(after) + 1:
        raise BadInput(
            _(
                "Nothing was written: {path} is laid out in a way that only a text editor can change. Let each entry begin with a dash and its id on a line of its own."
            ).format(path=book.path)
        )


def _csv_with(book: Book, resource: Resource) -> str:
    kept = [r for r in book.resources if r.id != resource.id]
    place = next((n for n, r in enumerate(book.resources) if r.id == resource.id), len(kept))
    first = book.text.partition("\n")[0]
    header = read_table(book.text)[0] if book.text and ";" not in first else []
    columns = [*header, *(c for c in FIELDS if c not in header)]
    return table_text([*kept[:place], resource, *kept[place:]], columns)


def _write(book: Book, data: bytes) -> None:
    atomic.make_folder(book.path.parent)
    with alone(book.path.parent):
        _write_alone(book, data)


def _write_alone(book: Book, data: bytes) -> None:
    path = book.path
    held = _held(path)
    if (None if held is None else atomic.fingerprint(held)) != book.fingerprint:
        raise ChangedOutside(
            _("{path} was changed by somebody else just now. Nothing was written; run the command again.").format(
                path=path
            )
        )
    if held is not None:
        _remember(path, held)
    atomic.write_whole(path, data, (path.stat().st_mode & 0o777) if held is not None else SHARED)


def _held(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise atomic.cannot_write(path, error) from error


def _remember(path: Path, held: bytes) -> None:
    """Earlier books, numbered; the oldest go."""
    folder = path.parent / "book-history"
    atomic.make_folder(folder)
    kept = sorted(folder.glob(f"*{path.suffix}"))
    number = int(kept[-1].name.split("-")[0]) + 1 if kept and kept[-1].name.split("-")[0].isdigit() else 1
    atomic.write_whole(folder / f"{number:06d}-{path.name}", held, SHARED)
    for old in kept[: len(kept) + 1 - HISTORY_KEPT]:
        with contextlib.suppress(OSError):
            old.unlink()


def imports_folder(path: Path) -> Path:
    """The imported directories of a book: a folder beside it, one CSV each."""
    return path.with_name(f"{path.stem}-imports")


def read_imports(path: Path, known: Known) -> list[Book]:
    """Every imported directory beside a book."""
    folder = imports_folder(path)
    return [read_book(p, known, "import") for p in sorted(folder.glob("*.csv"))] if folder.is_dir() else []


def save_import(path: Path, name: str, resources: Iterable[Resource]) -> Path:
    """Write one imported directory whole; an earlier one of the same name is replaced. Raises CannotWrite."""
    folder = imports_folder(path)
    atomic.make_folder(folder)
    target = folder / f"{name}.csv"
    data = table_text(resources).encode()
    if len(data) > MOST_IMPORT_BYTES:
        raise CannotWrite(
            _("That would be {size} MB of entries. Import it in parts, each with its own --as NAME.").format(
                size=len(data) // 1_000_000
            )
        )
    atomic.write_whole(target, data, SHARED)
    return target
