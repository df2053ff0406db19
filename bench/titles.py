"""How well a title typed or posted finds its occupation: our search beside four baselines, all in one run.

    python bench/titles.py [--half test|dev] [--sample 300] [--json FILE]
    python -m bench.titles --file CSV [--half test|dev|all] [--misses]

With `--file` it measures a labelled list of titles of your own instead (columns `title`, `codes`, and `context`, `times` if there
are any; see bench/title_file.py), ours with and without the context beside the baselines. `--misses` lists what was not
first, for the `dev` half only: the other stays unread.

Three held-out sets, none of them known to the index that is asked:
- postings: bench/titles_postings.csv, titles in the style of job postings, written by hand;
- reported: what workers called their own work (O*NET's reported titles), every such title taken out of the index;
- everyday: our own `also_called` names that O*NET does not have, with all of ours taken out of the index.
A title counts as right when its six-digit SOC code is first, or among the first five; the weighted pair counts each
title by how many people work in its occupation (OEWS). Weights and lexicon are tuned on the `dev` halves only.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench import title_file  # noqa: E402
from bench.title_baselines import fuzzy, tfidf  # noqa: E402
from navigator.catalogue.life import INSIDE, read_inside  # noqa: E402
from navigator.catalogue.load import load  # noqa: E402
from navigator.catalogue.source import read_csv  # noqa: E402
from navigator.catalogue.title_build import build, employed  # noqa: E402
from navigator.catalogue.title_index import TitleIndex  # noqa: E402
from navigator.catalogue.title_lexicon import read_lexicon  # noqa: E402
from navigator.domain.title import Lexicon  # noqa: E402
from navigator.engine.title_words import BREAK, Words  # noqa: E402

Row = tuple[str, str, str]
Method = Callable[[str], Sequence[str]]
GOALS = (0.70, 0.90, 0.85, 0.97)


class Held(NamedTuple):
    """A held-out set: its name, its titles with the codes that count as right, and the rows that the index may know."""

    name: str
    titles: list[tuple[str, frozenset[str]]]
    known: list[Row]


class Measured(NamedTuple):
    """Shares of titles right first and right in five, plain and weighted by employment, and milliseconds a title."""

    first: float
    five: float
    first_weighted: float
    five_weighted: float
    milliseconds: float


def every_row(data: Path) -> tuple[list[Row], dict[str, float]]:
    """All catalogue titles, and employment by SOC."""
    source = load(data)
    rows: list[Row] = []
    for loaded in source.occupations:
        o = loaded.occupation
        rows.append((o.title, o.code, "official"))
        rows += [(t, o.code, "ours") for t in (o.profile.plain_title, *o.profile.also_called) if t]
        rows += [(t, o.code, "alternate") for t in loaded.titles]
        rows += [(t, o.code, "reported") for t in loaded.reported]
    employment = {str(row[1]): float(row[2]) for row in source.wages if row[0] == "US" and row[2]}
    return rows, employment


def in_half(title: str, half: str) -> bool:
    """Whether a title belongs to a half: by its hash, so that it never moves."""
    return (hashlib.sha256(title.encode()).digest()[0] % 2 == 0) == (half == "dev")


def held_out(rows: list[Row], lexicon: Lexicon, half: str) -> list[Held]:
    """The three sets of one half."""
    words = Words(lexicon)

    def form(title: str) -> str:
        return " ".join(sorted(set(words.of_title(title.partition("(")[0])) - {BREAK}))

    ours = {form(t) for t, _ in lexicon.titles}
    reported = {form(t) for t, _, source in rows if source == "reported"}
    without_reported = [r for r in rows if r[2] != "reported" and (r[2] != "alternate" or form(r[0]) not in reported)]
    without_ours = [r for r in rows if r[2] != "ours"]
    postings, _ = read_csv(ROOT / "bench" / "titles_postings.csv", ("title", "soc", "half"))
    return [
        Held("postings", [(p["title"], frozenset([p["soc"]])) for _, p in postings if p["half"] == half], rows),
        Held(
            "reported",
            unseen(rows, "reported", {form(r[0]) for r in without_reported} | ours, form, half),
            without_reported,
        ),
        Held("everyday", unseen(rows, "ours", {form(r[0]) for r in without_ours} | ours, form, half), without_ours),
    ]


def unseen(
    rows: Iterable[Row], source: str, known: set[str], form: Callable[[str], str], half: str
) -> list[tuple[str, frozenset[str]]]:
    """The titles of one source that no index row says in the same words."""
    codes: dict[str, set[str]] = defaultdict(set)
    for title, code, its_source in rows:
        if its_source == source and form(title) and form(title) not in known and in_half(title, half):
            codes[title].add(code[:7])
    return [(title, frozenset(found)) for title, found in sorted(codes.items())]


def measured(method: Method, titles: Sequence[tuple[str, frozenset[str]]], employment: dict[str, float]) -> Measured:
    """One method over one set."""
    first = five = first_weighted = five_weighted = total = 0.0
    started = time.perf_counter()
    answers = [method(title) for title, _ in titles]
    took = time.perf_counter() - started
    for answer, (_, right) in zip(answers, titles, strict=True):
        weight = max(employed(soc, employment) for soc in right)
        total += weight
        if answer and answer[0] in right:
            first, first_weighted = first + 1, first_weighted + weight
        if right & set(answer[:5]):
            five, five_weighted = five + 1, five_weighted + weight
    n = max(1, len(titles))
    return Measured(first / n, five / n, first_weighted / (total or 1), five_weighted / (total or 1), took / n * 1000)


def built(rows: Sequence[Row], employment: dict[str, float], lexicon: Lexicon, path: Path) -> TitleIndex:
    """Our index of some rows."""
    with sqlite3.connect(path) as db:
        db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        build(db, path.parent, rows, employment, lexicon)
    db.close()
    return TitleIndex(path)


def ours(index: TitleIndex) -> Method:
    """Our search as a method."""
    return lambda title: [f.code[:7] for f in index.find(title, 5)]


def cold(path: Path) -> float:
    """Milliseconds for one title in a fresh process, beyond importing: the median of seven."""
    code = (
        "import time, sys; from navigator.catalogue.title_index import TitleIndex; t = time.perf_counter();"
        "TitleIndex(sys.argv[1]).find('Night shift nursing asistant'); print((time.perf_counter() - t) * 1000)"
    )
    runs = [subprocess.check_output([sys.executable, "-c", code, str(path)], cwd=ROOT) for _ in range(7)]
    return sorted(map(float, runs))[3]


def in_bulk(path: Path, rows: Sequence[Row]) -> float:
    """Milliseconds a title over 5,000 different ones, with the ends that postings have, from a fresh start."""
    ends = ("", " - Full Time", " (Nights)", " - $20/hr", " II", " - Houston, TX", " | Weekly Pay")
    titles = sorted({t for t, _, source in rows if source in ("reported", "alternate")})
    some = [t + ends[n % len(ends)] for n, t in enumerate(random.Random(7).sample(titles, min(5000, len(titles))))]
    index = TitleIndex(path)
    started = time.process_time()
    for title in dict.fromkeys(some):
        index.find(title, 5)
    return (time.process_time() - started) / max(1, len(some)) * 1000


def how_sure(index: TitleIndex, titles: Sequence[tuple[str, frozenset[str]]]) -> dict[str, tuple[float, float]]:
    """Word to the share of titles that get it, and how often the first find is then right."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for title, codes in titles:
        found = index.find(title, 1)
        word = found[0].sure if found else "nothing"
        said[word] += 1
        right[word] += bool(found) and found[0].code[:7] in codes
    return {w: (said[w] / len(titles), right[w] / said[w]) for w in ("sure", "likely", "unsure", "nothing") if said[w]}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("test", "dev", "all"), help="test (all with --file)")
    parser.add_argument("--sample", type=int, default=300, help="titles a set for the slow baselines")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--file", type=Path, help="a labelled CSV to measure instead of our sets")
    parser.add_argument("--misses", action="store_true", help="with --file: list what was not first in the dev half")
    given = parser.parse_args()
    rows, employment = every_row(ROOT / "data")
    inside, problems = read_inside(ROOT / "data" / INSIDE)
    lexicon, wrong = read_lexicon(ROOT / "data" / "titles.yaml", inside)
    problems += wrong
    if lexicon is None:
        sys.exit(str(problems[0]))
    report: dict[str, object] = {"goals": GOALS}
    with tempfile.TemporaryDirectory() as folder:
        if given.file:
            index = built(rows, employment, lexicon, Path(folder) / "all.sqlite")
            report |= of_file(given.file, given.half or "all", index, rows, given.sample, misses=given.misses)
        for held in () if given.file else held_out(rows, lexicon, "dev" if given.half == "dev" else "test"):
            report[held.name] = one_set(held, employment, lexicon, Path(folder) / f"{held.name}.sqlite", given.sample)
    if given.json:
        given.json.write_text(json.dumps(report, indent=1), encoding="utf-8")


def of_file(
    path: Path, half: str, index: TitleIndex, rows: Sequence[Row], sample: int, *, misses: bool
) -> dict[str, object]:
    """Measure a labelled list, its halves apart, and print the lines."""
    try:
        titles, uncoded = title_file.read_labelled(path)
    except (OSError, ValueError) as problem:
        sys.exit(str(problem))
    print(f"{path.name}: {len(titles)} titles with codes, {uncoded} that cannot be coded")
    baselines = {
        "plain ratio": fuzzy(rows, "ratio"),
        "WRatio": fuzzy(rows, "WRatio"),
        "TF-IDF nearest": tfidf(rows, False),
        "TF-IDF summed": tfidf(rows, True),
    }
    report: dict[str, object] = {}
    for name in ("dev", "test") if half == "all" else (half,):
        some = [t for t in titles if in_half(t.title, name)]
        report[name] = title_file.print_half(name, some, index, baselines, sample)
    if misses:
        title_file.print_misses([t for t in titles if in_half(t.title, "dev")], index)
    return report


def one_set(held: Held, employment: dict[str, float], lexicon: Lexicon, path: Path, sample: int) -> dict[str, object]:
    """Measure every method on one set and print its lines."""
    index = built(held.known, employment, lexicon, path)
    some = random.Random(7).sample(held.titles, min(sample, len(held.titles)))
    print(f"\n{held.name}: {len(held.titles)} titles (ratio and WRatio on {len(some)} of them)")
    print(f"{'':24} first  five   weighted      ms a title     goals {GOALS}")
    methods: dict[str, tuple[Method, Sequence[tuple[str, frozenset[str]]]]] = {
        "plain ratio": (fuzzy(held.known, "ratio"), some),
        "WRatio": (fuzzy(held.known, "WRatio"), some),
        "TF-IDF nearest": (tfidf(held.known, False), held.titles),
        "TF-IDF summed": (tfidf(held.known, True), held.titles),
        "ours": (ours(index), held.titles),
    }
    found = {}
    for name, (method, titles) in methods.items():
        m = found[name] = measured(method, titles, employment)
        weighted = f"{m.first_weighted:.2f} / {m.five_weighted:.2f}"
        print(f"{name:24} {m.first:.2f}   {m.five:.2f}   {weighted}   {m.milliseconds:7.2f}")
    sure = how_sure(index, held.titles)
    print(
        "how sure: " + "; ".join(f"{w} {share:.0%} of titles, {right:.0%} right" for w, (share, right) in sure.items())
    )
    milliseconds = cold(path)
    bulk = in_bulk(path, held.known)
    print(f"one title in a fresh process: {milliseconds:.1f} ms beyond imports; 5,000 titles: {bulk:.2f} ms each")
    return {
        "methods": {n: m._asdict() for n, m in found.items()},
        "sure": sure,
        "cold_ms": milliseconds,
        "bulk_ms": bulk,
    }


if __name__ == "__main__":
    main()
