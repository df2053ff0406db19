"""`navigator print worksheet` and `navigator key-in`: the inventory on paper, and back from paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from navigator.cli.files import form_for, place_of, written
from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.cli.today import today
from navigator.domain.errors import BadInput, Interrupted
from navigator.domain.outcome import Outcome
from navigator.engine.validate import shown
from navigator.i18n import _

if TYPE_CHECKING:
    from navigator.services.asking import Asker
    from navigator.services.worksheet_record import Keyed

app = typer.Typer(help="Paper to write on.", rich_markup_mode=None, no_args_is_help=True)

Page = Annotated[str, typer.Option("--page", help="Write each page as a file too: html, pdf, docx, text or markdown.")]


@app.callback()
def paper() -> None:
    """Paper to write on."""


@app.command()
def worksheet(
    ctx: typer.Context,
    route: Annotated[str, typer.Option("--route", help="standard (four pages) or quick (two).")] = "standard",
    form: Annotated[str, typer.Option("--format", help="pdf or html; without it, as --out ends.")] = "",
    large: Annotated[bool, typer.Option("--large", help="Large print: 18 point.")] = False,
    out: Annotated[Path | None, typer.Option("--out", help="The file to write.")] = None,
) -> None:
    """The questions on paper, for a workshop. 'navigator key-in' takes the answers from it."""
    from navigator.cli.views.page import written_view
    from navigator.formats.worksheet import FORMATS
    from navigator.services.worksheet import worksheet_page

    session: Session = ctx.obj
    session.command = "print worksheet"
    form = form_for(form, out, {name: name for name in FORMATS}, "pdf")
    if form not in FORMATS:
        said = _("There is no worksheet as {form}. Choose {forms}.")
        raise BadInput(said.format(form=shown(form), forms=", ".join(FORMATS)))
    path = place_of(out or Path(f"worksheet.{form}"), f"worksheet.{form}")
    made = worksheet_page(session.catalogue, route, large=large)
    notices = written(path, FORMATS[form](made))
    value = {"file": str(path), "code": made.code}
    show(session, Outcome(command=session.command, value=value, notices=notices), written_view)


def key_in(
    ctx: typer.Context,
    name: Annotated[str, typer.Option("--name", help="A name for the new record's file.")] = "",
    more: Annotated[bool, typer.Option("--next", help="Go on with the next sheet at once.")] = False,
    file: Annotated[Path | None, typer.Option("--file", help="A table of sheets (CSV), a row each.")] = None,
    form: Page = "",
    again: Annotated[
        bool, typer.Option("--again", help="Of a table: keep the sheets too that are here already.")
    ] = False,
) -> None:
    """Key in a worksheet: its code, then letter by letter. Makes a record that goes on like any other."""
    session: Session = ctx.obj
    if form:
        from navigator.services.hand_over import summary_format

        summary_format(form)  # a wrong one is told before anything is keyed in
    if file is not None:
        from navigator.services.key_in_file import keyed_file

        every = keyed_file(session.catalogue, session.store, file, again=again)
        _show(session, every, form)
        return
    from navigator.cli.askers.choose import asker_for

    instead = _("Give a table of sheets with --file FILE.")
    asker, last = asker_for(session.plain, None, session.json, instead=instead), ""
    while True:
        done = _one(session, asker, name, last)
        _show(session, (done,), form)
        last = done.code.partition(" ")[0]
        if not more:
            return
        name = ""


def _one(session: Session, asker: Asker, name: str, last: str) -> Keyed:
    """One sheet. Raises Interrupted when the person stops; what was keyed in of it by then is kept."""
    from navigator.services.key_in import KeyIn
    from navigator.services.worksheet_record import keyed

    keying = KeyIn(session.catalogue, asker, last)
    try:
        filled = keying.run()
    except Interrupted:
        begun = keying.filled()
        if begun is None:
            raise Interrupted(_("Stopped. No sheet was begun, and those before are saved.")) from None
        done = keyed(session.catalogue, session.store, begun, name)
        said = _("Stopped. What was keyed in of this sheet is saved as {record}.")
        raise Interrupted(said.format(record=done.record)) from None
    return keyed(session.catalogue, session.store, filled, name)


def _page(session: Session, done: Keyed, form: str) -> Path:
    """The page of a record that was just keyed in, in this folder; a file that is there is left alone."""
    from navigator.cli.commands.export import write_page
    from navigator.services.hand_over import summary_format
    from navigator.services.page import page

    made = page(session.catalogue, session.store.open(Path(done.file)).record, today())
    ending, number = summary_format(form).ending, 2
    path = Path(f"{done.record}.{ending}")
    while path.exists():
        path, number = Path(f"{done.record}-{number}.{ending}"), number + 1
    return write_page(made, form, path)


def _show(session: Session, every: tuple[Keyed, ...], form: str) -> None:
    from navigator.cli.views.paper import keyed_view

    pages = [_page(session, done, form) for done in every if not done.again] if form else []
    notices = tuple(_("The page was written: {file}").format(file=file) for file in pages)
    show(session, Outcome(command="key-in", value=every, notices=notices), keyed_view)
