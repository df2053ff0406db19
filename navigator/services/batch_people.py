"""From a table of people to what the engine may read of each: the same things a record's standing holds, as arrays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from navigator.domain.occupation import NATION
from navigator.engine.batch_caps import Circumstances
from navigator.engine.standing import FEW_RATINGS, FLAT_SPREAD
from navigator.services.batch_columns import Coded, Understood, coded, understood
from navigator.services.batch_vocabulary import Vocabulary, hourly, known_in, months_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Flags = NDArray[np.bool_]
    Whole = NDArray[np.int32]


@dataclass(frozen=True, kw_only=True)
class People:
    """Some people, one row each."""

    did: Flags
    not_ticked: Flags | None
    fields: Flags
    groups: Flags
    skills: Floats
    flat: Flags
    knowledge: Flags
    likings: Floats
    work_rows: Whole
    work: Whole
    doubtful: Flags
    said: Circumstances
    areas: tuple[str, ...]
    area: NDArray[np.int32]
    last_pay: Floats
    wrong: dict[int, tuple[str, str]]
    unknown: dict[str, Counter[str]]

    @cached_property
    def answers(self) -> NDArray[np.int64]:
        """How many separate things there are to go by, as :class:`Standing` counts them."""
        import numpy as np

        some = [self.did, self.skills != 0, self.knowledge, self.likings != 0]
        return np.asarray(
            sum(part.sum(axis=1) for part in some) + 3 * np.bincount(self.work_rows, minlength=len(self.did))
        )


class Reader:
    """Reads the columns of one block and remembers what was wrong with which row."""

    def __init__(self, block: Any, vocabulary: Vocabulary, path: object = "") -> None:
        self.block, self.words, self.path = block, vocabulary, path
        self.size = block.num_rows
        self.wrong: dict[int, tuple[str, str]] = {}
        self.unknown: dict[str, Counter[str]] = {}

    def column(self, name: str) -> Coded | None:
        """One column, or None where the table has no such column."""
        names = self.block.schema.names
        return coded(self.block.column(names.index(name)), name, self.path) if name in names else None

    def read(self, name: str, read: Callable[[str], Any], kind: Any) -> Understood | None:
        """One column understood."""
        column = self.column(name)
        if column is None:
            return None
        found = understood(column, read, kind)
        for row, reason in found.wrong.items():
            self.wrong.setdefault(row, (name, reason))
        if found.unknown:
            self.unknown[name] = found.unknown
        return found

    def flags(self, name: str, read: Callable[[str], int], width: int) -> Flags:
        """A column of lists as yes or no for each of the things that may be on the list."""
        import numpy as np

        table = np.zeros((self.size, width), bool)
        found = self.read(name, read, np.int32)
        if found is not None:
            table[found.rows, found.meanings] = True
        return table

    def levels(self, name: str, read: Callable[[str], tuple[int, float]]) -> tuple[Any, Any, Any]:
        """A column of name=value: the row, the place and the value of each item."""
        import numpy as np

        found = self.read(name, read, np.dtype([("at", np.int32), ("value", np.float32)]))
        if found is None:
            none = np.empty(0, np.int32)
            return none, none, none.astype(np.float32)
        return found.rows, found.meanings["at"], found.meanings["value"]

    def one(self, name: str, read: Callable[[str], float], missing: float, kind: Any) -> Any:
        """A column of single values."""
        import numpy as np

        values = np.full(self.size, missing, kind)
        found = self.read(name, read, kind)
        if found is not None:
            values[found.rows] = found.meanings
        return values


def people_of(block: Any, words: Vocabulary, path: object = "") -> People:
    """The people of one block: an Arrow record batch with some of our columns. Raises BadInput for a column's type."""
    import numpy as np

    reader = Reader(block, words, path)
    tables = words.catalogue.tables
    did = reader.flags("activities", words.activity, len(tables.activity_ids))
    given = "offered" in block.schema.names
    offered = reader.flags("offered", words.activity, len(tables.activity_ids)) if given else None
    skills, flat = _skills(reader)
    work = _work(reader)
    likings = np.zeros((reader.size, len(tables.interest_ids)), np.float32)
    rows, at, value = reader.levels("likings", words.liking)
    np.add.at(likings, (rows, at), value)
    return People(
        did=did,
        not_ticked=None if offered is None else offered & ~did,
        fields=reader.flags("fields", lambda t: known_in(words.fields, t), len(words.catalogue.pathways.fields)),
        groups=reader.flags("groups", lambda t: known_in(words.groups, t), len(words.catalogue.framework.groups)),
        skills=skills,
        flat=flat,
        knowledge=reader.flags("knowledge", lambda t: known_in(words.knowledge, t), len(tables.knowledge_ids)),
        likings=likings,
        work_rows=work.rows,
        work=work.columns,
        doubtful=work.doubtful,
        said=_circumstances(reader, work),
        areas=words.areas,
        area=reader.one("state", words.area, words.areas.index(NATION), np.int32),
        last_pay=reader.one("last_pay", hourly, np.nan, np.float32),
        wrong=reader.wrong,
        unknown=reader.unknown,
    )


@dataclass(frozen=True, kw_only=True)
class _Work:
    """Each person with each occupation they held, once; who has one that is unsure; and the same as a table."""

    rows: Whole
    columns: Whole
    doubtful: Flags
    table: Flags


def _work(reader: Reader) -> _Work:
    import numpy as np

    width = len(reader.words.columns)
    rows, at, unsure = reader.levels("titles", reader.words.occupation)
    doubtful = np.zeros(reader.size, bool)
    doubtful[rows[unsure > 0]] = True
    table = np.zeros((reader.size, width), bool)
    table[rows, at] = True
    once = np.flatnonzero(table)
    return _Work(
        rows=(once // width).astype(np.int32), columns=(once % width).astype(np.int32), doubtful=doubtful, table=table
    )


def _circumstances(reader: Reader, work: _Work) -> Circumstances:
    import numpy as np

    words, names = reader.words, reader.block.schema.names
    licences = None
    zones = np.zeros(reader.size, np.int32)
    np.maximum.at(zones, work.rows, np.array(words.catalogue.tables.zones, np.int32)[work.columns])
    if "licences" in names:
        licences = reader.flags("licences", lambda t: known_in(words.licence, t), len(words.licences)).astype(
            np.float32
        )
    return Circumstances(
        schooling=reader.one("schooling", words.school, -1, np.int32),
        train_months=reader.one("train_months", months_of, np.nan, np.float32),
        pay_floor=reader.one("pay_floor", hourly, np.nan, np.float32),
        licences=licences,
        cannot=reader.flags("cannot", lambda t: known_in(words.cannot, t), len(words.catalogue.matching.cannot)),
        held=work.table,
        zone_reached=zones,
    )


def _skills(reader: Reader) -> tuple[Floats, Flags]:
    """Each skill against the person's own mean, and who gave all the same: as ``engine.standing`` does for one."""
    import numpy as np

    words = reader.words
    width = len(words.catalogue.framework.skills)
    levels = np.zeros((reader.size, width), np.float32)
    rows, at, value = reader.levels("ratings", words.rating)
    levels[rows, at] = value
    rated = levels > 0
    count = np.maximum(rated.sum(axis=1), 1)
    mean = levels.sum(axis=1) / count
    away = np.where(rated, levels - mean[:, None], 0)
    flat = (rated.sum(axis=1) >= FEW_RATINGS) & (np.sqrt((away**2).sum(axis=1) / count) < FLAT_SPREAD)
    away[flat] = 0
    picked = reader.flags("strongest", lambda t: known_in(words.skills, t), width)
    return (away + picked).astype(np.float32), flat
