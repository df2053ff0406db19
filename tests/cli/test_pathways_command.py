"""`navigator pathways` in fresh processes: plain lines, one JSON envelope, and sentences for what cannot be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.cli.paper import PlainPaper
from navigator.cli.session import Session
from navigator.cli.views.pathways import compared_view, doors_view, ways_view
from navigator.domain.record import Experience, Money, Person, Record, Wants
from navigator.records.store import RecordStore
from navigator.services.pathways import pathways
from navigator.services.way_compare import compared, doors
from navigator.services.way_wishes import Wish

JOB = Experience(id="job1", title="<b>[red]aide", code="31-1131.00", kind="paid", length="years")
RECORD = Record(
    id="r", created="2026-01-01", person=Person(state="OH", last_pay=Money(amount=18.2, per="hour")), experience=(JOB,),
    wants=Wants(train_months=12.0, schooling="high_school", licences=("cna",)),
)  # fmt: skip


@pytest.fixture
def home(tmp_path: Path, catalogue: Catalogue) -> Path:
    """A home with one record; the catalogue is compiled by then."""
    store = RecordStore(home=tmp_path / "home")
    store.save(store.new("Rosa"), RECORD)
    return store.home


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "navigator", "pathways", *words]
    env = os.environ | {"NAVIGATOR_HOME": str(home), "COLUMNS": "80"}
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False)


def test_ways_are_plain_lines_of_80_columns_with_sources(home: Path) -> None:
    done = run(home, "--plain")
    assert done.returncode == 0 and not done.stderr
    assert "\x1b" not in done.stdout and max(map(len, done.stdout.splitlines())) <= 80
    for text in (
        "Up in your field",
        "Out to another field",
        "not promises",
        "OEWS May 2025",
        "For exploring work only",
    ):
        assert text in done.stdout


def test_json_is_one_envelope_with_the_figures(home: Path) -> None:
    body = json.loads(run(home, "--json").stdout)
    assert (body["command"], body["status"]) == ("pathways", "ok")
    assert body["data"]["routes"][0]["steps"][0]["middle"]["hourly"] > 0


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--within", "soon"), 2, "2y or 18m"),
        (("--what-if", "licence=nothing"), 2, "licence=nothing"),
        (("--compare", "1"), 2, "comma"),
        (("--to", "99-9999.00"), 3, "no occupation"),
    ],
)
def test_what_cannot_be_is_one_sentence_without_a_traceback(
    home: Path, words: tuple[str, ...], code: int, says: str
) -> None:
    done = run(home, *words)
    assert done.returncode == code and says in done.stderr
    assert "Traceback" not in done.stderr and len(done.stderr.strip().splitlines()) == 1


@pytest.fixture
def plain() -> Session:
    """A run in plain lines."""
    session = Session(plain=True)
    session.__dict__["paper"] = PlainPaper()
    return session


def test_two_ways_side_by_side_read_well_in_plain_lines(
    catalogue: Catalogue, plain: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    compared_view(compared(catalogue, RECORD, "29-2061.00,31-9092.00", Wish()), plain)
    shown = capsys.readouterr().out
    assert shown.index("A. Practical nurse") < shown.index("B. Medical assistant")
    assert "Time, cost, earning" in shown


def test_doors_are_named(catalogue: Catalogue, plain: Session, capsys: pytest.CaptureFixture[str]) -> None:
    doors_view(doors(catalogue, RECORD), plain)
    shown = capsys.readouterr().out
    assert "A certificate or license" in shown and "would help most" in shown


def test_new_ways_of_a_what_if_are_marked(
    catalogue: Catalogue, plain: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    ways_view(pathways(catalogue, RECORD, Wish(what_if="train=24")), plain)
    shown = capsys.readouterr().out
    assert "- new" in shown and "more kinds of work" in shown
