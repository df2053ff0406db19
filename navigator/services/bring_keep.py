"""Keep what was confirmed of a file: parts with ids of their own, fields, and what follows for matching. Pure."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeGuard

from navigator.domain.record import Credential, Document, Education, Experience, Kind, Record
from navigator.engine import parts as record_parts
from navigator.engine.oddities import LADDER, expired
from navigator.engine.validate import shown
from navigator.formats import imports
from navigator.formats.incoming import Part
from navigator.formats.words import upper_first
from navigator.i18n import N_, _
from navigator.services import bring_words
from navigator.services.bring_found import Difference, Found, with_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The record with what was confirmed, and what else follows from it, in words."""

    record: Record
    count: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What was asked beside what to keep: the kind of work at a jail or prison by its item, and the ids of papers held."""

    kinds: Mapping[str, Kind] = field(default_factory=dict)
    papers: tuple[str, ...] = ()
    asked_papers: bool = False


UNASKED = Answered()


def kept(
    record: Record,
    found: Found,
    chosen: Sequence[str],
    codes: Sequence[str],
    when: str,
    choices: Mapping[str, str] | None = None,
    did: Sequence[str] = (),
    more: Answered = UNASKED,
) -> Kept:
    """The record with the items chosen, with the occupations confirmed (ids of the work) and the activities ticked (ids
    of them), and with what was chosen where two records differ (``theirs`` or ``both``; anything else leaves mine)."""
    ticked = [d for d in found.dids if d.id in set(did)]
    known = {g.item: g.code for g in found.guesses if g.item in codes}
    wanted = [i for i in found.items if i.id in set(chosen)]
    notes: list[str] = []
    for item in wanted:
        record = record if item.part is not None else with_field(record, item.field, item.value)
    for part, item_id in ((i.part, i.id) for i in wanted if i.part is not None):
        done = _with_did(part, tuple(d.activity for d in ticked if d.item == item_id))
        done = _with_kind(done, item_id, found, more)
        record = _with_licence_known(_with_part(record, done, known.get(item_id), found, when), part, when[:10])
        notes += _asked_yet(record, item_id, found, more)
    for paper in (u for u in found.unsaid if u.id in more.papers and u.item in chosen):
        held = Credential(id="", name=upper_first(paper.name), licence=paper.licence)
        record = _with_licence_known(_with_part(record, held, None, found, when), held, when[:10])
    for difference in found.differences:
        record = _settled(record, difference, (choices or {}).get(difference.id, "mine"))
    schooled = _with_schooling(record, (i.part for i in wanted))
    notes += [_(RUN_OUT).format(paper=p.name) for i in wanted if _counts_no_more(p := i.part, when[:10])]
    if schooled is not record:
        notes.append(_("Your schooling was taken from this file. To change it: navigator record edit want.school"))
    return Kept(record=schooled, count=len(wanted), notes=tuple(notes))


def _counts_no_more(part: Part | None, today: str) -> TypeGuard[Credential]:
    return isinstance(part, Credential) and bool(part.licence) and expired(part, today)


RUN_OUT = N_("{paper}: it has run out, so it does not count in what fits.")


def _with_did(part: Part, did: tuple[str, ...]) -> Part:
    if not did or not isinstance(part, Experience):
        return part
    return replace(part, asked=tuple(dict.fromkeys((*part.asked, *did))), did=tuple(dict.fromkeys((*part.did, *did))))


def _with_kind(part: Part, item: str, found: Found, more: Answered) -> Part:
    """Work at a jail or a prison as the person said; where nobody said it, as inside where it is hardly staff's."""
    asked = next((w for w in found.inside if w.item == item), None)
    if asked is None or not isinstance(part, Experience):
        return part
    return replace(part, kind=more.kinds.get(item, "inside" if asked.likely else part.kind))


INSIDE = N_(
    "We take this for work inside: {title}. If you were paid staff there, type: navigator record edit {id} --kind paid"
)
STAFF = N_(
    "This names a jail or a prison: {title}. If you did it while you were inside, type: navigator record edit {id} --kind inside"
)
NOT_SAID = N_(
    "{title}: this work calls for a paper: {paper}. The file does not say that you hold it now, so it does not count. If you do, type: {command}"
)


def _asked_yet(record: Record, item: str, found: Found, more: Answered) -> Iterator[str]:
    """What was not asked of work that has just been kept, the last of the record, and how to say it."""
    for work in (w for w in found.inside if w.item == item and item not in more.kinds):
        yield _(INSIDE if work.likely else STAFF).format(title=work.text, id=record.experience[-1].id)
    for paper in (u for u in found.unsaid if u.item == item and not more.asked_papers):
        command = f"navigator record add license {shlex.quote(paper.name)}"
        yield _(NOT_SAID).format(title=shown(paper.title), paper=paper.name, command=command)


def _with_part(record: Record, part: Part, code: str | None, found: Found, when: str) -> Record:
    if isinstance(part, Document):
        return replace(record, documents=(*record.documents, part))
    if isinstance(part, Experience):
        length = part.length or bring_words.length_of(part.start, part.end, when[:10])
        part = replace(part, code=part.code or code, length=length)
    # A record of ours says of each part where it came from; that stays true on another machine.
    mine: Any = part if found.kind == imports.RECORD else replace(part, when=when, origin="imported")
    added: tuple[Record, Any] = record_parts.with_part(record, mine)
    changed, put = added
    document = next((d for d in found.documents if isinstance(put, Credential) and d.id == put.document), None)
    if document is not None and document.id not in {d.id for d in changed.documents}:
        return replace(changed, documents=(*changed.documents, document))
    return changed


def _settled(record: Record, difference: Difference, choice: str) -> Record:
    if choice == "mine":
        return record
    if difference.part is None:
        settled: Record = with_field(record, difference.field, difference.value)
        return settled
    if choice == "both":
        theirs: Any = difference.part
        added: tuple[Record, Any] = record_parts.with_part(record, theirs)
        return added[0]
    instead: Any = replace(difference.part, id=difference.instead)
    changed: Record = record_parts.with_changed(record, instead)
    return changed


def _with_licence_known(record: Record, part: Part, today: str) -> Record:
    """A licence that is brought in counts for matching, unless its paper has run out."""
    wants = record.wants
    if not isinstance(part, Credential) or expired(part, today):
        return record
    if part.licence and part.licence not in wants.licences:
        return replace(record, wants=replace(wants, licences=(*wants.licences, part.licence)))
    return record


def _with_schooling(record: Record, parts: Iterable[Part | None]) -> Record:
    """The highest schooling that was brought in, where the person has not said theirs."""
    levels = [p.level for p in parts if isinstance(p, Education) and p.level and p.finished is not False]
    if record.wants.schooling is not None or not levels:
        return record
    return replace(record, wants=replace(record.wants, schooling=max(levels, key=LADDER.index)))
