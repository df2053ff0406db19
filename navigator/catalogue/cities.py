"""The cities that people name where their state is asked: read, and turned round to city and states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from navigator.catalogue.schema import CitiesFile
from navigator.catalogue.source import read_yaml
from navigator.domain.errors import Problem
from navigator.engine.towns import folded

CITIES = "cities.yaml"


def read_cities(path: Path, states: Collection[str]) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """Each city's folded name with the letters of its states, and what is wrong with the file."""
    file, problems = read_yaml(path, CitiesFile)
    if file is None:
        return {}, problems
    found: dict[str, dict[str, None]] = {}
    for some in (file.cities, file.also):
        for state, names in some.items():
            for name in names:
                found.setdefault(folded(name), {})[state] = None
    what = _wrong(file.cities, states), _wrong(file.also, states)
    problems += [Problem(path=path, line=None, what=w) for some in what for w in some]
    return {name: tuple(sorted(letters)) for name, letters in found.items()}, problems


def _wrong(some: Mapping[str, tuple[str, ...]], states: Collection[str]) -> Iterator[str]:
    """What is no state of ours, and what stands twice under one."""
    for state, names in some.items():
        if states and state not in states:
            yield f"{state} is no state or territory of wages/areas.csv"
        for name, times in Counter(map(folded, names)).items():
            if times > 1:
                yield f"{state} names {name} twice"
