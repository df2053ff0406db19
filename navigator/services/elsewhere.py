"""Work from another field, that somebody may not have thought of: only which work is offered; no score changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from navigator.domain.match import Match
from navigator.engine import ways_in
from navigator.engine.last_pay import comparable

if TYPE_CHECKING:
    from navigator.services.match import Matcher

DEPTH = 120
"""How far down the ranking it is looked for."""

AGAINST = -0.05
"""A part of a score under this value speaks against work."""

SPOKEN = ("knowledge", "interests")
"""Parts that must not speak against what somebody is to think of anew: what they did says nothing of it anyway."""

HINDERS = frozenset({"zone", "cannot", "unpaid", "training", "years", "pay", "hours", "times"})


def from_elsewhere(matcher: Matcher, shown: tuple[Match, ...]) -> tuple[Match, ...]:
    """A few good ones from fields that the shown ones, and the work done, do not touch; one a field.

    What somebody has not thought of should be worth the thought: nothing ruled out, no license to get first, no more years
    on the way than they said, nothing they dislike, no less pay than before, and jobs to be had for years. Of who did not
    say how long they can train, what takes no longer than we look for where nobody said is named, if there is any.
    """
    if matcher.standing.train_months is None:
        return _good_ones(matcher, shown, soon=True) or _good_ones(matcher, shown, soon=False)
    return _good_ones(matcher, shown, soon=False)


def _good_ones(matcher: Matcher, shown: tuple[Match, ...], *, soon: bool) -> tuple[Match, ...]:
    """The first of them down the ranking; where they should come soon, without what takes years."""
    known = {c[:2] for c in matcher.standing.known_work}
    seen = {m.code[:2] for m in shown[:12]} | known | _picked_majors(matcher)
    taken = {m.code for m in shown}
    found: list[Match] = []
    for code, _ in matcher.ideas[:DEPTH]:
        if len(found) == matcher.catalogue.matching.elsewhere:
            break
        if code in taken or code[:2] in seen or (soon and _takes_years(matcher, code)):
            continue
        match = matcher.judged(code)
        if not _poor(matcher, match):
            found.append(replace(matcher.reasoned(match), elsewhere=True))
            seen.add(code[:2])
    return tuple(found)


def _picked_majors(matcher: Matcher) -> set[str]:
    """The SOC major groups of the fields somebody picked."""
    picked = matcher.standing.fields
    return {m for f in matcher.catalogue.pathways.fields if f.id in picked for m in f.majors} if picked else set()


def _poor(matcher: Matcher, match: Match) -> bool:
    caps = {r.part: r.about for r in match.reasons if r.kind == "cap"}
    if caps.keys() & HINDERS or not _lasting(matcher, match) or _spoken_against(match):
        return True
    if _too_long(matcher, match.code) or ("licence" in caps and not _at_hand(matcher, match.code, caps["licence"])):
        return True
    if "schooling" in caps and (matcher.standing.schooling or caps["schooling"] in ways_in.DEGREES):
        return True  # more school than they have is no idea from elsewhere
    last = comparable(matcher.record.person.last_pay, matcher.catalogue.matching)
    typical = match.wages.typical.per_hour if match.wages else None
    return last is not None and typical is not None and typical < last


def _spoken_against(match: Match) -> bool:
    """Whether what somebody likes or knows speaks against it."""
    return any(part.name in SPOKEN and part.value < AGAINST for part in match.score.parts)


def _too_long(matcher: Matcher, code: str) -> bool:
    """Whether it takes clearly longer than they said, although they may be paid on the way."""
    told = matcher.standing
    said = told.train_months
    way = ways_in.best_way(matcher.looked_up(code).occupation, said, told.cannot)
    return ways_in.longer_than_said(way, said)


def _takes_years(matcher: Matcher, code: str) -> bool:
    """Whether the usual way in takes longer, in the middle, than ways are looked for where nobody said how long."""
    way = ways_in.best_way(matcher.looked_up(code).occupation, None)
    return way is not None and sum(way.months) / 2 > matcher.catalogue.pathways.train_default


def _at_hand(matcher: Matcher, code: str, paper: str) -> bool:
    """Whether a license is no hindrance: a short free course gives it, or nearly everybody has it and nobody asked."""
    soon = ways_in.paper_soon(matcher.standing, matcher.looked_up(code).occupation)
    return soon or (paper in matcher.catalogue.pathways.everyday and not matcher.papers_asked)


def _lasting(matcher: Matcher, match: Match) -> bool:
    """Whether there will be such jobs: enough openings, and no fewer jobs than now. Not published: we do not know."""
    least, figures = matcher.catalogue.matching.elsewhere_jobs, match.projection
    if figures is None or figures.yearly_openings is None or figures.growth_percent is None:
        return False
    return figures.yearly_openings >= least.openings and figures.growth_percent >= least.growth
