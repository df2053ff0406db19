"""The answers of a block of people, laid out for the formula; what they count is :mod:`navigator.engine.batch`'s business."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from navigator.domain.match import PartName
from navigator.engine.batch import BLOCK, BatchTables, batch_tables, best_of, totals
from navigator.engine.fit import RULED_OUT, Fit
from navigator.services.batch_kept import Pairs
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

    def best(self, people: People, most: int, pairs: Pairs) -> tuple[Any, Any, Any]:
        """The columns and scores of the best occupations of each person, best first; and the score of each pair."""
        import numpy as np

        found, of_pairs = [], []
        for n in range(0, max(1, len(people.did)), BLOCK):
            scores = self._scores(people, n)
            found.append(best_of(scores, most))
            some = slice(*np.searchsorted(pairs.rows, (n, n + BLOCK)))
            of_pairs.append(scores[pairs.rows[some] - n, pairs.columns[some]])
        columns, points = (np.concatenate(part) for part in zip(*found, strict=True))
        return columns, points, np.concatenate(of_pairs)

    def scores(self, people: People) -> Floats:
        """The score of every occupation (columns) for every person (rows)."""
        import numpy as np

        return np.concatenate([self._scores(people, n) for n in range(0, max(1, len(people.did)), BLOCK)])

    def _scores(self, people: People, start: int) -> Floats:
        """The scores of one product's people."""
        import numpy as np

        some = slice(start, start + BLOCK)
        answers = np.empty((len(people.did[some]), len(self.tables.matrix)), np.float32)
        parts: dict[PartName, Any] = {
            "activities": people.did,
            "fields": people.fields,
            "groups": people.groups,
            "skills": people.skills,
            "knowledge": people.knowledge,
            "interests": people.likings,
            "preferences": people.said.cannot,
        }
        place = self.tables.slices
        for name, part in parts.items():
            answers[:, place[name]] = part[some]
        if people.not_ticked is not None:
            answers[:, place["activities"]] += people.not_ticked[some] * np.float32(self.tables.fit.passed)
        if people.said.licences is None:
            answers[:, place["licences"]] = 0
        else:
            answers[:, place["licences"]] = people.said.licences[some]
        answers[:, place["preferences"]] *= RULED_OUT
        first, last = np.searchsorted(people.work_rows, (start, start + BLOCK))
        return totals(self.tables, answers, people.work_rows[first:last] - start, people.work[first:last])
