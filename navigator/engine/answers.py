"""Put an answer into a record. One table: question name to the part of the record it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from navigator.domain.errors import BadInput
from navigator.domain.question import Answer, Question
from navigator.domain.record import BestWorst, Experience, Liking, Money, Progress, Rating, Record
from navigator.engine.inventory import ANY, NONE_OF_THESE, NOT_SURE, experience, held
from navigator.engine.parts import without
from navigator.engine.validate import money_of
from navigator.i18n import _

LIKE_VALUES = {"yes": 1, "no": -1, "unsure": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer on its way into a record."""

    name: str
    about: str
    part: str
    """The name of its question, and what the name tells: which work, skill or set, and which part of it."""
    answer: Answer
    question: Question
    when: str

    @property
    def text(self) -> str:
        """The answer where it is one text; else nothing."""
        return self.answer if isinstance(self.answer, str) else ""

    @property
    def many(self) -> tuple[str, ...]:
        """The answer where it is a list of picks; else none."""
        return self.answer if isinstance(self.answer, tuple) else ()

    @property
    def money(self) -> Money | None:
        """The answer where it is an amount."""
        return money_of(self.text) if self.text else None

    @property
    def offered(self) -> tuple[str, ...]:
        """What could be picked."""
        return tuple(choice.id for choice in self.question.choices)

    def picked_of(self, before: tuple[str, ...]) -> tuple[str, ...]:
        """A list of picks after this screen of it: what the screen did not offer stays."""
        offered = self.offered
        return tuple(x for x in before if x not in offered) + tuple(x for x in self.many if x in offered)


Put = Callable[[Record, Given], Record]


def applied(record: Record, question: Question, answer: Answer, when: str) -> Record:
    """The record with one more answer (None: skipped), marked as done. Changing an answer drops what hung on it."""
    for pattern, put in TABLE:
        found = pattern.fullmatch(question.id)
        if found:
            about, part = (*found.groups(), "", "")[:2]
            given = Given(name=question.id, about=about, part=part, answer=answer, question=question, when=when)
            changed = put(record, given)
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


def _put_person(record: Record, given: Given) -> Record:
    said: dict[str, Any] = {"last_pay": given.money} if given.name == "pay" else {given.name: given.text}
    return replace(record, person=replace(record.person, **said))


def _put_title(record: Record, given: Given) -> Record:
    n, title, jobs = int(given.about), given.text, held(record)
    there, done = jobs[n - 1 : n], record.answered(given.name)
    if not title:  # taken away; work that was never named here, such as that of a file, is only passed over
        return without(record, there[0]) if there and done and not done.skipped else record
    if any(job.title == title for job in there):
        return record
    job = Experience(id=f"job{n}", title=title, when=given.when)
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


def _put_occupation(record: Record, given: Given) -> Record:
    job, code = _job(record, given.about), None if given.answer in (None, NONE_OF_THESE) else given.text
    if job.code == code and record.answered(given.name):
        return record
    changed = _with(record, job, code=code, asked=(), did=(), fields=(), groups=())
    return reopened(changed, *(f"{given.about}.{part}" for part in ("did", "field", "groups", "did.")))


def _put_job_part(record: Record, given: Given) -> Record:
    said = given.answer if given.part == "kind" else given.text
    return _with(record, _job(record, given.about), **{given.part: said})


def _put_did(record: Record, given: Given) -> Record:
    if given.answer is None:
        return record
    return _with(record, _job(record, given.about), asked=given.offered, did=given.many)


def _put_told(record: Record, given: Given) -> Record:
    job, part = _job(record, given.about), TOLD_FIELDS[given.part]
    if record.answered(given.name) and getattr(job, part) == given.many:
        return record  # kept on the way back: what was ticked on the screens after it stays
    return reopened(_with(record, job, asked=(), did=(), **{part: given.many}), f"{given.about}.did.")


def _put_screen(record: Record, given: Given) -> Record:
    job = _job(record, given.about)
    asked = job.asked + tuple(a for a in given.offered if a not in job.asked)
    return _with(record, job, asked=asked, did=given.picked_of(job.did))


def _put_sector(record: Record, given: Given) -> Record:
    return replace(record, sector=given.text)


def _put_strongest(record: Record, given: Given) -> Record:
    return replace(record, strongest=given.many)


def _put_rating(record: Record, given: Given) -> Record:
    others = tuple(r for r in record.ratings if r.skill != given.about)
    if given.answer is None:
        return replace(record, ratings=others)
    level = None if given.answer == NOT_SURE else int(given.text)
    return replace(record, ratings=(*others, Rating(skill=given.about, level=level, when=given.when)))


def _put_best(record: Record, given: Given) -> Record:
    others = tuple(b for b in record.best_worst if b.id != given.about)
    if any(b.id == given.about and b.best == given.answer for b in record.best_worst):
        return record  # kept on the way back: what is done least well stays too
    changed = reopened(record, f"least.{given.about}")
    if given.answer is None:
        return replace(changed, best_worst=others)
    chosen = BestWorst(id=given.about, offered=given.offered, best=given.text, when=given.when)
    return replace(changed, best_worst=(*others, chosen))


def _put_least(record: Record, given: Given) -> Record:
    sets = tuple(replace(b, worst=given.text or None) if b.id == given.about else b for b in record.best_worst)
    return replace(record, best_worst=sets)


def _put_knowledge(record: Record, given: Given) -> Record:
    return replace(record, knowledge=given.picked_of(record.knowledge))


def _put_liking(record: Record, given: Given) -> Record:
    others = tuple(x for x in record.likings if x.statement != given.about)
    if given.answer is None:
        return replace(record, likings=others)
    said = Liking(statement=given.about, value=LIKE_VALUES[given.text], when=given.when)
    return replace(record, likings=(*others, said))


def _put_want(record: Record, given: Given) -> Record:
    changes: dict[str, Any] = {WANT_FIELDS[given.about]: given.many}
    if given.about == "pay":
        changes = {"pay_floor": given.money}
    elif given.about == "train":
        changes = {"train_months": None if given.answer is None else float(given.text)}
    elif given.about == "school":
        changes = {"schooling": given.answer}
    return replace(record, wants=replace(record.wants, **changes))


def _put_needs(record: Record, given: Given) -> Record:
    return replace(record, needs=given.picked_of(record.needs))


TOLD_FIELDS = {"field": "fields", "groups": "groups"}

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
        (r"(job\.\d|any)\.(field|groups)", _put_told),
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
