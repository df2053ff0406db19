"""The activities to tick for one occupation: which they are, and in which order they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log, sqrt

from navigator.catalogue.store import Catalogue
from navigator.engine.title_words import folded, fore

OWN = 13
NEIGHBOURS = 3
"""A tick list: mostly what the occupation does, and a little of what the nearest ones do."""

TELLING = 5
"""Letters from which a word of a name tells what is done."""


def activities_to_tick(catalogue: Catalogue, code: str) -> tuple[str, ...]:
    """An occupation's own activities that tell most, the usual ones first, and a few of its neighbours."""
    tables = catalogue.tables
    if code not in tables.column:
        return ()
    every = _by_weight(tables.activity_row, tables.column[code])
    taken = set(every)
    others: list[str] = []
    for column, _near in tables.nearest[tables.column[code]][:5]:
        others += [a for a in _by_weight(tables.activity_row, column)[:4] if a not in taken and a not in others]
    return (*_usual_first(catalogue, every[:OWN], code), *others[:NEIGHBOURS])


def _usual_first(catalogue: Catalogue, activities: Sequence[str], code: str) -> list[str]:
    """What the name of the work speaks of, then what is usual in it: a list that begins with the rare looks wrong.

    The tables weigh what few occupations do higher, because it tells more; half of that is taken back here. Only the
    order changes, so that the list still asks what tells most.
    """
    tables = catalogue.tables
    rows, column = tables.activity_row, tables.column[code]
    words = {a.id: _beginnings(a.did) for a in catalogue.framework.activities if a.id in activities}
    name = _beginnings(catalogue.names[code])

    def place(activity: str) -> tuple[bool, float, str]:
        row = rows[activity]
        rare = log(1 + len(row) / sum(1 for weight in row if weight))
        return (name.isdisjoint(words.get(activity, ())), -row[column] / sqrt(rare), activity)

    return sorted(activities, key=place)


def _beginnings(text: str) -> frozenset[str]:
    """How the longer words of a text begin: `forkl` of a forklift driver, `child` of children."""
    words = (word.strip(",.()") for word in folded(text).split())
    return frozenset(fore(word) for word in words if len(word) >= TELLING)


def _by_weight(rows: Mapping[str, Sequence[float]], column: int) -> list[str]:
    weighed = [(row[column], a) for a, row in rows.items() if row[column]]
    return [a for _weight, a in sorted(weighed, key=lambda pair: (-pair[0], pair[1]))]
