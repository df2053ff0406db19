"""The summary as a Word document: one column, standard headings and lists, no tables or text boxes, one sheet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from navigator.formats import qr
from navigator.formats.checksum import mark as mark_line
from navigator.formats.docx_parts import Style, finished, mark_languages, new_document, soft
from navigator.formats.fitting import Sheet, fitted_alike
from navigator.formats.outline import Block, Line, Outline
from navigator.formats.page import Page
from navigator.i18n import _

if TYPE_CHECKING:
    from docx.document import Document

DENSE: tuple[Style, ...] = (
    ("Normal", 9.5, 0, 2),
    ("Title", 17, 0, 1),
    ("Heading 1", 12, 7, 2),
    ("Heading 2", 10, 4, 1),
    ("List Bullet", 9.5, 0, 1),
    ("List Number", 9.5, 0, 1),
)
MARGINS = (0.75, 0.55)
PRINTED = Sheet(width=500, height=735, size=9.5, leading=1.17, heading=23, card=17, gap=2, wide=0.47)
"""Letter paper with these margins and styles, less the QR code and the line of the checksum at the end."""


def summary_docx(pages: Sequence[Page], made: date, code: str = "") -> bytes:
    """Each page on a sheet of a DOCX file. ``code``: the checksum. Raises MissingExtra."""
    outlines = fitted_alike(pages, PRINTED.holds)
    document = new_document(outlines[0].title, made.isoformat(), DENSE, MARGINS)
    for number, outline in enumerate(outlines):
        if number:
            _page_break(document)
        first = len(document.paragraphs)
        _sheet(document, outline)
        mark_languages(document, first, outline.language, outline.english)
    if code:
        soft(document, mark_line(code), 8)
        _picture(document, qr.words_of(outlines[0], code))
    return finished(document, made.isoformat())


def _sheet(document: Document, outline: Outline) -> None:
    document.add_heading(outline.title, level=0)
    for line in outline.meta:
        soft(document, line, 9)
    for section in outline.sections:
        document.add_heading(section.name, level=1)
        for block in section.blocks:
            _block(document, block)
    _rule(document)
    for foot in outline.foot:
        soft(document, foot.whole, 8).runs[0].bold = bool(foot.lead)


def _block(document: Document, block: Block) -> None:
    if block.kind == "card":
        heading = document.add_heading(block.name, level=2)
        heading.add_run(f"  ({block.mark})").bold = False
    elif block.name:
        document.add_paragraph(block.name).paragraph_format.keep_with_next = True
    style = {"bullets": "List Bullet", "steps": "List Number"}.get(block.kind, "Normal")
    for number, line in enumerate(block.lines, start=1):
        paragraph = _line(document, line, style)
        paragraph.paragraph_format.keep_with_next = block.kind == "card" and number < len(block.lines)


def _line(document: Document, line: Line, style: str) -> Any:
    paragraph = document.add_paragraph(style=style)
    if line.lead:
        paragraph.add_run(line.lead).bold = True
    if line.text:
        paragraph.add_run(f" {line.text}" if line.lead else line.text)
    return paragraph


def _page_break(document: Document) -> None:
    from docx.enum.text import WD_BREAK

    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _rule(document: Document) -> None:
    """A little room before what stands at the foot of the page."""
    from docx.shared import Pt

    document.paragraphs[-1].paragraph_format.space_after = Pt(6)


def _picture(document: Document, words: str) -> None:
    """The QR code, as a picture in the running text, with words for those who cannot see it."""
    if not qr.available():
        return
    from docx.shared import Inches

    run = document.add_paragraph().add_run()
    shape: Any = run.add_picture(io.BytesIO(qr.png(words)), width=Inches(0.8))
    shape._inline.docPr.set("descr", _("A QR code with the beginning of this page and its checksum"))
