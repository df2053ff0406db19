"""From the sheet to the page: a workshop's sheets keyed in at a terminal, one after another, with few key presses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.services.worksheet import sheet
from tests.journeys.terminal import CTRL_C, ENTER, Terminal

pytestmark = pytest.mark.journey

SECTIONS = {
    "C. ": "112223331112",
    "D. ": "03 17 22 42 44 46 60 68",
    "E. ": "0106071621262834",
    "F. ": "05 09 24",
    "G. ": "01 08 16 $17",
    "H. ": "03 13",
    "I. ": "02",
}
MOST_KEYS = 120
"""Key presses of a whole sheet with one piece of work, Enter included."""


def test_two_sheets_are_keyed_in_and_their_pages_made(tmp_path: Path, catalogue: Catalogue) -> None:
    code = sheet(catalogue, "standard").code.replace("-", "")
    terminal = Terminal(tmp_path / "home", "key-in", "--next", "--page", "html", folder=tmp_path, ACCESSIBLE="1")
    keys = 0

    def answer(prompt: str, typed: str) -> None:
        nonlocal keys
        terminal.see(prompt)
        terminal.see("\n> ")
        terminal.keys(typed, ENTER)
        keys += len(typed) + 1

    answer("Code of the sheet", code)
    answer("Name on the sheet", "Mai")
    answer("A. You", "OH $16")
    answer("Work 1: the title", "line cook")
    answer("Which of these is closest to 'line cook'?", "")
    answer("Work 2: the title", "")
    answer("B. Work you have done", "14")
    for prompt, typed in SECTIONS.items():
        answer(prompt, typed)
    answer("That is the whole sheet", "")
    terminal.see("Saved as mai (Mai).")
    assert keys <= MOST_KEYS, keys
    answer("Code of the sheet", "")  # the code of the sheet before is taken again
    answer("Name on the sheet", "Leo")
    answer("A. You", "OH")
    terminal.see("Work 1: the title")
    terminal.keys(CTRL_C)
    terminal.see("What was keyed in of this sheet is saved as leo.")
    assert sorted(p.name for p in (tmp_path / "home" / "records").iterdir()) == ["leo.json", "mai.json"]
    assert "Mai" in (tmp_path / "mai.html").read_text(encoding="utf-8")
    record = json.loads((tmp_path / "home" / "records" / "mai.json").read_text(encoding="utf-8"))
    assert record["person"]["state"] == "OH" and len(record["ratings"]) == 5


def test_a_sheet_is_keyed_in_with_menus_and_a_wrong_line_is_told(tmp_path: Path, catalogue: Catalogue) -> None:
    code = sheet(catalogue, "quick").code
    terminal = Terminal(tmp_path / "home", "key-in", folder=tmp_path)
    for prompt, typed in (
        ("Code of the sheet", code), ("Name on the sheet", "Mai"), ("A. You", "OH"), ("Work 1: the title", "line cook"),
    ):  # fmt: skip
        terminal.see(prompt)
        terminal.see(">")
        terminal.keys(typed, ENTER)
    terminal.see("Which of these is closest to 'line cook'?")
    terminal.see("None of these")
    terminal.keys(ENTER)
    terminal.see("D. What you have done")
    terminal.see(">")
    terminal.keys("95", ENTER)
    terminal.see("there is no number 95")
    terminal.see(">")
    terminal.keys("3 17", ENTER)
    terminal.see("E. What you are good at")
    terminal.see(">")
    terminal.keys("1 2", ENTER)
    terminal.see("H. What to stay away from")
    terminal.see(">")
    terminal.keys("0", ENTER)
    terminal.see("That is the whole sheet")
    terminal.see("Save it")
    terminal.keys(ENTER)
    terminal.see("Saved as mai (Mai).")
