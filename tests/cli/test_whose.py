"""Whose record a command was about is said where lists of several people could be mixed up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from navigator.domain.record import Credential, Person
from navigator.records.store import RecordStore
from tests.full_record import FULL
from tests.running import apart, navigator
from tests.workers import saved

PERSON = Person(name="Maria Lopez-Garcia", state="CA")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    saved(RecordStore(home=tmp_path / "home"), replace(FULL, person=PERSON))
    return tmp_path / "home"


@pytest.mark.parametrize("command", [("match",), ("why", "35-2014.00"), ("pathways",), ("what-if",)])
def test_a_list_says_first_whose_it_is(home: Path, command: tuple[str, ...]) -> None:
    assert navigator(*command, home=home).out.splitlines()[0] == "Maria Lopez-Garcia · California"
    told = navigator(*command, "--json", home=home).json["record"]
    assert (
        told["name"] == "Maria Lopez-Garcia" and told["place"] == "California" and told["file"].endswith("record.json")
    )


def test_one_record_without_a_name_needs_no_line_and_one_of_several_is_named(home: Path) -> None:
    store = RecordStore(home=home)
    opened = store.open(store.paths()[0])
    store.save(opened, replace(opened.record, person=Person(state="CA")))
    assert "California" not in navigator("match", home=home).out.splitlines()[0]
    assert navigator("record", "new", "Ana", home=home).code == 0
    first = navigator("match", "--record", "record", home=home).out.splitlines()[0]
    assert first == "California · record record"
    assert navigator("plan", "show", home=home).out.splitlines()[0] == "record ana"


def test_a_passphrase_file_that_is_not_there_is_refused_and_one_for_an_open_record_is_told(
    home: Path, tmp_path: Path
) -> None:
    missing = navigator("match", "--passphrase-file", tmp_path / "none", home=home)
    assert missing.code == 2 and "cannot be read" in missing.err
    (tmp_path / "secret").write_text("four words of mine\n")
    told = navigator("match", "--passphrase-file", tmp_path / "secret", home=home)
    assert told.code == 0 and "is not sealed: it was opened without the passphrase" in " ".join(told.out.split())


def test_a_paper_that_ran_out_is_on_no_resume_and_does_not_count_as_held(home: Path, tmp_path: Path) -> None:
    store = RecordStore(home=home)
    opened = store.open(store.paths()[0])
    paper = Credential(id="c9", name="Forklift operator card", licence="forklift", expires="2020-05", origin="imported")
    wants = replace(opened.record.wants, licences=("forklift",))
    store.save(opened, replace(opened.record, credentials=(paper,), wants=wants, progress=()))
    ran = navigator("export", "resume", "--yes", "--out", tmp_path / "r.txt", home=home)
    assert "Forklift operator card is not on it: it ran out (May 2020)." in " ".join(ran.out.split())
    assert "orklift" not in (tmp_path / "r.txt").read_text()
    assert "ran out: May 2020" in navigator("export", "summary", home=home).out
    iep = navigator("export", "plan", "--form", "iep", home=home).out
    assert "ran out: May 2020" in " ".join(iep.split())


def test_a_record_named_for_one_command_is_not_the_one_in_use_after_it(home: Path) -> None:
    for name in ("Ana", "Ben"):
        assert navigator("record", "new", name, home=home).code == 0
    ben = home / "records" / "ben.json"
    assert navigator("plan", "add", "Call back", "--record", "ana", home=home).code == 0
    assert navigator("record", "undo", "--record", "ana", home=home).code == 0
    assert RecordStore(home=home).current() == ben
    eve = home / "records" / "eve.json"
    assert navigator("record", "new", "--record", eve, home=home).code == 0
    assert RecordStore(home=home).current() == eve
    assert navigator("record", "new", "--record", "ben", home=home).code == 0
    assert RecordStore(home=home).current() == ben


def test_before_a_record_is_erased_the_question_says_whose_it_is_and_breaks_between_words(home: Path) -> None:
    ran = apart("record", "erase", "--plain", "--home", home, stdin=b"no\n", COLUMNS="60")
    assert "Erase the record of Maria Lopez-Garcia and its history for good?" in " ".join(ran.out.split())
    assert str(home / "records" / "record.json") in ran.out
    assert max(len(line) for line in ran.out.splitlines() if str(home) not in line) <= 60
    assert "Nothing was erased" in ran.err and RecordStore(home=home).current()
