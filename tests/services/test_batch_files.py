"""The files of a batch: what is set aside can be found again, nothing of anybody else's is lost, nothing is left behind."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.services import batch

pytest.importorskip("numpy")
pytest.importorskip("pyarrow")

import pyarrow as pa
import pyarrow.parquet as pq

COOK = {"titles": ["line cook"]}


def lines(path: Path, *rows: Any) -> Path:
    """A .jsonl file."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def ids(path: Path) -> list[Any]:
    """The people of a result, each once, in their order."""
    return list(dict.fromkeys(pq.read_table(path).column("id").to_pylist()))


def set_aside(path: Path) -> list[list[str]]:
    """The rows of the file beside a result, without its header."""
    with path.with_suffix(".rejected.csv").open(newline="") as file:
        return list(csv.reader(file))[1:]


def test_json_lines_without_ids_are_numbered_as_a_table_without_that_column_is(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    report = batch.run(catalogue, lines(tmp_path / "in.jsonl", COOK, COOK), tmp_path / "out.parquet")
    assert (report.people, report.set_aside) == (2, 0)
    assert ids(tmp_path / "out.parquet") == [1, 2]
    assert not any("more than one row" in notice for notice in report.notices)


def test_a_file_in_which_nobody_can_be_matched_is_refused_and_leaves_nothing(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    source = lines(tmp_path / "in.jsonl", {"id": "a", "titles": ["zzqxv"]}, {"id": "b"})
    with pytest.raises(BadInput, match=r"All 2 rows were set aside, such as: nothing to match on"):
        batch.run(catalogue, source, tmp_path / "out.parquet")
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_a_row_that_is_set_aside_keeps_its_id(catalogue: Catalogue, tmp_path: Path) -> None:
    lines(
        tmp_path / "in.jsonl", {"id": "a", **COOK}, {"id": 7, "titles": 5}, {"id": "c", "title": "cook", "titles": []}
    )
    batch.run(catalogue, tmp_path / "in.jsonl", tmp_path / "out.parquet")
    assert [(row, whose) for row, whose, _, _ in set_aside(tmp_path / "out.parquet")] == [("2", "7"), ("3", "c")]
    (tmp_path / "in.csv").write_text("id,titles,state\na,cook,OH\nb,cook\nc,cook,OH,more\n")
    batch.run(catalogue, tmp_path / "in.csv", tmp_path / "out.parquet")
    assert [whose for _, whose, _, _ in set_aside(tmp_path / "out.parquet")] == ["b", "c"]


def test_a_list_with_nothing_in_it_names_no_title(catalogue: Catalogue, tmp_path: Path) -> None:
    lines(tmp_path / "in.jsonl", {"id": "a", "titles": ["line cook", None]})
    report = batch.run(catalogue, tmp_path / "in.jsonl", tmp_path / "out.parquet")
    assert not any("do not know" in notice for notice in report.notices)


def test_lists_of_coded_texts_are_read_as_the_texts(catalogue: Catalogue, tmp_path: Path) -> None:
    texts = pa.array(["line cook", "nurse", "line cook"]).dictionary_encode()
    table = pa.table({"id": ["a", "b"], "titles": pa.ListArray.from_arrays(pa.array([0, 1, 3]), texts)})
    pq.write_table(table, tmp_path / "in.parquet")
    report = batch.run(catalogue, tmp_path / "in.parquet", tmp_path / "out.parquet")
    assert (report.people, report.set_aside) == (2, 0)


def test_military_service_alone_is_no_work_held(catalogue: Catalogue, tmp_path: Path) -> None:
    lines(tmp_path / "in.jsonl", {"id": "a", **COOK}, {"id": "b", "titles": ["infantry"]})
    report = batch.run(catalogue, tmp_path / "in.jsonl", tmp_path / "out.parquet")
    assert ids(tmp_path / "out.parquet") == ["a"]
    assert any("do not know" in notice and "infantry" in notice for notice in report.notices)


def test_a_file_of_somebody_elses_where_rows_are_set_aside_is_not_written_over(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    notes = tmp_path / "out.rejected.csv"
    notes.write_text("my own notes\n")
    with pytest.raises(BadInput, match=r"out\.rejected\.csv is in the way"):
        batch.run(catalogue, lines(tmp_path / "in.jsonl", COOK), tmp_path / "out.parquet")
    assert notes.read_text() == "my own notes\n"


def test_the_rows_set_aside_by_an_earlier_run_are_written_anew(catalogue: Catalogue, tmp_path: Path) -> None:
    source = lines(tmp_path / "in.jsonl", {"id": "a", **COOK}, {"id": "b"})
    batch.run(catalogue, source, tmp_path / "out.parquet")
    assert len(set_aside(tmp_path / "out.parquet")) == 1
    batch.run(catalogue, lines(source, {"id": "a", **COOK}), tmp_path / "out.parquet")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.parquet"]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_helpers_end_when_the_first_process_was_killed_and_the_next_run_leaves_nothing(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.parquet"
    lines(source, *({"id": str(n), **COOK} for n in range(20_000)))
    command = [sys.executable, "-m", "navigator", "batch", str(source), str(out), "--jobs", "2"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    parts = tmp_path / "out.parquet.parts"
    wait_for(lambda: any(parts.glob("part-*.json")))
    helpers = list(map(int, children(running.pid)))
    running.send_signal(signal.SIGKILL)
    assert running.wait(30) != 0
    assert helpers
    wait_for(lambda: not any(map(alive, helpers)))
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", parts.name}
    assert batch.run(catalogue, source, out, jobs=1).people == 20_000
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", out.name}


def wait_for(done: Any) -> None:
    """Wait until something is so; a minute and a half is long enough on any machine."""
    end = time.monotonic() + 90
    while not done():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.05)


def children(pid: int) -> list[str]:
    """The processes that a process started."""
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def alive(pid: int) -> bool:
    """Whether a process is there and not only waiting to be counted as dead."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (OSError, IndexError):
        return False


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux tells the threads of a process")
def test_what_is_loaded_before_the_work_is_spread_begins_no_thread() -> None:
    program = (
        "import os; from navigator.services.batch_read import need_extra\n"
        "need_extra(); print(len(os.listdir('/proc/self/task')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
