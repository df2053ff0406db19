"""Slips of the pen in job titles."""

from __future__ import annotations

import pytest

from navigator.engine.typo import mended_title


@pytest.mark.parametrize(
    ("typed", "titles", "meant"),
    [
        ("nursing asistant in a nursing home", ("Nursing assistant (CNA)",), "nursing assistant in a nursing home"),
        ("werehouse picker", ("Warehouse picker",), "warehouse picker"),
        ("Cahsier at Wendys", ("Cashier",), "Cashier at Wendys"),
        ("FORKLIF DRIVER", ("Forklift driver",), "FORKLIFT DRIVER"),
        ("mecanic", ("Mechanic",), "mechanic"),
        ("house keepr hotle", ("Housekeeper", "Hotel housekeeper"), "housekeeper hotel"),
        ("janiter", ("Janitor",), "janitor"),
        ("seamstres", ("Seamster", "Seamstress"), "seamstress"),
        ("mecanic at my cousins shop", ("Mechanic", "Shop mechanic"), "mechanic at my cousins shop"),
        ("church volenteer", ("Social services assistant",), "church volunteer"),
        ("took care of my granma", ("Personal care aide",), "took care of my grandma"),
        ("carpente", ("Carpenter",), "carpenter"),
        ("housekeepe at a hotel", ("Housekeeper", "Hotel housekeepers"), "housekeeper at a hotel"),
        ("cleane", ("House cleaner",), "cleaner"),
    ],
)
def test_a_slip_is_put_right_and_the_other_words_stay(typed: str, titles: tuple[str, ...], meant: str) -> None:
    assert mended_title(typed, titles) == meant


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("baker", ("Cake maker",)),
        ("Cashiers", ("Cashier",)),
        ("bakery helper", ("Baker",)),
        ("lin cook", ("Line cook",)),
        ("nurse", ("Purse maker",)),
        ("took care of my mother", ("Home health aide",)),
        ("李小龙", ("Line cook",)),
        ("house keeper", ("Housekeeper",)),
        ("deliverd packages", ("Delivery driver", "Packages")),
        ("bar tender at Publix", ("Bartender",)),
        ("receptionist at dentist", ("Receptionists and information clerks", "Receptionist")),
        ("waitress at IHOP", ("Waitresses", "Waiter")),
        ("waitress at IHOP", ("Waitress",)),
        ("assistant to the principal", ("Assistant principal", "Administrative assistant")),
        ("mechanic at Jiffy Lube", ("Mechanics", "Mechanic")),
        ("cook for the church", ("Cooks", "Cook")),
        ("driver and loader", ("Drivers", "Driver")),
        ("manager of the store", ("Store manager", "Managers")),
        ("helped my uncle wire houses in summer", ("Electrician's helper", "Helpers, electricians")),
        ("cleaned houses with my aunt", ("Cleaner", "House cleaners")),
        ("painted houses with my brother", ("Painter", "Painters")),
        ("roofed houses with my dad", ("Roofer", "Roofers")),
        ("baked bread at church", ("Baker", "Bakers")),
        ("loaded trucks at night", ("Loader", "Truck loaders")),
        ("welded fences for neighbors", ("Welder", "Welders")),
        ("photographed weddings", ("Photographer", "Wedding photographers")),
        ("washed dishes", ("Dishwasher", "Dish washers", "Washer")),
        ("drive trucks", ("Truck driver", "Drivers")),
        ("serve food and manage a store", ("Server", "Store manager")),
        ("write letters", ("Letter writer",)),
        ("operating a saw", ("Saw operations helper", "Operations helper")),
        ("there was a school", ("Theory teacher", "Schooler")),
    ],
)
def test_other_words_and_other_endings_are_left_alone(typed: str, titles: tuple[str, ...]) -> None:
    assert mended_title(typed, titles) == typed


WORDS = frozenset(["cook", "house", "grill", "prep", "school", "floor", "waffle", "janitor", "mop", "truck"])


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("prep and gril cook, wafle house", ("Grill cook",)),
        ("Janiter at school, mop flors", ("Janitor",)),
        ("forklif driver at amazn", ("Forklift driver",)),
    ],
)
def test_a_line_with_another_slip_in_it_is_not_mended_by_half(typed: str, titles: tuple[str, ...]) -> None:
    assert mended_title(typed, titles, lambda: WORDS) == typed


def test_a_name_with_a_capital_does_not_keep_a_line_from_being_mended() -> None:
    assert mended_title("janiter at Krogers", ("Janitor",), lambda: WORDS) == "janitor at Krogers"


def test_the_words_of_all_titles_are_asked_for_only_when_something_would_be_changed() -> None:
    def never() -> frozenset[str]:
        raise AssertionError

    assert mended_title("janitor", ("Janitor",), never) == "janitor"
