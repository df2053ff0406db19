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


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One thing that can be handed over: its formats, who makes it, and what it cannot carry of a record."""

    name: str
    about: str
    formats: tuple[str, ...]
    made_by: str
    cannot_carry: str


EXPORTS: tuple[Kind, ...] = (
    Kind(
        name="summary",
        about=N_("one page: what you can do, what fits, what to do next"),
        formats=tuple(e.name for e in SUMMARIES),
        made_by="navigator.formats.table.SUMMARIES",
        cannot_carry=N_("dates of work, plan, guide answers and needs; more than one sheet"),
    ),
    Kind(
        name="resume",
        about=N_("work, school and skills for an employer, in your words"),
        formats=("text", "docx", "pdf", "json-resume"),
        made_by="navigator.formats.resume_files.RESUMES",
        cannot_carry=N_("ideas, pay, what you like and what you need; marks of skills"),
    ),
    Kind(
        name="plan",
        about=N_("your goals and steps, to sign; with --form iep the draft of an employment plan"),
        formats=("text", "html", "pdf", "docx"),
        made_by="navigator.formats.plan_table.PLANS",
        cannot_carry=N_("anything but the plan and what the form asks"),
    ),
    Kind(
        name="referral",
        about=N_("one page for who gives help: a name, how to call back, which help is wanted, and that it was agreed"),
        formats=("text", "docx", "pdf"),
        made_by="navigator.services.referral.FORMATS",
        cannot_carry=N_("anything else of the record"),
    ),
    Kind(
        name="ler-rs",
        about=N_("a learning and employment record for other programs (HR Open LER-RS 4.4)"),
        formats=("json",),
        made_by="navigator.services.credentials.ler_rs",
        cannot_carry=N_("ideas, likes, wants, plan, needs"),
    ),
    Kind(
        name="badge",
        about=N_("signed badges of what you say you can do (Open Badges 3.0)"),
        formats=("json", "png", "svg"),
        made_by="navigator.services.credentials.badge",
        cannot_carry=N_("more than one skill or activity each"),
    ),
    Kind(
        name="clr",
        about=N_("the signed badges in one file (CLR 2.0)"),
        formats=("json",),
        made_by="navigator.services.credentials.clr",
        cannot_carry=N_("ideas, likes, wants, plan, needs"),
    ),
)
