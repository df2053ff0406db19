"""The history of a record in words: what changed at each save, the difference between two, back and forward."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadRecord, NewerRecord, NotFound
from navigator.domain.record import Record
from navigator.i18n import _, ngettext
from navigator.records.store import Opened, RecordStore, Save
from navigator.services.record_diff import Teller, counted

WALK_PAUSE = timedelta(minutes=30)
"""Answers given one after another without a longer pause are one walk."""

MOST_TOLD = 4
"""Changes told in one line of the history; `diff` tells all."""

FEW = 5
"""Up to so many changes are told of answers given one after another; more are only counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the history: what was changed then, by how many saves. Restoring its number brings back what was there
    before all of them."""

    number: int
    saves: int
    when: str
    until: str
    what: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs between two versions, from the older to the newer one."""

    older: str
    newer: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """A record brought back: where it lies, and what that changed."""

    file: str
    said: str
    changes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class _Step:
    """The change from one save to the next. ``save`` holds what was there before it."""

    save: Save
    at: datetime
    old: Record | None
    new: Record | None

    @property
    def answers(self) -> bool:
        """Whether it belongs to a walk: an answer, its beginning or its end. An answer changed or taken back does not."""
        if self.old is None or self.new is None:
            return False
        began = self.old.route != self.new.route or (self.new.finished and not self.old.finished)
        return self.answered or (began and self.old.progress == self.new.progress)

    @property
    def answered(self) -> bool:
        """Whether it is the first answer to one more question."""
        if self.old is None or self.new is None or not self.new.progress:
            return False
        return self.new.progress[:-1] == self.old.progress


def local(moment: datetime) -> str:
    """A moment as the clock on the wall shows it."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def _moment(save: Save) -> datetime:
    return datetime.strptime(save.when, "%Y-%m-%d %H:%M:%S UTC").replace(tzinfo=UTC)


def history(catalogue: Catalogue, store: RecordStore, opened: Opened) -> tuple[Row, ...]:
    """What changed at each save, the newest first and numbered from 1; a walk is one line."""
    teller = Teller(catalogue=catalogue)
    return tuple(_row(teller, n, group) for n, group in enumerate(_folded(_steps(store, opened)), start=1))


def _lines(store: RecordStore, opened: Opened) -> list[Save]:
    """The save behind each line of the history, in its order: what was there before the change of that line."""
    return [group[-1].save for group in _folded(_steps(store, opened))]


def _steps(store: RecordStore, opened: Opened) -> list[_Step]:
    saves = store.history(opened)
    records = [opened.record, *(_opened(store, s.path) for s in saves)]
    return [
        _Step(save=save, at=_moment(save), old=old, new=new)
        for save, (new, old) in zip(saves, pairwise(records), strict=True)
    ]


def _opened(store: RecordStore, path: Path) -> Record | None:
    """A save; None for one that is damaged: it is told, and stands in nobody's way."""
    try:
        return store.open(path).record
    except (BadRecord, NewerRecord):
        return None


def _folded(steps: Iterable[_Step]) -> list[list[_Step]]:
    groups: list[list[_Step]] = []
    for step in steps:
        last = groups[-1][-1] if groups else None
        if last and last.answers and step.answers and last.at - step.at <= WALK_PAUSE:
            groups[-1].append(step)
        else:
            groups.append([step])
    return groups


def _row(teller: Teller, number: int, group: list[_Step]) -> Row:
    newest, oldest = group[0], group[-1]
    what: tuple[str, ...]
    most = MOST_TOLD
    if len(group) > 1:
        what, most = _walked(teller, group), FEW + 1
    elif newest.old is None or newest.new is None:
        what = (_("a save that cannot be read"),)
    else:
        what = teller.changes(newest.old, newest.new) or (_("nothing that shows"),)
    return Row(
        number=number,
        saves=len(group),
        when=local(oldest.at),
        until=local(newest.at),
        what=what[:most],
        more=max(0, len(what) - most),
    )


def _walked(teller: Teller, group: list[_Step]) -> tuple[str, ...]:
    """Answers given one after another: how many, and what they changed where that is little."""
    said = (counted(sum(step.answered for step in group)),)
    old, new = group[-1].old, group[0].new
    changes = teller.changes(old, new) if old and new else ()
    return (*said, *changes) if len(changes) <= FEW else said


def difference(
    catalogue: Catalogue, store: RecordStore, opened: Opened, one: int | None = None, other: int | None = None
) -> Difference:
    """Between the present and how it was before a line of the history (without a number: before the last save), or
    between two such. Raises NotFound."""
    saves = _lines(store, opened) if one is not None else store.history(opened)
    older, newer = max(one or 1, other or 0), min(one or 1, other or 0)
    old, new = (_numbered(store, opened, saves, n) for n in (older, newer))
    return Difference(
        older=_name(saves, older), newer=_name(saves, newer), changes=Teller(catalogue=catalogue).changes(old, new)
    )


def _numbered(store: RecordStore, opened: Opened, saves: list[Save], number: int) -> Record:
    return opened.record if number == 0 else store.open(_save(saves, number, opened.path).path).record


def _name(saves: list[Save], number: int) -> str:
    if number == 0:
        return _("now")
    return _("save {number}, until {when}").format(number=number, when=local(_moment(saves[number - 1])))


def _save(saves: list[Save], number: int, path: Path) -> Save:
    """A save by its number. Raises NotFound."""
    if 1 <= number <= len(saves):
        return saves[number - 1]
    have = (
        ngettext("There is {count}.", "There are {count}.", len(saves)).format(count=len(saves))
        if saves
        else _("There is none yet.")
    )
    raise NotFound(
        _("There is no earlier save number {number} of {name}. {have}").format(number=number, name=path.stem, have=have)
    )


def restored(store: RecordStore, path: Path, number: int | None = None, catalogue: Catalogue | None = None) -> Back:
    """Bring back what was there before a line of the history; without a number, the newest save. Raises NotFound.

    Of a record that can no longer be opened nobody can say what each save changed: there every save has its number.
    """
    present: Opened | None = None
    try:
        present = store.open(path)
        saves = store.history(present) if number is None else _lines(store, present)
    except (BadRecord, NewerRecord, NotFound):
        saves = store.damaged_history(path)
    save = _save(saves, number or 1, path)
    if present is not None and store.open(save.path).record == present.record:
        return Back(file=str(present.path), said=_("That is how the record is now. Nothing was changed."), changes=())
    when = local(_moment(save))
    back = store.restore(path, save)
    said = _("The record is again as it was until {when}. 'navigator record undo' takes that back.").format(when=when)
    changes = Teller(catalogue=catalogue).changes(present.record, back.record) if present and catalogue else ()
    return Back(file=str(back.path), said=said, changes=changes)


def undone(catalogue: Catalogue, store: RecordStore, opened: Opened) -> Back:
    """Take the last change back. Raises NotFound where there is none."""
    back = store.undo(opened)
    if back is None:
        raise NotFound(_("There is nothing to undo in {name}.").format(name=opened.path.stem))
    said = _("Undone. Type it again to go further back; 'navigator record redo' brings it back.")
    return Back(file=str(back.path), said=said, changes=Teller(catalogue=catalogue).changes(opened.record, back.record))


def redone(catalogue: Catalogue, store: RecordStore, opened: Opened) -> Back:
    """Bring back what was undone last. Raises NotFound where there is nothing."""
    back = store.redo(opened)
    if back is None:
        raise NotFound(
            _("There is nothing to bring back in {name}: nothing was undone since the last change.").format(
                name=opened.path.stem
            )
        )
    said = _("Brought back what was undone.")
    return Back(file=str(back.path), said=said, changes=Teller(catalogue=catalogue).changes(opened.record, back.record))
