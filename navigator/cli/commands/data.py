"""`navigator data` and `navigator schema`: what the catalogue holds, and whether it is sound."""

from __future__ import annotations

import typer

from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.domain.outcome import Outcome

app = typer.Typer(help="The occupation data.", rich_markup_mode=None, no_args_is_help=True)
schema_app = typer.Typer(help="The shapes of our files.", rich_markup_mode=None, no_args_is_help=True)


@app.command()
def status(ctx: typer.Context) -> None:
    """Say what data there is, and of which year. And whether anything is wrong with it."""
    from navigator.cli.views.data import status_view
    from navigator.services.data import data_status

    session: Session = ctx.obj
    session.command = "data status"
    show(session, Outcome(command="data status", value=data_status(session.catalogue)), status_view)


@app.command()
def check(ctx: typer.Context) -> int:
    """Check every data file in one pass. Each problem with its file and line."""
    from navigator.cli.views.data import check_view
    from navigator.services.data import data_check

    session: Session = ctx.obj
    session.command = "data check"
    problems = data_check(session.center_file())
    show(session, Outcome(command="data check", value=problems), check_view)
    return 8 if problems else 0


@schema_app.command()
def record(ctx: typer.Context) -> None:
    """Print the JSON Schema of a record file."""
    import json

    from navigator.records.codec import json_schema

    print(json.dumps(json_schema(), indent=2))
