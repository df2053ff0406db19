"""The title search for a whole file of titles: the same finds as :class:`TitleIndex`, reckoned over numpy arrays.

How a title is read, what it is looked up by and what each key says is the readable index's business. Only the two long
sums - what all keys say for each SOC, and how near each title of a candidate is - are done here for all at once, in the
same order and in the same precision, so that the finds are the same to the last digit; a property test holds them to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from navigator.catalogue.title_index import CANDIDATES, MOST_ROWS, TitleIndex
from navigator.catalogue.title_rows import Asked, Row
from navigator.domain.title import TitleFind
from navigator.engine import titles
from navigator.engine.title_words import Reading, Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.int64]

MOST_READINGS = 50_000
"""Readings whose finds are remembered: `Cook II`, `COOK` and `Cook - nights` are one title."""


@dataclass(frozen=True, kw_only=True)
class TitleLines:
    """All titles of the index in the order of their SOCs, column by column; ``counts``: how many each SOC has."""

    counts: list[int]
    ends: list[str]
    norms: list[str]
    words: list[str]
    texts: list[str]


@dataclass(frozen=True, kw_only=True)
class EveryTitle:
    """The same as arrays: where each SOC's titles begin (and the last end), and which titles hold a word."""

    starts: Whole
    norms: Floats
    plain: Floats
    holders: dict[str, Whole]


class LastRead(Words):
    """Words that know the title that was read last: what is not found outright is searched for, and is not read again."""

    _last: tuple[str, Reading] | None = None

    def read(self, text: str) -> Reading:
        """A title as somebody typed or posted it."""
        if self._last is None or self._last[0] != text:
            self._last = text, super().read(text)
        return self._last[1]


class QuickTitles(TitleIndex):
    """The title index for many titles. Making it costs a tenth of a second more than the readable one."""

    def __init__(self, path: Path | str) -> None:
        import numpy as np

        super().__init__(path)
        self.words = LastRead(self.lexicon)
        self._points_of: dict[str, tuple[Whole, Floats]] = {}
        self._fields_at: dict[tuple[str, ...], Whole] = {}
        self._finds: dict[tuple[Reading, Reading, int], tuple[TitleFind, ...]] = {}
        self._before = np.array(self._base)
        self._every_soc = np.arange(len(self._base))

    @cached_property
    def lines(self) -> TitleLines:
        """The titles as they stand in the index."""
        bodies = [body for (body,) in self.db.execute("SELECT body FROM title_group ORDER BY soc")]
        cells = "\t".join("\n".join(bodies).split("\n")).split("\t")  # one split of everything is soon done
        return TitleLines(
            counts=[body.count("\n") + 1 for body in bodies],
            ends=cells[0::4],
            norms=cells[1::4],
            words=cells[2::4],
            texts=cells[3::4],
        )

    @cached_property
    def every(self) -> EveryTitle:
        """The titles as arrays."""
        import numpy as np

        lines = self.lines
        flat = " ".join(lines.words).split(" ")
        number = {word: n for n, word in enumerate(dict.fromkeys(flat))}
        numbers = np.fromiter(map(number.__getitem__, flat), np.int64, len(flat))
        title = np.repeat(np.arange(len(lines.words)), [words.count(" ") + 1 for words in lines.words])
        places = title[np.argsort(numbers, kind="stable")]
        ends = np.cumsum(np.bincount(numbers))
        return EveryTitle(
            starts=np.cumsum([0, *lines.counts]),
            norms=np.array(lines.norms, np.float64),
            plain=np.where(np.array(lines.ends) == "00", 0.02, 0.0),
            holders=dict(zip(number, np.split(places, ends[:-1]), strict=True)),
        )

    @cached_property
    def only_bearers(self) -> dict[str, str]:
        """By the words of a title, of two or more, the code of the occupation that bears it where only one does.

        A word alone says too little: "driver" may stand in one occupation's list and mean another's thousands.
        """
        lines = self.lines
        socs = (soc for soc, count in zip(self.socs, lines.counts, strict=True) for _ in range(count))
        found: dict[str, str] = {}
        several: set[str] = set()
        for soc, end, words in zip(socs, lines.ends, lines.words, strict=True):
            code = f"{soc}.{end}"
            if found.setdefault(words, code) != code:
                several.add(words)
        return {words: code for words, code in found.items() if words not in several and " " in words}

    def outright(self, text: str) -> str:
        """The code of the one occupation that is called so, whatever else stands around (`Senior Line Cook - nights`), or
        nothing: then it must be searched for."""
        if self._serves(text):
            return ""
        parts = self.words.read(text).full
        return self.only_bearers.get(" ".join(parts[0]), "") if len(parts) == 1 else ""

    @cached_property
    def _common(self) -> Floats:
        """How much every title has in common with the typed one: nothing, between two titles."""
        import numpy as np

        return np.zeros(len(self.every.norms))

    def _load(self, keys: Iterable[str]) -> None:
        if len(self._rows) > MOST_ROWS:  # the readable index forgets its rows then
            self._points_of.clear()
        super()._load(keys)

    def _row(self, key: str, blob: bytes) -> Row:
        import numpy as np

        share, socs, gains = self._gains(key, blob)
        self._points_of[key] = np.array(socs, np.int64), np.array(gains)
        return Row(share, ())

    def _found(self, reading: Reading, beside: Reading, limit: int) -> tuple[TitleFind, ...]:
        key = reading, beside, limit
        found = self._finds.get(key)
        if found is None:
            if len(self._finds) >= MOST_READINGS:
                self._finds.clear()
            found = self._finds[key] = self._looked_up(reading, beside, limit)
        return found

    def _of_fields(self, starts: tuple[str, ...]) -> Any:
        import numpy as np

        if starts not in self._fields_at:
            self._fields_at[starts] = np.array(super()._of_fields(starts), np.int64)
        return self._fields_at[starts]

    def _looked_up(self, reading: Reading, beside: Reading, limit: int) -> tuple[TitleFind, ...]:
        import numpy as np

        points, spoken = self._sums(self._features(reading, beside))
        for hinted, pull in self._hinted(reading, beside):
            if len(hinted):
                if not spoken.any():  # nothing but an employer is known
                    spoken[hinted] = True
                points[hinted] += np.where(spoken[hinted], pull, 0.0)
        asked = self._asked(reading)
        best = _largest(points, spoken, max(CANDIDATES, limit))
        return self._told(self._candidates(best, points, asked), asked, limit)

    def _sums(self, features: Sequence[titles.Feature]) -> tuple[Floats, NDArray[np.bool_]]:
        """What all keys say for each SOC, added in their order; and the SOCs that any key speaks of."""
        import numpy as np

        weights = self.lexicon.weights
        known = [(f, self._points_of[f.key]) for f in features if self._rows[f.key] is not None]
        socs = [self._every_soc, *(socs for _, (socs, _) in known)]
        gains = [self._before, *(gains * (f.weight * weights[f.kind]) for f, (_, gains) in known)]
        places = np.concatenate(socs)
        spoken = np.zeros(len(self._before), bool)
        spoken[places[len(spoken) :]] = True
        points: Floats = np.bincount(places, np.concatenate(gains)).astype(np.float64, copy=False)
        return points, spoken

    def _candidates(self, best: Whole, points: Floats, asked: Asked) -> list[tuple[float, str, str]]:
        """Each candidate with the title of it that is nearest to the typed one."""
        import numpy as np

        if not len(best):
            return []
        every, common = self.every, self._common
        held = [(every.holders[word], value) for word, value in asked.words.items() if word in every.holders]
        for places, value in held:
            common[places] += value
        begins = every.starts[best]
        sizes = every.starts[best + 1] - begins
        theirs = np.arange(sizes.sum()) + np.repeat(begins - np.cumsum(sizes) + sizes, sizes)
        shared = common[theirs]
        some = np.flatnonzero(shared)
        for places, _ in held:
            common[places] = 0.0
        alike, whose = theirs[some], np.repeat(np.arange(len(best)), sizes)[some]
        near = shared[some] / (asked.length * every.norms[alike]) + every.plain[alike]
        nearest = np.zeros(len(best))
        np.maximum.at(nearest, whose, near)
        found = np.flatnonzero(near == nearest[whose])[::-1]  # backwards: of those as near, the first is written last
        begins[whose[found]] = alike[found]
        weight = self.lexicon.weights["near"]
        return [
            (so_far + weight * by, f"{self.socs[soc]}.{self.lines.ends[n]}", self.lines.texts[n])
            for soc, so_far, by, n in zip(
                best.tolist(), points[best].tolist(), nearest.tolist(), begins.tolist(), strict=True
            )
        ]


@lru_cache(maxsize=1)
def quick_titles(folder: Path) -> QuickTitles:
    """The title index for many titles of a compiled catalogue; several files of one process share it."""
    return QuickTitles(folder)


def _largest(points: Floats, spoken: Any, most: int) -> Whole:
    """The SOCs with the most points among those spoken of; of equal ones the first."""
    import numpy as np

    some = np.flatnonzero(spoken)
    if len(some) > most:
        theirs = points[some]
        least = np.partition(theirs, len(some) - most)[len(some) - most]
        above, tied = some[theirs > least], some[theirs == least]
        some = np.concatenate([above, tied[: most - len(above)]])
    return some
