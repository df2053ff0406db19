"""Ask for a part field by field, through the same askers as the walk. Every field can be left out; going back works."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, Interrupted
from navigator.domain.question import Choice, Place, Question
from navigator.domain.record import Rating, Record
from navigator.engine.part_table import KINDS, PartKind, question_of
from navigator.engine.part_values import typed_of, value
from navigator.engine.parts import Part, all_parts
from navigator.i18n import _
from navigator.services.asking import Asker, Move, Reply
from navigator.services.record_parts import evidence_targets
from navigator.services.record_words import line_of

SECONDS = 10
PATIENCE = 20
"""Answers that do not suit, one after another, until nobody is asked any more: a script would be wrong for ever."""


def asked(kind: PartKind, asker: Asker, kept: Mapping[str, object] | None = None) -> dict[str, str]:
    """What somebody says for the fields of a part, as typed. ``kept``: the values it has, to keep on Enter. Raises Interrupted."""
    fields = [f for f in kind.fields if f.asked]
    before = {f.name: typed_of(f, (kept or {}).get(f.name)) for f in fields}
    given: dict[str, str] = {}
    number, wrong = 0, 0
    while number < len(fields):
        field = fields[number]
        default = given.get(field.name, before[field.name])
        question = question_of(kind, field, default)
        place = Place(number=number + 1, of=len(fields), seconds_left=SECONDS * (len(fields) - number))
        reply = _asked(asker, question, place)
        if reply is Move.STOP:
            raise Interrupted(_("Stopped. Nothing was changed."))
        if reply is Move.BACK:
            number = max(0, number - 1)
            continue
        try:
            given[field.name] = "" if not isinstance(reply, str) else reply
            value(field, given[field.name])
        except BadInput as problem:
            wrong += 1
            if wrong > PATIENCE:
                raise
            del given[field.name]
            asker.tell(str(problem))
            continue
        number += 1
    return {k: v for k, v in given.items() if v != (before[k] or "")}


def _asked(asker: Asker, question: Question, place: Place) -> Reply:
    """One reply. Raises Interrupted with what holds here: unlike in the walk, nothing of a part is kept before its end."""
    try:
        return asker.ask(question, place)
    except Interrupted as stopped:
        raise Interrupted(_("Stopped. Nothing was changed.")) from stopped


def which_kind(asker: Asker) -> str:
    """The word of the kind of part to add. Raises Interrupted."""
    choices = [Choice(id=k.word, text=_(k.name)) for k in KINDS]
    return _pick(asker, "part", _("What do you want to add?"), choices)


def which_part(asker: Asker, catalogue: Catalogue, record: Record, prompt: str) -> str:
    """The id of one part of the record. Raises BadInput where there is none, Interrupted."""
    return _pick(asker, "which", prompt, _choices(catalogue, list(all_parts(record))))


def which_target(asker: Asker, catalogue: Catalogue, record: Record) -> str:
    """What evidence is for: a part, or a skill that was rated. Raises BadInput where there is none, Interrupted."""
    return _pick(asker, "to", _("What is the evidence for?"), _choices(catalogue, evidence_targets(record)))


def _choices(catalogue: Catalogue, targets: Sequence[Part | Rating]) -> list[Choice]:
    skills = {s.id: s.name for s in catalogue.framework.skills}
    if not targets:
        raise BadInput(_("There is nothing in this record yet. 'navigator record add' puts something in."))
    return [
        Choice(id=f"skill.{t.skill}", text=skills.get(t.skill, t.skill))
        if isinstance(t, Rating)
        else Choice(id=t.id, text=line_of(t, catalogue))
        for t in targets
    ]


def _pick(asker: Asker, name: str, prompt: str, choices: Sequence[Choice]) -> str:
    question = Question(id=name, kind="one", section="record", prompt=prompt, choices=tuple(choices))
    for _try in range(PATIENCE):
        reply = _asked(asker, question, Place(number=1, of=1, seconds_left=0))
        if isinstance(reply, str):
            return reply
        if reply in (Move.STOP, Move.SKIP):
            break
    raise Interrupted(_("Stopped. Nothing was changed."))
