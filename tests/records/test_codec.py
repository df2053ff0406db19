"""The record on disk: what is written is what is read, and what is damaged is refused in a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema
import pytest
from hypothesis import given, settings

from navigator.domain.errors import BadRecord, DamagedRecord, NewerRecord
from navigator.domain.record import Contact, Money, Record
from navigator.records.codec import MAX_BYTES, decoded, encoded, json_schema
from navigator.records.migrations import PRESENT, STEPS
from tests.strategies import records

PATH = Path("mai.json")
FIXTURES = Path(__file__).parent / "fixtures"
SMALL = Record(id="1", created="2026-11-22T09:00:00Z", sector="food", finished=True)


def with_format(name: object, **more: object) -> bytes:
    return json.dumps({"format": name, "id": "1", "created": "now", **more}).encode()


@given(records)
@settings(max_examples=30)
def test_a_record_reads_back_as_it_was_written(record: Record) -> None:
    data = encoded(record)
    assert decoded(data, PATH) == record
    assert encoded(decoded(data, PATH)) == data


@given(records)
@settings(max_examples=25)
def test_every_record_written_is_right_by_the_schema_we_print(record: Record) -> None:
    jsonschema.Draft202012Validator(json_schema()).validate(json.loads(encoded(record)))


def test_the_schema_asks_for_the_format() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"id": "1", "created": "now"}, json_schema())


def test_the_file_says_what_it_is_and_leaves_empty_parts_out() -> None:
    shape = json.loads(encoded(Record(id="1", created="now")))
    assert {k: v for k, v in shape.items() if v != {}} == {
        "format": f"navigator/record/{PRESENT}",
        "id": "1",
        "created": "now",
    }


def test_the_file_holds_names_as_people_write_them() -> None:
    mai = decoded((FIXTURES / "record-1.json").read_bytes(), PATH)
    assert "Nguyễn Thị Mai".encode() in encoded(mai)


def test_not_sure_stays_apart_from_not_rated() -> None:
    mai = decoded((FIXTURES / "record-1.json").read_bytes(), PATH)
    assert [(r.skill, r.level) for r in decoded(encoded(mai), PATH).ratings] == [("listening", 3), ("writing", None)]


@pytest.mark.parametrize("version", range(1, PRESENT + 1))
def test_a_record_of_every_version_there_was_still_opens(version: int) -> None:
    mai = decoded((FIXTURES / f"record-{version}.json").read_bytes(), PATH)
    assert mai.person.name == "Nguyễn Thị Mai"
    assert mai.person.last_pay == Money(amount=18.5, per="hour")
    assert mai.experience[0].did == ("4.A.1.b.2.I06",)
    assert mai.experience[1].origin == "inferred"
    assert mai.wants.train_months == 0
    assert mai.dismissed[0].why == "too loud"
    assert mai.progress[1].skipped and mai.finished
    assert decoded(encoded(mai), PATH) == mai


def test_the_record_of_this_version_has_every_part_filled_and_is_written_as_it_was_read() -> None:
    data = (FIXTURES / f"record-{PRESENT}.json").read_bytes()
    mai = decoded(data, PATH)
    filled: dict[str, set[str]] = {}
    for part in parts_of(mai):
        names = {
            name for name in part.__dataclass_fields__ if str(getattr(part, name)) not in ("", "()", "None", "False")
        }
        filled[type(part).__name__] = filled.get(type(part).__name__, set()) | names
    # A field that is missing here is new: does the format need a new number, and a record of it among the fixtures?
    assert filled == {name: set(kind.__dataclass_fields__) for name, kind in kinds_of(Record).items()}
    assert encoded(mai) == data


def parts_of(value: Any) -> Iterator[Any]:
    """A part of a record and all that it holds, however deep."""
    if isinstance(value, tuple):
        for one in value:
            yield from parts_of(one)
    elif is_dataclass(value):
        yield value
        for name in value.__dataclass_fields__:
            yield from parts_of(getattr(value, name))


def kinds_of(kind: Any) -> dict[str, Any]:
    """The kinds of parts that a kind of part may hold, by name, itself first."""
    if not is_dataclass(kind):
        return {name: k for held in get_args(kind) for name, k in kinds_of(held).items()}
    found: dict[str, Any] = {getattr(kind, "__name__", ""): kind}
    for hint in get_type_hints(kind).values():
        found |= kinds_of(hint)
    return found


def test_what_a_later_version_added_is_empty_in_an_old_record() -> None:
    mai = decoded((FIXTURES / "record-1.json").read_bytes(), PATH)
    assert (mai.education, mai.credentials, mai.claims, mai.languages, mai.documents, mai.needs) == ((),) * 6
    assert mai.person.contact == Contact() and mai.experience[0].evidence == ()


def test_every_version_but_the_present_has_a_step_upwards() -> None:
    assert set(STEPS) == set(range(1, PRESENT))


def test_a_newer_record_is_refused_with_a_kind_sentence() -> None:
    with pytest.raises(NewerRecord) as refusal:
        decoded(with_format(f"navigator/record/{PRESENT + 1}", anything={"new": 1}), PATH)
    assert "newer navigator" in str(refusal.value)
    assert "the file is untouched" in str(refusal.value)


def test_a_record_cut_anywhere_is_refused_as_damaged() -> None:
    data = encoded(SMALL).rstrip()
    for end in range(len(data)):
        with pytest.raises(BadRecord):
            decoded(data[:end], PATH)
    assert decoded(data, PATH) == SMALL


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff\xfe not text",
        b"name: yaml",
        b"[" * 200_000,
        with_format("navigator/record/1", sector="half a \ud83d letter"),
        b'{"format": "navigator/record/1", "id": "1", "created": "now", "wants": {"train_months": NaN}}',
    ],
    ids=["empty", "bytes", "yaml", "deep", "half a letter", "not a number"],
)
def test_what_is_no_json_is_refused_and_the_way_back_is_named(data: bytes) -> None:
    with pytest.raises(DamagedRecord, match=r"mai\.json is damaged .* use that one") as refusal:
        decoded(data, PATH)
    assert "navigator record restore" in refusal.value.with_saves


@pytest.mark.parametrize(
    "name", ["something/else/1", "navigator/record", "navigator/record/0", "navigator/record/x", None, 1]
)
def test_a_file_of_another_kind_is_no_record(name: object) -> None:
    with pytest.raises(BadRecord, match="is not a navigator record"):
        decoded(with_format(name), PATH)


def test_a_list_is_no_record() -> None:
    with pytest.raises(BadRecord, match="is not a navigator record"):
        decoded(b"[1, 2]", PATH)


def test_an_unknown_part_is_named() -> None:
    with pytest.raises(BadRecord, match="'salary'"):
        decoded(with_format("navigator/record/1", salary=1), PATH)


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        ({"person": {"name": "Mai", "car": "yes"}}, "'person.car'"),
        ({"experience": [{"id": "w1"}, {"id": "w2", "lenght": "years"}]}, r"'experience\[1\]\.lenght'"),
        (
            {"experience": [{"id": "w1", "evidence": [{"held": "seen", "when": "2020"}]}]},
            r"'experience\[0\]\.evidence\[0\]\.when'",
        ),
        ({"wants": {"pay_floor": {"amount": 9, "per": "hour", "net": True}}}, "'wants.pay_floor.net'"),
    ],
)
@pytest.mark.parametrize("version", range(1, PRESENT + 1))
def test_an_unknown_name_within_a_part_is_named_too_since_the_next_save_would_drop_it(
    version: int, parts: dict[str, object], where: str
) -> None:
    with pytest.raises(BadRecord, match=where):
        decoded(with_format(f"navigator/record/{version}", **parts), PATH)


@pytest.mark.parametrize(
    ("part", "value", "where"),
    [
        ("ratings", [{"skill": "x", "level": "high"}], r"\$\.ratings\[0\]\.level"),
        ("person", {"last_pay": {"amount": "much", "per": "hour"}}, r"\$\.person\.last_pay\.amount"),
        ("route", "scenic", r"\$\.route"),
        ("experience", [{"title": "no id"}], r"\$\.experience\[0\]"),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(part: str, value: object, where: str) -> None:
    with pytest.raises(BadRecord, match=where):
        decoded(with_format("navigator/record/1", **{part: value}), PATH)


def test_a_huge_file_is_refused_before_it_is_read_as_json() -> None:
    with pytest.raises(BadRecord, match="too large to be a record"):
        decoded(b" " * (MAX_BYTES + 1), PATH)


def test_a_byte_order_mark_from_an_editor_does_no_harm() -> None:
    assert decoded(b"\xef\xbb\xbf" + encoded(SMALL), PATH) == SMALL
