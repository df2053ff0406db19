"""The exports, as a table you can read: name, formats and file endings, who makes each, and what it cannot carry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from navigator.formats.checksum import mark as mark_line
from navigator.formats.checksum import marked
from navigator.formats.page import Page
from navigator.formats.read_back import READERS
from navigator.formats.summary_docx import summary_docx
from navigator.formats.summary_html import summary_html
from navigator.formats.summary_markdown import summary_markdown
from navigator.formats.summary_pdf import summary_pdf
from navigator.formats.summary_text import summary_text
from navigator.i18n import N_

Pages = tuple[Page, ...]
"""The same page once in each language of the run: usually one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One format of the summary. ``lay_out`` gives the file for a checksum that stands on it."""

    name: str
    ending: str
    lay_out: Callable[[Pages, date, str], bytes]
    leaves_out: str
    screen: bool = True

    def make(self, pages: Page | Pages, made: date) -> bytes:
        """The file with its checksum. Raises MissingExtra or CannotWrite."""
        every = pages if isinstance(pages, tuple) else (pages,)
        return marked(lambda code: self.lay_out(every, made, code), READERS[self.name])


SUMMARIES: tuple[Export, ...] = (
    Export(
        name="text",
        ending="txt",
        lay_out=lambda pages, _made, code: summary_text(pages, mark_line(code)).encode(),
        leaves_out=N_("what each job is, and some of the short lines: whatever does not fit on one printed sheet"),
    ),
    Export(
        name="markdown",
        ending="md",
        lay_out=lambda pages, _made, code: summary_markdown(pages, mark_line(code)).encode(),
        leaves_out=N_("nothing of the page; no QR code"),
    ),
    Export(
        name="html",
        ending="html",
        lay_out=lambda pages, _made, code: summary_html(pages, code).encode(),
        leaves_out=N_("only what does not fit on one printed sheet"),
    ),
    Export(
        name="pdf",
        ending="pdf",
        lay_out=summary_pdf,
        leaves_out=N_("only what does not fit on one printed sheet"),
        screen=False,
    ),
    Export(
        name="docx",
        ending="docx",
        lay_out=summary_docx,
        leaves_out=N_("only what does not fit on one printed sheet"),
        screen=False,
    ),
)
