"""Records on this machine: how they are opened, saved, kept in history and brought back; plain or sealed."""

from __future__ import annotations

import contextlib
import re
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from navigator.domain.errors import BadRecord, ChangedOutside, DamagedRecord
from navigator.domain.record import Record
from navigator.i18n import _
from navigator.records import atomic, codec
from navigator.records.folder import RecordFolder, ending_of, label
from navigator.records.history import PLAIN, History, Save, Undone, folders, starting
from navigator.records.keyring import Keyring
from navigator.records.lock import alone, if_free
from navigator.records.seal import SEALED, is_sealed, key_path
from navigator.records.where import default_home, file_name, now, read, sealed_of, sibling

__all__ = ["Opened", "RecordStore", "Save", "default_home", "file_name", "now"]

HISTORY_KEPT = 500
"""Saves kept for one record: a full walk makes about a hundred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A record with the file it was read from and what that file held then."""

    record: Record
    path: Path
    fingerprint: str | None


@dataclass(frozen=True, kw_only=True)
class RecordStore(RecordFolder, Keyring):
    """The records under one home folder, to open and to save.

    Whatever reads a file, judges it and writes it again holds the lock of its folder meanwhile.
    ``moves``: a saved record is the one in use from then on. Without it only a new one is.
    """

    moves: bool = True

    def new(self, name: str = "") -> Opened:
        """A fresh record, not yet on disk; a name already taken gets a number."""
        record = Record(id=str(uuid.uuid4()), created=now())
        stem = file_name(name) or "record"
        path = self.folder / f"{stem}{PLAIN}"
        number = 2
        while path.exists() or sealed_of(path).exists():
            path = self.folder / f"{stem}-{number}{PLAIN}"
            number += 1
        return Opened(record=record, path=path, fingerprint=None)

    def open(self, path: Path) -> Opened:
        """Read one record. Raises NotFound, BadRecord, NewerRecord; for a sealed one BadInput or NeedsTerminal too."""
        path = self.placed(path)
        data = read(path)
        try:
            record = codec.decoded(self.plain_of(path, data), path)
        except DamagedRecord as damage:
            raise BadRecord(damage.with_saves if self.damaged_history(path) else str(damage)) from damage
        self._tidy(path, record.id)
        return Opened(record=record, path=path, fingerprint=atomic.fingerprint(data))

    def _tidy(self, path: Path, record_id: str) -> None:
        """Take away what was cut short: half-written files, and plain saves of a record that is sealed."""
        history = self.saves_under(path, record_id)
        sealed = is_sealed(path) and not sibling(path).exists()
        left = self.left_of(path, history)
        if not sealed and not left:
            return
        with if_free(path.parent) as free, contextlib.suppress(OSError):  # what cannot be written can still be read
            if not free:  # somebody is writing them, or unsealing the record
                return
            for file in left:
                file.unlink(missing_ok=True)
            if sealed:
                history.sweep()

    def left_of(self, path: Path, history: History) -> list[Path]:
        """Half-written files of a record, its key and its saves. They are whole texts of it, and nobody sees them."""
        names = (path, sibling(path), key_path(path), key_path(sibling(path)))
        return [*atomic.leftovers(*names), *atomic.leftovers_in(history.folder)]

    def save(self, opened: Opened, record: Record) -> Opened:
        """Write a record whole, the version before it to the history first. Raises ChangedOutside or CannotWrite."""
        record = self._with_own_id(opened, record)
        data = codec.encoded(record)
        sealed = is_sealed(opened.path)
        same = opened.record == record if sealed else atomic.fingerprint(data) == opened.fingerprint
        if same and opened.fingerprint is not None and opened.path.exists():
            return replace(opened, record=record)
        if sealed:
            data = self.key(opened.path).encrypted(data)
        atomic.make_folder(opened.path.parent)
        with alone(opened.path.parent):
            return self._write(opened, record, data)

    def with_own_id(self, opened: Opened) -> Opened:
        """The record under an id that no other of this home has: a copy is written with a fresh one."""
        own = self._with_own_id(opened, opened.record)
        return opened if own is opened.record else self.save(opened, own)

    def _with_own_id(self, opened: Opened, record: Record) -> Record:
        """A copy gets an id of its own before it is changed: by their ids the saves of two people are kept apart."""
        if opened.fingerprint is None or not self.is_taken(opened.path, record.id):
            return record
        known = record.id != opened.record.id and not self.is_taken(opened.path, opened.record.id)
        return replace(record, id=opened.record.id if known else str(uuid.uuid4()))

    def _write(self, opened: Opened, record: Record, data: bytes) -> Opened:
        self._keep_old(opened, record.id)
        atomic.write_whole(opened.path, data)
        if self.moves or opened.fingerprint is None:
            self.use(opened.path)
        return Opened(record=record, path=opened.path, fingerprint=atomic.fingerprint(data))

    def _keep_old(self, opened: Opened, record_id: str) -> None:
        old = self._unchanged(opened)
        history = self.saves_under(opened.path, record_id)
        if old is None or history.holds(opened.fingerprint or ""):
            return
        if record_id != opened.record.id:  # so that undo does not bring the id of the other record back
            old = self._sealed_as(opened.path, codec.encoded(replace(opened.record, id=record_id)))
        self._keep(opened.path, history, old)

    def _keep(self, path: Path, history: History, old: bytes) -> Path:
        if path.parent == self.folder:
            history.belong_to(label(path))
        return history.keep(old, ending_of(path), HISTORY_KEPT)

    def _sealed_as(self, path: Path, data: bytes) -> bytes:
        """A record's text as its file holds it."""
        return self.key(path).encrypted(data) if is_sealed(path) else data

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

    def history(self, opened: Opened) -> list[Save]:
        """Earlier saves, the newest first."""
        return self.saves_of(opened.path, opened.record.id)

    def saves_of(self, path: Path, record_id: str) -> list[Save]:
        """Earlier saves of a record file, the newest first."""
        return self.history_of(path, record_id).saves()

    def restore(self, path: Path, save: Save) -> Opened:
        """Bring an earlier save back; the present state goes to the history first, even when it is damaged."""
        path = self.placed(path)
        if is_sealed(path):
            self.key(path)  # so that a save of its history can be opened
        record, data = self._brought(save.path, path)
        atomic.make_folder(path.parent)
        with alone(path.parent):
            present = path.read_bytes() if path.exists() else None
            mark = None if present is None else atomic.fingerprint(present)
            return self._write(Opened(record=record, path=path, fingerprint=mark), record, data)

    def _brought(self, save: Path, path: Path) -> tuple[Record, bytes]:
        """A save, and what a record's file holds when it is brought back: sealed where the file is."""
        data = read(save)
        record = codec.decoded(self.plain_of(save, data), save)
        same = is_sealed(save) == is_sealed(path)
        return record, data if same else self._sealed_as(path, codec.encoded(record))

    def undo(self, opened: Opened) -> Opened | None:
        """The record as it was before its last change; again goes further back. None where there is nothing before."""
        with alone(opened.path.parent):
            present = self._unchanged(opened) or b""
            history = self.history_of(opened.path, opened.record.id)
            save, undone = history.before(opened.fingerprint or "")
            if save is None:
                return None
            brought = self._brought(save, opened.path)
            if "" in undone.later:
                kept = self._keep(opened.path, history, present)
                undone = replace(undone, later=tuple(name or kept.stem for name in undone.later))
            return self._step(opened, history, undone, brought)

    def redo(self, opened: Opened) -> Opened | None:
        """The record as it was before the last undo. None where nothing was undone, or something was saved since."""
        with alone(opened.path.parent):
            self._unchanged(opened)
            history = self.history_of(opened.path, opened.record.id)
            save, undone = history.after(opened.fingerprint or "")
            if save is None:
                return None
            forward = self._step(opened, history, undone, self._brought(save, opened.path))
            if not undone.later:  # all of it is back: the record is its own newest version again, and no earlier save
                history.note(Undone(passed=undone.passed))
                save.unlink(missing_ok=True)
            return forward

    def _step(self, opened: Opened, history: History, undone: Undone, brought: tuple[Record, bytes]) -> Opened:
        record, data = brought
        mark = atomic.fingerprint(data)
        history.note(replace(undone, present=mark))
        atomic.write_whole(opened.path, data)
        if self.moves:
            self.use(opened.path)
        return Opened(record=record, path=opened.path, fingerprint=mark)

    def damaged_history(self, path: Path) -> list[Save]:
        """Earlier saves of a record whose file can no longer be read: by the id in its damaged text, or by its key."""
        path = self.placed(path)
        if is_sealed(path):
            return self._sealed_history(path)
        found = re.search(rb'"id":\s*"([0-9a-f-]{8,36})', path.read_bytes()[:4096]) if path.exists() else None
        if found is None:
            return []
        if path.parent != self.folder:
            return self.saves_of(path, "")
        named = found[1].decode()
        return [] if self.is_taken(path, named) else starting(self.home / "history", file_name(named))

    def _sealed_history(self, path: Path) -> list[Save]:
        beside = None if path.parent == self.folder else self.history_of(path, "").folder
        for folder in [beside] if beside else folders(self.home / "history"):
            saves = History(folder, SEALED).saves()
            if saves and self.key(path).opens(saves[0].path.read_bytes()):
                return saves
        return []

    def remove(self, opened: Opened) -> None:
        """Take a record, its key and its history from this machine. What is another's of the same name stays."""
        with alone(opened.path.parent):
            self._take_away(opened.path, [self.history_of(opened.path, opened.record.id)])

    def remove_unopened(self, path: Path) -> int:
        """The same for a sealed record that nobody can open any more; how many earlier saves of it went with it."""
        path = self.placed(path)
        with alone(path.parent):
            histories = self._histories_by_name(path)
            saves = sum(len(h.files()) for h in histories)
            self._take_away(path, histories)
            return saves

    def _histories_by_name(self, path: Path) -> list[History]:
        """The saves of a record whose id cannot be read: those that say they were made of its file."""
        if path.parent != self.folder:
            return [self.history_of(path, "")]
        ending = SEALED if sibling(path).exists() else ""
        own = (f for f in folders(self.home / "history") if History(f).owner == label(path))
        return [History(f, ending) for f in own]

    def _take_away(self, path: Path, histories: list[History]) -> None:
        sealed = path if is_sealed(path) else sealed_of(path)
        left = [file for history in histories for file in self.left_of(path, history)]
        gone = [path.resolve(), path, *left, *atomic.leftovers(self._current)]
        for file in gone if sealed != path and sealed.exists() else [*gone, key_path(sealed)]:
            file.unlink(missing_ok=True)
        for history in histories:
            history.clear()
        self.keys.pop(path, None)
        if self._current.exists() and self._current.read_bytes().strip() == path.name.encode():
            self._current.unlink()
