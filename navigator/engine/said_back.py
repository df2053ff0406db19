"""Read an answer back from a record, in the form in which it would be given again."""

from __future__ import annotations

from collections.abc import Callable

from navigator.domain.question import Answer
from navigator.domain.record import Experience, Money, Per, Record
from navigator.engine.answers import LIKE_VALUES
from navigator.engine.inventory import ANY, NONE_OF_THESE, NOT_SURE, experience
from navigator.i18n import N_, _

PER: dict[Per, str] = {
    "hour": N_("{amount} an hour"),
    "day": N_("{amount} a day"),
    "week": N_("{amount} a week"),
    "two_weeks": N_("{amount} every two weeks"),
    "month": N_("{amount} a month"),
    "year": N_("{amount} a year"),
}
"""How an amount is said back, in words that can be typed again."""


def current(record: Record, name: str) -> Answer:
    """The answer a question has now; None where there is none."""
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


def _current_of_work(record: Record, name: str) -> Answer:
    about, _, part = name.rpartition(".") if not name[-1].isdigit() else name.rpartition(".")[0].rpartition(".")
    job = _work(record, about)
    if job is None:
        return None
    fields: dict[str, Answer] = {
        "title": job.title, "occupation": job.code or NONE_OF_THESE, "kind": job.kind, "length": job.length,
        "did": job.did, "field": job.fields, "groups": job.groups,
    }  # fmt: skip
    return fields.get(part) or None


def _work(record: Record, about: str) -> Experience | None:
    if about == ANY:
        return next((e for e in record.experience if e.id == ANY), None)
    return experience(record, int(about.removeprefix("job.")))


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
