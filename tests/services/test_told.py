"""A record in words, the records of a home, the list of questions, and titles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.plan import Action, Goal, Plan
from navigator.domain.record import BestWorst, Dismissal, Language, Rating, Record, Route
from navigator.records.codec import decoded
from navigator.records.store import RecordStore
from navigator.services.asking import ScriptedAsker
from navigator.services.inventory import Walk
from navigator.services.questions import every_question
from navigator.services.records import Item, listed, told
from navigator.services.titles import code_of, find, find_or_refuse
from tests.workers import ANA, FLAT, saved

FIXTURES = Path(__file__).parents[1] / "records" / "fixtures"


TODAY = date(2026, 11, 22)


def texts(items: tuple[Item, ...]) -> list[str]:
    return [i.text for i in items]


def test_a_record_is_told_part_by_part_with_where_each_thing_comes_from(
    catalogue: Catalogue, store: RecordStore, ana: Record
) -> None:
    more = replace(
        ana,
        ratings=(*ana.ratings[:-1], Rating(skill="hands-on", level=3, origin="inferred", when="2026-01-02T00:00:00Z")),
        best_worst=(BestWorst(id="1", offered=("listening", "reading"), best="listening", worst="reading"),),
        strongest=("teamwork",),
        dismissed=(Dismissal(code="35-2014.00", why="too hot"),),
        needs=("childcare",),
        plan=Plan(goals=(Goal(id="g1", kind="work", text="Be a nurse"),), actions=(Action(id="a1", what="Call"),)),
    )
    found = told(catalogue, store.open(saved(store, more)), TODAY)
    parts = {head: texts(items) for head, items in found.parts.items()}
    assert parts["You"] == ["Ana", "Ohio", "last pay: $16.50 an hour"]
    assert parts["What you have done"][0].startswith("line cook, two to five years = Restaurant cook (line cook) (35-")
    assert found.parts["What you have done"][0].id == "job1"
    assert found.parts["What you have done"][0].more[0].startswith("Did: ")
    assert any("not sure (you said so" in line for line in parts["Your skills"])
    assert parts["Your skills"][-1].endswith("a lot (from a job you held, 2026-01-02)")
    assert parts["Best and least of five"][0].startswith("best: ")
    assert "stays away from: Night shifts" in parts["What you want"]
    assert "time to train: Up to 6 months" in parts["What you want"]
    assert parts["Not for you"][0].endswith(": too hot")
    assert [(i.id, i.text) for i in found.parts["Your plan"]] == [("g1", "Be a nurse"), ("a1", "Call")]
    assert len(parts["Help you want"]) == 1
    assert all(lines for lines in parts.values()) and Path(found.file).is_file()


def test_every_part_is_told_with_how_strong_the_evidence_is(catalogue: Catalogue, store: RecordStore) -> None:
    mai = decoded((FIXTURES / "record-2.json").read_bytes(), Path("mai.json"))
    parts = told(catalogue, store.open(saved(store, mai)), TODAY).parts
    lines = [line for items in parts.values() for i in items for line in (f"{i.id} {i.text}", *i.more)]
    for said in (
        "Evidence: someone saw me do it (Lê Văn Hùng, shift lead, May 2020): ",
        "Evidence: I have a paper or badge (2021)",
        "w1 Cashier, Corner Market, from January 15, 2022 (from a file)",
        "s1 High school, Trường Lê Quý Đôn, high school diploma or GED, finished, 2001 to 2004",
        "c1 Food handler card, State of California, number A-12",
        "l1 Tiếng Việt, first language",
        "d1 Food handler badge, who signed it is not known here, State of California",
        "mai@example.org",
    ):
        assert any(said in line for line in lines), (said, lines)


def test_what_looks_wrong_is_told_last_with_what_to_do(catalogue: Catalogue, store: RecordStore) -> None:
    twice = (Language(id="l1", name="Spanish"), Language(id="l2", name="spanish"))
    record = replace(store.new().record, languages=twice)
    parts = told(catalogue, store.open(saved(store, record)), TODAY).parts
    assert list(parts)[-1] == "Look at these"
    assert texts(parts["Look at these"]) == [
        "Spanish stands here twice (l1, l2). Take one out with: navigator record remove l2."
    ]


def test_an_empty_record_has_nothing_to_tell(catalogue: Catalogue, store: RecordStore) -> None:
    fresh = store.new()
    assert told(catalogue, store.save(fresh, fresh.record), TODAY).parts == {}


def test_the_records_of_a_home_are_listed_and_a_damaged_one_is_named(store: RecordStore, ana: Record) -> None:
    saved(store, ana, "Ana")
    saved(store, replace(ana, id="2", finished=False), "Ben")
    (store.folder / "broken.json").write_text("{")
    found, problems = listed(store)
    assert [(e.name, e.who, e.finished, e.current) for e in found] == [
        ("ana", "Ana", True, False),
        ("ben", "Ana", False, True),
    ]
    assert len(problems) == 1 and "broken.json is damaged" in problems[0]


@pytest.mark.parametrize("route", ["quick", "standard", "full"])
def test_every_question_of_a_walk_is_in_the_list(catalogue: Catalogue, store: RecordStore, route: Route) -> None:
    listing = {x.question.id: x for x in every_question(catalogue, route)}
    first = FLAT | {"best.1": "Listening"}
    walks = [first, {"any.groups": ["care"]}, {"job.1.title": "zzzz qqqq", "job.1.occupation": "none"}]
    met: list[set[str]] = []
    for answers in walks if route != "full" else walks[:2]:
        asker = ScriptedAsker(answers)
        Walk(catalogue, store, store.new(), asker, route).run()
        met.append({q.id for q in asker.asked})
        for question in asker.asked:
            known = listing[question.id].question
            assert (known.kind, known.section) == (question.kind, question.section)
            if not question.id.endswith(".occupation"):
                assert {c.id for c in question.choices} <= {c.id for c in known.choices}, question.id
    always = {name for name, x in listing.items() if x.always}
    assert all(always - names <= {"sector"} for names in met)


@pytest.mark.parametrize("route", ["quick", "standard", "full"])
def test_the_list_says_kind_choices_and_elements_of_each_question(catalogue: Catalogue, route: Route) -> None:
    found = every_question(catalogue, route)
    assert len({x.question.id for x in found}) == len(found)
    skills = {s.id: set(s.elements) for s in catalogue.framework.skills}
    for listed_one in found:
        question = listed_one.question
        assert bool(question.choices) == (question.kind in ("one", "many")), question.id
        if question.id.startswith("skill."):
            assert set(question.elements) == skills[question.id.removeprefix("skill.")]
        if question.id.startswith(("know.", "like.")) or ".did" in question.id:
            assert question.elements
    asked = {
        s.id for s in catalogue.framework.skills if route == "full" or (s.asked_in_ten_minutes and route != "quick")
    }
    assert {x.question.id for x in found if x.question.id.startswith("skill.")} == {f"skill.{s}" for s in asked}


def test_titles_come_best_first_with_what_matched(catalogue: Catalogue) -> None:
    hits = find(catalogue, "line cook", 3)
    assert hits[0].code == "35-2014.00" and len(hits) == 3
    assert all(h.sure in ("sure", "likely", "unsure") and h.matched and h.name for h in hits)


@pytest.mark.parametrize("text", ["", "   ", "\x00\x1b", "zzzz qqqq", "🦄🦄", "!!!", "????"])
def test_a_title_that_is_nothing_is_refused_with_a_hint(catalogue: Catalogue, text: str) -> None:
    assert find(catalogue, text) == ()
    with pytest.raises(BadInput, match="Try other words for it"):
        find_or_refuse(catalogue, text)


def test_a_code_of_a_title_is_that_of_its_best_find(catalogue: Catalogue) -> None:
    assert code_of(catalogue, "forklift driver").startswith("53-70")
    assert code_of(catalogue, "15-1299") == "15-1299.01"


def test_a_huge_title_is_answered(catalogue: Catalogue) -> None:
    assert find(catalogue, "cook " * 2000)[0].code.startswith("35-")


def test_answers_of_the_example_worker_suit_the_questions(catalogue: Catalogue) -> None:
    names = {x.question.id for x in every_question(catalogue, "standard")}
    assert set(ANA) <= names
