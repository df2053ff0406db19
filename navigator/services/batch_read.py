"""Tables of people in blocks: Parquet, CSV or one JSON object a line. What cannot be a row is set aside with its reason."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from navigator.domain.errors import BadInput, MissingExtra, NotFound
from navigator.engine.validate import shown
from navigator.i18n import N_, _
from navigator.services.batch_columns import COLUMNS, MANY, PAIRED, column_of
from navigator.services.table_lines import opened_lines, records
from navigator.services.title_file import DELIMITERS

BLOCK = 5_000
"""People in a block: what is lost when the power goes, and what stands in memory at once."""

INSTALL = N_(
    "Matching many people at once needs numpy and pyarrow. Install them with: pip install 'career-navigator[batch]'"
)


@dataclass(frozen=True, kw_only=True)
class Block:
    """Some rows in their order. ``rows`` are their numbers in the file, from 1; ``wrong`` are rows not in ``batch``,
    by number, with the column and the reason. ``share``: how much of the file was read."""

    number: int
    rows: tuple[int, ...]
    batch: Any
    wrong: tuple[tuple[int, str, str], ...]
    share: float


def extra_is_there() -> None:
    """Load numpy on one thread, and see that pyarrow could be loaded, which begins threads. Raises MissingExtra."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the processes share the work; threads would fight over it
    try:
        import numpy  # noqa: F401
    except ImportError as error:
        raise MissingExtra(_(INSTALL)) from error
    if find_spec("pyarrow") is None:
        raise MissingExtra(_(INSTALL))


def need_extra() -> None:
    """Load what the batch path needs. Raises MissingExtra with the command that installs it."""
    try:
        import numpy  # noqa: F401
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise MissingExtra(_(INSTALL)) from error


def blocks(path: Path, only: str = "") -> Iterator[Block]:
    """The blocks of a file, by its ending. ``only``: just that column. Raises NotFound or BadInput."""
    readers = {".parquet": _parquet, ".csv": _csv, ".jsonl": _jsonl, ".ndjson": _jsonl}
    if path.suffix.casefold() not in readers:
        raise BadInput(_("{path}: the file's name should end in .parquet, .csv or .jsonl.").format(path=path))
    if not path.exists():
        raise NotFound(_("There is no file {path}.").format(path=path))
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
            yield from _header(path, next(lines, ""))[1]
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
            _("{path} cannot be read as Parquet: {why}").format(path=path, why=str(error).splitlines()[0])
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
        self.wrong: list[tuple[int, str, str]] = []

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
        delimiter, header = _header(path, next(lines, ""))
        lines.taken()
        columns = _columns(path, header, only)
        if not columns:
            return
        gathered = _Gathered(tuple(columns.values()))
        for row, cells in enumerate(records(lines, delimiter, len(header)), start=1):
            if len(cells) == len(header):
                gathered.add(row, [cells[n] or None for n in columns])
            elif cells != [""]:
                gathered.wrong.append((row, "", f"{len(cells)} cells where the header has {len(header)}"))
            if gathered.full:
                yield gathered.block(lines.share)
        if gathered.rows or gathered.wrong:
            yield gathered.block(1.0)


def _header(path: Path, first: str) -> tuple[str, list[str]]:
    """The mark between the cells under which most of our columns are there, and the names of the columns."""
    if not first.strip():
        raise BadInput(_("{path} is empty. It should begin with a line of column names.").format(path=path))
    found = [(mark, [c.strip() for c in next(csv.reader([first], delimiter=mark), [])]) for mark in DELIMITERS]
    return max(found, key=lambda pair: len({*map(column_of, pair[1])} - {""}))


def _jsonl(path: Path, only: str) -> Iterator[Block]:
    columns = (only,) if only else COLUMNS
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
    column = ""
    try:
        found = msgspec.json.decode(line)
        if not isinstance(found, dict):
            raise BadInput(
                _('{line} is not an object such as {{"id": "1", "titles": ["cook"]}}').format(line=shown(line))
            )
        named = {column_of(name): value for name, value in found.items()}
        values = []
        for column in gathered.columns:
            values.append(_cell(column, named.get(column)))
        gathered.add(row, values)
    except RecursionError:
        gathered.wrong.append((row, "", "this line is nested too deeply to be a person"))
    except (msgspec.DecodeError, UnicodeError) as error:
        gathered.wrong.append((row, "", f"this line is not valid JSON ({error})"))
    except BadInput as error:
        gathered.wrong.append((row, column, str(error)))


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
            return [_plain(v) for v in value]
        raise BadInput(_("{value} is not a list").format(value=shown(value)))
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise BadInput(_("{value} is not text or a number").format(value=shown(value)))
    return "unsure" if value is None else str(value)
