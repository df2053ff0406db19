"""`batch`, `what-if`, `titles --file` and `near --all` on the command line."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from navigator.cli.main import run
from navigator.domain.record import Record
from navigator.records.store import RecordStore
from navigator.services.batch_parts import MARK
from tests.running import ROOT, apart, environment, navigator

TITLES = "id,title\n1,registered nurse\n2,\n3,line cook,more\n"


@pytest.fixture
def titles(tmp_path: Path) -> Path:
    path = tmp_path / "titles.csv"
    path.write_text(TITLES)
    return path


@pytest.fixture
def home(store: RecordStore, ana: Record) -> list[str]:
    """The flags that lead to a home with one worker's record."""
    store.save(store.new("ana"), ana)
    return ["--home", str(store.home)]


def data_of(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert set(found) - {"record"} == {"navigator", "command", "status", "data", "notices", "problems"}
    return found


def test_a_file_of_titles_comes_out_as_csv_and_the_summary_apart_from_it(
    titles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["titles", "--file", str(titles), "--column", "title", "--top", "2"]) == 0
    said = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    assert rows[0]["code_1"] == "29-1141.00"
    assert rows[1]["note"] == "no title"
    assert "3 rows" in said.err
    assert "\r" not in said.err


def test_a_file_of_titles_can_be_written_to_a_file(
    titles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "coded.json"
    assert run(["titles", "--file", str(titles), "--column", "title", "--format", "json", "--out", str(out)]) == 0
    assert [row["code_1"][:7] for row in json.loads(out.read_text())] == ["29-1141", "", "35-2014"]
    assert str(out) in capsys.readouterr().out.replace("\n", "")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["coded.json", "titles.csv"]


def test_with_json_the_rows_stand_in_the_envelope(titles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["titles", "--file", str(titles), "--column", "title", "--json"]) == 0
    found = data_of(capsys)
    assert found["command"] == "titles"
    assert len(found["data"]) == 3
    assert found["notices"][0].startswith("3 rows")


@pytest.mark.parametrize(
    ("more", "code", "says"),
    [
        (["--column", "job"], 2, "no column 'job'"),
        (["--column", "title", "--format", "xml"], 2, "Choose csv or json"),
        (["nurse", "--column", "title"], 2, "not both"),
    ],
)
def test_a_file_of_titles_is_refused_with_a_sentence(
    titles: Path, capsys: pytest.CaptureFixture[str], more: list[str], code: int, says: str
) -> None:
    assert run(["titles", "--file", str(titles), *more]) == code
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("id,title", "title"),
        ("id;Título", "Título"),
        ("titulo\tid", "titulo"),
        ("id,PUESTO", "PUESTO"),
        ("id,Title,Job_Title", "Job_Title"),
        ("id,Nombre del puesto", "Nombre del puesto"),
    ],
)
def test_a_column_with_a_usual_name_in_english_or_spanish_is_found_and_said(
    titles: Path, capsys: pytest.CaptureFixture[str], header: str, column: str
) -> None:
    mark = next(m for m in ",;\t" if m in header)
    row = mark.join("line cook" if c == column else "7" for c in header.split(mark))
    titles.write_text(f"{header}\n{row}\n", encoding="utf-8")
    assert run(["titles", "--file", str(titles)]) == 0
    said = capsys.readouterr()
    assert "35-2014.00" in said.out and f"taken from the column '{column}'" in said.err


def test_a_named_column_is_found_without_its_accent_and_capitals(
    titles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    titles.write_text("id,Título del puesto\n1,line cook\n", encoding="utf-8")
    assert run(["titles", "--file", str(titles), "--column", "titulo del puesto"]) == 0
    assert "35-2014.00" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("header", "more", "says"),
    [
        ("id,puesto", ["--column", "title"], "Did you mean: --column puesto?"),
        ("id,job title", ["--column", "name"], 'Did you mean: --column "job title"?'),
        ("id,what", [], "Name it with --column. Its columns: id, what."),
    ],
)
def test_a_column_that_is_not_there_is_refused_with_the_one_that_is_meant(
    titles: Path, capsys: pytest.CaptureFixture[str], header: str, more: list[str], says: str
) -> None:
    titles.write_text(f"{header}\n1,line cook\n")
    assert run(["titles", "--file", str(titles), *more]) == 2
    said = capsys.readouterr()
    assert says in said.err and said.out == "" and said.err.count("\n") == 1


@pytest.mark.parametrize("more", [[], ["--column", "title"]])
@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200),
        b"PK\x03\x04" + b"a" * 500,
        b"%PDF-1.7\n" + b"a,b\n" * 50,
    ],
)
def test_a_file_that_is_no_table_of_text_is_one_clear_sentence(
    titles: Path, capsys: pytest.CaptureFixture[str], content: bytes, more: list[str]
) -> None:
    titles.write_bytes(content)
    assert run(["titles", "--file", str(titles), *more]) == 2
    said = capsys.readouterr().err
    assert "CSV" in said and "columns" not in said and said.strip().isprintable()


def test_a_table_in_utf_16_is_text(titles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    titles.write_bytes("id,puesto\n1,line cook\n".encode("utf-16"))
    assert run(["titles", "--file", str(titles)]) == 0
    assert "35-2014.00" in capsys.readouterr().out


def test_the_file_that_is_read_is_never_written_over(titles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["titles", "--file", str(titles), "--column", "title", "--out", str(titles)]) == 2
    assert titles.read_text() == TITLES
    assert "the file that is read" in capsys.readouterr().err


def test_a_refused_file_leaves_nothing_behind(titles: Path, tmp_path: Path) -> None:
    out = tmp_path / "missing" / "coded.csv"
    assert run(["titles", "--file", str(titles), "--column", "nowhere", "--out", str(out)]) == 2
    assert not out.parent.exists()


def test_a_folder_made_for_coded_titles_is_said(
    titles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "missing" / "coded.csv"
    assert run(["titles", "--file", str(titles), "--column", "title", "--out", str(out)]) == 0
    assert out.is_file() and "was not there, so it was made" in " ".join(capsys.readouterr().out.split())


def test_all_near_occupations_come_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["near", "--all", "--limit", "2"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == 2 * 923
    assert run(["near", "--all", "--limit", "2", "--json"]) == 0
    assert data_of(capsys)["data"][0] == {**rows[0], "rank": int(rows[0]["rank"])}


@pytest.mark.parametrize("flags", [(), ("--format", "json")])
def test_all_near_occupations_go_to_a_json_file_by_its_ending(tmp_path: Path, flags: tuple[str, ...]) -> None:
    out = tmp_path / "new" / "near.json"
    ran = navigator("near", "--all", "--limit", "2", *flags, "--out", out)
    assert ran.code == 0 and "1,846 rows" in ran.out and "so it was made" in " ".join(ran.out.split())
    rows = json.loads(out.read_text())
    assert len(rows) == 2 * 923 and set(rows[0]) == {"code", "near_code", "rank"}
    told = navigator("near", "--all", "--limit", "2", "--json", "--out", out).json
    assert told["data"] == {"file": str(out), "rows": 1846} and out.read_text().startswith("code,") is False


def test_the_nearest_of_one_occupation_come_as_a_table_too(tmp_path: Path) -> None:
    shown = navigator("near", "35-2014.00", "--format", "csv", "--limit", "3").out
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert [(r["code"], r["rank"]) for r in rows] == [("35-2014.00", str(n)) for n in (1, 2, 3)]
    near = navigator("near", "35-2014.00", "--limit", "3", "--json").json["data"]
    assert [r["near_code"] for r in rows] == [n["code"] for n in near]
    assert navigator("near", "line cook", "--limit", "3", "--out", tmp_path / "z.csv").code == 0
    assert (tmp_path / "z.csv").read_text() == shown
    assert navigator("near", "line cook", "--limit", "3", "--format", "json").json["data"][0]["rank"] == 1


@pytest.mark.parametrize("table", ["titles", "near"])
@pytest.mark.parametrize("name", ["o.parquet", "o.xlsx", "o.csv.gz"])
def test_a_table_of_another_kind_than_its_ending_is_refused(
    titles: Path, tmp_path: Path, table: str, name: str
) -> None:
    line = ("titles", "--file", titles, "--column", "title") if table == "titles" else ("near", "--all")
    ran = navigator(*line, "--out", tmp_path / name)
    assert ran.code == 2 and "it would hold .csv" in ran.err and ran.err.count("\n") == 1
    ran = navigator(*line, "--format", "json", "--out", tmp_path / "o.csv")
    assert ran.code == 2 and "it would hold .json" in ran.err
    assert [p.name for p in tmp_path.iterdir()] == ["titles.csv"]


def test_a_file_of_titles_is_written_as_its_name_ends(titles: Path, tmp_path: Path) -> None:
    for name in ("o.json", "o.JSON"):
        assert navigator("titles", "--file", titles, "--column", "title", "--out", tmp_path / name).code == 0
        assert json.loads((tmp_path / name).read_text())[0]["code_1"] == "29-1141.00"
    for name in ("o.csv", "plain"):
        assert navigator("titles", "--file", titles, "--column", "title", "--out", tmp_path / name).code == 0
        assert (tmp_path / name).read_text().startswith("id,title,code_1")


@pytest.mark.parametrize("table", ["titles", "near", "summary"])
def test_a_pipe_is_never_replaced_by_a_file(titles: Path, tmp_path: Path, home: list[str], table: str) -> None:
    os.mkfifo(tmp_path / "printer")
    (tmp_path / "link").symlink_to("printer")
    lines = {
        "titles": ("titles", "--file", titles, "--column", "title"),
        "near": ("near", "--all"),
        "summary": ("export", "summary"),
    }
    for name in ("printer", "link"):
        ran = navigator(*home, *lines[table], "--out", tmp_path / name)
        assert ran.code == 7 and "is not a regular file, so it was left alone" in ran.err
        assert ran.err.count("\n") == 1
    assert (tmp_path / "printer").is_fifo() and (tmp_path / "link").is_symlink()


def test_dev_stdout_is_refused_kindly(titles: Path, tmp_path: Path) -> None:
    (tmp_path / "stdout").symlink_to("/proc/self/fd/1")  # as /dev/stdout is: the real one is not put at risk
    for line in (("titles", "--file", titles, "--column", "title"), ("near", "--all")):
        ran = apart(*line, "--out", tmp_path / "stdout")
        assert ran.code == 7 and "is not a regular file, so it was left alone" in ran.err and ran.out == ""
    assert (tmp_path / "stdout").is_symlink()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (["titles", "cook", "--out", "x.csv"], "name it with --file"),
        (["titles", "cook", "--format", "json"], "use --json"),
        (["titles", "--column", "title"], "name it with --file"),
        (["titles"], "Name a job title, such as: navigator titles cook."),
        (["titles", " "], "Name a job title, such as: navigator titles cook."),
        (["near", "--format", "csv"], "Name an occupation"),
        (["near", "cook", "--format", "xml"], "Choose csv or json"),
        (["what-if", "more numbers", "--skill", "writing"], "not both"),
    ],
)
def test_flags_that_would_do_nothing_are_refused_in_one_sentence(line: list[str], says: str) -> None:
    ran = navigator(*line)
    assert ran.code == 2 and ran.out == ""
    assert says in ran.err and ran.err.count("\n") == 1


def test_ctrl_c_while_titles_are_written_says_what_is_true_there(tmp_path: Path) -> None:
    source, out = tmp_path / "many.csv", tmp_path / "coded.csv"
    source.write_text("title\n" + "".join(f"line cook {n} in kitchen {n * 7}\n" for n in range(300_000)))
    command = [sys.executable, "-m", "navigator", "titles", "--file", str(source), "--out", str(out)]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, cwd=ROOT, env=environment(), start_new_session=True, text=True
    )
    while not list(tmp_path.glob(".coded.csv.*")):
        assert process.poll() is None, "it ended before it could be stopped"
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert f"Stopped. Nothing was written to {out}." in said
    assert "answered" not in said and "Traceback" not in said
    assert [p.name for p in tmp_path.iterdir()] == ["many.csv"]


def test_a_batch_that_is_stopped_before_its_first_part_does_not_say_that_parts_are_kept(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    source, out = tmp_path / "many.csv", tmp_path / "out.parquet"
    source.write_text("id,titles\n" + "".join(f"{n},line cook {n} in kitchen {n * 7}\n" for n in range(60_000)))
    command = [sys.executable, "-m", "navigator", "batch", str(source), str(out), "--jobs", "1"]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, cwd=ROOT, env=environment(), start_new_session=True, text=True
    )
    while not (tmp_path / "out.parquet.parts" / MARK).exists():
        assert process.poll() is None, "it ended before it could be stopped"
        time.sleep(0.02)
    time.sleep(0.3)  # the titles are being looked up now, which takes seconds; no part is finished before that
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert f"Stopped. Nothing was written to {out}." in said and "kept" not in said and "Traceback" not in said
    assert [p.name for p in tmp_path.iterdir()] == ["many.csv"]


@pytest.mark.parametrize(("command", "kept"), [("start", True), ("menu", True), ("titles", False), ("near", False)])
def test_last_words_speak_of_answers_only_where_answers_are_kept(command: str, kept: bool) -> None:
    given = f"from navigator.cli.app import session; session.command = {command!r};"
    stopped = apart(code=f"{given} from navigator.cli.render import refuse; "
                    "from navigator.domain.errors import Interrupted; refuse(session, Interrupted())")  # fmt: skip
    assert ("Everything you answered is saved" in stopped.err) is kept and stopped.err.strip().startswith("Stopped.")
    broken = apart(
        code=f"{given} import sys; from navigator.cli import main; sys.excepthook = main._kind_excepthook; 1 / 0"
    )
    assert ("What you answered is saved" in broken.err) is kept and "Please report it" in broken.err


@pytest.mark.parametrize("asked", [("--format", "json"), ("--json",), ("--format", "csv")])
def test_all_near_occupations_are_written_to_the_file_that_was_named_in_any_format(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...]
) -> None:
    out = tmp_path / ("near.json" if "json" in asked else "near.csv")
    assert run(["near", "--all", "--limit", "1", "--out", str(out), *asked]) == 0
    text = out.read_text()
    assert len(json.loads(text) if out.suffix == ".json" else text.splitlines()[1:]) == 923
    assert out.name in capsys.readouterr().out


NO_AFFINITY = """
import os, sys
del os.sched_getaffinity
from navigator.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


def test_a_batch_runs_where_the_system_does_not_tell_which_cores_are_free(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id,titles\n1,line cook\n")
    ran = apart("batch", tmp_path / "people.csv", tmp_path / "out.csv", code=NO_AFFINITY)
    assert ran.code == 0, ran.err
    assert (tmp_path / "out.csv").is_file()


def test_near_one_and_near_all_are_not_asked_together(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["near", "cook", "--all"]) == 2
    assert "not both" in capsys.readouterr().err


def test_what_if_says_in_words_which_skill_opens_most_doors(
    home: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*home, "what-if"]) == 0
    said = capsys.readouterr().out
    assert "door" in said
    assert "%" not in said
    assert "Not for hiring decisions" in said


@pytest.mark.parametrize("words", ["if I could do more of computers", "more numbers", "more hair"])
def test_what_if_understands_a_skill_or_a_thing_done_in_plain_words(home: list[str], words: str) -> None:
    found = navigator(*home, "--json", "what-if", words).json["data"]
    (one,) = found["skills"]
    assert one["skill"] in {"computers", "numbers", "4.A.3.a.2.I31"} and found["activities"] is (words == "more hair")
    shown = " ".join(navigator(*home, "what-if", words).out.split())
    assert one["name"] in shown and "door" in shown and "%" not in shown


def test_what_if_of_words_that_mean_nothing_names_what_can_be_said(home: list[str]) -> None:
    ran = navigator(*home, "what-if", "juggling")
    assert (
        ran.code == 2
        and "'finish my GED'" in ran.err
        and f"navigator {' '.join(home)} what-if 'more numbers'" in ran.err
    )


def test_where_no_skill_opens_a_door_what_counts_most_is_told(store: RecordStore, ana: Record) -> None:
    flat = replace(ana, strongest=(), ratings=tuple(replace(r, level=2) for r in ana.ratings))
    store.save(store.new("ana"), flat)
    home = ("--home", str(store.home))
    skills = navigator(*home, "--json", "what-if").json["data"]["skills"]
    shown = " ".join(navigator(*home, "what-if").out.split())
    assert not any(s["doors"] for s in skills)
    assert "No single skill opens a new door." in shown
    assert (
        f"What would count for most in your list - {skills[0]['name']}: {len(skills[0]['lifts'])} of 20 jobs" in shown
    )


def test_what_if_in_words_shows_what_would_change_and_not_the_whole_list(
    home: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*home, "--json", "what-if", "train 24 months"]) == 0
    routes = json.loads(capsys.readouterr().out)["data"]["routes"]
    new, old = ([r["title"] for r in routes if r["new"] is one] for one in (True, False))
    assert new and old
    assert run([*home, "what-if", "train 24 months"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert all(f" {title} [" in shown for title in new) and not any(f" {title} [" in shown for title in old)
    assert not any(
        re.search(rf"\d\. {re.escape(title)} \[", shown) for title in new
    )  # a number would name a way of the other list
    assert "This opens" in shown and f"navigator {' '.join(home)} pathways" in shown


def test_what_if_that_changes_nothing_says_so_in_few_lines(
    store: RecordStore, ana: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    schooled = replace(ana, wants=replace(ana.wants, schooling="associate"))
    store.save(store.new("ana"), schooled)
    assert run(["--home", str(store.home), "what-if", "finish my GED"]) == 0
    shown = capsys.readouterr().out
    assert "you have this already, so it changes nothing" in " ".join(shown.split())
    assert len(shown.splitlines()) < 8
    assert f"Your ways stay as they are: navigator --home {store.home} pathways" in " ".join(shown.split())


def test_what_if_as_json_gives_every_skill_with_its_doors(home: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*home, "what-if", "--skill", "writing", "--json"]) == 0
    (skill,) = data_of(capsys)["data"]["skills"]
    assert skill["skill"] == "writing"
    assert isinstance(skill["doors"], list)


def test_what_if_of_an_unknown_skill_is_refused(home: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*home, "what-if", "--skill", "juggling"]) == 2
    assert "no skill 'juggling'" in capsys.readouterr().err


def test_batch_says_how_many_were_matched_and_what_was_set_aside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pyarrow")
    source, out = tmp_path / "in.csv", tmp_path / "out.parquet"
    source.write_text("id,titles,state\n1,line cook,OH\n2,line cook,Atlantis\n3\n")
    assert run(["batch", str(source), str(out), "--jobs", "1"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "People matched: 2." in said
    assert "Column state" in said
    assert "%" not in said
    assert run(["batch", str(source), str(out), "--jobs", "1", "--json"]) == 0
    data = data_of(capsys)["data"]
    assert (data["people"], data["set_aside"]) == (2, 1)


@pytest.mark.parametrize(("name", "code"), [("none.csv", 3), ("people.txt", 2)])
def test_batch_refuses_what_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, code: int
) -> None:
    pytest.importorskip("pyarrow")
    assert run(["batch", str(tmp_path / name), str(tmp_path / "out.parquet")]) == code
    assert capsys.readouterr().err.strip()
