"""The words of military service and of life at home are data: read with their problems, checked, and used as they stand."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from navigator.catalogue.life import HOME, INSIDE, MILITARY, read_home, read_inside, read_military, unknown
from navigator.catalogue.skill_words import SKILLS, read_skill_words, unknown_words
from navigator.catalogue.store import Catalogue
from navigator.catalogue.title_index import TitleIndex
from navigator.catalogue.title_lexicon import read_lexicon
from navigator.domain.framework import Framework
from navigator.domain.life import Telling

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def spoiled(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """One of the two files with a text replaced."""

    def spoil(name: str, old: str, new: str) -> Path:
        text = (DATA / name).read_text(encoding="utf-8")
        assert old in text
        (tmp_path / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return tmp_path / name

    return spoil


def test_our_own_lists_name_only_what_there_is(catalogue: Catalogue) -> None:
    assert [*unknown(catalogue.framework, catalogue.names)] == []


def test_a_misspelt_entry_is_a_problem_with_its_line(spoiled: Callable[[str, str, str], Path]) -> None:
    for read, path in (
        (read_military, spoiled(MILITARY, "\nbare:", "\nbear:")),
        (read_home, spoiled(HOME, "mainly: 5", "mainly: 0")),
        (read_inside, spoiled(INSIDE, "\nstaff:", "\nstuff:")),
        (read_skill_words, spoiled(SKILLS, "\nweak:", "\nweek:")),
    ):
        found, problems = read(path)
        assert found is None
        assert [(p.path, p.line is not None) for p in problems] == [(path, True)]


def test_words_are_compared_without_accents_and_capitals_however_they_are_written(
    spoiled: Callable[[str, str, str], Path],
) -> None:
    found, problems = read_military(spoiled(MILITARY, "army, navy", "Army, Ejército, navy"))
    assert problems == [] and found is not None
    assert found.alone.words[:3] == ("army", "ejercito", "navy")


def test_what_nothing_else_knows_is_named_with_its_file(catalogue: Catalogue) -> None:
    framework = catalogue.framework
    home = replace(framework.home, often=("4.A.9",), left_out=("cars",), titles=Telling(words=("house wife",)))
    service = replace(framework.service, work=("99-9999.00",))
    inside = replace(framework.inside, guards=("jail guard",))
    wrong: Framework = replace(framework, home=home, service=service, inside=inside)
    assert [(file, what) for file, what, _near in unknown(wrong, catalogue.names)] == [
        (HOME, "the activity 4.A.9 is not known"),
        (HOME, "the group cars is not known"),
        (MILITARY, "the occupation 99-9999.00 is not known"),
        (HOME, "'house wife' is not one word: put it among the phrases"),
        (INSIDE, "'jail guard' is not one word: put it among the phrases"),
    ]


def test_a_skill_that_there_is_not_and_a_word_that_is_never_found_are_named(catalogue: Catalogue) -> None:
    framework = catalogue.framework
    assert [*unknown_words(framework)] == []
    words = replace(framework.words, more=("once more",), skills={"juggling": ("balls",)})
    assert [(file, what) for file, what, _near in unknown_words(replace(framework, words=words))] == [
        (SKILLS, "the skill juggling is not known"),
        (SKILLS, "'once more' is not one word of letters: it is never found"),
    ]


def test_words_for_skills_are_compared_without_accents_however_they_are_written(
    spoiled: Callable[[str, str, str], Path],
) -> None:
    found, problems = read_skill_words(spoiled(SKILLS, "more: [more, mas]", "more: [More, Más]"))
    assert problems == [] and found is not None and found.more == ("more", "mas")


def test_the_title_index_goes_by_the_words_of_the_file(catalogue: Catalogue, tmp_path: Path) -> None:
    shutil.copy(DATA / "titles.yaml", tmp_path)
    shutil.copy(DATA / MILITARY, tmp_path)
    inside, _ = read_inside(DATA / INSIDE)
    lexicon, problems = read_lexicon(tmp_path / "titles.yaml", inside)
    assert problems == [] and lexicon is not None
    assert lexicon.inside_unless == frozenset(catalogue.framework.inside.guards)
    assert lexicon.service == catalogue.framework.service == TitleIndex(catalogue.folder).lexicon.service
    (tmp_path / MILITARY).unlink()
    assert [p.path.name for p in read_lexicon(tmp_path / "titles.yaml", inside)[1]] == [MILITARY]
