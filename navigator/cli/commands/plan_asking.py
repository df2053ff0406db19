"""Which of several ways a plan is to be made from: asked where somebody can be asked, else told how to name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from navigator.cli.session import Session
from navigator.domain.errors import BadInput, Interrupted
from navigator.i18n import _

if TYPE_CHECKING:
    from navigator.services.plan import Planner


def chosen_way(session: Session, planner: Planner) -> str:
    """The number of the way that somebody picks; empty where there are no two. Raises NeedsTerminal or Interrupted."""
    from navigator.cli.askers.choose import asker_for
    from navigator.cli.commands.start import pick
    from navigator.services.plan_way import which_way

    question = which_way(planner)
    if question is None:
        return ""
    instead = _(
        "There are {count} ways in your list. Give the number of one as 'navigator pathways' shows it, such as: "
        "navigator plan from-pathway 1. Or name the work after --to."
    ).format(count=len(question.choices))
    asker = asker_for(session.plain, None, session.json, instead=instead)
    try:
        chosen = pick(asker, question, "")
    except Interrupted as stopped:
        raise Interrupted(_("Stopped. Nothing was put into your plan.")) from stopped
    if not chosen:  # skipped
        raise BadInput(_("No way was chosen, so nothing was put into your plan."))
    return chosen
