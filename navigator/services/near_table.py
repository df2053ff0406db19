"""The nearest occupations of all occupations, as one table for analysts."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
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


def near_table(catalogue: Catalogue, limit: int, only: str = "") -> Iterator[NearRow]:
    """Every occupation with its nearest, in the order of the codes, nearest first; ``only``: just that one."""
    tables = catalogue.tables
    for code, nearest in zip(tables.codes, tables.nearest, strict=True):
        if only in ("", code):
            for rank, (column, _) in enumerate(nearest[:limit], start=1):
                yield NearRow(code=code, near_code=tables.codes[column], rank=rank)


def write_csv(rows: Iterable[NearRow], out: IO[str]) -> int:
    """The table as CSV; how many rows."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    count = 0
    for count, row in enumerate(rows, start=1):  # noqa: B007 - the count is what is kept
        writer.writerow((row.code, row.near_code, row.rank))
    return count


def write_json(rows: Iterable[NearRow], out: IO[str]) -> int:
    """The table as a JSON array, a row a line; how many rows."""
    import json

    lines = [json.dumps({name: getattr(row, name) for name in COLUMNS}) for row in rows]
    out.write("[\n" + ",\n".join(lines) + "\n]\n")
    return len(lines)
