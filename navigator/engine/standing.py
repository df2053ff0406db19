"""From a record to where the person stands: contrast within the person, best-worst choices before flat ratings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from navigator.domain.framework import Framework
from navigator.domain.life import MilitaryService
from navigator.domain.occupation import HOURS_A_YEAR
from navigator.domain.record import Experience, Money, Per, Record
from navigator.domain.standing import Standing
from navigator.engine.free_time import in_free_time
from navigator.engine.life_words import is_service_alone
from navigator.engine.passed_over import skipped_activities

FLAT_SPREAD = 0.35
"""Below this spread (in levels, of 1 to 3) ratings say nothing of what stands out."""

FEW_RATINGS = 5
"""With fewer ratings than this, equal ones are no sign of a flat rater."""


MOST_STRENGTHS = 5
MOST_STRENGTHS_FLAT = 3
"""Skills named as the strongest; fewer where the marks themselves tell nothing apart."""


def standing_of(record: Record, framework: Framework) -> Standing:
    """Everything the engine may read of one record."""
    did = {a for e in record.experience for a in e.did}
    asked = {a for e in record.experience for a in e.asked}
    held = {worked_as(e, framework.service) for e in record.experience} - {""}
    free_time = {e.code for e in record.experience if e.code and in_free_time(e)} - held
    return Standing(
        did=tuple(sorted(did)),
        not_ticked=tuple(sorted(asked - did - skipped_activities(record))),
        fields=tuple(sorted({f for e in record.experience for f in e.fields})),
        groups=tuple(sorted({g for e in record.experience for g in e.groups})),
        skills=skill_contrasts(record),
        knowledge=tuple(sorted(record.knowledge)),
        likings=likings_by_interest(record, framework),
        held=tuple(sorted(held)),
        alike=tuple(sorted({e.code for e in record.experience if e.code} - held - free_time)),
        free_time=tuple(sorted(free_time)),
        schooling=record.wants.schooling,
        licences=tuple(sorted(record.wants.licences)),
        train_months=record.wants.train_months,
        cannot=tuple(sorted(record.wants.cannot)),
        dismissed=tuple(sorted(d.code for d in record.dismissed)),
        pay_floor=per_hour(record.wants.pay_floor),
        hours=tuple(sorted(record.wants.hours)),
        flat=is_flat(record),
    )


def worked_as(job: Experience, service: MilitaryService) -> str:
    """The occupation that was done. Empty for service alone: what was picked beside it is like it, and was not done; and for
    what somebody did in their free time, whose trade is another world."""
    return "" if is_service_alone(job.title, service) or in_free_time(job) else job.code or ""


def papers_told(record: Record) -> bool:
    """Whether anything is known of the licenses that the person has: the quick route does not ask, and some skip it."""
    said = record.answered("want.licences")
    return bool(record.wants.licences) or (said is not None and not said.skipped)


HOURS: dict[Per, float] = {
    "hour": 1,
    "day": 8,
    "week": 40,
    "two_weeks": 80,
    "month": HOURS_A_YEAR / 12,
    "year": HOURS_A_YEAR,
}
"""Hours that pay is reckoned with: full time, since nobody is asked for how long the day or the week was."""


def per_hour(money: Money | None) -> float | None:
    """An amount as dollars an hour."""
    return None if money is None else money.amount / HOURS[money.per]


def levels(record: Record) -> dict[str, float]:
    """Rated skills by level; "not sure" is no rating."""
    return {r.skill: float(r.level) for r in record.ratings if r.level is not None}


def is_flat(record: Record) -> bool:
    """Whether somebody marked (nearly) everything the same."""
    values = list(levels(record).values())
    if len(values) < FEW_RATINGS:
        return False
    mean = sum(values) / len(values)
    return sum((v - mean) ** 2 for v in values) / len(values) < FLAT_SPREAD**2


def strongest(record: Record, skills: tuple[str, ...], support: Mapping[str, float]) -> list[str]:
    """The skills that stand out, best first: named as strongest, then picked as best of a few, then rated "a lot", then
    rated "some". What was picked as done least well is never among them.

    Ties are broken by ``support``: how much the work that the person did asks of each skill. Somebody who marked
    everything the same gets only a few: those they picked, and those that their work speaks for most.
    """
    rated = {r.skill: r.level or 0 for r in record.ratings}
    best = {b.best for b in record.best_worst}
    least = {b.worst for b in record.best_worst}
    picked = best | set(record.strongest)
    most = max(MOST_STRENGTHS_FLAT, len(picked - least)) if is_flat(record) else MOST_STRENGTHS

    def place(skill: str) -> tuple[bool, bool, bool, float, int]:
        named, high = skill in record.strongest, rated.get(skill, 0) == 3
        return (not named, skill not in picked, not high, -support.get(skill, 0.0), skills.index(skill))

    found = [s for s in skills if s not in least and (s in picked or rated.get(s, 0) >= 2)]
    return sorted(found, key=place)[: min(most, MOST_STRENGTHS)]


def skill_contrasts(record: Record) -> tuple[tuple[str, float], ...]:
    """Each skill against the person's own mean; picks and best-worst choices count as answers of their own.

    Flat ratings are left out: then only what was picked decides (DESIGN, section 5).
    """
    found: dict[str, float] = defaultdict(float)
    rated = {} if is_flat(record) else levels(record)
    mean = sum(rated.values()) / len(rated) if rated else 0.0
    for skill, level in rated.items():
        found[skill] += level - mean
    for skill in record.strongest:
        found[skill] += 1.0
    for chosen in record.best_worst:
        found[chosen.best] += 1.0
        if chosen.worst:
            found[chosen.worst] -= 1.0
    return tuple(sorted((s, v) for s, v in found.items() if v))


def likings_by_interest(record: Record, framework: Framework) -> tuple[tuple[str, float], ...]:
    """The sum of like me (+1) and not like me (-1) for each interest that was answered."""
    interest = {s.id: s.interest for s in framework.statements}
    found: dict[str, float] = defaultdict(float)
    for liking in record.likings:
        if liking.statement in interest:
            found[interest[liking.statement]] += liking.value
    return tuple(sorted((i, v) for i, v in found.items() if v))
