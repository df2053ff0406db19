"""Titles looked up in processes beside the first: the same finds, the same refusals, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from navigator.catalogue.store import Catalogue
from navigator.services import batch

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").is_dir(), reason="only Linux tells whether a process may be copied"
)


def begun(source: Path, out: Path) -> subprocess.Popen[str]:
    """The command, as its own process: it is a single thread, so its helpers are copies of it."""
    command = [sys.executable, "-m", "navigator", "batch", str(source), str(out), "--jobs", "2"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def many_titles(folder: Path) -> Path:
    """A file whose titles take some seconds to look up, since none of them is like another."""
    source = folder / "in.jsonl"
    words = ("cook", "driver", "clerk", "aide", "helper", "mechanic", "teacher", "guard")
    rows = ({"id": str(n), "titles": [f"{words[n % 8]} of {n * 7919:x} things {n}"]} for n in range(40_000))
    source.write_bytes(b"\n".join(map(msgspec.json.encode, rows)))
    return source


def below(pid: int) -> Iterator[int]:
    """All processes below one."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in map(int, children):
        yield child
        yield from below(child)


def gone(pid: int) -> bool:
    """Whether a process is there no more, or only waits to be counted as dead."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except (OSError, IndexError):
        return True


def wait_for(done: Callable[[], bool]) -> None:
    """Wait until something is so; a minute and a half is long enough on any machine."""
    end = time.monotonic() + 90
    while not done():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.02)


def looking_up(running: subprocess.Popen[str]) -> list[int]:
    """The processes of a run that looks titles up by now: the one beside it and its two, and those that wait for blocks."""
    wait_for(lambda: len([*below(running.pid)]) >= 5 or running.poll() is not None)
    assert running.poll() is None, "it was done before it could be stopped"
    return [*below(running.pid)]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_run_stopped_while_titles_are_looked_up_leaves_no_process_and_no_file(tmp_path: Path, how: int) -> None:
    source = many_titles(tmp_path)
    running = begun(source, tmp_path / "out.parquet")
    helpers = looking_up(running)
    running.send_signal(how)
    _, told = running.communicate(timeout=60)
    assert running.returncode == (-signal.SIGKILL if how == signal.SIGKILL else 130)
    assert "Traceback" not in told
    wait_for(lambda: all(map(gone, helpers)))
    left = {path.name for path in tmp_path.iterdir()}
    assert left == ({"in.jsonl", "out.parquet.parts"} if how == signal.SIGKILL else {"in.jsonl"})


def test_a_title_helper_that_was_killed_is_told_in_a_sentence(tmp_path: Path) -> None:
    source = many_titles(tmp_path)
    running = begun(source, tmp_path / "out.parquet")
    helpers = looking_up(running)
    beside = min(helpers, key=lambda pid: -len([*below(pid)]))
    os.kill(beside, signal.SIGKILL)
    _, told = running.communicate(timeout=60)
    assert running.returncode not in (0, 130)
    assert "ended without a word" in told and "Traceback" not in told
    wait_for(lambda: all(map(gone, helpers)))


def test_what_is_wrong_with_the_titles_is_refused_as_in_one_process(tmp_path: Path) -> None:
    source = tmp_path / "in.parquet"
    pq.write_table(pa.table({"id": ["a"], "titles": [{"wrong": 1}]}), source)
    told = []
    for jobs in ("1", "2"):
        command = [sys.executable, "-m", "navigator", "batch", str(source), str(tmp_path / "o.csv"), "--jobs", jobs]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode not in (0, 1)
        told.append(done.stderr)
    assert told[0] == told[1] and "titles" in told[0] and "Traceback" not in told[0]


def test_titles_beside_are_found_to_be_what_they_are_in_one_process(catalogue: Catalogue, tmp_path: Path) -> None:
    texts = ["line cook", "Registered Nurse II", "drove a forklift", "cocinera", "xyzzy", "cook"]
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"\n".join(msgspec.json.encode({"id": t, "titles": [t]}) for t in texts))
    running = begun(source, tmp_path / "beside.parquet")
    assert running.wait(120) == 0
    batch.run(catalogue, source, tmp_path / "alone.parquet")
    beside, alone = (pq.read_table(tmp_path / f"{name}.parquet") for name in ("beside", "alone"))
    assert beside.equals(alone) and beside.num_rows > 20
