"""The summary as one HTML file: no network, reads well in a browser, prints on one sheet."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from navigator.formats.page import Page

if TYPE_CHECKING:
    from jinja2 import Template


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("navigator.formats", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template("summary.html")


def summary_html(page: Page) -> str:
    """The page as HTML; every text is escaped by the template engine."""
    return _template().render(page=page)
