"""A table of people is read the same however its file is laid out; what comes over and over is read as numbers of texts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.services import batch
from navigator.services.batch_columns import coded
from navigator.services.batch_read import BLOCK, blocks

pytest.importorskip("numpy")
pytest.importorskip("pyarrow")

import pyarrow as pa
import pyarrow.parquet as pq

DID = [["cook", " clean"], None, [], ["lift", None, ""], ["cook", "cook"]]
ROWS = 2 * BLOCK + 7


def table() -> pa.Table:
    """People of whom many say the same; in the last block somebody says what nobody said before."""
    did = [DID[n % len(DID)] for n in range(ROWS)]
    return pa.table(
        {
            "id": [f"claim {n}" for n in range(ROWS)],
            "state": [("OH", "TX", None)[n % 3] for n in range(ROWS)],
            "titles": [[f"cook number {n}"] for n in range(ROWS)],
            "activities": [*did[:-1], ["sing"]],
            "cannot": ["nights;weekends" if n % 2 else "" for n in range(ROWS)],
        }
    )


def said(path: Path, name: str) -> list[tuple[int, str]]:
    """All that a file says in one column, by the number of the row."""
    found: list[tuple[int, str]] = []
    for block in blocks(path):
        column = coded(block.batch.column(block.batch.schema.names.index(name)), name)
        found += [
            (block.rows[row], column.values[code])
            for row, code in zip(column.rows.tolist(), column.codes.tolist(), strict=True)
        ]
    return found


def kinds(path: Path) -> dict[str, Any]:
    """How each column of the first block is read."""
    return {field.name: field.type for field in next(blocks(path)).batch.schema}


@pytest.mark.parametrize("rows", [BLOCK, 2 * BLOCK, ROWS, 3_000])
def test_the_rows_say_the_same_however_many_stand_in_a_row_group(tmp_path: Path, rows: int) -> None:
    people, path = table(), tmp_path / "people.parquet"
    pq.write_table(people, path, row_group_size=rows)
    activities = people.column("activities").to_pylist()
    wanted = [(n, text.strip()) for n, some in enumerate(activities, 1) for text in some or () if text]
    assert said(path, "activities") == wanted
    assert said(path, "cannot") == [(n, t) for n in range(2, ROWS + 1, 2) for t in ("nights", "weekends")]
    assert said(path, "state") == [(n, s) for n, s in enumerate(people.column("state").to_pylist(), 1) if s]
    assert said(path, "titles")[-1] == (ROWS, f"cook number {ROWS - 1}")
    assert sum(len(block.rows) for block in blocks(path)) == ROWS


def test_only_what_comes_over_and_over_is_read_as_numbers(tmp_path: Path) -> None:
    pq.write_table(table(), tmp_path / "people.parquet")
    found = kinds(tmp_path / "people.parquet")
    assert pa.types.is_dictionary(found["state"])
    assert pa.types.is_dictionary(found["activities"].value_type)
    assert pa.types.is_string(found["titles"].value_type)
    assert pa.types.is_string(found["id"])


def test_nothing_is_read_as_numbers_where_a_block_lies_in_two_row_groups(tmp_path: Path) -> None:
    pq.write_table(table(), tmp_path / "people.parquet", row_group_size=3_000)
    assert pa.types.is_string(kinds(tmp_path / "people.parquet")["activities"].value_type)


def test_a_block_holds_only_the_texts_of_its_own_rows(tmp_path: Path) -> None:
    pq.write_table(table(), tmp_path / "people.parquet")
    columns = [coded(block.batch.column("activities"), "activities") for block in blocks(tmp_path / "people.parquet")]
    assert [set(column.values) - {""} for column in columns[:2]] == [{"cook", "clean", "lift"}] * 2
    assert "sing" in columns[2].values


def test_an_id_on_many_rows_is_told_where_ids_come_over_and_over(catalogue: Catalogue, tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["same"] * 60, "titles": [["line cook"]] * 60}), tmp_path / "in.parquet")
    assert pa.types.is_dictionary(kinds(tmp_path / "in.parquet")["id"])
    report = batch.run(catalogue, tmp_path / "in.parquet", tmp_path / "out.parquet")
    assert report.people == 60
    assert any("One id stands on more than one row" in notice for notice in report.notices)


def test_a_first_line_that_never_ends_is_refused_in_a_sentence(tmp_path: Path) -> None:
    source = tmp_path / "zeros.csv"
    source.write_bytes(bytes(2_000_000))
    with pytest.raises(BadInput, match="does not begin with a line of column names"):
        next(blocks(source))


@pytest.mark.parametrize("ending", ["parquet", "csv", "jsonl"])
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names here")
def test_a_pipe_or_a_folder_is_no_table(tmp_path: Path, ending: str) -> None:
    pipe, folder = tmp_path / f"pipe.{ending}", tmp_path / f"folder.{ending}"
    os.mkfifo(pipe)
    folder.mkdir()
    with pytest.raises(BadInput, match="is a device or a pipe"):
        next(blocks(pipe))
    with pytest.raises(BadInput, match="is a folder"):
        next(blocks(folder))
