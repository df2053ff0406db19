"""From the words of a title to points for occupations: evidence summed over everything the words are known to name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Literal

from navigator.domain.title import Lexicon, Sure
from navigator.engine.title_words import Reading, fore, head, stem, unbroken

Kind = Literal["word", "stem", "fore", "head", "part", "whole"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing to look up: its key in the index, which kind of evidence it is, and how much it counts."""

    key: str
    kind: Kind
    weight: float


def key_of_whole(words: Iterable[str]) -> str:
    """The key of a title as a set of words."""
    return "=" + " ".join(sorted(words))


def keys_of_title(words: list[str]) -> list[str]:
    """The keys under which a catalogue title is counted. Stems and beginnings are counted from the words afterwards."""
    plain = unbroken(words)
    return [*plain, "^" + head(words), key_of_whole(plain)]


def features_of(reading: Reading, lexicon: Lexicon) -> list[Feature]:
    """Everything a typed title is looked up by. The first part counts in full, the parts after it less."""
    found: dict[tuple[str, Kind], float] = {}

    def add(key: str, kind: Kind, weight: float) -> None:
        found[key, kind] = max(weight, found.get((key, kind), 0.0))

    weights, weak = lexicon.weights, lexicon.weak
    for n, (spelled, full, first) in enumerate(zip(reading.spelled, reading.full, reading.heads, strict=True)):
        share = 1.0 if n == 0 else weights["later_part"]
        for word in full:
            said = share * weak.get(word, 1.0)
            add(word, "word", said)
            add("~" + stem(word), "stem", said)
            add("<" + fore(word), "fore", said)
            for other in lexicon.same.get(word, ()):
                add(other, "word", share * weights["same"])
        for word in spelled:
            add(word, "word", share * weights["as_typed"])
        add("^" + first, "head", share * weak.get(first, 1.0))
        for words in (spelled, full):
            add(key_of_whole(words), "part", share)
    for parts in (reading.spelled, reading.full):
        add(key_of_whole({w for part in parts for w in part}), "whole", 1.0)
    return [Feature(key=key, kind=kind, weight=weight) for (key, kind), weight in found.items()]


def features_beside(context: Reading, lexicon: Lexicon) -> list[Feature]:
    """What is said beside the title: its words count like those of a later part, and name nothing by themselves."""
    later = lexicon.weights["later_part"]
    kinds: tuple[Kind, ...] = ("word", "stem", "fore")
    found = (f for f in features_of(context, lexicon) if f.kind in kinds)
    return [Feature(key=f.key, kind=f.kind, weight=f.weight * later) for f in found]


def lifts(counts: Iterable[float], sizes: Iterable[float], share: float, weights: Mapping[str, float]) -> list[float]:
    """What a word says for each of some occupations: how much more often its titles hold it than all titles do.

    ``counts``: how many titles of each hold the word; ``sizes``: how many each has; ``share``: of all titles.
    """
    thin, usual = weights["thin"], share + weights["floor"]
    return [log(1.0 + (count / (titles + thin)) / usual) for count, titles in zip(counts, sizes, strict=True)]


def named(count: float, total: float) -> float:
    """What a title in the very same words says: how much of all that bears this name is this occupation."""
    return log(1.0 + 20.0 * count / (total + 6.0))


def prior(employment: float) -> float:
    """How many people do this work, on a log scale; 0 for an occupation of middling size."""
    return log(max(employment, 500.0) / 50_000.0)


def shares(points: Sequence[float], weights: Mapping[str, float]) -> list[float]:
    """How the belief is spread over the candidates: only to say how sure a find is."""
    top = max(points)
    raised = [exp((p - top) * weights["sharpness"]) for p in points]
    total = sum(raised)
    return [r / total for r in raised]


def sure_of(share: float, known: float, weights: Mapping[str, float]) -> Sure:
    """In words: by the belief, and by how much of the title was understood at all (0 to 1)."""
    belief = share * (0.5 + 0.5 * known)
    if belief >= weights["sure_from"]:
        return "sure"
    return "likely" if belief >= weights["likely_from"] else "unsure"
