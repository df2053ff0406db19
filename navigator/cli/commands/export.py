"""`navigator export`: the record as a page for others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from navigator.cli.commands.plan import export_plan
from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.cli.today import today
from navigator.domain.errors import BadInput
from navigator.domain.outcome import Outcome

if TYPE_CHECKING:
    from navigator.domain.record import Record
    from navigator.formats.page import Page

app = typer.Typer(help="Hand over what the record says.", rich_markup_mode=None, no_args_is_help=True)
app.command("plan")(export_plan)


@app.command()
def summary(
    ctx: typer.Context,
    form: Annotated[str, typer.Option("--format", help="text, markdown or html.")] = "text",
    out: Annotated[
        Path | None, typer.Option("--out", help="The file to write; text goes to the screen without it.")
    ] = None,
) -> None:
    """One page: what you can do, what fits, what it pays here, what is missing, what to do next."""
    from navigator.cli.views.page import written_view
    from navigator.formats.table import SUMMARIES
    from navigator.services.page import page

    session: Session = ctx.obj
    session.command = "export summary"
    if form not in {e.name for e in SUMMARIES}:
        raise BadInput(f"There is no format {form!r}. Choose {', '.join(e.name for e in SUMMARIES)}.")
    made = page(session.catalogue, session.opened().record, today())
    if out is None and not session.json:
        print(_content(made, form), end="")
        return
    value: object = made if out is None else {"file": str(write_page(made, form, out))}
    show(session, Outcome(command="export summary", value=value), written_view)


def _content(made: Page, form: str) -> str:
    from navigator.formats.table import SUMMARIES

    return next(e for e in SUMMARIES if e.name == form).make(made)


def write_page(made: Page, form: str, out: Path | None) -> Path:
    """Write the page whole, readable by its owner alone. Raises CannotWrite."""
    from navigator.formats.table import SUMMARIES
    from navigator.records.atomic import make_folder, write_whole

    export = next(e for e in SUMMARIES if e.name == form)
    path = (out or Path(f"my-page.{export.ending}")).expanduser().resolve()
    if path.is_dir():
        raise BadInput(f"{path} is a folder. Give a file name after --out, such as {path / 'my-page.'}{export.ending}.")
    make_folder(path.parent)
    write_whole(path, export.make(made).encode())
    return path


def show_summary(session: Session, record: Record) -> None:
    """The page on the screen."""
    from navigator.cli.views.page import page_view
    from navigator.services.page import page

    made = page(session.catalogue, record, today())
    show(session, Outcome(command="export summary", value=made), page_view)
