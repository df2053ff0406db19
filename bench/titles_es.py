"""How well a Spanish job title finds its occupation: the share right in the first five, over held-out titles.

    python -m bench.titles_es [--half first|second|all] [--misses]
    python -m bench.titles_es --file bench/titles_said_es.csv

With `--file` a labelled list (bench/title_file.py says its columns) is measured in place of ours, its halves apart.

bench/titles_es.yaml was written by hand before any Spanish title of ours was looked at. A title counts as right when one
of its accepted six-digit SOC codes is first, or among the first five, with Spanish spoken; beside it the same titles
with every accent taken off, and with the English index alone.
"""

from __future__ import annotations

import argparse
import sys
import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from bench import title_file
from bench.titles import in_half
from navigator.catalogue import languages
from navigator.catalogue.store import Catalogue, open_catalogue
from navigator.i18n import speaking

TITLES = Path(__file__).with_name("titles_es.yaml")
GOAL = 0.85


class Title(NamedTuple):
    """A title as somebody says it, the codes that count as right, and its half."""

    text: str
    right: frozenset[str]
    half: str


class Share(NamedTuple):
    """How many were right first and in five, and what was missed."""

    first: float
    five: float
    milliseconds: float
    missed: list[tuple[str, list[str]]]


def titles(half: str = "all") -> list[Title]:
    """The held-out titles of a half."""
    written = yaml.load(TITLES.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["titles"]
    every = [Title(t["title"], frozenset(t["soc"]), t["half"]) for t in written]
    return [t for t in every if half in ("all", t.half)]


def without_accents(text: str) -> str:
    """`albañil` as a keyboard without accents writes it."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def measured(catalogue: Catalogue, asked: Sequence[Title], *, bare: bool = False) -> Share:
    """The shares of some titles."""
    first = five = 0
    missed = []
    started = time.perf_counter()
    for title in asked:
        found = [f.code[:7] for f in catalogue.find_titles(without_accents(title.text) if bare else title.text, 5)]
        first += bool(found) and found[0] in title.right
        if title.right & set(found):
            five += 1
        else:
            missed.append((title.text, found))
    took = (time.perf_counter() - started) / max(1, len(asked)) * 1000
    return Share(first / max(1, len(asked)), five / max(1, len(asked)), took, missed)


def of_file(path: Path) -> int:
    """Print the shares of a labelled list, with Spanish spoken."""
    labelled, _ = title_file.read_labelled(path)
    print(f"\n{path.name}: {len(labelled)} titles, Spanish spoken")
    with speaking(languages.speech("es")):
        catalogue = open_catalogue()
        for half in ("dev", "test"):
            some = [Title(t.title, t.codes, half) for t in labelled if in_half(t.title, half)]
            share = measured(catalogue, some)
            print(f"{half:6} {len(some)} titles: first {share.first:.3f}, in five {share.five:.3f}")
    return 0


def main() -> int:
    """Print the shares; exit code 1 when the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("first", "second", "all"), default="all")
    parser.add_argument("--misses", action="store_true", help="say which titles were missed, and what was found")
    parser.add_argument("--file", type=Path, help="a labelled CSV to measure instead of our titles")
    given = parser.parse_args()
    if given.file:
        return of_file(given.file)
    asked = titles(given.half)
    english = measured(open_catalogue(), asked)
    with speaking(languages.speech("es")):
        spanish = open_catalogue()
        typed, bare = measured(spanish, asked), measured(spanish, asked, bare=True)
    print(f"\nSpanish titles: {len(asked)} ({given.half}); goal: {GOAL} in five")
    print(f"{'':26} first  five   ms a title")
    for name, share in (("as typed", typed), ("no accents at all", bare), ("English spoken", english)):
        print(f"{name:26} {share.first:.2f}   {share.five:.2f}   {share.milliseconds:.2f}")
    for text, found in typed.missed if given.misses else ():
        print(f"missed: {text}: {' '.join(found) or 'nothing found'}")
    return 0 if typed.five >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
