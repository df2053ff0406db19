"""The formula of :mod:`navigator.engine.fit` for many people at once, in numpy blocks of float32.

Everything a score adds up is linear in the answers: each answer has a row over occupations, and what the neighbours lend
is one more matrix. So the rows are mixed with the neighbours once, the answers of a block become one matrix of factors,
and a block of people is a matrix product. What an answer says, how long the answers of a part are and what a part weighs
is read from the same tables of ``Fit``; property tests hold the scores equal to ``Fit.totals``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from navigator.domain.match import PartName
from navigator.engine.fit import ON_TOP, TICKED, Fit, Length

if TYPE_CHECKING:  # numpy costs 100 ms: it is loaded at first use, in the functions below
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

BLOCK = 512
"""People in one product: their scores (2 MB) stay near the processor until the best are picked."""


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
    # What is seldom answered stands last: a block in which nobody did is multiplied without it.
    kinds: dict[PartName, Mapping[str, Sequence[float]]] = {
        "activities": tables.activity_row,
        "skills": fit.skills,
        "knowledge": tables.knowledge_row,
        "interests": tables.interest_row,
        "groups": fit.groups,
        "fields": fit.fields,
        "preferences": tables.preference_row,
        "licences": fit.licences,
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


def totals(tables: BatchTables, answers: Array, held: Array, columns: Array) -> Array:
    """The score of every occupation for some people: one row a person.

    ``answers`` holds what each answer says by itself, a row a person, laid out as ``tables.slices``; parts at the end that
    nobody answered may be left off. It is scaled in place. ``held`` and ``columns``: who worked in which occupation, in
    the order of the people, each pair once.
    """
    import numpy as np

    lengths, used = tables.fit.lengths, answers.shape[1]
    sizes: dict[PartName, Array] = {
        name: _size(answers[:, kind], lengths.get(name)) for name, kind in tables.slices.items() if kind.stop <= used
    }
    sizes["history"] = np.bincount(held, minlength=len(answers)) * TICKED
    scales = _scales(tables.fit, sizes)
    for name in sizes.keys() - {"history"}:
        answers[:, tables.slices[name]] *= scales[name][:, None]
    found: Array = answers @ tables.matrix[:used]
    _add_held(found, tables.history, held, columns, scales["history"])
    return found


def _size(part: Array, length: Length | None) -> Array:
    """How long each person's answers of one part are, squared; of a part that counts as given: whether there are any."""
    import numpy as np

    if length is None:
        some: Array = np.any(part, axis=1)
        return some
    counted = np.maximum(part, 0) if length.by_ticks else part
    size: Array = np.einsum("ij,ij->i", counted, counted)
    return size


def _scales(fit: Fit, sizes: Mapping[PartName, Array]) -> dict[PartName, Array]:
    """What the answers of each part are multiplied by: their length, and the share of the part among those answered."""
    import numpy as np

    weights = fit.matching.weights
    total = sum(weights[name] * (size > 0) for name, size in sizes.items() if name not in ON_TOP)
    share = 1 / np.where(total > 0, total, 1.0)
    scales: dict[PartName, Array] = {}
    for name, size in sizes.items():
        length = fit.lengths.get(name)
        whole = np.maximum(size, length.least) ** 0.5 if length else 1.0
        counts = weights[name] * (1.0 if name in ON_TOP else share) / whole
        scales[name] = np.where(size > 0, counts, 0).astype(np.float32)
    return scales


def _add_held(found: Array, history: Array, held: Array, columns: Array, scale: Array) -> None:
    """Work held touches a row or two a person: looked up, which is quicker than to multiply by zeros."""
    import numpy as np

    # One occupation held a time: most people have one, and within a round no person comes twice.
    turn = np.arange(len(held)) - np.searchsorted(held, held)
    for n in range(int(turn.max(initial=-1)) + 1):
        now = turn == n
        whose = held[now]
        theirs = history[columns[now]]
        theirs *= scale[whose, None]
        if len(whose) == len(found):  # everybody, in their order
            found += theirs
        else:
            found[whose] += theirs
