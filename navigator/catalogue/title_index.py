"""The title index, opened: which occupation is behind a title in people's own words."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from heapq import nlargest
from math import log, sqrt
from pathlib import Path
from typing import Any

from msgspec import convert

from navigator.catalogue.title_build import build, employed
from navigator.catalogue.title_rows import Asked, Group, Row, group_of, less_sure, narrowed_from
from navigator.domain.life import MilitaryService
from navigator.domain.said import Sayings
from navigator.domain.title import Lexicon, TitleFind
from navigator.engine import titles
from navigator.engine.life_words import service_reader
from navigator.engine.saying_words import PLACES
from navigator.engine.title_gender import without_somebody
from navigator.engine.title_mending import foreign_words, mended
from navigator.engine.title_words import CODE, Reading, Words, is_doubtful

__all__ = ["TitleIndex", "build", "employed"]

CANDIDATES = 12
"""Occupations whose titles are compared one by one with the typed one."""
UNSAID = Reading(spelled=(), full=(), heads=())
SAYS_NOTHING = 0.5
"""A word of the employer's that is no weightier than this (`city`) makes no other work of a title."""
MOST_ROWS = 60_000
"""Index rows kept in memory while many titles are looked up."""


class TitleIndex:
    """One title reads some twenty rows; many titles share what was read."""

    def __init__(self, path: Path | str) -> None:
        where = Path(path)
        where = where / "catalogue.sqlite" if where.is_dir() else where
        self.db = sqlite3.connect(f"{where.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        self.socs: list[str] = self._meta("socs")
        self.sizes: list[int] = self._meta("sizes")
        self.priors: list[float] = self._meta("priors")
        stored = self._meta("lexicon")
        for name in ("noise", "inside", "inside_unless"):
            stored[name] = frozenset(stored[name])
        stored["noise_phrases"] = tuple(map(tuple, stored["noise_phrases"]))
        stored["service"] = convert(stored["service"], MilitaryService)
        stored["sayings"] = convert(stored["sayings"], Sayings)
        self.lexicon = Lexicon(**stored)
        self._serves = service_reader(self.lexicon.service)
        self.words = Words(self.lexicon)
        self._total = sum(self.sizes)
        self._base = self._starting_points()
        self._rows: dict[str, Row | None] = {}
        self._groups: dict[int, Group] = {}
        self._fields: dict[tuple[str, ...], list[int]] = {}
        self._mended: dict[str, tuple[str, ...]] = {}

    def find(self, text: str, limit: int = 5, context: str = "") -> tuple[TitleFind, ...]:
        """The occupations behind a title, best first, one a SOC; none when no word of it is known.

        ``context`` is anything said beside the title, such as the employer's name or field.
        """
        if self._serves(text):
            return self._after_service(limit)
        if code := CODE.fullmatch(text.strip()):
            return self._coded(code[1], code[2])[: max(limit, 0)]
        typed = self.words.read(text)
        mended_one = self._mend(typed, foreign_words(text))
        reading = self._main_first(mended_one)
        if not reading.full or limit < 1:
            return ()
        beside = self.words.read(context) if context else UNSAID
        found = self._as_sure_alone(self._found(reading, beside, limit), reading)
        if beside.full and reading.is_one_word:
            narrowed = self._narrowed(f"{context} {text}", reading, limit)
            found = narrowed_from(found, narrowed) if narrowed else self._doubted(found, reading, beside)
        return (
            found
            if mended_one is typed and not typed.guessed and not is_doubtful(text)
            else tuple(map(less_sure, found))
        )

    def _as_sure_alone(self, found: tuple[TitleFind, ...], reading: Reading) -> tuple[TitleFind, ...]:
        """The finds of `newspaper pressman` as sure as those of `pressman`, where both find the same: whose pressman it was
        takes nothing away."""
        if not found or found[0].sure == "sure" or not (rest := reading.without_place(PLACES)):
            return found
        if rest.is_one_word and rest.full[0][0] in self.lexicon.weak:
            return found
        alone = self._found(rest, UNSAID, 1)
        if not alone or alone[0].code[:7] != found[0].code[:7] or alone[0].sure == "unsure":
            return found
        return (replace(found[0], sure=alone[0].sure), *found[1:])

    def _narrowed(self, text: str, reading: Reading, limit: int) -> tuple[TitleFind, ...]:
        """The finds of `deli manager` for a manager at a deli; none where no title is called so."""
        (word,) = reading.full[0]
        joined = self._mend(self.words.read(text)).as_one(word, reading.spelled[0])
        found = self._found(joined, UNSAID, limit)
        named = set(self.words.of_title(found[0].matched)) if found else set()
        weak = self.lexicon.weak
        telling = {w for w in joined.full[0] if w != word and weak.get(w, 1.0) > SAYS_NOTHING}
        return found if word in named and not named.isdisjoint(telling) else ()

    def _doubted(self, found: tuple[TitleFind, ...], reading: Reading, beside: Reading) -> tuple[TitleFind, ...]:
        """Less sure where a title of one broad word is found in another field than that of the employer."""
        (word,) = reading.full[0]
        if not found or word not in self.lexicon.weak:
            return found
        starts = tuple(s for part in beside.full for w in part for s in self.lexicon.fields.get(w, ()))
        return tuple(map(less_sure, found)) if starts and not found[0].code.startswith(starts) else found

    def _coded(self, soc: str, end: str | None) -> tuple[TitleFind, ...]:
        """The one occupation of a code, of a six-digit code the plain one; none where there is no such code."""
        if soc not in self.socs:
            return ()
        group = self._group(self.socs.index(soc))
        wanted = end or min(group.ends)
        if wanted not in group.ends:
            return ()
        title = group.texts[group.ends.index(wanted)]
        return (TitleFind(code=f"{soc}.{wanted}", matched=title, points=0.0, sure="sure"),)

    def _after_service(self, limit: int) -> tuple[TitleFind, ...]:
        """Work to pick from for who served and did not say what they did there. None of it is a guess."""
        there = [code for code in self.lexicon.service.work if code[:7] in self.socs]
        return tuple(TitleFind(code=code, matched="", points=0.0, sure="unsure") for code in there[: max(limit, 0)])

    def names_work(self, text: str) -> float:
        """How surely the head word of a text names work, 0 to 1: high for `line cook`, 0 for `State University`."""
        reading = self._main_first(self.words.read(text))
        if not reading.full or not reading.heads:
            return 0.0
        self._load([reading.heads[0], "^" + reading.heads[0]])
        return min(1.0, self._names_people(reading.heads[0]))

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """Every word of more than one title, and how often it stands there; read at the first unknown word."""
        known: dict[str, int] = self._meta("words")
        return known

    def _meta(self, key: str) -> Any:
        (value,) = self.db.execute("SELECT value FROM title_meta WHERE key = ?", (key,)).fetchone()
        return json.loads(value)

    def _starting_points(self) -> list[float]:
        """What speaks for a SOC before a word is read: how many work in it, and how many titles it has."""
        weights = self.lexicon.weights
        return [
            weights["prior"] * prior + weights["size"] * log((size + 20) / 300)
            for prior, size in zip(self.priors, self.sizes, strict=True)
        ]

    def _load(self, keys: Iterable[str]) -> None:
        """Read the rows that are not known yet, in one question."""
        if len(self._rows) > MOST_ROWS:
            self._rows.clear()
        missing = list(dict.fromkeys(k for k in keys if k not in self._rows))
        for n in range(0, len(missing), 500):
            some = missing[n : n + 500]
            marks = ",".join("?" * len(some))
            self._rows.update(dict.fromkeys(some))
            query = f"SELECT key, counts FROM title_feature WHERE key IN ({marks})"  # noqa: S608 - only question marks
            for key, blob in self.db.execute(query, some):
                self._rows[key] = self._row(key, blob)

    def _row(self, key: str, blob: bytes) -> Row:
        share, socs, gains = self._gains(key, blob)
        return Row(share, tuple(zip(socs, gains, strict=True)))

    def _gains(self, key: str, blob: bytes) -> tuple[float, Sequence[int], list[float]]:
        """The share of all titles that hold a key, the SOCs it speaks of, and what it says for each."""
        flat = array("H")
        flat.frombytes(blob)
        socs, counts = flat[: len(flat) // 2], flat[len(flat) // 2 :]
        total = sum(counts)
        if key[0] == "=":
            return 0.0, socs, [titles.named(n, total) for n in counts]
        share, sizes = total / self._total, self.sizes
        return share, socs, titles.lifts(counts, [sizes[soc] for soc in socs], share, self.lexicon.weights)

    def _found(self, reading: Reading, beside: Reading, limit: int) -> tuple[TitleFind, ...]:
        """From a reading to the finds: the readable way (``services.batch_titles`` has one for many titles)."""
        points = self._points(self._features(reading, beside))
        self._hint(points, reading, beside)
        return self._ranked(points, reading, limit)

    def _features(self, reading: Reading, beside: Reading) -> list[titles.Feature]:
        """What a title is looked up by; its rows are read."""
        features = titles.features_of(reading, self.lexicon) + titles.features_beside(beside, self.lexicon)
        self._load(f.key for f in features)
        return features

    def _points(self, features: Iterable[titles.Feature]) -> dict[int, float]:
        points: dict[int, float] = {}
        weights, base = self.lexicon.weights, self._base
        for feature in features:
            row = self._rows[feature.key]
            if row is not None:
                scale = feature.weight * weights[feature.kind]
                for soc, gain in row.gains:
                    points[soc] = (points[soc] if soc in points else base[soc]) + scale * gain
        return points

    def _hint(self, points: dict[int, float], reading: Reading, beside: Reading) -> None:
        """Words of an employer's field, in the title or beside it, speak a little for the field's occupations."""
        for hinted, pull in self._hinted(reading, beside):
            if not points:  # nothing but an employer is known: `worked at McDonald's`
                points.update((soc, self._base[soc]) for soc in hinted)
            for soc in hinted:
                if soc in points:
                    points[soc] += pull

    def _hinted(self, reading: Reading, beside: Reading) -> Iterator[tuple[Sequence[int], float]]:
        """The occupations of the fields that are named in the title and beside it, and how much that speaks for them."""
        weights = self.lexicon.weights
        for said, pull in ((reading, weights["field"]), (beside, weights["context"])):
            known = (self.lexicon.fields.get(word, ()) for part in said.full for word in part)
            starts = tuple(sorted({start for some in known for start in some}))
            yield self._of_fields(starts) if starts else (), pull

    def _of_fields(self, starts: tuple[str, ...]) -> list[int]:
        if starts not in self._fields:
            self._fields[starts] = [soc for soc, code in enumerate(self.socs) if code.startswith(starts)]
        return self._fields[starts]

    def _ranked(self, points: dict[int, float], reading: Reading, limit: int) -> tuple[TitleFind, ...]:
        asked, weights = self._asked(reading), self.lexicon.weights
        best = nlargest(max(CANDIDATES, limit), points.items(), key=lambda item: (item[1], -item[0]))
        found = []
        for soc, so_far in best:
            near, end, text = self._nearest(soc, asked)
            found.append((so_far + weights["near"] * near, f"{self.socs[soc]}.{end}", text))
        return self._told(found, asked, limit)

    def _told(self, found: list[tuple[float, str, str]], asked: Asked, limit: int) -> tuple[TitleFind, ...]:
        """The candidates (points, code, nearest title) in their order, with how sure each is."""
        if not found:
            return ()
        weights = self.lexicon.weights
        found.sort(key=lambda f: (-f[0], f[1]))
        shares = titles.shares([f[0] for f in found], weights)
        finds = [
            TitleFind(code=code, matched=text, points=round(total, 4), sure=titles.sure_of(share, asked.known, weights))
            for (total, code, text), share in zip(found[:limit], shares, strict=False)
        ]
        return tuple(map(less_sure, finds) if asked.strange else finds)

    def _asked(self, reading: Reading) -> Asked:
        found: dict[str, float] = {}
        weak, later = self.lexicon.weak, self.lexicon.weights["later_part"]
        for n, part in enumerate(reading.full):
            for word in part:
                row = self._rows.get(word)
                if row is not None and word not in found:
                    found[word] = log(1 / row.share) ** 2 * (1.0 if n == 0 else later)
        main = reading.full[0]
        understood = sum(word in found for word in main) / len(main)
        known = understood * max(weak.get(word, 1.0) for word in main)
        strange = any(self._rows[w] is None and self._is_whole(w) for part in reading.full for w in part)
        return Asked(found, sqrt(sum(found.values())) or 1.0, known, strange)

    def _is_whole(self, word: str) -> bool:
        """Whether it is a word by its look, and not one of an employer's that we know."""
        return len(word) > 2 and word.isalpha() and word not in self.lexicon.fields

    def _nearest(self, soc: int, asked: Asked) -> tuple[float, str, str]:
        """How near the nearest title of a SOC is, the end of its code (.00 where two are as near), and its text."""
        group = self._group(soc)
        common: dict[int, float] = {}
        for word, value in asked.words.items():
            for n in group.holders.get(word, ()):
                common[n] = common.get(n, 0.0) + value
        near, best = 0.0, 0
        for n, value in common.items():
            this = value / (asked.length * group.norms[n]) + (0.02 if group.ends[n] == "00" else 0.0)
            if this > near or (this == near and n < best):
                near, best = this, n
        return near, group.ends[best], group.texts[best]

    def _group(self, soc: int) -> Group:
        if soc not in self._groups:
            (body,) = self.db.execute("SELECT body FROM title_group WHERE soc = ?", (soc,)).fetchone()
            self._groups[soc] = group_of(body)
        return self._groups[soc]

    def _mend(self, reading: Reading, foreign: frozenset[str] = frozenset()) -> Reading:
        """The reading with slips of the pen mended: only in words that no title holds, and in none that is ``foreign``."""
        every = {w for part in (*reading.full, *reading.spelled) for w in part}
        self._load(sorted(every))
        right = self.lexicon.fields.keys() | {*self.lexicon.service.alone.words} | foreign
        strange = [w for w in sorted(every) if self._rows[w] is None and w not in right]
        changed = {w: instead for w in strange if (instead := self._instead(w))}
        if not changed:
            return reading
        self._load(sorted({w for words in changed.values() for w in words}))
        return reading.with_words(changed)

    def _main_first(self, reading: Reading) -> Reading:
        """The part that names an occupation first: `Sunrise Living - Cook` is about a cook, like `Cook - Sunrise`."""
        if len(reading.full) < 2:
            return reading
        keys = [titles.key_of_whole(part) for part in reading.full]
        self._load([*("^" + head for head in reading.heads), *keys])
        naming = [
            self._names_people(head) + (0.5 if self._rows[key] else 0.0)
            for head, key in zip(reading.heads, keys, strict=True)
        ]
        naming[0] += self.lexicon.weights["comes_first"]
        return reading.begun_with(naming.index(max(naming))).completed(self.lexicon.weak)

    def _names_people(self, word: str) -> float:
        """How often a word is the head of the titles that hold it: high for `cook`, low for `hospital`."""
        row, as_head = self._rows.get(word), self._rows.get("^" + word)
        return as_head.share / row.share if row and as_head else 0.0

    def _one_gender(self, words: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(self.words.form, without_somebody([*words], ())))

    def _instead(self, word: str) -> tuple[str, ...]:
        if len(self._mended) > MOST_ROWS:
            self._mended.clear()
        if word not in self._mended:
            self._mended[word] = self._one_gender(mended(word, self.vocabulary))
        return self._mended[word]
