"""Add, change and take out parts of a record. What follows for the matching is done too, and said."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, NotFound
from navigator.domain.plan import Goal
from navigator.domain.record import Claim, Credential, Education, Evidence, Experience, Held, Language, Rating, Record
from navigator.engine import oddities, parts
from navigator.engine import plan as plans
from navigator.engine.part_table import EVIDENCE, PartKind, kind_called
from navigator.engine.part_values import Given, values
from navigator.engine.parts import Part
from navigator.engine.validate import clean_line, shown
from navigator.i18n import _
from navigator.records.store import Opened, RecordStore, now
from navigator.services import record_effects as effects
from navigator.services.record_words import backed, line_of, odd

MADE: dict[str, type[Experience | Education | Credential | Claim | Language]] = {
    "experience": Experience,
    "education": Education,
    "credentials": Credential,
    "claims": Claim,
    "languages": Language,
}

_PIECE = re.compile(r"(?P<part>.+)\.e(?P<number>\d{1,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a change did, in sentences; the ids it touched; what looks wrong now; and where it was saved."""

    said: tuple[str, ...]
    ids: tuple[str, ...]
    notes: tuple[str, ...]
    file: str


@dataclass(frozen=True, kw_only=True)
class Editing:
    """One record to change parts of, on one day."""

    catalogue: Catalogue
    store: RecordStore
    opened: Opened
    today: date

    @property
    def record(self) -> Record:
        """The record as it was opened."""
        return self.opened.record

    def add(self, word: str, given: Given, to: str = "") -> Kept:
        """One more part; for evidence ``to`` says of what. Raises BadInput or NotFound."""
        kind = kind_called(word)
        own, evidence = _split(kind, given)
        if kind.place == "evidence":
            return self.back(to, evidence)
        if kind.place == "person":
            return self._person(kind, own)
        if kind.place == "plan":
            return self._goal(own)
        found = values(kind, own)
        part = _made(kind, found)
        record, kept = parts.with_part(self.record, part)
        if evidence:
            record = parts.with_evidence(record, kept, _evidence(evidence))
            kept = parts.find(record, kept.id)
        record, said = effects.of_part(self.catalogue, record, kept, set(found), self.today)
        final = parts.find(record, kept.id)
        line = _("Added {id}: {part}.").format(id=kept.id, part=line_of(final, self.catalogue))
        return self._saved(record, (line, *said), kept.id)

    def edit(self, name: str, given: Given, word: str = "") -> Kept:
        """Change a part, how to reach the person, or a goal. Raises BadInput or NotFound."""
        if word and kind_called(word).place == "person":
            return self._person(kind_called(word), given)
        if (word and kind_called(word).place == "plan") or self._is_plan(name):
            return self._goal_changed(name, given)
        part = self.named(name, word)
        kind = kind_of(part)
        own, evidence = _split(kind, given)
        changes = _attributes(kind, values(kind, own))
        if not changes and not evidence:
            raise BadInput(_("Say what is to change, such as --start 2019-03. --help lists what there is."))
        changed = replace(part, **changes)
        if not parts.title_of(changed) and parts.title_of(part):
            raise BadInput(_("It needs a name. To take it out: navigator record remove {id}.").format(id=part.id))
        record = parts.with_changed(self.record, changed)
        if evidence:
            record = parts.with_evidence(record, changed, _evidence(evidence))
        record, said = effects.of_part(self.catalogue, record, parts.find(record, part.id), set(changes), self.today)
        final = parts.find(record, part.id)
        if isinstance(part, Credential) and isinstance(final, Credential) and final.licence != part.licence:
            record, more = effects.of_removal(self.catalogue, record, part)
            said = (*said, *more)
        line = _("Changed {id}: {part}.").format(id=part.id, part=line_of(final, self.catalogue))
        return self._saved(record, (line, *said), part.id)

    def remove(self, name: str, word: str = "") -> Kept:
        """Take out a part, a piece of evidence, a goal or step, or how to reach the person. Raises BadInput or NotFound."""
        if word and not name and kind_called(word).place == "person":
            kind = kind_called(word)
            return self._person(kind, {f.name: "" for f in kind.fields})
        if self._is_plan(name):
            plan = plans.without(self.record.plan, name)
            return self._saved(replace(self.record, plan=plan), (_("Took out {part}.").format(part=name.strip()),))
        piece = _PIECE.fullmatch(clean_line(name))
        if piece:
            target = self.target(piece["part"])[0]
            record = parts.without_evidence(self.record, target, int(piece["number"]))
            return self._saved(record, (_("Took out that evidence."),))
        part = self.named(name, word)
        record = parts.without(self.record, part)
        record, said = effects.of_removal(self.catalogue, record, part)
        line = _("Took out {id}: {part}.").format(id=part.id, part=line_of(part, self.catalogue))
        return self._saved(record, (line, *said, _("'navigator record undo' brings it back.")))

    def back(self, to: str, given: Given) -> Kept:
        """Evidence for a part, for one activity ticked, or for a skill that was rated. Raises BadInput or NotFound."""
        if not clean_line(to):
            raise BadInput(
                _("Say what the evidence is for: --to with an id of 'navigator record show', or the name of a skill.")
            )
        target, about = self.target(to)
        piece = replace(_evidence(given), about=about)
        record = parts.with_evidence(self.record, target, piece)
        name, label = self._label(target, about)
        return self._saved(record, (_("Added evidence to {part}.").format(part=label),), name)

    def _label(self, target: Part | Rating, about: str) -> tuple[str, str]:
        skills = {s.id: s.name for s in self.catalogue.framework.skills}
        did = {a.id: a.did for a in self.catalogue.framework.activities}
        if isinstance(target, Rating):
            return f"skill.{target.skill}", skills.get(target.skill, target.skill)
        return target.id, did.get(about, "") or line_of(target, self.catalogue)

    def target(self, name: str) -> tuple[Part | Rating, str]:
        """What evidence is for: a rated skill, a part, or an activity that was ticked (with its work). Raises NotFound."""
        said = clean_line(name).casefold()
        skills = {s.id: s.name.casefold() for s in self.catalogue.framework.skills}
        for rating in self.record.ratings:
            if said in (rating.skill, f"skill.{rating.skill}", skills.get(rating.skill, "")):
                return rating, ""
        ticked = self._ticked(said)
        if ticked is not None:
            return ticked
        return parts.find(self.record, name), ""

    def _ticked(self, said: str) -> tuple[Experience, str] | None:
        did = {a.id: a.did.casefold() for a in self.catalogue.framework.activities}
        found = [(job, a) for job in self.record.experience for a in job.did if said in (a.casefold(), did.get(a, ""))]
        return found[0] if found else None

    def named(self, name: str, word: str = "") -> Part:
        """The part that somebody means, among those of one kind where a word says so. Raises NotFound or BadInput."""
        if not word:
            return parts.find(self.record, name)
        kind = kind_called(word)
        among = [p for p in parts.all_parts(self.record) if parts.place_of(p) == kind.place]
        if not clean_line(name):
            return self._only(kind, among)
        return parts.find(self.record, name, among)

    def _only(self, kind: PartKind, among: list[Part]) -> Part:
        """The only part of a kind. Raises NotFound where there is none, BadInput where there are more."""
        same = [p for p in among if not isinstance(p, Education | Credential) or p.kind == kind.word] or among
        if len(same) == 1:
            return same[0]
        if same:
            raise BadInput(_("Which one? Give its id: {parts}.").format(parts=parts.named(same)))
        raise NotFound(
            _("The record has nothing of that kind yet. To add it: navigator record add {word}.").format(word=kind.word)
        )

    def _is_plan(self, name: str) -> bool:
        plan = self.record.plan
        return clean_line(name).lower() in {*(g.id for g in plan.goals), *(a.id for a in plan.actions)}

    def _person(self, kind: PartKind, given: Given) -> Kept:
        found = values(kind, given)
        if not found:
            raise BadInput(_("Say what is to change, such as --email ana@example.org. --help lists what there is."))
        person = self.record.person
        if kind.word == "about":
            person = replace(person, about=found["about"])
        else:
            person = replace(person, contact=replace(person.contact, **found))
        said = _("Kept: {what}.").format(what=", ".join(v for v in found.values() if v) or _("nothing"))
        return self._saved(replace(self.record, person=person), (said.replace("..", "."),))

    def _goal(self, given: Given) -> Kept:
        found = values(kind_called("goal"), given)
        goal = Goal(id="", kind=found.get("kind") or "work", text=found.get("text", ""), when=now())
        plan = plans.with_goal(self.record.plan, goal)
        made = plan.goals[-1]
        said = _("Added goal {id}: {text}. 'navigator plan' shows the plan.").format(id=made.id, text=made.text)
        return self._saved(replace(self.record, plan=plan), (said,), made.id)

    def _goal_changed(self, name: str, given: Given) -> Kept:
        changes = {k: v for k, v in values(kind_called("goal"), given).items() if v}
        if not changes:
            raise BadInput(_("Say what is to change. 'navigator plan edit --help' lists all that a plan has."))
        goal = plans.goal(self.record.plan, name)
        plan = plans.changed_goal(self.record.plan, goal.id, **changes)
        return self._saved(replace(self.record, plan=plan), (_("Changed goal {id}.").format(id=goal.id),), goal.id)

    def _saved(self, record: Record, said: tuple[str, ...], *ids: str) -> Kept:
        saved = self.store.save(self.opened, record)
        found = oddities.among(oddities.oddities(record, self.today.isoformat()), ids)
        licensed = {c.id for c in record.credentials if c.licence}  # what follows from their end is said already
        found = tuple(o for o in found if o.kind != "expired" or not licensed & set(o.ids))
        notes = tuple(odd(o, record, self.catalogue) for o in found)
        return Kept(said=said, ids=ids, notes=notes, file=str(saved.path))


def kind_of(part: Part) -> PartKind:
    """The kind of a part. Raises BadInput for one that only comes whole from a file."""
    if isinstance(part, Education | Credential):
        return kind_called(part.kind)
    words: dict[type, str] = {Experience: "work", Claim: "skill", Language: "language"}
    word = words.get(type(part))
    if word is None:
        raise BadInput(
            _("{part} is a document as it was received: it can be taken out, not changed.").format(
                part=shown(parts.title_of(part))
            )
        )
    return kind_called(word)


def _split(kind: PartKind, given: Given) -> tuple[dict[str, Any], dict[str, Any]]:
    """The part's own values, and those of evidence that goes with it."""
    if kind.place == "evidence":
        return {}, dict(given)
    names = {f.name for f in EVIDENCE.fields} if backed_kind(kind) else set()
    own = {k: v for k, v in given.items() if k not in names}
    return own, {k: v for k, v in given.items() if k in names}


def backed_kind(kind: PartKind) -> bool:
    """Whether evidence can go with parts of a kind."""
    return kind.place in ("experience", "education", "credentials", "claims")


def _evidence(given: Given) -> Evidence:
    found = values(EVIDENCE, given)
    if not any(found.values()):
        raise BadInput(_("Say how strong the evidence is: --held said, seen or paper."))
    # A name without more means that this person saw it: nobody names a witness for their own word alone.
    held: Held = found.get("held") or ("seen" if found.get("who") else "said")
    more: dict[str, str] = {k: v for k, v in found.items() if k != "held" and v}
    return Evidence(held=held, **more)


def _made(kind: PartKind, found: dict[str, Any]) -> Experience | Education | Credential | Claim | Language:
    part = MADE[kind.place](id="", when=now(), **{**_needed(kind), **_attributes(kind, found)})
    if not parts.title_of(part):
        raise BadInput(
            _("Say what it is called, such as: navigator record add {word} --{flag} NAME.").format(
                word=kind.word, flag=kind.main.option
            )
        )
    return part


def _needed(kind: PartKind) -> dict[str, Any]:
    if kind.place == "education":
        return {"kind": kind.word}
    if kind.place == "credentials":
        return {"name": "", "kind": kind.word}
    return {"name": ""} if kind.place in ("claims", "languages") else {}


def _attributes(kind: PartKind, found: dict[str, Any]) -> dict[str, Any]:
    """Values by the names the record has for them; what the effects look up (a licence, an occupation) not yet."""
    return {k: v for k, v in found.items() if k not in ("licence", "code")} | {
        k: found[k] or (None if k == "code" else "") for k in ("licence", "code") if k in found
    }


def evidence_targets(record: Record) -> list[Part | Rating]:
    """Everything that evidence can go with, in the order of the record."""
    return [t for t in (*parts.all_parts(record), *record.ratings) if backed(t)]
