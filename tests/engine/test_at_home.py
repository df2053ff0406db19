"""The tick list of work done for one's own family and home."""

from __future__ import annotations

from navigator.catalogue.store import Catalogue
from navigator.engine.at_home import MAINLY, MOST, NOT_AT_HOME, OFTEN_AT_HOME, at_home
from navigator.engine.inventory import sequence
from navigator.services.inventory import known_of
from tests.asking import walk

NANNY = "39-9011.01"
MOTHER = {"job.1.title": "mother, I care for my kids", "job.1.occupation": NANNY, "job.1.kind": "home"}


def test_what_is_often_done_at_home_is_of_the_framework(catalogue: Catalogue) -> None:
    assert set(OFTEN_AT_HOME) <= {a.id for a in catalogue.framework.activities}


def test_a_mother_is_asked_about_washing_cleaning_shopping_and_driving_and_about_no_staff(catalogue: Catalogue) -> None:
    known = known_of(catalogue)
    record, _, _ = walk(known, "standard", MOTHER)
    asked = next(q for q in sequence(record, known, "standard") if q.id == "job.1.did").elements
    assert asked[: len(OFTEN_AT_HOME)] == OFTEN_AT_HOME and len(asked) == len(set(asked)) <= MOST
    assert "4.A.4.c.2.I02" not in asked and "4.A.4.a.5.I12" not in asked


def test_what_the_work_mainly_is_stays_and_the_rest_of_paid_work_goes(catalogue: Catalogue) -> None:
    framework = catalogue.framework
    office = tuple(a.id for a in framework.activities if a.group == "office")
    listed = at_home(office, framework)
    assert listed == (*OFTEN_AT_HOME, *office[:MAINLY])
    assert "office" in NOT_AT_HOME and at_home((), framework) == ()


def test_paid_work_keeps_the_list_of_its_occupation(catalogue: Catalogue) -> None:
    known = known_of(catalogue)
    record, _, _ = walk(known, "standard", MOTHER | {"job.1.kind": "paid"})
    asked = next(q for q in sequence(record, known, "standard") if q.id == "job.1.did").elements
    assert asked == known.activities_of(NANNY)
