"""The exports, as a table you can read: name and file ending, who makes each, and who reads it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from navigator.formats.checksum import mark as mark_line
from navigator.formats.checksum import marked
from navigator.formats.page import Page
from navigator.formats.read_back import text_of_docx, text_of_html, text_of_pdf, text_of_text
from navigator.formats.summary_docx import summary_docx
from navigator.formats.summary_html import summary_html
from navigator.formats.summary_markdown import summary_markdown
from navigator.formats.summary_pdf import summary_pdf
from navigator.formats.summary_text import summary_text

Pages = tuple[Page, ...]
"""The same page once in each language of the run: usually one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One format of the summary. ``lay_out`` gives the file for a checksum that stands on it; ``read_back`` its text, of which
    the checksum is taken."""

    name: str
    ending: str
    lay_out: Callable[[Pages, date, str], bytes]
    read_back: Callable[[bytes], str]
    screen: bool = True

    def make(self, pages: Page | Pages, made: date) -> bytes:
        """The file with its checksum. Raises MissingExtra or CannotWrite."""
        every = pages if isinstance(pages, tuple) else (pages,)
        return marked(lambda code: self.lay_out(every, made, code), self.read_back)


SUMMARIES: tuple[Export, ...] = (
    Export(
        name="text",
        ending="txt",
        lay_out=lambda pages, _made, code: summary_text(pages, mark_line(code)).encode(),
        read_back=text_of_text,
    ),
    Export(
        name="markdown",
        ending="md",
        lay_out=lambda pages, _made, code: summary_markdown(pages, mark_line(code)).encode(),
        read_back=text_of_text,
    ),
    Export(
        name="html",
        ending="html",
        lay_out=lambda pages, _made, code: summary_html(pages, code).encode(),
        read_back=text_of_html,
    ),
    Export(
        name="pdf",
        ending="pdf",
        lay_out=summary_pdf,
        read_back=text_of_pdf,
        screen=False,
    ),
    Export(
        name="docx",
        ending="docx",
        lay_out=summary_docx,
        read_back=text_of_docx,
        screen=False,
    ),
)
