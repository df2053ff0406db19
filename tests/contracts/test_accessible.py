"""Every command, in lines in order: with ACCESSIBLE=1 no escape sequence is written, and nothing is lost beside the other way."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest
import typer

from navigator.cli.app import whole
from tests.running import ROOT, navigator

pytestmark = pytest.mark.journey

EXAMPLE = ROOT / "examples" / "nursing-assistant.yaml"

COMMANDS: dict[str, str] = {
    "questions": "questions --route quick",
    "match": "match",
    "why": "why 29-2061.00",
    "why-not": "why-not 23-1011.00",
    "not-for-me": "not-for-me 31-1121.00",
    "what-if": "what-if 'train 6 months'",
    "pathways": "pathways",
    "occupation": "occupation 'line cook' --more",
    "titles": "titles cajera",
    "near": "near 31-1131.00",
    "import": "import resume.txt --yes",
    "verify": "verify page.txt",
    "record show": "record show",
    "record list": "record list",
    "record new": "record new second --record second.json",
    "record add": "record add work --title 'Shop helper' --employer 'Corner Store'",
    "record edit": "record edit want.pay '18 an hour'",
    "record remove": "record remove work 'Shop helper'",
    "record undo": "record undo",
    "record redo": "record redo",
    "record history": "record history",
    "record diff": "record diff",
    "record restore": "record restore 2",
    "resources": "resources --need childcare",
    "resources show": "resources show two-one-one",
    "resources check": "resources check",
    "resources stale": "resources stale",
    "guide": "guide",
    "guide answers": "guide answers",
    "plan": "plan",
    "plan add-goal": "plan add-goal 'Work days'",
    "plan add": "plan add 'Ask about classes' --goal g1 --due 'in 2 weeks'",
    "plan show": "plan show",
    "plan next": "plan next",
    "plan ics": "plan ics --out plan.ics",
    "plan done": "plan done a1",
    "plan edit": "plan edit a1 --text 'Ask about evening classes'",
    "plan overdue": "plan overdue",
    "plan remove": "plan remove a1",
    "plan from-pathway": "plan from-pathway 1",
    "export plan": "export plan",
    "export summary": "export summary",
    "export resume": "export resume",
    "export referral": "export referral --to food-bank",
    "data status": "data status",
    "data check": "data check",
    "schema record": "schema record",
}
"""Each command as it is typed here. They run in this order in one folder with one record."""

ELSEWHERE = {
    "start": "a walk: tests/journeys/test_first_walk.py answers every kind of question on plain lines",
    "kiosk": "a terminal of its own: tests/journeys/test_kiosk.py, in plain mode",
    "key-in": "asks: tests/journeys/test_worksheet.py",
    "batch": "writes a file: tests/cli/test_bulk.py",
    "print worksheet": "writes a file: tests/cli",
    "guide answer": "asks: tests/cli",
    "record seal": "asks for a passphrase: tests/cli",
    "record unseal": "asks for a passphrase: tests/cli",
    "record change-passphrase": "asks for a passphrase: tests/cli",
    "record use": "changes which record the others are about: tests/cli/test_record_use.py",
    "record erase": "removes the record that the others need: tests/cli",
    "resources add": "tests/cli/test_resources_command.py",
    "resources edit": "tests/cli/test_resources_command.py",
    "resources import": "tests/cli/test_resources_command.py",
    "issuer init": "asks for a passphrase: tests/cli/test_issuer_command.py",
    "issuer show": "needs a key: tests/cli/test_issuer_command.py",
    "export badge": "writes a file: tests/cli",
    "export clr": "writes a file: tests/cli",
    "export ler-rs": "writes a file: tests/cli",
}
"""Commands that are driven in another place, and where."""

BOXES = re.compile(r"[─-╿█-▟⠀-⣿]")
ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07|[()][0-9A-B])")
RESUME = "Rosa Lee\n\nWork\nLine cook, Blue Plate Diner, 2019 - 2021\n\nSkills\nListening\n"

DRIVER = """
import shlex, sys
from navigator.cli.main import run
for line in open(sys.argv[1], encoding="utf-8").read().splitlines():
    print("## " + line, flush=True)
    code = run(shlex.split(line))
    sys.stdout.flush(); sys.stderr.flush()
    print(f"## ends with {code}", flush=True)
"""


def leaves(group: typer.Typer, before: tuple[str, ...] = ()) -> Iterator[str]:
    """Every command, with the groups it stands in."""
    for command in group.registered_commands:
        name = command.name or getattr(command.callback, "__name__", "").replace("_", "-")
        yield " ".join((*before, name))
    for inner in group.registered_groups:
        if inner.typer_instance is not None:
            yield from leaves(inner.typer_instance, (*before, str(inner.name)))


def test_every_command_is_driven_here_or_it_is_said_where() -> None:
    groups = {"resources", "guide", "plan"}  # these do something by themselves too
    assert set(leaves(whole())) | groups == (set(COMMANDS) | set(ELSEWHERE))
    assert not set(COMMANDS) & set(ELSEWHERE)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one walked record, and the files that the commands name."""
    folder = tmp_path_factory.mktemp("prepared")
    assert navigator("start", "--answers", EXAMPLE, home=folder / "home").code == 0
    assert navigator("resources", "add", "--name", "Corner clinic", "--need", "health", home=folder / "home").code == 0
    assert navigator("export", "summary", "--out", folder / "page.txt", "--yes", home=folder / "home").code == 0
    (folder / "resume.txt").write_text(RESUME, encoding="utf-8")
    (folder / "commands.txt").write_text("\n".join(COMMANDS.values()), encoding="utf-8")
    return folder


def driven(prepared: Path, folder: Path, **environment: str) -> dict[str, tuple[str, str]]:
    """What each command wrote to a real terminal of 80 by 24, and how it ended."""
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(prepared, folder)
    kept = {k: v for k, v in os.environ.items() if k not in ("ACCESSIBLE", "NO_COLOR", "COLUMNS", "LINES")}
    env = {**kept, "NAVIGATOR_HOME": str(folder / "home"), "TERM": "xterm-256color", **environment}
    child = pexpect.spawn(
        sys.executable,
        ["-c", DRIVER, "commands.txt"],
        env=env,
        cwd=folder,
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=180,
    )
    written = ""
    while child.expect_exact([pexpect.EOF, "-- Press Enter to read on, or type q to stop reading. "]) == 1:
        written += child.before
        child.send("\r")
        child.readline()
    written += child.before
    child.close()
    parts = re.findall(r"^## (.*?)\r?\n(.*?)^## ends with (\S+)", written, re.DOTALL | re.MULTILINE)
    return {command: (text, code) for command, text, code in parts}


@pytest.fixture(scope="module")
def both(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """Each command with its words on plain lines and on the other paper. One folder, so that paths are the same."""
    place = tmp_path_factory.mktemp("driven") / "work"
    plain = driven(prepared, place, ACCESSIBLE="1")
    rich = driven(prepared, place)
    assert list(plain) == list(COMMANDS.values())
    assert {c: code for c, (_, code) in plain.items() if code != "0"} == {}
    assert [code for _, code in plain.values()] == [code for _, code in rich.values()]
    return {command: (plain[command][0], rich[command][0]) for command in plain}


def test_no_escape_sequence_is_written_and_no_box_drawn(both: dict[str, tuple[str, str]]) -> None:
    assert [command for command, (plain, _) in both.items() if "\x1b" in plain] == []
    assert [command for command, (plain, _) in both.items() if BOXES.search(plain)] == []
    assert [command for command, (plain, _) in both.items() if "\r" in plain.replace("\r\n", "")] == []


def test_the_other_paper_does_use_escape_sequences(both: dict[str, tuple[str, str]]) -> None:
    assert sum("\x1b" in rich for _, rich in both.values()) > 10


def test_nothing_is_lost_on_plain_lines(both: dict[str, tuple[str, str]]) -> None:
    lost = {
        command: missing
        for command, (plain, rich) in both.items()
        if (missing := Counter(words(rich)) - Counter(words(plain)))
    }
    assert lost == {}


def test_no_line_is_wider_than_the_screen(both: dict[str, tuple[str, str]]) -> None:
    wide = {
        command: [line for line in plain.splitlines() if len(line) > 80 and " " in line.strip()[:80]]
        for command, (plain, _) in both.items()
        if not command.startswith("schema")
    }
    assert {command: lines for command, lines in wide.items() if lines} == {}


def words(text: str) -> list[str]:
    """The words of a screen, whatever colour, wrapping or bullets they came with; times of day aside, and the codes behind
    names of work: read aloud they are a row of numbers, so plain lines leave them out."""
    written = re.sub(r"\d\d:\d\d|\d\d-\d{4}\.\d\d|\bCODE\b", "", ESCAPES.sub("", text)).replace("\r\n", " ")
    return re.findall(r"[\w$%./-]{2,}", written)
