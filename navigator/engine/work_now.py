"""Which work held counts as the work of now: what goes on before what has ended, by what was said or stands in its title."""

from __future__ import annotations

import re

from navigator.domain.record import GOES_ON, Experience
from navigator.engine.resume_lines import spans

_UNTIL = re.compile(r"\b(?:until|till|hasta)\s*$", re.IGNORECASE)
"""What stands before the year in which something ended."""


def ended(job: Experience) -> int:
    """0 while it goes on, 1 where nothing is said of that, 2 once it has ended: its end, else the years in its title."""
    if job.end:
        return 0 if job.end == GOES_ON else 2
    found = spans(job.title)
    if any(s.ongoing for s in found):
        return 0
    over = (s for s in found if s.end and (s.start or _UNTIL.search(job.title[: s.at[0]])))
    return 2 if any(over) else 1


def named(job: Experience) -> tuple[int, str]:
    """The place in which work was named, whatever its place in the file: job2 before job10, what was added after them."""
    number = job.id.removeprefix("job")
    return (int(number) if number.isdigit() else 1_000, job.id)


def of_now(job: Experience, worked: float = 0.0) -> tuple[object, ...]:
    """What to sort work by for the work of now: what goes on before what has ended; then a job before what was done on the side;
    then that done longest (``worked``: how long, in any unit); then that named first."""
    return (ended(job), job.kind == "side", -worked, named(job), job.code or "")
