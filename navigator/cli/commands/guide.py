"""`navigator guide`: the career advancement guide, its cards, and what somebody noted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.cli.today import today
from navigator.domain.errors import BadInput
from navigator.domain.outcome import Outcome
from navigator.i18n import _

if TYPE_CHECKING:
    from navigator.domain.guide import Side
    from navigator.domain.record import Record
    from navigator.formats.guide_page import GuidePage
    from navigator.services.resources import Directory

app = typer.Typer(help="The guide to getting on at work. Questions for you and for your employer, in five stages.",
                  rich_markup_mode=None, no_args_is_help=False, invoke_without_command=True)  # fmt: skip

Stage = Annotated[str, typer.Option("--stage", help="looking, applying, first-90, growing or moving; or 1 to 5.")]
Sector = Annotated[str, typer.Option("--sector", help="retail, food, health, warehouse, trades, office or home.")]
Employer = Annotated[bool, typer.Option("--employer", help="What the employer said, not your own answer.")]


def directory_of(session: Session, record: Record | None) -> Directory:
    """The help in the person's state, without what is surely for others."""
    from navigator.records.book import default_path
    from navigator.services.resources import Directory, told_by

    return Directory(
        catalogue=session.catalogue,
        area=(record.person.state if record else "") or "US",
        today=today(),
        book=default_path(session.store.home),
        **told_by(record),
    )


@app.callback()
def guide(
    ctx: typer.Context,
    stage: Stage = "",
    sector: Sector = "",
    view: Annotated[str, typer.Option("--view", help="worker, employer or center: whose side.")] = "worker",
    cards: Annotated[bool, typer.Option("--cards", help="Cards to print and cut.")] = False,
    format_: Annotated[
        str, typer.Option("--format", help="Of the cards: text or html; without it, as --out ends.")
    ] = "",
    out: Annotated[Path | None, typer.Option("--out", help="The file to write the cards to.")] = None,
) -> None:
    """Show the five stages, or one of them with its questions, why they matter, and help."""
    from navigator.cli.views.guide import guide_view
    from navigator.services.guide import guide as guide_of
    from navigator.services.guide import view_of

    if ctx.invoked_subcommand is not None:
        return
    session: Session = ctx.obj
    if not cards and (out is not None or format_):
        raise BadInput(_("--format and --out are for cards. Add --cards."))
    record = session.record_if_any()
    page = guide_of(directory_of(session, record), record, stage, sector, view_of(view))
    if cards:
        _cards(session, page, format_, out)
        return
    show(session, Outcome(command="guide", value=page), guide_view)


def _cards(session: Session, page: GuidePage, form: str, out: Path | None) -> None:
    from navigator.cli.commands.plan import written
    from navigator.cli.files import form_for
    from navigator.cli.views.plan import file_view
    from navigator.formats.guide_page import cards_html, cards_text

    makers = {"text": cards_text, "html": cards_html}
    form = form_for(form, out, {"text": "txt", "html": "html"}, "text")
    if form not in makers:
        raise BadInput(
            _("There is no format {form!r} for cards. Choose {names}.").format(form=form, names=", ".join(makers))
        )
    if out is None and session.json:
        show(session, Outcome(command="guide", value=page), file_view)
        return
    made = makers[form](page)
    if out is None:
        print(made, end="")
        return
    path, told = written(out, made.encode())
    show(session, Outcome(command="guide", value={"file": str(path)}, notices=told), file_view)


@app.command()
def answer(
    ctx: typer.Context,
    question: Annotated[
        str,
        typer.Argument(metavar="[ID]", help="A question, such as looking.pay; without it, all of --stage are asked."),
    ] = "",
    text: Annotated[
        str | None, typer.Argument(help="Your answer; without it you are asked. Empty quotes take it away.")
    ] = None,
    employer: Employer = False,
    stage: Stage = "",
    sector: Sector = "",
) -> None:
    """Note an answer in your record."""
    from navigator.cli.views.guide import asked_view, noted_view
    from navigator.services import guide as service

    session: Session = ctx.obj
    session.command = "guide answer"
    opened = session.opened(make=not session.store.paths())
    side: Side = "employer" if employer else "me"
    if text is not None:
        value = service.note(session.catalogue, session.store, opened, question, text, side)
        show(session, Outcome(command="guide answer", value=value), noted_view)
        return
    if not question and not stage:
        raise BadInput(
            _(
                "Name a question, such as looking.pay, or a --stage to be asked all of it. 'navigator guide' shows the stages."
            )
        )
    own = service.sector_of(session.catalogue, sector) if sector else opened.record.sector
    pairs = (
        (service.pair_of(session.catalogue, question),)
        if question
        else tuple(p for s in service.stages_of(session.catalogue, stage) for p in s.for_sector(own))
    )
    from navigator.cli.askers.choose import asker_for

    instead = _("Give your answer on the line, such as: navigator guide answer {question} 'ANSWER'.")
    asker = asker_for(
        session.plain, None, session.json, instead=instead.format(question=pairs[0].id if pairs else "ID")
    )
    count = service.ask(session.catalogue, session.store, opened, pairs, side, asker)
    show(session, Outcome(command="guide answer", value={"answered": count, "asked": len(pairs)}), asked_view)


@app.command()
def answers(ctx: typer.Context) -> None:
    """Show what you noted."""
    from navigator.cli.views.guide import answers_view
    from navigator.services.guide import noted

    session: Session = ctx.obj
    session.command = "guide answers"
    show(
        session, Outcome(command="guide answers", value=noted(session.catalogue, session.opened().record)), answers_view
    )
