"""Commands in our last words are named as they are typed here."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.cli.called import program, usual_language
from navigator.cli.paper import wrapped


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


def test_from_another_folder_the_whole_way_is_named(installed: Path, tmp_path: Path) -> None:
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
