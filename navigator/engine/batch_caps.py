"""What stands in the way of many people's matches at once: the caps of :mod:`navigator.engine.bands` as look-up tables.

The tables are filled by asking the rules of ``bands`` themselves, so there is one rule and two speeds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from navigator.domain.match import Band
from navigator.domain.matching import Matching
from navigator.domain.occupation import Occupation, Projection
from navigator.domain.standing import Standing
from navigator.engine import bands, ways_in
from navigator.engine.batch_best import picked

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bytes = NDArray[np.int8]
    Floats = NDArray[np.float32]
    Whole = NDArray[np.int32]

HIGHEST_ZONE = 5

DEGREE = 4
"""Added to a place in ``bands.ORDER`` where the schooling that is missing is a degree."""


@dataclass(frozen=True, kw_only=True)
class CapTables:
    """Per occupation (columns): the place in ``bands.ORDER`` that each circumstance leaves at best."""

    # By schooling, in the order of ``matching.schooling_order``; then not said, by zone reached. A degree adds DEGREE.
    schooling: Bytes
    zone: Bytes  # by the highest job zone reached; row 0: none
    licence: Bytes
    months: Floats
    paper: Floats  # the months of a short free course that gives the required license
    before: Floats  # the months before one does the work, where years of other work count
    holds: Floats  # by licence id: 1 where it is enough for the occupation, which requires one
    zone_of_schooling: Whole
    cannot: Floats  # by what can be ruled out: 1 where the occupation asks it, and it cannot be asked for otherwise
    times: Floats  # the same where it can, as other hours can
    rare: NDArray[np.bool_]  # where the nation has few openings
    kin: Whole  # the number of the kind of work: bands.is_kin
    by_paper: NDArray[np.bool_]  # where the schooling people usually have is the certificate that is required
    opens: Floats  # by licence id: 1 where the occupation requires it and nothing that most people hold is enough


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """What schooling, training and the job zone leave of some candidates: the place in ``bands.ORDER`` at best, and where a
    degree that people usually have is missing."""

    place: Bytes
    lacks_degree: NDArray[np.bool_]

    @property
    def far(self) -> NDArray[np.bool_]:
        """Where years of school, training or preparation lie between, as ``bands.is_far`` says."""
        away: NDArray[np.bool_] = self.place == len(bands.ORDER) - 1
        return away


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

    def of(self, rows: NDArray[np.intp] | slice) -> Circumstances:
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

    # To somebody without work or papers, all that ask the same schooling are one: the rule is asked for the first of them.
    asked = [bands.required_schooling(o, projections[o.code], matching) for o in occupations]
    first = dict(zip(reversed(asked), reversed(occupations), strict=True))

    def schooling(standing: Standing, zone: int = 0) -> list[int]:
        found = {}
        for level, o in first.items():
            best = _best(bands.schooling_cap(standing, o, projections[o.code], matching, zone))
            found[level] = best + DEGREE * (best > 0 and level in ways_in.DEGREES)
        return [found[level] for level in asked]

    nobody, zones = Standing(), range(HIGHEST_ZONE + 1)
    asks = np.array(ruled_out, np.float32)
    askable = np.array([[bands.can_ask(o, c.id) for o in occupations] for c in matching.cannot], bool)
    return CapTables(
        schooling=np.array(
            [
                *(schooling(Standing(schooling=s)) for s in matching.schooling_order),
                *(schooling(nobody, zone) for zone in zones),
            ],
            np.int8,
        ),
        zone=np.array([[_best(bands.zone_cap(nobody, o, matching, z)) for o in occupations] for z in zones], np.int8),
        licence=np.array([_best(bands.licence_cap(nobody, o, matching)) for o in occupations], np.int8),
        months=np.array([ways_in.training_months(o) for o in occupations], np.float32),
        paper=np.array([ways_in.months_to_paper(o) for o in occupations], np.float32),
        before=np.array([ways_in.months_before(o) for o in occupations], np.float32),
        holds=_naming(occupations, licences),
        zone_of_schooling=np.array([bands.ZONE_OF_SCHOOLING.get(s or "", 0) for s in levels], np.int32),
        cannot=asks * ~askable,
        times=asks * askable,
        kin=np.unique([o.code[: bands.KIN] for o in occupations], return_inverse=True)[1].astype(np.int32),
        rare=np.array([bands.is_rare(projections[o.code], matching) for o in occupations]),
        by_paper=np.array([bands.is_by_paper(o, projections[o.code], matching) for o in occupations]),
        opens=np.array(opens, np.float32),
    )


def _naming(occupations: Sequence[Occupation], licences: Sequence[str]) -> Floats:
    """By licence: 1 where it is enough for the occupation that requires one. Most require none, so these alone are written down."""
    import numpy as np

    place = {name: n for n, name in enumerate(licences)}
    table = np.zeros((len(licences), len(occupations)), np.float32)
    for column, occupation in enumerate(occupations):
        licence = occupation.profile.licence
        if licence.need != "required":
            continue
        enough = (paper for name in licence.names for paper in licence.enough_for(name))
        table[[place[paper] for paper in enough if paper in place], column] = 1
    return table


def _best(cap: bands.Cap | None) -> int:
    return bands.ORDER.index(cap[0]) if cap else 0


def banded(
    scores: Floats,
    columns: Whole,
    said: Circumstances,
    tables: CapTables,
    typical: Floats,
    matching: Matching,
    prepared: Prepared,
) -> Bytes:
    """The place in ``bands.ORDER`` of each person's candidates.

    ``typical``: the middle pay of each, where published; ``prepared``: what :func:`preparation` says of them.
    """
    import numpy as np

    limits = matching.thresholds
    strong = np.where(said.held.any(axis=1), limits.strong, limits.strong_unnamed).astype(scores.dtype)[:, None]
    look: NDArray[np.float64] | np.float64 = np.float64(limits.look)
    if not np.isnan(said.train_months).all():
        soon = tables.paper[columns] <= said.train_months[:, None]  # never where nothing was said
        look = np.where(soon, limits.look_soon, limits.look)
    found = np.where(scores >= look, np.int8(1), np.int8(2))
    found[scores >= strong] = 0
    held = picked(said.held, columns)  # work that was held is not kept back by papers and training
    own = held if said.licences is None else held | _holds(said.licences, tables.opens, columns)
    found[own & (found == 2)] = 1  # as bands.band_of says
    asked = ~(held if said.licences is None else held | _holds(said.licences, tables.holds, columns))
    in_the_way = np.maximum(prepared.place, asked * tables.licence[columns])
    if said.cannot.any():
        in_the_way = np.maximum(in_the_way, (ruled_out(columns, said, tables) > 0) * _place(matching.caps.cannot))
        in_the_way = np.maximum(in_the_way, hours_clash(columns, said, tables) * _place(matching.caps.times))
    found = np.maximum(found, in_the_way)
    if np.isnan(said.pay_floor).all():
        return found
    pay = np.where(in_the_way > 0, _place(matching.caps.pay), _place(matching.caps.pay_alone))
    under = under_floor(typical, said, matching)
    banded_with_pay: Bytes = np.where(under, np.maximum(found, pay), found)
    return banded_with_pay


def preparation(columns: Whole, said: Circumstances, tables: CapTables, matching: Matching) -> Prepared:
    """What schooling, training and the job zone leave of each candidate; ``bands.FAR`` names them."""
    import numpy as np

    away = ~picked(said.held, columns)
    asked = learning = away
    if said.licences is not None:
        licensed = _holds(said.licences, tables.holds, columns)
        asked, learning = away & ~(tables.by_paper[columns] & licensed), away & ~licensed
    schooling = asked * picked(tables.schooling, columns, _schooling_row(said, matching))
    lacks_degree = schooling >= DEGREE
    place = schooling - np.int8(DEGREE) * lacks_degree
    in_the_way: Bytes = np.maximum(place, picked(tables.zone, columns, _zone_reached(said, tables)))
    if np.isnan(said.train_months).all():
        return Prepared(place=in_the_way, lacks_degree=lacks_degree)
    can = said.train_months[:, None]
    long = tables.months[columns] > can
    longer = (learning & long) | (away & ~long & (can < ways_in.LONG) & (tables.before[columns] > can))
    trained: Bytes = np.maximum(in_the_way, longer * _place(matching.caps.training))
    return Prepared(place=trained, lacks_degree=lacks_degree)


def hardly_exists(columns: Whole, said: Circumstances, tables: CapTables) -> NDArray[np.bool_]:
    """Which candidates have few openings, where somebody neither did the like nor has the paper for it."""
    import numpy as np

    found: NDArray[np.bool_] = tables.rare[columns]
    rows, places = np.divmod(np.flatnonzero(found), columns.shape[1])
    candidates = columns[rows, places]
    kin = np.zeros((len(columns), int(tables.kin.max()) + 1), bool)
    who, held = np.divmod(np.flatnonzero(said.held), said.held.shape[1])
    kin[who, tables.kin[held]] = True
    known = kin[rows, tables.kin[candidates]]
    if said.licences is not None:
        known |= (said.licences[rows] * tables.opens[:, candidates].T).sum(axis=1) > 0
    found[rows[known], places[known]] = False
    return found


def ruled_out(columns: Whole, said: Circumstances, tables: CapTables) -> Whole:
    """How many of the things that somebody rules out each candidate asks; what can be asked for otherwise aside."""
    return _asked(columns, said, tables.cannot)


def hours_clash(columns: Whole, said: Circumstances, tables: CapTables) -> NDArray[np.bool_]:
    """Where work often asks hours, or nights away, that somebody rules out, and could be asked for otherwise."""
    clash: NDArray[np.bool_] = _asked(columns, said, tables.times) > 0
    return clash


def _asked(columns: Whole, said: Circumstances, table: Floats) -> Whole:
    import numpy as np

    if not said.cannot.any():
        return np.zeros(columns.shape, np.int32)
    counted: Whole = picked(said.cannot.astype(np.float32) @ table, columns).astype(np.int32)
    return counted


def under_floor(typical: Floats, said: Circumstances, matching: Matching) -> NDArray[np.bool_]:
    """Where the middle pay is too far under what somebody needs."""
    import numpy as np

    under: NDArray[np.bool_] = typical < np.float32(matching.floor_share) * said.pay_floor[:, None]
    return under


def _place(band: Band) -> np.int8:
    import numpy as np

    return np.int8(bands.ORDER.index(band))


def _holds(licences: Floats, papers: Floats, columns: Whole) -> NDArray[np.bool_]:
    """Whether somebody has one of the licences that a table names for each candidate."""
    has: NDArray[np.bool_] = picked(licences @ papers, columns) > 0
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
