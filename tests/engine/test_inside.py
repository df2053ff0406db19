"""Work inside is known by its own line; who guards, heals or teaches there is not taken for it; what is not plain is asked."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.engine.inside import told_inside


@pytest.mark.parametrize(
    ("title", "employer"),
    [
        ("Inmate kitchen worker", "TDCJ"),
        ("Kitchen worker (inmate)", ""),
        ("Welder", "Texas Correctional Industries"),
        ("Sewing machine operator", "UNICOR, FCI Danbury"),
        ("Jail trusty", ""),
        ("Barber while incarcerated", "State of Ohio"),
        ("Clerk, work assignment", "State Prison"),
        ("cocinero, interno en la cárcel", ""),
    ],
)
def test_work_that_its_own_line_says_was_done_inside(catalogue: Catalogue, title: str, employer: str) -> None:
    assert told_inside(catalogue.framework.inside, title, employer) == "yes"


@pytest.mark.parametrize(
    ("title", "employer"),
    [
        ("Correctional officer", "TDCJ"),
        ("Prison guard", ""),
        ("Registered nurse", "State Prison"),
        ("RN", "county jail"),
        ("Teacher", "state prison"),
        ("Teacher - state prison", ""),
        ("Kitchen supervisor", "County Jail"),
        ("Inmate records supervisor", "TDCJ"),
        ("enfermera", "Cárcel del Condado"),
        ("Booking clerk", "County Jail"),
        ("Inside sales representative", "Acme"),
        ("Line cook", "Denny's"),
        ("Cook, while serving in the Army", "US Army"),
        ("Manager", "Trusty Plumbing"),
    ],
)
def test_work_for_a_prison_or_far_from_one(catalogue: Catalogue, title: str, employer: str) -> None:
    assert told_inside(catalogue.framework.inside, title, employer) == "no"


@pytest.mark.parametrize(
    ("title", "employer", "told"),
    [
        ("Laundry worker", "State Prison", "likely"),
        ("Porter", "County Jail", "likely"),
        ("Electrician", "Texas Department of Corrections", "perhaps"),
        ("Cook", "County Jail", "perhaps"),
        ("cocinero en la cárcel", "", "perhaps"),
        ("Cook for inmates", "Aramark", "perhaps"),
        ("Inmate nursing aide", "", "perhaps"),
    ],
)
def test_a_trade_at_a_prison_is_asked_and_not_decided(
    catalogue: Catalogue, title: str, employer: str, told: str
) -> None:
    assert told_inside(catalogue.framework.inside, title, employer) == told


def test_the_lines_below_a_job_can_say_it(catalogue: Catalogue) -> None:
    words = catalogue.framework.inside
    assert told_inside(words, "Plumber", "County Jail", ["Did this while incarcerated"]) == "yes"
    assert told_inside(words, "Plumber", "County Jail", ["Mended pipes for 400 inmates"]) == "perhaps"
    assert told_inside(words, "Plumber", "Acme", ["Mended pipes at the jail"]) == "no"


@pytest.mark.parametrize(
    ("title", "employer", "line", "told"),
    [
        ("Server", "Chili's", "Serving time-sensitive orders", "no"),
        ("Attorney", "Legal Aid", "Wrote for a client serving time", "no"),
        ("Correctional Officer", "State Prison", "Oversaw each inmate work assignment", "perhaps"),
        ("Registered Nurse", "County Jail", "Led a drill while serving on the infection team", "perhaps"),
        ("Plumber", "County Jail", "Serving time, and learned the trade", "yes"),
    ],
)
def test_who_tells_of_others_inside_is_asked_and_not_taken_for_one_of_them(
    catalogue: Catalogue, title: str, employer: str, line: str, told: str
) -> None:
    assert told_inside(catalogue.framework.inside, title, employer, [line]) == told
