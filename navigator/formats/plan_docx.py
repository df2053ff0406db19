"""The plan as a Word document: one column, standard headings, no tables. Needs the extra `docx`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from navigator.formats.docx_parts import finished, mark_languages, new_document, soft
from navigator.formats.plan_page import ActionLine, Area, Blank, GoalPart, PlanPage, details
from navigator.i18n import _, language

if TYPE_CHECKING:
    from docx.document import Document


def plan_docx(page: PlanPage) -> bytes:
    """The page as a DOCX file. Raises MissingExtra."""
    document = new_document(page.title, page.made_on)
    document.add_heading(page.title, level=0)
    soft(document, f"{page.place} · {page.made}")
    document.add_paragraph(page.intro)
    for blank in page.head:
        _blank(document, blank)
    if page.areas:
        document.add_heading(_("Assessment"), level=1)
    for area in page.areas:
        _area(document, area)
    document.add_heading(_("Goals and steps"), level=1)
    if page.empty:
        document.add_paragraph(page.empty)
    for goal in page.goals:
        _goal(document, goal)
    _blank(document, page.more)
    _blank(document, Blank(label=""))
    _blank(document, page.review)
    _signatures(document, page)
    mark_languages(document, 0, language(), page.english)
    return finished(document, page.made_on)


def _area(document: Document, area: Area) -> None:
    document.add_heading(area.name, level=2)
    for line in area.known:
        document.add_paragraph(line, style="List Bullet")
    if area.boxes:
        document.add_paragraph("   ".join(f"☐\u00a0{b.replace(' ', chr(0xA0))}" for b in area.boxes))
    for blank in area.blanks:
        _blank(document, blank)


def _goal(document: Document, goal: GoalPart) -> None:
    document.add_heading(
        _("{kind}: {text}").format(kind=goal.kind, text=goal.text) if goal.kind else goal.text, level=2
    )
    for line in goal.checks:
        document.add_paragraph(line)
    for blank in goal.blanks:
        _blank(document, blank)
    if goal.empty:
        document.add_paragraph(goal.empty)
    for action in goal.actions:
        _action(document, action)


def _action(document: Document, action: ActionLine) -> None:
    from docx.shared import Inches

    box = "☒" if action.done else "☐" if action.open else "–"
    first = document.add_paragraph()
    first.add_run(f"{box}\u00a0\u00a0{action.what}").bold = action.open
    first.paragraph_format.keep_with_next = True
    first.paragraph_format.space_after = 0
    second = soft(document, _with_help(action))
    second.paragraph_format.left_indent = Inches(0.25)


def _with_help(action: ActionLine) -> str:
    said = details(action)
    return _("{step}. Help: {who}").format(step=said, who=action.help) if action.help else said


def _blank(document: Document, blank: Blank) -> None:
    """A label and a line to the right margin, drawn by a tab with a leader."""
    _ruled(document, f"{blank.label} \t" if blank.label else "\t", (6.7,))


def _ruled(document: Document, text: str, stops: tuple[float, ...]) -> Any:
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Inches, Pt

    paragraph = document.add_paragraph(text)
    for stop in stops:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Inches(stop), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
    paragraph.paragraph_format.space_before = Pt(6)
    return paragraph


def _signatures(document: Document, page: PlanPage) -> None:
    from docx.shared import Pt

    document.add_heading(_("Signatures"), level=1)
    document.add_paragraph(page.agreed).paragraph_format.keep_with_next = True
    for signer in page.signers:
        line = _ruled(document, f"\t  {_('Date')} \t", (4.4, 6.7))
        line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(24), Pt(0)
        line.paragraph_format.keep_with_next = True
        soft(document, _("{role}: {name}").format(role=signer.role, name=signer.name) if signer.name else signer.role)
    document.add_paragraph()
    for text in (page.proper_use, *page.sources):
        soft(document, text)
