"""Records on this machine: where they lie, how they are opened, saved, kept in history and brought back; plain or sealed."""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from navigator.domain.errors import BadInput, ChangedOutside, NeedsTerminal, NotFound
from navigator.domain.record import Record
from navigator.i18n import _
from navigator.records import atomic, codec
from navigator.records.history import PLAIN, History, Save, Undone, folders, starting
from navigator.records.seal import SEALED, Key, is_sealed, key_of, key_path, read_key_file, unwrapped
from navigator.records.where import default_home, existing, file_name, now, read

__all__ = ["Opened", "RecordStore", "Save", "default_home", "file_name", "now"]

HISTORY_KEPT = 500
"""Saves kept for one record: a full walk makes about a hundred."""

TRIES = 3
"""How often a passphrase may be wrong before the command ends."""

Passphrase = Callable[[Path, int], str | None]
"""Asks for the passphrase of a sealed record, for the first, second or third time (0, 1, 2). None: there is no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A record with the file it was read from and what that file held then."""

    record: Record
    path: Path
    fingerprint: str | None


@dataclass(frozen=True, kw_only=True)
class RecordStore:
    """The records under one home folder. ``passphrase`` is asked at most three times for each sealed record, once a run.

    ``tries`` is entered before the first of them and left after the last was checked: a terminal shows no key meanwhile.
    ``moves``: a saved record is the one in use from then on. Without it only a new one is.
    """

    home: Path
    passphrase: Passphrase | None = field(default=None, compare=False, repr=False)
    tries: Callable[[], AbstractContextManager[None]] = field(default=nullcontext, compare=False, repr=False)
    moves: bool = True
    keys: dict[Path, Key] = field(default_factory=dict, compare=False, repr=False)

    @property
    def folder(self) -> Path:
        """Where the records lie."""
        return self.home / "records"

    @property
    def _current(self) -> Path:
        return self.home / "current"

    def paths(self) -> list[Path]:
        """All record files, by name. Where sealing was cut short both files are there: then the plain one counts."""
        if not self.folder.is_dir():
            return []
        with os.scandir(self.folder) as entries:
            names = {e.name for e in entries}
        plain = {n for n in names if n.endswith(PLAIN)}
        sealed = {n for n in names if is_sealed(Path(n)) and n.removesuffix(SEALED) + PLAIN not in plain}
        return [self.folder / n for n in sorted(plain | sealed)]

    def new(self, name: str = "") -> Opened:
        """A fresh record, not yet on disk; a name already taken gets a number."""
        record = Record(id=str(uuid.uuid4()), created=now())
        stem = file_name(name) or "record"
        path = self.folder / f"{stem}{PLAIN}"
        number = 2
        while path.exists() or path.with_suffix(SEALED).exists():
            path = self.folder / f"{stem}-{number}{PLAIN}"
            number += 1
        return Opened(record=record, path=path, fingerprint=None)

    def file_of(self, name: str) -> Path:
        """The file of the record that bears a name, whether it is there or not."""
        return existing(self.folder / f"{file_name(name)}{PLAIN}")

    def find(self, name: str) -> Path:
        """The file of a record by its name. Raises NotFound."""
        path = self.file_of(name)
        if path.is_file():
            return path
        have = ", ".join(p.stem for p in self.paths()) or _("none yet")
        raise NotFound(
            _("There is no record named {name!r} in {folder}. Records there: {have}.").format(
                name=name, folder=self.folder, have=have
            )
        )

    def current(self) -> Path | None:
        """The record used last, or the only one, or None."""
        try:
            named = existing(self.folder / self._current.read_text(encoding="utf-8").strip())
            if named.is_file() and named.parent == self.folder:
                return named
        except (OSError, UnicodeDecodeError, ValueError):
            pass
        paths = self.paths()
        return paths[0] if len(paths) == 1 else None

    def use(self, path: Path) -> None:
        """Let the next commands be about this record, where it is one of this home."""
        name = path.name.encode()
        if path.parent == self.folder and not (self._current.is_file() and self._current.read_bytes() == name):
            atomic.write_whole(self._current, name)

    def open(self, path: Path) -> Opened:
        """Read one record. Raises NotFound, BadRecord, NewerRecord; for a sealed one BadInput or NeedsTerminal too."""
        path = existing(path)
        data = read(path)
        record = codec.decoded(self.plain_of(path, data), path)
        if is_sealed(path):
            self.history_of(path, record.id).sweep()
        return Opened(record=record, path=path, fingerprint=atomic.fingerprint(data))

    def plain_of(self, path: Path, data: bytes) -> bytes:
        """What a file says, unsealed where it is sealed."""
        if not is_sealed(path):
            return data
        if key_path(path).exists() or not self.keys:
            return self.key(path).decrypted(data, path)
        # A save in a history folder has no key beside it: it was sealed with the key of a record opened in this run.
        key = next((k for k in self.keys.values() if k.opens(data)), next(iter(self.keys.values())))
        return key.decrypted(data, path)

    def key(self, path: Path) -> Key:
        """The key of a sealed record, unwrapped once a run. Raises BadInput, BadRecord, NeedsTerminal, MissingExtra."""
        if path not in self.keys:
            self.keys[path] = key_of(self._unwrapped(path), key_path(path))
        return self.keys[path]

    def _unwrapped(self, path: Path) -> bytes:
        wrapped = read_key_file(key_path(path))
        if self.passphrase is None:
            raise NeedsTerminal(_("{path} is sealed, and nobody can be asked for its passphrase.").format(path=path))
        with self.tries():
            for number in range(TRIES):
                given = self.passphrase(path, number)
                if given is None:
                    break
                try:
                    return unwrapped(wrapped, given)
                except BadInput:
                    continue
        raise BadInput(
            _("{path} was not opened: the passphrase is not the right one. Nothing was changed.").format(path=path)
        )

    def save(self, opened: Opened, record: Record) -> Opened:
        """Write a record whole, the version before it to the history first. Raises ChangedOutside or CannotWrite."""
        data = codec.encoded(record)
        sealed = is_sealed(opened.path)
        same = opened.record == record if sealed else atomic.fingerprint(data) == opened.fingerprint
        if same and opened.fingerprint is not None and opened.path.exists():
            return replace(opened, record=record)
        if sealed:
            data = self.key(opened.path).encrypted(data)
        return self._write(opened, record, data)

    def _write(self, opened: Opened, record: Record, data: bytes) -> Opened:
        atomic.make_folder(opened.path.parent)
        self._keep_old(opened, record.id)
        atomic.write_whole(opened.path, data)
        if self.moves or opened.fingerprint is None:
            self.use(opened.path)
        return Opened(record=record, path=opened.path, fingerprint=atomic.fingerprint(data))

    def _keep_old(self, opened: Opened, record_id: str) -> None:
        old = self._unchanged(opened)
        history = self.history_of(opened.path, record_id)
        if old is not None and not history.holds(opened.fingerprint or ""):
            history.keep(old, opened.path.suffix, HISTORY_KEPT)

    def _unchanged(self, opened: Opened) -> bytes | None:
        """What the file holds, which is what it held when it was opened; None for a new one. Raises ChangedOutside."""
        try:
            old = opened.path.read_bytes()
        except FileNotFoundError:
            if opened.fingerprint is None:
                return None
            raise ChangedOutside(
                _(
                    "{path} was removed while it was open, so it was not saved over. Choose a place with --record to save anew."
                ).format(path=opened.path)
            ) from None
        if atomic.fingerprint(old) != opened.fingerprint:
            raise ChangedOutside(
                _(
                    "{path} was changed by somebody else since it was opened, so it was not overwritten. Open it again to go on from there."
                ).format(path=opened.path)
            )
        return old

    def history_of(self, path: Path, record_id: str) -> History:
        """Beside the records for those of this home; beside the file itself for one that lies elsewhere (a stick)."""
        if path.parent == self.folder:
            return History(self.home / "history" / file_name(record_id))
        return History(path.parent / f".{path.stem}-history")

    def history(self, opened: Opened) -> list[Save]:
        """Earlier saves, the newest first."""
        return self.saves_of(opened.path, opened.record.id)

    def saves_of(self, path: Path, record_id: str) -> list[Save]:
        """Earlier saves of a record file, the newest first."""
        return self.history_of(path, record_id).saves()

    def restore(self, path: Path, save: Save) -> Opened:
        """Bring an earlier save back; the present state goes to the history first, even when it is damaged."""
        path = existing(path)
        if is_sealed(path):
            self.key(path)  # so that a save of its history can be opened
        data = read(save.path)
        record = codec.decoded(self.plain_of(save.path, data), save.path)
        present = path.read_bytes() if path.exists() else None
        mark = None if present is None else atomic.fingerprint(present)
        if save.path.suffix != path.suffix:
            data = self.key(path).encrypted(codec.encoded(record)) if is_sealed(path) else codec.encoded(record)
        return self._write(Opened(record=record, path=path, fingerprint=mark), record, data)

    def undo(self, opened: Opened) -> Opened | None:
        """The record as it was before its last change; again goes further back. None where there is nothing before."""
        self._unchanged(opened)
        history = self.history_of(opened.path, opened.record.id)
        save, undone = history.before(opened.fingerprint or "")
        if save is None:
            return None
        data = read(save)
        record = codec.decoded(self.plain_of(save, data), save)
        if "" in undone.later:
            kept = history.keep(opened.path.read_bytes(), opened.path.suffix, HISTORY_KEPT)
            undone = replace(undone, later=tuple(name or kept.stem for name in undone.later))
        return self._step(opened, history, undone, record, data)

    def redo(self, opened: Opened) -> Opened | None:
        """The record as it was before the last undo. None where nothing was undone, or something was saved since."""
        self._unchanged(opened)
        history = self.history_of(opened.path, opened.record.id)
        save, undone = history.after(opened.fingerprint or "")
        if save is None:
            return None
        data = read(save)
        forward = self._step(opened, history, undone, codec.decoded(self.plain_of(save, data), save), data)
        if not undone.later:  # all of it is back: the record is its own newest version again, and no earlier save
            history.note(Undone(passed=undone.passed))
            save.unlink(missing_ok=True)
        return forward

    def _step(self, opened: Opened, history: History, undone: Undone, record: Record, data: bytes) -> Opened:
        mark = atomic.fingerprint(data)
        history.note(replace(undone, present=mark))
        atomic.write_whole(opened.path, data)
        if self.moves:
            self.use(opened.path)
        return Opened(record=record, path=opened.path, fingerprint=mark)

    def damaged_history(self, path: Path) -> list[Save]:
        """Earlier saves of a record whose file can no longer be read: by the id in its damaged text, or by its key."""
        path = existing(path)
        if is_sealed(path):
            return self._sealed_history(path)
        found = re.search(rb'"id":\s*"([0-9a-f-]{8,36})', path.read_bytes()[:4096]) if path.exists() else None
        if found is None:
            return []
        if path.parent != self.folder:
            return self.saves_of(path, "")
        return starting(self.home / "history", file_name(found[1].decode()))

    def _sealed_history(self, path: Path) -> list[Save]:
        beside = None if path.parent == self.folder else self.history_of(path, "").folder
        for folder in [beside] if beside else folders(self.home / "history"):
            saves = History(folder).saves()
            if saves and is_sealed(saves[0].path) and self.key(path).opens(saves[0].path.read_bytes()):
                return saves
        return []

    def remove(self, opened: Opened) -> None:
        """Take a record, its key and its history from this machine."""
        for path in (opened.path, key_path(opened.path)):
            path.unlink(missing_ok=True)
        self.history_of(opened.path, opened.record.id).clear()
        self.keys.pop(opened.path, None)
        if self._current.exists() and self._current.read_bytes().strip() == opened.path.name.encode():
            self._current.unlink()
