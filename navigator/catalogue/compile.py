"""Compile the data into one SQLite file and arrays beside it: read once slowly, looked up for ever fast."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TypeVar

import msgspec

from navigator.catalogue import kept, npy, pathways_file, resources, title_index
from navigator.catalogue.aside import aside, unswept
from navigator.catalogue.load import Source, load
from navigator.catalogue.locate import COMPILING
from navigator.catalogue.occupation_files import Progress
from navigator.domain.errors import BadData
from navigator.domain.occupation import Need, Occupation, Profile
from navigator.domain.release import VINTAGES
from navigator.engine import bands, near, scale, tables
from navigator.i18n import _

T = TypeVar("T")
Asked = dict[str, list[float]]

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE occupation (code TEXT PRIMARY KEY, title TEXT NOT NULL, name TEXT NOT NULL, zone INTEGER NOT NULL,
  body BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE wage (area TEXT, soc TEXT, employment REAL, location_quotient REAL, h10 REAL, h25 REAL, h50 REAL, h75 REAL,
  h90 REAL, a10 REAL, a25 REAL, a50 REAL, a75 REAL, a90 REAL, h50_note TEXT, a50_note TEXT, PRIMARY KEY (area, soc))
  WITHOUT ROWID;
CREATE TABLE projection (soc TEXT PRIMARY KEY, growth REAL, openings INTEGER, entry_education TEXT, experience TEXT,
  training TEXT) WITHOUT ROWID;
CREATE TABLE soc_group (soc TEXT PRIMARY KEY, soc_of_group TEXT, title TEXT) WITHOUT ROWID;
CREATE TABLE soc (soc TEXT PRIMARY KEY, title TEXT) WITHOUT ROWID;
CREATE TABLE area (area TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
"""

NEAREST = 40
"""How many of the nearest occupations are kept for each."""


TABLES = ("activities.npy", "skills.npy", "knowledge.npy", "interests.npy")
"""One a kind of figure: elements by occupations."""
NEAR = ("near.npy", "nearest.npy")
"""Occupations by occupations; and of each its nearest others with how near."""
DATABASE = "catalogue.sqlite"


def compile_catalogue(data: Path, target: Path, progress: Progress | None = None, build: Path | None = None) -> None:
    """Compile ``data`` into the folder ``target``, whole or not at all. Raises BadData when a file is broken.

    ``build`` holds what was compiled before: what nothing has changed in is taken from there.
    """
    earlier = kept.Earlier(build=build)
    with unswept():
        source = load(data, progress, earlier.texts())
        refuse_broken(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        spare = Path(mkdtemp(prefix=COMPILING, dir=target.parent))
        try:
            write(source, spare, earlier)
            if not target.exists():  # somebody else may have built the same catalogue meanwhile: theirs is as good
                spare.replace(target)
        finally:
            shutil.rmtree(spare, ignore_errors=True)
        earlier.keep_texts(source.texts)


def refuse_broken(source: Source) -> None:
    """Raise BadData with the first problem, and how many more there are."""
    if source.problems:
        more = " " + _("(and {count} more)").format(count=len(source.problems) - 1) if len(source.problems) > 1 else ""
        raise BadData(
            _("A data file is broken: {problem}{more}. 'navigator data check' lists all.").format(
                problem=source.problems[0], more=more
            )
        )


def write(source: Source, folder: Path, earlier: kept.Earlier) -> None:
    """Everything that is compiled, into an empty folder; the two slow parts from an earlier one where nothing changed."""
    figures = without_words(source)
    arrays = kept.key_of(figures.occupations, element_ids(source), present(source.matching).near)
    titles = titles_key(source)
    with TemporaryDirectory(prefix=COMPILING, dir=folder.parent) as old:
        same_titles = Path(old) / DATABASE if earlier.take("titles", titles, [DATABASE], Path(old)) else None
        same_arrays = earlier.take("arrays", arrays, TABLES + NEAR, folder)
        with nullcontext(lambda: None) if same_arrays else aside(write_arrays, figures, folder) as arrays_done:
            write_database(source, folder, arrays_done, same_titles)
    earlier.note(folder, {"arrays": (arrays, TABLES + NEAR), "titles": (titles, [DATABASE])})


def without_words(source: Source) -> Source:
    """All that the arrays are made from: the occupations without our words, but with what they are called."""
    bare = (
        replace(o.occupation, profile=Profile(also_called=o.occupation.profile.also_called)) for o in source.occupations
    )
    return replace(
        source, occupations=tuple(replace(o, occupation=b) for o, b in zip(source.occupations, bare, strict=True))
    )


def titles_key(source: Source) -> str:
    """What the title index is made from: titles, lexicon and employment."""
    lexicon = present(source.lexicon)
    words = {f.name: getattr(lexicon, f.name) for f in fields(lexicon)}
    ordered = {name: sorted(value) if isinstance(value, frozenset) else value for name, value in words.items()}
    return kept.key_of(titles_of(source), ordered, employment_of(source))


def present(part: T | None) -> T:
    """A part of the source that was read whole. Raises BadData when its file is broken."""
    if part is None:
        raise BadData(_("A data file is broken. 'navigator data check' lists all problems."))
    return part


def write_arrays(source: Source, folder: Path) -> None:
    """One .npy a kind of figure, and the near table."""
    rows = element_rows(source)
    for kind, found in rows.items():
        npy.write(folder / f"{kind}.npy", found)
    matching = present(source.matching)
    near_rows = near.near_rows(near_figures(source, rows), matching.near)
    npy.write(folder / "near.npy", near_rows)
    npy.write(
        folder / "nearest.npy", [[x for pair in some for x in pair] for some in near.nearest_of(near_rows, NEAREST)]
    )


def write_ids(source: Source, asked: Asked, folder: Path) -> None:
    """The ids of all rows and columns, and the one table that hangs on our words: who asks what a person may rule out."""
    occupations = [o.occupation for o in source.occupations]
    npy.write(folder / "preferences.npy", list(asked.values()))
    ids = element_ids(source) | {"preferences": list(asked)}
    more = {"codes": [o.code for o in occupations], "zones": [o.job_zone for o in occupations]}
    (folder / "elements.json").write_text(json.dumps(ids | more), encoding="utf-8")


def asked_of(source: Source) -> Asked:
    """For each thing that can be ruled out a row over the occupations: 1 where one asks it."""
    occupations = [o.occupation for o in source.occupations]
    return {c.id: [float(bands.asks_for(o, c.id)) for o in occupations] for c in present(source.matching).cannot}


def element_ids(source: Source) -> dict[str, list[str]]:
    """The ids of the rows of each table."""
    framework = present(source.framework)
    return {
        "skills": sorted({e for o in source.occupations for e in _elements(o.occupation)}),
        "activities": [a.id for a in framework.activities],
        "knowledge": [k.id for k in framework.knowledge],
        "interests": [i.id for i in framework.interests],
    }


def element_rows(source: Source) -> dict[str, tables.Rows]:
    """Each table: one row an element, one column an occupation."""
    occupations = [o.occupation for o in source.occupations]
    ids = element_ids(source)
    return {
        "activities": tables.activity_rows(occupations, ids["activities"]),
        "skills": tables.need_rows([skill_and_style_needs(o) for o in occupations], ids["skills"]),
        "knowledge": tables.need_rows([o.knowledge for o in occupations], ids["knowledge"]),
        "interests": interest_rows(occupations, ids["interests"]),
    }


def near_figures(source: Source, rows: dict[str, tables.Rows] | None = None) -> near.Figures:
    """What the near table is computed from; the official title counts three times among all that an occupation is called."""
    called = [
        (o.occupation.title,) * 3 + o.titles + o.reported + o.occupation.profile.also_called for o in source.occupations
    ]
    return near.figures_of([o.occupation for o in source.occupations], called, rows or element_rows(source))


def skill_and_style_needs(occupation: Occupation) -> list[Need]:
    """The 35 skills and the 16 work styles as one list of needs."""
    styles = (Need(element=e, importance=i, level=None) for e, i in occupation.work_styles.items())
    return [*occupation.skills, *styles]


def _elements(occupation: Occupation) -> set[str]:
    return {n.element for n in occupation.skills} | occupation.work_styles.keys()


def interest_rows(occupations: Sequence[Occupation], ids: Sequence[str]) -> list[list[float]]:
    """Interest by occupation, against the occupation's own mean, at length 1."""
    columns = [scale.unit(scale.contrasted([o.interests.get(i, 4.0) for i in ids])) for o in occupations]
    return scale.transposed(columns)


def write_database(
    source: Source, folder: Path, arrays_done: Callable[[], None] = lambda: None, titles: Path | None = None
) -> None:
    """The SQLite half: looked up by key, one row at a time. What is read from the arrays comes last, when they are done.

    ``titles``: an earlier database with the same title index.
    """
    with sqlite3.connect(folder / DATABASE) as db:
        db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        write_occupations(db, source)
        if titles is None:
            title_index.build(db, folder, titles_of(source), employment_of(source), present(source.lexicon))
        else:
            kept.copy_tables(db, titles, "title_")
        for table, rows in (("wage", source.wages), ("projection", source.projections)):
            places = ",".join("?" * len(rows[0]))
            db.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608 - our own table names
        db.executemany("INSERT INTO soc_group VALUES (?,?,?)", source.groups)
        db.executemany("INSERT INTO area VALUES (?,?)", source.areas)
        db.executemany("INSERT INTO soc VALUES (?,?)", source.soc_names)
        db.executemany("INSERT INTO meta VALUES (?,?)", meta(source).items())
        resources.write_resources(db, source.resources)
        asked = asked_of(source)
        write_ids(source, asked, folder)
        arrays_done()
        write_pathways(db, source, folder, asked)
    db.close()


def write_pathways(db: sqlite3.Connection, source: Source, folder: Path, asked: Asked | None = None) -> None:
    """The steps from each occupation, from its next steps, its closest and the near table in ``folder``."""
    occupations = [o.occupation for o in source.occupations]
    rows = asked_of(source) if asked is None else asked
    asks = [
        tuple(c for c, row in rows.items() if row[n] and not bands.can_ask(o, c)) for n, o in enumerate(occupations)
    ]
    published = pathways_file.published_of(source.projections, source.groups)
    settings = present(source.pathways)
    pathways_file.write_spots(db, folder, occupations, asks, published, present(source.matching), settings)


def write_occupations(db: sqlite3.Connection, source: Source) -> None:
    """Each occupation as JSON under its code."""
    encode = msgspec.json.encode
    for loaded in source.occupations:
        o = loaded.occupation
        db.execute("INSERT INTO occupation VALUES (?,?,?,?,?)", (o.code, o.title, o.name, o.job_zone, encode(o)))


def titles_of(source: Source) -> list[tuple[str, str, str]]:
    """Every title that names an occupation: text, code, and where it comes from."""
    rows = []
    for loaded in source.occupations:
        occupation = loaded.occupation
        named = {
            "official": (occupation.title,),
            "ours": (occupation.profile.plain_title, *occupation.profile.also_called),
            "alternate": loaded.titles,
            "reported": loaded.reported,
        }
        rows += [(t, occupation.code, kind) for kind, titles in named.items() for t in titles if t]
    return rows


def employment_of(source: Source) -> dict[str, float]:
    """How many people work in each occupation of the nation, by SOC or group."""
    return {str(r[1]): float(r[2]) for r in source.wages if r[0] == "US" and r[2] is not None}


def meta(source: Source) -> dict[str, str]:
    """Everything small: counts, vintages, the framework, the weights, the licences, as JSON."""
    counts = {
        "occupations": len(source.occupations),
        "with skill ratings": sum(o.occupation.rated for o in source.occupations),
        "with plain words": sum(bool(o.occupation.profile.what_you_do) for o in source.occupations),
        "titles": sum(len(o.titles) + len(o.reported) for o in source.occupations),
        "wage figures": len(source.wages),
        "areas": len(source.areas),
        "projections": len(source.projections),
    }
    values = {
        "counts": counts,
        "vintages": VINTAGES,
        "framework": source.framework,
        "matching": source.matching,
        "licences": {n.id: n.name for n in source.licences},
        "pathways": source.pathways,
        "guide": source.guide,
        "resource_kinds": source.resources.kinds,
        "cities": source.cities,
        "raise_notes": source.resources.raise_notes,
    }
    return {key: msgspec.json.encode(value).decode() for key, value in values.items()}
