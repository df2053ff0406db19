"""The record as JSON Resume 1.0.0, field by field as ``json_resume_map`` tells. Written, read and written again it is the same."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from navigator.domain.framework import Skill
from navigator.domain.record import Education, Experience, Record
from navigator.formats import json_resume_map as mapping
from navigator.formats import words
from navigator.formats.page import strengths
from navigator.formats.resume import said_of
from navigator.formats.words import Names

_EMAIL = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_WEB = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][!#-;=?-Z_a-z~]*)?", re.ASCII)

Item = dict[str, Any]


def json_resume(record: Record, skills: tuple[Skill, ...], names: Names, best: Sequence[str]) -> bytes:
    """The file, with what is empty left out."""
    return (json.dumps(resume_object(record, skills, names, best), ensure_ascii=False, indent=2) + "\n").encode()


def resume_object(record: Record, skills: tuple[Skill, ...], names: Names, best: Sequence[str]) -> Item:
    """The file's content."""
    told = [e for e in record.experience if mapping.text(e.title) or mapping.text(e.employer) or said_of(e, names)]
    return mapping.full(
        **{"$schema": mapping.SCHEMA},
        basics=_valid(mapping.basics_of(record.person)),
        work=_items(_work(e, names) for e in told if e.kind != "volunteer"),
        volunteer=_items(_work(e, names) for e in told if e.kind == "volunteer"),
        education=_items(mapping.study_of(e) for e in (*record.education, *_schooling(record))),
        certificates=_items(_valid(c) for c in _certificates(record, names)),
        skills=_items(_skills(record, skills, best)),
        languages=_items(t for t in map(mapping.tongue_of, record.languages) if "language" in t),
        meta={"version": "v1.0.0"},
    )


def _items(found: Any) -> list[Item]:
    return [item for item in found if item]


def _work(job: Experience, names: Names) -> Item:
    return mapping.work_of(job, said_of(job, names))


def _schooling(record: Record) -> tuple[Education, ...]:
    """How far somebody went in school, where no school of theirs says it."""
    level = record.wants.schooling
    known = {e.level for e in record.education}
    return (Education(id="", level=level),) if level and level not in known else ()


def _certificates(record: Record, names: Names) -> list[Item]:
    """Papers with their issuer and day; then licences that were only ticked."""
    given = [mapping.certificate_of(c) for c in record.credentials if mapping.text(c.name)]
    held = {c.licence for c in record.credentials} | {str(c["name"]).casefold() for c in given}
    ticked = [words.upper_first(names.licences.get(n, n)) for n in record.wants.licences if n not in held]
    return given + [mapping.full(name=mapping.text(t)) for t in ticked if mapping.text(t).casefold() not in held]


def _skills(record: Record, skills: tuple[Skill, ...], best: Sequence[str]) -> list[Item]:
    """Skills in the person's words, then those of the inventory that stand out."""
    own = [s for s in map(mapping.skill_of, record.claims) if "name" in s]
    known = {str(s["name"]).casefold() for s in own}
    return own + [{"name": s} for s in map(mapping.text, strengths(skills, best)) if s.casefold() not in known]


def _valid(item: Item) -> Item:
    """Addresses as the schema takes them: what is no address is left out, and a web page gets the beginning it needs."""
    url = str(item.get("url", ""))
    if url and "://" not in url:
        url = f"https://{url}"
    fixed = item | {"url": url if _WEB.fullmatch(url) else ""}
    if "email" in item and not _EMAIL.fullmatch(str(item["email"])):
        fixed["email"] = ""
    return mapping.full(**fixed)
