"""The text of a resume, line by line, in reading order: from Word, from plain text. PDF stands in ``resume_pdf``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from navigator.domain.errors import BadInput
from navigator.formats.limits import (
    MOST_DOCX_BYTES,
    MOST_LINES,
    MOST_TEXT_BYTES,
    text_of,
    unpacked,
    within,
    xml_of,
    zip_of,
)
from navigator.i18n import _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DOCUMENT = "word/document.xml"


def docx_lines(data: bytes, name: str) -> list[str]:
    """The paragraphs of a Word file, those of tables and text boxes where they stand. Only its main text is opened."""
    within(len(data), MOST_DOCX_BYTES, name)
    archive = zip_of(data, name)
    names = set(archive.namelist())
    if DOCUMENT not in names:
        raise BadInput(_("{file} is not a Word file (.docx). Save it as PDF, Word or plain text.").format(file=name))
    headers = sorted(n for n in names if re.fullmatch(r"word/header\d?\.xml", n))[:3]
    found: list[str] = []
    for inside in (*headers, DOCUMENT):
        found += _paragraphs(xml_of(unpacked(archive, inside, name), name))
    return found[:MOST_LINES]


def _paragraphs(root: Element) -> Iterator[str]:
    """Paragraphs in order; one that holds a text box gives the box's own paragraphs after it."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == _FALLBACK:  # says the same once more, for older programs
            continue
        if element.tag == f"{_W}p":
            text = "".join(_runs(element))
            listed = element.find(f"{_W}pPr/{_W}numPr") is not None or "List" in _style(element)
            yield from ((f"• {line}" if listed and line.strip() else line) for line in text.split("\n"))
            waiting += reversed(list(_boxes(element)))
        else:
            waiting += reversed(list(element))


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes of a paragraph; boxes within boxes are found when their own paragraphs are read."""
    waiting = list(paragraph)
    while waiting:
        element = waiting.pop(0)
        if element.tag == f"{_W}txbxContent":
            yield element
        elif element.tag != _FALLBACK:
            waiting[:0] = list(element)


def _style(paragraph: Element) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else found.get(f"{_W}val", "")


def _runs(element: Element) -> Iterator[str]:
    """The text of a paragraph, without that of the boxes in it."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield "\t"
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag not in (f"{_W}txbxContent", f"{_W}pPr", _FALLBACK):
            yield from _runs(child)


def text_lines(data: bytes, name: str) -> list[str]:
    """The lines of a plain text file."""
    return text_of(data, name, MOST_TEXT_BYTES).splitlines()[:MOST_LINES]
