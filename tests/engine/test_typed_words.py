"""Words that do something when they are typed, in Spanish as well as in English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from navigator.catalogue import languages
from navigator.engine import typed_words
from navigator.engine.part_table import KINDS
from navigator.engine.part_values import value
from navigator.engine.partial_dates import partial
from navigator.i18n import speaking


@pytest.fixture
def spanish() -> Iterator[None]:
    with speaking(languages.speech("es")):
        yield


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize("typed", ["sí", "SI", "s", "yes", " y "])
def test_yes_is_said_in_either_language_with_or_without_its_accent(typed: str) -> None:
    assert typed_words.is_yes(typed) and not typed_words.is_no(typed)


@pytest.mark.usefixtures("spanish")
def test_a_reading_ends_at_q_salir_parar_and_stop_and_at_nothing_else() -> None:
    assert all(map(typed_words.is_enough, ("q", "salir", "Parar", "stop", "quit")))
    assert not any(map(typed_words.is_enough, ("", "sí", "más", "siguiente")))


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize("typed", ["ahora", "Nunca", "ninguna", "nada", "now", "-"])
def test_spanish_words_leave_a_date_open(typed: str) -> None:
    assert partial(typed) == ""


@pytest.mark.usefixtures("spanish")
def test_spanish_words_take_a_value_away() -> None:
    field = next(f for part in KINDS for f in part.fields if f.kind == "text")
    assert [value(field, typed) for typed in ("ninguno", "NADA", "none")] == ["", "", ""]
    assert value(field, "Ninguno de los Dos, S.A.") == "Ninguno de los Dos, S.A."


def test_in_english_a_spanish_yes_is_still_a_yes_and_other_spanish_words_are_words_like_any_other() -> None:
    assert typed_words.is_yes("sí") and not typed_words.is_enough("salir") and not typed_words.is_yes("nada")
    assert typed_words.is_yes("Yes") and typed_words.is_no("n")
