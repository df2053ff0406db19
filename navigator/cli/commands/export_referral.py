"""`navigator export referral`: a page for a provider, with a name, a way to call back and the help that is wanted."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.domain.outcome import Outcome

Book = Annotated[Path | None, typer.Option("--book", help="The center's book of resources.")]


def referral(
    ctx: typer.Context,
    to: Annotated[str, typer.Option("--to", metavar="ID", help="Who gives the help: an id of 'navigator resources'.")],
    what: Annotated[str, typer.Option("--what", help="Which help is wanted, in your own words.")] = "",
    form: Annotated[str, typer.Option("--format", help="text, docx or pdf; without it, as --out ends.")] = "",
    area: Annotated[str, typer.Option("--area", help="A state, such as OH.")] = "",
    book: Book = None,
    out: Annotated[Path | None, typer.Option("--out", help="The file to write.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Write it without showing and asking first.")] = False,
) -> None:
    """A page for who gives help. Your name, how to reach you, which help you want, and that you agree. Nothing else."""
    from navigator.cli.commands.export import hand_over
    from navigator.cli.commands.resources import directory_of, entry_area
    from navigator.cli.files import form_for
    from navigator.services.referral import FORMATS
    from navigator.services.referral import referral as made_referral

    session: Session = ctx.obj
    session.command = "export referral"
    record = session.opened().record
    form = form_for(form, out, {f.name: f.ending for f in FORMATS}, "text")
    made = made_referral(directory_of(session, book, area or entry_area(session, to)), record, to, what, form)
    if out is None and session.json and made.screen:
        show(
            session, Outcome(command=session.command, value={"text": made.data.decode()}), lambda _text, _session: None
        )
        return
    hand_over(session, record, made, out, "my-referral", yes=yes)
