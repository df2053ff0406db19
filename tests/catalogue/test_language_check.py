"""Names in another language: what a reader sees names one occupation only."""

from __future__ import annotations

from navigator.catalogue.language_check import shared_names


def test_a_name_that_a_reader_sees_is_of_one_occupation_only() -> None:
    words = {
        "a": {"plain_title": "Guía", "also_called": ["Guía", "Guía de museo", "Guia de turistas"]},
        "b": {"plain_title": "Guía de turistas", "also_called": ["Guía de museo"]},
        "c": {"plain_title": "Guia"},
    }
    assert [*shared_names(words)] == [
        "occupations/a.yaml: 'guia de turistas' is the name of b too",
        "occupations/c.yaml: 'guia' is the name of a too",
    ]
    assert [*shared_names({code: said for code, said in words.items() if code == "b"})] == []
