"""Records on this machine: opened, saved, kept in history, brought back and removed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.domain.errors import BadInput, BadRecord, CannotWrite, ChangedOutside, NewerRecord, NotFound
from navigator.domain.record import Document
from navigator.records import store as stores
from navigator.records.codec import MAX_BYTES
from navigator.records.store import Opened, RecordStore, file_name


def begun(store: RecordStore, name: str = "", sector: str = "food") -> Opened:
    fresh = store.new(name)
    return store.save(fresh, replace(fresh.record, sector=sector))


def changed(store: RecordStore, opened: Opened, *sectors: str) -> Opened:
    for sector in sectors:
        opened = store.save(opened, replace(opened.record, sector=sector))
    return opened


def test_a_new_record_is_not_on_disk_before_it_is_saved(store: RecordStore) -> None:
    fresh = store.new("Ana")
    assert not fresh.path.exists()
    assert store.paths() == []
    assert fresh.path == store.folder / "ana.json"


def test_a_saved_record_opens_again_as_it_was(store: RecordStore) -> None:
    saved = begun(store)
    assert store.open(saved.path) == saved
    assert saved.path.stat().st_mode & 0o777 == 0o600
    assert store.home.stat().st_mode & 0o777 == 0o700
    assert store.folder.stat().st_mode & 0o777 == 0o700


def test_a_name_already_taken_gets_a_number(store: RecordStore) -> None:
    assert [begun(store, "Ana").path.name for _ in range(3)] == ["ana.json", "ana-2.json", "ana-3.json"]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Nguyễn Văn Đức", "nguyễn-văn-đức"),
        ("محمد علي", "محمد-علي"),
        ("李小龙", "李小龙"),
        ("Zoë O'Hara, Jr.", "zoë-o-hara-jr"),
        ("../../etc/passwd", "etc-passwd"),
        ("...", "record"),
        ("", "record"),
    ],
)
def test_a_name_of_any_script_becomes_a_file_name_and_is_found_by_it(store: RecordStore, name: str, file: str) -> None:
    saved = begun(store, name)
    assert saved.path == store.folder / f"{file}.json"
    if file != "record":
        assert store.find(name) == saved.path


@given(st.text(max_size=300))
def test_no_name_leads_out_of_the_folder_or_is_too_long_for_a_disk(name: str) -> None:
    found = file_name(name)
    assert "/" not in found and not found.startswith(".") and "\0" not in found
    assert len(f".{found}.json.12345678".encode()) <= 255


def test_a_name_that_is_not_there_is_refused_with_those_that_are(store: RecordStore) -> None:
    begun(store, "Ana")
    with pytest.raises(NotFound, match="Records there: ana"):
        store.find("Ben")
    with pytest.raises(NotFound, match="none yet"):
        RecordStore(home=store.home / "other").find("Ben")


def test_the_current_record_is_the_one_saved_last(store: RecordStore) -> None:
    assert store.current() is None
    ana = begun(store, "Ana")
    ben = begun(store, "Ben")
    assert store.current() == ben.path
    changed(store, ana, "office")
    assert store.current() == ana.path


def test_the_only_record_is_current_even_when_nothing_says_so(store: RecordStore) -> None:
    ana = begun(store, "Ana")
    (store.home / "current").unlink()
    assert store.current() == ana.path
    begun(store, "Ben")
    (store.home / "current").unlink()
    assert store.current() is None


@pytest.mark.parametrize("said", [b"", b"gone.json", b"../outside.json", b"\xff\xfe", b"a\0b"])
def test_a_current_mark_that_points_nowhere_is_passed_over(store: RecordStore, said: bytes) -> None:
    ana = begun(store, "Ana")
    (store.home / "outside.json").write_text("{}")
    (store.home / "current").write_bytes(said)
    assert store.current() == ana.path


def test_save_refuses_when_the_file_changed_outside(store: RecordStore) -> None:
    mine = begun(store)
    theirs = changed(store, store.open(mine.path), "office")
    with pytest.raises(ChangedOutside, match="changed by somebody else"):
        changed(store, mine, "retail")
    assert store.open(mine.path).record == theirs.record


def test_save_refuses_when_the_file_was_removed_outside(store: RecordStore) -> None:
    mine = begun(store)
    mine.path.unlink()
    with pytest.raises(ChangedOutside, match="was removed while it was open"):
        changed(store, mine, "retail")
    assert not mine.path.exists()


def test_a_new_record_never_takes_the_place_of_a_file_that_came_meanwhile(store: RecordStore) -> None:
    mine = store.new("Ana")
    theirs = begun(store, "Ana")
    with pytest.raises(ChangedOutside):
        store.save(mine, replace(mine.record, sector="retail"))
    assert store.open(theirs.path) == theirs


def test_saving_without_a_change_writes_nothing(store: RecordStore) -> None:
    saved = begun(store)
    before = saved.path.stat().st_mtime_ns
    again = store.save(saved, saved.record)
    assert again.path.stat().st_mtime_ns == before
    assert store.history(again) == []


def test_every_save_keeps_the_one_before_newest_first(store: RecordStore) -> None:
    opened = changed(store, begun(store), "office", "retail")
    saves = store.history(opened)
    assert [s.id for s in saves] == ["1", "2"]
    assert [store.open(s.path).record.sector for s in saves] == ["office", "food"]
    assert all(s.when.endswith(" UTC") for s in saves)
    assert all(s.path.stat().st_mode & 0o777 == 0o600 for s in saves)


def test_the_history_does_not_grow_without_end(store: RecordStore) -> None:
    opened = changed(store, begun(store), "office", "retail")
    folder = store.history(opened)[0].path.parent
    for n in range(stores.HISTORY_KEPT):
        (folder / f"20200101T000000{n:06}.json").write_bytes(b"{}")
    opened = changed(store, opened, "home")
    saves = store.history(opened)
    assert len(saves) == stores.HISTORY_KEPT
    assert store.open(saves[0].path).record.sector == "retail"


def test_restore_brings_an_earlier_save_back_and_keeps_the_present_one(store: RecordStore) -> None:
    opened = changed(store, begun(store), "office", "retail")
    back = store.restore(opened.path, store.history(opened)[1])
    assert back.record.sector == "food"
    assert store.open(opened.path).record.sector == "food"
    assert store.open(store.history(back)[0].path).record.sector == "retail"


def test_a_record_cut_in_half_comes_back_from_its_history(store: RecordStore) -> None:
    opened = changed(store, begun(store), "office", "retail")
    data = opened.path.read_bytes()
    opened.path.write_bytes(data[: len(data) // 2])
    with pytest.raises(BadRecord):
        store.open(opened.path)
    saves = store.damaged_history(opened.path)
    back = store.restore(opened.path, saves[0])
    assert back.record.sector == "office"
    assert store.history(back)[0].path.read_bytes() == data[: len(data) // 2]


def test_an_emptied_record_can_be_restored_from_a_save(store: RecordStore) -> None:
    opened = changed(store, begun(store), "office")
    saves = store.history(opened)
    opened.path.write_bytes(b"")
    assert store.restore(opened.path, saves[0]).record.sector == "food"


def test_a_removed_record_can_be_restored_from_a_save(store: RecordStore) -> None:
    opened = changed(store, begun(store), "office")
    saves = store.history(opened)
    opened.path.unlink()
    assert store.restore(opened.path, saves[0]).record.sector == "food"
    assert store.damaged_history(store.folder / "nobody.json") == []


def test_a_record_elsewhere_keeps_its_history_beside_it_and_is_not_current(store: RecordStore, tmp_path: Path) -> None:
    stick = tmp_path / "stick" / "ana.json"
    fresh = replace(store.new(), path=stick)
    opened = changed(store, store.save(fresh, fresh.record), "office")
    assert {p.name for p in stick.parent.iterdir()} == {"ana.json", ".ana-history"}
    assert not store.home.exists()
    assert len(store.history(opened)) == 1


def test_remove_takes_the_record_its_history_and_the_mark(store: RecordStore) -> None:
    ben = begun(store, "Ben")
    ana = changed(store, begun(store, "Ana"), "office")
    store.remove(ana)
    left = sorted(str(p.relative_to(store.home)) for p in store.home.rglob("*") if p.is_file())
    assert left == ["records/ben.json"]
    assert store.current() == ben.path
    assert not list((store.home / "history").iterdir())


def test_a_record_that_is_not_there_is_not_found(store: RecordStore) -> None:
    with pytest.raises(NotFound, match="There is no record file"):
        store.open(store.folder / "nobody.json")


def test_a_folder_is_refused_as_a_record(store: RecordStore, tmp_path: Path) -> None:
    with pytest.raises(BadRecord, match="cannot be read: Is a directory"):
        store.open(tmp_path)


def test_a_huge_file_is_refused_without_reading_it(store: RecordStore, tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(BadRecord, match="too large"):
        store.open(path)


def test_a_record_that_could_not_be_opened_again_is_not_saved(store: RecordStore) -> None:
    opened = begun(store)
    before = opened.path.read_bytes()
    kept = tuple(Document(id=f"d{n}", name="badge", media="application/vc", content="x" * 256_000) for n in range(20))
    with pytest.raises(BadInput, match=r"grow to 5\.1 MB.*not saved"):
        store.save(opened, replace(opened.record, documents=kept))
    assert opened.path.read_bytes() == before
    close = Document(id="d", name="badge", media="application/vc", content="x" * (MAX_BYTES - 50_000))
    with pytest.raises(BadInput, match="not saved"):  # it could be opened, but not any more once it is sealed
        store.save(opened, replace(opened.record, documents=(close,)))
    larger = store.save(opened, replace(opened.record, documents=kept[:18]))
    assert store.open(larger.path) == larger


def test_a_newer_record_is_left_untouched(store: RecordStore) -> None:
    opened = begun(store)
    shape = json.loads(opened.path.read_bytes()) | {"format": "navigator/record/999"}
    opened.path.write_text(json.dumps(shape))
    before = opened.path.read_bytes()
    with pytest.raises(NewerRecord):
        store.open(opened.path)
    with pytest.raises(ChangedOutside):
        changed(store, opened, "office")
    assert opened.path.read_bytes() == before


def test_a_home_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = RecordStore(home=tmp_path / "file")
    with pytest.raises(CannotWrite, match="file is a file, and records lie in a folder"):
        store.current()
    assert store.paths() == []
    fresh = store.new()
    with pytest.raises(CannotWrite):
        store.save(fresh, fresh.record)


def test_a_strange_file_in_the_history_is_named(store: RecordStore) -> None:
    opened = changed(store, begun(store), "office")
    (store.history(opened)[0].path.parent / "notes.json").write_text("{}")
    with pytest.raises(BadInput, match="notes is not a save of ours"):
        store.history(opened)


def test_the_home_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NAVIGATOR_HOME", str(tmp_path / "here"))
    assert stores.default_home() == tmp_path / "here"
    monkeypatch.delenv("NAVIGATOR_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert stores.default_home() == tmp_path / "data" / "navigator"
