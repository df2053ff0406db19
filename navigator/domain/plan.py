"""The plan: what the person decides. Goals, and actions on the way to them; no dates unless somebody wants one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GoalKind = Literal["work", "skills", "learning", "life"]
Status = Literal["not_started", "in_progress", "done", "no_longer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Something to reach. ``code``: the occupation a work goal is about. ``origin``: the pathway it was made from. ``met_on``:
    the day it was met, as YYYY-MM-DD."""

    id: str
    kind: GoalKind
    text: str
    code: str = ""
    origin: str = ""
    met_on: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing to do: what, who does it, and (only where wanted) agreed on and due by which day, as YYYY-MM-DD.

    ``resource`` is the id of an entry of the resources, or a place or person in somebody's own words.
    """

    id: str
    what: str
    goal: str = ""
    who: str = ""
    agreed: str = ""
    due: str = ""
    status: Status = "not_started"
    done_on: str = ""
    resource: str = ""
    when: str = ""

    @property
    def open(self) -> bool:
        """Whether there is still something to do about it."""
        return self.status in ("not_started", "in_progress")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The goals and actions of one person."""

    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()

    def of(self, goal: str) -> tuple[Action, ...]:
        """The actions toward one goal; those toward none when it is empty."""
        return tuple(a for a in self.actions if a.goal == goal)
