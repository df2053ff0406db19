"""`navigator plan`, `guide` and `export plan` as they are typed."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from navigator.domain.plan import Action, Plan
from navigator.domain.record import Record
from navigator.records.store import RecordStore
from tests.running import ROOT, Ran, apart, navigator
from tests.workers import saved

SENTENCE = re.compile(r"^[^\n]{10,400}[.)]$")


@pytest.fixture
def home(tmp_path: Path, ana: Record) -> Path:
    store = RecordStore(home=tmp_path / "home")
    saved(store, ana)
    return store.home


def refused(ran: Ran, code: int, said: str) -> None:
    text = ran.err.strip()
    assert ran.code == code and ran.out == "" and SENTENCE.match(text) and said in text, ran


def test_a_plan_from_nothing_to_the_page(home: Path, tmp_path: Path) -> None:
    assert "no goals yet" in navigator("plan", home=home).out
    assert "Added goal g1" in navigator("plan", "add-goal", "Cook for a school", "--for", "35-2012.00", home=home).out
    assert (
        "Added step a1" in navigator("plan", "add", "Ask for days", "--goal", "g1", "--due", "12/1/2099", home=home).out
    )
    assert "Changed step a1" in navigator("plan", "edit", "a1", "--status", "in progress", home=home).out
    shown = navigator("plan", "show", home=home).out
    assert "g1. Work: Cook for a school" in shown and "a1. Ask for days (by Dec 1, 2099, in progress)" in shown
    assert "Pay in Ohio" in shown and "Not for hiring decisions" in shown
    assert "a1" in navigator("plan", "next", home=home).out
    assert "Nothing is late" in navigator("plan", "overdue", home=home).out
    ran = navigator("plan", "ics", "--out", tmp_path / "days.ics", home=home)
    assert "Written:" in ran.out and b"SUMMARY:Ask for days\r\n" in (tmp_path / "days.ics").read_bytes()
    assert "Done: Ask for days" in navigator("plan", "done", "a1", home=home).out
    assert "\nSIGNATURES\n" in navigator("export", "plan", home=home).out
    assert "Removed g1" in navigator("plan", "remove", "g1", home=home).out


@pytest.mark.parametrize(
    "given", [("plan", "ics"), ("export", "plan"), ("guide", "--cards", "--stage", "1", "--format", "html")]
)
def test_a_folder_made_for_a_file_is_said(home: Path, tmp_path: Path, given: tuple[str, ...]) -> None:
    navigator("plan", "add", "Ask for days", "--due", "12/1/2099", home=home)
    ran = navigator(*given, "--out", tmp_path / "new" / "file", home=home)
    assert ran.code == 0 and "was not there, so it was made" in " ".join(ran.out.split())


def test_a_plan_from_a_pathway_in_one_command(home: Path) -> None:
    ran = navigator("plan", "from-pathway", "1", "--json", home=home).json
    assert ran["status"] == "ok" and "g1" in ran["data"]["ids"]
    plan = navigator("plan", "--json", home=home).json["data"]
    assert plan["goals"][0]["kind"] == "Work" and plan["goals"][0]["actions"]
    refused(navigator("plan", "from-pathway", "1", "--to", "baker", home=home), 2, "not both")
    refused(navigator("plan", "from-pathway", "baker", home=home), 2, "number of a way")


def test_without_a_number_the_way_is_asked_or_the_number_is_named_and_none_is_taken_silently(home: Path) -> None:
    listed = navigator("pathways", "--json", home=home).json["data"]["routes"]
    assert len(listed) > 2
    ran = navigator("plan", "from-pathway", home=home)
    refused(ran, 9, f"There are {len(listed)} ways")
    assert "from-pathway 1" in ran.err and "--to" in ran.err
    assert navigator("plan", "--json", home=home).json["data"]["goals"] == []
    ran = apart("plan", "from-pathway", "--plain", "--home", home, stdin=b"2\n")
    assert ran.code == 0 and "Which way do you want to plan?" in ran.out
    store = RecordStore(home=home)
    goals = store.open(store.paths()[0]).record.plan.goals
    assert [g.code for g in goals if g.code][-1] == listed[1]["code"]


def test_stopping_at_the_question_which_way_plans_nothing(home: Path) -> None:
    ran = apart("plan", "from-pathway", "--plain", "--home", home, stdin=b"stop\n")
    assert ran.code == 130 and "Nothing was put into your plan." in ran.err
    skipped = apart("plan", "from-pathway", "--plain", "--home", home, stdin=b"skip\n")
    assert skipped.code == 2 and "No way was chosen" in skipped.err
    assert navigator("plan", "--json", home=home).json["data"]["goals"] == []


@pytest.mark.parametrize("form", ["plan", "iep"])
@pytest.mark.parametrize(
    ("format_", "start"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!doctype"), ("text", b"")]
)
def test_each_format_is_written_whole_and_for_its_owner_alone(
    home: Path, tmp_path: Path, form: str, format_: str, start: bytes
) -> None:
    out = tmp_path / "new folder" / f"page.{format_}"
    ran = navigator("export", "plan", "--format", format_, "--form", form, "--out", out, "--json", home=home)
    assert ran.json["data"]["file"] == str(out)
    assert out.read_bytes().startswith(start) and out.stat().st_mode & 0o777 == 0o600


def pages(file: Path) -> list[str]:
    from pypdf import PdfReader

    return [" ".join(p.extract_text().split()) for p in PdfReader(file).pages]


@pytest.mark.parametrize(
    ("language", "agreed", "signed", "small_print"),
    [("en", "What else we agreed", "Signatures", "O*NET 29.3"), ("es", "Qué más acordamos", "Firmas", "O*NET 29.3")],
)
def test_signatures_never_stand_on_a_page_of_their_own(
    home: Path, tmp_path: Path, language: str, agreed: str, signed: str, small_print: str
) -> None:
    file = tmp_path / "iep.pdf"
    for way in ("1", "2", "3"):
        navigator("plan", "from-pathway", way, home=home)
        ran = navigator(
            "export", "plan", "--form", "iep", "--format", "pdf", "--out", file, "--language", language, home=home
        )
        assert ran.code == 0, ran.err
        last = pages(file)[-1]
        assert agreed in last and signed in last and small_print in last


def test_lines_stand_closer_where_that_saves_a_page_with_little_more_than_signatures(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "iep.pdf"
    navigator("start", "--answers", ROOT / "examples" / "nursing-assistant.yaml", home=home)
    navigator("plan", "from-pathway", "1", home=home)
    navigator("export", "plan", "--form", "iep", "--format", "pdf", "--out", file, "--language", "es", home=home)
    assert len(pages(file)) == 2


def test_the_page_as_json_without_a_file(home: Path) -> None:
    page = navigator("export", "plan", "--form", "iep", "--json", home=home).json["data"]
    assert page["form"] == "iep" and len(page["areas"]) == 8


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (["plan", "add", "x", "--due", "2026-02-30"], 2, "not a day in the calendar"),
        (["plan", "add", "x", "--goal", "g7"], 3, "no goal 'g7'"),
        (["plan", "add", "x", "--resource", "no-such-id"], 3, "no resource"),
        (["plan", "add", " "], 2, "Say in a few words"),
        (["plan", "add-goal", "x", "--kind", "fun"], 2, "work, skills, learning, life"),
        (["plan", "add-goal", "x", "--for", "99-9999.00"], 3, "99-9999.00"),
        (["plan", "done", "a1"], 3, "no step 'a1'"),
        (["plan", "edit", "g1", "--text", "x"], 3, "nothing named 'g1'"),
        (["plan", "remove", "\x1b[31m"], 3, "nothing named"),
        (["plan", "ics"], 2, "No open step"),
        (["export", "plan", "--format", "odt"], 2, "text, html, pdf, docx"),
        (["export", "plan", "--form", "wioa"], 2, "plan, iep"),
        (["export", "plan", "--format", "pdf", "--out", "/"], 2, "is a folder"),
        (["guide", "--stage", "nine"], 2, "no stage"),
        (["guide", "--view", "boss"], 2, "worker, employer, center"),
        (["guide", "--sector", "space"], 2, "no kind of work"),
        (["guide", "--out", "x.html"], 2, "Add --cards"),
        (["guide", "--cards", "--format", "pdf"], 2, "text, html"),
        (["guide", "answer"], 2, "--stage"),
        (["guide", "answer", "looking.gold", "x"], 3, "no question"),
    ],
)
def test_a_wrong_line_is_refused_in_one_sentence_and_changes_nothing(
    home: Path, line: list[str], code: int, said: str
) -> None:
    before = (home / "records" / "record.json").read_bytes()
    refused(navigator(*line, home=home), code, said)
    assert navigator(*line, "--json", home=home).json["status"] == "refused"
    assert (home / "records" / "record.json").read_bytes() == before


def test_without_a_record_the_plan_says_what_to_do_and_the_guide_works(tmp_path: Path) -> None:
    refused(apart("plan", "--home", tmp_path), 3, f"'navigator --home {tmp_path} start' begins one.")
    assert "1. Looking for work" in navigator("guide", home=tmp_path).out
    assert "Noted at looking.pay" in navigator("guide", "answer", "looking.pay", "2,000 a month", home=tmp_path).out
    assert "I said: 2,000 a month" in navigator("guide", "answers", home=tmp_path).out


def test_a_plan_edited_by_hand_to_hold_no_day_is_refused_not_shown(tmp_path: Path, ana: Record) -> None:
    store = RecordStore(home=tmp_path)
    saved(store, replace(ana, plan=Plan(actions=(Action(id="a1", what="x", due="soon"),))))
    for line in (["plan"], ["plan", "overdue"], ["export", "plan"], ["plan", "ics"]):
        refused(navigator(*line, home=tmp_path), 2, "Correct the record file")


def test_the_guide_on_the_screen_and_in_json(home: Path) -> None:
    stage = navigator("guide", "--stage", "1", "--sector", "food", home=home).out
    assert "For me:" in stage and "For my employer:" in stage and "Why:" in stage and "Help:" in stage
    assert "looking.food" in stage
    page = navigator("guide", "--json", home=home).json["data"]
    assert len(page["stages"]) == 5
    assert "rapid response" in navigator("guide", "--view", "employer", home=home).out


def test_cards_are_written(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "cards.html"
    assert "Written" in navigator("guide", "--cards", "--format", "html", "--out", out, home=home).out
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "cut here" in navigator("guide", "--cards", "--stage", "2", home=home).out


def test_answers_can_be_given_line_by_line(home: Path) -> None:
    ran = apart("guide", "answer", "--stage", "1", "--plain", "--home", home, stdin=b"2,000 a month\nskip\nstop\n")
    assert ran.code == 130 and "Traceback" not in ran.err
    record = json.loads((home / "records" / "record.json").read_text(encoding="utf-8"))
    assert [a["text"] for a in record["guide"]] == ["2,000 a month"]


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["show"],
        ["add-goal"],
        ["add"],
        ["edit"],
        ["done"],
        ["next"],
        ["overdue"],
        ["remove"],
        ["from-pathway"],
        ["ics"],
    ],
)
def test_every_command_of_the_plan_explains_itself(line: list[str]) -> None:
    ran = navigator("plan", *line, "--help")
    assert ran.code == 0 and "Usage" in ran.out
