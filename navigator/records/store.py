"""Records on this machine: where they lie, how they are opened, saved, kept in history and brought back."""

from __future__ import annotations

import os
import re
import unicodedata
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from navigator.domain.errors import BadInput, BadRecord, ChangedOutside, NotFound, Refusal
from navigator.domain.record import Record
from navigator.records import atomic, codec

HISTORY_KEPT = 500
"""Saves kept for one record: a full walk makes about a hundred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A record with the file it was read from and what that file held then."""

    record: Record
    path: Path
    fingerprint: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Save:
    """One earlier save in the history."""

    id: str
    when: str
    path: Path


def now() -> str:
    """The present moment as records write it: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def default_home() -> Path:
    """The folder of this machine's records: NAVIGATOR_HOME, or the user's data folder."""
    given = os.environ.get("NAVIGATOR_HOME")
    if given:
        return Path(given).expanduser()
    from platformdirs import user_data_path

    return user_data_path("navigator", appauthor=False)


def file_name(text: str) -> str:
    """A name as a file name: letters and digits of any script, the rest a dash."""
    folded = unicodedata.normalize("NFKC", text).strip().lower()
    return re.sub(r"[^\w]+", "-", folded).strip("-_")[:60]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordStore:
    """The records under one home folder."""

    home: Path

    @property
    def folder(self) -> Path:
        """Where the records lie."""
        return self.home / "records"

    @property
    def _current(self) -> Path:
        return self.home / "current"

    def paths(self) -> list[Path]:
        """All record files, by name."""
        return sorted(self.folder.glob("*.json")) if self.folder.is_dir() else []

    def new(self, name: str = "") -> Opened:
        """A fresh record, not yet on disk; a name already taken gets a number."""
        record = Record(id=str(uuid.uuid4()), created=now())
        stem = file_name(name) or "record"
        path = self.folder / f"{stem}.json"
        number = 2
        while path.exists():
            path = self.folder / f"{stem}-{number}.json"
            number += 1
        return Opened(record=record, path=path, fingerprint=None)

    def file_of(self, name: str) -> Path:
        """The file of the record that bears a name, whether it is there or not."""
        return self.folder / f"{file_name(name)}.json"

    def find(self, name: str) -> Path:
        """The file of a record by its name. Raises NotFound."""
        path = self.file_of(name)
        if path.is_file():
            return path
        have = ", ".join(p.stem for p in self.paths()) or "none yet"
        raise NotFound(f"There is no record named {name!r} in {self.folder}. Records there: {have}.")

    def current(self) -> Path | None:
        """The record used last, or the only one, or None."""
        try:
            named = self.folder / self._current.read_text(encoding="utf-8").strip()
            if named.is_file() and named.parent == self.folder:
                return named
        except (OSError, UnicodeDecodeError):
            pass
        paths = self.paths()
        return paths[0] if len(paths) == 1 else None

    def open(self, path: Path) -> Opened:
        """Read one record. Raises NotFound, BadRecord or NewerRecord."""
        try:
            if path.stat().st_size > codec.MAX_BYTES:
                raise BadRecord(f"{path} is too large to be a record. Check that it is the right file.")
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise NotFound(f"There is no record file {path}. 'navigator record list' shows what there is.") from error
        except OSError as error:
            raise BadRecord(f"{path} cannot be read: {error.strerror}.") from error
        return Opened(record=codec.decoded(data, path), path=path, fingerprint=atomic.fingerprint(data))

    def save(self, opened: Opened, record: Record) -> Opened:
        """Write a record whole, the version before it to the history first. Raises ChangedOutside or CannotWrite."""
        data = codec.encoded(record)
        found = atomic.fingerprint(data)
        if found == opened.fingerprint and opened.path.exists():
            return Opened(record=record, path=opened.path, fingerprint=found)
        atomic.make_folder(opened.path.parent)
        self._keep_old(opened, record.id)
        atomic.write_whole(opened.path, data)
        if opened.path.parent == self.folder:
            atomic.write_whole(self._current, opened.path.name.encode())
        return Opened(record=record, path=opened.path, fingerprint=found)

    def _keep_old(self, opened: Opened, record_id: str) -> None:
        try:
            old = opened.path.read_bytes()
        except FileNotFoundError:
            if opened.fingerprint is None:
                return
            raise ChangedOutside(
                f"{opened.path} was removed while it was open, so it was not saved over. Choose a place with --record to save anew."
            ) from None
        if atomic.fingerprint(old) != opened.fingerprint:
            raise ChangedOutside(
                f"{opened.path} was changed by somebody else since it was opened, so it was not overwritten. Open it again to go on from there."
            )
        folder = self._history(opened.path, record_id)
        atomic.make_folder(folder)
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        atomic.write_whole(folder / f"{stamp}.json", old)
        for extra in sorted(folder.glob("*.json"))[:-HISTORY_KEPT]:
            extra.unlink(missing_ok=True)

    def _history(self, path: Path, record_id: str) -> Path:
        """Beside the records for those of this home; beside the file itself for one that lies elsewhere (a stick)."""
        if path.parent == self.folder:
            return self.home / "history" / file_name(record_id)
        return path.parent / f".{path.stem}-history"

    def history(self, opened: Opened) -> list[Save]:
        """Earlier saves, the newest first."""
        return self.saves_of(opened.path, opened.record.id)

    def saves_of(self, path: Path, record_id: str) -> list[Save]:
        """Earlier saves of a record file, the newest first."""
        folder = self._history(path, record_id)
        found = sorted(folder.glob("*.json"), reverse=True) if folder.is_dir() else []
        return [Save(id=str(n), when=_when(p.stem), path=p) for n, p in enumerate(found, start=1)]

    def restore(self, path: Path, save: Save) -> Opened:
        """Bring an earlier save back; the present state goes to the history first, even when it is damaged."""
        record = self.open(save.path).record
        try:
            present: Opened = self.open(path)
        except Refusal:
            data = path.read_bytes() if path.exists() else b""
            present = Opened(record=record, path=path, fingerprint=atomic.fingerprint(data) if path.exists() else None)
        return self.save(present, record)

    def damaged_history(self, path: Path) -> list[Save]:
        """Earlier saves of a record whose file can no longer be read: its id is looked for in the damaged text."""
        found = re.search(rb'"id":\s*"([0-9a-f-]{36})"', path.read_bytes()[:4096]) if path.exists() else None
        return self.saves_of(path, found[1].decode()) if found else []

    def remove(self, opened: Opened) -> None:
        """Take a record and its history from this machine."""
        folder = self._history(opened.path, opened.record.id)
        for path in [opened.path, *(folder.glob("*.json") if folder.is_dir() else [])]:
            path.unlink(missing_ok=True)
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
        if self._current.exists() and self._current.read_bytes().strip() == opened.path.name.encode():
            self._current.unlink()


def _when(stem: str) -> str:
    try:
        return datetime.strptime(stem[:15], "%Y%m%dT%H%M%S").replace(tzinfo=UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    except ValueError as error:
        raise BadInput(f"{stem} is not a save of ours.") from error
