"""How easy a Spanish text is to read: Fernández-Huerta, 0 to 100 and beyond; 70 and more is easy."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-záéíóúüñ]+", re.IGNORECASE)
_END = re.compile(r"[.!?:;]+(?=\s|$)")
STRONG, WEAK = "aeoáéó", "iuü"
ACCENTED_WEAK = "íú"


def syllables(word: str) -> int:
    """Vowel groups; two strong vowels side by side, or an accented weak one beside a strong one, are two."""
    text = re.sub(r"(?<=[qg])u(?=[eéií])", "", word.casefold())
    text = re.sub(r"y$", "i", text)
    count, before = 0, ""
    for letter in text:
        vowel = letter in STRONG + WEAK + ACCENTED_WEAK
        if vowel and (not before or (_strong(before) and _strong(letter))):
            count += 1
        before = letter if vowel else ""
    return max(1, count)


def _strong(letter: str) -> bool:
    return letter in STRONG + ACCENTED_WEAK


def ease(text: str) -> float:
    """The reading ease of a text; lines count as sentences of their own. 100 where there is nothing to read."""
    words = _WORD.findall(text)
    if not words:
        return 100.0
    parts = [part for line in text.splitlines() for part in _END.split(line) if _WORD.search(part)]
    return 206.84 - 60 * sum(map(syllables, words)) / len(words) - 1.02 * len(words) / max(1, len(parts))
