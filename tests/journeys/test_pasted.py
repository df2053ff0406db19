"""What is pasted in one piece, small terminals, two languages, and a state nearly spelled right: in menus."""

from __future__ import annotations

from pathlib import Path

import pexpect
import pytest

from tests.journeys.terminal import CTRL_C, ENTER, Terminal

pytestmark = pytest.mark.journey
ASKED = "What work have you done?"


def at_the_title(tmp_path: Path, *flags: str, state: tuple[str, ...] = ("vermont", ENTER)) -> Terminal:
    """A walk in menus, as far as the first work."""
    terminal = Terminal(tmp_path / "home", *flags, "start", "--route", "quick", folder=tmp_path)
    terminal.see("Which state do you live in?")
    terminal.see(">")
    terminal.keys(*state)
    terminal.see(ASKED)
    terminal.see(">")
    return terminal


def test_lines_pasted_with_plain_returns_answer_no_question_unseen(tmp_path: Path) -> None:
    terminal = at_the_title(tmp_path)
    terminal.keys("line cook\rhome health aide\rwelder\r")
    terminal.see("closest to 'line cook'?")
    terminal.see("Up or down")
    terminal.keys(ENTER)
    terminal.see("Which of these did you do")
    terminal.keys(CTRL_C)
    assert terminal.ends() == 130


def test_a_pasted_list_of_work_is_not_one_title(tmp_path: Path) -> None:
    terminal = at_the_title(tmp_path)
    terminal.keys("\x1b[200~line cook\nhome health aide\nwelder\x1b[201~")
    terminal.keys(ENTER)
    terminal.see("closest to 'line cook'?")
    terminal.keys(CTRL_C)
    assert terminal.ends() == 130


def test_a_state_nearly_right_is_agreed_to_with_enter(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "home", "start", "--route", "quick", folder=tmp_path)
    terminal.see("Which state do you live in?")
    terminal.see(">")
    terminal.keys("Luisiana", ENTER)
    terminal.see("We read 'Luisiana' as Louisiana.")
    terminal.see(">")
    terminal.keys(ENTER)
    terminal.see(ASKED)
    terminal.keys(CTRL_C)
    assert terminal.ends() == 130


def test_hints_stand_in_both_languages(tmp_path: Path) -> None:
    terminal = at_the_title(tmp_path, "--with", "es")
    terminal.keys(CTRL_C)
    assert terminal.ends() == 130
    assert "Type its name or its two letters." in terminal.all and "Type, then Enter." in terminal.all
    assert "Escriba el nombre del estado o sus dos letras." in terminal.all and "Ctrl-C: parar" in terminal.all


def test_the_space_bar_reads_on_and_the_prompt_does_not_stay_in_the_page(tmp_path: Path) -> None:
    answers = tmp_path / "a.yaml"
    answers.write_text("state: VT\njob.1.title: cashier\nknow.1: [2.C.1.e]\n", encoding="utf-8")
    terminal = Terminal(tmp_path / "home", "start", "--answers", str(answers), folder=tmp_path)
    assert terminal.ends() == 0
    terminal = Terminal(tmp_path / "home", "record", "show", folder=tmp_path, LINES="8", COLUMNS="80")
    pauses = 0
    while terminal.child.expect_exact(["-- Press Enter to read on", pexpect.EOF]) == 0:
        terminal.keys(" ")
        terminal.see("\r\x1b[K")
        pauses += 1
    assert pauses > 0


def test_a_folder_that_takes_no_file_is_said_without_advice_about_space(tmp_path: Path) -> None:
    terminal = Terminal(
        tmp_path / "home", "start", "--private", "--route", "quick", folder=tmp_path, NAVIGATOR_DRIVES=str(tmp_path)
    )
    terminal.see("Which state do you live in?")
    terminal.see(">")
    terminal.keys(CTRL_C)
    terminal.see("What would you like to take along?")
    terminal.keys("\x1b[B", ENTER)
    terminal.see("Which folder?")
    terminal.see(">")
    terminal.keys("/proc", ENTER)
    terminal.see("Nothing can be written in /proc")
    terminal.keys("\x1b[A", ENTER)
    terminal.see("Your answers are cleared.")
    assert terminal.ends() == 0
    assert "Free some space" not in terminal.all
