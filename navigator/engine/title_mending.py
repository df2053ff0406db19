"""Slips of the pen in a word that no title holds: what was most likely meant."""

from __future__ import annotations

import re
from collections.abc import Mapping

from navigator.engine.title_words import folded, single

SHORTEST, LONGEST = 4, 24
"""Shorter strange words are abbreviations and names, longer ones are no words."""
OFTEN = 20
LONG = 11
"""What a word with two slips may be taken for: only a word this common, unless it is so long that few lie so near."""
PREFIXES = ("un", "non", "ex", "not")
"""Words that begin so say that somebody is not something: they are never mended into what they deny."""
COMMON = 40
"""What a strange word of four letters may be taken for: only a word this common, one letter longer (`truk`)."""


PAST = frozenset((
    "drove", "ran", "sold", "kept", "taught", "built", "fixed", "wrote", "drew", "bought", "brought", "caught",
    "chose", "dealt", "dug", "fed", "felt", "fought", "found", "gave", "grew", "held", "hung", "knew", "laid", "led",
    "left", "lent", "made", "meant", "met", "paid", "rode", "said", "sang", "sent", "shot", "slept", "spoke", "spun",
    "stood", "swam", "swept", "threw", "told", "took", "tore", "went", "wore", "wove", "babysat", "flew",
))  # fmt: skip
"""Plain words for what somebody did are no slips: drove is no drone. Which work they tell stands in data/titles.yaml."""
_DID = re.compile(r"(.)\1ed$|ed$")


SPANISH = frozenset(
    [
        "mi",
        "mis",
        "con",
        "por",
        "una",
        "unas",
        "unos",
        "los",
        "las",
        "del",
        "fui",
        "era",
        "que",
        "muy",
        "su",
        "sus",
        "en",
        "cuando",
        "donde",
    ]
)
"""Small words that no English line holds: where one stands, a strange word is no slip (cuide is not guide)."""
_WORD = re.compile(r"[^\W\d_]+")


def foreign_words(text: str) -> frozenset[str]:
    """The words of a line that are not English, as they are looked up: those with an accent, or all of a Spanish line."""
    words = [(w, folded(w)) for w in _WORD.findall(text)]
    if any(w in SPANISH for _, w in words):
        return frozenset(form for _, w in words for form in (w, single(w)))
    return frozenset(form for w, bare in words if not w.isascii() for form in (bare, single(bare)))


def mended(word: str, known: Mapping[str, int]) -> tuple[str, ...]:
    """The word or the two words that were meant, or nothing. ``known``: each word and how often titles hold it."""
    if not (SHORTEST <= len(word) <= LONGEST and word.isalpha()) or word in PAST or _denies(word, known):
        return ()
    if did := _of_doing(word, known):
        return (did,)
    near = [w for w in near_spellings(word) if w in known and len(w) >= SHORTEST]
    if len(word) == SHORTEST:
        near = [w for w in near if len(w) > SHORTEST and known[w] >= COMMON]
    if near:
        return (max(near, key=lambda w: (known[w], w)),)
    return _split(word, known) or _further(word, known)


def _of_doing(word: str, known: Mapping[str, int]) -> str:
    """`Cooked` as the cook or `welded` as the welder of a title; empty where no title says what was done."""
    if not word.endswith("ed") or len(word) <= SHORTEST:
        return ""
    base = _DID.sub(r"\1", word)
    forms = {form for b in (base, word[:-2], word[:-1]) for form in (b, b + "er", b + "r", b + "ing", b + "or")}
    return max((f for f in forms if f in known and len(f) >= SHORTEST), key=lambda f: (known[f], f), default="")


def _denies(word: str, known: Mapping[str, int]) -> bool:
    return any(word.startswith(p) and word[len(p) :] in known for p in PREFIXES)


def near_spellings(word: str) -> set[str]:
    """Every string one slip away: a letter too many, too few, wrong, or two swapped."""
    halves = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    found = {a + b[1:] for a, b in halves if b}
    found |= {a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1}
    for letter in "abcdefghijklmnopqrstuvwxyz":
        found |= {a + letter + b[1:] for a, b in halves if b}
        found |= {a + letter + b for a, b in halves}
    return found


def _split(word: str, known: Mapping[str, int]) -> tuple[str, ...]:
    """`truckdriver`: two common words written as one."""
    halves = [(word[:n], word[n:]) for n in range(3, len(word) - 2)]
    both = [(a, b) for a, b in halves if known.get(a, 0) > 8 and known.get(b, 0) > 8]
    return max(both, key=lambda ab: (min(known[ab[0]], known[ab[1]]), ab)) if both else ()


def _further(word: str, known: Mapping[str, int]) -> tuple[str, ...]:
    """Two slips in a long word: rapidfuzz, which costs 20 ms to load and is rarely needed."""
    if len(word) < 8:
        return ()
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    least = OFTEN if len(word) < LONG else 0
    alike = sorted(
        w for w, often in known.items() if often >= least and w[0] == word[0] and abs(len(w) - len(word)) < 3
    )
    found = process.extractOne(word, alike, scorer=OSA.distance, score_cutoff=2)
    return (str(found[0]),) if found else ()
