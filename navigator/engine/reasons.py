"""Why an occupation fits and what it asks that is missing: read from the parts of the score, and checked against it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from navigator.domain.match import Reason, ReasonKind, Score
from navigator.domain.occupation import Occupation
from navigator.domain.standing import Standing
from navigator.engine.fit import Fit

MOST_OF_ONE_PART = 3
LEAST_SHARE = 0.02
"""An answer that adds less than this part of the whole score is no reason worth a line."""

WANTED_ACTIVITIES = 10
LEAST_TASKS = 2
LEAST_TASK_SHARE = 0.07
"""An activity is central to work that has so many tasks, and such a part of all its tasks, in it: a single odd task (a truck
driver who checks the pumps of a power plant) is not named as missing."""

WANTED_SKILLS = 4
IMPORTANT_KNOWLEDGE = 3.5
"""O*NET importance (1-5) from which a knowledge area is named as something the work needs, and a skill as what it is about."""

BROUGHT = frozenset({"2.C.7.b"})
"""Knowledge that nobody picks up on the way into work: another language."""

MADE_OF = 4.0
"""Importance (1-5) from which work is made of such knowledge, as an interpreter's is of languages."""

STANDS_OUT = 0.15
"""How far above the occupation's own mean a skill lies (at length 1) before it is named as a need."""


ANSWERS: dict[str, str] = {
    "activities": "did",
    "fields": "fields",
    "groups": "groups",
    "skills": "skills",
    "knowledge": "knowledge",
    "interests": "likings",
    "history": "held",
    "alike": "alike",
    "free_time": "free_time",
    "licences": "licences",
}
"""Where a standing holds the answers of each part: texts, or pairs that begin with one."""


def without(standing: Standing, part: str, about: str) -> Standing:
    """The same person, had they not given that one answer."""
    if part not in ANSWERS:
        return standing
    given = getattr(standing, ANSWERS[part])
    kept = tuple(x for x in given if (x if isinstance(x, str) else x[0]) != about)
    changed: dict[str, Any] = {ANSWERS[part]: kept}
    return replace(standing, **changed)


def reasons_for(fit: Fit, standing: Standing, score: Score, most: int = 6) -> list[Reason]:
    """The answers that speak most for a match. Each is true: without it the score would be lower."""
    found: list[Reason] = []
    total = score.total
    for part in score.parts:
        if part.name not in ANSWERS:
            continue
        said = said_positively(standing, part.name)
        known = [e for e in part.evidence if said is None or e.about in said]
        best = sorted(known, key=lambda e: (-e.share, e.about))[: 2 * MOST_OF_ONE_PART]
        given = [
            Reason(kind="for", part=_told(standing, part.name, e.about), about=e.about, weight=e.share * part.weight)
            for e in best
            if e.share * part.weight > LEAST_SHARE * total
            and fit.total(without(standing, _told(standing, part.name, e.about), e.about), score.code) < total
        ]
        found += given[:MOST_OF_ONE_PART]
    return sorted(found, key=lambda r: (-r.weight, r.part, r.about))[:most]


def _told(standing: Standing, part: str, about: str) -> str:
    """Which answers are told: work that is only like what was done is not told as work that was done, nor is free time."""
    if part != "history":
        return part
    return "alike" if about in standing.alike else "free_time" if about in standing.free_time else part


def said_positively(standing: Standing, part: str) -> set[str] | None:
    """The answers that may be told as a strength: "a little of it, and it needs little" is true, but no reason to tell."""
    if part == "skills":
        return {skill for skill, value in standing.skills if value > 0}
    if part == "interests":
        return {interest for interest, value in standing.likings if value > 0}
    return None


def missing(
    fit: Fit,
    standing: Standing,
    occupation: Occupation,
    rated: dict[str, int | None],
    anybody: Collection[str] = (),
) -> list[Reason]:
    """What the occupation asks that the answers do not show: said not to have (need), unsure (may need), or not asked.

    ``rated`` maps a skill to the level the person gave (None: not sure); a skill that is not in it was not asked.
    ``anybody``: activities that anybody can do, or learns in a day.
    """
    return [
        *_missing_activities(fit, standing, occupation, anybody),
        *_missing_skills(fit, occupation, rated),
        *_missing_knowledge(standing, occupation),
    ]


def central(occupation: Occupation) -> list[str]:
    """The activities that make up work, those with the most tasks first; none that is in a single task only."""
    tasks = sum(occupation.activities.values())
    least = max(LEAST_TASKS, LEAST_TASK_SHARE * tasks)
    found = [(-count, activity) for activity, count in occupation.activities.items() if count >= least]
    return [activity for _, activity in sorted(found)]


def is_about(marks: Collection[str], occupation: Occupation) -> bool:
    """Whether work is about one of the things that a statement is about: enough of its tasks, a skill or an area of
    knowledge that counts there, or something it often asks."""
    tasks = sum(occupation.activities.values())
    done = sum(n for activity, n in occupation.activities.items() if activity.startswith(tuple(marks)))
    if done >= max(LEAST_TASKS, LEAST_TASK_SHARE * tasks):
        return True
    needed = (*occupation.skills, *occupation.knowledge)
    asked = occupation.profile.asks_for or ()
    return any(n.element in marks and n.importance >= IMPORTANT_KNOWLEDGE for n in needed) or any(
        m in asked for m in marks
    )


def _missing_activities(fit: Fit, standing: Standing, occupation: Occupation, anybody: Collection[str]) -> list[Reason]:
    n = fit.tables.column[occupation.code]
    rows = fit.tables.activity_row
    wanted = [a for a in central(occupation) if a in rows and a not in anybody][:WANTED_ACTIVITIES]
    found = []
    for activity in wanted:
        if activity in standing.not_ticked:
            found.append(Reason(kind="need", part="activities", about=activity, weight=rows[activity][n]))
        elif activity not in standing.did:
            found.append(Reason(kind="not_asked", part="activities", about=activity, weight=rows[activity][n]))
    return found


def standing_out(rows: Mapping[str, Sequence[float]], column: int) -> dict[str, float]:
    """The few skills that stand out among what an occupation asks, with how much, the largest first."""
    top = sorted(((row[column], skill) for skill, row in rows.items()), key=lambda p: (-p[0], p[1]))
    return {skill: weight for weight, skill in top[:WANTED_SKILLS] if weight >= STANDS_OUT}


def _missing_skills(fit: Fit, occupation: Occupation, rated: dict[str, int | None]) -> list[Reason]:
    found = []
    for skill, weight in standing_out(fit.skills, fit.tables.column[occupation.code]).items():
        if rated.get(skill) == 3:
            continue
        if skill not in rated:
            found.append(Reason(kind="not_asked", part="skills", about=skill, weight=weight))
        else:
            kind = "need" if rated[skill] == 1 else "may_need"
            found.append(Reason(kind=kind, part="skills", about=skill, weight=weight))  # type: ignore[arg-type]
    return found


def _missing_knowledge(standing: Standing, occupation: Occupation) -> list[Reason]:
    wanted = sorted(occupation.knowledge, key=lambda k: (-k.importance, k.element))
    return [
        Reason(kind=_how_missing(k.element, k.importance, standing), part="knowledge", about=k.element, weight=k.importance / 5)
        for k in wanted
        if k.importance >= IMPORTANT_KNOWLEDGE and k.element not in standing.knowledge
    ][:3]  # fmt: skip


def _how_missing(element: str, importance: float, standing: Standing) -> ReasonKind:
    """Who told what they know and did not name it may still know it; not so a language that the work is made of."""
    if not standing.knowledge:
        return "not_asked"
    return "need" if element in BROUGHT and importance >= MADE_OF else "may_need"
