"""What is late in the plans of all records of a folder: for the counselor who keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navigator.domain.errors import Refusal
from navigator.domain.record import Record
from navigator.engine import plan as rules
from navigator.engine.validate import clean_line
from navigator.records.seal import is_sealed
from navigator.records.store import RecordStore


@dataclass(frozen=True, slots=True, kw_only=True)
class LateStep:
    """One open step whose day has passed: of which record, whose, toward which goal, and by which day it was meant."""

    record: str
    who: str
    goal: str
    id: str
    step: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LateInAll:
    """What is late, the oldest first. ``sealed``: the records that were not opened; nobody is asked for a passphrase."""

    steps: tuple[LateStep, ...]
    sealed: tuple[str, ...]
    records: int


def late_in_all(store: RecordStore, today: date) -> tuple[LateInAll, tuple[str, ...]]:
    """What is late in every record that can be opened, and a sentence for each that cannot."""
    found: list[LateStep] = []
    sealed, problems, looked_at = [], [], 0
    for path in store.paths():
        name = store.name_of(path)
        if is_sealed(path):
            sealed.append(name)
            continue
        try:
            found += _late(name, store.open(path).record, today)
            looked_at += 1
        except Refusal as refusal:
            problems.append(str(refusal))
    steps = tuple(sorted(found, key=lambda s: (s.due, s.record, s.id)))
    return LateInAll(steps=steps, sealed=tuple(sealed), records=looked_at), tuple(problems)


def _late(name: str, record: Record, today: date) -> Iterator[LateStep]:
    rules.check_days(record.plan, today)
    goals = {g.id: g.text for g in record.plan.goals}
    for step in rules.overdue(record.plan, today):
        yield LateStep(
            record=name,
            who=clean_line(record.person.name),
            goal=clean_line(goals.get(step.goal, "")),
            id=step.id,
            step=clean_line(step.what),
            due=step.due,
        )
