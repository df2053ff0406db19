"""How near one occupation is to another: a weighted sum of what they do, know, need and like, and of O*NET's closest."""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul

from navigator.domain.occupation import Occupation
from navigator.engine.tables import Rows


def near_rows(
    occupations: Sequence[Occupation], tables: dict[str, Rows], weights: dict[str, float]
) -> list[list[float]]:
    """Occupation by occupation, 0 to 1, symmetric but for O*NET's own lists. ``tables``: element rows by kind."""
    columns = [_stacked(tables, weights, n) for n in range(len(occupations))]
    total = sum(weights.get(kind, 0.0) for kind in tables) or 1.0
    position = {o.code: n for n, o in enumerate(occupations)}
    rows = [[max(0.0, sum(map(mul, a, b))) / total for b in columns] for a in columns]
    for n, occupation in enumerate(occupations):
        for rank, code in enumerate(occupation.closest):
            if code in position:
                given = weights.get("closest", 0.0) * (1 - 0.1 * rank)
                rows[n][position[code]] = (rows[n][position[code]] + given) / (1 + weights.get("closest", 0.0))
        rows[n][n] = 1.0
    return rows


def _stacked(tables: dict[str, Rows], weights: dict[str, float], column: int) -> list[float]:
    stacked: list[float] = []
    for kind, rows in tables.items():
        root = weights.get(kind, 0.0) ** 0.5
        if root:
            stacked.extend(root * row[column] for row in rows)
    return stacked
