"""data/resources: our national and state entries, read, checked, and compiled; facts in the state files, words once.

An entry of a state names the national entry it is the state's own office for (`program`) and takes from it the words it
does not give itself. So what a program gives, and for whom, is written once, and a state's file holds names and addresses.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from navigator.catalogue.schema import Strict, Text
from navigator.catalogue.source import read_yaml
from navigator.domain.errors import Problem
from navigator.domain.resource import Kind, OnlyIf, RaiseNote, Resource

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{1,60}$")]
Web = Annotated[str, msgspec.Meta(pattern=r"^https://[\w.-]+\.[a-z]{2,}(/\S*)?$", max_length=200)]
Phone = Annotated[str, msgspec.Meta(pattern=r"^(\d{3}|1-\d{3}-\d{3}-\d{4}|\d{3}-\d{3}-\d{4})( .{1,60})?$")]

SCHEMA = """
CREATE TABLE resource (area TEXT, position INTEGER, body BLOB NOT NULL, PRIMARY KEY (area, position)) WITHOUT ROWID;
"""
TAKEN = ("gives", "who", "cost", "language", "how", "web", "phone", "note", "only_if")
"""What a state's entry takes from its national program where it says nothing itself."""


class EntryFile(Strict):
    id: Id
    name: Text
    program: str = ""
    by: str = ""
    gives: str = ""
    who: str = ""
    cost: str = ""
    language: tuple[Text, ...] = ()
    how: str = ""
    web: Web | Literal[""] = ""
    phone: Phone | Literal[""] = ""
    kinds: tuple[Text, ...] = ()
    only_if: OnlyIf = ""
    note: str = ""
    source: str = ""
    checked_on: date | None = None
    verify: Literal["", "local"] | None = None


class ResourcesFile(Strict):
    format: Literal["navigator/resources/1"]
    area: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")]
    checked_on: date
    source: Text
    verify: Literal["", "local"]
    entries: tuple[EntryFile, ...]


class KindFile(Strict):
    id: Id
    name: Text
    choice: str = ""
    words: tuple[Text, ...] = ()


class KindsFile(Strict):
    format: Literal["navigator/resource-kinds/1"]
    kinds: tuple[KindFile, ...]


class RaiseNoteFile(Strict):
    id: Id
    name: Text
    note: Text
    most_yearly: Annotated[int, msgspec.Meta(ge=1)]
    ask: tuple[Id, ...]


class RaiseFile(Strict):
    format: Literal["navigator/raise/1"]
    notes: tuple[RaiseNoteFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """Everything of data/resources."""

    kinds: tuple[Kind, ...] = ()
    entries: tuple[Resource, ...] = ()
    raise_notes: tuple[RaiseNote, ...] = ()


def read_resources(folder: Path, areas: Iterable[str], problems: list[Problem]) -> Resources:
    """The whole folder: kinds, national entries, one file an area, what a raise may touch. Problems are collected."""
    kinds = _read(folder / "kinds.yaml", KindsFile, problems)
    raises = _read(folder / "raise.yaml", RaiseFile, problems)
    national = _read(folder / "national.yaml", ResourcesFile, problems)
    known = tuple(msgspec.convert(msgspec.to_builtins(k), Kind) for k in kinds.kinds) if kinds else ()
    programs = {r.id: r for r in _entries(national, {})} if national else {}
    found = list(programs.values())
    for area in sorted(set(areas) - {"US"}):
        path = folder / f"{area.lower()}.yaml"
        file = _read(path, ResourcesFile, problems)
        if file is None:
            continue
        if file.area != area:
            problems.append(
                Problem(path=path, line=None, what=f"the file is named {path.stem} but its area is {file.area}")
            )
        found += _entries(file, programs)
    notes = tuple(msgspec.convert(msgspec.to_builtins(n), RaiseNote) for n in raises.notes) if raises else ()
    problems += list(_checked(folder, found, {k.id for k in known}, set(programs), notes))
    return Resources(kinds=known, entries=tuple(found), raise_notes=notes)


def _read(path: Path, shape: type[Any], problems: list[Problem]) -> Any:
    file, wrong = read_yaml(path, shape)
    problems += wrong
    return file


def _entries(file: ResourcesFile, programs: dict[str, Resource]) -> list[Resource]:
    names = {f.name for f in fields(Resource)}
    found = []
    for given in file.entries:
        said = {k: v for k in names if (v := getattr(given, k, None)) not in (None, "", ())}
        said.setdefault("checked_on", file.checked_on)
        said.setdefault("source", file.source)
        said["verify"] = file.verify if given.verify is None else given.verify
        resource = Resource(**{"kinds": ()} | said, area=file.area, near="national" if file.area == "US" else "state")
        found.append(_filled(resource, programs.get(resource.program)))
    return found


def _filled(resource: Resource, program: Resource | None) -> Resource:
    if program is None:
        return resource
    taken = {name: getattr(program, name) for name in TAKEN if not getattr(resource, name)}
    return replace(resource, **taken, kinds=resource.kinds or program.kinds)


def _checked(
    folder: Path, found: list[Resource], kinds: set[str], programs: set[str], notes: tuple[RaiseNote, ...]
) -> Iterator[Problem]:
    seen: set[str] = set()
    for r in found:
        path = folder / ("national.yaml" if r.near == "national" else f"{r.area.lower()}.yaml")
        wrong = [f"the kind {k!r} is not in kinds.yaml" for k in r.kinds if k not in kinds]
        wrong += [f"{name} is missing" for name in ("gives", "kinds", "how") if not getattr(r, name)]
        if r.program and r.program not in programs:
            wrong.append(f"the program {r.program!r} is not in national.yaml")
        if r.near == "state" and not r.id.startswith(f"{r.area.lower()}-"):
            wrong.append(f"the id should begin with {r.area.lower()}-")
        if r.id in seen:
            wrong.append("the id stands twice")
        seen.add(r.id)
        for what in wrong:
            yield Problem(path=path, line=_line(path, r.id), what=f"{r.id}: {what}")
    for note in notes:
        for name in note.ask:
            if name not in programs:
                path = folder / "raise.yaml"
                yield Problem(path=path, line=_line(path, note.id), what=f"{note.id}: {name!r} is not in national.yaml")


def _line(path: Path, name: str) -> int | None:
    pattern = re.compile(rf"\bid: {re.escape(name)}\b(?!-)")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return next((n for n, line in enumerate(lines, start=1) if pattern.search(line)), None)


def write_resources(db: sqlite3.Connection, resources: Resources) -> None:
    """Each entry as JSON under its area, in the order of the files."""
    db.execute(SCHEMA)
    encode = msgspec.json.encode
    db.executemany(
        "INSERT INTO resource VALUES (?,?,?)", ((r.area, n, encode(r)) for n, r in enumerate(resources.entries))
    )


def find_resources(db: sqlite3.Connection, area: str) -> list[Resource]:
    """The national entries, and those of one area."""
    decode = msgspec.json.Decoder(Resource).decode
    rows = db.execute("SELECT body FROM resource WHERE area IN ('US', ?) ORDER BY position", (area,))
    return [decode(body) for (body,) in rows]
