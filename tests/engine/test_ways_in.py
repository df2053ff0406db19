"""Which way in is shown first: none that begins with what was ruled out, where another stands."""

from __future__ import annotations

from dataclasses import replace

from navigator.catalogue.store import Catalogue
from navigator.domain.occupation import Occupation
from navigator.engine.ways_in import best_way

FORKLIFT, PILES = "53-7051.00", "47-2072.00"


def how(occupation: Occupation, months: float | None, *cannot: str) -> str:
    way = best_way(occupation, months, cannot)
    return way.how if way else ""


def test_who_cannot_lift_is_shown_the_class_and_not_the_loading_dock(catalogue: Catalogue) -> None:
    forklift = catalogue.occupation(FORKLIFT)
    assert how(forklift, 1.0).startswith("Start as a loader")
    for months in (1.0, None):
        assert "forklift class" in how(forklift, months, "lifting", "nights")


def test_a_way_that_begins_with_it_is_still_shown_where_no_other_is_short_enough(catalogue: Catalogue) -> None:
    assert how(catalogue.occupation(FORKLIFT), 0.0, "lifting").startswith("Start as a loader")


def test_without_such_a_wish_the_order_of_the_file_stands(catalogue: Catalogue) -> None:
    for code in (FORKLIFT, PILES):
        occupation = catalogue.occupation(code)
        assert best_way(occupation, None, ("noise",)) == occupation.profile.ways_in[0]
        plain = replace(occupation.profile, ways_in=tuple(replace(w, begins=()) for w in occupation.profile.ways_in))
        same = replace(occupation, profile=plain)
        assert how(occupation, 12.0) == how(same, 12.0, "lifting")
