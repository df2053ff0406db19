"""What the walk offers for a title: after a sure find no fillers, and people's own words find their work."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.services.titles import code_of, find, offered, taken_for

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


def test_without_a_sure_find_all_of_like_work_are_offered(catalogue: Catalogue) -> None:
    hits = find(catalogue, "teacher", 6)
    assert hits[0].sure != "sure"
    assert offered(catalogue, "teacher", 6) == tuple(h.code for h in hits)


FAR_FROM_IT = {
    "drove a forklift": ("53-7051.00", {"19-4099.03", "27-4031.00", "15-1252.00"}),
    "limpio casas": ("37-2012.00", {"41-9022.00", "47-2141.00", "29-1292.00"}),
    "watched kids": ("39-9011.00", {"29-1221.00", "33-9032.00", "29-1243.00"}),
    "cooked at school": ("35-2012.00", {"51-3093.00", "51-9051.00"}),
    "stocked shelves": ("53-7065.00", {"25-4031.00", "41-3031.00"}),
    "coal mines": ("47-5041.00", {"17-2151.00"}),
    "sold cars": ("41-2031.00", {"53-7121.00", "53-7061.00"}),
    "cut hair": ("39-5012.00", {"53-7063.00", "51-7041.00"}),
}


@pytest.mark.parametrize("title", FAR_FROM_IT)
def test_what_somebody_did_finds_their_work_first_and_nothing_absurd_beside_it(
    catalogue: Catalogue, title: str
) -> None:
    first, absurd = FAR_FROM_IT[title]
    codes = offered(catalogue, title, 6)
    assert codes[0] == first and absurd.isdisjoint(codes)


def test_like_work_stands_beside_the_one_find_that_is_left(catalogue: Catalogue) -> None:
    assert "37-2011.00" in offered(catalogue, "limpio casas", 6)


@pytest.mark.parametrize(
    ("title", "near", "far"),
    [
        ("child care", {"31-1122.00"}, set()),  # care of adults, found far behind, is much the same work
        ("delivery", {"43-5052.00"}, set()),
        ("pharmacy", set(), {"41-4011.00", "53-3033.00"}),  # selling, or driving, for one is not
        ("home care", set(), {"43-4051.00"}),
    ],
)
def test_work_of_another_field_found_far_behind_is_offered_only_where_the_work_is_near(
    catalogue: Catalogue, title: str, near: set[str], far: set[str]
) -> None:
    codes = set(offered(catalogue, title, 8))
    assert near <= codes and not far & codes
    assert far <= {h.code for h in find(catalogue, title, 8)}


def test_a_known_employer_says_which_kinds_of_work_it_may_be(catalogue: Catalogue) -> None:
    assert "53-7065.00" in offered(catalogue, "worked at sysco", 6)


def test_a_guess_is_taken_for_no_work(catalogue: Catalogue) -> None:
    assert taken_for(catalogue, "kitchen inside") is None and taken_for(catalogue, "helped out around") is None


def test_a_title_that_says_nothing_offers_nothing(catalogue: Catalogue) -> None:
    assert offered(catalogue, "", 6) == ()


def test_a_cashier_of_a_fast_food_place_is_still_offered(catalogue: Catalogue) -> None:
    assert "35-3023.00" in offered(catalogue, "cashier", 6)


def test_a_look_goes_on_with_the_best_guess_and_what_is_kept_asks_for_a_surer_word(catalogue: Catalogue) -> None:
    best, *others = find(catalogue, "odd jobs", 3)
    assert best.sure == "unsure" and code_of(catalogue, "odd jobs") == best.code
    with pytest.raises(BadInput, match="could mean several kinds of work") as refused:
        code_of(catalogue, "odd jobs", surely=True)
    assert all(f"{hit.name} [{hit.code}]" in str(refused.value) for hit in (best, *others))
    assert code_of(catalogue, "cashier", surely=True) == code_of(catalogue, " 41-2011.00 ", surely=True) == "41-2011.00"
