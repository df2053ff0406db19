"""The first start in a checkout: the occupations are made ready, and what is typed meanwhile is no answer."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from tests.journeys.terminal import CTRL_C, ENTER, Terminal

pytestmark = pytest.mark.journey


def first(tmp_path: Path, columns: int = 80) -> Terminal:
    """A quick walk with nothing compiled yet."""
    terminal = Terminal(
        tmp_path / "home", "start", "--route", "quick", folder=tmp_path, NAVIGATOR_BUILD=str(tmp_path / "build")
    )
    terminal.child.setwinsize(24, columns)
    return terminal


def test_what_is_typed_while_the_occupations_are_made_ready_answers_nothing(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    # Of what was compiled for other data, the slow parts that nothing changed in are taken: the reading is the same.
    shutil.copytree(catalogue.folder, tmp_path / "build" / "of-other-data")
    terminal = first(tmp_path, 40)
    terminal.see("Getting the occupations")
    terminal.keys("ohio", ENTER, "cashier", ENTER)
    terminal.child.expect_exact("Which state do you live in?", timeout=120)
    before = terminal.all
    terminal.keys(CTRL_C)
    terminal.ends()
    assert "cashier" not in terminal.all
    assert all(len(line) < 40 for part in before.split("\n") for line in part.split("\r") if " / " in line)
    (record,) = (tmp_path / "home" / "records").glob("*.json")
    assert json.loads(record.read_text(encoding="utf-8")).get("person", {}).get("state", "") == ""


def test_ctrl_c_while_the_occupations_are_made_ready_ends_with_its_own_sentence(tmp_path: Path) -> None:
    terminal = first(tmp_path)
    terminal.see("Getting the occupations")
    terminal.see("of")
    terminal.keys(CTRL_C)
    assert terminal.ends() == 130
    assert "Stopped while the occupations were made ready." in " ".join(terminal.all.split())
    assert "Everything you answered" not in terminal.all and "Traceback" not in terminal.all
    assert not list((tmp_path / "build").glob("compiling*"))


@pytest.mark.parametrize("way", ["menu", "--plain"])
def test_what_is_typed_before_the_first_question_stands_there_answers_nothing(tmp_path: Path, way: str) -> None:
    words = ("start", "--route", "quick", *(("--plain",) if way == "--plain" else ()))
    terminal = Terminal(tmp_path / "home", *words, folder=tmp_path)
    terminal.keys("ohio", ENTER, "cashier", ENTER)
    terminal.see("Which state do you live in?")
    terminal.see("kept")
    terminal.keys("texas", ENTER)
    terminal.see("2 of ")
    terminal.keys(CTRL_C)
    terminal.ends()
    (record,) = (tmp_path / "home" / "records").glob("*.json")
    kept = json.loads(record.read_text(encoding="utf-8"))
    assert kept["person"]["state"] == "TX" and not kept.get("experience")
