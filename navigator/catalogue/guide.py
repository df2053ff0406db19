"""data/guide.yaml as people edit it, read into the guide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from navigator.catalogue import source
from navigator.catalogue.schema import Strict, Text
from navigator.domain.errors import Problem
from navigator.domain.guide import Guide, Pair, Stage

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,40}$")]


class PairFile(Strict):
    id: Id
    me: Text
    employer: Text
    why: Text
    kinds: tuple[Id, ...] = ()
    programs: tuple[Id, ...] = ()


class SectorPairFile(Strict):
    me: Text
    employer: Text
    why: Text
    kinds: tuple[Id, ...] = ()
    programs: tuple[Id, ...] = ()


class StageFile(Strict):
    id: Id
    name: Text
    about: Text
    questions: Annotated[tuple[PairFile, ...], msgspec.Meta(min_length=1)]
    employer_side: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    center_side: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    sectors: dict[Id, SectorPairFile] = msgspec.field(default_factory=dict)


class GuideFile(Strict):
    format: Literal["navigator/guide/1"]
    stages: Annotated[tuple[StageFile, ...], msgspec.Meta(min_length=1)]


def read_guide(
    path: Path, sectors: set[str], kinds: set[str], programs: set[str]
) -> tuple[Guide | None, list[Problem]]:
    """The guide, or None with what is wrong. The sets are the ids there are; an empty one: not known, so not checked."""
    file, problems = source.read_yaml(path, GuideFile)
    if file is None:
        return None, problems
    guide = Guide(stages=tuple(_stage(s) for s in file.stages))
    lines = path.read_text(encoding="utf-8").splitlines()
    for name, what in _faults(guide, sectors, kinds, programs):
        line = next((n for n, text in enumerate(lines, start=1) if re.search(rf"\b{re.escape(name)}\b", text)), None)
        problems.append(Problem(path=path, line=line, what=what))
    return guide, problems


def _stage(file: StageFile) -> Stage:
    general = (_pair(file.id, q.id, q) for q in file.questions)
    special = (_pair(file.id, sector, q, sector) for sector, q in file.sectors.items())
    return Stage(
        id=file.id,
        name=file.name,
        about=file.about,
        pairs=(*general, *special),
        employer_side=file.employer_side,
        center_side=file.center_side,
    )


def _pair(stage: str, name: str, file: PairFile | SectorPairFile, sector: str = "") -> Pair:
    return Pair(
        id=f"{stage}.{name}",
        me=file.me,
        employer=file.employer,
        why=file.why,
        kinds=file.kinds,
        programs=file.programs,
        sector=sector,
    )


def _faults(guide: Guide, sectors: set[str], kinds: set[str], programs: set[str]) -> Iterator[tuple[str, str]]:
    """What the guide names that there is not, or names twice: the name, and what is wrong with it."""
    pairs = [p for s in guide.stages for p in s.pairs]
    names = [s.id for s in guide.stages] + [p.id for p in pairs]
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield name.rpartition(".")[2], f"the id {name!r} stands twice"
    for used, known, what in (
        ({p.sector for p in pairs if p.sector}, sectors, "sector {!r} in skills_framework.yaml"),
        ({k for p in pairs for k in p.kinds}, kinds, "kind {!r} in resources/kinds.yaml"),
        ({g for p in pairs for g in p.programs}, programs, "program {!r} in resources/national.yaml"),
    ):
        for name in sorted(used - known) if known else ():
            yield name, f"there is no {what.format(name)}"
