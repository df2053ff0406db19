"""Any labelled list of titles, measured: `python -m bench.titles --file CSV`.

The CSV has the columns `title` and `codes` (six-digit SOC codes that count as right, semicolons between them), and may have
`context` (what is known beside the title, such as the employer) and `times` (how often the title was posted). A title
without codes is one that nobody can code: counted apart, not measured.
"""

from __future__ import annotations

import csv
import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from navigator.catalogue.title_index import TitleIndex


class Labelled(NamedTuple):
    """A title as posted, what stands beside it, how often it was posted, and the codes that count as right."""

    title: str
    context: str
    times: float
    codes: frozenset[str]


class Share(NamedTuple):
    """The shares right first and in five, each title once and each as often as it was posted, and the errors of these two."""

    first: float
    five: float
    first_by_times: float
    five_by_times: float
    first_error: float
    five_error: float


Method = Callable[[Labelled], Sequence[str]]
"""The SOC codes found for a title, best first."""


def read_labelled(path: Path) -> tuple[list[Labelled], int]:
    """The titles that have codes, and how many have none. Raises ValueError when a column is missing."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    missing = {"title", "codes"} - set(rows[0] if rows else ())
    if missing:
        raise ValueError(f"{path} has no column {sorted(missing)[0]!r}.")
    every = [
        Labelled(
            row["title"],
            row.get("context") or "",
            float(row.get("times") or 1),
            frozenset(code.strip()[:7] for code in row["codes"].split(";") if code.strip()),
        )
        for row in rows
    ]
    return [t for t in every if t.codes], sum(not t.codes for t in every)


def share(method: Method, titles: Iterable[Labelled]) -> Share:
    """How often a method is right."""
    times, first, five = [], [], []
    for title in titles:
        found = method(title)
        times.append(title.times)
        first.append(bool(found) and found[0] in title.codes)
        five.append(bool(title.codes & set(found[:5])))
    each = [weighted((1.0, right) for right in some)[0] for some in (first, five)]
    by_times = [weighted(zip(times, some, strict=True)) for some in (first, five)]
    return Share(*each, *(value for value, _ in by_times), *(spread for _, spread in by_times))


def weighted(right: Iterable[tuple[float, bool]]) -> tuple[float, float]:
    """The share of the weight that is right, and its standard error: a few titles that weigh much make it wide."""
    every = list(right)
    total = sum(weight for weight, _ in every) or 1.0
    value = sum(weight * yes for weight, yes in every) / total
    return value, math.sqrt(sum((weight * (yes - value)) ** 2 for weight, yes in every)) / total


def error(value: float, count: int) -> float:
    """The standard error of a share."""
    return math.sqrt(value * (1 - value) / max(1, count))


def by_title(find: Callable[[str], Sequence[str]]) -> Method:
    """A method that is told the title alone."""
    return lambda t: find(t.title)


def ours(index: TitleIndex, *, context: bool) -> Method:
    """Our search, told what stands beside the title or not."""
    return lambda t: [f.code[:7] for f in index.find(t.title, 5, t.context if context else "")]


def how_sure(index: TitleIndex, titles: Sequence[Labelled]) -> dict[str, tuple[float, float]]:
    """Word to the share of titles that get it, and how often the first find is then right; told the context."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for title in titles:
        found = index.find(title.title, 1, title.context)
        word = found[0].sure if found else "nothing"
        said[word] += 1
        right[word] += bool(found) and found[0].code[:7] in title.codes
    return {w: (said[w] / len(titles), right[w] / said[w]) for w in ("sure", "likely", "unsure", "nothing") if said[w]}


def print_half(
    name: str,
    titles: Sequence[Labelled],
    index: TitleIndex,
    baselines: dict[str, Callable[[str], Sequence[str]]],
    sample: int,
) -> dict[str, object]:
    """Measure every method on some titles and print its lines. The slow baselines get a ``sample`` of them."""
    some = random.Random(7).sample(titles, min(sample, len(titles)))
    print(f"\n{name}: {len(titles)} titles (ratio and WRatio on {len(some)} of them)")
    print(f"{'':26} first (error)  in five   by times posted (errors)")
    methods: dict[str, tuple[Method, Sequence[Labelled]]] = {
        label: (by_title(find), some if "atio" in label else titles) for label, find in baselines.items()
    }
    methods["ours, title alone"] = (ours(index, context=False), titles)
    methods["ours, with the context"] = (ours(index, context=True), titles)
    found = {}
    for label, (method, asked) in methods.items():
        s = found[label] = share(method, asked)
        spread = error(s.first, len(asked))
        posted = f"{s.first_by_times:.3f} / {s.five_by_times:.3f} ({s.first_error:.3f} / {s.five_error:.3f})"
        print(f"{label:26} {s.first:.3f} ({spread:.3f})  {s.five:.3f}     {posted}")
    sure = how_sure(index, titles)
    share_sure, right = sure.get("sure", (0.0, 1.0))
    wrong = round(share_sure * len(titles) * (1 - right))
    print("how sure, with the context: " + "; ".join(f"{w} {n:.0%}, {r:.0%} right" for w, (n, r) in sure.items()))
    print(f"sure and wrong: {wrong} of {len(titles)}")
    return {"methods": {label: s._asdict() for label, s in found.items()}, "sure": sure, "titles": len(titles)}


def print_misses(titles: Iterable[Labelled], index: TitleIndex) -> None:
    """What was not first, with what came instead: only ever for the half that is tuned on."""
    for t in titles:
        found = index.find(t.title, 5, t.context)
        if not found or found[0].code[:7] not in t.codes:
            got = " ".join(f"{f.code[:7]}={f.matched}" for f in found)
            print(f"{t.title} [{t.context}] right: {' '.join(sorted(t.codes))}; found: {got}")
