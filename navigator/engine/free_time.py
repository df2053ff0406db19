"""Art, stage and sport in somebody's free time: something they have done, and not the job of a musician or a coach. Pure."""

from __future__ import annotations

from navigator.domain.record import Experience, Kind
from navigator.domain.standing import Standing

UNPAID: tuple[Kind, ...] = ("home", "volunteer")
"""Kinds of work that nobody is paid for."""

FREE_TIME = ("27-1012", "27-1013", "27-2", "27-3043.05", "27-4021")
"""How the codes of art, stage, sport and pictures begin. Many do these in their free time and few for a living: who sang in
a choir has not held a musician's job, while who cooked for a church or cared for a parent did what cooks and aides do."""


def in_free_time(job: Experience) -> bool:
    """Whether this is art or sport that nobody paid for."""
    return job.kind in UNPAID and (job.code or "").startswith(FREE_TIME)


def hardly_paid(standing: Standing, code: str) -> bool:
    """Whether work is art or sport, and somebody did such things in their free time and never for a living."""
    own = any(c.startswith(FREE_TIME) for c in standing.known_work)
    return bool(standing.free_time) and code.startswith(FREE_TIME) and not own
