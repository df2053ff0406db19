"""What a file brought, in words: each part on one line."""

from __future__ import annotations

from typing import Any

from navigator.domain.record import Claim, Credential, Document, Education, Experience, Language
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
        return _listed([part.study, part.school], _between(part.start, part.end))
    if isinstance(part, Credential):
        return _paper(part)
    if isinstance(part, Claim | Language):
        return _listed([part.name], clip(part.level))
    return _document(part)


def _work(job: Experience) -> str:
    said = _listed([job.title, job.employer, job.place], _between(job.start, job.end))
    if not job.details:
        return said
    count = len(job.details)
    return ngettext(
        "{work}, with one line of what you did", "{work}, with {count} lines of what you did", count
    ).format(work=said, count=count)


def _paper(paper: Credential) -> str:
    if paper.expires:
        until = _("good until {day}").format(day=clip(paper.expires))
        return _listed([paper.name, paper.issuer, paper.issued], until)
    return _listed([paper.name, paper.issuer], clip(paper.issued))


def _document(document: Document) -> str:
    return _("{name}, kept as it was received").format(name=clip(document.name))


def _listed(facts: list[str], after: str) -> str:
    """Facts in a row, as they were given, and what stands in brackets after them."""
    said = ", ".join(clip(f) for f in facts if f)
    return f"{said} ({after})" if after else said


def _between(start: str, end: str) -> str:
    if start and end:
        return _("{start} to {end}").format(start=clip(start), end=clip(end))
    return _("from {start}").format(start=clip(start)) if start else clip(end)


def length_of(start: str, end: str) -> str:
    """For about how long, in the words of the walk, from two dates; empty where they are not precise enough."""
    months = _months(start, end)
    if months is None:
        return ""
    steps = ((1, "weeks"), (10, "months"), (21, "year"), (61, "years"))
    return next((word for most, word in steps if months < most), "long")


def _months(start: str, end: str) -> int | None:
    """Months between two dates as they are kept; None where a year alone leaves too much open."""
    try:
        (year, *first), (last_year, *last) = ([int(p) for p in d.split("-")] for d in (start, end))
    except ValueError:
        return None
    months = 12 * (last_year - year) + (last[0] if last else 6) - (first[0] if first else 6)
    return None if months < 0 or (months == 0 and not (first and last)) else months
