"""The forms in which people say a verb of what they did."""

from __future__ import annotations

import pytest

from navigator.engine.verb_forms import english, spanish


@pytest.mark.parametrize(
    ("verb", "did", "doing"),
    [
        ("drive", "drove", "driving"), ("pack", "packed", "packing"), ("mop", "mopped", "mopping"), ("thin", "thinned", "thinning"),
        ("unclog", "unclogged", "unclogging"), ("patrol", "patrolled", "patrolling"), ("carry", "carried", "carrying"),
        ("spray", "sprayed", "spraying"), ("bake", "baked", "baking"), ("referee", "refereed", "refereeing"), ("wash", "washed", "washing"),
    ],
)  # fmt: skip
def test_english_verbs_are_known_as_they_are_said(verb: str, did: str, doing: str) -> None:
    forms = dict(english(verb))
    assert forms[did] == "did" and forms[doing] == "doing" and forms[verb] == "plain"


def test_a_vowel_before_a_y_keeps_it() -> None:
    assert "buys" in dict(english("buy")) and "buies" not in dict(english("buy"))


def test_a_past_that_is_the_plain_form_is_not_told_from_it() -> None:
    assert dict(english("cut"))["cut"] == "plain" and "cutted" not in dict(english("cut"))


@pytest.mark.parametrize(
    ("verb", "did", "doing", "plain"),
    [
        ("pizcar", "pizcaba", "pizcando", "pizque"), ("cargar", "cargaba", "cargando", "cargue"), ("coser", "cosia", "cosiendo", "coso"),
        ("cruzar", "cruzaba", "cruzando", "cruce"),
    ],
)  # fmt: skip
def test_spanish_verbs_are_known_as_people_say_them_of_themselves(verb: str, did: str, doing: str, plain: str) -> None:
    forms = dict(spanish(verb))
    assert (forms[did], forms[doing], forms[plain]) == ("did", "doing", "plain")


def test_verbs_whose_stem_changes_have_their_own_forms() -> None:
    assert dict(spanish("hacer"))["hice"] == "did" and dict(spanish("hacer"))["hago"] == "plain"
