"""The fit of occupations for one person: a named sum of linear parts, the readable formula.

Each part is a list of terms ``(about, factor, row)``: the answer it speaks of, how much that answer counts, and how much
each occupation has of it. The value of a part for occupation n is the sum of ``factor * row[n]``; the same terms give
the ranking of all occupations and the evidence behind one, so an explanation cannot say anything the score does not.
:mod:`navigator.engine.batch` computes the same sums for many people at once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from navigator.domain.match import Evidence, Part, PartName, Score
from navigator.domain.matching import Matching
from navigator.domain.standing import Standing
from navigator.engine.tables import Tables

Term = tuple[str, float, Sequence[float]]

ON_TOP: tuple[PartName, ...] = ("licences", "preferences")
"""Parts that are added to the others and do not share with them: a paper held, or something ruled out, must not shrink
the rest."""

LEAST_SKILLS = 5
LEAST_AREAS = 3
LEAST_LIKINGS = 3
"""A part with fewer answers than these is not scaled up to a full one."""

MOST_STANDINGS = 200
"""How many standings the terms are kept of at once."""

TICKED = 1.0
RULED_OUT = -1.0
"""What an answer says that is only given or not given."""

FREE_TIME_TOLD = 0.5
"""What art or sport in somebody's free time says, against work they held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How the answers of a part are brought to one length, so that who says more does not count for more.

    ``least``: shorter answers are not scaled up beyond this. ``by_ticks``: only what was ticked makes the length, and
    without a tick the part says nothing.
    """

    least: float
    by_ticks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A standing made ready for scores: its terms, the share of each part, and every row with its whole weight.

    ``known`` keeps what occupations score by themselves, since each lends it to several others.
    """

    terms: dict[PartName, list[Term]]
    share: dict[PartName, float]
    rows: list[tuple[float, Sequence[float]]]
    known: dict[int, float] = field(default_factory=dict)

    def alone(self, m: int) -> float:
        """What occupation m scores without what it is lent itself."""
        if m not in self.known:
            self.known[m] = sum([weight * row[m] for weight, row in self.rows])
        return self.known[m]


@dataclass(frozen=True, kw_only=True)
class Fit:
    """Everything a score is computed from: the tables, our skills as rows over occupations, and the weights."""

    tables: Tables
    skills: dict[str, list[float]]
    matching: Matching
    fields: Mapping[str, Sequence[float]] = field(default_factory=dict)
    groups: Mapping[str, Sequence[float]] = field(default_factory=dict)
    licences: Mapping[str, Sequence[float]] = field(default_factory=dict)

    @cached_property
    def lengths(self) -> Mapping[PartName, Length]:
        """The length of each part's answers; those of the other parts count as given. The blocks read this table too."""
        return {
            "activities": Length(least=self.matching.ticks_full, by_ticks=True),
            "groups": Length(least=TICKED),
            "skills": Length(least=LEAST_SKILLS),
            "knowledge": Length(least=LEAST_AREAS),
            "interests": Length(least=LEAST_LIKINGS),
            "history": Length(least=TICKED),
        }

    @cached_property
    def passed(self) -> float:
        """What an activity says that was offered and not ticked."""
        return -self.matching.not_ticked

    def given(self, standing: Standing) -> dict[PartName, list[tuple[str, float]]]:
        """What each answer says by itself, of those that the tables know."""
        tables = self.tables
        history = [(c, TICKED) for c in standing.known_work] + [(c, FREE_TIME_TOLD) for c in standing.free_time]
        said: dict[PartName, tuple[Collection[str], list[tuple[str, float]]]] = {
            "activities": (
                tables.activity_row,
                [(a, TICKED) for a in standing.did] + [(a, self.passed) for a in standing.not_ticked],
            ),
            "fields": (self.fields, [(f, TICKED) for f in standing.fields]),
            "groups": (self.groups, [(g, TICKED) for g in standing.groups]),
            "skills": (self.skills, [*standing.skills]),
            "knowledge": (tables.knowledge_row, [(k, TICKED) for k in standing.knowledge]),
            "interests": (tables.interest_row, [*standing.likings]),
            "history": (tables.column, history),
            "licences": (self.licences, [(n, TICKED) for n in standing.licences]),
            "preferences": (tables.preference_row, [(c, RULED_OUT) for c in standing.cannot]),
        }
        return {name: [pair for pair in some if pair[0] in known] for name, (known, some) in said.items()}

    def factors(self, standing: Standing) -> dict[PartName, list[tuple[str, float]]]:
        """How much each answer counts, for every part that has answers."""
        scaled = {name: _at_length(some, self.lengths.get(name)) for name, some in self.given(standing).items()}
        return {name: some for name, some in scaled.items() if some}

    def row(self, name: PartName, about: str) -> Sequence[float]:
        """How much each occupation has of what one answer speaks of."""
        tables = self.tables
        if name == "history":
            return tables.near[tables.column[about]]
        if name == "skills":
            return self.skills[about]
        rows: dict[PartName, Mapping[str, Sequence[float]]] = {
            "activities": tables.activity_row,
            "fields": self.fields,
            "groups": self.groups,
            "knowledge": tables.knowledge_row,
            "interests": tables.interest_row,
            "licences": self.licences,
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

    @cached_property
    def _weighed(self) -> dict[Standing, Weighed]:
        """What was worked out for a standing: one match asks for it some hundred times, of a few dozen standings."""
        return {}

    def weighed(self, standing: Standing) -> Weighed:
        """What the scores of a standing are worked out from."""
        found = self._weighed.get(standing)
        if found is None:
            if len(self._weighed) >= MOST_STANDINGS:
                self._weighed.clear()
            terms = self.terms(standing)
            share = self.shares(terms)
            rows = [(share[name] * factor, row) for name, some in terms.items() for _, factor, row in some]
            found = self._weighed[standing] = Weighed(terms=terms, share=share, rows=rows)
        return found

    def score(self, standing: Standing, code: str) -> Score:
        """The score of one occupation with the evidence behind each part."""
        n = self.tables.column[code]
        ready = self.weighed(standing)
        parts = [self._part(name, some, ready.share[name], n) for name, some in ready.terms.items()]
        lenders = self.lenders(n)
        if ready.share.get("neighbours") and lenders:
            evidence = tuple(Evidence(about=self.tables.codes[m], share=part * ready.alone(m)) for m, part in lenders)
            lent = sum(e.share for e in evidence)
            parts.append(Part(name="neighbours", value=lent, weight=ready.share["neighbours"], evidence=evidence))
        return Score(code=code, parts=tuple(parts))

    def total(self, standing: Standing, code: str) -> float:
        """What ``score`` sums up to, to the last digit, without the evidence: reasons compare a few hundred of them."""
        n = self.tables.column[code]
        ready = self.weighed(standing)
        points = [
            sum([factor * row[n] for _, factor, row in some]) * ready.share[name] for name, some in ready.terms.items()
        ]
        lenders = self.lenders(n)
        if ready.share.get("neighbours") and lenders:
            points.append(sum([part * ready.alone(m) for m, part in lenders]) * ready.share["neighbours"])
        return sum(points)

    def _part(self, name: PartName, terms: list[Term], weight: float, n: int) -> Part:
        evidence = tuple(Evidence(about=about, share=factor * row[n]) for about, factor, row in terms)
        return Part(name=name, value=sum(e.share for e in evidence), weight=weight, evidence=evidence)

    def ranked(self, standing: Standing) -> list[tuple[str, float]]:
        """All occupations, best first; equal scores by code, so that the same answers give the same list."""
        totals = self.totals(standing)
        return sorted(zip(self.tables.codes, totals, strict=True), key=lambda pair: (-round(pair[1], 9), pair[0]))


def _at_length(given: list[tuple[str, float]], length: Length | None) -> list[tuple[str, float]]:
    """The answers of one part at their length; a few weak ones stay shorter."""
    if length is None:
        return given
    size = sum(value * value for _, value in given if value > 0 or not length.by_ticks)
    whole = max(size, length.least) ** 0.5
    return [(about, value / whole) for about, value in given] if size else []
