"""What stands in the way of many people's matches at once: the caps of :mod:`navigator.engine.bands` as look-up tables.

The tables are filled by asking ``bands.caps_on`` itself, so there is one rule and two speeds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from navigator.domain.match import Band
from navigator.domain.matching import Matching
from navigator.domain.occupation import Occupation, Projection
from navigator.domain.standing import Standing
from navigator.engine import bands

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bytes = NDArray[np.int8]
    Floats = NDArray[np.float32]
    Whole = NDArray[np.int32]

HIGHEST_ZONE = 5


@dataclass(frozen=True, kw_only=True)
class CapTables:
    """Per occupation (columns): the place in ``bands.ORDER`` that each circumstance leaves at best."""

    schooling: Bytes  # by schooling, in the order of ``matching.schooling_order``; then not said, by zone reached
    zone: Bytes  # by the highest job zone reached; row 0: none
    licence: Bytes
    months: Floats
    holds: Floats  # by licence id: 1 where it is one of those that the occupation takes
    zone_of_schooling: Whole
    cannot: Floats  # by what can be ruled out: 1 where the occupation asks it
    by_paper: NDArray[np.bool_]  # where the schooling people usually have is the certificate that is required
    opens: Floats  # by licence id: 1 where the occupation requires it and nothing that most people hold is enough


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """What people said of themselves beside their skills, one row a person. Not said: -1, or not a number."""

    schooling: Whole
    train_months: Floats
    pay_floor: Floats
    licences: Floats | None
    cannot: NDArray[np.bool_]
    held: NDArray[np.bool_]
    zone_reached: Whole

    def of(self, rows: NDArray[np.intp]) -> Circumstances:
        """The same of some of the people."""
        return Circumstances(
            schooling=self.schooling[rows],
            train_months=self.train_months[rows],
            pay_floor=self.pay_floor[rows],
            licences=None if self.licences is None else self.licences[rows],
            cannot=self.cannot[rows],
            held=self.held[rows],
            zone_reached=self.zone_reached[rows],
        )


def cap_tables(
    occupations: Sequence[Occupation],
    projections: Mapping[str, Projection | None],
    matching: Matching,
    licences: Sequence[str],
    ruled_out: Sequence[Sequence[float]],
    opens: Sequence[Sequence[float]],
) -> CapTables:
    """The tables over the occupations, in their order. ``licences``: the ids of all licences, in the rows' order;
    ``ruled_out``: for each thing that can be ruled out, 1 where an occupation asks it; ``opens``: for each licence, 1
    where it opens one."""
    import numpy as np

    levels = [*matching.schooling_order, None]

    def best(standing: Standing, zone: int | None, part: str, some: Iterable[Occupation]) -> list[int]:
        return [_best(standing, o, projections[o.code], matching, zone, part) for o in some]

    return CapTables(
        schooling=np.array(
            [
                *(best(Standing(schooling=s), None, "schooling", occupations) for s in matching.schooling_order),
                *(best(Standing(), zone or None, "schooling", occupations) for zone in range(HIGHEST_ZONE + 1)),
            ],
            np.int8,
        ),
        zone=np.array(
            [best(Standing(), reached or None, "zone", occupations) for reached in range(HIGHEST_ZONE + 1)], np.int8
        ),
        licence=np.array(best(Standing(), None, "licence", occupations), np.int8),
        months=np.array([bands.training_months(o) for o in occupations], np.float32),
        holds=np.array([[n in o.profile.licence.names for o in occupations] for n in licences], np.float32),
        zone_of_schooling=np.array([bands.ZONE_OF_SCHOOLING.get(s or "", 0) for s in levels], np.int32),
        cannot=np.array(ruled_out, np.float32),
        by_paper=np.array([bands.is_by_paper(o, projections[o.code], matching) for o in occupations]),
        opens=np.array(opens, np.float32),
    )


def _best(
    standing: Standing,
    occupation: Occupation,
    projection: Projection | None,
    matching: Matching,
    zone: int | None,
    part: str,
) -> int:
    caps = bands.caps_on(standing, occupation, None, projection, matching, zone)
    return max((bands.ORDER.index(band) for band, reason in caps if reason.part == part), default=0)


def banded(
    scores: Floats, columns: Whole, said: Circumstances, tables: CapTables, typical: Floats, matching: Matching
) -> tuple[Bytes, NDArray[np.bool_]]:
    """The place in ``bands.ORDER`` of each person's candidates, and where years lie between, as ``bands.is_far`` says.

    ``typical``: the middle pay of each, where published.
    """
    import numpy as np

    found = np.full(scores.shape, 2, np.int8)
    found[scores >= matching.thresholds.look] = 1
    limits = matching.thresholds
    strong = np.where(said.held.any(axis=1), limits.strong, limits.strong_unnamed)[:, None]
    found[scores >= strong] = 0
    people = np.arange(len(columns))[:, None]
    away = ~said.held[people, columns]  # work that was held is not kept back by papers and training
    own = ~away | _holds(said, tables.opens, columns)
    found[own & (found == 2)] = 1  # as bands.band_of says
    holds = _holds(said, tables.holds, columns)
    caps = _preparation(columns, said, tables, matching, away, holds)
    far: NDArray[np.bool_] = np.max(caps, axis=0) == len(bands.ORDER) - 1
    caps.append(np.where(away & ~holds, tables.licence[columns], 0))
    if said.cannot.any():
        caps.append(np.where(ruled_out(columns, said, tables) > 0, _place(matching.caps.cannot), 0))
    in_the_way = np.max(caps, axis=0)
    under = under_floor(typical, said, matching)
    pay = np.where(in_the_way > 0, _place(matching.caps.pay), _place(matching.caps.pay_alone))
    found = np.maximum(found, in_the_way.astype(np.int8))
    banded_with_pay: Bytes = np.where(under, np.maximum(found, pay.astype(np.int8)), found)
    return banded_with_pay, far


def years_away(columns: Whole, said: Circumstances, tables: CapTables, matching: Matching) -> NDArray[np.bool_]:
    """Where years of school, training or preparation lie between, as ``bands.is_far`` says."""
    import numpy as np

    away = ~said.held[np.arange(len(columns))[:, None], columns]
    caps = _preparation(columns, said, tables, matching, away, _holds(said, tables.holds, columns))
    far: NDArray[np.bool_] = np.max(caps, axis=0) == len(bands.ORDER) - 1
    return far


def _preparation(
    columns: Whole, said: Circumstances, tables: CapTables, matching: Matching, away: Any, holds: Any
) -> list[NDArray[Any]]:
    """The caps of schooling, training and the job zone; ``bands.FAR`` names them."""
    import numpy as np

    asked = away & ~(tables.by_paper[columns] & holds)
    return [
        np.where(asked, tables.schooling[_schooling_row(said, matching)[:, None], columns], 0),
        np.where(away & (tables.months[columns] > said.train_months[:, None]), _place(matching.caps.training), 0),
        tables.zone[_zone_reached(said, tables)[:, None], columns],
    ]


def ruled_out(columns: Whole, said: Circumstances, tables: CapTables) -> Whole:
    """How many of the things that somebody rules out each candidate asks."""
    import numpy as np

    asked = (said.cannot.astype(np.float32) @ tables.cannot)[np.arange(len(columns))[:, None], columns]
    counted: Whole = asked.astype(np.int32)
    return counted


def under_floor(typical: Floats, said: Circumstances, matching: Matching) -> NDArray[np.bool_]:
    """Where the middle pay is too far under what somebody needs."""
    import numpy as np

    under: NDArray[np.bool_] = typical < np.float32(matching.floor_share) * said.pay_floor[:, None]
    return under


def _place(band: Band) -> int:
    return bands.ORDER.index(band)


def _holds(said: Circumstances, papers: Floats, columns: Whole) -> NDArray[np.bool_]:
    """Whether somebody has one of the licences that a table names for each candidate."""
    import numpy as np

    if said.licences is None:
        return np.zeros(columns.shape, bool)
    has: NDArray[np.bool_] = (said.licences @ papers)[np.arange(len(columns))[:, None], columns] > 0
    return has


def _schooling_row(said: Circumstances, matching: Matching) -> Whole:
    """The row of the table of schooling that is each person's."""
    import numpy as np

    not_said = len(matching.schooling_order) + said.zone_reached
    rows: Whole = np.where(said.schooling < 0, not_said, said.schooling)
    return rows


def _zone_reached(said: Circumstances, tables: CapTables) -> Whole:
    """The highest job zone of the work done, or of the schooling."""
    import numpy as np

    return np.maximum(said.zone_reached, tables.zone_of_schooling[said.schooling])
