"""data/military_service.yaml, home_life.yaml and work_inside.yaml: read, checked, and as the engine compares their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from navigator.catalogue.occupation_files import to_domain
from navigator.catalogue.schema import Strict, Text
from navigator.catalogue.source import read_yaml
from navigator.domain.errors import Problem
from navigator.domain.framework import Framework
from navigator.domain.life import HomeLife, MilitaryService, Telling, WorkInside
from navigator.engine.title_words import folded

MILITARY = "military_service.yaml"
HOME = "home_life.yaml"
INSIDE = "work_inside.yaml"

Texts = tuple[Text, ...]
Code = Annotated[str, msgspec.Meta(pattern=r"^\d\d-\d{4}\.\d\d$")]
Count = Annotated[int, msgspec.Meta(ge=1, le=40)]


class TellingFile(Strict):
    words: Texts
    phrases: Texts = ()
    beside: Texts = ()


class MilitaryFile(Strict):
    format: Literal["navigator/military-service/1"]
    alone: TellingFile
    bare: TellingFile
    work: tuple[Code, ...]


class HomeFile(Strict):
    format: Literal["navigator/home-life/1"]
    titles: TellingFile
    often: Texts
    first: Texts
    left_out: Texts
    unless: Texts
    mainly: Count
    most: Count


class InsideFile(Strict):
    format: Literal["navigator/work-inside/1"]
    places: Texts
    guards: Texts
    staff: Texts
    names: Texts
    shops: Texts
    people: Texts
    about: Texts
    says: Texts
    says_there: Texts
    likely: Texts


def read_military(path: Path) -> tuple[MilitaryService | None, list[Problem]]:
    """The words of military service, or None with the problems."""
    file, problems = read_yaml(path, MilitaryFile)
    if file is None:
        return None, problems
    return MilitaryService(alone=_telling(file.alone), bare=_telling(file.bare), work=file.work), problems


def read_home(path: Path) -> tuple[HomeLife | None, list[Problem]]:
    """The lists of life at home, or None with the problems."""
    file, problems = read_yaml(path, HomeFile)
    return (None if file is None else to_domain(file, HomeLife, titles=_telling(file.titles))), problems


def read_inside(path: Path) -> tuple[WorkInside | None, list[Problem]]:
    """The words of jail and prison, or None with the problems."""
    file, problems = read_yaml(path, InsideFile)
    if file is None:
        return None, problems
    lists = {f.name: _folded(getattr(file, f.name)) for f in fields(WorkInside)}
    return WorkInside(**lists), problems


def _telling(file: TellingFile) -> Telling:
    """Words in the form in which titles are compared, however they were written."""
    return Telling(words=_folded(file.words), phrases=_folded(file.phrases), beside=_folded(file.beside))


def _folded(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(folded(text) for text in texts))


def unknown(framework: Framework, occupations: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """What the lists name and nothing else knows: the file, the sentence, and the text to find its line by."""
    home, activities = framework.home, {a.id for a in framework.activities}
    groups, codes = {g.id for g in framework.groups}, {*occupations}
    lists = (
        (HOME, "the activity", (*home.often, *home.unless), activities),
        (HOME, "the group", (*home.first, *home.left_out), groups),
        (MILITARY, "the occupation", framework.service.work if codes else (), codes),
    )
    for file, kind, names, known in lists:
        yield from ((file, f"{kind} {name} is not known", name) for name in dict.fromkeys(names) if name not in known)
    inside = Telling(words=framework.inside.places, beside=framework.inside.guards)
    yield from _never_told(
        (MILITARY, framework.service.alone), (MILITARY, framework.service.bare), (HOME, home.titles), (INSIDE, inside)
    )


def _never_told(*lists: tuple[str, Telling]) -> Iterator[tuple[str, str, str]]:
    """A word of several words is never found: it belongs among the phrases."""
    for file, telling in lists:
        for word in (*telling.words, *telling.beside):
            if not word.isalnum():
                yield file, f"{word!r} is not one word: put it among the phrases", word
