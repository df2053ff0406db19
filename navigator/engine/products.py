"""Sums of products over long rows: by plain Python, and in numpy where it is installed, with the same result to the last bit.

Both add in the order of the rows. Plain Python is the reference: an installed package must not change what is compiled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from navigator.engine.tables import Rows


def products(rows: Rows, width: int) -> Iterator[list[float]]:
    """For each occupation its products with all before it. ``rows``: one row an element, over ``width`` occupations."""
    try:
        return _with_numpy(rows, width)
    except ImportError:
        return plain_products(rows, width)


def plain_products(rows: Rows, width: int) -> Iterator[list[float]]:
    """The same without numpy."""
    for n in range(width):
        yield weighed([row[n] for row in rows], [row[:n] for row in rows], n)


def weighed(weights: Sequence[float], rows: Iterable[Sequence[float]], width: int) -> list[float]:
    """The sum of some rows, each times its weight; six rows at a time, which takes half as long as one by one."""
    found, every = [0.0] * width, list(rows)
    for k in range(0, len(every), 6):
        a, b, c, d, e, f = [*weights[k : k + 6], *[0.0] * 6][:6]
        six = [*every[k : k + 6], *[[0.0] * width] * 6][:6]
        found = [
            total + a * u + b * v + c * w + d * x + e * y + f * z
            for total, u, v, w, x, y, z in zip(found, *six, strict=True)
        ]
    return found


def _with_numpy(rows: Rows, width: int) -> Iterator[list[float]]:
    import numpy as np

    total, product = np.zeros((width, width)), np.empty((width, width))
    for row in rows:
        one = np.asarray(row, dtype=np.float64)
        np.multiply.outer(one, one, out=product)
        total += product
    return (line[:n].tolist() for n, line in enumerate(total))
