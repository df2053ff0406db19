"""Which country a place or a title names, however its name is spelled."""

from __future__ import annotations

import pytest

from navigator.engine.abroad import names_country

COUNTRIES = ("el salvador", "méxico", "república dominicana", "peru")


@pytest.mark.parametrize(
    "place", ["San Salvador, El Salvador", "Oaxaca, Mexico", "Santiago, Republica Dominicana", "Lima, PERÚ"]
)
def test_a_country_is_known_with_and_without_its_accents(place: str) -> None:
    assert names_country(place, COUNTRIES)


@pytest.mark.parametrize("place", ["Taos, New Mexico", "Taos, Nuevo Mexico", "Taos, Nuevo México", "Peru, Indiana", ""])
def test_a_state_or_a_town_that_is_called_so_is_no_other_country(place: str) -> None:
    assert not names_country(place, COUNTRIES)
