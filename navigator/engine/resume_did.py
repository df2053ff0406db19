"""What somebody did, by their own lines: an activity of ours that a line of a resume says in much the same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from navigator.engine.title_words import stem

_SMALL = frozenset(
    ["a", "an", "and", "or", "the", "of", "for", "to", "in", "on", "at", "by", "with", "from", "up", "out", "into", "so",
     "that", "what", "how", "like", "it", "its", "was", "were", "had", "have", "as", "their", "they", "them", "who",
     "people", "someone", "things", "thing", "work", "worked", "helped", "help", "did", "made", "make", "used", "use",
     "kept", "keep", "gave", "give", "new", "other", "others", "right", "daily", "each", "all"]
)  # fmt: skip
ENOUGH = 0.55
"""How much of an activity's words, by their rarity, a line must say."""
LEAST_WORDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Every activity as word stems, and how rare each stem is among them."""

    stems: Mapping[str, frozenset[str]]
    rarity: Mapping[str, float]


def index_of(activities: Mapping[str, str]) -> Index:
    """The index of activities by id and words."""
    stems = {i: stems_of(words) for i, words in activities.items()}
    count = Counter(s for some in stems.values() for s in some)
    return Index(stems=stems, rarity={s: log(1 + len(stems) / n) for s, n in count.items()})


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words that say something."""
    words = re.findall(r"[^\W\d_]{3,}", text.casefold())
    return frozenset(stem(w) for w in words if w not in _SMALL)


def activity_of(line: str, index: Index) -> str:
    """The activity that a line says in much the same words, or empty."""
    said = stems_of(line)
    best, points = "", ENOUGH
    for name, stems in index.stems.items():
        both = said & stems
        if len(both) >= LEAST_WORDS:
            share = sum(index.rarity[s] for s in both) / sum(index.rarity[s] for s in stems)
            if share > points:
                best, points = name, share
    return best


def done(lines: Sequence[str], index: Index) -> dict[str, str]:
    """Activity to the first line that says it."""
    found: dict[str, str] = {}
    for line in lines:
        name = activity_of(line, index)
        if name:
            found.setdefault(name, line)
    return found
