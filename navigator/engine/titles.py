"""From the words of a title to points for occupations: evidence summed over everything the words are known to name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp, log
from typing import Literal

from navigator.domain.title import Lexicon, Sure
from navigator.engine.title_words import BREAK, Reading, head, stem, unbroken

MOST_WORDS = 7
"""Words of one part that are paired: a longer run is an advertisement's sentence."""

Kind = Literal["word", "stem", "pair", "head", "whole", "part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing to look up: its key in the index, which kind of evidence it is, and how much it counts."""

    key: str
    kind: Kind
    weight: float


def key_of_whole(words: Iterable[str]) -> str:
    """The key of a title as a set of words."""
    return "=" + " ".join(sorted(set(words)))


def keys_of_title(words: Sequence[str]) -> list[str]:
    """The keys under which a catalogue title is counted (its stems are counted from the words)."""
    plain = unbroken(words)
    if len(plain) == 1:
        return [plain[0], "^" + plain[0], "=" + plain[0]]
    ordered = sorted(plain[:MOST_WORDS])
    keys = [f"{a} {b}" for a, b in combinations(ordered, 2)]
    keys += plain
    keys.append("^" + head(words))  # type: ignore[arg-type]
    keys.append(key_of_whole(plain))
    return keys


def features_of(reading: Reading, lexicon: Lexicon) -> list[Feature]:
    """Everything a typed title is looked up by, strongest reading first."""
    weights = lexicon.weights
    found: dict[tuple[str, Kind], float] = {}

    def add(key: str, kind: Kind, weight: float) -> None:
        found[key, kind] = max(weight, found.get((key, kind), 0.0))

    for n, (spelled, full, first) in enumerate(zip(reading.spelled, reading.full, reading.heads, strict=True)):
        share = 1.0 if n == 0 else weights["later_part"]
        for word in full:
            add(word, "word", share * lexicon.weak.get(word, 1.0))
            add("~" + stem(word), "stem", share * lexicon.weak.get(word, 1.0))
        for word in spelled:
            if word not in full:
                add(word, "word", share * weights["as_typed"])
        for word in full:
            for other in lexicon.same.get(word, ()):
                if other not in full:
                    add(other, "word", share * weights["same"])
        for words in {spelled, full}:
            for a, b in combinations(sorted(words[:MOST_WORDS]), 2):
                add(f"{a} {b}", "pair", share)
            add(key_of_whole(words), "part", share)
        add("^" + first, "head", share * lexicon.weak.get(first, 1.0))
    for parts in {reading.spelled, reading.full}:
        words = [w for part in parts for w in part]
        add(key_of_whole(words), "whole", 1.0)
        for a, b in combinations(sorted(set(words[: 2 * MOST_WORDS])), 2):
            if (f"{a} {b}", "pair") not in found:
                add(f"{a} {b}", "pair", weights["across_parts"])
    return [Feature(key=key, kind=kind, weight=weight) for (key, kind), weight in found.items()]


def gain(count: float, titles: float, share: float, weights: Mapping[str, float]) -> float:
    """What one feature says for one occupation: how much more often its titles hold it than all titles do."""
    return log(1.0 + (count / (titles + weights["thin"])) / (share + weights["floor"]))


def prior(employment: float) -> float:
    """How many people do this work, on a log scale; 0 for an occupation of average size."""
    return log(max(employment, 500.0) / 50_000.0)


def nearness(asked: Mapping[str, float], length: float, words: frozenset[str], norm: float) -> float:
    """The cosine of a typed title and a catalogue title over weighted words."""
    common = asked.keys() & words
    if not common:
        return 0.0
    return sum(asked[w] for w in common) / (length * norm)


def shares(points: Sequence[float], weights: Mapping[str, float]) -> list[float]:
    """How the belief is spread over the candidates: only to say how sure a find is."""
    top = max(points)
    raised = [exp((p - top) * weights["sharpness"]) for p in points]
    total = sum(raised)
    return [r / total for r in raised]


def sure_of(share: float, known: float, weights: Mapping[str, float]) -> Sure:
    """In words: by the belief, and by how much of the title was understood at all (0 to 1)."""
    belief = share * min(1.0, 0.4 + known)
    if belief >= weights["sure_from"]:
        return "sure"
    return "likely" if belief >= weights["likely_from"] else "unsure"


__all__ = ["BREAK", "Feature", "features_of", "gain", "key_of_whole", "keys_of_title", "nearness", "prior", "shares", "sure_of"]
