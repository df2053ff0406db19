"""Where the data lies: compiled inside an installed wheel, or as source in a checkout that compiles when it changes."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from navigator.catalogue import makers

_PACKAGE = Path(__file__).resolve().parent.parent
SHIPPED = _PACKAGE / "_compiled"
"""The compiled catalogue that a wheel carries."""


def checkout() -> Path | None:
    """The checkout this package is run from, or None in an installed wheel."""
    root = _PACKAGE.parent
    return root if (root / "data" / "occupations").is_dir() and (root / "pyproject.toml").is_file() else None


def build_folder() -> Path:
    """Where a checkout keeps what it compiles: NAVIGATOR_BUILD, or build/catalogue beside the data."""
    root = checkout() or _PACKAGE
    return Path(os.environ.get("NAVIGATOR_BUILD") or root / "build" / "catalogue")


COMPILING = "compiling-"
"""How the name of a folder begins that is being compiled into."""

LANGUAGES = "languages"
"""The folder of other languages' words under data/: compiled apart, so that English does not wait for them."""


def source_files(data: Path) -> list[Path]:
    """Every data file but other languages' words, in a stable order."""
    return sorted(
        p
        for p in data.rglob("*")
        if p.suffix in {".yaml", ".csv", ".npy", ".po"} and p.is_file() and LANGUAGES not in p.relative_to(data).parts
    )


def stamp(data: Path, code: Sequence[str] = ()) -> str:
    """A quick sign of change: names, sizes and times (some 4 ms for a thousand files), and those of the code that compiles.

    ``code`` names that code where it is known already.
    """
    digest = hashlib.sha256(makers.signs(code or makers.files()))
    pending = [str(data)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in sorted(entries, key=lambda e: e.name):
                if entry.is_dir(follow_symlinks=False) and entry.name != LANGUAGES:
                    pending.append(entry.path)
                elif entry.name != LANGUAGES:
                    stat = entry.stat()
                    digest.update(f"{entry.name}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
    return digest.hexdigest()[:32]


def fingerprint(data: Path) -> str:
    """What the data says, whatever its times: the hash of every file's name and content, and of the code that compiles."""
    digest = hashlib.sha256(makers.digest())
    for path in source_files(data):
        digest.update(str(path.relative_to(data)).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:32]


class Noted(msgspec.Struct):
    """Which compiled folder belongs to the data and the code with this stamp."""

    stamp: str
    folder: str
    code: tuple[str, ...]


MARK = "current.json"


def current(build: Path, data: Path, file: str = "catalogue.sqlite") -> Path | None:
    """The compiled folder that matches the data as it is now, or None when it must be compiled."""
    known = _noted(build)
    if known and known.stamp == stamp(data, known.code) and (build / known.folder / file).is_file():
        return build / known.folder
    now, folder = stamp(data), build / fingerprint(data)
    if (folder / file).is_file():
        remember(build, now, folder)
        return folder
    return None


def _noted(build: Path) -> Noted | None:
    try:
        return msgspec.json.decode((build / MARK).read_bytes(), type=Noted)
    except (OSError, ValueError, msgspec.MsgspecError):
        return None


def compiled(build: Path, data: Path, make: Callable[[Path], None]) -> Path:
    """Have the data compiled by ``make`` into a folder that bears its fingerprint, and remember it.

    What somebody edited meanwhile was perhaps read, perhaps not: such a folder serves this one run, under a name that no
    data has, and the next run compiles again.
    """
    build.mkdir(parents=True, exist_ok=True)
    now, folder = stamp(data), build / fingerprint(data)
    made = folder.with_name(f"{folder.name}-{os.getpid()}-{time.time_ns():x}")
    make(made)
    if stamp(data) == now:
        made = _in_place(made, folder)
        remember(build, now, made)
    prune(build, made)
    return made


def _in_place(made: Path, folder: Path) -> Path:
    """Give a compiled folder its name; where somebody else was faster, theirs is as good."""
    try:
        made.replace(folder)
    except OSError:
        if not folder.is_dir():
            raise
        shutil.rmtree(made, ignore_errors=True)
    return folder


def remember(build: Path, stamped: str, folder: Path) -> None:
    """Note which compiled folder belongs to the data with this stamp, which was taken before the data was read."""
    spare = build / f"{MARK}.{os.getpid()}"
    spare.write_bytes(msgspec.json.encode(Noted(stamped, folder.name, makers.files())))
    spare.replace(build / MARK)


A_DAY = 24 * 60 * 60
KEPT = 3
"""Compiled catalogues kept in a checkout: going back and forth between two branches should not compile each time."""


def prune(build: Path, newest: Path) -> None:
    """Remove compiled catalogues that have not been made lately, and what a compile left that was killed."""
    spared = {newest.name, LANGUAGES}
    every = [p for p in build.iterdir() if p.is_dir() and p.name not in spared]
    folders = [p for p in every if not p.name.startswith(COMPILING)]
    given_up = [p for p in every if p not in folders and p.stat().st_mtime < time.time() - A_DAY]
    for old in sorted(folders, key=lambda p: p.stat().st_mtime, reverse=True)[KEPT - 1 :] + given_up:
        shutil.rmtree(old, ignore_errors=True)
