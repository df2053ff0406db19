"""What stands above every question: which one it is, and about how long is left."""

from __future__ import annotations

from navigator.domain.question import Place, Question
from navigator.engine.wording import SECTIONS


def time_left(seconds: int) -> str:
    """`about 6 minutes left`."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute left"
    return f"about {minutes} minute{'s' if minutes > 1 else ''} left"


def heading(question: Question, place: Place) -> str:
    """`12 of 50. What you have done. About 6 minutes left.`"""
    left = time_left(place.seconds_left)
    return f"{place.number} of {place.of}. {SECTIONS[question.section]}. {left[:1].upper()}{left[1:]}."
