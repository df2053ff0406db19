"""Keeping the center's book: add, change, mark as checked, find what is old, bring a directory in."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, NotFound
from navigator.services import resource_book
from navigator.services.asking import Move, ScriptedAsker
from navigator.services.resources import Directory

TODAY = date(2026, 11, 22)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "book.yaml"


def directory(catalogue: Catalogue, path: Path, area: str = "OH") -> Directory:
    return Directory(catalogue=catalogue, area=area, today=TODAY, book=path)


def added(catalogue: Catalogue, path: Path, **more: str) -> resource_book.Kept:
    return resource_book.add(
        directory(catalogue, path), path, {"name": "Night Care", "kinds": "childcare"} | more, None
    )


def test_an_entry_that_is_added_is_shown_first_and_counts_as_checked_today(catalogue: Catalogue, path: Path) -> None:
    kept = added(catalogue, path, checked_by="R. Alvarez")
    (first, *_) = directory(catalogue, path).for_need("childcare").found
    assert (kept.id, first.resource.name, first.resource.area) == ("night-care", "Night Care", "OH")
    assert (first.resource.checked_on, first.resource.checked_by) == (TODAY, "R. Alvarez")


def test_a_second_entry_of_the_same_name_gets_an_id_of_its_own(catalogue: Catalogue, path: Path) -> None:
    assert added(catalogue, path).id == "night-care"
    assert added(catalogue, path).id == "night-care-2"
    with pytest.raises(BadInput, match="already"):
        added(catalogue, path, id="night-care")


def test_all_that_is_wrong_with_a_new_entry_is_said_and_nothing_is_written(catalogue: Catalogue, path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        added(catalogue, path, evening="perhaps", checked_on="2026-02-30", color="red")
    assert all(part in str(refused.value) for part in ("evening", "2026-02-30", "color"))
    assert not path.exists()


def test_an_entry_can_be_added_by_answering_questions_and_going_back(catalogue: Catalogue, path: Path) -> None:
    class Back(ScriptedAsker):
        """Goes back once, from the third question."""

        gone = False

        def ask(self, question, place):  # type: ignore[no-untyped-def]
            if question.id == "book.gives" and not self.gone:
                self.gone = True
                return Move.BACK
            return super().ask(question, place)

    asker = Back({"book.name": "Wheels", "book.kinds": ["transport"], "book.language": "English, Spanish"})
    resource_book.add(directory(catalogue, path), path, {}, asker)
    (found, *_) = directory(catalogue, path).for_need("transport").found
    assert found.resource.name == "Wheels"
    assert found.resource.language == ("English", "Spanish")
    assert [q.id for q in asker.asked].count("book.kinds") == 2


def test_stopping_in_the_middle_writes_nothing(catalogue: Catalogue, path: Path) -> None:
    with pytest.raises(BadInput, match="Nothing was written"):
        resource_book.add(
            directory(catalogue, path), path, {}, ScriptedAsker({"book.name": "Wheels", "book.kinds": Move.STOP})
        )
    assert not path.exists()


def test_an_old_entry_is_found_and_marking_it_as_checked_makes_it_fresh(catalogue: Catalogue, path: Path) -> None:
    added(catalogue, path, checked_on="2026-01-01")
    here = directory(catalogue, path)
    assert [s.resource.id for s in resource_book.stale(here, path)] == ["night-care"]
    resource_book.edit(here, path, "night-care", {"checked_by": "B."}, checked=True)
    assert resource_book.stale(here, path) == ()
    assert [s.resource.checked_by for s in resource_book.stale(here, path, everything=True)] == ["B."]


def test_an_empty_value_takes_a_field_out(catalogue: Catalogue, path: Path) -> None:
    added(catalogue, path, phone="555-0100")
    resource_book.edit(directory(catalogue, path), path, "night-care", {"phone": ""}, checked=False)
    assert "555" not in path.read_text(encoding="utf-8")


def test_one_of_our_entries_is_copied_into_the_book_and_takes_its_place(catalogue: Catalogue, path: Path) -> None:
    here = directory(catalogue, path)
    kept = resource_book.edit(here, path, "oh-unemployment", {"phone": "1-800-555-0100"}, checked=True)
    shown = resource_book.show_one(directory(catalogue, path), "oh-unemployment")
    assert kept.new
    assert (shown.resource.near, shown.resource.phone, shown.resource.verify) == ("book", "1-800-555-0100", "")


def test_an_id_cannot_be_changed_and_an_unknown_one_is_refused(catalogue: Catalogue, path: Path) -> None:
    added(catalogue, path)
    with pytest.raises(BadInput, match="stays what it is"):
        resource_book.edit(directory(catalogue, path), path, "night-care", {"id": "day-care"}, checked=False)
    with pytest.raises(NotFound, match="no entry 'nobody'"):
        resource_book.edit(directory(catalogue, path), path, "nobody", {}, checked=True)


def test_checking_a_book_that_is_not_there_says_how_to_begin_one(catalogue: Catalogue, path: Path) -> None:
    with pytest.raises(NotFound, match="resources add"):
        resource_book.check(directory(catalogue, path), path)


def test_the_check_counts_the_book_and_its_imports(catalogue: Catalogue, path: Path, tmp_path: Path) -> None:
    added(catalogue, path, checked_on="2026-01-01")
    answer = tmp_path / "page.json"
    answer.write_text(json.dumps({"id": "s1", "name": "Legal clinic", "status": "active"}), encoding="utf-8")
    resource_book.bring_in(directory(catalogue, path), path, [answer], None, "", False)
    found = resource_book.check(directory(catalogue, path), path)
    assert (found.entries, found.imported, found.stale, found.problems) == (1, 1, 2, ())


def test_of_several_files_none_is_brought_in_when_one_is_broken(
    catalogue: Catalogue, path: Path, tmp_path: Path
) -> None:
    good, bad = tmp_path / "a.json", tmp_path / "b.json"
    good.write_text(json.dumps({"id": "s1", "name": "Legal clinic", "status": "active"}), encoding="utf-8")
    bad.write_text(
        json.dumps({"id": "s2", "name": "x", "status": "odd", "assured_date": "2026-02-30"}), encoding="utf-8"
    )
    with pytest.raises(BadInput, match="2 problems"):
        resource_book.bring_in(directory(catalogue, path), path, [good, bad], None, "", False)
    assert list(tmp_path.glob("book-imports/*")) == []


def test_bringing_a_list_in_again_replaces_it(catalogue: Catalogue, path: Path, tmp_path: Path) -> None:
    answer = tmp_path / "page.json"
    for name in ("Legal clinic", "Law clinic"):
        answer.write_text(json.dumps({"id": "s1", "name": name, "status": "active"}), encoding="utf-8")
        resource_book.bring_in(directory(catalogue, path), path, [answer], None, "211", False)
    names = [r.name for r in directory(catalogue, path).all if r.near == "import"]
    assert names == ["Law clinic"]
    assert (tmp_path / "book-imports" / "211.csv").is_file()


def test_a_table_needs_a_mapping(catalogue: Catalogue, path: Path, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("Program\nWelding\n", encoding="utf-8")
    with pytest.raises(BadInput, match="--map"):
        resource_book.bring_in(directory(catalogue, path), path, [table], None, "", False)
    mapping = tmp_path / "map.yaml"
    mapping.write_text("format: navigator/etpl/1\narea: OH\ncolumns: {name: Program}\n", encoding="utf-8")
    found, _ = resource_book.bring_in(directory(catalogue, path), path, [table], mapping, "", False)
    assert found.entries == 1
    assert directory(catalogue, path).for_need("training").found[0].resource.name == "Welding"


def test_a_file_that_is_not_there_is_refused(catalogue: Catalogue, path: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"gone\.json"):
        resource_book.bring_in(directory(catalogue, path), path, [tmp_path / "gone.json"], None, "", False)
