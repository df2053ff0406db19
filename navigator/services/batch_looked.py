"""What is looked at closely for many people: the first of each ranking, and more of it while too few are within reach.

As :meth:`navigator.services.match.Matcher.considered` chooses it for one person.
"""

from __future__ import annotations

from typing import Any

from navigator.domain.matching import Matching
from navigator.engine import batch_caps
from navigator.engine.batch_best import in_order, picked
from navigator.engine.batch_caps import CapTables, Circumstances, Prepared
from navigator.services.match import CONSIDERED


def lacking(free: Any, wanted: int) -> Any:
    """How many more of each person's candidates should be within reach. ``free``: which of them are."""
    import numpy as np

    return wanted - np.count_nonzero(free, axis=1)


def looked_at(
    columns: Any, scores: Any, said: Circumstances, caps: CapTables, matching: Matching
) -> tuple[Any, Any, Any]:
    """The columns and scores that are looked at, best first, of a longer ranking, and how many things of each were ruled
    out (-1: it stands there for others' sake and is not looked at)."""
    import numpy as np

    asked = batch_caps.ruled_out(columns, said, caps)
    prepared = batch_caps.preparation(columns, said, caps, matching)
    reached = within_reach(asked, prepared, batch_caps.hardly_exists(columns, said, caps))
    missing, free = lacking(reached[:, :CONSIDERED], matching.shown), reached[:, CONSIDERED:]
    free &= np.cumsum(free, axis=1) <= missing[:, None]
    # What is taken must be among the few columns that are kept, and these must stay in the order of the ranking.
    at = np.sort(in_order(~free)[:, : matching.shown], axis=1)
    deeper = np.where(free, asked[:, CONSIDERED:], -1)

    def first(close: Any, deep: Any) -> Any:
        return np.hstack([close[:, :CONSIDERED], picked(deep, at)])

    return first(columns, columns[:, CONSIDERED:]), first(scores, scores[:, CONSIDERED:]), first(asked, deeper)


def within_reach(asked: Any, prepared: Prepared, rare: Any) -> Any:
    """What nothing that was ruled out and no years of training stand before, where there is such work at all. ``asked``: how
    many things that were ruled out each asks; ``prepared``: what schooling and training leave of it; ``rare``: where it is
    work that hardly exists."""
    return (asked == 0) & ~prepared.far & ~rare
