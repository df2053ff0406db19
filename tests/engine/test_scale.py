"""From published ratings to numbers that can be compared."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from navigator.engine.scale import contrasted, standardized, transposed, unit

numbers = st.lists(st.floats(min_value=-1e6, max_value=1e6), max_size=30)


@given(st.lists(st.none() | st.floats(min_value=0, max_value=7), max_size=30))
def test_an_element_has_mean_nought_and_spread_one_over_those_that_rate_it(values: list[float | None]) -> None:
    rated = [v for v in values if v is not None]
    assume(not rated or max(rated) - min(rated) > 0.01 or (len(set(rated)) == 1 and rated[0].is_integer()))
    found = standardized(values)
    assert len(found) == len(values)
    assert all(f == 0 for f, v in zip(found, values, strict=True) if v is None)
    known = [f for f, v in zip(found, values, strict=True) if v is not None]
    assert sum(known) == pytest.approx(0, abs=1e-6)
    if any(known):
        assert sum(f * f for f in known) / len(known) == pytest.approx(1, abs=1e-6)


def test_an_element_that_all_rate_the_same_tells_nothing() -> None:
    assert standardized([3.0, 3.0, None]) == [0, 0, 0]
    assert standardized([None, None]) == [0, 0]
    assert standardized([]) == []
    assert standardized([1.0, 3.0, None]) == [-1, 1, 0]


@given(numbers)
def test_a_contrast_has_mean_nought_and_keeps_the_order(values: list[float]) -> None:
    found = contrasted(values)
    assert sum(found) == pytest.approx(0, abs=1e-3)
    assert sorted(range(len(found)), key=found.__getitem__) == sorted(range(len(values)), key=found.__getitem__)
    assert contrasted([1.0, 2.0, 6.0]) == [-2, -1, 3]


@given(numbers)
def test_a_unit_has_length_one_or_is_all_nought(values: list[float]) -> None:
    found = unit(values)
    length = sum(v * v for v in found)
    assert length == pytest.approx(1) or not any(found)


def test_columns_become_rows() -> None:
    assert transposed([[1, 2, 3], [4, 5, 6]]) == [[1, 4], [2, 5], [3, 6]]
    with pytest.raises(ValueError, match="shorter"):
        transposed([[1, 2], [3]])
