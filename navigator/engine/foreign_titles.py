"""Job titles of another language: which occupation is behind `cuidadora de ancianos`. Accents, gender and number do not count."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log, sqrt

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from navigator.domain.title import Sure, TitleFind
from navigator.engine.by_ear import by_ear
from navigator.engine.title_words import folded

_TOKEN = re.compile(r"[a-z]+")
_SILENT = frozenset(
    [
        "a",
        "al",
        "ante",
        "aqui",
        "cada",
        "como",
        "con",
        "cosa",
        "cosas",
        "de",
        "del",
        "desde",
        "el",
        "ella",
        "en",
        "entre",
        "era",
        "eran",
        "es",
        "esa",
        "ese",
        "esta",
        "este",
        "fui",
        "fue",
        "ha",
        "hacer",
        "hacia",
        "hago",
        "he",
        "hice",
        "la",
        "las",
        "le",
        "les",
        "lo",
        "los",
        "me",
        "mi",
        "mis",
        "mucho",
        "muchos",
        "muy",
        "no",
        "o",
        "para",
        "por",
        "pues",
        "que",
        "se",
        "ser",
        "sin",
        "sobre",
        "soy",
        "su",
        "sus",
        "tambien",
        "tenia",
        "toda",
        "todo",
        "tuve",
        "un",
        "una",
        "uno",
        "unos",
        "y",
        "ya",
        "yo",
        "empleo",
        "empleado",
        "empleada",
        "puesto",
        "trabaje",
        "trabajo",
        "trabajaba",
        "trabajando",
        "anos",
        "ano",
        "meses",
        "tiempo",
        "completo",
        "medio",
        "turno",
    ]
)
_LEAST = 4
"""Letters of a word that its ending is never taken from."""

SURE, LIKELY = 0.93, 0.6
MENDED = 82
"""From this likeness (of 100) a word that no title holds is read as one that a title holds."""

ENGLISH: dict[Sure, float] = {"sure": 1.3, "likely": 0.8, "unsure": 0.3}
"""What a find in the English index says beside one in this language."""
LATER = 0.7
EXACT, TO_THE_WORD = 1.3, 0.999
"""What a title of this language weighs more that was typed word for word, and from which points it was."""

Named = tuple[str, str, str]
"""A title, the code of its occupation, and its words with blanks between them."""


def words_in(text: str) -> list[str]:
    """What says something in a title, in one form for every gender and number."""
    return [_root(t) for t in _TOKEN.findall(folded(text)) if t not in _SILENT and len(t) > 1]


def _root(word: str) -> str:
    """`cajera`, `cajero` and `cajeros` are one word."""
    root = word
    for ending in ("s", "e", "a", "o"):
        if root.endswith(ending) and len(root) > _LEAST:
            root = root[:-1]
            if ending in "ao":
                break
    return root


def _features(words: Iterable[str]) -> dict[str, float]:
    """The words, and their beginnings, which say less: `limpiaba` and `limpieza`."""
    found: dict[str, float] = {}
    for word in words:
        found[word] = 1.0
        found["<" + word[:5]] = 0.6
    return found


class Index:
    """All titles of a language, ready to compare."""

    def __init__(self, titles: Sequence[Named]) -> None:
        self.titles = titles
        self.features = [_features(words.split()) for _, _, words in titles]
        holders: dict[str, list[int]] = defaultdict(list)
        for n, features in enumerate(self.features):
            for feature in features:
                holders[feature].append(n)
        self.holders = holders
        self.rarity = {f: log(1 + len(titles) / len(some)) for f, some in holders.items()}
        self.lengths = [self._length(f) for f in self.features]

    @cached_property
    def heard(self) -> dict[str, str]:
        """Each word by its sound; the more usual one where two sound the same."""
        words = sorted((w for w in self.holders if w[0] != "<"), key=lambda w: (len(self.holders[w]), w))
        return {by_ear(word): word for word in words}

    def _length(self, features: dict[str, float]) -> float:
        return sqrt(sum((w * self.rarity.get(f, 0.0)) ** 2 for f, w in features.items())) or 1.0

    def near(self, words: list[str]) -> dict[int, float]:
        """How near each title is, from 0 to 1."""
        asked = _features(words)
        unknown = log(1 + len(self.titles))
        length = (
            sqrt(sum((w * self.rarity.get(f, unknown if f[0] != "<" else 0.0)) ** 2 for f, w in asked.items())) or 1.0
        )
        points: dict[int, float] = defaultdict(float)
        for feature, weight in asked.items():
            value = weight * weight * self.rarity.get(feature, 0.0) ** 2
            for n in self.holders.get(feature, ()):
                points[n] += value
        return {n: total / (length * self.lengths[n]) for n, total in points.items()}


def find(text: str, index: Index, limit: int) -> tuple[TitleFind, ...]:
    """The occupations behind a title, best first; none when no word of it is known."""
    words, titles = words_in(text), index.titles
    if not words or not titles:
        return ()
    meant = [_mended(w, index) for w in words]
    near = index.near(meant)
    best: dict[str, tuple[float, str]] = {}
    for n, points in near.items():
        title, code, _ = titles[n]
        if points > best.get(code, (0.0, ""))[0]:
            best[code] = (points, title)
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))[: max(limit, 1)]
    most: Sure = "sure" if meant == words else "likely"  # a word that had to be mended is a guess
    return tuple(
        TitleFind(code=code, matched=title, points=round(p, 4), sure=_sure(p) if p < SURE else most)
        for code, (p, title) in ranked
    )


def _mended(word: str, index: Index) -> str:
    if word in index.holders or len(word) < _LEAST:
        return word
    if heard := index.heard.get(by_ear(word)):
        return heard
    if "<" + word[:5] in index.holders:
        return word
    found = extractOne(word, [w for w in index.holders if w[0] != "<"], scorer=ratio, score_cutoff=MENDED)
    return str(found[0]) if found else word


def _sure(points: float) -> Sure:
    return "sure" if points >= SURE else "likely" if points >= LIKELY else "unsure"


def merged(ours: Sequence[TitleFind], english: Sequence[TitleFind], limit: int) -> tuple[TitleFind, ...]:
    """Two lists of finds as one: people mix languages, and an English title is found in any of them."""
    points: dict[str, float] = defaultdict(float)
    best: dict[str, TitleFind] = {}
    for find_ in ours:
        points[find_.code] += find_.points + (EXACT if find_.points >= TO_THE_WORD else 0.0)
        best[find_.code] = find_
    for place, find_ in enumerate(english):
        points[find_.code] += ENGLISH[find_.sure] * LATER**place
        best.setdefault(find_.code, find_)
    order = sorted(best, key=lambda code: (-points[code], code))
    return tuple(best[code] for code in order[:limit])
