"""From data files to one value in memory, with all problems of all files in one pass."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from navigator.catalogue import pathways_file, schema, source
from navigator.catalogue.guide import read_guide
from navigator.catalogue.resources import Resources, read_resources
from navigator.catalogue.title_lexicon import read_lexicon
from navigator.domain.errors import Problem
from navigator.domain.framework import Activity, Framework, Group, Interest, KnowledgeArea, Sector, Skill, Statement
from navigator.domain.guide import Guide
from navigator.domain.matching import Matching
from navigator.domain.occupation import Entry, Need, Occupation, Profile
from navigator.domain.pathway import PathwaySettings
from navigator.domain.title import Lexicon

T = TypeVar("T")
Progress = Callable[[int, int], None]

WAGE_COLUMNS = ("area", "soc", "employment", "location_quotient", "h10", "h25", "h50", "h75", "h90", "a10", "a25",
                "a50", "a75", "a90", "h50_note", "a50_note")  # fmt: skip
PROJECTION_COLUMNS = ("soc", "growth_percent", "yearly_openings_thousands", "entry_education", "experience", "training",
                      "transfer_rate_percent")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedOccupation:
    """One occupation with what only the title index and the near table need besides: titles and detailed activities."""

    occupation: Occupation
    titles: tuple[str, ...]
    reported: tuple[str, ...]
    detailed: dict[str, int]


@dataclass(slots=True, kw_only=True)
class Source:
    """All data files, read and converted; ``problems`` says what was wrong with which."""

    data: Path
    occupations: tuple[LoadedOccupation, ...] = ()
    framework: Framework | None = None
    matching: Matching | None = None
    licences: tuple[schema.LicenceName, ...] = ()
    lexicon: Lexicon | None = None
    pathways: PathwaySettings | None = None
    guide: Guide | None = None
    resources: Resources = field(default_factory=Resources)
    wages: list[tuple[str | float | None, ...]] = field(default_factory=list)
    projections: list[tuple[str | float | None, ...]] = field(default_factory=list)
    groups: list[tuple[str, ...]] = field(default_factory=list)
    areas: list[tuple[str, ...]] = field(default_factory=list)
    soc_names: list[tuple[str, ...]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def to_domain(value: msgspec.Struct, shape: type[T], **more: Any) -> T:
    """A file's struct as a domain class with the same field names."""
    fields = {k: v for k, v in msgspec.to_builtins(value).items() if k != "format"}
    return msgspec.convert(fields | more, shape)


def occupation_of(file: schema.OccupationFile) -> LoadedOccupation:
    """The domain's view of one occupation file."""
    figures = file.figures

    def needs(pairs: dict[str, tuple[float, float | None]]) -> tuple[Need, ...]:
        return tuple(Need(element=e, importance=i, level=level) for e, (i, level) in pairs.items())

    profile = Profile()
    if file.profile is not None:
        given = {k: v for k, v in msgspec.to_builtins(file.profile).items() if v is not None}
        profile = msgspec.convert(given, Profile)
    occupation = Occupation(
        code=file.code,
        title=figures.title,
        job_zone=figures.job_zone,
        profile=profile,
        closest=figures.closest,
        skills=needs(figures.skills),
        knowledge=needs(figures.knowledge),
        work_styles=dict(figures.work_styles),
        interests=dict(figures.interests),
        activities={i: sum(detailed.values()) for i, detailed in figures.activities.items()},
        entry=to_domain(figures.entry, Entry),
        technology=figures.technology,
    )
    detailed = {f"{i}.{d}": n for i, under in figures.activities.items() for d, n in under.items()}
    return LoadedOccupation(
        occupation=occupation, titles=figures.titles, reported=figures.reported_titles, detailed=detailed
    )


def read_occupations(paths: list[Path]) -> tuple[bytes, list[Problem]]:
    """Some occupation files, as JSON; the unit of work of the process pool. Pickled objects would take ten times as long."""
    found, problems = [], []
    for path in paths:
        file, wrong = source.read_yaml(path, schema.OccupationFile)
        problems += wrong
        if file is not None:
            found.append(file)
            if path.stem != file.code:
                problems.append(Problem(path=path, line=4, what=f"the file is named {path.stem} but holds {file.code}"))
    return msgspec.json.encode(found), problems


Read = tuple[list[LoadedOccupation], list[Problem]]


def all_occupations(folder: Path, progress: Progress | None, meanwhile: Callable[[], None]) -> Read:
    """Every occupation file, read by two processes where the machine has them: YAML is slow to parse.

    ``meanwhile`` is done by this process while the others read.
    """
    paths = sorted(folder.glob("*.yaml"))
    chunks = [paths[n : n + 80] for n in range(0, len(paths), 80)]
    found: list[LoadedOccupation] = []
    problems: list[Problem] = []
    decode = msgspec.json.Decoder(list[schema.OccupationFile]).decode
    for done, (some, wrong) in enumerate(_mapped(chunks, meanwhile), start=1):
        found += map(occupation_of, decode(some))
        problems += wrong
        if progress:
            progress(done, len(chunks))
    return found, problems


def _mapped(chunks: list[list[Path]], meanwhile: Callable[[], None]) -> Iterable[tuple[bytes, list[Problem]]]:
    workers = min(4, os.cpu_count() or 1)
    if workers < 2 or len(chunks) < 2 or threading.active_count() > 1:  # a fork among threads may hang
        meanwhile()
        yield from map(read_occupations, chunks)
        return
    with ProcessPoolExecutor(workers) as pool:
        reading = pool.map(read_occupations, chunks)
        meanwhile()
        yield from reading


def read_framework(data: Path, problems: list[Problem]) -> Framework | None:
    """The four files of the inventory's words as one framework, or None when one is broken."""
    skills, wrong1 = source.read_yaml(data / "skills_framework.yaml", schema.FrameworkFile)
    activities, wrong2 = source.read_yaml(data / "activities.yaml", schema.ActivitiesFile)
    knowledge, wrong3 = source.read_yaml(data / "knowledge.yaml", schema.KnowledgeFile)
    interests, wrong4 = source.read_yaml(data / "interests.yaml", schema.InterestsFile)
    problems += wrong1 + wrong2 + wrong3 + wrong4
    if skills is None or activities is None or knowledge is None or interests is None:
        return None
    return Framework(
        sectors=tuple(to_domain(s, Sector) for s in skills.sectors),
        skills=tuple(skill_of(s) for s in skills.skills),
        groups=tuple(to_domain(g, Group) for g in activities.groups),
        activities=tuple(to_domain(a, Activity) for a in activities.activities),
        knowledge=tuple(to_domain(a, KnowledgeArea) for a in knowledge.areas),
        interests=tuple(to_domain(i, Interest) for i in interests.interests),
        statements=tuple(to_domain(s, Statement) for s in interests.statements),
    )


def skill_of(file: schema.SkillFile) -> Skill:
    """One essential skill of the framework file."""
    anchors = (file.anchors.a_little, file.anchors.some, file.anchors.a_lot)
    return to_domain(file, Skill, anchors=anchors)


def read_wages(data: Path, problems: list[Problem]) -> list[tuple[str | float | None, ...]]:
    """All wage rows, area first, as they go into the compiled table."""
    found: list[tuple[str | float | None, ...]] = []
    for name in ("national.csv", "states.csv"):
        path = data / "wages" / name
        rows, wrong = source.read_csv(path, WAGE_COLUMNS)
        problems += wrong
        for line, row in rows:
            figures = [source.number(path, line, c, row[c], problems) for c in WAGE_COLUMNS[2:14]]
            found.append((row["area"], row["soc"], *figures, row["h50_note"], row["a50_note"]))
    return found


def read_projections(data: Path, problems: list[Problem]) -> list[tuple[str | float | None, ...]]:
    """The projections' rows; openings in jobs a year, not thousands."""
    path = data / "projections" / "2024-34.csv"
    rows, wrong = source.read_csv(path, PROJECTION_COLUMNS)
    problems += wrong
    found: list[tuple[str | float | None, ...]] = []
    for line, row in rows:
        growth = source.number(path, line, "growth_percent", row["growth_percent"], problems)
        openings = source.number(path, line, "yearly_openings_thousands", row["yearly_openings_thousands"], problems)
        yearly = None if openings is None else round(openings * 1000)
        found.append((row["soc"], growth, yearly, row["entry_education"], row["experience"], row["training"]))
    return found


def read_table(path: Path, columns: tuple[str, ...], problems: list[Problem]) -> list[tuple[str, ...]]:
    """A small table of text."""
    rows, wrong = source.read_csv(path, columns)
    problems += wrong
    return [tuple(row[c] for c in columns) for _, row in rows]


def load(data: Path, progress: Progress | None = None) -> Source:
    """Read everything under a data folder. Never raises for bad data: see ``problems``."""
    found = Source(data=data)
    occupations, problems = all_occupations(data / "occupations", progress, lambda: read_the_rest(data, found))
    found.occupations = tuple(sorted(occupations, key=lambda o: o.occupation.code))
    found.problems = problems + found.problems
    return found


def read_the_rest(data: Path, found: Source) -> None:
    """Everything but the occupations."""
    found.framework = read_framework(data, found.problems)
    matching, wrong = source.read_yaml(data / "matching.yaml", schema.MatchingFile)
    found.problems += wrong
    found.matching = to_domain(matching, Matching) if matching else None
    licences, wrong = source.read_yaml(data / "licences.yaml", schema.LicencesFile)
    found.problems += wrong
    found.licences = licences.licences if licences else ()
    found.lexicon, wrong = read_lexicon(data / "titles.yaml")
    found.problems += wrong
    found.pathways, wrong = pathways_file.read_pathways(data / "pathways.yaml")
    found.problems += wrong
    found.wages = read_wages(data, found.problems)
    found.projections = read_projections(data, found.problems)
    found.groups = read_table(data / "wages" / "groups.csv", ("soc", "group", "group_title"), found.problems)
    found.areas = read_table(data / "wages" / "areas.csv", ("area", "name"), found.problems)
    found.resources = read_resources(data / "resources", (area for area, _ in found.areas), found.problems)
    sectors = {s.id for s in found.framework.sectors} if found.framework else set()
    kinds, programs = (
        {k.id for k in found.resources.kinds},
        {r.id for r in found.resources.entries if r.near == "national"},
    )
    found.guide, wrong = read_guide(data / "guide.yaml", sectors, kinds, programs)
    found.problems += wrong
    found.soc_names = read_table(data / "wages" / "occupations.csv", ("soc", "title"), found.problems)
