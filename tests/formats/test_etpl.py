"""A state's training list in, by a column mapping: all of it or none of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from navigator.engine.resource_entry import Known
from navigator.formats.etpl import MappingFile, read_etpl, read_mapping

KNOWN = Known(kinds={"training": "Training"}, areas={"US": "United States", "OH": "Ohio"}, today=date(2026, 11, 22))
MAP = """format: navigator/etpl/1
area: OH
columns: {name: Program, by: Provider, price: Total Cost, weeks: Length, phone: Phone, codes: SOC, checked_on: Updated}
length_in: months
evening: {column: Schedule, words: [evening, night]}
outcome: {Finish: Done, "Middle pay": Pay}
always: {language: English}
"""
HEAD = "Program,Provider,Total Cost,Length,Phone,SOC,Updated,Schedule,Done,Pay,Campus\n"
CNA = 'State Tested Nurse Aide,Oak College,"$1,250.00",1.5,614-555-0100,31-1131,2026-09-01,Evenings,81%,$17.20,North\n'


def mapped(tmp_path: Path, text: str = MAP) -> MappingFile:
    path = tmp_path / "map.yaml"
    path.write_text(text, encoding="utf-8")
    mapping, problems = read_mapping(path)
    assert mapping is not None and not problems, problems
    return mapping


def listed(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_program_is_read_with_cost_length_schedule_and_results(tmp_path: Path) -> None:
    found = read_etpl(listed(tmp_path, HEAD + CNA), mapped(tmp_path), KNOWN)
    (one,) = found.resources
    assert (one.id, one.by, one.area, one.kinds) == (
        "state-tested-nurse-aide-oak-college",
        "Oak College",
        "OH",
        ("training",),
    )
    assert (one.price, one.weeks, one.evening) == (1250.0, 6.5, True)
    assert one.codes == ("31-1131.00",)
    assert one.outcome == "Finish: 81%; Middle pay: $17.20"
    assert one.checked_on == date(2026, 9, 1)
    assert any("Campus" in n for n in found.notices)


def test_a_program_that_is_taught_twice_stands_twice(tmp_path: Path) -> None:
    found = read_etpl(listed(tmp_path, HEAD + CNA + CNA), mapped(tmp_path), KNOWN)
    assert len({r.id for r in found.resources}) == 2


def test_all_bad_rows_are_listed_and_none_is_brought(tmp_path: Path) -> None:
    rows = [
        CNA,
        CNA.replace("2026-09-01", "2026-09-31"),
        CNA.replace("$1,250.00", "ask us"),
        CNA.replace("31-1131", "nurse"),
        "too,few\n",
        CNA.replace("State Tested Nurse Aide", ""),
        CNA.replace(",1.5,", ",999,"),
    ]
    found = read_etpl(listed(tmp_path, HEAD + "".join(rows)), mapped(tmp_path), KNOWN)
    assert found.resources == ()
    assert sorted(p.line or 0 for p in found.problems) == [3, 4, 5, 6, 7, 8]


def test_columns_that_are_not_there_are_named_with_those_that_are(tmp_path: Path) -> None:
    found = read_etpl(listed(tmp_path, "Program,Cost\nA,1\n"), mapped(tmp_path), KNOWN)
    assert "'Provider', 'Total Cost'" in str(found.problems[0])
    assert "its columns are: Program, Cost" in str(found.problems[0])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_lists_from_spreadsheets_are_read_with_their_accents(tmp_path: Path, encoding: str) -> None:
    text = HEAD + CNA.replace("Oak College", "Colegio Peña")
    found = read_etpl(listed(tmp_path, text.encode(encoding)), mapped(tmp_path), KNOWN)
    assert found.resources[0].by == "Colegio Peña"
    assert any("Windows-1252" in n for n in found.notices) is (encoding == "cp1252")


@pytest.mark.parametrize("data", [b"", b"\x00\x00", b'a,b\n"1', HEAD.encode() + b'"never closed,1\n'])
def test_a_broken_list_is_a_problem_and_no_crash(tmp_path: Path, data: bytes) -> None:
    assert read_etpl(listed(tmp_path, data), mapped(tmp_path), KNOWN).problems


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("columns: [", "not valid YAML"),
        ("format: navigator/etpl/2\ncolumns: {name: A}\n", "format"),
        ("format: navigator/etpl/1\ncolumns: {by: A}\n", "which column is the name"),
        ("format: navigator/etpl/1\ncolumns: {name: A, cots: B}\n", "'cots'"),
        ("format: navigator/etpl/1\ncolumns: {name: A}\nlength_in: years\n", "years"),
        ("format: navigator/etpl/1\ncolumns: {name: A}\ncolor: red\n", "color"),
        ("- 1\n", "object"),
        ("", "object"),
    ],
)
def test_what_is_wrong_with_a_mapping_is_said(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(text, encoding="utf-8")
    _, problems = read_mapping(path)
    assert says in "\n".join(map(str, problems))


def test_an_encoding_that_the_mapping_names_is_used(tmp_path: Path) -> None:
    text = (HEAD + CNA.replace("Oak College", "Peña")).encode("cp850")
    found = read_etpl(listed(tmp_path, text), mapped(tmp_path, MAP + "encoding: cp850\n"), KNOWN)
    assert found.resources[0].by == "Peña"
    wrong = read_etpl(listed(tmp_path, text), mapped(tmp_path, MAP + "encoding: klingon\n"), KNOWN)
    assert "klingon" in str(wrong.problems[0])


def test_a_column_that_is_mapped_twice_is_a_problem_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(MAP + "area: KY\n", encoding="utf-8")
    mapping, (problem,) = read_mapping(path)
    assert mapping is None
    assert str(problem) == f"{path}:8: the key 'area' stands twice in one place: keep it once"
