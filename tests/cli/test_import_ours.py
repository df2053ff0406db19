"""Pages, plans and worksheets of ours are no resume; our own resume is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.domain.record import Record
from navigator.formats.checksum import BLANK
from navigator.formats.words import PROPER_USE
from navigator.records.store import RecordStore
from navigator.services.bring_ours import is_ours
from tests.running import navigator
from tests.workers import saved


@pytest.fixture
def home(tmp_path: Path, ana: Record, monkeypatch: pytest.MonkeyPatch) -> Path:
    store = RecordStore(home=tmp_path / "home")
    saved(store, ana, "ana")
    monkeypatch.chdir(tmp_path)
    return store.home


@pytest.mark.parametrize(
    "written",
    [
        *(f"export summary --format {form}" for form in ("text", "markdown", "html", "pdf", "docx")),
        "export plan --format text",
        "export plan --format docx",
        "export plan --form iep --format html",
        "print worksheet --format html",
        "--language es export summary --format text",
        "--language es export plan --format text",
    ],
)
def test_what_we_wrote_is_refused_and_the_record_is_named_instead(home: Path, tmp_path: Path, written: str) -> None:
    out = tmp_path / "ours"
    assert navigator(*written.split(), "--out", out, home=home).code == 0
    before = (home / "records" / "ana.json").read_bytes()
    ran = navigator("import", out, "--yes", home=home)
    assert ran.code == 2 and "ours is a page that this program wrote, not a resume." in ran.err
    assert "such as NAME.json" in ran.err and (home / "records" / "ana.json").read_bytes() == before


@pytest.mark.parametrize("form", ["text", "docx"])
def test_our_own_resume_is_read_like_any_other(home: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "resume"
    assert navigator("export", "resume", "--yes", "--format", form, "--out", out, home=home).code == 0
    ran = navigator("--record", tmp_path / "new.json", "import", out, "--yes", home=home)
    assert ran.code == 0 and "Line cook" in ran.out


def test_a_checksum_or_either_line_of_the_foot_is_enough_however_it_is_broken() -> None:
    assert is_ours(f"My skills\nChecksum {BLANK}: anything")
    assert is_ours("Datos: O*NET 29.3,\nUSDOL/ETA, CC BY\n4.0, con cambios. Hecho con Career\nNavigator.")
    assert is_ours(PROPER_USE.replace(" ", "\n"))
    assert not is_ours("Career Navigator, Job Center, 2019 - 2023\nKnows O*NET and USDOL/ETA rules, CC BY 4.0 texts")
