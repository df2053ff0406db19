"""Is each thing that a person can rule out, or hold, one that work asks for? Problems as (file, what, a text of its line)."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.catalogue.check_said import Found
from navigator.catalogue.load import Source

NAMED_BY_NONE = frozenset({"auctioneer", "bail-bond", "cma-med-aide", "faa-dispatcher", "tattoo", "taxi-permit"})
"""Papers that no occupation of ours names: they are known where somebody holds one and says so, and open no work here."""


def unused(source: Source) -> Iterator[Found]:
    """Limits that no occupation asks about, so that ruling them out rules nothing out; papers that no work names."""
    profiles = [loaded.occupation.profile for loaded in source.occupations]
    asked = {name for profile in profiles for name in profile.asks_for or ()}
    for limit in source.matching.cannot if source.matching and asked else ():
        if limit.id not in asked:
            yield "matching.yaml", f"cannot: no occupation asks for {limit.id} (asks_for)", f"id: {limit.id}"
    named = {name for profile in profiles for name in profile.licence.names} | NAMED_BY_NONE
    for paper in source.licences if named > NAMED_BY_NONE else ():
        if paper.id not in named:
            yield "licences.yaml", f"no occupation names {paper.id}", f"id: {paper.id},"
