"""Sheets that were keyed in, on a screen."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.i18n import _, ngettext
from navigator.services.worksheet_record import Keyed


def keyed_view(every: tuple[Keyed, ...], session: Session) -> None:
    """Which records were made, and how to go on."""
    paper = session.paper
    for done in every:
        who = done.name or _("no name")
        if done.again:
            said = _("{who} is here already with the same answers, as {record}. This sheet was not kept again.")
            paper.line(said.format(who=who, record=done.record))
            continue
        paper.line(_("Saved as {record} ({who}).").format(record=done.record, who=who), strong=True)
        paper.line(_("Answer code: {code}").format(code=done.code), indent=2, hang=2)
    new = [done for done in every if not done.again]
    if len(new) < len(every):
        paper.line(_("To keep such sheets all the same, add --again."), soft=True)
    if len(every) != 1:
        said = ngettext("{count} sheet was keyed in.", "{count} sheets were keyed in.", len(new))
        paper.line(said.format(count=len(new)))
        return
    record = every[0].record
    paper.line(_("The page: navigator export summary --record {record}").format(record=record))
    if every[0].more:
        paper.line(
            _("A few questions are not on paper. To answer them: navigator start --record {record}").format(
                record=record
            )
        )
