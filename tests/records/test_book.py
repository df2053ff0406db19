"""The center's book on disk: every problem in one pass, comments kept, nobody's change overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navigator.domain.errors import BadInput, ChangedOutside
from navigator.domain.resource import Resource
from navigator.engine.resource_entry import Known
from navigator.records import book as books
from navigator.records.book import read_book, read_imports, save_entry, save_import
from navigator.records.book_text import table_text

KNOWN = Known(
    kinds={"childcare": "Child care", "housing": "Housing"},
    areas={"US": "United States", "OH": "Ohio"},
    today=date(2026, 11, 22),
)
ONE = Resource(id="one", name="One", kinds=("childcare",), phone="555-0100", checked_on=date(2026, 10, 1))
TWO = Resource(
    id="two",
    name='Two: "yes" # no',
    kinds=("housing", "childcare"),
    evening=True,
    price=0.0,
    language=("English", "Spanish"),
)

WRITTEN = """# Our book. Keep it tidy.
format: navigator/book/1
center: Eastside
entries:
  # child care first
  - id: one
    name: One
    kinds: [childcare]   # the main thing

  # then a roof
  - id: two
    name: Two
    kinds: [housing]
    checked_on: 2026-01-05
# the end
"""


def written(tmp_path: Path, text: str, name: str = "book.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_book_that_is_not_there_is_empty_and_the_first_entry_begins_it(tmp_path: Path) -> None:
    path = tmp_path / "home" / "book.yaml"
    save_entry(read_book(path, KNOWN), ONE)
    save_entry(read_book(path, KNOWN), TWO)
    again = read_book(path, KNOWN)
    assert again.resources == (ONE, TWO)
    assert again.problems == ()


def test_a_csv_book_keeps_its_columns_and_takes_entries(tmp_path: Path) -> None:
    path = written(tmp_path, "name,id,kinds\nZero,zero,housing\n", "book.csv")
    save_entry(read_book(path, KNOWN), ONE)
    save_entry(read_book(path, KNOWN), replace(ONE, name="One again"))
    again = read_book(path, KNOWN)
    assert [r.name for r in again.resources] == ["Zero", "One again"]
    assert path.read_text(encoding="utf-8").startswith("name,id,kinds,")


def test_changing_one_entry_leaves_comments_and_the_others_letter_for_letter(tmp_path: Path) -> None:
    path = written(tmp_path, WRITTEN)
    save_entry(read_book(path, KNOWN), replace(ONE, phone="555-0199"))
    text = path.read_text(encoding="utf-8")
    before, after = WRITTEN[: WRITTEN.index("  - id: one")], WRITTEN[WRITTEN.index("\n  # then a roof") :]
    assert text.startswith(before)
    assert text.endswith(after)
    assert "phone: 555-0199" in text


def test_a_new_entry_goes_to_the_end_with_the_line_ends_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    path.write_bytes(WRITTEN.replace("\n", "\r\n").encode())
    save_entry(read_book(path, KNOWN), replace(ONE, id="three", name="Three"))
    data = path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert [r.id for r in read_book(path, KNOWN).resources] == ["one", "two", "three"]
    assert data.rstrip().endswith(b"# the end")


def test_a_book_in_a_layout_that_lines_do_not_show_is_left_alone(tmp_path: Path) -> None:
    text = "format: navigator/book/1\nentries: [{id: one, name: One, kinds: [housing]}, {id: two, name: Two, kinds: [housing]}]\n"
    path = written(tmp_path, text)
    with pytest.raises(BadInput, match="only a text editor can change"):
        save_entry(read_book(path, KNOWN), ONE)
    assert path.read_text(encoding="utf-8") == text


def test_all_problems_of_a_book_are_found_at_once_with_their_lines(tmp_path: Path) -> None:
    text = """format: navigator/book/1
sheets: 1
entries:
  - id: one
    name: One
    kinds: [shoes]
    checked_on: 2026-02-30
  - just words
  - id: two
    name: Two
    kinds: [housing]
    opens: 9
  - id: good
    name: Good
    kinds: [housing]
  - id: good
    name: Good again
    kinds: [housing]
"""
    found = read_book(written(tmp_path, text), KNOWN)
    assert [(p.line, p.what.split(":")[0]) for p in found.problems] == [
        (2, "there is no field 'sheets'; a book has format, center and entries"),
        (4, "one"), (4, "one"),
        (8, "an entry should be 'field"),
        (9, "two"),
        (16, "the id 'good' stands twice"),
    ]  # fmt: skip
    assert [r.name for r in found.resources] == ["Good"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", ""),
        (b"entries: [\n", "not valid YAML"),
        (b"format: navigator/book/9\n", "should read"),
        (b"- a\n- b\n", "should read"),
        (b"format: navigator/book/1\nentries: words\n", "should be a list"),
        (b"\x00\x01", "zero bytes"),
        (b"format: navigator/book/1\nentries:\n" + b"[" * 5000, "not valid YAML"),
    ],
)
def test_whatever_is_in_the_file_it_is_a_problem_and_no_crash(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "book.yaml"
    path.write_bytes(data)
    problems = read_book(path, KNOWN).problems
    assert (says in str(problems[0])) if says else problems == ()


def test_a_csv_book_from_a_spreadsheet_is_read_with_its_semicolons_and_accents(tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    path.write_bytes(
        "id;name;kinds;evening\nninos;Niños;childcare,housing;sí\nok;Ok;housing;yes\nlater;Later;housing;señor\n".encode(
            "cp1252"
        )
    )
    found = read_book(path, KNOWN)
    assert [r.id for r in found.resources] == ["ninos", "ok"]
    assert [r.name for r in found.resources] == ["Niños", "Ok"]
    assert "evening" in found.problems[0].what


def test_an_unknown_column_of_a_csv_book_is_said_once(tmp_path: Path) -> None:
    path = written(tmp_path, "id,name,kinds,colour\na,A,housing,red\nb,B,housing,blue\n", "book.csv")
    found = read_book(path, KNOWN)
    assert [p.line for p in found.problems] == [1]
    assert len(found.resources) == 2


def test_nothing_is_written_into_a_book_with_problems(tmp_path: Path) -> None:
    path = written(tmp_path, WRITTEN.replace("[housing]", "[shoes]"))
    before = path.read_bytes()
    with pytest.raises(BadInput, match="Mend these first"):
        save_entry(read_book(path, KNOWN), TWO)
    assert path.read_bytes() == before


def test_save_refuses_when_the_book_changed_outside(tmp_path: Path) -> None:
    path = written(tmp_path, WRITTEN)
    read = read_book(path, KNOWN)
    path.write_text(WRITTEN.replace("One", "Uno"), encoding="utf-8")
    with pytest.raises(ChangedOutside):
        save_entry(read, replace(ONE, id="three"))
    assert "Uno" in path.read_text(encoding="utf-8")


def test_the_old_book_goes_to_its_history_first(tmp_path: Path) -> None:
    path = written(tmp_path, WRITTEN)
    save_entry(read_book(path, KNOWN), replace(ONE, id="three"))
    save_entry(read_book(path, KNOWN), replace(ONE, id="four"))
    kept = sorted((tmp_path / "book-history").iterdir())
    assert len(kept) == 2
    assert kept[0].read_text(encoding="utf-8") == WRITTEN


def test_a_book_larger_than_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    with path.open("wb") as file:
        file.truncate(books.MOST_BYTES + 1)
    assert "too large" in str(read_book(path, KNOWN).problems[0])


def test_an_import_is_replaced_whole_by_the_next_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    save_import(path, "list", [ONE, TWO])
    save_import(path, "list", [TWO])
    (found,) = read_imports(path, KNOWN)
    assert [(r.id, r.near) for r in found.resources] == [("two", "import")]


def test_entries_survive_the_way_through_a_table(tmp_path: Path) -> None:
    path = written(tmp_path, table_text([ONE, TWO]), "book.csv")
    assert read_book(path, KNOWN).resources == (ONE, TWO)


def test_a_book_that_is_no_yaml_is_told_with_the_line_and_what_is_wrong_there(tmp_path: Path) -> None:
    path = written(tmp_path, WRITTEN + "  - {id: three\n")
    (problem,) = read_book(path, KNOWN).problems
    assert problem.line == len(WRITTEN.splitlines()) + 2
    assert problem.what == "not valid YAML: did not find expected ',' or '}'"


def test_a_field_that_stands_twice_in_an_entry_is_a_problem_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, WRITTEN.replace("    name: Two\n", "    name: Two\n    name: Three\n"))
    (problem,) = read_book(path, KNOWN).problems
    assert str(problem) == f"{path}:13: the key 'name' stands twice in one place: keep it once"
