"""What looks wrong in a record: things that stand twice, and things that cannot both be true. Pointed out, never blocked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from navigator.domain.record import Claim, Credential, Education, Experience, Record, Schooling
from navigator.engine.partial_dates import before, last_day

OddityKind = Literal[
    "work_twice", "school_twice", "paper_twice", "skill_twice", "language_twice",
    "ends_first", "future", "expired", "expires_first", "licence_expired", "licence_unused",
    "schooling_lower", "nobody_named", "done_early",
]  # fmt: skip

LADDER: tuple[Schooling, ...] = (
    "none", "high_school", "some_college", "certificate", "associate", "bachelor", "master", "doctor",
)  # fmt: skip

ALIKE = 85
"""From this likeness on (rapidfuzz, of 100) two skills are taken for one said twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """One thing that looks wrong: of which kind, which parts it is about (their ids), and a word it turns on."""

    kind: OddityKind
    ids: tuple[str, ...] = ()
    about: str = ""


def oddities(record: Record, today: str) -> tuple[Oddity, ...]:
    """Everything that looks wrong on a day (as ``2026-11-22``), in the order of the record; no paper's end is told twice."""
    licences = tuple(_licences(record, today))
    told = {i for o in licences if o.kind == "licence_expired" for i in o.ids}
    return (
        *_twice(record),
        *(o for o in _dates(record, today) if o.kind != "expired" or not told & set(o.ids)),
        *licences,
        *_schooling(record),
        *_evidence(record),
        *_plan(record),
    )


def among(found: Sequence[Oddity], ids: Sequence[str]) -> tuple[Oddity, ...]:
    """Those that are about some parts, such as the one just added."""
    return tuple(o for o in found if set(o.ids) & set(ids))


def _twice(record: Record) -> Iterator[Oddity]:
    for one, other in combinations([e for e in record.experience if e.title], 2):
        if _same_work(one, other):
            yield Oddity(kind="work_twice", ids=(one.id, other.id), about=one.title)
    for a, b in combinations([e for e in record.education if e.study or e.school], 2):
        if (_flat(a.study), _flat(a.school)) == (_flat(b.study), _flat(b.school)):
            yield Oddity(kind="school_twice", ids=(a.id, b.id), about=a.study or a.school)
    for c, d in combinations(record.credentials, 2):
        if _same_paper(c, d):
            yield Oddity(kind="paper_twice", ids=(c.id, d.id), about=c.name)
    for k, m in combinations(record.claims, 2):
        if _same_skill(k, m):
            yield Oddity(kind="skill_twice", ids=(k.id, m.id), about=k.name)
    for one_spoken, other_spoken in combinations(record.languages, 2):
        if _flat(one_spoken.name) == _flat(other_spoken.name):
            yield Oddity(kind="language_twice", ids=(one_spoken.id, other_spoken.id), about=one_spoken.name)


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())


def _same_work(one: Experience, other: Experience) -> bool:
    """The same title for the same employer; twice at different times is no oddity."""
    if (_flat(one.title), _flat(one.employer)) != (_flat(other.title), _flat(other.employer)):
        return False
    return not (before(one.end, other.start) or before(other.end, one.start))


def _same_paper(one: Credential, other: Credential) -> bool:
    """The same name from the same hand; a renewal (another day) is no oddity."""
    if one.licence and one.licence == other.licence and not (one.issued and other.issued):
        return True
    same_hand = not one.issuer or not other.issuer or _flat(one.issuer) == _flat(other.issuer)
    renewed = bool(one.issued and other.issued and one.issued != other.issued)
    return _flat(one.name) == _flat(other.name) and same_hand and not renewed


def _same_skill(one: Claim, other: Claim) -> bool:
    from rapidfuzz.fuzz import token_sort_ratio

    if _flat(one.name) == _flat(other.name):
        return True
    return token_sort_ratio(_flat(one.name), _flat(other.name), score_cutoff=ALIKE) > 0


def _dates(record: Record, today: str) -> Iterator[Oddity]:
    dated: tuple[Experience | Education, ...] = (*record.experience, *record.education)
    for part in dated:
        if before(part.end, part.start):
            yield Oddity(kind="ends_first", ids=(part.id,), about=_title(part))
        if before(today, part.start):
            yield Oddity(kind="future", ids=(part.id,), about=_title(part))
    for paper in record.credentials:
        if before(paper.expires, paper.issued):
            yield Oddity(kind="expires_first", ids=(paper.id,), about=paper.name)
        if before(today, paper.issued):
            yield Oddity(kind="future", ids=(paper.id,), about=paper.name)
        if expired(paper, today):
            yield Oddity(kind="expired", ids=(paper.id,), about=paper.name)


def _plan(record: Record) -> Iterator[Oddity]:
    """Steps and goals of the plan that were done before there was a record: a day typed wrong, as often as not."""
    began = record.created[:10]
    dated = [(g.id, g.text, g.met_on) for g in record.plan.goals] + [
        (a.id, a.what, a.done_on) for a in record.plan.actions
    ]
    return (
        Oddity(kind="done_early", ids=(n,), about=text.rstrip(".")) for n, text, day in dated if day and day < began
    )


def _title(part: Experience | Education) -> str:
    return part.title if isinstance(part, Experience) else part.study or part.school


def expired(paper: Credential, today: str) -> bool:
    """Whether a paper has surely run out."""
    return bool(paper.expires) and last_day(paper.expires) < today


def in_force(record: Record, today: str) -> Record:
    """The record without papers that have run out, and without the licences that only they stand for.

    What the person answered about licences is their word, and stays.
    """
    kept = tuple(c for c in record.credentials if not expired(c, today))
    gone = {c.licence for c in record.credentials if c.licence} - {c.licence for c in kept}
    if len(kept) == len(record.credentials):
        return record
    said = record.answered("want.licences") is not None
    held = tuple(x for x in record.wants.licences if said or x not in gone)
    return replace(record, credentials=kept, wants=replace(record.wants, licences=held))


def _licences(record: Record, today: str) -> Iterator[Oddity]:
    """What the person says they have, against the papers of that kind."""
    for licence in record.wants.licences:
        papers = [c for c in record.credentials if c.licence == licence]
        if papers and all(expired(c, today) for c in papers):
            yield Oddity(kind="licence_expired", ids=tuple(c.id for c in papers), about=licence)
    for paper in record.credentials:
        if paper.licence and paper.licence not in record.wants.licences and not expired(paper, today):
            yield Oddity(kind="licence_unused", ids=(paper.id,), about=paper.licence)


def _schooling(record: Record) -> Iterator[Oddity]:
    said = record.wants.schooling
    higher = [
        e
        for e in record.education
        if said and e.level and e.finished is not False and LADDER.index(e.level) > LADDER.index(said)
    ]
    if higher and said:
        yield Oddity(kind="schooling_lower", ids=tuple(e.id for e in higher), about=said)


def _evidence(record: Record) -> Iterator[Oddity]:
    """Somebody saw it, but nobody is named: then it carries no more than "I say so"."""
    backed: tuple[Experience | Education | Credential | Claim, ...] = (
        *record.experience, *record.education, *record.credentials, *record.claims,
    )  # fmt: skip
    for part in backed:
        if any(e.held == "seen" and not e.who for e in part.evidence):
            yield Oddity(kind="nobody_named", ids=(part.id,))
