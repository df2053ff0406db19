"""`navigator record`: see, name, compare, bring back and erase records."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from navigator.cli.commands import record_parts, record_seal
from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.cli.sure import sure
from navigator.cli.today import today
from navigator.domain.errors import BadInput, NeedsTerminal, NotFound
from navigator.domain.outcome import Outcome
from navigator.i18n import _

app = typer.Typer(help="Your record on this machine.", rich_markup_mode=None, no_args_is_help=True)


@app.command("show")
def show_record(ctx: typer.Context) -> None:
    """Show what the record says. Where each thing comes from, and how strong the evidence is."""
    from navigator.cli.reading import by_screen
    from navigator.cli.views.records import record_view
    from navigator.services.records import told

    session: Session = ctx.obj
    session.command = "record show"
    value = told(session.catalogue, session.opened(), today())
    with by_screen(session):
        show(session, Outcome(command="record show", value=value), record_view)


@app.command("list")
def list_records(ctx: typer.Context) -> None:
    """List the records on this machine."""
    from navigator.cli.views.records import list_view
    from navigator.services.records import listed

    session: Session = ctx.obj
    session.command = "record list"
    found, problems = listed(session.store)
    view = partial(list_view, closed=bool(problems))
    show(session, Outcome(command="record list", value=found, problems=problems), view)


@app.command()
def new(ctx: typer.Context, name: Annotated[str, typer.Argument(help="A name for its file.")] = "") -> None:
    """Begin an empty record; the next commands are about it."""
    from navigator.cli.views.records import saved_view
    from navigator.cli.whose import renamed

    session: Session = ctx.obj
    session.command = "record new"
    fresh = session.opened(make=True) if session.record_file else session.store.new(name)
    saved = session.store.save(fresh, fresh.record)
    session.store.use(saved.path)
    said = _("The next commands are about this record. For another one, add --record with its name.")
    notices = (*renamed(session, fresh, name), *((said,) if len(session.store.paths()) > 1 else ()))
    show(session, Outcome(command="record new", value={"file": str(saved.path)}, notices=notices), saved_view)


@app.command()
def use(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="The record's name, as 'record list' shows it.")] = "",
    none: Annotated[
        bool, typer.Option("--none", help="Let no record be in use: before somebody else sits here.")
    ] = False,
) -> None:
    """Say once which record the next commands are about. Nothing in it is opened or changed."""
    from navigator.cli.views.records import used_view

    session: Session = ctx.obj
    session.command = "record use"
    if none == bool(name):
        raise BadInput(
            _("Name one record, such as: navigator record use ana. Or --none. 'navigator record list' shows them.")
        )
    path = None if none else session.store.find(name)
    session.store.use(path)
    left = session.store.current() if none else None
    name_of = session.store.name_of
    value = {"name": name_of(path) if path else "", "file": str(path or ""), "only": name_of(left) if left else ""}
    show(session, Outcome(command="record use", value=value), used_view)


app.command("add")(record_parts.add)
app.command("edit")(record_parts.edit)
app.command("remove")(record_parts.remove)


@app.command()
def undo(ctx: typer.Context) -> None:
    """Take the last change back. Type it again to go further back."""
    from navigator.cli.views.records import back_view
    from navigator.services.record_history import undone

    session: Session = ctx.obj
    session.command = "record undo"
    back = undone(session.catalogue, session.store, session.opened())
    show(session, Outcome(command="record undo", value=back), back_view)


@app.command()
def redo(ctx: typer.Context) -> None:
    """Bring back what was undone last."""
    from navigator.cli.views.records import back_view
    from navigator.services.record_history import redone

    session: Session = ctx.obj
    session.command = "record redo"
    back = redone(session.catalogue, session.store, session.opened())
    show(session, Outcome(command="record redo", value=back), back_view)


@app.command()
def history(ctx: typer.Context) -> None:
    """List what changed at each save, the newest first."""
    from navigator.cli.reading import by_screen
    from navigator.cli.views.records import history_view
    from navigator.services import record_history

    session: Session = ctx.obj
    session.command = "record history"
    rows = record_history.history(session.catalogue, session.store, session.opened())
    with by_screen(session):
        show(session, Outcome(command="record history", value=rows), history_view)


@app.command()
def diff(
    ctx: typer.Context,
    number: Annotated[int | None, typer.Argument(min=1, help="A number of 'navigator record history'.")] = None,
    other: Annotated[int | None, typer.Argument(min=1, help="Another one, instead of now.")] = None,
) -> None:
    """Say what changed since an earlier save. Or between two of them."""
    from navigator.cli.reading import by_screen
    from navigator.cli.views.records import diff_view
    from navigator.services.record_history import difference

    session: Session = ctx.obj
    session.command = "record diff"
    value = difference(session.catalogue, session.store, session.opened(), number, other)
    with by_screen(session):
        show(session, Outcome(command="record diff", value=value), diff_view)


@app.command()
def restore(
    ctx: typer.Context,
    number: Annotated[
        int | None, typer.Argument(min=1, help="A number of 'navigator record history'; without it, the newest save.")
    ] = None,
) -> None:
    """Bring an earlier save back. What you have now goes to the history first."""
    from navigator.cli.views.records import back_view
    from navigator.services.record_history import restored

    session: Session = ctx.obj
    session.command = "record restore"
    back = restored(session.store, _path(session), number, session.catalogue)
    show(session, Outcome(command="record restore", value=back), back_view)


def _path(session: Session) -> Path:
    """The record's file even when it can no longer be read."""
    path = session.record_path() or session.store.current()
    if path is None:
        raise NotFound(_("There is no record here to bring back. 'navigator record list' shows the records."))
    return path


@app.command()
def erase(ctx: typer.Context, yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False) -> None:
    """Erase the whole record and its history, for good. Pages that you wrote to files stay. No passphrase is needed."""
    from navigator.cli.views.records import erased_view
    from navigator.records.seal import is_sealed

    session: Session = ctx.obj
    session.command = "record erase"
    path = session.record_path() or session.store.current()
    if path is not None and is_sealed(path) and path.is_file():
        _erase_sealed(session, path, yes)
        return
    opened = session.opened()
    question = (
        _("Erase the record of {name} and its history for good? The file is {file}.")
        if opened.record.person.name
        else _("Erase {file} and its history for good?")
    ).format(name=opened.record.person.name, file=opened.path)
    if not yes and not _sure(session, question):
        raise BadInput(_("Nothing was erased."))
    session.store.remove(opened)
    value, notices = {"file": str(opened.path)}, _of_the_same_name(session, opened.path)
    show(session, Outcome(command="record erase", value=value, notices=notices), erased_view)


def _erase_sealed(session: Session, path: Path, yes: bool) -> None:
    """Erase a sealed record without opening it, for a passphrase can be forgotten; its name is typed in place of it."""
    from navigator.cli.sure import named
    from navigator.cli.views.records import erased_view

    name = session.store.name_of(path) if path.parent == session.store.folder else path.stem
    if yes and session.record_file is None:
        said = _(
            "{file} is sealed, so nobody can look whose it is. To erase it without a question, name it: 'navigator --record {name} record erase --yes'."
        )
        raise BadInput(said.format(file=path, name=name))
    if not yes:
        _check_someone(session)
        said = _(
            "{file} is sealed. It is erased with its key and its history, for good, and nobody looks into it first. Type its name to erase it ({name}):"
        )
        if not named(said.format(file=path, name=name), name):
            raise BadInput(_("Nothing was erased."))
    saves = session.store.remove_unopened(path)
    value, notices = {"file": str(path), "saves": saves}, _of_the_same_name(session, path)
    show(session, Outcome(command="record erase", value=value, notices=notices), erased_view)


def _of_the_same_name(session: Session, path: Path) -> tuple[str, ...]:
    """Said where another record of the same name is there, plain or sealed: it was not the one to erase."""
    from navigator.records.where import sibling

    other = sibling(path)
    if not other.exists():
        return ()
    name = session.store.name_of(other) if other.parent == session.store.folder else other
    said = _("A record of the same name is still there. To erase it too: 'navigator --record {name} record erase'.")
    return (said.format(name=name),)


def _sure(session: Session, question: str) -> bool:
    """Ask before what cannot be undone. Raises NeedsTerminal where nobody can be asked."""
    _check_someone(session)
    return sure(question)


def _check_someone(session: Session) -> None:
    """Raises NeedsTerminal where nobody can be asked."""
    if session.json or not (session.plain or sys.stdin.isatty()):
        raise NeedsTerminal(_("Erasing is for good, and there is no terminal here to ask on. Add --yes to erase it."))


app.command("seal")(record_seal.seal)
app.command("unseal")(record_seal.unseal)
app.command("change-passphrase")(record_seal.change_passphrase)
