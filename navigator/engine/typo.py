"""A slip of the pen in a job title, put right by the titles of the occupation it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable

SHORTEST = 5
"""Shorter words differ by a letter from too many others."""
LONG = 9
"""From this length on two slips are taken for slips."""

ENDINGS = frozenset(("", "s", "es", "e", "er", "ers", "or", "ed", "ing", "ings", "y", "ies", "ist", "ists"))
"""Two words that differ by these alone are two words."""

COMMON = frozenset(
    ("assistant", "cleaner", "grandfather", "grandma", "grandmother", "grandpa", "maintenance", "manager", "mechanic",
     "restaurant", "supervisor", "volunteer", "warehouse")
)  # fmt: skip
"""Words of many kinds of work, put right whatever occupation was picked; none lies a slip from another word."""

_WORD = re.compile(r"[^\W\d_]+")
_TWO = re.compile(r"\b([^\W\d_]+)[ -]([^\W\d_]+)\b")


def mended_title(typed: str, titles: Iterable[str]) -> str:
    """The title with each misspelled word as one of the titles spells it; everything else as it was typed."""
    known = {w.lower() for title in titles for w in _WORD.findall(title)}
    joined = _TWO.sub(lambda found: _joined(found, known), typed)
    return _WORD.sub(lambda found: _mended(found[0], known | COMMON), joined)


def _joined(two: re.Match[str], known: set[str]) -> str:
    """`house keepr`: one word written as two, with a slip in it. Two words without a slip stay two."""
    word = two[1] + two[2].lower()
    if word.lower() in known or len(word) < LONG or {two[1].lower(), two[2].lower()} <= known:
        return two[0]
    mended = _mended(word, known)
    return two[0] if mended == word else mended


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
    same = next((n for n, (a, b) in enumerate(zip(typed, known, strict=False)) if a != b), min(len(typed), len(known)))
    return typed[same:] in ENDINGS and known[same:] in ENDINGS


def _as_typed(word: str, known: str) -> str:
    return known.upper() if word.isupper() else known.capitalize() if word[0].isupper() else known
