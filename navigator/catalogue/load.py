"""From data files to one value in memory, with all problems of all files in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from navigator.catalogue import occupation_files, pathways_file, schema, source
from navigator.catalogue.cities import CITIES, read_cities
from navigator.catalogue.guide import read_guide
from navigator.catalogue.life import HOME, INSIDE, read_home, read_inside
from navigator.catalogue.occupation_files import LoadedOccupation, Progress, Text, to_domain
from navigator.catalogue.resources import Resources, read_resources
from navigator.catalogue.skill_words import SKILLS, read_skill_words
from navigator.catalogue.title_lexicon import read_lexicon
from navigator.domain.errors import Problem
from navigator.domain.framework import Activity, Framework, Group, Interest, KnowledgeArea, Sector, Skill, Statement
from navigator.domain.guide import Guide
from navigator.domain.life import WorkInside
from navigator.domain.matching import Matching
from navigator.domain.pathway import PathwaySettings
from navigator.domain.release import PROJECTIONS
from navigator.domain.title import Lexicon

WAGE_COLUMNS = ("area", "soc", "employment", "location_quotient", "h10", "h25", "h50", "h75", "h90", "a10", "a25",
                "a50", "a75", "a90", "h50_note", "a50_note")  # fmt: skip
WAGE_FIGURES = WAGE_COLUMNS[2:14]
PROJECTION_COLUMNS = ("soc", "growth_percent", "yearly_openings_thousands", "entry_education", "experience", "training",
                      "transfer_rate_percent")  # fmt: skip


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
    cities: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, Text] = field(default_factory=dict)


def read_framework(data: Path, inside: WorkInside | None, problems: list[Problem]) -> Framework | None:
    """The files of the inventory's words, with those of work inside, as one framework, or None when one is broken."""
    skills, wrong1 = source.read_yaml(data / "skills_framework.yaml", schema.FrameworkFile)
    activities, wrong2 = source.read_yaml(data / "activities.yaml", schema.ActivitiesFile)
    knowledge, wrong3 = source.read_yaml(data / "knowledge.yaml", schema.KnowledgeFile)
    interests, wrong4 = source.read_yaml(data / "interests.yaml", schema.InterestsFile)
    home, wrong5 = read_home(data / HOME)
    words, wrong6 = read_skill_words(data / SKILLS)
    problems += wrong1 + wrong2 + wrong3 + wrong4 + wrong5 + wrong6
    if not (skills and activities and knowledge and interests and home and inside and words):
        return None
    return Framework(
        sectors=tuple(to_domain(s, Sector) for s in skills.sectors),
        skills=tuple(skill_of(s) for s in skills.skills),
        groups=tuple(to_domain(g, Group) for g in activities.groups),
        activities=tuple(to_domain(a, Activity) for a in activities.activities),
        knowledge=tuple(to_domain(a, KnowledgeArea) for a in knowledge.areas),
        interests=tuple(to_domain(i, Interest) for i in interests.interests),
        statements=tuple(to_domain(s, Statement) for s in interests.statements),
        home=home,
        inside=inside,
        words=words,
    )


def skill_of(file: schema.SkillFile) -> Skill:
    """One essential skill of the framework file."""
    anchors = (file.anchors.a_little, file.anchors.some, file.anchors.a_lot)
    return to_domain(file, Skill, anchors=anchors)


def read_wages(data: Path, problems: list[Problem]) -> list[tuple[str | float | None, ...]]:
    """All wage rows, area first, as they go into the compiled table."""
    found: list[tuple[str | float | None, ...]] = []
    known: dict[str, float | None] = {"": None}  # most figures stand there many times

    def first(path: Path, line: int, column: str, text: str) -> float | None:
        figure = source.number(path, line, column, text, problems)
        if figure is not None:
            known[text] = figure
        return figure

    for name in ("national.csv", "states.csv"):
        path = data / "wages" / name
        rows, wrong = source.read_csv(path, WAGE_COLUMNS)
        problems += wrong
        for line, row in rows:
            figures = [known[t] if (t := row[c]) in known else first(path, line, c, t) for c in WAGE_FIGURES]
            found.append((row["area"], row["soc"], *figures, row["h50_note"], row["a50_note"]))
    return found


def read_projections(data: Path, problems: list[Problem]) -> list[tuple[str | float | None, ...]]:
    """The projections' rows; openings in jobs a year, not thousands."""
    path = data / "projections" / f"{PROJECTIONS}.csv"
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


def load(data: Path, progress: Progress | None = None, known: Mapping[str, Text] | None = None) -> Source:
    """Read everything under a data folder. Never raises for bad data: see ``problems``.

    ``known``: what occupation files said when they were read before (``texts`` of an earlier source without problems).
    """
    found = Source(data=data)
    read = occupation_files.all_occupations(
        data / "occupations", progress, lambda: read_the_rest(data, found), known or {}
    )
    found.occupations = tuple(with_including(sorted(read.occupations, key=lambda o: o.occupation.code), found.licences))
    found.problems = read.problems + found.problems
    found.texts = read.texts
    return found


def with_including(
    occupations: Iterable[LoadedOccupation], papers: Iterable[schema.LicenceName]
) -> Iterator[LoadedOccupation]:
    """Each occupation, with the papers that include one that it names: they are enough there too."""
    pairs = [(paper.id, name) for paper in papers for name in paper.includes]
    for loaded in occupations:
        profile = loaded.occupation.profile
        also = tuple(pair for pair in pairs if pair[1] in profile.licence.names)
        if also:
            wider = replace(profile, licence=replace(profile.licence, also=also))
            yield replace(loaded, occupation=replace(loaded.occupation, profile=wider))
        else:
            yield loaded


def read_the_rest(data: Path, found: Source) -> None:
    """Everything but the occupations."""
    inside, wrong = read_inside(data / INSIDE)
    found.problems += wrong
    found.framework = read_framework(data, inside, found.problems)
    matching, wrong = source.read_yaml(data / "matching.yaml", schema.MatchingFile)
    found.problems += wrong
    found.matching = to_domain(matching, Matching) if matching else None
    licences, wrong = source.read_yaml(data / "licences.yaml", schema.LicencesFile)
    found.problems += wrong
    found.licences = licences.licences if licences else ()
    found.lexicon, wrong = read_lexicon(data / "titles.yaml", inside)
    found.problems += wrong
    if found.framework and found.lexicon:
        found.framework = replace(found.framework, service=found.lexicon.service)
    found.pathways, wrong = pathways_file.read_pathways(data / "pathways.yaml")
    found.problems += wrong
    found.wages = read_wages(data, found.problems)
    found.projections = read_projections(data, found.problems)
    found.groups = read_table(data / "wages" / "groups.csv", ("soc", "group", "group_title"), found.problems)
    found.areas = read_table(data / "wages" / "areas.csv", ("area", "name"), found.problems)
    found.cities, wrong = read_cities(data / CITIES, {area for area, _ in found.areas})
    found.problems += wrong
    found.resources = read_resources(data / "resources", (area for area, _ in found.areas), found.problems)
    sectors = {s.id for s in found.framework.sectors} if found.framework else set()
    kinds, programs = (
        {k.id for k in found.resources.kinds},
        {r.id for r in found.resources.entries if r.near == "national"},
    )
    found.guide, wrong = read_guide(data / "guide.yaml", sectors, kinds, programs)
    found.problems += wrong
    found.soc_names = read_table(data / "wages" / "occupations.csv", ("soc", "title"), found.problems)
