"""An answers file against a record that has answers: what differs is taken, and what is said of it is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.records.store import RecordStore
from tests.running import Ran, navigator

FIRST = "state: IL\njob.1.title: line cook\njob.1.occupation: 35-2014.00\nwant.pay: 20 an hour\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one finished record."""
    home = tmp_path / "home"
    assert walk(home, FIRST, "--new", "--name", "trish").code == 0
    return home


def walk(home: Path, answers: str, *more: str) -> Ran:
    path = home.parent / "answers.yaml"
    path.write_text(answers, encoding="utf-8")
    return navigator("start", "--route", "standard", "--answers", path, *more, home=home)


def said(ran: Ran) -> str:
    return " ".join(ran.out.split())


def test_changed_answers_are_taken_and_named_and_what_hangs_on_them_is_asked_again(home: Path) -> None:
    changed = FIRST.replace("IL", "OH").replace("line cook", "cashier").replace("35-2014.00", "41-2011.00")
    ran = walk(home, changed, "--record", "trish")
    assert ran.code == 0 and "These answers in the record were changed: state, job.1.title" in said(ran)
    assert "Not asked on this route" not in said(ran)
    record = RecordStore(home=home).open(home / "records" / "trish.json").record
    assert record.person.state == "OH" and record.finished
    assert [(e.title, e.code) for e in record.experience] == [("cashier", "41-2011.00")]


def test_the_same_answers_change_nothing_and_that_is_said(home: Path) -> None:
    before = (home / "records" / "trish.json").read_bytes()
    ran = walk(home, FIRST, "--record", "trish")
    assert "The record has these answers already. Nothing was changed." in said(ran)
    assert "Not asked" not in said(ran) and (home / "records" / "trish.json").read_bytes() == before


def test_one_answer_that_does_not_suit_changes_nothing_of_the_record(home: Path) -> None:
    before = (home / "records" / "trish.json").read_bytes()
    ran = walk(home, "state: OH\nwant.pay: a lot\n", "--record", "trish")
    assert ran.code == 2 and (home / "records" / "trish.json").read_bytes() == before


def test_a_new_record_whose_name_is_taken_says_which_it_got(home: Path) -> None:
    line = "There is a record named trish already, so this new one is named trish-2."
    assert line in said(walk(home, FIRST, "--new", "--name", "Trish"))
    assert line.replace("-2", "-3") in said(navigator("record", "new", "trish", home=home))
    assert "There is a record named" not in said(navigator("record", "new", "otto", home=home))
