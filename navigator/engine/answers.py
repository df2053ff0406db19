"""Put an answer into a record, and read one back. One table: question name to the part of the record it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from navigator.domain.errors import BadInput
from navigator.domain.question import Answer, Question
from navigator.domain.record import BestWorst, Experience, Liking, Money, Per, Progress, Rating, Record
from navigator.engine.inventory import ANY, NONE_OF_THESE, NOT_SURE, experience, held
from navigator.engine.parts import without
from navigator.engine.validate import money_of
from navigator.i18n import N_, _

LIKE_VALUES = {"yes": 1, "no": -1, "unsure": 0}

Put = Callable[[Record, "re.Match[str]", Answer, Question, str], Record]


def applied(record: Record, question: Question, answer: Answer, when: str) -> Record:
    """The record with one more answer (None: skipped), marked as done. Changing an answer drops what hung on it."""
    for pattern, put in TABLE:
        found = pattern.fullmatch(question.id)
        if found:
            changed = put(record, found, answer, question, when)
            if answer is None and changed.answered(question.id) and question.kind == "title":
                return changed  # it was taken away, and the work after it moved up with its own answers
            return marked(changed, question.id, skipped=answer is None, when=when)
    raise BadInput(_("There is no question {name!r}. 'navigator questions' lists them.").format(name=question.id))


def marked(record: Record, name: str, *, skipped: bool, when: str) -> Record:
    """The record with a question noted as done; the order of the walk is kept."""
    entry = Progress(question=name, skipped=skipped, when=when)
    if record.answered(name) is None:
        return replace(record, progress=(*record.progress, entry))
    return replace(record, progress=tuple(entry if p.question == name else p for p in record.progress))


def reopened(record: Record, *names: str) -> Record:
    """The record with some questions open again: those named, and all below a name that ends in a dot."""
    kept = tuple(
        p
        for p in record.progress
        if not any(p.question == n or (n.endswith(".") and p.question.startswith(n)) for n in names)
    )
    return replace(record, progress=kept)


def known_name(name: str) -> bool:
    """Whether there can be a question of this name."""
    return any(pattern.fullmatch(name) for pattern, _ in TABLE)


def _text(answer: Answer) -> str:
    return answer if isinstance(answer, str) else ""


def _many(answer: Answer) -> tuple[str, ...]:
    return answer if isinstance(answer, tuple) else ()


def _money(answer: Answer) -> Money | None:
    return money_of(answer) if isinstance(answer, str) else None


def _put_person(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    name = found[0]
    if name == "pay":
        return replace(record, person=replace(record.person, last_pay=_money(answer)))
    said: dict[str, Any] = {name: _text(answer)}
    return replace(record, person=replace(record.person, **said))


def _put_title(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    n, title, jobs = int(found[1]), _text(answer), held(record)
    there, done = jobs[n - 1 : n], record.answered(found[0])
    if not title:  # taken away; work that was never named here, such as that of a file, is only passed over
        return without(record, there[0]) if there and done and not done.skipped else record
    if any(job.title == title for job in there):
        return record
    job = Experience(id=f"job{n}", title=title, when=when)
    others = tuple(e for e in record.experience if e not in jobs)  # what was ticked for no work, added or brought in
    changed = replace(record, experience=(*jobs[: n - 1], job, *jobs[n:], *others))
    return reopened(
        changed, *(f"job.{n}.{part}" for part in ("occupation", "kind", "length", "did", "field", "groups", "did."))
    )


def _job(record: Record, about: str) -> Experience:
    """The work that a question is about, by the first part of its name; for no work in particular (``any``) one is made.

    Its number counts the work named in the walk: what was added or brought in may stand before it in the file.
    """
    if about == ANY:
        return next((e for e in record.experience if e.id == ANY), Experience(id=ANY))
    n = int(about.removeprefix("job."))
    job = experience(record, n)
    if job is None:
        said = _("There is no work number {n} in this record yet: give its title first (job.{n}.title).")
        raise BadInput(said.format(n=n))
    return job


def _with(record: Record, job: Experience, **changes: object) -> Record:
    """The record with a work of it, or one just made, changed."""
    changed = replace(job, **changes)  # type: ignore[arg-type]
    if all(e is not job for e in record.experience):
        return replace(record, experience=(*record.experience, changed))
    return replace(record, experience=tuple(changed if e is job else e for e in record.experience))


def _put_occupation(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    job, code = _job(record, found[1]), None if answer in (None, NONE_OF_THESE) else _text(answer)
    if job.code == code and record.answered(found[0]):
        return record
    changed = _with(record, job, code=code, asked=(), did=(), fields=(), groups=())
    return reopened(changed, *(f"{found[1]}.{part}" for part in ("did", "field", "groups", "did.")))


def _put_job_part(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    return _with(record, _job(record, found[1]), **{found[2]: answer if found[2] == "kind" else _text(answer)})


def _put_did(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    if answer is None:
        return record
    return _with(record, _job(record, found[1]), asked=tuple(c.id for c in question.choices), did=_many(answer))


def _put_field(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    job = _job(record, found[1])
    if record.answered(found[0]) and job.fields == _many(answer):
        return record  # kept on the way back, as below
    return reopened(_with(record, job, fields=_many(answer), asked=(), did=()), f"{found[1]}.did.")


def _put_groups(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    job = _job(record, found[1])
    if record.answered(found[0]) and job.groups == _many(answer):
        return record  # kept on the way back: what was ticked on the screens after it stays
    return reopened(_with(record, job, groups=_many(answer), asked=(), did=()), f"{found[1]}.did.")


def _put_screen(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    job = _job(record, found[1])
    offered = tuple(c.id for c in question.choices)
    asked = job.asked + tuple(a for a in offered if a not in job.asked)
    did = tuple(a for a in job.did if a not in offered) + tuple(a for a in _many(answer) if a in offered)
    return _with(record, job, asked=asked, did=did)


def _put_sector(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    return replace(record, sector=_text(answer))


def _put_strongest(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    return replace(record, strongest=_many(answer))


def _put_rating(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    others = tuple(r for r in record.ratings if r.skill != found[1])
    if answer is None:
        return replace(record, ratings=others)
    level = None if answer == NOT_SURE else int(_text(answer))
    return replace(record, ratings=(*others, Rating(skill=found[1], level=level, when=when)))


def _put_best(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    others = tuple(b for b in record.best_worst if b.id != found[1])
    if any(b.id == found[1] and b.best == answer for b in record.best_worst):
        return record  # kept on the way back: what is done least well stays too
    changed = reopened(record, f"least.{found[1]}")
    if answer is None:
        return replace(changed, best_worst=others)
    offered = tuple(c.id for c in question.choices)
    return replace(
        changed, best_worst=(*others, BestWorst(id=found[1], offered=offered, best=_text(answer), when=when))
    )


def _put_least(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    sets = tuple(replace(b, worst=_text(answer) or None) if b.id == found[1] else b for b in record.best_worst)
    return replace(record, best_worst=sets)


def _put_knowledge(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    offered = {c.id for c in question.choices}
    kept = tuple(k for k in record.knowledge if k not in offered)
    return replace(record, knowledge=kept + tuple(k for k in _many(answer) if k in offered))


def _put_liking(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    others = tuple(x for x in record.likings if x.statement != found[1])
    if answer is None:
        return replace(record, likings=others)
    return replace(record, likings=(*others, Liking(statement=found[1], value=LIKE_VALUES[_text(answer)], when=when)))


def _put_want(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    name = found[1]
    changes: dict[str, Any] = {WANT_FIELDS[name]: _many(answer)}
    if name == "pay":
        changes = {"pay_floor": _money(answer)}
    elif name == "train":
        changes = {"train_months": None if answer is None else float(_text(answer))}
    elif name == "school":
        changes = {"schooling": answer}
    return replace(record, wants=replace(record.wants, **changes))


def _put_needs(record: Record, found: re.Match[str], answer: Answer, question: Question, when: str) -> Record:
    """Kinds of help wanted; those of the other screen of needs stay."""
    offered = {c.id for c in question.choices}
    kept = tuple(n for n in record.needs if n not in offered)
    return replace(record, needs=kept + tuple(n for n in _many(answer) if n in offered))


WANT_FIELDS = {
    "pay": "pay_floor", "hours": "hours", "train": "train_months", "cannot": "cannot", "school": "schooling",
    "licences": "licences",
}  # fmt: skip


TABLE: tuple[tuple[re.Pattern[str], Put], ...] = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"name|state|pay|looked", _put_person),
        (r"job\.(\d)\.title", _put_title),
        (r"(job\.\d)\.occupation", _put_occupation),
        (r"(job\.\d)\.(kind|length)", _put_job_part),
        (r"(job\.\d)\.did", _put_did),
        (r"(job\.\d|any)\.field", _put_field),
        (r"(job\.\d|any)\.groups", _put_groups),
        (r"(job\.\d|any)\.did\.\d", _put_screen),
        (r"sector", _put_sector),
        (r"strongest", _put_strongest),
        (r"skill\.([\w-]+)", _put_rating),
        (r"best\.(\d+)", _put_best),
        (r"least\.(\d+)", _put_least),
        (r"know\.\d+", _put_knowledge),
        (r"like\.([\w-]+)", _put_liking),
        (r"want\.(pay|hours|train|cannot|school|licences)", _put_want),
        (r"need\.(daily|learning)", _put_needs),
    )
)


def current(record: Record, name: str) -> Answer:
    """The answer a question has now, in the form in which it would be given again; None where there is none."""
    if name in ("name", "state", "looked"):
        return getattr(record.person, name) or None
    if name in ("pay", "want.pay"):
        return _money_text(record.person.last_pay if name == "pay" else record.wants.pay_floor)
    if name in ("sector", "strongest"):
        return getattr(record, name) or None
    if name.startswith(("job.", "any.")):
        return _current_of_work(record, name)
    if name.startswith(("know.", "need.")):
        return (record.knowledge if name.startswith("know.") else record.needs) or None
    kind, _, rest = name.partition(".")
    found: dict[str, Callable[[], Answer]] = {
        "skill": lambda: next(
            (NOT_SURE if r.level is None else str(r.level) for r in record.ratings if r.skill == rest), None
        ),
        "best": lambda: next((b.best for b in record.best_worst if b.id == rest), None),
        "least": lambda: next((b.worst for b in record.best_worst if b.id == rest), None),
        "like": lambda: next(
            (k for x in record.likings if x.statement == rest for k, v in LIKE_VALUES.items() if v == x.value), None
        ),
        "want": lambda: _current_want(record, rest),
    }
    return found[kind]() if kind in found else None


def _money_text(money: Money | None) -> str | None:
    if money is None:
        return None
    amount = f"{money.amount:.2f}".removesuffix(".00")
    said = _(PER[money.per]).format(amount=amount)
    return _("{pay} plus tips").format(pay=said) if money.tips else said


PER: dict[Per, str] = {
    "hour": N_("{amount} an hour"),
    "day": N_("{amount} a day"),
    "week": N_("{amount} a week"),
    "two_weeks": N_("{amount} every two weeks"),
    "month": N_("{amount} a month"),
    "year": N_("{amount} a year"),
}
"""How an amount is said back, in words that can be typed again."""


def _current_of_work(record: Record, name: str) -> Answer:
    about, _, part = name.rpartition(".") if not name[-1].isdigit() else name.rpartition(".")[0].rpartition(".")
    if about != ANY and experience(record, int(about.removeprefix("job."))) is None:
        return None
    job = _job(record, about)
    fields: dict[str, Answer] = {
        "title": job.title, "occupation": job.code or NONE_OF_THESE, "kind": job.kind, "length": job.length,
        "did": job.did, "field": job.fields, "groups": job.groups,
    }  # fmt: skip
    return fields.get(part) or None


def _current_want(record: Record, name: str) -> Answer:
    wants = record.wants
    found: dict[str, Answer] = {
        "hours": wants.hours,
        "train": None if wants.train_months is None else f"{wants.train_months:g}",
        "cannot": wants.cannot,
        "school": wants.schooling,
        "licences": wants.licences,
    }
    return found.get(name) or None
