"""Data files that people edit: every problem of every file in one pass, each with its line, and nothing is raised."""

from __future__ import annotations

import os
import shutil
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from navigator.catalogue import schema
from navigator.catalogue.load import load
from navigator.catalogue.source import MAX_BYTES, number, parse, read_csv, read_text, read_yaml
from navigator.domain.errors import Problem

DATA = Path(__file__).parents[2] / "data"
KNOWLEDGE = """\
# Origin: a test
format: navigator/knowledge/1
areas:
  - {id: a, name: Numbers, means: To count}
  - id: b
    name: Words
    means: To read
"""


def wrong(path: Path, shape: type[object] = schema.KnowledgeFile) -> Problem:
    """The one problem of a YAML file."""
    value, problems = read_yaml(path, shape)
    assert value is None
    (problem,) = problems
    return problem


def written(tmp_path: Path, text: str | bytes, name: str = "some.yaml") -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_sound_file_is_read_without_a_word(tmp_path: Path) -> None:
    value, problems = read_yaml(written(tmp_path, KNOWLEDGE), schema.KnowledgeFile)
    assert not problems and value is not None
    assert [a.name for a in value.areas] == ["Numbers", "Words"]


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("{id: a, name: Numbers, means: To count}", "{id: a, name: Numbers", 5, "not valid YAML"),
        ("    name: Words", "\tname: Words", 6, "not valid YAML"),
        ("name: Words", "nmae: Words", 5, "unknown field `nmae`"),
        ("    name: Words\n", "", 5, "missing required field `name`"),
        ("name: Words", "name: 7", 6, "Expected `str`, got `int`"),
        ("name: Words", "name: [a, b]", 6, "Expected `str`, got `array`"),
        ("name: Words", "name: ''", 6, "length >= 1"),
        ("navigator/knowledge/1", "navigator/knowledge/2", 2, "Invalid enum value"),
        ("means: To read", "means: 2026-99-99", None, "not valid YAML"),
        ("means: To read", "means: *nowhere", 7, "not valid YAML"),
    ],
)
def test_a_broken_file_is_a_problem_with_its_line(
    tmp_path: Path, old: str, new: str, line: int | None, what: str
) -> None:
    assert old in KNOWLEDGE
    problem = wrong(written(tmp_path, KNOWLEDGE.replace(old, new)))
    assert what in problem.what
    assert problem.line == line
    assert str(problem).startswith(f"{tmp_path / 'some.yaml'}:{line}: " if line else f"{tmp_path / 'some.yaml'}: ")


@pytest.mark.parametrize("text", ["", "just text", "[1, 2]", "5", "null"])
def test_a_file_of_another_shape_is_a_problem(tmp_path: Path, text: str) -> None:
    assert "Expected `object`" in wrong(written(tmp_path, text)).what


def test_text_that_is_not_utf_8_is_a_problem_with_its_byte(tmp_path: Path) -> None:
    assert wrong(written(tmp_path, "name: Zoë".encode("latin-1"))).what == "not UTF-8 text (byte 8)"


def test_a_missing_file_and_a_folder_are_problems(tmp_path: Path) -> None:
    assert "No such file" in wrong(tmp_path / "nothing.yaml").what
    assert "Is a directory" in wrong(tmp_path).what


def test_a_huge_file_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert "larger than 2 MB" in wrong(path).what
    assert read_text(path)[0] == ""


def test_a_device_without_end_is_a_problem_and_a_pipe_is_read() -> None:
    assert read_text(Path("/dev/zero"))[1][0].what == "a device, not a file"
    reading, writing = os.pipe()
    os.write(writing, b"format: a\r\nname: b\n")
    os.close(writing)
    assert read_text(Path(f"/dev/fd/{reading}")) == ("format: a\nname: b\n", [])
    os.close(reading)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names here")
def test_a_table_through_a_pipe_is_not_cut_short_without_a_word(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)

    def write() -> None:
        with suppress(BrokenPipeError):  # nobody reads it to the end
            pipe.write_bytes(b"a,b\n" * 1_000_000)

    threading.Thread(target=write, daemon=True).start()
    text, problems = read_text(pipe)
    assert text == "" and "larger than 2 MB" in problems[0].what


def test_nesting_without_end_is_a_problem(tmp_path: Path) -> None:
    assert "not valid YAML" in wrong(written(tmp_path, "[" * 50_000)).what


def test_the_rows_of_a_csv_come_with_their_lines(tmp_path: Path) -> None:
    rows, problems = read_csv(written(tmp_path, '# Origin\n# Year\na,b\n1,2\n\n"3,3",4\n'), ("a", "b"))
    assert not problems
    assert rows == [(4, {"a": "1", "b": "2"}), (6, {"a": "3,3", "b": "4"})]


def test_every_row_with_a_wrong_number_of_cells_is_a_problem(tmp_path: Path) -> None:
    rows, problems = read_csv(written(tmp_path, "# Origin\na,b\n1,2\n3\n4,5,6\n7,8\n"), ("a", "b"))
    assert [line for line, _ in rows] == [3, 6]
    assert [(p.line, p.what) for p in problems] == [
        (4, "1 cells where the header has 2"),
        (5, "3 cells where the header has 2"),
    ]


@pytest.mark.parametrize("text", ["a\n1\n", "", "# only a comment\n", "c,d\n1,2\n"])
def test_missing_columns_are_a_problem_of_the_header(tmp_path: Path, text: str) -> None:
    rows, problems = read_csv(written(tmp_path, text), ("a", "b"))
    assert not rows and "columns missing" in problems[0].what and "b" in problems[0].what


def test_a_cell_that_is_endless_is_a_problem(tmp_path: Path) -> None:
    _, problems = read_csv(written(tmp_path, f"a,b\n1,2\n{'x' * 200_000},4\n"), ("a", "b"))
    assert [(p.line, "field larger" in p.what) for p in problems] == [(3, True)]


def test_a_cell_is_a_number_or_nothing_or_a_problem() -> None:
    problems: list[Problem] = []
    assert number(Path("w.csv"), 9, "h50", "18.76", problems) == 18.76
    assert number(Path("w.csv"), 9, "h50", "", problems) is None
    assert not problems
    for text in ("-", "18,76", "abc", "nan", "inf", "$5"):
        assert number(Path("w.csv"), 9, "h50", text, problems) is None
    assert len(problems) == 6
    assert str(problems[0]) == "w.csv:9: h50 should be a number, not '-'"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of three occupations, with all the other files."""
    folder = tmp_path_factory.mktemp("small") / "data"
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("occupations", "states.csv"))
    states = (DATA / "wages" / "states.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "wages" / "states.csv").write_text("".join(states[:40]), encoding="utf-8")
    (folder / "occupations").mkdir()
    for code in ("35-2014.00", "31-1131.00", "53-7065.00"):
        shutil.copy(DATA / "occupations" / f"{code}.yaml", folder / "occupations")
    return folder


def test_a_sound_folder_has_no_problem(small: Path) -> None:
    found = load(small)
    assert found.problems == []
    assert [o.occupation.code for o in found.occupations] == ["31-1131.00", "35-2014.00", "53-7065.00"]


def test_all_problems_of_all_files_come_in_one_pass(small: Path, tmp_path: Path) -> None:
    data = shutil.copytree(small, tmp_path / "data")

    def spoil(name: str, old: str, new: str) -> None:
        text = (data / name).read_text(encoding="utf-8")
        assert old in text
        (data / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    spoil("occupations/35-2014.00.yaml", "  job_zone: 2", "  job_zone: 9")
    spoil("occupations/31-1131.00.yaml", "code: 31-1131.00", "code: 31-1131.01")
    spoil("occupations/53-7065.00.yaml", "\nfigures:", "\nfigures: [")
    spoil("skills_framework.yaml", "definition:", "defintion:")
    spoil("matching.yaml", "shown: 20", "shown: 21")
    spoil("activities.yaml", "groups:", "grops:")
    (data / "licences.yaml").unlink()
    (data / "interests.yaml").write_bytes(b"\xff\xfe")
    wages = (data / "wages" / "national.csv").read_text().splitlines()
    wages[10] = wages[10].replace(wages[10].split(",")[4], "lots")
    wages[12] += ",1"
    (data / "wages" / "national.csv").write_text("\n".join(wages))
    (data / "projections" / "2024-34.csv").write_text("soc\n")
    found = load(data)
    by_file = {p.path.name: p.line for p in found.problems if p.path.name != "national.csv"}
    assert set(by_file) == {
        "35-2014.00.yaml", "31-1131.00.yaml", "53-7065.00.yaml", "skills_framework.yaml", "matching.yaml", "activities.yaml",
        "licences.yaml", "interests.yaml", "2024-34.csv",
    }  # fmt: skip
    assert {n for n, line in by_file.items() if line is None} == {"interests.yaml", "licences.yaml"}
    assert sorted(p.line or 0 for p in found.problems if p.path.name == "national.csv") == [11, 13]
    assert found.framework is None and found.matching is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (KNOWLEDGE.replace("    name: Words", "    name: Words\n    name: Letters"), [7]),
        (KNOWLEDGE.replace("name: Numbers", "name: Numbers, name: Figures"), [4]),
        (KNOWLEDGE + "areas: []\n", [8]),
        ("# 'quoted', so the whole parser reads it\na: 'b'\nc: [{d: 1, d: 2}]\na: 'e'\n", [4, 3]),
        ("a: &x {b: 1}\nc: *x\nd: {e: 1, e: 2}\n", [3]),
    ],
)
def test_a_key_that_stands_twice_in_one_place_is_a_problem_with_its_line(
    tmp_path: Path, text: str, lines: list[int]
) -> None:
    path = written(tmp_path, text)
    value, problems = read_yaml(path, schema.KnowledgeFile)
    assert value is None and [p.line for p in problems] == lines
    assert all("stands twice in one place: keep it once" in p.what for p in problems)
    assert str(problems[0]).startswith(f"{path}:{lines[0]}: the key '")


def test_what_a_merge_brings_may_be_said_anew(tmp_path: Path) -> None:
    text = "a: &one {b: 1, c: 2}\nd: &two\n  <<: *one\n  b: 3\ne: {<<: *two, c: 4}\n"
    value, problems = parse(tmp_path / "some.yaml", text)
    assert problems == [] and value["d"] == {"b": 3, "c": 2} and value["e"] == {"b": 3, "c": 4}
