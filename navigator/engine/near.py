"""How near one occupation is to another: what they do, know, are called and like, and what experts list beside what.

Experts of O*NET list twenty related occupations for each; five of them ship. From those, ``scripts/learn_near.py`` learns
how much each likeness counts. Here the same likenesses are computed from the figures, and the experts' choices spread
over their own graph: what is like the five listed ones, and what a short walk along the lists reaches, is near too.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from math import exp, log, sqrt

from navigator.domain.occupation import Occupation
from navigator.engine import scale
from navigator.engine.products import products, weighed
from navigator.engine.tables import Rows

ALIKE = ("activities", "knowledge", "both", "titles", "interests", "zone")
"""The likenesses of two occupations, in the order in which :func:`likenesses` gives them."""

COMMON_WORD = 200
"""A word in the titles of more occupations than this tells none of them apart."""

STEPS = 3
FADE = 0.7
"""The walk along the experts' lists: how many steps, and how much less each further one counts."""

NEVER = 0.003
"""What an occupation that the walk does not reach has, so that its logarithm exists."""

LISTED = 0.85
"""Others stay under this; the five that experts list lie above, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the likenesses are computed from: lists by occupation, and rows by element over occupations."""

    closest: Sequence[Sequence[int]]
    zones: Sequence[int]
    titles: Sequence[Sequence[str]]
    activities: Rows
    knowledge: Rows
    interests: Rows


def figures_of(
    occupations: Sequence[Occupation], titles: Sequence[Sequence[str]], tables: Mapping[str, Rows]
) -> Figures:
    """The figures of some occupations; ``titles`` are all that is said for each, ``tables`` element rows by kind."""
    position = {o.code: n for n, o in enumerate(occupations)}
    kinds = sorted({i for o in occupations for i in o.interests})
    standard = [scale.standardized([o.interests.get(i) for o in occupations]) for i in kinds]
    return Figures(
        closest=[[position[c] for c in o.closest if c in position] for o in occupations],
        zones=[o.job_zone for o in occupations],
        titles=titles,
        activities=tables["activities"],
        knowledge=tables["knowledge"],
        interests=scale.transposed([scale.unit(column) for column in zip(*standard, strict=True)]),
    )


def near_rows(figures: Figures, weights: Mapping[str, float]) -> list[list[float]]:
    """Occupation by occupation, 0 to 1: about how likely it is that experts list the second beside the first."""
    alike = alike_rows(figures, weights)
    walks = walked(links_of(figures.closest))
    often = popularity(figures.closest)
    head_start = [weights["popular"] * p + weights["base"] for p in often]
    unreached = weights["walk"] * log(NEVER)
    rows = []
    for n, listed in enumerate(figures.closest):
        points = [a + h + unreached for a, h in zip(alike[n], head_start, strict=True)]
        if listed:
            share = weights["listed"] / len(listed)
            together = weighed([1.0] * len(listed), [alike[k] for k in listed], len(points))
            points = [p + share * t for p, t in zip(points, together, strict=True)]
        for m, reached in walks[n].items():
            points[m] += weights["walk"] * log(reached + NEVER) - unreached
        row = [LISTED / (1 + exp(-p)) if p > -30 else 0.0 for p in points]
        for rank, k in enumerate(listed):
            row[k] = 1 - 0.02 * (rank + 1)
        row[n] = 1.0
        rows.append(row)
    return rows


def alike_rows(figures: Figures, weights: Mapping[str, float]) -> list[list[float]]:
    """The weighted sum of the likenesses, occupation by occupation; the diagonal is 0."""
    by_name = [weights[name] for name in ALIKE]
    width = len(figures.zones)
    rows = [[0.0] * width for _ in range(width)]
    for n, several in enumerate(likenesses(figures)):
        points = weighed(by_name, several, n)
        rows[n][:n] = points
        for m, value in enumerate(points):
            rows[m][n] = value
    return rows


def likenesses(figures: Figures) -> Iterator[tuple[list[float], ...]]:
    """For each occupation its likenesses to all before it, one list a kind, in the order of ``ALIKE``.

    Square roots, because the step from nothing in common to something tells more than the step from much to more.
    """
    width = len(figures.zones)
    did = sparse_products([[(n, v) for n, v in enumerate(row) if v] for row in figures.activities], width)
    called = sparse_products(word_holders(figures.titles), width)
    known, liked = products(figures.knowledge, width), products(figures.interests, width)
    for n, (zone, knowledge, interests) in enumerate(zip(figures.zones, known, liked, strict=True)):
        activities = list(map(sqrt, did[n][:n]))
        both = [a * sqrt(k) if k > 0 else 0.0 for a, k in zip(activities, knowledge, strict=True)]
        titles = list(map(sqrt, called[n][:n]))
        yield activities, knowledge, both, titles, interests, [-abs(zone - z) for z in figures.zones[:n]]


def sparse_products(elements: Iterable[Sequence[tuple[int, float]]], width: int) -> list[list[float]]:
    """Products of occupations over what they share, each with those before it. An element is its holders, in order."""
    rows = [[0.0] * n for n in range(width)]
    for holders in elements:
        for place, (n, value) in enumerate(holders):
            row = rows[n]
            for m, other in holders[:place]:
                row[m] += value * other
    return rows


def word_holders(titles: Sequence[Sequence[str]]) -> list[list[tuple[int, float]]]:
    """Each title word with its holders: rare words weigh more, repeated ones a little more; each occupation at length 1."""
    bags = [bag(some) for some in titles]
    holders = Counter(word for held in bags for word in held)
    total = len(bags)
    found: dict[str, list[tuple[int, float]]] = {word: [] for word, n in holders.items() if 1 < n <= COMMON_WORD}
    for n, held in enumerate(bags):
        weight = {word: (1 + log(times)) * log(1 + total / holders[word]) for word, times in held.items()}
        length = sqrt(sum(w * w for w in weight.values())) or 1.0
        for word in weight.keys() & found.keys():
            found[word].append((n, weight[word] / length))
    return [found[word] for word in sorted(found)]


_SMALL = frozenset({"and", "for", "the", "all", "other", "except", "with", "not", "you", "your", "are"})
_WORD = re.compile(r"[a-z]{3,}")
_ENDINGS = re.compile(r"(?<=\w{4})(?:ians?|ists?|ers?|ors?|ing|s)$")


def bag(titles: Iterable[str]) -> Counter[str]:
    """How often some titles hold each word, without its ending, so that a welder and welding have one in common."""
    found: Counter[str] = Counter()
    for word, times in Counter(_WORD.findall("\n".join(titles).lower())).items():
        if word not in _SMALL:
            found[_stem(word)] += times
    return found


@cache
def _stem(word: str) -> str:
    return _ENDINGS.sub("", word)


def links_of(closest: Sequence[Sequence[int]]) -> list[dict[int, float]]:
    """The experts' lists as links in both directions; the first of a list counts most, each occupation sums to 1."""
    links: list[dict[int, float]] = [{} for _ in closest]
    for n, listed in enumerate(closest):
        for rank, m in enumerate(listed):
            weight = 1 - 0.1 * rank
            links[n][m] = links[n].get(m, 0.0) + weight
            links[m][n] = links[m].get(n, 0.0) + weight
    return [{m: w / sum(row.values()) for m, w in row.items()} for row in links]


def walked(links: Sequence[Mapping[int, float]]) -> list[dict[int, float]]:
    """From each occupation: how often a short walk along the links comes by each other one."""
    steps = [list(row.items()) for row in links]
    found = []
    for n in range(len(links)):
        here: dict[int, float] = {n: 1.0}
        reached: dict[int, float] = {}
        for _ in repeat(None, STEPS):
            there: dict[int, float] = {}
            for k, chance in here.items():
                faded = chance * FADE
                for m, weight in steps[k]:
                    there[m] = there.get(m, 0.0) + faded * weight
            for m, chance in there.items():
                reached[m] = reached.get(m, 0.0) + chance
            here = there
        found.append(reached)
    return found


def popularity(closest: Sequence[Sequence[int]]) -> list[float]:
    """On how many lists each occupation stands, on a log scale."""
    times = Counter(m for listed in closest for m in listed)
    return [log(1 + times[n]) for n in range(len(closest))]


def nearest_of(rows: Rows, most: int) -> list[list[tuple[int, float]]]:
    """The nearest others of each occupation, nearest first; equal ones in the order of their codes."""
    found = []
    for n, row in enumerate(rows):
        others = [m for m in heapq.nlargest(most + 1, range(len(row)), key=row.__getitem__) if m != n]
        found.append([(m, row[m]) for m in others[:most]])
    return found
