"""A save cut short by a power cut leaves half a file, which holds all of the answers: it does not stay."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from navigator.domain.record import Person
from navigator.records import sealing
from navigator.records.lock import alone
from navigator.records.store import Opened, RecordStore
from tests.light_seal import light_key

SECRET = "Nguyễn at the Blue Door"
PASSPHRASE = "four words make sense"

CUT = """
import os, sys
from pathlib import Path
from navigator.records.atomic import whole
with whole(Path(sys.argv[1])) as file:
    file.write(sys.stdin.buffer.read())
    file.flush()
    os.kill(os.getpid(), 9)
"""


@pytest.fixture
def opened(store: RecordStore) -> Opened:
    """A record of two saves; the power went while it was saved once more, and while a save was put into its history."""
    opened = store.new("ana")
    for sector in ("food", "office"):
        opened = store.save(opened, replace(opened.record, sector=sector, person=Person(name=SECRET)))
    for path in (opened.path, store.history(opened)[0].path):
        cut = subprocess.run([sys.executable, "-c", CUT, str(path)], input=SECRET.encode(), check=False)
        assert cut.returncode == -9
    assert len(left_over(store)) == 2
    return opened


def left_over(store: RecordStore) -> list[str]:
    return [p.name for p in store.home.rglob(".*") if p.is_file()]


def test_opening_a_record_takes_away_what_a_save_cut_short_left(store: RecordStore, opened: Opened) -> None:
    assert store.open(opened.path) == opened
    assert left_over(store) == []
    assert len(store.history(opened)) == 1


def test_erasing_a_record_leaves_nothing_that_was_cut_short(store: RecordStore, opened: Opened) -> None:
    store.remove(opened)
    assert not any(SECRET.encode() in p.read_bytes() for p in store.home.rglob("*") if p.is_file())


def test_sealing_a_record_leaves_nothing_plain_that_was_cut_short(store: RecordStore, opened: Opened) -> None:
    light_key(opened.path, PASSPHRASE)
    sealing.seal(store, opened, PASSPHRASE)
    assert not any(SECRET.encode() in p.read_bytes() for p in store.home.rglob("*") if p.is_file())


class Awaited(RecordStore):
    """A home where somebody else writes as soon as we let them: what is opened is not tidied."""

    def open(self, path: Path) -> Opened:
        with alone(path.parent):
            return super().open(path)


def test_what_was_cut_short_is_gone_before_sealing_lets_anybody_else_write(store: RecordStore, opened: Opened) -> None:
    light_key(opened.path, PASSPHRASE)
    sealing.seal(Awaited(home=store.home), opened, PASSPHRASE)
    assert left_over(store) == []


def test_what_somebody_is_writing_just_now_is_left_to_them(store: RecordStore, opened: Opened) -> None:
    with alone(store.folder):
        assert store.open(opened.path) == opened
        assert len(left_over(store)) == 2
    store.open(opened.path)
    assert left_over(store) == []


def test_only_what_we_left_over_goes(store: RecordStore, opened: Opened) -> None:
    """Another record's, an editor's, a person's own: none of these was left by a save of this one."""
    others = [".ana.json.swp", ".ben.json.abcd1234", ".ana.json.Abcd1234", ".ana-2.json.abcd1234", "ana.json.abcd1234"]
    for name in others:
        (store.folder / name).write_text("somebody else's")
    (store.folder / ".ana.json.aaaaaaaa").symlink_to(store.folder / others[0])
    store.open(opened.path)
    assert {p.name for p in store.folder.iterdir()} == {"ana.json", ".ana.json.aaaaaaaa", *others}
