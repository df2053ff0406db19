"""Spanish is complete: every sentence, every text of the data, the words of the 400 largest occupations; plain, and usted."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.catalogue import languages
from navigator.catalogue.language_check import lacking
from navigator.catalogue.store import Catalogue
from navigator.i18n import speaking
from scripts import words
from scripts.ease import ease, syllables

FOLDER = Path(__file__).parents[2] / "data" / "languages" / "es"
LARGEST = 400


def listed(wrong: list[str], most: int = 40) -> str:
    more = [f"... {len(wrong) - most} more"] if len(wrong) > most else []
    return "\n".join(["", *wrong[:most], *more])


def test_every_sentence_of_the_program_is_there_in_spanish_with_the_same_gaps() -> None:
    wrong = words.sentences_wrong("es")
    assert not wrong, listed(wrong)


def test_every_text_of_the_data_files_is_there_in_spanish(catalogue: Catalogue) -> None:
    wrong = lacking(catalogue, FOLDER)
    assert not wrong, listed(wrong)


def test_the_400_largest_occupations_have_spanish_words(catalogue: Catalogue) -> None:
    have = {p.stem for p in (FOLDER / "occupations").glob("*.yaml")}
    assert len(have) >= LARGEST, f"{LARGEST - len(have)} files are missing"
    people = {c: w.employment or 0 for c in catalogue.tables.codes if (w := catalogue.wages(c, "US")) and not w.group}
    largest = sorted(people, key=lambda c: -people[c])[: LARGEST // 2]
    wrong = [f"{c} {catalogue.names[c]}" for c in largest if c not in have]
    assert not wrong, listed(wrong)


def test_nobody_is_called_tu_and_no_english_is_left_in_the_data() -> None:
    wrong = [
        f"{file}: {what}: {text}"
        for file, texts in words.data_texts("es").items()
        for text in texts
        for what in words.odd("es", text)
    ]
    assert not wrong, listed(wrong)


def test_every_part_is_easy_to_read() -> None:
    wrong = [f"{part}: {value:.0f}" for part, value in words.eases("es").items() if value < words.LEAST_EASE]
    assert not wrong, listed(wrong)


@pytest.mark.parametrize(
    ("word", "number"),
    [("cocina", 3), ("país", 2), ("trabajo", 3), ("cuidar", 2), ("que", 1), ("guerra", 2), ("pingüino", 3),
     ("leer", 2), ("soy", 1), ("oír", 2), ("cuidadora", 4), ("aéreo", 4)],
)  # fmt: skip
def test_syllables_are_counted_as_spanish_speakers_hear_them(word: str, number: int) -> None:
    assert syllables(word) == number


def test_easy_sentences_measure_as_easy_and_an_offices_prose_as_hard() -> None:
    hard = "La implementación de metodologías organizacionales interdisciplinarias requiere capacitaciones administrativas."
    assert ease("Lave los platos. Corte el pan.") > 90 and ease(hard) < 20


def test_spanish_words_are_laid_over_everything_that_is_read_and_over_nothing_that_is_reckoned_with(
    catalogue: Catalogue,
) -> None:
    from navigator.catalogue.store import open_catalogue

    with speaking(languages.speech("es")):
        spoken = open_catalogue()
        assert spoken.framework.skills[0].name != catalogue.framework.skills[0].name
        assert spoken.framework.skills[0].elements == catalogue.framework.skills[0].elements
        assert [c.words for c in spoken.matching.cannot] == [c.words for c in catalogue.matching.cannot]
        assert spoken.matching.weights == catalogue.matching.weights
        assert [s.id for s in spoken.guide.stages] == [s.id for s in catalogue.guide.stages]
        assert spoken.licences.keys() == catalogue.licences.keys() and spoken.licences != catalogue.licences
        assert len(spoken.resources("OH")) == len(catalogue.resources("OH"))
