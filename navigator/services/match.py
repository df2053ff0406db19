"""Match one record to all occupations: ranked, banded, with reasons, pay here and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, wraps
from itertools import islice
from typing import TypeVar

from navigator.catalogue.store import Catalogue
from navigator.domain.match import Band, Match, Matches, Reason
from navigator.domain.occupation import NATION, Occupation, Projection, Wages
from navigator.domain.record import Record
from navigator.domain.standing import Standing
from navigator.engine import bands, reasons, ways_in
from navigator.engine.abroad import abroad
from navigator.engine.fit import Fit
from navigator.engine.free_time import hardly_paid
from navigator.engine.standing import papers_told, standing_of
from navigator.engine.tables import fields_of_occupations, work_opened
from navigator.services.elsewhere import from_elsewhere

CONSIDERED = 40
"""How many of the ranking are looked at closely; the 20 best of them after caps are shown."""

DEEP = 160
"""How far down the ranking it goes on, while there are too few of which nothing was ruled out and no years lie between."""

ALL_OFFERED = 27
ALL_TICKED = 0.9
"""Ticking this share of so many activities (three screens) or of the knowledge areas says little of what stands out."""

FIRST_ZONE = 3
STAGE = "27-2"
"""The highest job zone of first ideas for who told no work, and the group of actors, dancers and athletes."""

LONG = frozenset({"year", "years", "long"})
"""Lengths of work that tell where somebody is at home."""

Told = TypeVar("Told")
Ranking = list[tuple[str, float]]
Place = tuple[int, int, bool, bool, bool, bool, bool, float, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedUp:
    """One occupation for one person, whatever its score."""

    occupation: Occupation
    wages: Wages | None
    projection: Projection | None
    caps: tuple[bands.Cap, ...]


def once_each(method: Callable[[Matcher, str], Told]) -> Callable[[Matcher, str], Told]:
    """What a matcher tells of a code, worked out the first time it is asked."""

    @wraps(method)
    def told(matcher: Matcher, code: str) -> Told:
        known: dict[str, Told] = vars(matcher).setdefault(f"{method.__name__} of each", {})
        if code not in known:
            known[code] = method(matcher, code)
        return known[code]

    return told


@dataclass(frozen=True, kw_only=True)
class Matcher:
    """One record against one catalogue."""

    catalogue: Catalogue
    record: Record

    @cached_property
    def fit(self) -> Fit:
        """The formula over this catalogue."""
        tables = self.catalogue.tables
        said = self.standing  # fields and groups are asked only where no title helps: most need no rows of them
        fields = fields_of_occupations(self.catalogue.pathways.fields, tables) if said.fields else {}
        groups = self.catalogue.group_rows if said.groups else {}
        return Fit(
            tables=tables,
            skills=self.catalogue.skill_rows,
            matching=self.catalogue.matching,
            fields=fields,
            groups=groups,
            licences=work_opened(self.opened, tables),
        )

    @cached_property
    def opened(self) -> dict[str, tuple[str, ...]]:
        """What each license or card that the person holds opens."""
        found = self.catalogue.work_opened(self.standing.licences) if self.standing.licences else {}
        return {licence: codes for licence, codes in found.items() if codes}

    @cached_property
    def standing(self) -> Standing:
        """Where the person stands."""
        framework = self.catalogue.framework
        there = abroad(self.record, self.catalogue.matching.abroad, framework.service)
        return replace(standing_of(self.record, framework), abroad=tuple(sorted(there)))

    @cached_property
    def area(self) -> str:
        """The state whose pay is shown, or the nation where none was given."""
        return self.record.person.state or NATION

    @cached_property
    def ranking(self) -> Ranking:
        """All occupations, best first, without those the person turned down."""
        return [pair for pair in self.fit.ranked(self.standing) if pair[0] not in self.standing.dismissed]

    def ruled_out(self, code: str) -> int:
        """How many of the things that the person ruled out an occupation asks; what can be asked for otherwise aside."""
        tables = self.catalogue.tables
        if code not in tables.column:
            return 0
        n = tables.column[code]
        asked = [c for c in self.standing.cannot if c in tables.preference_row and tables.preference_row[c][n] > 0]
        return sum(c not in bands.ASKABLE or not bands.can_ask(self.catalogue.occupation(code), c) for c in asked)

    @once_each
    def within_reach(self, code: str) -> bool:
        """Whether nothing that was ruled out, and no years of school, training or preparation, stand before work, and
        there is such work at all."""
        far = bands.is_far(reason for _, reason in self.looked_up(code).caps)
        return not (self.ruled_out(code) or self.rare(code) or far)

    @once_each
    def looked_up(self, code: str) -> LookedUp:
        """One occupation, its figures and what stands in the way: no score changes them."""
        occupation, wages = self.catalogue.occupation(code), self.wages(code)
        projection, matching = self.catalogue.projection(code), self.catalogue.matching
        caps = bands.caps_on(self.standing, occupation, wages, projection, matching, self.zone_reached)
        return LookedUp(occupation=occupation, wages=wages, projection=projection, caps=tuple(caps))

    def considered(self, ranking: Ranking) -> Ranking:
        """What is looked at closely: the first of a ranking, and more of it until enough is within reach."""
        close = ranking[:CONSIDERED]
        missing = self.catalogue.matching.shown - sum(self.within_reach(code) for code, _ in close)
        if missing > 0:
            more = (pair for pair in ranking[CONSIDERED:DEEP] if self.within_reach(pair[0]))
            close = [*close, *islice(more, missing)]
        kept, seen = self.kept(ranking), {code for code, _ in close}
        return close + [pair for pair in ranking if pair[0] in kept and pair[0] not in seen]

    def kept(self, ranking: Ranking) -> frozenset[str]:
        """What always has a place in the list: work that was done, and the best that each paper held opens.

        Somebody who did a work misses it, and is told of the trade-off; a paper should not count for nothing. Work that
        asks something ruled out is not opened by a paper.
        """
        found = {code for code, _ in ranking if code in self.standing.held}
        for codes in self.opened.values():
            free = (code for code, _ in ranking if code in codes and not self.ruled_out(code))
            found |= {*islice(free, 1)}
        return frozenset(found)

    def listed(self, ordered: Sequence[str], kept: frozenset[str]) -> list[str]:
        """The codes that are shown of those considered, in their order: the first, with room for what is kept."""
        shown = self.catalogue.matching.shown
        others = [code for code in ordered if code not in kept]
        taken = {*kept, *others[: max(0, shown - len(kept))]}
        return [code for code in ordered if code in taken][:shown]

    def place(self, code: str, band: Band, total: float, caps: Collection[Reason]) -> Place:
        """What orders the list: the band; what was ruled out, work that hardly exists, pay under the floor, hours that do
        not suit, what is years away, and what asks a degree, last in it; then the score."""
        against = {r.part for r in caps if r.kind == "cap"}
        hours = bool(against & {"hours", "times"})
        behind = (self.rare(code), "pay" in against, hours, bands.is_far(caps), bands.lacks_degree(caps))
        return (bands.ORDER.index(band), self.ruled_out(code), *behind, -round(total, 9), code)

    @once_each
    def rare(self, code: str) -> bool:
        """Whether work hardly exists in the nation. Not for who did the like or has the paper: they know where it is. Paid
        work in what somebody did in their free time is as hard to find."""
        return hardly_paid(self.standing, code) or (not bands.is_kin(code, self.standing.known_work) and self.few(code))

    def few(self, code: str) -> bool:
        """The same, also for who did the like: that orders nothing, but they are told."""
        return not self.own(code) and bands.is_rare(self.catalogue.projection(code), self.catalogue.matching)

    def own(self, code: str) -> bool:
        """Whether somebody did this work, or has the paper it requires."""
        return code in self.standing.held or any(code in codes for codes in self.opened.values())

    @cached_property
    def zone_reached(self) -> int | None:
        """The highest job zone of the work done, or None."""
        tables = self.catalogue.tables
        zones = [tables.zones[tables.column[c]] for c in self.standing.known_work if c in tables.column]
        return max(zones, default=None)

    @cached_property
    def rated(self) -> dict[str, int | None]:
        """Each rated skill with its level; a skill somebody picked as a strength counts as much."""
        picked = dict.fromkeys(self.record.strongest, 3)
        return {r.skill: r.level for r in self.record.ratings} | picked

    def matches(self) -> Matches:
        """What is shown: at most 20 in bands, a few from elsewhere, and whether it is clear."""
        unclear = self.unclear()
        if unclear == "few":
            return Matches(shown=(), elsewhere=(), clear=False, unclear_because=unclear, flat=self.standing.flat)
        close = [self.judged(code) for code, _ in self.considered(self.ideas)]
        close.sort(key=lambda m: self.place(m.code, m.band, m.score.total, m.reasons))
        judged = {m.code: m for m in close}
        shown = tuple(self.reasoned(judged[c]) for c in self.listed([*judged], self.kept(self.ranking)))
        elsewhere = from_elsewhere(self, shown)
        return Matches(
            shown=shown, elsewhere=elsewhere, clear=not unclear, unclear_because=unclear, flat=self.standing.flat
        )

    @cached_property
    def ideas(self) -> Ranking:
        """The ranking that ideas are taken from; of who told no work without stage work, and without work that asks years
        they did not speak of."""
        if self.unclear() != "work":
            return self.ranking
        tables = self.catalogue.tables
        reached = max(FIRST_ZONE, bands.ZONE_OF_SCHOOLING.get(self.standing.schooling or "none", 0))
        free = {c for c in tables.codes if tables.zones[tables.column[c]] <= reached and not c.startswith(STAGE)}
        return [pair for pair in self.ranking if pair[0] in free or self.own(pair[0])]

    def unclear(self) -> str:
        """Why there is no clear result: `few` answers, `work`: nothing tells what they did, `low`: nothing stands out, or
        `all`: (nearly) everything was ticked.

        Empty when it is clear.
        """
        thresholds = self.catalogue.matching.thresholds
        if self.standing.answers < thresholds.least_answers and not self.worked_long:
            return "few"
        told = self.standing
        if not (told.did or told.known_work or told.free_time or told.fields or told.groups):
            return "work"
        best = self.ranking[0][1] if self.ranking else 0.0
        return "low" if best < thresholds.look else "all" if self.ticked_all else ""

    @property
    def worked_long(self) -> bool:
        """Whether some known work was done for about a year or more: that alone is enough for a first list."""
        return any(e.code and e.length in LONG for e in self.record.experience)

    @property
    def ticked_all(self) -> bool:
        """Whether (nearly) everything offered was ticked: then nothing of it tells one kind of work from another."""
        did, areas = len(self.standing.did), len(self.catalogue.framework.knowledge)
        offered = did + len(self.standing.not_ticked)
        ticked = offered >= ALL_OFFERED and did >= ALL_TICKED * offered
        return ticked or (areas > 0 and len(self.standing.knowledge) >= ALL_TICKED * areas)

    def match(self, code: str) -> Match:
        """One occupation for this person, whatever its rank."""
        return self.reasoned(self.judged(code))

    def judged(self, code: str) -> Match:
        """An occupation with its band and what stands in the way; its other reasons cost more and are for the few shown."""
        known = self.looked_up(code)
        occupation, caps = known.occupation, known.caps
        score = self.fit.score(self.standing, occupation.code)
        named = bool(self.standing.known_work)
        soon = ways_in.paper_soon(self.standing, occupation)
        own = bands.band_of(score.total, self.catalogue.matching, named=named, held=self.own(code), soon=soon)
        band = bands.capped(own, [b for b, _ in caps])
        return Match(
            code=occupation.code,
            name=occupation.name,
            band=band,
            score=score,
            reasons=tuple(reason for _, reason in caps),
            wages=known.wages,
            projection=known.projection,
            few=self.few(occupation.code),
            rare=self.rare(occupation.code),
            abroad=occupation.code in self.standing.abroad,
        )

    def reasoned(self, match: Match) -> Match:
        """The match with the answers that speak for it first, and what is missing last."""
        occupation = self.looked_up(match.code).occupation
        given = reasons.reasons_for(self.fit, self.standing, match.score)
        missing = reasons.missing(self.fit, self.standing, occupation, self.rated, self.catalogue.pathways.anybody)
        unasked = bands.unasked_schooling(self.standing, occupation, match.projection, self.catalogue.matching)
        paper = self._paper_untold(match, bands.unticked_licence(self.standing, occupation))
        return replace(match, reasons=(*given, *match.reasons, *unasked, *paper, *missing))

    def _paper_untold(self, match: Match, unticked: tuple[Reason, ...]) -> tuple[Reason, ...]:
        """The license that work asks and somebody did not tick; where nobody asked for licenses, it is told as that."""
        if self.papers_asked or match.abroad:  # a license from another country does not hold here
            return unticked
        needed = [r for r in (*match.reasons, *unticked) if r.part == "licence"]
        return tuple(Reason(kind="not_asked", part="licence", about=r.about) for r in needed[:1])

    @property
    def papers_asked(self) -> bool:
        """Whether anything is known of the licenses that the person has."""
        return papers_told(self.record)

    def wages(self, code: str) -> Wages | None:
        """The pay in the person's state; the nation's where the state publishes no middle pay."""
        here = self.catalogue.wages(code, self.area)
        if here is not None and here.typical.per_hour is not None:
            return here
        return self.catalogue.wages(code, NATION) or here

    def rank(self, code: str) -> int:
        """The place of an occupation in the whole ranking, from 1."""
        codes = [c for c, _ in self.ranking]
        return codes.index(code) + 1 if code in codes else len(codes) + 1
