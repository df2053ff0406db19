"""Records in memory only, for the private walk: the same manners as the store, and nothing on any disk."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from pathlib import Path

from navigator.domain.record import Record
from navigator.records import atomic, codec
from navigator.records.store import Opened, RecordStore, Save, now

NOWHERE = Path("(in memory)")
"""Stands where a file's path would; no file of this name is ever made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryStore(RecordStore):
    """The records of one private run. A record can be read from a file (a stick); a save only remembers it."""

    kept: dict[Path, Record] = field(default_factory=dict)

    def paths(self) -> list[Path]:
        """None: whoever used this computer before stays unseen."""
        return []

    def current(self) -> Path | None:
        """The record of this run, once there is one."""
        return next(iter(self.kept), None)

    def new(self, name: str = "") -> Opened:
        """A fresh record."""
        return Opened(record=Record(id=str(uuid.uuid4()), created=now()), path=NOWHERE, fingerprint=None)

    def open(self, path: Path) -> Opened:
        """The record of this run, or one from a file. Raises NotFound, BadRecord or NewerRecord."""
        path = path if path in self.kept else self.placed(path)
        if path in self.kept:
            return Opened(record=self.kept[path], path=path, fingerprint=None)
        return super(MemoryStore, self).open(path)

    def _tidy(self, path: Path, record_id: str) -> None:
        """Nothing is taken away either."""

    def save(self, opened: Opened, record: Record) -> Opened:
        """Remember it; its file, where it came from one, stays as it is."""
        self.kept[opened.path] = record
        data = codec.encoded(record)
        return Opened(record=record, path=opened.path, fingerprint=atomic.fingerprint(data))

    def saves_of(self, path: Path, record_id: str) -> list[Save]:
        """No history is kept."""
        return []

    def remove(self, opened: Opened) -> None:
        """Forget it."""
        self.kept.pop(opened.path, None)
