"""Work that is turned down leaves the list and the plan, and comes back to both."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.plan import Action, Goal, Plan
from navigator.domain.record import Record
from navigator.records.store import RecordStore
from navigator.services.record_history import history, undone
from navigator.services.turned_down import dismiss
from tests.running import navigator
from tests.workers import saved

CODE = "35-2012.00"
PLAN = Plan(
    goals=(Goal(id="g1", kind="work", text="Cook in a school", code=CODE), Goal(id="g2", kind="life", text="A car")),
    actions=(
        Action(id="a1", what="Ask the school", goal="g1"),
        Action(id="a2", what="Get the food card", goal="g1", status="done", done_on="2026-11-01"),
        Action(id="a3", what="Save for the car", goal="g2"),
    ),
)


@pytest.fixture
def path(store: RecordStore, ana: Record) -> Path:
    return saved(store, replace(ana, plan=PLAN))


def said_no(catalogue: Catalogue, store: RecordStore, path: Path, undo: bool = False) -> str:
    return dismiss(catalogue, store, store.open(path), CODE, "too far", undo)["plan"]


def test_a_goal_for_work_that_is_turned_down_goes_out_of_the_plan_with_its_open_steps(
    catalogue: Catalogue, store: RecordStore, path: Path
) -> None:
    assert said_no(catalogue, store, path).startswith("It is out of your plan too: 1 goal and 1 step. ")
    plan = store.open(path).record.plan
    assert plan.goals == PLAN.goals[1:]
    assert plan.actions == (replace(PLAN.actions[1], goal=""), PLAN.actions[2])


def test_the_history_says_that_the_goal_went_and_undo_brings_all_of_it_back(
    catalogue: Catalogue, store: RecordStore, path: Path
) -> None:
    said_no(catalogue, store, path)
    (told, *_rest) = history(catalogue, store, store.open(path))
    assert "Plan: took out goal g1: Cook in a school." in told.what
    assert any(line.startswith("Not for you: ") for line in told.what)
    undone(catalogue, store, store.open(path))
    assert store.open(path).record.plan == PLAN and not store.open(path).record.dismissed


def test_taking_the_no_back_brings_the_goal_and_its_steps_back_at_the_end(
    catalogue: Catalogue, store: RecordStore, path: Path
) -> None:
    said_no(catalogue, store, path)
    opened = store.open(path)
    car = replace(opened.record.plan, goals=(*opened.record.plan.goals, Goal(id="g3", kind="life", text="A bed")))
    store.save(opened, replace(opened.record, plan=car))
    assert said_no(catalogue, store, path, undo=True) == "It is back in your plan: 1 goal, at its end."
    plan = store.open(path).record.plan
    assert [(g.id, g.text) for g in plan.goals] == [("g2", "A car"), ("g3", "A bed"), ("g4", "Cook in a school")]
    assert {a.what for a in plan.of("g4")} == {"Ask the school", "Get the food card"}


def test_work_that_is_in_no_plan_leaves_the_plan_as_it_is(catalogue: Catalogue, store: RecordStore, path: Path) -> None:
    assert dismiss(catalogue, store, store.open(path), "35-2014.00", "", False)["plan"] == ""
    assert store.open(path).record.plan == PLAN


def test_a_new_goal_for_work_that_was_turned_down_puts_it_back_in_the_list(store: RecordStore, path: Path) -> None:
    assert "out of your plan" in navigator("not-for-me", CODE, home=store.home).out
    ran = navigator("plan", "add-goal", "Cook near home", "--for", CODE, home=store.home)
    assert "Added goal g3: Cook near home." in ran.out and "is back in your list" in " ".join(ran.out.split())
    assert not store.open(path).record.dismissed
