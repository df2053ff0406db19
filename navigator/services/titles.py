"""Occupations for a title in people's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.engine.validate import clean_line, says_nothing, shown
from navigator.i18n import _

UNSURE = "unsure"
"""How sure a title is when it is little more than a guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One occupation for a title: which catalogue title spoke for it, and how sure that is, in words."""

    code: str
    name: str
    matched: str
    sure: str


def find(catalogue: Catalogue, text: str, limit: int = 5, context: str = "") -> tuple[Hit, ...]:
    """The occupations behind a title, best first; empty when nothing is like it."""
    if not clean_line(text) or says_nothing(text):
        return ()
    names = catalogue.names
    return tuple(
        Hit(code=f.code, name=names[f.code], matched=f.matched, sure=f.sure)
        for f in catalogue.find_titles(text, limit, context)
    )


def find_or_refuse(catalogue: Catalogue, text: str, limit: int = 5) -> tuple[Hit, ...]:
    """The same, with a sentence when nothing is found. Raises BadInput."""
    hits = find(catalogue, text, limit)
    if not hits:
        raise BadInput(
            _(
                "No occupation is like {text}. Try other words for it, such as 'cook', 'driver' or 'took care of kids'."
            ).format(text=shown(text))
        )
    return hits


def code_of(catalogue: Catalogue, text: str, *, surely: bool = False) -> str:
    """The code of an occupation given by code or by title. Raises NotFound or BadInput.

    ``surely``: what is to be kept, or searched for at length, is not begun on a guess.
    """
    wanted = text.strip()
    if re.match(r"\d\d-\d", wanted):
        return catalogue.occupation(wanted).code
    hits = find_or_refuse(catalogue, text, 3)
    if surely and hits[0].sure == UNSURE:
        raise BadInput(
            _("{text} could mean several kinds of work: {names}. Name one by its code.").format(
                text=shown(text), names="; ".join(f"{h.name} [{h.code}]" for h in hits)
            )
        )
    return hits[0].code
