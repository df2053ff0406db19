"""Many at once, timed: 120,000 people matched by `navigator batch`, beside the bare matrix product of the same run; and a
CSV of 200,000 titles coded by `navigator titles --file`.

The bare product is what nobody can do without: numpy's dense float32 product of all people's answers (a column for each
activity, skill, knowledge area and occupation held that the file may hold) with the occupations, in the same blocks, on as many
threads as the command has processes, into memory that is already there. Both are run twice, in turns, and the quicker of
each counts. We look work held up and do not multiply by it, so the product without those columns stands there too.

    python -m bench.batch [--people 120000] [--rows 200000] [--jobs 2]
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from math import inf
from pathlib import Path
from random import Random
from typing import Any

from navigator.catalogue.store import Catalogue, open_catalogue
from navigator.services.batch_read import BLOCK

GOAL_SECONDS, GOAL_MB, GOAL_TIMES = 20.0, 1_500.0, 3.0
DIFFERENT_TITLES = 5_000
TIMES = 2
Row = tuple[str, str, str]


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the people, run the command, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=120_000)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args(arguments)
    for line in table(figures(given.people, given.rows, given.jobs)):
        print(line)


def figures(people: int = 120_000, rows: int = 200_000, jobs: int = 2) -> list[Row]:
    """What was measured, as rows of name, figure and goal."""
    catalogue = open_catalogue()
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "people.parquet", Path(folder) / "out.parquet"
        make_people(catalogue, source, people)
        answers, width = answers_of(catalogue), len(catalogue.tables.codes)
        bare, bare_work, seconds, work, megabytes = inf, inf, inf, inf, 0.0
        for _time in range(TIMES):
            bare, bare_work = min((bare, bare_work), bare_product(answers + width, width, people, jobs))
            took, worked, held = watched(["batch", str(source), str(out), "--jobs", str(jobs)])
            seconds, work, megabytes = min(seconds, took), min(work, worked), max(megabytes, held)
        small, small_work = bare_product(answers, width, people, jobs)
        titles = Path(folder) / "titles.csv"
        different = make_titles(catalogue, titles, rows)
        coding, coding_work, held = watched(
            ["titles", "--file", str(titles), "--column", "title", "--out", str(titles.with_name("coded.csv"))]
        )
    return [
        (f"bare product, {people:,} x {answers + width:,} x {width}, {jobs} threads", f"{bare:.2f} s", ""),
        (f"navigator batch, {jobs} processes, all in", f"{seconds:.2f} s", f"< {GOAL_SECONDS:g} s"),
        ("times the bare product", f"{seconds / bare:.1f}", f"< {GOAL_TIMES:g}"),
        ("  in processor time: the bare product", f"{bare_work:.2f} s", ""),
        ("  in processor time: navigator batch", f"{work:.2f} s", f"< {GOAL_TIMES * bare_work:.1f} s"),
        (f"bare product without work held, {people:,} x {answers} x {width}", f"{small:.2f} s", ""),
        ("  times that one; in processor time", f"{seconds / small:.1f}", f"{work / small_work:.1f}"),
        ("memory of all its processes", f"{megabytes:,.0f} MB", f"< {GOAL_MB:,.0f} MB"),
        (f"navigator titles --file, {rows:,} rows, {different:,} different", f"{coding:.1f} s", ""),
        ("  in processor time", f"{coding_work:.1f} s", ""),
        ("  memory", f"{held:,.0f} MB", ""),
    ]


def table(rows: list[Row]) -> list[str]:
    """The rows as aligned lines."""
    wide = max(len(name) for name, _, _ in rows)
    return [f"{name:<{wide}}  {figure:>10}  {goal}" for name, figure, goal in rows]


def make_people(catalogue: Catalogue, path: Path, number: int) -> None:
    """A week of claims: every row a worker of some occupation, with a title from a long tail, and with slips."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rng = Random(11)
    framework = catalogue.framework
    occupations = catalogue.occupations()
    own = [list(o.activities) for o in occupations]
    every = [a.id for a in framework.activities]
    skills, areas = [s.id for s in framework.skills], [k.id for k in framework.knowledge]
    states = [a for a in catalogue.areas if a != "US"]
    titles = titles_of(catalogue, DIFFERENT_TITLES)
    weights = [1 / (n + 20) for n in range(len(titles))]
    picked = rng.choices(titles, weights, k=2 * number)
    writer = None
    for start in range(0, number, BLOCK):
        some = range(start, min(number, start + BLOCK))
        which = [rng.randrange(len(own)) for _ in some]
        rows: dict[str, Any] = {
            "id": [f"claim-{n:07}" for n in some],
            "state": [rng.choice(states) for _ in some],
            "titles": [picked[2 * n : 2 * n + rng.choice((1, 1, 2))] for n in some],
            "activities": [rng.sample(own[w], min(len(own[w]), 7)) + rng.sample(every, 3) for w in which],
            "ratings": [[f"{s}={rng.randrange(1, 4)}" for s in skills] for _ in some],
            "knowledge": [rng.sample(areas, 4) for _ in some],
        }
        made = pa.table(rows)
        writer = writer or pq.ParquetWriter(path, made.schema)
        writer.write_table(made)
    if writer is not None:
        writer.close()


def titles_of(catalogue: Catalogue, most: int) -> list[str]:
    """Titles of the catalogue, mixed, some of them as people write them."""
    rng = Random(7)
    bodies = catalogue.db.execute("SELECT body FROM title_group ORDER BY soc").fetchall()
    found = sorted({line.rsplit("\t", 1)[-1] for (body,) in bodies for line in body.split("\n")})
    rng.shuffle(found)
    before, after = ("", "", "", "Senior ", "Part time "), ("", "", "", " II", " - nights", " $18/hr")
    return [f"{rng.choice(before)}{title}{rng.choice(after)}" for title in found[:most]]


def make_titles(catalogue: Catalogue, path: Path, rows: int) -> int:
    """A CSV of titles with everything that goes wrong in one; how many different ones."""
    rng = Random(5)
    titles = titles_of(catalogue, DIFFERENT_TITLES)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "title", "employer"))
        for n in range(rows):
            cells = [str(n), rng.choice(titles) if n % 97 else "", "somewhere"]
            writer.writerow(cells[: 2 + (n % 89 > 0)])
    return len({t.casefold() for t in titles})


def answers_of(catalogue: Catalogue) -> int:
    """How many different answers the people of the file may give, without work held."""
    return len(catalogue.tables.activity_ids) + len(catalogue.framework.skills) + len(catalogue.tables.knowledge_ids)


def bare_product(answers: int, occupations: int, people: int, threads: int) -> tuple[float, float]:
    """Seconds, and processor seconds, for the product of all people's answers with all occupations, and nothing else."""
    program = (
        "import numpy as np, time\n"
        f"x = np.random.rand({BLOCK}, {answers}).astype('f4'); w = np.random.rand({answers}, {occupations}).astype('f4')\n"
        f"found = np.empty(({BLOCK}, {occupations}), 'f4'); np.matmul(x, w, out=found)\n"
        "start = time.perf_counter(); begun = time.process_time()\n"
        f"for _ in range(round({people} / {BLOCK})): np.matmul(x, w, out=found)\n"
        "print(time.perf_counter() - start, time.process_time() - begun)"
    )
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": str(threads)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    seconds, work = map(float, done.stdout.split())
    return seconds, work


def watched(arguments: list[str]) -> tuple[float, float, float]:
    """Seconds and processor seconds a command takes, and the most memory (MB) it and its helpers had together.

    On a machine that others use too, the processor time is what can be compared.
    """
    start, before = time.perf_counter(), os.times()
    running = subprocess.Popen([sys.executable, "-m", "navigator", *arguments], stdout=subprocess.DEVNULL)
    most = 0.0
    while running.poll() is None:
        most = max(most, sum(map(_resident, _family(running.pid))))
        time.sleep(0.05)
    if running.returncode:
        raise SystemExit(f"navigator {arguments[0]} ended with {running.returncode}")
    after = os.times()
    work = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, work, most


def _family(pid: int) -> list[int]:
    """A process and all it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        return [pid, *(p for child in children.read_text().split() for p in _family(int(child)))]
    except OSError:
        return []


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


if __name__ == "__main__":
    main()
