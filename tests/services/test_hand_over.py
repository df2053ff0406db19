"""Before a page goes to somebody else: which line of it would tell that somebody was inside."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Experience, Kind, Record
from navigator.services.hand_over import tells_inside
from navigator.services.share import share_of


def told(catalogue: Catalogue, title: str, employer: str, kind: Kind | None) -> str:
    """What is said of one job on a page for an employer."""
    job = Experience(id="job1", title=title, employer=employer, kind=kind)
    record = Record(id="r", created="", experience=(job,))
    return " ".join(tells_inside(catalogue.framework.inside, record, share_of("employer", ())))


@pytest.mark.parametrize("kind", [None, "inside"])
def test_a_title_that_says_it_is_named_whatever_its_kind(catalogue: Catalogue, kind: Kind | None) -> None:
    said = told(catalogue, "Inmate kitchen worker", "", kind)
    assert said.startswith("One line says that you were inside: 'Inmate kitchen worker'")
    assert said.endswith("navigator record edit job1 --title TITLE")


def test_a_trade_at_a_prison_is_named_until_somebody_says_what_it_was(catalogue: Catalogue) -> None:
    said = told(catalogue, "Electrician", "Department of Corrections", None)
    assert said.startswith("One line names a jail or a prison: 'Electrician, Department of Corrections'")
    assert "navigator record edit job1 --kind inside" in said
    assert told(catalogue, "Electrician", "Department of Corrections", "paid") == ""
    assert told(catalogue, "Electrician", "Department of Corrections", "inside") == ""  # its place is left out
    assert told(catalogue, "Prison electrician", "", "inside").startswith("One line says that you were inside")


def test_staff_of_a_prison_and_work_far_from_one_are_not_named(catalogue: Catalogue) -> None:
    assert told(catalogue, "Correctional officer", "TDCJ", None) == ""
    assert told(catalogue, "RN", "County Jail", None) == ""
    assert told(catalogue, "Cook", "Denny's", None) == ""
