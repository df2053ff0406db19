"""A sheet on somebody's table means what it meant on the day it was printed, whatever stands on new ones."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.question import Answer
from navigator.domain.record import Record
from navigator.engine.worksheet import Sheet, route_of
from navigator.engine.worksheet_before import BEFORE, lines_of
from navigator.engine.worksheet_code import answers_of, pieces, read_section
from navigator.services.worksheet import sheet, sheet_by_code
from navigator.services.worksheet_record import Filled, record_of


@pytest.mark.parametrize("code", BEFORE)
def test_a_sheet_printed_before_is_kept_whole_with_words_for_every_number(catalogue: Catalogue, code: str) -> None:
    printed = sheet_by_code(catalogue, code)
    assert printed.code == code and lines_of(printed) == BEFORE[code] and printed.route == route_of(code)[0]
    choices = [c for s in printed.sections for q in s.questions for c in q.choices]
    assert not [c.id for c in choices if c.text == c.id and not c.id.isdigit()]
    assert all(s.name for s in printed.sections)


def _read(printed: Sheet, lines: dict[str, str]) -> dict[str, Answer]:
    asked = [(s, lines[s.letter]) for s in printed.sections if s.letter in lines]
    return {
        name: answer for s, text in asked for name, answer in answers_of(s, read_section(s, text)).items() if answer
    }


def test_the_numbers_of_an_old_sheet_are_not_read_as_those_of_a_new_one(catalogue: Catalogue) -> None:
    old, new = sheet_by_code(catalogue, "2-5684-4"), sheet(catalogue, "standard")
    assert old.code != new.code and old.section("I") is None
    line = "D 01 11 81 H 05 06 13"
    read = dict(pieces(line)[1])
    found, other = _read(old, read), _read(new, read)
    assert found["want.cannot"] == ("driving", "blood") and found["want.licences"] == ("drivers-licence",)
    assert found["did.2"] == ("4.A.3.a.2.I29",) and found["did.9"] == ("4.A.1.a.1.I10",)
    assert other["want.cannot"] == ("away", "driving", "angry") and other["did.9"] != found["did.9"]


def test_a_sheet_without_the_line_for_noise_still_means_what_it_said(catalogue: Catalogue) -> None:
    for code, route in (("1-7057-3", "quick"), ("2-1749-7", "standard")):
        old, new = sheet_by_code(catalogue, code), sheet(catalogue, route)
        assert old.code != new.code
        read = dict(pieces("H 10 11 14")[1])
        assert _read(old, read)["want.cannot"] == ("air", "screens", "check")
        assert _read(new, read)["want.cannot"] == ("air", "noise", "selling")


def test_an_old_sheet_makes_a_record_and_the_walk_asks_what_it_did_not(catalogue: Catalogue) -> None:
    old = sheet_by_code(catalogue, "1-8753-8")
    readings = {
        letter: read_section(section, text)
        for letter, text in pieces("A OH D 03 17 E 01 06")[1]
        if (section := old.section(letter))
    }
    made = record_of(
        catalogue, Filled(sheet=old, name="Ana", works=(), readings=readings), Record(id="r", created=""), "2026-11-22"
    )
    assert made.person.state == "OH" and made.strongest == ("listening", "problem-solving")
    assert made.answered("want.cannot") is None and not made.finished


def test_the_needs_on_paper_are_the_needs_of_the_walk(catalogue: Catalogue) -> None:
    new = sheet(catalogue, "standard")
    part = new.section("I")
    assert part is not None
    readings = {"I": read_section(part, "02 08 11")}
    made = record_of(
        catalogue, Filled(sheet=new, name="Ana", works=(), readings=readings), Record(id="r", created=""), "2026-11-22"
    )
    assert made.needs == ("transport", "layoff", "english")
