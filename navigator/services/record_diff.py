"""What changed between two versions of a record, in words, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Evidence, Money, Record
from navigator.engine import wording
from navigator.engine.partial_dates import said
from navigator.engine.parts import PLACES, Part
from navigator.engine.plan import STATUSES
from navigator.formats import words
from navigator.i18n import N_, _, ngettext
from navigator.services.record_words import about_evidence, kept, line_of

T = TypeVar("T")

LABELS = {
    "name": N_("name"), "state": N_("state"), "last_pay": N_("last pay"), "looked": N_("how widely you looked"),
    "email": N_("email"), "phone": N_("phone"), "city": N_("town"), "web": N_("web page"), "about": N_("about you"),
    "title": N_("title"), "code": N_("occupation"), "kind": N_("kind"), "length": N_("how long"),
    "employer": N_("employer"), "place": N_("place"), "start": N_("begin"), "end": N_("end"), "details": N_("lines"),
    "evidence": N_("evidence"), "did": N_("what you did"), "groups": N_("kinds of things done"), "fields": N_("field of work"),
    "school": N_("school"), "study": N_("study"), "level": N_("level"), "finished": N_("finished"),
    "licence": N_("license"), "issuer": N_("who gave it"), "issued": N_("since"), "expires": N_("runs out"),
    "number": N_("number"), "skill": N_("skill of the list"), "result": N_("check"), "document": N_("document"),
    "pay_floor": N_("least pay"), "hours": N_("hours"), "train_months": N_("time to train"),
    "cannot": N_("stays away from"), "schooling": N_("schooling"), "licences": N_("licenses"),
    "what": N_("what"), "text": N_("text"), "goal": N_("goal"), "who": N_("who does it"), "agreed": N_("agreed"),
    "due": N_("due"), "status": N_("status"), "done_on": N_("done on"), "met_on": N_("met on"), "resource": N_("who can help"),
    "sector": N_("where you worked most"), "strongest": N_("your strongest"), "needs": N_("help wanted"),
    "knowledge": N_("what you know about"), "route": N_("route"),
}  # fmt: skip
"""How the fields of a record are called in a sentence; what is not here is of no interest to anybody."""

DATES = {"start", "end", "issued", "expires", "agreed", "due", "done_on", "met_on"}


@dataclass(frozen=True, kw_only=True)
class Teller:
    """Says changes with the catalogue's words."""

    catalogue: Catalogue

    def changes(self, old: Record, new: Record) -> tuple[str, ...]:
        """Every change as a sentence, in the order of the record; what only helps the walk is left out."""
        found = (
            *self._fields(_("You"), old.person, new.person, ("contact",)),
            *self._fields(_("You"), old.person.contact, new.person.contact),
            *self._parts(old, new),
            *self._simple(old, new),
            *self._skills(old, new),
            *self._likings(old, new),
            *self._fields(_("What you want"), old.wants, new.wants),
            *self._dismissed(old, new),
            *self._plan(old, new),
            *self._guide(old, new),
            *([_("All questions of the route are through.")] if new.finished and not old.finished else []),
        )
        return tuple(map(kept, found))

    def _parts(self, old: Record, new: Record) -> Iterator[str]:
        for _kind, where, _letter in PLACES:
            before: dict[str, Part] = {p.id: p for p in getattr(old, where)}
            after: dict[str, Part] = {p.id: p for p in getattr(new, where)}
            yield from (_("Added: {part}.").format(part=self._line(p)) for i, p in after.items() if i not in before)
            yield from (_("Took out: {part}.").format(part=self._line(p)) for i, p in before.items() if i not in after)
            for name, part in after.items():
                if name in before:
                    yield from self._fields(self._line(part), before[name], part)

    def _line(self, part: Part) -> str:
        return line_of(part, self.catalogue)

    def _fields(self, about: str, old: object, new: object, leave: tuple[str, ...] = ()) -> Iterator[str]:
        for f in fields(new):  # type: ignore[arg-type]
            was, now = getattr(old, f.name), getattr(new, f.name)
            if was != now and f.name in LABELS and f.name not in leave:
                yield self._changed(about, _(LABELS[f.name]), self.value(f.name, was), self.value(f.name, now))

    def _changed(self, about: str, label: str, was: str, now: str) -> str:
        was, now = was.rstrip("."), now.rstrip(".")
        if not was:
            return _("{about}: {label}: {now}.").format(about=about, label=label, now=now)
        if not now:
            return _("{about}: {label} taken out (was {was}).").format(about=about, label=label, was=was)
        return _("{about}: {label}: {now} (was {was}).").format(about=about, label=label, now=now, was=was)

    def value(self, field: str, value: Any) -> str:
        """A value in words; empty where there is none."""
        if value is None or value in ("", ()):
            return ""
        for kind, say in self._kinds(field):
            if isinstance(value, kind):
                return say(value)
        return said(value) if field in DATES else self._names(field).get(self._key(value), kept(str(value)))

    def _kinds(self, field: str) -> tuple[tuple[type, Callable[[Any], str]], ...]:
        return (
            (bool, lambda value: _("yes") if value else _("no")),
            (Money, words.money),
            (Evidence, lambda value: about_evidence(value, self.catalogue)),
            (tuple, lambda value: "; ".join(self.value(field, v) for v in value)),
        )

    @staticmethod
    def _key(value: object) -> str:
        return f"{value:g}" if isinstance(value, float) else str(value)

    def _names(self, field: str) -> Mapping[str, str]:
        """What the ids of a field are called."""
        framework = self.catalogue.framework
        choices = {
            "kind": wording.KINDS, "length": wording.LENGTHS, "hours": wording.HOURS, "train_months": wording.TRAIN,
            "schooling": wording.SCHOOL, "level": wording.SCHOOL, "looked": wording.LOOKED_CHOICES,
        }  # fmt: skip
        if field in choices:
            return {c.id: _(c.text) for c in choices[field]}
        if field == "status":
            return {status: _(name) for status, name in STATUSES.items()}
        looked_up: dict[str, Callable[[], Mapping[str, str]]] = {
            "code": lambda: self.catalogue.names,
            "state": lambda: self.catalogue.areas,
            "did": lambda: {a.id: a.did for a in framework.activities},
            "sector": lambda: {s.id: s.name for s in framework.sectors},
            "strongest": lambda: {s.id: s.name for s in framework.skills},
            "skill": lambda: {s.id: s.name for s in framework.skills},
            "knowledge": lambda: {k.id: k.name for k in framework.knowledge},
            "licence": lambda: self.catalogue.licences,
            "licences": lambda: self.catalogue.licences,
            "cannot": lambda: {c.id: c.text for c in self.catalogue.matching.cannot},
            "needs": lambda: {k.id: k.name for k in self.catalogue.resource_kinds},
        }
        return looked_up[field]() if field in looked_up else {}

    def _simple(self, old: Record, new: Record) -> Iterator[str]:
        for name in ("sector", "strongest", "knowledge", "needs"):
            was, now = getattr(old, name), getattr(new, name)
            if was != now:
                label = _(LABELS[name])
                yield self._changed(_("You"), label, self.value(name, was), self.value(name, now))

    def _skills(self, old: Record, new: Record) -> Iterator[str]:
        names = {s.id: s.name for s in self.catalogue.framework.skills}
        for skill, was, now in _pairs(old.ratings, new.ratings, lambda r: r.skill):
            about = names.get(skill, skill)
            levels = [_level(r.level) if r else "" for r in (was, now)]
            if levels[0] != levels[1]:
                yield self._changed(_("Skill"), about, *levels)
            held = [self.value("evidence", r.evidence) if r else "" for r in (was, now)]
            if held[0] != held[1]:
                yield self._changed(about, _("evidence"), *held)
        for _id, _was, picked in _pairs(old.best_worst, new.best_worst, lambda b: b.id):
            if picked:
                yield _("Best of five: {skill}.").format(skill=names.get(picked.best, picked.best))

    def _likings(self, old: Record, new: Record) -> Iterator[str]:
        texts = {s.id: s.text for s in self.catalogue.framework.statements}
        meaning = {1: _("like me"), -1: _("not like me"), 0: _("not sure"), None: ""}
        for name, was, now in _pairs(old.likings, new.likings, lambda x: x.statement):
            values = [meaning[x.value if x else None] for x in (was, now)]
            yield self._changed(_("What you like"), texts.get(name, name), *values)

    def _dismissed(self, old: Record, new: Record) -> Iterator[str]:
        for code, _was, now in _pairs(old.dismissed, new.dismissed, lambda d: d.code):
            sentence = _("Not for you: {occupation}.") if now else _("No longer ruled out: {occupation}.")
            yield sentence.format(occupation=self.catalogue.names.get(code, code))

    def _plan(self, old: Record, new: Record) -> Iterator[str]:
        for name, was, now in _pairs(old.plan.goals, new.plan.goals, lambda g: g.id):
            yield from self._planned(_("goal"), name, was, now, (now or was).text)
        for name, was_step, step in _pairs(old.plan.actions, new.plan.actions, lambda a: a.id):
            yield from self._planned(_("step"), name, was_step, step, (step or was_step).what)

    def _planned(self, what: str, name: str, was: Any, now: Any, text: str) -> Iterator[str]:
        gaps = {"what": what, "id": name, "text": kept(text).rstrip(".")}
        if was is None:
            yield _("Plan: added {what} {id}: {text}.").format(**gaps)
        elif now is None:
            yield _("Plan: took out {what} {id}: {text}.").format(**gaps)
        else:
            yield from self._fields(_("Plan, {what} {id}").format(**gaps), was, now)

    def _guide(self, old: Record, new: Record) -> Iterator[str]:
        for name, was, now in _pairs(old.guide, new.guide, lambda a: f"{a.question} {a.side}"):
            values = [kept(a.text) if a else "" for a in (was, now)]
            yield self._changed(_("Guide"), name.partition(" ")[0], *values)


def _level(level: int | None) -> str:
    return words.LEVELS[level] if level else _("not sure")


def _pairs(old: Iterable[T], new: Iterable[T], key: Callable[[T], str]) -> Iterator[tuple[str, Any, Any]]:
    """What differs: each key with what was there and what is there, None where there was nothing."""
    before, after = {key(x): x for x in old}, {key(x): x for x in new}
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield name, before.get(name), after.get(name)


def counted(answers: int) -> str:
    """So many answers, in words."""
    return ngettext("{count} answer to the questions", "{count} answers to the questions", answers).format(
        count=answers
    )
