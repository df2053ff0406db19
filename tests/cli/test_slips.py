"""What is typed wrong on the command line is told in a plain sentence: what happened, to which flag, and what to do."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import Ran, navigator

JARGON = re.compile(
    r"valid int|valid float|Invalid value|in the range|<=|>=|\bargument|\boption\b|\brequires\b|No such|unexpected|Missing "
)
"""Words of the library that reads the line, and of programmers."""

LINES = {
    "start --minutes x": ("--minutes needs a whole number, 0 or more, and 'x' is not one.", "navigator start --help"),
    "start --minutes -3": ("--minutes needs a whole number, 0 or more, and -3 is not one.", "navigator start --help"),
    "plan next --limit 99": ("--limit needs a whole number from 1 to 50, and 99 is not one.", "navigator plan next"),
    "titles cook --top many": ("--top / --limit needs a whole number from 1 to 20", "navigator titles --help"),
    "record restore last": ("'navigator record restore' needs a whole number, 1 or more, and 'last' is not", ""),
    "mach": ("There is no command 'mach'. Did you mean 'match', 'batch'?", "'navigator --help' shows the commands."),
    "record foo": ("There is no command 'foo'.", "'navigator record --help' shows the commands."),
    "match --jsn": ("'navigator match' has no flag --jsn. Did you mean --json?", "'navigator match --help' shows what"),
    "match --lang es": ("'navigator match' has no flag --lang. Did you mean --language?", "navigator match --help"),
    "start -m": ("'navigator start' has no flag -m.", "navigator start --help"),
    "--minutes 3 start": ("Type it after the command: navigator start --minutes ...", "navigator --help"),
    "export summary --format": ("--format needs a value after it: text, markdown,", "navigator export summary --help"),
    "record add --level": ("--level needs a value after it. What does it lead to", "navigator record add --help"),
    "start --private=yes": ("--private takes no value: leave out what stands after its equals sign.", ""),
    "plan add": ("Something is missing after 'navigator plan add': the step, in your own words.", ""),
    "batch people.csv": ("Something is missing after 'navigator batch': the file to write", ""),
    "why": ("Something is missing after 'navigator why': an O*NET-SOC code or a job title.", ""),
    "occupation line cook": ("cannot use this part of the line: cook. Words that belong together go in quotes", ""),
}


def slip(line: str, home: Path, *more: str) -> Ran:
    """A line with a slip in it: refused with 2 and one line, and nothing else said or made."""
    ran = navigator(*line.split(), *more, home=home)
    assert ran.code == 2 and ran.out == "" and ran.err.count("\n") == 1, ran
    assert not home.exists()
    return ran


@pytest.mark.parametrize("line", LINES)
def test_a_slip_on_the_line_says_what_happened_to_which_flag_and_what_to_do(line: str, tmp_path: Path) -> None:
    said = slip(line, tmp_path / "home").err
    assert all(part in said for part in LINES[line]), said
    assert not JARGON.search(said) and said.rstrip().endswith((".", "?"))


@pytest.mark.parametrize("line", LINES)
def test_the_same_slip_is_said_in_spanish_without_a_word_of_english(line: str, tmp_path: Path) -> None:
    said = slip(line, tmp_path / "home", "--language", "es").err
    bare = re.sub(r"'[^']*'|--?[\w-]+|navigator(?: [a-z-]+)*", " ", said)
    assert not re.search(
        r"\b(the|needs|has|no flag|there|after|what|number|and|did|you|value|valid|range|argument|option|unexpected)\b",
        bare,
    ), said
    assert "--help" in said


def test_last_words_about_a_mistake_of_ours_break_between_words_in_a_window() -> None:
    code = "import sys; from navigator.cli import main; sys.excepthook = main._kind_excepthook; 1 / 0"
    window, theirs = os.openpty()
    with os.fdopen(window, "rb", buffering=0) as shown:
        subprocess.run([sys.executable, "-c", code], stderr=theirs, env={**os.environ, "COLUMNS": "60"}, check=False)
        os.close(theirs)
        lines = shown.read(4_000).decode().split("\r\n")
    assert len(lines) > 2 and max(map(len, lines)) <= 60
    assert "Please report it; NAVIGATOR_DEBUG=1 shows the details." in " ".join(lines)


@pytest.mark.parametrize("group", ["export", "data", "record"])
def test_a_group_of_commands_named_alone_is_answered_by_its_help_as_it_stands(group: str, tmp_path: Path) -> None:
    ran = navigator(group, home=tmp_path / "home")
    assert ran.code == 2 and ran.err.startswith(f"Usage: navigator {group} ") and "Commands:\n" in ran.err
    told = navigator(group, "--json", home=tmp_path / "home")
    assert told.code == 2 and told.json["problems"][0].startswith(f"Name a command after 'navigator {group}'.")


def test_escape_codes_in_what_was_typed_do_not_reach_the_screen(tmp_path: Path) -> None:
    assert "\x1b" not in navigator("match", "--\x1b[31m", home=tmp_path).err
