"""A soft clock: when time is short, which questions can be left for another day, so that the page is always reached."""

from __future__ import annotations

from navigator.domain.question import Question

PAGE_SECONDS = 60
"""Kept for the page itself: reading it, and taking it along."""

KEEP_FIRST = ("state", "job.1.", "any.", "strongest", "want.cannot", "want.school")
"""Begin the names of questions that say most for their time; the others wait while time is short."""

KEEP_LAST = ("best.", "know.", "need", "looked", "pay", "name")
"""Begin the names of questions that can best be left out."""


def worth(name: str) -> int:
    """2: asked as long as there is any time; 1: asked while most fits; 0: the first to be left out.

    Whether there was more work can wait; but work that was named is told to its end, so that none stands half told.
    """
    if name.startswith(KEEP_FIRST) or (name.startswith("job.") and not name.endswith(".title")):
        return 2
    return 0 if name.startswith(KEEP_LAST) else 1


def asked_now(question: Question, needed: float, left: float) -> bool:
    """Whether to ask a question when so many seconds of questions are open and so many seconds are left.

    With more time than questions everything is asked. A little short, the least telling are left out; with less than
    half of what is needed, only the most telling are asked; with nothing left, none.
    """
    spare = left - PAGE_SECONDS
    if spare <= 0:
        return False
    if spare >= needed:
        return True
    return worth(question.id) >= (1 if spare >= needed / 2 else 2)
