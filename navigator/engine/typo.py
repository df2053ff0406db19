"""A slip of the pen in a job title, put right by the titles of the occupation it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from os.path import commonprefix

SHORTEST = 5
"""Shorter words differ by a letter from too many others."""
LONG = 9
"""From this length on two slips are taken for slips."""

ENDINGS = frozenset(("", "s", "es", "e", "er", "ers", "or", "ed", "ing", "ings", "y", "ies", "ist", "ists"))
"""Two words that differ by these alone are two words."""

_WORD = re.compile(r"[^\W\d_]+")


def mended_title(typed: str, titles: Iterable[str]) -> str:
    """The title with each misspelled word as one of the titles spells it; everything else as it was typed."""
    known = {w.lower() for title in titles for w in _WORD.findall(title)}
    return _WORD.sub(lambda found: _mended(found[0], known), typed)


def _mended(word: str, known: set[str]) -> str:
    low = word.lower()
    if len(low) < SHORTEST or low in known:
        return word
    most = 2 if len(low) >= LONG else 1
    near = sorted((d, k) for k in known if len(k) >= SHORTEST and (d := _slips(low, k, most)) <= most)
    return _as_typed(word, near[0][1]) if near else word


def _slips(typed: str, known: str, most: int) -> int:
    """Letters too many, too few, wrong or swapped; more than allowed where the two may well be different words:
    another first letter, or only another ending (baker and bakery, driver and driving)."""
    if typed[0] != known[0] or abs(len(typed) - len(known)) > most or _only_endings(typed, known):
        return most + 1
    from rapidfuzz.distance import OSA

    return int(OSA.distance(typed, known))


def _only_endings(typed: str, known: str) -> bool:
    same = len(commonprefix((typed, known)))
    return typed[same:] in ENDINGS and known[same:] in ENDINGS


def _as_typed(word: str, known: str) -> str:
    return known.upper() if word.isupper() else known.capitalize() if word[0].isupper() else known
