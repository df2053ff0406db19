"""What a record says, in words; and the records of a home."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import NotFound, Refusal
from navigator.domain.record import Record
from navigator.engine import wording
from navigator.engine.standing import is_flat
from navigator.formats import words
from navigator.formats.page import LENGTHS, papers
from navigator.records.store import Opened, RecordStore
from navigator.services.page import names_of

ORIGINS = {"said": "you said so", "imported": "from a file", "inferred": "from a job you held"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A record in words: each part a heading with its lines."""

    file: str
    parts: dict[str, list[str]]
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record of a home."""

    name: str
    who: str
    created: str
    finished: bool
    current: bool


def told(catalogue: Catalogue, opened: Opened) -> Told:
    """What the record says, and where each thing comes from."""
    record, names = opened.record, names_of(catalogue)
    person = record.person
    skill = {s.id: s.name for s in catalogue.framework.skills}
    statement = {s.id: s.text for s in catalogue.framework.statements}
    parts = {
        "You": [
            t
            for t in (
                person.name,
                catalogue.areas.get(person.state, ""),
                _labelled("last pay", words.money(person.last_pay)),
            )
            if t
        ],
        "What you have done": _work(record, catalogue),
        "Your skills": [
            f"{skill.get(r.skill, r.skill)}: {words.LEVELS[r.level] if r.level else 'not sure'} ({ORIGINS[r.origin]}, {r.when[:10]})"
            for r in record.ratings
        ],
        "Your strongest": [skill[s] for s in record.strongest if s in skill],
        "Best and least of five": [_best_worst(b.best, b.worst, skill) for b in record.best_worst],
        "What you know about": [names.knowledge.get(k, k) for k in record.knowledge],
        "What you like": [statement[x.statement] for x in record.likings if x.value > 0 and x.statement in statement],
        "Not like you": [statement[x.statement] for x in record.likings if x.value < 0 and x.statement in statement],
        "What you want": _wants(record, catalogue),
        "Schooling and papers": papers(record, names),
        "Not for you": [
            f"{names.occupations.get(d.code, d.code)}{': ' + d.why if d.why else ''}" for d in record.dismissed
        ],
    }
    if is_flat(record):
        parts["Note"] = ["All skills got much the same mark, so picks of best and least count instead."]
    return Told(file=str(opened.path), parts={k: v for k, v in parts.items() if v}, record=record)


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if text else ""


def _best_worst(best: str, worst: str | None, skill: dict[str, str]) -> str:
    least = f"; least: {skill.get(worst, worst)}" if worst else ""
    return f"best: {skill.get(best, best)}{least}"


def _work(record: Record, catalogue: Catalogue) -> list[str]:
    did = {a.id: a.did for a in catalogue.framework.activities}
    kinds = {c.id: c.text for c in wording.KINDS}
    lines = []
    for job in record.experience:
        known = f" = {catalogue.names.get(job.code, job.code)} ({job.code})" if job.code else ""
        about = [kinds.get(job.kind or "", ""), LENGTHS.get(job.length, "")]
        said = "; ".join(did[a] for a in job.did if a in did)
        lines.append(
            f"{job.title or 'At work or at home'}{known}. {', '.join(a for a in about if a)}{'. Did: ' + said if said else ''}".rstrip(
                ". "
            )
            + "."
        )
    return lines


def _wants(record: Record, catalogue: Catalogue) -> list[str]:
    wants = record.wants
    hours = {c.id: c.text for c in wording.HOURS}
    cannot = {c.id: c.text for c in catalogue.matching.cannot}
    train = {c.id: c.text for c in wording.TRAIN}
    return [
        t
        for t in (
            _labelled("least pay", words.money(wants.pay_floor)),
            _labelled("hours", ", ".join(hours.get(h, h) for h in wants.hours)),
            _labelled("time to train", "" if wants.train_months is None else train.get(f"{wants.train_months:g}", "")),
            _labelled("stays away from", ", ".join(cannot.get(c, c) for c in wants.cannot)),
        )
        if t
    ]


def listed(store: RecordStore) -> tuple[list[Entry], tuple[str, ...]]:
    """The records of a home, and a sentence for each that cannot be opened."""
    found, problems = [], []
    current = store.current()
    for path in store.paths():
        try:
            record = store.open(path).record
        except Refusal as refusal:
            problems.append(str(refusal))
            continue
        found.append(
            Entry(
                name=path.stem,
                who=record.person.name,
                created=record.created[:10],
                finished=record.finished,
                current=path == current,
            )
        )
    return found, tuple(problems)


def restored(store: RecordStore, path: Path, number: int) -> Opened:
    """Bring back an earlier save, even of a record that can no longer be opened. Raises NotFound."""
    try:
        saves = store.history(store.open(path))
    except Refusal:
        saves = store.damaged_history(path)
    if number > len(saves):
        have = f"There are {len(saves)}." if saves else "There is none yet."
        raise NotFound(f"There is no earlier save number {number} of {path.stem}. {have}")
    return store.restore(path, saves[number - 1])
