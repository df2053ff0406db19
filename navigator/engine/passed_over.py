"""Screens of activities that were offered and skipped: nothing follows from them, neither that it was done nor that not."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.domain.record import Experience, Record
from navigator.engine.wording import SCREEN

_NAMED = "job"


def skipped_activities(record: Record) -> frozenset[str]:
    """The activities of all screens that were skipped. What was answered on another screen is not among them."""
    return frozenset(a for about, job in _screened(record) for a in _skipped(record, about, job))


def _screened(record: Record) -> Iterator[tuple[str, Experience]]:
    """Work with the name that its questions begin with: job.1, job.2, or any."""
    named = [e for e in record.experience if e.id.startswith(_NAMED)]
    yield from ((f"job.{n}", job) for n, job in enumerate(named, start=1))
    yield from ((e.id, e) for e in record.experience if e.id == "any")


def _skipped(record: Record, about: str, job: Experience) -> Iterator[str]:
    for first in range(0, len(job.asked), SCREEN):
        done = record.answered(f"{about}.did.{first // SCREEN + 1}")
        if done is not None and done.skipped:
            yield from (a for a in job.asked[first : first + SCREEN] if a not in job.did)
