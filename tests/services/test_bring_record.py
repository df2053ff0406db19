"""A record from another machine: what is new comes in, what differs is laid side by side, and nothing is lost unasked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadRecord
from navigator.domain.record import Contact, Experience, Person, Progress, Rating, Record, Wants
from navigator.engine.inventory import ANY
from navigator.records import codec
from navigator.services import bring_ask
from navigator.services.asking import ScriptedAsker
from navigator.services.bring import look
from navigator.services.bring_keep import kept
from navigator.services.bring_record import compared
from tests.strategies import records

TODAY = "2026-11-22"
COOK = Experience(id="job1", title="Cook", employer="Joe's", start="2018", when="then")
MINE = Record(
    id="same",
    created="2026",
    person=Person(name="Ana", state="OH"),
    experience=(COOK, Experience(id=ANY, asked=("a", "b"), did=("a",))),
    ratings=(Rating(skill="reading", level=2),),
    knowledge=("food",),
    progress=(Progress(question="name"),),
)
THEIRS = replace(
    MINE,
    person=Person(name="Ana", state="TX", contact=Contact(phone="555-0101")),
    experience=(
        replace(COOK, start="2017", when="later"),
        Experience(id="w1", title="Driver", origin="said"),
        Experience(id=ANY, asked=("c",), did=("c",)),
    ),
    ratings=(Rating(skill="reading", level=3),),
    knowledge=("food", "law"),
    wants=Wants(licences=("cdl-a",)),
    progress=(Progress(question="name"), Progress(question="state"), Progress(question="job.1.title")),
)


def test_new_things_and_differences_are_told_apart() -> None:
    found = compared(MINE, THEIRS, TODAY)
    assert [i.text for i in found.items] == [
        "Phone: 555-0101",
        "Driver",
        "One thing you ticked as done",
        "What you know about: law",
        "Licenses and certificates ticked in the walk: cdl-a",
        "One more question of the walk is answered",
    ]
    assert [(d.what, d.mine, d.theirs, d.both) for d in found.differences] == [
        ("State", "OH", "TX", False),
        ("Marks for your skills", "reading 2", "reading 3", False),
        ("Cook", "Cook, Joe's (from 2018)", "Cook, Joe's (from 2017)", True),
    ]


def test_without_a_choice_mine_stays_and_what_is_new_comes_in() -> None:
    found = compared(MINE, THEIRS, TODAY)
    after = kept(MINE, found, found.fresh, (), "now").record
    assert (after.person.state, after.person.contact.phone) == ("OH", "555-0101")
    assert [e.title for e in after.experience if e.id != ANY] == ["Cook", "Driver"]
    assert after.experience[0] == COOK
    ticked = next(e for e in after.experience if e.id == ANY)
    assert (ticked.asked, ticked.did) == (("a", "b", "c"), ("a", "c"))
    assert after.knowledge == ("food", "law")
    assert [p.question for p in after.progress] == ["name", "state"]


@pytest.mark.parametrize(("word", "starts"), [("mine", ["2018"]), ("theirs", ["2017"]), ("both", ["2018", "2017"])])
def test_a_difference_is_settled_as_chosen(word: str, starts: list[str]) -> None:
    found = compared(MINE, THEIRS, TODAY)
    choices = {d.id: word for d in found.differences}
    after = kept(MINE, found, (), (), "now", choices).record
    assert [e.start for e in after.experience if e.title == "Cook"] == starts
    assert len({e.id for e in after.experience}) == len(after.experience)


def test_the_choice_is_asked_with_both_sides_in_it() -> None:
    found = compared(MINE, THEIRS, TODAY)
    asker = ScriptedAsker({"bring": "all", "differ.person.state": "theirs"})
    chosen = bring_ask.ask(asker, found)
    assert chosen is not None
    assert chosen.differences == {"person.state": "theirs", "ratings": "mine", "job1": "mine"}
    question = next(q for q in asker.asked if q.id == "differ.job1")
    assert [c.text for c in question.choices] == [
        "Keep what is here: Cook, Joe's (from 2018)",
        "Take the other: Cook, Joe's (from 2017)",
        "Keep both",
    ]


@settings(max_examples=20)
@given(record=records)
def test_a_record_laid_beside_itself_has_nothing_new(record: Record) -> None:
    found = compared(record, record, TODAY)
    assert not found.items
    assert not found.differences


def test_a_whole_record_comes_into_an_empty_one(catalogue: Catalogue, ana: Record, tmp_path: Path) -> None:
    path = tmp_path / "ana.json"
    path.write_bytes(codec.encoded(ana))
    empty = Record(id="new", created="now")
    found = look(catalogue, path, empty, TODAY)
    assert found.kind == "record"
    after = kept(empty, found, found.fresh, (), "now").record
    assert after.ratings == ana.ratings
    assert after.wants == ana.wants
    assert [e.title for e in after.experience] == [e.title for e in ana.experience]
    assert {e.origin for e in after.experience} == {"said"}
    assert not look(catalogue, path, after, TODAY).fresh


def test_a_damaged_record_is_refused(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{"format": "navigator/record/2", "id": 5}', encoding="utf-8")
    with pytest.raises(BadRecord):
        look(catalogue, path, MINE, TODAY)


def test_parts_that_read_the_same_are_told_apart_by_the_fields_in_which_they_differ_and_by_no_others() -> None:
    mine = replace(MINE, experience=(replace(COOK, did=("a", "b")),))
    theirs = replace(
        MINE, experience=(replace(COOK, did=("a",), asked=("c",), groups=("d",), fields=("e",), when="x"),)
    )
    (difference,) = (d for d in compared(mine, theirs, TODAY).differences if d.part)
    assert difference.theirs.endswith("[fields: e; groups: d; asked: c]"), difference
    assert difference.mine.endswith("[fields: -; groups: -; asked: -]")
