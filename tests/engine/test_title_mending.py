"""Slips are mended; plain words for what somebody did are no slips, and are read as their work."""

from __future__ import annotations

import pytest

from navigator.engine.title_mending import mended

KNOWN = {"driver": 900, "drone": 60, "cook": 800, "cooker": 30, "watcher": 50, "welder": 300, "stocker": 90, "shop": 70}


@pytest.mark.parametrize("word", ["drove", "kept", "taught", "wrote", "drew"])
def test_what_somebody_did_is_no_slip(word: str) -> None:
    assert mended(word, KNOWN) == ()


@pytest.mark.parametrize(
    ("word", "work"), [("cooked", "cook"), ("welded", "welder"), ("stocked", "stocker"), ("shopped", "shop")]
)
def test_what_somebody_did_is_read_as_the_commonest_word_for_it(word: str, work: str) -> None:
    assert mended(word, KNOWN) == (work,)


def test_a_slip_is_mended_all_the_same() -> None:
    assert mended("drivver", KNOWN) == ("driver",) and mended("weldr", KNOWN) == ("welder",)


def test_two_common_words_written_as_one_are_read_as_two_and_a_rare_one_splits_nothing() -> None:
    known = KNOWN | {"truck": 500, "rig": 8, "rigs": 9}
    assert mended("truckdriver", known) == ("truck", "driver")
    assert mended("cookrigs", known) == ("cook", "rigs")
    assert mended("cookrig", known) == mended("rigcook", known) == mended("cookzzz", known) == ()
