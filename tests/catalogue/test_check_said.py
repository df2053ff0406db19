"""The words that people say and agree to: each is about something we know."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from navigator.catalogue.check import check
from navigator.catalogue.check_said import unsaid
from navigator.catalogue.load import Source, load
from navigator.catalogue.store import Catalogue
from navigator.domain.matching import Matching, RuledOut

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def source() -> Source:
    return load(DATA)


@pytest.mark.parametrize(
    ("about", "what"),
    [
        ((), "like-outside does not say what it is about"),
        (("wether",), "like-outside: what it is about, wether, is not known"),
        (("4.A.9",), "like-outside: what it is about, 4.A.9, is not known"),
    ],
)
def test_a_statement_of_interest_is_about_something_we_know(source: Source, about: tuple[str, ...], what: str) -> None:
    assert source.framework is not None
    said = tuple(replace(s, about=about) if s.id == "like-outside" else s for s in source.framework.statements)
    (problem,) = check(replace(source, framework=replace(source.framework, statements=said)))
    assert problem.what == what
    assert problem.path.name == "interests.yaml" and problem.line is not None


def wrong(matching: Matching, **changed: tuple[str, ...]) -> list[str]:
    """What is found where the words for driving are changed."""
    words = tuple(replace(r, **changed) if r.id == "driving" else r for r in matching.ruled_out)
    return [what for _, what, _ in unsaid(replace(matching, ruled_out=words))]


def test_words_that_rule_something_out_are_checked(catalogue: Catalogue) -> None:
    matching = catalogue.matching
    assert [*unsaid(matching)] == []
    assert wrong(matching, words=("Driv", "camíon")) == [
        "ruled_out: write 'Driv' as 'driv'", "ruled_out: write 'camíon' as 'camion'"
    ]  # fmt: skip
    assert wrong(matching, words=("night",)) == ["ruled_out: 'night' stands for driving and nights"]
    fewer = replace(matching, ruled_out=tuple(r for r in matching.ruled_out if r.id != "blood"))
    assert [what for _, what, _ in unsaid(fewer)] == ["ruled_out has no words for blood"]
    more = replace(
        matching, ruled_out=(*matching.ruled_out, RuledOut(id="dogs", words=("dog",)), matching.ruled_out[0])
    )
    assert [what for _, what, _ in unsaid(more)] == [
        "ruled_out: away stands 2 times", "ruled_out: dogs is nothing that can be ruled out"
    ]  # fmt: skip
