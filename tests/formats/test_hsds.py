"""HSDS 3 in: the specification's own examples whole, and broken ones not at all."""

from __future__ import annotations

import io
import json
import shutil
import tarfile
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from navigator.domain.resource import Resource
from navigator.engine.resource_entry import Known
from navigator.formats import brought
from navigator.formats.hsds import read_hsds
from navigator.formats.hsds_tables import COLUMNS

ARCHIVE = Path(__file__).resolve().parents[3] / "shared" / "schemas" / "hsds-3.tar.gz"
KNOWN = Known(
    kinds={"health": "Health", "other": "Other"}, areas={"US": "United States", "OH": "Ohio"}, today=date(2026, 11, 22)
)
WORDS: Mapping[str, tuple[str, ...]] = {"health": ("counselling", "mental health"), "other": ()}
SERVICE = {"id": "s1", "name": "Night Care", "status": "active"}


@pytest.fixture(scope="module")
def specification(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not ARCHIVE.is_file():
        pytest.skip("the specification (../shared/schemas/hsds-3.tar.gz) is not here")
    folder = tmp_path_factory.mktemp("hsds")
    with tarfile.open(ARCHIVE) as archive:
        archive.extractall(folder, filter="data")
    return folder


@pytest.fixture
def tables(specification: Path, tmp_path: Path) -> Path:
    """A copy of the example package, to break."""
    return Path(shutil.copytree(specification / "examples" / "csv", tmp_path / "csv"))


def read(path: Path, **more: Any) -> brought.Brought:
    return read_hsds(path, WORDS, KNOWN, **more)


def given(tmp_path: Path, value: object) -> Path:
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_the_columns_are_those_of_the_specification(specification: Path) -> None:
    package = json.loads((specification / "datapackage.json").read_text(encoding="utf-8"))
    official = {
        r["path"].removesuffix(".csv"): {f["name"] for f in r["schema"]["fields"]} for r in package["resources"]
    }
    assert {table: set(columns.split()) for table, columns in COLUMNS.items()} == official


def test_every_example_of_the_specification_imports_whole(specification: Path) -> None:
    examples = [*sorted((specification / "examples").glob("*.json")), specification / "examples" / "csv"]
    found = {path.stem: read(path) for path in examples}
    assert {name: b.problems for name, b in found.items() if b.problems} == {}
    brings = {name for name, b in found.items() if b.resources}
    assert brings == {
        "service_full", "service_list", "service_at_location_full", "service_at_location_list", "organization_full",
        "organization_list", "tabular", "csv", "location",
    }  # fmt: skip
    assert all(b.notices for name, b in found.items() if name not in brings), "what brings nothing says why"


def test_the_full_answer_and_the_tables_bring_the_same_entry(specification: Path, tmp_path: Path) -> None:
    examples = specification / "examples"
    packed = tmp_path / "package.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in (examples / "csv").iterdir():
            archive.write(path, f"inside/{path.name}")
    from_tables = read(examples / "csv").resources
    assert len(from_tables) == 1
    assert read(examples / "csv" / "datapackage.json").resources == from_tables
    assert read(packed).resources == from_tables
    assert read(examples / "tabular.json").resources == from_tables
    assert read(examples / "service_full.json").resources == from_tables


def test_what_the_example_says_is_what_the_entry_says(specification: Path) -> None:
    (one,) = read(specification / "examples" / "service_full.json").resources
    assert isinstance(one, Resource)
    assert one.name == "Community Counselling"
    assert one.by == "Example Organization Inc."
    assert one.who.startswith("This service is intended for all people aged 12 and over")
    assert "Ages 12 to 100." in one.who
    assert "35 gbp per 1 hour session" in one.cost
    assert one.price is None, "pounds are no dollars"
    assert one.language == ("Urdu",)
    assert one.phone == "+44 1234 234567 ext. 100"
    assert one.web == "http://example.com/counselling"
    assert one.address == "1-30 Main Street, MyVillage, MyCity, MyState, ABC 1234"
    assert "number 1 Bus" in one.bus
    assert one.bring.startswith("Any official identification document")
    assert one.hours.startswith("The service is available from 10 am to 6pm")
    assert (one.evening, one.weekend) == (False, False)
    assert (one.kinds, one.checked_on) == (("health",), date(2005, 1, 1))
    assert one.source_id == "ac148810-d857-441c-9679-408f346de14b"


def test_all_that_is_wrong_with_a_package_is_listed_and_nothing_is_brought(tables: Path) -> None:
    def change(name: str, old: str, new: str) -> None:
        path = tables / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    change("services.csv", "2005-01-01", "2005-02-31")
    change("services.csv", ",active,", ",sleeping,")
    change("services.csv", ",12,100,", ",twelve,100,")
    change("services.csv", "last_modified\n", "last_modified,colour\n")
    change("schedules.csv", "10:00:00", "25:00:00")
    change("phones.csv", ",number,", ",nombre,")
    change("languages.csv", "2989d3ed-c547-48f8-8f9d-432d81c7892e,", ",")
    found = read(tables)
    said = "\n".join(map(str, found.problems))
    assert found.resources == ()
    for part in ("services.csv:2: 23 cells where the header has 24", "services.csv:1: columns that HSDS 3 does not have: colour",
                 "schedules.csv:2: opens_at: '25:00:00'", "phones.csv:1: columns that HSDS 3 does not have: nombre",
                 "phones.csv:2: number is missing", "languages.csv:2: id is missing"):  # fmt: skip
        assert part in said, said
    change("services.csv", "last_modified,colour\n", "last_modified\n")
    said = "\n".join(map(str, read(tables).problems))
    for part in (
        "assured_date: '2005-02-31' is not a day",
        "status: 'sleeping'",
        "minimum_age: 'twelve' is not a number",
    ):
        assert part in said, said


def test_columns_of_somebodys_own_may_be_left_out(tables: Path) -> None:
    path = tables / "taxonomies.csv"
    path.write_text("id,name,colour\nt1,Ours,red\n", encoding="utf-8")
    assert read(tables).problems
    found = read(tables, skip_unknown=True)
    assert len(found.resources) == 1
    assert any("colour" in n for n in found.notices)


def test_a_table_in_another_encoding_is_read_or_named(tables: Path) -> None:
    path = tables / "services.csv"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.replace("Community Counselling", "Consejería").encode("cp1252"))
    assert read(tables).resources[0].name == "Consejería"
    path.write_bytes(text.encode("utf-16"))
    assert len(read(tables).resources) == 1
    path.write_bytes(b"\x00\x81\x8d")
    assert "services.csv" in str(read(tables).problems[0])


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ([], ""),
        ({}, "neither a service"),
        ({"hello": 1}, "neither a service"),
        (["words", 3], "neither a service"),
        (SERVICE | {"name": ""}, "name is missing"),
        ({"id": "s1", "status": "active"}, "name is missing"),
        (SERVICE | {"assured_date": "2026-02-30"}, "not a day"),
        (SERVICE | {"schedules": [{"id": "x", "opens_at": "noon"}]}, "schedules[0].opens_at"),
        (SERVICE | {"cost_options": [{"id": "c", "amount": "much"}]}, "cost_options[0].amount"),
        (SERVICE | {"status": "asleep"}, "not a status"),
        ({"contents": [SERVICE, {"id": "s2", "status": "active"}]}, "(number 2)"),
        ({"services.csv": [{"id": "1"}, 7]}, "a row should be an object"),
    ],
)
def test_an_answer_that_is_wrong_brings_nothing_and_says_why(tmp_path: Path, value: object, says: str) -> None:
    found = read(given(tmp_path, value))
    assert found.resources == ()
    assert (says in "\n".join(map(str, found.problems))) if says else not found.problems


@pytest.mark.parametrize("text", ["{", "[" * 100_000, "\x00", '{"contents": ', "NaN"])
def test_text_that_is_no_json_is_a_problem_and_no_crash(tmp_path: Path, text: str) -> None:
    path = tmp_path / "answer.json"
    path.write_text(text, encoding="utf-8")
    assert read(path).problems


def test_services_of_odd_shapes_do_not_crash(tmp_path: Path) -> None:
    odd = SERVICE | {"phones": "none", "organization": [], "languages": [1, None], "attributes": {"a": 1},
                     "service_at_locations": [{"location": None}], "cost_options": [{"amount": None}]}  # fmt: skip
    (one,) = read(given(tmp_path, odd)).resources
    assert (one.name, one.kinds) == ("Night Care", ("other",))


@pytest.mark.parametrize(("inactive", "said"), [(1, "1 entry was left out"), (2, "2 entries were left out")])
def test_what_is_only_inactive_is_not_told_as_closed_for_good(tmp_path: Path, inactive: int, said: str) -> None:
    services = [SERVICE | {"id": f"s{n}", "status": "inactive"} for n in range(inactive)]
    (notice,) = [n for n in read(given(tmp_path, [SERVICE | {"id": "open"}, *services])).notices if "left out" in n]
    assert notice.startswith(said) and "not active now" in notice and "for good" not in notice


def test_what_is_closed_for_good_is_left_out_and_what_is_closed_for_now_says_so(tmp_path: Path) -> None:
    page = {
        "contents": [
            SERVICE,
            SERVICE | {"id": "s2", "status": "defunct"},
            SERVICE | {"id": "s3", "status": "temporarily closed"},
        ]
    }
    found = read(given(tmp_path, page))
    assert [r.source_id for r in found.resources] == ["s1", "s3"]
    assert found.resources[1].note == "Closed for now."
    assert any("left out" in n for n in found.notices)


def test_two_services_of_one_name_keep_two_ids(tmp_path: Path) -> None:
    found = read(given(tmp_path, [SERVICE | {"id": "aaaaaaaa-1"}, SERVICE | {"id": "aaaaaaaa-2"}]))
    assert len({r.id for r in found.resources}) == 2


def test_evening_weekend_dollars_and_state_are_understood(tmp_path: Path) -> None:
    night = SERVICE | {
        "schedules": [{"id": "a", "byday": "MO,SA", "opens_at": "09:00", "closes_at": "20:30"}],
        "cost_options": [{"id": "c", "amount": 15, "currency": "USD"}],
        "service_at_locations": [{"location": {"addresses": [{"address_1": "1 Main St", "state_province": "Ohio"}]}}],
    }
    (one,) = read(given(tmp_path, night)).resources
    assert (one.evening, one.weekend, one.price, one.area) == (True, True, 15.0, "OH")


@pytest.mark.parametrize(
    ("times", "hours"),
    [
        ({"opens_at": "09:00", "closes_at": "20:30"}, "MO,SA 09:00 to 20:30"),
        ({"opens_at": "09:00"}, "MO,SA"),
        ({"closes_at": "20:30"}, "MO,SA"),
        ({"opens_at": "09:00", "closes_at": "20:30", "description": "By appointment."}, "By appointment."),
    ],
)
def test_hours_are_told_in_the_services_words_or_by_day_and_time_and_half_a_time_is_left_out(
    tmp_path: Path, times: dict[str, str], hours: str
) -> None:
    (one,) = read(given(tmp_path, SERVICE | {"schedules": [{"id": "a", "byday": "MO,SA"} | times]})).resources
    assert one.hours == hours


def test_one_page_of_many_says_that_others_are_missing(tmp_path: Path) -> None:
    found = read(given(tmp_path, {"total_pages": 4, "page_number": 2, "contents": [SERVICE]}))
    assert any("page 2 of 4" in n for n in found.notices)


def test_a_zip_that_unpacks_to_more_than_the_limit_is_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.csv", b"0" * (brought.MOST_BYTES + 1))
    path = tmp_path / "bomb.zip"
    path.write_bytes(packed.getvalue())
    assert path.stat().st_size < 1_000_000
    assert "larger than" in str(read(path).problems[0])


@pytest.mark.parametrize("name", ["empty.zip", "folder"])
def test_a_package_without_services_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if path.suffix:
        path.write_bytes(b"no zip at all")
    else:
        path.mkdir()
    assert read(path).problems


def test_more_entries_than_a_directory_holds_are_refused(tmp_path: Path) -> None:
    many = [SERVICE | {"id": f"s{n}"} for n in range(brought.MOST_ENTRIES + 1)]
    found = read(given(tmp_path, many))
    assert found.resources == ()
    assert "at most" in str(found.problems[0])
