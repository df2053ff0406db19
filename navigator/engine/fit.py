"""The fit of occupations for one person: a named sum of linear parts, the readable formula.

Each part is a list of terms ``(about, factor, row)``: the answer it speaks of, how much that answer counts, and how much
each occupation has of it. The value of a part for occupation n is the sum of ``factor * row[n]``; the same terms give
the ranking of all occupations and the evidence behind one, so an explanation cannot say anything the score does not.
:mod:`navigator.engine.batch` computes the same sums for many people at once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from navigator.domain.match import Evidence, Part, PartName, Score
from navigator.domain.matching import Matching
from navigator.domain.standing import Standing
from navigator.engine.tables import Tables

Term = tuple[str, float, Sequence[float]]

ON_TOP: tuple[PartName, ...] = ("preferences",)
"""Parts that are added to the others and do not share with them: ruling something out must not shrink the rest."""

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
    groups: Mapping[str, Sequence[float]] = field(default_factory=dict)

    def factors(self, standing: Standing) -> dict[PartName, list[tuple[str, float]]]:
        """How much each answer counts, for every part that has answers."""
        found: dict[PartName, list[tuple[str, float]]] = {
            "activities": self._activities(standing),
            "groups": [(g, 1.0) for g in standing.groups if g in self.groups],
            "skills": _at_length([(s, v) for s, v in standing.skills if s in self.skills], LEAST_SKILLS),
            "knowledge": self._knowledge(standing),
            "interests": _at_length(
                [(i, v) for i, v in standing.likings if i in self.tables.interest_row], LEAST_LIKINGS
            ),
            "history": self._history(standing),
            "preferences": [(c, -1.0) for c in standing.cannot if c in self.tables.preference_row],
        }
        return {name: some for name, some in found.items() if some}

    def _activities(self, standing: Standing) -> list[tuple[str, float]]:
        rows = self.tables.activity_row
        did = [a for a in standing.did if a in rows]
        scale = max(len(did), self.matching.ticks_full) ** -0.5
        against = -self.matching.not_ticked * scale
        return [(a, scale) for a in did] + [(a, against) for a in standing.not_ticked if a in rows] if did else []

    def _knowledge(self, standing: Standing) -> list[tuple[str, float]]:
        known = [k for k in standing.knowledge if k in self.tables.knowledge_row]
        return [(k, max(len(known), LEAST_AREAS) ** -0.5) for k in known]

    def _history(self, standing: Standing) -> list[tuple[str, float]]:
        held = [c for c in standing.held if c in self.tables.column]
        return [(c, len(held) ** -0.5) for c in held]

    def row(self, name: PartName, about: str) -> Sequence[float]:
        """How much each occupation has of what one answer speaks of."""
        tables = self.tables
        if name == "history":
            return tables.near[tables.column[about]]
        if name == "skills":
            return self.skills[about]
        rows: dict[PartName, Mapping[str, Sequence[float]]] = {
            "activities": tables.activity_row,
            "groups": self.groups,
            "knowledge": tables.knowledge_row,
            "interests": tables.interest_row,
            "preferences": tables.preference_row,
        }
        return rows[name][about]

    def terms(self, standing: Standing) -> dict[PartName, list[Term]]:
        """The terms of every part that has answers."""
        return {
            name: [(about, factor, self.row(name, about)) for about, factor in some]
            for name, some in self.factors(standing).items()
        }

    def totals(self, standing: Standing) -> list[float]:
        """The score of every occupation, in the order of the tables' codes."""
        terms = self.terms(standing)
        base = self._base(terms)
        share = self.shares(terms)
        lent = share.get("neighbours", 0.0)
        return [own + lent * self._lent(base, n) for n, own in enumerate(base)] if lent else base

    def _base(self, terms: dict[PartName, list[Term]]) -> list[float]:
        share = self.shares(terms)
        base = [0.0] * len(self.tables.codes)
        for name, some in terms.items():
            weight = share[name]
            for _, factor, row in some:
                scaled = weight * factor
                base = [b + scaled * r for b, r in zip(base, row, strict=True)]
        return base

    def shares(self, answered: Collection[PartName]) -> dict[PartName, float]:
        """The weights of the parts that were answered, scaled so that a short route reads on the same scale."""
        weights = self.matching.weights
        total = sum(weights[name] for name in answered if name not in ON_TOP) or 1.0
        shares: dict[PartName, float] = {n: weights[n] / (1.0 if n in ON_TOP else total) for n in answered}
        if answered:
            shares["neighbours"] = weights["neighbours"]
        return shares

    def _lent(self, base: Sequence[float], n: int) -> float:
        """What the nearest occupations lend to occupation n: their mean score, nearer ones counting more."""
        return sum(share * base[m] for m, share in self.lenders(n))

    def lenders(self, n: int) -> list[tuple[int, float]]:
        """The nearest occupations of occupation n and their shares in what is lent, which sum to 1."""
        nearest = self.tables.nearest[n][: self.matching.neighbours]
        total = sum(near for _, near in nearest)
        return [(m, near / total) for m, near in nearest] if total else []

    def _base_at(self, terms: dict[PartName, list[Term]], share: dict[PartName, float], n: int) -> float:
        return sum(share[name] * factor * row[n] for name, some in terms.items() for _, factor, row in some)

    def score(self, standing: Standing, code: str) -> Score:
        """The score of one occupation with the evidence behind each part."""
        n = self.tables.column[code]
        terms = self.terms(standing)
        share = self.shares(terms)
        parts = [self._part(name, some, share[name], n) for name, some in terms.items()]
        lenders = self.lenders(n)
        if share.get("neighbours") and lenders:
            evidence = tuple(
                Evidence(about=self.tables.codes[m], share=part * self._base_at(terms, share, m)) for m, part in lenders
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


def _at_length(known: Sequence[tuple[str, float]], least: int) -> list[tuple[str, float]]:
    """Answers that lean one way or the other, at length 1; a few weak ones stay shorter."""
    length = max(sum(v * v for _, v in known), least) ** 0.5
    return [(about, v / length) for about, v in known]
