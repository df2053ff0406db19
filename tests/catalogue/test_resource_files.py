"""Our own entries: complete, plain, consistent; and what is said when a file is not."""

from __future__ import annotations

import re
import statistics
from datetime import date
from pathlib import Path

import pytest

from navigator.catalogue.resources import read_resources
from navigator.catalogue.store import Catalogue
from navigator.domain.errors import Problem
from navigator.domain.resource import Resource
from tests.reading import grade

DATA = Path(__file__).resolve().parents[2] / "data" / "resources"
WANTED = {
    "job-center", "etpl", "apprenticeship-office", "snap", "tanf", "child-care-subsidy", "adult-education", "voc-rehab",
    "unemployment", "medicaid",
}  # fmt: skip
"""What every state and territory names its own office for."""


@pytest.fixture(scope="module")
def national(catalogue: Catalogue) -> list[Resource]:
    return catalogue.resources("US")


def test_every_state_and_territory_names_its_offices(catalogue: Catalogue) -> None:
    for area in set(catalogue.areas) - {"US"}:
        named = {r.program for r in catalogue.resources(area) if r.near == "state"}
        assert named >= WANTED, f"{area} lacks {WANTED - named}"


def test_every_kind_of_help_of_the_list_is_there(national: list[Resource]) -> None:
    ids = {r.id for r in national}
    assert ids >= WANTED | {
        "apprenticeship", "wioa-training", "pell", "workforce-pell", "snap-et", "job-corps", "youthbuild", "usa-learns",
        "digital-learn", "gi-bill", "veterans-first", "reentry-center", "clear-record", "half-fare", "two-one-one",
        "legal-aid", "marketplace", "union-training", "wipa",
    }  # fmt: skip


def test_every_kind_but_other_has_help_in_the_nation(catalogue: Catalogue, national: list[Resource]) -> None:
    served = {k for r in national for k in r.kinds}
    assert {k.id for k in catalogue.resource_kinds} == served | {"other"}


def test_every_entry_says_what_it_gives_and_how_to_begin(catalogue: Catalogue) -> None:
    for area in catalogue.areas:
        for r in catalogue.resources(area):
            assert r.gives and r.how and r.kinds and r.source, r.id
            assert r.checked_on == date(2026, 11, 22), r.id


def test_what_may_have_changed_is_marked_for_a_local_check(catalogue: Catalogue) -> None:
    assert all(r.verify == "local" for area in catalogue.areas for r in catalogue.resources(area))


def test_web_addresses_are_safe_and_phones_are_whole(catalogue: Catalogue) -> None:
    for area in catalogue.areas:
        for r in catalogue.resources(area):
            assert not r.web or r.web.startswith("https://"), r.id
            assert not r.phone or re.fullmatch(r"\d{3}|1-8\d\d-\d{3}-\d{4}", r.phone), r.id


def test_our_words_read_at_grade_six_in_the_middle_and_eight_at_most(national: list[Resource]) -> None:
    grades = {r.id: grade(". ".join(t for t in (r.gives, r.how, r.who) if t)) for r in national}
    assert statistics.median(grades.values()) <= 6
    assert {name: round(g, 1) for name, g in grades.items() if g > 8} == {}


def test_notes_on_a_raise_read_at_grade_six(catalogue: Catalogue) -> None:
    assert statistics.median(grade(n.note) for n in catalogue.raise_notes) <= 6
    assert {"snap", "medicaid", "childcare", "housing"} <= {n.id for n in catalogue.raise_notes}


def test_a_states_entry_takes_the_words_of_its_program(catalogue: Catalogue) -> None:
    found = {r.id: r for r in catalogue.resources("OH")}
    assert found["oh-tanf"].name == "Ohio Works First (OWF)"
    assert found["oh-tanf"].gives == found["tanf"].gives


def copied(tmp_path: Path) -> Path:
    for name in ("kinds.yaml", "raise.yaml", "national.yaml", "oh.yaml"):
        (tmp_path / name).write_text((DATA / name).read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def problems_after(folder: Path, name: str, old: str, new: str) -> list[Problem]:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    found: list[Problem] = []
    read_resources(folder, ["US", "OH"], found)
    return found


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("oh.yaml", "program: tanf", "program: tamf", "the program 'tamf' is not in national.yaml"),
        ("oh.yaml", "id: oh-tanf", "id: tx-tanf", "the id should begin with oh-"),
        ("oh.yaml", "id: oh-snap-et", "id: oh-snap", "the id stands twice"),
        ("oh.yaml", "area: OH", "area: TX", "its area is TX"),
        ("oh.yaml", "checked_on: 2026-11-22", "checked_on: 2026-02-30", "not valid YAML"),
        ("oh.yaml", "https://apprentice", "http://apprentice", "web"),
        ("national.yaml", "kinds: [food]", "kinds: [foot]", "the kind 'foot' is not in kinds.yaml"),
        ("national.yaml", "phone: 1-877-872-5627", "phone: 877", "phone"),
        ("raise.yaml", "ask: [snap]", "ask: [snip]", "'snip' is not in national.yaml"),
    ],
)
def test_a_slip_in_our_files_is_named_with_file_and_line(
    tmp_path: Path, name: str, old: str, new: str, says: str
) -> None:
    found = problems_after(copied(tmp_path), name, old, new)
    assert any(says in str(p) for p in found), found
    assert all(p.path.parent == tmp_path for p in found)


def test_a_missing_state_is_a_problem(tmp_path: Path) -> None:
    found: list[Problem] = []
    read_resources(copied(tmp_path), ["US", "OH", "TX"], found)
    assert [p.path.name for p in found] == ["tx.yaml"]
