"""Whether somebody holds a paper that a line names: not what is still to come, and not what another country gave."""

from __future__ import annotations

import re
from collections.abc import Iterable

from navigator.engine.abroad import names_country

_TO_COME = re.compile(
    r"\b(?:(?:expected|anticipated)(?=\W*(?:$|\d|(?:in|by|for|completion|graduation|spring|summer|fall|winter)\b|[a-z]{3,9}\.?,? \d))|"
    r"in[ -]progress|in process(?=\W*(?:$|\d))|working towards?|studying (?:for|towards?)|pursuing|"
    r"enrolled in|candidate for|not yet|en curso|en proceso|en tr[aá]mite|previst[oa]|esperad[oa]|estudiando|cursando)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\brenew\w*|\brenov\w*", re.IGNORECASE)
"""Who renews a paper has it."""

_BESIDE = re.compile(r"^\W*(?:currently |still |actualmente )?", re.IGNORECASE)


def to_come(text: str) -> bool:
    """Whether the words say that it is still being worked for: `CNA (expected 2026)`."""
    return bool(_TO_COME.search(text)) and not _AGAIN.search(text)


def opens_to_come(text: str) -> bool:
    """Whether a piece of a line begins by saying so, as what stands behind a comma does: `OSHA 10, in progress`."""
    return bool(_TO_COME.match(_BESIDE.sub("", text)))


def is_held(text: str, countries: Iterable[str], issuer: str = "") -> bool:
    """Whether nothing in the words speaks against it, nor in the name of who gave it."""
    known = tuple(countries)
    return not to_come(text) and not names_country(text, known) and not names_country(issuer, known)
