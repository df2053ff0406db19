"""A file of answers that names work without its occupation."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.services.answers_file import Read, with_occupations
from navigator.services.asking import answers_from


def test_a_sure_title_brings_its_occupation_and_another_is_told(catalogue: Catalogue) -> None:
    answers = {"job.1.title": "cashier", "job.2.title": "helped out around", "job.3.title": "army infantry"}
    read = with_occupations(catalogue, answers, "standard")
    assert read.answers == answers | {"job.1.occupation": "41-2011.00"}
    assert read.untold == ("helped out around", "army infantry") and read.taken == ()


@pytest.mark.parametrize(
    ("title", "code"),
    {
        "babysitting": "39-9011.00",
        "fast food crew": "35-3023.00",
        "enfermera en El Salvador": "29-1141.00",
        "coal mines": "47-5041.00",
    }.items(),
)
def test_a_title_that_names_work_well_enough_brings_its_occupation(catalogue: Catalogue, title: str, code: str) -> None:
    read = with_occupations(catalogue, {"job.1.title": title}, "standard")
    assert read.answers["job.1.occupation"] == code and read.untold == ()


def test_what_a_likely_title_was_taken_for_is_told_by_name(catalogue: Catalogue) -> None:
    read = with_occupations(catalogue, {"job.1.title": "babysitting", "job.2.title": "cashier"}, "standard")
    assert read.taken == (("babysitting", "Child care worker"),)


def test_where_kinds_of_things_are_told_a_likely_title_brings_no_occupation(catalogue: Catalogue) -> None:
    read = with_occupations(catalogue, {"job.1.title": "babysitting", "job.1.groups": ["cooking"]}, "standard")
    assert read.answers["job.1.occupation"] == "none" and read.taken == () == read.untold


def test_an_occupation_that_was_named_stays_and_no_work_is_no_title(catalogue: Catalogue) -> None:
    answers = {"job.1.title": "cashier", "job.1.occupation": "none", "job.2.title": "none"}
    assert with_occupations(catalogue, answers, "standard") == Read(answers=answers)


def test_work_that_the_route_does_not_ask_about_is_left_alone(catalogue: Catalogue) -> None:
    answers = {"job.1.title": "cashier", "job.1.occupation": "41-2011.00", "job.2.title": "helped out"}
    assert with_occupations(catalogue, answers, "quick") == Read(answers=answers)


def test_a_title_whose_kinds_of_things_are_told_is_not_complained_of(catalogue: Catalogue) -> None:
    answers = {"job.1.title": "helped out around", "job.1.groups": ["cooking"]}
    assert with_occupations(catalogue, answers, "standard").untold == ()


@pytest.mark.parametrize("text", ["1: cook\nname: Ana\n", "- name: Ana\n", "Ana\n"])
def test_a_file_of_something_else_than_questions_and_answers_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match="should hold one 'question: answer' a line"):
        answers_from(path)
