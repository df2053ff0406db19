"""Back into work that was done in another country: what must happen before its papers count here."""

from __future__ import annotations

from navigator.domain.pathway import Spot, Step
from navigator.engine.pathway_ways import WaysIn
from navigator.engine.ways_in import PAPERS

YEARS_AGAIN = ("master", "doctor")
"""Schooling of licensed work that is often done anew, in part or whole, by those who did the work in another country."""


def is_short(spot: Spot) -> bool:
    """Whether the usual way in is a course or learned at work: then it is taken as by anybody else."""
    return spot.ways[0].asks in PAPERS or spot.ways[0].asks == "none"


def step_back(spot: Spot, ways: WaysIn, per_hour: float) -> Step | None:
    """The step back by papers: with a license of here at once; with a degree once it was looked at; where a license is asked,
    once it is earned here. None where it is short to learn anew, and in law and medicine: these ask years that nobody can
    tell beforehand.
    """
    way, paper = spot.ways[0], ways.held_here(spot)
    licensed = spot.licence.need == "required"
    if not paper and (is_short(spot) or (licensed and way.asks in YEARS_AGAIN)):
        return None
    later = ways.settings.papers_abroad["licence"] if licensed else ways.after_degree(way, spot, abroad=True)
    return Step(
        before=spot.code,
        code=spot.code,
        link="back",
        strength=ways.settings.strengths["back"],
        why="",
        way=way,
        months=(0.0, 1.0) if paper else later,
        study=0.0,
        per_hour=per_hour,
        schooling=ways.after(way, ways.schooling),
        zone=spot.zone,
        paper=paper,
        degree=not licensed,
        abroad=not paper,
    )
