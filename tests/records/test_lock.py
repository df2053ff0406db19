"""One writer at a time: of two that write at the same moment each is either kept or told that it was not."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from navigator.domain.errors import CannotWrite, ChangedOutside
from navigator.domain.resource import Resource
from navigator.engine.resource_entry import Known
from navigator.records.book import read_book, save_entry
from navigator.records.lock import alone, if_free
from navigator.records.store import Opened, RecordStore

ROUNDS = 20
KNOWN = Known(kinds={"housing": "Housing"}, areas={}, today=date(2026, 11, 22))

Act = Callable[[Path, str, Barrier], None]


def opened_at(home: Path) -> tuple[RecordStore, Opened]:
    store = RecordStore(home=home)
    return store, store.open(store.folder / "ana.json")


def saving(home: Path, name: str, together: Barrier) -> None:
    """Add one more answer to what both have just read."""
    store, opened = opened_at(home)
    together.wait(60)
    store.save(opened, replace(opened.record, needs=(*opened.record.needs, f"{name}{len(opened.record.needs)}")))


def undoing(home: Path, name: str, together: Barrier) -> None:
    """Take the last change back, which is the same one for both."""
    store, opened = opened_at(home)
    together.wait(60)
    store.undo(opened)


def restoring(home: Path, name: str, together: Barrier) -> None:
    """One brings an earlier save back while the other adds an answer: neither state may be lost."""
    store, opened = opened_at(home)
    saves = store.history(opened)
    together.wait(60)
    if name == "a":
        store.restore(opened.path, saves[-1])
    else:
        store.save(opened, replace(opened.record, sector=f"{len(saves)}"))


def entering(home: Path, name: str, together: Barrier) -> None:
    """Put one more entry into the center's book."""
    book = read_book(home / "book.yaml", KNOWN)
    together.wait(60)
    save_entry(book, Resource(id=f"{name}{len(book.resources)}", name="A roof", kinds=("housing",)))


def again_and_again(act: Act, home: Path, name: str, together: Barrier, told: Queue[int]) -> None:
    done = 0
    for _round in range(ROUNDS):
        together.wait(60)
        try:
            act(home, name, together)
            done += 1
        except ChangedOutside:
            pass
    told.put(done)


def by_two(act: Act, home: Path) -> int:
    """How many of the writes of two processes, always at the same moment, were said to be done."""
    process = multiprocessing.get_context("fork")
    together, told = process.Barrier(2), process.Queue()
    both = [process.Process(target=again_and_again, args=(act, home, name, together, told)) for name in "ab"]
    for one in both:
        one.start()
    done = told.get(timeout=120) + told.get(timeout=120)
    for one in both:
        one.join(60)
    return done


@pytest.fixture
def home(store: RecordStore) -> Path:
    opened = store.new("ana")
    store.save(opened, opened.record)
    return store.home


def names(home: Path) -> set[str]:
    return {p.name for p in home.rglob("*") if p.is_file() and p.parent.parent.name != "history"}


def test_of_two_who_save_at_once_no_answer_is_lost_in_silence(home: Path) -> None:
    done = by_two(saving, home)
    store, opened = opened_at(home)
    assert len(opened.record.needs) == done >= ROUNDS
    assert len(store.history(opened)) == done
    assert names(home) == {"ana.json", "current"}  # no lock file tells who was here


def test_of_two_who_undo_at_once_each_step_is_taken_once(home: Path) -> None:
    store, opened = opened_at(home)
    for number in range(2 * ROUNDS):
        opened = store.save(opened, replace(opened.record, needs=(*opened.record.needs, f"{number}")))
    done = by_two(undoing, home)
    assert len(opened_at(home)[1].record.needs) == 2 * ROUNDS - done


def test_of_a_restore_and_a_save_at_once_both_states_are_kept(home: Path) -> None:
    store, opened = opened_at(home)
    store.save(opened, replace(opened.record, sector="first"))
    done = by_two(restoring, home)
    store, opened = opened_at(home)
    assert len(store.history(opened)) == done + 1


def test_of_two_who_write_in_the_book_at_once_no_entry_is_lost_in_silence(home: Path) -> None:
    done = by_two(entering, home)
    book = read_book(home / "book.yaml", KNOWN)
    assert len(book.resources) == done >= ROUNDS and not book.problems


def test_who_waits_too_long_for_another_is_told_where_and_what_to_do(tmp_path: Path) -> None:
    with (
        alone(tmp_path),
        pytest.raises(CannotWrite, match="Another window of this program is writing in"),
        alone(tmp_path, patience=0.05),
    ):
        pass
    with alone(tmp_path, patience=0.05):
        assert list(tmp_path.iterdir()) == []


def test_what_can_wait_is_left_alone_while_somebody_writes(tmp_path: Path) -> None:
    with alone(tmp_path), if_free(tmp_path) as free:
        assert not free
    with if_free(tmp_path) as free:
        assert free


def test_a_folder_that_is_not_there_locks_nobody_out(tmp_path: Path) -> None:
    with alone(tmp_path / "gone"), if_free(tmp_path / "gone") as free:
        assert free
