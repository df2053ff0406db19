"""The tick list of work done for one's own family and home, and which titles tell of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.life import HomeLife, Telling
from navigator.domain.record import Experience, Route
from navigator.engine.at_home import at_home, was_at_home
from navigator.engine.inventory import sequence
from navigator.engine.life_words import is_home_life
from navigator.services.inventory import known_of
from tests.asking import walk

NANNY = "39-9011.01"
MOTHER = {"job.1.title": "mother, I care for my kids", "job.1.occupation": NANNY, "job.1.kind": "home"}
STAFF = {"4.A.4.c.2.I02", "4.A.4.a.5.I12"}

AT_HOME = [
    "mother", "Mother of 3", "stay-at-home mom", "Single dad, 2 kids", "housewife", "I raised my kids", "cared for my mother",
    "taking care of my elderly parents", "homemaker 10 years", "full-time parent", "foster parent", "I took care of my sister's kids",
    "ama de casa", "Cuidé a mi mamá", "mamá", "cuidaba a mis nietos", "crié a mis hijos en casa",
]  # fmt: skip
PAID = [
    "mother's helper", "my dad's store", "worked in my father's restaurant", "house parent", "den mother", "parent educator",
    "home health aide", "nanny", "homemaker aide", "family nurse", "child care worker", "kids' coach", "cook", "",
    "sewing at home for my family's shop", "niñera",
]  # fmt: skip


def ticked(catalogue: Catalogue, route: Route, **changes: str) -> tuple[str, ...]:
    known = known_of(catalogue)
    answers = MOTHER | {f"job.1.{name}": value for name, value in changes.items()}
    record, _, _ = walk(known, route, {k: v for k, v in answers.items() if v})
    return next(q for q in sequence(record, known, route) if q.id == "job.1.did").elements


def test_a_mother_is_asked_about_washing_cleaning_shopping_and_driving_and_about_no_staff(catalogue: Catalogue) -> None:
    home, asked = catalogue.framework.home, ticked(catalogue, "standard")
    assert asked[: len(home.often)] == home.often != ()
    assert len(asked) == len(set(asked)) <= home.most
    assert STAFF.isdisjoint(asked)


def test_the_quick_route_that_never_asks_gives_a_mother_the_same_list_in_as_many_screens(catalogue: Catalogue) -> None:
    known = known_of(catalogue)
    assert ticked(catalogue, "quick", kind="") == ticked(catalogue, "standard")
    one, two = ({"job.1.title": title, "job.1.occupation": NANNY} for title in (MOTHER["job.1.title"], "nanny"))
    assert len(walk(known, "quick", one)[1]) == len(walk(known, "quick", two)[1]) <= 6


def test_what_the_work_mainly_is_stays_and_the_rest_of_paid_work_goes(catalogue: Catalogue) -> None:
    framework = catalogue.framework
    office = tuple(a.id for a in framework.activities if a.group == "office")
    listed = at_home(office, framework)
    assert listed == (*framework.home.often, *office[: framework.home.mainly])
    assert "office" in framework.home.left_out and at_home((), framework) == ()


@pytest.mark.parametrize("route", ["quick", "standard"])
def test_paid_work_keeps_the_list_of_its_occupation(catalogue: Catalogue, route: Route) -> None:
    assert ticked(catalogue, route, kind="paid", title="nanny") == known_of(catalogue).activities_of(NANNY)


def test_what_the_person_said_counts_for_more_than_the_title(catalogue: Catalogue) -> None:
    job = Experience(id="job1", title="homemaker")
    assert was_at_home(job, catalogue.framework)
    assert not was_at_home(replace(job, kind="paid"), catalogue.framework)
    assert was_at_home(replace(job, title="cook", kind="home"), catalogue.framework)


@pytest.mark.parametrize("title", AT_HOME)
def test_a_title_tells_of_life_at_home(catalogue: Catalogue, title: str) -> None:
    assert is_home_life(title, catalogue.framework.home)


@pytest.mark.parametrize("title", PAID)
def test_a_title_with_another_word_names_work(catalogue: Catalogue, title: str) -> None:
    assert not is_home_life(title, catalogue.framework.home)


def test_a_center_may_call_it_otherwise() -> None:
    home = HomeLife(titles=Telling(words=("tia",), phrases=("my clan",), beside=("for",)))
    assert is_home_life("Tía", home) and is_home_life("for my clan", home)
    assert not is_home_life("mother", home) and not is_home_life("tia cook", home)
