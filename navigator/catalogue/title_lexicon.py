"""data/titles.yaml: what people really call their work. Read, checked, and turned into the engine's lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from navigator.catalogue.life import MILITARY, read_military
from navigator.catalogue.schema import Strict, Text
from navigator.catalogue.source import read_yaml
from navigator.domain.errors import Problem
from navigator.domain.life import MilitaryService, WorkInside
from navigator.domain.said import Sayings, Told
from navigator.domain.title import Lexicon
from navigator.engine.title_gender import one_gender, pairs
from navigator.engine.title_words import folded, single

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Code = Annotated[str, msgspec.Meta(pattern=r"^\d\d-\d{4}\.\d\d$")]
Prefix = Annotated[str, msgspec.Meta(pattern=r"^\d\d-\d{0,4}$")]
Names = tuple[Text, ...]


class WeightsFile(Strict):
    """How much each kind of evidence counts; fitted, see bench/titles.py. A missing one is an error, never a 0."""

    word: float
    stem: float
    fore: float
    head: float
    part: float
    whole: float
    near: float
    prior: float
    size: float
    field: float
    context: float
    same: float
    as_typed: float
    later_part: float
    comes_first: float
    thin: float
    floor: float
    sharpness: float
    sure_from: Share
    likely_from: Share


class ToldFile(Strict, rename={"name": "is"}):
    """Verbs, what they are done to, a word of the line, and the name that is read."""

    did: Names
    name: Text
    to: Names = ()
    where: Names = ()


class LexiconFile(Strict):
    """The file as people edit it."""

    format: Literal["navigator/titles/1"]
    weights: WeightsFile
    noise: Names
    noise_phrases: Names
    weak: dict[str, Share]
    short: dict[str, Text]
    same: dict[str, Names]
    fields: dict[str, tuple[Prefix, ...]]
    titles: dict[Code, Names]
    spanish: dict[Code, Names]
    did: dict[Text, str] = msgspec.field(default_factory=dict)
    told: tuple[ToldFile, ...] = ()
    hizo: dict[Text, str] = msgspec.field(default_factory=dict)
    contado: tuple[ToldFile, ...] = ()


_BOTH = re.compile(r"\b(\w+)/(as?)\b")


def read_lexicon(path: Path, inside: WorkInside | None) -> tuple[Lexicon | None, list[Problem]]:
    """The lexicon of one file, with the words of prisons and, beside it, of military service; None, with the problems, when
    one of them is broken."""
    file, problems = read_yaml(path, LexiconFile)
    service, wrong = read_military(path.with_name(MILITARY))
    problems += wrong
    if file is None or service is None or inside is None:
        return None, problems
    return lexicon_of(file, service, inside), problems


def lexicon_of(file: LexiconFile, service: MilitaryService, inside: WorkInside) -> Lexicon:
    """The file's words in the forms that titles are compared in."""
    named = [(t, code) for code, titles in file.titles.items() for t in titles]
    named += [(t, code) for code, titles in file.spanish.items() for given in titles for t in both_genders(given)]
    in_two = (tuple(both_genders(t)) for given in file.spanish.values() for t in given if "/" in t)
    return Lexicon(
        noise=frozenset(folded(w) for w in file.noise),
        noise_phrases=tuple(tuple(folded(p).split()) for p in file.noise_phrases),
        weak={_word(w): share for w, share in file.weak.items()},
        short={folded(s): folded(full) for s, full in file.short.items()},
        same={_word(w): tuple(_word(o) for o in others) for w, others in file.same.items()},
        fields={_word(w): prefixes for w, prefixes in file.fields.items()},
        titles=tuple(named),
        weights=msgspec.to_builtins(file.weights),
        inside=frozenset(inside.places),
        inside_unless=frozenset(inside.guards),
        service=service,
        sayings=sayings_of(file),
        genders=pairs((_singles(one), _singles(other)) for one, other in in_two),
    )


def sayings_of(file: LexiconFile) -> Sayings:
    """What people say they did, in the forms that lines are compared in."""
    return Sayings(
        did={folded(verb): folded(name) for verb, name in file.did.items()},
        hizo={folded(verb): folded(name) for verb, name in file.hizo.items()},
        told=tuple(map(_told, file.told)),
        contado=tuple(map(_told, file.contado)),
    )


def _told(entry: ToldFile) -> Told:
    return Told(
        did=tuple(map(folded, entry.did)), to=_forms(entry.to), where=_forms(entry.where), name=folded(entry.name)
    )


def _forms(texts: Names) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(map(single, folded(text).split())) for text in texts))


def both_genders(title: str) -> Iterator[str]:
    """`cuidador/a de ancianos` as `cuidador de ancianos` and `cuidadora de ancianos`."""
    if "/" not in title:
        yield title
        return
    yield _BOTH.sub(lambda m: m.group(1), title)
    yield _BOTH.sub(lambda m: _feminine(m.group(1), m.group(2)), title)


def _feminine(word: str, ending: str) -> str:
    base = word.removesuffix("s") if ending == "as" else word
    return (base[:-1] if base[-1] in "oe" else base) + ending


def _singles(title: str) -> list[str]:
    return [single(word) for word in folded(title).split()]


def _word(text: str) -> str:
    return one_gender(single(folded(text)))
