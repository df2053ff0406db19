"""JSON Resume (schema 1.0.0) as parts of a record. The fields are told in ``json_resume_map``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from navigator.domain.errors import BadInput
from navigator.formats import json_resume_map as mapping
from navigator.formats.incoming import Brought
from navigator.formats.limits import MOST_PARTS, json_of
from navigator.i18n import N_, _

LEFT_OUT = {
    "awards": N_("Awards were left out: a record has no place for them."),
    "publications": N_("Publications were left out: a record has no place for them."),
    "projects": N_("Projects were left out. You can add one as work: navigator record add work"),
    "interests": N_("Interests were left out: the walk asks what you like in its own way."),
    "references": N_("References were left out: they are about other people."),
}
"""Parts of JSON Resume that are not kept, and why."""

ENTRIES = {
    "work": N_("entry {number} under work"),
    "volunteer": N_("entry {number} under volunteer work"),
    "education": N_("entry {number} under education"),
    "certificates": N_("entry {number} under certificates"),
    "skills": N_("entry {number} under skills"),
    "languages": N_("entry {number} under languages"),
}
"""Where in the file something stands, in words."""

P = TypeVar("P")


def json_resume_in(data: bytes, name: str) -> Brought:
    """What a JSON Resume brings. Raises BadInput."""
    found = json_of(data, name)
    if not isinstance(found, dict):
        raise BadInput(_("{file} is not a JSON Resume: it should begin with a brace.").format(file=name))
    places: list[tuple[str, str]] = []
    work = _parts(found, "work", "job", mapping.experience_of, places)
    helped = _parts(found, "volunteer", "help", _volunteer, places)
    basics = found.get("basics")
    return Brought(
        person=mapping.person_of(basics) if isinstance(basics, dict) else None,
        experience=tuple(j for j in (*work, *helped) if j.title or j.employer or j.details),
        education=tuple(
            s
            for s in _parts(found, "education", "school", mapping.education_of, places)
            if s.school or s.study or s.level or s.details
        ),
        credentials=tuple(c for c in _parts(found, "certificates", "paper", mapping.credential_of, places) if c.name),
        claims=tuple(c for c in _parts(found, "skills", "skill", mapping.claim_of, places) if c.name),
        languages=tuple(t for t in _parts(found, "languages", "tongue", mapping.language_of, places) if t.name),
        sources=tuple(places),
        notes=tuple(_notes(found)),
    )


def _volunteer(item: mapping.Item, part_id: str) -> Any:
    return mapping.experience_of(item, part_id, volunteer=True)


def _parts(
    found: dict[str, Any], key: str, mark: str, make: Callable[[mapping.Item, str], P], places: list[tuple[str, str]]
) -> list[P]:
    """The parts of one list, each with its place in the file."""
    listed = found.get(key)
    items = listed[:MOST_PARTS] if isinstance(listed, list) else []
    made = []
    for n, item in enumerate(items):
        if isinstance(item, dict):
            made.append(make(item, f"{mark}{n + 1}"))
            places.append((f"{mark}{n + 1}", _(ENTRIES[key]).format(number=n + 1)))
    return made


def _notes(found: dict[str, Any]) -> Iterator[str]:
    yield from (_(sentence) for key, sentence in LEFT_OUT.items() if found.get(key))
    basics = found.get("basics")
    if isinstance(basics, dict) and basics.get("profiles"):
        yield _("Profiles on other sites were left out. You can add one web page: navigator record add contact")
    if isinstance(basics, dict) and basics.get("image"):
        yield _("The photo was left out.")
    for key, value in found.items():
        if isinstance(value, list) and len(value) > MOST_PARTS:
            yield _("Only the first {most} entries of {part} were read.").format(most=MOST_PARTS, part=repr(key[:20]))
