"""Which help is shown first, what is too old, and what suits a wish."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.domain.resource import NEAR, Resource, Wish
from navigator.engine.partial_dates import months_later
from navigator.engine.resource_entry import FIELDS, Known, entry, slug, texts
from navigator.engine.resources import for_code, for_kind, guessed_kinds, is_stale, joined, suits
from navigator.engine.rows import decoded, read_table

TODAY = date(2026, 11, 22)
KNOWN = Known(
    kinds={"childcare": "Child care", "housing": "Housing", "training": "Training for a job"},
    areas={"US": "United States", "OH": "Ohio", "TX": "Texas"},
    today=TODAY,
)


def resource(ident: str, **more: object) -> Resource:
    return Resource(**({"id": ident, "name": ident, "kinds": ("childcare",), "checked_on": TODAY} | more))  # type: ignore[arg-type]


def test_the_nearest_comes_first_and_of_these_the_freshest() -> None:
    found = [
        resource("nation", near="national"),
        resource("state", near="state", area="OH"),
        resource("older", near="book", checked_on=date(2026, 8, 1)),
        resource("newer", near="book", checked_on=date(2026, 9, 1)),
        resource("unchecked", near="book", checked_on=None),
    ]
    assert [r.id for r in for_kind(joined(found, "OH"), "childcare")] == [
        "newer",
        "older",
        "unchecked",
        "state",
        "nation",
    ]


@given(st.permutations(list(range(6))))
def test_the_order_of_entry_does_not_matter(order: list[int]) -> None:
    some = [resource(f"r{n}", near=NEAR[n % 4], checked_on=date(2026, 1 + n, 1)) for n in range(6)]
    shuffled = [some[n] for n in order]
    assert for_kind(joined(shuffled, "OH"), "childcare") == for_kind(joined(some, "OH"), "childcare")


def test_a_states_own_office_stands_in_for_the_national_entry_of_its_program() -> None:
    national, ours = resource("snap", near="national"), resource("oh-snap", near="state", area="OH", program="snap")
    assert [r.id for r in joined([national, ours], "OH")] == ["oh-snap"]
    assert [r.id for r in joined([national, ours], "TX")] == ["snap"]


def test_the_centers_entry_with_the_same_id_takes_the_place_of_an_imported_one() -> None:
    both = [resource("same", near="import", name="theirs"), resource("same", near="book", name="ours")]
    assert [r.name for r in joined(both, "OH")] == ["ours"]


def test_help_of_another_state_is_not_shown() -> None:
    assert joined([resource("far", area="TX")], "OH") == ()
    assert len(joined([resource("anywhere", area="")], "OH")) == 1


@pytest.mark.parametrize(
    ("checked", "old"),
    [(date(2026, 5, 22), False), (date(2026, 5, 21), True), (None, True), (date(2026, 11, 22), False)],
)
def test_an_entry_is_old_after_six_months_or_when_nobody_checked_it(checked: date | None, old: bool) -> None:
    assert is_stale(resource("one", checked_on=checked), TODAY) is old


def test_six_months_after_the_last_of_august_is_the_last_of_february() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2026, 12, 31), 1) == date(2027, 1, 31)


def test_a_wish_is_met_not_met_or_not_said() -> None:
    evening = Wish(evening=True)
    assert suits(resource("yes", evening=True), evening) is True
    assert suits(resource("no", evening=False), evening) is False
    assert suits(resource("silent"), evening) is None
    assert suits(resource("no", evening=False), Wish(evening=True, language="Spanish")) is False


def test_an_interpreter_speaks_every_language() -> None:
    assert suits(resource("one", language=("any",)), Wish(language="Somali")) is True
    assert suits(resource("one", language=("English", "Spanish")), Wish(language="spanish")) is True
    assert suits(resource("one", language=("English",)), Wish(language="Spanish")) is False


def test_what_is_called_free_costs_nothing() -> None:
    assert resource("one", cost="Free. Never pay").price == 0
    assert suits(resource("one", cost="free"), Wish(most_cost=0)) is True
    assert suits(resource("one", cost="ten dollars"), Wish(most_cost=0)) is None
    assert suits(resource("one", price=500.0), Wish(most_cost=499)) is False


def test_training_for_just_this_work_is_found_by_its_code() -> None:
    some = [resource("cna", codes=("31-1131.00",)), resource("other", codes=("47-2111.00",))]
    assert [r.id for r in for_code(some, "31-1131.00")] == ["cna"]


def test_kinds_are_guessed_from_whole_words_only() -> None:
    words = {"housing": ("rent", "shelter"), "food": ("food",)}
    assert guessed_kinds("Help with rent. Shelter, and food!", words) == ("housing", "food")
    assert guessed_kinds("We are current and apparent.", words) == ()


def test_every_fault_of_an_entry_is_said_at_once() -> None:
    raw = {
        "name": "",
        "kinds": "nothing we know",
        "evening": "maybe",
        "checked_on": "2026-02-30",
        "price": "-5",
        "web": "not a web",
        "oops": "1",
    }
    found, faults = entry(raw, KNOWN)
    assert found is None
    said = " | ".join(faults)
    for part in (
        "'oops'",
        "kinds:",
        "evening:",
        "'2026-02-30' is not a day",
        "price:",
        "web:",
        "id is missing",
        "name is missing",
    ):
        assert part in said


@pytest.mark.parametrize("day", ["2026-11-23", "1850-01-01", "22.11.2026", "2026-13-01"])
def test_a_day_to_come_or_that_is_none_is_a_fault(day: str) -> None:
    found, faults = entry({"id": "one", "name": "One", "kinds": "housing", "checked_on": day}, KNOWN)
    assert found is None
    assert faults[0].startswith("checked_on:")


def test_a_kind_and_a_state_may_be_given_by_name() -> None:
    found, _ = entry({"id": "one", "name": "One", "kinds": "Child care; housing", "area": "ohio"}, KNOWN)
    assert found is not None
    assert (found.kinds, found.area) == (("childcare", "housing"), "OH")


words_ = st.text(
    alphabet=st.characters(blacklist_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Zs")), min_size=1, max_size=20
)


@given(
    name=words_,
    gives=words_,
    price=st.none() | st.integers(0, 10_000).map(float),
    language=st.lists(st.sampled_from(["English", "Spanish", "any"]), unique=True).map(tuple),
    evening=st.none() | st.booleans(),
    day=st.none() | st.dates(date(2000, 1, 1), TODAY),
)
def test_an_entry_written_as_text_reads_back_the_same(
    name: str, gives: str, price: float | None, language: tuple[str, ...], evening: bool | None, day: date | None
) -> None:
    one = Resource(
        id="one",
        name=name,
        kinds=("housing",),
        gives=gives,
        price=price,
        language=language,
        evening=evening,
        checked_on=day,
    )
    back, faults = entry(texts(one), KNOWN)
    assert faults == []
    assert back == one


def test_every_field_of_an_entry_can_be_written() -> None:
    import dataclasses

    assert set(FIELDS) == {f.name for f in dataclasses.fields(Resource)} - {"near"}


def test_a_name_becomes_a_plain_id() -> None:
    assert slug("Café Niños & Más, Inc.") == "cafe-ninos-mas-inc"
    assert slug("***") == ""


def test_a_table_is_read_to_its_end_with_all_its_faults() -> None:
    header, rows, faults = read_table('a,b\n1,2\n3\n"x\ny",4\n5,6,7\n')
    assert header == ["a", "b"]
    assert rows == [(2, {"a": "1", "b": "2"}), (4, {"a": "x\ny", "b": "4"})]
    assert [line for line, _ in faults] == [3, 6]


def test_a_quote_that_never_closes_is_a_fault_and_no_crash() -> None:
    _, _, faults = read_table('a,b\n"1,2\n3,4\n')
    assert "not a sound CSV" in faults[0][1]


def test_a_column_that_stands_twice_and_an_empty_table_are_faults() -> None:
    assert "twice" in read_table("a,a\n1,2\n")[2][0][1]
    assert "empty" in read_table("\n\n")[2][0][1]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Niños".encode(), "utf-8"),
        ("Niños".encode("utf-8-sig"), "utf-8-sig"),
        ("Niños".encode("cp1252"), "cp1252"),
        ("Niños".encode("utf-16"), "utf-16"),
    ],
)
def test_text_is_read_in_the_encodings_that_offices_write(data: bytes, encoding: str) -> None:
    assert decoded(data) == ("Niños", encoding)


@pytest.mark.parametrize(
    ("data", "named"), [(b"\x00\x01\x02", ""), (b"\x81\x8d", ""), (b"a", "no-such-code"), (b"\xff", "utf-8")]
)
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes, named: str) -> None:
    with pytest.raises(ValueError, match=r"text|encoding"):
        decoded(data, named)
