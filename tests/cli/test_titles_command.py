"""`titles` and `near` on the command line, and records that name a code which no occupation has."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from navigator.catalogue.store import Catalogue
from navigator.cli.main import run
from navigator.domain.record import Record
from navigator.engine.inventory import Known
from navigator.records.store import RecordStore
from navigator.services.inventory import known_of
from navigator.services.titles import find

WITHOUT_A_FILE = "29-1249.00"
"""A code of SOC that O*NET says nothing of, so we have no occupation under it."""
ONCE_CRASHED = (
    "surgeon",
    "oncologist",
    "lecturer",
    "slot attendant",
    "sleep technologist",
    "endocrinologist",
    "research and development engineer",
    "anesthesia technician",
    "bank operations",
    "trade operations analyst",
)


def data_of(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)["data"]


@pytest.mark.parametrize("title", ONCE_CRASHED)
def test_every_occupation_found_for_a_title_is_one_of_ours(catalogue: Catalogue, title: str) -> None:
    found = [hit.code for hit in find(catalogue, title, 20)]
    assert found
    assert all(catalogue.has(code) for code in found)


def test_a_walk_goes_on_after_a_title_with_no_occupation_of_its_own(catalogue: Catalogue) -> None:
    known: Known = known_of(catalogue)
    assert {choice.id for choice in known.finds("surgeon")} >= {"29-1242.00", "29-1243.00"}


@pytest.mark.parametrize("typed", ["29-1141.00", "29-1141", " 29-1141.00 "])
def test_a_code_typed_as_a_title_names_its_occupation(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["titles", typed, "--json"]) == 0
    (hit,) = data_of(capsys)
    assert (hit["code"], hit["sure"]) == ("29-1141.00", "sure")


@pytest.mark.parametrize("typed", ["99-9999.00", "29-1249", "29-1249.00"])
def test_a_code_that_is_not_there_is_said_to_be_none(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["titles", typed]) == 3
    assert f"There is no occupation '{typed}'." in capsys.readouterr().err


def test_a_file_of_titles_may_hold_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "titles.csv"
    path.write_text("title\n29-1141.00\n99-9999.00\nzzqxv\n")
    assert run(["titles", "--file", str(path), "--top", "1"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[1] == "29-1141.00,29-1141.00,Registered nurse (RN),sure,"
    assert rows[2].endswith(",no such code") and rows[3].endswith(",no match")


def test_the_employer_beside_one_title_is_heard(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["titles", "clerk", "--context", "hotel", "--json"]) == 0
    assert data_of(capsys)[0]["code"] == "43-4081.00"


def test_near_says_which_occupation_a_title_was_taken_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["near", "driver", "--limit", "2"]) == 0
    assert capsys.readouterr().out.startswith("Nearest to Delivery driver (van or small truck) (53-3033.00):\n1. ")
    assert run(["near", "driver", "--limit", "2", "--json"]) == 0
    assert [(n["base_code"], n["base_name"]) for n in data_of(capsys)] == [
        ("53-3033.00", "Delivery driver (van or small truck)")
    ] * 2


@pytest.mark.parametrize(
    "line",
    [
        ["match"],
        ["why-not", "cook"],
        ["pathways"],
        ["record", "show"],
        ["plan"],
        ["export", "resume"],
        ["export", "summary", "--format", "html"],
        ["export", "ler-rs"],
    ],
    ids=" ".join,
)
def test_a_record_with_a_code_that_no_occupation_has_can_be_used(
    line: list[str], store: RecordStore, ana: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    jobs = (replace(ana.experience[0], code=WITHOUT_A_FILE), *ana.experience[1:])
    store.save(store.new("old"), replace(ana, id="old", experience=jobs))
    assert run(["--home", str(store.home), *line]) == 0
