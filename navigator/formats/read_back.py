"""The text of a page of ours, in reading order, whatever format it was written in: what its checksum is taken of."""

from __future__ import annotations

import html
import io
import logging
import re
import zipfile
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from xml.etree import ElementTree

from navigator.domain.errors import BadInput, MissingExtra, NothingToCheck
from navigator.i18n import _

MOST_BYTES = 5_000_000
MOST_PAGES = 20
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT = f"{_WORD}p", f"{_WORD}t"


class _Seen(HTMLParser):
    """Everything that stands between tags, styles too: hiding a line by a style is a change."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "object", "embed", "form"):  # our pages have none
            self.text.append(f"<{tag}>")
        self.text += [f"{name}={value}" for name, value in attrs if name in ("style", "hidden")]


def text_of_html(data: bytes) -> str:
    """What an HTML page says."""
    seen = _Seen()
    seen.feed(text_of_text(data))
    seen.close()
    return "\n".join(seen.text)


def text_of_text(data: bytes) -> str:
    """What a text or Markdown file says. Raises BadInput."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NothingToCheck(_("This file is not text in UTF-8, so it is no page of ours.")) from error


def text_of_docx(data: bytes) -> str:
    """What a Word document says, its headers, footers and text boxes too. Raises BadInput."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [archive.read(i) for i in _parts(archive)]
            return "\n".join(_said(p) for part in parts for p in _parsed(part).iter(_PARAGRAPH))
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError, NotImplementedError, EOFError) as error:
        raise BadInput(_("This file is not a Word document that can be read.")) from error


def _said(paragraph: ElementTree.Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(_TEXT))


def _parts(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The parts that hold text. Raises BadInput where they are far larger than any page."""
    named = [i for i in archive.infolist() if i.filename.startswith("word/") and i.filename.endswith(".xml")]
    wanted = ("document", "header", "footer", "footnotes", "endnotes", "comments")
    found = sorted((i for i in named if i.filename[5:].startswith(wanted)), key=lambda i: i.filename)
    if sum(i.file_size for i in found) > MOST_BYTES or not any(i.filename == "word/document.xml" for i in found):
        raise BadInput(_("This file is not a page of ours: it is too large, or it holds no text."))
    return found


def _parsed(part: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:  # no Word document has one; it is a way to do harm
        raise ValueError("a document type in a Word document")
    return ElementTree.fromstring(part)  # noqa: S314 - entities were refused just above


def text_of_pdf(data: bytes) -> str:
    """What a PDF says. Raises BadInput or MissingExtra."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as error:
        said = _("Reading a PDF needs one more package. Install it with: pip install 'career-navigator[pdf]'")
        raise MissingExtra(said) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it stumbles over is said below, in one sentence
    try:
        pages = PdfReader(io.BytesIO(data)).pages
        return "\n".join(page.extract_text() for page in pages[:MOST_PAGES])
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise BadInput(_("This file is not a PDF that can be read.")) from error


def seen_in(form: str, data: bytes) -> str:
    """What a reader of a file sees, line by line: to be shown before it leaves."""
    if form == "html":
        text = text_of_text(data)
        body = re.sub(r"<(?:/p|/li|/h[1-3]|br)>", "\n", text[text.index("<body>") :])
        return html.unescape(re.sub(r"[ \t]*<[^>]*>", "", body))
    return READERS.get(form, text_of_text)(data)


READERS: Mapping[str, Callable[[bytes], str]] = {
    "text": text_of_text,
    "markdown": text_of_text,
    "html": text_of_html,
    "pdf": text_of_pdf,
    "docx": text_of_docx,
}


def kind_of(data: bytes) -> str:
    """Which of the formats a file is in, told by how it begins."""
    if data.startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK"):
        return "docx"
    start = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return "html" if start.startswith((b"<!doctype html", b"<html")) else "text"
