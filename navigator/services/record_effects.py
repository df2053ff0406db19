"""What a new or changed part means for the matching: a licence, schooling, an occupation, a skill of the framework."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.record import Claim, Credential, Education, Experience, Record
from navigator.engine import wording
from navigator.engine.licence_names import licence_named
from navigator.engine.oddities import expired
from navigator.engine.papers_held import is_held
from navigator.engine.parts import Part, with_changed
from navigator.engine.validate import clean_line, shown
from navigator.i18n import _
from navigator.services.bring_words import length_of

Effect = tuple[Record, tuple[str, ...]]


def of_part(catalogue: Catalogue, record: Record, part: Part, given: set[str], today: date) -> Effect:
    """The record with what follows from a part, and each thing said. ``given``: the fields typed now."""
    if isinstance(part, Experience):
        part = _with_length(part, given, today)
        return _work(catalogue, with_changed(record, part), part, given)
    if isinstance(part, Credential):
        return _paper(catalogue, record, part, given, today)
    if isinstance(part, Education):
        return _schooling(record, part)
    if isinstance(part, Claim):
        return _skill(catalogue, record, part)
    return record, ()


def _work(catalogue: Catalogue, record: Record, job: Experience, given: set[str]) -> Effect:
    """Its occupation: the one named, else the one that its title surely is."""
    from navigator.services.titles import code_of, find

    if "code" in given and job.code:
        code = code_of(catalogue, job.code)
    elif job.code is None and "code" not in given and "title" in given:
        hits = find(catalogue, job.title, 1)
        if not hits or hits[0].sure != "sure":
            return record, ()
        code = hits[0].code
    else:
        return record, ()
    said = _(
        "For matching it counts as: {occupation} ({code}). Is that not right? Type: navigator record edit {id} --occupation NAME (or none)."
    ).format(occupation=catalogue.names.get(code, code), code=code, id=job.id)
    return with_changed(record, replace(job, code=code)), (said,)


def _with_length(job: Experience, given: set[str], today: date) -> Experience:
    """For about how long, from dates that were typed now and are precise enough, where that was not said as well."""
    if "length" in given or not given & {"start", "end"}:
        return job
    length = length_of(job.start, job.end, today.isoformat())
    return replace(job, length=length) if length else job


def _paper(catalogue: Catalogue, record: Record, paper: Credential, given: set[str], today: date) -> Effect:
    """The licence of our list that it is, which then counts in the matching as if it had been ticked."""
    licence = paper.licence
    if "licence" in given and licence:
        licence = licence_named(licence, catalogue.licences)
        if not licence:
            raise BadInput(
                _("{licence} is not a license of our list. Leave --licence away, or say --licence none.").format(
                    licence=shown(paper.licence)
                )
            )
    elif "licence" not in given and "name" in given:
        licence = licence_named(paper.name, catalogue.licences)
        if licence and not is_held(paper.name, catalogue.matching.abroad, paper.issuer):
            return with_changed(record, replace(paper, licence="")), (_not_held(paper.id, licence),)
    if not licence:
        return with_changed(record, replace(paper, licence="")), ()
    name = catalogue.licences.get(licence, licence)
    record = with_changed(record, replace(paper, licence=licence))
    if expired(paper, today.isoformat()):
        return _run_out(record, licence, name, today)
    if licence in record.wants.licences:
        return record, ()
    wants = replace(record.wants, licences=(*record.wants.licences, licence))
    said = _(
        "For matching it counts as: {licence}. Is that not right? Type: navigator record edit {id} --licence none."
    ).format(licence=name, id=paper.id)
    return replace(record, wants=wants), (said,)


def _not_held(paper_id: str, licence: str) -> str:
    return _(
        "It does not count in what fits: it reads as if you do not have it yet, or as if another country gave it. "
        "If you have it and it counts here, type: navigator record edit {id} --licence {licence}"
    ).format(id=paper_id, licence=licence)


def _run_out(record: Record, licence: str, name: str, today: date) -> Effect:
    """A paper that has run out takes nothing from what the person answered, nor from a newer paper; else it ends there.

    Where an answer stands against it, that is told as an oddity of the record, with what to do: here nothing is.
    """
    if any(c.licence == licence and not expired(c, today.isoformat()) for c in record.credentials):
        said = _(
            "It is on our list as {licence}. This paper has run out, but another one of yours counts in what fits."
        )
        return record, (said.format(licence=name),)
    if licence in record.wants.licences and record.answered("want.licences") is not None:
        return record, ()
    left = tuple(x for x in record.wants.licences if x != licence)
    said = _("It is on our list as {licence}, but it has run out, so it does not count in what fits.")
    return replace(record, wants=replace(record.wants, licences=left)), (said.format(licence=name),)


def _schooling(record: Record, school: Education) -> Effect:
    """The schooling that counts, where that question is still open."""
    open_yet = record.wants.schooling is None and record.answered("want.school") is None
    if not open_yet or school.level is None or school.finished is False:
        return record, ()
    level = _({c.id: c.text for c in wording.SCHOOL}[school.level])
    said = _(
        "For matching your schooling counts as: {level}. Is that not right? Type: navigator record edit want.school."
    ).format(level=level)
    return replace(record, wants=replace(record.wants, schooling=school.level)), (said,)


def _skill(catalogue: Catalogue, record: Record, claim: Claim) -> Effect:
    said = clean_line(claim.name).casefold()
    found = next((s.id for s in catalogue.framework.skills if said in (s.id, s.name.casefold())), "")
    return with_changed(record, replace(claim, skill=found)), ()


def of_removal(catalogue: Catalogue, record: Record, part: Part) -> Effect:
    """What follows when a part is gone: a licence that nothing else speaks for no longer counts."""
    if not isinstance(part, Credential) or part.licence not in record.wants.licences:
        return record, ()
    if any(c.licence == part.licence for c in record.credentials):
        return record, ()
    name = catalogue.licences.get(part.licence, part.licence)
    if record.answered("want.licences") is not None:
        said = _("Your answers still say that you have {licence}. To change that: navigator record edit want.licences.")
        return record, (said.format(licence=name),)
    left = tuple(x for x in record.wants.licences if x != part.licence)
    said = _("{licence} no longer counts in what fits.").format(licence=name[:1].upper() + name[1:])
    return replace(record, wants=replace(record.wants, licences=left)), (said,)
