"""Build the title index into the catalogue being compiled: every title counted under its words."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from math import log, sqrt
from pathlib import Path
from typing import NamedTuple

from navigator.domain.title import Lexicon
from navigator.engine import titles
from navigator.engine.title_words import BREAK, Words, fore, single, stem, unbroken

TABLES = """
CREATE TABLE title_feature (key TEXT PRIMARY KEY, counts BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE title_group (soc INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE title_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
WEIGHT_OF_NAME = {"official": 6, "ours": 6, "lexicon": 16, "reported": 4, "alternate": 2}
"""How much a title in the very same words says, in whole numbers: what we wrote about everyday names decides."""
WEIGHT_OF_WORDS = {"official": 6, "ours": 4, "lexicon": 4, "reported": 4, "alternate": 2}
"""How much each word of a title says: our names are of the common occupations, and must not drown the others."""
RANK_OF_SOURCE = {"official": 0, "lexicon": 1, "ours": 2, "reported": 3, "alternate": 4}
"""A title that several sources give an occupation counts once, as the first of these."""
OUR_OWN = frozenset({"ours", "lexicon"})
MANY = 60
"""How much all titles with a word must weigh before its place in them says whether it names people."""
MOST = 65535
"""The largest count that an index row can hold."""

Counts = dict[str, dict[int, int]]


class Named(NamedTuple):
    """A catalogue title ready to count: its SOC's number, its code, its words (with breaks), its text, its source."""

    soc: int
    code: str
    words: list[str]
    text: str
    source: str


def build(
    db: sqlite3.Connection,
    folder: Path,
    rows: Sequence[tuple[str, str, str]],
    employment: Mapping[str, float],
    lexicon: Lexicon,
) -> None:
    """Write the index. ``rows``: title, code, source; the lexicon's own titles are added. ``folder`` is spare.

    A title of the lexicon for a code that no row has is left out: nobody can be shown an occupation that is not there.
    """
    here = {code for _, code, _ in rows}
    every = [*rows, *((text, code, "lexicon") for text, code in lexicon.titles if code in here)]
    every.sort(key=lambda row: RANK_OF_SOURCE[row[2]])
    socs = sorted({code[:7] for _, code, _ in every})
    words = Words(lexicon)
    named = list(_named(every, {soc: n for n, soc in enumerate(socs)}, words))
    counts = _counted(named)
    for title in _astray(named, counts):
        _take_back(counts, title)
        named.remove(title)
    sizes = [0] * len(socs)
    for title in named:
        sizes[title.soc] += WEIGHT_OF_WORDS[title.source]
    rarity = {key: log(sum(sizes) / sum(row.values())) for key, row in counts.items() if key.isalnum()}
    db.executescript(TABLES)
    db.executemany("INSERT INTO title_feature VALUES (?,?)", _packed(counts))
    db.executemany("INSERT INTO title_group VALUES (?,?)", _groups(named, rarity))
    meta = {
        "socs": socs,
        "sizes": sizes,
        "priors": [round(titles.prior(employed(soc, employment)), 3) for soc in socs],
        "lexicon": _stored(lexicon),
        "words": _spelled(words, {w: n for w in rarity if w.isalpha() and (n := sum(counts[w].values())) > 2}),
    }
    db.executemany("INSERT INTO title_meta VALUES (?,?)", ((k, json.dumps(v)) for k, v in meta.items()))


def employed(soc: str, employment: Mapping[str, float]) -> float:
    """Employment of a SOC; where only its group is published, half of that is near enough for a prior."""
    return employment.get(soc) or employment.get(soc[:6] + "0", 20_000.0) / 2


def _spelled(words: Words, known: dict[str, int]) -> dict[str, int]:
    """The known words with every way they were spelled: `waitress` is looked up as `waiter`, and is no slip of it."""
    forms = {single(token): word for token, word in words.known.items() if word in known}
    found = {form: known[word] for form, word in forms.items() if form.isalpha()} | known
    return found | ({"man": known["person"]} if "person" in known else {})


def _stored(lexicon: Lexicon) -> dict[str, object]:
    """What is needed to read a typed title; the lexicon's titles are in the index itself."""
    return {
        "noise": sorted(lexicon.noise),
        "noise_phrases": lexicon.noise_phrases,
        "weak": lexicon.weak,
        "short": lexicon.short,
        "same": lexicon.same,
        "fields": lexicon.fields,
        "weights": lexicon.weights,
        "inside": sorted(lexicon.inside),
        "inside_unless": sorted(lexicon.inside_unless),
        "service": asdict(lexicon.service),
        "sayings": asdict(lexicon.sayings),
        "genders": lexicon.genders,
    }


def _named(rows: Iterable[tuple[str, str, str]], number: Mapping[str, int], words: Words) -> Iterator[Named]:
    """Every title once an occupation, in any order of its words."""
    seen: dict[tuple[str, str], None] = {}
    empty = words.lexicon.weak.keys() | {BREAK}
    for text, code, source in rows:
        for part in _variants(text, source) if "(" in text else (text,):
            found = words.of_title(part)
            key = (code, " ".join(found))
            if key in seen or (empty.issuperset(found) and len(found) < len(part.split())):
                continue  # what is left of `Hiring Assistant` without its noise names no occupation
            seen[key] = None
            yield Named(number[code[:7]], code, found, text, source)


def _astray(named: Iterable[Named], counts: Counts) -> list[Named]:
    """Lone words that stand where they do not belong: `Police` as a title of an office assistant.

    Such a word hardly ever says what somebody is (it begins `Police Officer`), and everyday names give it to another.
    """
    alone = [title for title in named if len(title.words) == 1]
    ours: dict[str, set[int]] = {}
    for title in alone:
        if title.source == "lexicon":
            ours.setdefault(title.words[0], set()).add(title.soc)
    found = [title for title in alone if title.soc not in ours.get(title.words[0], {title.soc})]
    return [title for title in found if _names_hardly(title.words[0], counts)]


def _names_hardly(word: str, counts: Counts) -> bool:
    """Whether a word stands in many titles and is the head of few of them."""
    held = sum(counts[word].values())
    return held >= MANY and sum(counts["^" + word].values()) < held / 5


def _take_back(counts: Counts, title: Named) -> None:
    """Count the one word of a title no longer."""
    (word,) = title.words
    of_words, of_name = WEIGHT_OF_WORDS[title.source], WEIGHT_OF_NAME[title.source]
    for key in (word, "^" + word, "=" + word, "~" + stem(word), "<" + fore(word)):
        row = counts[key]
        row[title.soc] -= of_name if key[0] == "=" else of_words
        if not row[title.soc]:
            del row[title.soc]


def _variants(text: str, source: str) -> list[str]:
    """What stands in brackets: in O*NET the title written out, in our own an abbreviation or a closer word."""
    outer, _, inner = text.partition("(")
    inner = inner.replace(")", " ")
    if source not in OUR_OWN:
        return [outer, inner]
    return [outer, f"{outer} {inner}", *(p for p in inner.split(",") if p.strip().isupper())]


def _counted(named: Iterable[Named]) -> Counts:
    """How often each key names each SOC."""
    counts: Counts = {}
    for soc, _, words, _, source in named:
        of_words, of_name = WEIGHT_OF_WORDS[source], WEIGHT_OF_NAME[source]
        for key in titles.keys_of_title(words):
            weight = of_name if key[0] == "=" else of_words
            row = counts.get(key)
            if row is None:
                counts[key] = {soc: weight}
            else:
                row[soc] = row.get(soc, 0) + weight
    for word in [k for k in counts if k.isalnum()]:
        for key in ("~" + stem(word), "<" + fore(word)):
            row = counts.setdefault(key, {})
            for soc, weight in counts[word].items():
                row[soc] = row.get(soc, 0) + weight
    return counts


def _packed(counts: Counts) -> Iterator[tuple[str, bytes]]:
    """Each key's row as two runs of small whole numbers: SOCs, then counts. In the table's order, which is quicker."""
    for key in sorted(counts):
        row = counts[key]
        flat = array("H", row)
        flat.extend([n if n < MOST else MOST for n in row.values()])
        yield key, flat.tobytes()


def _groups(named: Iterable[Named], rarity: Mapping[str, float]) -> Iterator[tuple[int, str]]:
    """The titles of each SOC in one text: end of the code, length as a vector, words, title."""
    groups: dict[int, list[str]] = {}
    for soc, code, words, text, _ in named:
        plain = unbroken(words)
        norm = sqrt(sum([rarity[w] ** 2 for w in plain]))
        groups.setdefault(soc, []).append(f"{code[8:]}\t{norm:.2f}\t{' '.join(plain)}\t{text}")
    return ((soc, "\n".join(lines)) for soc, lines in groups.items())
