"""The record as HR Open's Learning and Employment Record Resume, LER-RS 4.4.

What goes where (``ler_rs_in`` reads the same back):

=====================  =================================================================================================
in the record          in LER-RS
=====================  =================================================================================================
name, contact, state   ``person.name.formattedName``, ``communication``
about, languages       ``narratives``, each marked by a keyword ``navigator``; so is the notice on proper use
experience             ``employmentHistories``: one organization with one position; ticked activities join its descriptions
education, training    ``educationAndLearnings``
certificates, badges   ``certifications``; a kept badge inside ``verifications`` as ``otherW3CVerifiableCredential``
licences               ``licenses``; those only named in the walk too
ratings, claims,       ``skills``, with O*NET's page where there is one; who saw it under ``endorsers``
knowledge
=====================  =================================================================================================

What the standard has no word for (a level, who saw it, our licence id) lies in a member ``navigator`` that others skip.
Left out: pay, wants, likings, needs, dismissed work, plan and guide, and when and how something became known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from navigator.domain.record import (
    GOES_ON,
    Claim,
    Contact,
    Credential,
    Document,
    Education,
    Evidence,
    Experience,
    Person,
    Record,
)
from navigator.engine.validate import clean_line
from navigator.formats.badge import Shape
from navigator.formats.onet_names import PAGE
from navigator.formats.words import LEVELS, PROPER_USE, SCHOOLING
from navigator.i18n import N_, _

TYPE = "http://schema.hropenstandards.org/4.4/recruiting/json/ler-rs/LER-RSType.json"
OURS = "navigator"
DATE = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")
ISCED = {
    "none": "2", "high_school": "3", "some_college": "4", "certificate": "4", "associate": "5", "bachelor": "6",
    "master": "7", "doctor": "8",
}  # fmt: skip
RELATION = {"paid": "Employment", "service": "Employment", "volunteer": "Volunteering", "side": "Contract"}
ABOUT, LANGUAGES, NOTICE = N_("About me"), N_("Languages"), N_("About this record")


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillWords:
    """What one skill of the framework is called and means, and the O*NET element closest to it."""

    name: str
    means: str = ""
    element: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What the ids of a record are called."""

    skills: Mapping[str, SkillWords] = field(default_factory=dict)
    did: Mapping[str, str] = field(default_factory=dict)
    knowledge: Mapping[str, str] = field(default_factory=dict)
    licences: Mapping[str, str] = field(default_factory=dict)
    occupations: Mapping[str, str] = field(default_factory=dict)


def ler_rs(record: Record, words: Lexicon) -> Shape:
    """The record as one LER-RS document; parts with nothing in them are left out."""
    papers = {d.id: d for d in record.documents}
    named = [c for c in record.credentials if clean_line(c.name)]
    known = {c.licence for c in named}
    named += [
        Credential(id="", name=words.licences[i], kind="licence", licence=i)
        for i in record.wants.licences
        if i in words.licences and i not in known
    ]
    made = {
        "type": TYPE,
        "narratives": list(_narratives(record)),
        "person": _person(record.person),
        "communication": _communication(record.person),
        "employmentHistories": [w for w in (_work(e, words) for e in record.experience) if w],
        "educationAndLearnings": [s for s in map(_school, record.education) if s],
        "certifications": [_paper(c, papers) for c in named if c.kind != "licence"],
        "licenses": [_paper(c, papers) for c in named if c.kind == "licence"],
        "skills": list(_skills(record, words)),
    }
    return _full(made)


def _narratives(record: Record) -> Iterator[Shape]:
    about = [line for line in map(clean_line, record.person.about.splitlines()) if line]
    if about:
        yield _narrative(_(ABOUT), "about", [{"lines": about}])
    spoken = [{"name": clean_line(s.name), "lines": _lines([s.level])} for s in record.languages if clean_line(s.name)]
    if spoken:
        yield _narrative(_(LANGUAGES), "languages", spoken)
    yield _narrative(_(NOTICE), "notice", [{"lines": [_(PROPER_USE)]}])


def _narrative(name: str, mark: str, texts: list[Shape]) -> Shape:
    return {"name": name, "keywords": [{"name": OURS, "value": mark}], "texts": texts}


def _person(person: Person) -> Shape:
    return {"name": {"formattedName": clean_line(person.name)}} if clean_line(person.name) else {}


def _communication(person: Person) -> Shape:
    contact: Contact = person.contact
    state = clean_line(person.state)
    place = _full(
        {
            "city": clean_line(contact.city),
            "countrySubDivisions": [{"type": "state", "value": state}] if state else [],
        }
    )
    web = clean_line(contact.web)
    return _full(
        {
            "address": [place] if place else [],
            "phone": [{"formattedNumber": t} for t in _lines([contact.phone])],
            "email": [{"address": t} for t in _lines([contact.email])],
            "web": [{"url": web if "://" in web else f"https://{web}"}] if web else [],
        }
    )


def _work(work: Experience, words: Lexicon) -> Shape:
    told = _lines([*work.details, *(words.did.get(a, "") for a in work.did)])
    code = work.code if work.code and CODE.fullmatch(work.code) else ""
    position = _full(
        {
            "title": clean_line(work.title),
            "location": _full({"formattedAddress": clean_line(work.place)}),
            "start": _date(work.start),
            "end": _date(work.end),
            "descriptions": told,
            "jobCategories": [_full({"name": words.occupations.get(code, ""), "code": code})] if code else [],
            "workRelationshipTypeCode": RELATION.get(work.kind or "", ""),
            OURS: _full(
                {
                    "kind": work.kind,
                    "length": clean_line(work.length),
                    "end": _open(work.end),
                    "evidence": _evidence(work.evidence),
                }
            ),
        }
    )
    employer = clean_line(work.employer)
    if not (position.get("title") or employer or told):
        return {}
    return {"organization": {"name": employer}, "positionHistories": [position]}


def _school(school: Education) -> Shape:
    study, name = clean_line(school.study), clean_line(school.school)
    if not (study or name or school.level):
        return {}
    granted = {True: "Granted", False: "NotGranted", None: ""}[school.finished]
    degree = _full(
        {"name": study, "degreeGrantedStatus": granted, "iscedEducationLevelCode": ISCED.get(school.level or "", "")}
    )
    return {
        "institution": {"name": name},
        **_full(
            {
                "start": _date(school.start),
                "end": _date(school.end),
                "programs": [study] if school.kind == "training" and study else [],
                "educationLevelCodes": [{"name": _(SCHOOLING[school.level]), "code": school.level}]
                if school.level
                else [],
                "educationDegrees": [degree] if degree else [],
                "descriptions": _lines(school.details),
                OURS: _full(
                    {
                        "kind": school.kind if school.kind == "training" else "",
                        "end": _open(school.end),
                        "evidence": _evidence(school.evidence),
                    }
                ),
            }
        ),
    }


def _paper(paper: Credential, papers: Mapping[str, Document]) -> Shape:
    ends, issuer = _date(paper.expires), clean_line(paper.issuer)
    whole = len(ends) == len("2019-03-14")
    inside = embedded(papers[paper.document]) if paper.document in papers else None
    return {
        "name": clean_line(paper.name),
        "issuingAuthority": {"name": issuer},
        **_full(
            {
                "id": _full({"value": clean_line(paper.number)}),
                "issued": _date(paper.issued),
                "effectiveTimePeriod": {"validTo": f"{ends}T23:59:59Z"} if whole else {},
                "descriptions": _lines(paper.details),
                "verifications": [{"otherW3CVerifiableCredential": inside}] if inside else [],
                OURS: _full(
                    {
                        "kind": "badge" if paper.kind == "badge" else "",
                        "licence": clean_line(paper.licence),
                        "expires": "" if whole else ends,
                        "web": clean_line(paper.web),
                        "evidence": _evidence(paper.evidence),
                    }
                ),
            }
        ),
    }


def embedded(document: Document) -> Shape | None:
    """A kept badge as the object LER-RS takes: a credential as it is, a JWT in the standard's envelope; else nothing."""
    content = document.content.strip()
    if document.media == "application/vc+jwt":
        return {
            "@context": "https://www.w3.org/ns/credentials/v2",
            "type": "EnvelopedVerifiableCredential",
            "id": f"data:application/vc+jwt,{content}",
        }
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and "credentialSubject" in found else None


def _skills(record: Record, words: Lexicon) -> Iterator[Shape]:
    for rating in record.ratings:
        if rating.level and rating.skill in words.skills:
            level, name = _(LEVELS[rating.level]), words.skills[rating.skill].name
            yield _skill(Claim(id="", name=name, skill=rating.skill, level=level, evidence=rating.evidence), words)
    yield from (_skill(c, words) for c in record.claims if clean_line(c.name))
    for area in record.knowledge:
        if area in words.knowledge:
            yield _skill(Claim(id="", name=words.knowledge[area]), words)


def _skill(claim: Claim, words: Lexicon) -> Shape:
    known = words.skills.get(claim.skill, SkillWords(name=""))
    page = PAGE.format(element=known.element) if known.element else ""
    return _full(
        {
            "name": clean_line(claim.name),
            "description": known.means,
            "definitionReference": _full({"reference": page}),
            "comments": _lines(claim.details),
            "endorsers": [e for e in map(_endorser, claim.evidence) if e],
            OURS: _full(
                {
                    "skill": clean_line(claim.skill),
                    "level": clean_line(claim.level),
                    "evidence": _evidence(claim.evidence),
                }
            ),
        }
    )


def _endorser(evidence: Evidence) -> Shape:
    who = clean_line(evidence.who)
    if evidence.held != "seen" or not who:
        return {}
    told = _lines([evidence.role, evidence.date, evidence.note])
    return {"person": {"name": {"formattedName": who}}} | _full({"comments": told})


def _evidence(found: Iterable[Evidence]) -> list[Shape]:
    """How strong it is, in our words: the standard has none."""
    return [
        {"held": e.held}
        | _full(
            {
                "who": clean_line(e.who),
                "role": clean_line(e.role),
                "date": clean_line(e.date),
                "note": clean_line(e.note),
            }
        )
        for e in found
    ]


def _date(text: str) -> str:
    return text if DATE.fullmatch(text) else ""


def _open(end: str) -> str:
    """An end that has not come, for which the format has no word."""
    return end if end == GOES_ON else ""


def _lines(texts: Iterable[str]) -> list[str]:
    return [t for t in map(clean_line, texts) if t]


def _full(shape: Mapping[str, object]) -> Shape:
    """Only what holds something."""
    return {k: v for k, v in shape.items() if v not in ("", None, [], {})}
