"""Where a person is on the way: which question of how many, and about how long is left. Pure.

The number is that of the way most people go: a title of their own, an occupation found, skills that differ. It goes down
with what is not asked, and up only where an answer opens a longer way: once, and then to all that way can hold.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from navigator.domain.question import Place, Question
from navigator.domain.record import Record, Route
from navigator.engine.inventory import (
    ANY,
    MOST_JOBS,
    Known,
    held,
    most_screens,
    rated_on,
    said_all,
    sequence,
    sets_of,
    tells_nothing,
)

USUAL_SCREENS = 4
USUAL_JOBS = 2
TALKED_OVER = {"quick": 1.0, "standard": 1.0, "full": 1.8}
"""The full route is for two people, and each question is talked over. Somebody who reads it alone takes about 20 minutes
(bench.reader); it is offered as 30, and opens with about 30 left."""


def place_of(question: Question, record: Record, known: Known, route: Route, passed: Container[str] = ()) -> Place:
    """Where a question stands in its route, of about how many, and about how long is left from here.

    ``passed``: questions left for another day; the person never sees them, so they have no number.
    """
    all_of = [q for q in sequence(record, known, route) if q.id not in passed]
    number = next((n for n, q in enumerate(all_of, start=1) if q.id == question.id), len(all_of))
    left = sum(q.seconds for q in all_of[number - 1 :] if record.answered(q.id) is None or q.id == question.id)
    hidden = _hidden_jobs(record, route) + _hiddensets_of(record, known, route)
    hidden += _hidden_screens(record, route, {q.id for q in all_of})
    return Place(
        number=number,
        of=len(all_of) + hidden.questions,
        seconds_left=round((left + hidden.seconds) * TALKED_OVER[route]),
        about=hidden.questions > 0,
    )


@dataclass(frozen=True, slots=True)
class _Hidden:
    """Questions that will most likely follow but cannot be told yet: how many, and about how many seconds they take."""

    questions: int = 0
    seconds: int = 0

    def __add__(self, other: _Hidden) -> _Hidden:
        return _Hidden(self.questions + other.questions, self.seconds + other.seconds)


def _hidden_jobs(record: Record, route: Route) -> _Hidden:
    """What follows a title: which occupation, what kind, how long, what was done there; and the next title. Most name two.

    For most an occupation is found. Where none is, screens of activities follow: they are counted once that is known.
    """
    jobs, found = len(held(record)), _Hidden()
    for n in range(1, jobs + 1):
        if record.answered(f"job.{n}.occupation") is None:
            found += _after_occupation(route)
    if not said_all(record, route):
        for n in range(jobs + 1, min(USUAL_JOBS, MOST_JOBS[route]) + 1):
            found += _Hidden(1, 10) + _after_occupation(route)
            found += _Hidden(1, 8) if n < MOST_JOBS[route] else _Hidden()
    return found


def _after_occupation(route: Route) -> _Hidden:
    return _Hidden(1, 45) if route == "quick" else _Hidden(3, 60)


def _hidden_screens(record: Record, route: Route, told: Container[str]) -> _Hidden:
    """The screens of an open series that are still to come: at most so many, but most series end after four."""
    found = _Hidden()
    for about in _series(record, route):
        groups = record.answered(f"{about}.groups")
        most = most_screens(record, about, route)
        done = sum(p.question.startswith(f"{about}.did.") for p in record.progress)
        if groups is not None and f"{about}.did.{done + 1}" not in told:
            continue  # it is clear, or nothing is left to ask
        shown = done + (groups is not None)  # the next one stands in the sequence already
        found += _Hidden(max(0, most - shown), 30 * max(0, min(USUAL_SCREENS, most) - shown))
        if about == ANY and not said_all(record, route):
            found += _Hidden(1, 25) if held(record) else _Hidden(2, 40)
    return found


def _series(record: Record, route: Route) -> list[str]:
    """The work whose activities are asked by screens: that of which no occupation was found, and no work in particular."""
    jobs = held(record)
    found = [
        f"job.{n}"
        for n, job in enumerate(jobs, start=1)
        if record.answered(f"job.{n}.occupation") and job.code is None and (n == 1 or route == "full")
    ]
    general = route == "full" or (not jobs and record.answered("job.1.title") is not None)
    return [*found, ANY] if general else found


def _hiddensets_of(record: Record, known: Known, route: Route) -> _Hidden:
    """The sets of five: always on the full route, else for those who pick no skill and mark all the same."""
    if route == "quick":
        return _Hidden()
    left = sum(record.answered(f"best.{n}") is None for n in range(1, sets_of(known) + 1))
    if all(record.answered(f"skill.{s.id}") for s in rated_on(record, known, route)):
        return _Hidden(left, 8 * left) if route == "full" or tells_nothing(record) else _Hidden()
    return _Hidden(2 * left, 18 * left) if route == "full" else _Hidden()
