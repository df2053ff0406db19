"""A center's own words laid over ours: sector examples, skills and wording, checked by the same kind of schema."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from navigator.catalogue import schema
from navigator.catalogue.source import read_yaml
from navigator.domain.errors import BadData, NotFound
from navigator.domain.framework import Activity, Framework, Sector, Skill
from navigator.i18n import _


def overlaid(ours: Framework, path: Path) -> Framework:
    """Our framework with a center's file over it. Raises BadData with file and line when that file is broken, or NotFound."""
    if not path.exists():
        raise NotFound(
            _("There is no file {path}. Check the name after --center, or in NAVIGATOR_CENTER.").format(path=path)
        )
    file, problems = read_yaml(path, schema.CenterFile)
    if file is None:
        raise BadData(
            _(
                "The center's file is broken: {problems}. Mend that line, or move the file away to go on without it."
            ).format(problems=problems[0])
        )
    known = {s.id for s in ours.sectors} | {s.id for s in file.sectors}
    for change in file.skills:
        strange = sorted(set(change.examples) - known)
        if strange:
            raise BadData(
                _(
                    "{path}: skill {id!r} has an example for the unknown sector {strange!r}. Add it under 'sectors' first."
                ).format(path=path, id=change.id, strange=strange[0])
            )
    return replace(
        ours,
        sectors=_sectors(ours.sectors, file.sectors),
        skills=_skills(ours.skills, file.skills, path),
        activities=_activities(ours.activities, file.activities, path),
    )


def doubles(path: Path) -> list[str]:
    """The skills and sectors that a center's file, which can be read, names more than once; only the last would count."""
    file, _problems = read_yaml(path, schema.CenterFile)
    named = [] if file is None else [("skills", s.id) for s in file.skills] + [("sectors", s.id) for s in file.sectors]
    return [
        _("{path}: {name!r} stands {count} times under '{part}'. Keep it once.").format(
            path=path, name=name, count=count, part=part
        )
        for (part, name), count in Counter(named).items()
        if count > 1
    ]


def _sectors(ours: tuple[Sector, ...], theirs: tuple[schema.SectorFile, ...]) -> tuple[Sector, ...]:
    changed = {s.id: Sector(id=s.id, name=s.name) for s in theirs}
    return tuple(changed.pop(s.id, s) for s in ours) + tuple(changed.values())


def _skills(ours: tuple[Skill, ...], changes: tuple[schema.SkillChange, ...], path: Path) -> tuple[Skill, ...]:
    by_id = {s.id: s for s in ours}
    for change in changes:
        by_id[change.id] = _changed(by_id[change.id], change) if change.id in by_id else _added(change, path)
    return tuple(by_id.values())


def _changed(skill: Skill, change: schema.SkillChange) -> Skill:
    anchors, asked = change.anchors, change.asked_in_ten_minutes
    return replace(
        skill,
        name=change.name or skill.name,
        definition=change.definition or skill.definition,
        anchors=(anchors.a_little, anchors.some, anchors.a_lot) if anchors else skill.anchors,
        examples=skill.examples | change.examples,
        elements=change.elements or skill.elements,
        technology=change.technology or skill.technology,
        asked_in_ten_minutes=skill.asked_in_ten_minutes if asked is None else asked,
    )


def _added(change: schema.SkillChange, path: Path) -> Skill:
    if not (change.name and change.definition and change.anchors and change.elements):
        raise BadData(
            _("{path}: the new skill {id!r} needs a name, a definition, anchors and elements.").format(
                path=path, id=change.id
            )
        )
    anchors = change.anchors
    return Skill(
        id=change.id,
        name=change.name,
        definition=change.definition,
        anchors=(anchors.a_little, anchors.some, anchors.a_lot),
        examples=change.examples,
        elements=change.elements,
        technology=change.technology,
        asked_in_ten_minutes=bool(change.asked_in_ten_minutes),
    )


def _activities(ours: tuple[Activity, ...], changes: dict[str, str], path: Path) -> tuple[Activity, ...]:
    strange = sorted(set(changes) - {a.id for a in ours})
    if strange:
        raise BadData(
            _(
                "{path}: there is no activity {strange!r}. Activities are reworded by the id they have in data/activities.yaml."
            ).format(path=path, strange=strange[0])
        )
    return tuple(replace(a, did=changes[a.id]) if a.id in changes else a for a in ours)
