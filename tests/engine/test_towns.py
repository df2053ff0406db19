"""Which state somebody names by a city of it: clear ones are taken, shared names are asked for, and no word is mistaken for a state."""

from __future__ import annotations

import pytest

from navigator.domain.errors import BadInput
from navigator.domain.question import Choice, Question
from navigator.engine.towns import folded, states_meant
from navigator.engine.validate import checked

STATES = {"CA": "California", "IL": "Illinois", "IN": "Indiana", "MO": "Missouri", "TX": "Texas", "VA": "Virginia", "WV": "West Virginia"}  # fmt: skip
CITIES = {folded(name): states for name, states in {
    "Stockton": ("CA",), "El Paso": ("TX",), "St. Louis": ("MO",), "Fort Worth": ("TX",), "Springfield": ("IL", "MO")}.items()}  # fmt: skip
STATE = Question(
    id="state", kind="one", section="you", prompt="Which state?", towns=CITIES,
    choices=tuple(Choice(id=code, text=name) for code, name in STATES.items()),
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("Stockton", "CA"), (" el  paso", "TX"), ("Saint Louis", "MO"), ("st louis", "MO"), ("Ft. Worth", "TX"),
        ("Springfield, IL", "IL"), ("springfield mo", "MO"), ("Springfield Missouri", "MO"), ("Nowhere, TX, USA", "TX"),
        ("Charleston West Virginia", "WV"), ("Texas", "TX"), ("Texas, USA", "TX"), ("in", "IN"),
    ],
)  # fmt: skip
def test_a_city_names_its_state_however_it_is_written(typed: str, state: str) -> None:
    assert states_meant(typed, STATES, CITIES) == (state,)


@pytest.mark.parametrize("typed", ["", ",", "Atlantis", "I live in", "where I was born in", "USA", "Stockton Street"])
def test_what_names_no_state_gives_none(typed: str) -> None:
    assert states_meant(typed, STATES, CITIES) == ()


def test_a_name_that_two_states_share_is_asked_for_with_both() -> None:
    with pytest.raises(BadInput, match=r"Illinois or Missouri.*such as: Springfield, IL"):
        checked(STATE, "Springfield")


def test_an_answer_may_be_a_city_and_letters_stay_letters() -> None:
    assert [checked(STATE, t) for t in ("Stockton", "ca", "Virginia", "Springfield, MO")] == ["CA", "CA", "VA", "MO"]
    with pytest.raises(BadInput, match="not one of the choices"):
        checked(STATE, "Stokcton Falls")
