"""What can be brought in, as a table you can read: the name, how a file is recognised, who reads it.

The first row that recognises a file reads it. A row without a reader is read by a service: a resume is lines until our
words are laid over it, and a record of ours is merged.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from navigator.domain.errors import BadInput
from navigator.formats import europass, json_resume_in, linkedin, resume_pdf, resume_text
from navigator.formats.incoming import Brought
from navigator.formats.limits import json_of, zip_of
from navigator.i18n import N_, _

RECORD = "record"

Read = Callable[[bytes, str], Brought]
Lines = Callable[[bytes, str], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What can be told of a file at a glance: its name, bytes, kind of content, and its JSON where it is that."""

    name: str
    data: bytes
    kind: str
    json: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One kind of file. ``read`` gives parts, ``lines`` the text of a resume; a record of ours has neither."""

    name: str
    says: str
    recognises: Callable[[Facts], bool]
    read: Read | None = None
    lines: Lines | None = None


def _badges(data: bytes, name: str) -> Brought:
    from navigator.formats.badge_in import badges_in

    return badges_in(data, name)


def _ler_rs(data: bytes, name: str) -> Brought:
    from navigator.formats.ler_rs_in import ler_rs_in

    return ler_rs_in(data, name)


def _europass_pdf(data: bytes, name: str) -> Brought:
    found = next((a for a in resume_pdf.attached(data, name) if europass.is_europass(a)), None)
    if found is None:
        raise BadInput(_("{file} has no Europass in it. Leave --as out to read it as a resume.").format(file=name))
    return europass.europass_in(found, name)


IMPORTS: tuple[Import, ...] = (
    Import(
        name=RECORD,
        says=N_("a navigator record"),
        recognises=lambda f: isinstance(f.json, dict) and str(f.json.get("format", "")).startswith("navigator/record"),
    ),
    Import(
        name="ler-rs",
        says=N_("a learning and employment record (LER-RS)"),
        recognises=lambda f: _is_ler_rs(f.json),
        read=_ler_rs,
    ),
    Import(
        name="badge",
        says=N_("a badge"),
        recognises=lambda f: f.kind in ("png", "svg", "jwt") or _is_badge(f.json),
        read=_badges,
    ),
    Import(
        name="json-resume",
        says=N_("a JSON Resume"),
        recognises=lambda f: isinstance(f.json, dict) and bool({"basics", "work", "education", "skills"} & set(f.json)),
        read=json_resume_in.json_resume_in,
    ),
    Import(
        name="linkedin",
        says=N_("LinkedIn's archive"),
        recognises=lambda f: f.kind == "zip" and linkedin.is_archive(_names(f)),
        read=linkedin.linkedin_in,
    ),
    Import(
        name="europass",
        says=N_("a Europass"),
        recognises=lambda f: f.kind == "xml" and europass.is_europass(f.data),
        read=europass.europass_in,
    ),
    Import(
        name="europass-pdf",
        says=N_("a Europass"),
        recognises=lambda f: f.kind == "pdf" and _has_europass(f),
        read=_europass_pdf,
    ),
    Import(
        name="pdf",
        says=N_("a resume"),
        recognises=lambda f: f.kind == "pdf",
        lines=resume_pdf.pdf_lines,
    ),
    Import(
        name="docx",
        says=N_("a resume"),
        recognises=lambda f: f.kind == "zip" and resume_text.DOCUMENT in _names(f),
        lines=resume_text.docx_lines,
    ),
    Import(
        name="text",
        says=N_("a resume"),
        recognises=lambda f: f.kind == "text",
        lines=resume_text.text_lines,
    ),
)


def named(name: str) -> Import:
    """The row of a name given with --as. Raises BadInput."""
    found = next((i for i in IMPORTS if i.name == name), None)
    if found is None:
        names = ", ".join(i.name for i in IMPORTS)
        raise BadInput(
            _("There is no kind {name!r} to bring in. Choose one of: {names}.").format(name=name, names=names)
        )
    return found


def recognised(data: bytes, name: str) -> Import:
    """The row that knows a file. Raises BadInput with what to do instead."""
    facts = facts_of(data, name)
    found = next((i for i in IMPORTS if i.recognises(facts)), None)
    if found is None:
        raise BadInput(_(REFUSED.get(facts.kind, REFUSED[""])).format(file=name))
    return found


REFUSED = {
    "sealed": N_(
        "{file} is sealed. Open it where it was sealed with 'navigator record unseal', then bring that file in."
    ),
    "old-word": N_("{file} is in an old Word format. Open it and save it as .docx or PDF."),
    "rtf": N_("{file} is in Rich Text Format. Open it and save it as .docx, PDF or plain text."),
    "html": N_("{file} is a web page. Save or print it as PDF."),
    "picture": N_("{file} is a picture: there is no text in it to read. Use the file it was made from."),
    "zip": N_(
        "{file} is an archive that is neither LinkedIn's nor a Word file. Unpack it and bring in one file of it."
    ),
    "json": N_("{file} is JSON of a kind we do not know: no JSON Resume, badge, LER-RS or navigator record."),
    "xml": N_("{file} is XML of a kind we do not know. Of XML files only a Europass can be brought in."),
    "": N_(
        "{file} is of a kind we cannot read. Bring in a PDF, Word (.docx), text or JSON file, or LinkedIn's zip file."
    ),
}
"""What is said of files that look like something else."""

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"age-encryption.org/", "sealed"),
    (b"-----BEGIN AGE ENCRYPTED FILE-----", "sealed"),
    (b"\xd0\xcf\x11\xe0", "old-word"),
    (b"{\\rtf", "rtf"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"RIFF", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"),
)


def facts_of(data: bytes, name: str) -> Facts:
    """What a file is, by its content; its name says nothing certain. Raises BadInput for damaged JSON."""
    kind = next((kind for mark, kind in _BEGINNINGS if data.startswith(mark)), "")
    if not kind and b"%PDF-" in data[:1024]:
        kind = "pdf"
    if kind:
        return Facts(name=name, data=data, kind=kind)
    bare = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if bare.startswith((b"{", b"[")):
        return Facts(name=name, data=data, kind="json", json=json_of(data, name))
    if b"<svg" in bare:
        return Facts(name=name, data=data, kind="svg")
    if bare.startswith((b"<!doctype html", b"<html")):
        return Facts(name=name, data=data, kind="html")
    if bare.startswith(b"<"):
        return Facts(name=name, data=data, kind="xml")
    token = data[:200_000].strip()
    # The last part, the signature, may be missing: then it is a badge that nobody signed, and that is said.
    jwt = re.fullmatch(rb"[\w-]{10,}\.[\w-]{10,}\.[\w-]*", token) is not None
    return Facts(name=name, data=data, kind="jwt" if jwt else _text_kind(data))


def _text_kind(data: bytes) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "text" if marked or b"\0" not in data[:65_536] else "strange"


def _names(facts: Facts) -> list[str]:
    return zip_of(facts.data, facts.name).namelist()


def _has_europass(facts: Facts) -> bool:
    if not resume_pdf.has_attachments(facts.data):
        return False
    return any(europass.is_europass(a) for a in resume_pdf.attached(facts.data, facts.name))


def _is_ler_rs(found: Any) -> bool:
    from navigator.formats.ler_rs_in import is_ler_rs

    return is_ler_rs(found)


def _is_badge(found: Any) -> bool:
    """Open Badges 2 and 3, CLR, or any W3C credential; a list of them too."""
    if isinstance(found, list):
        return bool(found) and all(_is_badge(f) for f in found[:3])
    if not isinstance(found, dict):
        return False
    about = f"{found.get('@context', '')} {found.get('type', '')} {found.get('verifiableCredential', '') != ''}"[:4000]
    return any(
        word in about
        for word in (
            "openbadge",
            "ob/v3p0",
            "clr/v2p0",
            "Assertion",
            "AchievementCredential",
            "VerifiableCredential",
            "credentials/v",
        )
    )
