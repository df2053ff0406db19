"""The formula of :mod:`navigator.engine.fit` for many people at once, in numpy blocks of float32.

Everything a score adds up is linear in the answers: each answer has a row over occupations, and what the neighbours lend
is one more matrix. So the rows are mixed with the neighbours once, the answers of a block become one matrix of factors,
and a block of people is a matrix product. A property test holds it equal to ``Fit.totals``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from navigator.domain.match import PartName
from navigator.domain.standing import Standing
from navigator.engine.fit import LEAST_AREAS, LEAST_LIKINGS, LEAST_SKILLS, ON_TOP, Fit

if TYPE_CHECKING:  # numpy costs 100 ms: it is loaded at first use, in the functions below
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

BLOCK = 2048
"""People in one product: the block's scores (8 MB) stay near the processor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchTables:
    """Everything the blocks share: the formula, and the rows of all answers, mixed with what the neighbours lend."""

    fit: Fit
    codes: tuple[str, ...]
    places: dict[PartName, dict[str, int]]
    slices: dict[PartName, slice]
    matrix: Array
    history: Array


def batch_tables(fit: Fit) -> BatchTables:
    """The rows of all answers that can be given; made once, then only read."""
    import numpy as np

    tables = fit.tables
    kinds: dict[PartName, Mapping[str, Sequence[float]]] = {
        "activities": tables.activity_row,
        "groups": fit.groups,
        "skills": fit.skills,
        "knowledge": tables.knowledge_row,
        "interests": tables.interest_row,
        "preferences": tables.preference_row,
    }
    places: dict[PartName, dict[str, int]] = {}
    slices: dict[PartName, slice] = {}
    start = 0
    for name, rows in kinds.items():
        places[name] = {about: start + n for n, about in enumerate(rows)}
        slices[name] = slice(start, start + len(rows))
        start += len(rows)
    stacked = np.array([row for rows in kinds.values() for row in rows.values()], dtype=np.float32)
    mixed = _lending(fit)
    return BatchTables(
        fit=fit,
        codes=tables.codes,
        places=places,
        slices=slices,
        matrix=stacked @ mixed,
        history=np.array(tables.near, dtype=np.float32) @ mixed,
    )


def _lending(fit: Fit) -> Array:
    """Own score and what the nearest lend, as one matrix: a row of base scores times this gives totals."""
    import numpy as np

    width = len(fit.tables.codes)
    mixed = np.eye(width, dtype=np.float32)
    for n in range(width):
        for m, share in fit.lenders(n):
            mixed[m, n] += fit.matching.weights["neighbours"] * share
    return mixed


def rank_block(tables: BatchTables, people: Sequence[Standing], top: int = 20) -> tuple[Array, Array]:
    """The columns of the best ``top`` occupations of each person, best first, and their scores."""
    import numpy as np

    found = [best_of(totals_of(tables, people[n : n + BLOCK]), top) for n in range(0, len(people), BLOCK)]
    if not found:
        return np.zeros((0, top), np.int64), np.zeros((0, top), np.float32)
    return np.concatenate([i for i, _ in found]), np.concatenate([s for _, s in found])


def totals_of(tables: BatchTables, people: Sequence[Standing]) -> Array:
    """The score of every occupation for some people: one row a person."""
    import numpy as np

    weights = tables.fit.matching.weights
    answers = np.zeros((len(people), len(tables.matrix)), np.float32)
    given = _answered(tables, people, answers)
    held, columns, factors = _held(tables, people)
    given["history"] = np.bincount(held, minlength=len(people)) > 0
    whole = sum(weights[name] * some for name, some in given.items() if name not in ON_TOP)
    share = np.where(whole > 0, 1 / np.where(whole > 0, whole, 1), 0).astype(np.float32)
    for name, kind in tables.slices.items():
        answers[:, kind] *= weights[name] if name in ON_TOP else (weights[name] * share)[:, None]
    totals: Array = answers @ tables.matrix
    factors *= weights["history"] * share[held]
    # One occupation held a time: most people have one, and within a round no person comes twice.
    turn = np.arange(len(held)) - np.searchsorted(held, held)
    for n in range(int(turn.max(initial=-1)) + 1):
        now = turn == n
        totals[held[now]] += factors[now, None] * tables.history[columns[now]]
    return totals


def _answered(tables: BatchTables, people: Sequence[Standing], answers: Array) -> dict[PartName, Array]:
    """Write the factors of all answers into ``answers``; which people answered each part."""
    _put(answers, tables.places["activities"], [[(a, 1.0) for a in s.did] for s in people])
    passed = -tables.fit.matching.not_ticked
    _put(answers, tables.places["activities"], [[(a, passed) for a in s.not_ticked] for s in people])
    _put(answers, tables.places["groups"], [[(g, 1.0) for g in s.groups] for s in people])
    _put(answers, tables.places["preferences"], [[(c, -1.0) for c in s.cannot] for s in people])
    _put(answers, tables.places["skills"], [s.skills for s in people])
    _put(answers, tables.places["knowledge"], [[(k, 1.0) for k in s.knowledge] for s in people])
    _put(answers, tables.places["interests"], [s.likings for s in people])
    least = {"activities": tables.fit.matching.ticks_full, "skills": LEAST_SKILLS, "knowledge": LEAST_AREAS,
             "interests": LEAST_LIKINGS}  # fmt: skip
    as_given = ("groups", *ON_TOP)
    given: dict[PartName, Array] = {}
    for name, kind in tables.slices.items():
        part = answers[:, kind]
        size = (part > 0).sum(axis=1) if name == "activities" else (part * part).sum(axis=1)
        given[name] = size > 0
        if name not in as_given:
            part *= _scale(size, least[name])[:, None]
    return given


def _scale(size: Array, least: int) -> Array:
    """The factor that brings answers of this size to length 1; nothing where nobody answered."""
    import numpy as np

    return np.where(size > 0, np.maximum(size, least) ** -0.5, 0).astype(np.float32)


def _put(answers: Array, place: Mapping[str, int], given: Sequence[Sequence[tuple[str, float]]]) -> None:
    """Write each person's answers of one kind; what the tables do not know is left out, as the formula leaves it out."""
    import numpy as np

    rows = np.repeat(np.arange(len(given)), [len(some) for some in given])
    columns = np.array([place.get(about, -1) for some in given for about, _ in some], np.intp)
    values = np.array([value for some in given for _, value in some], np.float32)
    known = columns >= 0
    answers[rows[known], columns[known]] = values[known]


def _held(tables: BatchTables, people: Sequence[Standing]) -> tuple[Array, Array, Array]:
    """Occupations held as (person, column, factor): they are few of many, so looked up and not multiplied."""
    import numpy as np

    column = tables.fit.tables.column
    known = [[column[c] for c in s.held if c in column] for s in people]
    counts = np.array([len(some) for some in known], np.intp)
    held = np.repeat(np.arange(len(people)), counts)
    columns = np.array([c for some in known for c in some], np.intp)
    return held, columns, counts[held] ** np.float32(-0.5)


def best_of(totals: Array, top: int) -> tuple[Array, Array]:
    """The best columns of each row, best first; equal ones in the order of the columns."""
    import numpy as np

    top = min(top, totals.shape[1])
    some = np.argpartition(totals, -top, axis=1)[:, -top:]
    some.sort(axis=1)
    points = np.take_along_axis(totals, some, axis=1)
    order = np.argsort(-points, axis=1, kind="stable")
    return np.take_along_axis(some, order, axis=1), np.take_along_axis(points, order, axis=1)
