"""Parts added, changed and taken out, with what follows for the matching; and asked for field by field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, Interrupted, NotFound
from navigator.domain.question import Place, Question
from navigator.domain.record import Evidence, Record
from navigator.engine.answers import marked
from navigator.engine.part_table import KINDS, kind_called
from navigator.engine.part_values import Given
from navigator.records.store import RecordStore
from navigator.services import record_asking
from navigator.services.asking import Move, Reply, ScriptedAsker
from navigator.services.inventory import Walk
from navigator.services.record_parts import Editing, Kept
from tests.workers import ANA, saved

TODAY = date(2026, 11, 22)


class Desk:
    """One record of a store, opened anew for each change as a command does."""

    def __init__(self, catalogue: Catalogue, store: RecordStore, record: Record | None = None) -> None:
        self.catalogue, self.store = catalogue, store
        self.path = saved(store, record or store.new().record)

    @property
    def editing(self) -> Editing:
        return Editing(catalogue=self.catalogue, store=self.store, opened=self.store.open(self.path), today=TODAY)

    @property
    def record(self) -> Record:
        return self.store.open(self.path).record

    def add(self, word: str, to: str = "", **given: str) -> Kept:
        return self.editing.add(word, given, to)

    def edit(self, name: str, **given: str) -> Kept:
        return self.editing.edit(name, given)


@pytest.fixture
def desk(catalogue: Catalogue, store: RecordStore) -> Desk:
    return Desk(catalogue, store)


@pytest.mark.parametrize("kind", [k for k in KINDS if k.place not in ("evidence", "person")], ids=lambda k: k.word)
def test_every_part_can_be_added_with_a_name_alone_changed_taken_out_and_brought_back(desk: Desk, kind: object) -> None:
    word, main = kind.word, kind.main.name  # type: ignore[attr-defined]
    empty = desk.record
    kept = desk.editing.add(word, {main: "Welding"})
    added = desk.record
    assert kept.ids and "Welding" in kept.said[0] and added != empty
    desk.editing.edit(kept.ids[0], {main: "Welding of pipes"})
    changed = desk.record
    assert changed not in (added, empty)
    desk.editing.remove(kept.ids[0])
    assert desk.record == empty
    back = desk.store.undo(desk.store.open(desk.path))
    assert back is not None and back.record == changed


@pytest.mark.parametrize(
    "kind", [k for k in KINDS if k.place not in ("evidence", "person", "plan")], ids=lambda k: k.word
)
def test_every_field_of_a_part_is_kept_as_given(desk: Desk, kind: object) -> None:
    fields = [f for f in kind.fields if f.asked]  # type: ignore[attr-defined]
    values = {
        "date": "2020-03",
        "end": "2021-03",
        "lines": "One; Two",
        "web": "example.org",
        "text": "Some words",
        "long": "Some words",
    }
    given = {f.name: f.choices[0].id if f.kind == "one" else values[f.kind] for f in fields}
    name = desk.editing.add(kind.word, given).ids[0]  # type: ignore[attr-defined]
    part = desk.editing.named(name)
    for f in fields:
        expected = {"lines": ("One", "Two"), "one": True if f.name == "finished" else given[f.name]}
        assert getattr(part, f.name) == expected.get(f.kind, given[f.name]), f.name


def test_a_part_without_a_name_is_refused_and_nothing_is_kept(desk: Desk) -> None:
    before = desk.record
    with pytest.raises(BadInput, match="Say what it is called, such as: navigator record add work --title NAME"):
        desk.add("work", employer="Blue Door")
    with pytest.raises(BadInput, match="It needs a name"):
        desk.add("work", title="Cook")
        desk.edit("w1", title="")
    assert desk.record.experience[0].title == "Cook" and before.experience == ()


def test_work_counts_in_the_matching_where_its_title_is_sure_and_can_be_set_right(desk: Desk) -> None:
    kept = desk.add("work", title="Line cook")
    assert desk.record.experience[0].code == "35-2014.00"
    assert "For matching it counts as: Restaurant cook" in kept.said[1] and "--occupation" in kept.said[1]
    desk.edit("w1", code="none")
    assert desk.record.experience[0].code is None
    desk.edit("w1", code="31-1131.00")
    assert desk.record.experience[0].code == "31-1131.00"


def test_a_certificate_of_our_list_counts_until_it_is_taken_out(desk: Desk) -> None:
    kept = desk.add("certificate", name="CNA", expires="2028")
    assert desk.record.credentials[0].licence == "cna" and desk.record.wants.licences == ("cna",)
    assert "For matching it counts as: nursing assistant certificate (CNA)" in kept.said[1]
    desk.editing.remove("CNA")
    assert desk.record.wants.licences == ()


@pytest.mark.parametrize(("name", "issuer"), [("CNA (expected 2027)", ""), ("CNA", "El Salvador")])
def test_a_certificate_that_is_not_held_here_counts_once_its_owner_says_so(desk: Desk, name: str, issuer: str) -> None:
    kept = desk.add("certificate", name=name, issuer=issuer)
    assert desk.record.credentials[0].licence == "" and desk.record.wants.licences == ()
    assert "does not count in what fits" in kept.said[1] and "record edit c1 --licence cna" in kept.said[1]
    desk.edit("c1", licence="cna")
    assert desk.record.wants.licences == ("cna",)


def test_a_certificate_that_is_said_not_to_be_on_the_list_no_longer_counts(desk: Desk) -> None:
    desk.add("certificate", name="CNA")
    kept = desk.edit("c1", licence="none")
    assert desk.record.wants.licences == () and "no longer counts" in kept.said[-1]
    with pytest.raises(BadInput, match="is not a license of our list"):
        desk.edit("c1", licence="flying")


def test_a_certificate_that_has_run_out_does_not_count_and_that_is_said(desk: Desk) -> None:
    kept = desk.add("certificate", name="CNA", expires="2020")
    assert desk.record.wants.licences == ()
    assert "it has run out" in kept.said[1] and kept.notes == ()


def test_an_ended_paper_against_an_answer_of_the_walk_is_one_true_sentence(
    catalogue: Catalogue, store: RecordStore
) -> None:
    record = marked(store.new().record, "want.licences", skipped=False, when="")
    desk = Desk(catalogue, store, replace(record, wants=replace(record.wants, licences=("cna",))))
    kept = desk.add("certificate", name="CNA", expires="2020")
    assert desk.record.wants.licences == ("cna",)
    assert len(kept.said) == len(kept.notes) == 1  # that it was added, and what is odd about it
    assert "so it counts in what fits; but the paper here (c1) has run out" in kept.notes[0]
    assert "does not count" not in " ".join((*kept.said, *kept.notes))


def test_a_paper_that_is_said_to_have_ended_no_longer_counts_unless_there_is_a_newer_one(desk: Desk) -> None:
    desk.add("certificate", name="CNA", expires="2028")
    kept = desk.edit("c1", expires="2020")
    assert desk.record.wants.licences == () and "does not count in what fits" in kept.said[1]
    desk.add("certificate", name="CNA", expires="2028", issuer="Harbor School")
    kept = desk.edit("c1", expires="2021")
    assert desk.record.wants.licences == ("cna",) and "another one of yours counts" in kept.said[1]


def test_a_licence_ticked_in_the_walk_stays_when_its_paper_goes_and_that_is_said(
    catalogue: Catalogue, store: RecordStore
) -> None:
    record = marked(store.new().record, "want.licences", skipped=False, when="")
    desk = Desk(catalogue, store, replace(record, wants=replace(record.wants, licences=("cna",))))
    desk.add("certificate", name="CNA")
    kept = desk.editing.remove("c1")
    assert desk.record.wants.licences == ("cna",) and "Your answers still say" in kept.said[1]


def test_schooling_counts_only_while_the_question_is_open(desk: Desk) -> None:
    kept = desk.add("school", study="Nursing", level="associate")
    assert desk.record.wants.schooling == "associate" and "your schooling counts as: A 2-year degree" in kept.said[1]
    desk.add("school", study="Medicine", level="doctor")
    assert desk.record.wants.schooling == "associate"


def test_unfinished_schooling_does_not_count(desk: Desk) -> None:
    desk.add("school", study="Nursing", level="associate", finished="no")
    assert desk.record.wants.schooling is None


def test_duplicates_are_pointed_out_and_kept_all_the_same(desk: Desk) -> None:
    desk.add("language", name="Spanish")
    kept = desk.add("language", name="Spanish")
    assert len(desk.record.languages) == 2
    assert kept.notes == ("Spanish stands here twice (l1, l2). Take one out with: navigator record remove l2.",)


def test_evidence_goes_with_a_part_a_rated_skill_and_a_ticked_activity(
    catalogue: Catalogue, store: RecordStore, ana: Record
) -> None:
    desk = Desk(catalogue, store, ana)
    desk.add("work", title="Baker", who="Maria", role="shift lead", date="Mar 2020")
    seen = Evidence(held="seen", who="Maria", role="shift lead", date="2020-03")
    assert desk.record.experience[-1].evidence == (seen,)
    desk.add("evidence", to="Helping customers and caring for people", held="paper")
    rating = next(r for r in desk.record.ratings if r.skill == "helping")
    assert rating.evidence == (Evidence(held="paper"),)
    activity = ana.experience[0].did[0]
    did = next(a.did for a in catalogue.framework.activities if a.id == activity)
    desk.add("evidence", to=did, who="Sam")
    assert desk.record.experience[0].evidence == (Evidence(held="seen", who="Sam", about=activity),)
    desk.editing.remove("job1.e1")
    desk.editing.remove("skill.helping.e1")
    assert desk.record.experience[0].evidence == ()
    assert not any(r.evidence for r in desk.record.ratings)


@pytest.mark.parametrize(
    ("to", "given", "said"),
    [
        ("", {"held": "seen"}, "Say what the evidence is for"),
        ("nosuch", {"held": "seen"}, "There is no part 'nosuch'"),
        ("w1", {}, "Say how strong the evidence is"),
        ("w1", {"held": "strong"}, "is not one of the choices"),
    ],
)
def test_evidence_for_nothing_or_without_strength_is_refused(desk: Desk, to: str, given: Given, said: str) -> None:
    desk.add("work", title="Cook")
    with pytest.raises((BadInput, NotFound), match=said):
        desk.editing.add("evidence", given, to)


def test_how_to_reach_somebody_is_kept_and_taken_away(desk: Desk) -> None:
    desk.add("contact", email="ana@example.org", phone="555-010-0123")
    desk.add("about", text="I cook well.")
    assert desk.record.person.contact.email == "ana@example.org" and desk.record.person.about == "I cook well."
    desk.editing.remove("", "contact")
    assert desk.record.person.contact.email == "" and desk.record.person.about == "I cook well."


def test_an_unknown_part_is_refused_with_those_there_are(desk: Desk) -> None:
    with pytest.raises(NotFound, match=r"There is no part 'shoe' in a record\. Parts: work, school, training"):
        desk.add("shoe", name="x")


class Typing:
    """Somebody who types these replies one after another."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.asked: list[str] = []
        self.told: list[str] = []

    def ask(self, question: Question, place: Place) -> Reply:
        self.asked.append(question.id.rpartition(".")[2])
        return self.replies.pop(0)

    def tell(self, text: str) -> None:
        self.told.append(text)


def test_a_part_is_asked_field_by_field_and_every_field_can_be_skipped() -> None:
    asker = ScriptedAsker({"part.work.title": "Cook", "part.work.kind": "home"})
    assert record_asking.asked(kind_called("work"), asker) == {"title": "Cook", "kind": "home"}
    assert record_asking.asked(kind_called("work"), ScriptedAsker({})) == {}


def test_going_back_asks_again_and_an_impossible_date_is_said_and_asked_again() -> None:
    asker = Typing("GED", Move.BACK, "Welding", Move.SKIP, "2019-13", "3/2019", Move.SKIP, "yes", Move.SKIP)
    found = record_asking.asked(kind_called("training"), asker)
    assert found == {"study": "Welding", "start": "3/2019", "finished": "yes"}
    assert asker.asked == ["study", "school", "study", "school", "start", "start", "end", "finished", "details"]
    assert "is not a date" in asker.told[0]


def test_what_is_kept_on_enter_is_no_change() -> None:
    asker = Typing("Spanish", "very well")
    assert record_asking.asked(kind_called("language"), asker, {"name": "Spanish", "level": "a bit"}) == {
        "level": "very well"
    }


def test_stopping_changes_nothing() -> None:
    with pytest.raises(Interrupted, match="Nothing was changed"):
        record_asking.asked(kind_called("work"), Typing("Cook", Move.STOP))


def test_a_script_that_is_always_wrong_ends() -> None:
    with pytest.raises(BadInput, match="is not a date"):
        record_asking.asked(kind_called("work"), ScriptedAsker({"part.work.start": "soon"}))


def test_evidence_is_asked_for_among_parts_and_rated_skills(catalogue: Catalogue, ana: Record) -> None:
    asker = ScriptedAsker({"to": "skill.helping"})
    assert record_asking.which_target(asker, catalogue, ana) == "skill.helping"
    assert [c.id for c in asker.asked[0].choices][:2] == ["job1", "job2"]
    with pytest.raises(BadInput, match="There is nothing in this record yet"):
        record_asking.which_part(asker, catalogue, Record(id="1", created="now"), "Which?")


def test_a_walk_after_adding_work_keeps_what_was_added(catalogue: Catalogue, store: RecordStore) -> None:
    desk = Desk(catalogue, store)
    desk.add("work", title="Cashier", employer="Corner Market")
    added = desk.record.experience[0]
    record = Walk(catalogue, store, store.open(desk.path), ScriptedAsker(ANA), "standard").run()
    assert [e.id for e in record.experience if e.title] == ["job1", "job2", "w1"]
    assert record.experience[2] == added and record.experience[0].title == "line cook"


def test_how_long_follows_from_the_dates_that_are_typed(desk: Desk) -> None:
    name = desk.editing.add("work", {"title": "Packer", "start": "2019-06", "end": "now"}).ids[0]
    assert desk.editing.named(name).length == "long"  # type: ignore[union-attr]
    assert "June 2019 to now" in desk.editing.edit(name, {"place": "Fresno"}).said[0]
    desk.editing.edit(name, {"end": "2020-07"})
    assert desk.editing.named(name).length == "year"  # type: ignore[union-attr]
