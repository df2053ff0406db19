"""An answer goes into the record, and comes back in the form in which it would be given again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.question import Answer, Choice, Question
from navigator.domain.record import BestWorst, Experience, Record
from navigator.engine.answers import applied, known_name, marked, reopened
from navigator.engine.inventory import Known, next_question, sequence
from navigator.engine.said_back import current
from navigator.engine.validate import checked, money_of
from navigator.services.questions import every_question
from tests.asking import EMPTY, known, walk
from tests.workers import FLAT

READY = replace(
    EMPTY,
    experience=(*(Experience(id=f"job{n}", title=f"work {n}") for n in range(1, 6)), Experience(id="any")),
    best_worst=tuple(BestWorst(id=str(n), offered=("a", "b"), best="a") for n in range(1, 4)),
)
"""A record in which every question has its place."""

amounts = st.one_of(
    st.decimals(min_value="0.01", max_value=1000, places=2).map(lambda d: f"{d} an hour"),
    st.decimals(min_value=1000, max_value=2_000_000, places=2).map(lambda d: f"${d:,} a year"),
)


class Questions(dict[str, Question]):
    """Every question by its name; short to print, for hypothesis prints what it was given."""

    def __repr__(self) -> str:
        return f"{len(self)} questions"


@pytest.fixture(scope="module")
def questions(catalogue: Catalogue) -> Questions:
    return Questions((listed.question.id, listed.question) for listed in every_question(catalogue, "full"))


def valid(data: st.DataObject, question: Question) -> Answer:
    """A random right answer."""
    ids = [c.id for c in question.choices]
    if question.kind == "one":
        return data.draw(st.sampled_from(ids))
    if question.kind == "many":
        picked = data.draw(st.lists(st.sampled_from(ids), unique=True, max_size=question.most))
        return checked(question, picked)
    text = data.draw(amounts if question.kind == "money" else st.text(max_size=40))
    # A bare number is no kind of work, and is refused with a sentence.
    digits = any(c.isdigit() for c in text) and not any(c.isalpha() for c in text)
    assume(question.kind != "title" or not digits)
    return checked(question, text)


@given(st.data())
@settings(max_examples=300)
def test_an_answer_comes_back_as_it_was_given(questions: Questions, data: st.DataObject) -> None:
    question = questions[data.draw(st.sampled_from(list(questions)))]
    answer = valid(data, question)
    if question.id.endswith(".title"):
        answer = f"new {answer or ''}".strip()
    record = applied(READY, question, answer, "now")
    back = current(record, question.id)
    if question.kind == "money" and isinstance(answer, str):
        assert isinstance(back, str)
        assert money_of(back) == money_of(answer)
    else:
        assert back == (answer or None)
    assert record.answered(question.id) == marked(READY, question.id, skipped=answer is None, when="now").progress[-1]


@given(st.data())
@settings(max_examples=100)
def test_giving_the_answer_one_has_changes_nothing_else(questions: Questions, data: st.DataObject) -> None:
    question = questions[data.draw(st.sampled_from(list(questions)))]
    once = applied(READY, question, valid(data, question), "now")
    back = current(once, question.id)
    assume(back is not None and once.progress[0].skipped is False)
    assert applied(once, question, back, "now") == once


def test_every_kind_of_question_is_among_those_tried(questions: Questions) -> None:
    assert {q.kind for q in questions.values()} == {"text", "money", "one", "many", "title"}
    assert all(known_name(name) for name in questions)


def question(name: str, *ids: str) -> Question:
    return Question(id=name, kind="many", section="work", prompt="?", choices=tuple(Choice(id=i, text=i) for i in ids))


def test_a_question_that_does_not_exist_is_refused() -> None:
    with pytest.raises(BadInput, match=r"no question 'shoe\.size'"):
        applied(EMPTY, question("shoe.size"), "9", "now")
    assert not known_name("shoe.size") and not known_name("name.x") and not known_name("")


def test_an_answer_about_work_that_was_not_named_is_refused() -> None:
    with pytest.raises(BadInput, match=r"job\.2\.title"):
        applied(EMPTY, question("job.2.length"), "year", "now")


def test_skipping_is_remembered_and_answering_later_takes_its_place() -> None:
    skipped = applied(EMPTY, question("sector"), None, "then")
    assert skipped.progress[0].skipped
    answered = applied(skipped, question("sector"), "food", "now")
    assert [(p.question, p.skipped, p.when) for p in answered.progress] == [("sector", False, "now")]
    assert current(answered, "sector") == "food"


@pytest.fixture(scope="module")
def world(catalogue: Catalogue) -> Known:
    return known(catalogue.framework)


@pytest.fixture(scope="module")
def cook(world: Known) -> Record:
    answers = {"job.1.title": "cook", "job.1.occupation": "35-2014.00", "job.1.kind": "paid", "job.1.did": []}
    return walk(world, "standard", answers)[0]


def test_changing_a_title_reopens_what_hung_on_it_and_nothing_else(world: Known, cook: Record) -> None:
    title = next(q for q in sequence(cook, world, "standard") if q.id == "job.1.title")
    changed = applied(cook, title, "nurse aide", "later")
    assert changed.experience[0].title == "nurse aide" and changed.experience[0].code is None
    gone = {p.question for p in cook.progress} - {p.question for p in changed.progress}
    assert gone == {"job.1.occupation", "job.1.kind", "job.1.length", "job.1.did"}
    following = next_question(changed, world, "standard")
    assert following is not None and following.id == "job.1.occupation"


def test_giving_the_same_title_again_reopens_nothing(world: Known, cook: Record) -> None:
    title = next(q for q in sequence(cook, world, "standard") if q.id == "job.1.title")
    assert applied(cook, title, "cook", "now") == cook


def test_changing_the_occupation_reopens_its_tick_list(world: Known, cook: Record) -> None:
    ticks = next(q for q in sequence(cook, world, "standard") if q.id == "job.1.did")
    ticked = applied(cook, ticks, (ticks.choices[0].id,), "now")
    occupation = next(q for q in sequence(cook, world, "standard") if q.id == "job.1.occupation")
    changed = applied(ticked, occupation, "31-1131.00", "now")
    assert changed.experience[0].did == () == changed.experience[0].asked
    assert changed.answered("job.1.did") is None and changed.answered("job.1.kind") is not None
    assert applied(ticked, occupation, "35-2014.00", "now") == ticked


def test_changing_the_best_of_five_reopens_the_least(world: Known) -> None:
    record, asked, _ = walk(world, "standard", {k: v for k, v in FLAT.items() if k.startswith("skill.")})
    assert record.best_worst == ()
    best = next(q for q in asked if q.id == "best.1")
    first, second = best.choices[0].id, best.choices[1].id
    record = applied(record, best, first, "now")
    record = applied(record, question("least.1"), second, "now")
    assert (record.best_worst[0].best, record.best_worst[0].worst) == (first, second)
    again = applied(record, best, first, "later")  # Enter on the way back
    assert again.best_worst == record.best_worst and again.answered("least.1")
    record = applied(record, best, second, "now")
    assert record.answered("least.1") is None
    assert (record.best_worst[0].best, record.best_worst[0].worst) == (second, None)


def test_every_question_of_a_center_with_many_skills_and_areas_can_be_answered(catalogue: Catalogue) -> None:
    ours = catalogue.framework
    skills = tuple(replace(skill, id=f"{skill.id}-{n}") for n in range(6) for skill in ours.skills)
    areas = tuple(replace(area, id=f"{area.id}-{n}") for n in range(6) for area in ours.knowledge)
    record, asked, _ = walk(known(replace(ours, skills=skills, knowledge=areas)), "full", {})
    assert {"best.10", "know.10"} <= {q.id for q in asked}
    best = next(q for q in asked if q.id == "best.10")
    record = applied(record, best, best.choices[0].id, "now")
    record = applied(record, question("least.10"), best.choices[1].id, "now")
    assert (current(record, "best.10"), current(record, "least.10")) == (best.choices[0].id, best.choices[1].id)


@pytest.mark.parametrize(
    ("name", "answer"), [("kind", "home"), ("length", "years"), ("occupation", "35-2014.00"), ("did", ("a",)),
                         ("field", ("food",)), ("groups", ("care",)), ("did.1", ("b",))]
)  # fmt: skip
def test_an_answer_goes_to_the_work_it_is_about_whatever_stands_before_it_in_the_file(
    name: str, answer: Answer
) -> None:
    brought, ticked = Experience(id="w1", title="brought in"), Experience(id="any")
    first, second = Experience(id="job1", title="cook"), Experience(id="job2", title="driver")
    record = replace(EMPTY, experience=(brought, first, ticked, second))
    changed = applied(record, question(f"job.2.{name}", "a", "b"), answer, "now")
    assert changed.experience[:3] == (brought, first, ticked)
    assert changed.experience[3] != second and changed.experience[3].id == "job2"
    assert name == "did.1" or current(changed, f"job.2.{name}") == answer


def test_a_screen_of_knowledge_changes_only_what_it_offered() -> None:
    first, second = question("know.1", "a", "b"), question("know.2", "c", "d")
    record = applied(applied(EMPTY, first, ("a", "b"), "now"), second, ("c",), "now")
    assert record.knowledge == ("a", "b", "c")
    assert applied(record, first, ("b",), "now").knowledge == ("c", "b")
    assert applied(record, second, ("a", "c"), "now").knowledge == ("a", "b", "c")


def test_a_screen_of_activities_changes_only_what_it_offered() -> None:
    first, second = question("any.did.1", "a", "b"), question("any.did.2", "c", "d")
    record = applied(applied(EMPTY, first, ("a",), "now"), second, ("a", "c"), "now")
    assert record.experience[0].asked == ("a", "b", "c", "d")
    assert record.experience[0].did == ("a", "c")


def test_picking_other_groups_begins_the_screens_anew() -> None:
    record = applied(EMPTY, question("any.groups", "care"), ("care",), "now")
    record = applied(record, question("any.did.1", "a", "b"), ("a",), "now")
    again = applied(record, question("any.groups", "care"), (), "now")
    assert again.experience[0].asked == () == again.experience[0].did
    assert again.answered("any.did.1") is None


def test_a_title_given_later_comes_before_what_was_ticked_for_no_work_in_particular() -> None:
    record = applied(EMPTY, question("any.did.1", "a", "b"), ("a",), "now")
    named = applied(record, question("job.1.title"), "cook", "now")
    assert [e.id for e in named.experience] == ["job1", "any"]
    assert named.experience[1].did == ("a",)


def test_reopening_a_name_with_a_dot_reopens_all_below_it() -> None:
    record = marked(marked(EMPTY, "any.did.1", skipped=False, when=""), "any.groups", skipped=False, when="")
    assert [p.question for p in reopened(record, "any.did.").progress] == ["any.groups"]
