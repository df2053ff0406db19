"""Lines that are read aloud: no codes beside a name, and headings with nothing around them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from navigator.domain.record import Record
from navigator.records.store import RecordStore
from tests.running import navigator
from tests.workers import saved

CODE = re.compile(r"\[\d\d-\d{4}\.\d\d\]")


@pytest.fixture
def home(tmp_path: Path, ana: Record) -> Path:
    store = RecordStore(home=tmp_path / "home")
    saved(store, ana)
    return store.home


@pytest.mark.parametrize("command", ["match", "pathways"])
def test_cards_say_a_code_on_the_screen_and_none_where_they_are_read_aloud(
    home: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TERM", raising=False)
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    shown, heard = navigator(command, home=home).out, navigator("--plain", command, home=home).out
    assert CODE.search(shown) and not CODE.search(heard)
    assert '"NAME"' in heard and "CODE" in shown and "CODE" not in heard
    monkeypatch.setenv("ACCESSIBLE", "1")
    assert navigator(command, home=home).out == heard


def test_a_heading_of_the_page_and_the_plan_in_text_stands_alone(home: Path) -> None:
    for what, head in (("summary", "WHAT I CAN DO"), ("plan", "SIGNATURES")):
        told = navigator("export", what, "--format", "text", home=home).out
        assert f"\n\n{head}\n" in told and "==" not in told
