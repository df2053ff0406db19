"""A referral on one page: to whom, who, which help is wanted, how to reach them, and that they agreed. Nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from navigator.domain.record import Record
from navigator.domain.resource import Resource
from navigator.engine.validate import clean_line
from navigator.formats import words
from navigator.formats.page import contact
from navigator.formats.resume import Chapter, Resume
from navigator.i18n import _, language

LINE = "_" * 30
"""Room to write on."""


def referral_of(record: Record, resource: Resource, wanted: Sequence[str], made: date) -> Resume:
    """The page, laid out by the makers of a resume: a heading, and plain lines under standard ones."""
    name = clean_line(record.person.name) or LINE
    reach = tuple(map(clean_line, contact(record)))
    chapters = (
        Chapter(name=_("To"), lines=_place(resource)),
        Chapter(name=_("Who is sent"), lines=(name, *reach) if reach else (name, _("Phone: {line}").format(line=LINE))),
        Chapter(name=_("Help that is wanted"), lines=tuple(wanted) or (LINE,)),
        Chapter(name=_("What was agreed"), lines=_agreed(name, resource)),
        Chapter(name=_("Answer to the center"), lines=_answer()),
    )
    title = _("Referral to {name}").format(name=clean_line(resource.name))
    return Resume(name=title, contact=(words.day(made),), chapters=chapters, language=language())


def _place(resource: Resource) -> tuple[str, ...]:
    told = (resource.name, resource.by, resource.address, resource.phone, resource.email, resource.web, resource.how)
    return tuple(dict.fromkeys(t for t in map(clean_line, told) if t))


def _agreed(name: str, resource: Resource) -> tuple[str, ...]:
    said = _(
        "{name} agrees that this page goes to {resource}: the name, how to be reached, and the help that is wanted. Nothing else of the record is on it."
    )
    return (
        said.format(name=name, resource=clean_line(resource.name)),
        _("Signature: {line}").format(line=LINE),
        _("Date: {line}").format(line=LINE),
    )


def _answer() -> tuple[str, ...]:
    return (
        _("Seen on: {line}").format(line=LINE),
        _("By whom: {line}").format(line=LINE),
        _("What was agreed: {line}").format(line=LINE),
    )
