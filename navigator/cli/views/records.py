"""Records: what one says, which there are, what was saved, what changed."""

from __future__ import annotations

from typing import Any

from navigator.cli.session import Session
from navigator.i18n import _, ngettext
from navigator.services.record_history import Back, Difference, Row
from navigator.services.record_parts import Kept
from navigator.services.records import Entry, Item, Told


def record_view(told: Told, session: Session) -> None:
    """Every part under its heading; what can be named has its id in front."""
    session.paper.title(_("Your record"))
    session.paper.line(told.file, soft=True)
    if told.sealed:
        session.paper.line(_("It is sealed: only your passphrase opens it."), soft=True)
    for head, items in told.parts.items():
        session.paper.heading(_(head))
        for item in items:
            _item(item, session)
    if not told.parts:
        session.paper.line(
            _("It is still empty. 'navigator start' asks the first questions; 'navigator record add' adds one part.")
        )
    elif any(item.id for items in told.parts.values() for item in items):
        session.paper.line()
        session.paper.line(
            _("To change one: navigator record edit ID. To take it out: navigator record remove ID."), soft=True
        )


def _item(item: Item, session: Session) -> None:
    if item.id:
        session.paper.line(f"{item.id}: {item.text}", hang=4)
    else:
        session.paper.bullet(item.text)
    for line in item.more:
        session.paper.line(line, indent=4, hang=2)


def list_view(found: list[Entry], session: Session, *, closed: bool) -> None:
    """One line a record. ``closed``: there are some that cannot be opened, which are told after it."""
    if not found and closed:
        session.paper.line(_("No record here can be opened:"))
    elif not found:
        session.paper.line(_("There are no records here yet. 'navigator start' begins one."))
    for entry in found:
        state = _("finished") if entry.finished else _("open")
        begun = _("begun {day}").format(day=entry.created)
        about = [_("sealed")] if entry.sealed else [entry.who, begun, state]
        marks = ", ".join(m for m in (*about, _("in use") if entry.current else "") if m)
        session.paper.bullet(_("{name}: {marks}").format(name=entry.name, marks=marks))


def history_view(rows: tuple[Row, ...], session: Session) -> None:
    """What changed at each save, the newest first."""
    if not rows:
        session.paper.line(_("There are no earlier saves yet."))
        return
    for row in rows:
        when = row.when if row.until == row.when else _("{start} to {end}").format(start=row.when, end=row.until[11:])
        session.paper.line(f"{row.number}. {when}", strong=True)
        for line in row.what:
            session.paper.line(line, indent=4, hang=2)
        if row.more:
            more = ngettext("and {count} more change", "and {count} more changes", row.more)
            session.paper.line(more.format(count=row.more), indent=4)
    session.paper.line()
    session.paper.line(
        _(
            "'navigator record restore {number}' brings back how it was before change {number}; 'navigator record undo' takes the last change back."
        ).format(number=rows[-1].number),
        soft=True,
    )


def diff_view(found: Difference, session: Session) -> None:
    """What differs between two versions."""
    session.paper.line(_("From: {older}. To: {newer}.").format(older=found.older, newer=found.newer), soft=True)
    for change in found.changes:
        session.paper.bullet(change)
    if not found.changes:
        session.paper.line(_("Nothing that shows is different."))


def back_view(back: Back, session: Session) -> None:
    """What was brought back."""
    for change in back.changes:
        session.paper.bullet(change)
    session.paper.line(back.said)


def kept_view(kept: Kept, session: Session) -> None:
    """What was added, changed or taken out, and what looks wrong now."""
    for line in kept.said:
        session.paper.line(line)
    for note in kept.notes:
        session.paper.bullet(_("Please look: {note}").format(note=note))


def saved_view(value: dict[str, str], session: Session) -> None:
    """Where it was saved."""
    session.paper.line(_("Saved: {file}").format(file=value["file"]))


def used_view(value: dict[str, str], session: Session) -> None:
    """Which record is in use from now on."""
    if value["only"]:
        said = _("{name} is the only record here, so commands are still about it.")
        session.paper.line(said.format(name=value["only"]))
        return
    if not value["name"]:
        session.paper.line(_("No record is in use now. Name one for a command with --record."))
        return
    session.paper.line(_("The next commands are about the record {name}.").format(name=value["name"]))
    session.paper.line(_("Before somebody else uses this computer, type: navigator record use --none"), soft=True)


def erased_view(value: dict[str, Any], session: Session) -> None:
    """What is gone; of a sealed record, which nobody opened, how much of its history was found."""
    if "saves" not in value:
        session.paper.line(_("Erased, with its history: {file}").format(file=value["file"]))
    elif value["saves"]:
        said = ngettext(
            "Erased, with its key and one earlier save: {file}",
            "Erased, with its key and {count} earlier saves: {file}",
            value["saves"],
        )
        session.paper.line(said.format(file=value["file"], count=value["saves"]))
    else:
        session.paper.line(
            _("Erased, with its key: {file}. No earlier saves of it were found.").format(file=value["file"])
        )
    session.paper.line(_("A disk may keep old blocks for a while; nobody can promise more than that."), soft=True)


def ways_view(value: dict[str, str], session: Session) -> None:
    """Two commands that are easily taken for one another."""
    for line in value.values():
        session.paper.line(line)


def sealed_view(value: dict[str, str], session: Session) -> None:
    """Where the sealed record lies, and how it opens without us."""
    session.paper.line(_("Sealed: {file}").format(file=value["file"]))
    session.paper.line(_("Its key, under your passphrase: {key}. Keep both files together.").format(key=value["key"]))
    session.paper.line(_("Without this program: age -d -i {key} {file}").format(key=value["key"], file=value["file"]))
    session.paper.line(
        _("No plain copy is left in our files. The disk itself may keep old blocks for a while."), soft=True
    )


def unsealed_view(value: dict[str, str], session: Session) -> None:
    """Where the plain record lies now."""
    session.paper.line(_("Unsealed: {file}. Whoever can read the file can read the record.").format(file=value["file"]))


def changed_view(value: dict[str, str], session: Session) -> None:
    """That another passphrase opens it now."""
    session.paper.line(_("The new passphrase opens {file} from now on.").format(file=value["file"]))
    session.paper.line(
        _("An old copy of the key file still opens with the old one: throw such copies away."), soft=True
    )
