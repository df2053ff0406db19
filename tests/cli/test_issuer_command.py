"""`navigator issuer`, and `export badge|clr|ler-rs`: files where they were asked for, private, with honest words beside."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from navigator.domain.record import Document, Record
from navigator.records.keys import CenterKey
from navigator.records.store import RecordStore
from tests.light_seal import lighten
from tests.running import apart, navigator
from tests.workers import saved

VARIABLE, PASSPHRASE = "NAVIGATOR_ISSUER_PASSPHRASE", "four words in row"


@pytest.fixture
def home(store: RecordStore, ana: Record) -> Path:
    saved(store, ana)
    return store.home


@pytest.fixture
def passphrase() -> Iterator[None]:
    """The passphrase as a script gives it."""
    os.environ[VARIABLE] = PASSPHRASE
    yield
    del os.environ[VARIABLE]


def test_badges_are_written_for_their_owner_alone_with_what_to_expect(home: Path, tmp_path: Path) -> None:
    ran = navigator("export", "badge", "--out", tmp_path, "--plain", home=home)
    files = sorted(tmp_path.glob("badge-*"))
    assert ran.code == 0, ran.err
    assert files
    assert {f.stat().st_mode & 0o777 for f in files} == {0o600}
    told = " ".join(ran.out.split())
    assert "Some sites will say that they do not know who issued this. That is right: you did." in told
    assert "It does not show that what it says is true." in told


def test_no_key_is_left_behind(home: Path, tmp_path: Path) -> None:
    before = set(home.rglob("*"))
    navigator("export", "badge", "--out", tmp_path, home=home)
    navigator("export", "clr", "--out", tmp_path / "c.json", home=home)
    assert set(home.rglob("*")) == before
    assert all(b"PRIVATE" not in f.read_bytes() for f in tmp_path.iterdir() if f.is_file())


def test_one_thing_in_one_format_goes_into_one_file(home: Path, tmp_path: Path) -> None:
    ran = navigator("export", "badge", "--of", "listening", "--format", "svg", "--out", tmp_path / "l.svg", home=home)
    assert ran.code == 0, ran.err
    assert (tmp_path / "l.svg").read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--format", "gif"), "Choose json, png, svg"),
        (("--out", "one.json"), "--out needs a folder"),
        (("--of", "listening", "--format", "png", "--out", "one.json"), "ends in .json"),
        (("--of", "juggling"), "is not in this record"),
        (("--note", "Saw it."), "--confirmed-by"),
        (("--confirmed-by", " "), "Say who confirms it"),
        (("--for", "nobody"), "nobody"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    home: Path, tmp_path: Path, more: tuple[str, ...], says: str
) -> None:
    placed = [str(tmp_path / m) if m.endswith((".json", "all")) else m for m in more]
    if "--out" not in placed:
        placed += ["--out", str(tmp_path)]
    ran = navigator("export", "badge", *placed, home=home)
    assert ran.code in (2, 3)
    assert says in ran.err
    assert list(tmp_path.glob("*.json")) + list(tmp_path.glob("badge-*")) == []


def test_a_folder_that_was_not_there_is_made_and_said(home: Path, tmp_path: Path) -> None:
    ran = navigator("export", "badge", "--of", "listening", "--out", tmp_path / "new", "--plain", home=home)
    assert "was not there, so it was made" in " ".join(ran.out.split())
    assert (tmp_path / "new" / "badge-listening.json").exists()


def test_for_somebody_else_nothing_leaves_unseen(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "l.json"
    ran = navigator("export", "ler-rs", "--for", "employer", "--out", out, "--json", home=home)
    assert ran.code == 9
    assert "--yes" in ran.json["problems"][0]
    assert not out.exists()
    assert navigator("export", "ler-rs", "--for", "employer", "--yes", "--out", out, home=home).code == 0
    assert out.exists()


def test_parts_that_are_not_shared_are_absent(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "l.json"
    navigator("export", "ler-rs", "--only", "skills", "--out", out, home=home)
    made = json.loads(out.read_text())
    assert "skills" in made
    assert not {"employmentHistories", "licenses"} & set(made)


def test_json_names_the_files(home: Path, tmp_path: Path) -> None:
    ran = navigator("export", "clr", "--out", tmp_path / "c.json", "--json", home=home)
    assert ran.json["data"] == {"files": [str(tmp_path / "c.json")], "signed": True, "center": ""}


@pytest.mark.usefixtures("passphrase")
def test_a_center_makes_its_key_shows_it_and_confirms(home: Path, tmp_path: Path) -> None:
    ran = navigator("issuer", "init", "--name", "Riverside", "--url", "https://example.org", "--json", home=home)
    assert ran.code == 0, ran.err
    shown = navigator("issuer", "show", "--json", home=home).json["data"]
    assert shown == ran.json["data"]
    assert shown["did"].startswith("did:key:z6Mk")
    lighten(CenterKey(home=home).sealed, PASSPHRASE)
    done = navigator(
        "export",
        "badge",
        "--of",
        "listening",
        "--confirmed-by",
        "Rosa Diaz, navigator",
        "--out",
        tmp_path,
        "--plain",
        home=home,
    )
    assert done.code == 0, done.err
    seen = json.loads((tmp_path / "badge-listening-confirmed.json").read_text())
    assert seen["issuer"]["id"] == shown["did"]
    assert "signed by Riverside" in " ".join(done.out.split())
    os.environ[VARIABLE] = "something else"
    wrong = navigator("export", "badge", "--confirmed-by", "Rosa", "--out", tmp_path / "none", home=home)
    assert wrong.code == 2
    assert not (tmp_path / "none").exists()
    again = navigator("issuer", "init", "--name", "Other", home=home)
    assert again.code == 2
    assert "already" in again.err


def test_a_confirmation_without_a_key_says_how_to_make_one(home: Path, tmp_path: Path) -> None:
    ran = navigator("export", "badge", "--confirmed-by", "Rosa", "--out", tmp_path, home=home)
    assert ran.code == 3
    assert "navigator issuer init" in ran.err


def test_without_a_terminal_the_variable_is_named(tmp_path: Path) -> None:
    ran = apart("issuer", "init", "--name", "Riverside", "--home", tmp_path)
    assert ran.code == 9
    assert VARIABLE in ran.err
    assert not (tmp_path / "issuer").exists()


def test_what_a_clr_leaves_out_is_said_beside_it(store: RecordStore, ana: Record, tmp_path: Path) -> None:
    token = Document(id="d1", name="Safe driving", media="application/vc+jwt", content="a.b.c", result="valid")
    saved(store, replace(ana, documents=(token,)))
    ran = navigator("export", "clr", "--out", tmp_path / "c.json", "--json", home=store.home)
    assert ran.code == 0 and [n for n in ran.json["notices"] if n.startswith("Left out: Safe driving.")]


def test_without_the_extra_the_command_that_installs_it_is_named(home: Path, tmp_path: Path) -> None:
    line = ["export", "clr", "--out", str(tmp_path / "c.json"), "--home", str(home)]
    code = (
        f"import sys\nsys.modules['openbadgeslib'] = None\nfrom navigator.cli.main import run\nsys.exit(run({line!r}))"
    )
    ran = apart(code=code)
    assert ran.code == 10
    assert " -m pip install " in ran.err and "[credentials]'" in ran.err
