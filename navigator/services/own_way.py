"""How long a way into work takes from where one person stands: what `match`, `why` and the page say of it, as `pathways` does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from navigator.catalogue.store import Catalogue
from navigator.domain.pathway import Step
from navigator.domain.record import Record
from navigator.services.way_search import WaySearch

From = Callable[[str], Step | None]
"""The single step into an occupation from work held; None without one."""


def own_steps(catalogue: Catalogue, record: Record) -> From:
    """The steps from the work of a record, whatever else was said against the work they lead to: that is told beside it."""
    wants = replace(record.wants, cannot=(), pay_floor=None)
    ways = WaySearch(catalogue=catalogue, record=replace(record, wants=wants, dismissed=()), any_pay=True)
    if not ways.held:
        return lambda code: None
    return replace(ways.search, fit=lambda code: 0.0).direct  # to one end: how well it suits orders nothing
