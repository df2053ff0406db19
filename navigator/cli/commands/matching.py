"""`navigator match`, `why`, `why-not`, `not-for-me`: what fits and why."""

from __future__ import annotations

from typing import Annotated

import typer

from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.domain.outcome import Outcome


def match(ctx: typer.Context) -> None:
    """Show the work that fits your answers. In three bands, with pay here and reasons."""
    from navigator.cli.views.matching import matches_view
    from navigator.services.advice import advice

    session: Session = ctx.obj
    value = advice(session.catalogue, session.in_force())
    show(session, Outcome(command="match", value=value), matches_view)


def why(
    ctx: typer.Context, occupation: Annotated[str, typer.Argument(help="An O*NET-SOC code or a job title.")]
) -> None:
    """Say why an occupation fits. Each part of its score, and the answers behind it."""
    from navigator.cli.views.matching import why_view
    from navigator.services.advice import explained

    session: Session = ctx.obj
    value = explained(session.catalogue, session.in_force(), occupation)
    show(session, Outcome(command="why", value=value), why_view)


def why_not(
    ctx: typer.Context, occupation: Annotated[str, typer.Argument(help="An O*NET-SOC code or a job title.")]
) -> None:
    """Say what keeps an occupation back. What is missing, what stands in the way, what was not asked."""
    from navigator.cli.views.matching import why_not_view
    from navigator.services.advice import explained

    session: Session = ctx.obj
    value = explained(session.catalogue, session.in_force(), occupation)
    show(session, Outcome(command="why-not", value=value), why_not_view)


def not_for_me(
    ctx: typer.Context,
    occupation: Annotated[str, typer.Argument(help="An O*NET-SOC code or a job title.")],
    why: Annotated[str, typer.Option("--why", help="Your reason, in your own words.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take it back in.")] = False,
) -> None:
    """Take an occupation out of your list and remember why. Another one moves up."""
    from navigator.cli.views.matching import dismissed_view
    from navigator.services.turned_down import dismiss

    session: Session = ctx.obj
    value = dismiss(session.catalogue, session.store, session.opened(), occupation, why, undo)
    show(session, Outcome(command="not-for-me", value=value), dismissed_view)
