"""Somebody who asks for school hours does not find work at night or on weekends above what suits, or told as no matter."""

from __future__ import annotations

from navigator.domain.standing import Standing
from navigator.engine.bands import caps_on, other_hours
from tests.engine.test_bands import MATCHING, work

NIGHTLY = work(asks_for=("nights", "weekends", "lifting"))
DAILY = work(asks_for=("lifting",))


def capped(*hours: str, cannot: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    said = Standing(hours=hours, cannot=cannot)
    return [(band, r.about) for band, r in caps_on(said, NIGHTLY, None, None, MATCHING, None) if r.part == "hours"]


def test_work_at_other_hours_is_at_most_worth_a_look_for_who_asked_for_school_hours() -> None:
    assert capped("school") == [("look", "nights weekends")]
    assert capped("school", "weekends") == [("look", "nights")]
    assert capped("school", "nights", "weekends") == []
    assert caps_on(Standing(hours=("school",)), DAILY, None, None, MATCHING, None) == []


def test_other_wishes_for_hours_hold_nothing_back() -> None:
    assert capped() == capped("full") == capped("days", "evenings") == []


def test_hours_that_were_ruled_out_are_told_as_that_and_not_twice() -> None:
    assert capped("school", cannot=("nights", "weekends")) == []
    assert other_hours(("days",), ("nights",), NIGHTLY) == ("weekends",)
    assert other_hours(("full", "part"), (), NIGHTLY) == ()
