"""The plan as PDF, tagged for screen readers (PDF/UA-1). Needs the extra `pdf`."""

from __future__ import annotations

from dataclasses import asdict

from navigator.formats.english import patterns
from navigator.formats.plan_page import PlanPage
from navigator.formats.typeset import typeset
from navigator.i18n import _, language

NEARER = (0.86, 0.72)
"""How close lines may stand, as a share of the usual, where that saves a page that would hold little more than signatures."""


LITTLE = 1_300
"""Letters on a last page that stands for half a page or less: the signatures, the small print and a few rows."""


def plan_pdf(page: PlanPage) -> bytes:
    """The page as a PDF file. Raises MissingExtra, or CannotWrite where this computer has no font for a letter.

    Where its last page would hold little, the lines stand a bit closer if that saves the page.
    """
    data = asdict(page) | {"said": _said(), "language": language(), "english": patterns(page.english)}
    form = " --form iep" if page.form == "iep" else ""
    instead = _("{command} (or docx)").format(command=f"navigator export plan{form} --format html")
    usual = typeset("plan.typ", data | {"near": 1.0}, instead)
    number, short = _pages(usual)
    for near in NEARER if short else ():
        closer = typeset("plan.typ", data | {"near": near}, instead)
        if _pages(closer)[0] < number:
            return closer
    return usual


def _pages(made: bytes) -> tuple[int, bool]:
    """How many pages a file has, and whether the last of several holds little."""
    import io

    try:
        import pypdf
    except ImportError:  # it comes with the same extra; without it the usual page is as good
        return 1, False
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    return len(pages), len(pages) > 1 and len(pages[-1].extract_text()) < LITTLE


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
