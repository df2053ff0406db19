"""Which languages a written file names for its text, for programs that read it aloud."""

from __future__ import annotations

import io
import re
import zlib


def pdf_languages(pdf: bytes) -> set[str]:
    """The languages that a PDF file names for its text."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    said = b"".join(zlib.decompressobj().decompress(s) for s in streams if s[:1] == b"\x78")  # the last byte may be cut
    return {found.decode() for found in re.findall(rb"/Lang ?\(([^)]*)\)", said)}


def docx_languages(data: bytes) -> tuple[str, list[tuple[str, str]]]:
    """The language of a whole Word document, and each run that names another, with its text."""
    import docx
    from docx.oxml.ns import qn

    document = docx.Document(io.BytesIO(data))
    (whole,) = {x.get(qn("w:val")) for x in document.styles.element.iter(qn("w:lang"))}
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    return whole, [(x.get(qn("w:val")), run.text) for run in runs for x in run._r.iter(qn("w:lang"))]
