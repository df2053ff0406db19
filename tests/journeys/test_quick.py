"""The three-minute walk of somebody whose work no title fits, and a change of mind afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.engine.inventory import MOST_SCREENS
from tests.journeys.terminal import DOWN, ENTER, HOME, RIGHT, Terminal, record_of

pytestmark = pytest.mark.journey


def test_the_quick_route_without_a_known_title_leads_to_screens_and_a_page(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "home", "start", "--route", "quick", folder=tmp_path)
    terminal.see("Which state do you live in?")
    terminal.see(">")
    terminal.keys("vermont", ENTER)
    terminal.see("What work have you done?")
    terminal.see(">")
    terminal.keys("whatever came along", ENTER)
    terminal.see("None of these")
    terminal.keys("n", ENTER)
    terminal.see("Which of these is closest to what you have done?")
    terminal.see("(there is more: down)")
    terminal.keys(" ", ENTER)
    terminal.see("What kinds of things have you done")
    terminal.see("(there is more: down)")
    terminal.keys(" ", DOWN, " ", ENTER)
    for _ in range(MOST_SCREENS["quick"]):
        terminal.see("Which of these have you done, at work or at home?")
        terminal.see("[ ]")
        terminal.keys(HOME, " ", ENTER)
    terminal.see("What are you best at? Pick up to five.")
    terminal.see("Listening: ")
    terminal.keys(" ", *[DOWN, " "] * 5, ENTER)
    terminal.see("Pick at most 5; these are 6.")
    terminal.keys(" ", ENTER)
    terminal.see("Is there anything you cannot or will not do?")
    terminal.see("[ ]")
    terminal.keys(ENTER)
    terminal.see("Press Enter again")
    terminal.keys(ENTER)
    terminal.see("My skills and next steps")
    terminal.see("What I can do")
    assert leave_without_a_file(terminal) == 0
    assert list(tmp_path.glob("my-page*")) == []
    record = record_of(tmp_path / "home")
    assert record["finished"] is True
    assert len(record["strongest"]) == 5
    assert [len(e["did"]) for e in record["experience"]] == [MOST_SCREENS["quick"]]
    assert [e["fields"] for e in record["experience"]] == [["29"]]
    an_answer_can_be_changed_from_the_menu(tmp_path)


def an_answer_can_be_changed_from_the_menu(folder: Path) -> None:
    """What the menu offers somebody who is through."""
    terminal = Terminal(folder / "home", folder=folder)
    terminal.see("Show the page")
    terminal.see("Answer more questions")
    terminal.see("Leave")
    terminal.keys("c", ENTER)
    terminal.see("Which part do you want to change?")
    terminal.see("Done")
    terminal.keys("y", ENTER)
    terminal.see("Which state do you live in?: Vermont")
    terminal.see("None of these")
    terminal.keys(ENTER)
    terminal.see("Your answer so far: Vermont.")
    terminal.see(">")
    terminal.keys("ME", ENTER)
    terminal.see("Which part do you want to change?")
    terminal.see("Done")
    terminal.keys("d", ENTER)
    terminal.see("Maine")
    assert leave_without_a_file(terminal) == 0
    assert record_of(folder / "home")["person"]["state"] == "ME"


def leave_without_a_file(terminal: Terminal) -> int:
    """Read the page to its end, screen by screen, and take no file."""
    while terminal.child.expect_exact(["-- Press Enter to read on", "This is the end of your page."]) == 0:
        terminal.keys(ENTER)
    terminal.keys(ENTER)
    terminal.see("Do you want your page as a file")
    terminal.see("not now")
    terminal.keys(RIGHT)
    terminal.see("To see more ideas, type: navigator match")
    return terminal.ends()
