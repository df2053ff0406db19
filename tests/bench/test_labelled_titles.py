"""A labelled list of titles: read, and scored by hand-made answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bench.title_file import Labelled, read_labelled, share, weighted

NURSE, COOK = "29-1141", "35-2014"


def written(folder: Path, text: str) -> Path:
    path = folder / "titles.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_codes_times_and_context_are_read_and_the_uncodable_counted_apart(tmp_path: Path) -> None:
    path = written(tmp_path, "title,context,times,codes\nRN,Mercy,3,29-1141.00;29-1171\nHelper,,,\nCook,,,35-2014\n")
    titles, uncoded = read_labelled(path)
    assert titles == [
        Labelled("RN", "Mercy", 3.0, frozenset({NURSE, "29-1171"})),
        Labelled("Cook", "", 1.0, frozenset({COOK})),
    ]
    assert uncoded == 1


def test_title_and_codes_are_enough(tmp_path: Path) -> None:
    assert read_labelled(written(tmp_path, "title,codes\nRN,29-1141\n")) == (
        [Labelled("RN", "", 1.0, frozenset({NURSE}))],
        0,
    )


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no column 'codes'"):
        read_labelled(written(tmp_path, "title\nRN\n"))


def test_shares_count_each_title_once_and_as_often_as_it_was_posted() -> None:
    answers: dict[str, Sequence[str]] = {"RN": [NURSE], "Grill": ["35-2011", COOK], "Odd": []}
    titles = [
        Labelled("RN", "", 6, frozenset({NURSE})),
        Labelled("Grill", "", 3, frozenset({COOK})),
        Labelled("Odd", "", 1, frozenset({COOK})),
    ]
    found = share(lambda t: answers[t.title], titles)
    assert (found.first, found.five) == (1 / 3, 2 / 3)
    assert (found.first_by_times, found.five_by_times) == (0.6, 0.9)


def test_the_error_by_times_is_wide_where_one_title_weighs_much() -> None:
    assert weighted([(6.0, True), (3.0, False), (1.0, False)]) == (0.6, pytest.approx(0.306, abs=0.001))
    assert weighted([(1.0, True)] * 60 + [(1.0, False)] * 40) == (0.6, pytest.approx(0.049, abs=0.001))
    assert weighted([]) == (0.0, 0.0)
