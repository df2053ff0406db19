"""Work inside is known by its own line; who guards, heals or teaches there is not taken for it."""

from __future__ import annotations

import pytest

from navigator.engine.inside import is_inside, says_inside


@pytest.mark.parametrize(
    ("title", "employer"),
    [
        ("Inmate kitchen worker", "TDCJ"),
        ("Laundry worker", "State Prison"),
        ("Welder", "Texas Correctional Industries"),
        ("Porter", "County Jail"),
        ("cocinero en la cárcel", ""),
    ],
)
def test_work_done_inside(title: str, employer: str) -> None:
    assert is_inside(title, employer)


@pytest.mark.parametrize(
    ("title", "employer"),
    [
        ("Correctional officer", "TDCJ"),
        ("Prison guard", ""),
        ("Registered nurse", "State Prison"),
        ("Teacher", "County Jail"),
        ("Inmate records supervisor", "TDCJ"),
        ("Inside sales representative", "Acme"),
        ("Line cook", "Denny's"),
    ],
)
def test_work_for_a_prison_or_far_from_one(title: str, employer: str) -> None:
    assert not is_inside(title, employer)


def test_a_title_tells_by_itself_or_only_beside_its_employer() -> None:
    assert says_inside("Inmate kitchen worker") and not says_inside("Laundry worker")
