"""What a file brought, in words: each part on one line."""

from __future__ import annotations

from typing import Any

from navigator.domain.record import Claim, Credential, Document, Education, Experience, Language
from navigator.engine import partial_dates
from navigator.engine.validate import clean_line
from navigator.formats.incoming import Part
from navigator.i18n import N_, _, ngettext

LONGEST = 140

FIELDS = {
    "name": N_("Name: {value}"),
    "contact.email": N_("Email: {value}"),
    "contact.phone": N_("Phone: {value}"),
    "contact.city": N_("City: {value}"),
    "state": N_("State: {value}"),
    "contact.web": N_("Web page: {value}"),
    "about": N_("A few lines about you: {value}"),
}


def clip(text: Any) -> str:
    """A value on one line, not too long."""
    said = clean_line(str(text or ""))
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"


def field_text(field: str, value: str) -> str:
    """A field about the person, in words."""
    return _(FIELDS[field]).format(value=clip(value))


def part_text(part: Part) -> str:
    """A part in one line."""
    if isinstance(part, Experience):
        return _work(part)
    if isinstance(part, Education):
        when = partial_dates.span(part.start, part.end) if part.start else partial_dates.said(part.end)
        return _listed([part.study, part.school], when)
    if isinstance(part, Credential):
        return _paper(part)
    if isinstance(part, Claim | Language):
        return _listed([part.name], clip(part.level))
    return _document(part)


def _work(job: Experience) -> str:
    said = _listed([job.title, job.employer, job.place], partial_dates.span(job.start, job.end))
    if not job.details:
        return said
    count = len(job.details)
    return ngettext(
        "{work}, with one line of what you did", "{work}, with {count} lines of what you did", count
    ).format(work=said, count=count)


def _paper(paper: Credential) -> str:
    if paper.expires:
        until = _("until {day}").format(day=partial_dates.said(paper.expires))
        return _listed([paper.name, paper.issuer, partial_dates.said(paper.issued)], until)
    return _listed([paper.name, paper.issuer], partial_dates.said(paper.issued))


def _document(document: Document) -> str:
    return _("{name}, kept as it was received").format(name=clip(document.name))


def _listed(facts: list[str], after: str) -> str:
    """Facts in a row, as they were given, and what stands in brackets after them."""
    said = ", ".join(clip(f) for f in facts if f)
    return f"{said} ({after})" if after else said


def length_of(start: str, end: str, today: str) -> str:
    """For about how long, in the words of the walk, from two dates; empty where they are not precise enough."""
    months = partial_dates.months(start, end, today)
    if months is None:
        return ""
    steps = ((1, "weeks"), (10, "months"), (21, "year"), (61, "years"))
    return next((word for most, word in steps if months < most), "long")


def abroad(job: Experience) -> str:
    """That work was done in another country: its papers do not count here as they stand."""
    said = _(
        "{work}: you did this in another country. If such work asks for papers here, a career navigator can tell you who "
        "looks at those from there."
    )
    return said.format(work=clip(job.title or job.employer))
