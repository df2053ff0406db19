"""Dates as precise as somebody knows them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.domain.errors import BadInput
from navigator.domain.record import GOES_ON
from navigator.engine.partial_dates import before, ending, partial, said, span


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2019", "2019"),
        ("2019-03", "2019-03"),
        ("2019-3", "2019-03"),
        ("2019-03-14", "2019-03-14"),
        ("3/2019", "2019-03"),
        ("03/14/2019", "2019-03-14"),
        ("Mar 2019", "2019-03"),
        ("march 2019", "2019-03"),
        ("Sept. 2019", "2019-09"),
        ("March 14, 2019", "2019-03-14"),
        ("14 March 2019", "2019-03-14"),
        ("marzo de 2019", "2019-03"),
        ("14 de marzo de 2019", "2019-03-14"),
        ("2/29/2024", "2024-02-29"),
        ("", ""),
        ("present", ""),
        ("none", ""),
    ],
)
def test_a_date_is_read_in_the_forms_people_write(typed: str, kept: str) -> None:
    assert partial(typed) == kept
    assert partial(kept) == kept


@pytest.mark.parametrize(
    "typed",
    ["2019-13", "2019-02-30", "2/29/2023", "0219", "1899", "2101", "soon", "0/2019", "2019-00", "2019-03-00", "19", "Foo 2019", "1" * 500],
)  # fmt: skip
def test_a_date_no_calendar_has_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(BadInput, match=r"is not a date in the calendar\. Write a year"):
        partial(typed)


@pytest.mark.parametrize("typed", ["now", "Present", "today", "still"])
def test_work_that_goes_on_has_an_end_that_has_not_come(typed: str) -> None:
    assert ending(typed) == GOES_ON
    assert ending(ending(typed)) == GOES_ON
    assert (ending(""), ending("none"), ending("Mar 2019")) == ("", "", "2019-03")
    assert span("2019-06", GOES_ON) == "June 2019 to now"
    assert span("2019-06", "") == "from June 2019"
    assert not before(GOES_ON, "2019")
    assert before("2019", GOES_ON)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        assert partial(partial(text)) == partial(text)
    except BadInput as refusal:
        assert "is not a date" in str(refusal)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_comes_before_another_only_where_no_reading_makes_it_untrue(day: date) -> None:
    text = str(day)
    assert not before(text, text[:7]) and not before(text[:7], text) and not before(text[:4], text)


def test_before_needs_both_dates() -> None:
    assert before("2019", "2020-01") and before("2019-03-14", "2019-04")
    assert not before("", "2020") and not before("2020", "") and not before("2020-05", "2020")


def test_a_date_is_said_as_precisely_as_it_is_known() -> None:
    assert [said(d) for d in ("2019", "2019-03", "2019-03-14", "long ago", "")] == [
        "2019", "March 2019", "March 14, 2019", "long ago", "",
    ]  # fmt: skip
    assert span("2019", "2021-06") == "2019 to June 2021"
    assert (span("2019", ""), span("", "2021"), span("2020", "2020"), span("", "")) == (
        "from 2019", "until 2021", "2020", "",
    )  # fmt: skip
