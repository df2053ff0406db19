"""The nearest occupations of all occupations, as one table."""

from __future__ import annotations

import csv
import io

from navigator.catalogue.store import Catalogue
from navigator.services import near_table
from navigator.services.occupation import nearest


def test_every_occupation_has_as_many_near_ones_as_were_asked_for(catalogue: Catalogue) -> None:
    rows = list(near_table.near_table(catalogue, 7))
    assert len(rows) == 7 * len(catalogue.tables.codes)
    assert [r.rank for r in rows[:7]] == [1, 2, 3, 4, 5, 6, 7]


def test_no_occupation_is_near_itself_and_none_is_named_twice(catalogue: Catalogue) -> None:
    pairs = [(r.code, r.near_code) for r in near_table.near_table(catalogue, 20)]
    assert all(code != near for code, near in pairs)
    assert len(set(pairs)) == len(pairs)


def test_the_table_says_the_same_as_the_single_command(catalogue: Catalogue) -> None:
    of_nurses = [r.near_code for r in near_table.near_table(catalogue, 20) if r.code == "29-1141.00"]
    assert of_nurses == [n.code for n in nearest(catalogue, "29-1141.00", 20)]


def test_the_csv_reads_back_as_it_was_written(catalogue: Catalogue) -> None:
    out = io.StringIO()
    count = near_table.write_csv(near_table.near_table(catalogue, 3), out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert len(rows) == count == 3 * len(catalogue.tables.codes)
    assert set(rows[0]) == {"code", "near_code", "rank"}
