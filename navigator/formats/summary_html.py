"""The summary as one HTML file: no network, reads well in a browser, prints on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from navigator.engine.validate import clean_line
from navigator.formats import qr
from navigator.formats.checksum import mark as mark_line
from navigator.formats.english import in_english
from navigator.formats.fitting import Sheet, fitted_alike
from navigator.formats.page import Page
from navigator.i18n import _

if TYPE_CHECKING:
    from jinja2 import Template

PRINTED = Sheet(width=530, height=735, size=8.7, leading=1.25, heading=19, card=15.5, gap=1.2, wide=0.465)
"""Letter paper with the margins and sizes of the template's print style."""


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def clean(value: object) -> object:
        """Autoescape stops markup; this stops control and direction characters, which would still act in a browser."""
        if isinstance(value, Markup):
            return Markup(clean_line(value))  # noqa: S704 - it was escaped before; taking characters away keeps it so
        return clean_line(value) if isinstance(value, str) else value

    environment = Environment(
        loader=PackageLoader("navigator.formats", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, finalize=clean,
    )  # fmt: skip
    environment.filters["in_english"] = in_english
    return environment.get_template("summary.html")


def summary_html(pages: Sequence[Page], code: str = "") -> str:
    """Each page as HTML in one file; every text is escaped by the template engine. ``code``: the checksum."""
    from markupsafe import Markup

    outlines = fitted_alike(pages, PRINTED.holds)
    drawing = qr.svg(qr.words_of(outlines[0], code)) if code and qr.available() else ""
    return _template().render(
        outlines=outlines,
        mark=mark_line(code) if code else "",
        drawing=Markup(drawing),  # noqa: S704 - made by formats/qr.py, of paths only
        label=_("A QR code with the beginning of this page and its checksum"),
    )
