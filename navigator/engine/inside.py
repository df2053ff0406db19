"""Work inside a jail or prison, told by its own line: by who worked there inside, not by those who guard, heal or teach there.

Two errors are possible, and neither is small: a page that tells where a returning citizen was, or a page that hides the
employer of somebody who worked at the jail. So only what is plain is decided here; the rest is asked:

- ``yes``: the line says it: `inmate cook`, `while incarcerated`, a prison's own shops (`correctional industries`). Where a
  guard or staff tells of inmates in the same words, it is asked.
- ``no``: no jail or prison is named; or the title is one of those who guard there, or of paid staff such as nurse, teacher.
- ``likely``: it names a jail or a prison and work that is seldom staff's (`laundry worker`, `porter`): taken as inside, asked.
- ``perhaps``: it names one and a trade (`electrician, Department of Corrections`). More often it is staff: asked, and as long
  as nobody answers it is not taken as inside, but said before a page is handed over.

The words are data: `data/work_inside.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from navigator.domain.life import WorkInside
from navigator.engine.title_words import folded

Told = Literal["yes", "likely", "perhaps", "no"]

_TOKEN = re.compile(r"[a-z0-9]+")


def told_inside(words: WorkInside, title: str, employer: str = "", details: Iterable[str] = ()) -> Told:
    """Whether a line of work tells that it was done inside; ``details`` are the lines below it."""
    called, line = _plain(title), _plain(f"{title} {employer}")
    whole = line + _plain(" ".join(details))
    people, there = _has(called, words.people), _has(line, words.names)
    if _has(whole, words.says):
        return "yes"
    if there and _has(whole, words.says_there):
        return "perhaps" if _has(called, (*words.guards, *words.staff)) else "yes"
    if not (people or there) or _has(called, words.guards):
        return "no"
    return _of_people(called, words) if people else _of_place(called, line, words)


def _of_people(called: str, words: WorkInside) -> Told:
    """A title that names who must be there: they did it, or it was done for them."""
    for_them = _has(called, (f"{a} {p}" for a in words.about for p in words.people))
    return "perhaps" if for_them or _has(called, words.staff) else "yes"


def _of_place(called: str, line: str, words: WorkInside) -> Told:
    """A line that names a jail or a prison, and no guard."""
    if _has(called, words.staff):
        return "no"
    if _has(line, words.shops):
        return "yes"
    return "likely" if _has(called, words.likely) else "perhaps"


def _plain(text: str) -> str:
    return f" {' '.join(_TOKEN.findall(folded(text)))} "


def _has(text: str, phrases: Iterable[str]) -> bool:
    return any(f" {phrase} " in text for phrase in phrases)
