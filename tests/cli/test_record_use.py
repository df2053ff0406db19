"""Which record the commands are about: said once, let go again, and seen in the list; and one answer changed by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Experience, Person, Record
from navigator.records.store import RecordStore
from tests.running import navigator
from tests.workers import saved, walked


@pytest.fixture
def home(tmp_path: Path, ana: Record) -> Path:
    """A home with the records of two people, Ben's in use."""
    store = RecordStore(home=tmp_path / "home")
    saved(store, ana, "ana")
    saved(store, replace(ana, id="ben", person=Person(name="Ben", state="TX")), "ben")
    return store.home


def shown_name(home: Path) -> str:
    return navigator("match", home=home).out.splitlines()[0]


def test_record_use_says_once_which_record_the_next_commands_are_about(home: Path) -> None:
    assert shown_name(home).startswith("Ben")
    told = navigator("record", "use", "ana", home=home)
    assert told.code == 0
    assert "The next commands are about the record ana." in told.out and "record use --none" in told.out
    assert shown_name(home).startswith("Ana")
    assert [e["current"] for e in navigator("record", "list", "--json", home=home).json["data"]] == [True, False]


def test_record_use_none_leaves_no_record_to_whoever_sits_down_next(home: Path) -> None:
    assert "No record is in use now." in navigator("record", "use", "--none", home=home).out
    for command in (["match"], ["record", "show"], ["record", "erase", "--yes"]):
        refused = navigator(*command, home=home)
        assert refused.code == 3 and "record use NAME" in " ".join(refused.err.split())
    assert "Ben" in navigator("match", "--record", "ben", home=home).out
    assert navigator("match", home=home).code == 3


def test_the_only_record_is_said_to_be_in_use_all_the_same(home: Path) -> None:
    (home / "records" / "ben.json").unlink()
    assert "ana is the only record here" in navigator("record", "use", "--none", home=home).out
    assert shown_name(home).startswith("Ana")


@pytest.mark.parametrize(("line", "code"), [([], 2), (["ana", "--none"], 2), (["zoe"], 3)])
def test_record_use_without_one_name_that_is_there_changes_nothing(home: Path, line: list[str], code: int) -> None:
    ran = navigator("record", "use", *line, home=home)
    assert ran.code == code and "ana" in ran.err
    assert shown_name(home).startswith("Ben")


def test_service_alone_is_told_in_the_persons_words_and_not_as_the_work_picked_beside_it(tmp_path: Path) -> None:
    store = RecordStore(home=tmp_path)
    jobs = [Experience(id=f"job{n}", title=t, code="33-9032.00") for n, t in enumerate(("infantry", "guard"), start=1)]
    saved(store, replace(store.new().record, experience=tuple(jobs)))
    said = " ".join(navigator("record", "show", home=tmp_path).out.split())
    assert "infantry; most like: Security guard (33-9032.00)" in said
    assert "guard = Security guard (33-9032.00)" in said and "infantry =" not in said


def test_a_want_is_answered_on_a_record_of_the_quick_route_with_history_and_undo(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    store = RecordStore(home=tmp_path)
    walked(catalogue, store, {"state": "OH", "job.1.title": "cook", "job.1.occupation": "35-2014.00"}, "quick")
    for name, value in (("want.pay", "20 an hour"), ("want.cannot", "nights"), ("want.school", "none"), ("pay", "15")):
        assert navigator("record", "edit", name, value, home=tmp_path).code == 0
    record = store.open(store.paths()[0]).record
    assert record.wants.pay_floor and record.wants.pay_floor.amount == 20
    assert (record.wants.cannot, record.wants.schooling, record.route) == (("nights",), "none", "quick")
    assert record.finished
    said = [navigator("record", "undo", home=tmp_path).out for _ in range(2)]
    assert "last pay" in said[0] and "diploma" in said[1]
    again = store.open(store.paths()[0]).record
    assert again.wants.schooling is None and again.wants.cannot == ("nights",)


def test_a_question_that_no_route_asks_of_this_record_is_still_refused(tmp_path: Path, catalogue: Catalogue) -> None:
    store = RecordStore(home=tmp_path)
    walked(catalogue, store, {"state": "OH"}, "quick")
    for name in ("job.3.title", "like.nothing"):
        refused = navigator("record", "edit", name, "cook", home=tmp_path)
        assert refused.code == 2 and "There is no question" in refused.err


def test_a_sealed_record_beside_another_of_its_name_is_told_by_its_whole_name(home: Path) -> None:
    (home / "records" / "ana.age").write_bytes(b"sealed")
    (home / "records" / "ana.key.age").write_bytes(b"sealed")
    told = navigator("record", "use", "ana.age", "--json", home=home)
    assert told.json["data"]["name"] == "ana.age" and told.json["data"]["file"].endswith("ana.age")
