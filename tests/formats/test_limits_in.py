"""Nasty files are refused with a sentence that names the file, before they can do harm. All of them are made here."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.domain.errors import BadInput, MissingExtra, NotFound, Refusal
from navigator.formats import imports, limits
from navigator.formats.linkedin import linkedin_in
from navigator.formats.resume_pdf import pdf_lines
from navigator.formats.resume_text import docx_lines, text_lines


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def pdf(
    add: str = "",
    text: str = "BT /F1 12 Tf 50 700 Td (A line of text that is long enough to be read as a resume.) Tj ET",
) -> bytes:
    """A small PDF written by hand; ``add`` goes into its catalog."""
    bodies = [
        f"<< /Type /Catalog /Pages 2 0 R {add} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(bodies) + 1} /Root 1 0 R >>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF".encode()


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(BadInput, match=r"large\.pdf is 200 MB; at most 100 MB"):
        limits.read(large)


def test_folders_pipes_devices_and_nothing_are_refused(tmp_path: Path) -> None:
    pipe, empty = tmp_path / "pipe", tmp_path / "empty"
    os.mkfifo(pipe)
    empty.write_bytes(b"\n \0")
    with pytest.raises(BadInput, match="is a folder"):
        limits.read(tmp_path)
    with pytest.raises(BadInput, match="device or a pipe"):
        limits.read(pipe)
    with pytest.raises(BadInput, match="device or a pipe"):
        limits.read(Path("/dev/zero"))
    with pytest.raises(BadInput, match="is empty"):
        limits.read(empty)
    with pytest.raises(NotFound, match="There is no file"):
        limits.read(tmp_path / "missing")


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = zipped({"Skills.csv": b"Name\n" + b"0" * 9_000_000})
    with pytest.raises(BadInput, match="too large when it is unpacked"):
        linkedin_in(bomb, "bomb.zip")
    with pytest.raises(BadInput, match="too large when it is unpacked"):
        docx_lines(zipped({"word/document.xml": b"<a>" + b" " * 9_000_000 + b"</a>"}), "bomb.docx")


@pytest.mark.parametrize(
    "name", ["../Skills.csv", "/etc/Skills.csv", "a/../../Skills.csv", "C:\\Skills.csv", "..\\Skills.csv"]
)
def test_names_that_lead_out_of_the_archive_are_refused(name: str) -> None:
    with pytest.raises(BadInput, match="leads out of the archive"):
        linkedin_in(zipped({name: b"Name\nx\n"}), "bad.zip")


def test_too_many_files_in_an_archive_are_refused() -> None:
    with pytest.raises(BadInput, match="at most 5000"):
        limits.zip_of(zipped({f"{n}": b"" for n in range(5001)}), "many.zip")


def test_a_cut_archive_and_a_locked_one_are_refused() -> None:
    whole = zipped({"Skills.csv": b"Name\nx\n"})
    with pytest.raises(BadInput, match="damaged or cut short"):
        linkedin_in(whole[:-30], "cut.zip")
    locked = bytearray(whole)
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        locked[locked.index(mark) + (6 if mark == b"PK\x03\x04" else 8)] |= 1
    with pytest.raises(BadInput, match="password"):
        linkedin_in(bytes(locked), "locked.zip")


def test_entities_in_a_word_file_are_refused() -> None:
    body = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>'
    with pytest.raises(BadInput, match="entities"):
        docx_lines(zipped({"word/document.xml": body}), "bad.docx")


def test_json_nested_too_deep_is_refused_and_brackets_in_text_are_not_counted() -> None:
    with pytest.raises(BadInput, match="nested too deep"):
        limits.json_of(b"[" * 200 + b"]" * 200, "deep.json")
    assert limits.json_of(b'{"a": "' + b"[" * 200 + b'\\"["}', "text.json") == {"a": "[" * 200 + '"['}
    with pytest.raises(BadInput, match="damaged"):
        limits.json_of(b'{"a": ', "cut.json")
    assert limits.depth_of(b"[" * 500_000) == 500_000


@pytest.mark.parametrize(
    "action",
    [
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
        "/OpenAction << /S /Launch /F (/bin/sh) >>",
        "/AA << /WC << /S /SubmitForm /F (http://example.org) >> >>",
        "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (x) >>] >> >>",
    ],
)
def test_a_pdf_that_acts_is_refused(action: str) -> None:
    with pytest.raises(BadInput, match=r"bad\.pdf has a script or an action"):
        pdf_lines(pdf(action), "bad.pdf")


def test_a_plain_pdf_is_read_and_a_link_in_it_does_no_harm() -> None:
    link = "/OpenAction << /S /GoTo /D [3 0 R /Fit] >>"
    assert pdf_lines(pdf(link), "good.pdf") == ["A line of text that is long enough to be read as a resume."]


def test_a_picture_of_a_page_is_said_to_be_one() -> None:
    with pytest.raises(BadInput, match="picture of a page"):
        pdf_lines(pdf(text="BT /F1 12 Tf (Page 1) Tj ET"), "scan.pdf")


def test_a_page_that_unpacks_to_far_too_much_is_refused() -> None:
    with pytest.raises(BadInput, match="far more than a page can"):
        pdf_lines(pdf(text="BT " + "(a) Tj " * 600_000 + "ET"), "bomb.pdf")


def test_a_locked_pdf_and_a_long_one_are_refused() -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    for _n in range(41):
        writer.add_blank_page(10, 10)
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(BadInput, match="more than 40 pages"):
        pdf_lines(out.getvalue(), "book.pdf")
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(BadInput, match="locked with a password"):
        pdf_lines(out.getvalue(), "locked.pdf")


@settings(max_examples=60)
@given(st.integers(0, 600), st.binary(min_size=1, max_size=12))
def test_a_damaged_pdf_is_a_sentence_or_text(at: int, noise: bytes) -> None:
    whole = pdf()
    broken = whole[:at] + noise + whole[at + len(noise) :]
    try:
        assert pdf_lines(broken, "broken.pdf")
    except BadInput as refused:
        assert "broken.pdf" in str(refused)


@settings(max_examples=150)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"{", b"[", b"<", b"%PDF-1.4\n", b"\x89PNG\r\n\x1a\n", b"\xff\xfe"]),
)
def test_any_bytes_are_a_sentence_or_parts(noise: bytes, start: bytes) -> None:
    data = start + noise
    try:
        kind = imports.recognised(data, "strange.bin")
        if kind.read is not None:
            kind.read(data, "strange.bin")
        elif kind.lines is not None:
            kind.lines(data, "strange.bin")
    except MissingExtra:
        pytest.skip("a reader is not installed")
    except Refusal as refused:
        assert len(str(refused)) > 20


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"age-encryption.org/v1\n-> X25519", "sealed"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 40, "old Word format"),
        (b"{\\rtf1 hello}", "Rich Text"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b"\xff\xd8\xff\xe0 photo", "picture"),
        (b'{"hello": 1}', "kind we do not know"),
        (b"<note/>", "XML of a kind"),
        (b"\x7fELF\0\0\0", "of a kind we cannot read"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(data: bytes, word: str) -> None:
    with pytest.raises(BadInput, match=word):
        imports.recognised(data, "file")


def test_text_comes_in_from_three_encodings_and_noise_does_not() -> None:
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        assert text_lines("Café cook\nPrep".encode(encoding), "x.txt") == ["Café cook", "Prep"]
    with pytest.raises(BadInput, match="no text that can be read"):
        text_lines(bytes(range(1, 32)) * 40 + b"\x81\x8d", "noise.txt")


def test_every_row_of_the_table_says_what_it_is_and_a_kind_that_is_none_is_refused_with_those_there_are() -> None:
    assert all(i.says for i in imports.IMPORTS)
    with pytest.raises(BadInput, match="Choose one of: record, ler-rs, badge"):
        imports.named("fax")
