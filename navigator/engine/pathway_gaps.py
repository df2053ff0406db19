"""What is missing for one step, the smallest first."""

from __future__ import annotations

from navigator.domain.matching import Matching
from navigator.domain.occupation import Occupation
from navigator.domain.pathway import Gap, GapKind, Limits, PathwaySettings, Spot, Step
from navigator.domain.standing import Standing
from navigator.engine.bands import ASKS_AS_SCHOOLING
from navigator.engine.reasons import IMPORTANT_KNOWLEDGE, WANTED_ACTIVITIES, central
from navigator.engine.tables import Tables

MOST_ACTIVITIES = 2
MOST_PAPERS = 2
NEVER_NAMED = frozenset({"2.C.7.a"})
"""English: nearly all work above the first zone asks it, so naming it tells nobody anything and may hurt."""

HIGHER = 0.5
"""How much more a knowledge area must matter there than in the work before, to be named as missing."""

LEARNED_ON_THE_JOB = 0.5
SMALL_PAPER = 1.0
"""Months reckoned for what one picks up at work, and for a card or certificate that employers like to see."""

STUDY = {
    "high_school": 6,
    "some_college": 12,
    "certificate": 12,
    "associate": 24,
    "bachelor": 48,
    "master": 72,
    "doctor": 96,
}
"""Months of study to a level of schooling from a high school diploma; to the diploma itself, for a GED."""


def gaps(
    step: Step, spot: Spot, there: Occupation, before: Occupation | None, standing: Standing, limits: Limits,
    tables: Tables, matching: Matching, settings: PathwaySettings,
) -> tuple[Gap, ...]:  # fmt: skip
    """Everything we know to be missing between the work before and the step."""
    found = [
        *_activities(there, before, standing, tables, _never_named(limits, settings)),
        *_knowledge(there, before, standing),
        *_papers(step, spot, limits),
        *_time(step, standing, settings),
        *_schooling(step, spot, matching),
    ]
    return tuple(sorted(found, key=lambda g: g.months))


def _never_named(limits: Limits, settings: PathwaySettings) -> set[str]:
    """Activities that are not told as missing: what anybody can do, and what was ruled out in the sense meant."""
    ruled_out = (settings.meant_otherwise.get(c, ()) for c in limits.cannot)
    return {*settings.anybody, *(activity for some in ruled_out for activity in some)}


def _activities(
    there: Occupation, before: Occupation | None, standing: Standing, tables: Tables, never: set[str]
) -> list[Gap]:
    """The most usual activities of the work that are new; what only a task of it is about does not count."""
    done = set(standing.did) | set(before.activities if before else ()) | never
    column, rows = tables.column[there.code], tables.activity_row
    most_done = sorted((-there.activities[a], -rows[a][column], a) for a in central(there) if a in rows)
    new = [a for _, _, a in most_done[:WANTED_ACTIVITIES] if a not in done]
    return [Gap(kind="activity", about=a, months=LEARNED_ON_THE_JOB) for a in new[:MOST_ACTIVITIES]]


def _knowledge(there: Occupation, before: Occupation | None, standing: Standing) -> list[Gap]:
    known = {k.element: k.importance for k in before.knowledge} if before else {}
    wanted = sorted(there.knowledge, key=lambda k: (-k.importance, k.element))
    new = [
        k.element
        for k in wanted
        if k.importance >= IMPORTANT_KNOWLEDGE
        and k.element not in standing.knowledge
        and k.element not in NEVER_NAMED
        and k.importance >= known.get(k.element, 0.0) + HIGHER
    ]
    return [Gap(kind="knowledge", about=k, months=LEARNED_ON_THE_JOB) for k in new[:1]]


def _papers(step: Step, spot: Spot, limits: Limits) -> list[Gap]:
    licence, held = spot.licence, limits.licences
    if licence.need == "none" or not licence.names:
        return []
    if licence.need == "required":  # any one of them is enough
        kind: GapKind = "licence" if limits.papers_told else "unsaid"
        needed = Gap(kind=kind, about=licence.names[0], months=max(SMALL_PAPER, step.months[0]))
        return [] if licence.held(held) else [needed]
    wanted = (n for n in licence.names[:MOST_PAPERS] if held.isdisjoint(licence.enough_for(n)))
    return [Gap(kind="often", about=name, months=SMALL_PAPER) for name in wanted]


def _time(step: Step, standing: Standing, settings: PathwaySettings) -> list[Gap]:
    """Working up takes time in the work before, where that is not the work held: how long it still takes stands in its way in."""
    if step.before is None or step.before in standing.held or step.way.asks != "none" or step.months[0] < settings.soon:
        return []
    return [Gap(kind="experience", about=step.before, months=step.months[0])]


def _schooling(step: Step, spot: Spot, matching: Matching) -> list[Gap]:
    """What most people there bring, where the way in does not give it: its most usual way, or the published one."""
    rank = matching.schooling_order.index
    usual = ASKS_AS_SCHOOLING[spot.ways[0].asks] if spot.ways else "none"
    lower = min((usual, spot.schooling or usual), key=rank)
    there = max(step.schooling, ASKS_AS_SCHOOLING[step.way.asks], key=rank)
    if rank(lower) <= rank(there) or rank(lower) <= rank("high_school"):
        return []
    return [Gap(kind="schooling", about=lower, months=float(STUDY[lower]))]
