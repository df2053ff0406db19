"""`navigator export`: the record as a page or a file for others. What leaves is shown first; what is left out is not in it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from navigator.cli.commands import export_credentials
from navigator.cli.commands.export_referral import referral
from navigator.cli.commands.plan import export_plan
from navigator.cli.files import form_for, place_of, written
from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.cli.today import today
from navigator.domain.errors import BadInput, NeedsTerminal
from navigator.domain.outcome import Outcome
from navigator.engine.typed_words import is_yes
from navigator.i18n import N_, _, languages

if TYPE_CHECKING:
    from navigator.domain.record import Record
    from navigator.formats.page import Page
    from navigator.services.hand_over import CatalogueIn, HandOver

app = typer.Typer(help="Hand over what the record says.", rich_markup_mode=None, no_args_is_help=True)
app.command("plan")(export_plan)
app.command("referral")(referral)

"""What is taken for a yes, in each of our languages."""

NO_TERMINAL = N_(
    "This file is for {whom}. There is no terminal here to read it on first. To write it without reading it first, add --yes."
)

For = Annotated[str, typer.Option("--for", help="Who gets it: worker, counselor, employer or family.")]
Only = Annotated[str, typer.Option("--only", help="Only these parts, such as skills,credentials.")]
Out = Annotated[Path | None, typer.Option("--out", help="The file to write; text goes to the screen without it.")]
Yes = Annotated[bool, typer.Option("--yes", help="Write it without showing and asking first.")]


@app.command()
def summary(
    ctx: typer.Context,
    form: Annotated[
        str, typer.Option("--format", help="text, markdown, html, pdf or docx; without it, as --out ends.")
    ] = "",
    whom: For = "worker",
    only: Only = "",
    out: Out = None,
    yes: Yes = False,
) -> None:
    """One page: what you can do, what fits, what to do next. Also what it pays here, and what is missing."""
    from navigator.formats.table import SUMMARIES
    from navigator.services.hand_over import pages, summary_format, tells_inside
    from navigator.services.hand_over import summary as made_summary
    from navigator.services.share import share_of

    session = _begin(ctx, "export summary")
    share = share_of(whom, only.split(","))
    form = form_for(form, out, {e.name: e.ending for e in SUMMARIES}, "text")
    summary_format(form)
    record = session.opened().record
    if out is None and session.json:
        page = pages(_in(session), record, today(), share)[0]
        show(session, Outcome(command=session.command, value=page), lambda _page, _session: None)
        return
    made = made_summary(_in(session), record, today(), share, form)
    inside = () if share.own else tells_inside(session.catalogue.framework.inside, record, share)
    _say_aside(inside, made, out)
    hand_over(session, record, made, out, "my-page", yes=yes, lacks=inside)


@app.command()
def resume(
    ctx: typer.Context,
    form: Annotated[
        str, typer.Option("--format", help="text, docx, pdf or json-resume; without it, as --out ends.")
    ] = "",
    whom: For = "employer",
    only: Only = "",
    out: Out = None,
    yes: Yes = False,
) -> None:
    """A resume from your record. Work, school, papers and skills in your words. Nothing is made up."""
    from navigator.formats.resume_files import RESUMES
    from navigator.services.hand_over import plainer_titles, resume_format, resume_lacks, resume_words, tells_inside
    from navigator.services.hand_over import resume as made_resume
    from navigator.services.share import share_of

    session = _begin(ctx, "export resume")
    share = share_of(whom, only.split(","))
    form = form_for(form, out, {r.name: r.ending for r in RESUMES}, "text")
    resume_format(form)
    record, catalogue = session.opened().record, _in(session)(languages()[0])  # a resume is in one language
    if out is None and session.json:
        words = resume_words(catalogue, record, today(), share)
        show(session, Outcome(command=session.command, value=words), lambda _words, _session: None)
        return
    made = made_resume(catalogue, record, today(), share, form)
    inside = () if share.own else tells_inside(session.catalogue.framework.inside, record, share)
    _say_aside(inside, made, out)
    lacks = (*inside, *plainer_titles(catalogue, record, share), *resume_lacks(record, today(), share))
    hand_over(session, record, made, out, "my-resume", yes=yes, lacks=lacks)


def _say_aside(lines: tuple[str, ...], made: HandOver, out: Path | None) -> None:
    """What is printed may go to a file: the page alone goes there, and what is said of it beside it."""
    if out is None and made.screen:
        for line in lines:
            print(line, file=sys.stderr)


def _begin(ctx: typer.Context, command: str) -> Session:
    session: Session = ctx.obj
    session.command = command
    return session


def _in(session: Session) -> CatalogueIn:
    """The catalogue in each language; where one is spoken, the one at hand, which tells when it has to be built first."""
    return session.catalogue_in if len(languages()) > 1 else lambda _speech: session.catalogue


def hand_over(
    session: Session,
    record: Record,
    made: HandOver,
    out: Path | None,
    name: str,
    *,
    yes: bool,
    lacks: tuple[str, ...] = (),
) -> None:
    """To the screen, or into a file once it was shown and agreed to. Raises NeedsTerminal, BadInput or CannotWrite."""
    from navigator.cli.views.page import written_view

    if out is None and made.screen:
        print(made.data.decode(), end="")
        return
    path = place_of(out or Path(f"{name}.{made.ending}"), f"{name}.{made.ending}")
    if not yes and not made.share.own:
        _agree(session, record, made)
    notices = (*written(path, made.data), *made.notes, *lacks)
    show(session, Outcome(command=session.command, value={"file": str(path)}, notices=notices), written_view)


def _agree(session: Session, record: Record, made: HandOver) -> None:
    """Show what leaves, and ask. Raises NeedsTerminal where nobody can be asked, BadInput after a no."""
    from navigator.cli.views.page import preview_view
    from navigator.services.hand_over import preview

    if session.json or not (session.plain or sys.stdin.isatty()):
        raise NeedsTerminal(_(NO_TERMINAL).format(whom=_(made.share.profile.name)))
    preview_view(preview(record, made), session)
    print(_("Write this file? Type yes or no:"), end=" ", flush=True)
    try:
        answer = input()
    except EOFError:
        answer = ""
    if not is_yes(answer):
        raise BadInput(_("Nothing was written."))


def free_path(folder: Path, stem: str, ending: str) -> Path:
    """A file name not taken there: on a shared computer the page of the person before stays what it is."""
    path, number = folder / f"{stem}{ending}", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}{ending}", number + 1
    return path


def write_page(made: Page, form: str, out: Path | None) -> Path:
    """Write the worker's own page whole, readable by its owner alone. Raises CannotWrite."""
    from navigator.services.hand_over import summary_format

    export = summary_format(form)
    path = place_of(out or Path(f"my-page.{export.ending}"), f"my-page.{export.ending}")
    written(path, export.make(made, today()))
    return path


export_credentials.add_to(app)
