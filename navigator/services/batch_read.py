"""Tables of people in blocks: Parquet, CSV or one JSON object a line. What cannot be a row is set aside with its reason."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from navigator.domain.errors import BadInput, MissingExtra
from navigator.engine.validate import shown
from navigator.extras import adds
from navigator.i18n import N_, _
from navigator.services.batch_columns import COLUMNS, MANY, PAIRED, column_of
from navigator.services.batch_numbered import repeated_in
from navigator.services.table_lines import LONGEST_CELL, Lines, need_file, opened_lines, records, to_header
from navigator.services.title_file import marks

BLOCK = 5_000
"""People in a block: what is lost when the power goes, and what stands in memory at once."""

LONGEST_WHY = 200
"""Letters of another library's message that are shown."""

INSTALL = N_("Matching many people at once needs numpy and pyarrow. Install them with: {command}")


@dataclass(frozen=True, kw_only=True)
class Rejected:
    """One row set aside: its number in the file, its id, the column and the reason."""

    row: int
    id: str
    column: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Block:
    """Some rows in their order. ``rows`` are their numbers in the file, from 1; ``wrong`` are those not in ``batch``.
    ``share``: how much of the file was read."""

    number: int
    rows: tuple[int, ...]
    batch: Any
    wrong: tuple[Rejected, ...]
    share: float


def need_extra() -> None:
    """Load what the batch path needs, on one thread. Raises MissingExtra with the command that installs it.

    The processes share the work: threads would fight over it, and a process that holds any cannot be forked.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("JE_ARROW_MALLOC_CONF", "background_thread:false")
    try:
        import numpy  # noqa: F401
        import pyarrow.compute
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise MissingExtra(_(INSTALL).format(command=adds("batch"))) from error


def blocks(path: Path, only: str = "") -> Iterator[Block]:
    """The blocks of a file, by its ending. ``only``: just that column. Raises NotFound or BadInput."""
    readers = {".parquet": _parquet, ".csv": _csv, ".jsonl": _jsonl, ".ndjson": _jsonl}
    if path.suffix.casefold() not in readers:
        raise BadInput(_("{path}: the file's name should end in .parquet, .csv or .jsonl.").format(path=path))
    need_file(path)
    return readers[path.suffix.casefold()](path, only)


MOST_LOOKED = 100
"""Lines of a .jsonl file that are looked at for names we do not use."""


def unused(path: Path) -> tuple[str, ...]:
    """The columns of a file that nothing is read from, as they stand there."""
    return tuple(dict.fromkeys(name for name in _names(path) if name and not column_of(name)))


def _names(path: Path) -> Iterator[str]:
    if path.suffix.casefold() == ".parquet":
        import pyarrow.parquet as pq

        yield from pq.read_schema(path).names
        return
    with opened_lines(path) as lines:
        if path.suffix.casefold() == ".csv":
            yield from _header(path, lines)[1]
            return
        for line in islice(lines, MOST_LOOKED):
            try:
                found = msgspec.json.decode(line)
            except (msgspec.DecodeError, UnicodeError, RecursionError):
                continue
            yield from found if isinstance(found, dict) else ()


def _columns(path: Path, names: list[str], only: str) -> dict[int, str]:
    """Which of the file's columns is which of ours. Raises BadInput when none is, or two are the same."""
    found = {n: column_of(name) for n, name in enumerate(names) if column_of(name)}
    twice = sorted({ours for ours in found.values() if list(found.values()).count(ours) > 1})
    if twice:
        raise BadInput(_("{path} has two columns for {column}. Keep one of them.").format(path=path, column=twice[0]))
    if not found.keys() - {n for n, ours in found.items() if ours in ("id", "state")}:
        raise BadInput(
            _(
                "{path} has none of the columns titles, activities, ratings, knowledge, likings. Its columns: {names}."
            ).format(path=path, names=", ".join(names[:12]))
        )
    return {n: ours for n, ours in found.items() if not only or ours == only}


def _parquet(path: Path, only: str) -> Iterator[Block]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
        file = pq.ParquetFile(path, metadata=file.metadata, read_dictionary=repeated_in(file, BLOCK))
        names = list(file.schema_arrow.names)
        columns = _columns(path, names, only)
        done = 0
        if not columns:
            return
        for number, batch in enumerate(file.iter_batches(batch_size=BLOCK, columns=[names[n] for n in columns])):
            ours = pa.RecordBatch.from_arrays(batch.columns, names=[column_of(n) for n in batch.schema.names])
            rows = tuple(range(done + 1, done + batch.num_rows + 1))
            done += batch.num_rows
            yield Block(number=number, rows=rows, batch=ours, wrong=(), share=done / max(1, file.metadata.num_rows))
    except (pa.ArrowException, OSError) as error:
        raise BadInput(
            _("{path} cannot be read as Parquet: {why}").format(
                path=path, why=shown(str(error).splitlines()[0], LONGEST_WHY)
            )
        ) from error


class _Gathered:
    """Rows on their way into a block."""

    def __init__(self, columns: tuple[str, ...], lists: frozenset[str] = frozenset()) -> None:
        self.columns, self.lists = columns, lists
        self.number = -1
        self._begin()

    def _begin(self) -> None:
        self.number += 1
        self.cells: list[list[Any]] = [[] for _ in self.columns]
        self.rows: list[int] = []
        self.wrong: list[Rejected] = []

    @property
    def full(self) -> bool:
        """Whether it is time for a block."""
        return len(self.rows) + len(self.wrong) >= BLOCK

    def add(self, row: int, values: list[Any]) -> None:
        """One good row."""
        self.rows.append(row)
        for column, value in zip(self.cells, values, strict=True):
            column.append(value)

    def block(self, share: float) -> Block:
        """What has been gathered, and begin anew."""
        import pyarrow as pa

        kinds = [pa.list_(pa.string()) if c in self.lists else pa.string() for c in self.columns]
        arrays = [pa.array(c, k) for c, k in zip(self.cells, kinds, strict=True)]
        made = Block(
            number=self.number,
            rows=tuple(self.rows),
            batch=pa.RecordBatch.from_arrays(arrays, names=list(self.columns)),
            wrong=tuple(self.wrong),
            share=share,
        )
        self._begin()
        return made


def _csv(path: Path, only: str) -> Iterator[Block]:
    with opened_lines(path) as lines:
        delimiter, header = _header(path, lines)
        lines.taken()
        columns = _columns(path, header, only)
        if not columns:
            return
        gathered = _Gathered(tuple(columns.values()))
        for row, cells in enumerate(records(lines, delimiter, len(header)), start=1):
            if len(cells) == len(header):
                gathered.add(row, [cells[n] or None for n in columns])
            elif cells != [""]:
                gathered.wrong.append(_ragged(row, cells, header, columns))
            if gathered.full:
                yield gathered.block(lines.share)
        if gathered.rows or gathered.wrong:
            yield gathered.block(1.0)


def _ragged(row: int, cells: list[str], header: list[str], columns: dict[int, str]) -> Rejected:
    """A row of a CSV with too many or too few cells; its id is what stands where ids stand."""
    at = next((n for n, ours in columns.items() if ours == "id"), len(cells))
    reason = _("{cells} cells where the header has {names}").format(cells=len(cells), names=len(header))
    return Rejected(row=row, id=cells[at] if at < len(cells) else "", column="", reason=reason)


def _header(path: Path, lines: Lines) -> tuple[str, list[str]]:
    """The mark between the cells under which most of our columns are there, and the names of the columns."""
    named = to_header(lines)
    first = next(lines, "")
    if not first.strip():
        raise BadInput(_("{path} is empty. It should begin with a line of column names.").format(path=path))
    csv.field_size_limit(LONGEST_CELL)
    try:
        found = [(mark, [c.strip() for c in next(csv.reader([first], delimiter=mark), [])]) for mark in marks(named)]
    except csv.Error as error:
        raise BadInput(
            _("{path} does not begin with a line of column names: its first cell never ends.").format(path=path)
        ) from error
    return max(found, key=lambda pair: len({*map(column_of, pair[1])} - {""}))


def _jsonl(path: Path, only: str) -> Iterator[Block]:
    # Where no line at the beginning has an id, nobody has: the rows are numbered, as in a table without that column.
    numbered = not any(column_of(name) == "id" for name in _names(path))
    columns = tuple(c for c in COLUMNS if only in ("", c) and not (numbered and c == "id"))
    if not columns:
        return
    gathered = _Gathered(columns, MANY)
    with opened_lines(path) as lines:
        for row, line in enumerate(lines, start=1):
            lines.taken()
            _json_row(gathered, row, line)
            if gathered.full:
                yield gathered.block(lines.share)
        if gathered.rows or gathered.wrong:
            yield gathered.block(1.0)


def _json_row(gathered: _Gathered, row: int, line: str) -> None:
    """One line: an object whose values have the right shape, or a row set aside."""
    if not line.strip():
        return
    found: dict[str, Any] = {}
    column, reason = "", ""
    try:
        found = _object(line)
        named = _named(tuple(found))
        values = []
        for column in gathered.columns:
            values.append(_cell(column, found.get(named[column])) if column in named else None)
        gathered.add(row, values)
    except RecursionError:
        reason = _("this line is nested too deeply to be a person")
    except (msgspec.DecodeError, UnicodeError) as error:
        reason = _("this line is not valid JSON ({error})").format(error=error)
    except BadInput as error:
        reason = str(error)
    if reason:
        gathered.wrong.append(Rejected(row=row, id=_whose(found), column=column, reason=reason))


def _whose(found: dict[str, Any]) -> str:
    """The id of a line that is set aside, where it has one."""
    return next((_as_id(value) for name, value in found.items() if value and column_of(name) == "id"), "")


def _as_id(value: Any) -> str:
    try:
        return _plain(value)
    except BadInput:
        return ""


def _object(line: str) -> dict[str, Any]:
    """One line read. Raises BadInput and what the decoder raises."""
    found = msgspec.json.decode(line)
    if not isinstance(found, dict):
        raise BadInput(_('{line} is not an object such as {{"id": "1", "titles": ["cook"]}}').format(line=shown(line)))
    return found


@lru_cache(maxsize=16)  # one line after the other has the same names
def _named(names: tuple[str, ...]) -> dict[str, str]:
    """The names of a line by our names of the columns. Raises BadInput where two names stand for one column."""
    named: dict[str, str] = {}
    for name in names:
        ours = column_of(name)
        if ours and ours in named:
            raise BadInput(_("two of its names stand for {column}; keep one of them").format(column=ours))
        named[ours] = name
    return named


def _cell(column: str, value: Any) -> Any:
    """A JSON value as text or a list of texts. Raises BadInput when it has another shape."""
    if value is None:
        return None
    if column in PAIRED and isinstance(value, dict):
        return [f"{name}={_plain(level)}" for name, level in value.items()]
    if column in MANY:
        if isinstance(value, str):
            return value.split(";")
        if isinstance(value, list):
            if {*map(type, value)} <= {str}:  # as nearly all are, and a hundred thousand lists are long to go through
                return value
            return [_plain(v) for v in value if v is not None]
        raise BadInput(_("{value} is not a list").format(value=shown(value)))
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise BadInput(_("{value} is not text or a number").format(value=shown(value)))
    return "unsure" if value is None else str(value)
