"""The cities people name for their state: what the file holds, what it may not hold, and where it is understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.catalogue.cities import read_cities
from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.engine.towns import folded

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("Stockton", "CA"), ("houston", "TX"), ("El Paso", "TX"), ("Winston Salem", "NC"), ("Mayagüez", "PR"),
        ("Nueva York", "NY"), ("New York", "NY"), ("nyc", "NY"), ("Washington", "WA"), ("Washington, D.C.", "DC"),
        ("Kansas City, KS", "KS"), ("LA", "LA"), ("Columbia SC", "SC"),
    ],
)  # fmt: skip
def test_a_state_is_known_by_a_city_of_it(catalogue: Catalogue, typed: str, state: str) -> None:
    assert catalogue.area(typed) == state


@pytest.mark.parametrize(
    ("typed", "states"),
    [
        ("Springfield", ("Illinois", "Massachusetts", "Missouri", "Ohio")), ("Columbus", ("Georgia", "Ohio")),
        ("Kansas City", ("Kansas", "Missouri")), ("Aurora", ("Colorado", "Illinois")), ("Portland", ("Maine", "Oregon")),
        ("Columbia", ("Missouri", "South Carolina")), ("Glendale", ("Arizona", "California")),
    ],
)  # fmt: skip
def test_a_city_of_two_states_is_never_guessed(catalogue: Catalogue, typed: str, states: tuple[str, ...]) -> None:
    with pytest.raises(BadInput) as refused:
        catalogue.area(typed)
    assert all(name in str(refused.value) for name in states)


def test_every_state_has_a_city_and_no_city_is_called_as_a_state_is(catalogue: Catalogue) -> None:
    of_states = {state for states in catalogue.cities.values() for state in states}
    assert of_states == set(catalogue.areas) - {"US"}
    names = {folded(text) for pair in catalogue.areas.items() for text in pair}
    assert not names & set(catalogue.cities)


def test_a_state_that_is_none_and_a_city_named_twice_are_problems(tmp_path: Path) -> None:
    path = tmp_path / "cities.yaml"
    path.write_text(
        "format: navigator/cities/1\ncities:\n  ZZ: [Oz]\n  MO: [St. Louis, Saint Louis]\n", encoding="utf-8"
    )
    _, problems = read_cities(path, {"MO", "IL"})
    assert [p.what for p in problems] == [
        "ZZ is no state or territory of wages/areas.csv",
        "MO names st louis twice",
    ]
    assert read_cities(tmp_path / "none.yaml", {"MO"})[1]


def test_our_own_file_has_no_problem(catalogue: Catalogue) -> None:
    found, problems = read_cities(DATA / "cities.yaml", set(catalogue.areas))
    assert not problems and len(found) > 330
