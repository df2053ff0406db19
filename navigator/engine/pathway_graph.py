"""The occupations as places on a way: which steps lead from each, and what getting in asks. Worked out at compile time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from navigator.domain.matching import Matching
from navigator.domain.occupation import Occupation
from navigator.domain.pathway import Edge, PathwaySettings, Spot
from navigator.engine.bands import ASKS_AS_SCHOOLING, hires_without_diploma
from navigator.engine.ways_in import PAPERS

FALLING = 0.03
FALLING_NEAR = 0.005
"""How much the firmness falls with each place in a short list, and in the list of the nearest."""

MORE_THAN_PAPER = 6.0
"""Months by which a course takes longer than the quickest one to the same paper: then it asks more than the paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What the projections say of an occupation: usual entry education (their words) and openings a year."""

    schooling: str
    openings: int | None


def spots_of(
    occupations: Sequence[Occupation],
    nearest: Sequence[Sequence[int]],
    asks: Sequence[tuple[str, ...]],
    published: Mapping[str, Published],
    matching: Matching,
    settings: PathwaySettings,
) -> Iterator[tuple[Spot, tuple[Edge, ...]]]:
    """All places with the steps that lead from each. ``nearest``: for each occupation the positions of the nearest others, nearest first.

    ``asks``: for each occupation what it asks of all that a person may rule out and cannot ask for otherwise.
    """
    fields = {o.code: settings.field_of(o.code) for o in occupations}
    listed_by: dict[str, list[str]] = {o.code: [] for o in occupations}
    for occupation in occupations:
        for code in occupation.closest:
            listed_by.setdefault(code, []).append(occupation.code)
    quickest = _quickest(occupations)
    for occupation, near, asked in zip(occupations, nearest, asks, strict=True):
        others = [occupations[n].code for n in near]
        edges = edges_of(occupation, listed_by[occupation.code], others, fields, settings)
        spot = _spot(occupation, asked, published.get(occupation.soc), matching, settings)
        yield replace(spot, below=_below(occupation, quickest)), edges


def _quickest(occupations: Sequence[Occupation]) -> dict[str, float]:
    """For each paper the least months of a course to work that requires it: what it is the paper of."""
    least: dict[str, float] = {}
    for occupation in occupations:
        for name in occupation.profile.licence.names:
            months = _course(occupation)
            if months is not None:
                least[name] = min(months, least.get(name, months))
    return least


def _course(occupation: Occupation) -> float | None:
    """The least months of a course into work that requires a paper."""
    profile = occupation.profile
    if profile.licence.need != "required":
        return None
    return min((w.months[0] for w in profile.ways_in if w.asks in PAPERS), default=None)


def _below(occupation: Occupation, quickest: Mapping[str, float]) -> tuple[str, ...]:
    """The papers of an occupation that are those of other work, which takes far less time."""
    months = _course(occupation)
    if months is None:
        return ()
    return tuple(n for n in occupation.profile.licence.names if months >= quickest[n] + MORE_THAN_PAPER)


def _spot(
    occupation: Occupation,
    asks: tuple[str, ...],
    figures: Published | None,
    matching: Matching,
    settings: PathwaySettings,
) -> Spot:
    profile = occupation.profile
    return Spot(
        code=occupation.code,
        zone=occupation.job_zone,
        ways=profile.ways_in,
        licence=profile.licence,
        schooling=_usual_schooling(occupation, figures, matching),
        openings=figures.openings if figures else None,
        asks=asks,
        bridges=tuple(
            (n, only)
            for n, way in enumerate(profile.ways_in)
            for begins, only in settings.bridges.items()
            if begins in way.how
        ),
        between=tuple(months_between(way.how, settings) for way in profile.ways_in),
    )


def months_between(how: str, settings: PathwaySettings) -> tuple[float, float]:
    """The months of tests or an internship that a way in speaks of: what often lies between its degree and the work."""
    found = [months for said, months in settings.after_degree.items() if _pattern(said).search(how)]
    return max((low for low, _ in found), default=0.0), max((high for _, high in found), default=0.0)


@cache
def _pattern(said: str) -> re.Pattern[str]:
    """Words that a way in may say, whole ones; a star is any one word."""
    return re.compile(r"\b" + re.escape(said).replace(r"\*", r"[\w-]+") + r"\b", re.IGNORECASE)


def _usual_schooling(occupation: Occupation, figures: Published | None, matching: Matching) -> str:
    """The published usual schooling in our words; none where people are hired without, and many who do the work have none,
    as the match has it too."""
    published = matching.entry_education.get(figures.schooling, "") if figures else ""
    ways = occupation.profile.ways_in
    hired = bool(ways) and ASKS_AS_SCHOOLING[ways[0].asks] == "none"
    return "none" if published and hired and hires_without_diploma(occupation, matching) else published


def edges_of(
    occupation: Occupation,
    listed_by: Sequence[str],
    nearest: Sequence[str],
    fields: Mapping[str, str],
    settings: PathwaySettings,
) -> tuple[Edge, ...]:
    """The steps from one occupation, each pair joined by its firmest link only, in the order of the codes.

    ``fields`` names the field of every occupation there is.
    """
    firmest: dict[str, Edge] = {}
    for edge in _links(occupation, listed_by, nearest, fields, settings):
        held = firmest.get(edge.to)
        if edge.to in fields and edge.to != occupation.code and (held is None or edge.strength > held.strength):
            firmest[edge.to] = edge
    return tuple(firmest[code] for code in sorted(firmest))


def _links(
    occupation: Occupation,
    listed_by: Sequence[str],
    nearest: Sequence[str],
    fields: Mapping[str, str],
    settings: PathwaySettings,
) -> Iterable[Edge]:
    firm = settings.strengths
    for n, step in enumerate(occupation.profile.next_steps):
        yield Edge(to=step.code, link="next", strength=firm["next"] - FALLING * n, strong=True, why=step.why)
    for n, code in enumerate(occupation.closest):
        yield Edge(to=code, link="closest", strength=firm["closest"] - FALLING * n, strong=True)
    for code in listed_by:
        yield Edge(to=code, link="closest", strength=firm["listed_by"], strong=True)
    for n, code in enumerate(nearest[: settings.out_rank]):
        strong = n < settings.strong_rank
        base = firm["near_strong" if strong else "near_viable"]
        if n < settings.viable_rank or fields[code] != fields[occupation.code]:
            yield Edge(to=code, link="near", strength=round(base - FALLING_NEAR * n, 3), strong=strong)
