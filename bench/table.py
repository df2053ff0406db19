"""A measured figure beside its goal, and how to print many."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure: what was measured, the figure in words, the goal in words, and whether it is met (None: no goal)."""

    what: str
    figure: str
    goal: str = ""
    met: bool | None = None


def installed(**more: str) -> dict[str, str]:
    """The environment of an installed program: its modules stay compiled from one run to the next, as pip leaves them."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | more


def print_rows(title: str, rows: Sequence[Row]) -> None:
    """A table that reads in a terminal and in Markdown."""
    print(f"\n## {title}\n\n| what | figure | goal | |\n|---|---|---|---|")
    for row in rows:
        mark = "" if row.met is None else "met" if row.met else "MISSED"
        print(f"| {row.what} | {row.figure} | {row.goal} | {mark} |", flush=True)


def median_seconds(run: Callable[[], object], times: int = 7) -> float:
    """The median wall time of some runs, after one that warms the disk."""
    run()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def alternating(first: Callable[[], object], second: Callable[[], object], times: int = 11) -> tuple[float, float]:
    """Median times of two things measured in turns, so that a busy machine slows both alike."""
    first(), second()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for run, into in ((first, taken[0]), (second, taken[1])):
            start = time.perf_counter()
            run()
            into.append(time.perf_counter() - start)
    return statistics.median(taken[0]), statistics.median(taken[1])


def quiet(*command: str, env: dict[str, str] | None = None) -> None:
    """Run a command to its end without showing what it says. Raises CalledProcessError when it fails."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
