"""Days as people say them, in English and Spanish."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.domain.errors import BadInput
from navigator.engine.plan_days import Meant, day, meant

SUNDAY = date(2026, 11, 22)
WEDNESDAY = date(2026, 11, 25)
FRIDAY = date(2026, 11, 27)
SATURDAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Friday", "2026-11-27"),
        ("by Fri.", "2026-11-27"),
        ("this friday", "2026-11-27"),
        ("el viernes", "2026-11-27"),
        ("para el miércoles", "2026-11-25"),
        ("mañana", "2026-11-23"),
        ("pasado mañana", "2026-11-24"),
        ("day after tomorrow", "2026-11-24"),
        ("next week", "2026-11-29"),
        ("la próxima semana", "2026-11-29"),
        ("la semana que viene", "2026-11-29"),
        ("in two weeks", "2026-12-06"),
        ("two weeks from now", "2026-12-06"),
        ("in a week", "2026-11-29"),
        ("en dos semanas", "2026-12-06"),
        ("dentro de un mes", "2026-12-22"),
        ("next month", "2026-12-22"),
        ("el mes que viene", "2026-12-22"),
        ("Dec 1", "2026-12-01"),
        ("by 2026-12-01", "2026-12-01"),
        ("by Dec 1, 2026", "2026-12-01"),
        ("by 12/1/2026", "2026-12-01"),
        ("on December 1st, 2026", "2026-12-01"),
        ("para el 1 de diciembre", "2026-12-01"),
        ("el 1 de diciembre de 2027", "2027-12-01"),
        ("December 1st", "2026-12-01"),
        ("1 de diciembre", "2026-12-01"),
        ("12/1", "2026-12-01"),
        ("Jan 5", "2027-01-05"),
        ("Feb 29", "2028-02-29"),
        ("Nov 22", "2026-11-22"),
    ],
)
def test_a_day_is_understood_as_people_say_it(text: str, said: str) -> None:
    assert meant(text, SUNDAY) == Meant(day=date.fromisoformat(said))


@pytest.mark.parametrize(
    ("text", "today", "taken", "other"),
    [
        ("Friday", FRIDAY, 7, 0),
        ("next Friday", FRIDAY, 7, 0),
        ("next Friday", WEDNESDAY, 9, 2),
        ("el próximo viernes", WEDNESDAY, 9, 2),
        ("el viernes que viene", WEDNESDAY, 9, 2),
        ("Friday next week", WEDNESDAY, 9, 2),
        ("next Friday", SUNDAY, 12, 5),
        ("next Sunday", WEDNESDAY, 11, 4),
    ],
)
def test_of_two_days_that_the_words_can_mean_the_later_is_taken_and_the_other_is_known(
    text: str, today: date, taken: int, other: int
) -> None:
    assert meant(text, today) == Meant(day=today + timedelta(days=taken), other=today + timedelta(days=other))


def test_next_tuesday_said_on_a_saturday_is_one_day_only() -> None:
    assert meant("next Tuesday", SATURDAY) == Meant(day=date(2026, 12, 1))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Friday", "2026-11-20"),
        ("last Friday", "2026-11-20"),
        ("el viernes pasado", "2026-11-20"),
        ("Sunday", "2026-11-22"),
        ("last Sunday", "2026-11-15"),
        ("yesterday", "2026-11-21"),
        ("ayer", "2026-11-21"),
        ("Nov 30", "2025-11-30"),
    ],
)
def test_what_has_happened_was_on_the_last_such_day(text: str, said: str) -> None:
    assert day(text, SUNDAY, past=True).isoformat() == said


@pytest.mark.parametrize(
    "text", ["Fridayish", "next", "in weeks", "13/40", "Feb 30", "last", "el", "in two", "next Fridays 2"]
)
def test_what_names_no_day_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="not a day in the calendar"):
        meant(text, SUNDAY)


@given(st.dates(min_value=date(2001, 1, 1), max_value=date(2090, 1, 1)), st.sampled_from(["Monday", "jueves", "Sat"]))
def test_a_weekday_lies_ahead_by_a_week_at_most_and_a_next_one_never_before_it(today: date, name: str) -> None:
    plain, coming = meant(name, today), meant(f"next {name}", today)
    assert 1 <= (plain.day - today).days <= 7 <= 7 + (coming.day - plain.day).days <= 14
    assert plain.day.weekday() == coming.day.weekday()
    assert all(found.other is None or found.other < found.day for found in (plain, coming))
