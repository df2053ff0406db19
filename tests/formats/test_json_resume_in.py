"""JSON Resume comes in field by field, and what is written, read and written again is the same."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.record import GOES_ON, Person, Record
from navigator.formats.incoming import Brought
from navigator.formats.json_resume import json_resume
from navigator.formats.json_resume_in import json_resume_in
from navigator.services.page import names_of
from tests.pages import best_of
from tests.strategies import records

SAMPLE: dict[str, Any] = {
    "basics": {
        "name": "Đặng Thị Mai",
        "email": "mai@example.org",
        "phone": "555-0101",
        "summary": "I fix things.",
        "location": {"city": "Dayton", "region": "Ohio"},
        "profiles": [{"network": "X"}],
        "image": "me.png",
    },
    "work": [
        {
            "name": "Joe's Diner",
            "position": "Line cook",
            "startDate": "2019-03",
            "summary": "Ran the grill.",
            "highlights": ["• Cooked for 120 people", ""],
        },
        {"highlights": []},
        "not an object",
    ],
    "volunteer": [{"organization": "Food pantry", "position": "Helper", "endDate": "2020-01-31T00:00:00Z"}],
    "education": [
        {"institution": "Sinclair", "studyType": "Associate degree", "area": "Nursing", "courses": ["Care of adults"]},
        {"institution": "State", "studyType": "B.S.", "area": "Biology"},
    ],
    "certificates": [{"name": "CPR", "date": "2023", "issuer": "Red Cross", "url": "https://example.org"}],
    "skills": [{"name": "Grill", "level": "Master", "keywords": ["steak"]}],
    "languages": [{"language": "Vietnamese", "fluency": "Native"}],
    "awards": [{"title": "Best cook"}],
    "references": [{"name": "Bob", "reference": "Good"}],
}


def brought(value: object) -> Brought:
    return json_resume_in(json.dumps(value).encode(), "resume.json")


def test_every_part_comes_in_where_the_mapping_says() -> None:
    found = brought(SAMPLE)
    assert found.person is not None
    assert (found.person.name, found.person.contact.city) == ("Đặng Thị Mai", "Dayton")
    job, helped = found.experience
    assert (job.title, job.employer, job.start, job.details) == (
        "Line cook",
        "Joe's Diner",
        "2019-03",
        ("Ran the grill.", "Cooked for 120 people"),
    )
    assert (helped.kind, helped.employer, helped.end) == ("volunteer", "Food pantry", "2020-01-31")
    assert [(s.level, s.study) for s in found.education] == [("associate", "Nursing"), (None, "B.S., Biology")]
    assert (found.credentials[0].issued, found.credentials[0].issuer) == ("2023", "Red Cross")
    assert found.claims[0].details == ("steak",)
    assert found.languages[0].level == "Native"
    assert {p.origin for p in (*found.experience, *found.education, *found.claims)} == {"imported"}


def test_each_part_names_its_place_in_the_file() -> None:
    found = brought(SAMPLE)
    assert [found.source(p) for p in found.parts()] == [
        "entry 1 under work",
        "entry 1 under volunteer work",
        "entry 1 under education",
        "entry 2 under education",
        "entry 1 under certificates",
        "entry 1 under skills",
        "entry 1 under languages",
    ]


def test_what_has_no_place_is_named() -> None:
    said = " ".join(brought(SAMPLE).notes)
    for word in ("Awards", "References", "Profiles", "photo"):
        assert word in said
    assert not brought({"basics": {"name": "Ana"}}).notes


def test_odd_shapes_bring_nothing_and_break_nothing() -> None:
    odd = {"basics": ["x"], "work": {"a": 1}, "education": [None, 3], "skills": [{"name": {"deep": 1}}], "languages": 5}
    assert list(brought(odd).parts()) == []
    with pytest.raises(BadInput, match="begin with a brace"):
        brought(["x"])


def test_impossible_dates_are_left_empty() -> None:
    found = brought({"work": [{"position": "Cook", "startDate": "last May", "endDate": "2019-13"}]})
    assert (found.experience[0].start, found.experience[0].end) == ("", "")


def as_record(found: Brought) -> Record:
    return Record(
        id="",
        created="",
        person=found.person or Person(),
        experience=found.experience,
        education=found.education,
        credentials=found.credentials,
        claims=found.claims,
        languages=found.languages,
    )


@settings(max_examples=30)
@given(record=records)
def test_written_read_and_written_again_is_the_same(catalogue: Catalogue, record: Record) -> None:
    names, skills = names_of(catalogue), catalogue.framework.skills
    once = json_resume(replace(record, plan=Record(id="", created="").plan), skills, names, best_of(record, skills))
    back = as_record(json_resume_in(once, "x"))
    again = json_resume(back, skills, names, best_of(back, skills))
    assert json.loads(again) == json.loads(once)


def test_work_that_began_and_has_no_end_goes_on() -> None:
    work = [{"position": "Cook", "startDate": "2019"}, {"position": "Aide", "startDate": "2019", "endDate": "Present"},
            {"position": "Clerk"}, {"position": "Guard", "startDate": "2019", "endDate": "last May"}]  # fmt: skip
    assert [j.end for j in brought({"work": work}).experience] == [GOES_ON, GOES_ON, "", ""]
