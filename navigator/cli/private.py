"""The private walk: answers stay in memory; at the end the person takes them along, or nothing is left."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from navigator.cli import called, shred
from navigator.cli.drives import Drive, drives
from navigator.cli.session import Session
from navigator.cli.today import today
from navigator.domain.errors import CannotWrite, Interrupted, Refusal
from navigator.domain.question import Choice, Place, Question
from navigator.i18n import N_, _

if TYPE_CHECKING:
    from navigator.domain.record import Record
    from navigator.formats.page import Page
    from navigator.services.asking import Asker

PROMISE = N_(
    "Private: nothing is written on this computer. Your answers are kept only while this program runs. "
    "At the end you can save them on your own drive, or print your page."
)
NOT_YET = N_("You have not saved your page yet. Stop once more, and everything is cleared.")
STAND_ALONE = Place(number=1, of=1, seconds_left=0)

PRINT_COPY = N_("The print queue of this computer may keep a copy of your page for some time.")
WINDOW_KEPT = N_("What you saw may still be in this window. Close the window to be sure.")
SWAP_KEPT = N_("This computer may move memory to its disk by itself. We cannot clear that.")


@dataclass(kw_only=True)
class Taken:
    """What left the program in this run: the files written, and whether the page went to a print queue."""

    files: list[Path] = field(default_factory=list)
    printed: bool = False


def begin(session: Session) -> None:
    """From here on nothing is written but where the person says so."""
    from navigator.records.memory import MemoryStore

    shred.harden()
    session.__dict__["store"] = MemoryStore(
        home=session.store.home, passphrase=session.store.passphrase, tries=session.store.tries
    )
    session.private = True
    called.begin(())  # what follows finds nothing of this walk, and the folder of a kiosk is nobody's business


def private_walk(session: Session, route: str, answers: Path | None = None, *, public: bool = False) -> None:
    """The walk, the page, and what to take along; then everything is cleared and that is said.

    ``public``: a terminal anybody may use, so no folder can be typed. Raises Interrupted when the person stopped.
    """
    from navigator.cli.askers.choose import ANSWERS, asker_for

    begin(session)
    taken = Taken()
    with shred.leaving_kindly():
        try:
            asker = asker_for(session.plain, answers, session.json, private=True, instead=_(ANSWERS))
            if session.say:
                from navigator.cli.askers.saying import aloud

                asker = aloud(asker)
            asker.tell(_(PROMISE))
            _walk_and_take(session, asker, route, taken, public)
        except shred.Ended as ended:
            raise Interrupted from ended
        finally:
            _clear(session, taken)


def _walk_and_take(session: Session, asker: Asker, route: str, taken: Taken, public: bool) -> None:
    """Stopping early leads to the same choices: what was answered is on the page already."""
    from navigator.cli.commands.start import walk

    opened = session.opened(make=True)
    try:
        walk(session, asker, opened, route)
    except Interrupted:
        asker.tell(_("You stopped. You can still take along what you have so far."))
    take_along(session, asker, taken, public)


def take_along(session: Session, asker: Asker, taken: Taken, public: bool) -> None:
    """Offer to save, print or show, as often as the person likes."""
    from navigator.services.asking import ScriptedAsker
    from navigator.services.page import page

    if isinstance(asker, ScriptedAsker):  # answers from a file: nobody is there to take anything along
        return
    record = session.opened(make=True).record
    ways = {"drive": _to_drive, "print": _to_printer, "screen": _to_screen, "qr": _to_qr, "folder": _to_folder}
    while (way := _way(asker, public, taken)) != "leave":
        made = page(session.catalogue, record, today())
        try:
            ways[way](session, asker, record, made, taken)
        except Interrupted:
            continue
        except Refusal as refusal:
            asker.tell(str(refusal))


def _way(asker: Asker, public: bool, taken: Taken) -> str:
    """What is chosen. Stopping clears all that was answered: with nothing taken along yet it takes a second time.
    Raises Interrupted."""
    from navigator.services.asking import Move

    warned = bool(taken.files) or taken.printed
    while True:
        try:
            reply = asker.ask(_ways(public), STAND_ALONE)
        except Interrupted:
            if warned:
                raise
            reply = Move.STOP
        if isinstance(reply, str):
            return reply
        if reply is Move.STOP and warned:
            return "leave"
        if reply is Move.STOP:
            asker.tell(_(NOT_YET))
            warned = True


def _ways(public: bool) -> Question:
    from navigator.cli.printing import can_print

    choices = [Choice(id="drive", text=_("Save it on my drive (USB stick or card)"))]
    if not public:
        choices.append(Choice(id="folder", text=_("Save it in a folder that I name")))
    if can_print():
        choices.append(Choice(id="print", text=_("Print my page")))
    choices += [
        Choice(id="screen", text=_("Show my page on the screen again")),
        Choice(id="qr", text=_("Show a code to scan with my phone")),
        Choice(id="leave", text=_("Finish and clear everything")),
    ]
    return Question(
        id="take", kind="one", section="you", prompt=_("What would you like to take along?"), choices=tuple(choices)
    )


def _pick(asker: Asker, question: Question) -> str:
    """One of the choices; stopping is the last of them."""
    from navigator.services.asking import Move

    while True:
        reply = asker.ask(question, STAND_ALONE)
        if reply is Move.STOP:
            return question.choices[-1].id
        if isinstance(reply, str):
            return reply


def _to_drive(session: Session, asker: Asker, record: Record, made: Page, taken: Taken) -> None:
    found = drives()
    if not found:
        asker.tell(_("No drive was found. Put it in, wait a moment, and choose this again."))
        return
    drive = found[0] if len(found) == 1 else _which(asker, found)
    if drive is not None:
        _save(asker, drive.folder, record, made, taken)


def _which(asker: Asker, found: tuple[Drive, ...]) -> Drive | None:
    choices = [Choice(id=str(n), text=d.name) for n, d in enumerate(found)]
    back = Choice(id="none", text=_("None of these"))
    question = Question(
        id="drive", kind="one", section="you", prompt=_("Which drive is yours?"), choices=(*choices, back)
    )
    picked = _pick(asker, question)
    return None if picked == "none" else found[int(picked)]


def _to_folder(session: Session, asker: Asker, record: Record, made: Page, taken: Taken) -> None:
    question = Question(id="folder", kind="text", section="you", prompt=_("Which folder? Type its path."))
    from navigator.records.where import expanded

    reply = asker.ask(question, STAND_ALONE)
    if not isinstance(reply, str):
        return
    folder = expanded(Path(reply))
    if not folder.is_dir() and not _made(asker, folder):
        return
    if not os.access(folder, os.W_OK):
        asker.tell(_("Nothing can be written in {folder}. Choose another folder.").format(folder=folder))
        return
    try:
        _save(asker, folder, record, made, taken)
    except CannotWrite as refusal:  # which speaks of flags, and nobody types any here
        why = refusal.__cause__.strerror if isinstance(refusal.__cause__, OSError) else None
        said = _("Nothing can be written in {folder}: {why}. Choose another folder.")
        asker.tell(said.format(folder=folder, why=why or refusal))


def _made(asker: Asker, folder: Path) -> bool:
    """Ask whether to make a folder that is not there, since its name may be misspelled; whether it was made."""
    from navigator.records.atomic import make_folder

    question = Question(
        id="make",
        kind="one",
        section="you",
        prompt=_("There is no folder {folder}. Shall we make it?").format(folder=folder),
        choices=(Choice(id="yes", text=_("Yes, make it")), Choice(id="no", text=_("No"))),
    )
    if _pick(asker, question) == "yes":
        try:
            make_folder(folder)
        except CannotWrite as refusal:
            asker.tell(str(refusal))
            return False
        return True
    asker.tell(_("Nothing was written."))
    return False


def _save(asker: Asker, folder: Path, record: Record, made: Page, taken: Taken) -> None:
    """The record, to go on from another day, and the page, to read and print."""
    from navigator.cli.commands.export import free_path, write_page
    from navigator.records import codec
    from navigator.records.atomic import write_whole

    page_file = write_page(made, "html", free_path(folder, "my-page", ".html"))
    record_file = free_path(folder, "my-record", ".json")
    write_whole(record_file, codec.encoded(record))
    taken.files += [page_file, record_file]
    asker.tell(
        _(
            "Saved in {folder}: {page} (your page, to read or print) and {record} (your answers, to go on another day)."
        ).format(folder=folder, page=page_file.name, record=record_file.name)
    )


def _to_printer(session: Session, asker: Asker, record: Record, made: Page, taken: Taken) -> None:
    from navigator.cli.printing import print_page

    print_page(made)
    taken.printed = True
    asker.tell(_("Your page was sent to the printer."))


def _to_screen(session: Session, asker: Asker, record: Record, made: Page, taken: Taken) -> None:
    from navigator.cli.commands.start import read_page

    read_page(session, asker, record)


def _to_qr(session: Session, asker: Asker, record: Record, made: Page, taken: Taken) -> None:
    from navigator.cli.scan import scan_view

    scan_view(session, asker, made)


def _clear(session: Session, taken: Taken) -> None:
    """Forget the answers, clear the screen where that works, and say what was cleared and what was not."""
    session.__dict__.pop("store", None)
    clearing = shred.can_clear_screen(session.plain)
    if clearing:
        shred.clear_screen()
    paper = session.paper
    if taken.files:
        paper.line(_("Your answers are cleared. Only what you saved yourself is left."), strong=True)
    else:
        paper.line(_("Your answers are cleared. Nothing was kept on this computer."), strong=True)
    for file in taken.files:
        paper.bullet(_("You saved: {file}").format(file=file))
    for left in _left(session, taken, clearing):
        paper.bullet(_(left))


def _left(session: Session, taken: Taken, cleared: bool) -> list[str]:
    return [
        sentence
        for sentence, true in (
            (PRINT_COPY, taken.printed),
            (WINDOW_KEPT, not cleared),
            (SWAP_KEPT, shred.swapping()),
        )
        if true
    ]
