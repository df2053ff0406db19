"""The parts of a record as a person names them: found by id or title, put in, changed, taken out. Nothing else moves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from navigator.domain.errors import BadInput, NotFound
from navigator.domain.record import (
    Claim,
    Credential,
    Document,
    Education,
    Evidence,
    Experience,
    Language,
    Rating,
    Record,
)
from navigator.engine.inventory import ANY
from navigator.engine.validate import clean_line, shown
from navigator.i18n import _

Part = Experience | Education | Credential | Claim | Language | Document

PLACES: tuple[tuple[type, str, str], ...] = (
    (Experience, "experience", "w"),
    (Education, "education", "s"),
    (Credential, "credentials", "c"),
    (Claim, "claims", "k"),
    (Language, "languages", "l"),
    (Document, "documents", "d"),
)
"""Where each kind of part lies in a record, and the letter that its ids begin with."""

_WALKED = re.compile(r"job(\d)")
SHORT = 8
"""An id longer than this is shown, and may be named, by its first letters."""


def place_of(part: Part) -> str:
    """The name of the tuple that holds such parts."""
    return next(where for kind, where, _letter in PLACES if isinstance(part, kind))


def letter_of(part: Part) -> str:
    """What the id of such a part begins with; training has its own letter."""
    if isinstance(part, Education) and part.kind == "training":
        return "t"
    return next(letter for kind, _place, letter in PLACES if isinstance(part, kind))


def all_parts(record: Record) -> Iterator[Part]:
    """Every part that can be named, in the order of the record."""
    for _kind, where, _letter in PLACES:
        yield from getattr(record, where)


def title_of(part: Part) -> str:
    """What a part is called, in the person's words."""
    if isinstance(part, Experience):
        return part.title
    if isinstance(part, Education):
        return part.study or part.school
    return part.name


def free_id(record: Record, letter: str) -> str:
    """The next id with a letter: w1, w2, ..."""
    taken = [int(m[1]) for p in all_parts(record) if (m := re.fullmatch(rf"{letter}(\d{{1,6}})", p.id))]
    return f"{letter}{max(taken, default=0) + 1}"


def with_part(record: Record, part: Part) -> tuple[Record, Part]:
    """The record with one more part, and the part with the id it got; ``id`` as given does not matter."""
    kept = replace(part, id=free_id(record, letter_of(part)))
    return _placed(record, place_of(part), (*getattr(record, place_of(part)), kept)), kept


def with_changed(record: Record, part: Part) -> Record:
    """The record with a part in place of the one of its kind with its id."""
    place = place_of(part)
    return _placed(record, place, tuple(part if p.id == part.id else p for p in getattr(record, place)))


def without(record: Record, part: Part) -> Record:
    """The record without a part. The work of the walk that comes after moves up, with the answers about it."""
    place = place_of(part)
    left = _placed(record, place, tuple(p for p in getattr(record, place) if p != part))
    found = _WALKED.fullmatch(part.id) if isinstance(part, Experience) else None
    if isinstance(part, Experience) and part.id == ANY:
        return _forgotten(left, f"{ANY}.")
    return _moved_up(left, int(found[1])) if found else left


def _placed(record: Record, place: str, parts: tuple[Any, ...]) -> Record:
    changes: dict[str, Any] = {place: parts}
    return replace(record, **changes)


def _forgotten(record: Record, start: str) -> Record:
    return replace(record, progress=tuple(p for p in record.progress if not p.question.startswith(start)))


def _moved_up(record: Record, gone: int) -> Record:
    """Work 3 becomes work 2 when work 2 is gone; the walk asks for its title again only if the person wants to."""

    def experience(job: Experience) -> Experience:
        found = _WALKED.fullmatch(job.id)
        return replace(job, id=f"job{int(found[1]) - 1}") if found and int(found[1]) > gone else job

    record = _forgotten(record, f"job.{gone}.")
    progress = []
    for entry in record.progress:
        found = re.fullmatch(r"job\.(\d)\.(.+)", entry.question)
        later = found is not None and int(found[1]) > gone
        progress.append(replace(entry, question=f"job.{int(found[1]) - 1}.{found[2]}") if found and later else entry)
    return replace(record, experience=tuple(map(experience, record.experience)), progress=tuple(progress))


def short_ids(record: Record) -> dict[str, str]:
    """Each part's id as it is shown: itself, or as many first letters as tell it from the others."""
    ids = [p.id for p in all_parts(record)]
    found = {}
    for name in ids:
        length = next((n for n in range(4, len(name)) if sum(i.startswith(name[:n]) for i in ids) == 1), len(name))
        found[name] = name if len(name) <= SHORT else name[:length]
    return found


def find(record: Record, wanted: str, among: Iterable[Part] | None = None) -> Part:
    """The part that somebody means: by its id or the first letters of it, or by its title. Raises NotFound or BadInput."""
    parts = list(all_parts(record) if among is None else among)
    said = clean_line(wanted).casefold()
    tests = (
        lambda p: p.id.casefold() == said,
        lambda p: title_of(p).casefold() == said,
        lambda p: len(said) >= 3 and len(p.id) > SHORT and p.id.casefold().startswith(said),
        lambda p: len(said) >= 3 and title_of(p).casefold().startswith(said),
        lambda p: len(said) >= 3 and said in title_of(p).casefold(),
    )
    for test in tests:
        found = [p for p in parts if said and test(p)]
        if len(found) == 1:
            return found[0]
        if found:
            raise BadInput(
                _("{wanted} could be more than one: {parts}. Give its id.").format(
                    wanted=shown(wanted), parts=named(found)
                )
            )
    have = _("The record has: {parts}.").format(parts=named(parts)) if parts else _("The record has none yet.")
    raise NotFound(_("There is no part {wanted} in this record. {have}").format(wanted=shown(wanted), have=have))


def named(parts: Iterable[Part], most: int = 8) -> str:
    """Some parts by id and title, for a sentence."""
    listed = [f"{p.id} ({clean_line(title_of(p))})" if title_of(p) else p.id for p in parts]
    return ", ".join(listed[:most]) + (", ..." if len(listed) > most else "")


def with_evidence(record: Record, target: Part | Rating, evidence: Evidence) -> Record:
    """The record with one more piece of evidence for a part or a rating. Raises BadInput where there can be none."""
    if isinstance(target, Language | Document):
        raise BadInput(
            _("Evidence goes with work, school, certificates and skills; {part} can have none.").format(
                part=shown(title_of(target))
            )
        )
    return _with_evidence(record, target, (*target.evidence, evidence))


def without_evidence(record: Record, target: Part | Rating, number: int) -> Record:
    """The record without the numbered piece of evidence of a part or rating, counted from 1. Raises NotFound."""
    have = () if isinstance(target, Language | Document) else target.evidence
    if isinstance(target, Language | Document) or not 1 <= number <= len(have):
        raise NotFound(_("There is no evidence number {number} there.").format(number=number))
    return _with_evidence(record, target, (*have[: number - 1], *have[number:]))


def _with_evidence(
    record: Record, target: Experience | Education | Credential | Claim | Rating, evidence: tuple[Evidence, ...]
) -> Record:
    if isinstance(target, Rating):
        changed = replace(target, evidence=evidence)
        return replace(record, ratings=tuple(changed if r.skill == target.skill else r for r in record.ratings))
    return with_changed(record, replace(target, evidence=evidence))
