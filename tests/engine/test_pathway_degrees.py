"""A degree that is there: what is left of a way, and that a degree of one field is not the degree of another."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.occupation import Asks, Licence, WayIn
from navigator.domain.pathway import Edge, Limits, Spot, Step
from navigator.engine.pathway_graph import months_between
from navigator.engine.pathway_ways import Coming, Taken, WaysIn
from navigator.formats import pathway_words as say
from navigator.services.page import names_of

NEAR = Edge(to="11-1111.00", link="next", strength=1.0, strong=True)


def taken(
    catalogue: Catalogue,
    asks: Asks,
    months: tuple[float, float],
    has: str,
    *,
    related: bool,
    needs_licence: bool = False,
    abroad: bool = False,
    how: str = "A degree, then some years.",
) -> Taken | None:
    """The way in that asks a degree, for somebody with some schooling and years of time."""
    licence = Licence(need="required", names=("rn",)) if needs_licence else Licence()
    way = WayIn(asks=asks, how=how, months=months, cost="thousands", earn=False)
    spot = Spot(
        code="11-1111.00", zone=4, ways=(way,), licence=licence, between=(months_between(how, catalogue.pathways),)
    )
    limits = Limits(schooling=has, train_months=120.0)
    ways = WaysIn(limits=limits, settings=catalogue.pathways, matching=catalogue.matching)
    return ways.into(spot, NEAR, has, 0.0, None, Coming(related=related, abroad=abroad))


@pytest.mark.parametrize(
    ("months", "left"),
    [((60, 120), (12, 72)), ((48, 60), (0, 1)), ((36, 48), (0, 1)), ((48, 84), (0, 36))],
)
def test_who_has_the_degree_still_counts_the_years_of_work_that_follow_it(
    catalogue: Catalogue, months: tuple[float, float], left: tuple[float, float]
) -> None:
    found = taken(catalogue, "bachelor", months, "bachelor", related=True)
    assert found is not None and found[1:] == (left, 0.0, True)


@pytest.mark.parametrize("how", ["A degree; an internship is the usual door.", "A degree, then the ASCP test."])
def test_a_degree_in_a_like_field_is_no_work_at_once_where_tests_or_an_internship_stand_before_it(
    catalogue: Catalogue, how: str
) -> None:
    found = taken(catalogue, "bachelor", (48, 54), "bachelor", related=True, how=how)
    assert found is not None and found[1:] == ((3.0, 12.0), 0.0, True)


@pytest.mark.parametrize(("months", "left"), [((48, 60), (1, 7)), ((60, 120), (13, 78))])
def test_a_degree_from_another_country_is_looked_at_first(
    catalogue: Catalogue, months: tuple[float, float], left: tuple[float, float]
) -> None:
    found = taken(catalogue, "bachelor", months, "bachelor", related=True, abroad=True)
    assert found is not None and found[1:] == (left, 0.0, True)


def test_a_degree_of_another_field_saves_what_all_degrees_share_and_no_more(catalogue: Catalogue) -> None:
    found = taken(catalogue, "bachelor", (48, 60), "bachelor", related=False)
    assert found is not None and found[1:] == ((24.0, 36.0), 24.0, False)
    first = taken(catalogue, "bachelor", (48, 60), "high_school", related=False)
    assert first is not None and first[1:] == ((48, 60), 48.0, False)


def test_a_degree_is_no_license(catalogue: Catalogue) -> None:
    found = taken(catalogue, "bachelor", (48, 60), "bachelor", related=True, needs_licence=True)
    assert found is not None and found[1:] == ((24.0, 36.0), 24.0, False)


def test_a_masters_degree_takes_no_second_college_of_who_went_to_one(catalogue: Catalogue) -> None:
    found = taken(catalogue, "master", (84, 120), "bachelor", related=False)
    assert found is not None and found[1:] == ((36.0, 72.0), 36.0, False)


def step(**more: object) -> Step:
    """A step by a way that asks a degree, thousands of dollars dear."""
    way = WayIn(asks="bachelor", how="A degree, then some years.", months=(60, 120), cost="thousands", earn=False)
    given = {"before": None, "code": "11-9111.00", "link": "next", "strength": 1.0, "why": "", "way": way, "months": (12.0, 72.0),
             "study": 0.0, "per_hour": 40.0, "schooling": "bachelor", "zone": 4}  # fmt: skip
    return Step(**given | more)  # type: ignore[arg-type]


def test_where_nothing_is_studied_no_cost_is_named_and_one_earns(catalogue: Catalogue) -> None:
    done = step(degree=True)
    said = say.way_in(done, names_of(catalogue))
    assert (
        said.startswith("You have a degree for this. Then count about 1 to 6 years of work, practice or tests.")
        and "dollars" not in said
    )
    assert done.earns and not done.studies
    now = say.way_in(step(degree=True, months=(0.0, 1.0)), names_of(catalogue))
    assert now.startswith("You have a degree for this. You can ask for work now.")


def test_the_usual_time_and_ones_own_stand_apart(catalogue: Catalogue) -> None:
    way = WayIn(
        asks="none", how="The railroad trains you for half a year to a year.", months=(3, 12), cost="free", earn=True
    )
    names = names_of(catalogue)
    usual = "Learn on the job (about 3 to 12 months). The railroad trains you for half a year to a year."
    assert say.way_in(step(way=way, months=(3, 12)), names) == usual
    own = say.way_in(step(way=way, months=(1.0, 3.0)), names)
    assert own == f"{usual} With your experience: about 1 to 3 months."
    assert say.way_in(step(months=(36.0, 96.0)), names).endswith("With your schooling: about 3 to 8 years.")


def test_a_way_in_that_speaks_of_no_test_and_no_internship_puts_no_months_between(catalogue: Catalogue) -> None:
    assert months_between("Get hired, and learn the work there", catalogue.pathways) == (0.0, 0.0)
