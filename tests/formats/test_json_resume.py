"""JSON Resume: what is written is read back and written again the same, for any record."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from navigator.domain.record import Contact, Person, Record
from navigator.formats.json_resume import json_resume
from navigator.formats.json_resume_in import json_resume_in
from tests.formats.test_resume import FULL
from tests.pages import NAMES, SKILLS, best_of
from tests.strategies import records


def written(record: Record) -> bytes:
    return json_resume(record, SKILLS, NAMES, best_of(record))


def read(data: bytes) -> Record:
    """The record of somebody who brings this file and has nothing yet."""
    found = json_resume_in(data, "resume.json")
    return Record(
        id="1", created="now", person=found.person or Person(), experience=found.experience, education=found.education,
        credentials=found.credentials, claims=found.claims, languages=found.languages,
    )  # fmt: skip


@settings(max_examples=30)
@given(record=records)
def test_writing_reading_and_writing_again_gives_the_same_file(record: Record) -> None:
    first = written(record)
    assert written(read(first)) == first


def test_a_full_record_has_everything_in_its_place() -> None:
    made: dict[str, Any] = json.loads(written(FULL))
    assert made["basics"] == {
        "name": "Mai Nguyễn", "email": "mai@example.org", "phone": "555 0100", "summary": "I cook well.\nI am never late.",
        "location": {"city": "Columbus", "region": "OH"},
    }  # fmt: skip
    assert made["work"][0] == {
        "name": "Joe's Diner", "location": "Columbus, OH", "position": "line cook", "startDate": "2019-03", "endDate": "2021-05",
        "highlights": ["Ran the grill on Friday nights", "Kept records of supplies", "Cooked food & plated it"],
    }  # fmt: skip
    assert len(made["work"]) == 3 and "volunteer" not in made
    assert made["education"][1] == {"studyType": "High school diploma or GED"}
    assert [c["name"] for c in made["certificates"]] == ["ServSafe", "Food handler card"]
    assert [s["name"] for s in made["skills"]] == [
        "knife skills",
        "Listening",
        "Working safely with hands and tools",
    ]
    assert made["languages"] == [{"language": "Vietnamese", "fluency": "first language"}]


@pytest.mark.parametrize(
    ("email", "web", "kept"),
    [
        ("mai@example.org", "example.org/mai", {"email": "mai@example.org", "url": "https://example.org/mai"}),
        ("not an address", "javascript:alert(1)", {}),
        ("a@b", "ask me", {}),
        ("", "http://example.org", {"url": "http://example.org"}),
    ],
)
def test_only_addresses_that_the_schema_takes_are_written(email: str, web: str, kept: dict[str, str]) -> None:
    person = replace(FULL.person, contact=Contact(email=email, web=web))
    basics = json.loads(written(replace(FULL, person=person)))["basics"]
    assert {k: v for k, v in basics.items() if k in ("email", "url")} == kept


def test_an_empty_record_is_an_empty_resume() -> None:
    made = json.loads(written(Record(id="1", created="now")))
    assert set(made) == {"$schema", "meta"}
