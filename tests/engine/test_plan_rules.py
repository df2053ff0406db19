"""The rules of a plan: ids, days, statuses, what comes next and what is late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.domain.errors import BadInput, NotFound
from navigator.domain.plan import Action, Goal, Plan, Status
from navigator.engine import plan as rules
from navigator.engine.partial_dates import months_later
from navigator.engine.plan_days import day as day_of

TODAY = date(2026, 11, 22)


def action(what: str, **more: str) -> Action:
    return replace(Action(id="", what=what), **more)


def plan(*actions: Action) -> Plan:
    made = rules.with_goal(Plan(), Goal(id="", kind="work", text="Welder"))
    for one in actions:
        made = rules.with_action(made, one)
    return made


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-01", "2026-12-01"),
        ("12/1/2026", "2026-12-01"),
        ("Dec 1, 2026", "2026-12-01"),
        ("1 December 2026", "2026-12-01"),
        ("  TODAY ", "2026-11-22"),
        ("tomorrow", "2026-11-23"),
        ("in 2 weeks", "2026-12-06"),
        ("10 days", "2026-12-02"),
        ("in 3 months", "2027-02-22"),
        ("2028-02-29", "2028-02-29"),
    ],
)
def test_a_day_can_be_said_in_several_ways(text: str, day: str) -> None:
    assert day_of(text, TODAY).isoformat() == day


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "13/1/2026",
        "2027-02-29",
        "soon",
        "2026",
        "0000-00-00",
        "1/2/26",
        "--",
        "9" * 400,
        "\x1b[31m2026-12-01x",
    ],
)
def test_an_impossible_day_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(BadInput, match="not a day in the calendar") as refusal:
        day_of(text, TODAY)
    assert "\n" not in str(refusal.value) and "\x1b" not in str(refusal.value) and len(str(refusal.value)) < 250


@pytest.mark.parametrize("text", ["1899-01-01", "2199-01-01", "in 999 months"])
def test_a_day_out_of_a_lifetime_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="too far away"):
        day_of(text, TODAY)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 12, 31)))
def test_every_day_of_the_calendar_comes_back_as_it_was_written(day: date) -> None:
    assert day_of(day.isoformat(), TODAY) == day
    assert day_of(f"{day.month}/{day.day}/{day.year}", TODAY) == day


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1)), st.integers(0, 60))
def test_some_months_on_is_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


def test_ids_are_given_in_order_and_not_again_while_a_later_one_stands() -> None:
    made = plan(action("one"), action("two"), action("three"))
    assert [a.id for a in made.actions] == ["a1", "a2", "a3"]
    made = rules.with_action(rules.without(made, "a2"), action("four"))
    assert [a.id for a in made.actions] == ["a1", "a3", "a4"]


def test_an_empty_text_and_a_very_long_one_are_refused() -> None:
    for text in ("", "   ", "\x00\u202e", "x" * 201):
        with pytest.raises(BadInput):
            rules.with_action(Plan(), action(text))
        with pytest.raises(BadInput):
            rules.with_goal(Plan(), Goal(id="", kind="work", text=text))


def test_a_plan_has_an_end() -> None:
    full = Plan(actions=tuple(Action(id=f"a{n}", what="x") for n in range(1, rules.MOST_ACTIONS + 1)))
    with pytest.raises(BadInput, match="at most 200 steps"):
        rules.with_action(full, action("one more"))
    full = Plan(goals=tuple(Goal(id=f"g{n}", kind="life", text="x") for n in range(1, rules.MOST_GOALS + 1)))
    with pytest.raises(BadInput, match="at most 40 goals"):
        rules.with_goal(full, Goal(id="", kind="life", text="one more"))


def test_a_due_day_before_the_day_of_the_agreement_is_refused() -> None:
    with pytest.raises(BadInput, match="comes before"):
        plan(action("call", agreed="2026-11-22", due="2026-11-21"))
    made = plan(action("call", agreed="2026-11-22"))
    with pytest.raises(BadInput, match="comes before"):
        rules.changed_action(made, "a1", due="2026-01-01")


def test_a_step_toward_a_goal_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotFound, match="no goal 'g9'"):
        plan(action("call", goal="g9"))


def test_removing_a_goal_keeps_its_steps() -> None:
    made = rules.without(plan(action("call", goal="g1")), "G1 ")
    assert not made.goals and [(a.id, a.goal) for a in made.actions] == [("a1", "")]


@pytest.mark.parametrize("name", ["a9", "g9", "", "x", "a1; rm"])
def test_an_unknown_id_is_refused(name: str) -> None:
    for use in (rules.without, rules.is_goal):
        with pytest.raises(NotFound):
            use(plan(action("call")), name)
    with pytest.raises(NotFound):
        rules.changed_action(plan(action("call")), name, what="x")


def test_done_carries_its_day_and_open_again_does_not() -> None:
    made = rules.done(plan(action("call")), "a1", TODAY, TODAY)
    assert (made.actions[0].status, made.actions[0].done_on) == ("done", "2026-11-22")
    again = rules.changed_action(made, "a1", status="in_progress")
    assert again.actions[0].done_on == ""
    with pytest.raises(BadInput, match="still to come"):
        rules.done(made, "a1", TODAY + timedelta(days=1), TODAY)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("done", "done"),
        ("In Progress", "in_progress"),
        ("not-started", "not_started"),
        ("no longer applies", "no_longer"),
        ("no_longer", "no_longer"),
    ],
)
def test_a_status_can_be_said_by_its_words(text: str, status: Status) -> None:
    assert rules.status_of(text) == status


@pytest.mark.parametrize("text", ["", "finished", "42"])
def test_an_unknown_status_is_refused_with_the_ones_there_are(text: str) -> None:
    with pytest.raises(BadInput, match="no longer applies"):
        rules.status_of(text)


def test_next_is_what_has_the_nearest_day_then_what_is_under_way_then_the_rest() -> None:
    made = plan(
        action("rest"), action("under way", status="in_progress"), action("late", due="2026-11-01"), action("soon", due="2026-12-01"),
        action("over", status="done"), action("gone", status="no_longer", due="2026-10-01"),
    )  # fmt: skip
    assert [a.what for a in rules.next_up(made)] == ["late", "soon", "under way", "rest"]
    assert [a.what for a in rules.overdue(made, TODAY)] == ["late"]
    assert not rules.overdue(made, date(2026, 11, 1)), "what is due today is not late"


def test_a_step_without_a_day_is_never_late() -> None:
    assert not rules.overdue(plan(action("call")), date(2100, 1, 1))


@pytest.mark.parametrize("text", ["2026-02-30", "tomorrow", "12/1/2026", "\x00", "never"])
def test_a_file_edited_by_hand_to_hold_no_day_is_refused(text: str) -> None:
    made = replace(plan(action("call")), actions=(Action(id="a1", what="call", due=text),))
    with pytest.raises(BadInput, match="Correct the record file"):
        rules.check_days(made, TODAY)
    rules.check_days(plan(action("call", due="2026-12-01")), TODAY)


steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.text(min_size=1, max_size=8)),
        st.tuples(st.just("goal"), st.text(min_size=1, max_size=8)),
        st.tuples(st.just("remove"), st.integers(1, 6).map(lambda n: f"a{n}")),
        st.tuples(st.just("remove"), st.integers(1, 3).map(lambda n: f"g{n}")),
        st.tuples(st.just("done"), st.integers(1, 6).map(lambda n: f"a{n}")),
    ),
    max_size=25,
)


@given(steps)
def test_whatever_is_done_to_a_plan_ids_stay_unique_and_every_goal_named_is_there(
    doings: list[tuple[str, str]],
) -> None:
    made = Plan()
    for verb, about in doings:
        try:
            if verb == "add":
                made = rules.with_action(made, action(about, goal=made.goals[-1].id if made.goals else ""))
            elif verb == "goal":
                made = rules.with_goal(made, Goal(id="", kind="life", text=about))
            elif verb == "remove":
                made = rules.without(made, about)
            else:
                made = rules.done(made, about, TODAY, TODAY)
        except (BadInput, NotFound):
            continue
        names = [x.id for x in (*made.goals, *made.actions)]
        assert len(set(names)) == len(names)
        assert {a.goal for a in made.actions} - {""} <= {g.id for g in made.goals}
        assert {a.id for a in rules.next_up(made)} == {a.id for a in made.actions if a.open}
