"""Cells that a spreadsheet would run are written as text, and read back as they were."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.domain.resource import Resource
from navigator.engine.cells import FORMULA, neutral, plain
from navigator.records.book_text import table_text


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")'])
def test_a_cell_that_begins_like_a_formula_is_made_text(cell: str) -> None:
    assert neutral(cell) == f"'{cell}" and plain(neutral(cell)) == cell


@pytest.mark.parametrize("cell", ["", "cook", "-5", "+3.50", "1,200", "12%", "'quoted'", "a=b"])
def test_other_cells_and_plain_numbers_stay(cell: str) -> None:
    assert neutral(cell) == cell == plain(cell)


@given(st.text())
def test_no_written_cell_is_run_and_each_is_read_back(cell: str) -> None:
    assert (
        not neutral(cell).startswith(FORMULA)
        or cell.lstrip("+-").replace(",", "").replace(".", "").rstrip("%").isdecimal()
    )
    if not cell.startswith("'"):
        assert plain(neutral(cell)) == cell


def test_a_centers_book_is_written_without_formulas() -> None:
    text = table_text([Resource(id="x", name="=cmd()", kinds=("food",), area="OH", phone="+1 614 555 0100")])
    row = next(csv.DictReader(io.StringIO(text)))
    assert row["name"] == "'=cmd()" and row["phone"] == "'+1 614 555 0100"
