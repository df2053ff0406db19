"""The words that people say and agree to: each is about something we know."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from navigator.catalogue.check import check
from navigator.catalogue.check_said import unsaid
from navigator.catalogue.load import Source, load
from navigator.catalogue.schema import InterestsFile
from navigator.catalogue.source import read_yaml
from navigator.catalogue.store import Catalogue
from navigator.domain.matching import Matching, RuledOut

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def source() -> Source:
    return load(DATA)


@pytest.mark.parametrize(
    ("about", "what"),
    [
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


def test_a_statement_of_interest_that_is_about_nothing_is_refused(source: Source, tmp_path: Path) -> None:
    text = (source.data / "interests.yaml").read_text(encoding="utf-8")
    path = tmp_path / "interests.yaml"
    path.write_text(re.sub(r"about: \[[^]]*\]", "about: []", text, count=1), encoding="utf-8")
    file, (problem,) = read_yaml(path, InterestsFile)
    assert file is None and "about" in problem.what
    assert path.read_text(encoding="utf-8").splitlines()[(problem.line or 0) - 1].count("about: []") == 1


def test_a_problem_of_the_words_that_rule_out_is_found_at_the_words(source: Source) -> None:
    """The same name stands in `cannot` before them."""
    assert source.matching is not None and source.matching.ruled_out[0].id == "away"
    twice = (*source.matching.ruled_out, source.matching.ruled_out[0])
    (problem,) = check(replace(source, matching=replace(source.matching, ruled_out=twice)))
    assert problem.what == "ruled_out: away stands 2 times"
    assert (
        problem.path.read_text(encoding="utf-8")
        .splitlines()[(problem.line or 0) - 1]
        .startswith("  - {id: away, words: [")
    )


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
