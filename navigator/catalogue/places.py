"""The compiled places on the way, looked up by code, license and area: one row at a time, without what compiles them."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import msgspec

from navigator.domain.occupation import Pay

if TYPE_CHECKING:
    from navigator.domain.pathway import Edge, Spot


def spot(db: sqlite3.Connection, code: str) -> Spot | None:
    """One place on the way, or None."""
    from navigator.domain.pathway import Spot

    row = db.execute("SELECT body FROM pathway WHERE code = ?", (code,)).fetchone()
    return None if row is None else msgspec.json.decode(row[0], type=Spot)


def edges(db: sqlite3.Connection, code: str) -> tuple[Edge, ...]:
    """The steps that lead from one occupation, in the order of the codes."""
    from navigator.domain.pathway import Edge

    row = db.execute("SELECT edges FROM pathway WHERE code = ?", (code,)).fetchone()
    return () if row is None else msgspec.json.decode(row[0], type=tuple[Edge, ...])


def asking(db: sqlite3.Connection, licence: str) -> tuple[str, ...]:
    """The occupations that require a license and name it first."""
    query = "SELECT code FROM pathway_licence WHERE licence = ? AND first ORDER BY code"
    return tuple(c for (c,) in db.execute(query, (licence,)))


def opened_by(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """For each license or paper, the occupations that require it or take it as one of several."""
    found: dict[str, list[str]] = {}
    for licence, code in db.execute("SELECT licence, code FROM pathway_licence ORDER BY licence, code"):
        found.setdefault(licence, []).append(code)
    return {licence: tuple(codes) for licence, codes in found.items()}


def middle_pay(db: sqlite3.Connection, area: str) -> dict[str, float | None]:
    """Middle pay an hour of every six-digit code in one area, read at once: the same figures as one by one.

    None where a code is listed without a middle pay; a code published only within a wider group has the group's.
    """
    query = "SELECT soc, h50, a50, h50_note, a50_note FROM wage WHERE area = ?"
    found: dict[str, float | None] = {}
    for soc, hourly, yearly, *notes in db.execute(query, (area,)):
        if hourly is not None:  # nearly every row, and then it is the pay an hour
            found[soc] = hourly
            continue
        year = None if yearly is None else round(yearly)
        found[soc] = Pay(hourly=None, yearly=year, top_coded="5" in notes).per_hour
    groups = db.execute("SELECT soc, soc_of_group FROM soc_group").fetchall()
    return {soc: found[group] for soc, group in groups if group in found} | found
