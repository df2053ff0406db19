"""Spanish job titles: accents, gender and number do not count; people mix languages."""

from __future__ import annotations

import pytest

from navigator.catalogue.languages import speech
from navigator.catalogue.store import open_catalogue
from navigator.domain.title import TitleFind
from navigator.engine.foreign_titles import Index, find, merged, words_in
from navigator.i18n import speaking

TITLES = [
    (text, code, " ".join(words_in(text)))
    for text, code in (
        ("Cajera", "41-2011.00"),
        ("Cuidadora de ancianos", "31-1122.00"),
        ("Cuidador de niños", "39-9011.00"),
        ("Ayudante de cocina", "35-2021.00"),
        ("Cocinero de línea", "35-2014.00"),
        ("Soldador", "51-4121.00"),
        ("Limpieza de casas", "37-2012.00"),
    )
]
INDEX = Index(TITLES)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("cajero", "41-2011.00"),
        ("CAJERAS", "41-2011.00"),
        ("cuidador de ancianos", "31-1122.00"),
        ("cuidaba ninos", "39-9011.00"),
        ("cocinera de linea", "35-2014.00"),
        ("limpiaba casas", "37-2012.00"),
        ("soladdor", "51-4121.00"),
        ("ayudante en la cocina", "35-2021.00"),
    ],
)
def test_a_title_is_found_however_it_is_written(typed: str, code: str) -> None:
    assert find(typed, INDEX, 3)[0].code == code


@pytest.mark.parametrize("typed", ["", "xyzzy", "de la", "!!!"])
def test_what_names_no_work_finds_nothing(typed: str) -> None:
    assert find(typed, INDEX, 3) == ()


def test_the_very_title_is_sure_and_a_part_of_it_is_not() -> None:
    assert find("cuidadora de ancianos", INDEX, 1)[0].sure == "sure"
    assert find("cuidadora", INDEX, 1)[0].sure != "sure"


def test_finds_of_both_languages_become_one_list_and_what_both_say_comes_first() -> None:
    ours = (
        TitleFind(code="a", matched="A", points=0.5, sure="unsure"),
        TitleFind(code="b", matched="B", points=0.45, sure="unsure"),
    )
    english = (
        TitleFind(code="b", matched="bee", points=3.0, sure="unsure"),
        TitleFind(code="c", matched="sea", points=2.0, sure="unsure"),
    )
    assert [f.code for f in merged(ours, english, 3)] == ["b", "a", "c"]
    assert merged((), english, 1) == english[:1]


@pytest.mark.parametrize("spoken", ["en", "es"])
@pytest.mark.parametrize("title", ["cuidé a mi mamá", "cuide a mi mama", "cuidé"])
def test_a_spanish_word_is_no_slip_in_an_english_one(spoken: str, title: str) -> None:
    with speaking(speech(spoken)):
        found = {f.code for f in open_catalogue().find_titles(title, 6)}
    assert not found & {"39-7011.00", "39-7012.00", "39-2011.00"}, "guides and animal trainers"


@pytest.mark.parametrize(
    ("typed", "first", "never"),
    [
        ("limpio cuartos", "37-2012.00", "51-9141.00"),
        ("limpiaba cuartos de hotel", "37-2012.00", "51-9141.00"),
        ("limpio casas", "37-2012.00", "41-9022.00"),
    ],
)
def test_a_line_that_tells_what_was_done_is_read_as_that_work_and_not_by_its_words(
    typed: str, first: str, never: str
) -> None:
    with speaking(speech("es")):
        found = [f.code for f in open_catalogue().find_titles(typed, 6)]
    assert found[0] == first and never not in found


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("safety inspector", "19-5011.00"), ("aviation safety inspector", "53-6051.01"), ("food safety inspector", "45-2011.00"),
        ("inspector de seguridad", "19-5011.00"), ("guardia de seguridad", "33-9032.00"), ("maestro de tercer grado", "25-2021.00"),
    ],
)  # fmt: skip
def test_who_looks_after_safety_is_told_from_who_inspects_planes_and_food(typed: str, code: str) -> None:
    assert open_catalogue().find_titles(typed, 3)[0].code == code
