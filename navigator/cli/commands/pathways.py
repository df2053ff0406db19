"""`navigator pathways`: ways to better work, with steps, pay and time."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.domain.outcome import Outcome


def pathways(
    ctx: typer.Context,
    to: Annotated[str, typer.Option("--to", metavar="CODE|TITLE", help="Only ways to this occupation.")] = "",
    within: Annotated[str, typer.Option("--within", help="No longer than this, such as 2y or 18m.")] = "",
    keep_earning: Annotated[
        bool, typer.Option("--keep-earning", help="Only ways on which you earn all the time.")
    ] = False,
    compare: Annotated[
        str, typer.Option("--compare", metavar="A,B", help="Two ways side by side: numbers, codes or titles.")
    ] = "",
    what_if: Annotated[
        str,
        typer.Option(
            "--what-if",
            help="In words, such as 'finish my GED' or 'train 6 months', or train=6,school=ged: what would open?",
        ),
    ] = "",
    doors: Annotated[
        bool, typer.Option("--doors", help="The one certificate and the one skill that open the most doors.")
    ] = False,
) -> None:
    """Show possible ways from your work to better-paid work. Steps, pay here, time, cost, what is missing."""
    from navigator.cli.views.pathways import compared_view, doors_view, ways_view
    from navigator.services import pathways as service
    from navigator.services import way_compare, way_wishes

    session: Session = ctx.obj
    wish = way_wishes.Wish(
        to=to, within=way_wishes.months_of(within) if within else None, keep_earning=keep_earning, what_if=what_if
    )
    catalogue, record = session.catalogue, session.in_force()
    if compare:
        two = way_compare.compared(catalogue, record, compare, wish)
        show(session, Outcome(command="pathways", value=two), compared_view)
    elif doors:
        record = way_wishes.changed(catalogue, record, what_if) if what_if else record
        show(session, Outcome(command="pathways", value=way_compare.doors(catalogue, record)), doors_view)
    else:
        from navigator.cli.commands.resources import directory_of

        value = service.pathways(catalogue, record, wish, directory_of(session, None))
        if not (value.routes or what_if or to):
            value = replace(value, opener=way_compare.opener(catalogue, record))
        show(session, Outcome(command="pathways", value=value), ways_view)
