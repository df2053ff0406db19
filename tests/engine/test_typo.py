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
        ("church volenteer", ("Social services assistant",), "church volunteer"),
        ("took care of my granma", ("Personal care aide",), "took care of my grandma"),
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
        ("bar tender at Publix", ("Bartender",)),
    ],
)
def test_other_words_and_other_endings_are_left_alone(typed: str, titles: tuple[str, ...]) -> None:
    assert mended_title(typed, titles) == typed
