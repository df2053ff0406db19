"""The summary as one HTML file: no network, reads well in a browser, prints on one sheet."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from navigator.engine.validate import clean_line
from navigator.formats.page import Page

if TYPE_CHECKING:
    from jinja2 import Template


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
    return environment.get_template("summary.html")


def summary_html(page: Page) -> str:
    """The page as HTML; every text is escaped by the template engine."""
    return _template().render(page=page)
