"""Lines of a resume: their dates, the parts they belong to, licences by the words people use, and activities."""

from __future__ import annotations

import pytest

from navigator.engine.resume_did import activity_of, index_of
from navigator.engine.resume_lines import Line, Part, heading, parts, read, spans
from navigator.engine.resume_papers import licences_in
from navigator.engine.resume_schools import level_of, schools

LICENCES = {
    "cna": "nursing assistant certificate (CNA)",
    "barber": "barber license",
    "drivers-licence": "driver's license",
    "cdl-a": "commercial driver's license, class A (CDL-A)",
    "cpr-first-aid": "CPR and first aid card",
    "teacher": "teacher license",
}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Cook 2018 - 2021", "2018", "2021"),
        ("Cook (Mar 2019 – present)", "2019-03", ""),
        ("05/2020 to 06/2021", "2020-05", "2021-06"),
        ("September 2015 until Oct. 2016", "2015-09", "2016-10"),
        ("2015-16", "2015", "2016"),
        ("2019-03 - 2020-11", "2019-03", "2020-11"),
        ("since 2017", "2017", ""),
        ("enero 2019 - actual", "2019-01", ""),
        ("Graduated May 2014", "", "2014-05"),
    ],
)
def test_dates_of_a_line(text: str, start: str, end: str) -> None:
    (span,) = spans(text)
    assert (span.start, span.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [("Mar 2019 to present", True), ("since 2017", True), ("desde 2017", True), ("from 2017", False), ("2017", False)],
)
def test_a_line_goes_on_only_where_it_says_so(text: str, goes_on: bool) -> None:
    (span,) = spans(text)
    assert span.ongoing is goes_on


def test_a_line_knows_whether_a_blank_one_stood_before_it() -> None:
    assert [(line.text, line.after_blank) for line in read(["Cook", "", "Driver", "Nights"])] == [
        ("Cook", False), ("Driver", True), ("Nights", False),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Call 614-555-2019", "Zip 43215-2019", "20199", "Room 12", "served 1500 meals"])
def test_numbers_that_are_no_dates(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [("WORK EXPERIENCE:", "work"), ("E D U C A T I O N", "school"), ("— Skills —", "skills"), ("Cook", None)],
)
def test_headings_however_they_are_written(text: str, kind: str | None) -> None:
    assert heading(text) == kind


def test_a_wrapped_line_is_put_together_and_a_heading_with_its_content_is_opened() -> None:
    lines = read(["Skills: grill, prep", "Experience", "• Cooked for many people", "  and cleaned up", "Cook"])
    found = [(p.kind, [line.text for line in p.lines]) for p in parts(lines)]
    assert found == [("skills", ["grill, prep"]), ("work", ["Cooked for many people and cleaned up", "Cook"])]


@pytest.mark.parametrize(
    ("text", "licences"),
    [
        ("Certified Nursing Assistant", ["cna"]),
        ("CNA, 2019", ["cna"]),
        ("Class A CDL", ["cdl-a"]),
        ("Commercial driver’s license Class A", ["cdl-a"]),
        ("Driver's license", ["drivers-licence"]),
        ("Licensed barber; CPR", ["barber", "cpr-first-aid"]),
        ("Teacher", []),
        ("Driver", []),
    ],
)
def test_licences_by_the_words_people_use(text: str, licences: list[str]) -> None:
    assert sorted(licences_in(text, LICENCES)) == sorted(licences)


def test_a_line_about_work_names_no_licence_unless_it_says_so() -> None:
    assert licences_in("Taught CPR to new staff", LICENCES, short=False) == []
    assert licences_in("Licensed barber", LICENCES, short=False) == ["barber"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("GED, 2015", "high_school"),
        ("A.A.S. Health Sciences", "associate"),
        ("Bachelor of Science", "bachelor"),
        ("BA, History", "bachelor"),
        ("Boston, MA", None),
        ("Jackson, MS", None),
        ("Certificate in welding", "certificate"),
        ("Lincoln High School", None),
    ],
)
def test_schooling_by_the_words_on_a_line(text: str, level: str | None) -> None:
    assert level_of(text) == level


def test_an_activity_needs_most_of_its_words() -> None:
    index = index_of({"wash": "Helped someone wash, dress, eat or get around", "hair": "Cut or styled hair"})
    assert activity_of("Helped residents wash, dress and eat", index) == "wash"
    assert activity_of("Washed dishes", index) == ""
    assert activity_of("Cut hair", index) == "hair"


def test_a_school_named_among_what_was_done_at_work_is_no_school_of_theirs() -> None:
    text = "High school diploma, Lincoln High School, 2014"
    for bullet, found in ((False, ["high_school"]), (True, [])):
        part = Part(kind="other", lines=(Line(text=text, bullet=bullet),))
        assert [school.level for school, _line in schools(part)] == found
