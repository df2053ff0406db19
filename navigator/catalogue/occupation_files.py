"""The occupation files: read by several processes where there are many to read, and not at all where nothing changed."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from navigator.catalogue import schema, source
from navigator.catalogue.aside import forks
from navigator.domain.errors import Problem
from navigator.domain.occupation import Entry, Need, Occupation, Profile

T = TypeVar("T")
Progress = Callable[[int, int], None]
Text = msgspec.Raw
"""What one file says, as JSON. Pickled objects would take ten times as long from one process to another."""

CHUNK = 80
"""Files that are read at one go."""
FEW = 160
"""So many are read sooner than other processes have been started."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedOccupation:
    """One occupation with what only the title index and the near table need besides: titles and detailed activities."""

    occupation: Occupation
    titles: tuple[str, ...]
    reported: tuple[str, ...]
    detailed: dict[str, int]


@dataclass(slots=True, kw_only=True)
class Read:
    """All occupation files; ``texts`` says by the hash of a file's name and content what it holds."""

    occupations: list[LoadedOccupation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, Text] = field(default_factory=dict)


def to_domain(value: msgspec.Struct, shape: type[T], **more: Any) -> T:
    """A file's struct as a domain class with the same field names."""
    fields = {k: v for k, v in msgspec.to_builtins(value).items() if k != "format"}
    return msgspec.convert(fields | more, shape)


def occupation_of(file: schema.OccupationFile) -> LoadedOccupation:
    """The domain's view of one occupation file."""
    figures = file.figures

    def needs(pairs: dict[str, tuple[float, float | None]]) -> tuple[Need, ...]:
        return tuple(Need(element=e, importance=i, level=level) for e, (i, level) in pairs.items())

    profile = Profile()
    if file.profile is not None:
        given = {k: v for k, v in msgspec.to_builtins(file.profile).items() if v is not None}
        profile = msgspec.convert(given, Profile)
    occupation = Occupation(
        code=file.code,
        title=figures.title,
        job_zone=figures.job_zone,
        profile=profile,
        closest=figures.closest,
        skills=needs(figures.skills),
        knowledge=needs(figures.knowledge),
        work_styles=dict(figures.work_styles),
        interests=dict(figures.interests),
        activities={i: sum(detailed.values()) for i, detailed in figures.activities.items()},
        entry=to_domain(figures.entry, Entry),
        technology=figures.technology,
    )
    detailed = {f"{i}.{d}": n for i, under in figures.activities.items() for d, n in under.items()}
    return LoadedOccupation(
        occupation=occupation, titles=figures.titles, reported=figures.reported_titles, detailed=detailed
    )


def read_occupations(paths: list[Path]) -> tuple[list[bytes | None], list[Problem]]:
    """What some occupation files say, None for a broken one; the unit of work of the process pool."""
    found: list[bytes | None] = []
    problems: list[Problem] = []
    for path in paths:
        file, wrong = source.read_yaml(path, schema.OccupationFile)
        problems += wrong
        found.append(None if file is None else msgspec.json.encode(occupation_of(file)))
        if file is not None and path.stem != file.code:
            problems.append(Problem(path=path, line=4, what=f"the file is named {path.stem} but holds {file.code}"))
    return found, problems


def all_occupations(
    folder: Path, progress: Progress | None, meanwhile: Callable[[], None], known: Mapping[str, Text]
) -> Read:
    """Every occupation file. What stands in ``known`` is not read again.

    ``meanwhile`` is done by this process while others read.
    """
    keys = {path: _key(path) for path in sorted(folder.glob("*.yaml"))}
    new = [path for path, key in keys.items() if key not in known]
    chunks = [new[n : n + CHUNK] for n in range(0, len(new), CHUNK)]
    read = Read()
    texts: dict[str, Text] = {}
    for done, (some, wrong) in enumerate(_mapped(chunks, len(new), meanwhile), start=1):
        paths = chunks[done - 1]
        texts |= {keys[p]: Text(text) for p, text in zip(paths, some, strict=True) if text is not None}
        read.problems += wrong
        if progress:
            progress(done, len(chunks))
    read.texts = {key: text for key in keys.values() if (text := texts.get(key) or known.get(key)) is not None}
    decode = msgspec.json.Decoder(LoadedOccupation).decode
    read.occupations = [decode(text) for text in read.texts.values()]
    return read


def _key(path: Path) -> str:
    try:
        return sha256(path.name.encode() + b"\0" + path.read_bytes()).hexdigest()
    except OSError:
        return path.name  # what is wrong with it is said when it is read


def _mapped(
    chunks: list[list[Path]], files: int, meanwhile: Callable[[], None]
) -> Iterable[tuple[list[bytes | None], list[Problem]]]:
    workers = min(4, os.cpu_count() or 1)
    if workers < 2 or files <= FEW or threading.active_count() > 1:  # a fork among threads may hang
        meanwhile()
        yield from map(read_occupations, chunks)
        return
    way = get_context("fork" if forks() else "spawn")  # from Python 3.14 on the usual one would open a socket
    pool = ProcessPoolExecutor(workers, way, _undisturbed)
    try:
        reading = pool.map(read_occupations, chunks)
        meanwhile()
        yield from reading
    finally:
        pool.shutdown(cancel_futures=True)


def _undisturbed() -> None:
    """Ctrl-C ends the process that waits for this one; this one ends with it, without a word."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
