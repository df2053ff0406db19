"""HR Open's LER-RS 4.4 read into a record's parts: what ``ler_rs`` writes, and what others write in the same places."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_args

from navigator.domain import record as parts
from navigator.domain.errors import BadInput
from navigator.domain.record import (
    Claim,
    Contact,
    Credential,
    Document,
    Education,
    Evidence,
    Experience,
    Language,
    Person,
)
from navigator.engine.validate import clean_line
from navigator.formats import limits
from navigator.formats.badge import Shape
from navigator.formats.badge_in import badges_in
from navigator.formats.badge_shape import first
from navigator.formats.incoming import Brought
from navigator.formats.ler_rs import CODE, DATE, OURS
from navigator.i18n import _

_KINDS = {"Volunteering": "volunteer", "Contract": "side", "Employment": "paid"}
_LEFT_OUT = ("positionPreferences", "employmentPreferences", "attachments", "job")


def is_ler_rs(shape: object) -> bool:
    """Whether a JSON value says that it is one."""
    return isinstance(shape, dict) and "ler-rs" in str(shape.get("type", ""))[:400].lower()


def ler_rs_in(data: bytes, name: str) -> Brought:
    """The parts of one LER-RS file. Raises BadInput or MissingExtra."""
    shape = limits.json_of(data, name)
    if not isinstance(shape, dict) or not is_ler_rs(shape):
        raise BadInput(_("{file} is no LER-RS record: it does not say so under 'type'.").format(file=name))
    reader = _Reader(name)
    reader.papers(shape, "certifications")
    reader.papers(shape, "licenses")
    return reader.brought(shape)


class _Reader:
    """One pass over one file: it counts the parts, and gathers the badges found on the way."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sources: list[tuple[str, str]] = []
        self.notes: list[str] = []
        self.credentials: list[Credential] = []
        self.documents: dict[str, Document] = {}

    def brought(self, shape: Shape) -> Brought:
        """Everything the file holds."""
        claims = tuple(self._claims(shape))
        return Brought(
            person=_person(shape),
            experience=tuple(self._work(shape)),
            education=tuple(self._schools(shape)),
            credentials=tuple(self.credentials),
            claims=claims,
            languages=tuple(self._languages(shape)),
            documents=tuple(self.documents.values()),
            sources=tuple(self.sources),
            notes=(*self.notes, *_left_out(shape)),
        )

    def _id(self, where: str, number: int, text: str) -> str:
        made = f"{where}-{number}"
        self.sources.append((made, f"{where}[{number}]: {text}"))
        return made

    def _work(self, shape: Shape) -> Iterator[Experience]:
        number = 0
        for history in _objects(shape, "employmentHistories"):
            employer = _text(first(history.get("organization")).get("name"))
            for position in _objects(history, "positionHistories") or [history]:
                ours, place = first(position.get(OURS)), first(position.get("location"))
                title = _text(position.get("title"))
                code = _text(first(position.get("jobCategories")).get("code"))
                yield Experience(
                    id=self._id("employmentHistories", number, title or employer),
                    title=title,
                    code=code if CODE.fullmatch(code) else None,
                    kind=_one_of(parts.Kind, ours.get("kind")) or _kind(position),
                    length=_text(ours.get("length")),
                    employer=employer,
                    place=_text(place.get("formattedAddress")) or _text(place.get("city")),
                    start=_date(position.get("start") or history.get("start")),
                    end=_date(position.get("end") or history.get("end")) or _open(ours),
                    details=_texts(position.get("descriptions")),
                    evidence=_evidence(ours),
                    origin="imported",
                )
                number += 1

    def _schools(self, shape: Shape) -> Iterator[Education]:
        number = 0
        for school in _objects(shape, "educationAndLearnings"):
            ours, degrees = first(school.get(OURS)), _objects(school, "educationDegrees")
            programs = _texts(school.get("programs"))
            training = ours.get("kind") == "training" or bool(programs and not degrees)
            name = _text(first(school.get("institution")).get("name"))
            for degree in degrees or [{}]:
                study = _text(degree.get("name")) or next(iter(programs), "")
                yield Education(
                    id=self._id("educationAndLearnings", number, study or name),
                    school=name,
                    study=study,
                    kind="training" if training else "school",
                    level=_one_of(parts.Schooling, first(school.get("educationLevelCodes")).get("code")),
                    start=_date(school.get("start")),
                    end=_date(school.get("end") or degree.get("date")) or _open(ours),
                    finished={"Granted": True, "NotGranted": False, "InProgress": False}.get(
                        _text(degree.get("degreeGrantedStatus"))
                    ),
                    details=_texts(school.get("descriptions")),
                    evidence=_evidence(ours),
                    origin="imported",
                )
                number += 1

    def papers(self, shape: Shape, where: str) -> None:
        """Certificates, licences and badges, those kept whole with their checks."""
        for number, paper in enumerate(_objects(shape, where)):
            documents = self._badges(paper, own_part=not _text(paper.get("name")))
            if _text(paper.get("name")):
                self.credentials.append(self._paper(paper, where, number, documents))

    def _paper(self, paper: Shape, where: str, number: int, document: str) -> Credential:
        ours = first(paper.get(OURS))
        kind = "licence" if where == "licenses" else "badge" if ours.get("kind") == "badge" else "certificate"
        until = _text(first(paper.get("effectiveTimePeriod")).get("validTo"))[:10]
        return Credential(
            id=self._id(where, number, _text(paper.get("name"))),
            name=_text(paper.get("name")),
            kind="licence" if kind == "licence" else "badge" if kind == "badge" else "certificate",
            licence=_text(ours.get("licence")),
            issuer=_text(first(paper.get("issuingAuthority")).get("name")),
            issued=_date(paper.get("issued") or paper.get("firstIssued")),
            expires=_date(until) or _date(ours.get("expires")),
            number=_text(first(paper.get("id")).get("value")),
            web=_text(ours.get("web")),
            details=_texts(paper.get("descriptions")),
            document=document,
            evidence=_evidence(ours),
            origin="imported",
        )

    def _badges(self, part: Shape, *, own_part: bool) -> str:
        """The kept badges inside a part: their documents, and a part of their own where the entry has no name."""
        kept = ""
        for check in _objects(part, "verifications"):
            inside = first(check.get("Verification")).get("otherW3CVerifiableCredential")
            found = (
                inside or check.get("otherW3CVerifiableCredential") or (check if "credentialSubject" in check else None)
            )
            if not isinstance(found, dict):
                continue
            try:
                brought = badges_in(json.dumps(found, ensure_ascii=False).encode(), self.name)
            except BadInput as refusal:
                self.notes.append(str(refusal))
                continue
            self.notes += brought.notes if own_part else [told for _part, told in brought.sources]
            self.documents |= {d.id: d for d in brought.documents}
            kept = kept or brought.documents[0].id
            if own_part:
                self.credentials += brought.credentials
                self.sources += brought.sources
        return kept

    def _claims(self, shape: Shape) -> Iterator[Claim]:
        for number, skill in enumerate(_objects(shape, "skills")):
            self._badges(skill, own_part=True)
            name, ours = _text(skill.get("name")), first(skill.get(OURS))
            if name:
                yield Claim(
                    id=self._id("skills", number, name),
                    name=name,
                    skill=_text(ours.get("skill")),
                    level=_text(ours.get("level")),
                    details=_texts(skill.get("comments")),
                    evidence=_evidence(ours) or _endorsed(skill),
                    origin="imported",
                )

    def _languages(self, shape: Shape) -> Iterator[Language]:
        for number, spoken in enumerate(_objects(_narrative(shape, "languages"), "texts")):
            name = _text(spoken.get("name"))
            if name:
                level = next(iter(_texts(spoken.get("lines"))), "")
                yield Language(id=self._id("languages", number, name), name=name, level=level, origin="imported")


def _person(shape: Shape) -> Person | None:
    name, reach = first(first(shape.get("person")).get("name")), first(shape.get("communication"))
    place = first(reach.get("address"))
    parted = " ".join(t for t in (_text(name.get("given")), _text(name.get("family"))) if t)
    about = _texts(first(_narrative(shape, "about").get("texts")).get("lines"))
    state = next(
        (_text(d.get("value")) for d in _objects(place, "countrySubDivisions") if d.get("type") == "state"), ""
    )
    found = Person(
        name=_text(name.get("formattedName")) or parted,
        state=state,
        about="\n".join(about),
        contact=Contact(
            email=_text(first(reach.get("email")).get("address")),
            phone=_text(first(reach.get("phone")).get("formattedNumber")),
            city=_text(place.get("city")),
            web=_text(first(reach.get("web")).get("url")),
        ),
    )
    return found if found != Person() else None


def _left_out(shape: Shape) -> Iterator[str]:
    for part in _LEFT_OUT:
        if shape.get(part):
            yield _("{part} was left out: a record here has no place for it.").format(part=part)


def _narrative(shape: Shape, mark: str) -> Shape:
    for narrative in _objects(shape, "narratives"):
        if {"name": OURS, "value": mark} in _objects(narrative, "keywords"):
            return narrative
    return {}


def _kind(position: Shape) -> parts.Kind | None:
    found: parts.Kind | None = _one_of(parts.Kind, _KINDS.get(_text(position.get("workRelationshipTypeCode"))))
    return found


def _evidence(ours: Shape) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            held=_one_of(parts.Held, e.get("held")) or "said",
            who=_text(e.get("who")),
            role=_text(e.get("role")),
            date=_text(e.get("date")),
            note=_text(e.get("note")),
        )
        for e in _objects(ours, "evidence")
    )


def _endorsed(skill: Shape) -> tuple[Evidence, ...]:
    """Who saw it, as other programs write it."""
    found = (
        (first(first(e.get("person")).get("name")) or first(e.get("organization")), _texts(e.get("comments")))
        for e in _objects(skill, "endorsers")
    )
    named = ((_text(n.get("formattedName")) or _text(n.get("name")), " ".join(told)) for n, told in found)
    return tuple(Evidence(held="seen", who=who, note=note) for who, note in named if who)


def _objects(shape: Shape, key: str) -> list[Shape]:
    found = shape.get(key)
    several = found if isinstance(found, list) else []
    return [v for v in several[: limits.MOST_PARTS] if isinstance(v, dict)]


def _text(value: object) -> str:
    return clean_line(value) if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    return tuple(t for t in map(_text, value if isinstance(value, list) else [value]) if t)


def _date(value: object) -> str:
    found = DATE.match(_text(value))
    return found[0] if found else ""


def _open(ours: Shape) -> str:
    """Whether our own program wrote that it goes on."""
    return parts.GOES_ON if ours.get("end") == parts.GOES_ON else ""


def _one_of(words: Any, value: object) -> Any:
    return value if isinstance(value, str) and value in get_args(words) else None
