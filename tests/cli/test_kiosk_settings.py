"""What a center sets for its public terminal, from both kinds of file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from navigator.cli.commands.kiosk import command_of
from navigator.cli.kiosk.settings import Settings, settings_from
from navigator.cli.kiosk.warning import warning_words
from navigator.domain.errors import BadInput


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kiosk.yaml", "area: OH\nlanguage: es\nquiet: 90\nlarge: yes\n"),
        ("kiosk.ini", "[kiosk]\narea = OH\nlanguage = es\nquiet = 90\nlarge = true\n"),
        ("kiosk.cfg", "area = OH\nlanguage = es\nquiet = 90\nlarge = true\n"),
    ],
)
def test_yaml_and_ini_say_the_same(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    assert settings_from(file) == Settings(area="OH", language="es", quiet=90.0, large=True)


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"area: [1", b"- a\n", b"quiet: soon\n", b"colour: red\n", b"x" * 200_000]
)
def test_a_file_that_is_no_settings_file_is_refused_with_its_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kiosk.yaml"
    file.write_bytes(content)
    with pytest.raises(BadInput, match=r"kiosk\.yaml"):
        settings_from(file)


def test_a_setting_that_stands_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.yaml"
    file.write_text("area: OH\nquiet: 90\narea: KY\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"kiosk\.yaml:3: the key 'area' stands twice"):
        settings_from(file)


def test_settings_in_a_pipe_that_nobody_writes_to_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "kiosk.yaml")
    with pytest.raises(BadInput, match=r"kiosk\.yaml cannot be read"):
        settings_from(tmp_path / "kiosk.yaml")


def test_settings_without_end_are_refused_before_memory_ends() -> None:
    with pytest.raises(BadInput, match="/dev/zero is too large"):
        settings_from(Path("/dev/zero"))


def test_the_walk_of_a_kiosk_is_always_private_and_public() -> None:
    command = command_of(Settings(area="OH", plain=True, minutes=15))
    assert command[command.index("start") :] == [
        *("start", "--private", "--public", "--plain", "--area", "OH", "--minutes", "15")
    ]


def test_each_setting_of_a_kiosk_reaches_the_walk_under_its_own_flag() -> None:
    words = {"language": "es", "with": "en", "center": "oak.yaml", "home": "/kiosk", "route": "quick", "area": "OH"}
    command = command_of(Settings(**{"beside" if name == "with" else name: word for name, word in words.items()}))
    assert {name: command[command.index(f"--{name}") + 1] for name in words} == words


def test_the_warning_names_the_seconds_and_draws_no_figures_in_plain_mode() -> None:
    assert b"15 seconds" in warning_words(15, plain=True)
    assert b"#" not in warning_words(15, plain=True)
    assert b"#####" in warning_words(15, plain=False)
    assert b"1 second " in warning_words(1, plain=True)
