"""The fit of occupations for one person: a named sum of linear parts, the readable formula.

Each part is a list of terms ``(about, factor, row)``: the answer it speaks of, how much that answer counts, and how much
each occupation has of it. The value of a part for occupation n is the sum of ``factor * row[n]``; the same terms give
the ranking of all occupations and the evidence behind one, so an explanation cannot say anything the score does not.
:mod:`navigator.engine.batch` computes the same sums for many people at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from navigator.domain.match import Evidence, Part, PartName, Score
from navigator.domain.matching import Matching
from navigator.domain.standing import Standing
from navigator.engine.tables import Tables

Term = tuple[str, float, Sequence[float]]

LEAST_SKILLS = 5
LEAST_AREAS = 3
LEAST_LIKINGS = 3
"""A part with fewer answers than these is not scaled up to a full one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Everything a score is computed from: the tables, our skills as rows over occupations, and the weights."""

    tables: Tables
    skills: dict[str, list[float]]
    matching: Matching

    def terms(self, standing: Standing) -> dict[PartName, list[Term]]:
        """The terms of every part that has answers."""
        found: dict[PartName, list[Term]] = {
            "activities": self._activity_terms(standing),
            "skills": self._skill_terms(standing),
            "knowledge": self._knowledge_terms(standing),
            "interests": self._interest_terms(standing),
            "history": self._history_terms(standing),
        }
        return {name: terms for name, terms in found.items() if terms}

    def _activity_terms(self, standing: Standing) -> list[Term]:
        rows = self.tables.activity_row
        did = [a for a in standing.did if a in rows]
        scale = max(len(did), self.matching.ticks_full) ** -0.5
        against = -self.matching.not_ticked * scale
        terms = [(a, scale, rows[a]) for a in did]
        return terms + [(a, against, rows[a]) for a in standing.not_ticked if a in rows] if did else []

    def _skill_terms(self, standing: Standing) -> list[Term]:
        known = [(s, v) for s, v in standing.skills if s in self.skills]
        length = max(sum(v * v for _, v in known), LEAST_SKILLS) ** 0.5
        return [(s, v / length, self.skills[s]) for s, v in known]

    def _knowledge_terms(self, standing: Standing) -> list[Term]:
        rows = self.tables.knowledge_row
        known = [k for k in standing.knowledge if k in rows]
        scale = max(len(known), LEAST_AREAS) ** -0.5
        return [(k, scale, rows[k]) for k in known]

    def _interest_terms(self, standing: Standing) -> list[Term]:
        rows = self.tables.interest_row
        known = [(i, v) for i, v in standing.likings if i in rows]
        length = max(sum(v * v for _, v in known), LEAST_LIKINGS) ** 0.5
        return [(i, v / length, rows[i]) for i, v in known]

    def _history_terms(self, standing: Standing) -> list[Term]:
        column = self.tables.column
        held = [c for c in standing.held if c in column]
        return [(c, len(held) ** -0.5, self.tables.near[column[c]]) for c in held]

    def totals(self, standing: Standing) -> list[float]:
        """The score of every occupation, in the order of the tables' codes."""
        terms = self.terms(standing)
        base = self._base(terms)
        share = self._shares(terms)
        lent = share.get("neighbours", 0.0)
        return [own + lent * self._lent(base, n) for n, own in enumerate(base)] if lent else base

    def _base(self, terms: dict[PartName, list[Term]]) -> list[float]:
        share = self._shares(terms)
        base = [0.0] * len(self.tables.codes)
        for name, some in terms.items():
            weight = share[name]
            for _, factor, row in some:
                scaled = weight * factor
                base = [b + scaled * r for b, r in zip(base, row, strict=True)]
        return base

    def _shares(self, terms: dict[PartName, list[Term]]) -> dict[PartName, float]:
        """The weights of the parts that were answered, scaled so that a short route reads on the same scale."""
        weights = self.matching.weights
        total = sum(weights[name] for name in terms) or 1.0
        shares: dict[PartName, float] = {name: weights[name] / total for name in terms}
        if terms:
            shares["neighbours"] = weights["neighbours"]
        return shares

    def _lent(self, base: Sequence[float], n: int) -> float:
        """What the nearest occupations lend to occupation n: their mean score, nearer ones counting more."""
        nearest = self.tables.nearest[n][: self.matching.neighbours]
        total = sum(w for _, w in nearest)
        return sum(w * base[m] for m, w in nearest) / total if total else 0.0

    def _base_at(self, terms: dict[PartName, list[Term]], share: dict[PartName, float], n: int) -> float:
        return sum(share[name] * factor * row[n] for name, some in terms.items() for _, factor, row in some)

    def score(self, standing: Standing, code: str) -> Score:
        """The score of one occupation with the evidence behind each part."""
        n = self.tables.column[code]
        terms = self.terms(standing)
        share = self._shares(terms)
        parts = [self._part(name, some, share[name], n) for name, some in terms.items()]
        nearest = self.tables.nearest[n][: self.matching.neighbours]
        total = sum(w for _, w in nearest)
        if share.get("neighbours") and total:
            evidence = tuple(
                Evidence(about=self.tables.codes[m], share=w * self._base_at(terms, share, m) / total) for m, w in nearest
            )
            lent = sum(e.share for e in evidence)
            parts.append(Part(name="neighbours", value=lent, weight=share["neighbours"], evidence=evidence))
        return Score(code=code, parts=tuple(parts))

    def _part(self, name: PartName, terms: list[Term], weight: float, n: int) -> Part:
        evidence = tuple(Evidence(about=about, share=factor * row[n]) for about, factor, row in terms)
        return Part(name=name, value=sum(e.share for e in evidence), weight=weight, evidence=evidence)

    def ranked(self, standing: Standing) -> list[tuple[str, float]]:
        """All occupations, best first; equal scores by code, so that the same answers give the same list."""
        totals = self.totals(standing)
        return sorted(zip(self.tables.codes, totals, strict=True), key=lambda pair: (-round(pair[1], 9), pair[0]))
