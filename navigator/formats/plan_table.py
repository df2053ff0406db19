"""The formats of `export plan`, as a table you can read: name, file ending, and who makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from navigator.formats.plan_docx import plan_docx
from navigator.formats.plan_html import plan_html
from navigator.formats.plan_page import PlanPage
from navigator.formats.plan_pdf import plan_pdf
from navigator.formats.plan_text import plan_text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFormat:
    """One format of the plan. ``make`` gives text, or bytes for what no screen can show."""

    name: str
    ending: str
    make: Callable[[PlanPage], str | bytes]
    screen: bool


PLANS: tuple[PlanFormat, ...] = (
    PlanFormat(name="text", ending="txt", make=plan_text, screen=True),
    PlanFormat(name="html", ending="html", make=plan_html, screen=True),
    PlanFormat(name="pdf", ending="pdf", make=plan_pdf, screen=False),
    PlanFormat(name="docx", ending="docx", make=plan_docx, screen=False),
)
