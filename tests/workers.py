"""Invented workers: answers as a person would give them, and the records that follow."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Record, Route
from navigator.records.store import RecordStore
from navigator.services.asking import ScriptedAsker
from navigator.services.inventory import Walk

ANA: dict[str, Any] = {
    "name": "Ana",
    "state": "OH",
    "pay": "16.50 an hour",
    "job.1.title": "line cook",
    "job.1.occupation": "35-2014.00",
    "job.1.kind": "paid",
    "job.1.length": "years",
    "job.1.did": ["4.A.3.a.2.I03", "4.A.1.b.2.I06", "4.A.4.c.3.I01", "4.A.3.a.1.I03"],
    "job.2.title": "took care of my mother",
    "job.2.occupation": "31-1122.00",
    "job.2.kind": "home",
    "job.2.length": "year",
    "strongest": ["listening", "problem-solving", "planning", "teamwork", "dependability"],
    "skill.writing": 1,
    "skill.numbers": "unsure",
    "skill.helping": 2,
    "skill.computers": 1,
    "skill.hands-on": 3,
    "know.1": ["2.C.1.e"],
    "know.2": ["2.C.3.e"],
    "like.like-fix": True,
    "like.like-care": True,
    "like.like-sell": False,
    "like.like-numbers": "unsure",
    "want.pay": "17 an hour",
    "want.hours": ["full", "days"],
    "want.train": 6,
    "want.cannot": ["nights"],
    "want.school": "high_school",
    "want.licences": ["food-handler"],
}

FLAT: dict[str, Any] = {
    name: 2 if name.startswith("skill.") else value for name, value in ANA.items() if name != "strongest"
}
"""Somebody who picks no skill as strongest, and marks every one the same."""


def walked(
    catalogue: Catalogue, store: RecordStore, answers: Mapping[str, Any], route: Route = "standard", name: str = ""
) -> Record:
    """The record after a whole walk with these answers."""
    return Walk(catalogue, store, store.new(name), ScriptedAsker(answers), route).run()


def saved(store: RecordStore, record: Record, name: str = "") -> Path:
    """A record written into a home as it stands; it is then the current one."""
    return store.save(store.new(name), record).path
