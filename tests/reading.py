"""How hard a text is to read: the Flesch-Kincaid grade, with syllables from pyphen or a vowel count."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

import pyphen

_SENTENCE_END = re.compile(r"[.!?;:]+(?:\s|$)")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<![aeiouyl])e$|(?<=[^aeioutd])ed$|(?<=[^aeioulscgxz])es$")
NAME_SYLLABLES = 2
"""What a technical name that cannot be avoided counts, however long it is."""


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")


@cache
def syllables(word: str) -> int:
    """The syllables of one word without hyphens."""
    word = word.lower()
    if len(word) <= 3:
        return 1
    by_hyphen = len(_hyphens().inserted(word).split("-"))
    by_vowels = len(_VOWELS.findall(_SILENT.sub("", word)))
    return max(by_hyphen, by_vowels, 1)


def grade(text: str, names: Collection[str] = frozenset()) -> float:
    """The US school grade a text reads at. ``names``: technical names in lower case that count as easy words."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = sum(bool(part.strip()) for part in _SENTENCE_END.split(text))
    spoken = sum(_spoken(word, names) for word in words)
    return 0.39 * len(words) / max(1, sentences) + 11.8 * spoken / len(words) - 15.59


def _spoken(word: str, names: Collection[str]) -> int:
    if word.lower() in names:
        return NAME_SYLLABLES
    return sum(syllables(part) for part in re.split(r"[-'’]", word) if part)
