"""Where one person stands before a search for routes: the work held and that of now, what they said as limits, and pay here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from navigator.catalogue.store import Catalogue
from navigator.domain.matching import Matching
from navigator.domain.occupation import NATION, Wages
from navigator.domain.pathway import Limits, PathwaySettings, Step
from navigator.domain.record import Experience, Kind, Record
from navigator.engine.at_home import was_at_home
from navigator.engine.free_time import UNPAID
from navigator.engine.last_pay import comparable
from navigator.engine.pathway_points import HerePay
from navigator.engine.standing import papers_told, per_hour, worked_as
from navigator.engine.work_now import ended, of_now
from navigator.services.match import Matcher

FITS = 300
PAID = (None, "paid", "side")
"""Kinds of work that a title tells of, one that nobody said the kind of among them."""

LEAST_FIT = -0.5
"""Among the first third of the ranking something speaks for an occupation; after it, something against."""


@dataclass(frozen=True, kw_only=True)
class WayStand:
    """One record, as it is or as it could be, against one catalogue; ``any_pay``: were pay no limit."""

    catalogue: Catalogue
    record: Record
    keep_earning: bool = False
    within: float | None = None
    any_pay: bool = False

    @cached_property
    def settings(self) -> PathwaySettings:
        """What counts as a possible step; with any pay, even one that pays far less than today."""
        ours = self.catalogue.pathways
        return replace(ours, pay_keep=0.0) if self.any_pay else ours

    @cached_property
    def matching(self) -> Matching:
        """The order of schooling."""
        return self.catalogue.matching

    @cached_property
    def matcher(self) -> Matcher:
        """The fit of the answers."""
        return Matcher(catalogue=self.catalogue, record=self.record)

    def _done(self, job: Experience) -> str:
        return worked_as(job, self.catalogue.framework.service)

    def _kind(self, job: Experience) -> Kind | None:
        """What kind of work it was; life at home where only its title tells."""
        return "home" if was_at_home(job, self.catalogue.framework) else job.kind

    @cached_property
    def held(self) -> tuple[str, ...]:
        """Codes of work held that the catalogue knows."""
        return tuple(sorted({c for c in map(self._done, self.record.experience) if c and self.catalogue.has(c)}))

    @cached_property
    def unknown_work(self) -> tuple[str, ...]:
        """Titles of paid work that nobody could tell the occupation of."""
        jobs = (e for e in self.record.experience if e.title and self._kind(e) in PAID and not self._done(e))
        return tuple(dict.fromkeys(e.title for e in jobs))

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The place of each occupation among those that fit, from 0; empty when there are too few answers."""
        if self.matcher.unclear() == "few":
            return {}
        return {code: n for n, (code, _) in enumerate(self.matcher.ranking)}

    def fit(self, code: str) -> float:
        """How well an occupation suits the answers: 1 for the best, 0 for the 300th, a little below for what suits less."""
        return max(LEAST_FIT, 1 - self.ranks.get(code, FITS) / FITS)

    def _worked(self, code: str) -> float:
        lengths = [self.settings.worked.get(e.length, 0.0) for e in self.record.experience if self._done(e) == code]
        return max(lengths, default=0.0)

    @cached_property
    def limits(self) -> Limits:
        """What the worker said."""
        wants = self.record.wants
        return Limits(
            schooling=wants.schooling,
            licences=frozenset(wants.licences),
            train_months=wants.train_months,
            cannot=frozenset(wants.cannot),
            avoid=frozenset({d.code for d in self.record.dismissed} | (set(self.held) - self.returns)),
            pay_floor=None if self.any_pay else per_hour(wants.pay_floor),
            keep_earning=self.keep_earning,
            within=self.within,
            returns=self.returns,
            degree_abroad=self._degree_abroad,
            papers_told=papers_told(self.record),
        )

    @cached_property
    def returns(self) -> frozenset[str]:
        """Work that was done in another country only and asks a degree or a license here: a goal, since its papers must
        count here first."""
        there = (s for c in self.held if c in self.matcher.standing.abroad and (s := self.catalogue.spot(c)))
        return frozenset(s.code for s in there if s.asks_degree or s.licence.need == "required")

    @cached_property
    def _degree_abroad(self) -> bool:
        """Whether all work held that asks a degree was done in another country, so that the degree may be from there."""
        asking = {c for c in self.held if (spot := self.catalogue.spot(c)) and spot.asks_degree}
        return bool(asking) and asking <= self.returns

    @cached_property
    def _now(self) -> Experience | None:
        """The work that today's pay is compared with: of the paid work held, what was done here before what was done
        in another country and asks a paper here; then as ``of_now`` tells."""
        held = [e for e in self.record.experience if self._done(e) in self.held]
        paid = [e for e in held if e.kind and e.kind not in UNPAID] or held
        found = sorted(
            paid,
            key=lambda e: (
                self._done(e) in self.matcher.standing.abroad,
                *of_now(e, self.settings.worked.get(e.length, 0.0)),
            ),
        )
        return found[0] if found else None

    @cached_property
    def now_code(self) -> str | None:
        """The occupation that today's pay is compared with."""
        return self._now.code if self._now else None

    @cached_property
    def goes_on(self) -> bool:
        """Whether somebody said that they still do the work that today's pay is compared with."""
        return self._now is not None and ended(self._now) == 0

    @cached_property
    def unpaid(self) -> bool:
        """Whether the work that today's pay is compared with was done for no pay, as far as the person said."""
        kinds = {self._kind(e) for e in self.record.experience if self._done(e) == self.now_code}
        return bool(kinds) and kinds <= {*UNPAID}

    @cached_property
    def base(self) -> float | None:
        """Today's pay an hour: the last pay as said, where it can be right, else the middle pay here of the work held; but
        not of work that was done in another country and cannot be done here yet."""
        said = comparable(self.record.person.last_pay, self.matching)
        if said or self.now_code is None or self.now_code in self.returns:
            return said
        return self.here(self.now_code).per_hour

    @cached_property
    def area(self) -> str:
        """The worker's state, or the nation."""
        return self.record.person.state or NATION

    @cached_property
    def _middle(self) -> tuple[dict[str, float | None], dict[str, float | None]]:
        """Middle pay in the state and in the nation."""
        return self.catalogue.middle_pay(self.area), self.catalogue.middle_pay(NATION)

    @cached_property
    def _here(self) -> dict[str, HerePay]:
        return {}

    def here(self, code: str) -> HerePay:
        """Middle pay of one occupation here, from the same figures that are shown."""
        soc = code[:7]
        if soc not in self._here:
            own = self._middle[0].get(soc)
            self._here[soc] = HerePay(per_hour=self._middle[1].get(soc) if own is None else own, local=own is not None)
        return self._here[soc]

    @cached_property
    def _wages(self) -> dict[str, Wages | None]:
        return {}

    def wages(self, code: str) -> Wages | None:
        """Pay in the state; the nation's where the state's middle pay is not published."""
        if code not in self._wages:
            own = self.catalogue.wages(code, self.area)
            if own is None or own.typical.per_hour is None:
                own = self.catalogue.wages(code, NATION) or own
            self._wages[code] = own
        return self._wages[code]

    @cached_property
    def papers(self) -> tuple[str, ...]:
        """Occupations opened by a license the worker holds."""
        own = self.limits.licences - set(self.settings.everyday)
        return tuple(sorted({c for licence in own for c in self.catalogue.asking(licence)}))

    def gain(self, end: Step) -> float | None:
        """Dollars an hour more than today: at the middle pay; at the start pay where that tells more. Not told where the
        figure is of many unlike kinds of work."""
        wages = self.wages(end.code)
        if self.base is None or (wages and wages.mixed):
            return None
        entry = wages.entry.per_hour if wages and self.at_start(end) else None
        return (entry if entry is not None else end.per_hour) - self.base

    def at_start(self, end: Step) -> bool:
        """Whether a gain is reckoned with the start pay: the way in is a shorter one, one's papers are from another country,
        or pay differs too much for the middle to say what one can count on."""
        wages = self.wages(end.code)
        return end.shorter or end.abroad or (wages is not None and wages.wide)
