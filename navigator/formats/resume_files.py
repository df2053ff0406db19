"""The resume in its formats: text, Word and PDF in one column with standard headings, as hiring programs read best."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING

from navigator.formats.docx_parts import Style, finished, new_document, soft
from navigator.formats.resume import Chapter, Entry, Resume
from navigator.formats.typeset import typeset
from navigator.i18n import N_, _

if TYPE_CHECKING:
    from docx.document import Document

WIDTH = 78
STYLES: tuple[Style, ...] = (
    ("Normal", 10.5, 0, 3),
    ("Title", 20, 0, 2),
    ("Heading 1", 13, 12, 4),
    ("Heading 2", 11, 7, 1),
    ("List Bullet", 10.5, 0, 2),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeFormat:
    """One format of the resume. ``json-resume`` is made of the record itself, by ``json_resume``. ``leaves_out``: what of the
    record it has no place for."""

    name: str
    ending: str
    make: Callable[[Resume, date], bytes] | None
    leaves_out: str = ""
    screen: bool = True


def titled(resume: Resume) -> str:
    """The name at the top, or the place for it."""
    return resume.name or _("Your name")


def resume_text(resume: Resume, _made: date) -> bytes:
    """The resume as plain text."""
    return ("\n".join(_text(resume)) + "\n").encode()


def _text(resume: Resume) -> Iterator[str]:
    yield titled(resume)
    if resume.contact:
        yield from _wrap(" | ".join(resume.contact))
    for chapter in resume.chapters:
        yield ""
        yield chapter.name.upper()
        for line in chapter.lines:
            yield from _wrap(f"- {line}", 2)
        for entry in chapter.entries:
            yield from _text_entry(entry)


def _text_entry(entry: Entry) -> Iterator[str]:
    yield ""
    yield from _wrap(entry.name)
    if _under(entry):
        yield from _wrap(_under(entry))
    for line in entry.lines:
        yield from _wrap(f"- {line}", 2)


def _under(entry: Entry) -> str:
    return " | ".join(t for t in (entry.where, entry.when) if t)


def _wrap(text: str, hang: int = 0) -> list[str]:
    return textwrap.wrap(text, WIDTH, subsequent_indent=" " * hang)


def resume_docx(resume: Resume, made: date) -> bytes:
    """The resume as a Word document: real headings and lists, no tables. Raises MissingExtra."""
    document = new_document(titled(resume), made.isoformat(), STYLES)
    document.core_properties.author = resume.name
    document.add_heading(titled(resume), level=0)
    if resume.contact:
        document.add_paragraph(" | ".join(resume.contact))
    for chapter in resume.chapters:
        document.add_heading(chapter.name, level=1)
        _docx_chapter(document, chapter)
    return finished(document, made.isoformat())


def _docx_chapter(document: Document, chapter: Chapter) -> None:
    for line in chapter.lines:
        document.add_paragraph(line, style="List Bullet" if len(chapter.lines) > 1 else "Normal")
    for entry in chapter.entries:
        document.add_heading(entry.name, level=2)
        if _under(entry):
            soft(document, _under(entry), 10).paragraph_format.keep_with_next = bool(entry.lines)
        for line in entry.lines:
            document.add_paragraph(line, style="List Bullet")


def resume_pdf(resume: Resume, made: date, instead: str = "navigator export resume --format docx") -> bytes:
    """The resume as PDF/UA-1. ``instead``: the command for where a font is missing. Raises MissingExtra or CannotWrite."""
    day = [made.year, made.month, made.day]
    given = {"title": titled(resume), "resume": asdict(resume), "unders": _unders(resume), "day": day}
    return typeset("resume.typ", given, instead)


def _unders(resume: Resume) -> list[list[str]]:
    """The line under each entry's name, chapter by chapter."""
    return [[_under(entry) for entry in chapter.entries] for chapter in resume.chapters]


RESUMES: tuple[ResumeFormat, ...] = (
    ResumeFormat(name="text", ending="txt", make=resume_text),
    ResumeFormat(name="docx", ending="docx", make=resume_docx, screen=False),
    ResumeFormat(name="pdf", ending="pdf", make=resume_pdf, screen=False),
    ResumeFormat(
        name="json-resume",
        ending="json",
        make=None,
        leaves_out=N_("who saw it, when a paper expires and its number, and which kind of unpaid work it was"),
    ),
)
"""The formats of `export resume`."""
