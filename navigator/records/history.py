"""The earlier saves of one record, in one folder: kept, listed, pruned; and where undo stands among them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from navigator.domain.errors import BadInput
from navigator.i18n import _
from navigator.records import atomic
from navigator.records.seal import SEALED

PLAIN = ".json"
POINTER = "undone"
"""The file that tells where undo stands; names and fingerprints only, nothing of what a record says."""

OWNER = "owner"
"""The file that tells of which record the saves are: its file's name, for a record may be copied with its id."""

STAMP = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Save:
    """One earlier save: its number (1 is the newest), when it was replaced by the next one, and its file."""

    id: str
    when: str
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """Where undo stands. ``present``: the fingerprint of the record after the last undo; while it holds, the record is
    the save ``at``, and ``later`` are the saves that redo brings back. ``passed``: saves undo passes over for good."""

    present: str = ""
    at: str = ""
    later: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """The folder of one record's earlier saves. ``ending``: only the saves that end so, where it is not empty."""

    folder: Path
    ending: str = ""

    def files(self) -> list[Path]:
        """The saves' files, the oldest first; the plain one where a save is there plain and sealed."""
        found: dict[str, Path] = {}
        for path in self._all():
            if path.suffix == PLAIN or path.stem not in found:
                found[path.stem] = path
        return [found[stem] for stem in sorted(found)]

    def _all(self) -> list[Path]:
        endings = (self.ending,) if self.ending else (PLAIN, SEALED)
        return [p for p in self.folder.iterdir() if p.suffix in endings] if self.folder.is_dir() else []

    def sweep(self) -> None:
        """Take away plain saves that have a sealed copy beside them: sealing was cut short, or has just been done."""
        for path in History(self.folder)._all():
            if path.suffix == PLAIN and path.with_suffix(SEALED).exists():
                path.unlink()

    def saves(self) -> list[Save]:
        """Earlier saves, the newest first. Raises BadInput for a strange file among them."""
        found = reversed(self.files())
        return [Save(id=str(n), when=_when(p.stem), path=p) for n, p in enumerate(found, start=1)]

    def keep(self, data: bytes, ending: str, most: int) -> Path:
        """Put one more save in, and let the oldest go where there are too many."""
        atomic.make_folder(self.folder)
        path = self.folder / f"{self._stamp()}{ending}"
        atomic.write_whole(path, data)
        for extra in self.files()[:-most]:
            extra.unlink(missing_ok=True)
        return path

    def last(self) -> datetime | None:
        """When the newest save was put in, of whatever kind it is."""
        stems = sorted((p.stem for p in History(self.folder)._all()), reverse=True)
        return next(filter(None, map(_moment, stems)), None)

    def _stamp(self) -> str:
        """A name after all that are there: a clock that went back must not put the newest save among older ones."""
        last, now = self.last(), datetime.now(UTC)
        if last is not None and now <= last < NO_LATER:
            now = last + timedelta(microseconds=1)
        return f"{now:{STAMP}}"

    @property
    def owner(self) -> str:
        """The name of the file that the saves were made of; empty where nothing says so."""
        try:
            return (self.folder / OWNER).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def belong_to(self, name: str) -> None:
        """Remember which file the saves are made of."""
        if self.owner != name:
            atomic.make_folder(self.folder)
            atomic.write_whole(self.folder / OWNER, name.encode())

    @property
    def undone(self) -> Undone:
        """Where undo stands; at the beginning where nothing (sound) says so."""
        try:
            return msgspec.json.decode((self.folder / POINTER).read_bytes(), type=Undone)
        except (OSError, msgspec.MsgspecError):
            return Undone()

    def holds(self, present: str) -> bool:
        """Whether the record, whose fingerprint is given, is in here already: it came back by undo."""
        undone = self.undone
        return bool(present) and undone.present == present and any(p.stem == undone.at for p in self.files())

    def note(self, undone: Undone) -> None:
        """Remember where undo stands."""
        shape = {"present": undone.present, "at": undone.at, "later": undone.later, "passed": undone.passed}
        atomic.write_whole(self.folder / POINTER, json.dumps(shape).encode())

    def before(self, present: str) -> tuple[Path | None, Undone]:
        """The save that undo brings back when the record's fingerprint is ``present``, and where undo then stands.

        ``at`` of an empty name stands for the present, which the caller puts into the history first.
        """
        undone = self.undone
        going_on = bool(undone.present) and undone.present == present
        if not going_on:
            there = {p.stem for p in self.files()}
            undone = Undone(passed=tuple(n for n in (*undone.passed, *undone.later) if n in there))
        away = {*undone.passed, *undone.later}
        files = [p for p in self.files() if p.stem not in away and (not going_on or p.stem < undone.at)]
        if not files:
            return None, undone
        return files[-1], replace(undone, at=files[-1].stem, later=(*undone.later, undone.at))

    def after(self, present: str) -> tuple[Path | None, Undone]:
        """The save that redo brings back, and where undo then stands."""
        undone = self.undone
        if undone.present != present or not undone.later:
            return None, undone
        *rest, last = undone.later
        path = next((p for p in self.files() if p.stem == last), None)
        return path, replace(undone, at=last, later=tuple(rest))

    def clear(self) -> None:
        """Take all of it away; a strange file of somebody else's stays, and so does its folder."""
        for path in [*self._all(), *atomic.leftovers_in(self.folder)]:
            path.unlink(missing_ok=True)
        if not History(self.folder)._all():
            for name in (POINTER, OWNER):
                (self.folder / name).unlink(missing_ok=True)
        if self.folder.is_dir() and not any(self.folder.iterdir()):
            self.folder.rmdir()


def folders(parent: Path) -> list[Path]:
    """The history folders of a home."""
    return sorted(p for p in parent.iterdir() if p.is_dir()) if parent.is_dir() else []


def starting(parent: Path, name: str) -> list[Save]:
    """The saves of the one history whose name begins so: a damaged record may be cut short within its id."""
    found = [p for p in folders(parent) if p.name.startswith(name)]
    return History(found[0]).saves() if len(found) == 1 else []


NO_LATER = datetime(9999, 1, 1, tzinfo=UTC)


def _moment(stem: str) -> datetime | None:
    try:
        return datetime.strptime(stem, STAMP).replace(tzinfo=UTC)
    except ValueError:  # no save of ours
        return None


def _when(stem: str) -> str:
    try:
        return datetime.strptime(stem[:15], "%Y%m%dT%H%M%S").replace(tzinfo=UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    except ValueError as error:
        raise BadInput(_("{name} is not a save of ours.").format(name=stem)) from error
