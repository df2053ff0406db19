"""Resources: help on the way. A program, an office, a class, a place: facts that somebody checked on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Near = Literal["book", "import", "state", "national"]
"""Where an entry comes from, nearest first: the center's own book, a directory it imported, our state or national file."""

NEAR: tuple[Near, ...] = ("book", "import", "state", "national")

ANY_LANGUAGE = "any"
"""In an entry's languages: interpreters are free on request, whatever the language."""

OnlyIf = Literal["", "laid_off", "farm", "native", "older", "rated", "homemaker", "coal", "survivor"]
"""What must be so of somebody for an entry to be for them: a layoff, farm work, a Native people, 55 years, a disability from service,
unpaid work at home, coal mines, a death in the family. Empty: nothing."""

OTHER = "other"
"""The kind of an entry that serves no need we name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of need, such as child care. ``choice`` is how it is asked; ``words`` give it away in a directory's text."""

    id: str
    name: str
    choice: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One entry. An empty text, an empty tuple and None mean: not known. ``program`` is the national program it is part of."""

    id: str
    name: str
    kinds: tuple[str, ...]
    near: Near = "book"
    by: str = ""
    gives: str = ""
    who: str = ""
    cost: str = ""
    price: float | None = None
    weeks: float | None = None
    language: tuple[str, ...] = ()
    how: str = ""
    phone: str = ""
    web: str = ""
    email: str = ""
    address: str = ""
    area: str = ""
    hours: str = ""
    evening: bool | None = None
    weekend: bool | None = None
    child_care: bool | None = None
    bus: str = ""
    bring: str = ""
    outcome: str = ""
    note: str = ""
    codes: tuple[str, ...] = ()
    program: str = ""
    only_if: OnlyIf = ""
    source: str = ""
    source_id: str = ""
    checked_on: date | None = None
    checked_by: str = ""
    verify: str = ""

    def __post_init__(self) -> None:
        """An entry that says it is free costs nothing."""
        if self.price is None and self.cost.casefold().startswith("free"):
            object.__setattr__(self, "price", 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What an entry must be known to be. None and "" mean: it does not matter."""

    language: str = ""
    evening: bool = False
    weekend: bool = False
    child_care: bool = False
    most_cost: float | None = None
    most_weeks: float | None = None

    @property
    def any(self) -> bool:
        """Whether there is a wish at all."""
        return self != Wish()


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseNote:
    """A benefit that more pay may touch: what to know, and the programs whose people can say more."""

    id: str
    name: str
    note: str
    most_yearly: int
    ask: tuple[str, ...]
