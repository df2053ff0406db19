"""The best of many scores at once are what sorting each row by itself gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.engine import batch_best as batch

np = pytest.importorskip("numpy")


@settings(max_examples=60)
@given(
    seed=st.integers(0, 10**6),
    size=st.integers(0, 6),
    width=st.integers(1, 400),
    top=st.integers(1, 50),
    different=st.sampled_from((1, 3, 40, 10**6)),
)
def test_the_best_are_those_of_each_row_sorted(seed: int, size: int, width: int, top: int, different: int) -> None:
    totals = np.random.default_rng(seed).integers(-different, different, (size, width)).astype(np.float32) / 7
    columns, points = batch.best_of(totals, top)
    assert columns.shape == points.shape == (size, min(top, width))
    for row, best, scores in zip(totals.tolist(), columns.tolist(), points.tolist(), strict=True):
        assert best == sorted(range(width), key=lambda n: (-row[n], n))[:top]
        assert scores == [row[n] for n in best]


def test_equal_scores_come_in_the_order_of_the_codes() -> None:
    columns, _ = batch.best_of(np.array([[0.5, 1.0, 0.5, 1.0]], np.float32), 3)
    assert list(columns[0][:2]) == [1, 3]


def test_of_many_equal_scores_the_first_are_kept_however_wide_the_tie() -> None:
    totals = np.full((3, 50), 0.25, np.float32)
    totals[1, 40] = totals[2, 7] = 0.5
    columns, points = batch.best_of(totals, 4)
    assert columns.tolist() == [[0, 1, 2, 3], [40, 0, 1, 2], [7, 0, 1, 2]]
    assert points[1].tolist() == [0.5, 0.25, 0.25, 0.25]


def test_nothing_at_all_and_less_than_nothing_are_ordered_as_numbers_are() -> None:
    columns, _ = batch.best_of(np.array([[-1.0, -0.0, 0.0, -2.0]], np.float32), 4)
    assert columns.tolist() == [[1, 2, 0, 3]]


@given(rows=st.lists(st.lists(st.integers(0, 9_999), min_size=7, max_size=7), min_size=1, max_size=4))
def test_small_numbers_are_put_in_order_and_equal_ones_stay_in_theirs(rows: list[list[int]]) -> None:
    order = batch.in_order(np.array(rows, np.int16))
    assert order.tolist() == [sorted(range(7), key=lambda n, row=row: row[n]) for row in rows]


def test_a_table_is_read_at_the_columns_of_each_row() -> None:
    table = np.arange(12).reshape(3, 4)
    columns = np.array([[3, 0], [1, 1], [2, 0]])
    assert batch.picked(table, columns).tolist() == [[3, 0], [5, 5], [10, 8]]
    assert batch.picked(table, columns, np.array([2, 2, 0])).tolist() == [[11, 8], [9, 9], [2, 0]]


def test_what_is_there_is_counted_in_each_row() -> None:
    flags = np.array([[True, False, True], [False, False, False], [False, False, True]])
    assert batch.how_many(flags).tolist() == [2, 0, 1]
