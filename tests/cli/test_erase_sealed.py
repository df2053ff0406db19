"""A sealed record is erased without its passphrase, by its name, with all of its own and nothing of anybody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.records.store import RecordStore
from tests.light_seal import light_key
from tests.running import Ran, apart, navigator

WORDS = "words that nobody remembers"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a sealed record of three saves, in use, and a plain one of two."""
    home, secret = tmp_path / "home", tmp_path / "secret"
    secret.write_text(WORDS)
    for name in ("ben", "ana"):
        assert navigator("record", "new", name, home=home).code == 0
        assert navigator("record", "add", "language", "Spanish", home=home).code == 0
    light_key(home / "records" / "ana.json", WORDS)
    for command in (["seal", "--yes"], ["add", "language", "French"]):
        assert navigator("record", *command, "--passphrase-file", secret, home=home).code == 0
    return home


def said(ran: Ran) -> str:
    return " ".join((ran.out + ran.err).split())


def left(home: Path) -> list[str]:
    return sorted(p.name for p in (home / "records").iterdir() if p.is_file())


def saves(home: Path) -> list[list[str]]:
    return sorted([p.suffix for p in sorted(folder.iterdir())] for folder in (home / "history").iterdir())


def test_the_name_typed_erases_record_key_and_saves_and_leaves_the_others(home: Path) -> None:
    assert {"ana.age", "ana.key.age", "ben.json"} <= set(left(home)) and len(saves(home)) == 2
    ran = apart("--plain", "record", "erase", "--home", home, stdin=b"Ana\n")
    assert ran.code == 0 and "is sealed." in said(ran) and "Erased, with its key and " in said(ran)
    assert "earlier save" in said(ran) and "ana" not in "".join(left(home)) and len(saves(home)) == 1
    assert [x.name for x in RecordStore(home=home).open(home / "records" / "ben.json").record.languages] == ["Spanish"]
    assert navigator("--record", "ben", "record", "undo", home=home).code == 0


@pytest.mark.parametrize("typed", [b"ben\n", b"yes\n", b"\n", b""])
def test_any_other_word_erases_nothing(home: Path, typed: bytes) -> None:
    before = left(home), saves(home)
    assert apart("--plain", "record", "erase", "--home", home, stdin=typed).code != 0
    assert (left(home), saves(home)) == before


def test_without_a_question_it_must_be_named(home: Path) -> None:
    ran = navigator("record", "erase", "--yes", home=home)
    assert ran.code == 2 and "name it: 'navigator --record ana record erase --yes'" in said(ran)
    assert "ana.age" in left(home)
    assert navigator("--json", "--record", "ana", "record", "erase", home=home).code == 9
    assert navigator("--record", "ana", "record", "erase", "--yes", home=home).code == 0
    assert "ana.age" not in left(home) and "ana.key.age" not in left(home)


def test_a_plain_record_of_the_same_name_stays_with_its_saves(home: Path) -> None:
    plain = home / "records" / "ana.json"
    plain.write_bytes((home / "records" / "ben.json").read_bytes().replace(b"Spanish", b"Italian"))
    assert navigator("--record", "ana.json", "record", "add", "language", "Thai", home=home).code == 0
    ran = navigator("--record", "ana.age", "record", "erase", "--yes", home=home)
    assert ran.code == 0 and "A record of the same name is still there." in said(ran)
    assert navigator("--record", "ana", "record", "undo", home=home).code == 0
    assert b"Italian" in plain.read_bytes() and b"Thai" not in plain.read_bytes()


def test_one_that_lies_elsewhere_goes_with_the_saves_beside_it(home: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    for name in ("ana.age", "ana.key.age"):
        (stick / name).write_bytes((home / "records" / name).read_bytes())
    secret = tmp_path / "secret"
    record = ("--record", stick / "ana.age")
    assert navigator(*record, "record", "add", "language", "Lao", "--passphrase-file", secret, home=home).code == 0
    ran = navigator(*record, "record", "erase", "--yes", home=home)
    assert ran.code == 0 and "with its key and one earlier save" in said(ran)
    assert list(stick.iterdir()) == [] and "ana.age" in left(home)
