"""What stands twice in a record and what cannot both be true is pointed out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from navigator.domain.record import Claim, Credential, Education, Evidence, Experience, Language, Record, Wants
from navigator.engine.oddities import among, oddities
from tests.strategies import records

TODAY = "2026-11-22"
EMPTY = Record(id="1", created="now")
COOK = Experience(id="w1", title="Line cook", employer="Blue Door", start="2019-03", end="2021")


def kinds(record: Record) -> list[str]:
    return [o.kind for o in oddities(record, TODAY)]


def test_a_record_in_order_has_nothing_odd() -> None:
    record = replace(
        EMPTY,
        experience=(COOK,),
        education=(Education(id="s1", study="High school", level="high_school", end="2012"),),
        credentials=(Credential(id="c1", name="CNA", licence="cna", issued="2024", expires="2027"),),
        claims=(Claim(id="k1", name="Weld"), Claim(id="k2", name="Drive a bus")),
        wants=Wants(schooling="high_school", licences=("cna",)),
    )
    assert kinds(record) == []


@pytest.mark.parametrize(
    ("other", "odd"),
    [
        (replace(COOK, id="w2", title="line  COOK"), True),
        (replace(COOK, id="w2", start="", end=""), True),
        (replace(COOK, id="w2", start="2023", end="2024"), False),
        (replace(COOK, id="w2", employer="Red Door"), False),
    ],
    ids=["same words", "no dates", "at another time", "elsewhere"],
)
def test_the_same_work_twice_is_odd_unless_it_was_at_another_time_or_place(other: Experience, odd: bool) -> None:
    assert kinds(replace(EMPTY, experience=(COOK, other))) == (["work_twice"] if odd else [])


def test_other_parts_that_stand_twice_are_named() -> None:
    record = replace(
        EMPTY,
        education=(Education(id="s1", study="GED"), Education(id="s2", study="ged")),
        credentials=(Credential(id="c1", name="CPR", issuer="Red Cross"), Credential(id="c2", name="cpr")),
        claims=(Claim(id="k1", name="Drive a forklift"), Claim(id="k2", name="driving a forklift")),
        languages=(Language(id="l1", name="Spanish"), Language(id="l2", name="spanish")),
    )
    assert kinds(record) == ["school_twice", "paper_twice", "skill_twice", "language_twice"]
    renewed = (Credential(id="c1", name="CPR", issued="2022"), Credential(id="c2", name="CPR", issued="2024"))
    assert kinds(replace(EMPTY, credentials=renewed)) == []


@pytest.mark.parametrize(
    ("first", "second", "odd"), [("", "", True), ("2022", "", True), ("", "2022", True), ("2022", "2024", False)]
)
def test_one_license_under_two_names_is_one_paper_unless_both_dates_say_otherwise(
    first: str, second: str, odd: bool
) -> None:
    papers = (
        Credential(id="c1", name="CNA", licence="cna", issued=first),
        Credential(id="c2", name="State tested nurse aide", licence="cna", issued=second),
    )
    assert ("paper_twice" in kinds(replace(EMPTY, credentials=papers))) is odd


def test_dates_in_the_wrong_order_or_to_come_are_named() -> None:
    record = replace(
        EMPTY,
        experience=(replace(COOK, start="2021", end="2019"), Experience(id="w2", title="Baker", start="2027")),
        credentials=(
            Credential(id="c1", name="A", issued="2024", expires="2023"),
            Credential(id="c2", name="B", expires="2026-10"),
            Credential(id="c3", name="C", expires="2026"),
        ),
    )
    assert kinds(record) == ["ends_first", "future", "expires_first", "expired", "expired"]
    assert [o.ids for o in oddities(record, TODAY)] == [("w1",), ("w2",), ("c1",), ("c1",), ("c2",)]


def test_an_end_in_the_same_year_as_the_start_is_not_before_it() -> None:
    assert kinds(replace(EMPTY, experience=(replace(COOK, start="2021-06", end="2021"),))) == []


def test_answers_that_the_papers_speak_against_are_named() -> None:
    record = replace(
        EMPTY,
        education=(Education(id="s1", study="Nursing", level="associate"),),
        credentials=(
            Credential(id="c1", name="CNA", licence="cna", expires="2020"),
            Credential(id="c2", name="CDL", licence="cdl-a"),
        ),
        wants=Wants(schooling="high_school", licences=("cna",)),
    )
    assert kinds(record) == ["licence_expired", "licence_unused", "schooling_lower"]
    unfinished = replace(record.education[0], finished=False)
    assert "schooling_lower" not in kinds(replace(record, education=(unfinished,)))


def test_a_witness_without_a_name_is_pointed_out() -> None:
    seen = replace(COOK, evidence=(Evidence(held="seen"),))
    named = replace(COOK, evidence=(Evidence(held="seen", who="Maria"),))
    assert (kinds(replace(EMPTY, experience=(seen,))), kinds(replace(EMPTY, experience=(named,)))) == (
        ["nobody_named"], [],
    )  # fmt: skip


def test_only_what_is_about_the_part_at_hand_is_picked() -> None:
    record = replace(EMPTY, experience=(COOK, replace(COOK, id="w2"), replace(COOK, id="w3", start="2022", end="2020")))
    assert {o.kind for o in among(oddities(record, TODAY), ["w1"])} == {"work_twice"}


@given(records)
@settings(max_examples=20)
def test_any_record_can_be_looked_over(record: Record) -> None:
    assert all(o.ids for o in oddities(record, TODAY))
