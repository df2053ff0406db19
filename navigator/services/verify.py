"""Whether a file is as it was made: the checksum of our pages, the signature of badges."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from navigator.domain.errors import NothingToCheck
from navigator.formats import limits
from navigator.formats.checksum import standing_on, state_of
from navigator.formats.read_back import READERS, kind_of
from navigator.i18n import N_, _

Found = Literal["unchanged", "changed", "not_ours", "ended"]

SAID: dict[Found, str] = {
    "unchanged": N_("{file} is unchanged: its text is what the checksum {code} stands for."),
    "changed": N_(
        "{file} was changed: its text is no longer what the checksum {code} stands for. Ask for the page again from whom it is about."
    ),
    "not_ours": N_("{file} has no checksum of ours on it, so nothing can be said about it."),
}
BADGES: dict[str, Found] = {"valid": "unchanged", "wrong": "changed", "expired": "ended", "revoked": "ended"}
"""What a badge's check comes to: one that ran out or was taken back was not changed, but counts no longer.

Where the issuer is not known or cannot be asked, nothing can be said."""

PICTURES = (b"\x89PNG", b"{", b"[", b"eyJ", b"<svg", b"<?xml")
"""How badges begin: a picture with a badge baked in, JSON, or a JWT."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What checking one file gave."""

    file: str
    found: Found
    sentence: str
    checksum: str = ""


def verify(path: Path) -> Verdict:
    """Check one file. Raises NotFound, BadInput or MissingExtra."""
    data = limits.read(path)
    try:
        if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(PICTURES):
            return _badge(path)
        text = READERS[kind_of(data)](data)
    except NothingToCheck as why:
        return Verdict(file=str(path), found="not_ours", sentence=str(why))
    state = state_of(text)
    found: Found = "not_ours" if state == "none" else state
    code = standing_on(text)
    return Verdict(
        file=str(path), found=found, sentence=_(SAID[found]).format(file=path.name, code=code), checksum=code
    )


def _badge(path: Path) -> Verdict:
    from navigator.services.credentials import check_file

    result, sentence = check_file(path)
    return Verdict(file=str(path), found=BADGES.get(result, "not_ours"), sentence=sentence)
