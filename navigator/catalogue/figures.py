"""Wages and projections: which row of the published tables is an occupation's, and what it says."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from navigator.domain.occupation import Pay, Projection, Wages, is_mixed

PERCENTILES = (10, 25, 50, 75, 90)


class Figures:
    """The published figures of one compiled catalogue."""

    def __init__(self, db: sqlite3.Connection, areas: Mapping[str, str], vintages: Mapping[str, str]) -> None:
        self.db, self.areas, self.vintages = db, areas, vintages

    def wages(self, code: str, area: str) -> Wages | None:
        """OEWS wages of one occupation in one area, of its wider group where only that is published, or None."""
        row, group = self._published("wage", code, area)
        return None if row is None else self._wages(row, group, mixed=is_mixed(code))

    def projection(self, code: str) -> Projection | None:
        """The projection of one occupation, of its wider group where only that is published, or None."""
        row, group = self._published("projection", code)
        if row is None:
            return None
        return Projection(
            vintage=self.vintages["projections"],
            growth_percent=row[1],
            yearly_openings=row[2],
            entry_education=row[3],
            experience=row[4],
            training=row[5],
            group=group,
        )

    @cached_property
    def _groups(self) -> dict[str, tuple[str, str]]:
        return {soc: (group, title) for soc, group, title in self.db.execute("SELECT * FROM soc_group")}

    def _published(self, table: str, code: str, *more: str) -> tuple[tuple[Any, ...] | None, str | None]:
        """A row of figures for an occupation, and the wider group's name where only that is published.

        A specialty of O*NET (a code that does not end in .00) has the figures of the SOC occupation it belongs to.
        """
        soc = code[:7]
        where = "WHERE soc = ?" + (" AND area = ?" if more else "")
        row = self.db.execute(f"SELECT * FROM {table} {where}", (soc, *more)).fetchone()  # noqa: S608 - our own names
        if row is None and soc in self._groups:
            wider, group = self._groups[soc]
            row = self.db.execute(f"SELECT * FROM {table} {where}", (wider, *more)).fetchone()  # noqa: S608
            return row, group
        specialty = len(code) > 7 and not code.endswith(".00")
        return row, self._soc_title(soc) if specialty and row is not None else None

    def _soc_title(self, soc: str) -> str:
        found = self.db.execute("SELECT title FROM soc WHERE soc = ?", (soc,)).fetchone()
        return str(found[0]) if found else soc

    def _wages(self, row: tuple[Any, ...], group: str | None, *, mixed: bool) -> Wages:
        hourly, yearly = row[4:9], row[9:14]
        top = row[14] == "5" or row[15] == "5"
        pay = {
            p: Pay(
                hourly=h, yearly=None if y is None else round(y), top_coded=top and h is None and y is None and p >= 50
            )
            for p, h, y in zip(PERCENTILES, hourly, yearly, strict=True)
        }
        return Wages(
            area=row[0],
            area_name=self.areas[row[0]],
            vintage=self.vintages["wages"],
            pay=pay,
            employment=None if row[2] is None else round(row[2]),
            location_quotient=row[3],
            group=group,
            mixed=mixed,
        )
