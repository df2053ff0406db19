"""Our own record from another machine, laid beside this one: what is new, what both have, and what they say differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from navigator.domain.record import Experience, Money, Record
from navigator.engine import parts as record_parts
from navigator.engine.inventory import ANY
from navigator.formats import words
from navigator.formats.incoming import Part
from navigator.i18n import N_, _, ngettext
from navigator.records import codec
from navigator.services import bring_words
from navigator.services.bring import group_of, twin_of
from navigator.services.bring_found import PERSON_FIELDS, Difference, Found, Item, field_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that two records can say differently: where it lies, its group, what it is called."""

    field: str
    group: str
    what: str


FIELDS: tuple[Line, ...] = (
    *(Line(field=f"person.{f}", group="about", what="") for f in PERSON_FIELDS),
    Line(field="person.last_pay", group="about", what=N_("Last pay")),
    Line(field="person.looked", group="answers", what=N_("How widely you have looked")),
    Line(field="sector", group="answers", what=N_("Where you have worked most")),
    Line(field="strongest", group="answers", what=N_("Your strongest skills")),
    Line(field="ratings", group="answers", what=N_("Marks for your skills")),
    Line(field="best_worst", group="answers", what=N_("Picks of best and least")),
    Line(field="likings", group="answers", what=N_("What you like")),
    Line(field="wants.pay_floor", group="answers", what=N_("The least pay you need")),
    Line(field="wants.hours", group="answers", what=N_("Hours that work for you")),
    Line(field="wants.train_months", group="answers", what=N_("How long you could train")),
    Line(field="wants.cannot", group="answers", what=N_("What you stay away from")),
    Line(field="wants.schooling", group="answers", what=N_("Your schooling")),
    Line(field="plan", group="answers", what=N_("Your plan")),
    Line(field="guide", group="answers", what=N_("Notes in the guide")),
)
"""Fields with one answer: yours, or theirs."""

UNIONS: tuple[Line, ...] = (
    Line(field="knowledge", group="answers", what=N_("What you know about")),
    Line(field="wants.licences", group="answers", what=N_("Licenses and certificates ticked in the walk")),
    Line(field="dismissed", group="answers", what=N_("Work that is not for you")),
    Line(field="needs", group="answers", what=N_("Help you want")),
)
"""Fields that only grow: what the other record has more is added."""


def look_at_record(data: bytes, path: Path, record: Record, today: str) -> Found:
    """Another record beside this one. Raises BadRecord or NewerRecord."""
    theirs = codec.decoded(data, path)
    return compared(record, theirs, today)


def compared(mine: Record, theirs: Record, today: str) -> Found:
    """What the other record has more, and where the two differ. Pure."""
    items: list[Item] = []
    differences: list[Difference] = []
    for line in FIELDS:
        _compare_field(line, mine, theirs, items, differences)
    for part in record_parts.all_parts(theirs):
        _compare_part(part, mine, theirs, today, items, differences)
    items += _more(mine, theirs)
    items += _progress(mine, theirs)
    order = ("about", "work", "school", "papers", "skills", "languages", "answers")
    return Found(
        file="",
        kind="",
        says="",
        items=tuple(sorted(items, key=lambda i: order.index(i.group))),
        differences=tuple(differences),
        documents=theirs.documents,
    )


def _compare_field(line: Line, mine: Record, theirs: Record, items: list[Item], differences: list[Difference]) -> None:
    ours, other = field_of(mine, line.field), field_of(theirs, line.field)
    if _bare(ours) == _bare(other) or other in ("", None, (), type(other)() if line.field == "plan" else None):
        return
    empty = ours in ("", None, ()) or (line.field == "plan" and ours == type(ours)())
    if empty:
        items.append(Item(id=line.field, group=line.group, text=_told(line, other), field=line.field, value=other))
        return
    differences.append(
        Difference(
            id=line.field,
            group=line.group,
            what=_what(line),
            mine=value_text(ours),
            theirs=value_text(other),
            field=line.field,
            value=other,
        )
    )


def _what(line: Line) -> str:
    if line.what:
        return _(line.what)
    return bring_words.field_text(line.field.removeprefix("person."), "").rstrip(": ")


def _told(line: Line, value: Any) -> str:
    if not line.what:
        return bring_words.field_text(line.field.removeprefix("person."), value)
    return _("{what}: {value}").format(what=_(line.what), value=value_text(value))


def _bare(value: Any) -> Any:
    """A value without when it was said: the same answer on another day is no difference."""
    if isinstance(value, tuple):
        return sorted((_bare(v) for v in value), key=repr)
    return replace(value, when="") if hasattr(value, "when") else value


def value_text(value: Any) -> str:
    """An answer in short."""
    if isinstance(value, Money):
        return words.money(value)
    if isinstance(value, tuple):
        return _some(value)
    if hasattr(value, "goals"):
        return "; ".join(bring_words.clip(g.text) for g in value.goals) or ngettext(
            "one step", "{count} steps", len(value.actions)
        ).format(count=len(value.actions))
    return bring_words.clip(f"{value:g}" if isinstance(value, float) else value)


def _some(values: tuple[Any, ...]) -> str:
    if all(isinstance(v, str) for v in values):
        return bring_words.clip(", ".join(values))
    if all(hasattr(v, "level") and hasattr(v, "skill") for v in values):
        return bring_words.clip(", ".join(f"{v.skill} {v.level or '?'}" for v in values))
    return ngettext("one answer", "{count} answers", len(values)).format(count=len(values))


def _compare_part(
    part: Part, mine: Record, theirs: Record, today: str, items: list[Item], differences: list[Difference]
) -> None:
    """A part of theirs: the same as one of mine, a different one of the same id or name, or new."""
    have: tuple[Part, ...] = getattr(mine, record_parts.place_of(part))
    if any(_content(h) == _content(part) for h in have):
        return
    if isinstance(part, Experience) and part.id == ANY:
        items.append(_ticked(part, mine))
        return
    same = mine.id == theirs.id
    other = next((h for h in have if (same and h.id == part.id) or twin_of(part, _only(h, mine), today)), None)
    if other is None:
        items.append(Item(id=part.id, group=group_of(part), text=bring_words.part_text(part), part=part))
        return
    differences.append(
        Difference(
            id=part.id,
            group=group_of(part),
            what=record_parts.title_of(other) or bring_words.part_text(other),
            mine=_beside(other, part),
            theirs=_beside(part, other),
            both=True,
            part=part,
            instead=other.id,
        )
    )


def _only(part: Part, mine: Record) -> Record:
    """A record with one part, to compare with."""
    alone: dict[str, Any] = {record_parts.place_of(part): (part,)}
    return Record(id=mine.id, created=mine.created, **alone)


def _content(part: Part) -> Any:
    bare: dict[str, Any] = {"id": ""} | ({"when": ""} if hasattr(part, "when") else {})
    return replace(part, **bare)


def _beside(part: Part, other: Part) -> str:
    """A part in one line; where both read the same, with the fields in which they differ."""
    said = bring_words.part_text(part)
    if said != bring_words.part_text(other):
        return said
    names = [
        n for n in part.__dataclass_fields__ if n not in ("id", "when") and getattr(part, n) != getattr(other, n, None)
    ]
    differs = "; ".join(f"{n}: {value_text(getattr(part, n)) or '-'}" for n in names[:3])
    return f"{said} [{differs}]"


def _ticked(part: Experience, mine: Record) -> Item:
    """What was ticked for no work in particular: added to what this record has of it."""
    have = next((e for e in mine.experience if e.id == ANY), Experience(id=ANY))
    both = replace(
        have,
        fields=tuple(dict.fromkeys((*have.fields, *part.fields))),
        groups=tuple(dict.fromkeys((*have.groups, *part.groups))),
        asked=tuple(dict.fromkeys((*have.asked, *part.asked))),
        did=tuple(dict.fromkeys((*have.did, *part.did))),
    )
    others = tuple(e for e in mine.experience if e.id != ANY)
    text = ngettext("One thing you ticked as done", "{count} things you ticked as done", len(part.did)).format(
        count=len(part.did)
    )
    return Item(id=ANY, group="answers", text=text, field="experience", value=(*others, both))


def _more(mine: Record, theirs: Record) -> Iterator[Item]:
    for line in UNIONS:
        ours, other = field_of(mine, line.field), field_of(theirs, line.field)
        keys = {_key(v) for v in ours}
        fresh = tuple(v for v in other if _key(v) not in keys)
        if fresh:
            text = _("{what}: {value}").format(what=_(line.what), value=value_text(tuple(_key(v) for v in fresh)))
            yield Item(id=line.field, group=line.group, text=text, field=line.field, value=(*ours, *fresh))


def _key(value: Any) -> str:
    return str(getattr(value, "code", value))


def _progress(mine: Record, theirs: Record) -> Iterator[Item]:
    """Which questions have been through, so that the walk does not ask again what was brought in."""
    done = {p.question for p in mine.progress}
    fresh = tuple(p for p in theirs.progress if p.question not in done and not p.question.startswith("job."))
    if fresh:
        text = ngettext(
            "One more question of the walk is answered", "{count} more questions of the walk are answered", len(fresh)
        ).format(count=len(fresh))
        yield Item(id="progress", group="answers", text=text, field="progress", value=(*mine.progress, *fresh))
