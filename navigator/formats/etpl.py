"""A state's list of approved training (ETPL) in: a CSV, and a small YAML that says which column is what.

format: navigator/etpl/1
area: OH
columns: {name: Program Name, by: Provider, price: Total Cost, weeks: Length, phone: Phone, codes: SOC}
length_in: months                       # weeks (the usual), months, days, or hours (30 count as a week)
evening: {column: Schedule, words: [evening, night]}
outcome: {Finish: Completion Rate, "Middle pay": Median Wage}
always: {language: English, cost: Ask if your job center pays}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import yaml

from navigator.domain.errors import Problem
from navigator.domain.resource import Resource
from navigator.engine.key_twice import keys_twice
from navigator.engine.resource_entry import FIELDS, Known, entry, free_id, parse_amount, slug
from navigator.engine.rows import Fault, read_table
from navigator.engine.validate import shown
from navigator.formats.brought import Brought, problems_of, read_file, too_many
from navigator.i18n import _

WEEKS = {"weeks": 1.0, "months": 52 / 12, "days": 1 / 7, "hours": 1 / 30}
MOST_PRICE, MOST_WEEKS = 300_000, 520
"""More than this is a slip of the pen: no approved training costs 300,000 dollars or takes ten years."""

Column = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class WordsFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A yes or no that stands in words: yes when one of them is in the column."""

    column: Column
    words: tuple[Column, ...] = ("yes", "y", "true", "x", "1")


class MappingFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The mapping as people write it."""

    format: Literal["navigator/etpl/1"]
    columns: dict[str, Column]
    area: str = ""
    encoding: str = ""
    delimiter: Annotated[str, msgspec.Meta(min_length=1, max_length=1)] = ","
    length_in: Literal["weeks", "months", "days", "hours"] = "weeks"
    evening: WordsFile | None = None
    weekend: WordsFile | None = None
    outcome: dict[str, Column] = {}
    always: dict[str, str] = {}


Yes = tuple[tuple[str, WordsFile], ...]


def read_mapping(path: Path) -> tuple[MappingFile | None, tuple[Problem, ...]]:
    """The mapping, or None and what is wrong with it."""
    try:
        text, _remark = read_file(path)
        if twice := [(line, what) for what, line in keys_twice(yaml.compose(text, yaml.CBaseLoader))]:
            return None, problems_of(path, twice)
        mapping = msgspec.convert(yaml.load(text, yaml.CBaseLoader), MappingFile, strict=False)  # noqa: S506 - text only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return None, problems_of(
            path,
            [
                (
                    mark.line + 1 if mark else None,
                    _("not valid YAML: {problem}").format(problem=getattr(error, "problem", error)),
                )
            ],
        )
    except (ValueError, RecursionError) as error:  # msgspec's ValidationError is a ValueError
        return None, problems_of(path, [(None, str(error))])
    wrong: list[Fault] = [
        (None, _("there is no field {name!r}; the fields are: {names}").format(name=f, names=", ".join(FIELDS)))
        for f in (*mapping.columns, *mapping.always)
        if f not in FIELDS
    ]
    if "name" not in mapping.columns:
        wrong.append((None, _("columns should say which column is the name")))
    return mapping, problems_of(path, wrong)


def read_etpl(path: Path, mapping: MappingFile, known: Known) -> Brought:
    """Every program of the list: all of them, or problems."""
    try:
        text, remark = read_file(path, mapping.encoding)
    except ValueError as error:
        return Brought(problems=problems_of(path, [(None, str(error))]))
    header, rows, faults = read_table(text, mapping.delimiter)
    missing = [c for c in _wanted(mapping) if c not in header]
    if header and missing:
        faults.append(
            (
                1,
                _("it has no column {missing}; its columns are: {names}").format(
                    missing=", ".join(map(repr, missing)), names=", ".join(header)
                ),
            )
        )
    over = too_many(len(rows))
    if missing or over:
        return Brought(problems=problems_of(path, [*faults, *([over] if over else [])]))
    found: dict[str, Resource] = {}
    for line, row in rows:
        resource, wrong = _program(row, mapping, known)
        faults += [(line, what) for what in wrong]
        if resource is not None:
            name = free_id(resource.id, found)
            found[name] = replace(resource, id=name)
    left = [c for c in header if c and c not in _wanted(mapping)]
    notices = [remark] if remark else []
    notices += (
        [_("Columns that the mapping does not name were left out: {names}.").format(names=", ".join(left))]
        if left
        else []
    )
    problems = problems_of(path, faults)
    return Brought(resources=() if problems else tuple(found.values()), problems=problems, notices=tuple(notices))


def _wanted(mapping: MappingFile) -> list[str]:
    yes = [w.column for w in (mapping.evening, mapping.weekend) if w]
    return list(dict.fromkeys([*mapping.columns.values(), *yes, *mapping.outcome.values()]))


def _program(row: Mapping[str, str], mapping: MappingFile, known: Known) -> tuple[Resource | None, list[str]]:
    """One row as an entry, or its faults."""
    raw: dict[str, object] = {"kinds": "training", "area": mapping.area, "source": "state training list (ETPL)"}
    raw.update(mapping.always)
    faults: list[str] = []
    raw.update({field: row[column] for field, column in mapping.columns.items() if row[column]})
    raw.setdefault("name", "")
    raw["id"] = slug(str(raw.get("id", ""))) or slug(f"{raw['name']} {raw.get('by', '')}", 70) or "-"
    for field, most in (("price", MOST_PRICE), ("weeks", MOST_WEEKS)):
        if field in raw:
            raw[field] = _number(raw[field], field, most, mapping, faults)
    for field, said in (("evening", mapping.evening), ("weekend", mapping.weekend)):
        if said is not None and row[said.column]:
            raw[field] = "yes" if any(w.casefold() in row[said.column].casefold() for w in said.words) else "no"
    outcome = "; ".join(f"{name}: {row[column]}" for name, column in mapping.outcome.items() if row[column])
    if outcome:
        raw["outcome"] = outcome
    resource, wrong = entry(raw, known, "import")
    return resource, faults + wrong


def _number(given: object, field: str, most: float, mapping: MappingFile, faults: list[str]) -> object:
    text = str(given).casefold()
    for word in (*WEEKS, "week", "month", "day", "hour"):
        text = text.removesuffix(f" {word}")
    try:
        amount = parse_amount(text)
    except ValueError as error:
        faults.append(f"{mapping.columns.get(field, field)}: {error}")
        return ""
    amount *= WEEKS[mapping.length_in] if field == "weeks" else 1
    if amount > most:
        faults.append(
            _("{column}: {given} cannot be; the most is {most:,}").format(
                column=mapping.columns.get(field, field), given=shown(given), most=most
            )
        )
        return ""
    return f"{amount:.1f}".removesuffix(".0")
