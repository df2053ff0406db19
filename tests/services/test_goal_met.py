"""A goal that is met: told with its day, its open steps closed, and no figures any more; an empty goal says that it is."""

from __future__ import annotations

from datetime import date

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.record import Record
from navigator.engine.oddities import oddities
from navigator.formats.plan_text import plan_text
from navigator.records.store import RecordStore
from navigator.services.plan import Edit
from tests.services.test_planner import Desk


@pytest.fixture
def desk(catalogue: Catalogue, store: RecordStore, ana: Record) -> Desk:
    made = Desk(catalogue, store, ana)
    made.planner.add_goal("Cook for a school", "work", "35-2012.00")
    for step in ("Ask for days", "Visit a school"):
        made.planner.add(Edit(text=step, goal="g1"))
    made.planner.add(Edit(text="Buy shoes"))
    return made


def test_a_goal_is_met_on_its_day_and_its_open_steps_no_longer_apply(desk: Desk) -> None:
    desk.planner.finish("a1")
    said = desk.planner.finish("G1", "2026-11-20").said
    assert said.startswith(
        "Goal met: Cook for a school. Met on Friday, Nov 20, 2026. Its open steps no longer apply: a2."
    )
    assert desk.plan.goals[0].met_on == "2026-11-20"
    assert [a.status for a in desk.plan.actions] == ["done", "no_longer", "not_started"]
    assert [a.id for a in desk.planner.next_up(9).actions] == ["a3"]
    desk.planner.finish("a2")
    assert desk.plan.actions[1].status == "done"


def test_a_goal_that_is_met_is_shown_so_without_figures_to_decide_by(desk: Desk) -> None:
    desk.planner.finish("g1")
    goal = desk.planner.page().goals[0]
    assert goal.text == "Cook for a school (met Nov 22, 2026)" and goal.met_on == "2026-11-22" and not goal.checks
    assert "WORK: Cook for a school (met Nov 22, 2026)" in plan_text(desk.planner.page())


def test_a_goal_cannot_be_met_tomorrow(desk: Desk) -> None:
    with pytest.raises(BadInput, match="still to come"):
        desk.planner.finish("g1", "2026-11-23")


def test_a_goal_has_no_status_and_says_that_its_steps_have_it(desk: Desk) -> None:
    with pytest.raises(BadInput, match=r"^A goal has no --status: its steps have it\."):
        desk.planner.edit("g1", Edit(status="done"))


def test_an_empty_goal_says_on_the_sheet_that_it_has_no_steps(desk: Desk) -> None:
    desk.planner.add_goal("A safe ride", "life")
    assert "LIFE: A safe ride\n  No steps yet.\n" in plan_text(desk.planner.page())
    desk.planner.finish("g2")
    assert "No steps yet." not in plan_text(desk.planner.page())


def test_what_was_done_before_the_record_began_is_pointed_out(desk: Desk, ana: Record) -> None:
    desk.planner.finish("a3", "2020-01-02")
    desk.planner.finish("a1", ana.created[:10] or "2026-11-01")
    record = desk.store.open(desk.path).record
    found = [(o.kind, o.ids) for o in oddities(record, date(2026, 11, 22).isoformat()) if o.kind == "done_early"]
    assert found == [("done_early", ("a3",))]
