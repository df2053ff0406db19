"""Undo and redo, built on the history: any change comes back, and nothing saved is ever lost by it."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from navigator.domain.errors import ChangedOutside
from navigator.domain.record import Record
from navigator.records.store import Opened, RecordStore
from tests.strategies import records


def changed(store: RecordStore, *sectors: str) -> Opened:
    opened = store.new()
    for sector in sectors:
        opened = store.save(opened, replace(opened.record, sector=sector))
    return opened


def undone(store: RecordStore, opened: Opened, times: int = 1) -> Opened:
    for _ in range(times):
        back = store.undo(opened)
        assert back is not None
        opened = back
    return opened


@given(records, records)
@settings(max_examples=15)
def test_undo_after_any_change_gives_back_the_same_record(one: Record, other: Record) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = RecordStore(home=Path(folder))
        first = store.save(store.new(), replace(one, id="same"))
        second = store.save(first, replace(other, id="same"))
        if second.record != first.record:
            assert undone(store, second).record == first.record
            assert store.open(first.path).record == first.record


def test_undo_again_goes_further_back_and_redo_comes_forward(store: RecordStore) -> None:
    opened = changed(store, "food", "office", "retail")
    back = undone(store, opened, 2)
    assert back.record.sector == "food"
    assert store.undo(back) is None
    forward = store.redo(back)
    assert forward is not None and forward.record.sector == "office"
    last = store.redo(forward)
    assert last is not None and last.record.sector == "retail"
    assert store.redo(last) is None


def test_undo_goes_on_from_where_it_stood_in_another_run(store: RecordStore) -> None:
    opened = changed(store, "food", "office", "retail")
    undone(store, opened)
    later = RecordStore(home=store.home)
    assert undone(later, later.open(opened.path)).record.sector == "food"


def test_after_a_new_change_what_was_undone_stays_undone_and_in_the_history(store: RecordStore) -> None:
    back = undone(store, changed(store, "food", "office", "retail"))
    opened = store.save(back, replace(back.record, sector="home"))
    assert store.redo(opened) is None
    first = undone(store, opened)
    assert first.record.sector == "office"
    assert undone(store, first).record.sector == "food"
    assert {store.open(s.path).record.sector for s in store.history(opened)} == {"food", "office", "retail", "home"}


def test_a_restore_can_be_undone(store: RecordStore) -> None:
    opened = changed(store, "food", "office", "retail")
    back = store.restore(opened.path, store.history(opened)[1])
    assert back.record.sector == "food"
    assert undone(store, back).record.sector == "retail"


def test_undo_refuses_when_the_file_changed_outside(store: RecordStore) -> None:
    opened = changed(store, "food", "office")
    store.save(store.open(opened.path), replace(opened.record, sector="retail"))
    with pytest.raises(ChangedOutside):
        store.undo(opened)
    assert store.open(opened.path).record.sector == "retail"


def test_a_broken_note_of_where_undo_stands_is_passed_over(store: RecordStore) -> None:
    opened = changed(store, "food", "office")
    folder = store.history_of(opened.path, opened.record.id).folder
    (folder / "undone").write_text("{")
    assert undone(store, opened).record.sector == "food"


def test_a_removed_record_leaves_no_note_of_its_undoing(store: RecordStore) -> None:
    back = undone(store, changed(store, "food", "office"))
    store.remove(back)
    assert [p for p in store.home.rglob("*") if p.is_file()] == []
