"""The learning and employment record of one person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from navigator.domain.guide import GuideAnswer
from navigator.domain.plan import Plan

Origin = Literal["said", "imported", "inferred"]
"""How something became known: the person said it, a file brought it, or it follows from a job they held."""

Kind = Literal["paid", "home", "volunteer", "side", "service", "inside"]
Schooling = Literal["none", "high_school", "some_college", "certificate", "associate", "bachelor", "master", "doctor"]
Route = Literal["quick", "standard", "full"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount of pay as the person said it."""

    amount: float
    per: Literal["hour", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What somebody told about themselves. Nothing here ever changes a fit."""

    name: str = ""
    state: str = ""
    last_pay: Money | None = None
    looked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """Work somebody has done, paid or not. ``asked`` are the activities that were offered, ``did`` those ticked."""

    id: str
    title: str = ""
    code: str | None = None
    kind: Kind | None = None
    length: str = ""
    groups: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    did: tuple[str, ...] = ()
    origin: Origin = "said"
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What a person says of one essential skill: level 1 to 3, or None for "not sure"."""

    skill: str
    level: int | None
    origin: Origin = "said"
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BestWorst:
    """One best-worst set: of these, what I do best and what I do least well."""

    id: str
    offered: tuple[str, ...]
    best: str
    worst: str | None = None
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Liking:
    """A like me (1), not like me (-1) or not sure (0) answer to one interest statement."""

    statement: str
    value: int
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wants:
    """What the person wants of work, and what they bring. None means: not asked, or not said."""

    pay_floor: Money | None = None
    hours: tuple[str, ...] = ()
    train_months: float | None = None
    cannot: tuple[str, ...] = ()
    schooling: Schooling | None = None
    licences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """An occupation the person does not want, and why."""

    code: str
    why: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One question that was answered or skipped, and when."""

    question: str
    skipped: bool = False
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One person's record: the parts, and which questions have been through."""

    id: str
    created: str
    route: Route | None = None
    person: Person = field(default_factory=Person)
    experience: tuple[Experience, ...] = ()
    sector: str = ""
    strongest: tuple[str, ...] = ()
    ratings: tuple[Rating, ...] = ()
    best_worst: tuple[BestWorst, ...] = ()
    knowledge: tuple[str, ...] = ()
    likings: tuple[Liking, ...] = ()
    wants: Wants = field(default_factory=Wants)
    dismissed: tuple[Dismissal, ...] = ()
    progress: tuple[Progress, ...] = ()
    finished: bool = False
    plan: Plan = field(default_factory=Plan)
    guide: tuple[GuideAnswer, ...] = ()

    def answered(self, question: str) -> Progress | None:
        """The progress entry of one question, or None while it is still open."""
        return next((p for p in self.progress if p.question == question), None)
