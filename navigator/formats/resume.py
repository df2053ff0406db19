"""A resume as words in their order, drawn from the record alone: what the person said, ticked or brought, nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from navigator.domain.framework import Skill
from navigator.domain.record import Credential, Education, Evidence, Experience, Record
from navigator.engine import partial_dates
from navigator.engine.validate import clean_line
from navigator.formats import words
from navigator.formats.page import KINDS, LENGTHS, contact, leveled, strengths
from navigator.formats.words import Names
from navigator.i18n import N_, _, language

MOST_BULLETS = 8
"""Lines under one job: more are not read."""

LEVELS: words.Said[str] = words.Said(
    {
        "high_school": N_("High school diploma or GED"),
        "some_college": N_("Some college"),
        "certificate": N_("Certificate after high school"),
        "associate": N_("2-year degree"),
        "bachelor": N_("4-year degree"),
        "master": N_("Master's degree"),
        "doctor": N_("Doctor's or law degree"),
    }
)
"""Schooling as a resume names it, without the article of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One job, school or certificate: what, where, when, and the lines below it."""

    name: str = ""
    where: str = ""
    when: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A standard heading of a resume with its entries, or with lines that are a plain list."""

    name: str
    entries: tuple[Entry, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """The whole resume. Where there is no name, the place for it is left open for the person to fill in."""

    name: str
    contact: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    language: str = "en"

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell yet."""
        return not self.chapters


def resume_of(record: Record, skills: tuple[Skill, ...], names: Names, best: Sequence[str]) -> Resume:
    """The resume of one record. ``best``: the strongest skills, worked out from more than is shared."""
    about = tuple(t for t in map(clean_line, record.person.about.splitlines()) if t)
    chapters = (
        Chapter(name=_("Summary"), lines=about),
        Chapter(name=_("Work experience"), entries=tuple(_job(e, names) for e in jobs_of(record, names))),
        _listed(_("Education"), (*map(_school, record.education), *_schooling(record))),
        _listed(_("Certificates and licenses"), tuple(papers_of(record, names))),
        Chapter(name=_("Skills"), lines=skills_of(record, skills, best)),
        Chapter(
            name=_("Languages"), lines=tuple(clean_line(leveled(x.name, x.level)) for x in record.languages if x.name)
        ),
    )
    return Resume(
        name=clean_line(record.person.name),
        contact=tuple(map(clean_line, contact(record))),
        chapters=tuple(c for c in chapters if c.entries or c.lines),
        language=language(),
    )


def _listed(name: str, entries: tuple[Entry, ...]) -> Chapter:
    """Entries of which nothing but the name is known are a plain list."""
    if all(not (e.where or e.when or e.lines) for e in entries):
        return Chapter(name=name, lines=tuple(e.name for e in entries if e.name))
    return Chapter(name=name, entries=entries)


def jobs_of(record: Record, names: Names) -> list[Experience]:
    """The work that there is something to say about; the latest first where its dates are known."""
    told = [e for e in record.experience if e.title or e.employer or said_of(e, names)]
    return (
        sorted(told, key=lambda e: partial_dates.last_day(e.end or e.start), reverse=True) if _all_dated(told) else told
    )


def _all_dated(jobs: list[Experience]) -> bool:
    """Only where each has a day can they be put in order; an open end goes first."""
    return all(e.start and e.end for e in jobs)


def said_of(job: Experience, names: Names) -> tuple[str, ...]:
    """What was done there: the person's own lines, then the activities they ticked; each once."""
    ticked = (names.did[a] for a in job.did if a in names.did)
    return tuple({clean_line(t).casefold(): clean_line(t) for t in (*job.details, *ticked) if clean_line(t)}.values())


def _job(job: Experience, names: Names) -> Entry:
    kind = words.upper_first(KINDS.get(job.kind or "", ""))
    where = ", ".join(clean_line(t) for t in (job.employer or kind, job.place) if t)
    when = partial_dates.span(job.start, job.end) or LENGTHS.get(job.length, "")
    lines = (*said_of(job, names)[:MOST_BULLETS], *_backed(job.evidence))
    title = words.upper_first(clean_line(job.title))
    return Entry(name=title or _("Other experience"), where=where, when=when, lines=lines)


def _backed(evidence: tuple[Evidence, ...]) -> list[str]:
    """Who saw it, or which paper there is, in a line each."""
    found = []
    for piece in evidence:
        note = clean_line(piece.note)
        if piece.held == "seen" and piece.who:
            who = ", ".join(clean_line(t) for t in (piece.who, piece.role) if t)
            said = _("Seen by {who}").format(who=who)
            found.append(f"{said}: {note}" if note else said)
        elif note:
            found.append(note)
    return found


def _school(item: Education) -> Entry:
    level = words.upper_first(LEVELS.get(item.level or "", ""))
    study = clean_line(item.study) or level
    when = partial_dates.span(item.start, item.end) if item.start else partial_dates.said(item.end)
    lines = tuple(t for t in map(clean_line, item.details) if t)
    more = (level,) if level and item.study and not _says(item) else ()
    return Entry(
        name=study or clean_line(item.school),
        where=clean_line(item.school) if study else "",
        when=when,
        lines=(*more, *lines),
    )


def _says(item: Education) -> bool:
    """Whether the study names its level already: `GED`, `Associate of Science in nursing`."""
    from navigator.engine.resume_schools import level_of  # the words that resumes have for it

    return level_of(f"{item.study}, {item.school}") == item.level


def _schooling(record: Record) -> tuple[Entry, ...]:
    """How far somebody went in school, where no school is named: a course or a training says nothing of it."""
    level = "" if any(e.kind == "school" for e in record.education) else record.wants.schooling
    said = words.upper_first(LEVELS.get(level or "", ""))
    return (Entry(name=said),) if said else ()


def papers_of(record: Record, names: Names) -> list[Entry]:
    """Certificates and licences, those that were only ticked last."""
    held = {c.licence for c in record.credentials if c.licence}
    ticked = [words.upper_first(names.licences.get(n, n)) for n in record.wants.licences if n not in held]
    return [*map(_paper, (c for c in record.credentials if c.name)), *(Entry(name=clean_line(t)) for t in ticked)]


def _paper(paper: Credential) -> Entry:
    when = partial_dates.said(paper.issued)
    if paper.expires:
        until = _("until {day}").format(day=partial_dates.said(paper.expires))
        when = f"{when}, {until}" if when else until
    number = [_("Number {number}").format(number=clean_line(paper.number))] if paper.number else []
    return Entry(name=clean_line(paper.name), where=clean_line(paper.issuer), when=when, lines=tuple(number))


def skills_of(record: Record, skills: tuple[Skill, ...], best: Sequence[str]) -> tuple[str, ...]:
    """Skills in the person's own words first, then those of the inventory that stand out; each once."""
    own = [clean_line(leveled(c.name, c.level)) for c in record.claims if c.name]
    known = {clean_line(c.name).casefold() for c in record.claims}
    more = [s for s in strengths(skills, best) if s.casefold() not in known]
    return tuple(dict.fromkeys((*own, *more)))
