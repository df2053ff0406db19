"""LinkedIn's archive (Settings, Data privacy, Get a copy of your data) as parts of a record.

Only the files in FILES are opened. The archive holds much about other people too (connections, messages, invitations,
endorsements): those files are never read.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import TypeVar

from navigator.domain.errors import BadInput
from navigator.domain.record import GOES_ON, Claim, Contact, Credential, Education, Experience, Language, Person
from navigator.formats.incoming import Brought
from navigator.formats.json_resume_map import lines, paragraph, text
from navigator.formats.limits import MOST_PARTS, text_of, unpacked, zip_of
from navigator.i18n import _, ngettext

FILES = ("Profile.csv", "Positions.csv", "Education.csv", "Skills.csv", "Certifications.csv", "Languages.csv")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

Cells = dict[str, str]
P = TypeVar("P")


def is_archive(names: list[str]) -> bool:
    """Whether a zip file with these names is LinkedIn's archive."""
    return any(_bare(name) in FILES for name in names)


def linkedin_in(data: bytes, name: str) -> Brought:
    """What LinkedIn's archive brings. Raises BadInput."""
    archive = zip_of(data, name)
    inside = {_bare(n): n for n in reversed(archive.namelist()) if _bare(n) in FILES}
    if not inside:
        raise BadInput(
            _(
                "{file} is not LinkedIn's archive: none of {files} is in it. Give the zip file as it was downloaded."
            ).format(file=name, files=", ".join(FILES[:2]))
        )
    places: list[tuple[str, str]] = []

    def parts(file: str, mark: str, make: Callable[[Cells, str], P]) -> tuple[P, ...]:
        rows = _rows(archive, inside[file], name) if file in inside else []
        places.extend((f"{mark}{line}", f"{file}, {_row_words(row)}") for line, row in rows)
        return tuple(make(row, f"{mark}{line}") for line, row in rows[:MOST_PARTS])

    people = parts("Profile.csv", "you", lambda row, _id: _person(row))
    return Brought(
        person=people[0] if people else None,
        experience=tuple(j for j in parts("Positions.csv", "job", _job) if j.title or j.employer),
        education=tuple(s for s in parts("Education.csv", "school", _school) if s.school or s.study),
        credentials=tuple(c for c in parts("Certifications.csv", "paper", _paper) if c.name),
        claims=tuple(c for c in parts("Skills.csv", "skill", _claim) if c.name),
        languages=tuple(t for t in parts("Languages.csv", "tongue", _language) if t.name),
        sources=tuple(places),
        notes=tuple(_notes(len(archive.namelist()) - len(inside))),
    )


def _notes(unread: int) -> Iterator[str]:
    if unread > 0:
        yield ngettext(
            "One other file of the archive was not opened: it may be about other people.",
            "{count} other files of the archive were not opened: they may be about other people.",
            unread,
        ).format(count=unread)


def _bare(inside: str) -> str:
    return inside.rsplit("/", 1)[-1]


def _rows(archive: zipfile.ZipFile, inside: str, name: str) -> list[tuple[int, Cells]]:
    """The rows of one table with their line; LinkedIn puts remarks above the header of some."""
    content = text_of(unpacked(archive, inside, name), f"{name}: {inside}")
    reader = csv.reader(content.splitlines(keepends=True))
    header: list[str] = []
    rows: list[tuple[int, Cells]] = []
    try:
        for cells in reader:
            if not header:
                header = [c.strip() for c in cells] if _is_header(cells) else []
            elif any(c.strip() for c in cells):
                rows.append((reader.line_num, dict(zip(header, cells, strict=False))))
    except csv.Error as error:
        raise BadInput(
            _("{file}: the table {table} is damaged. Download the archive again.").format(file=name, table=inside)
        ) from error
    return rows


def _is_header(cells: list[str]) -> bool:
    known = {"First Name", "Company Name", "School Name", "Name", "Title"}
    return bool(known & {c.strip() for c in cells})


def _row_words(row: Cells) -> str:
    """A row as one line, to show where something came from."""
    said = "; ".join(text(v) for v in row.values() if isinstance(v, str) and v.strip())
    return repr(said if len(said) <= 60 else said[:59] + "…")


def date(value: str) -> str:
    """``Mar 2019`` as 2019-03; a year alone as it is; empty for anything else."""
    words = text(value).replace(",", " ").split()
    year = next((w for w in words if re.fullmatch(r"(19|20)\d\d", w)), "")
    month = next((MONTHS.index(w[:3].lower()) + 1 for w in words if w[:3].lower() in MONTHS), 0)
    day = next((int(w) for w in words if re.fullmatch(r"[1-9]|[12]\d|3[01]", w)), 0)
    if not year or not month:
        return year
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


def _person(row: Cells) -> Person:
    name = text(f"{row.get('First Name', '')} {row.get('Last Name', '')}")
    about = paragraph(row.get("Summary", "")) or text(row.get("Headline", ""))
    return Person(name=name, contact=Contact(city=text(row.get("Geo Location", ""))), about=about)


def _job(row: Cells, part_id: str) -> Experience:
    return Experience(
        id=part_id,
        title=text(row.get("Title", "")),
        employer=text(row.get("Company Name", "")),
        place=text(row.get("Location", "")),
        start=date(row.get("Started On", "")),
        end=date(row.get("Finished On", "")) or (GOES_ON if date(row.get("Started On", "")) else ""),
        details=lines(row.get("Description", "").splitlines()),
        origin="imported",
    )


def _school(row: Cells, part_id: str) -> Education:
    return Education(
        id=part_id,
        school=text(row.get("School Name", "")),
        study=text(row.get("Degree Name", "")),
        start=date(row.get("Start Date", "")),
        end=date(row.get("End Date", "")),
        details=lines([*row.get("Notes", "").splitlines(), *row.get("Activities", "").splitlines()]),
        origin="imported",
    )


def _paper(row: Cells, part_id: str) -> Credential:
    return Credential(
        id=part_id,
        name=text(row.get("Name", "")),
        issuer=text(row.get("Authority", "")),
        issued=date(row.get("Started On", "")),
        expires=date(row.get("Finished On", "")),
        number=text(row.get("License Number", "")),
        web=text(row.get("Url", "")),
        origin="imported",
    )


def _claim(row: Cells, part_id: str) -> Claim:
    return Claim(id=part_id, name=text(row.get("Name", "")), origin="imported")


def _language(row: Cells, part_id: str) -> Language:
    return Language(
        id=part_id, name=text(row.get("Name", "")), level=text(row.get("Proficiency", "")), origin="imported"
    )
