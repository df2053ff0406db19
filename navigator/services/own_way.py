"""How long a way into work takes from where one person stands: what `match`, `why` and the page say of it, as `pathways` does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from navigator.catalogue.store import Catalogue
from navigator.domain.pathway import Spot, Step
from navigator.domain.record import Record
from navigator.services.way_search import WaySearch

From = Callable[[str], Step | None]
"""The single step into an occupation from work held; None without one."""


def own_steps(catalogue: Catalogue, record: Record) -> From:
    """The steps from the work of a record, whatever else was said against the work they lead to: that is told beside it."""
    wants = replace(record.wants, pay_floor=None)
    ways = WaySearch(catalogue=catalogue, record=replace(record, wants=wants, dismissed=()), any_pay=True)
    if not ways.held:
        return lambda code: None
    spot = cache(lambda code: _asking_nothing(catalogue.spot(code)))
    return replace(ways.search, spot=spot, fit=lambda code: 0.0).direct  # to one end: how well it suits orders nothing


def _asking_nothing(spot: Spot | None) -> Spot | None:
    """A place as if it asked nothing that may be ruled out; what its ways in begin with still chooses between them."""
    return replace(spot, asks=()) if spot else None
