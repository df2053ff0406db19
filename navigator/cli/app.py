"""The commands, as a list you can read. Bodies are short: a service gives an outcome, one place prints it."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from pathlib import Path
from typing import Annotated

import typer

from navigator.cli.commands import (
    bring,
    bulk,
    catalogue,
    data,
    export,
    export_credentials,
    guide,
    issuer,
    kiosk,
    matching,
    paper,
    pathways,
    plan,
    records,
    resources,
    start,
    verify,
)
from navigator.cli.session import Session, first_word

session = Session()
"""The run at hand. One process is one run; tests make their own with :func:`fresh`."""

EPILOG = "Anywhere on the line: --json, --plain, --home DIR, --record FILE, --center FILE, --passphrase-file FILE, --language CODE, --with CODE."

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True, epilog=EPILOG)
def root(
    ctx: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON envelope instead of text.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="Numbered lines: no colour, no menus, no redraw.")] = False,
    home: Annotated[Path | None, typer.Option("--home", help="Folder of the records on this machine.")] = None,
    record: Annotated[Path | None, typer.Option("--record", help="A record: its file, or its name here.")] = None,
    center: Annotated[Path | None, typer.Option("--center", help="The center's own words (YAML).")] = None,
    passphrase_file: Annotated[
        Path | None, typer.Option("--passphrase-file", help="A file whose first line opens a sealed record.")
    ] = None,
    language: Annotated[str, typer.Option("--language", help="Speak this language, such as es.")] = "",
    beside: Annotated[str, typer.Option("--with", help="Show a second language beside it, such as en.")] = "",
    version: Annotated[bool, typer.Option("--version", help="Say the version and stop.")] = False,
) -> None:
    """Find work that fits: what you can do, what it pays here, what to do next. Offline; your answers stay on this machine."""
    ctx.obj = session
    for name in ("catalogue", "store", "paper"):
        session.__dict__.pop(name, None)
    session.json, session.plain, session.home = json, plain, home
    session.record_file, session.center, session.passphrase_file = record, center, passphrase_file
    session.used = None
    session.private = session.say = session.large = False
    session.minutes, session.area = 0, ""
    session.command = ctx.invoked_subcommand or "menu"
    if version:
        from navigator import __version__

        typer.echo(f"navigator {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        start.menu(session)


def _add(verb: object, name: str) -> None:
    app.command(name, epilog=EPILOG)(verb)  # type: ignore[type-var]


_add(start.start, "start")
_add(kiosk.kiosk, "kiosk")
_add(start.questions, "questions")
_add(matching.match, "match")
_add(matching.why, "why")
_add(matching.why_not, "why-not")
_add(matching.not_for_me, "not-for-me")
_add(bulk.what_if, "what-if")
_add(pathways.pathways, "pathways")
_add(catalogue.occupation, "occupation")
_add(catalogue.titles, "titles")
_add(catalogue.near, "near")
_add(bulk.batch, "batch")
_add(bring.import_file, "import")
_add(verify.verify, "verify")
_add(paper.key_in, "key-in")
app.add_typer(records.app, name="record")
app.add_typer(resources.app, name="resources")
app.add_typer(guide.app, name="guide")
app.add_typer(plan.app, name="plan")
export_credentials.add_to(export.app)
app.add_typer(export.app, name="export")
app.add_typer(paper.app, name="print")
app.add_typer(issuer.app, name="issuer")
app.add_typer(data.app, name="data")
app.add_typer(data.schema_app, name="schema")


def named_by(line: Sequence[str]) -> typer.Typer:
    """The app with that command only which a line names: making all of them ready takes longer than most commands do."""
    name = first_word(line)
    commands = [c for c in app.registered_commands if c.name == name]
    groups = [g for g in app.registered_groups if g.name == name]
    if not commands and not groups:
        return app
    part = copy(app)
    part.registered_commands, part.registered_groups = commands, groups
    return part
