"""What a service gives back; the one renderer in cli shows it as screen, plain lines or JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[T]):
    """A command's value with the notices that belong beside it and the problems met on the way."""

    command: str
    value: T
    notices: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
