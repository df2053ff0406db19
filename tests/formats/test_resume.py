"""The resume: standard headings in order, the person's own words, and nothing that is not in the record."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import docx
import pypdf
import pytest
from hypothesis import given, settings

from navigator.domain.errors import CannotWrite
from navigator.domain.record import (
    GOES_ON,
    Claim,
    Contact,
    Credential,
    Education,
    Evidence,
    Experience,
    Language,
    Person,
    Record,
    Schooling,
)
from navigator.formats.resume import Resume, resume_of
from navigator.formats.resume_files import RESUMES, resume_docx, resume_pdf, resume_text
from tests.pages import NAMES, RECORD, SKILLS, best_of
from tests.strategies import records

MADE = date(2026, 11, 22)
HEADINGS = ["Summary", "Work experience", "Education", "Certificates and licenses", "Skills", "Languages"]
FULL = replace(
    RECORD,
    person=Person(
        name="Mai Nguyễn", state="OH", about="I cook well.\nI am never late.",
        contact=Contact(email="mai@example.org", phone="555 0100", city="Columbus"),
    ),
    experience=(
        Experience(
            id="1", title="line cook", employer="Joe's Diner", place="Columbus, OH", start="2019-03", end="2021-05", kind="paid",
            details=("Ran the grill on Friday nights",), did=("A1", "A2"),
            evidence=(Evidence(held="seen", who="Ana Ruiz", role="shift lead", note="always on time"), Evidence(note="own words")),
        ),
        Experience(id="2", title="took care of my father", kind="home", length="year", did=("A3",)),
        Experience(id="3", did=("A1",)),
        Experience(id="4", asked=("A4",)),
    ),
    education=(Education(id="1", school="Columbus State", study="Cooking", level="certificate", end="2018"),),
    credentials=(Credential(id="1", name="ServSafe", issuer="NRA", issued="2022-01", expires="2027-01", number="77"),),
    claims=(Claim(id="1", name="knife skills", level="very good"), Claim(id="2", name="Listening")),
    languages=(Language(id="1", name="Vietnamese", level="first language"),),
)  # fmt: skip


def resume(record: Record = FULL) -> Resume:
    return resume_of(record, SKILLS, NAMES, best_of(record))


def test_the_text_says_what_the_record_says_under_standard_headings() -> None:
    text = resume_text(resume(), MADE).decode()
    assert text.splitlines()[:2] == ["Mai Nguyễn", "555 0100 | mai@example.org | Columbus, OH"]
    places = [text.index(h.upper()) for h in HEADINGS]
    assert places == sorted(places)
    for line in (
        "- I cook well.", "Line cook\nJoe's Diner, Columbus, OH | March 2019 to May 2021", "- Ran the grill on Friday nights",
        "- Cooked food & plated it", "- Seen by Ana Ruiz, shift lead: always on time", "- own words",
        "Took care of my father\nAt home | about a year", "Other experience\n- Kept records of supplies",
        "Cooking\nColumbus State | 2018\n- Certificate after high school", "ServSafe\nNRA | January 2022, until January 2027",
        "- Number 77", "Food handler card", "- knife skills (very good)", "- Vietnamese (first language)",
    ):  # fmt: skip
        assert line in text, line
    assert text.count("Listening") == 1 and "weld" not in text.lower(), "each once; what was not ticked is not there"
    assert all(len(line) <= 78 for line in text.splitlines())


def test_a_hiring_program_reads_the_word_document_in_order() -> None:
    document = docx.Document(io.BytesIO(resume_docx(resume(), MADE)))
    said = [(p.style.name, p.text) for p in document.paragraphs if p.style]
    assert said[0] == ("Title", "Mai Nguyễn") and not document.tables
    assert [t for s, t in said if s == "Heading 1"] == HEADINGS
    assert [t for s, t in said if s == "Heading 2"][:3] == ["Line cook", "Took care of my father", "Other experience"]
    text = [t for _, t in said if t and t != "555 0100 | mai@example.org | Columbus, OH"]
    assert [t for t in resume_text(resume(), MADE).decode().replace("- ", "").splitlines() if t.isupper()] == [
        h.upper() for h in HEADINGS
    ]
    assert text.index("Line cook") < text.index("Ran the grill on Friday nights") < text.index("Took care of my father")


def test_a_hiring_program_reads_the_pdf_in_order() -> None:
    reader = pypdf.PdfReader(io.BytesIO(resume_pdf(resume(), MADE)))
    text = " ".join(" ".join(p.extract_text() for p in reader.pages).split())
    words = [
        "Mai Nguyễn",
        "mai@example.org",
        *HEADINGS[:2],
        "Line cook",
        "Ran the grill",
        "Took care of my father",
        *HEADINGS[2:],
    ]
    places = [text.find(w) for w in words]
    assert -1 not in places and places == sorted(places)
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()


def test_nothing_is_invented() -> None:
    record = replace(FULL, ratings=(), best_worst=())
    told = f"{record} {NAMES.did} {NAMES.licences} {HEADINGS}"
    fixed = "Other experience Seen by Number until to at home about a year a certificate after high school January March May"
    assert words(resume_text(resume(record), MADE).decode()) <= words(told) | words(fixed)


def words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.casefold()))


@settings(max_examples=6)
@given(record=records)
def test_any_record_makes_a_word_document(record: Record) -> None:
    made = resume(record)
    document = docx.Document(io.BytesIO(resume_docx(made, MADE)))
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"] == [
        c.name for c in made.chapters
    ]


def test_an_empty_record_has_no_resume_and_a_name_left_open() -> None:
    made = resume(Record(id="1", created="now"))
    assert made.empty and resume_text(made, MADE) == b"Your name\n"


def test_jobs_with_all_their_dates_stand_latest_first_and_others_as_told() -> None:
    def job(n: str, start: str, end: str) -> Experience:
        return Experience(id=n, title=n, start=start, end=end)

    dated = (job("old", "2001", "2004"), job("new", "2019-02", "2024"), job("mid", "2004", "2010-06"))
    told = resume(replace(FULL, experience=dated)).chapters[1].entries
    assert [e.name for e in told] == ["New", "Mid", "Old"]
    told = resume(replace(FULL, experience=(*dated, job("now", "2024", "")))).chapters[1].entries
    assert [e.name for e in told] == ["Old", "New", "Mid", "Now"]


def test_the_formats_of_the_resume_end_in_their_own_way() -> None:
    assert [(r.name, r.ending) for r in RESUMES] == [
        ("text", "txt"),
        ("docx", "docx"),
        ("pdf", "pdf"),
        ("json-resume", "json"),
    ]


@pytest.mark.parametrize("name", ["Nguyễn Thị Ánh", "محمد علي", "Zoë O'Hara"])
def test_names_of_the_world_stay_whole(name: str) -> None:
    made = resume(replace(FULL, person=Person(name=name)))
    assert resume_text(made, MADE).decode().startswith(name)
    assert docx.Document(io.BytesIO(resume_docx(made, MADE))).paragraphs[0].text == name
    seen = pypdf.PdfReader(io.BytesIO(resume_pdf(made, MADE))).pages[0].extract_text()
    assert all(word in seen for word in name.split())


def test_a_course_does_not_hide_the_diploma() -> None:
    course = Education(id="s1", study="Forklift safety class", kind="training")
    record = replace(RECORD, education=(course,), wants=replace(RECORD.wants, schooling="high_school"))
    education = next(c for c in resume(record).chapters if c.name == "Education")
    assert [*(e.name for e in education.entries), *education.lines] == [
        "Forklift safety class",
        "High school diploma or GED",
    ]
    school = replace(course, kind="school")
    named = next(c for c in resume(replace(record, education=(school,))).chapters if c.name == "Education")
    assert "High school diploma or GED" not in [*(e.name for e in named.entries), *named.lines]


def test_a_sign_without_a_font_is_left_out_of_the_pdf_and_foreign_letters_name_the_command() -> None:
    smiling = replace(FULL, person=replace(FULL.person, about="I cook well \U0001f642\U0001f44d\U0001f3fd and fast."))
    reader = pypdf.PdfReader(io.BytesIO(resume_pdf(resume(smiling), MADE)))
    text = " ".join(" ".join(p.extract_text() for p in reader.pages).split())
    assert "I cook well" in text and "and fast." in text
    strange = replace(FULL, person=replace(FULL.person, about="\U0010fffd"))
    with pytest.raises(CannotWrite, match="navigator export resume --format docx"):
        resume_pdf(resume(strange), MADE)


@pytest.mark.parametrize(("study", "school"), [("GED", ""), ("Diploma", "Reno High"), ("Associate of Science", "SCC")])
def test_a_level_that_the_study_names_is_not_said_twice(study: str, school: str) -> None:
    level: Schooling = "associate" if study.startswith("Assoc") else "high_school"
    record = replace(FULL, education=(Education(id="1", study=study, school=school, level=level),))
    assert resume(record).chapters[2].entries == () or resume(record).chapters[2].entries[0].lines == ()


def test_work_that_goes_on_stands_first_and_says_now() -> None:
    jobs = (
        Experience(id="a", title="cashier", start="2010", end="2020"),
        Experience(id="b", title="packer", start="2009", end=GOES_ON),
    )
    told = resume(replace(FULL, experience=jobs)).chapters[1].entries
    assert [(e.name, e.when) for e in told] == [("Packer", "2009 to now"), ("Cashier", "2010 to 2020")]
