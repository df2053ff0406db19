"""What a record says, in words; and the records of a home."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import Refusal
from navigator.domain.record import Experience, Record
from navigator.engine import wording
from navigator.engine.oddities import oddities
from navigator.engine.parts import Part, short_ids
from navigator.engine.standing import is_flat, worked_as
from navigator.formats import words
from navigator.i18n import N_, _
from navigator.records.seal import is_sealed
from navigator.records.store import Opened, RecordStore
from navigator.services.record_words import ORIGINS, backed, held_lines, kept, line_of, odd

PARTS = {
    "experience": N_("What you have done"),
    "education": N_("School and training"),
    "credentials": N_("Certificates, licenses and badges"),
    "claims": N_("Skills in your words"),
    "languages": N_("Languages"),
    "documents": N_("Documents kept as they came"),
}
"""The headings of the parts that have ids."""

STATUSES = {
    "not_started": "",
    "in_progress": N_("begun"),
    "done": N_("done"),
    "no_longer": N_("no longer"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of the record: the id to name it by (where it has one), the line, and what stands behind it."""

    text: str
    id: str = ""
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A record in words: each part a heading (in English; said in the person's language when shown) with its lines."""

    file: str
    sealed: bool
    parts: dict[str, tuple[Item, ...]]
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record of a home; of a sealed one only its name is known."""

    name: str
    who: str
    created: str
    finished: bool
    current: bool
    sealed: bool = False


def told(catalogue: Catalogue, opened: Opened, today: date) -> Told:
    """What the record says, where each thing comes from, how strong it is, and what looks wrong."""
    teller = _Teller(catalogue=catalogue, record=opened.record, today=today)
    parts = {head: tuple(items) for head, items in teller.parts() if items}
    return Told(file=str(opened.path), sealed=is_sealed(opened.path), parts=parts, record=opened.record)


@dataclass(frozen=True, kw_only=True)
class _Teller:
    catalogue: Catalogue
    record: Record
    today: date

    def parts(self) -> Iterator[tuple[str, list[Item]]]:
        """Every part under its heading, in the order in which a person would tell it."""
        ids, record = short_ids(self.record), self.record
        yield N_("You"), _items(self._person())
        for place, head in PARTS.items():
            yield head, [self._part(p, ids) for p in getattr(record, place)]
        yield N_("Your skills"), self._ratings()
        yield from ((head, _items(lines)) for head, lines in self._answers())
        yield N_("Your plan"), self._plan()
        yield N_("Your answers in the guide"), _items(self._guide())
        kinds = {k.id: k.name for k in self.catalogue.resource_kinds}
        yield N_("Help you want"), _items(kinds.get(n, n) for n in record.needs)
        yield N_("Look at these"), _items(self._notes())

    def _person(self) -> Iterator[str]:
        person, contact = self.record.person, self.record.person.contact
        yield kept(person.name)
        yield self.catalogue.areas.get(person.state, "")
        if person.last_pay:
            yield _("last pay: {pay}").format(pay=words.money(person.last_pay))
        yield from map(kept, (contact.email, contact.phone, contact.city, contact.web, person.about))

    def _part(self, part: Part, ids: dict[str, str]) -> Item:
        """A part with how strong it is: on its own line where that is one word, below it where there is more to say."""
        held = held_lines(part.evidence, part.origin, self.catalogue) if backed(part) else []
        text = self._work(part) if isinstance(part, Experience) else line_of(part, self.catalogue)
        if backed(part) and not part.evidence:
            text, held = _("{part} ({held})").format(part=text, held=held[0]), []
        lines = self._did(part) if isinstance(part, Experience) else map(kept, getattr(part, "details", ()))
        return Item(id=ids[part.id], text=text, more=(*lines, *_evidence(held)))

    def _work(self, job: Experience) -> str:
        line = line_of(job, self.catalogue)
        if not job.code:
            return line
        name = self.catalogue.names.get(job.code, job.code)
        done = worked_as(job, self.catalogue.framework.service)
        said = _("{work} = {occupation} ({code})") if done else _("{work}; most like: {occupation} ({code})")
        return said.format(work=line, occupation=name, code=job.code)

    def _did(self, job: Experience) -> Iterator[str]:
        did = {a.id: a.did for a in self.catalogue.framework.activities}
        ticked = "; ".join(did[a] for a in job.did if a in did)
        if ticked:
            yield _("Did: {activities}").format(activities=ticked)
        yield from map(kept, job.details)

    def _ratings(self) -> list[Item]:
        skill = {s.id: s.name for s in self.catalogue.framework.skills}
        found = []
        for r in self.record.ratings:
            level = words.LEVELS[r.level] if r.level else _("not sure")
            text = _("{skill}: {level} ({origin}, {day})").format(
                skill=skill.get(r.skill, r.skill), level=level, origin=_(ORIGINS[r.origin]), day=r.when[:10]
            )
            more = held_lines(r.evidence, r.origin, self.catalogue) if r.evidence else []
            found.append(Item(text=text.replace(", )", ")"), more=tuple(_evidence(more))))
        return found

    def _answers(self) -> Iterator[tuple[str, list[str]]]:
        record, framework = self.record, self.catalogue.framework
        skill = {s.id: s.name for s in framework.skills}
        known = {k.id: k.name for k in framework.knowledge}
        text = {s.id: s.text for s in framework.statements}
        yield N_("Your strongest"), [skill[s] for s in record.strongest if s in skill]
        yield N_("Best and least of five"), [_best(b.best, b.worst, skill) for b in record.best_worst]
        yield N_("What you know about"), [known.get(k, k) for k in record.knowledge]
        yield N_("What you like"), [text[x.statement] for x in record.likings if x.value > 0 and x.statement in text]
        yield N_("Not like you"), [text[x.statement] for x in record.likings if x.value < 0 and x.statement in text]
        yield N_("What you want"), list(self._wants())
        yield N_("Schooling and papers"), list(self._brought())
        names = self.catalogue.names
        yield N_("Not for you"), [_with(names.get(d.code, d.code), kept(d.why)) for d in record.dismissed]

    def _wants(self) -> Iterator[str]:
        wants = self.record.wants
        hours = {c.id: _(c.text) for c in wording.HOURS}
        cannot = {c.id: c.text for c in self.catalogue.matching.cannot}
        train = {c.id: _(c.text) for c in wording.TRAIN}
        if wants.pay_floor:
            yield _("least pay: {pay}").format(pay=words.money(wants.pay_floor))
        if wants.hours:
            yield _("hours: {hours}").format(hours=", ".join(hours.get(h, h) for h in wants.hours))
        if wants.train_months is not None:
            yield _("time to train: {time}").format(
                time=train.get(f"{wants.train_months:g}", f"{wants.train_months:g}")
            )
        if wants.cannot:
            yield _("stays away from: {things}").format(things=", ".join(cannot.get(c, c) for c in wants.cannot))

    def _brought(self) -> Iterator[str]:
        wants = self.record.wants
        if wants.schooling and wants.schooling != "none":
            yield words.upper_first(words.SCHOOLING[wants.schooling])
        yield from (words.upper_first(self.catalogue.licences.get(n, n)) for n in wants.licences)

    def _plan(self) -> list[Item]:
        plan = self.record.plan
        goals = [Item(id=g.id, text=_with(kept(g.text), _("met") if g.met_on else "")) for g in plan.goals]
        return [*goals, *(Item(id=a.id, text=_with(kept(a.what), _(STATUSES[a.status]))) for a in plan.actions)]

    def _guide(self) -> Iterator[str]:
        from navigator.services.guide import noted

        for note in noted(self.catalogue, self.record):
            yield _with(note.asked or note.question, kept(note.text))

    def _notes(self) -> Iterator[str]:
        if is_flat(self.record):
            yield _("All skills got much the same mark, so picks of best and least count instead.")
        for oddity in oddities(self.record, self.today.isoformat()):
            yield odd(oddity, self.record, self.catalogue)


def _items(lines: Iterator[str] | list[str]) -> list[Item]:
    return [Item(text=line) for line in lines if line]


def _evidence(lines: list[str]) -> Iterator[str]:
    return (_("Evidence: {evidence}").format(evidence=line) for line in lines)


def _with(text: str, more: str) -> str:
    return _("{text}: {more}").format(text=text, more=more) if more else text


def _best(best: str, worst: str | None, skill: dict[str, str]) -> str:
    if worst:
        return _("best: {best}; least: {least}").format(best=skill.get(best, best), least=skill.get(worst, worst))
    return _("best: {best}").format(best=skill.get(best, best))


def listed(store: RecordStore) -> tuple[list[Entry], tuple[str, ...]]:
    """The records of a home, and a sentence for each that cannot be opened. Nobody is asked for a passphrase."""
    found, problems = [], []
    current = store.current()
    for path in store.paths():
        try:
            found.append(_entry(store, path, path == current))
        except Refusal as refusal:
            problems.append(str(refusal))
    return found, tuple(problems)


def _entry(store: RecordStore, path: Path, current: bool) -> Entry:
    if is_sealed(path):
        return Entry(name=store.name_of(path), who="", created="", finished=False, current=current, sealed=True)
    record = store.open(path).record
    return Entry(
        name=path.stem,
        who=record.person.name,
        created=record.created[:10],
        finished=record.finished,
        current=current,
    )
