"""The folder of saves: in their order whatever the clock does, and nothing of them left over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from navigator.records.history import History
from navigator.records.store import Opened, RecordStore


def changed(store: RecordStore, *sectors: str) -> Opened:
    opened = store.new("ana")
    for sector in sectors:
        opened = store.save(opened, replace(opened.record, sector=sector))
    return opened


def folder_of(store: RecordStore, opened: Opened) -> Path:
    return store.history(opened)[0].path.parent


def test_undo_takes_the_last_change_back_though_the_clock_was_ahead_before(store: RecordStore) -> None:
    opened = changed(store, "food", "office")
    (ahead,) = folder_of(store, opened).glob("*.json")
    ahead.rename(ahead.with_name("29991231T235959999999.json"))
    opened = store.save(opened, replace(opened.record, sector="retail"))
    back = store.undo(opened)
    assert back is not None and back.record.sector == "office"
    further = store.undo(back)
    assert further is not None and further.record.sector == "food"


def test_the_save_just_made_is_never_the_one_that_goes(tmp_path: Path) -> None:
    for year in (2997, 2998, 2999):
        (tmp_path / f"{year}0101T000000000000.json").write_bytes(b"{}")
    kept = History(tmp_path).keep(b"new", ".json", 3)
    assert kept.read_bytes() == b"new" and kept == History(tmp_path).files()[-1]
    assert len(History(tmp_path).files()) == 3


def test_many_saves_in_one_moment_keep_their_order(tmp_path: Path) -> None:
    made = [History(tmp_path).keep(b"%d" % n, ".json", 100) for n in range(50)]
    assert History(tmp_path).files() == made


def test_a_file_of_somebody_else_at_the_end_of_time_stops_no_save(tmp_path: Path) -> None:
    for name in ("99991231T235959999999.json", "notes.json"):
        (tmp_path / name).write_bytes(b"{}")
    assert History(tmp_path).keep(b"new", ".json", 3).read_bytes() == b"new"
