"""JSON Resume 1.0.0 and our record, field by field, both ways. The reader and the writer both go through this table.

| JSON Resume                                | the record                                                    |
|--------------------------------------------|---------------------------------------------------------------|
| basics.name, email, phone, url, summary    | person.name, contact.email, .phone, .web, person.about        |
| basics.location.city, .region              | contact.city, person.state (its two letters, where it is one) |
| work[].position, name, location            | experience title, employer, place                             |
| work[].startDate, endDate                  | start, end: only whole ISO dates, months or years; a work     |
|                                            | that began and has no end goes on, as JSON Resume has it      |
| work[].summary and highlights              | details: the summary's lines first; written as highlights     |
| volunteer[].organization, else as work     | the same, of kind volunteer; its place has no field           |
| education[].institution, area, courses     | school, study, details                                        |
| education[].studyType                      | level in the fixed words of STUDY_TYPES, or "Training"        |
| certificates[].name, date, url, issuer     | credential name, issued, web, issuer                          |
| skills[].name, level, keywords             | claim name, level, details                                    |
| languages[].language, fluency              | language name, level                                          |

A study type in other words goes in front of the study ("B.S., Nursing"). What the record has and JSON Resume has not
(evidence, expiry, number, kind of unpaid work) is not written; what JSON Resume has and the record has not (awards,
publications, projects, interests, references, profiles, photo) is not kept, and the reader says so.
Every text is cleaned the same way in both directions, so that writing, reading and writing again gives the same file.
"""

from __future__ import annotations

import re
from typing import Any

from navigator.domain.record import (
    GOES_ON,
    Claim,
    Contact,
    Credential,
    Education,
    Experience,
    Language,
    Person,
    Schooling,
)
from navigator.engine.partial_dates import NOW
from navigator.engine.validate import clean_line

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

STUDY_TYPES: dict[Schooling, str] = {
    "none": "No diploma yet",
    "high_school": "High school diploma or GED",
    "some_college": "Some college",
    "certificate": "Certificate",
    "associate": "Associate degree",
    "bachelor": "Bachelor's degree",
    "master": "Master's degree",
    "doctor": "Doctoral degree",
}
TRAINING = "Training"
MOST_TEXT = 2_000
MOST_LINES = 60

_DATE = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_MARK = re.compile(r"^(?:[-*•‣▪●◦–—·]\s+)+")

Item = dict[str, Any]


def text(value: object) -> str:
    """One line of text, as kept and as written; empty for anything that is no text or number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return clean_line(str(value))[:MOST_TEXT].strip()


def paragraph(value: object) -> str:
    """A few lines of text, each clean, empty ones dropped."""
    return "\n".join(lines(value.splitlines())) if isinstance(value, str) else text(value)


def lines(values: object) -> tuple[str, ...]:
    """The lines of a list, without the marks of bullets; each once is not asked for, empty ones are dropped."""
    found = (_MARK.sub("", text(v)).strip() for v in values) if isinstance(values, list | tuple) else ()
    return tuple(line for line in found if line)[:MOST_LINES]


def date(value: object) -> str:
    """A date as precise as it is given; empty for what JSON Resume would not take."""
    found = text(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\dT.*", found):
        found = found[:10]
    return found if _DATE.fullmatch(found) else ""


def _ending(item: Item) -> str:
    """When a work ended; where it began and no end is given, or the end says so (`Present`), it goes on."""
    said = text(item.get("endDate")).casefold()
    begun = not said and date(item.get("startDate"))
    return GOES_ON if begun or said in NOW else date(item.get("endDate"))


def full(**fields: object) -> Item:
    """An item without its empty fields."""
    return {k: v for k, v in fields.items() if v not in ("", [], {}, None)}


def basics_of(person: Person) -> Item:
    """What the person told, as basics."""
    contact = person.contact
    return full(
        name=text(person.name),
        email=text(contact.email),
        phone=text(contact.phone),
        url=text(contact.web),
        summary=paragraph(person.about),
        location=full(city=text(contact.city), region=text(person.state)),
    )


def person_of(basics: Item) -> Person:
    """Basics, as what the person told."""
    found = basics.get("location")
    location: Item = found if isinstance(found, dict) else {}
    contact = Contact(
        email=text(basics.get("email")),
        phone=text(basics.get("phone")),
        city=text(location.get("city")),
        web=text(basics.get("url")),
    )
    name, state = text(basics.get("name")), text(location.get("region"))
    return Person(name=name, state=state, contact=contact, about=paragraph(basics.get("summary")))


def work_of(job: Experience, said: tuple[str, ...] | None = None) -> Item:
    """One piece of work as an item of ``work``, or of ``volunteer`` for that kind. ``said``: its lines, where they
    are more than its details (activities in words)."""
    employer = "organization" if job.kind == "volunteer" else "name"
    place = {} if job.kind == "volunteer" else {"location": text(job.place)}
    return full(
        **{employer: text(job.employer)},
        **place,
        position=text(job.title),
        startDate=date(job.start),
        endDate=date(job.end),
        highlights=list(lines(job.details if said is None else said)),
    )


def experience_of(item: Item, part_id: str, *, volunteer: bool = False) -> Experience:
    """An item of ``work`` or ``volunteer`` as a piece of work."""
    said = (*paragraph(item.get("summary")).splitlines(), *lines(item.get("highlights")))
    return Experience(
        id=part_id,
        title=text(item.get("position")),
        kind="volunteer" if volunteer else None,
        employer=text(item.get("organization" if volunteer else "name")),
        place="" if volunteer else text(item.get("location")),
        start=date(item.get("startDate")),
        end=_ending(item),
        details=lines(said),
        origin="imported",
    )


def study_of(school: Education) -> Item:
    """School or training as an item of ``education``."""
    kind = STUDY_TYPES[school.level] if school.level else TRAINING if school.kind == "training" else ""
    if not (text(school.school) or text(school.study) or school.level or lines(school.details)):
        return {}  # its dates or kind alone tell nobody anything, and our reader would not take them for a school
    return full(
        institution=text(school.school),
        area=text(school.study),
        studyType=kind,
        startDate=date(school.start),
        endDate=date(school.end),
        courses=list(lines(school.details)),
    )


def education_of(item: Item, part_id: str) -> Education:
    """An item of ``education`` as school or training. A study type in other words goes in front of the study."""
    kind, area = text(item.get("studyType")), text(item.get("area"))
    level = next((level for level, words in STUDY_TYPES.items() if words == kind), None)
    ours = level is not None or kind in ("", TRAINING)
    return Education(
        id=part_id,
        school=text(item.get("institution")),
        study=area if ours else text(", ".join(t for t in (kind, area) if t)),
        kind="training" if kind == TRAINING else "school",
        level=level,
        start=date(item.get("startDate")),
        end=date(item.get("endDate")),
        details=lines(item.get("courses")),
        origin="imported",
    )


def certificate_of(paper: Credential) -> Item:
    """A certificate, licence or badge as an item of ``certificates``."""
    return full(name=text(paper.name), date=date(paper.issued), issuer=text(paper.issuer), url=text(paper.web))


def credential_of(item: Item, part_id: str) -> Credential:
    """An item of ``certificates`` as a certificate."""
    return Credential(
        id=part_id,
        name=text(item.get("name")),
        issued=date(item.get("date")),
        issuer=text(item.get("issuer")),
        web=text(item.get("url")),
        origin="imported",
    )


def skill_of(claim: Claim) -> Item:
    """A skill in the person's words as an item of ``skills``."""
    return full(name=text(claim.name), level=text(claim.level), keywords=list(lines(claim.details)))


def claim_of(item: Item, part_id: str) -> Claim:
    """An item of ``skills`` as a skill in the file's words."""
    return Claim(
        id=part_id,
        name=text(item.get("name")),
        level=text(item.get("level")),
        details=lines(item.get("keywords")),
        origin="imported",
    )


def tongue_of(language: Language) -> Item:
    """A language as an item of ``languages``."""
    return full(language=text(language.name), fluency=text(language.level))


def language_of(item: Item, part_id: str) -> Language:
    """An item of ``languages`` as a language."""
    return Language(id=part_id, name=text(item.get("language")), level=text(item.get("fluency")), origin="imported")
