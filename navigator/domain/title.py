"""A job title in people's own words: what it was found to be, and the words of ours that help to find it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from navigator.domain.life import SERVICE, MilitaryService
from navigator.domain.said import UNTOLD, Sayings

Sure = Literal["sure", "likely", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleFind:
    """One occupation behind a title. ``points`` orders the finds of one title; it is never shown."""

    code: str
    matched: str
    points: float
    sure: Sure


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What people really say. Every key is in the form that `title_words` gives a word.

    ``noise`` and ``noise_phrases`` say nothing about the occupation; ``weak`` words say little (0 to 1); ``short`` is
    what an abbreviation stands for; ``same`` gives words that mean much the same; ``fields`` are words of an
    employer's field with the beginnings of the SOC codes they hint at; ``titles`` are pairs of title and code;
    ``weights`` are the scoring's own, fitted offline; ``genders`` is the form of a Spanish word that stands for both. ``inside`` are words of jail and prison: where somebody worked,
    and nothing of what they did, unless one of ``inside_unless`` stands beside them. ``service``: words of the military.
    ``sayings``: what people say they did.
    """

    noise: frozenset[str] = frozenset()
    noise_phrases: tuple[tuple[str, ...], ...] = ()
    weak: Mapping[str, float]
    short: Mapping[str, str]
    same: Mapping[str, tuple[str, ...]]
    fields: Mapping[str, tuple[str, ...]]
    titles: tuple[tuple[str, str], ...] = ()
    weights: Mapping[str, float]
    inside: frozenset[str] = frozenset()
    inside_unless: frozenset[str] = frozenset()
    service: MilitaryService = SERVICE
    sayings: Sayings = UNTOLD
    genders: Mapping[str, str] = field(default_factory=dict)
