"""data/pathways.yaml as people edit it, and the places on the way compiled; looked up in places.py."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from navigator.catalogue import npy, source
from navigator.catalogue.schema import Strict, Text, Weight
from navigator.domain.errors import Problem
from navigator.domain.matching import Matching
from navigator.domain.occupation import Occupation
from navigator.domain.pathway import PapersAbroad, PathwaySettings, Strengths, Weights
from navigator.engine.pathway_graph import Published, spots_of

TABLES = """
CREATE TABLE pathway (code TEXT PRIMARY KEY, body BLOB NOT NULL, edges BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE pathway_licence (licence TEXT, code TEXT, first INTEGER, PRIMARY KEY (licence, code)) WITHOUT ROWID;
"""

Count = Annotated[int, msgspec.Meta(ge=1, le=200)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Months = Annotated[float, msgspec.Meta(ge=0, le=240)]


class FieldFile(Strict):
    name: Text
    majors: tuple[Annotated[str, msgspec.Meta(pattern=r"^\d\d$")], ...]


class PathwaysFile(Strict):
    format: Literal["navigator/pathways/1"]
    strong_rank: Annotated[int, msgspec.Meta(ge=1, le=40)]
    viable_rank: Annotated[int, msgspec.Meta(ge=1, le=40)]
    out_rank: Annotated[int, msgspec.Meta(ge=1, le=40)]
    steps: Annotated[int, msgspec.Meta(ge=1, le=3)]
    zone_up: Annotated[int, msgspec.Meta(ge=0, le=4)]
    pay_keep: Share
    train_default: Months
    work_up: Months
    stay: tuple[Months, Months]
    beam: Count
    each_way: Count
    shown: Count
    of_one_group: Count
    of_one_step: Count
    soon: Months
    least_of_best: Weight
    starts: Count
    strengths: dict[Strengths, Share]
    weights: dict[Weights, Weight]
    worked: dict[str, Months]
    before: dict[str, Text]
    study_done: dict[str, Months]
    second_degree: dict[Literal["associate", "bachelor", "master", "doctor"], Months]
    bridges: dict[str, tuple[Text, ...]]
    everyday: tuple[Text, ...]
    after_degree: dict[str, tuple[Months, Months]]
    papers_abroad: dict[PapersAbroad, tuple[Months, Months]]
    anybody: tuple[Text, ...]
    meant_otherwise: dict[str, tuple[Text, ...]]
    fields: tuple[FieldFile, ...]


def read_pathways(path: Path) -> tuple[PathwaySettings | None, list[Problem]]:
    """The settings, or None with what is wrong with the file."""
    file, problems = source.read_yaml(path, PathwaysFile)
    if file is None:
        return None, problems
    given = {k: v for k, v in msgspec.to_builtins(file).items() if k != "format"}
    return msgspec.convert(given, PathwaySettings), problems


def write_spots(
    db: sqlite3.Connection,
    folder: Path,
    occupations: Sequence[Occupation],
    asks: Sequence[tuple[str, ...]],
    published: Mapping[str, Published],
    matching: Matching,
    settings: PathwaySettings,
) -> None:
    """Each occupation as a place on the way, and the steps from it, under its code. ``folder`` holds the table of nearest occupations.

    ``asks``: of what a person may rule out, what each occupation asks.
    """
    nearest = [[int(n) for n in row[::2]] for row in npy.read(folder / "nearest.npy")]
    encode = msgspec.json.encode
    found = list(spots_of(occupations, nearest, asks, published, matching, settings))
    db.executescript(TABLES)
    required = [(s.code, s.licence.names) for s, _ in found if s.licence.need == "required"]
    asked = {(name, code, name == names[0]) for code, names in required for name in names}
    db.executemany("INSERT INTO pathway_licence VALUES (?,?,?)", sorted(asked))
    db.executemany("INSERT INTO pathway VALUES (?,?,?)", ((s.code, encode(s), encode(edges)) for s, edges in found))


def published_of(
    projections: Sequence[tuple[str | float | None, ...]], groups: Sequence[tuple[str, ...]]
) -> dict[str, Published]:
    """The projections by six-digit code; a code that is published only within a wider group has the group's."""
    found = {
        str(row[0]): Published(schooling=str(row[3]), openings=None if row[2] is None else int(row[2]))
        for row in projections
    }
    return {soc: found[group] for soc, group, _ in groups if group in found} | found
