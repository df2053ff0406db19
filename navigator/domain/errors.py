"""Refusals: what happened, to which thing, and what to do. One class per kind, so one table maps them to exit codes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class Refusal(Exception):  # noqa: N818 - the project's word for it; every kind of it is named after what went wrong
    """A request that cannot be carried out. ``str(refusal)`` is one clear sentence for a person."""


class NotFound(Refusal):
    """A code, a title, a record or a file that is not there."""


class BadInput(Refusal):
    """Something somebody typed or handed in is not what it should be."""


class NearMiss(BadInput):
    """A slip away from one choice: ``choice`` is the id of what was most likely meant, to be agreed to."""

    def __init__(self, said: str, choice: str) -> None:
        super().__init__(said)
        self.choice = choice


class NothingToCheck(BadInput):
    """A whole file in which nothing stands that could be checked: no badge, and no page of ours."""


class BadData(Refusal):
    """A data file of the catalogue or the framework is broken."""


class BadRecord(Refusal):
    """A record file is damaged, or is no record at all."""


class DamagedRecord(BadRecord):
    """A record's file that says nothing, or something no record can say. ``with_saves``: what is said instead of it where
    earlier saves of the record are known."""

    def __init__(self, said: str, with_saves: str) -> None:
        super().__init__(said)
        self.with_saves = with_saves


class NewerRecord(Refusal):
    """A record written by a newer navigator than this one."""


class ChangedOutside(Refusal):
    """The file changed on disk since it was read: saving would undo somebody's change."""


class CannotWrite(Refusal):
    """A full disk, a read-only folder, a missing right."""


class NeedsTerminal(Refusal):
    """Questions cannot be asked here; the sentence names the flag to use."""


class MissingExtra(Refusal):
    """An optional package is not installed; the sentence names the command that installs it."""


class Interrupted(Refusal):
    """The person stopped. Not an error: everything answered is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with one data file: where (line from 1, or None) and what."""

    path: Path
    line: int | None
    what: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{where}: {self.what}"
