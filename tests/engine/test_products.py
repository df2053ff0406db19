"""One formula, two speeds: numpy, where it is installed, changes no last digit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.catalogue.store import Catalogue
from navigator.engine.products import plain_products, products, weighed

NUMBER = st.floats(min_value=-10, max_value=10)
TABLE = st.integers(1, 9).flatmap(
    lambda width: st.lists(st.lists(NUMBER, min_size=width, max_size=width), min_size=1, max_size=15)
)


@given(TABLE)
def test_numpy_gives_what_plain_python_gives_to_the_last_digit(rows: list[list[float]]) -> None:
    pytest.importorskip("numpy")
    width = len(rows[0])
    assert list(products(rows, width)) == list(plain_products(rows, width))


def test_the_real_figures_give_the_same_both_ways(catalogue: Catalogue) -> None:
    pytest.importorskip("numpy")
    rows = [list(row[::3]) for row in catalogue.tables.knowledge]
    width = len(rows[0])
    assert list(products(rows, width)) == list(plain_products(rows, width))


@given(TABLE)
def test_each_product_is_that_of_two_columns_added_in_order(rows: list[list[float]]) -> None:
    columns = list(zip(*rows, strict=True))
    for n, found in enumerate(plain_products(rows, len(columns))):
        for m, value in enumerate(found):
            total = 0.0
            for a, b in zip(columns[n], columns[m], strict=True):
                total += a * b
            assert value == total


def test_nothing_weighed_is_nothing() -> None:
    assert weighed([], [], 3) == [0.0, 0.0, 0.0]
    assert weighed([2.0], [[1.0, 2.0]], 2) == [2.0, 4.0]
