"""What an earlier compile worked out, used again where the very same code would work it out from the very same things.

People change one file at a time, and most changes touch neither the near table nor the titles, which take longest.
Whatever is missing, damaged or from other code is worked out anew: a compiled catalogue never depends on how it was made.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from navigator.catalogue import makers

NOTE = "parts.json"
"""In a compiled folder: from what each part was made, and what its files hash to."""
TEXTS = "texts.json"
"""Beside the compiled folders: what the occupation files say."""


class Part(msgspec.Struct):
    """One part of a compiled folder."""

    key: str
    files: dict[str, str]


class Texts(msgspec.Struct):
    """What files say, by the hash of their content; ``digest`` is that of all of it."""

    made_by: str
    digest: str
    files: dict[str, msgspec.Raw]


@cache
def made_by() -> str:
    """Our code that compiles, and the Python that runs it: another may round the last digit of a sum otherwise."""
    return sha256(sys.version.encode() + makers.digest()).hexdigest()


def key_of(*things: object) -> str:
    """One short text for everything that a part is made from, and for the code that makes it."""
    return sha256(made_by().encode() + msgspec.json.encode(things)).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What lies in the folder of compiled catalogues, if there is one."""

    build: Path | None = None

    def texts(self) -> Mapping[str, msgspec.Raw]:
        """What occupation files said when they were last read, by the hash of their content."""
        if self.build is None:
            return {}
        try:
            found = msgspec.json.decode((self.build / TEXTS).read_bytes(), type=Texts)
        except (OSError, ValueError, msgspec.MsgspecError):
            return {}
        sound = found.made_by == made_by() and found.digest == _digest_of(found.files)
        return found.files if sound else {}

    def keep_texts(self, files: Mapping[str, msgspec.Raw]) -> None:
        """Remember what the files say; where there is no room for it, they are read again next time."""
        if self.build is None:
            return
        texts = Texts(made_by=made_by(), digest=_digest_of(files), files=dict(files))
        spare = self.build / f"{TEXTS}.{os.getpid()}"
        try:
            spare.write_bytes(msgspec.json.encode(texts))
            spare.replace(self.build / TEXTS)
        except OSError:
            spare.unlink(missing_ok=True)

    def take(self, name: str, key: str, files: Sequence[str], into: Path) -> bool:
        """Copy a part that was made from what ``key`` stands for; False when there is none, or it is not whole."""
        notes = [] if self.build is None else sorted(self.build.glob(f"*/{NOTE}"))
        for note in notes:
            part = _noted(note).get(name)
            if part is not None and part.key == key and _copied(note.parent, into, files) == part.files:
                return True
        return False

    def note(self, folder: Path, parts: Mapping[str, tuple[str, Iterable[str]]]) -> None:
        """Write into a compiled folder what its parts were made from: key, and the names of the files, of each."""
        if self.build is not None:
            noted = {name: Part(key, _digests(folder, files)) for name, (key, files) in parts.items()}
            (folder / NOTE).write_bytes(msgspec.json.encode(noted))


def copy_tables(db: sqlite3.Connection, old: Path, beginning: str) -> None:
    """All tables of another database whose name begins so, into this one."""
    db.commit()
    db.execute("ATTACH ? AS old", (str(old),))
    tables = db.execute("SELECT name, sql FROM old.sqlite_master WHERE type = 'table' ORDER BY rowid").fetchall()
    for name, sql in tables:
        if name.startswith(beginning):
            db.execute(sql)
            db.execute(f"INSERT INTO main.{name} SELECT * FROM old.{name}")  # noqa: S608 - our own table names
    db.commit()
    db.execute("DETACH old")


def _noted(path: Path) -> dict[str, Part]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Part])
    except (OSError, ValueError, msgspec.MsgspecError):
        return {}


def _copied(old: Path, new: Path, names: Iterable[str]) -> dict[str, str]:
    """Copy files, and say what the copies hash to: another process may remove the old folder at any moment."""
    try:
        for name in names:
            shutil.copyfile(old / name, new / name)
    except OSError:
        return {}
    return _digests(new, names)


def _digests(folder: Path, names: Iterable[str]) -> dict[str, str]:
    return {name: sha256((folder / name).read_bytes()).hexdigest() for name in names}


def _digest_of(files: Mapping[str, msgspec.Raw]) -> str:
    digest = sha256()
    for key, text in files.items():
        digest.update(key.encode())
        digest.update(text)
    return digest.hexdigest()
