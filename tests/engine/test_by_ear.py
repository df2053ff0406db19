"""Spanish as it sounds."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.engine.by_ear import by_ear


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("ordenaba", "hordenava"), ("trabajaba", "travajava"), ("cocinaba", "cosinava"), ("hacia", "asia"), ("llevaba", "yebava"),
        ("barria", "varia"), ("quitaba", "kitava"), ("zapatos", "sapatos"), ("recogia", "recojia"),
    ],
)  # fmt: skip
def test_words_that_sound_the_same_are_one(written: str, typed: str) -> None:
    assert by_ear(written) == by_ear(typed)


def test_sounds_that_differ_stay_apart() -> None:
    assert len({by_ear(w) for w in ("carro", "charro", "gato", "jato", "casa", "caja")}) == 6


@pytest.mark.parametrize(
    ("typed", "soc"),
    [
        ("hordeñava vacas", "45-2093"), ("bendia tamales", "41-9091"), ("cosinava en un restaurante", "35-2014"),
        ("labé platos", "35-9021"), ("travajava cosinando", "35-2014"),
    ],
)  # fmt: skip
def test_a_line_spelled_by_ear_is_understood_and_never_sure(catalogue: Catalogue, typed: str, soc: str) -> None:
    best = catalogue.find_titles(typed)[0]
    assert best.code.startswith(soc) and best.sure != "sure"


@pytest.mark.parametrize("typed", ["bender", "kosher", "shake", "ice"])
def test_an_english_word_is_no_spanish_verb(catalogue: Catalogue, typed: str) -> None:
    assert catalogue._titles.words.sayings.spelled([typed]) == [typed]


@pytest.mark.parametrize(
    ("typed", "soc"),
    [
        ("Trabajé en la labor", "45-2092"), ("la labor", "45-2092"), ("en el fil", "45-2092"), ("cosía ropa", "51-6031"),
        ("aseaba oficinas", "37-2011"), ("barría calles", "37-2011"), ("fumigaba casas", "37-2021"), ("velaba una obra", "33-9032"),
        ("le ayudaba a mi papá a pintar casas", "47-2141"), ("grew and sold flowers at the farmers market", "45-2092"),
        ("labor", "53-7062"),
    ],
)  # fmt: skip
def test_everyday_work_is_understood(catalogue: Catalogue, typed: str, soc: str) -> None:
    assert catalogue.find_titles(typed)[0].code.startswith(soc)


@pytest.mark.parametrize(
    "typed", ["newspaper pressman", "county road worker", "airport baggage handler", "museum guard"]
)
def test_a_place_before_a_title_takes_nothing_away(catalogue: Catalogue, typed: str) -> None:
    alone = typed.partition(" ")[2]
    whole, part = catalogue.find_titles(typed)[0], catalogue.find_titles(alone)[0]
    assert (whole.code, whole.sure) == (part.code, part.sure)
