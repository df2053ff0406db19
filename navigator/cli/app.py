"""The commands, as a list you can read. Bodies are short: a service gives an outcome, one place prints it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from navigator.cli.session import Session, first_word

session = Session()
"""The run at hand. One process is one run; tests make their own with :func:`fresh`."""

EPILOG = "Anywhere on the line: --json, --plain, --home DIR, --record FILE, --center FILE, --passphrase-file FILE, --language CODE, --with CODE."


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
        from navigator.cli.commands.start import menu

        menu(session)


VERBS = {
    "start": "start.start",
    "kiosk": "kiosk.kiosk",
    "questions": "start.questions",
    "match": "matching.match",
    "why": "matching.why",
    "why-not": "matching.why_not",
    "not-for-me": "matching.not_for_me",
    "what-if": "bulk.what_if",
    "pathways": "pathways.pathways",
    "occupation": "catalogue.occupation",
    "titles": "catalogue.titles",
    "near": "catalogue.near",
    "batch": "bulk.batch",
    "import": "bring.import_file",
    "verify": "verify.verify",
    "key-in": "paper.key_in",
}
"""Each command of one word, and the function that carries it out, in a module of navigator/cli/commands."""

GROUPS = {
    "record": "records.app",
    "resources": "resources.app",
    "guide": "guide.app",
    "plan": "plan.app",
    "export": "export.app",
    "print": "paper.app",
    "issuer": "issuer.app",
    "data": "data.app",
    "schema": "data.schema_app",
}
"""Each command that has others under it, and its app."""


@cache
def whole() -> typer.Typer:
    """The app with every command."""
    return _with([*VERBS, *GROUPS])


def named_by(line: Sequence[str]) -> typer.Typer:
    """The app with that command only which a line names: loading all of them takes longer than most commands do."""
    name = first_word(line)
    return _with([name]) if name in VERBS or name in GROUPS else whole()


def _with(names: Sequence[str]) -> typer.Typer:
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        no_args_is_help=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True, epilog=EPILOG)(root)
    for name in names:
        if name in VERBS:
            app.command(name, epilog=EPILOG)(_loaded(VERBS[name]))
        else:
            app.add_typer(_loaded(GROUPS[name]), name=name)
    return app


def _loaded(place: str) -> Any:
    module, _, name = place.partition(".")
    return getattr(import_module(f"navigator.cli.commands.{module}"), name)
