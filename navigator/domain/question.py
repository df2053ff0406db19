"""Questions are data: what is asked, in which kind, and what may be answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

QuestionKind = Literal["text", "money", "one", "many", "title"]
"""text: a line; money: an amount by the hour or year; one: pick one; many: tick some; title: a line, then one of its finds."""

Answer = str | tuple[str, ...] | None
"""A value as validated: the text, the id of a choice, the ids ticked, or None for skipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing that can be picked: its id, what is shown, and a second line of help."""

    id: str
    text: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question as it is asked now. ``elements`` are the O*NET elements its answer speaks for.

    ``means`` is said where help is asked for; ``brief``: the choices' second lines show only where one is pointed at.
    ``towns``: cities, and the ids of the states each may be in, where a state is asked.
    ``offered``: the default was never answered, it is only what Enter takes, so there is nothing to take away.
    """

    id: str
    kind: QuestionKind
    section: str
    prompt: str
    help: str = ""
    means: str = ""
    choices: tuple[Choice, ...] = ()
    most: int | None = None
    default: Answer = None
    offered: bool = False
    elements: tuple[str, ...] = ()
    seconds: int = 10
    brief: bool = False
    towns: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the person is: which question of how many, and about how many seconds are left.

    A number of 0: one question by itself, to change its answer; it stands nowhere on a way.
    ``about``: what follows hangs on answers that are still to come, so the number is the likely one.
    """

    number: int
    of: int
    seconds_left: int
    about: bool = False
