"""What every Word document of ours has in common: one column, real styles, no tables, and the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from datetime import datetime
from typing import TYPE_CHECKING, Any

from navigator.domain.errors import MissingExtra
from navigator.extras import adds
from navigator.formats.english import pieces
from navigator.i18n import _, language

if TYPE_CHECKING:
    from docx.document import Document

INK, SOFT = "1C1C1C", "4C4C4C"
LANGUAGES = {"en": "en-US", "es": "es-US"}

Style = tuple[str, float, float, float]
"""A style's name, the size of its letters, and the room before and after it, in points."""

ROOMY: tuple[Style, ...] = (
    ("Normal", 10.5, 0, 4),
    ("Title", 20, 0, 2),
    ("Heading 1", 14, 14, 4),
    ("Heading 2", 11.5, 10, 2),
    ("List Bullet", 10.5, 0, 2),
)


def new_document(
    title: str, day: str, styles: tuple[Style, ...] = ROOMY, margins: tuple[float, float] = (0.9, 0.8)
) -> Document:
    """An empty document on letter paper; ``margins`` in inches: the sides, then top and bottom. Raises MissingExtra."""
    try:
        import docx
    except ImportError as error:
        raise MissingExtra(
            _("DOCX needs one more package. Install it with: {command}").format(command=adds("docx"))
        ) from error
    from docx.shared import Inches

    document = docx.Document()
    about = document.core_properties
    about.title, about.author, about.comments = title, "Career Navigator", ""
    about.language = LANGUAGES.get(language(), language())
    _set_language(document)
    about.created = about.modified = datetime.fromisoformat(day)
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(margins[0])
    section.top_margin = section.bottom_margin = Inches(margins[1])
    for style in styles:
        _set_style(document, style)
    return document


def _set_language(document: Document) -> None:
    """The language that the text of the whole document is in: Word's own model says English."""
    from docx.oxml.ns import qn

    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), LANGUAGES.get(language(), language()))


def mark_languages(document: Document, first: int, spoken: str, english: Sequence[str]) -> None:
    """Say of the paragraphs from ``first`` on which language they are in, where that is not the document's, and mark the
    English names and texts in them."""
    whole = LANGUAGES.get(spoken, spoken)
    for paragraph in document.paragraphs[first:]:
        for run in paragraph.runs:
            found = [*pieces(run.text, english)] if run.text else []
            if whole != document.core_properties.language and found:
                _set_run_language(run, whole)
            if any(is_english for _text, is_english in found):
                _split(run, found)


def _split(run: Any, found: Sequence[tuple[str, bool]]) -> None:
    """A run as several of the same looks, those in English marked."""
    last = run._r
    for text, is_english in found:
        other = type(run)(deepcopy(run._r), run._parent)
        other.text = text
        if is_english:
            _set_run_language(other, LANGUAGES["en"])
        last.addnext(other._r)
        last = other._r
    run._r.getparent().remove(run._r)


def _set_run_language(run: Any, code: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = run._r.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), code)
    properties.append(element)


def _set_style(document: Document, given: Style) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    name, size, before, after = given
    styles: Any = document.styles
    style = styles[name]
    style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), RGBColor.from_string(INK)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name_of in ("w:eastAsia", "w:cs"):
        fonts.set(qn(name_of), "Arial")
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.keep_with_next = name.startswith("Heading")


def soft(document: Document, text: str, size: float = 9.5) -> Any:
    """A paragraph in smaller, softer letters."""
    from docx.shared import Pt, RGBColor

    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(size), RGBColor.from_string(SOFT)
    return paragraph


def finished(document: Document, made_on: str) -> bytes:
    """The file's bytes; the parts inside bear the page's day, so that the same page makes the same file."""
    made, out = io.BytesIO(), io.BytesIO()
    document.save(made)
    day = datetime.fromisoformat(made_on)
    with zipfile.ZipFile(made) as found, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in found.namelist():
            part = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, found.read(name))
    return out.getvalue()
