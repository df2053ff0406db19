"""How much each answer of a block of people counts, as arrays: :meth:`Fit.factors` and :meth:`Fit.shares` for many at once.

The tables and the product are :mod:`navigator.engine.batch`'s; a property test holds the scores equal to ``Fit.totals``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from navigator.domain.match import PartName
from navigator.engine.batch import BatchTables, batch_tables, best_of
from navigator.engine.fit import LEAST_AREAS, LEAST_LIKINGS, LEAST_SKILLS, ON_TOP, Fit
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

    def best(self, people: People, most: int) -> tuple[Any, Any]:
        """The columns and scores of the best occupations of each person, best first."""
        return best_of(self.scores(people), most)

    def scores(self, people: People) -> Floats:
        """The score of every occupation (columns) for every person (rows)."""
        import numpy as np

        parts = self._parts(people)
        works = np.bincount(people.work_rows, minlength=len(people.did))
        weights = self.tables.fit.matching.weights
        given = {name: part.any(axis=1) for name, part in parts.items()} | {"history": works > 0}
        total = sum(weights[name] * some for name, some in given.items() if name not in ON_TOP)
        share = (1 / np.where(total > 0, total, 1.0)).astype(np.float32)
        factors = np.empty((len(people.did), len(self.tables.matrix)), np.float32)
        for name, place in self.tables.slices.items():
            weight = np.float32(weights[name]) if name in ON_TOP else (weights[name] * share)[:, None]
            np.multiply(parts[name], weight, out=factors[:, place])
        found: Floats = factors @ self.tables.matrix
        self._add_history(found, people, weights["history"] * share * np.maximum(works, 1) ** -0.5)
        return found

    def _parts(self, people: People) -> dict[PartName, Any]:
        """The factors of every part but history, which is looked up instead."""
        import numpy as np

        return {
            "activities": self._activities(people),
            "groups": people.groups,
            "skills": _at_length(people.skills, LEAST_SKILLS),
            "knowledge": people.knowledge * _root(people.knowledge.sum(axis=1), LEAST_AREAS),
            "interests": _at_length(people.likings, LEAST_LIKINGS),
            "preferences": -people.said.cannot.astype(np.float32),
        }

    def _activities(self, people: People) -> Floats:
        import numpy as np

        matching = self.tables.fit.matching
        count = people.did.sum(axis=1)
        part = people.did.astype(np.float32)
        if people.not_ticked is not None:
            part -= people.not_ticked * np.float32(matching.not_ticked)
            part[count == 0] = 0
        part *= _root(count, matching.ticks_full)
        return part

    def _add_history(self, found: Floats, people: People, factor: Any) -> None:
        """Work held touches a row or two a person: looked up row by row, which is quicker than to multiply by zeros."""
        import numpy as np

        factors = factor.astype(np.float32)
        spare = np.empty(found.shape[1], np.float32)
        for row, column in zip(people.work_rows.tolist(), people.work.tolist(), strict=True):
            np.multiply(self.tables.history[column], factors[row], out=spare)
            found[row] += spare


def _root(count: Any, least: int) -> Any:
    import numpy as np

    return (np.maximum(count, least) ** -0.5).astype(np.float32)[:, None]


def _at_length(values: Floats, least: int) -> Any:
    import numpy as np

    return values * (np.maximum((values**2).sum(axis=1), least) ** -0.5).astype(np.float32)[:, None]
