"""The history of a record in words: what changed at each save, what differs, back and forward."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from navigator.catalogue.store import Catalogue, open_catalogue
from navigator.domain.errors import NotFound
from navigator.domain.plan import Goal, Plan
from navigator.domain.record import Contact, Experience, Money, Record
from navigator.i18n import Speech, speaking
from navigator.records.store import Opened, RecordStore
from navigator.services.asking import ScriptedAsker
from navigator.services.inventory import Walk
from navigator.services.record_diff import Teller
from navigator.services.record_history import difference, history, redone, restored, undone
from tests.strategies import records
from tests.workers import ANA, saved

COOK = Experience(id="w1", title="Line cook", employer="Blue Door")


def begun(store: RecordStore) -> Opened:
    opened = store.open(saved(store, replace(store.new().record, id="7b0c2f5e-3d0a-4c5b-9a51-0d6a3c1f8e42")))
    opened = store.save(opened, replace(opened.record, experience=(COOK,)))
    person = replace(opened.record.person, contact=Contact(email="ana@example.org"))
    return store.save(opened, replace(opened.record, person=person))


def test_each_save_is_told_by_what_it_changed_the_newest_first(catalogue: Catalogue, store: RecordStore) -> None:
    rows = history(catalogue, store, begun(store))
    assert [(r.number, r.what) for r in rows] == [
        (1, ("You: email: ana@example.org.",)),
        (2, ("Added: Line cook, Blue Door.",)),
    ]


def test_a_walk_is_one_line_and_restoring_its_number_brings_back_what_was_before(
    catalogue: Catalogue, store: RecordStore
) -> None:
    opened = begun(store)
    Walk(catalogue, store, opened, ScriptedAsker(ANA), "quick").run()
    rows = history(catalogue, store, store.open(opened.path))
    assert len(rows) == 3
    assert [r.number for r in rows] == [1, 2, 3]
    assert rows[0].what[0].endswith("answers to the questions") and rows[0].saves > 5
    back = restored(store, opened.path, rows[0].number, catalogue)
    assert store.open(opened.path).record == opened.record
    assert "The record is again as it was until" in back.said and back.changes


def test_every_number_of_the_history_brings_back_exactly_what_was_there_before_that_line(
    catalogue: Catalogue, store: RecordStore
) -> None:
    opened = begun(store)
    Walk(catalogue, store, opened, ScriptedAsker(ANA), "quick").run()
    walked = store.open(opened.path)
    last = store.save(walked, replace(walked.record, experience=(*walked.record.experience, COOK)))
    rows = history(catalogue, store, last)
    assert [r.number for r in rows] == [1, 2, 3, 4] and [r.saves for r in rows][2:] == [1, 1]
    assert difference(catalogue, store, last, 2, 1).changes[-1:] != ()
    restored(store, opened.path, 2, catalogue)  # the walk is the second line; what came after it goes too
    assert store.open(opened.path).record == opened.record
    restored(store, opened.path, 1, catalogue)
    assert store.open(opened.path).record == last.record


def test_a_difference_counts_lines_of_the_history_and_without_a_number_the_last_save(
    catalogue: Catalogue, store: RecordStore
) -> None:
    opened = begun(store)
    Walk(catalogue, store, opened, ScriptedAsker(ANA), "quick").run()
    walked = store.open(opened.path)
    more = Experience(id="w2", title="Driver")
    last = store.save(walked, replace(walked.record, experience=(*walked.record.experience, more)))
    tell = Teller(catalogue=catalogue).changes
    assert difference(catalogue, store, last).changes == tell(walked.record, last.record) == ("Added: Driver.",)
    assert difference(catalogue, store, last, 2).changes == tell(
        opened.record, last.record
    )  # the whole walk is one line


def test_answers_changed_and_taken_back_stand_by_themselves_and_say_what_they_changed(
    catalogue: Catalogue, store: RecordStore
) -> None:
    Walk(catalogue, store, begun(store), ScriptedAsker(ANA), "quick").run()
    path = store.paths()[0]
    before = len(history(catalogue, store, store.open(path)))
    for state in ("MI", "TX"):
        Walk(catalogue, store, store.open(path), ScriptedAsker({"state": state}), "quick").change("state")
    undone(catalogue, store, store.open(path))
    rows = history(catalogue, store, store.open(path))
    assert len(rows) == before + 3
    assert [r.what for r in rows[:2]] == [
        ("You: state: Michigan (was Texas).",),
        ("You: state: Texas (was Michigan).",),
    ]


def test_a_short_walk_says_what_was_answered(catalogue: Catalogue, store: RecordStore) -> None:
    opened = begun(store)
    walk = Walk(catalogue, store, opened, ScriptedAsker({"state": "OH", "want.pay": "20"}), "standard")
    for name in ("state", "want.pay"):
        walk.change(name)
    newest = history(catalogue, store, store.open(opened.path))[0]
    assert newest.what[0] == "2 answers to the questions" and newest.saves == 2 and newest.more == 0
    assert "What you want: least pay: $20.00 an hour." in newest.what


def test_restoring_what_is_there_already_writes_nothing(catalogue: Catalogue, store: RecordStore) -> None:
    opened = begun(store)
    undone(catalogue, store, opened)
    files = {p: p.read_bytes() for p in store.home.rglob("*") if p.is_file()}
    back = restored(store, opened.path, 2, catalogue)
    assert (back.said, back.changes) == ("That is how the record is now. Nothing was changed.", ())
    assert {p: p.read_bytes() for p in store.home.rglob("*") if p.is_file()} == files
    assert undone(catalogue, store, store.open(opened.path)).changes == ("Took out: Line cook, Blue Door.",)


def test_without_a_number_the_newest_save_comes_back_though_a_walk_is_one_line(
    catalogue: Catalogue, store: RecordStore
) -> None:
    opened = begun(store)
    walk = Walk(catalogue, store, opened, ScriptedAsker(ANA), "quick")
    walk.run()
    newest = store.open(store.history(store.open(opened.path))[0].path).record
    restored(store, opened.path, None, catalogue)
    assert store.open(opened.path).record == newest != opened.record


def test_a_damaged_save_is_told_and_stands_in_nobodys_way(catalogue: Catalogue, store: RecordStore) -> None:
    opened = begun(store)
    store.history(opened)[0].path.write_text("{")
    assert [r.what for r in history(catalogue, store, opened)] == [("a save that cannot be read",)] * 2


def test_the_difference_goes_from_the_older_to_the_newer_whatever_the_order(
    catalogue: Catalogue, store: RecordStore
) -> None:
    opened = begun(store)
    both = ("You: email: ana@example.org.", "Added: Line cook, Blue Door.")
    assert difference(catalogue, store, opened).changes == both[:1]
    assert difference(catalogue, store, opened, 2).changes == both
    assert difference(catalogue, store, opened, 1, 2).changes == both[1:]
    assert difference(catalogue, store, opened, 2, 1) == difference(catalogue, store, opened, 1, 2)
    with pytest.raises(NotFound, match="no earlier save number 3"):
        difference(catalogue, store, opened, 3)


def test_undo_and_redo_say_what_they_changed(catalogue: Catalogue, store: RecordStore) -> None:
    opened = begun(store)
    assert undone(catalogue, store, opened).changes == ("You: email taken out (was ana@example.org).",)
    assert redone(catalogue, store, store.open(opened.path)).changes == ("You: email: ana@example.org.",)
    with pytest.raises(NotFound, match="There is nothing to bring back"):
        redone(catalogue, store, store.open(opened.path))
    undone(catalogue, store, store.open(opened.path))
    undone(catalogue, store, store.open(opened.path))
    with pytest.raises(NotFound, match="There is nothing to undo"):
        undone(catalogue, store, store.open(opened.path))


def test_restoring_goes_by_number_and_says_how_many_there_are(store: RecordStore, ana: Record) -> None:
    opened = store.open(saved(store, ana))
    with pytest.raises(NotFound, match=r"no earlier save number 1 of record\. There is none yet"):
        restored(store, opened.path, 1)
    store.save(opened, replace(ana, sector="office"))
    with pytest.raises(NotFound, match=r"number 2 of record\. There is 1\."):
        restored(store, opened.path, 2)
    restored(store, opened.path, 1)
    assert store.open(opened.path).record == ana


@pytest.mark.parametrize("part", [2, 40])
def test_a_damaged_record_is_restored_by_number_too(store: RecordStore, part: int) -> None:
    opened = begun(store)
    data = opened.path.read_bytes()
    opened.path.write_bytes(data[: len(data) // part if part == 2 else 70])
    restored(store, opened.path, 1)
    assert store.open(opened.path).record.experience == (COOK,)


def test_changes_are_told_in_the_persons_words(catalogue: Catalogue, ana: Record) -> None:
    goal = Goal(id="g1", kind="work", text="Be a nurse")
    new = replace(
        ana,
        wants=replace(ana.wants, pay_floor=Money(amount=20, per="hour"), licences=()),
        experience=(replace(ana.experience[0], end="2021-06"), *ana.experience[1:]),
        plan=Plan(goals=(goal,)),
        ratings=ana.ratings[1:],
    )
    found = Teller(catalogue=catalogue).changes(ana, new)
    assert "What you want: least pay: $20.00 an hour (was $17.00 an hour)." in found
    assert any(c.endswith("end: June 2021.") for c in found)
    assert "Plan: added goal g1: Be a nurse." in found
    assert any(c.startswith("Skill: Writing taken out") for c in found)
    assert Teller(catalogue=catalogue).changes(ana, ana) == ()


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("code", "35-2014.00", "Restaurant cook (line cook)"),
        ("state", "OH", "Ohio"),
        ("did", ("4.A.4.a.5.I09",), "Helped someone wash, dress, eat or get around"),
        ("strongest", ("listening", "numbers"), "Listening; Working with numbers"),
        ("skill", "listening", "Listening"),
        ("knowledge", ("2.C.1.a",), "Running a business"),
        ("licence", "cna", "nursing assistant certificate (CNA)"),
        ("licences", ("cna",), "nursing assistant certificate (CNA)"),
        ("cannot", ("lifting",), "Heavy lifting"),
        ("needs", ("childcare",), "Child care"),
        ("schooling", "high_school", "High school diploma or GED"),
        ("level", "associate", "A 2-year degree"),
        ("train_months", 24.0, "Up to 2 years"),
    ],
)
def test_what_is_kept_as_an_id_is_told_by_its_name(catalogue: Catalogue, field: str, value: object, told: str) -> None:
    assert Teller(catalogue=catalogue).value(field, value) == told


def test_where_somebody_worked_most_is_told_by_its_name_in_each_language(catalogue: Catalogue, ana: Record) -> None:
    was, now = replace(ana, sector="food"), replace(ana, sector="office")
    names = {s.id: s.name for s in catalogue.framework.sectors}
    (told,) = Teller(catalogue=catalogue).changes(was, now)
    assert told == f"You: where you worked most: {names['office']} (was {names['food']})."
    with speaking(Speech(code="es")):
        spoken = open_catalogue()
        (told,) = Teller(catalogue=spoken).changes(was, now)
    assert "food" not in told and "office" not in told


@given(one=records, other=records)
@settings(max_examples=18)
def test_the_changes_between_any_two_records_can_be_told(catalogue: Catalogue, one: Record, other: Record) -> None:
    teller = Teller(catalogue=catalogue)
    assert all(c and "\n" not in c for c in teller.changes(one, other))


def test_a_step_that_ends_in_a_full_stop_is_told_with_one(catalogue: Catalogue, ana: Record) -> None:
    goal = Goal(id="g1", text="Get my GED.", kind="skills")
    told = Teller(catalogue=catalogue).changes(ana, replace(ana, plan=Plan(goals=(goal,))))
    assert list(told) == ["Plan: added goal g1: Get my GED."]
