"""A short checksum of a page's own text, which stands on the page: it shows whether somebody changed a word.

The text is read back from the finished file, with the very reader that checks it later: so every format has a checksum of
exactly what it shows. White space does not count (mail programs and editors change it), and neither do control and
direction marks; letters, digits and punctuation do. It is no signature: whoever changes a page with care can put a new
checksum on it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from typing import Literal

from navigator.i18n import _, both

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, which are misread."""

GROUPS = 4
BLANK = "CN1-0000-0000-0000-0000"
_CODE = re.compile(rf"CN1((?:-[{LETTERS}]{{4}}){{{GROUPS}}})(?![{LETTERS}-])")

State = Literal["unchanged", "changed", "none"]
"""What checking gave; `none`: there is no checksum on it, so it is no page of ours (any more)."""


def squeezed(text: str) -> str:
    """What counts of a text: its letters and signs in their plainest form, without white space and invisible marks."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


def checksum(text: str) -> str:
    """The checksum of a text, such as `CN1-7K3D-9QXM-02AV-5TNE`. A checksum that stands in the text does not count."""
    content = squeezed(text)
    found = list(_CODE.finditer(content))
    if found:
        content = content[: found[-1].start()] + content[found[-1].end() :]
    number = int.from_bytes(hashlib.sha256(content.encode()).digest()[:10])
    digits = "".join(LETTERS[number >> shift & 31] for shift in range(75, -1, -5))
    return "-".join(["CN1", *(digits[n : n + 4] for n in range(0, 4 * GROUPS, 4))])


def standing_on(text: str) -> str:
    """The checksum that stands on a page, or nothing."""
    found = list(_CODE.finditer(squeezed(text)))
    return found[-1][0] if found else ""


def state_of(text: str) -> State:
    """Whether a page's text is still what its checksum says."""
    stated = standing_on(text)
    if not stated:
        return "none"
    return "unchanged" if stated == checksum(text) else "changed"


def mark(code: str) -> str:
    """The line with the checksum. It stands once, at the end of the last page: in two languages, in that page's."""
    said = _("Checksum {code}: 'navigator verify' with this file tells whether a word was changed.")
    return both(said.format(code=code))[-1]


def marked(make: Callable[[str], bytes], read: Callable[[bytes], str]) -> bytes:
    """A file with its checksum on it: made once to be read back, and once more with what was found."""
    return make(checksum(read(make(BLANK))))
