"""One entry to name beside a question or a step: the center's own first, then the one that it is the main thing for."""

from __future__ import annotations

from datetime import date

from navigator.domain.resource import NEAR, Resource
from navigator.engine.resources import for_kind, is_stale, theirs_first
from navigator.i18n import N_, _
from navigator.services.resources import Directory


def best_for(directory: Directory, kind: str) -> Resource | None:
    """The entry for a kind of need, what is for who served first for them. A benefit that also helps with rides is not the
    first to name for a ride."""
    ordered = for_kind(directory.suited, kind)
    return next(iter(theirs_first(ordered) if directory.served else ordered), None)


def program(directory: Directory, name: str) -> Resource | None:
    """A national program, or the state's own office for it."""
    found = [r for r in directory.all if name in (r.id, r.program)]
    return min(found, key=lambda r: NEAR.index(r.near), default=None)


ONLY_IF = {
    "laid_off": N_("{entry}, if you were laid off"),
    "farm": N_("{entry}, if you or your family do farm work"),
    "older": N_("{entry}, if you are 55 or over"),
    "native": N_("{entry}, if you are American Indian, Alaska Native or Native Hawaiian"),
    "homemaker": N_("{entry}, if you kept a home and lost the income you lived on"),
    "coal": N_("{entry}, if you or one of your family worked in coal mines"),
    "survivor": N_("{entry}, if your husband, wife or parent has died"),
    "rated": N_("{entry}, if you have a VA disability rating"),
}


def reached(entry: Resource) -> str:
    """Its name with the shortest way to reach it."""
    reach = entry.phone or entry.web.removeprefix("https://").removesuffix("/")
    named = _("{name} ({reach})").format(name=entry.name, reach=reach) if reach else entry.name
    return _(ONLY_IF[entry.only_if]).format(entry=named) if entry.only_if else named


def with_age(entry: Resource, today: date) -> str:
    """The same, with a mark when nobody checked it for half a year."""
    if is_stale(entry, today):
        return _("{entry}, not checked for 6 months: ask first").format(entry=reached(entry))
    return reached(entry)
