"""`navigator occupation`, `titles`, `near`: looking things up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.domain.errors import BadInput
from navigator.domain.outcome import Outcome
from navigator.i18n import _


def occupation(
    ctx: typer.Context,
    which: Annotated[str, typer.Argument(metavar="OCCUPATION", help="An O*NET-SOC code or a job title.")],
    area: Annotated[str, typer.Option("--area", help="A state, such as OH; else your record's, else the nation.")] = "",
    more: Annotated[bool, typer.Option("--more", help="Everything there is about it.")] = False,
) -> None:
    """Read about an occupation. The day, the place, the pay here, the ways in, the next steps."""
    from navigator.cli.views.occupation import occupation_view
    from navigator.services.occupation import about

    session: Session = ctx.obj
    value = about(session.catalogue, which, area or _own_area(session), more)
    show(session, Outcome(command="occupation", value=value), occupation_view)


def _own_area(session: Session) -> str:
    from navigator.domain.errors import Refusal

    try:
        return session.opened().record.person.state
    except Refusal:  # no record, or a damaged one: the nation's pay will do
        return ""


def titles(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(help="A job title in your own words.")] = "",
    limit: Annotated[int, typer.Option("--top", "--limit", min=1, max=20, help="How many to show.")] = 5,
    file: Annotated[Path | None, typer.Option("--file", help="Code a whole CSV file of titles instead.")] = None,
    column: Annotated[str, typer.Option("--column", help="The file's column that holds the titles.")] = "",
    context: Annotated[
        str, typer.Option("--context", help="The employer or its field; with --file the column of it.")
    ] = "",
    form: Annotated[str, typer.Option("--format", help="For a file: csv or json; without it, as --out ends.")] = "",
    out: Annotated[Path | None, typer.Option("--out", help="For a file: where to write it.")] = None,
) -> None:
    """Find the occupations behind a job title. In your own words; or behind a whole file of titles."""
    from navigator.cli.commands.bulk import titles_file
    from navigator.cli.views.occupation import titles_view
    from navigator.services.titles import find_or_refuse

    session: Session = ctx.obj
    if file is not None:
        if text:
            raise BadInput(_("Give a title or a --file, not both."))
        titles_file(session, file, column, limit, context, form, out)
        return
    if column or form or out:
        raise BadInput(
            _(
                "--column, --format and --out are for a file of titles: name it with --file. For one title as JSON, use --json."
            )
        )
    if not text.strip():
        raise BadInput(_("Name a job title, such as: navigator titles cook. For a file of titles, use --file."))
    hits = find_or_refuse(session.catalogue, text, limit, context)
    show(session, Outcome(command="titles", value=hits), titles_view)


def near(
    ctx: typer.Context,
    which: Annotated[str, typer.Argument(metavar="OCCUPATION", help="An O*NET-SOC code or a job title.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, max=40, help="How many to show.")] = 20,
    every: Annotated[bool, typer.Option("--all", help="Of every occupation, as a table.")] = False,
    form: Annotated[
        str, typer.Option("--format", help="As a table: csv or json; without it, as --out ends, else csv.")
    ] = "",
    out: Annotated[Path | None, typer.Option("--out", help="As a table: the file to write.")] = None,
) -> None:
    """Show the occupations nearest to one, nearest first. Or of all of them, as a table."""
    from navigator.cli.commands.bulk import near_table
    from navigator.cli.views.occupation import near_view
    from navigator.services.occupation import nearest

    session: Session = ctx.obj
    if every and which.strip():
        raise BadInput(_("Name one occupation or say --all, not both."))
    if not every and not which.strip():
        raise BadInput(_("Name an occupation by code or by job title."))
    if every or form or out:
        near_table(session, which.strip(), limit, form, out)
        return
    show(session, Outcome(command="near", value=nearest(session.catalogue, which, limit)), near_view)
