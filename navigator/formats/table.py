"""The exports, as a table you can read: name, file ending, who makes it, and what it leaves out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from navigator.formats.page import Page
from navigator.formats.summary_html import summary_html
from navigator.formats.summary_markdown import summary_markdown
from navigator.formats.summary_text import summary_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One format of the summary page."""

    name: str
    ending: str
    make: Callable[[Page], str]
    leaves_out: str


SUMMARIES: tuple[Export, ...] = (
    Export(
        name="text",
        ending="txt",
        make=summary_text,
        leaves_out="what each job is in a sentence, first steps of each, some of the short lines",
    ),
    Export(name="markdown", ending="md", make=summary_markdown, leaves_out="nothing of the page"),
    Export(name="html", ending="html", make=summary_html, leaves_out="nothing of the page"),
)
