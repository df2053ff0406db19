"""Parts of a record: found as people name them, added with an id, taken out without moving anything else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from navigator.domain.errors import BadInput, NotFound
from navigator.domain.record import Claim, Education, Evidence, Experience, Language, Progress, Rating, Record
from navigator.engine import parts
from navigator.engine.licence_names import licence_named
from navigator.engine.part_table import KINDS, is_word, kind_called
from navigator.engine.part_values import values
from tests.strategies import claims, records

EMPTY = Record(id="1", created="now")
WALKED = replace(
    EMPTY,
    experience=(
        Experience(id="job1", title="cook"),
        Experience(id="job2", title="driver"),
        Experience(id="any"),
        Experience(id="w1", title="cashier"),
    ),
    progress=tuple(Progress(question=q) for q in ("name", "job.1.title", "job.1.kind", "job.2.title", "job.2.did")),
)


@given(records, claims)
@settings(max_examples=25)
def test_what_was_added_and_taken_out_again_leaves_the_record_as_it_was(record: Record, claim: Claim) -> None:
    more, kept = parts.with_part(record, claim)
    assert more.claims == (*record.claims, kept) and kept.id not in {p.id for p in parts.all_parts(record)}
    assert parts.without(more, kept) == record


def test_ids_are_short_and_their_letter_says_what_they_are() -> None:
    record = EMPTY
    for part in (Experience(id=""), Education(id=""), Education(id="", kind="training"), Language(id="", name="x")):
        record, _ = parts.with_part(record, part)
    record, again = parts.with_part(record, Experience(id="whatever"))
    assert [p.id for p in parts.all_parts(record)] == ["w1", "w2", "s1", "t1", "l1"] and again.id == "w2"


@pytest.mark.parametrize("wanted", ["w1", "W1", "cashier", "Cash", "ashie"])
def test_a_part_is_found_by_its_id_or_as_much_of_its_title_as_tells_it_apart(wanted: str) -> None:
    assert parts.find(WALKED, wanted).id == "w1"


def test_a_name_that_fits_two_parts_is_refused_with_both() -> None:
    record, _ = parts.with_part(WALKED, Experience(id="", title="cashier at night"))
    assert parts.find(record, "cashier").id == "w1"
    with pytest.raises(BadInput, match=r"could be more than one: w1 \(cashier\), w2 \(cashier at night\)"):
        parts.find(record, "cash")


@pytest.mark.parametrize("wanted", ["", " ", "nosuch", "w9", "\x00", "j"])
def test_a_name_that_fits_nothing_is_refused_with_what_there_is(wanted: str) -> None:
    with pytest.raises(NotFound, match=r"The record has: job1 \(cook\)"):
        parts.find(WALKED, wanted)


def test_a_long_id_is_shown_and_named_by_its_first_letters() -> None:
    record = replace(EMPTY, claims=(Claim(id="7b0c2f5e-3d0a", name="a"), Claim(id="7b0c9999-3d0a", name="b")))
    assert parts.short_ids(record) == {"7b0c2f5e-3d0a": "7b0c2", "7b0c9999-3d0a": "7b0c9"}
    assert parts.find(record, "7b0c2").id == "7b0c2f5e-3d0a"


def test_work_of_the_walk_moves_up_when_the_one_before_it_is_taken_out() -> None:
    left = parts.without(WALKED, WALKED.experience[0])
    assert [(e.id, e.title) for e in left.experience] == [("job1", "driver"), ("any", ""), ("w1", "cashier")]
    assert [p.question for p in left.progress] == ["name", "job.1.title", "job.1.did"]


def test_evidence_goes_with_parts_and_ratings_but_not_with_languages() -> None:
    seen = Evidence(held="seen", who="Maria")
    rated = replace(EMPTY, ratings=(Rating(skill="listening", level=3), Rating(skill="reading", level=1)))
    found = parts.with_evidence(rated, rated.ratings[0], seen)
    assert found.ratings == (replace(rated.ratings[0], evidence=(seen,)), rated.ratings[1])
    assert parts.without_evidence(found, found.ratings[0], 1) == rated
    with pytest.raises(NotFound, match="no evidence number 1"):
        parts.without_evidence(rated, rated.ratings[0], 1)
    with pytest.raises(BadInput, match="'Spanish' can have none"):
        parts.with_evidence(EMPTY, Language(id="l1", name="Spanish"), seen)


def test_each_piece_of_evidence_is_taken_away_by_its_number_and_no_other_number_takes_one() -> None:
    first, second = Evidence(held="seen", who="Maria"), Evidence(held="paper", who="Leo")
    cook = replace(WALKED.experience[0], evidence=(first, second))
    record = replace(WALKED, experience=(cook, *WALKED.experience[1:]))
    for number, left in ((1, second), (2, first)):
        assert parts.without_evidence(record, cook, number).experience[0].evidence == (left,)
    for number in (0, 3, -1):
        with pytest.raises(NotFound, match=f"no evidence number {number}"):
            parts.without_evidence(record, cook, number)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.word)
def test_every_field_of_every_part_can_be_left_empty(kind: object) -> None:
    found = kind_called(kind.word)  # type: ignore[attr-defined]
    given = {f.option: "" for f in found.fields}
    assert not any(values(found, given).values())


@pytest.mark.parametrize(
    ("word", "given", "said"),
    [
        ("language", {"employer": "x"}, "Language has nothing called employer. It has: --name, --level."),
        ("work", {"kind": "holiday"}, "--kind: 'holiday' is not one of the choices. Choices: paid, home"),
        ("work", {"title": "x" * 201}, "That is 201 characters. Please keep it under 200."),
        ("contact", {"email": "ana at home"}, "'ana at home' is not an email address."),
        ("contact", {"phone": "12"}, "'12' is not a phone number."),
        ("contact", {"web": "my page"}, "'my page' is not the address of a web page."),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_what_would_be_right(
    word: str, given: dict[str, str], said: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        values(kind_called(word), given)
    assert str(refusal.value).startswith(said)


def test_lines_are_split_at_semicolons_and_values_by_their_flags() -> None:
    work = kind_called("job")
    assert values(work, {"detail": ["Ran the grill; Closed up", "Trained two"], "occupation": "none"}) == {
        "details": ("Ran the grill", "Closed up", "Trained two"),
        "code": "",
    }
    assert values(kind_called("school"), {"finished": "no", "level": "high_school"}) == {
        "finished": False,
        "level": "high_school",
    }


LICENCES = {
    "cna": "nursing assistant certificate (CNA)",
    "forklift": "forklift card",
    "osha-10": "safety card (OSHA-10)",
    "cdl-a": "commercial driver's license, class A (CDL-A)",
    "cdl-b": "commercial driver's license, class B (CDL-B)",
    "commercial-diver": "commercial diver certificate",
    "cpr-first-aid": "CPR and first aid card",
    "food-handler": "food handler card",
    "servsafe": "food safety manager certificate (ServSafe)",
}


@pytest.mark.parametrize(
    ("name", "licence"),
    [
        ("CNA", "cna"),
        ("Certified Nursing Assistant", "cna"),
        ("Forklift Operator Certification", "forklift"),
        ("OSHA 10", "osha-10"),
        ("CDL Class A", "cdl-a"),
        ("ServSafe Food Handler", "food-handler"),
        ("Food Handler (ServSafe)", "food-handler"),
        ("ServSafe Manager", "servsafe"),
        ("ServSafe Alcohol", ""),
        ("Employee of the month", ""),
        ("Supervised two forklift drivers each week", ""),
        ("CDL", ""),
        ("Commercial Driver's License", ""),
        ("commercial diver", "commercial-diver"),
        ("", ""),
        ("!!!", ""),
    ],
)
def test_a_certificate_is_a_licence_of_the_list_only_where_that_is_clear(name: str, licence: str) -> None:
    assert licence_named(name, LICENCES) == licence


def test_a_word_for_a_part_is_known_in_any_number_and_case_and_another_is_not() -> None:
    for kind in KINDS:
        for word in (kind.word, f" {kind.word.upper()}s ", *kind.also):
            assert is_word(word) and kind_called(word) is kind
    assert not is_word("pizza") and not is_word("")
