"""The checksum on a page: any changed word is found, in every format; what editors and mail programs do is not."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.domain.errors import BadInput
from navigator.formats.checksum import BLANK, LETTERS, checksum, mark, marked, squeezed, standing_on, state_of
from navigator.formats.read_back import READERS, kind_of, text_of_docx, text_of_html, text_of_pdf
from navigator.formats.table import SUMMARIES, Export
from tests.pages import RECORD, page

MADE = date(2026, 11, 22)
EVERY = pytest.mark.parametrize("export", SUMMARIES, ids=[e.name for e in SUMMARIES])


@EVERY
def test_a_fresh_page_is_unchanged(export: Export) -> None:
    data = export.make(page(), MADE)
    assert state_of(export.read_back(data)) == "unchanged"
    assert READERS[kind_of(data)](data).split() == export.read_back(data).split()


@EVERY
@pytest.mark.parametrize("name", ["Mai", "محمد علي", "Zoë O'Hara & <Co>", "CN1-0000-0000-0000-0000"])
def test_names_of_any_kind_do_not_disturb_it(export: Export, name: str) -> None:
    data = export.make(page(replace(RECORD, person=replace(RECORD.person, name=name))), MADE)
    assert state_of(export.read_back(data)) == "unchanged"


@pytest.mark.parametrize("export", [e for e in SUMMARIES if e.screen], ids=lambda e: e.name)
@pytest.mark.parametrize(
    ("old", "new"), [("Listening", "Leading"), ("18.76", "28.76"), ("two", "ten"), ("Ohio", "Iowa")]
)
def test_one_changed_word_is_found(export: Export, old: str, new: str) -> None:
    text = export.make(page(), MADE).decode()
    assert re.search(old, text, re.IGNORECASE)
    assert state_of(export.read_back(re.sub(old, new, text, count=1, flags=re.IGNORECASE).encode())) == "changed"


def test_one_changed_word_is_found_in_a_word_document_wherever_it_stands() -> None:
    data = next(e for e in SUMMARIES if e.name == "docx").make(page(), MADE)
    assert state_of(text_of_docx(with_part(data, b"Ohio", b"Iowa"))) == "changed"
    assert (
        state_of(text_of_docx(with_part(data, b"</w:body>", b"<w:p><w:r><w:t>more</w:t></w:r></w:p></w:body>")))
        == "changed"
    )


def with_part(data: bytes, old: bytes, new: bytes) -> bytes:
    """A Word document with something in its text replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as found, zipfile.ZipFile(out, "w") as target:
        for name in found.namelist():
            part = found.read(name)
            assert name != "word/document.xml" or old in part
            target.writestr(name, part.replace(old, new) if name == "word/document.xml" else part)
    return out.getvalue()


def test_one_changed_word_is_found_in_a_pdf() -> None:
    export = next(e for e in SUMMARIES if e.name == "pdf")
    changed = page(replace(RECORD, person=replace(RECORD.person, name="Mia")))
    code = standing_on(text_of_pdf(export.make(page(), MADE)))
    forged = export.lay_out((changed,), MADE, code)
    assert standing_on(text_of_pdf(forged)) == code and state_of(text_of_pdf(forged)) == "changed"


def test_hiding_a_line_or_adding_a_script_in_html_is_found() -> None:
    text = next(e for e in SUMMARIES if e.name == "html").make(page(), MADE).decode()
    for old, new in (("</body>", "<script>1</script></body>"), ("<h2 ", '<h2 style="display:none" '), ("1.45", "0.01")):
        assert old in text and state_of(text_of_html(text.replace(old, new, 1).encode())) == "changed"


def test_line_ends_and_spaces_do_not_count() -> None:
    text = next(e for e in SUMMARIES if e.name == "text").make(page(), MADE).decode()
    for same in (text.replace("\n", "\r\n"), f"\ufeff{text}\n\n", text.replace(" ", "  "), text.replace(" ", "\u00a0")):
        assert state_of(same) == "unchanged"


@given(st.text(), st.text())
def test_different_texts_have_different_checksums(one: str, other: str) -> None:
    code = checksum(one)
    assert re.fullmatch(rf"CN1(-[{LETTERS}]{{4}}){{4}}", code)
    assert (checksum(other) == code) == (squeezed(one) == squeezed(other)) or standing_on(one + other)


@given(st.text())
def test_a_text_with_its_checksum_is_unchanged(text: str) -> None:
    data = marked(lambda code: f"{text}\n{mark(code)}\n".encode("utf-8", "replace"), READERS["text"])
    assert state_of(READERS["text"](data)) == "unchanged" and BLANK not in data.decode()[len(text) :]


def test_a_text_without_a_checksum_is_no_page_of_ours() -> None:
    assert state_of("Dear sir,") == "none" and state_of("CN1-0000-0000-0000-000U") == "none"


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("pdf", b"%PDF-1.7\nnothing"),
        ("docx", b"PK\x03\x04 cut short"),
        ("text", b"\xff\xfe\x00\x80\x81"),
    ],
)
def test_a_damaged_file_is_refused_with_a_sentence(form: str, data: bytes) -> None:
    with pytest.raises(BadInput, match=r"This file is (not text|damaged or cut short)"):
        READERS[form](data)


def zipped(content: bytes = b"<a/>", times: int = 1) -> bytes:
    """A Word document with one part, or with the same part several times."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        warnings.simplefilter("ignore", UserWarning)
        for _n in range(times):
            target.writestr("word/document.xml", content)
    return out.getvalue()


def locked(data: bytes) -> bytes:
    """The same archive with the mark of a password on its parts."""
    where = data.index(b"PK\x01\x02") + 8
    return data[:6] + b"\x01" + data[7:where] + b"\x01" + data[where + 1 :]


def scrambled(data: bytes) -> bytes:
    """The same archive with other bytes in the middle of its first part."""
    start = 30 + len("word/document.xml")
    return data[: start + 2] + bytes(b ^ 0x5A for b in data[start + 2 : start + 30]) + data[start + 30 :]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (locked(zipped()), "locked with a password"),
        (scrambled(zipped(b"<a>" + bytes(range(32, 60)) * 40 + b"</a>")), "damaged or cut short"),
        (zipped(b'<?xml version="1.0" encoding="klingon"?><a/>'), "damaged or cut short"),
        (zipped(b"<a>" * 5_000 + b"</a>" * 5_000), "nested too deep"),
        (zipped(times=2), "there twice"),
    ],
    ids=["locked", "scrambled", "odd letters", "deep", "twice"],
)
def test_a_locked_damaged_or_strange_word_document_is_a_sentence_and_no_crash(data: bytes, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        text_of_docx(data)


def test_a_locked_pdf_is_a_sentence_and_no_crash() -> None:
    from pypdf import PdfReader, PdfWriter

    made = next(e for e in SUMMARIES if e.name == "pdf").make(page(), MADE)
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(made))), io.BytesIO()
    writer.encrypt("secret")
    writer.write(out)
    with pytest.raises(BadInput, match="locked with a password"):
        text_of_pdf(out.getvalue())


def test_a_word_document_that_would_unpack_to_something_huge_or_has_entities_is_refused() -> None:
    for content in (b"x" * 6_000_000, b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            target.writestr("word/document.xml", content)
        with pytest.raises(BadInput, match=r"not a page of ours|entities or a document type"):
            text_of_docx(out.getvalue())
