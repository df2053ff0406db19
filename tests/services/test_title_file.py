"""A whole CSV of titles: other people's files as they are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, NotFound
from navigator.services.table_lines import LONGEST_CELL
from navigator.services.title_file import CodedRow, TitleFile, neutral, said, write_csv, write_json

NURSE, COOK = "29-1141", "35-2014"


def rows_of(catalogue: Catalogue, path: Path, data: bytes | str, **more: str) -> list[CodedRow]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(TitleFile(catalogue, path, "title", 3, **more).rows())


def codes(rows: list[CodedRow]) -> list[str]:
    return [row.finds[0].code[:7] if row.finds else "" for row in rows]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "titles.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_accents_survive_in_every_usual_encoding(catalogue: Catalogue, path: Path, encoding: str) -> None:
    text = "id,title\r\n1,niñera\r\n2,line cook at Café Olé\r\n3,registered nurse\r\n"
    rows = rows_of(catalogue, path, text.encode(encoding))
    assert [row.cells[1] for row in rows] == ["niñera", "line cook at Café Olé", "registered nurse"]
    assert codes(rows)[1:] == [COOK, NURSE]


@pytest.mark.parametrize(
    "before", ["\n\n", " \r\n", ",,\n;;;\n", "sep=;\n", '\n"sep=;"\n\n', "SEP=;\r\n", "sep=\t\n", '"";"";""\n']
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_spreadsheets_write_before_the_names_of_the_columns_is_passed_over(
    catalogue: Catalogue, path: Path, before: str, encoding: str
) -> None:
    rows = rows_of(catalogue, path, f"{before}id;title\n1;line cook\n\n3;registered nurse\n".encode(encoding))
    assert [row.number for row in rows] == [1, 2, 3]
    assert [row.cells for row in rows] == [("1", "line cook"), ("", ""), ("3", "registered nurse")]
    assert codes(rows) == [COOK, "", NURSE]


def test_a_mark_that_the_file_names_itself_parts_its_cells(catalogue: Catalogue, path: Path) -> None:
    rows = rows_of(catalogue, path, "sep=^\nid^title\n1^cook, night; weekends\n")
    assert rows[0].cells == ("1", "cook, night; weekends")


def test_a_column_called_sep_is_a_column(catalogue: Catalogue, path: Path) -> None:
    rows = rows_of(catalogue, path, "sep,title\n1,line cook\n")
    assert rows[0].cells == ("1", "line cook")


def test_a_file_of_empty_lines_alone_is_empty(catalogue: Catalogue, path: Path) -> None:
    path.write_text("\n,,\nsep=;\n\n")
    with pytest.raises(BadInput, match="is empty"):
        TitleFile(catalogue, path, "title")


def test_a_file_of_mixed_encodings_is_read_line_by_line_and_says_so(catalogue: Catalogue, path: Path) -> None:
    path.write_bytes(b"title\n" + "niñera\n".encode() + "niñera\n".encode("cp1252") + b"cook\n")
    file = TitleFile(catalogue, path, "title")
    assert [row.cells[0] for row in file.rows()] == ["niñera", "niñera", "cook"]
    assert file.tally.odd_lines == 1
    assert any("Windows-1252" in sentence for sentence in said(file.tally))


def test_bytes_that_windows_has_no_letter_for_are_read_as_latin_1(catalogue: Catalogue, path: Path) -> None:
    path.write_bytes(b"title\ncook \x81\xe9\n")
    file = TitleFile(catalogue, path, "title")
    assert codes(list(file.rows())) == ["35-2014"] or file.tally.rows == 1
    assert file.tally.encoding == "Latin-1"


def test_ragged_rows_are_kept_and_marked(catalogue: Catalogue, path: Path) -> None:
    rows = rows_of(catalogue, path, "id,title,city\n1,line cook\n2,line cook,Akron,x,y\n3,line cook,Akron\n")
    assert codes(rows) == [COOK] * 3
    assert rows[0].note == "2 cells where the header has 3"
    assert rows[1].note == "5 cells where the header has 3, the rest: x | y"
    assert rows[2].note == ""
    assert rows[0].cells == ("1", "line cook", "")


def test_empty_titles_and_titles_like_nothing_are_kept_and_marked(catalogue: Catalogue, path: Path) -> None:
    rows = rows_of(catalogue, path, "id,title\n1,\n2,   \n3,zzqxv wvkkp\n4,line cook\n")
    assert [row.note for row in rows] == ["no title", "no title", "no match", ""]
    assert rows[2].finds == ()


@pytest.mark.parametrize(
    "title",
    [
        "x" * 10_000,
        "👩‍🍳🔥",
        "line\x00cook\x1b[31m",
        "طباخ",
        "'; DROP TABLE title_group; --",
        "%s%n{0}",
        "=cmd|' /C calc'!A0",
    ],
)
def test_no_title_however_odd_stops_the_file(catalogue: Catalogue, path: Path, title: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([("id", "title"), ("1", title), ("2", "registered nurse")])
    rows = rows_of(catalogue, path, out.getvalue())
    assert len(rows) == 2
    assert codes(rows)[1] == NURSE


def test_a_title_is_looked_up_once_however_often_it_stands_there(catalogue: Catalogue, path: Path) -> None:
    path.write_text("title\n" + "Line Cook\nline  cook\nregistered nurse\n" * 40)
    file = TitleFile(catalogue, path, "title")
    assert len(list(file.rows())) == 120
    assert file.tally.titles == 2


def test_what_stands_beside_a_title_may_change_what_it_is(catalogue: Catalogue, path: Path) -> None:
    path.write_text("title,where\nnurse,x\nnurse,hospital\n")
    file = TitleFile(catalogue, path, "title", 3, "where")
    assert len(list(file.rows())) == 2
    assert file.tally.titles == 2


def test_a_quotation_mark_that_never_closes_swallows_no_rows(catalogue: Catalogue, path: Path) -> None:
    lines = ["id,title", '1,"line cook', *(f"{n},registered nurse" for n in range(2, 400))]
    rows = rows_of(catalogue, path, "\n".join(lines))
    assert len(rows) == 399
    assert codes(rows)[1:] == [NURSE] * 398


def test_a_cell_past_all_bounds_swallows_no_rows(catalogue: Catalogue, path: Path) -> None:
    many = LONGEST_CELL // 15 + 200
    lines = ["id,title", '1,"line cook', *(f"{n},registered nurse" for n in range(many))]
    rows = rows_of(catalogue, path, "\n".join(lines))
    assert len(rows) == many + 1


def test_a_cell_may_run_over_lines(catalogue: Catalogue, path: Path) -> None:
    rows = rows_of(catalogue, path, 'id,title\n1,"line\ncook"\n2,registered nurse\n')
    assert [row.cells[1] for row in rows] == ["line\ncook", "registered nurse"]
    assert codes(rows) == [COOK, NURSE]


def test_old_line_ends_and_a_line_without_end_are_read(catalogue: Catalogue, path: Path) -> None:
    assert codes(rows_of(catalogue, path, "id,title\r1,line cook\r2,registered nurse")) == [COOK, NURSE]


def test_a_plain_list_of_titles_keeps_its_commas(catalogue: Catalogue, path: Path) -> None:
    rows = rows_of(catalogue, path, "title\nnurse, registered\n\nline cook\n")
    assert [row.cells[0] for row in rows] == ["nurse, registered", "", "line cook"]
    assert [row.note for row in rows] == ["", "no title", ""]


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_other_marks_between_cells_are_found_out(catalogue: Catalogue, path: Path, mark: str) -> None:
    assert codes(rows_of(catalogue, path, f"id{mark}Title\n1{mark}line cook\n")) == [COOK]


def test_a_missing_column_is_refused_with_those_there_are(catalogue: Catalogue, path: Path) -> None:
    path.write_text("id,job\n1,cook\n")
    with pytest.raises(BadInput, match=r"no column 'title'. Its columns: id, job"):
        TitleFile(catalogue, path, "title")


def test_an_empty_file_and_no_file_are_refused(catalogue: Catalogue, path: Path, tmp_path: Path) -> None:
    path.write_text("")
    with pytest.raises(BadInput, match="is empty"):
        TitleFile(catalogue, path, "title")
    with pytest.raises(NotFound, match=r"There is no file .*none\.csv"):
        TitleFile(catalogue, tmp_path / "none.csv", "title")
    with pytest.raises(BadInput, match="folder"):
        TitleFile(catalogue, tmp_path, "title")


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-cmd", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")'])
def test_a_cell_that_begins_like_a_formula_is_made_text(cell: str) -> None:
    assert neutral(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["-12.50", "+1", "-1,200", "a=b", "", "3"])
def test_numbers_and_ordinary_cells_stay_as_they_are(cell: str) -> None:
    assert neutral(cell) == cell


def test_the_csv_holds_the_own_columns_then_the_codes(catalogue: Catalogue, path: Path) -> None:
    path.write_text("id,title\n=1,line cook\n2,registered nurse\n")
    out = io.StringIO()
    write_csv(TitleFile(catalogue, path, "title", 2), out)
    header, *rows = csv.reader(io.StringIO(out.getvalue()))
    assert header == ["id", "title", "code_1", "code_2", "name", "sure", "note"]
    assert rows[0][:2] == ["'=1", "line cook"]
    assert rows[1][2] == "29-1141.00"
    assert rows[1][4] == catalogue.names["29-1141.00"]
    assert rows[1][5] == "sure"


def test_a_file_with_columns_named_like_ours_keeps_both(catalogue: Catalogue, path: Path) -> None:
    path.write_text("name,title,code_1\nAna,line cook,old\n")
    out = io.StringIO()
    write_json(TitleFile(catalogue, path, "title", 1), out)
    (row,) = json.loads(out.getvalue())
    assert (row["name"], row["code_1"]) == ("Ana", "old")
    assert row["code_1_found"] == "35-2014.00"
    assert row["name_found"]


def test_json_keeps_every_cell_of_columns_with_one_name(catalogue: Catalogue, path: Path) -> None:
    path.write_text("title,note,note_2,note\nbaker,a,b,c\n")
    out = io.StringIO()
    write_json(TitleFile(catalogue, path, "title", top=1), out)
    (row,) = json.loads(out.getvalue())
    assert [row[n] for n in ("title", "note", "note_2", "note_3")] == ["baker", "a", "b", "c"]
    assert list(row)[4:] == ["code_1", "name", "sure", "note_found"]


def test_json_without_rows_is_an_empty_array(catalogue: Catalogue, path: Path) -> None:
    path.write_text("id,title\n")
    out = io.StringIO()
    write_json(TitleFile(catalogue, path, "title"), out)
    assert json.loads(out.getvalue()) == []


def test_rows_stream_and_progress_is_told(catalogue: Catalogue, path: Path) -> None:
    path.write_text("title\n" + "line cook\nregistered nurse\n" * 1000)
    told: list[tuple[int, float]] = []
    rows = TitleFile(catalogue, path, "title").rows(lambda n, share: told.append((n, share)))
    assert isinstance(rows, Iterator)
    assert sum(1 for _ in rows) == 2000
    assert [n for n, _ in told] == [500, 1000, 1500, 2000, 2000]
    assert told[-1][1] == 1.0


def test_the_share_of_unsure_rows_counts_the_unmatched_too(catalogue: Catalogue, path: Path) -> None:
    path.write_text("id,title\n1,registered nurse\n2,zzqxv wvkkp\n3,\n")
    file = TitleFile(catalogue, path, "title")
    list(file.rows())
    assert file.tally.unsure_share == 0.5
    assert any("50.0%" in sentence for sentence in said(file.tally))
