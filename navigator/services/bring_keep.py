"""Keep what was confirmed of a file: parts with ids of their own, fields, and what follows for matching. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeGuard

from navigator.domain.record import Credential, Document, Education, Experience, Record
from navigator.engine import parts as record_parts
from navigator.engine.oddities import LADDER, expired
from navigator.formats import imports
from navigator.formats.incoming import Part
from navigator.i18n import N_, _
from navigator.services import bring_words
from navigator.services.bring_found import Difference, Found, with_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The record with what was confirmed, and what else follows from it, in words."""

    record: Record
    count: int
    notes: tuple[str, ...] = ()


def kept(
    record: Record,
    found: Found,
    chosen: Sequence[str],
    codes: Sequence[str],
    when: str,
    choices: Mapping[str, str] | None = None,
    did: Sequence[str] = (),
) -> Kept:
    """The record with the items chosen, with the occupations confirmed (ids of the work) and the activities ticked (ids
    of them), and with what was chosen where two records differ (``theirs`` or ``both``; anything else leaves mine)."""
    ticked = [d for d in found.dids if d.id in set(did)]
    known = {g.item: g.code for g in found.guesses if g.item in codes}
    wanted = [i for i in found.items if i.id in set(chosen)]
    for item in wanted:
        record = record if item.part is not None else with_field(record, item.field, item.value)
    for part, item_id in ((i.part, i.id) for i in wanted if i.part is not None):
        done = _with_did(part, tuple(d.activity for d in ticked if d.item == item_id))
        record = _with_licence_known(_with_part(record, done, known.get(item_id), found, when), part, when[:10])
    for difference in found.differences:
        record = _settled(record, difference, (choices or {}).get(difference.id, "mine"))
    schooled = _with_schooling(record, (i.part for i in wanted))
    notes = [_(RUN_OUT).format(paper=p.name) for i in wanted if _counts_no_more(p := i.part, when[:10])]
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
