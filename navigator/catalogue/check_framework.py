"""Do the words of the inventory agree with each other, and with the figures of occupations?"""

from __future__ import annotations

from navigator.catalogue.finder import Finder
from navigator.domain.framework import Framework
from navigator.domain.occupation import Occupation


def framework_problems(find: Finder, framework: Framework, occupations: list[Occupation]) -> None:
    """The words of the inventory: sectors with examples, elements that exist, nothing said twice."""
    sectors = {s.id for s in framework.sectors}
    elements = {n.element for o in occupations for n in o.skills} | {e for o in occupations for e in o.work_styles}
    name = "skills_framework.yaml"
    for skill in framework.skills:
        for sector in sorted(sectors - set(skill.examples)):
            find.add(name, f"{skill.id} has no example for the sector {sector}", f"id: {skill.id}")
        find.unknown(name, f"{skill.id}: the sector", skill.examples, sectors)
        find.unknown(name, f"{skill.id}: the element", skill.elements, elements)
    find.repeats(name, "the skill id", (s.id for s in framework.skills))
    find.repeats(name, "the text", (t for s in framework.skills for t in (s.name, s.definition, *s.anchors)))
    find.repeats(name, "the example", (e for s in framework.skills for e in s.examples.values()))
    groups = {g.id for g in framework.groups}
    find.unknown("activities.yaml", "the group", (a.group for a in framework.activities), groups)
    for group in sorted(groups - {a.group for a in framework.activities}):
        find.add("activities.yaml", f"the group {group} has no activity", f"id: {group}")
    for kind, values in (
        ("the activity id", [a.id for a in framework.activities]),
        ("the words", [a.did for a in framework.activities]),
        ("the words", [a.do for a in framework.activities if a.do != a.did]),
    ):
        find.repeats("activities.yaml", kind, values)
    for kind, values in (("the area id", [k.id for k in framework.knowledge]),
                         ("the area", [k.name for k in framework.knowledge])):  # fmt: skip
        find.repeats("knowledge.yaml", kind, values)
    interests = {i.id for i in framework.interests}
    find.unknown("interests.yaml", "the interest", (s.interest for s in framework.statements), interests)
    find.repeats("interests.yaml", "the statement", (s.id for s in framework.statements))


def figure_problems(find: Finder, framework: Framework, occupations: list[Occupation]) -> None:
    """Every id that an occupation's figures use is one the inventory can ask about."""
    known = {
        "activity": {a.id for a in framework.activities},
        "knowledge area": {k.id for k in framework.knowledge},
        "interest": {i.id for i in framework.interests},
    }
    for o in occupations:
        used = {"activity": o.activities, "knowledge area": [n.element for n in o.knowledge], "interest": o.interests}
        for kind, ids in used.items():
            find.unknown(f"occupations/{o.code}.yaml", f"the {kind}", ids, known[kind])
    asked = {i for o in occupations for i in o.activities}
    for activity in framework.activities:
        if occupations and activity.id not in asked:
            find.add("activities.yaml", f"no occupation does the activity {activity.id}", activity.id)
