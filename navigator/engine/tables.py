"""The occupations as numbers, in the form in which a score reads them: one row an element, one column an occupation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt
from typing import TYPE_CHECKING

from navigator.domain.framework import Framework
from navigator.domain.occupation import Need, Occupation
from navigator.engine import scale

if TYPE_CHECKING:  # a match that asked for no field needs none of it
    from navigator.domain.pathway import Field

Rows = Sequence[Sequence[float]]

RARITY = 0.7
"""How much more a rare activity weighs: the power of its rarity. At 1 a single odd tick would decide too much."""

REPEATED = 0.25
"""How much the logarithm of an activity's number of tasks adds. People tick a thing once, however many tasks it has."""


@dataclass(frozen=True, kw_only=True)
class Tables:
    """Rows by element id over occupations in the order of ``codes``. ``near`` is occupation by
    occupation, 0 to 1; ``nearest`` the columns of the nearest others with how near, nearest first."""

    codes: tuple[str, ...]
    zones: tuple[int, ...]
    activity_ids: tuple[str, ...]
    activities: Rows
    element_ids: tuple[str, ...]
    elements: Rows
    knowledge_ids: tuple[str, ...]
    knowledge: Rows
    interest_ids: tuple[str, ...]
    interests: Rows
    near: Rows
    nearest: Sequence[Sequence[tuple[int, float]]]
    preference_ids: tuple[str, ...] = ()
    preferences: Rows = ()

    @cached_property
    def column(self) -> dict[str, int]:
        """The column of each occupation."""
        return {code: n for n, code in enumerate(self.codes)}

    @cached_property
    def activity_row(self) -> dict[str, Sequence[float]]:
        """The row of each activity."""
        return dict(zip(self.activity_ids, self.activities, strict=True))

    @cached_property
    def element_row(self) -> dict[str, Sequence[float]]:
        """The row of each skill or work-style element."""
        return dict(zip(self.element_ids, self.elements, strict=True))

    @cached_property
    def knowledge_row(self) -> dict[str, Sequence[float]]:
        """The row of each knowledge area."""
        return dict(zip(self.knowledge_ids, self.knowledge, strict=True))

    @cached_property
    def preference_row(self) -> dict[str, Sequence[float]]:
        """The row of each thing that can be ruled out: 1 where an occupation asks it."""
        return dict(zip(self.preference_ids, self.preferences, strict=True))

    @cached_property
    def interest_row(self) -> dict[str, Sequence[float]]:
        """The row of each interest."""
        return dict(zip(self.interest_ids, self.interests, strict=True))


def activity_rows(occupations: Sequence[Occupation], ids: Sequence[str]) -> list[list[float]]:
    """Activity by occupation: rare activities weigh more, repeated tasks a little more; each occupation at length 1."""
    total = len(occupations)
    holders = {i: sum(i in o.activities for o in occupations) for i in ids}
    rarity = {i: log(1 + total / n) ** RARITY if n else 0.0 for i, n in holders.items()}
    columns = []
    for occupation in occupations:
        tasks = occupation.activities
        columns.append(scale.unit([rarity[i] * (1 + REPEATED * log(tasks[i])) if i in tasks else 0.0 for i in ids]))
    return scale.transposed(columns)


def need_rows(needs: Sequence[Sequence[Need]], ids: Sequence[str]) -> list[list[float]]:
    """Need by occupation: importance on each element's own range, against the occupation's own mean, at length 1."""
    by_occupation = [{n.element: n.importance for n in some} for some in needs]
    standard = [scale.standardized([o.get(i) for o in by_occupation]) for i in ids]
    return scale.transposed([scale.unit(scale.contrasted(column)) for column in zip(*standard, strict=True)])


def fields_of_occupations(fields: Iterable[Field], tables: Tables) -> dict[str, list[float]]:
    """Fields over occupations: 1 where the occupation's SOC major group is of the field."""
    return {f.id: [float(code[:2] in f.majors) for code in tables.codes] for f in fields}


def work_opened(opens: Mapping[str, Iterable[str]], tables: Tables) -> dict[str, list[float]]:
    """Papers over occupations: 1 where an occupation requires the paper. ``opens``: the codes of those, by paper."""
    rows = {paper: [0.0] * len(tables.codes) for paper in opens}
    for paper, codes in opens.items():
        for code in codes:
            if code in tables.column:
                rows[paper][tables.column[code]] = 1.0
    return rows


def groups_of_activities(framework: Framework, tables: Tables) -> dict[str, list[float]]:
    """Groups over occupations: how much of what is done there lies in each group; each occupation at length 1.

    At length 1, so that work of many kinds is as near to many picks as work of one kind is to one.
    """
    width = len(tables.codes)
    rows = {g.id: [0.0] * width for g in framework.groups}
    for activity in framework.activities:
        if activity.id in tables.activity_row and activity.group in rows:
            row, more = rows[activity.group], tables.activity_row[activity.id]
            rows[activity.group] = [so_far + value * value for so_far, value in zip(row, more, strict=True)]
    return {name: [sqrt(share) for share in row] for name, row in rows.items()}


def skills_of_elements(framework: Framework, tables: Tables) -> dict[str, list[float]]:
    """Our essential skills over occupations, from the O*NET elements behind each."""
    width = len(tables.codes)
    rows = {}
    for skill in framework.skills:
        known = [(w, tables.element_row[e]) for e, w in skill.elements.items() if e in tables.element_row]
        total = sum(w for w, _ in known) or 1.0
        shares = [[weight * value for value in row] for weight, row in known]
        rows[skill.id] = [value / total for value in map(sum, zip(*shares, strict=True))] or [0.0] * width
    columns = [scale.unit(scale.contrasted(c)) for c in zip(*rows.values(), strict=True)]
    return dict(zip(rows, scale.transposed(columns), strict=True))
