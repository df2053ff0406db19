"""The scores of simulated people, whose answers are told and not read from a table, by the formula for many at once.

The bench of the fit ranks thousands of them; the property tests hold what it gives equal to the readable formula.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from navigator.domain.standing import Standing
from navigator.engine.batch import BatchTables, totals

Array = np.ndarray[Any, np.dtype[Any]]


def totals_of(tables: BatchTables, people: Sequence[Standing]) -> Array:
    """The score of every occupation for some people: one row a person."""
    given = [tables.fit.given(person) for person in people]
    answers = np.zeros((len(people), len(tables.matrix)), np.float32)
    for name, place in tables.places.items():
        _put(answers, place, [some[name] for some in given])
    works = [some["history"] for some in given]
    held = np.repeat(np.arange(len(people)), [len(some) for some in works])
    columns = np.array([tables.fit.tables.column[code] for some in works for code, _ in some], np.intp)
    return totals(tables, answers, held, columns)


def _put(answers: Array, place: Mapping[str, int], given: Sequence[Sequence[tuple[str, float]]]) -> None:
    """Write each person's answers of one kind."""
    rows = np.repeat(np.arange(len(given)), [len(some) for some in given])
    columns = np.array([place[about] for some in given for about, _ in some], np.intp)
    answers[rows, columns] = [value for some in given for _, value in some]
