"""A file of answers that names work without its occupation."""

from __future__ import annotations

from navigator.catalogue.store import Catalogue
from navigator.services.answers_file import with_occupations


def test_a_sure_title_brings_its_occupation_and_another_is_told(catalogue: Catalogue) -> None:
    answers = {"job.1.title": "cashier", "job.2.title": "helped out around", "job.3.title": "army infantry"}
    found, untold = with_occupations(catalogue, answers, "standard")
    assert found == answers | {"job.1.occupation": "41-2011.00"}
    assert untold == ("helped out around", "army infantry")


def test_an_occupation_that_was_named_stays_and_no_work_is_no_title(catalogue: Catalogue) -> None:
    answers = {"job.1.title": "cashier", "job.1.occupation": "none", "job.2.title": "none"}
    assert with_occupations(catalogue, answers, "standard") == (answers, ())


def test_work_that_the_route_does_not_ask_about_is_left_alone(catalogue: Catalogue) -> None:
    answers = {"job.1.title": "cashier", "job.1.occupation": "41-2011.00", "job.2.title": "helped out"}
    assert with_occupations(catalogue, answers, "quick") == (answers, ())


def test_a_title_whose_kinds_of_things_are_told_is_not_complained_of(catalogue: Catalogue) -> None:
    answers = {"job.1.title": "helped out around", "job.1.groups": ["cooking"]}
    assert with_occupations(catalogue, answers, "standard")[1] == ()
