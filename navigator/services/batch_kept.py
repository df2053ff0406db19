"""What always has a place in many people's lists: the work they did and the best that each paper opens.

As :meth:`navigator.services.match.Matcher.kept` and ``listed`` say it for one person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from navigator.engine import batch_caps
from navigator.engine.batch_best import how_many, in_order, picked
from navigator.engine.batch_caps import CapTables, Circumstances

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Whole = NDArray[np.intp]


@dataclass(frozen=True, kw_only=True)
class Pairs:
    """People with an occupation each, in the order of the people; ``paper``: by which license, -1 for work held."""

    rows: Whole
    columns: Whole
    paper: Whole

    def among(self, first: int, last: int) -> Pairs:
        """The pairs of a run of people, who are numbered from 0 then."""
        import numpy as np

        some = slice(*np.searchsorted(self.rows, (first, last)))
        return Pairs(rows=self.rows[some] - first, columns=self.columns[some], paper=self.paper[some])

    def of(self, people: Whole, size: int) -> Pairs:
        """The pairs of some of ``size`` people, in their order, who are numbered from 0 then."""
        import numpy as np

        number = np.full(size, -1)
        number[people] = np.arange(len(people))
        some = number[self.rows] >= 0
        return Pairs(rows=number[self.rows[some]], columns=self.columns[some], paper=self.paper[some])


def pairs_of(rows: Any, columns: Any, said: Circumstances, opened: Mapping[int, Whole]) -> Pairs:
    """Everybody's work held (``rows`` and ``columns``), and all that their licenses open. ``opened``: the columns, by the
    number of the license."""
    import numpy as np

    whose, theirs = [rows], [columns]
    papers = [np.full(len(rows), -1)]
    if said.licences is not None:
        for paper, opens in opened.items():
            holders = np.flatnonzero(said.licences[:, paper])
            whose.append(np.repeat(holders, len(opens)))
            theirs.append(np.tile(opens, len(holders)))
            papers.append(np.full(len(holders) * len(opens), paper))
    who = np.concatenate(whose).astype(np.intp)
    order = np.argsort(who, kind="stable")
    return Pairs(
        rows=who[order],
        columns=np.concatenate(theirs).astype(np.intp)[order],
        paper=np.concatenate(papers).astype(np.intp)[order],
    )


def kept_of(said: Circumstances, pairs: Pairs, points: Any, caps: CapTables) -> Flags:
    """The table of what has a place: work held, and of each paper the best that asks nothing ruled out. ``points``: the
    score of each pair."""
    import numpy as np

    by_paper = np.flatnonzero(pairs.paper >= 0)
    if not len(by_paper):
        return said.held
    table = said.held.copy()
    rows, columns, paper = (a[by_paper] for a in (pairs.rows, pairs.columns, pairs.paper))
    free = (said.cannot[rows] * caps.cannot[:, columns].T).sum(axis=1) == 0
    rows, columns, paper, points = (a[free] for a in (rows, columns, paper, points[by_paper]))
    order = np.lexsort((columns, -points, paper, rows))
    rows, columns, paper = rows[order], columns[order], paper[order]
    first = np.ones(len(rows), bool)
    first[1:] = (rows[1:] != rows[:-1]) | (paper[1:] != paper[:-1])
    table[rows[first], columns[first]] = True
    return table


def absent(columns: Any, kept: Flags, pairs: Pairs) -> Flags:
    """The pairs that have a place and do not stand among their person's ``columns``."""
    there = (columns[pairs.rows] == pairs.columns[:, None]).any(axis=1)
    found: Flags = kept[pairs.rows, pairs.columns] & ~there
    return found


def with_kept(
    found: tuple[Any, Any, Any], kept: Flags, pairs: Pairs, points: Any, said: Circumstances, caps: CapTables
) -> tuple[Any, Any, Any]:
    """The columns, scores and counts of what was ruled out, with what is kept among them; -1 still: not looked at."""
    import numpy as np

    columns, scores, asked = found
    back = picked(kept, columns) & (asked < 0)
    if back.any():
        asked = np.where(back, batch_caps.ruled_out(columns, said, caps), asked)
    missing = np.flatnonzero(absent(columns, kept, pairs))
    if not len(missing):
        return columns, scores, asked
    rows, more, score = pairs.rows[missing], pairs.columns[missing], points[missing]
    order = np.lexsort((more, -score, rows))
    rows, more, score = rows[order], more[order], score[order]
    once = np.ones(len(rows), bool)  # two papers, or a paper and work held, may bring the same
    once[1:] = (rows[1:] != rows[:-1]) | (more[1:] != more[:-1])
    rows, more, score = rows[once], more[once], score[once]
    place = np.arange(len(rows)) - np.searchsorted(rows, rows)
    wide = (len(columns), int(place.max()) + 1)
    extra, low, none = np.zeros(wide, columns.dtype), np.full(wide, -9, scores.dtype), np.full(wide, -1, asked.dtype)
    extra[rows, place], low[rows, place] = more, score
    none[rows, place] = batch_caps.ruled_out(extra, said, caps)[rows, place]
    return np.hstack([columns, extra]), np.hstack([scores, low]), np.hstack([asked, none])


def listed(order: Any, columns: Any, kept: Flags, shown: int) -> Any:
    """Of the order of everybody's columns the part that is shown: the first, with room for what is kept."""
    import numpy as np

    first = order[:, :shown]
    among = how_many(picked(kept, picked(columns, first)))
    short = np.flatnonzero(among < np.minimum(how_many(kept), shown))
    if len(short):
        some = picked(kept[short], picked(columns[short], order[short]))
        others = np.cumsum(~some, axis=1)
        taken = some | (others <= shown - some.sum(axis=1)[:, None])
        first = first.copy()
        first[short] = picked(order[short], in_order(~taken)[:, :shown])
    return first
