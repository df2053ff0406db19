"""The nearest occupations of all occupations, as one table for analysts."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from navigator.catalogue.store import Catalogue

COLUMNS = ("code", "near_code", "rank")


@dataclass(frozen=True, slots=True, kw_only=True)
class NearRow:
    """One occupation near another; rank 1 is the nearest."""

    code: str
    near_code: str
    rank: int


def near_table(catalogue: Catalogue, limit: int) -> Iterator[NearRow]:
    """Every occupation with its nearest, in the order of the codes, nearest first."""
    tables = catalogue.tables
    for code, nearest in zip(tables.codes, tables.nearest, strict=True):
        for rank, (column, _) in enumerate(nearest[:limit], start=1):
            yield NearRow(code=code, near_code=tables.codes[column], rank=rank)


def write_csv(catalogue: Catalogue, limit: int, out: IO[str]) -> int:
    """The table as CSV; how many rows."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    rows = 0
    for rows, row in enumerate(near_table(catalogue, limit), start=1):  # noqa: B007 - the count is what is kept
        writer.writerow((row.code, row.near_code, row.rank))
    return rows
