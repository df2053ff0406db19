"""Is each thing that a person can rule out, or hold, one that work asks for, and each that a setting names one of ours?
Problems as (file, what, a text of its line)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from navigator.catalogue.check_said import Found
from navigator.catalogue.load import Source

NAMED_BY_NONE = frozenset({"auctioneer", "bail-bond", "tattoo"})
"""Papers that no occupation of ours names, nor one that they include: O*NET has no such work of its own. They are known where
somebody holds one and says so (a record keeps it by its name), and open no work here."""


def unused(source: Source) -> Iterator[Found]:
    """Limits that no occupation asks about, so that ruling them out rules nothing out; papers that no work names."""
    profiles = [loaded.occupation.profile for loaded in source.occupations]
    asked = {name for profile in profiles for name in profile.asks_for or ()}
    for limit in source.matching.cannot if source.matching and asked else ():
        if limit.id not in asked:
            yield "matching.yaml", f"cannot: no occupation asks for {limit.id} (asks_for)", f"id: {limit.id}"
    named = {name for profile in profiles for name in profile.licence.names} | NAMED_BY_NONE
    for paper in source.licences if named > NAMED_BY_NONE else ():
        if paper.id not in named and named.isdisjoint(paper.includes):
            yield "licences.yaml", f"no occupation names {paper.id}", f"id: {paper.id},"


def unknown_settings(source: Source) -> Iterator[Found]:
    """Names in the settings of pathways that are no paper, no activity and no limit of ours. A broken file of those has told
    its own problem."""
    settings = source.pathways
    if settings is None:
        return
    if source.licences:
        yield from _no(settings.everyday, {paper.id for paper in source.licences}, "everyday", "paper")
    if source.framework is not None:
        known = {activity.id for activity in source.framework.activities}
        yield from _no(settings.anybody, known, "anybody", "activity")
        for some in settings.meant_otherwise.values():
            yield from _no(some, known, "meant_otherwise", "activity")
    if source.matching is not None:
        limits = {limit.id for limit in source.matching.cannot}
        for _, what, limit in _no(settings.meant_otherwise, limits, "meant_otherwise", "limit"):
            yield "pathways.yaml", what, f"{limit}: ["


def _no(names: Iterable[str], known: Container[str], setting: str, kind: str) -> Iterator[Found]:
    """The names that a setting has and nobody knows."""
    for name in names:
        if name not in known:
            yield "pathways.yaml", f"{setting}: {name} is no {kind} of ours", name
