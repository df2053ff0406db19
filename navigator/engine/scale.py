"""From published ratings to numbers that can be compared: each element on its own range, then contrast."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot, sqrt

NOTHING = 1e-9
"""A spread as small as this comes from rounding: all values are the same."""


def standardized(values: Sequence[float | None]) -> list[float]:
    """One element over all occupations: how many standard deviations from its mean; 0 where not rated."""
    known = [v for v in values if v is not None]
    if not known:
        return [0.0] * len(values)
    mean = sum(known) / len(known)
    spread = sqrt(sum((v - mean) ** 2 for v in known) / len(known))
    return [0.0 if v is None or spread < NOTHING else (v - mean) / spread for v in values]


def contrasted(values: Sequence[float]) -> list[float]:
    """Values against their own mean: what stands out within one person or one occupation."""
    mean = sum(values) / len(values) if values else 0.0
    return [v - mean for v in values]


def unit(values: Sequence[float]) -> list[float]:
    """Values at length 1, or all zero."""
    length = hypot(*values)  # the squares of very small values would be nought
    return [v / length for v in values] if length else [0.0] * len(values)


def transposed(rows: Sequence[Sequence[float]]) -> list[list[float]]:
    """Columns as rows."""
    return [list(column) for column in zip(*rows, strict=True)]
