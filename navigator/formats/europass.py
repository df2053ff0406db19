"""Europass (root ``Candidate`` of http://www.europass.eu/1.0), as a file of its own or attached to its PDF.

Elements are found by their local names, since the parts of HR-XML that Europass borrows stand in several namespaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from navigator.domain.errors import BadInput
from navigator.domain.record import GOES_ON, Claim, Contact, Credential, Education, Experience, Language, Person
from navigator.formats.incoming import Brought, Part
from navigator.formats.json_resume_map import date as iso_date
from navigator.formats.json_resume_map import lines, paragraph, text
from navigator.formats.limits import MOST_PARTS, xml_of
from navigator.i18n import _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAMESPACE = "http://www.europass.eu/1.0"
_MARKUP = re.compile(r"<(?:/?(?:p|li|ul|ol|div|br)\b[^>]*)>|<[^>]{1,200}>")


def is_europass(data: bytes) -> bool:
    """Whether an XML file is a Europass."""
    return NAMESPACE.encode() in data[:4096] and b"Candidate" in data[:4096]


def europass_in(data: bytes, name: str) -> Brought:
    """What a Europass XML brings. Raises BadInput."""
    root = xml_of(data, name)
    if root.tag != f"{{{NAMESPACE}}}Candidate":
        raise BadInput(_("{file} is not a Europass: its first element is not Candidate.").format(file=name))
    jobs = [_job(e, f"job{n}") for n, e in _each(root, "EmployerHistory")]
    schools = [_school(e, f"school{n}") for n, e in _each(root, "EducationOrganizationAttendance")]
    papers = [_paper(e, f"paper{n}") for n, e in _each(root, "Certification")]
    tongues, skills = _competencies(root)
    parts: list[Part] = [*jobs, *schools, *papers, *tongues, *skills]
    return Brought(
        person=_person(root),
        experience=tuple(j for j in jobs if j.title or j.employer),
        education=tuple(s for s in schools if s.school or s.study),
        credentials=tuple(p for p in papers if p.name),
        languages=tuple(tongues),
        claims=tuple(skills),
        sources=tuple((p.id, f"Europass, {p.id}") for p in parts),
        notes=tuple(_notes(root)),
    )


def _local(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1]


def _all(root: Element, name: str) -> Iterator[Element]:
    return (e for e in root.iter() if isinstance(e.tag, str) and _local(e) == name)


def _each(root: Element, name: str) -> list[tuple[int, Element]]:
    """The elements of a name, numbered; not those that only hold more of the same name."""
    found = [e for e in _all(root, name) if len(e)]
    return list(enumerate(found[:MOST_PARTS], start=1))


def _first(root: Element, *names: str) -> str:
    """The first text under any of these names, in their order."""
    for name in names:
        for element in _all(root, name):
            found = text("".join(element.itertext()) if len(element) else element.text or "")
            if found:
                return found
    return ""


def _date(root: Element, name: str) -> str:
    holder = next(_all(root, name), None)
    return "" if holder is None else iso_date("".join(holder.itertext()).strip()[:10])


def _description(root: Element) -> tuple[str, ...]:
    """Descriptions hold HTML as text: its paragraphs and list items become lines."""
    found = next((e for e in _all(root, "Description")), None)
    bare = "" if found is None else "".join(found.itertext())
    return lines(_MARKUP.sub("\n", bare).replace("&nbsp;", " ").replace("&amp;", "&").splitlines())


def _person(root: Element) -> Person | None:
    holder = next(_all(root, "CandidatePerson"), None)
    if holder is None:
        return None
    name = text(f"{_first(holder, 'GivenName')} {_first(holder, 'FamilyName')}") or _first(holder, "FormattedName")
    uses = {e: text(_first(e, "URI")) for e in _all(holder, "Communication")}
    email = next((u for u in uses.values() if "@" in u and " " not in u), "").removeprefix("mailto:")
    phone = next(
        (text(_first(e, "FormattedNumber", "DialNumber")) for e in uses if _first(e, "DialNumber", "FormattedNumber")),
        "",
    )
    about = paragraph(_first(root, "ExecutiveSummary"))
    return Person(
        name=name,
        contact=Contact(email=email, phone=phone, city=_first(holder, "CityName")),
        about=_MARKUP.sub(" ", about).strip(),
    )


def _job(element: Element, part_id: str) -> Experience:
    position = next((e for e in _all(element, "PositionHistory") if len(e)), element)
    return Experience(
        id=part_id,
        title=_first(position, "PositionTitle"),
        employer=_first(element, "OrganizationName"),
        place=_first(element, "CityName"),
        start=_date(position, "StartDate"),
        end=_date(position, "EndDate") or (GOES_ON if _first(position, "CurrentIndicator") == "true" else ""),
        details=_description(position),
        origin="imported",
    )


def _school(element: Element, part_id: str) -> Education:
    degree = next((e for e in _all(element, "EducationDegree")), element)
    return Education(
        id=part_id,
        school=_first(element, "OrganizationName"),
        study=_first(degree, "DegreeName"),
        start=_date(element, "StartDate"),
        end=_date(element, "EndDate"),
        details=_description(element),
        origin="imported",
    )


def _paper(element: Element, part_id: str) -> Credential:
    return Credential(
        id=part_id,
        name=_first(element, "CertificationName", "CertificationTypeCode"),
        issuer=_first(element, "IssuingAuthorityName", "OrganizationName"),
        issued=_date(element, "FirstIssuedDate") or _date(element, "IssueDate") or _date(element, "StartDate"),
        expires=_date(element, "EndDate"),
        origin="imported",
    )


def _competencies(root: Element) -> tuple[list[Language], list[Claim]]:
    """Europass keeps languages and skills together; a language says so in its taxonomy."""
    tongues: list[Language] = []
    skills: list[Claim] = []
    mother = [text(e.text) for e in _all(root, "PrimaryLanguageCode")]
    for code in (m for m in mother if m):
        tongues.append(Language(id=f"tongue{len(tongues) + 1}", name=_tongue(code), level="native", origin="imported"))
    for _n, element in _each(root, "PersonCompetency"):
        name = _first(element, "CompetencyName", "CompetencyID")
        if "language" in _first(element, "TaxonomyID").casefold():
            level = ", ".join(dict.fromkeys(text(e.text) for e in _all(element, "ScoreText") if text(e.text)))
            tongues.append(Language(id=f"tongue{len(tongues) + 1}", name=_tongue(name), level=level, origin="imported"))
        elif name:
            skills.append(Claim(id=f"skill{len(skills) + 1}", name=name, origin="imported"))
    return tongues, skills


TONGUES = {
    "eng": "English", "spa": "Spanish", "fra": "French", "fre": "French", "deu": "German", "ger": "German", "por": "Portuguese",
    "ita": "Italian", "pol": "Polish", "ron": "Romanian", "rum": "Romanian", "ukr": "Ukrainian", "rus": "Russian", "ara": "Arabic",
    "zho": "Chinese", "chi": "Chinese", "vie": "Vietnamese", "tur": "Turkish", "ell": "Greek", "nld": "Dutch", "swe": "Swedish",
    "en": "English", "es": "Spanish", "fr": "French", "de": "German", "pt": "Portuguese", "it": "Italian", "pl": "Polish",
    "ro": "Romanian", "uk": "Ukrainian", "ru": "Russian", "ar": "Arabic", "zh": "Chinese", "vi": "Vietnamese", "tr": "Turkish",
}  # fmt: skip
"""Codes of languages that Europass writes; any other code stays as it is."""


def _tongue(code: str) -> str:
    return TONGUES.get(code.casefold(), code)


def _notes(root: Element) -> Iterator[str]:
    if any(True for _e in _all(root, "Attachment")) or any(True for _e in _all(root, "EmbeddedData")):
        yield _("A photo or other attachment was left out.")
    if any(True for _e in _all(root, "PersonQualificationReference")) or any(
        True for _e in _all(root, "EmploymentReference")
    ):
        yield _("References were left out: they are about other people.")
