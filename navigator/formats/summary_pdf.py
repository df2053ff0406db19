"""The summary as PDF/UA-1 on one sheet: the template takes the fullest form of the page that fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from navigator.formats import qr
from navigator.formats.checksum import mark as mark_line
from navigator.formats.english import patterns
from navigator.formats.fitting import outlines_alike
from navigator.formats.outline import Outline
from navigator.formats.page import Page
from navigator.formats.typeset import typeset
from navigator.i18n import _


def summary_pdf(pages: Sequence[Page], made: date, code: str = "") -> bytes:
    """Each page on a sheet of a PDF file. ``code``: the checksum. Raises MissingExtra or CannotWrite."""
    sheets = outlines_alike(pages)
    drawing = qr.svg_file(qr.words_of(sheets[0][0], code)) if code and qr.available() else ""
    return typeset(
        "summary.typ",
        {
            "sheets": [[_as_data(form) for form in forms] for forms in sheets],
            "mark": mark_line(code) if code else "",
            "qr": drawing,
            "qr_says": _("A QR code with the beginning of this page and its checksum"),
            "day": [made.year, made.month, made.day],
        },
        _("{command} (or docx)").format(command="navigator export summary --format html"),
    )


def _as_data(form: Outline) -> dict[str, Any]:
    return asdict(form) | {"english": patterns(form.english)}
