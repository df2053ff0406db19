"""Files to hand over: made of the shared parts only, with a preview of what leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from navigator import i18n
from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.life import WorkInside
from navigator.domain.record import Experience, Kind, Record
from navigator.engine import partial_dates
from navigator.engine.inside import told_inside
from navigator.engine.oddities import expired, in_force
from navigator.engine.validate import shown
from navigator.formats.page import Page
from navigator.formats.read_back import seen_in
from navigator.formats.table import SUMMARIES, Export
from navigator.i18n import N_, _
from navigator.services.match import Matcher
from navigator.services.page import best_skills, names_of, page, with_mended_titles
from navigator.services.share import PARTS, Share, shared

if TYPE_CHECKING:
    from navigator.formats.resume import Resume
    from navigator.formats.resume_files import ResumeFormat

T = TypeVar("T")
CatalogueIn = Callable[[i18n.Speech], Catalogue]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """One file: its bytes, its format and ending, and whether a screen can show it."""

    data: bytes
    form: str
    ending: str
    screen: bool
    share: Share
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What leaves, word for word, for whom it is, and which parts of the record stay behind."""

    whom: str
    lines: tuple[str, ...]
    left_out: tuple[str, ...]


def summary_format(name: str) -> Export:
    """A format of the summary by its name. Raises BadInput."""
    return _chosen(name, {e.name: e for e in SUMMARIES})


def resume_format(name: str) -> ResumeFormat:
    """A format of the resume by its name. Raises BadInput."""
    from navigator.formats.resume_files import RESUMES

    return _chosen(name, {r.name: r for r in RESUMES})


def _chosen(name: str, there: dict[str, T]) -> T:
    if name not in there:
        said = _("There is no format {name} here. Choose {names}.")
        raise BadInput(said.format(name=shown(name), names=", ".join(there)))
    return there[name]


def pages(catalogue_in: CatalogueIn, record: Record, made: date, share: Share) -> tuple[Page, ...]:
    """The page in each language of this run."""
    found = []
    for speech in i18n.languages():
        with i18n.speaking(speech):
            found.append(page(catalogue_in(speech), record, made, share))
    return tuple(found)


def summary(catalogue_in: CatalogueIn, record: Record, made: date, share: Share, form: str) -> HandOver:
    """The page to take home as a file. Raises BadInput, MissingExtra or CannotWrite."""
    export = summary_format(form)
    told = pages(catalogue_in, record, made, share)
    data = export.make(told, made)
    notes = signs_lost(form, data, told)
    return HandOver(data=data, form=form, ending=export.ending, screen=export.screen, share=share, notes=notes)


def signs_lost(form: str, data: bytes, told: object) -> tuple[str, ...]:
    """Which signs (such as emoji) no font here has, so that they are not in a PDF."""
    from navigator.formats.typeset import signs_in

    signs = signs_in(str(told)) if form == "pdf" else frozenset[str]()
    lost = "".join(sorted(signs - set(seen_in(form, data)))) if signs else ""
    return (_("No font here has {signs}, so the PDF is without.").format(signs=lost),) if lost else ()


def resume_words(catalogue: Catalogue, record: Record, made: date, share: Share) -> Resume:
    """The resume in words, as of a day."""
    from navigator.formats.resume import resume_of

    kept, best = _kept(catalogue, record, made, share)
    with i18n.speaking(i18n.languages()[0]):  # a resume is in one language
        return resume_of(kept, catalogue.framework.skills, names_of(catalogue), best)


def _kept(catalogue: Catalogue, record: Record, made: date, share: Share) -> tuple[Record, tuple[str, ...]]:
    """The shared part of the record without papers that have run out, and the strongest skills of the whole one."""
    kept = with_mended_titles(catalogue, in_force(shared(record, share), made.isoformat()))
    return kept, best_skills(Matcher(catalogue=catalogue, record=in_force(record, made.isoformat())), share)


def resume(catalogue: Catalogue, record: Record, made: date, share: Share, form: str) -> HandOver:
    """The resume as a file. Raises BadInput, MissingExtra or CannotWrite."""
    chosen = resume_format(form)
    if resume_words(catalogue, record, made, share).empty:
        raise BadInput(
            _(
                "There is nothing for a resume yet. 'navigator start' asks for your work; 'navigator record add work' adds it."
            )
        )
    notes: tuple[str, ...] = ()
    if chosen.make is None:
        from navigator.formats.json_resume import json_resume

        kept, best = _kept(catalogue, record, made, share)
        data = json_resume(kept, catalogue.framework.skills, names_of(catalogue), best)
        notes = (_("This kind of file has no place for some things: {things}.").format(things=_(chosen.leaves_out)),)
    else:
        words = resume_words(catalogue, record, made, share)
        with i18n.speaking(i18n.languages()[0]):
            data = chosen.make(words, made)
        notes = signs_lost(form, data, words)
    return HandOver(data=data, form=form, ending=chosen.ending, screen=chosen.screen, share=share, notes=notes)


def resume_lacks(record: Record, made: date, share: Share) -> tuple[str, ...]:
    """What an employer will look for on this resume and not find, and what the worker should look at once."""
    kept = shared(record, share)
    reach, jobs = record.person.contact, [e for e in kept.experience if e.title]
    found = []
    if not (reach.phone or reach.email):
        found.append(_("It has no phone number or email yet. To add one, type: navigator record add contact"))
    if jobs and not any(e.start or e.end for e in jobs):
        found.append(_("It has no dates of work yet. To add them, type: navigator record edit work"))
    for paper in kept.credentials:
        if expired(paper, made.isoformat()):
            said = _("{paper} is not on it: it ran out ({day}).")
            found.append(said.format(paper=paper.name, day=partial_dates.said(paper.expires)))
    if jobs:
        found.append(_("Read it once: the titles of your work stand as you typed them."))
    return tuple(found)


SAYING = 4
"""So many words are a saying ("took care of my mother") whatever they say; fewer where their verb tells so."""

PLAINER = N_(
    "A resume often says {name}, where you said {title}. To change it, type: navigator record edit {id} --title TITLE"
)


def plainer_titles(catalogue: Catalogue, record: Record, share: Share) -> tuple[str, ...]:
    """For each job whose title is a saying or of another language, and names no work, what the work is called."""
    found = []
    for job in shared(record, share).experience:
        if not job.code or not catalogue.has(job.code):
            continue
        if len(job.title.split()) < SAYING and not catalogue.is_saying(job.title, i18n.language()):
            continue
        occupation = catalogue.occupation(job.code)
        name = occupation.name.partition(" (")[0]
        called = (name, occupation.title, *occupation.profile.also_called)
        if not any(c.casefold() in job.title.casefold() for c in called):
            found.append(_(PLAINER).format(name=name, title=shown(job.title), id=job.id))
    return tuple(found)


def tells_inside(words: WorkInside, record: Record, share: Share) -> tuple[str, ...]:
    """A line of its own for each job that would tell who reads it that somebody was inside, by its title or, where nobody
    has said what kind of work it was, by its employer: it is theirs to decide."""
    kinds = {job.id: job.kind for job in record.experience}  # what is shared does not say it
    jobs = shared(record, share).experience
    return tuple(line for job in jobs if (line := _told_of(job, kinds.get(job.id), words)))


BY_TITLE = N_(
    "One line says that you were inside: {title}. That is yours to leave in or out. To change it, type: "
    "navigator record edit {id} --title TITLE"
)
BY_EMPLOYER = N_(
    "One line names a jail or a prison: {work}. If you were inside then, type: navigator record edit {id} --kind inside. "
    "An employer is then not told the place."
)


def _told_of(job: Experience, kind: Kind | None, words: WorkInside) -> str:
    by_title = told_inside(words, job.title)
    if by_title in ("yes", "likely") or (by_title == "perhaps" and kind == "inside"):
        return _(BY_TITLE).format(title=shown(job.title), id=job.id)
    if kind is not None or told_inside(words, job.title, job.employer, job.details) == "no":
        return ""
    return _(BY_EMPLOYER).format(work=shown(", ".join(t for t in (job.title, job.employer) if t)), id=job.id)


def preview(record: Record, made: HandOver) -> Preview:
    """What leaves with this file: read back from the file itself. Raises MissingExtra."""
    share = made.share
    kept = [p for p in PARTS if p.id not in share.parts and p.id != "traces"]
    return Preview(
        whom=_(share.profile.name),
        lines=tuple(line for line in seen_in(made.form, made.data).splitlines() if line.strip()),
        left_out=tuple(_(p.name) for p in kept if p.id == "ideas" or p.without(record) != record),
    )
