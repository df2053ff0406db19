"""Learn how much each likeness counts for ``near``: python scripts/learn_near.py [--check]

The labels are the five related occupations that ship for each occupation; nothing else is used. For a tenth of the
occupations at a time the last two of their five are hidden from every feature (the links of the graph, the popularity,
the listed ones), and a ranking model learns to put the hidden two first among all that is left. The figures printed are
from occupations the weights were not learned on. ``--check`` only measures the weights that data/matching.yaml holds.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from navigator.catalogue.compile import near_figures
from navigator.catalogue.load import Source, load
from navigator.engine import near

DATA = Path(__file__).resolve().parent.parent / "data"
FOLDS = 10
ROUNDS = 3
HIDDEN = 2
SPREAD = ("walk", "listed", "popular")
NAMES = (*near.ALIKE, *SPREAD)
RELATED_BEYOND = 15
"""Experts list twenty; five ship. The base is set so that the others' nearness sums to the fifteen that do not."""

Array = np.ndarray
Weights = dict[str, float]


@dataclass(frozen=True, kw_only=True)
class Case:
    """One occupation with some of its five hidden: features by candidate, which may be chosen, which are hidden."""

    row: int
    features: Array
    allowed: Array
    hidden: Array


def alike_features(figures: near.Figures) -> Array:
    """The likenesses as one array: kind by occupation by occupation."""
    width = len(figures.zones)
    found = np.zeros((len(near.ALIKE), width, width), np.float32)
    for n, several in enumerate(near.likenesses(figures)):
        for kind, values in enumerate(several):
            found[kind, n, :n] = found[kind, :n, n] = values
    return found


def folds(width: int) -> Array:
    """A fixed fold for each occupation."""
    return np.random.default_rng(7).permutation(width) % FOLDS


def shown(closest: Sequence[Sequence[int]], rows: set[int], hidden: int) -> list[list[int]]:
    """The lists with the last ``hidden`` of some occupations' five taken away."""
    return [list(some[: len(some) - hidden]) if n in rows else list(some) for n, some in enumerate(closest)]


def cases_of(figures: near.Figures, alike: Array, weights: Weights, hidden: int) -> list[Case]:
    """Every occupation once, with the last of its five hidden from all features."""
    fold = folds(len(figures.zones))
    content = np.tensordot([weights[name] for name in near.ALIKE], alike, 1)
    found = []
    for part in range(FOLDS):
        rows = {int(n) for n in np.flatnonzero(fold == part)}
        lists = shown(figures.closest, rows, hidden)
        walks = near.walked(near.links_of(lists))
        popular = np.array(near.popularity(lists))
        found += [case_of(figures, alike, content, lists, walks[n], popular, n) for n in sorted(rows)]
    return found


def case_of(
    figures: near.Figures,
    alike: Array,
    content: Array,
    lists: list[list[int]],
    walk: Mapping[int, float],
    popular: Array,
    n: int,
) -> Case:
    """The features of all candidates for one occupation."""
    width = len(figures.zones)
    reached = np.full(width, log(near.NEVER))
    for m, chance in walk.items():
        reached[m] = log(chance + near.NEVER)
    listed = content[lists[n]].mean(0) if lists[n] else np.zeros(width)
    allowed = np.ones(width, bool)
    allowed[[n, *lists[n]]] = False
    hidden = np.zeros(width, bool)
    hidden[[m for m in figures.closest[n] if m not in lists[n]]] = True
    features = np.stack([*alike[:, n], reached, listed, popular], axis=1).astype(np.float32)
    return Case(row=n, features=features, allowed=allowed, hidden=hidden)


def learned(cases: Sequence[Case], keep: float = 2e-3, steps: int = 400) -> Weights:
    """Weights under which the hidden ones come first: a softmax over the candidates, by Adam from a fixed start."""
    features = np.stack([c.features for c in cases])
    allowed = np.stack([c.allowed for c in cases])
    hidden = np.stack([c.hidden for c in cases]).astype(np.float32)
    spread = features.reshape(-1, len(NAMES)).std(0) + 1e-6
    features /= spread
    weights = first = second = np.zeros(len(NAMES), np.float32)
    for step in range(1, steps + 1):
        points = np.where(allowed, features @ weights, -1e9)
        raised = np.exp(points - points.max(1, keepdims=True))
        chance = raised / raised.sum(1, keepdims=True)
        off = chance * hidden.sum(1, keepdims=True) - hidden
        slope = np.tensordot(off, features, axes=([0, 1], [0, 1])) / hidden.sum() + keep * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        rate = 0.05 if step < 0.6 * steps else 0.01
        weights = weights - rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return dict(zip(NAMES, map(float, weights / spread), strict=True))


def found_of(cases: Sequence[Case], weights: Weights) -> float:
    """The share of the hidden ones among as many first ones."""
    by_name = np.array([weights[name] for name in NAMES])
    hits = total = 0
    for case in cases:
        points = np.where(case.allowed, case.features @ by_name, -1e9)
        number = int(case.hidden.sum())
        hits += int(case.hidden[np.argpartition(-points, number)[:number]].sum())
        total += number
    return hits / total


def cross_validated(figures: near.Figures, alike: Array, start: Weights) -> tuple[Weights, float]:
    """Weights learned on all occupations, and the share found on those left out while learning."""
    weights, score = start, 0.0
    fold = folds(len(figures.zones))
    for _ in range(ROUNDS):
        cases = cases_of(figures, alike, weights, HIDDEN)
        scores = []
        for part in range(0, FOLDS, 2):
            out = {part, part + 1}
            kept = learned([c for c in cases if int(fold[c.row]) not in out])
            scores.append(found_of([c for c in cases if int(fold[c.row]) in out], kept))
        score = sum(scores) / len(scores)
        weights = learned(cases)
        print(f"  found {score:.3f} of the hidden two:", {k: round(v, 2) for k, v in weights.items()})
    return weights, score


def based(figures: near.Figures, weights: Weights) -> Weights:
    """The same weights with the base at which the nearness of all others sums to what experts list beyond the five."""
    low, high = -30.0, 10.0
    points = points_of(figures, weights)
    while high - low > 0.01:
        middle = (low + high) / 2
        total = (1 / (1 + np.exp(-(points + middle)))).sum(1).mean()
        low, high = (middle, high) if total < RELATED_BEYOND else (low, middle)
    return weights | {"base": round(low, 2)}


def points_of(figures: near.Figures, weights: Weights) -> Array:
    """Points of all pairs that are not listed, before the base; very low for listed ones and the diagonal."""
    nothing = near.near_rows(figures, weights | {"base": 0.0})
    rows = np.clip(np.array(nothing) / near.LISTED, 1e-12, 1 - 1e-9)
    points = np.log(rows / (1 - rows))
    for n, listed in enumerate(figures.closest):
        points[n, [n, *listed]] = -100
    return points


PLAIN: Weights = {"activities": 2.0, "knowledge": 1.2, "both": 0.0, "titles": 0.6, "interests": 0.4, "zone": 0.0}
"""A weighted sum that nobody tuned, for comparison."""


def report(
    figures: near.Figures, alike: Array, weights: Weights, tell: Callable[[str], None] = print
) -> dict[str, float]:
    """The shares found: one kind of likeness alone, all without the lists, all; with two or all five hidden."""
    nothing = dict.fromkeys(NAMES, 0.0)
    alone = cases_of(figures, alike, weights, HIDDEN)
    figures_found = {
        "activities alone": found_of(alone, nothing | {"activities": 1.0}),
        "titles alone": found_of(alone, nothing | {"titles": 1.0}),
        "knowledge alone": found_of(alone, nothing | {"knowledge": 1.0}),
        "plain sum": found_of(alone, nothing | PLAIN),
        "plain sum and lists": found_of(alone, nothing | PLAIN | {"walk": 0.5, "popular": 0.2}),
        "all without lists": found_of(alone, weights | dict.fromkeys(SPREAD, 0.0)),
        "all": found_of(alone, weights),
        "all, all five hidden": found_of(cases_of(figures, alike, weights, 5), weights),
    }
    for name, share in figures_found.items():
        tell(f"  {name:24} {share:.3f}")
    return figures_found


def source_of(data: Path) -> Source:
    """The data files; a broken one stops here."""
    source = load(data)
    if source.problems:
        raise SystemExit(str(source.problems[0]))
    return source


def main() -> None:
    """Learn, report, and print the lines for data/matching.yaml."""
    source = source_of(DATA)
    assert source.matching is not None
    figures = near_figures(source)
    alike = alike_features(figures)
    weights = dict(source.matching.near)
    if "--check" not in sys.argv:
        weights, _ = cross_validated(figures, alike, weights)
        weights = based(figures, weights)
    report(figures, alike, weights)
    print("near:")
    for name in (*NAMES, "base"):
        print(f"  {name}: {weights[name]:.2f}")


if __name__ == "__main__":
    main()
