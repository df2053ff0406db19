"""Commands in our last words are named as they are typed here."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from navigator.cli import app, private
from navigator.cli.called import VERBS, begin, menu, program, typed, usual_language
from navigator.cli.paper import wrapped
from navigator.cli.session import Session
from tests.running import apart


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    file = tmp_path / ".venv" / "bin" / "navigator"
    file.parent.mkdir(parents=True)
    file.touch()
    return file


def test_where_the_path_finds_what_was_started_the_name_is_enough(installed: Path) -> None:
    assert program(str(installed), str(installed)) == "navigator"


def test_in_a_checkout_the_way_to_it_is_named_as_short_as_it_is(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert program(str(installed), None) == ".venv/bin/navigator"


def test_from_another_folder_the_whole_way_is_named(installed: Path) -> None:
    assert program(str(installed), None) == str(installed)


def test_another_navigator_on_the_path_is_not_the_one_that_was_started(installed: Path, tmp_path: Path) -> None:
    other = tmp_path / "navigator"
    other.touch()
    assert program(str(installed), str(other)) == str(installed)


def test_a_module_run_by_python_is_called_by_its_name() -> None:
    assert program("/somewhere/navigator/__main__.py", None) == "navigator"


@pytest.mark.parametrize(
    ("around", "usual"), [({}, "en"), ({"NAVIGATOR_LANGUAGE": "es"}, "es"), ({"LANG": "es_US.UTF-8"}, "es")]
)
def test_the_language_that_needs_no_flag_is_that_of_the_surroundings(around: dict[str, str], usual: str) -> None:
    assert usual_language(around) == usual


def test_a_command_at_the_end_of_a_sentence_stays_on_one_line() -> None:
    told = "Alto. Todo lo que usted contestó está guardado. Siga cuando quiera con: .venv/bin/navigator --language es start"
    assert wrapped(told, 0)[-1] == ".venv/bin/navigator --language es start"
    assert " ".join(wrapped(told, 0)) == told


@pytest.fixture
def desk() -> Iterator[None]:
    """A run of its own: what it was told is forgotten after it."""
    yield
    begin(())


@pytest.mark.usefixtures("desk")
def test_a_command_that_follows_carries_the_folder_and_the_record_of_the_run_that_says_it() -> None:
    begin(["--home", "/tmp/my home", "--record=ana", "--json", "match"])
    assert typed("'navigator start' begins one.") == "'navigator --home '/tmp/my home' --record ana start' begins one."
    assert typed("To see it: navigator record show. To take it back: navigator record undo.") == (
        "To see it: navigator --home '/tmp/my home' --record ana record show. "
        "To take it back: navigator --home '/tmp/my home' --record ana record undo."
    )
    assert menu() == "navigator --home '/tmp/my home' --record ana"
    again = f"To see your page again, type: {menu()}"
    assert typed(again) == again


@pytest.mark.usefixtures("desk")
def test_a_command_that_names_its_own_record_or_none_does_not_get_that_of_the_run() -> None:
    begin(["--home", "H", "--record", "ana", "match"])
    assert typed("The page: navigator export summary --record bob") == (
        "The page: navigator --home H export summary --record bob"
    )
    assert typed("'navigator record use NAME' or 'navigator --record ana record erase'") == (
        "'navigator --home H record use NAME' or 'navigator --home H --record ana record erase'"
    )


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "text",
    [
        "A career navigator plan is made with a person.",
        "It is not a navigator record (it does not say so).",
        "Ask a career navigator: they know.",
        "Update navigator to open it.",
        "I worked as: navigator",
    ],
)
def test_what_is_no_command_stays_as_it_is(text: str) -> None:
    begin(["--home", "H", "match"])
    assert typed(text) == text


@pytest.mark.usefixtures("desk")
def test_a_run_that_named_nothing_names_its_commands_in_short() -> None:
    begin(["match"])
    assert typed("Not for you? navigator not-for-me CODE.") == "Not for you? navigator not-for-me CODE."


def test_every_command_of_the_app_is_known_by_its_name() -> None:
    known = app.VERBS.keys() | app.GROUPS.keys()
    assert set(VERBS.split("|")) == known


def test_what_a_run_says_can_be_typed_as_it_stands_and_means_the_same_record(tmp_path: Path) -> None:
    home = tmp_path / "my home"
    apart("record", "new", "Ana", "--home", home)
    apart("record", "new", "Bo", "--home", home)
    ran = apart("record", "show", "--home", home, "--record", "ana", "--language", "es")
    (shown,) = re.findall(r"navigator (.*?) start'", " ".join(ran.out.split()))
    again = apart(*shlex.split(shown), "record", "show")
    assert again.code == 0 and again.out == ran.out and "ana.json" in ran.out


@pytest.mark.parametrize(
    "line", [["--record", "r", "--home", "H"], ["--center", "c.yaml", "--record", "r"], ["--record", "r"]]
)
def test_what_was_rewritten_once_is_not_rewritten_again(line: list[str]) -> None:
    begin([*line, "record", "show"])
    said = typed("Go on any time with: navigator start")
    assert "--record r start" in said and typed(said) == said


def test_a_walk_in_private_names_no_folder() -> None:
    begin(["--home", "H", "--record", "ana", "start"])
    said = "To begin: navigator start"
    assert "--home H" in typed(said)
    private.begin(Session())
    assert typed(said).endswith("navigator start") and "--home" not in typed(said)


def test_what_is_said_of_a_line_typed_wrong_is_about_that_line(tmp_path: Path) -> None:
    ran = apart("match", "--jsn", "--home", tmp_path)
    assert ran.err.startswith("'navigator match' has no flag --jsn.") and "--home" not in ran.err
