"""Saving a sealed record, and opening a caseload for a list: in one process, as a session does it."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from bench.table import Row, median_seconds, print_rows
from navigator.domain.record import Evidence, Experience, Rating, Record
from navigator.records.codec import encoded
from navigator.records.sealing import seal
from navigator.records.store import Opened, RecordStore
from navigator.services.records import listed

SEALED_BYTES = 100_000
CASELOAD = 1_000


def rows() -> list[Row]:
    """All figures of this part."""
    with tempfile.TemporaryDirectory() as folder:
        return [*_saves(Path(folder) / "one"), *_lists(Path(folder) / "many")]


def _long_record(record: Record, size: int) -> Record:
    """A record of about so many bytes: work with lines and evidence, as a long life has it."""
    jobs: tuple[Experience, ...] = ()
    while len(encoded(replace(record, experience=jobs))) < size:
        number = len(jobs) + 1
        jobs += tuple(
            Experience(
                id=f"w{number + n}",
                title=f"Line cook {number + n}",
                employer="Blue Door",
                start="2019-03",
                details=tuple(f"Cooked dish {k} for a hundred guests without a mistake" for k in range(12)),
                evidence=(Evidence(held="seen", who="Maria Lopez", role="shift lead", date="2020"),),
            )
            for n in range(10)
        )
    return replace(record, experience=jobs)


def _saves(home: Path) -> list[Row]:
    store = RecordStore(home=home)
    fresh = store.new("long")
    opened = store.save(fresh, _long_record(fresh.record, SEALED_BYTES))
    size = len(encoded(opened.record)) // 1000
    plain = median_seconds(_saver(store, opened), 15)
    opened = store.open(opened.path)
    sealed = seal(store, opened, "only for this one measurement")
    taken = median_seconds(_saver(store, sealed), 15)
    return [
        Row(what=f"saving a plain record of {size} kB, history and fsync included", figure=f"{plain * 1000:.1f} ms"),
        Row(
            what=f"saving a sealed record of {size} kB after the passphrase",
            figure=f"{taken * 1000:.1f} ms",
            goal="under 20 ms",
            met=taken < 0.02,
        ),
    ]


class _saver:  # noqa: N801 - called like a function, and remembers what it saved last
    """Saves another version each time."""

    def __init__(self, store: RecordStore, opened: Opened) -> None:
        self.store, self.opened, self.count = store, opened, 0

    def __call__(self) -> None:
        self.count += 1
        self.opened = self.store.save(self.opened, replace(self.opened.record, sector=f"food {self.count}"))


def _lists(home: Path) -> list[Row]:
    store = RecordStore(home=home)
    record = _worker(store.new().record)
    for number in range(CASELOAD):
        fresh = store.new(f"worker {number}")
        store.save(fresh, replace(record, id=fresh.record.id))
    taken = median_seconds(lambda: listed(store), 3)
    found, problems = listed(store)
    assert len(found) == CASELOAD and not problems
    size = len(encoded(record)) / 1000
    return [
        Row(
            what=f"opening {CASELOAD:,} records of {size:.0f} kB for a list",
            figure=f"{taken:.2f} s",
            goal="under 1 s",
            met=taken < 1,
        )
    ]


def _worker(record: Record) -> Record:
    """A record as a walk leaves it, some 10 kB."""
    ratings = tuple(Rating(skill=f"skill-{n}", level=2, when="2026-11-22T09:00:00Z") for n in range(15))
    return replace(_long_record(record, 8_000), ratings=ratings, finished=True)


if __name__ == "__main__":
    print_rows("Records: sealed saves, a caseload", rows())
