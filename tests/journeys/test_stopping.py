"""Stopping, going on, going back and changing one's mind, and a power cut."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from navigator.catalogue.store import Catalogue
from tests.journeys.terminal import (
    CTRL_C,
    CTRL_D,
    DELETE,
    DOWN,
    ENTER,
    HOME,
    LEFT,
    RIGHT,
    Keys,
    Lines,
    Step,
    Terminal,
    record_of,
    scripted,
)

pytestmark = pytest.mark.journey

STOPPED = "Stopped. Everything you answered is saved."
BEGINNING = {
    "name": "Đặng Minh",
    "state": "Texas",
    "pay": "31000 a year",
    "job.1.title": "forklift driver",
    "job.1.occupation": "53-7051.00",
    "job.1.kind": "paid",
    "job.1.length": "year",
}


@pytest.fixture(scope="module")
def steps(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    """The questions up to the tick list of the first work, answered, and that tick list."""
    found, _ = scripted(catalogue, tmp_path_factory.mktemp("scripted"), BEGINNING, "standard")
    return found[: len(BEGINNING) + 1]


def answered(home: Path) -> list[str]:
    """The questions that the record on the disk knows to be done, in their order."""
    paths = list((home / "records").glob("*.json"))
    if not paths:
        return []
    (path,) = paths
    return [p["question"] for p in json.loads(path.read_text(encoding="utf-8"))["progress"]]


def test_ctrl_c_in_a_menu_keeps_all_answers_and_the_menu_offers_to_go_on(tmp_path: Path, steps: list[Step]) -> None:
    home = tmp_path / "home"
    terminal = Terminal(home, "start", "--route", "standard", folder=tmp_path)
    for step in steps[:3]:
        Keys.give(terminal, step)
    Keys.meet(terminal, steps[3])
    terminal.keys(CTRL_C)
    terminal.see(STOPPED)
    assert terminal.ends() == 130
    assert answered(home) == ["name", "state", "pay"]

    terminal = Terminal(home, folder=tmp_path)
    terminal.see("Go on where you stopped (Đặng Minh)")
    terminal.keys(ENTER)
    Keys.give(terminal, steps[3])
    Keys.meet(terminal, steps[4])
    terminal.keys(CTRL_D)
    terminal.see(STOPPED)
    assert terminal.ends() == 130
    assert answered(home) == ["name", "state", "pay", "job.1.title"]


def test_the_word_stop_and_the_end_of_the_input_stop_kindly_on_plain_lines(tmp_path: Path, steps: list[Step]) -> None:
    home = tmp_path / "home"
    terminal = Terminal(home, "start", "--route", "standard", "--plain", folder=tmp_path)
    Lines.give(terminal, steps[0])
    Lines.meet(terminal, steps[1])
    terminal.line("stop")
    terminal.see(STOPPED)
    assert terminal.ends() == 130

    terminal = Terminal(home, "start", folder=tmp_path, ACCESSIBLE="1")
    Lines.give(terminal, steps[1])
    Lines.meet(terminal, steps[2])
    terminal.see("> ")
    terminal.keys(CTRL_D)
    terminal.see(STOPPED)
    assert terminal.ends() == 130
    assert "\x1b" not in terminal.all

    terminal = Terminal(home, "start", folder=tmp_path, TERM="dumb")
    Lines.give(terminal, steps[2])
    Lines.meet(terminal, steps[3])
    terminal.see("> ")
    terminal.keys(CTRL_C)
    terminal.see(STOPPED)
    assert terminal.ends() == 130
    assert "\x1b" not in terminal.all
    assert answered(home) == ["name", "state", "pay"]


@pytest.mark.parametrize(("flags", "places"), [(("--plain",), (1, 4, 6)), ((), (3, 5))])
def test_a_kill_after_any_answer_loses_at_most_that_one(
    tmp_path: Path, steps: list[Step], flags: tuple[str, ...], places: tuple[int, ...]
) -> None:
    home, way = tmp_path / "home", Lines if flags else Keys
    names = [s.question.id for s in steps]
    terminal = Terminal(home, "start", "--route", "standard", *flags, folder=tmp_path)
    done = 0
    for last in places:  # the place of the answer that the kill follows at once
        while done < last:
            way.give(terminal, steps[done])
            done += 1
        way.give(terminal, steps[last])
        terminal.kill()
        kept = answered(home)
        assert kept in (names[:last], names[: last + 1])
        done = len(kept)
        terminal = Terminal(home, "start", *flags, folder=tmp_path)
    way.meet(terminal, steps[done])
    terminal.kill()


def test_going_back_keeps_answers_until_they_are_changed(tmp_path: Path, steps: list[Step]) -> None:
    home = tmp_path / "home"
    terminal = Terminal(home, "start", "--route", "standard", folder=tmp_path)
    for step in steps[:-1]:
        Keys.give(terminal, step)
    ticks = steps[-1]
    Keys.meet(terminal, ticks)
    terminal.keys(HOME, " ", DOWN, DOWN, " ")  # two ticks, and then second thoughts
    for step in reversed(steps[2:-1]):
        terminal.keys(LEFT)
        Keys.meet(terminal, step)
    assert "Your answer so far: 31000 a year. Enter keeps it." in terminal.all
    terminal.keys("xx", ENTER)
    terminal.see("'xx' is not an amount we can read.")
    terminal.keys("16 an hour", ENTER)
    # Forward again: straight to the first open question, where the ticks still stand.
    Keys.meet(terminal, ticks)
    terminal.keys(RIGHT)
    terminal.see("What other work have you done?")
    terminal.keys(CTRL_C)
    assert terminal.ends() == 130
    record = record_of(home)
    offered = [c.id for c in ticks.question.choices]
    assert record["person"]["last_pay"] == {"amount": 16.0, "per": "hour"}
    assert record["person"]["name"] == "Đặng Minh"
    assert record["experience"][0]["title"] == "forklift driver"
    assert record["experience"][0]["did"] == [offered[0], offered[2]]


def test_left_on_the_first_question_goes_back_to_how_much_time_there_is(tmp_path: Path) -> None:
    home = tmp_path / "home"
    terminal = Terminal(home, "start", folder=tmp_path)
    terminal.see("How much time do you have?")
    terminal.keys(ENTER)
    terminal.see("What should we call you?")
    terminal.keys(LEFT)
    terminal.see("How much time do you have?")
    terminal.keys(DOWN, ENTER)
    terminal.see("Which state do you live in?")
    terminal.keys(CTRL_C)
    assert terminal.ends() == 130
    assert record_of(home)["route"] == "quick"


def test_right_at_which_work_it_was_takes_a_likely_title_for_it_and_says_so(tmp_path: Path) -> None:
    home = tmp_path / "home"
    terminal = Terminal(home, "start", "--route", "quick", folder=tmp_path)
    terminal.see("Which state")
    terminal.keys(RIGHT)
    terminal.see("What work have you done?")
    terminal.keys("babysitting", ENTER)
    terminal.see("closest to 'babysitting'")
    terminal.keys(RIGHT)
    terminal.see("We take it for Child care worker")
    terminal.keys(CTRL_C)
    assert terminal.ends() == 130
    assert record_of(home)["experience"][0]["code"] == "39-9011.00"


def test_the_last_words_of_a_walk_in_spanish_keep_the_language_and_the_command_on_one_line(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "home", "start", "--language", "es", folder=tmp_path)
    terminal.see("tiempo")
    terminal.keys(CTRL_C)
    terminal.see("navigator --language es start")
    assert terminal.ends() == 130


def test_keeping_taking_away_and_a_new_title_on_the_way_back(tmp_path: Path, steps: list[Step]) -> None:
    home = tmp_path / "home"
    terminal = Terminal(home, "start", "--route", "standard", folder=tmp_path)
    for step in steps[:6]:
        Keys.give(terminal, step)
    Keys.meet(terminal, steps[6])
    for step in reversed(steps[2:6]):
        terminal.keys(LEFT)
        Keys.meet(terminal, step)
    terminal.keys(DELETE)  # the last pay: taken away
    Keys.meet(terminal, steps[6])
    for step in (steps[5], steps[4], steps[3]):
        terminal.keys(LEFT)
        Keys.meet(terminal, step)
    terminal.keys("dishwasher", ENTER)
    terminal.see("Which of these is closest to 'dishwasher'?")
    terminal.keys(CTRL_C)
    assert terminal.ends() == 130
    record: dict[str, Any] = record_of(home)
    assert "last_pay" not in record["person"]
    assert record["person"]["state"] == "TX"
    assert [e["title"] for e in record["experience"]] == ["dishwasher"]
    assert "job.1.kind" not in [p["question"] for p in record["progress"]]


@pytest.mark.parametrize("stop", [CTRL_C, CTRL_D])
@pytest.mark.parametrize("plain", [(), ("--plain",)])
def test_stopping_a_new_part_says_that_nothing_was_changed(tmp_path: Path, plain: tuple[str, ...], stop: str) -> None:
    terminal = Terminal(tmp_path / "home", "record", "add", "training", *plain, folder=tmp_path)
    terminal.see("What was the training in?")
    terminal.see("nothing is changed")
    terminal.see(">")
    terminal.keys(stop)
    terminal.see("Stopped. Nothing was changed.")
    assert terminal.ends() == 130
    assert "all is kept" not in terminal.all and "is saved" not in terminal.all
