"""The title index: built once when the catalogue is compiled, then opened to find the occupation behind a title."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from math import log, sqrt
from pathlib import Path
from typing import NamedTuple

from navigator.domain.title import Lexicon, TitleFind
from navigator.engine import titles
from navigator.engine.title_words import Reading, Words, near_spellings, stem, unbroken

TABLES = """
CREATE TABLE title_feature (key TEXT PRIMARY KEY, counts BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE title_group (soc INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE title_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
WEIGHT_OF_SOURCE = {"official": 6, "ours": 6, "lexicon": 8, "reported": 4, "alternate": 2}
"""Whole numbers, kept as such in the index: a name we wrote ourselves counts as three of O*NET's alternates."""

Counts = dict[str, dict[int, int]]


class Named(NamedTuple):
    """A catalogue title ready to count: its SOC's number, its code, its words (with breaks), its text, its weight."""

    soc: int
    code: str
    words: list[str]
    text: str
    weight: int


def build(
    db: sqlite3.Connection,
    folder: Path,
    rows: Sequence[tuple[str, str, str]],
    employment: Mapping[str, float],
    lexicon: Lexicon,
) -> None:
    """Write the title index into the catalogue being compiled. ``rows``: title, code, source; ``folder`` is spare."""
    ours = [(text, code, "lexicon") for text, code in lexicon.titles]
    every = [*rows, *ours]
    socs = sorted({code[:7] for _, code, _ in every})
    named = list(_named(every, {s: n for n, s in enumerate(socs)}, Words(lexicon)))
    counts, total = _counted(named)
    weight_of_soc = [0] * len(socs)
    for title in named:
        weight_of_soc[title.soc] += title.weight
    db.executescript(TABLES)
    db.executemany("INSERT INTO title_feature VALUES (?,?)", _packed(counts))
    db.executemany("INSERT INTO title_group VALUES (?,?)", _groups(named, counts, total))
    meta = {
        "socs": json.dumps(socs),
        "titles": json.dumps(weight_of_soc),
        "priors": json.dumps([round(titles.prior(employed(s, employment)), 3) for s in socs]),
        "total": json.dumps(total),
        "words": "\n".join(f"{w} {sum(c.values())}" for w, c in counts.items() if w.isalpha() and sum(c.values()) > 2),
        "lexicon": json.dumps(_stored(lexicon)),
    }
    db.executemany("INSERT INTO title_meta VALUES (?,?)", meta.items())


def _stored(lexicon: Lexicon) -> dict[str, object]:
    return {
        "noise": sorted(lexicon.noise),
        "noise_phrases": lexicon.noise_phrases,
        "weak": lexicon.weak,
        "short": lexicon.short,
        "same": lexicon.same,
        "fields": lexicon.fields,
        "weights": lexicon.weights,
    }


def employed(soc: str, employment: Mapping[str, float]) -> float:
    """Employment of a SOC; where only its group is published, an even share is near enough for a prior."""
    return employment.get(soc) or employment.get(soc[:6] + "0", 20_000.0) / 2


def _named(rows: Iterable[tuple[str, str, str]], number: Mapping[str, int], words: Words) -> Iterable[Named]:
    """Every title once an occupation; what stands in brackets is a title of its own: `RN (Registered Nurse)`."""
    seen: dict[tuple[str, str], None] = {}
    for text, code, source in rows:
        outer, _, inner = text.partition("(")
        for part in (outer, inner) if inner else (text,):
            found = words.of_title(part)
            key = (code, " ".join(found))
            if found and key not in seen and found != ["|"]:
                seen[key] = None
                yield Named(number[code[:7]], code, found, text, WEIGHT_OF_SOURCE[source])


def _counted(named: Iterable[Named]) -> tuple[Counts, int]:
    """How often each key names each SOC, and how many (weighted) titles there are."""
    counts: Counts = {}
    total = 0
    for soc, _, words, _, weight in named:
        total += weight
        for key in titles.keys_of_title(words):
            row = counts.get(key)
            if row is None:
                counts[key] = {soc: weight}
            else:
                row[soc] = row.get(soc, 0) + weight
    for word in [k for k in counts if k.isalnum()]:
        row = counts.setdefault("~" + stem(word), {})
        for soc, weight in counts[word].items():
            row[soc] = row.get(soc, 0) + weight
    return counts, total


def _packed(counts: Counts) -> Iterable[tuple[str, bytes]]:
    """Each key's row as pairs of small whole numbers: SOC, count."""
    for key in sorted(counts):
        flat = array("H")
        for soc, count in counts[key].items():
            flat.append(soc)
            flat.append(min(count, 65535))
        yield key, flat.tobytes()


def _groups(named: Iterable[Named], counts: Counts, total: int) -> Iterable[tuple[int, str]]:
    """The titles of each SOC in one text: code, length as a vector, words, title."""
    rarity = {key: log(total / sum(row.values())) for key, row in counts.items() if key.isalnum()}
    groups: dict[int, list[str]] = {}
    for soc, code, words, text, _ in named:
        plain = unbroken(words)
        norm = sqrt(sum(rarity[w] ** 2 for w in plain))
        groups.setdefault(soc, []).append(f"{code[8:]}\t{norm:.2f}\t{' '.join(plain)}\t{text}")
    return ((soc, "\n".join(lines)) for soc, lines in groups.items())


class _Title(NamedTuple):
    suffix: str
    norm: float
    words: frozenset[str]
    text: str


class TitleIndex:
    """The compiled index, opened: one title reads some twenty rows; many titles share what was read."""

    MOST_ROWS = 50_000
    CANDIDATES = 10

    def __init__(self, path: Path | str) -> None:
        where = Path(path)
        where = where / "catalogue.sqlite" if where.is_dir() else where
        self.db = sqlite3.connect(f"file:{where}?mode=ro&immutable=1", uri=True)
        meta = dict(self.db.execute("SELECT key, value FROM title_meta WHERE key != 'words'"))
        self.socs: list[str] = json.loads(meta["socs"])
        self.titles: list[int] = json.loads(meta["titles"])
        self.priors: list[float] = json.loads(meta["priors"])
        self.total: int = json.loads(meta["total"])
        stored = json.loads(meta["lexicon"])
        stored["noise"] = frozenset(stored["noise"])
        stored["noise_phrases"] = tuple(map(tuple, stored["noise_phrases"]))
        self.lexicon = Lexicon(**stored)
        self.words = Words(self.lexicon)
        self._rows: dict[str, tuple[float, list[tuple[int, float]]] | None] = {}
        self._groups: dict[int, list[_Title]] = {}
        self._mended: dict[str, tuple[str, ...]] = {}
        self._vocabulary: dict[str, int] | None = None

    def find(self, text: str, limit: int = 5, context: str = "") -> tuple[TitleFind, ...]:
        """The occupations behind a title, best first; none when no word of it is known."""
        reading = self._mend(self.words.read(text))
        if not reading.full:
            return ()
        features = titles.features_of(reading, self.lexicon)
        self._load([f.key for f in features])
        points = self._points(features)
        self._hint(points, reading, context)
        return self._ranked(points, reading, limit)

    def find_many(self, texts: Iterable[str], limit: int = 5, context: str = "") -> list[tuple[TitleFind, ...]]:
        """Many titles; each spelling is looked up once."""
        found: dict[str, tuple[TitleFind, ...]] = {}
        answers = []
        for text in texts:
            if text not in found:
                found[text] = self.find(text, limit, context)
            answers.append(found[text])
        return answers

    def _load(self, keys: Iterable[str]) -> None:
        """Read the rows that are not known yet, in one question."""
        if len(self._rows) > self.MOST_ROWS:
            self._rows.clear()
        missing = list(dict.fromkeys(k for k in keys if k not in self._rows))
        for n in range(0, len(missing), 500):
            some = missing[n : n + 500]
            marks = ",".join("?" * len(some))
            self._rows.update(dict.fromkeys(some))
            query = f"SELECT key, counts FROM title_feature WHERE key IN ({marks})"  # noqa: S608 - only question marks
            for key, blob in self.db.execute(query, some):
                self._rows[key] = self._gains(blob)

    def _gains(self, blob: bytes) -> tuple[float, list[tuple[int, float]]]:
        flat = array("H")
        flat.frombytes(blob)
        share = sum(flat[1::2]) / self.total
        weights, sizes = self.lexicon.weights, self.titles
        return share, [(s, titles.gain(c, sizes[s], share, weights)) for s, c in zip(flat[::2], flat[1::2], strict=True)]

    def _points(self, features: Iterable[titles.Feature]) -> dict[int, float]:
        points: dict[int, float] = {}
        weights = self.lexicon.weights
        for feature in features:
            row = self._rows[feature.key]
            if row is not None:
                scale = feature.weight * weights[feature.kind]
                for soc, gained in row[1]:
                    points[soc] = points.get(soc, 0.0) + scale * gained
        pull = weights["prior"]
        return {soc: p + pull * self.priors[soc] for soc, p in points.items()}

    def _hint(self, points: dict[int, float], reading: Reading, context: str) -> None:
        """Words of an employer's field, in the title or beside it, speak a little for the field's occupations."""
        beside = self.words.read(context) if context else None
        said = {w for part in (*reading.full, *(beside.full if beside else ())) for w in part}
        prefixes = {p for w in said for p in self.lexicon.fields.get(w, ())}
        if prefixes:
            starts, pull = tuple(sorted(prefixes)), self.lexicon.weights["field"]
            for soc in points:
                if self.socs[soc].startswith(starts):
                    points[soc] += pull

    def _ranked(self, points: dict[int, float], reading: Reading, limit: int) -> tuple[TitleFind, ...]:
        asked, length, known = self._asked(reading)
        best = nlargest(max(self.CANDIDATES, limit), points.items(), key=lambda item: (item[1], -item[0]))
        weights = self.lexicon.weights
        found = []
        for soc, p in best:
            near, title = self._nearest(soc, asked, length)
            found.append((p + weights["near"] * near, soc, title))
        found.sort(key=lambda f: (-f[0], f[1]))
        if not found:
            return ()
        shares = titles.shares([f[0] for f in found], weights)
        return tuple(
            TitleFind(
                code=f"{self.socs[soc]}.{title.suffix}",
                matched=title.text,
                points=round(p, 4),
                sure=titles.sure_of(share, known, weights),
            )
            for (p, soc, title), share in zip(found[:limit], shares, strict=False)
        )

    def _asked(self, reading: Reading) -> tuple[dict[str, float], float, float]:
        """The typed words by squared rarity, their length as a vector, and the share of them that is known."""
        asked: dict[str, float] = {}
        unknown = 0
        for n, part in enumerate(reading.full):
            for word in part:
                row = self._rows.get(word)
                if row is None:
                    unknown += 1
                elif word not in asked:
                    asked[word] = log(1 / row[0]) ** 2 * (1.0 if n == 0 else self.lexicon.weights["later_part"])
        length = sqrt(sum(asked.values())) or 1.0
        return asked, length, len(asked) / (len(asked) + unknown or 1)

    def _nearest(self, soc: int, asked: Mapping[str, float], length: float) -> tuple[float, _Title]:
        """The title of a SOC that is nearest to the typed one; the plain occupation (.00) where two are as near."""
        best = (-1.0, _Title("00", 1.0, frozenset(), ""))
        for title in self._titles_of(soc):
            near = titles.nearness(asked, length, title.words, title.norm) + (0.02 if title.suffix == "00" else 0.0)
            if near > best[0]:
                best = (near, title)
        return best

    def _titles_of(self, soc: int) -> list[_Title]:
        if soc not in self._groups:
            (body,) = self.db.execute("SELECT body FROM title_group WHERE soc = ?", (soc,)).fetchone()
            lines = (line.split("\t") for line in body.split("\n"))
            self._groups[soc] = [_Title(s, float(n), frozenset(w.split()), t) for s, n, w, t in lines]
        return self._groups[soc]

    def _mend(self, reading: Reading) -> Reading:
        """The reading with slips of the pen mended: only words that the index has never seen."""
        every = {w for part in (*reading.full, *reading.spelled) for w in part}
        self._load(every)
        changed = {w: self._mended_word(w) for w in sorted(every) if self._rows[w] is None and w.isalpha()}
        changed = {w: m for w, m in changed.items() if m}
        if not changed:
            return reading

        def mended(parts: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
            return tuple(unbroken(m for w in part for m in changed.get(w, (w,))) for part in parts)

        heads = tuple(changed[h][-1] if h in changed else h for h in reading.heads)
        after = Reading(spelled=mended(reading.spelled), full=mended(reading.full), heads=heads)
        self._load({m for words in changed.values() for m in words})
        return after

    def _mended_word(self, word: str) -> tuple[str, ...]:
        if word not in self._mended and len(self._mended) < self.MOST_ROWS:
            self._mended[word] = self._mending(word)
        return self._mended.get(word, ())

    def _mending(self, word: str) -> tuple[str, ...]:
        if not 4 <= len(word) <= 24 or word in self.lexicon.fields:
            return ()
        known = self.vocabulary
        near = [w for w in near_spellings(word) if w in known and len(w) > 3]
        if near:
            return (max(near, key=lambda w: (known[w], w)),)
        halves = [(word[:n], word[n:]) for n in range(3, len(word) - 2)]
        both = [(a, b) for a, b in halves if known.get(a, 0) > 8 and known.get(b, 0) > 8]
        if both:
            return max(both, key=lambda ab: (min(known[ab[0]], known[ab[1]]), ab))
        return self._far_mending(word) if len(word) >= 7 else ()

    def _far_mending(self, word: str) -> tuple[str, ...]:
        """Two slips in a long word: rapidfuzz, which costs 20 ms to load and is rarely needed."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        alike = [w for w in self.vocabulary if w[0] == word[0] and abs(len(w) - len(word)) < 3]
        found = process.extractOne(word, alike, scorer=OSA.distance, score_cutoff=2)
        return (found[0],) if found else ()

    @property
    def vocabulary(self) -> dict[str, int]:
        """Every word of more than one title and how often it stands there; read at the first unknown word."""
        if self._vocabulary is None:
            (text,) = self.db.execute("SELECT value FROM title_meta WHERE key = 'words'").fetchone()
            pairs = (line.split(" ") for line in text.split("\n"))
            self._vocabulary = Counter({w: int(n) for w, n in pairs})
        return self._vocabulary
