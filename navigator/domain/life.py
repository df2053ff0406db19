"""What a title can tell besides a kind of work: military service, life at home, work inside. The words are data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Words and phrases that tell something by themselves, and what may stand ``beside`` them without naming work."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MilitaryService:
    """Titles that say where somebody served, and civilian work near to what most people in service do.

    ``bare`` words say it only where next to nothing stands beside them.
    """

    alone: Telling = Telling()
    bare: Telling = Telling()
    work: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeLife:
    """Titles that tell of life at home, and how the tick list of paid work is changed for it.

    ``often`` are activities asked of everybody; ``first`` are groups that come first; ``left_out`` are groups of paid
    work, ``unless`` an activity is named or among the ``mainly`` first of an occupation. ``most`` is the list's length.
    """

    titles: Telling = Telling()
    often: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    mainly: int = 5
    most: int = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkInside:
    """Words of jail and prison, each list as `data/work_inside.yaml` says it: where, who guards, who else is staff, what
    names such a place, its shops, who must be there, what stands before people something is done for, what people say of
    themselves (alone, or only where such a place is named), and work that is seldom staff's."""

    places: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    shops: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    says_there: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()


SERVICE, HOME, INSIDE = MilitaryService(), HomeLife(), WorkInside()
"""Without words: no title tells anything."""
