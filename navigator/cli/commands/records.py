"""`navigator record`: see, name, change, bring back and remove records."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.domain.errors import BadInput, NeedsTerminal, NotFound
from navigator.domain.outcome import Outcome

app = typer.Typer(help="Your record on this machine.", rich_markup_mode=None, no_args_is_help=True)


@app.command("show")
def show_record(ctx: typer.Context) -> None:
    """Show what the record says, and where each thing comes from."""
    from navigator.cli.views.records import record_view
    from navigator.services.records import told

    session: Session = ctx.obj
    session.command = "record show"
    show(session, Outcome(command="record show", value=told(session.catalogue, session.opened())), record_view)


@app.command("list")
def list_records(ctx: typer.Context) -> None:
    """List the records on this machine."""
    from navigator.cli.views.records import list_view
    from navigator.services.records import listed

    session: Session = ctx.obj
    session.command = "record list"
    found, problems = listed(session.store)
    show(session, Outcome(command="record list", value=found, problems=problems), list_view)


@app.command()
def new(ctx: typer.Context, name: Annotated[str, typer.Argument(help="A name for its file.")] = "") -> None:
    """Begin an empty record; the next commands are about it."""
    from navigator.cli.views.records import saved_view

    session: Session = ctx.obj
    session.command = "record new"
    fresh = session.opened(make=True) if session.record_file else session.store.new(name)
    saved = session.store.save(fresh, fresh.record)
    show(session, Outcome(command="record new", value={"file": str(saved.path)}), saved_view)


@app.command()
def edit(
    ctx: typer.Context,
    question: Annotated[str, typer.Argument(help="The question to answer again, such as want.pay or skill.listening.")],
    value: Annotated[str, typer.Argument(help="The new answer; without it you are asked.")] = "",
) -> None:
    """Answer one question again. 'navigator questions' lists them."""
    from navigator.cli.askers.choose import asker_for
    from navigator.cli.views.records import saved_view
    from navigator.services.asking import ScriptedAsker
    from navigator.services.inventory import Walk

    session: Session = ctx.obj
    session.command = "record edit"
    opened = session.opened()
    asker = ScriptedAsker({question: value}) if value else asker_for(session.plain, None, session.json)
    walked = Walk(session.catalogue, session.store, opened, asker, opened.record.route or "standard")
    walked.change(question)
    show(session, Outcome(command="record edit", value={"file": str(opened.path)}), saved_view)


@app.command()
def history(ctx: typer.Context) -> None:
    """List earlier saves, the newest first."""
    from navigator.cli.views.records import history_view

    session: Session = ctx.obj
    session.command = "record history"
    saves = [{"number": s.id, "when": s.when} for s in session.store.history(session.opened())]
    show(session, Outcome(command="record history", value=saves), history_view)


@app.command()
def restore(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(min=1, help="A number of 'navigator record history'.")] = 1,
) -> None:
    """Bring an earlier save back. What you have now goes to the history first."""
    from navigator.cli.views.records import saved_view
    from navigator.services.records import restored

    session: Session = ctx.obj
    session.command = "record restore"
    saved = restored(session.store, _path(session), number)
    show(session, Outcome(command="record restore", value={"file": str(saved.path)}), saved_view)


def _path(session: Session) -> Path:
    """The record's file even when it can no longer be read."""
    given = session.record_file
    if given is not None:
        return given if given.exists() or given.suffix else session.store.file_of(given.name)
    path = session.store.current()
    if path is None:
        raise NotFound("There is no record here to bring back. 'navigator record list' shows the records.")
    return path


@app.command()
def remove(ctx: typer.Context, yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False) -> None:
    """Take the record and its history from this machine."""
    from navigator.cli.views.records import removed_view

    session: Session = ctx.obj
    session.command = "record remove"
    opened = session.opened()
    if not yes and not _sure(session, f"Remove {opened.path} and its history for good?"):
        raise BadInput("Nothing was removed.")
    session.store.remove(opened)
    show(session, Outcome(command="record remove", value={"file": str(opened.path)}), removed_view)


def _sure(session: Session, question: str) -> bool:
    """Ask before what cannot be undone. Raises NeedsTerminal where nobody can be asked."""
    if session.json or not (session.plain or sys.stdin.isatty()):
        raise NeedsTerminal("Removing is for good, and there is no terminal here to ask on. Add --yes to remove it.")
    return typer.confirm(question)
