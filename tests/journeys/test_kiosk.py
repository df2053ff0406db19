"""A public terminal: one person after another, a warning when nobody is there, and no way out but the staff's word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.terminal import CTRL_C, ENTER, Terminal

pytestmark = pytest.mark.journey

CTRL_Z, CTRL_BACKSLASH = "\x1a", "\x1c"


def begun(tmp_path: Path, *flags: str, **settings: str) -> Terminal:
    """A kiosk with a word for the staff."""
    file = tmp_path / "kiosk.yaml"
    file.write_text("".join(f"{k}: {v}\n" for k, v in {"leave": "doorkey", "route": "quick", **settings}.items()))
    return Terminal(tmp_path / "home", "kiosk", "--settings", str(file), "--plain", *flags, folder=tmp_path)


def left(terminal: Terminal) -> int:
    """Leave with the staff's word."""
    terminal.see("Press Enter to begin.")
    terminal.keys("doorkey", ENTER)
    return terminal.ends()


def test_it_warns_goes_on_at_a_key_and_starts_over_when_nobody_comes(tmp_path: Path) -> None:
    terminal = begun(tmp_path, quiet="3", warning="3")
    terminal.see("Press Enter to begin.")
    terminal.keys(ENTER)
    terminal.line("vermont")
    terminal.see("What work have you done?")
    terminal.see("Are you still there?")
    terminal.keys(" ")
    terminal.see("What work have you done?")  # the screen as it was is drawn again
    terminal.see("Are you still there?")
    assert left(terminal) == 0
    assert not (tmp_path / "home").exists()


def test_keys_that_stop_or_suspend_lead_to_the_welcome_and_to_no_shell(tmp_path: Path) -> None:
    terminal = begun(tmp_path)
    terminal.see("Press Enter to begin.")
    terminal.keys(ENTER)
    terminal.line("vermont")
    terminal.see("> ")
    terminal.keys(CTRL_Z, CTRL_BACKSLASH)
    terminal.keys("nursing assistant", ENTER)
    terminal.see("> ")
    terminal.keys(CTRL_C)
    terminal.see("What would you like to take along?")
    assert "in a folder that I name" not in terminal.all
    terminal.see("> ")
    terminal.keys(CTRL_C)
    terminal.see("You have not saved your page yet.")
    terminal.see("> ")
    terminal.keys(CTRL_C)
    assert left(terminal) == 0


def test_the_state_is_not_asked_where_the_center_has_set_it(tmp_path: Path) -> None:
    terminal = begun(tmp_path, area="OH")
    terminal.see("Press Enter to begin.")
    terminal.keys(ENTER)
    terminal.see("What work have you done?")
    assert "Which state" not in terminal.all
    terminal.see("> ")
    terminal.keys(CTRL_C)
    terminal.see("What would you like to take along?")
    terminal.see("> ")
    terminal.keys(CTRL_C)
    terminal.see("You have not saved your page yet.")
    terminal.see("> ")
    terminal.keys(CTRL_C)
    assert left(terminal) == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("quiet: soon\n", "Expected `float`"),
        ("colour: red\n", "colour"),
        ("- a\n- b\n", "name: value"),
    ],
)
def test_settings_that_cannot_be_used_are_refused_in_a_sentence(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "kiosk.yaml"
    file.write_text(text, encoding="utf-8")
    terminal = Terminal(tmp_path / "home", "kiosk", "--settings", str(file), folder=tmp_path)
    terminal.see(says)
    assert terminal.ends() == 2
