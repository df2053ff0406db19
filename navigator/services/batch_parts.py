"""The finished parts of a large piece of work, kept beside its result until all are there."""

from __future__ import annotations

import csv
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import msgspec

import navigator
from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.engine.cells import neutral
from navigator.i18n import _
from navigator.records.atomic import make_folder, write_whole
from navigator.services.batch_block import Counts, Rejected
from navigator.services.batch_read import BLOCK
from navigator.services.batch_vocabulary import Titles

MARK = "navigator-batch.json"
TITLES = "titles.json"


class Part(msgspec.Struct):
    """What is kept of a block beside its table."""

    counts: Counts
    rejected: list[Rejected]


def keep_part(folder: Path, number: int, table: Any, counts: Counts, rejected: list[Rejected]) -> None:
    """Keep a finished block: the table first, then the sign that it is finished. Raises CannotWrite."""
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    write_whole(_table_of(folder, number), sink.getvalue().to_pybytes())
    write_whole(_sign_of(folder, number), msgspec.json.encode(Part(counts=counts, rejected=rejected)))


def kept_titles(folder: Path) -> Titles:
    """The titles that were looked up."""
    return msgspec.json.decode((folder / TITLES).read_bytes(), type=dict[str, tuple[str, bool]])


def _table_of(folder: Path, number: int) -> Path:
    return folder / f"part-{number:06}.arrow"


def _sign_of(folder: Path, number: int) -> Path:
    return folder / f"part-{number:06}.json"


class Parts:
    """The parts of one run. Those of another file, or of other data, are thrown away."""

    def __init__(self, catalogue: Catalogue, source: Path, out: Path) -> None:
        self.source, self.out = source, out
        self.rejected = out.with_suffix(".rejected.csv")
        self.folder = out.with_name(out.name + ".parts")
        begun = self._begun(_signature(catalogue, source))
        self.resumed = begun and any(self.folder.glob("part-*.json"))

    def _begun(self, signature: bytes) -> bool:
        mark = self.folder / MARK
        if self.folder.exists() and not mark.exists() and any(self.folder.iterdir()):
            raise BadInput(
                _(
                    "{folder} is in the way: it was not made by this command. Move it, or choose another name for the result."
                ).format(folder=self.folder)
            )
        if mark.exists() and mark.read_bytes() == signature:
            return True
        shutil.rmtree(self.folder, ignore_errors=True)
        make_folder(self.out.parent)
        make_folder(self.folder)
        write_whole(mark, signature)
        return False

    @property
    def has_titles(self) -> bool:
        """Whether the titles were looked up before."""
        return (self.folder / TITLES).exists()

    def keep_titles(self, titles: Titles) -> None:
        """Keep what the titles were found to be."""
        write_whole(self.folder / TITLES, msgspec.json.encode(titles))

    def has(self, number: int) -> bool:
        """Whether a block is finished."""
        return _sign_of(self.folder, number).exists()

    def part(self, number: int) -> Part:
        """What is kept of a block."""
        return msgspec.json.decode(_sign_of(self.folder, number).read_bytes(), type=Part)

    def drop_if_empty(self) -> None:
        """Leave nothing behind where nothing was finished."""
        if self.folder.exists() and not any(self.folder.glob("part-*.json")):
            shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def assembling(self) -> Iterator[Assembly]:
        """Put the parts together in their order; both files appear whole at the end, and the parts are gone."""
        with _spare(self.out, "wb") as table, _spare(self.rejected, "w") as rejected:
            assembly = Assembly(self, table, rejected)
            try:
                yield assembly
            finally:
                assembly.close()
            if not assembly.next:
                raise BadInput(_("There are no rows in this file: {source}.").format(source=self.source))
        if not assembly.counts.set_aside:
            self.rejected.unlink(missing_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)


class Assembly:
    """The result as far as it goes: parts are added in the order of their blocks, as soon as they are there."""

    def __init__(self, parts: Parts, table: IO[Any], rejected: IO[Any]) -> None:
        self.parts, self.table = parts, table
        self.counts = Counts()
        self.next = 0
        self._writer: Any = None
        self._rejected = csv.writer(rejected, lineterminator="\n")
        self._rejected.writerow(("row", "id", "column", "reason"))

    def advance(self) -> None:
        """Add every part that is next in order."""
        while self.parts.has(self.next):
            self._add(self.next)
            self.next += 1

    def _add(self, number: int) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        with pa.ipc.open_file(pa.py_buffer(_table_of(self.parts.folder, number).read_bytes())) as reader:
            table = reader.read_all()
        if self._writer is None:
            self._writer = pq.ParquetWriter(self.table, table.schema, store_schema=False, compression="snappy")
        if table.num_rows:
            self._writer.write_table(table)
        part = self.parts.part(number)
        for r in part.rejected:
            self._rejected.writerow((r.row, neutral(r.id), neutral(r.column), neutral(r.reason)))
        self.counts.add(part.counts)

    def close(self) -> None:
        """Finish the table."""
        if self._writer is not None:
            self._writer.close()


@contextmanager
def _spare(path: Path, mode: str) -> Iterator[IO[Any]]:
    """A file beside its final place that takes it when all went well; only its owner can read it."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        text = "b" not in mode
        with os.fdopen(handle, mode, encoding="utf-8" if text else None, newline="" if text else None) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _signature(catalogue: Catalogue, source: Path) -> bytes:
    """What must be the same for parts to be of use: the program, the data, the file, and the size of a block."""
    stat = source.stat()
    center = catalogue.center_file.read_text(encoding="utf-8") if catalogue.center_file else ""
    same = (
        navigator.__version__,
        str(catalogue.folder),
        center,
        str(source.resolve()),
        stat.st_size,
        stat.st_mtime_ns,
        BLOCK,
    )
    return msgspec.json.encode({"navigator": "batch", "of": same})
