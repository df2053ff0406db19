"""One sheet, whatever the record holds; and what a hiring program or a screen reader finds in PDF and Word."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import docx
import pypdf
import pytest

from navigator import i18n
from navigator.catalogue import languages
from navigator.domain.record import Claim, Contact, Education, Experience, Language
from navigator.formats import qr
from navigator.formats.fitting import SHORTER, fitted_alike, outlines_alike
from navigator.formats.outline import Outline, outline_of
from navigator.formats.summary_docx import PRINTED as ON_WORD
from navigator.formats.summary_html import PRINTED as ON_HTML
from navigator.formats.table import SUMMARIES
from tests.pages import RECORD, page

MADE = date(2026, 11, 22)
MAKE = {e.name: e for e in SUMMARIES}
LONG = "managed the night crew and every order of a very large and busy kitchen in the middle of town " * 3

CROWDED = replace(
    RECORD,
    person=replace(RECORD.person, name=LONG, contact=Contact(email="a@b.org", phone="1", city=LONG, web=LONG)),
    experience=tuple(
        Experience(id=str(n), title=f"{n} {LONG}", employer=LONG, did=("A1", "A2", "A3"), length="long")
        for n in range(40)
    ),
    education=tuple(Education(id=str(n), school=LONG, study=LONG) for n in range(20)),
    claims=tuple(Claim(id=str(n), name=f"{n} {LONG}") for n in range(60)),
    languages=tuple(Language(id=str(n), name=LONG, level=LONG) for n in range(10)),
)
HEADINGS = ["What I can do", "What fits", "What to do next"]


@pytest.mark.parametrize("crowded", [False, True])
def test_the_page_is_one_sheet_in_every_format_that_is_printed(crowded: bool) -> None:
    of = page(CROWDED) if crowded else page()
    reader = pypdf.PdfReader(io.BytesIO(MAKE["pdf"].make(of, MADE)))
    assert len(reader.pages) == 1
    assert len(MAKE["text"].make(of, MADE).decode().splitlines()) <= 66
    for sheet in (ON_HTML, ON_WORD):
        assert sheet.holds(fitted_alike((of,), sheet.holds)[0])


def test_what_matters_most_stays_longest() -> None:
    forms = outlines_alike((page(CROWDED),))[0]
    assert len(forms) > len(SHORTER) / 2
    assert [s.name for s in forms[-1].sections] == HEADINGS
    last = "\n".join(x.whole for s in forms[-1].sections for b in s.blocks for x in b.lines)
    assert "My strongest skills" in last and "American Job Center" in last and "Pay in Ohio" in last
    assert [f.lead for f in forms[-1].foot if f.lead] == [
        "For exploring work only. Not for hiring decisions. Skills are self-reported."
    ]


def test_the_word_document_has_real_headings_and_lists_in_order_and_nothing_beside_the_column() -> None:
    document = docx.Document(io.BytesIO(MAKE["docx"].make(page(), MADE)))
    said = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.text]
    assert said[0] == ("Title", "Mai: my skills and next steps")
    assert [t for s, t in said if s == "Heading 1"] == HEADINGS
    assert [t.split("  ")[0] for s, t in said if s == "Heading 2"] == ["Cook (line cook)", "Care aide", "Welder"]
    assert next(t for s, t in said if s == "List Bullet").startswith("Line cook (two to five years):")
    assert len([t for s, t in said if s == "List Number"]) == 4
    assert (
        not document.tables
        and len(document.sections) == 1
        and "w:cols" not in document.sections[0]._sectPr.xml.replace('<w:cols w:space="720"/>', "")
    )
    words = [x.whole for s in outline_of(page()).sections for b in s.blocks for x in b.lines]
    text = "\n".join(t for _, t in said)
    places = [text.find(w[:60]) for w in words if w[:60] in text]
    assert places == sorted(places) and len(places) > 10


def test_the_pdf_is_tagged_and_reads_in_order() -> None:
    reader = pypdf.PdfReader(io.BytesIO(MAKE["pdf"].make(page(), MADE)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"].startswith("en") and "/StructTreeRoot" in root
    assert reader.metadata is not None and reader.metadata.title == "Mai: my skills and next steps"
    assert b"pdfuaid" in root["/Metadata"].get_data()
    text = " ".join(reader.pages[0].extract_text().split())
    places = [text.find(w) for w in ("Mai: my skills", *HEADINGS, "For exploring work only", "Checksum CN1-")]
    assert -1 not in places and places == sorted(places)


def test_the_qr_code_holds_the_checksum_and_only_words_of_the_page() -> None:
    outline = outline_of(page())
    held = qr.words_of(outline, "CN1-AAAA-AAAA-AAAA-AAAA").splitlines()
    whole = "\n".join(
        [
            outline.title,
            *outline.meta,
            *(f"{b.name}: {b.mark}" for s in outline.sections for b in s.blocks),
            *(x.whole for s in outline.sections for b in s.blocks for x in b.lines),
        ]
    )
    assert held[0] == "CN1-AAAA-AAAA-AAAA-AAAA" and len("\n".join(held).encode()) <= qr.MOST_BYTES
    assert len(held) > 2 and all(line in whole for line in held[1:])
    assert b"http" not in MAKE["html"].make(page(), MADE), "no link, nothing to load"


def test_the_contact_stands_on_the_page_when_there_is_one() -> None:
    made = page(
        replace(RECORD, person=replace(RECORD.person, contact=Contact(email="mai@example.org", phone="555 0100")))
    )
    assert outline_of(made).meta[1] == "555 0100 · mai@example.org"
    assert len(outline_of(page()).meta) == 1


def test_two_languages_are_two_sheets_of_one_file() -> None:
    both = (page(), replace(page(), language="es", title="Mai: lo que sé hacer"))
    for name, many in (("pdf", 2), ("html", 2), ("docx", 2), ("text", 2), ("markdown", 2)):
        data = MAKE[name].make(both, MADE)
        assert i18n.language() == "en"
        if name == "pdf":
            assert len(pypdf.PdfReader(io.BytesIO(data)).pages) == many
        elif name == "docx":
            titles = [p for p in docx.Document(io.BytesIO(data)).paragraphs if p.style and p.style.name == "Title"]
            assert len(titles) == many
        else:
            assert data.decode().lower().count("what to do next") == many


def test_of_a_page_in_two_languages_the_same_is_left_out_of_both() -> None:
    whole = page(CROWDED)
    longer = replace(whole, ideas=tuple(replace(i, what=f"{i.what} {LONG * 4}") for i in whole.ideas))
    first, second = fitted_alike((longer, whole), ON_HTML.holds)
    assert _counts(first) == _counts(second)
    assert _counts(fitted_alike((whole,), ON_HTML.holds)[0]) != _counts(fitted_alike((longer,), ON_HTML.holds)[0])
    forms = outlines_alike((longer, whole))
    assert len(forms[0]) == len(forms[1])


def _counts(outline: Outline) -> list[list[int]]:
    return [[len(b.lines) for b in s.blocks] for s in outline.sections]


def test_the_line_with_the_checksum_is_in_the_language_of_the_page_that_it_ends() -> None:
    english, spanish = languages.speech("es", "en"), languages.speech("en", "es")
    with i18n.speaking(english):
        assert MAKE["text"].make((page(), page()), MADE).decode().rstrip().endswith("a word was changed.")
    with i18n.speaking(spanish):
        assert "a word was changed" not in MAKE["text"].make((page(), page()), MADE).decode()


def test_a_word_page_has_one_plain_letter_in_black_and_no_heading_ends_a_page() -> None:
    document = docx.Document(io.BytesIO(MAKE["docx"].make(page(), MADE)))
    used = {p.style.name for p in document.paragraphs if p.style is not None}
    for name in used:
        style = document.styles[name]
        assert (style.font.name, style.font.size is not None) == ("Arial", True), name
        assert max(style.font.color.rgb) < 0x40, f"{name} is not dark"  # Word's own headings are blue
        assert style.paragraph_format.keep_with_next is name.startswith("Heading"), name
    assert any(name.startswith("Heading") for name in used)
