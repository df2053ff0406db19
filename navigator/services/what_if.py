"""What if I could do more of one thing: which occupations would then fit better, and which single skill helps most."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.match import Band, Reason
from navigator.domain.record import Rating, Record
from navigator.domain.standing import Standing
from navigator.engine import bands
from navigator.engine.standing import is_flat, standing_of
from navigator.engine.validate import clean_line, shown
from navigator.formats import words
from navigator.i18n import _
from navigator.services.match import Matcher, Ranking

A_LOT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One occupation that would fit better: the band now (empty: not in the list now) and then."""

    code: str
    name: str
    now: str
    then: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreOf:
    """One skill, what "a lot" of it looks like, and the doors it would open to more than a stretch."""

    skill: str
    name: str
    means: str
    doors: tuple[Door, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """Every skill that was not yet "a lot", the one that opens the most doors first; or why nothing can be said."""

    skills: tuple[MoreOf, ...]
    unclear: str
    proper_use: str


def what_if(catalogue: Catalogue, record: Record, skill: str = "") -> WhatIf:
    """Which doors more of a skill would open: of one skill by id or name, or of all. Raises BadInput."""
    looked = _Looked(catalogue=catalogue, matcher=Matcher(catalogue=catalogue, record=record))
    asked = [skill_of(catalogue, skill)] if skill else [s.id for s in catalogue.framework.skills]
    if looked.matcher.unclear() == "few":
        return WhatIf(skills=(), unclear="few", proper_use=words.proper_use())
    found = [looked.more_of(s) for s in asked if looked.matcher.rated.get(s) != A_LOT]
    found.sort(key=lambda more: -len(more.doors))
    return WhatIf(skills=tuple(found), unclear="", proper_use=words.proper_use())


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


@dataclass(frozen=True, kw_only=True)
class _Looked:
    """One person's matches before and after a change. What stands in the way of an occupation is looked up once:
    no skill changes it."""

    catalogue: Catalogue
    matcher: Matcher

    @cached_property
    def caps(self) -> dict[str, list[tuple[Band, Reason]]]:
        """The caps of each occupation looked at so far."""
        return {}

    @cached_property
    def before(self) -> dict[str, Band]:
        """The bands of all that is shown now, or comes near."""
        return self._bands(self.matcher.considered(self.matcher.ranking))

    @cached_property
    def shown_before(self) -> frozenset[str]:
        """What is in the list now."""
        return frozenset(self._list(self.matcher.ranking))

    def more_of(self, skill: str) -> MoreOf:
        """The doors that more of one skill opens: a better band, or a place in the list."""
        known = next(s for s in self.catalogue.framework.skills if s.id == skill)
        ranking = self._ranking(standing_of(with_more(self.matcher.record, skill), self.catalogue.framework))
        after = self._bands(self.matcher.considered(ranking))
        entered = {c for c in self._list(ranking) if c not in self.shown_before}
        opened = [
            (then, c) for c, then in after.items() if then != "stretch" and (c in entered or self._better(c, then))
        ]
        opened.sort(key=lambda pair: bands.ORDER.index(pair[0]))
        doors = [self._door(code, then) for then, code in opened]
        return MoreOf(skill=skill, name=known.name, means=known.anchors[-1], doors=tuple(doors))

    def _better(self, code: str, then: Band) -> bool:
        now = self.before.get(code)
        return now is not None and bands.ORDER.index(then) < bands.ORDER.index(now)

    def _door(self, code: str, then: Band) -> Door:
        now = words.BANDS[self.before[code]] if code in self.shown_before else ""
        return Door(code=code, name=self.catalogue.names[code], now=now, then=words.BANDS[then])

    def _ranking(self, standing: Standing) -> Ranking:
        return [pair for pair in self.matcher.fit.ranked(standing) if pair[0] not in standing.dismissed]

    def _bands(self, ranking: Ranking) -> dict[str, Band]:
        matching = self.catalogue.matching
        named, is_own = bool(self.matcher.standing.known_work), self.matcher.own
        own = {code: bands.band_of(total, matching, named=named, held=is_own(code)) for code, total in ranking}
        return {code: bands.capped(band, [b for b, _ in self._caps(code)]) for code, band in own.items()}

    def _list(self, ranking: Ranking) -> list[str]:
        """The codes that are shown, as :meth:`Matcher.matches` chooses them."""
        close = self.matcher.considered(ranking)
        band = self._bands(close)
        places = sorted(self.matcher.place(c, band[c], t, [r for _, r in self._caps(c)]) for c, t in close)
        return self.matcher.listed([code for *_, code in places], self.matcher.kept(ranking))

    def _caps(self, code: str) -> list[tuple[Band, Reason]]:
        if code not in self.caps:
            self.caps[code] = self._looked_up(code)
        return self.caps[code]

    def _looked_up(self, code: str) -> list[tuple[Band, Reason]]:
        matcher, catalogue = self.matcher, self.catalogue
        return bands.caps_on(
            matcher.standing,
            catalogue.occupation(code),
            matcher.wages(code),
            catalogue.projection(code),
            catalogue.matching,
            matcher.zone_reached,
        )
