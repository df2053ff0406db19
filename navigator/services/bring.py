"""Bring in what somebody has: what a file holds, shown before anything is kept; then only what was confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from navigator.catalogue.store import Catalogue
from navigator.catalogue.title_index import TitleIndex
from navigator.domain.errors import BadInput
from navigator.domain.record import Claim, Credential, Document, Education, Experience, Language, Person, Record
from navigator.engine import parts as record_parts
from navigator.engine.abroad import done_abroad
from navigator.engine.inside import Told, told_inside
from navigator.engine.oddities import oddities
from navigator.engine.validate import clean_line, shown
from navigator.formats import imports, limits
from navigator.formats.incoming import Brought, Part
from navigator.i18n import N_, _
from navigator.records.store import RecordStore
from navigator.services import bring_words
from navigator.services.bring_found import (
    PERSON_FIELDS,
    Did,
    Found,
    Guess,
    Inside,
    Item,
    field_of,
    groups_of,
    only_of,
    with_names,
)
from navigator.services.bring_ours import refuse_our_web_page
from navigator.services.bring_unsaid import unsaid


def look(catalogue: Catalogue, path: Path, record: Record, today: str, form: str = "", only: str = "") -> Found:
    """What a file holds, against what the record has. Raises NotFound, BadInput or MissingExtra; keeps nothing."""
    wanted = groups_of(only)
    data = limits.read(path)
    refuse_our_web_page(data, path.name)
    kind = imports.named(form) if form else imports.recognised(data, path.name)
    if kind.name == imports.RECORD:
        from navigator.services.bring_record import look_at_record

        found = look_at_record(data, path, record, today)
    else:
        found = from_brought(catalogue, brought(catalogue, data, path.name, kind), record, today)
    found = with_names(replace(found, file=str(path), kind=kind.name, says=_(kind.says)))
    return only_of(found, wanted) if wanted else found


def look_at_sealed(store: RecordStore, path: Path, record: Record, today: str, only: str = "") -> Found:
    """A sealed record of ours, with its key beside it, against what the record has. The store asks for its passphrase."""
    from navigator.services.bring_record import compared

    wanted = groups_of(only)
    found = compared(record, store.open(path).record, today)
    kind = imports.named(imports.RECORD)
    found = with_names(replace(found, file=str(path), kind=kind.name, says=_(kind.says)))
    return only_of(found, wanted) if wanted else found


def brought(catalogue: Catalogue, data: bytes, name: str, kind: imports.Import) -> Brought:
    """What a file of a kind brings. Raises BadInput or MissingExtra."""
    if kind.read is not None:
        return _with_inside(kind.read(data, name), catalogue)
    from navigator.services.bring_ours import refuse_ours
    from navigator.services.bring_resume import lexicons, resume_in

    lines = kind.lines(data, name) if kind.lines else []
    refuse_ours("\n".join(lines), name)
    return _with_inside(resume_in(lines, lexicons(catalogue)), catalogue)


def _with_inside(found: Brought, catalogue: Catalogue) -> Brought:
    """Work that its own line tells was done inside, marked so: what is told of it to others is then the worker's choice."""
    inside = [job for job in found.experience if _inside(job, catalogue) == "yes"]
    if not inside:
        return found
    said = _("We take this for work inside: {title}. If you were paid staff there, change it later: {command}")
    notes = (said.format(title=shown(job.title), command="navigator record edit ID --kind paid") for job in inside)
    jobs = (replace(job, kind="inside") if job in inside else job for job in found.experience)
    return replace(found, experience=tuple(jobs), notes=(*found.notes, *notes))


def _inside(job: Experience, catalogue: Catalogue) -> Told:
    """What its own line tells, where the file does not say what kind of work it was."""
    if job.kind is not None:
        return "no"
    return told_inside(catalogue.framework.inside, job.title, job.employer, job.details)


def perhaps_inside(catalogue: Catalogue, jobs: Iterable[Item]) -> Iterator[Inside]:
    """Work that was done inside or as paid staff there, which its line does not tell: it is asked."""
    for item in jobs:
        job = item.part
        told = _inside(job, catalogue) if isinstance(job, Experience) else "no"
        if isinstance(job, Experience) and told in ("likely", "perhaps"):
            yield Inside(item=item.id, text=_title_and_place(job), likely=told == "likely")


def _title_and_place(job: Experience) -> str:
    return bring_words.clip(", ".join(t for t in (job.title, job.employer) if t))


def from_brought(catalogue: Catalogue, found: Brought, record: Record, today: str) -> Found:
    """The parts of a file as items, those that the record has marked, with an occupation for each new title."""
    sources = dict(found.sources)
    notes = list(found.notes)
    about = list(_about(catalogue, found.person or Person(), record, sources, notes))
    things = [_item(p, record, today, sources, catalogue) for p in found.parts() if not _hidden(p, found)]
    notes += _not_held((i.part for i in things if i.part is not None and not i.twin), catalogue)
    new = [i for i in things if isinstance(i.part, Experience) and not i.twin]
    countries = catalogue.matching.abroad
    notes += (
        bring_words.abroad(i.part) for i in new if isinstance(i.part, Experience) and done_abroad(i.part, countries)
    )
    known = tuple(guesses(catalogue, [i for i in new if isinstance(i.part, Experience) and not i.part.code]))
    return Found(
        file="",
        kind="",
        says="",
        items=(*about, *things),
        guesses=known,
        dids=tuple(dids(catalogue, new)),
        inside=tuple(perhaps_inside(catalogue, new)),
        unsaid=tuple(unsaid(catalogue, record, things, known)),
        notes=tuple(dict.fromkeys(notes)),
        documents=found.documents,
        silent=found == Brought(notes=found.notes),
    )


def _hidden(part: Part, found: Brought) -> bool:
    """A document comes and goes with the credential that it stands behind."""
    return isinstance(part, Document) and any(c.document == part.id for c in found.credentials)


def _item(part: Part, record: Record, today: str, sources: dict[str, str], catalogue: Catalogue) -> Item:
    known = _with_licence(part, catalogue)
    return Item(
        id=part.id,
        group=group_of(part),
        text=bring_words.part_text(known),
        source=sources.get(part.id, ""),
        twin=twin_of(part, record, today),
        part=known,
    )


def _with_licence(part: Part, catalogue: Catalogue) -> Part:
    """A certificate with the id of the licence it names, and a skill with ours of the same name."""
    from navigator.engine.resume_papers import skill_of

    if isinstance(part, Credential) and not part.licence and part.kind != "badge":
        named = _named(part, catalogue)
        return replace(part, licence=named[0]) if len(named) == 1 and _is_held(part, catalogue) else part
    if isinstance(part, Claim) and not part.skill:
        return replace(part, skill=skill_of(part.name, {s.id: s.name for s in catalogue.framework.skills}))
    return part


def _named(paper: Credential, catalogue: Catalogue) -> list[str]:
    from navigator.engine.resume_papers import licences_in

    return licences_in(paper.name, catalogue.meta("licences"))


def _is_held(paper: Credential, catalogue: Catalogue) -> bool:
    from navigator.engine.papers_held import is_held

    return is_held(paper.name, catalogue.matching.abroad, paper.issuer)


NOT_HELD = N_(
    "{paper}: it reads as if you do not have it yet, or as if another country gave it. So it does not count in what fits."
)


def _not_held(parts: Iterable[Part], catalogue: Catalogue) -> Iterator[str]:
    """A sentence for each paper that would count, were it not for its own words."""
    for paper in (p for p in parts if isinstance(p, Credential) and not p.licence and p.kind != "badge"):
        if not _is_held(paper, catalogue) and _named(paper, catalogue):
            yield _(NOT_HELD).format(paper=paper.name)


def group_of(part: Part) -> str:
    """The group a part is shown in."""
    kinds = ((Experience, "work"), (Education, "school"), (Claim, "skills"), (Language, "languages"))
    return next((group for kind, group in kinds if isinstance(part, kind)), "papers")


def twin_of(part: Part, record: Record, today: str) -> str:
    """What the record has already of the same kind, in words; empty when it has nothing like it."""
    place = record_parts.place_of(part)
    if isinstance(part, Document):
        return next((d.name for d in record.documents if d.content == part.content), "")
    for other in getattr(record, place):
        pair: dict[str, Any] = {place: (replace(other, id="theirs"), replace(part, id="mine"))}
        both = Record(id="", created="", **pair)
        if any(o.kind.endswith("_twice") for o in oddities(both, today)):
            return bring_words.part_text(other)
    return ""


def _about(
    catalogue: Catalogue, person: Person, record: Record, sources: dict[str, str], notes: list[str]
) -> Iterator[Item]:
    """What the file says about the person, field by field. What is said already is not said twice."""
    for field in PERSON_FIELDS:
        value = field_of(person, field)
        if field == "state" and value:
            value = _state(catalogue, value, notes)
        have = field_of(record.person, field)
        if not value or value == have:
            continue
        yield Item(
            id=f"about.{field}",
            group="about",
            text=bring_words.field_text(field, value),
            source=sources.get(field, ""),
            twin=bring_words.clip(have),
            field=f"person.{field}",
            value=value,
        )


def _state(catalogue: Catalogue, text: str, notes: list[str]) -> str:
    try:
        return catalogue.area(text)
    except BadInput:
        notes.append(
            _("The region {region} is no state we know, so it was left out.").format(region=repr(clean_line(text)[:40]))
        )
        return ""


def dids(catalogue: Catalogue, jobs: Iterable[Item]) -> Iterator[Did]:
    """The activities that the lines about each job say in much the same words."""
    from navigator.engine.resume_did import done, index_of

    words = {a.id: a.did for a in catalogue.framework.activities}
    index = index_of(words)
    for item in jobs:
        lines = item.part.details if isinstance(item.part, Experience) else ()
        for n, (activity, line) in enumerate(done(lines, index).items(), start=1):
            yield Did(id=f"{item.id}.did{n}", item=item.id, activity=activity, text=words[activity], line=line)


def guesses(catalogue: Catalogue, jobs: Iterable[Item]) -> Iterator[Guess]:
    """The occupation each title is most like, where that is sure or likely."""
    index: TitleIndex | None = None
    for item in jobs:
        title = item.part.title if isinstance(item.part, Experience) else ""
        if not title:
            continue
        index = index or TitleIndex(catalogue.folder)
        hit = next(iter(index.find(title, 1)), None)
        if hit is not None and hit.sure != "unsure" and hit.code in catalogue.names:
            yield Guess(
                item=item.id, title=title, code=hit.code, name=catalogue.names[hit.code], sure=hit.sure == "sure"
            )
