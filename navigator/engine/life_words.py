"""Does a title tell of military service or of life at home, and of no kind of work besides? The words are data."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from navigator.domain.life import HomeLife, MilitaryService, Telling
from navigator.engine.title_words import folded

_TOKEN = re.compile(r"[a-z0-9]+")

Reader = Callable[[str], bool]
"""Whether a title tells it."""


def is_service_alone(title: str, service: MilitaryService) -> bool:
    """Whether a title names military service and no kind of work: `army infantry`, `US Army`, but not `army cook`."""
    return service_reader(service)(title)


def is_home_life(title: str, home: HomeLife) -> bool:
    """Whether a title tells of caring for one's own family and home: `mother of two`, but not `mother's helper`."""
    return _reader(home.titles)(title)


@lru_cache(maxsize=4)
def service_reader(service: MilitaryService) -> Reader:
    """What reads many titles: made once from the words."""
    alone, bare = _reader(service.alone), _reader(service.bare)
    return lambda title: alone(title) or bare(title)


@lru_cache(maxsize=8)
def _reader(telling: Telling) -> Reader:
    words = frozenset(telling.words)
    known = words | frozenset(telling.beside)
    phrases = tuple(sorted(telling.phrases, key=len, reverse=True))  # `air national guard` before `national guard`
    signs = words | {phrase.split()[-1] for phrase in phrases}

    def tells(title: str) -> bool:
        tokens = _TOKEN.findall(folded(title))
        if signs.isdisjoint(tokens):  # nearly every title: nothing more to look at
            return False
        text = f" {' '.join(tokens)} "
        rest = text
        for phrase in phrases:
            rest = rest.replace(f" {phrase} ", "  ")
        left = rest.split()
        told = any(f" {phrase} " in text for phrase in phrases) or not words.isdisjoint(left)
        return told and all(word in known or word.isdigit() for word in left)

    return tells
