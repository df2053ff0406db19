"""The text of a page of ours, in reading order, whatever format it was written in: what its checksum is taken of."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from navigator.domain.errors import BadInput, NothingToCheck
from navigator.formats.limits import unpacked, xml_of, zip_of
from navigator.i18n import N_, _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

MOST_BYTES = 5_000_000
THIS = N_("This file")
"""What a file is called in a refusal: its reader is given what it holds, not its name."""
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
    """What a Word document says, its headers, footers and text boxes too. Raises BadInput or MissingExtra."""
    name = _(THIS)
    archive = zip_of(data, name)
    roots = [xml_of(unpacked(archive, part, name), name) for part in _parts(archive)]
    return "\n".join(_said(p) for root in roots for p in root.iter(_PARAGRAPH))


def _said(paragraph: Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(_TEXT))


def _parts(archive: ZipFile) -> list[str]:
    """The parts that hold text. Raises BadInput where they are far larger than any page, or one is there twice."""
    named = [i for i in archive.infolist() if i.filename.startswith("word/") and i.filename.endswith(".xml")]
    wanted = ("document", "header", "footer", "footnotes", "endnotes", "comments")
    found = [i for i in named if i.filename[5:].startswith(wanted)]
    names = sorted(i.filename for i in found)
    if sum(i.file_size for i in found) > MOST_BYTES or "word/document.xml" not in names:
        raise BadInput(_("This file is not a page of ours: it is too large, or it holds no text."))
    if len(set(names)) < len(names):  # one program would show the first, another the last
        raise BadInput(_("This file is not a page of ours: a part of it is there twice."))
    return names


def text_of_pdf(data: bytes) -> str:
    """What a PDF says. Raises BadInput or MissingExtra."""
    from navigator.formats.resume_pdf import text_in

    return text_in(data, _(THIS))


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
