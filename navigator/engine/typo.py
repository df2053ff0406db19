"""A slip of the pen in a job title, put right by the titles of the occupation it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable

from navigator.engine.title_words import single

SHORTEST = 5
"""Shorter words differ by a letter from too many others."""
LONG = 9
"""From this length on two slips are taken for slips."""
LEAST_HALF = 3
"""Letters of a word that may be half of another."""

ENDINGS = frozenset(("", "s", "es", "e", "d", "er", "ers", "or", "ed", "ing", "ings", "y", "ies", "ist", "ists"))
"""Two words that differ by these alone are two words."""

FORMS = frozenset((done, who) for done in ("d", "ng", "on", "ons") for who in ("d", "r", "rs", "ng", "on", "ons", "ve"))
"""Endings of one word, after the letters that both have: baked and baker, operating and operations."""

COMMON = frozenset(
    ("assistant", "cleaner", "grandfather", "grandma", "grandmother", "grandpa", "maintenance", "manager", "mechanic",
     "restaurant", "supervisor", "volunteer", "warehouse")
)  # fmt: skip
"""Words of many kinds of work, put right whatever occupation was picked; none lies a slip from another word."""

SMALL = frozenset(
    ("and", "any", "are", "but", "for", "from", "had", "her", "his", "into", "not", "off", "our", "out", "over", "own", "some",
     "that", "the", "their", "them", "then", "there", "they", "this", "very", "was", "were", "what", "when", "where", "which",
     "while", "who", "with", "without", "you", "your")
)  # fmt: skip
"""Small words: no part of a word that was written as two."""

EVERYDAY = frozenset(
    ("about", "after", "also", "around", "aunt", "before", "brother", "brothers", "children", "church", "cousin", "daughter",
     "everything", "family", "father", "friend", "friends", "grandchild", "grandchildren", "grandkids", "helped", "house",
     "houses", "husband", "kids", "local", "mostly", "mother", "neighbor", "neighbors", "nephew", "niece", "other", "parents",
     "people", "place", "raised", "restaurants", "school", "sister", "sisters", "sometimes", "stuff", "things", "uncle",
     "washed", "weekend", "weekends", "worked", "working", "years",
     "arrange", "assemble", "change", "compose", "dance", "drive", "examine", "fence", "frame", "glaze", "grade", "handle",
     "landscape", "manage", "measure", "observe", "office", "organize", "package", "plane", "plate", "prepare", "produce",
     "promote", "provide", "purchase", "sample", "schedule", "serve", "service", "slice", "stage", "trade", "weave", "write")
)  # fmt: skip
"""Words that people say about their work besides those of job titles: no slips. Among them verbs that a letter parts from who
does it: "drive trucks" is no driver with a letter missing, as "carpente" is a carpenter."""

_WORD = re.compile(r"[^\W\d_]+")
_TWO = re.compile(r"\b([^\W\d_]+)[ -]([^\W\d_]+)\b")


def _no_words() -> Container[str]:
    return frozenset()


def mended_title(typed: str, titles: Iterable[str], words: Callable[[], Container[str]] = _no_words) -> str:
    """The title with each misspelled word as one of the titles spells it; everything else as it was typed.

    All or nothing: a line that is mended by half looks worse to an employer than one that stands as it was typed.
    ``words``: every word that job titles hold, asked for only when something would be changed.
    """
    known = {w.lower() for title in titles for w in _WORD.findall(title)}
    joined = _TWO.sub(lambda found: _joined(found, known), typed)
    mended = _WORD.sub(lambda found: _mended(found[0], known | COMMON), joined)
    return mended if mended == typed or _all_known(mended, known, words()) else typed


def _all_known(title: str, known: set[str], words: Container[str]) -> bool:
    """Whether no word is left that may be a slip too. A word with a capital inside the line is somebody's name."""
    found = _WORD.findall(title)
    capitals = not title.isupper()
    return all(
        len(word) < SHORTEST
        or (n > 0 and capitals and word[0].isupper())
        or _is_known(word.lower(), known)
        or single(word.lower()) in words
        or single(word.lower()) in EVERYDAY
        for n, word in enumerate(found)
    )


def _is_known(word: str, known: set[str]) -> bool:
    return word in known | COMMON | EVERYDAY | SMALL or any(_only_endings(word, k) for k in known)


def _joined(two: re.Match[str], known: set[str]) -> str:
    """`house keepr`: one word written as two, with a slip in it. Two words without a slip stay two."""
    first, second = two[1].lower(), two[2].lower()
    word = two[1] + second
    if word.lower() in known or len(word) < LONG or not _halves(first, second, known):
        return two[0]
    mended = _mended(word, known)
    return two[0] if mended == word else mended


def _halves(first: str, second: str, known: set[str]) -> bool:
    """Whether two words may be the halves of one: neither is a small word, and the first is no word of a title."""
    if min(len(first), len(second)) < LEAST_HALF or {first, second} & SMALL:
        return False
    return first not in known and not any(_only_endings(first, k) for k in known)


def _mended(word: str, known: set[str]) -> str:
    low = word.lower()
    if len(low) < SHORTEST or low in known | EVERYDAY | SMALL:
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
    if typed[:LEAST_HALF] != known[:LEAST_HALF]:
        return False
    same = next((n for n, (a, b) in enumerate(zip(typed, known, strict=False)) if a != b), min(len(typed), len(known)))
    ends = typed[same:], known[same:]
    if set(ends) == {"er", "or"} or (ends == ("", "s") and known.endswith("ss")):
        return False  # janiter and seamstres are no words of their own
    return ends in FORMS or (ends[0] in ENDINGS and ends[1] in ENDINGS)


def _as_typed(word: str, known: str) -> str:
    return known.upper() if word.isupper() else known.capitalize() if word[0].isupper() else known
