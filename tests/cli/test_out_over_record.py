"""What a command writes never takes the place of somebody's record, or of the key that opens it."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.domain.record import Record
from navigator.records import codec, seal
from navigator.records.seal import key_path
from navigator.records.store import RecordStore
from tests.light_seal import lightly_wrapped
from tests.running import navigator
from tests.workers import saved

WRITERS = [
    ("csv", "near", "--all", "--out"),
    ("csv", "titles", "--file", "titles.csv", "--out"),
    ("csv", "batch", "people.csv"),
    ("txt", "export", "summary", "--out"),
    ("json", "export", "resume", "--format", "json-resume", "--yes", "--out"),
    ("txt", "export", "plan", "--out"),
    ("json", "export", "clr", "--out"),
    ("json", "export", "ler-rs", "--out"),
    ("txt", "guide", "--cards", "--out"),
    ("html", "print", "worksheet", "--format", "html", "--out"),
]


@pytest.fixture
def home(tmp_path: Path, ana: Record, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with one record, in use; the folder at hand has tables to read."""
    store = RecordStore(home=tmp_path / "home")
    saved(store, ana, "ana")
    (tmp_path / "titles.csv").write_text("title\ncook\n")
    (tmp_path / "people.csv").write_text("id,state,title\n1,OH,cook\n")
    monkeypatch.chdir(tmp_path)
    return store.home


@pytest.mark.parametrize("writer", WRITERS, ids=lambda w: " ".join(w[1:3]))
def test_no_command_writes_over_a_record(home: Path, tmp_path: Path, ana: Record, writer: tuple[str, ...]) -> None:
    ending, *command = writer
    friend = tmp_path / f"friend.{ending}"
    friend.write_bytes(codec.encoded(ana))
    before = friend.read_bytes()
    ran = navigator(*command, friend, home=home)
    assert ran.code == 2 and "is a record of answers, or the key of one. It was left alone." in ran.err
    assert friend.read_bytes() == before
    free = tmp_path / f"free.{ending}"
    assert navigator(*command, free, home=home).code == 0 and free.exists()


def test_the_record_in_use_is_left_alone_though_it_is_damaged_or_named_by_a_link(home: Path, tmp_path: Path) -> None:
    record = home / "records" / "ana.json"
    half = record.read_bytes()[:200]
    record.write_bytes(half)
    (tmp_path / "link.json").symlink_to(record)
    for out in (record, tmp_path / "link.json"):
        ran = navigator("near", "--all", "--out", out, home=home)
        assert ran.code == 2 and "was left alone" in ran.err and record.read_bytes() == half


def test_a_key_and_a_sealed_record_are_left_alone_too(home: Path, tmp_path: Path) -> None:
    key = seal.new_key()
    sealed = tmp_path / "friend.age"
    sealed.write_bytes(key.encrypted(b"answers"))
    key_path(sealed).write_bytes(lightly_wrapped(key.file(), "four words make sense"))
    for out in (sealed, key_path(sealed)):
        before = out.read_bytes()
        ran = navigator("near", "--all", "--out", out, home=home)
        assert ran.code == 2 and out.read_bytes() == before


def test_what_a_command_wrote_before_may_be_written_anew(home: Path, tmp_path: Path) -> None:
    for _again in range(2):
        assert navigator("export", "summary", "--out", tmp_path / "page.txt", home=home).code == 0


def test_erasing_one_of_two_records_of_a_name_tells_of_the_other(home: Path) -> None:
    other = home / "records" / "ana.age"
    other.write_bytes(b"age-encryption.org/v1 ...")
    assert "ana.age: sealed" in navigator("record", "list", home=home).out
    ran = navigator("record", "erase", "--yes", home=home)
    assert ran.code == 0 and "still there. To erase it too: 'navigator --record ana record erase'." in " ".join(
        ran.out.split()
    )
    listed = navigator("record", "list", home=home).out
    assert "ana: sealed" in listed
