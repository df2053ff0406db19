"""Spanish is complete: every sentence, every text of the data, the words of the 400 largest occupations; plain, and usted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog as Sentences

from bench import titles_es
from navigator.catalogue import languages
from navigator.catalogue.language_check import lacking
from navigator.catalogue.store import Catalogue, open_catalogue
from navigator.formats import plan_page
from navigator.i18n import _, speaking
from navigator.services import iep
from scripts import words
from scripts.ease import ease, syllables
from tests.running import navigator

FOLDER = Path(__file__).parents[2] / "data" / "languages" / "es"
LARGEST = 400


def listed(wrong: list[str], most: int = 40) -> str:
    more = [f"... {len(wrong) - most} more"] if len(wrong) > most else []
    return "\n".join(["", *wrong[:most], *more])


@pytest.fixture(scope="module")
def ours() -> Sentences:
    """Every sentence of the program: gathered once, since the whole code is read for it."""
    return words.template()


def test_every_sentence_of_the_program_is_there_in_spanish_with_the_same_gaps(ours: Sentences) -> None:
    wrong = words.sentences_wrong("es", ours)
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


def test_the_diploma_has_one_name() -> None:
    others = re.compile(r"diploma de (?:la )?(?:preparatoria|secundaria|bachillerato)", re.IGNORECASE)
    texts = [t for some in words.data_texts("es").values() for t in some]
    texts.append((FOLDER / "navigator.po").read_text(encoding="utf-8"))
    assert [t for t in texts if others.search(t)] == [] and any("diploma de high school" in t for t in texts)


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
    with speaking(languages.speech("es")):
        spoken = open_catalogue()
        assert spoken.framework.skills[0].name != catalogue.framework.skills[0].name
        assert spoken.framework.skills[0].elements == catalogue.framework.skills[0].elements
        assert [c.id for c in spoken.matching.cannot] == [c.id for c in catalogue.matching.cannot]
        assert [c.text for c in spoken.matching.cannot] != [c.text for c in catalogue.matching.cannot]
        cocinero, cook = spoken.occupation("35-2014.00").profile, catalogue.occupation("35-2014.00").profile
        assert cocinero.asks_for == cook.asks_for and cocinero.where != cook.where
        assert spoken.matching.weights == catalogue.matching.weights
        assert [s.id for s in spoken.guide.stages] == [s.id for s in catalogue.guide.stages]
        assert spoken.licences.keys() == catalogue.licences.keys() and spoken.licences != catalogue.licences
        assert len(spoken.resources("OH")) == len(catalogue.resources("OH"))


def test_common_spanish_titles_that_nothing_was_tuned_on_find_their_occupation_among_five(catalogue: Catalogue) -> None:
    asked = titles_es.titles()
    assert len(asked) >= 300 and len({t.text for t in asked}) == len(asked)
    known = {code[:7] for code in catalogue.names}
    assert not [t.text for t in asked if not t.right <= known]
    with speaking(languages.speech("es")):
        share = titles_es.measured(open_catalogue(), asked, bare=True)
    assert share.five >= titles_es.GOAL, listed([text for text, _found in share.missed])


def test_a_sentence_inside_an_f_string_is_found_for_the_translators_too(ours: Sentences) -> None:
    found = {message for _file, message in words.inside_f_strings()}
    assert "Date" in found and found <= {m.id for m in words.messages(ours)}


def test_a_plan_for_a_counselor_speaks_of_the_person_in_spanish_too() -> None:
    with speaking(languages.speech("es")):
        for sentence in (
            _("It takes {months} of training, more than you said."),
            _("The middle pay here is less than you said you need."),
            _("It often asks what you ruled out: {what}."),
            _("You need this: {what}."),
            _("It asks much more preparation than the work you have done."),
        ):
            assert "usted" in sentence.casefold() and "usted" not in iep.told(sentence).casefold()


def test_no_month_has_the_same_word_in_a_short_date_as_in_another_language() -> None:
    with speaking(languages.speech("es")):
        assert [plan_page.spoken(f"2026-{m:02}-05") for m in (1, 4, 5, 8, 12)] == [
            "5 ene 2026", "5 abr 2026", "5 may 2026", "5 ago 2026", "5 dic 2026",
        ]  # fmt: skip
    assert plan_page.spoken("2026-05-05") == "May 5, 2026"


def test_the_nation_and_a_wrong_command_are_said_in_spanish() -> None:
    with speaking(languages.speech("es")):
        assert open_catalogue().areas["US"] == "Estados Unidos" and open_catalogue().area("US") == "US"
    assert "¿Quiso decir 'match'" in navigator("macht", "--language", "es").err


def test_postings_are_looked_for_by_the_titles_that_employers_write(catalogue: Catalogue) -> None:
    ours = catalogue.occupation("31-1131.00").profile
    with speaking(languages.speech("es")):
        theirs = open_catalogue().occupation("31-1131.00").profile
    assert theirs.also_called != ours.also_called
    assert theirs.in_postings == ours.in_postings == ours.also_called[:3]
