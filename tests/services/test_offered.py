"""What the walk offers for a title: after a sure find no fillers, and people's own words find their work."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.services.titles import find, offered

FOUND = {
    "police": "33-3051.00",
    "cop": "33-3051.00",
    "police officer": "33-3051.00",
    "i sew clothes": "51-6052.00",
    "alterations": "51-6052.00",
    "medical asistent at Kaiser": "31-9092.00",
    "made tacos on the street": "41-9091.00",
    "sold tamales on the street": "41-9091.00",
    "small business owner": "11-1021.00",
}
FILLERS = {
    "waitress": "15-1252.00",
    "nail tech": "51-4193.00",
    "home health aide": "25-1071.00",
}


@pytest.mark.parametrize(("title", "code"), FOUND.items())
def test_peoples_own_words_find_their_work_first(catalogue: Catalogue, title: str, code: str) -> None:
    assert find(catalogue, title, 1)[0].code == code


@pytest.mark.parametrize("title", ["sewing", "sewing side business", "sewing on the side", "sewing small business"])
def test_that_it_is_a_business_of_ones_own_says_nothing_of_the_work(catalogue: Catalogue, title: str) -> None:
    assert {h.code for h in find(catalogue, title, 2)} == {"51-6052.00", "51-6031.00"}


@pytest.mark.parametrize(("title", "filler"), FILLERS.items())
def test_beside_a_sure_find_stands_only_what_is_like_it(catalogue: Catalogue, title: str, filler: str) -> None:
    codes = offered(catalogue, title, 6)
    assert filler not in codes and codes[0] == find(catalogue, title, 1)[0].code
    assert 2 <= len(codes) == len(set(codes)) <= 6


def test_without_a_sure_find_all_are_offered(catalogue: Catalogue) -> None:
    hits = find(catalogue, "teacher", 6)
    assert hits[0].sure != "sure"
    assert offered(catalogue, "teacher", 6) == tuple(h.code for h in hits)


def test_a_title_that_says_nothing_offers_nothing(catalogue: Catalogue) -> None:
    assert offered(catalogue, "", 6) == ()


def test_a_cashier_of_a_fast_food_place_is_still_offered(catalogue: Catalogue) -> None:
    assert "35-3023.00" in offered(catalogue, "cashier", 6)
