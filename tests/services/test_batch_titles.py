"""The quick title search gives what the readable one gives, to the last digit."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.catalogue.store import Catalogue
from navigator.catalogue.title_index import MOST_ROWS, TitleIndex

pytest.importorskip("numpy")

from navigator.services.batch_titles import QuickTitles

ODD = ("", "x" * 10_000, "طباخ", "worked at McDonald's", "nurse", "truckdriver", "hospital", "cook - Sunrise Living", "camarista",
       "'; DROP TABLE title_group; --", "PT", "Registered Nurse (RN) $30/hr, Akron, OH")  # fmt: skip
CONTEXTS = ("", "hospital", "deli", "school district", "zzqxv")


@pytest.fixture(scope="module")
def both(catalogue: Catalogue) -> tuple[TitleIndex, QuickTitles]:
    """The two indexes over one catalogue."""
    return TitleIndex(catalogue.folder), QuickTitles(catalogue.folder)


@pytest.fixture(scope="module")
def words(both: tuple[TitleIndex, QuickTitles]) -> list[str]:
    """Words of titles."""
    return sorted(both[0].vocabulary)


@settings(max_examples=60)
@given(seed=st.integers(0, 10**9), context=st.sampled_from(CONTEXTS), limit=st.sampled_from((1, 5, 20)))
def test_any_title_is_found_the_same_by_both(
    both: tuple[TitleIndex, QuickTitles], words: list[str], seed: int, context: str, limit: int
) -> None:
    rng = Random(seed)
    some = rng.sample(words, rng.randrange(1, 5))
    if rng.random() < 0.3:
        some[0] = some[0][:-1]  # a slip of the pen
    title = rng.choice((" ", " ", " - ", ", ")).join(some)
    assert both[1].find(title, limit, context) == both[0].find(title, limit, context)


@settings(max_examples=60)
@given(seed=st.integers(0, 10**9), context=st.sampled_from(CONTEXTS[1:]))
def test_a_title_of_one_word_beside_an_employer_is_found_the_same_by_both(
    both: tuple[TitleIndex, QuickTitles], words: list[str], seed: int, context: str
) -> None:
    rng = Random(seed)
    title = rng.choice(("manager", "clerk", "driver", "officer", "cook", "29-1141", rng.choice(words)))
    beside = f"{rng.choice(words)} {context}"
    assert both[1].find(title, 5, beside) == both[0].find(title, 5, beside)


@pytest.mark.parametrize("title", ODD)
def test_odd_titles_are_found_the_same_by_both(both: tuple[TitleIndex, QuickTitles], title: str) -> None:
    for context in CONTEXTS:
        assert both[1].find(title, 5, context) == both[0].find(title, 5, context)


def test_a_title_is_found_the_same_the_second_time(both: tuple[TitleIndex, QuickTitles]) -> None:
    for title in ("line cook", "Senior Line Cook - nights", "line cook"):
        assert both[1].find(title) == both[0].find(title)


def test_rows_that_were_forgotten_are_read_again(catalogue: Catalogue) -> None:
    quick = QuickTitles(catalogue.folder)
    before = quick.find("registered nurse")
    quick._rows.update((f"no such key {n}", None) for n in range(MOST_ROWS + 1))
    assert quick.find("nurse, registered, of a hospital") == TitleIndex(catalogue.folder).find(
        "nurse, registered, of a hospital"
    )
    assert quick.find("registered nurse") == before


def test_what_only_one_occupation_is_called_needs_no_search_whatever_stands_around_it(
    both: tuple[TitleIndex, QuickTitles],
) -> None:
    readable, quick = both
    for title in ("home health aide", "Senior Medical Assistant - nights", "DENTAL ASSISTANT II $25/hr"):
        assert quick.outright(title) == readable.find(title)[0].code
    for title in ("driver", "infantry", "", "cook / cashier", "zzqxv worker"):
        assert quick.outright(title) == ""


def test_what_needs_no_search_is_nearly_always_what_the_search_finds(
    both: tuple[TitleIndex, QuickTitles],
) -> None:
    readable, quick = both
    some = [text for text in quick.lines.texts[::60] if quick.outright(text)]
    agreed = sum(quick.outright(text) == readable.find(text, 1)[0].code for text in some)
    assert len(some) > 300 and agreed >= 0.97 * len(some)
