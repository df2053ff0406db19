"""The plan as PDF, tagged for screen readers (PDF/UA-1). Needs the extra `pdf`; the page goes in as data, never as source."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from importlib.resources import files

from navigator.domain.errors import CannotWrite, MissingExtra
from navigator.formats.plan_page import PlanPage

_NO_FONT = re.compile(r"the text [`\"]+(.+?)[`\"]+ could not be displayed")


def plan_pdf(page: PlanPage) -> bytes:
    """The page as a PDF file. Raises MissingExtra, or CannotWrite where this computer has no font for a letter."""
    try:
        import typst
    except ImportError as error:
        raise MissingExtra(
            "PDF needs one more package. Install it with: pip install 'career-navigator[pdf]'"
        ) from error
    source = files("navigator.formats").joinpath("templates", "plan.typ").read_bytes()
    try:
        made = typst.compile(source, sys_inputs={"page": json.dumps(asdict(page))}, pdf_standards=["ua-1"])
    except typst.TypstError as error:
        raise _refused(str(error)) from error
    return made


def _refused(message: str) -> CannotWrite:
    found = _NO_FONT.search(message)
    if found:
        return CannotWrite(
            f"No PDF was made: this computer has no font for {found[1]!r}. Install a font that has it (such as Noto), or use --format html."
        )
    return CannotWrite(f"No PDF was made: {message.splitlines()[0]}. Use --format html, and please report it.")
