"""The worksheet on paper, read again from the files: every question once, in order, on few pages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest

from navigator.catalogue.languages import speech
from navigator.catalogue.store import Catalogue, open_catalogue
from navigator.engine.worksheet import Sheet
from navigator.formats.worksheet import worksheet_html, worksheet_pdf
from navigator.formats.worksheet_parts import WorksheetPage
from navigator.i18n import speaking
from navigator.services.worksheet import sheet, worksheet_page


def pdf_text(data: bytes) -> tuple[int, str]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    return len(reader.pages), squeezed("\n".join(p.extract_text() for p in reader.pages))


def squeezed(text: str) -> str:
    """A text without spaces: where a line ends is no part of the words."""
    return re.sub(r"\s+", "", text)


def prompts(page: WorksheetPage) -> Iterator[str]:
    """Every question of a page, in order."""
    yield page.name.label
    for part in page.parts:
        yield part.letter + part.name
        yield from (line.label for line in part.lines)
        for works in part.works:
            yield works.title.label
            yield from (t.prompt for t in works.marks)
        for ticks in part.ticks:
            yield ticks.prompt
            yield from (i.number + i.text for g in ticks.groups for i in g.items)
        for marks in part.tables:
            yield marks.prompt
            yield from (row.text for rows in marks.halves for row in rows)


@pytest.mark.parametrize(("route", "most"), [("standard", 4), ("quick", 2)])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_pdf_holds_every_question_once_in_order_on_few_pages(route: str, most: int, language: str) -> None:
    with speaking(speech(language)):
        page = worksheet_page(open_catalogue(), route)
        pages, text = pdf_text(worksheet_pdf(page))
    assert pages <= most
    at = 0
    for prompt in prompts(page):
        found = text.find(squeezed(prompt), at)
        assert found >= 0, prompt
        at = found + 1
    ticks = [t for part in page.parts for t in part.ticks]
    every = [squeezed(i.number + i.text) for t in ticks for g in t.groups for i in g.items]
    for item in every:  # `17 Some` begins `17 Some college` of another part too
        assert text.count(item) == sum(other.startswith(item) for other in every), item


def test_large_print_is_18_point_and_holds_the_same(catalogue: Catalogue) -> None:
    page = worksheet_page(catalogue, "quick", large=True)
    data = worksheet_pdf(page)
    _pages, text = pdf_text(data)
    assert all(squeezed(p) in text for p in prompts(page))
    assert "font-size: 18pt" in worksheet_html(page).decode()
    from pypdf import PdfReader

    sizes: list[float] = []
    first = PdfReader(io.BytesIO(data)).pages[0]
    first.extract_text(
        visitor_text=lambda text, cm, tm, font, size: sizes.append(size * abs(tm[3])) if text.strip() else None
    )
    assert max(sizes, key=sizes.count) >= 16  # words of help are a little smaller than the 18 points of the questions


def test_the_html_says_its_language_and_escapes_what_it_shows(catalogue: Catalogue) -> None:
    html = worksheet_html(worksheet_page(catalogue, "standard")).decode()
    assert '<html lang="en">' in html and "<script" not in html and "http" not in html
    assert html.count("break-before: page") == 1 and html.count('class="fresh"') == 2


def test_the_code_is_the_same_in_every_language_and_stands_on_the_page(catalogue: Catalogue) -> None:
    with speaking(speech("es")):
        spanish: Sheet = sheet(open_catalogue(), "standard")
    english = sheet(catalogue, "standard")
    assert spanish.code == english.code
    assert english.code in worksheet_html(worksheet_page(catalogue, "standard")).decode()


def test_the_answer_strip_has_room_for_each_section(catalogue: Catalogue) -> None:
    page = worksheet_page(catalogue, "standard")
    boxes = {row.letter: sum(row.bunches) for row in page.strip}
    assert boxes["C"] == 12 and boxes["E"] == 20 and boxes["B"] == 6 and boxes["D"] >= 40
    assert [row.letter for row in page.strip] == list("ABCDEFGHI")


def test_the_lines_to_mark_are_numbered_down_one_side_and_then_the_other(catalogue: Catalogue) -> None:
    made = worksheet_page(catalogue, "standard")
    table = next(t for part in made.parts for t in part.tables)
    numbers = [int(row.number) for half in table.halves for row in half]
    assert len(table.halves) == 2 and numbers == list(range(1, len(numbers) + 1))
    html = worksheet_html(made).decode()
    assert all(f"{row.number}. {row.text}" in html for half in table.halves for row in half)
