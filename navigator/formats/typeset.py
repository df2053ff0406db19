"""PDF by typst, tagged for screen readers (PDF/UA-1). Needs the extra `pdf`; what varies goes in as data, never as source."""

from __future__ import annotations

import json
import re
from importlib.resources import files

from navigator.domain.errors import CannotWrite, MissingExtra
from navigator.i18n import _

_NO_FONT = re.compile(r"the text [`\"]+(.+?)[`\"]+ could not be displayed")


def typeset(template: str, page: object) -> bytes:
    """A PDF file. Raises MissingExtra, or CannotWrite where this computer has no font for a letter."""
    try:
        import typst
    except ImportError as error:
        raise MissingExtra(
            _("PDF needs one more package. Install it with: pip install 'career-navigator[pdf]'")
        ) from error
    source = files("navigator.formats").joinpath("templates", template).read_bytes()
    try:
        made = typst.compile(source, sys_inputs={"page": json.dumps(page)}, pdf_standards=["ua-1"])
    except typst.TypstError as error:
        raise _refused(str(error)) from error
    return made


def _refused(message: str) -> CannotWrite:
    found = _NO_FONT.search(message)
    if found:
        said = _(
            "No PDF was made: this computer has no font for {letters}. Install a font that has it (such as Noto), or use --format html."
        )
        return CannotWrite(said.format(letters=repr(found[1])))
    said = _("No PDF was made: {why}. Use --format html, and please report it.")
    return CannotWrite(said.format(why=message.splitlines()[0]))
