"""Where the data lies: compiled inside an installed wheel, or as source in a checkout that compiles when it changes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from pathlib import Path

COMPILED_FORMAT = "17"
"""Raised with every change to what is compiled: an older compiled catalogue is then built anew."""

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


def stamp(data: Path) -> str:
    """A quick sign of change: names, sizes and times (some 4 ms for a thousand files)."""
    digest = hashlib.sha256(COMPILED_FORMAT.encode())
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
    """What the data says, whatever its times: the hash of every file's name and content."""
    digest = hashlib.sha256(COMPILED_FORMAT.encode())
    for path in source_files(data):
        digest.update(str(path.relative_to(data)).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:32]


def current(build: Path, data: Path, file: str = "catalogue.sqlite") -> Path | None:
    """The compiled folder that matches the data as it is now, or None when it must be compiled."""
    now = stamp(data)
    marker = build / "current.json"
    known: dict[str, str] = {}
    if marker.is_file():
        try:
            found = json.loads(marker.read_text(encoding="utf-8"))
            known = found if isinstance(found, dict) else {}
        except ValueError:
            known = {}
    if known.get("stamp") == now and (build / known.get("folder", "-") / file).is_file():
        return build / known["folder"]
    folder = build / fingerprint(data)
    if (folder / file).is_file():
        remember(build, data, folder)
        return folder
    return None


def remember(build: Path, data: Path, folder: Path) -> None:
    """Note which compiled folder belongs to the data as it is now."""
    marker = build / "current.json"
    spare = marker.with_suffix(f".{os.getpid()}")
    spare.write_text(json.dumps({"stamp": stamp(data), "folder": folder.name}), encoding="utf-8")
    spare.replace(marker)


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
