"""The career advancement guide: stages of working life, questions in pairs, and what others can do at each stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["me", "employer"]
"""Who is asked: the worker asks themselves, or asks the employer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A question for me with its twin for my employer. ``sector``: only for that kind of work. ``kinds`` and ``programs``: help that fits."""

    id: str
    me: str
    employer: str
    why: str
    kinds: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    sector: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage: its pairs, and what the employer and the center can do."""

    id: str
    name: str
    about: str
    pairs: tuple[Pair, ...]
    employer_side: tuple[str, ...]
    center_side: tuple[str, ...]

    def for_sector(self, sector: str) -> tuple[Pair, ...]:
        """The pairs for everybody, then those for one kind of work."""
        return (*(p for p in self.pairs if not p.sector), *(p for p in self.pairs if sector and p.sector == sector))


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """All stages in their order."""

    stages: tuple[Stage, ...]

    def pair(self, name: str) -> Pair | None:
        """One pair by its id, such as ``looking.pay``."""
        return next((p for s in self.stages for p in s.pairs if p.id == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideAnswer:
    """What somebody noted at one question of the guide: their own answer, or what the employer said."""

    question: str
    text: str
    side: Side = "me"
    when: str = ""
