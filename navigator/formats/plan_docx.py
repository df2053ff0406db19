"""The plan as a Word document: one column, standard headings, no tables. Needs the extra `docx`."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from navigator.domain.errors import MissingExtra
from navigator.formats.plan_page import ActionLine, Area, Blank, GoalPart, PlanPage, details

if TYPE_CHECKING:
    from docx.document import Document

INK, SOFT = "1C1C1C", "4C4C4C"


def plan_docx(page: PlanPage) -> bytes:
    """The page as a DOCX file. Raises MissingExtra."""
    try:
        import docx
    except ImportError as error:
        raise MissingExtra(
            "DOCX needs one more package. Install it with: pip install 'career-navigator[docx]'"
        ) from error
    document = docx.Document()
    _set_up(document, page)
    document.add_heading(page.title, level=0)
    _soft(document, f"{page.place} · {page.made}")
    document.add_paragraph(page.intro)
    for blank in page.head:
        _blank(document, blank)
    if page.areas:
        document.add_heading("Assessment", level=1)
    for area in page.areas:
        _area(document, area)
    document.add_heading("Goals and steps", level=1)
    if page.empty:
        document.add_paragraph(page.empty)
    for goal in page.goals:
        _goal(document, goal)
    _blank(document, page.more)
    _blank(document, Blank(label=""))
    _blank(document, page.review)
    _signatures(document, page)
    return _dated(document, page)


def _set_up(document: Document, page: PlanPage) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Inches, Pt, RGBColor

    about = document.core_properties
    about.title, about.author, about.comments, about.language = page.title, "Career Navigator", "", "en-US"
    about.created = about.modified = datetime.fromisoformat(page.made_on)
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(0.9)
    section.top_margin = section.bottom_margin = Inches(0.8)
    styles: Any = document.styles
    for name, size, before, after in (
        ("Normal", 10.5, 0, 4), ("Title", 20, 0, 2), ("Heading 1", 14, 14, 4), ("Heading 2", 11.5, 10, 2), ("List Bullet", 10.5, 0, 2),
    ):  # fmt: skip
        style = styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), RGBColor.from_string(INK)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name_of in ("w:eastAsia", "w:cs"):
            fonts.set(qn(name_of), "Arial")
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = name.startswith("Heading")


def _area(document: Document, area: Area) -> None:
    document.add_heading(area.name, level=2)
    for line in area.known:
        document.add_paragraph(line, style="List Bullet")
    if area.boxes:
        document.add_paragraph("   ".join(f"☐\u00a0{b.replace(' ', chr(0xA0))}" for b in area.boxes))
    for blank in area.blanks:
        _blank(document, blank)


def _goal(document: Document, goal: GoalPart) -> None:
    document.add_heading(f"{goal.kind}: {goal.text}" if goal.kind else goal.text, level=2)
    for line in goal.checks:
        document.add_paragraph(line)
    for blank in goal.blanks:
        _blank(document, blank)
    for action in goal.actions:
        _action(document, action)


def _action(document: Document, action: ActionLine) -> None:
    from docx.shared import Inches

    box = "☒" if action.done else "☐" if action.open else "–"
    first = document.add_paragraph()
    first.add_run(f"{box}\u00a0\u00a0{action.what}").bold = action.open
    first.paragraph_format.keep_with_next = True
    first.paragraph_format.space_after = 0
    second = _soft(document, details(action) + (f". Help: {action.help}" if action.help else ""))
    second.paragraph_format.left_indent = Inches(0.25)


def _soft(document: Document, text: str) -> Any:
    from docx.shared import Pt, RGBColor

    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(9.5), RGBColor.from_string(SOFT)
    return paragraph


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

    document.add_heading("Signatures", level=1)
    document.add_paragraph(page.agreed).paragraph_format.keep_with_next = True
    for signer in page.signers:
        line = _ruled(document, "\t  Date \t", (4.4, 6.7))
        line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(24), Pt(0)
        line.paragraph_format.keep_with_next = True
        _soft(document, f"{signer.role}: {signer.name}" if signer.name else signer.role)
    document.add_paragraph()
    for text in (page.proper_use, *page.sources):
        _soft(document, text)


def _dated(document: Document, page: PlanPage) -> bytes:
    """The file's bytes; the parts inside bear the page's day, so that the same plan makes the same file."""
    made, out = io.BytesIO(), io.BytesIO()
    document.save(made)
    day = datetime.fromisoformat(page.made_on)
    with zipfile.ZipFile(made) as found, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in found.namelist():
            part = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, found.read(name))
    return out.getvalue()
