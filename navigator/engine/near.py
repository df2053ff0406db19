"""How near one occupation is to another: a weighted sum of what they do, know, need and like, and of O*NET's closest."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from operator import mul

from navigator.domain.occupation import Occupation
from navigator.engine.tables import Rows


def near_rows(
    occupations: Sequence[Occupation], tables: dict[str, Rows], weights: dict[str, float]
) -> list[list[float]]:
    """Occupation by occupation, 0 to 1, symmetric but for O*NET's own lists. ``tables``: element rows by kind."""
    total = sum(weights.get(kind, 0.0) for kind in tables) or 1.0
    rows = _sparse_products(tables["activities"], weights.get("activities", 0.0) / total)
    _add_dense_products(rows, tables, weights, total)
    position = {o.code: n for n, o in enumerate(occupations)}
    given = weights.get("closest", 0.0)
    for n, occupation in enumerate(occupations):
        row = rows[n] = [max(0.0, v) / (1 + given) for v in rows[n]]
        for rank, code in enumerate(occupation.closest):
            if code in position:
                row[position[code]] += given * (1 - 0.1 * rank) / (1 + given)
        row[n] = 1.0
    return rows


def _sparse_products(table: Rows, weight: float) -> list[list[float]]:
    """Products of occupations over a table that is mostly zero: only pairs that share an element are touched."""
    width = len(table[0])
    rows = [[0.0] * width for _ in range(width)]
    for element in table:
        holders = [(n, value) for n, value in enumerate(element) if value]
        for n, value in holders:
            row, scaled = rows[n], value * weight
            for m, other in holders:
                row[m] += scaled * other
    return rows


def _add_dense_products(
    rows: list[list[float]], tables: dict[str, Rows], weights: dict[str, float], total: float
) -> None:
    """Products over the small full tables, each pair computed once and added on both sides."""
    kinds = [k for k in tables if k != "activities" and weights.get(k)]
    columns: list[list[float]] = [[] for _ in rows]
    for kind in kinds:
        root = (weights[kind] / total) ** 0.5
        for element in tables[kind]:
            for column, value in zip(columns, element, strict=True):
                column.append(root * value)
    for n, column in enumerate(columns):
        row = rows[n]
        for m in range(n):
            product = sum(map(mul, column, columns[m]))
            row[m] += product
            rows[m][n] += product


def nearest_of(rows: Rows, most: int) -> list[list[tuple[int, float]]]:
    """The nearest others of each occupation, nearest first; equal ones in the order of their codes."""
    found = []
    for n, row in enumerate(rows):
        others = heapq.nlargest(most, ((value, -m) for m, value in enumerate(row) if m != n))
        found.append([(-m, value) for value, m in others])
    return found
