"""The essential skills, activities, knowledge areas and interests: the words of the inventory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from navigator.domain.life import HOME, INSIDE, SERVICE, HomeLife, MilitaryService, WorkInside

LEVELS = ("a_little", "some", "a_lot")
"""The three anchors of a rating; a rating's level is 1, 2 or 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """Where a worker comes from; it picks the examples shown with each skill."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One essential skill, with three everyday anchors, an example a sector, and the O*NET elements behind it."""

    id: str
    name: str
    definition: str
    anchors: tuple[str, str, str]
    examples: dict[str, str]
    elements: dict[str, float]
    technology: bool = False
    asked_in_ten_minutes: bool = False
    """Whether the standard route asks to rate it; the full route asks for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of activities a worker would recognise."""

    id: str
    name: str
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """An intermediate work activity of O*NET in our words: as done ("Kept records") and as something to do."""

    id: str
    group: str
    did: str
    do: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeArea:
    """A knowledge area in plain words."""

    id: str
    name: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """One of the six interests."""

    id: str
    name: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A like me / not like me statement that speaks for one interest.

    ``about``: what it is about: things done (ids, or how several begin), knowledge areas, skill elements, and what work
    asks of all that can be ruled out."""

    id: str
    interest: str
    text: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillWords:
    """Everyday words for skills: those that only ask, those that say it only where nothing else does, those that ask for
    more of a thing, and for each skill's id what it is called besides its name. In the form of `typed_words.plain`."""

    asking: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    skills: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """Everything the inventory can ask about, in the order it is asked."""

    sectors: tuple[Sector, ...]
    skills: tuple[Skill, ...]
    groups: tuple[Group, ...]
    activities: tuple[Activity, ...]
    knowledge: tuple[KnowledgeArea, ...]
    interests: tuple[Interest, ...]
    statements: tuple[Statement, ...]
    service: MilitaryService = SERVICE
    home: HomeLife = HOME
    inside: WorkInside = INSIDE
    words: SkillWords = SkillWords()
