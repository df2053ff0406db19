"""Every question a route can ask, for people who prepare answers, translate or study the tool."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from navigator.catalogue.store import Catalogue
from navigator.domain.question import Choice, Question
from navigator.domain.record import BestWorst, Experience, Progress, Record, Route
from navigator.engine.inventory import MOST_JOBS, MOST_SCREENS, Known, sequence, sets_of
from navigator.services.inventory import known_of

SCREEN = re.compile(r"(job\.\d|any)\.did\.\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One question, and whether every walk on the route meets it or only some."""

    question: Question
    always: bool


def every_question(catalogue: Catalogue, route: Route) -> tuple[Listed, ...]:
    """All questions of a route: those every walk meets, and those that depend on earlier answers."""
    known = replace(
        known_of(catalogue),
        finds=lambda title: (),
        activities_of=lambda code: tuple(a.id for a in catalogue.framework.activities),
        licences_for=lambda record: tuple(catalogue.licences),
        next_screen=lambda record, job: tuple(a.id for a in catalogue.framework.activities),
    )
    empty = Record(id="", created="")
    always = {q.id for q in sequence(empty, known, route)}
    found: dict[str, Question] = {}
    for record in _possible(empty, known, route):
        for question in sequence(record, known, route):
            found.setdefault(question.id, _with_every_choice(question, known))
    return tuple(Listed(question=q, always=q.id in always) for q in _ordered(found))


def _with_every_choice(question: Question, known: Known) -> Question:
    """A screen of activities is chosen as the walk goes: it may offer any of them."""
    if not SCREEN.fullmatch(question.id):
        return question
    activities = known.framework.activities
    return replace(
        question,
        choices=tuple(Choice(id=a.id, text=a.did) for a in activities),
        elements=tuple(a.id for a in activities),
    )


def _possible(empty: Record, known: Known, route: Route) -> list[Record]:
    """Records that between them meet every question: with known work, with unnamed work, with none, with flat ratings."""
    most = MOST_JOBS[route]
    names = [f"job.{n}.occupation" for n in range(1, most + 1)]
    jobs = tuple(Experience(id=f"job{n}", title="...", code="any") for n in range(1, most + 1))
    unnamed = tuple(replace(j, code=None, groups=("any",)) for j in jobs)
    general = (Experience(id="any", groups=("any",)),)
    screens = [
        f"{about}.{part}" for about in ("any", *(f"job.{n}" for n in range(1, most + 1))) for part in _screens(route)
    ]
    rated = tuple(f"skill.{s.id}" for s in known.framework.skills)
    sets = tuple(BestWorst(id=str(n), offered=(), best="-") for n in range(1, sets_of(known) + 1))
    from navigator.domain.record import Rating

    flat = tuple(Rating(skill=s.id, level=2) for s in known.framework.skills)
    return [
        empty,
        replace(empty, experience=jobs, progress=_done(names)),
        replace(empty, experience=(*unnamed, *general), progress=_done([*names, *screens])),
        replace(empty, experience=general, progress=_done(["job.1.title", *screens])),
        replace(empty, ratings=flat, best_worst=sets, progress=_done(rated)),
    ]


def _screens(route: Route) -> list[str]:
    return ["field", "groups", *(f"did.{n}" for n in range(1, MOST_SCREENS[route]))]


def _done(names: object) -> tuple[Progress, ...]:
    return tuple(Progress(question=n) for n in names)  # type: ignore[attr-defined]


def _ordered(found: dict[str, Question]) -> list[Question]:
    sections = {"you": 0, "work": 1, "skills": 2, "know": 3, "like": 4, "want": 5}
    return sorted(found.values(), key=lambda q: sections[q.section])
