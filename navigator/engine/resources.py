"""Which resources to show for a need: nearest and freshest first, and only what suits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from navigator.domain.record import Record
from navigator.domain.resource import ANY_LANGUAGE, NEAR, Near, OnlyIf, Resource, Wish
from navigator.engine.partial_dates import months_later

STALE_MONTHS = 6
"""An entry that nobody checked for this long is flagged."""

OWN: tuple[Near, ...] = ("book", "import")
"""What the center keeps or brought in itself: it knows best what is near."""

MOST = 3
"""More than three choices are a list, not help."""


def is_stale(resource: Resource, today: date) -> bool:
    """Whether it was last checked more than six months ago, or never."""
    return resource.checked_on is None or months_later(resource.checked_on, STALE_MONTHS) < today


def joined(resources: Iterable[Resource], area: str) -> tuple[Resource, ...]:
    """Everything that serves an area, once each: of two with the same id the nearer stays, and a state's own
    office stands in for the national entry of its program."""
    found: dict[str, Resource] = {}
    for resource in sorted(resources, key=lambda r: NEAR.index(r.near)):
        if resource.near == "national" or resource.area in ("", "US") or resource.area == area:
            found.setdefault(resource.id, resource)
    here = {r.program for r in found.values() if r.near == "state"}
    return tuple(r for r in found.values() if not (r.near == "national" and r.id in here))


def suits(resource: Resource, wish: Wish) -> bool | None:
    """Whether it is all that is wished; None when it does not say."""
    answers = [
        _language(resource, wish.language),
        resource.evening if wish.evening else True,
        resource.weekend if wish.weekend else True,
        resource.child_care if wish.child_care else True,
        _at_most(resource.price, wish.most_cost),
        _at_most(resource.weeks, wish.most_weeks),
    ]
    if False in answers:
        return False
    return None if None in answers else True


def _language(resource: Resource, wanted: str) -> bool | None:
    if not wanted:
        return True
    if not resource.language:
        return None
    spoken = {name.casefold() for name in resource.language}
    return wanted.casefold() in spoken or ANY_LANGUAGE in spoken


def _at_most(value: float | None, most: float | None) -> bool | None:
    if most is None:
        return True
    return None if value is None else value <= most


LAID_OFF = re.compile(
    r"\b(laid[ -]off|lay-?offs?|let (?:me|us) go|plant closed|shut down|despid\w+|despedid\w+)\b", re.I
)
"""How people say in their own words that they lost work with others."""


def laid_off(record: Record) -> bool | None:
    """Whether somebody was laid off: they asked for help with it, or their own words say so; nobody is from work that was
    never paid. None: not known."""
    if LAYOFF in record.needs or any(LAID_OFF.search(text) for text in own_words(record) if text):
        return True
    kinds = {e.kind for e in record.experience if e.title}
    return False if kinds and kinds <= {"home", "volunteer", "inside"} else None


LAYOFF = "layoff"
"""The need that somebody ticks who lost a job."""

OLDER = re.compile(r"\b(?:i am|i'm|i\u2019m|tengo) (?:5[5-9]|[67]\d)\b(?! (?:hours|horas|minutes|minutos))", re.I)
"""How people say of themselves that they are 55 or over. Nobody is asked, and nobody else's age is taken for theirs."""


def older(record: Record) -> bool | None:
    """Whether somebody says of themselves that they are 55 or over. None: not known."""
    return True if OLDER.search(record.person.about) else None


FARM_WORK = "45-"
"""How the codes of work on farms, in forests and in fishing begin."""


def farm_work(record: Record) -> bool | None:
    """Whether somebody did farm work, as far as their work is known by its code. None: none of it is."""
    codes = [e.code for e in record.experience if e.code]
    return any(c.startswith(FARM_WORK) for c in codes) if codes else None


VETERANS = "veterans"
"""The kind of help that is for who served, whatever else it also serves."""
MOST_OF_THEIRS = 2
"""Entries for who served that come before what is for anybody."""


def served(record: Record) -> bool:
    """Whether somebody was in military service, as they said of a job."""
    return any(e.kind == "service" for e in record.experience)


def theirs_first(ordered: Sequence[Resource]) -> list[Resource]:
    """What is for who served before what is for anybody: they are seen first there, and need not pay for school."""
    theirs = [r for r in ordered if VETERANS in r.kinds][:MOST_OF_THEIRS]
    return [*theirs, *(r for r in ordered if r not in theirs)]


NATIVE = re.compile(r"\b(trib(?:e|al)|american indian|alaska native|native (?:american|hawaiian)|tribu)\b", re.I)
"""How people name a Native people, or work for one, in their own words."""


def native(record: Record) -> bool:
    """Whether somebody's own words speak of a Native people. Nobody is asked, and where nothing is said nothing is guessed."""
    return any(NATIVE.search(text) for text in own_words(record) if text)


def own_words(record: Record) -> tuple[str, ...]:
    """What somebody wrote of themselves and of their work."""
    return (record.person.about, *(line for e in record.experience for line in (e.title, *e.details)))


def known_to_suit(resources: Iterable[Resource], so: Mapping[OnlyIf, bool | None]) -> tuple[Resource, ...]:
    """Without what is only for others, such as people who were laid off. ``so``: for each condition whether it is met, and
    None where nothing is known; of what is surely for somebody no condition is said."""
    kept = (r for r in resources if not r.only_if or so.get(r.only_if) is not False)
    return tuple(replace(r, only_if="") if so.get(r.only_if) else r for r in kept)


def for_kind(resources: Sequence[Resource], kind: str) -> list[Resource]:
    """Those that serve a need: the center's own first, then those it is the main thing for, then nearest and freshest."""
    return _ordered([r for r in resources if kind in r.kinds], kind)


def for_code(resources: Sequence[Resource], code: str) -> list[Resource]:
    """Those that name an occupation, or the SOC group of one: training for just this work."""
    return _ordered([r for r in resources if code in r.codes], "")


def _ordered(resources: list[Resource], kind: str) -> list[Resource]:
    def place(resource: Resource) -> tuple[bool, bool, int, int, int]:
        fresh = resource.checked_on.toordinal() if resource.checked_on else 0
        main = (
            resource.kinds.index(kind) if kind in resource.kinds else 0
        )  # food benefits also pay for rides: not first
        sure = resource.only_if == ""  # what is only for some comes after what is for anybody
        return not sure, resource.near not in OWN, main, NEAR.index(resource.near), -fresh

    return sorted(resources, key=place)


def guessed_kinds(text: str, words: dict[str, tuple[str, ...]], most: int = 4) -> tuple[str, ...]:
    """The kinds of need that a directory's text speaks of: those whose words occur most, at most four."""
    folded = f" {' '.join(''.join(c if c.isalnum() else ' ' for c in text.casefold()).split())} "
    hits = {kind: sum(folded.count(f" {w} ") for w in some) for kind, some in words.items()}
    ranked = sorted((k for k, n in hits.items() if n), key=lambda k: -hits[k])
    return tuple(ranked[:most])
