"""The walk: every answer saved when it is given; back, skip, stop, go on another day, change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, Interrupted, NotFound
from navigator.domain.question import Place, Question
from navigator.domain.record import Experience, Money, Record, Route
from navigator.engine import wording
from navigator.engine.answers import marked, reopened
from navigator.engine.inventory import sequence
from navigator.records.store import Opened, RecordStore
from navigator.services.asking import Move, Reply, ScriptedAsker, answers_from
from navigator.services.inventory import MOST_LICENCES, Walk, known_of
from tests.workers import ANA, FLAT, saved, walked


class Watching(ScriptedAsker):
    """Before each question, looks at what lies on the disk."""

    def __init__(self, answers: Mapping[str, Any], look: Callable[[Question], None]) -> None:
        super().__init__(answers)
        self.look = look

    def ask(self, question: Question, place: Place) -> Reply:
        self.look(question)
        return super().ask(question, place)


class InOrder:
    """Replies one after another, whatever is asked; stops at the end."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.asked: list[Question] = []

    def ask(self, question: Question, place: Place) -> Reply:
        self.asked.append(question)
        return self.replies.pop(0) if self.replies else Move.STOP

    def tell(self, text: str) -> None:
        """Nobody listens."""

    @property
    def names(self) -> list[str]:
        return [q.id for q in self.asked]


def walk(
    catalogue: Catalogue, store: RecordStore, asker: Any, route: Route = "standard", opened: Opened | None = None
) -> Walk:
    return Walk(catalogue, store, opened or store.new("ana"), asker, route)


def stopped(walking: Walk) -> Record:
    with pytest.raises(Interrupted):
        walking.run()
    return walking.store.open(walking.opened.path).record


def test_every_answer_is_on_the_disk_before_the_next_question_is_asked(
    catalogue: Catalogue, store: RecordStore
) -> None:
    path = store.new("ana").path
    seen: list[list[str]] = []

    def look(question: Question) -> None:
        seen.append([p.question for p in store.open(path).record.progress])

    asker = Watching(ANA, look)
    record = walk(catalogue, store, asker).run()
    names = [q.id for q in asker.asked]
    assert len(names) > 40
    assert seen == [names[:n] for n in range(len(names))]
    assert store.open(path).record == record and record.finished


def test_a_walk_keeps_what_was_answered(ana: Record) -> None:
    assert ana.person.name == "Ana" and ana.person.state == "OH"
    assert [e.code for e in ana.experience] == ["35-2014.00", "31-1122.00"]
    assert len(ana.experience[0].did) == 4 and set(ana.experience[0].did) < set(ana.experience[0].asked)
    assert {r.skill: r.level for r in ana.ratings}["numbers"] is None
    assert ana.wants.train_months == 6 and ana.wants.cannot == ("nights",)
    assert ana.route == "standard" and ana.finished
    assert all(p.when for p in ana.progress)
    skipped = {p.question for p in ana.progress if p.skipped}
    assert "job.2.did" in skipped and "name" not in skipped


def test_the_same_answers_make_the_same_record_but_for_times(catalogue: Catalogue, ana: Record, tmp_path: Path) -> None:
    again = walked(catalogue, RecordStore(home=tmp_path), ANA)
    assert [p.question for p in again.progress] == [p.question for p in ana.progress]
    assert (again.person, again.wants, again.knowledge) == (ana.person, ana.wants, ana.knowledge)
    assert [replace(e, when="") for e in again.experience] == [replace(e, when="") for e in ana.experience]


def test_sections_are_told_as_they_begin(catalogue: Catalogue, store: RecordStore) -> None:
    asker = ScriptedAsker(ANA)
    walk(catalogue, store, asker).run()
    assert asker.told == [wording.SECTIONS[s] for s in dict.fromkeys(q.section for q in asker.asked)]
    assert len(asker.told) == 6


def test_back_asks_the_question_before_again_with_its_answer(catalogue: Catalogue, store: RecordStore) -> None:
    asker = InOrder("Ana", "OH", Move.BACK, Move.BACK, "Anna", Move.STOP)
    record = stopped(walk(catalogue, store, asker))
    assert asker.names == ["name", "state", "pay", "state", "name", "pay"]
    assert asker.asked[3].default == "OH" and asker.asked[4].default == "Ana"
    assert (record.person.name, record.person.state) == ("Anna", "OH")


def test_back_at_the_first_question_stays_there(catalogue: Catalogue, store: RecordStore) -> None:
    asker = InOrder(Move.BACK, "Ana")
    record = stopped(walk(catalogue, store, asker))
    assert asker.names[:2] == ["name", "name"] and record.person.name == "Ana"


def test_a_question_asked_for_the_first_time_offers_no_answer_to_keep(catalogue: Catalogue, store: RecordStore) -> None:
    asker = ScriptedAsker(ANA)
    walk(catalogue, store, asker).run()
    assert [q.id for q in asker.asked if q.default is not None] == []


def test_enter_keeps_an_answer_given_before_and_nothing_more(
    catalogue: Catalogue, store: RecordStore, ana: Record
) -> None:
    """A later screen of the same kind must not bring back what an earlier one was told."""
    asking = walk(catalogue, store, ScriptedAsker({}), opened=store.open(saved(store, ana)))
    by_name = {q.id: q for q in sequence(asking.record, asking.known, asking.route)}
    assert ana.knowledge == ("2.C.1.e", "2.C.3.e")
    assert asking.given(by_name["know.1"]) == ("2.C.1.e",)
    assert asking.given(by_name["know.2"]) == ("2.C.3.e",)
    assert asking.given(by_name["know.3"]) is None
    assert asking.given(by_name["want.licences"]) == ("food-handler",)
    asking.keep(by_name["know.2"], ("2.C.3.e",))
    assert asking.record.knowledge == ("2.C.1.e", "2.C.3.e")


def test_skipping_leaves_the_question_answered_with_nothing(catalogue: Catalogue, store: RecordStore) -> None:
    asker = InOrder(Move.SKIP, "OH", Move.SKIP)
    record = stopped(walk(catalogue, store, asker))
    assert asker.names == ["name", "state", "pay", "job.1.title"]
    assert record.person.name == "" and record.person.last_pay is None
    assert [(p.question, p.skipped) for p in record.progress] == [("name", True), ("state", False), ("pay", True)]


@pytest.mark.parametrize("after", [0, 5, 20])
def test_after_a_stop_the_walk_goes_on_where_it_was(
    catalogue: Catalogue, store: RecordStore, ana: Record, after: int
) -> None:
    names = [p.question for p in ana.progress]
    first = walk(catalogue, store, ScriptedAsker(ANA | {names[after]: Move.STOP}))
    record = stopped(first)
    assert [p.question for p in record.progress] == names[:after] and not record.finished

    rest = ScriptedAsker(ANA)
    record = walk(catalogue, store, rest, opened=store.open(first.opened.path)).run()
    assert [q.id for q in rest.asked] == names[after:]
    assert record.finished


def test_a_longer_route_later_asks_only_what_is_new(catalogue: Catalogue, store: RecordStore) -> None:
    record = walked(catalogue, store, ANA, "quick")
    assert record.route == "quick" and record.finished
    asker = ScriptedAsker(ANA)
    opened = store.open(store.paths()[0])
    longer = walk(catalogue, store, asker, "standard", opened).run()
    names = [q.id for q in asker.asked]
    assert "state" not in names and "job.1.title" not in names and "name" in names
    assert longer.route == "standard" and len(longer.ratings) == 5 and "strongest" not in names


def test_a_finished_walk_asks_nothing_and_changes_nothing(
    catalogue: Catalogue, store: RecordStore, ana: Record
) -> None:
    opened = store.open(saved(store, ana))
    asker = ScriptedAsker({})
    walk(catalogue, store, asker, opened=opened).run()
    assert not asker.asked
    assert store.open(opened.path).fingerprint == opened.fingerprint


def test_a_wrong_value_is_refused_and_what_came_before_is_kept(catalogue: Catalogue, store: RecordStore) -> None:
    walking = walk(catalogue, store, ScriptedAsker(ANA | {"skill.helping": 7}))
    with pytest.raises(BadInput, match=r"skill\.helping: '7'"):
        walking.run()
    kept = store.open(walking.opened.path).record
    assert len(kept.ratings) == 2 and kept.experience[0].code == "35-2014.00"


def test_a_code_that_does_not_exist_is_refused_and_not_kept(catalogue: Catalogue, store: RecordStore) -> None:
    walking = walk(catalogue, store, ScriptedAsker(ANA | {"job.1.occupation": "99-9999.99"}))
    with pytest.raises(NotFound, match=r"There is no occupation '99-9999\.99'"):
        walking.run()
    assert store.open(walking.opened.path).record.experience[0].code is None


@pytest.mark.parametrize("title", ["zzzz qqqq", "🦄", "'; DROP TABLE occupation; --", "[bold]x[/]", "x" * 200])
def test_a_title_that_is_nothing_still_leads_to_the_end(catalogue: Catalogue, store: RecordStore, title: str) -> None:
    asker = ScriptedAsker({"job.1.title": title, "job.1.occupation": "none", "job.1.groups": ["care", "food"]})
    record = walk(catalogue, store, asker, "quick").run()
    assert record.finished and record.experience[0].title == title
    assert [q.id for q in asker.asked if q.id.startswith("job.1.did.")]


@pytest.mark.parametrize("route", ["quick", "standard", "full"])
def test_no_title_at_all_leads_through_groups_and_screens_to_the_end(
    catalogue: Catalogue, store: RecordStore, route: Route
) -> None:
    asker = ScriptedAsker({"any.groups": ["care"]})
    record = walk(catalogue, store, asker, route).run()
    names = [q.id for q in asker.asked if q.section == "work"]
    assert names[:3] == ["job.1.title", "any.field", "any.groups"]
    assert all(n.startswith("any.") for n in names[1:])
    assert [e.id for e in record.experience] == ["any"] and record.finished


def test_the_screens_offer_nothing_twice(catalogue: Catalogue, store: RecordStore) -> None:
    asker = ScriptedAsker({"any.groups": ["care"]})
    walk(catalogue, store, asker, "standard").run()
    offered = [c.id for q in asker.asked if q.id.startswith("any.did.") for c in q.choices]
    assert len(offered) == len(set(offered)) >= 27


def test_flat_ratings_bring_picks_of_best_and_least(catalogue: Catalogue, store: RecordStore) -> None:
    asker = ScriptedAsker(FLAT)
    record = walk(catalogue, store, asker).run()
    assert [q.id for q in asker.asked if q.id.startswith("best.")] == ["best.1", "best.2", "best.3"]
    assert {r.level for r in record.ratings if r.level} == {2}


def test_changing_an_answer_asks_it_again_and_what_hung_on_it(
    catalogue: Catalogue, store: RecordStore, ana: Record
) -> None:
    opened = store.open(saved(store, ana))
    asker = ScriptedAsker(
        {"job.1.title": "warehouse picker", "job.1.occupation": "53-7065.00", "job.1.length": "months"}
    )
    changed = walk(catalogue, store, asker, opened=opened).change("job.1.title")
    assert [q.id for q in asker.asked] == ["job.1.title", "job.1.occupation", "job.1.kind", "job.1.length", "job.1.did"]
    assert (changed.experience[0].code, changed.experience[0].length, changed.experience[0].did) == (
        "53-7065.00",
        "months",
        (),
    )
    assert changed.experience[1].code == "31-1122.00" and changed.finished


def test_changing_one_answer_touches_nothing_else(catalogue: Catalogue, store: RecordStore, ana: Record) -> None:
    asker = ScriptedAsker({"want.pay": "20 an hour"})
    after = walk(catalogue, store, asker, opened=store.open(saved(store, ana))).change("want.pay")
    assert [q.id for q in asker.asked] == ["want.pay"]
    assert asker.asked[0].default == "17 an hour"
    assert after.wants.pay_floor is not None and after.wants.pay_floor.amount == 20
    assert replace(after, wants=ana.wants, progress=ana.progress) == ana


@pytest.mark.parametrize("name", ["shoe.size", "job.4.title", "best.1", ""])
def test_changing_a_question_that_was_not_asked_is_refused(
    catalogue: Catalogue, store: RecordStore, ana: Record, name: str
) -> None:
    opened = store.open(saved(store, ana))
    with pytest.raises(BadInput, match="on the standard route of this record"):
        walk(catalogue, store, ScriptedAsker({}), opened=opened).change(name)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("job.2.kind", "job.2.occupation"),
        ("job.2.did", "job.2.occupation"),
        ("least.1", "best.1"),
        ("any.did.2", "any.field"),
    ],
)
def test_changing_a_question_that_waits_for_another_names_that_one(
    catalogue: Catalogue, store: RecordStore, ana: Record, name: str, first: str
) -> None:
    job = Experience(id="job2", title="harbour pilot of sorts")
    kept = () if name.startswith("any") else (ana.experience[0], job)
    open_again = reopened(replace(ana, experience=kept, route="full"), "job.2.", "any.")
    if kept:
        open_again = marked(open_again, "job.2.title", skipped=False, when="")
    else:
        open_again = marked(reopened(open_again, "job."), "job.1.title", skipped=True, when="")
    for skill in catalogue.framework.skills:  # the sets of five come when all are rated
        open_again = marked(open_again, f"skill.{skill.id}", skipped=False, when="")
    opened = store.open(saved(store, open_again))
    with pytest.raises(BadInput, match=rf"{name} is not asked yet. Answer {first} first."):
        Walk(catalogue, store, opened, ScriptedAsker({}), "full").change(name)


def test_a_state_may_be_given_in_words_and_is_kept_by_its_letters(catalogue: Catalogue, store: RecordStore) -> None:
    assert walked(catalogue, store, {"state": "puerto rico"}, "quick").person.state == "PR"


def test_the_licences_asked_about_are_those_of_the_work_first_and_never_too_many(
    catalogue: Catalogue, ana: Record
) -> None:
    offered = known_of(catalogue).licences_for(ana)
    assert offered[0] == "food-handler" and len(offered) <= MOST_LICENCES and len(set(offered)) == len(offered)


def test_a_record_that_names_an_occupation_of_another_release_still_goes_on(
    catalogue: Catalogue, store: RecordStore, ana: Record
) -> None:
    old = replace(ana.experience[0], code="99-9999.00")
    open_again = tuple(p for p in ana.progress if not p.question.startswith("want."))
    fresh = store.new()
    opened = store.save(fresh, replace(ana, id="x", experience=(old, *ana.experience[1:]), progress=open_again))
    record = walk(catalogue, store, ScriptedAsker(ANA), opened=opened).run()
    assert record.finished


def test_a_tick_list_is_of_the_work_and_a_little_of_its_neighbours(catalogue: Catalogue) -> None:
    known = known_of(catalogue)
    offered = known.activities_of("35-2014.00")
    own = catalogue.occupation("35-2014.00").activities
    assert len(offered) <= 16 and len(set(offered)) == len(offered)
    assert sum(a in own for a in offered) >= min(len(own), 10)
    assert known.activities_of("99-9999.00") == ()


def answers_file(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "answers.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_answers_come_from_a_file(tmp_path: Path) -> None:
    path = answers_file(tmp_path, "name: Zoë\npay: 18.20\nknow.1: [2.C.1.a]\nlike.like-fix: yes\nwant.train: 0\n")
    assert answers_from(path) == {
        "name": "Zoë",
        "pay": 18.2,
        "know.1": ["2.C.1.a"],
        "like.like-fix": True,
        "want.train": 0,
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: [", "line 2 is not valid YAML"),
        ("name: 2026-99-99", "is not valid YAML"),
        ("- name\n- state", "should hold one 'question: answer' a line"),
        ("", "should hold one 'question: answer' a line"),
        ("1: 2", "should hold one 'question: answer' a line"),
        ("name: Ana\nstate: OH\nname: Bea", "yaml:3: the key 'name' stands twice in one place: keep it once"),
        ("shoe.size: 9", "there is no question 'shoe.size'"),
        (b"name: \xff\xfe", "not UTF-8"),
        ("[" * 50_000, "is not valid YAML"),
        ("# " + "x" * 1_000_001, "larger than 1 MB"),
    ],
)  # fmt: skip
def test_a_broken_answers_file_is_refused_with_its_name_and_what_is_wrong(
    tmp_path: Path, text: str | bytes, said: str
) -> None:
    with pytest.raises(BadInput, match=said) as refusal:
        answers_from(answers_file(tmp_path, text))
    assert "answers.yaml" in str(refusal.value)


def test_an_answers_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no file"):
        answers_from(tmp_path / "nothing.yaml")
    with pytest.raises(BadInput, match="Is a directory"):
        answers_from(tmp_path)


def test_a_scripted_asker_remembers_what_nobody_asked(catalogue: Catalogue, store: RecordStore) -> None:
    asker = ScriptedAsker({"state": "OH", "want.pay": "20"})
    walk(catalogue, store, asker, "quick").run()
    assert asker.unused() == ["want.pay"]


def test_an_amount_without_its_time_is_read_out_and_one_with_it_is_not(
    catalogue: Catalogue, store: RecordStore
) -> None:
    bare, whole = ScriptedAsker({"pay": "20 dollars"}), ScriptedAsker({"pay": "20 dollars an hour"})
    record = walk(catalogue, store, bare).run()
    walk(catalogue, store, whole, opened=store.new("bob")).run()
    assert record.person.last_pay == Money(amount=20.0, per="hour")
    assert any("$20.00 an hour" in told for told in bare.told)
    assert not any("$20.00" in told for told in whole.told)


def test_back_from_the_first_question_asks_for_the_route_anew(catalogue: Catalogue, store: RecordStore) -> None:
    asker = InOrder(Move.BACK, "TX")
    walking = Walk(catalogue, store, store.new("ana"), asker, "standard", reroute=lambda now: "quick")
    assert stopped(walking).route == "quick"
    assert asker.names[:2] == ["name", "state"]


def test_back_from_the_first_question_stays_there_where_the_route_is_set(
    catalogue: Catalogue, store: RecordStore
) -> None:
    asker = InOrder(Move.BACK)
    assert stopped(walk(catalogue, store, asker)).route == "standard"
    assert asker.names == ["name", "name"]


def test_which_work_it_was_passed_over_is_taken_from_a_title_that_says_it_and_told(
    catalogue: Catalogue, store: RecordStore
) -> None:
    asker = ScriptedAsker({"job.1.title": "babysitting"})
    record = walk(catalogue, store, asker, "quick").run()
    assert record.experience[0].code == "39-9011.00"
    assert any("Child care worker" in told for told in asker.told)


def test_work_passed_over_is_not_guessed_nor_taken_again_after_it_was_taken_away(
    catalogue: Catalogue, store: RecordStore
) -> None:
    guessed = walk(catalogue, store, ScriptedAsker({"job.1.title": "helped out around"}), "quick").run()
    assert guessed.experience[0].code is None
    walking = walk(catalogue, store, ScriptedAsker({"job.1.title": "babysitting"}), "quick", store.new("bob"))
    walking.run()
    walking.change("job.1.occupation")
    assert walking.record.experience[0].code is None


TWO_JOBS = ("Ana", "OH", "17 an hour", "cashier", "41-2011.00", "paid", "years", (), "assistant")
"""The beginning of a standard walk, up to the second title."""


def test_a_title_taken_away_takes_the_work_along(catalogue: Catalogue, store: RecordStore) -> None:
    asker = InOrder(*TWO_JOBS, Move.BACK, Move.SKIP)
    record = stopped(walk(catalogue, store, asker))
    assert [e.title for e in record.experience] == ["cashier"]
    assert asker.names[-3:] == ["job.2.occupation", "job.2.title", "strongest"]


def test_work_behind_a_title_taken_away_moves_up_with_its_answers(catalogue: Catalogue, store: RecordStore) -> None:
    walking = walk(catalogue, store, InOrder(*TWO_JOBS, "43-6014.00", "paid"))
    stopped(walking)
    walking.asker = InOrder(Move.SKIP)
    walking.step(next(q for q in sequence(walking.record, walking.known, "standard") if q.id == "job.1.title"))
    (job,) = walking.record.experience
    assert (job.id, job.title, job.code, job.kind) == ("job1", "assistant", "43-6014.00", "paid")
    done = {p.question: p.skipped for p in walking.record.progress if p.question.startswith("job.")}
    assert done == {"job.1.title": False, "job.1.occupation": False, "job.1.kind": False}


def test_passing_over_the_title_of_work_that_was_not_named_in_the_walk_keeps_it(
    catalogue: Catalogue, store: RecordStore
) -> None:
    opened = store.new("ana")
    opened = store.save(opened, replace(opened.record, experience=(Experience(id="job1", title="welder"),)))
    record = walk(catalogue, store, ScriptedAsker({}), "quick", opened).run()
    assert [e.title for e in record.experience] == ["welder"]
