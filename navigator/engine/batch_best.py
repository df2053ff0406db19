"""The best of many scores, for many people at once; and what a table says at places that differ from row to row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

ENOUGH = 4
"""Columns are taken together two by two while there remain so many times those that are wanted: with fewer, too many others
would come with them."""


def best_of(totals: Array, top: int) -> tuple[Array, Array]:
    """The best columns of each row, best first; equal ones in the order of the columns."""
    import numpy as np

    size, width = totals.shape
    top = min(top, width)
    starts = np.arange(0, (size + 1) * width, width)
    places = _good_enough(totals, top)
    begins = np.searchsorted(places, starts)
    many = np.diff(begins)
    if many.max(initial=0) > ENOUGH * top:  # a few rows with a wide tie would make the table wide for all
        places = _no_more_than(top, totals, np.flatnonzero(many > ENOUGH * top), places)
        begins = np.searchsorted(places, starts)
        many = np.diff(begins)
    points = totals.ravel()[places]
    table = np.full((size, many.max(initial=top)), np.inf, totals.dtype)
    table[np.arange(table.shape[1]) < many[:, None]] = -points
    at = begins[:-1, None] + _least_first(table, top)
    return places[at] - starts[:-1, None], points[at]


def _good_enough(totals: Array, top: int) -> Array:
    """The places, counted through all rows, of the best ``top`` of each row and of few others.

    The greater of two columns stands for both: ``top`` of those in front are ``top`` scores at least, so nothing that is
    less than the last of them is among the best. Half as many are soon sorted through.
    """
    import numpy as np

    some = totals
    while (half := some.shape[1] // 2) >= ENOUGH * top:
        rest = some[:, 2 * half :]
        some = np.maximum(some[:, :half], some[:, half : 2 * half])
        if rest.size:
            some[:, :1] = np.maximum(some[:, :1], rest)
    least = np.partition(some, some.shape[1] - top, axis=1)[:, some.shape[1] - top]
    return np.flatnonzero(totals >= least[:, None])


def _no_more_than(top: int, totals: Array, rows: Array, places: Array) -> Array:
    """The places with just ``top`` of some rows: of what is as good as the last, the first."""
    import numpy as np

    some = np.zeros(totals.shape, bool)
    some.ravel()[places] = True
    for row in rows:
        theirs = totals[row]
        least = np.partition(theirs, len(theirs) - top)[len(theirs) - top]
        some[row] = theirs > least
        tied = np.flatnonzero(theirs == least)
        some[row, tied[: top - np.count_nonzero(some[row])]] = True
    return np.flatnonzero(some)


def _least_first(table: Array, top: int) -> Array:
    """The order of each row, as far as it is wanted; equal ones in the order they stand in.

    Sorting that may mix up equal ones is far quicker: only rows in which there are any are sorted anew.
    """
    import numpy as np

    order = np.argsort(table, axis=1)
    first = picked(table, order[:, : top + 1])
    tied = np.flatnonzero((first[:, 1:] == first[:, :-1]).any(axis=1))
    order[tied] = np.argsort(table[tied], axis=1, kind="stable")
    return order[:, :top]


def in_order(places: Array) -> Array:
    """The order of each row of small whole numbers, least first; equal ones in the order they stand in."""
    import numpy as np

    # The place in the row, put behind the number, makes all different: so the numbers themselves can be sorted, which is
    # quicker by far than to sort places by numbers.
    width = places.shape[1]
    numbered = places.astype(np.int32) * np.int32(width) + np.arange(width, dtype=np.int32)
    numbered.sort(axis=1)
    order: Array = (numbered % np.int32(width)).astype(np.intp)
    return order


def picked(table: Array, columns: Array, rows: Array | None = None) -> Array:
    """What a table says at columns that differ from row to row. ``rows``: which row of the table is read for each, where it
    is not its own."""
    import numpy as np

    # Places counted through the whole table are looked up more quickly than pairs of row and column.
    row = np.arange(len(columns)) if rows is None else rows
    found: Array = table.ravel().take(row[:, None] * table.shape[1] + columns)
    return found


def how_many(flags: Array) -> Array:
    """How many there are in each row, where they are few."""
    import numpy as np

    size, width = flags.shape
    found: Array = np.diff(np.searchsorted(np.flatnonzero(flags), np.arange(0, (size + 1) * width, width)))
    return found
