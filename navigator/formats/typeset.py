"""PDF by typst, tagged for screen readers (PDF/UA-1). Needs the extra `pdf`; what varies goes in as data, never as source."""

from __future__ import annotations

import json
import re
import unicodedata
from importlib.resources import files

from navigator.domain.errors import CannotWrite, MissingExtra
from navigator.extras import adds
from navigator.i18n import _

_NO_FONT = re.compile(r"the text [`\"]+(.+?)[`\"]+ could not be displayed")
_SIGNS = frozenset({"So", "Sk", "Mn", "Me", "Cf"})
"""Kinds of characters that are signs or parts of them, and no letters of any script."""

_PICTURES = range(0x1F000, 0x1FB00)
"""Characters that are pictures: faces, hands, flags."""

_JOINING = "\u200d\ufe0e\ufe0f\u20e3"
"""What only joins signs to one, or says in which colours they stand."""

MOST_TRIES = 20


def typeset(template: str, page: object, instead: str = "") -> bytes:
    """A PDF file. Signs for which there is no font, such as emoji, are left out of it.

    ``instead``: the command that makes another kind of file of the same. Raises MissingExtra, or CannotWrite where this
    computer has no font for a letter.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingExtra(
            _("PDF needs one more package. Install it with: {command}").format(command=adds("pdf"))
        ) from error
    source = files("navigator.formats").joinpath("templates", template).read_bytes()
    said = json.dumps(page, ensure_ascii=False)
    for _try in range(MOST_TRIES):
        try:
            made: bytes = typst.compile(source, sys_inputs={"page": said}, pdf_standards=["ua-1"])
        except typst.TypstError as error:
            fewer = _without(said, str(error))
            if fewer == said:
                raise _refused(str(error), instead) from error
            said = fewer
        else:
            return made
    raise _refused("", instead)


def signs_in(text: str) -> frozenset[str]:
    """The pictures and other signs of a text that a font may lack."""
    return frozenset(c for c in text if unicodedata.category(c) == "So" or ord(c) in _PICTURES)


def _without(said: str, message: str) -> str:
    """The text without the sign that an error is about, and without all pictures; as it is, where letters are missing."""
    found = _NO_FONT.search(message)
    if found is None or not all(unicodedata.category(c) in _SIGNS for c in found[1]):
        return said
    gone = {*found[1], *_JOINING, *(c for c in said if ord(c) in _PICTURES)}
    return re.sub(rf" ?[{re.escape(''.join(sorted(gone)))}]+", "", said)


def _refused(message: str, instead: str) -> CannotWrite:
    found = _NO_FONT.search(message)
    if found and instead:
        said = _(
            "No PDF was made: this computer has no font for {letters}. Another kind of file can hold it: {command}. Install a font that has it (such as Noto) to make a PDF."
        )
        return CannotWrite(said.format(letters=repr(found[1]), command=instead))
    if found:
        said = _(
            "No PDF was made: this computer has no font for {letters}. Install a font that has it (such as Noto), or use --format html."
        )
        return CannotWrite(said.format(letters=repr(found[1])))
    said = _("No PDF was made: {why}. Use --format html, and please report it.")
    return CannotWrite(said.format(why=(message.splitlines() or [""])[0]))
