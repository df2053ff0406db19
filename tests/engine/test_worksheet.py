"""The worksheet's code and its check digits: what is keyed in wrong is caught, and what is keyed in right is read right."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.question import Choice, Question
from navigator.engine.worksheet import Section, Sheet, check_digit, route_of, sheet_of
from navigator.engine.worksheet_code import Reading, answer_code, answers_of, pieces, read_section, told, written
from navigator.engine.worksheet_pick import OWN_PLACES, activities
from tests.asking import known


def many(name: str, count: int, kind: str = "many") -> Question:
    choices = tuple(Choice(id=f"{name}{n}", text=f"Text {n}") for n in range(count))
    return Question(id=name, kind=kind, section="work", prompt=f"{name}. Which?", choices=choices)  # type: ignore[arg-type]


STATES = Question(id="state", kind="one", section="you", prompt="State?", choices=(Choice(id="OH", text="Ohio"), Choice(id="NM", text="New Mexico")))  # fmt: skip
PAY = Question(id="pay", kind="money", section="you", prompt="Pay?")
YOU = Section(letter="A", style="numbers", name="You", questions=(many("looked", 4, "one"),), state=STATES, money=PAY)
WORK = Section(
    letter="B", style="work", name="Work", questions=(many("job.1.kind", 6, "one"), many("job.1.length", 5, "one"))
)
DONE = Section(letter="D", style="numbers", name="Done", questions=tuple(many(f"did.{n}", 9) for n in range(1, 10)))
MARKS = Section(
    letter="E", style="marks", name="Skills", questions=tuple(many(f"skill.{n}", 4, "one") for n in range(15))
)
SECTIONS = (YOU, WORK, DONE, MARKS)


def readings(section: Section) -> st.SearchStrategy[Reading]:
    if section.style == "marks":
        digits = st.integers(0, len(section.questions[0].choices))
        return st.lists(digits, min_size=15, max_size=15).map(lambda n: Reading(numbers=tuple(n)))
    if section.style == "work":
        pairs = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 5)), min_size=1, max_size=3)
        return pairs.map(lambda p: Reading(numbers=tuple(n for pair in p for n in pair)))
    if section.letter == "A":
        money = st.sampled_from(("", "16.50 hour", "31000 year", "600 week", "1200 two weeks"))
        picked = st.integers(1, 4).map(lambda n: (n,))
        return st.builds(Reading, numbers=picked, state=st.sampled_from(("OH", "NM")), money=money)
    numbers = st.lists(st.integers(1, 81), unique=True, min_size=1, max_size=30)
    return numbers.map(lambda n: Reading(numbers=tuple(n)))


filled = st.sampled_from(SECTIONS).flatmap(lambda s: st.tuples(st.just(s), readings(s)))


@given(digits=st.text("0123456789", min_size=1, max_size=40), data=st.data())
def test_the_check_digit_tells_every_slip_and_every_swap(digits: str, data: st.DataObject) -> None:
    right = check_digit(digits)
    at = data.draw(st.integers(0, len(digits) - 1))
    slip = data.draw(st.sampled_from("0123456789"))
    changed = digits[:at] + slip + digits[at + 1 :]
    assert (check_digit(changed) == right) == (changed == digits)
    swapped = digits[:at] + digits[at : at + 2][::-1] + digits[at + 2 :]
    assert (check_digit(swapped) == right) == (swapped == digits)


@given(filled)
def test_a_section_written_down_is_read_again_as_it_was(pair: tuple[Section, Reading]) -> None:
    section, reading = pair
    form, parts = pieces(written(section, reading))
    assert form == "" and len(parts) == 1 and parts[0][0] == section.letter
    again = read_section(section, parts[0][1])
    assert again.check is not None and replace(again, check=None) == reading


@settings(max_examples=60)
@given(filled)
def test_every_slip_and_every_swap_in_a_section_with_its_check_digit_is_caught(pair: tuple[Section, Reading]) -> None:
    section, reading = pair
    line = pieces(written(section, reading))[1][0][1]
    places = [n for n, letter in enumerate(line) if letter.isdigit()]
    wrong = {line[:n] + d + line[n + 1 :] for n in places for d in "0123456789"}
    for a, b in pairwise(places):
        if "/" not in line[a:b]:  # neighbours on the paper: the check box stands apart
            wrong.add(line[:a] + line[b] + line[a + 1 : b] + line[a] + line[b + 1 :])
    for changed in wrong - {line}:
        with pytest.raises(BadInput):
            read_section(section, changed)


def test_a_wrong_check_digit_is_told_with_the_section_and_what_was_read() -> None:
    right = written(DONE, Reading(numbers=(3, 17)))
    assert right.startswith("D 03 17/")
    with pytest.raises(BadInput) as refused:
        read_section(DONE, f"03 17/{(int(right[-1]) + 1) % 10}")
    assert "Section D" in str(refused.value) and "03 Text 2; 17 Text 7" in str(refused.value)


@pytest.mark.parametrize(
    ("section", "line", "why"),
    [
        (DONE, "95", "no number 95"), (DONE, "3 0 4", "no number 0"), (DONE, "3 3", "twice"), (DONE, "3 x", "only numbers"),
        (DONE, "3 + 4", "cannot be read"), (DONE, "3 17/4", "two digits"), (DONE, "$17", "no amount"), (YOU, "$99999h", "does not look like pay"), (YOU, "$5 moons", "amount"),
        (MARKS, "1234", "type 15 digits"), (MARKS, "111111111111115", "digit number 15 is 5"),
        (WORK, "1", "two digits"), (WORK, "79", "digit number 1 is 7"), (YOU, "ZZ 1", "not a state"), (YOU, "1 2", "same question"),
    ],
)  # fmt: skip
def test_what_cannot_stand_on_the_sheet_is_refused(section: Section, line: str, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        read_section(section, line)


def test_numbers_are_read_with_spaces_commas_or_in_pairs() -> None:
    wanted = (3, 17, 22)
    assert [read_section(DONE, t).numbers for t in ("3 17 22", "03,17,22", "031722", "3-17-22")] == [wanted] * 4
    assert read_section(DONE, "").empty and read_section(DONE, "0").none and read_section(DONE, "00").none


def test_a_state_and_pay_are_read_as_they_are_written() -> None:
    found = read_section(YOU, "new mexico 2 $16.50h")
    assert (found.state, found.numbers, found.money) == ("NM", (2,), "16.50 hour")
    for typed in ("$16.50h", "$16.50 h", "$16.50 an hour", "$16.50 hour"):
        form, parts = pieces(f"A OH {typed} E 1")
        assert (form, [p[0] for p in parts]) == ("", ["A", "E"])
        assert read_section(YOU, parts[0][1]).money == "16.50 hour"


def test_a_list_that_was_worked_on_answers_all_its_screens_and_a_blank_one_none() -> None:
    found = answers_of(DONE, Reading(numbers=(3, 17)))
    assert found["did.1"] == ("did.12",) and found["did.2"] == ("did.27",) and found["did.9"] == ()
    assert set(answers_of(DONE, Reading()).values()) == {None}
    assert set(answers_of(DONE, Reading(none=True)).values()) == {()}


def test_it_is_echoed_in_a_few_words() -> None:
    assert told(DONE, Reading(numbers=(1, 2, 3, 4, 5))) == "01 Text 0; 02 Text 1; 03 Text 2; and 2 more"
    assert (
        told(MARKS, Reading(numbers=(0, *(3,) * 14)))
        == "14 Text 2 (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15); 1 blank (1)"
    )
    assert told(WORK, Reading(numbers=(1, 4, 0, 0))) == "Text 0, Text 3; -"
    assert told(YOU, Reading(state="OH", money="1200 two weeks")) == "OH; $1,200 every two weeks"
    assert told(DONE, Reading()) == "left blank" and told(DONE, Reading(none=True)) == "none of these"


def sheet(catalogue: Catalogue) -> Sheet:
    framework = catalogue.framework
    return sheet_of(known(framework), "standard", tuple(a.id for a in framework.activities[:81]), ("cna", "forklift"))


def test_the_code_of_a_sheet_follows_from_what_it_holds(catalogue: Catalogue) -> None:
    made = sheet(catalogue)
    assert route_of(made.code) == ("standard", made.version)
    fewer = replace(made, sections=made.sections[:-1])
    assert fewer.version != made.version and sheet(catalogue).code == made.code


def test_the_first_digit_of_a_code_stays_what_it_is_on_sheets_already_printed(catalogue: Catalogue) -> None:
    made = sheet(catalogue)
    assert made.code.startswith("2-") and replace(made, route="quick").code.startswith("1-")


@given(st.data())
def test_a_slip_or_a_swap_in_the_code_of_a_sheet_is_caught(catalogue: Catalogue, data: st.DataObject) -> None:
    digits = sheet(catalogue).code.replace("-", "")
    at = data.draw(st.integers(0, 5))
    slip = digits[:at] + data.draw(st.sampled_from("0123456789")) + digits[at + 1 :]
    swap = digits[:at] + digits[at : at + 2][::-1] + digits[at + 2 :]
    for wrong in {slip, swap} - {digits}:
        with pytest.raises(BadInput):
            route_of(wrong)


def test_what_is_no_code_of_a_sheet_is_told_what_one_looks_like() -> None:
    for wrong in ("", "hello", "123", "2-4831-77"):
        with pytest.raises(BadInput, match="2-4831-7"):
            route_of(wrong)


def test_a_whole_sheet_is_one_line_that_can_be_keyed_in_again(catalogue: Catalogue) -> None:
    made = sheet(catalogue)
    line = answer_code(made, {"D": Reading(numbers=(1, 81)), "A": Reading(state="OH"), "H": Reading()})
    form, parts = pieces(line)
    assert form == made.code and [letter for letter, _text in parts] == ["A", "D"]


def test_some_of_every_group_stand_on_the_sheet(catalogue: Catalogue) -> None:
    framework, tables = catalogue.framework, catalogue.tables
    picked = activities(framework, tables, 81)
    group = {a.id: a.group for a in framework.activities}
    counts = [sum(group[a] == g.id for a in picked) for g in framework.groups]
    assert len(set(picked)) == 81 and min(counts) >= 1 and max(counts) <= 7
    held = [any(tables.activity_row[a][n] for a in picked) for n in range(len(tables.codes))]
    assert sum(held) / len(held) > 0.97  # nearly everybody finds something of their work on it
    assert len(activities(framework, tables, 45)) == 45


@pytest.mark.parametrize(("number", "least"), [(45, 2), (81, 3)])
def test_whoever_worked_on_a_farm_in_a_kitchen_or_with_children_finds_their_own_work(
    catalogue: Catalogue, number: int, least: int
) -> None:
    tables, picked = catalogue.tables, activities(catalogue.framework, catalogue.tables, number)
    for field, own in OWN_PLACES.items():
        there = [n for n, code in enumerate(tables.codes) if code.startswith(field)]
        done = [a for a in own if a in picked and sum(tables.activity_row[a][n] > 0 for n in there) >= 2]
        assert len(done) >= least, field


def test_everybody_whose_work_asks_no_degree_finds_a_line_of_it_on_the_long_sheet(catalogue: Catalogue) -> None:
    tables, picked = catalogue.tables, activities(catalogue.framework, catalogue.tables, 81)
    bare = [
        code
        for n, code in enumerate(tables.codes)
        if tables.zones[n] <= 3 and not any(tables.activity_row[a][n] for a in picked)
    ]
    assert bare == []


def test_an_activity_that_no_occupation_does_has_no_line_on_a_sheet(catalogue: Catalogue) -> None:
    framework = catalogue.framework
    unheard = replace(framework.activities[0], id="nobody-does-it")
    more = replace(framework, activities=(unheard, *framework.activities))
    assert activities(more, catalogue.tables, 45) == activities(framework, catalogue.tables, 45)


def test_what_hardly_anybody_who_comes_to_a_center_does_takes_no_place(catalogue: Catalogue) -> None:
    picked = activities(catalogue.framework, catalogue.tables, 81)
    court, legal, research = "4.A.4.a.3.I01", "4.A.4.b.4.I16", "4.A.3.b.6.I03"
    assert not {court, legal, research} & {*picked}


def test_who_taught_finds_teaching_on_the_long_sheet(catalogue: Catalogue) -> None:
    picked = activities(catalogue.framework, catalogue.tables, 81)
    assert {"4.A.4.b.3.I02", "4.A.2.b.2.I15"} <= {*picked}
