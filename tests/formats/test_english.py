"""English words on a page in another language are marked in each format, for programs that read aloud."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from navigator.catalogue import languages
from navigator.catalogue.store import open_catalogue
from navigator.domain.record import Experience, Person, Record, Wants
from navigator.formats.english import patterns, pieces, runs
from navigator.formats.idea import leads
from navigator.formats.outline import outline_of
from navigator.formats.page import Page
from navigator.formats.summary_docx import summary_docx
from navigator.formats.summary_html import summary_html
from navigator.formats.summary_pdf import summary_pdf
from navigator.i18n import Speech, speaking
from navigator.services.page import names_of
from navigator.services.page import page as page_for
from tests import pages
from tests.languages_of import docx_languages, pdf_languages

TODAY = date(2026, 11, 22)


def spanish_page() -> Page:
    with speaking(languages.speech("es")):
        return replace(pages.page(), unclear="Vea: Line Cook. Y linecooks.", english=("line cook", "Cook & go"))


def test_a_text_is_cut_where_english_begins_and_ends() -> None:
    assert [*pieces("Vea: Line Cook.", ("line cook",))] == [("Vea: ", False), ("Line Cook", True), (".", False)]
    assert [*pieces("linecooks", ("line cook", "cook"))] == [("linecooks", False)]
    assert [*pieces("Nada", ())] == [("Nada", False)]
    assert patterns(()) == [] and patterns(("Cook (a)", "RN")) == [r"(?i)\bCook\ \(a\)|\bRN\b"]


def test_html_marks_english_in_a_spanish_summary() -> None:
    made = summary_html([spanish_page()])
    assert '<div class="sheet" lang="es">' in made and 'Vea: <span lang="en">Line Cook</span>. Y linecooks.' in made
    assert 'lang="en"' not in summary_html([replace(spanish_page(), english=())])


def test_word_names_the_language_of_the_summary_and_marks_english_in_it() -> None:
    pytest.importorskip("docx")
    with speaking(languages.speech("es")):
        whole, others = docx_languages(summary_docx([spanish_page()], TODAY))
        plain = docx_languages(summary_docx([replace(spanish_page(), english=())], TODAY))
    assert whole == "es-US" and ("en-US", "Line Cook") in others and plain == ("es-US", [])
    assert docx_languages(summary_docx([pages.page()], TODAY)) == ("en-US", [])


def test_word_names_the_language_of_each_page_of_two() -> None:
    pytest.importorskip("docx")
    whole, others = docx_languages(summary_docx([pages.page(), replace(spanish_page(), english=())], TODAY))
    assert whole == "en-US" and {code for code, _ in others} == {"es-US"}
    assert any("Vea: Line Cook." in text for _, text in others)


def test_a_pdf_marks_english_in_a_spanish_summary() -> None:
    pytest.importorskip("typst")
    pdfs = (summary_pdf([replace(spanish_page(), english=e)], TODAY) for e in ((), ("line cook",)))
    assert [pdf_languages(pdf) for pdf in pdfs] == [{"es-US"}, {"es-US", "en-US"}]


def test_a_title_to_look_for_is_english_only_where_it_is_looked_for() -> None:
    """`Para` is what a teacher aide is called in postings, and the commonest word of a Spanish page."""
    job = Experience(id="job1", title="asistente", code="25-9042.00", kind="paid", length="years")
    with speaking(languages.speech("es")):
        made = page_for(open_catalogue(), Record(id="r", created="", experience=(job,), wants=Wants()), TODAY)
    outline = outline_of(replace(made, unclear="Use esta lista para buscar; también para el conductor que da clases."))
    lines = [x.whole for s in outline.sections for b in s.blocks for x in b.lines]
    marked = [text for line in lines for text, is_english in pieces(line, outline.english) if is_english]
    assert "Teacher aide, Paraprofessional, Para" in marked and "Para" in " ".join(lines)
    assert not [text for text in marked if text.casefold() in ("para", "conductor", "da")]


def test_a_summary_is_made_without_reading_what_makes_a_plan() -> None:
    said = "import sys, navigator.formats.summary_html; print('navigator.formats.plan_page' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True).stdout == "False\n"


@pytest.mark.parametrize(
    ("names", "english"),
    [
        (("Chef", "Head cook", "Head chef"), ["Head cook, Head chef"]),
        (("RN", "Nurse", "Registered nurse"), ["Nurse, Registered nurse"]),
        (("Pharmacy tech", "CNA", "Pharm tech"), ["Pharmacy tech", "Pharm tech"]),
        (("Line cook", "Cook", "Grill cook"), ["Line cook, Cook, Grill cook"]),
        (("RN",), []),
    ],
)
def test_a_name_that_is_the_same_in_both_languages_is_not_marked(names: tuple[str, ...], english: list[str]) -> None:
    with speaking(languages.speech("es")):
        assert runs(names) == english
    with speaking(Speech(code="ht")):  # of a language that we have no such list of, nothing is known
        assert runs(names) == [", ".join(names)]


def test_work_without_a_spanish_name_is_not_told_as_where_work_leads() -> None:
    with speaking(languages.speech("es")):
        spanish = open_catalogue()
        steps = spanish.occupation("39-9031.00").profile.next_steps
        told = leads(spanish.occupation("39-9031.00"), names_of(spanish))
    untold = [s.code for s in steps if spanish.untranslated(s.code)]
    assert untold and not any(spanish.names[code] in told for code in untold)
    with speaking(languages.speech("en")):
        assert leads(open_catalogue().occupation("39-9031.00"), names_of(open_catalogue())) != told


def test_what_is_told_in_english_on_a_spanish_page_is_known() -> None:
    job = Experience(id="job1", title="actuario", code="15-2011.00", kind="paid", length="years")
    record = Record(id="r", created="", person=Person(state="OH"), experience=(job,), wants=Wants(schooling="bachelor"))
    with speaking(languages.speech("es")):
        spanish = open_catalogue()
        made = page_for(spanish, record, TODAY)
    assert spanish.untranslated("15-2011.00") and spanish.names["15-2011.00"] in made.english
    assert spanish.occupation("15-2011.00").profile.what_you_do in made.english
    translated = [i for i in (*made.ideas, *made.more, *made.elsewhere) if not spanish.untranslated(i.code)]
    assert not any(i.name in made.english for i in translated)
