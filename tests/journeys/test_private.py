"""The private walk: saved to a stick, stopped, killed, and watched by a tracer: nothing is left on the computer."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.terminal import CTRL_C, CTRL_D, DOWN, ENTER, UP, Terminal

pytestmark = pytest.mark.journey

SECRET = "Xochiquetzal Private"
"""A name that stands in no file of ours."""

ENDS = [
    ((), "You have not saved your page yet.", "Your answers are cleared."),
    (("--language", "es"), "no ha guardado su página", "Sus respuestas se borraron."),
]
"""What is said at the end of a private walk that was stopped, in each language."""

ANSWERS = ["vermont", "nursing assistant", "1", "1,2,3", "1,2,3"]


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    """A folder that plays somebody's stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def begun(tmp_path: Path, drive: Path, *flags: str) -> Terminal:
    """A private quick walk on plain lines."""
    return Terminal(
        tmp_path / "home",
        *("start", "--private", "--plain", "--route", "quick", *flags),
        folder=tmp_path,
        NAVIGATOR_DRIVES=str(drive),
        TMPDIR=str(tmp_path / "temp"),
    )


def walked(terminal: Terminal) -> None:
    """Answer until the end of the walk, whatever is asked."""
    for answer in ANSWERS:
        terminal.line(answer)
    while (seen := terminal.child.expect_exact(["> ", "to stop reading. ", "What would you like to take along?"])) < 2:
        terminal.keys("skip" if seen == 0 else "", ENTER)


def walked_on(terminal: Terminal) -> None:
    """Read the page to its end."""
    while terminal.child.expect_exact(["to stop reading. ", "What would you like to take along?"]) == 0:
        terminal.keys(ENTER)


def written_below(folder: Path, *but: Path) -> list[Path]:
    """Every file below a folder that is not in one of the folders named."""
    return [p for p in folder.rglob("*") if p.is_file() and not any(p.is_relative_to(b) for b in but)]


def test_a_private_walk_leaves_files_on_the_stick_and_nowhere_else(tmp_path: Path, drive: Path) -> None:
    (tmp_path / "temp").mkdir()
    terminal = begun(tmp_path, drive)
    terminal.see("nothing is written on this computer")
    walked(terminal)
    terminal.line("1")
    terminal.see("Saved in")
    terminal.line("finish")
    terminal.see("Your answers are cleared.")
    terminal.see("Only what you saved yourself is left.")
    terminal.see("You saved:")
    assert terminal.ends() == 0
    assert sorted(p.name for p in drive.iterdir()) == ["my-page.html", "my-record.json"]
    assert all(p.stat().st_mode & 0o077 == 0 for p in drive.iterdir())
    assert written_below(tmp_path, drive) == []


def test_a_record_from_the_stick_is_gone_on_with_and_stays_as_it_was(tmp_path: Path, drive: Path) -> None:
    (tmp_path / "temp").mkdir()
    first = begun(tmp_path, drive)
    walked(first)
    first.line("1")
    first.line("finish")
    assert first.ends() == 0
    before = (drive / "my-record.json").read_bytes()
    again = begun(tmp_path, drive, "--record", str(drive / "my-record.json"))
    walked_on(again)
    again.line("finish")
    assert again.ends() == 0
    assert (drive / "my-record.json").read_bytes() == before
    assert written_below(tmp_path, drive) == []


def test_stopping_early_still_offers_what_there_is(tmp_path: Path, drive: Path) -> None:
    (tmp_path / "temp").mkdir()
    terminal = begun(tmp_path, drive)
    terminal.line("vermont")
    terminal.line("stop")
    terminal.see("You stopped.")
    terminal.see("What would you like to take along?")
    terminal.line("finish")
    terminal.see("Your answers are cleared.")
    assert terminal.ends() == 0
    assert "then you can take your page along" in " ".join(terminal.all.split())
    assert "kept)" not in terminal.all
    assert written_below(tmp_path, drive) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_however_it_ends_nothing_is_left(tmp_path: Path, drive: Path, number: int) -> None:
    (tmp_path / "temp").mkdir()
    terminal = begun(tmp_path, drive)
    for answer in ANSWERS[:3]:
        terminal.line(answer)
    terminal.see("> ")
    terminal.child.kill(number)
    terminal.ends()
    assert written_below(tmp_path) == []


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
@pytest.mark.parametrize(("flags", "warning", "end"), ENDS)
def test_stopping_before_anything_was_taken_along_warns_once_and_then_says_only_what_is_true(
    tmp_path: Path, key: str, flags: tuple[str, ...], warning: str, end: str
) -> None:
    (tmp_path / "temp").mkdir()
    terminal = Terminal(tmp_path / "home", *flags, "start", "--private", "--plain", "--route", "quick", folder=tmp_path)
    terminal.line("vermont")
    terminal.see("> ")
    terminal.keys(CTRL_C)
    terminal.see("> ")
    terminal.keys(key)
    terminal.see(warning)
    terminal.see("> ")
    terminal.keys(key)
    terminal.see(end)
    assert terminal.ends() == 130
    assert "navigator start" not in terminal.all and "Everything you answered" not in terminal.all
    assert written_below(tmp_path) == []


def test_a_tracer_sees_no_file_opened_for_writing_but_on_the_stick(tmp_path: Path, drive: Path) -> None:
    """Every file that the whole walk makes, opens for writing, renames or removes, as the kernel saw it."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed here; the other tests compare folders before and after")
    trace = tmp_path.parent / f"{tmp_path.name}-trace.txt"
    (tmp_path / "temp").mkdir()
    calls = (
        "trace=open,openat,creat,rename,renameat,renameat2,mkdir,mkdirat,unlink,unlinkat,symlink,symlinkat,link,linkat"
    )
    typed = "\n".join([*ANSWERS, *["skip"] * 12, "1", "finish", ""])
    run = subprocess.run(
        [strace, "-f", "-qq", "-e", calls, "-o", str(trace), sys.executable, "-m", "navigator",
         "start", "--private", "--plain", "--route", "quick"],
        input=f"{typed}", text=True, capture_output=True, cwd=tmp_path, check=False,
        env={**os.environ, "NAVIGATOR_HOME": str(tmp_path / "home"), "NAVIGATOR_DRIVES": str(drive), "TMPDIR": str(tmp_path / "temp")},
    )  # fmt: skip
    assert "Your answers are cleared." in run.stdout, run.stdout[-2000:] + run.stderr
    touched = {path for line in trace.read_text(encoding="utf-8").splitlines() for path in changed_by(line)}
    assert any(str(drive) in path for path in touched)
    assert [path for path in touched if str(drive) not in path and not path.startswith("/dev/")] == []


def changed_by(line: str) -> list[str]:
    """The paths that one successful call of a trace may have changed; none for opening to read."""
    if re.search(r"= -1 E", line):
        return []
    opens = re.search(r"\bopen(?:at)?\(", line)
    if opens and not re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND", line):
        return []
    return re.findall(r'"([^"]*)"', line)


def test_a_walk_from_a_file_of_answers_can_be_private_too(tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text(f"name: {SECRET}\nstate: VT\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "navigator", "start", "--private", "--answers", str(answers)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NAVIGATOR_HOME": str(tmp_path / "home")},
    )
    assert run.returncode == 0
    assert SECRET in run.stdout
    assert not (tmp_path / "home").exists()


def in_menus(tmp_path: Path, drive: Path) -> Terminal:
    """A private walk in menus, stopped at once, with the question what to take along on the screen."""
    terminal = Terminal(
        tmp_path / "home", "start", "--private", "--route", "quick", folder=tmp_path, NAVIGATOR_DRIVES=str(drive)
    )
    terminal.see("nothing is written on this computer")
    terminal.keys("vermont", ENTER)
    terminal.see("What work have you done?")
    terminal.keys(CTRL_C)
    terminal.see("What would you like to take along?")
    terminal.see("You stopped.")
    return terminal


def test_in_menus_too_it_is_said_where_the_page_was_saved_and_what_went_wrong(tmp_path: Path, drive: Path) -> None:
    terminal = in_menus(tmp_path, drive)
    terminal.keys(ENTER)
    terminal.see("Saved in")
    terminal.keys(DOWN, ENTER)
    terminal.see("Which folder?")
    terminal.keys(str(tmp_path / "nowhere"), ENTER)
    terminal.see("There is no folder")
    terminal.keys(UP, ENTER)
    terminal.see("Nothing was written.")
    terminal.keys(DOWN, ENTER)
    terminal.see("Which folder?")
    terminal.keys(str(tmp_path / "mine"), ENTER)
    terminal.see("Shall we make it?")
    terminal.keys(ENTER)
    terminal.see("Saved in")
    assert (tmp_path / "mine" / "my-page.html").is_file()
    terminal.keys(UP, ENTER)
    terminal.see("Only what you saved yourself is left.")
    terminal.see("You saved:")
    assert terminal.ends() == 0


def test_in_menus_no_hint_of_a_private_walk_says_that_answers_are_kept(tmp_path: Path, drive: Path) -> None:
    terminal = in_menus(tmp_path, drive)
    terminal.keys(UP, ENTER)
    terminal.see("Your answers are cleared.")
    assert terminal.ends() == 0
    assert "Ctrl-C: go to the end." in terminal.all
    assert "all is kept" not in terminal.all and "answers are kept, and" not in terminal.all


def test_a_code_to_scan_stays_on_the_screen_until_enter(tmp_path: Path, drive: Path) -> None:
    terminal = in_menus(tmp_path, drive)
    terminal.keys("s", "s", "s", ENTER)
    seen = terminal.child.expect_exact(["Press Enter to go on.", "This window is too small for a code."])
    if seen == 0:
        terminal.keys(ENTER)
        terminal.see("The code held this text:")
    terminal.keys(UP, ENTER)
    terminal.see("Your answers are cleared.")
    assert terminal.ends() == 0


def test_the_question_about_time_says_only_what_is_true_where_nothing_is_kept(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "home", "start", "--private", "--plain", folder=tmp_path)
    terminal.see("How much time do you have?")
    terminal.line("stop")
    terminal.line("finish")
    terminal.see("Your answers are cleared.")
    terminal.ends()
    assert "take along what you have so far" in " ".join(terminal.all.split())
    assert "answers are kept, and" not in terminal.all
