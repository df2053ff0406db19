"""The answers of a block of people, laid out for the formula; what they count is :mod:`navigator.engine.batch`'s business."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from navigator.domain.match import PartName
from navigator.engine.batch import BLOCK, BatchTables, batch_tables, totals
from navigator.engine.fit import RULED_OUT, Fit
from navigator.services.batch_people import People

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Ranker:
    """The tables of one catalogue."""

    tables: BatchTables

    @classmethod
    def of(cls, fit: Fit) -> Ranker:
        """The tables behind a fit."""
        return cls(tables=batch_tables(fit))

    def runs(self, people: People) -> Iterator[tuple[int, Floats]]:
        """Run by run of people: where it starts, and the score of every occupation (columns) for each of them (rows)."""
        for start in range(0, max(1, len(people.did)), BLOCK):
            yield start, self._scores(people, start)

    def scores(self, people: People) -> Floats:
        """The scores of all at once."""
        import numpy as np

        return np.concatenate([scores for _, scores in self.runs(people)])

    def _scores(self, people: People, start: int) -> Floats:
        """The scores of one product's people."""
        import numpy as np

        some = slice(start, start + BLOCK)
        parts: dict[PartName, Any] = {
            "activities": people.did[some],
            "fields": people.fields[some],
            "groups": people.groups[some],
            "skills": people.skills[some],
            "knowledge": people.knowledge[some],
            "interests": people.likings[some],
            "preferences": people.said.cannot[some],
        }
        if people.said.licences is not None:
            parts["licences"] = people.said.licences[some]
        parts = {name: part for name, part in parts.items() if name == "activities" or part.any()}
        place = self.tables.slices
        answers = np.zeros((len(people.did[some]), max(place[name].stop for name in parts)), np.float32)
        for name, part in parts.items():
            answers[:, place[name]] = part
        if people.not_ticked is not None:
            answers[:, place["activities"]] += people.not_ticked[some] * np.float32(self.tables.fit.passed)
        if "preferences" in parts:
            answers[:, place["preferences"]] *= RULED_OUT
        first, last = np.searchsorted(people.work_rows, (start, start + BLOCK))
        return totals(self.tables, answers, people.work_rows[first:last] - start, people.work[first:last])
