"""What if I could do more of one thing, a skill or an activity: what would fit better, and which single skill helps most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.match import Band
from navigator.domain.record import Experience, Rating, Record
from navigator.domain.standing import Standing
from navigator.engine import bands, reasons, ways_in
from navigator.engine.standing import is_flat, standing_of
from navigator.engine.validate import clean_line, shown
from navigator.formats import words
from navigator.i18n import _
from navigator.services.match import Matcher, Ranking

A_LOT = 3
SAME = 1e-9
"""Scores that differ by less are the same: sums of the same terms in another order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One occupation that would fit better: the band now (empty: not in the list now) and then."""

    code: str
    name: str
    now: str
    then: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """One occupation of the list that would fit better, door or not."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreOf:
    """One skill, what "a lot" of it looks like, and the doors it would open to more than a stretch; or one activity.

    ``lifts``: what is in the list now, asks for it, and would score higher.
    """

    skill: str
    name: str
    means: str
    doors: tuple[Door, ...]
    lifts: tuple[Lifted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """Every skill that was not yet "a lot", the one that opens the most doors first; or why nothing can be said.

    ``listed``: how many occupations are in the list now. ``only``: some skills were asked about, not all. ``activities``:
    what stands under ``skills`` are activities.
    """

    skills: tuple[MoreOf, ...]
    unclear: str
    proper_use: str
    listed: int = 0
    only: bool = False
    activities: bool = False


def what_if(catalogue: Catalogue, record: Record, skill: str | Sequence[str] = ()) -> WhatIf:
    """Which doors more of a skill would open: of those given by id or name, or of all. Raises BadInput."""
    looked = _Looked(catalogue=catalogue, matcher=Matcher(catalogue=catalogue, record=record))
    given = (skill,) if isinstance(skill, str) else tuple(skill)
    asked = [skill_of(catalogue, s) for s in given if s] or [s.id for s in catalogue.framework.skills]
    found = (looked.more_of(s) for s in asked if looked.matcher.rated.get(s) != A_LOT)
    return looked.sorted(found, only=any(given))


def what_if_done(catalogue: Catalogue, record: Record, activities: Sequence[str]) -> WhatIf:
    """Which doors it would open to have done some activities too, given by id."""
    looked = _Looked(catalogue=catalogue, matcher=Matcher(catalogue=catalogue, record=record))
    found = (looked.more_done(a) for a in activities if a not in looked.matcher.standing.did)
    return replace(looked.sorted(found, only=True), activities=True)


def skill_of(catalogue: Catalogue, text: str) -> str:
    """The id of a skill given by id or name. Raises BadInput."""
    wanted = clean_line(text).casefold()
    for skill in catalogue.framework.skills:
        if wanted in (skill.id.casefold(), skill.name.casefold()):
            return skill.id
    known = ", ".join(s.id for s in catalogue.framework.skills)
    raise BadInput(_("There is no skill {text}. The skills: {known}.").format(text=shown(text), known=known))


def with_more(record: Record, skill: str) -> Record:
    """The same person, had they said "a lot" of one skill; a pick where ratings do not count or were never given."""
    if not record.ratings or is_flat(record):
        return replace(record, strongest=tuple(dict.fromkeys((*record.strongest, skill))))
    others = tuple(r for r in record.ratings if r.skill != skill)
    return replace(record, ratings=(*others, Rating(skill=skill, level=A_LOT)))


def with_done(record: Record, activity: str) -> Record:
    """The same person, had they done one activity too, in the first of their jobs."""
    first, *others = record.experience or (Experience(id="what-if"),)
    done = replace(first, did=(*first.did, activity), asked=tuple(dict.fromkeys((*first.asked, activity))))
    return replace(record, experience=(done, *others))


@dataclass(frozen=True, kw_only=True)
class _Looked:
    """One person's matches before and after a change. What stands in the way of an occupation is looked up once, by the
    matcher: no skill changes it."""

    catalogue: Catalogue
    matcher: Matcher

    @cached_property
    def before(self) -> dict[str, Band]:
        """The bands of all that is shown now, or comes near."""
        return self._bands(self.matcher.considered(self.matcher.ranking))

    @cached_property
    def shown_before(self) -> dict[str, float]:
        """What is in the list now, in its order, with the scores."""
        score = dict(self.matcher.ranking)
        return {code: score[code] for code in self._list(self.matcher.ranking)}

    def sorted(self, found: Iterable[MoreOf], *, only: bool) -> WhatIf:
        """What opens the most doors first; nothing where too little was answered."""
        if self.matcher.unclear() == "few":
            return WhatIf(skills=(), unclear="few", proper_use=words.proper_use(), only=only)
        skills = sorted(found, key=lambda more: (-len(more.doors), -len(more.lifts)))
        listed = len(self.shown_before)
        return WhatIf(skills=tuple(skills), unclear="", proper_use=words.proper_use(), listed=listed, only=only)

    def more_of(self, skill: str) -> MoreOf:
        """The doors that more of one skill opens."""
        known = next(s for s in self.catalogue.framework.skills if s.id == skill)
        doors, lifts = self._opened(with_more(self.matcher.record, skill), lambda code: self.asks(code, skill))
        return MoreOf(skill=skill, name=known.name, means=known.anchors[-1], doors=doors, lifts=lifts)

    def more_done(self, activity: str) -> MoreOf:
        """The doors that one activity opens."""
        known = next(a for a in self.catalogue.framework.activities if a.id == activity)
        then = with_done(self.matcher.record, activity)
        doors, lifts = self._opened(then, lambda code: activity in self.catalogue.occupation(code).activities)
        return MoreOf(skill=activity, name=words.upper_first(known.do), means="", doors=doors, lifts=lifts)

    def _opened(self, changed: Record, asks: Callable[[str], bool]) -> tuple[tuple[Door, ...], tuple[Lifted, ...]]:
        """What a change opens, a better band or a place in the list, of work that asks for it; and what it lifts.

        Other work may move too, since who stands out in one thing stands out less in the others: that is no door.
        """
        ranking = self._ranking(standing_of(changed, self.catalogue.framework))
        after, score = self._bands(self.matcher.considered(ranking)), dict(ranking)
        entered = {c for c in self._list(ranking) if c not in self.shown_before}
        opened = [
            (then, c)
            for c, then in after.items()
            if then != "stretch" and (c in entered or self._better(c, then)) and asks(c)
        ]
        opened.sort(key=lambda pair: bands.ORDER.index(pair[0]))
        higher = (code for code, now in self.shown_before.items() if score[code] > now + SAME and asks(code))
        lifts = tuple(Lifted(code=code, name=self.catalogue.names[code]) for code in higher)
        return tuple(self._door(code, then) for then, code in opened), lifts

    def asks(self, code: str, skill: str) -> bool:
        """Whether a skill stands out among what the occupation asks, as it is told where it is missing."""
        return skill in reasons.standing_out(self.matcher.fit.skills, self.catalogue.tables.column[code])

    def _better(self, code: str, then: Band) -> bool:
        now = self.before.get(code)
        return now is not None and bands.ORDER.index(then) < bands.ORDER.index(now)

    def _door(self, code: str, then: Band) -> Door:
        now = words.BANDS[self.before[code]] if code in self.shown_before else ""
        return Door(code=code, name=self.catalogue.names[code], now=now, then=words.BANDS[then])

    def _ranking(self, standing: Standing) -> Ranking:
        return [pair for pair in self.matcher.fit.ranked(standing) if pair[0] not in standing.dismissed]

    def _bands(self, ranking: Ranking) -> dict[str, Band]:
        return {code: bands.capped(self._own(code, total), [b for b, _ in self._caps(code)]) for code, total in ranking}

    def _own(self, code: str, total: float) -> Band:
        """The band that a score alone would give."""
        matching, standing = self.catalogue.matching, self.matcher.standing
        soon = ways_in.paper_soon(standing, self.matcher.looked_up(code).occupation)
        named = bool(standing.known_work)
        return bands.band_of(total, matching, named=named, held=self.matcher.own(code), soon=soon)

    def _list(self, ranking: Ranking) -> list[str]:
        """The codes that are shown, as :meth:`Matcher.matches` chooses them."""
        close = self.matcher.considered(ranking)
        band = self._bands(close)
        places = sorted(self.matcher.place(c, band[c], t, [r for _, r in self._caps(c)]) for c, t in close)
        return self.matcher.listed([code for *_, code in places], self.matcher.kept(ranking))

    def _caps(self, code: str) -> tuple[bands.Cap, ...]:
        return self.matcher.looked_up(code).caps
