"""From scores to what many people are shown: what is looked at, what always has a place, the bands and the order.

A few hundred people at a time, while their scores are near the processor. Most are done with the first of their ranking;
the rest, for whom more of it must be looked at, go the longer way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from navigator.domain.matching import Matching
from navigator.engine import bands, batch_caps
from navigator.engine.batch_best import best_of, in_order, picked
from navigator.engine.batch_caps import CapTables, Circumstances, Prepared
from navigator.services.batch_kept import Pairs, absent, kept_of, listed, with_kept
from navigator.services.batch_looked import lacking, looked_at, within_reach
from navigator.services.match import CONSIDERED, DEEP

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MOST_ASKED = 100
"""More things than anybody can rule out."""


@dataclass(frozen=True, kw_only=True)
class Lists:
    """What is shown of some people, one row each: the columns of the occupations, best first, their place in
    ``bands.ORDER`` and their middle pay; and the best score there was."""

    columns: NDArray[np.intp]
    band: NDArray[np.int8]
    typical: Floats
    best: Floats


@dataclass(frozen=True, kw_only=True)
class Lister:
    """What all lists are made with. ``pay``: the middle pay an hour by area (rows) and occupation; not a number where none
    is published."""

    caps: CapTables
    matching: Matching
    pay: Floats

    def lists_of(self, scores: Floats, said: Circumstances, pairs: Pairs, area: NDArray[np.int32]) -> Lists:
        """The lists of some people, from the ``scores`` of all occupations."""
        import numpy as np

        points = scores[pairs.rows, pairs.columns]
        kept = kept_of(said, pairs, points, self.caps)
        columns, best = best_of(scores, CONSIDERED)
        rare = batch_caps.hardly_exists(columns, said, self.caps)
        asked = batch_caps.ruled_out(columns, said, self.caps)
        prepared = batch_caps.preparation(columns, said, self.caps, self.matching)
        longer = lacking(within_reach(asked, prepared, rare), self.matching.shown) > 0
        longer[pairs.rows[absent(columns, kept, pairs)]] = True
        shown = self._shown((columns, best, asked), kept, said, area, prepared, rare)
        rows = np.flatnonzero(longer)
        if len(rows):
            theirs, mine = said.of(rows), kept[rows]
            found = looked_at(*best_of(scores[rows], DEEP), theirs, self.caps, self.matching)
            found = with_kept(found, mine, pairs.of(rows, len(scores)), points[longer[pairs.rows]], theirs, self.caps)
            prepared = batch_caps.preparation(found[0], theirs, self.caps, self.matching)
            rare = batch_caps.hardly_exists(found[0], theirs, self.caps)
            changed = self._shown(found, mine, theirs, area[rows], prepared, rare)
            for everybody, some in zip(shown, changed, strict=True):
                everybody[rows] = some
        return Lists(columns=shown[0], band=shown[1], typical=shown[2], best=best[:, 0])

    def _shown(
        self, found: tuple[Any, Any, Any], kept: Any, said: Circumstances, area: Any, prepared: Prepared, rare: Any
    ) -> tuple[Any, Any, Any]:
        """The columns that are shown of those found, in their order, with their bands and their middle pay."""
        import numpy as np

        columns, scores, asked = found
        typical = picked(self.pay, columns, area)
        band = batch_caps.banded(scores, columns, said, self.caps, typical, self.matching, prepared)
        # Best first they are already: what counts before the score is put in front.
        # Those that are not looked at come last, and are not shown.
        before = np.where(asked < 0, np.int16(len(bands.ORDER)), band.astype(np.int16)) * np.int16(32 * MOST_ASKED)
        before += np.int16(16) * rare + np.int16(2) * prepared.far + prepared.lacks_degree
        if said.cannot.any():
            before += (32 * asked + 4 * batch_caps.hours_clash(columns, said, self.caps)).astype(np.int16)
        if not np.isnan(said.pay_floor).all():
            before += np.int16(8) * batch_caps.under_floor(typical, said, self.matching)
        order = listed(in_order(before), columns, kept, self.matching.shown)
        first, second, third = (picked(a, order) for a in (columns, band, typical))
        return first, second, third


def joined(some: Sequence[Lists]) -> Lists:
    """Lists of several runs of people, one after the other."""
    import numpy as np

    return Lists(
        columns=np.concatenate([part.columns for part in some]),
        band=np.concatenate([part.band for part in some]),
        typical=np.concatenate([part.typical for part in some]),
        best=np.concatenate([part.best for part in some]),
    )
