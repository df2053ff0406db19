"""The plan as one HTML file: no network, reads well in a browser, prints with room to sign."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from navigator.formats.english import in_english
from navigator.formats.plan_page import PlanPage
from navigator.i18n import _, language

if TYPE_CHECKING:
    from jinja2 import Template


@cache
def template(name: str) -> Template:
    """One of our templates; every text that it is given is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("navigator.formats", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.globals.update(_=_, language=language)
    environment.filters["in_english"] = in_english
    return environment.get_template(name)


def plan_html(page: PlanPage) -> str:
    """The page as HTML."""
    return template("plan.html").render(page=page)
