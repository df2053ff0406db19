"""The home folder: which records are there, which one is in use, and which earlier saves are whose."""

from __future__ import annotations

import os
import uuid
from dataclasses import dataclass
from pathlib import Path

from navigator.domain.errors import CannotWrite, NotFound, Refusal
from navigator.i18n import _
from navigator.opening import bytes_of
from navigator.records import atomic, codec
from navigator.records.history import PLAIN, History
from navigator.records.seal import KEY, SEALED, is_sealed
from navigator.records.where import existing, file_name, read, sibling

LONGEST_NAME = 4_096
"""Bytes: no file system takes a longer name, so more than this names no record."""


@dataclass(frozen=True, kw_only=True)
class RecordFolder:
    """The records under one home folder, by name."""

    home: Path

    @property
    def folder(self) -> Path:
        """Where the records lie."""
        return self.home / "records"

    @property
    def _current(self) -> Path:
        return self.home / "current"

    def paths(self) -> list[Path]:
        """All record files, by name. A plain and a sealed one of the same name may be two people's: both are listed."""
        if not self.folder.is_dir():
            return []
        with os.scandir(self.folder) as entries:
            names = [e.name for e in entries if e.name.endswith((PLAIN, SEALED)) and not e.name.endswith(KEY)]
        return [self.folder / n for n in sorted(names, key=lambda n: (f"{Path(n).stem}.", n.endswith(SEALED)))]

    def check_folder(self) -> None:
        """Refuse to say that a record is not there where a file stands in the place of the folder. Raises CannotWrite."""
        for place in (self.home, self.folder):
            if place.exists() and not place.is_dir():
                said = _("{place} is a file, and records lie in a folder. Name a folder with --home.")
                raise CannotWrite(said.format(place=place))

    def name_of(self, path: Path) -> str:
        """What a record of this home is called: its whole file name where the shorter one would mean its sibling."""
        return path.name if is_sealed(path) and sibling(path).exists() else path.stem

    def file_of(self, name: str) -> Path:
        """The file of the record that bears a name, whether it is there or not. The plain one comes first."""
        whole = self.folder / name
        if name.endswith((PLAIN, SEALED)) and whole.name == name and whole.is_file():
            return whole
        return existing(self.folder / f"{file_name(name)}{PLAIN}")

    def find(self, name: str) -> Path:
        """The file of a record by its name. Raises NotFound, or CannotWrite where there can be none."""
        path = self.file_of(name)
        if path.is_file():
            return path
        self.check_folder()
        have = ", ".join(self.name_of(p) for p in self.paths()) or _("none yet")
        raise NotFound(
            _("There is no record named {name!r} in {folder}. Records there: {have}.").format(
                name=name, folder=self.folder, have=have
            )
        )

    def placed(self, path: Path) -> Path:
        """A record's file as it is called here, however it was written: one record has one history.

        A link that lies elsewhere is followed; a link among the records of this home is one of them.
        """
        path = existing(path)
        ours = os.path.realpath(self.folder)
        if os.path.realpath(path.parent) != ours and path.is_symlink():
            path = Path(os.path.realpath(path))
        return self.folder / path.name if os.path.realpath(path.parent) == ours else path

    def current(self) -> Path | None:
        """The record used last, or the only one, or None. Raises CannotWrite where there can be none."""
        try:
            named = existing(self.folder / bytes_of(self._current, LONGEST_NAME).decode().strip())
            if named.is_file() and named.parent == self.folder:
                return named
        except (OSError, UnicodeDecodeError, ValueError):
            pass
        self.check_folder()
        paths = self.paths()
        return paths[0] if len(paths) == 1 else None

    def use(self, path: Path | None) -> None:
        """Let the next commands be about this record, where it is one of this home; or about none."""
        name = path.name.encode() if path else b""
        if path is None:
            self._current.unlink(missing_ok=True)
        elif path.parent == self.folder and not (self._current.is_file() and self._current.read_bytes() == name):
            atomic.write_whole(self._current, name)

    def history_of(self, path: Path, record_id: str) -> History:
        """Beside the records for those of this home; beside the file itself for one that lies elsewhere (a stick).

        Where a record was copied, the saves are those of the file they were made of; the copy has none yet.
        """
        history = self.saves_under(path, record_id)
        if self.is_taken(path, record_id):
            return History(history.folder.with_name(f"{history.folder.name}.{label(path)}"))
        return history

    def saves_under(self, path: Path, record_id: str) -> History:
        """The saves under the id of a record of this home, whosever they are; those of the file for any other."""
        # Beside a sibling of the other kind each keeps to its own kind: they may be two people's.
        ending = ending_of(path) if sibling(path).exists() else ""
        if path.parent == self.folder:
            return History(self.home / "history" / _folder_name(record_id), ending)
        return History(path.parent / f".{label(path)}-history", ending)

    def is_taken(self, path: Path, record_id: str) -> bool:
        """Whether the saves under an id are those of another file of this home: one of the two was copied."""
        if path.parent != self.folder:
            return False
        mine, history = label(path), self.saves_under(path, record_id)
        if history.owner == mine:
            return False
        others = [p for p in self.paths() if label(p) != mine]
        if history.owner:
            return any(label(p) == history.owner and _may_be(p, record_id) for p in others)
        twins = [p for p in others if not is_sealed(p) and _may_be(p, record_id)]
        return bool(twins) and not _nearest(path, twins, history)


def label(path: Path) -> str:
    """What a record's file is known by, plain or sealed."""
    return path.stem if path.suffix in (PLAIN, SEALED) else path.name


def ending_of(path: Path) -> str:
    """The ending of the saves of a record's file."""
    return SEALED if is_sealed(path) else PLAIN


def _folder_name(record_id: str) -> str:
    """An id as the name of a folder. One that somebody made up (``..``) gets a name that leads nowhere else."""
    name = file_name(record_id)
    return name if name and name == record_id else str(uuid.uuid5(uuid.NAMESPACE_OID, record_id))


def _may_be(path: Path, record_id: str) -> bool:
    """Whether a record's file bears an id; of a sealed one only its owner knows."""
    try:
        return is_sealed(path) or codec.id_in(read(path)) == record_id
    except Refusal:
        return False


def _nearest(path: Path, twins: list[Path], history: History) -> bool:
    """Whether saves of which nobody said whose they are were most likely made of this file, and not of one of its twins.

    The newest save was put away in the moment the file it was made of was written.
    """
    last = history.last()
    if last is None:
        return False

    def away(one: Path) -> float:
        try:
            return abs(one.stat().st_mtime - last.timestamp())
        except OSError:
            return float("inf")

    return away(path) <= min(away(p) for p in twins)
