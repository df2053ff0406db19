"""What is looked at closely for many people: the first of each ranking, and more of it while too few are within reach.

As :meth:`navigator.services.match.Matcher.considered` chooses it for one person.
"""

from __future__ import annotations

from typing import Any

from navigator.domain.matching import Matching
from navigator.engine import batch_caps
from navigator.engine.batch_caps import CapTables, Circumstances
from navigator.services.match import CONSIDERED


def looked_at(
    columns: Any, scores: Any, said: Circumstances, caps: CapTables, matching: Matching
) -> tuple[Any, Any, Any]:
    """The columns and scores that are looked at, best first, of a longer ranking, and how many things of each were ruled
    out (-1: it stands there for others' sake and is not looked at)."""
    import numpy as np

    close, shown = columns[:, :CONSIDERED], matching.shown
    asked = _asked(close, said, caps)
    missing = shown - _free(close, asked, said, caps, matching).sum(axis=1)
    short = np.flatnonzero(missing > 0)
    if not len(short):
        return close, scores[:, :CONSIDERED], asked
    wide = CONSIDERED + shown
    columns_too, scores_too = columns[:, :wide].copy(), scores[:, :wide].copy()
    asked = np.hstack([asked, np.full((len(asked), columns_too.shape[1] - close.shape[1]), -1, asked.dtype)])
    deep, theirs = columns[short, CONSIDERED:], said.of(short)
    asks = _asked(deep, theirs, caps)
    free = _free(deep, asks, theirs, caps, matching)
    free &= np.cumsum(free, axis=1) <= missing[short, None]
    # What is taken must be among the few columns that are kept, and these must stay in the order of the ranking.
    at = np.sort(np.argsort(~free, axis=1, kind="stable")[:, :shown], axis=1)
    columns_too[short, CONSIDERED:] = np.take_along_axis(deep, at, axis=1)
    scores_too[short, CONSIDERED:] = np.take_along_axis(scores[short, CONSIDERED:], at, axis=1)
    asked[short, CONSIDERED:] = np.where(np.take_along_axis(free, at, axis=1), np.take_along_axis(asks, at, axis=1), -1)
    return columns_too, scores_too, asked


def _asked(columns: Any, said: Circumstances, caps: CapTables) -> Any:
    import numpy as np

    if not said.cannot.any():
        return np.zeros(columns.shape, np.int32)
    return batch_caps.ruled_out(columns, said, caps)


def _free(columns: Any, asked: Any, said: Circumstances, caps: CapTables, matching: Matching) -> Any:
    """What nothing that was ruled out and no years of training stand before."""
    return (asked == 0) & ~batch_caps.years_away(columns, said, caps, matching)
