"""Whether the last pay can be compared with what other work pays: a slip of the pen, or pay without its tips, cannot."""

from __future__ import annotations

from typing import Literal

from navigator.domain.matching import Matching
from navigator.domain.record import Money
from navigator.engine.standing import per_hour

Doubt = Literal["", "low", "high", "tips"]


def doubt_of(last: Money | None, matching: Matching) -> Doubt:
    """Why the last pay is not compared with: too low or too high to be the whole pay of an hour, or without
    the tips that came on top; empty when it is fine."""
    hourly = per_hour(last)
    if hourly is None:
        return ""
    if last is not None and last.tips:
        return "tips"
    low, high = matching.believed_pay
    return "low" if hourly < low else "high" if hourly > high else ""


def comparable(last: Money | None, matching: Matching) -> float | None:
    """The last pay in dollars an hour, or None where there is none to compare with."""
    return None if doubt_of(last, matching) else per_hour(last)
