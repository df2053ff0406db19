"""How long the search for routes takes: all occupations, three example workers, figures looked up afresh each time."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from bench.table import Row, print_rows
from navigator.catalogue import compile as compiling
from navigator.catalogue.load import load
from navigator.catalogue.store import Catalogue, open_catalogue
from navigator.domain.record import Record
from navigator.records.store import RecordStore
from navigator.services.asking import ScriptedAsker, answers_from
from navigator.services.inventory import Walk
from navigator.services.way_search import WaySearch

ROOT = Path(__file__).resolve().parent.parent
WORKERS = ("nursing-assistant", "line-cook", "warehouse-picker")
TIMES = 9
GOAL_MS = 50
COMPILE_GOAL = 0.7


def rows() -> list[Row]:
    """All figures of this part."""
    catalogue = open_catalogue()
    return [*(_search(catalogue, name) for name in WORKERS), _compile(catalogue)]


def _record(catalogue: Catalogue, name: str) -> Record:
    with tempfile.TemporaryDirectory() as folder:
        store = RecordStore(home=Path(folder))
        asker = ScriptedAsker(answers_from(ROOT / "examples" / f"{name}.yaml"))
        return Walk(catalogue, store, store.new(name), asker, "standard").run()


def _search(catalogue: Catalogue, name: str) -> Row:
    """A search from nothing but the ranking of the answers, which `match` needs as well."""
    first = WaySearch(catalogue=catalogue, record=_record(catalogue, name))
    taken, used = [], []
    for _ in range(TIMES):
        search = replace(first)
        search.__dict__["ranks"] = first.ranks
        begun, busy = time.perf_counter(), time.process_time()
        found = len(search.possible)
        used.append((time.process_time() - busy) * 1000)
        taken.append((time.perf_counter() - begun) * 1000)
    middle = sorted(taken)[TIMES // 2]
    figure = f"{middle:.0f} ms for {found} routes (best {min(taken):.0f}, worst {max(taken):.0f}; processor {sorted(used)[TIMES // 2]:.0f})"
    return Row(
        what=f"routes of one to three steps, {name}", figure=figure, goal=f"under {GOAL_MS} ms", met=middle < GOAL_MS
    )


def _compile(catalogue: Catalogue) -> Row:
    source = load(ROOT / "data")
    db = sqlite3.connect(":memory:")
    begun = time.perf_counter()
    compiling.write_pathways(db, source, catalogue.folder)
    taken = time.perf_counter() - begun
    db.close()
    return Row(
        what="steps of all occupations, at compile time",
        figure=f"{taken:.2f} s",
        goal=f"at most {COMPILE_GOAL} s",
        met=taken <= COMPILE_GOAL,
    )


if __name__ == "__main__":
    print_rows("Pathways", rows())
