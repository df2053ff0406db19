"""The learning and employment record of one person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from navigator.domain.guide import GuideAnswer
from navigator.domain.plan import Plan

Origin = Literal["said", "imported", "inferred"]
"""How something became known: the person said it, a file brought it, or it follows from a job they held."""

Kind = Literal["paid", "home", "volunteer", "side", "service", "inside"]
Schooling = Literal["none", "high_school", "some_college", "certificate", "associate", "bachelor", "master", "doctor"]
Route = Literal["quick", "standard", "full"]

Held = Literal["said", "seen", "paper"]
"""How strong the evidence is: I say so; someone saw me do it; I have a paper or badge."""

GOES_ON = "present"
"""What ``end`` of work or schooling holds while it goes on; an empty one says nothing either way."""

Checked = Literal["", "valid", "wrong", "expired", "revoked", "unknown", "unchecked"]
"""What checking a signed document gave: the signature holds, is wrong, ..., the issuer is in no list we know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What stands behind something: how strong, who saw it (with their role), when (as precise as known), in a note.

    ``about``: the id of the one activity it is about, where it stands with work and not for the whole of it.
    """

    held: Held = "said"
    who: str = ""
    role: str = ""
    date: str = ""
    note: str = ""
    about: str = ""


Per = Literal["hour", "day", "week", "two_weeks", "month", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount of pay as the person said it. ``tips``: they came on top, and are not in the amount."""

    amount: float
    per: Per
    tips: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How somebody can be reached. Never asked in the walk; for a resume, and only when the person adds it."""

    email: str = ""
    phone: str = ""
    city: str = ""
    web: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What somebody told about themselves. Nothing here ever changes a fit. ``about``: a few lines for a resume."""

    name: str = ""
    state: str = ""
    last_pay: Money | None = None
    looked: str = ""
    contact: Contact = field(default_factory=Contact)
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """Work somebody has done, paid or not. ``asked`` are the activities that were offered, ``did`` those ticked.

    ``fields`` and ``groups`` were picked where no occupation is known: SOC major groups, and groups of activities.

    Dates are as precise as the person knows them: ``2019``, ``2019-03`` or ``2019-03-14``; empty is fine, and an empty
    ``end`` says nothing about whether it goes on: ``GOES_ON`` says that it does. ``details`` are lines in the person's
    (or the imported file's) words.
    """

    id: str
    title: str = ""
    code: str | None = None
    kind: Kind | None = None
    length: str = ""
    fields: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    did: tuple[str, ...] = ()
    origin: Origin = "said"
    when: str = ""
    employer: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    details: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """School or training. ``level`` only where it is one of our schooling levels; ``finished`` None: not said."""

    id: str
    school: str = ""
    study: str = ""
    kind: Literal["school", "training"] = "school"
    level: Schooling | None = None
    start: str = ""
    end: str = ""
    finished: bool | None = None
    details: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    origin: Origin = "said"
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """A certificate, licence or badge. ``licence`` is its id in the licences file where it is one of those;
    ``document`` the id of the kept document (a badge as it was received)."""

    id: str
    name: str
    kind: Literal["certificate", "licence", "badge"] = "certificate"
    licence: str = ""
    issuer: str = ""
    issued: str = ""
    expires: str = ""
    number: str = ""
    web: str = ""
    details: tuple[str, ...] = ()
    document: str = ""
    evidence: tuple[Evidence, ...] = ()
    origin: Origin = "said"
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A skill in the person's own words, or in those of a file. ``skill`` is the framework's id where it is one of its."""

    id: str
    name: str
    skill: str = ""
    level: str = ""
    details: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    origin: Origin = "said"
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language somebody speaks, and how well in their words."""

    id: str
    name: str
    level: str = ""
    origin: Origin = "said"
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A signed document as it was received, whole: ``content`` is its text (JSON or a JWT), ``media`` its media type.
    Kept whatever checking gave; ``result`` and ``checked`` (a day) say what that was, ``issuer`` who signed it."""

    id: str
    name: str
    media: str
    content: str
    result: Checked = ""
    checked: str = ""
    issuer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What a person says of one essential skill: level 1 to 3, or None for "not sure"."""

    skill: str
    level: int | None
    origin: Origin = "said"
    when: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BestWorst:
    """One best-worst set: of these, what I do best and what I do least well."""

    id: str
    offered: tuple[str, ...]
    best: str
    worst: str | None = None
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Liking:
    """A like me (1), not like me (-1) or not sure (0) answer to one interest statement."""

    statement: str
    value: int
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wants:
    """What the person wants of work, and what they bring. None means: not asked, or not said."""

    pay_floor: Money | None = None
    hours: tuple[str, ...] = ()
    train_months: float | None = None
    cannot: tuple[str, ...] = ()
    schooling: Schooling | None = None
    licences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """An occupation the person does not want, and why."""

    code: str
    why: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One question that was answered or skipped, and when."""

    question: str
    skipped: bool = False
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One person's record: the parts, and which questions have been through. ``needs`` are kinds of help wanted."""

    id: str
    created: str
    route: Route | None = None
    person: Person = field(default_factory=Person)
    experience: tuple[Experience, ...] = ()
    sector: str = ""
    strongest: tuple[str, ...] = ()
    ratings: tuple[Rating, ...] = ()
    best_worst: tuple[BestWorst, ...] = ()
    knowledge: tuple[str, ...] = ()
    likings: tuple[Liking, ...] = ()
    wants: Wants = field(default_factory=Wants)
    dismissed: tuple[Dismissal, ...] = ()
    progress: tuple[Progress, ...] = ()
    finished: bool = False
    plan: Plan = field(default_factory=Plan)
    guide: tuple[GuideAnswer, ...] = ()
    needs: tuple[str, ...] = ()
    education: tuple[Education, ...] = ()
    credentials: tuple[Credential, ...] = ()
    claims: tuple[Claim, ...] = ()
    languages: tuple[Language, ...] = ()
    documents: tuple[Document, ...] = ()

    def answered(self, question: str) -> Progress | None:
        """The progress entry of one question, or None while it is still open."""
        return next((p for p in self.progress if p.question == question), None)
