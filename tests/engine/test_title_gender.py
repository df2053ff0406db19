"""Words of gender in a title are read as one word; words that only look so stay."""

from __future__ import annotations

import pytest

from navigator.engine.title_gender import one_gender, pairs, without_somebody

BREAKS = frozenset({"and", "at", "|"})


@pytest.mark.parametrize(
    ("word", "read"),
    [("waitress", "waiter"), ("saleswomen", "salesman"), ("cowgirl", "cowboy"), ("salesgirl", "salesman"),
     ("abdomen", "abdomen"), ("women", "women"), ("cook", "cook")],
)  # fmt: skip
def test_a_word_is_read_in_one_form_for_every_gender(word: str, read: str) -> None:
    assert one_gender(word) == read


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("delivery guy", "delivery person"),
        ("mail lady", "mailman"),
        ("delivery guy and driver", "delivery person and driver"),
        ("driver at the delivery guy", "driver at the delivery person"),
        ("paper boy at night", "paperboy at night"),
        ("lady boss", "lady boss"),
        ("cook and lady", "cook and lady"),
        ("girl scout leader", "girl scout leader"),
        ("delivery man helper", "delivery man helper"),
        ("cook", "cook"),
    ],
)
def test_the_last_word_of_a_name_of_work_that_only_says_who_does_it_is_any_person(title: str, read: str) -> None:
    assert without_somebody(title.split(), BREAKS) == read.split()


def test_what_goes_with_a_spanish_title_follows_its_gender_and_what_stands_behind_de_does_not() -> None:
    both = [(["contador", "publico"], ["contadora", "publico"]), (["jefe", "de", "piso"], ["jefa", "de", "piso"])]
    assert pairs(both) == {"contadora": "contador", "publica": "publico", "jefa": "jefe"}
