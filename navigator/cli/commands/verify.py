"""`navigator verify`: whether a page or a badge is as it was made."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.domain.outcome import Outcome

EXITS = {"unchanged": 0, "changed": 11, "not_ours": 12, "ended": 13}
"""docs/reference/exit-codes.md says the same."""


def verify(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="A page of ours (text, Markdown, HTML, PDF, DOCX), or a badge.")],
) -> None:
    """Tell whether a page or a badge is as it was made. Of a badge: whether its signature holds."""
    from navigator.cli.views.page import verdict_view
    from navigator.records.where import expanded
    from navigator.services.verify import verify as verified

    session: Session = ctx.obj
    session.command = "verify"
    verdict = verified(expanded(file))
    show(session, Outcome(command="verify", value=verdict), verdict_view)
    if EXITS[verdict.found]:
        raise typer.Exit(EXITS[verdict.found])
