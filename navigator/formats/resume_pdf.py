"""What a PDF holds: its text in reading order, and files attached to it. One with scripts or actions is refused."""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from navigator.domain.errors import BadInput, MissingExtra
from navigator.formats.limits import (
    LEAST_CHARACTERS,
    MOST_LINES,
    MOST_OBJECTS,
    MOST_PAGE_BYTES,
    MOST_PAGES,
    MOST_PDF_BYTES,
    MOST_XML_BYTES,
    reading_needs,
    within,
)
from navigator.i18n import _

if TYPE_CHECKING:
    from pypdf import PdfReader

T = TypeVar("T")

ACTIONS = frozenset(
    {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/RichMediaExecute", "/GoToE"}
)
"""What a PDF can be told to do by itself and a resume never needs. Links (/URI, /GoTo) are fine."""

FAULTS = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, RecursionError, OverflowError, EOFError,
    ArithmeticError, NotImplementedError, MemoryError, OSError, struct.error, zlib.error,
)  # fmt: skip
"""What a reader of broken files runs into. All of them mean one thing to a person: the file is damaged."""


def pdf_lines(data: bytes, name: str) -> list[str]:
    """The lines of a PDF. Raises BadInput for one that is a picture, locked, damaged or has scripts."""
    found = text_in(data, name)
    if len(" ".join(found.split())) < LEAST_CHARACTERS:
        raise BadInput(
            _(
                "{file} is a picture of a page: there is no text in it to read. Use the Word file it was made from, or type the text into a plain text file."
            ).format(file=name)
        )
    return found.splitlines()[:MOST_LINES]


def text_in(data: bytes, name: str) -> str:
    """The text of a PDF, page by page. Raises BadInput for one that is locked, damaged, overfull or has scripts."""
    reader = opened(data, name)
    if _safely(lambda: _overfull(reader), name):
        raise BadInput(
            _("{file} has a page that holds far more than a page can. It was not read. Print it to a new PDF.").format(
                file=name
            )
        )
    return _safely(lambda: _text(reader), name)


def attached(data: bytes, name: str) -> list[bytes]:
    """The XML files attached to a PDF."""

    def files() -> list[bytes]:
        reader = opened(data, name)
        named = [n for n in reader.attachments if n.lower().endswith(".xml")][:5]
        return [content for n in named for content in reader.attachments[n] if len(content) <= MOST_XML_BYTES]

    return _safely(files, name)


def has_attachments(data: bytes) -> bool:
    """Whether a PDF speaks of attached files at all: a quick look, before it is opened."""
    return b"/EmbeddedFile" in data or b"/ObjStm" in data


def opened(data: bytes, name: str) -> PdfReader:
    """A PDF that is safe to read. Raises BadInput or MissingExtra."""
    within(len(data), MOST_PDF_BYTES, name)
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise MissingExtra(reading_needs()) from error
    import io

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on odd files would land on the person's screen
    reader = _safely(lambda: PdfReader(io.BytesIO(data), strict=False), name)
    if _safely(lambda: reader.is_encrypted, name):
        raise BadInput(_("{file} is locked with a password. Save a copy without one.").format(file=name))
    if _safely(lambda: len(reader.pages), name) > MOST_PAGES:
        raise BadInput(
            _("{file} has more than {most} pages: too long to be read here. Check that it is the right file.").format(
                file=name, most=MOST_PAGES
            )
        )
    if _safely(lambda: _acts(reader), name):
        raise BadInput(
            _(
                "{file} has a script or an action in it, which nothing that is read here needs. It was not read. Print it to a new PDF, or use plain text."
            ).format(file=name)
        )
    return reader


def _safely(read: Callable[[], T], name: str) -> T:
    from pypdf.errors import PyPdfError

    try:
        return read()
    except (PyPdfError, *FAULTS) as error:
        raise BadInput(
            _("{file} is damaged or cut short. Get it again from where it came.").format(file=name)
        ) from error


def _overfull(reader: PdfReader) -> bool:
    """Whether a page gets far too large when it is unpacked."""
    contents = (page.get_contents() for page in reader.pages)
    return any(content is not None and len(content.get_data()) > MOST_PAGE_BYTES for content in contents)


def _text(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def _acts(reader: PdfReader) -> bool:
    """Whether any part of the file is a script or an action that starts something."""
    from pypdf.generic import ArrayObject, DictionaryObject

    numbers = {n for table in reader.xref.values() for n in table} | set(reader.xref_objStm)
    if len(numbers) > MOST_OBJECTS:
        raise ValueError("more parts than a resume has")
    waiting: list[Any] = [reader.trailer, *(_object(reader, n) for n in numbers)]
    seen = 0
    while waiting and seen < 50 * MOST_OBJECTS:
        part, seen = waiting.pop(), seen + 1
        if isinstance(part, DictionaryObject):
            if part.raw_get("/S") in ACTIONS if "/S" in part else False:
                return True
            if "/JS" in part or "/JavaScript" in part:
                return True
            waiting += [v for v in part.values() if isinstance(v, DictionaryObject | ArrayObject)]
        elif isinstance(part, ArrayObject):
            waiting += [v for v in part if isinstance(v, DictionaryObject | ArrayObject)]
    return False


def _object(reader: PdfReader, number: int) -> Any:
    """One part of the file, or None where it is broken: what cannot be read cannot act either."""
    from pypdf.errors import PyPdfError
    from pypdf.generic import IndirectObject

    try:
        return reader.get_object(IndirectObject(number, 0, reader))
    except (PyPdfError, *FAULTS):
        return None
