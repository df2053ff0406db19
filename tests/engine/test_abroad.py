"""Which country a place or a title names, however its name is spelled."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.life import SERVICE
from navigator.domain.record import Experience, Record
from navigator.engine.abroad import abroad, names_country, without_country

COUNTRIES = ("el salvador", "méxico", "república dominicana", "peru")


@pytest.mark.parametrize(
    "place", ["San Salvador, El Salvador", "Oaxaca, Mexico", "Santiago, Republica Dominicana", "Lima, PERÚ"]
)
def test_a_country_is_known_with_and_without_its_accents(place: str) -> None:
    assert names_country(place, COUNTRIES)


@pytest.mark.parametrize("place", ["Taos, New Mexico", "Taos, Nuevo Mexico", "Taos, Nuevo México", "Peru, Indiana", ""])
def test_a_state_or_a_town_that_is_called_so_is_no_other_country(place: str) -> None:
    assert not names_country(place, COUNTRIES)


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("nurse in Peru, Indiana", ""),
        ("nurse in Peru Indiana", ""),
        ("nurse in Peru, IN", ""),
        ("cook in Mexico, Missouri", ""),
        ("cook in Cuba, NY", ""),
        ("cook in Panama City, Florida", ""),
        ("cocinero en México, Misuri", ""),
        ("nurse", "Peru, Indiana"),
        ("nurse", "Lebanon, PA"),
        ("nurse", "Paris, Texas"),
        ("nurse", "Georgia"),
        ("nurse in Georgia", ""),
        ("assistant to Michael Jordan", "Jordan"),
        ("nurse in New Mexico", ""),
        ("cocinera de comida de México", ""),
        ("cocinera - comida de México", ""),
        ("sold food from Mexico", ""),
        ("profesora de historia de México", ""),
        ("enfermera, hospital de Nuevo México", ""),
        ("nurse, Jamaica, NY", ""),
        ("driver (Panama City, FL)", ""),
        ("Mexico", ""),
    ],
)
def test_a_town_of_the_us_is_not_abroad_whatever_it_is_called(catalogue: Catalogue, title: str, place: str) -> None:
    assert went(catalogue, title, place) == set()


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("nurse in Peru", ""),
        ("nurse in Mexico in 2010 or so", ""),
        ("enfermera en México", ""),
        ("nurse", "Guadalajara, Jalisco, Mexico"),
        ("nurse in Cuba, 5 years", ""),
        ("NURSE IN MEXICO IN 2010", ""),
        ("ENFERMERA EN EL SALVADOR DE NOCHE", ""),
        ("auxiliar de enfermería en un hospital de Guatemala", ""),
        ("enfermera en el Hospital General de México", ""),
        ("maestra en una escuela de Honduras", ""),
        ("auxiliar de enfermería, Guatemala", ""),
        ("auxiliar de enfermería, hospital de El Salvador, 5 años", ""),
        ("enfermera (Guatemala)", ""),
        ("nurse - Guatemala, 2010", ""),
        ("nurse's aide from Guatemala", ""),
    ],
)
def test_a_country_without_a_state_behind_it_is_abroad(catalogue: Catalogue, title: str, place: str) -> None:
    assert went(catalogue, title, place) == {"29-1141.00"}


def went(catalogue: Catalogue, title: str, place: str) -> set[str]:
    """What was done abroad, of one work."""
    job = Experience(id="job1", title=title, code="29-1141.00", place=place)
    return {*abroad(Record(id="r", created="", experience=(job,)), catalogue.matching.abroad, SERVICE)}


def test_a_title_keeps_a_town_of_the_us_and_loses_a_country() -> None:
    assert without_country("nurse in Peru Indiana", COUNTRIES) == "nurse in Peru Indiana"
    assert without_country("enfermera en El Salvador", COUNTRIES) == "enfermera"
    assert without_country("enfermera en México", COUNTRIES) == "enfermera"
