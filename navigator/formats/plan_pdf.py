"""The plan as PDF, tagged for screen readers (PDF/UA-1). Needs the extra `pdf`."""

from __future__ import annotations

from dataclasses import asdict

from navigator.formats.plan_page import PlanPage
from navigator.formats.typeset import typeset
from navigator.i18n import _, language


def plan_pdf(page: PlanPage) -> bytes:
    """The page as a PDF file. Raises MissingExtra, or CannotWrite where this computer has no font for a letter."""
    return typeset("plan.typ", asdict(page) | {"said": _said(), "language": language()})


def _said() -> dict[str, object]:
    """The words that the template itself puts on the page."""
    return {
        "footer": _("{title} · page {page} of {pages}"),
        "help": _("Help: {who}"),
        "agreed": _("agreed {day}"),
        "columns": [_("Step"), _("Who"), _("By when"), _("How far")],
        "assessment": _("Assessment"),
        "goals": _("Goals and steps"),
        "signatures": _("Signatures"),
        "date": _("Date"),
    }
