"""`navigator export` and `navigator verify` as they are typed."""

from __future__ import annotations

import json
import re
import stat
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from navigator.cli.main import run
from navigator.domain.record import Contact
from navigator.formats.badge import Achieved, Issuer, self_asserted
from navigator.formats.did_key import fresh_key
from navigator.records.store import RecordStore
from tests.full_record import FULL
from tests.running import ROOT, apart, navigator
from tests.workers import saved

LONG_AGO = datetime(2020, 1, 2, tzinfo=UTC)
WELDING = Achieved(id="welding", name="Welding", means="Joins steel.", how="Passed the test.")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one full record."""
    saved(RecordStore(home=tmp_path / "home"), FULL)
    return tmp_path / "home"


SUMMARIES = ("text", "markdown", "html", "pdf", "docx")
RESUMES = ("text", "docx", "pdf", "json-resume")


@pytest.mark.parametrize("form", SUMMARIES)
def test_a_summary_is_written_for_its_owner_alone_and_can_be_verified(home: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"page.{form}"
    ran = navigator("export", "summary", "--format", form, "--out", file, home=home)
    assert ran.code == 0 and f"Written: {file}" in ran.out.replace("\n", " ").replace("  ", " ") and ran.err == ""
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    checked = navigator("verify", file)
    assert checked.code == 0 and "is unchanged" in checked.out


def test_verify_tells_a_changed_page_and_a_strange_file_by_their_exit_codes(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    navigator("export", "summary", "--out", file, home=home)
    file.write_text(file.read_text(encoding="utf-8").replace("Ohio", "Iowa"), encoding="utf-8")
    changed = navigator("verify", file)
    assert changed.code == 11 and "was changed" in changed.out
    assert navigator("verify", file, "--json").json["data"]["found"] == "changed"
    file.write_text("Dear sir", encoding="utf-8")
    strange = navigator("verify", file)
    assert strange.code == 12 and "no checksum of ours" in strange.out
    gone = navigator("verify", tmp_path / "gone.pdf")
    assert gone.code == 3 and "gone.pdf" in gone.err
    assert navigator("verify", tmp_path).code == 2


def test_verify_tells_a_badge_that_ran_out_from_one_that_was_changed(tmp_path: Path) -> None:
    from openbadgeslib.ob3.ldp import add_data_integrity_proof

    file = tmp_path / "badge.json"
    key = fresh_key()
    whole = self_asserted(WELDING, Issuer(name="Harbor School", key=key), LONG_AGO)
    bare = {k: v for k, v in whole.items() if k != "proof"} | {"validUntil": "2021-02-01T00:00:00Z"}
    file.write_text(json.dumps(add_data_integrity_proof(bare, key.pem, key.method)))
    ended = navigator("verify", file, "--json")
    assert ended.code == 13 and ended.json["data"]["found"] == "ended"
    file.write_text(file.read_text().replace("Welding", "Wedding"))
    assert navigator("verify", file).code == 11


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("me.json", ("export", "ler-rs")),
        ("resume.json", ("export", "resume", "--format", "json-resume")),
    ],
)
def test_verify_tells_a_script_by_12_that_a_file_of_ours_holds_nothing_to_check(
    home: Path, tmp_path: Path, name: str, line: tuple[str, ...]
) -> None:
    file = tmp_path / name
    assert navigator(*line, "--out", file, "--yes", home=home).code == 0
    ran = navigator("verify", file, "--json")
    assert ran.code == 12 and ran.json["data"]["found"] == "not_ours" and "no badge" in ran.json["data"]["sentence"]


def test_what_json_resume_has_no_place_for_is_said_once_the_file_is_written(home: Path, tmp_path: Path) -> None:
    line = ("export", "resume", "--yes", "--out")
    assert "no place for some things: who saw it" in navigator(*line, tmp_path / "me.json", home=home).out
    assert "no place for some things" not in navigator(*line, tmp_path / "me.txt", home=home).out


@pytest.mark.parametrize(
    "content",
    [
        b"[1, 2]",
        b"<?xml version='1.0'?><a/>",
        b"<svg/>",
        b"\xff\xd8\xff\xe0 a photo",
        b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\xaeB`\x82",
        b"https://example.org/badge/1",
    ],
)
def test_verify_says_12_of_a_whole_file_of_any_other_kind(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "strange"
    file.write_bytes(content)
    ran = navigator("verify", file)
    assert ran.code == 12 and ran.out.strip() and ran.err == ""


def test_verify_refuses_a_badge_that_was_cut_short_with_2(tmp_path: Path) -> None:
    file = tmp_path / "badge.json"
    file.write_text('{"type": ["VerifiableCredential"')
    assert navigator("verify", file).code == 2


def test_a_pdf_that_was_cut_short_is_refused_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    ran = apart("verify", file)
    assert ran.code == 2 and ran.err.splitlines() == [
        "This file is damaged or cut short. Get it again from where it came."
    ]


def test_what_the_screen_shows_can_be_kept_and_verified(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "kept.txt"
    file.write_text(navigator("export", "summary", "--for", "family", home=home).out, encoding="utf-8")
    assert navigator("verify", file).code == 0 and "61.37" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", RESUMES)
def test_a_resume_is_written_in_every_format(home: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / "resume"
    ran = navigator("export", "resume", "--format", form, "--yes", "--out", file, "--json", home=home)
    assert ran.code == 0 and ran.json["data"] == {"file": str(file)} and file.stat().st_size > 300
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_text_and_json_resumes_go_to_the_screen_without_a_question(home: Path) -> None:
    assert navigator("export", "resume", home=home).out.startswith("Zname\n")
    assert (
        json.loads(navigator("export", "resume", "--format", "json-resume", home=home).out)["basics"]["name"] == "Zname"
    )


def test_a_file_for_somebody_else_is_not_written_where_nobody_can_be_shown_it(home: Path, tmp_path: Path) -> None:
    for command in (("summary", "--for", "employer"), ("summary", "--for", "family"), ("resume",)):
        file = tmp_path / "never"
        ran = apart("export", *command, "--out", file, "--home", home)
        assert ran.code == 9 and "--yes" in ran.err and not file.exists()
    assert apart("export", "summary", "--out", tmp_path / "mine", "--home", home).code == 0


@pytest.mark.parametrize(("answer", "code"), [("yes", 0), ("sí", 0), ("no", 2), ("", 2)])
def test_what_leaves_is_shown_first_and_only_a_yes_writes_it(
    home: Path, tmp_path: Path, answer: str, code: int
) -> None:
    file = tmp_path / "resume.txt"
    ran = apart("export", "resume", "--plain", "--out", file, "--home", home, stdin=f"{answer}\n".encode())
    assert ran.code == code and file.exists() == (code == 0)
    assert "for an employer" in ran.out and "Zcook" in ran.out and "your last pay" in ran.out
    assert "Zneed" not in ran.out
    if code == 0:
        shown = " ".join(ran.out.split())
        assert all(" ".join(line.split()) in shown for line in file.read_text(encoding="utf-8").splitlines())


def test_only_some_parts_can_be_chosen(home: Path) -> None:
    ran = navigator("export", "summary", "--for", "employer", "--only", "skills, languages", home=home)
    assert "Zlanguage" in ran.out and "Zclaim" in ran.out and "Zcook" not in ran.out and "Zpaper" not in ran.out


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        (("summary", "--format", "papyrus"), 2, "text, markdown, html, pdf, docx"),
        (("resume", "--format", "papyrus"), 2, "text, docx, pdf, json-resume"),
        (("summary", "--for", "boss"), 2, "worker, counselor, employer, family"),
        (("summary", "--only", "shoes"), 2, "Parts:"),
        (("resume", "--only", "needs"), 2, "--for counselor"),
        (("resume", "--yes", "--out", "/"), 2, "is a folder"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(home: Path, given: tuple[str, ...], code: int, said: str) -> None:
    ran = navigator("export", *given, home=home)
    assert ran.code == code and said in ran.err and ran.out == ""


def test_a_missing_folder_is_made_and_said(home: Path, tmp_path: Path) -> None:
    ran = navigator("export", "summary", "--out", tmp_path / "new" / "page.txt", home=home)
    assert ran.code == 0 and "was not there, so it was made" in " ".join(ran.out.split())
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


def test_a_record_with_nothing_in_it_has_no_resume(tmp_path: Path) -> None:
    assert run(["record", "new", "Nobody", "--home", str(tmp_path)]) == 0
    ran = navigator("export", "resume", home=tmp_path)
    assert ran.code == 2 and "nothing for a resume yet" in ran.err


def test_a_resume_written_to_a_file_says_what_it_lacks(tmp_path: Path) -> None:
    bare = replace(
        FULL,
        person=replace(FULL.person, contact=Contact()),
        experience=tuple(replace(e, start="", end="") for e in FULL.experience),
    )
    saved(RecordStore(home=tmp_path / "bare"), bare)
    said = navigator("export", "resume", "--yes", "--out", tmp_path / "r.txt", home=tmp_path / "bare").out
    said = " ".join(said.split())
    assert "no phone number or email yet" in said and "navigator record add contact" in said
    assert "no dates of work yet" in said and "Read it once" in said


def test_a_resume_with_a_phone_and_dates_is_only_to_be_read_once(home: Path, tmp_path: Path) -> None:
    said = " ".join(navigator("export", "resume", "--yes", "--out", tmp_path / "r.txt", home=home).out.split())
    assert "no phone number" not in said and "no dates" not in said and "Read it once" in said


def test_a_file_among_the_programs_own_is_said_and_one_beside_it_is_not(home: Path, tmp_path: Path) -> None:
    inside = ROOT / "build" / f"{tmp_path.name}.html"
    try:
        said = " ".join(navigator("export", "summary", "--format", "html", "--out", inside, home=home).out.split())
        assert "It lies in the folder of this program" in said
    finally:
        inside.unlink(missing_ok=True)
    beside = navigator("export", "summary", "--format", "html", "--out", tmp_path / "p.html", home=home)
    assert "folder of this program" not in beside.out and "Open it with your web browser." in beside.out


def test_signs_that_no_font_has_are_left_out_of_a_pdf_and_said(tmp_path: Path) -> None:
    saved(RecordStore(home=tmp_path), replace(FULL, person=replace(FULL.person, about="I work fast \U0001f642")))
    ran = navigator("export", "resume", "--yes", "--format", "pdf", "--out", tmp_path / "r.pdf", home=tmp_path)
    assert ran.code == 0 and "No font here has \U0001f642, so the PDF is without." in " ".join(ran.out.split())


def test_a_referral_says_who_how_to_call_and_which_help_and_nothing_else(home: Path, tmp_path: Path) -> None:
    store = RecordStore(home=home)
    opened = store.open(store.paths()[0])
    store.save(opened, replace(opened.record, needs=("food", "housing")))
    ran = navigator("export", "referral", "--to", "food-bank", home=home)
    assert ran.code == 0, ran.err
    said = " ".join(ran.out.split())
    assert (
        FULL.person.name in said
        and FULL.person.contact.phone in said
        and "- Food" in ran.out
        and "Signature: ____" in said
    )
    for work in FULL.experience:
        assert not work.title or work.title.casefold() not in said.casefold()
    assert "A place to live" not in said, "only the needs that this one serves"
    unseen = navigator(
        "export", "referral", "--to", "food-bank", "--format", "docx", "--out", tmp_path / "r.docx", home=home
    )
    assert unseen.code == 9 and "who gives the help" in unseen.err
    assert navigator("export", "referral", "--to", "nobody", home=home).code == 3
    told = navigator("export", "referral", "--to", "food-bank", "--what", "A ride on Monday", "--json", home=home).json[
        "data"
    ]
    assert "A ride on Monday" in told["text"]


@pytest.mark.parametrize(
    ("given", "name", "begins"),
    [
        (("export", "summary"), "s.PDF", b"%PDF"),
        (("export", "summary"), "s.htm", b"<!DOCTYPE"),
        (("export", "resume", "--yes"), "r.docx", b"PK"),
        (("export", "resume", "--yes"), "r.json", b"{"),
        (("export", "referral", "--to", "food-bank", "--yes"), "f.pdf", b"%PDF"),
        (("export", "plan", "--form", "iep"), "iep.pdf", b"%PDF"),
        (("print", "worksheet"), "w.html", b"<!DOCTYPE"),
    ],
)
def test_without_a_format_a_file_is_what_its_ending_says(
    home: Path, tmp_path: Path, given: tuple[str, ...], name: str, begins: bytes
) -> None:
    ran = navigator(*given, "--out", tmp_path / name, home=home)
    assert ran.code == 0, ran.err
    assert (tmp_path / name).read_bytes()[:9].upper().startswith(begins.upper())


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (("export", "summary", "--format", "pdf"), "x.docx"),
        (("export", "summary"), "x.doc"),
        (("export", "resume", "--format", "text", "--yes"), "x.pdf"),
        (("export", "referral", "--to", "food-bank", "--format", "docx", "--yes"), "x.txt"),
        (("export", "plan", "--format", "html"), "x.pdf"),
        (("print", "worksheet", "--format", "html"), "w.pdf"),
        (("guide", "--cards", "--format", "html"), "w.txt"),
    ],
)
def test_an_ending_that_is_not_of_the_format_is_refused(
    home: Path, tmp_path: Path, given: tuple[str, ...], name: str
) -> None:
    ran = navigator(*given, "--out", tmp_path / name, home=home)
    assert ran.code == 2 and "but it would hold" in " ".join(ran.err.split())
    assert not (tmp_path / name).exists()


def test_a_resume_with_a_title_that_says_inside_tells_how_to_change_it(home: Path) -> None:
    navigator("record", "add", "work", "Inmate kitchen worker", home=home)
    ran = navigator("export", "resume", home=home)
    assert "Inmate kitchen worker" in ran.out and "One line says that you were inside" not in ran.out
    told = re.search(r"navigator (record edit \w+ --title) TITLE", ran.err)
    assert told
    navigator(*told[1].split(), "Kitchen worker", home=home)
    again = navigator("export", "resume", home=home)
    assert "Kitchen worker" in again.out and "inside" not in again.err


def test_a_page_for_an_employer_with_a_title_that_says_inside_tells_it_too(home: Path, tmp_path: Path) -> None:
    navigator("record", "add", "work", "Inmate kitchen worker", home=home)
    ran = navigator("export", "summary", "--for", "employer", home=home)
    assert "Inmate kitchen worker" in ran.out and "One line says that you were inside" not in ran.out
    assert "One line says that you were inside: 'Inmate kitchen worker'" in ran.err
    file = tmp_path / "page.txt"
    written = navigator("export", "summary", "--for", "employer", "--yes", "--out", file, home=home)
    assert "One line says that you were inside" in " ".join((written.out + written.err).split())
    assert "inside" not in navigator("export", "summary", home=home).err
