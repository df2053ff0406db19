"""A plan from beginning to end, over a real record, the real catalogue and the real book of help."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, NotFound
from navigator.domain.plan import Action, Goal, Plan
from navigator.domain.record import GOES_ON, Credential, Education, Evidence, Money, Record
from navigator.formats import reason_words, words
from navigator.formats.plan_page import NOT_CHECKED
from navigator.records import codec
from navigator.records.store import RecordStore
from navigator.services import iep
from navigator.services.page import names_of
from navigator.services.plan import Edit, Planner
from navigator.services.plan_way import from_pathway
from navigator.services.resources import Directory
from tests.workers import saved

TODAY = date(2026, 11, 22)
BOOK = """format: navigator/book/1
entries:
  - {id: old-van, name: Old Van Club, kinds: [transport], phone: 555-0100, checked_on: 2026-01-01}
  - {id: new-van, name: New Van Club, kinds: [transport], phone: 555-0101, checked_on: 2026-11-01}
"""


class Desk:
    """A record that is opened anew for every command, as on a real day."""

    def __init__(self, catalogue: Catalogue, store: RecordStore, record: Record) -> None:
        self.store = store
        self.path = saved(store, record)
        book = store.home / "book.yaml"
        book.write_text(BOOK, encoding="utf-8")
        self.directory = Directory(catalogue=catalogue, area=record.person.state or "US", today=TODAY, book=book)

    @property
    def planner(self) -> Planner:
        opened = self.store.open(self.path)
        return Planner(catalogue=self.directory.catalogue, store=self.store, opened=opened, directory=self.directory)

    @property
    def plan(self) -> Plan:
        return self.store.open(self.path).record.plan


@pytest.fixture
def desk(catalogue: Catalogue, store: RecordStore, ana: Record) -> Desk:
    return Desk(catalogue, store, ana)


def test_goals_and_steps_are_kept_in_the_record_and_nothing_else_changes(desk: Desk, ana: Record) -> None:
    assert "g1" in desk.planner.add_goal("Cook in a hospital", "work", "35-2012.00").said
    desk.planner.add(Edit(text="Ask for day shifts", goal="g1"))
    record = desk.store.open(desk.path).record
    assert replace(record, plan=Plan()) == ana
    assert (record.plan.goals[0].code, record.plan.actions[0].goal) == ("35-2012.00", "g1")
    assert record.plan.actions[0].due == "" and record.plan.actions[0].agreed == ""


def test_a_step_is_edited_freely(desk: Desk) -> None:
    desk.planner.add(Edit(text="Call", who="Lee", agreed="today", due="in 2 weeks", resource="new-van"))
    desk.planner.edit(
        "a1", Edit(text="Call the club", who="me", due="none", status="in progress", resource="my aunt Ines")
    )
    (step,) = desk.plan.actions
    assert (step.what, step.who, step.due, step.status, step.resource) == (
        "Call the club",
        "",
        "",
        "in_progress",
        "my aunt Ines",
    )
    assert step.agreed == "2026-11-22"


def test_a_goal_is_edited_freely(desk: Desk) -> None:
    desk.planner.add_goal("Something with food")
    desk.planner.edit("g1", Edit(text="Bake", kind="learning", which="baker"))
    (goal,) = desk.plan.goals
    assert (goal.text, goal.kind, goal.code) == ("Bake", "learning", "51-3011.00")
    desk.planner.edit("g1", Edit(which="none"))
    assert desk.plan.goals[0].code == ""


@pytest.mark.parametrize(
    ("name", "edit", "said"),
    [
        ("g1", Edit(), "Say what is to change"),
        ("a1", Edit(), "Say what is to change"),
        ("g1", Edit(due="today"), "A goal has no --due"),
        ("a1", Edit(kind="work"), "A step has no --kind"),
        ("a1", Edit(which="baker"), "A step has no --for"),
        ("a1", Edit(due="2026-02-30"), "not a day in the calendar"),
        ("a1", Edit(status="maybe"), "no status"),
        ("g1", Edit(kind="fun"), "no kind of goal"),
        ("a1", Edit(text=" "), "Say in a few words"),
    ],
)
def test_a_wrong_change_is_refused_and_nothing_is_saved(desk: Desk, name: str, edit: Edit, said: str) -> None:
    desk.planner.add_goal("Bake")
    desk.planner.add(Edit(text="Call"))
    before = desk.path.read_bytes()
    with pytest.raises(BadInput, match=said):
        desk.planner.edit(name, edit)
    assert desk.path.read_bytes() == before


def test_a_resource_is_an_id_there_is_or_somebodys_own_words(desk: Desk) -> None:
    desk.planner.add(Edit(text="Ride", resource="OLD-VAN"))
    with pytest.raises(NotFound, match="no resource 'no-such-place'"):
        desk.planner.add(Edit(text="Ride", resource="no-such-place"))
    desk.planner.add(Edit(text="Ride", resource="the church on Main Street"))
    page = desk.planner.page()
    assert [a.help for a in page.goals[0].actions] == [
        "Old Van Club (555-0100), not checked for 6 months: ask first",
        "the church on Main Street",
    ]


def test_done_and_next_and_overdue(desk: Desk) -> None:
    for text, due in (("One", None), ("Two", "2026-11-01"), ("Three", "2026-12-24")):
        desk.planner.add(Edit(text=text, due=due))
    assert [a.what for a in desk.planner.next_up(2).actions] == ["Two", "Three"]
    assert [a.what for a in desk.planner.overdue().actions] == ["Two"]
    assert "Steps left to do: 2" in desk.planner.finish("a2").said
    assert desk.planner.overdue().none == "Nothing is late."
    assert desk.plan.actions[1].done_on == "2026-11-22"


def test_a_work_goal_is_checked_against_pay_and_openings_here(desk: Desk, catalogue: Catalogue) -> None:
    desk.planner.add_goal("Cook for a school", "work", "35-2012.00")
    wages, projection = catalogue.wages("35-2012.00", "OH"), catalogue.projection("35-2012.00")
    assert wages is not None and projection is not None and projection.yearly_openings is not None
    said = " ".join(desk.planner.page().goals[0].checks)
    assert f"middle ${wages.typical.hourly:,.2f} an hour" in said and "Pay in Ohio" in said
    assert f"about {projection.yearly_openings:,} a year" in said
    assert f"About {round(wages.employment or 0, -1):,} people do this work in Ohio" in said
    assert "$17.00 an hour you need" in said
    iep = desk.planner.page("iep").goals[0]
    assert "the last pay" in " ".join(iep.checks) and "your" not in " ".join(iep.checks)
    assert len(iep.blanks) == 2


def test_pay_without_its_tips_is_not_compared_with(catalogue: Catalogue, store: RecordStore, ana: Record) -> None:
    for tips in (False, True):
        last = Money(amount=9.13, per="hour", tips=tips)
        desk = Desk(catalogue, store, replace(ana, id=f"tips-{tips}", person=replace(ana.person, last_pay=last)))
        desk.planner.add_goal("Cook for a school", "work", "35-2012.00")
        assert ("your last pay" in " ".join(desk.planner.page().goals[0].checks)) is not tips


def test_a_work_goal_without_an_occupation_leaves_lines_to_look_it_up(desk: Desk) -> None:
    desk.planner.add_goal("Something with plants")
    assert desk.planner.page().goals[0].checks == ()
    assert desk.planner.page("iep").goals[0].checks == (NOT_CHECKED,)


def test_a_goal_about_an_occupation_that_is_gone_does_no_harm(
    catalogue: Catalogue, store: RecordStore, ana: Record
) -> None:
    plan = Plan(goals=(Goal(id="g1", kind="work", text="X", code="99-9999.00"),))
    desk = Desk(catalogue, store, replace(ana, plan=plan))
    for form in ("plan", "iep"):
        assert "99-9999.00" in desk.planner.page(form).goals[0].checks[0]  # type: ignore[arg-type]


def test_a_record_with_a_day_that_there_is_not_is_refused_in_one_sentence(
    catalogue: Catalogue, store: RecordStore, ana: Record
) -> None:
    desk = Desk(catalogue, store, replace(ana, plan=Plan(actions=(Action(id="a1", what="x", due="2026-02-30"),))))
    with pytest.raises(BadInput, match="2026-02-30"):
        desk.planner.page()


def test_the_record_with_a_plan_comes_back_as_it_was(desk: Desk) -> None:
    from_pathway(desk.planner, "")
    desk.planner.add(Edit(text="Đi xe buýt ؟", due="tomorrow"))
    record = desk.store.open(desk.path).record
    assert codec.decoded(codec.encoded(record), desk.path) == record


def test_a_record_from_before_there_were_plans_opens(desk: Desk, ana: Record) -> None:
    text = codec.encoded(ana).decode()
    assert '"plan"' not in text
    assert (
        codec.decoded(text.replace(f"navigator/record/{codec.PRESENT}", "navigator/record/1").encode(), desk.path)
        == ana
    )


def test_the_calendar_holds_open_steps_with_a_day_only(desk: Desk) -> None:
    with pytest.raises(BadInput, match="No open step of the plan has a day"):
        desk.planner.calendar()
    for text, due in (("One", "2026-12-01"), ("Two", "2026-12-02"), ("Three", None)):
        desk.planner.add(Edit(text=text, due=due))
    desk.planner.finish("a1")
    made = desk.planner.calendar()
    assert (made.entries, made.without_day) == (1, 1)
    assert "SUMMARY:Two" in made.text and "One" not in made.text and desk.planner.record.id not in made.text


class TestFromPathway:
    """One command makes a plan from a route."""

    def test_it_makes_goals_with_steps_and_no_dates(self, desk: Desk) -> None:
        changed = from_pathway(desk.planner, "")
        plan = desk.plan
        assert changed.ids == tuple(x.id for x in (*plan.goals, *plan.actions))
        assert plan.goals[0].kind == "work" and plan.goals[0].code
        assert all(not (a.due or a.agreed or a.who) and a.status == "not_started" for a in plan.actions)
        assert {g.id for g in plan.goals} == {a.goal for a in plan.actions}
        assert all(len(a.what) <= 200 for a in plan.actions)

    def test_every_resource_it_signposts_is_there(self, desk: Desk) -> None:
        from_pathway(desk.planner, "")
        named = [a.resource for a in desk.plan.actions if a.resource]
        assert named and set(named) <= {r.id for r in desk.directory.all}

    def test_the_number_is_that_of_the_list_and_the_occupation_that_of_its_end(self, desk: Desk) -> None:
        from_pathway(desk.planner, "2")
        end = [g for g in desk.plan.goals if g.code][-1]
        desk.planner.remove(end.id)
        from_pathway(desk.planner, end.code)
        assert [g for g in desk.plan.goals if g.code][-1].code == end.code

    def test_the_same_way_twice_is_refused(self, desk: Desk) -> None:
        from_pathway(desk.planner, "")
        before = desk.plan
        with pytest.raises(BadInput, match="already made from this way"):
            from_pathway(desk.planner, "")
        assert desk.plan == before

    def test_it_stands_beside_what_was_there(self, desk: Desk) -> None:
        desk.planner.add_goal("A ride at night", "life")
        desk.planner.add(Edit(text="Ask Ines", goal="g1"))
        before = desk.plan
        from_pathway(desk.planner, "")
        assert desk.plan.goals[0] == before.goals[0] and desk.plan.actions[0] == before.actions[0]

    @pytest.mark.parametrize("which", ["99", "0"])
    def test_a_number_that_is_not_in_the_list_is_refused(self, desk: Desk, which: str) -> None:
        with pytest.raises(BadInput, match="no way number"):
            from_pathway(desk.planner, which)

    def test_an_empty_record_is_told_to_answer_first(self, catalogue: Catalogue, store: RecordStore) -> None:
        with pytest.raises(BadInput, match="navigator start"):
            from_pathway(Desk(catalogue, store, Record(id="1", created="now")).planner, "")


class TestIep:
    """The draft of an individual employment plan."""

    AREAS = (
        "Basic skills", "Occupational skills", "Work history", "Employability", "Interests", "Aptitudes",
        "Supportive-service needs", "Developmental needs",
    )  # fmt: skip

    def test_it_has_the_eight_areas_in_order_each_with_a_line_for_a_person(self, desk: Desk) -> None:
        areas = desk.planner.page("iep").areas
        assert [a.name.partition(". ")[2].partition(" (")[0] for a in areas] == list(self.AREAS)
        assert all(a.blanks for a in areas)

    @pytest.mark.parametrize(("end", "asked"), [("2021", False), (GOES_ON, False), ("", True)])
    def test_months_and_years_are_asked_by_hand_only_where_a_job_lacks_them(
        self, catalogue: Catalogue, store: RecordStore, ana: Record, end: str, asked: bool
    ) -> None:
        dated = replace(ana, experience=tuple(replace(e, start="2019-06", end=end) for e in ana.experience))
        history = Desk(catalogue, store, dated).planner.page("iep").areas[2]
        assert any("Months and years" in b.label for b in history.blanks) is asked
        assert "June 2019" in history.known[0]

    def test_what_the_worker_said_is_in_it(self, desk: Desk) -> None:
        known = " ".join(line for a in desk.planner.page("iep").areas for line in a.known)
        for said in (
            "high school diploma",
            "Line cook",
            "$16.50 an hour",
            "$17.00 an hour",
            "writing (a little)",
            "food handler",
            "days",
        ):
            assert said.casefold() in known.casefold(), said

    def test_what_was_added_to_the_record_is_in_it_and_what_stands_behind_it(
        self, catalogue: Catalogue, store: RecordStore, ana: Record
    ) -> None:
        seen = Evidence(held="seen", who="Maria Lopez")
        added = replace(
            ana,
            education=(Education(id="t1", study="Safety class", school="Bay Center", kind="training"),),
            credentials=(Credential(id="c1", name="CDL class B", expires="2020", evidence=(seen,)),),
        )
        known = " ".join(line for a in Desk(catalogue, store, added).planner.page("iep").areas for line in a.known)
        assert "Safety class at Bay Center" in known and "CDL class B (ran out: 2020)" in known
        assert "Seen by others, or on paper: CDL class B (seen by Maria Lopez)." in known

    def test_what_the_plan_says_is_to_be_learned_is_a_need(self, desk: Desk) -> None:
        desk.planner.add_goal("Get ready", "skills")
        desk.planner.add(Edit(text="Learn to drive a truck.", goal="g1"))
        assert "To learn, as the plan says: learn to drive a truck." in desk.planner.page("iep").areas[7].known

    def test_needs_are_never_filled_in(self, desk: Desk) -> None:
        support = desk.planner.page("iep").areas[6]
        assert support.known == () and len(support.boxes) >= 8

    def test_what_a_goal_lacks_is_told_of_the_worker_not_to_them(self, desk: Desk) -> None:
        desk.planner.add_goal("Nurse", "work", "29-2061.00")
        said = " ".join(desk.planner.page("iep").areas[7].known)
        assert "practical nurse" in said.casefold() and not [w for w in ("you ", "your ") if w in said.casefold()]

    def test_an_empty_record_still_makes_the_form(self, catalogue: Catalogue, store: RecordStore) -> None:
        page = Desk(catalogue, store, Record(id="1", created="now")).planner.page("iep")
        assert len(page.areas) == 8 and [s.role for s in page.signers] == ["Worker", "Career navigator"]

    def test_the_page_to_sign_says_proper_use_and_sources_with_years(self, desk: Desk) -> None:
        for form in ("plan", "iep"):
            page = desk.planner.page(form)  # type: ignore[arg-type]
            assert "Not for hiring decisions" in page.proper_use
            assert "May 2025" in page.sources[0] and "2024-34" in page.sources[0]


def test_nothing_is_written_outside_the_home(desk: Desk, tmp_path: Path) -> None:
    from_pathway(desk.planner, "")
    assert {p.relative_to(tmp_path).parts[0] for p in tmp_path.rglob("*")} == {"home"}


def test_a_goal_about_work_that_is_only_guessed_at_is_refused_with_what_it_could_be(desk: Desk) -> None:
    with pytest.raises(BadInput, match=r"could mean several kinds of work: .+\[\d\d-\d{4}\.\d\d\]"):
        desk.planner.add_goal("Be somebody", which="king of spain")


def test_a_day_is_said_back_as_it_was_understood_with_the_other_one_that_it_can_mean(desk: Desk) -> None:
    said = desk.planner.add(Edit(text="Call the school", due="in two weeks")).said
    assert said == "Added step a1: Call the school. To be done by Sunday, Dec 6, 2026."
    said = desk.planner.edit("a1", Edit(due="next Friday", agreed="Monday")).said
    assert said.endswith(
        "Agreed on Monday, Nov 16, 2026. To be done by Friday, Dec 4, 2026. "
        "'next Friday' can also mean Friday, Nov 27, 2026. The later day was taken."
    )
    assert (desk.plan.actions[0].agreed, desk.plan.actions[0].due) == ("2026-11-16", "2026-12-04")
    assert desk.planner.edit("a1", Edit(due="none")).said == "Changed step a1."
    assert "Done on Friday, Nov 20, 2026." in desk.planner.finish("a1", "Friday").said


def test_the_iep_speaks_of_the_worker_and_never_to_them(desk: Desk) -> None:
    from_pathway(desk.planner, "1")
    for code in ("35-2012.00", "35-3023.00", "11-9051.00", "29-1141.00"):
        desk.planner.add_goal("Another work", "work", code)
    page = desk.planner.page("iep")
    said = [line for goal in page.goals for line in goal.checks] + [line for area in page.areas for line in area.known]
    said += [re.sub(r"“.*”", "", step.what) for goal in page.goals for step in goal.actions]
    assert any("as it was told to the worker: “" in step.what for goal in page.goals for step in goal.actions)
    assert any("the worker needs." in line for line in said)
    assert not [line for line in said if re.search(r"\byou(r|rs)?\b", line, re.IGNORECASE)]


@pytest.mark.parametrize("part", sorted(reason_words._AGAINST))
def test_what_stands_in_the_way_is_told_of_the_worker_on_the_iep(part: str, catalogue: Catalogue) -> None:
    about = {"hours": next(iter(words.TIMES)), "times": "nights"}.get(part, "12")
    sentence = reason_words._AGAINST[part](about, names_of(catalogue))
    assert not re.search(r"\byou(r|rs)?\b", iep.told(sentence), re.IGNORECASE)


def test_nobody_is_sent_to_apply_for_work_that_one_works_up_to(
    catalogue: Catalogue, store: RecordStore, ana: Record
) -> None:
    desk = Desk(catalogue, store, ana)
    from_pathway(desk.planner, "11-9051.00")  # restaurant manager: some years of lower work first
    said = [a.what for a in desk.plan.actions if a.goal == "g1"]
    assert not any(s.startswith("Apply") for s in said)
    rise, look = (next(n for n, s in enumerate(said) if s.startswith(start)) for start in ("Find out", "Look for"))
    assert rise < look and "ask for tasks that lead there" in said[rise]
    assert iep.told_step(said[rise]).startswith("Find out") and "as it was told to the worker: “" in iep.told_step(
        said[rise]
    )


def test_nobody_is_sent_to_postings_before_the_course_that_they_ask_for(
    catalogue: Catalogue, store: RecordStore, ana: Record
) -> None:
    desk = Desk(catalogue, store, replace(ana, wants=replace(ana.wants, train_months=12.0)))
    from_pathway(desk.planner, "53-3032.00")  # truck driver: a school of some weeks
    said = [a.what for a in desk.plan.actions]
    school, look = (next(n for n, s in enumerate(said) if s.startswith(t)) for t in ("Find out where", "Look for"))
    assert school < look
