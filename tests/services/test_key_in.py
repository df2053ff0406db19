"""From a sheet to a record: what is keyed in makes the parts that a walk with the same answers makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, Interrupted
from navigator.domain.question import Place, Question
from navigator.domain.record import Experience, Language, Record
from navigator.engine.standing import standing_of
from navigator.engine.validate import checked
from navigator.engine.worksheet import Section, Sheet
from navigator.engine.worksheet_code import Reading, answer_code, answers_of, pieces, read_section
from navigator.records.memory import MemoryStore
from navigator.records.store import RecordStore
from navigator.services.asking import Move, Reply
from navigator.services.key_in import KeyIn
from navigator.services.key_in_file import keyed_file
from navigator.services.match import Matcher
from navigator.services.worksheet import sheet
from navigator.services.worksheet_record import Filled, record_of
from tests.workers import walked

TITLES = {"line cook": "35-2014.00", "took care of my mother": "31-1122.00", "cashier": "41-2011.00"}
LINE = "A OH $16.50h B 14 25 C 11122 23311 12 D 03 17 22 E 01 06 07 16 21 26 28 34 F 05 09 G 01 08 16 $17 H 03 16 I 02"


class Typist:
    """Types prepared lines; remembers what was asked."""

    def __init__(self, *lines: str | Move) -> None:
        self.lines: Iterator[str | Move] = iter(lines)
        self.asked: list[Question] = []

    def ask(self, question: Question, place: Place) -> Reply:
        self.asked.append(question)
        line = next(self.lines, Move.STOP)
        if isinstance(line, Move):
            return line
        if line == "":
            return question.default if question.default is not None else Move.SKIP
        answer = checked(question, line)
        return Move.SKIP if answer is None else answer

    def tell(self, text: str) -> None:
        """Nothing is told between questions."""


@pytest.fixture(scope="module")
def standard(catalogue: Catalogue) -> Sheet:
    return sheet(catalogue, "standard")


def keyed(catalogue: Catalogue, *lines: str | Move) -> tuple[Record, Typist]:
    typist = Typist(*lines)
    filled = KeyIn(catalogue, typist).run()
    return record_of(catalogue, filled, Record(id="1", created="now"), "now"), typist


def section_lines(code: str) -> list[str]:
    """`A OH 02`, `B 14` ... of a whole answer code, without the code of the sheet."""
    import re

    return re.findall(r"([A-H] .*?/\d)(?= [A-H] |$)", code.partition(" ")[2])


def numbers(section: Section) -> st.SearchStrategy[Reading]:
    if section.style == "marks":
        marks = [st.integers(0, len(q.choices)) for q in section.questions]
        return st.tuples(*marks).map(lambda n: Reading(numbers=n))
    ticks = []
    at = 0
    for question in section.questions:
        mine = list(range(at + 1, at + len(question.choices) + 1))
        at += len(question.choices)
        most = 1 if question.kind == "one" else question.most or 6
        ticks.append(st.lists(st.sampled_from(mine), unique=True, max_size=most))
    money = st.sampled_from(("", "17 hour", "36000 year", "650 week")) if section.money else st.just("")
    state = st.sampled_from(("", "OH", "NM")) if section.state else st.just("")
    joined = st.tuples(*ticks).map(lambda some: tuple(n for part in some for n in part))
    return st.builds(Reading, numbers=joined, money=money, state=state)


@settings(phases=(Phase.generate,), max_examples=8)
@given(data=st.data())
def test_a_keyed_sheet_makes_the_parts_that_a_walk_makes(
    catalogue: Catalogue, standard: Sheet, data: st.DataObject
) -> None:
    titles = data.draw(st.lists(st.sampled_from(sorted(TITLES)), unique=True, max_size=3))
    given_readings = {s.letter: data.draw(numbers(s)) for s in standard.sections if s.style != "work"}
    pairs = [(data.draw(st.integers(0, 6)), data.draw(st.integers(0, 5))) for _title in titles]
    given_readings["B"] = Reading(numbers=tuple(n for pair in pairs for n in pair))
    code = answer_code(standard, given_readings)
    works = [line for title in titles for line in (title, TITLES[title])]
    ends = [""] * (3 - len(titles) if not titles or len(titles) < 3 else 0)
    typed = {line[0]: line for line in section_lines(code)}
    letters = [typed.get(s.letter, "") for s in standard.sections if s.style != "work"]
    work_digits = [typed.get("B", "")] if titles else []
    lines = [standard.code, "Mai", letters[0], *works, *ends[:1], *work_digits, *letters[1:], "save"]
    record, _typist = keyed(catalogue, *lines)
    walk = walked(catalogue, MemoryStore(home=Path()), _as_walked(standard, titles, given_readings))
    _same(record, walk)
    ticked = {c for name, a in answers_of(standard.section("D"), given_readings["D"]).items() for c in (a or ())}  # type: ignore[arg-type]
    assert {a for e in record.experience for a in e.did} == ticked
    asked = {a for e in record.experience for a in e.asked}
    assert len(asked) == (81 if ticked else 0)


def _as_walked(standard: Sheet, titles: list[str], readings: dict[str, Reading]) -> dict[str, Any]:
    """The same answers, as a walk is given them. Licenses: the walk chooses which it offers, so they are held apart."""
    found: dict[str, Any] = {"name": "Mai"}
    for section in standard.sections:
        answers = answers_of(section, readings[section.letter])
        found |= {name: list(a) if isinstance(a, tuple) else a for name, a in answers.items() if a is not None}
    if found.get("want.school", "none") != "none" and "diploma" in found.get("need.learning", ()):
        found["need.learning"].remove("diploma")  # the walk does not offer it to who has one
    for n, title in enumerate(titles, start=1):
        found |= {f"job.{n}.title": title, f"job.{n}.occupation": TITLES[title]}
    return {n: a for n, a in found.items() if not n.startswith("did.") and n != "want.licences"}


def _same(record: Record, walk: Record) -> None:
    def plain(e: Experience) -> Experience:
        return replace(e, when="", did=(), asked=(), groups=())

    assert record.person == walk.person and record.knowledge == walk.knowledge
    assert [plain(e) for e in record.experience if e.title] == [plain(e) for e in walk.experience if e.title]
    assert [(r.skill, r.level) for r in record.ratings] == [(r.skill, r.level) for r in walk.ratings]
    assert [(x.statement, x.value) for x in record.likings] == [(x.statement, x.value) for x in walk.likings]
    assert replace(record.wants, licences=()) == replace(walk.wants, licences=())
    done = {p.question: p.skipped for p in walk.progress if not p.question.startswith("any.")}
    said = {p.question: p.skipped for p in record.progress if p.question in done}
    differ = {n for n, skipped in said.items() if skipped != done[n]}
    assert differ <= {"want.licences"}


def test_a_whole_line_is_taken_at_once_and_only_words_are_asked(catalogue: Catalogue, standard: Sheet) -> None:
    record, typist = keyed(
        catalogue, f"{standard.code} {LINE}", "Mai Tran", "line cook", "", "took care of my mother", "", ""
    )
    assert [q.id for q in typist.asked] == ["key.form", "key.name", "key.title.1", "key.pick.1", "key.title.2", "key.pick.2", "key.done"]  # fmt: skip
    assert {q.id for q in typist.asked if q.offered} == {"key.pick.1", "key.pick.2", "key.done"}
    assert record.person.name == "Mai Tran" and record.person.state == "OH"
    assert [(e.title, e.kind, e.length) for e in record.experience if e.title] == [
        ("line cook", "paid", "years"), ("took care of my mother", "home", "long"),
    ]  # fmt: skip
    assert (
        record.wants.hours == ("full",)
        and record.wants.schooling == "high_school"
        and record.wants.cannot == ("nights",)
    )


def passed_over(catalogue: Catalogue, ticks: str) -> set[int]:
    """Which numbers of section D count as offered and not done, with these ticked; counted from 1."""
    record, _typist = keyed(catalogue, sheet(catalogue, "standard").code, "", "OH", "", "", ticks, *[""] * 5, "save")
    section = sheet(catalogue, "standard").section("D")
    assert section is not None
    number = {choice.id: n for n, (_question, choice) in enumerate(section.numbered(), start=1)}
    return {number[a] for a in standing_of(record, catalogue.framework).not_ticked}


def test_on_paper_what_stands_before_the_last_tick_was_passed_over_and_screens_after_it_were_perhaps_not_reached(
    catalogue: Catalogue,
) -> None:
    assert passed_over(catalogue, "3 17") == set(range(1, 19)) - {3, 17}
    assert passed_over(catalogue, "3 80") == set(range(1, 82)) - {3, 80}
    assert passed_over(catalogue, "") == set()


def test_back_goes_to_the_section_before_and_keeps_what_was_typed(catalogue: Catalogue, standard: Sheet) -> None:
    lines = (standard.code, "", "OH", "", "112223331112", "3 17", Move.BACK, "3 18", "", "", "", "", "", "save")
    record, typist = keyed(catalogue, *lines)
    again = next(q for n, q in enumerate(typist.asked) if q.id == "key.D" and typist.asked[n - 1].id == "key.E")
    assert again.default == "3 17"
    assert len(record.experience[0].did) == 2 and record.answered("skill.numbers").skipped  # type: ignore[union-attr]


def test_a_section_that_is_wrong_is_asked_again_with_the_reason_and_the_sound_ones_are_kept_and_said(
    catalogue: Catalogue, standard: Sheet
) -> None:
    typist = Typist(standard.code, "", "OH", "", "", "D 3 4 E 16 17")
    keying = KeyIn(catalogue, typist)
    with pytest.raises(Interrupted):
        keying.run()
    last = typist.asked[-1]
    assert "Section E: numbers 16, 17 answer the same question" in last.help and last.id == "key.E"
    assert "D was read as:" in last.help and keying.readings["D"].numbers == (3, 4)
    assert "E" not in keying.readings


def test_a_sheet_of_another_version_is_refused_with_a_sentence(catalogue: Catalogue, standard: Sheet) -> None:
    other = replace(standard, sections=standard.sections[:-1])
    typist = Typist(other.code, "")
    with pytest.raises(Interrupted):
        KeyIn(catalogue, typist).run()
    said = typist.asked[1].help
    assert "another version" in said and other.version in said and standard.version in said
    assert typist.asked[1].id == typist.asked[0].id


def test_what_was_keyed_in_before_stopping_can_be_kept_and_the_rest_stays_open(
    catalogue: Catalogue, standard: Sheet
) -> None:
    keying = KeyIn(catalogue, Typist(standard.code, "Mai", "OH $16"))
    with pytest.raises(Interrupted):
        keying.run()
    filled = keying.filled()
    assert filled is not None
    record = record_of(catalogue, filled, Record(id="1", created="now"), "now")
    assert record.person.state == "OH" and record.answered("skill.numbers") is None and not record.finished


def test_without_a_known_title_the_ticks_belong_to_the_work_named(catalogue: Catalogue, standard: Sheet) -> None:
    lines = (standard.code, "", "OH", "whatever came along", "none", "", "15", "", "3 17", "", "", "", "", "", "save")
    record, _typist = keyed(catalogue, *lines)
    assert [e.id for e in record.experience] == ["job1"] and len(record.experience[0].did) == 2
    assert Matcher(catalogue=catalogue, record=record).ranking


def test_the_quick_sheet_makes_a_record_too(catalogue: Catalogue) -> None:
    quick = sheet(catalogue, "quick")
    last = quick.sections[-1]
    driving = next(str(n) for n, (_, c) in enumerate(last.numbered(), start=1) if c.id == "driving")
    record, typist = keyed(catalogue, quick.code, "Mai", "OH", "line cook", "", "3 17", "1 2 3", driving, "")
    assert record.wants.cannot == ("driving",)
    assert record.route == "quick" and record.strongest == ("listening", "speaking", "reading")
    assert "key.B" not in [q.id for q in typist.asked] and record.person.name == "Mai"
    with pytest.raises(BadInput, match="no worksheet"):
        sheet(catalogue, "full")


def test_a_filled_sheet_without_sections_leaves_everything_open(catalogue: Catalogue, standard: Sheet) -> None:
    record = record_of(catalogue, Filled(sheet=standard, readings={}), Record(id="1", created="now"), "now")
    assert record.progress == () and record.route == "standard"


def table(folder: Path, *rows: str) -> Path:
    path = folder / "sheets.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def test_a_table_of_sheets_makes_a_record_a_row(
    catalogue: Catalogue, store: RecordStore, standard: Sheet, tmp_path: Path
) -> None:
    path = table(
        tmp_path, "form,name,work1,occupation1,A,B,D,E",
        f"{standard.code},Mai,line cook,,OH,14,3 17,01 06 16 21 26 28 34",
        f"{standard.code},Leo,whatever came along,none,NM,,,",
    )  # fmt: skip
    done = keyed_file(catalogue, store, path)
    assert [d.record for d in done] == ["mai", "leo"] and len(store.paths()) == 2
    mai = store.open(store.find("mai")).record
    assert (
        mai.person.state == "OH"
        and mai.experience[0].code == "35-2014.00"
        and len(mai.ratings) == 5
        and mai.strongest == ("listening", "problem-solving")
    )


def test_all_problems_of_a_table_are_told_and_nothing_is_kept(
    catalogue: Catalogue, store: RecordStore, standard: Sheet, tmp_path: Path
) -> None:
    path = table(
        tmp_path, "form,name,work1,A,D,E",
        f"{standard.code},Mai,line cook,OH,3,",
        f"{standard.code},Leo,qwrtplk,ZZ,95,99",
        "9-9999-9,Ann,,,,",
    )  # fmt: skip
    with pytest.raises(BadInput) as refused:
        keyed_file(catalogue, store, path)
    told = str(refused.value)
    assert all(
        part in told for part in ("Row 3: Section D", "Row 3: Section E", "Row 3: 'ZZ'", "Row 3: 'qwrtplk'", "Row 4:")
    )
    assert "Row 2" not in told and store.paths() == []
    assert told.endswith("\nNothing was kept. Mend these and run the command again.")


def test_a_table_with_other_columns_or_none_is_refused(
    catalogue: Catalogue, store: RecordStore, tmp_path: Path
) -> None:
    for head, why in (("form,colour", "no column 'colour'"), ("name,a", "form or code"), ("", "no column 'x'")):
        with pytest.raises(BadInput, match=why):
            keyed_file(catalogue, store, table(tmp_path, head, "x,y"))


@pytest.mark.parametrize("typed", ["MI $18.50h", "MI 18.50h", "michigan 18.50H", "MI  18.50h"])
def test_pay_behind_the_state_needs_no_sign_since_the_sheet_prints_it(standard: Sheet, typed: str) -> None:
    section = standard.section("A")
    assert section is not None
    read = read_section(section, typed)
    assert (read.state, read.money) == ("MI", "18.50 hour")


@pytest.mark.parametrize("typed", ["Stockton $18.50h", "stockton, CA 18.50h"])
def test_a_city_written_on_the_sheet_is_its_state(standard: Sheet, typed: str) -> None:
    section = standard.section("A")
    assert section is not None
    read = read_section(section, typed)
    assert (read.state, read.money) == ("CA", "18.50 hour")
    with pytest.raises(BadInput, match="Illinois"):
        read_section(section, "Springfield $18.50h")


def test_a_slip_in_the_pay_does_not_blame_the_state_and_drops_no_other_section(
    catalogue: Catalogue, standard: Sheet
) -> None:
    typist = Typist(f"{standard.code} A LA 13x C 11122 23311 12", "Ana", "A LA $13h")
    key_in = KeyIn(catalogue, typist)
    with pytest.raises(Interrupted):
        key_in.run()
    told = " ".join(q.help for q in typist.asked)
    assert "not an amount we can read" in told and "Louisiana" in told and "not a state" not in told
    assert key_in.readings["A"].state == "LA" and key_in.readings["A"].money == "13 hour"
    assert "C" in key_in.readings


@pytest.mark.parametrize(("letter", "typed"), [("D", "070812"), ("E", "010515"), ("E", "010515 F 05"), ("H", "031013")])
def test_three_numbers_without_spaces_are_numbers_and_not_the_code_of_a_sheet(letter: str, typed: str) -> None:
    form, parts = pieces(typed, letter)
    assert form == "" and parts[0] == ("", typed[:6])


def test_a_code_with_its_dashes_or_with_its_sections_is_still_a_code_at_any_section() -> None:
    assert pieces("2-4946-6 D 070812", "D") == ("2-4946-6", [("D", "070812")])
    assert pieces("249466 A OH D 070812", "D")[0] == "249466"
    assert pieces("249466")[0] == "249466"


def test_numbers_without_spaces_are_taken_where_a_section_is_asked_for(catalogue: Catalogue, standard: Sheet) -> None:
    typist = Typist(standard.code, "Mai", "OH", "cashier", "41-2011.00", "", "14", "", "070812")
    with pytest.raises(Interrupted):
        KeyIn(catalogue, typist).run()
    assert typist.asked[-1].id == "key.E" and typist.asked[-1].help.startswith("D was read as: 07 ")


@pytest.mark.parametrize("above", ["sep=;\n", '"sep=;"\n', 'SEP=;\n"";"";"";"";\n', "\n;;;;\n"])
def test_what_a_spreadsheet_writes_above_the_columns_is_read_over_and_the_rows_keep_their_numbers(
    catalogue: Catalogue, store: RecordStore, tmp_path: Path, standard: Sheet, above: str
) -> None:
    path = tmp_path / "sheets.csv"
    path.write_text(f"{above}form;name;work1;A;D\n{standard.code};Mai;line cook;OH;99\n", encoding="utf-8")
    with pytest.raises(BadInput, match=f"Row {above.count(chr(10)) + 2}: Section D"):
        keyed_file(catalogue, store, path)


def test_a_table_keyed_in_twice_makes_nobody_twice_unless_told_so(
    catalogue: Catalogue, store: RecordStore, standard: Sheet, tmp_path: Path
) -> None:
    head, ana = "form,name,work1,A", f"{standard.code},Ana Ruiz,line cook,OH"
    (first,) = keyed_file(catalogue, store, table(tmp_path, head, ana))
    more = table(tmp_path, head, ana, f"{standard.code},ANA RUIZ,line cook,TX", f"{standard.code},Leo,line cook,OH")
    done = keyed_file(catalogue, store, more)
    assert [(d.record, d.again) for d in done] == [("ana-ruiz", True), ("ana-ruiz-2", False), ("leo", False)]
    assert len(store.paths()) == 3 and not first.again
    assert [d.again for d in keyed_file(catalogue, store, more, again=True)] == [False] * 3 and len(store.paths()) == 6


def test_sheets_without_a_name_or_with_a_sealed_record_beside_them_are_all_kept(
    catalogue: Catalogue, store: RecordStore, standard: Sheet, tmp_path: Path
) -> None:
    path = table(tmp_path, "form,name,A", f"{standard.code},,OH")
    for _twice in range(2):
        assert not keyed_file(catalogue, store, path)[0].again
    (store.folder / "mai.age").write_bytes(b"age-encryption.org/v1 ...")
    (store.folder / "torn.json").write_text('{"format": "navigator/rec')
    (mai,) = keyed_file(catalogue, store, table(tmp_path, "form,name,A", f"{standard.code},Mai,OH"))
    assert (mai.record, mai.again) == ("mai-2", False)


def test_a_person_who_walked_on_after_their_sheet_is_known_by_it_still(
    catalogue: Catalogue, store: RecordStore, standard: Sheet, tmp_path: Path
) -> None:
    path = table(tmp_path, "form,name,A", f"{standard.code},Mai,OH")
    opened = store.open(Path(keyed_file(catalogue, store, path)[0].file))
    store.save(opened, replace(opened.record, languages=(Language(id="l1", name="Thai"),), finished=True))
    assert keyed_file(catalogue, store, path)[0].again


def test_a_letter_that_the_sheet_does_not_have_is_told_and_the_rest_of_the_line_is_kept(catalogue: Catalogue) -> None:
    typist = Typist(sheet(catalogue, "quick").code, "Mai", "A OH/8 I 3", Move.STOP)
    with pytest.raises(Interrupted):
        KeyIn(catalogue, typist).run()
    after = typist.asked[-1].help
    assert "There is no section I on this sheet." in after and "A was read as: OH." in after
