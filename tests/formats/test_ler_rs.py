"""LER-RS: valid by HR Open's own schema, and the same again after it was read back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from navigator.domain.errors import BadInput
from navigator.domain.record import (
    Claim,
    Contact,
    Credential,
    Document,
    Education,
    Evidence,
    Experience,
    Language,
    Person,
    Rating,
    Record,
    Wants,
)
from navigator.formats.badge import Achieved, Issuer, Shape, self_asserted
from navigator.formats.did_key import fresh_key
from navigator.formats.incoming import Brought
from navigator.formats.ler_rs import Lexicon, SkillWords, ler_rs
from navigator.formats.ler_rs_in import ler_rs_in
from tests.formats.hropen import LER_RS, faults
from tests.strategies import records

WORDS = Lexicon(
    skills={"listening": SkillWords(name="Listening", means="You hear what people mean.", element="2.A.1.b")},
    did={"a1": "Cooked meals"},
    knowledge={"k1": "Food and how to make it"},
    licences={"food-handler": "food handler card", "cdl": "truck license (CDL)"},
    occupations={"35-2014.00": "Line cook"},
)
SEEN = Evidence(held="seen", who="Rosa Diaz", role="lead cook", date="2024-05", note="At a wedding.")


@pytest.fixture(scope="module")
def badge() -> Shape:
    what = Achieved(id="x", name="Welding", means="Joins steel.", how="Passed.")
    return self_asserted(what, Issuer(name="Harbor School", key=fresh_key()), datetime(2026, 1, 2, tzinfo=UTC))


@pytest.fixture
def full(badge: Shape) -> Record:
    """A record with every part that LER-RS has a place for."""
    return Record(
        id="r",
        created="2026-01-01",
        person=Person(
            name="Ana Núñez 安娜",
            state="OH",
            about="I cook.\nI care.",
            contact=Contact(email="ana@example.org", phone="555 0100", city="Dayton", web="example.org/ana"),
        ),
        experience=(
            Experience(
                id="j1",
                title="Line cook",
                code="35-2014.00",
                kind="paid",
                length="years",
                did=("a1",),
                employer="Blue Diner",
                place="Dayton, OH",
                start="2019-03",
                end="2021",
                details=("Ran the grill.",),
                evidence=(SEEN,),
            ),
            Experience(id="j2", title="took care of my mother", kind="home"),
        ),
        ratings=(Rating(skill="listening", level=3, evidence=(SEEN,)), Rating(skill="listening", level=None)),
        knowledge=("k1",),
        wants=Wants(licences=("food-handler", "cdl")),
        education=(
            Education(id="e1", school="Dayton High", level="high_school", finished=True, end="2015"),
            Education(id="e2", study="Knife skills", kind="training", finished=False),
        ),
        credentials=(
            Credential(id="c1", name="ServSafe", issuer="NRA", issued="2020-01", expires="2030-01-31", number="A 7"),
            Credential(id="c2", name="Truck license", kind="licence", licence="cdl", expires="2031"),
            Credential(id="c3", name="Welding", kind="badge", issuer="Harbor School", document="d1"),
        ),
        claims=(Claim(id="s1", name="Pastry", level="good", details=("Croissants",)),),
        languages=(Language(id="l1", name="Español", level="first language"), Language(id="l2", name="English")),
        documents=(Document(id="d1", name="Welding", media="application/vc", content=json.dumps(badge)),),
    )


def read_back(shape: Shape) -> Brought:
    return ler_rs_in(json.dumps(shape).encode(), "record.json")


def as_record(found: Brought) -> Record:
    """A new record of nothing but what a file brought."""
    return Record(
        id="new",
        created="",
        person=found.person or Person(),
        experience=found.experience,
        education=found.education,
        credentials=found.credentials,
        claims=found.claims,
        languages=found.languages,
        documents=found.documents,
    )


def test_every_part_is_valid_by_hr_opens_schema(full: Record) -> None:
    assert faults(ler_rs(full, WORDS), LER_RS) == []


def test_an_empty_record_is_valid_too() -> None:
    assert faults(ler_rs(Record(id="", created=""), Lexicon()), LER_RS) == []


def test_the_schema_does_refuse_what_is_wrong(full: Record) -> None:
    assert faults(ler_rs(full, WORDS) | {"skills": [{"name": 7}]}, LER_RS)


def test_each_part_stands_in_its_place(full: Record) -> None:
    made = ler_rs(full, WORDS)
    position = made["employmentHistories"][0]["positionHistories"][0]
    assert position["descriptions"] == ["Ran the grill.", "Cooked meals"]
    assert position["jobCategories"] == [{"name": "Line cook", "code": "35-2014.00"}]
    assert made["skills"][0]["definitionReference"]["reference"].endswith("/2.A.1.b")
    assert made["skills"][0]["endorsers"][0]["person"]["name"]["formattedName"] == "Rosa Diaz"
    assert [s["name"] for s in made["skills"]] == ["Listening", "Pastry", "Food and how to make it"]
    assert [x["name"] for x in made["licenses"]] == ["Truck license", "food handler card"]
    assert made["certifications"][1]["verifications"][0]["otherW3CVerifiableCredential"]["name"] == "Welding"
    assert "Not for hiring decisions" in json.dumps(made["narratives"])


def test_pay_wants_and_likings_are_not_in_it(full: Record) -> None:
    private = replace(full, wants=replace(full.wants, cannot=("nights",)), sector="food-secret", needs=("rent-secret",))
    text = json.dumps(ler_rs(private, WORDS))
    assert "nights" not in text
    assert "secret" not in text


def test_export_import_export_is_the_same(full: Record) -> None:
    once = ler_rs(full, WORDS)
    assert ler_rs(as_record(read_back(once)), WORDS) == once


@settings(max_examples=12)
@given(record=records)
def test_any_record_comes_back_the_same_and_is_valid(record: Record) -> None:
    once = ler_rs(record, WORDS)
    assert ler_rs(as_record(read_back(once)), WORDS) == once
    assert faults(once, LER_RS) == []


def test_what_comes_in_is_marked_and_its_place_is_told(full: Record) -> None:
    found = read_back(ler_rs(full, WORDS))
    assert {p.origin for p in found.parts() if not isinstance(p, Document)} == {"imported"}
    assert found.source(found.experience[0]) == "employmentHistories[0]: Line cook"
    assert found.documents[0].result == "valid"
    assert found.credentials[1].document == found.documents[0].id
    assert found.claims[0].evidence == (SEEN,)


def test_what_other_programs_write_is_read_as_well(badge: Shape) -> None:
    other = {
        "type": "http://schema.hropenstandards.org/4.4/recruiting/json/ler-rs/LER-RSType.json",
        "person": {"name": {"given": "Ana", "family": "Núñez"}},
        "employmentHistories": [
            {
                "organization": {"name": "Depot"},
                "positionHistories": [
                    {"title": "Packer", "start": "2019-03-04T00:00:00Z"},
                    {"title": "Driver", "workRelationshipTypeCode": "Contract"},
                ],
            }
        ],
        "educationAndLearnings": [
            {"institution": {"name": "College"}, "educationDegrees": [{"name": "AA"}, {"name": "BA", "date": "2020"}]}
        ],
        "skills": [
            {"name": "Forklift", "endorsers": [{"organization": {"name": "Depot"}, "comments": ["Two years."]}]},
            {"verifications": [{"otherW3CVerifiableCredential": badge}]},
        ],
        "positionPreferences": [{"positionTitles": ["Boss"]}],
    }
    found = read_back(other)
    assert found.person is not None
    assert found.person.name == "Ana Núñez"
    assert [(x.title, x.employer, x.start, x.kind) for x in found.experience] == [
        ("Packer", "Depot", "2019-03-04", None),
        ("Driver", "Depot", "", "side"),
    ]
    assert [(e.study, e.end) for e in found.education] == [("AA", ""), ("BA", "2020")]
    assert found.claims[0].evidence == (Evidence(held="seen", who="Depot", note="Two years."),)
    assert [c.name for c in found.credentials] == ["Welding"]
    assert any("positionPreferences" in n for n in found.notes)


@pytest.mark.parametrize("data", [b"{}", b"[]", b'{"type": "Resume"}', b"{", b'{"type": 7, "skills": "x"}'])
def test_what_is_no_ler_rs_is_refused_with_its_name(data: bytes) -> None:
    with pytest.raises(BadInput, match=r"record\.json"):
        ler_rs_in(data, "record.json")


@pytest.mark.parametrize(
    "part", ["person", "communication", "employmentHistories", "skills", "certifications", "narratives"]
)
@pytest.mark.parametrize("value", [7, "x", [], [7], {"a": 1}, [[]], [{"name": [1]}], None])
def test_odd_parts_are_passed_over(part: str, value: object) -> None:
    shape = {"type": "http://schema.hropenstandards.org/4.4/recruiting/json/ler-rs/LER-RSType.json", part: value}
    found = read_back(shape)
    assert all(c.name for c in found.claims)
