"""The finished parts of a large piece of work, kept beside its result until all are there."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import msgspec

import navigator
from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, CannotWrite
from navigator.engine.cells import neutral
from navigator.i18n import _, ngettext
from navigator.records.atomic import for_owner, make_folder, spare_for, write_whole
from navigator.services.batch_block import Counts
from navigator.services.batch_read import BLOCK, Rejected
from navigator.services.batch_vocabulary import Titles

HEADER = ("row", "id", "column", "reason")
"""The columns of the file of rows set aside."""

MARK = "navigator-batch.json"
TITLES = "titles.json"


class Part(msgspec.Struct):
    """What is kept of a block beside its table."""

    counts: Counts
    rejected: list[Rejected]


def no_place(path: Path, error: BaseException | None) -> CannotWrite:
    """The refusal when there is no room, or no right to write: what, why, and how to go on."""
    why = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return CannotWrite(
        _(
            "{path} cannot be written: {why}. What was done is kept. Free some space and run the same command again, or give another place for the result."
        ).format(path=path, why=why)
    )


def _keep(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except CannotWrite as error:
        raise no_place(path, error.__cause__ or error) from error


def keep_part(folder: Path, number: int, table: Any, counts: Counts, rejected: list[Rejected]) -> None:
    """Keep a finished block: the table first, then the sign that it is finished. Raises CannotWrite."""
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    _keep(_table_of(folder, number), sink.getvalue().to_pybytes())
    _keep(_sign_of(folder, number), msgspec.json.encode(Part(counts=counts, rejected=rejected)))


def kept_titles(folder: Path) -> Titles:
    """The titles that were looked up."""
    return msgspec.json.decode((folder / TITLES).read_bytes(), type=dict[str, tuple[str, bool]])


def _table_of(folder: Path, number: int) -> Path:
    return folder / f"part-{number:06}.arrow"


def _sign_of(folder: Path, number: int) -> Path:
    return folder / f"part-{number:06}.json"


def parts_of(out: Path) -> Path:
    """The folder of the finished parts."""
    return out.with_name(out.name + ".parts")


def any_kept(out: Path) -> bool:
    """Whether a run that was stopped left a finished part to go on from."""
    return any(parts_of(out).glob("part-*.json"))


def set_aside_beside(out: Path) -> Path:
    """Where the rows go that are set aside."""
    return out.with_suffix(".rejected.csv")


def is_in_the_way(rejected: Path) -> bool:
    """Whether another file stands where the rows go that are set aside: one that no run of ours made."""
    if not rejected.exists():
        return False
    with rejected.open("rb") as file:
        return file.readline(100).strip() not in (b"", ",".join(HEADER).encode())


class Parts:
    """The parts of one run."""

    def __init__(self, source: Path, out: Path) -> None:
        self.source, self.out = source, out
        self.rejected = set_aside_beside(out)
        self.folder = parts_of(out)
        self.ours = self.resumed = False

    def begin(self, catalogue: Catalogue) -> None:
        """Go on from the parts that are there; those of another file, or of other data, are thrown away. Raises BadInput,
        CannotWrite."""
        self.resumed = self._begun(_signature(catalogue, self.source)) and self._any()

    def _any(self) -> bool:
        return any(self.folder.glob("part-*.json"))

    def _begun(self, signature: bytes) -> bool:
        mark = self.folder / MARK
        if self.folder.exists() and not mark.exists() and any(self.folder.iterdir()):
            raise BadInput(
                _(
                    "{folder} is in the way: it was not made by this command. Move it, or choose another name for the result."
                ).format(folder=self.folder)
            )
        self.ours = True
        if mark.exists() and mark.read_bytes() == signature:
            return True
        shutil.rmtree(self.folder, ignore_errors=True)
        try:
            make_folder(self.out.parent)
            make_folder(self.folder)
        except CannotWrite as error:
            raise no_place(self.out, error.__cause__ or error) from error
        _keep(mark, signature)
        return False

    @property
    def has_titles(self) -> bool:
        """Whether the titles were looked up before."""
        return (self.folder / TITLES).exists()

    def keep_titles(self, titles: Titles) -> None:
        """Keep what the titles were found to be."""
        _keep(self.folder / TITLES, msgspec.json.encode(titles))

    def has(self, number: int) -> bool:
        """Whether a block is finished."""
        return _sign_of(self.folder, number).exists()

    def part(self, number: int) -> Part:
        """What is kept of a block."""
        return msgspec.json.decode(_sign_of(self.folder, number).read_bytes(), type=Part)

    def drop_if_empty(self) -> None:
        """Leave nothing behind where nothing was finished, nor what only half of is left; of what is not ours, all."""
        if self.ours and not (self._any() and (self.folder / MARK).exists()):
            shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def assembling(self) -> Iterator[Assembly]:
        """Put the parts together in their order; both files appear whole at the end, and the parts are gone."""
        with _spare(self.out, "xb", self.folder) as table, _spare(self.rejected, "x", self.folder) as rejected:
            assembly = Assembly(self, table, rejected)
            try:
                yield assembly
            finally:
                assembly.close()
            if not assembly.counts.people:
                shutil.rmtree(self.folder, ignore_errors=True)
                raise BadInput(self._nobody(assembly.counts))
        if not assembly.counts.set_aside:
            self.rejected.unlink(missing_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _nobody(self, counts: Counts) -> str:
        if not counts.set_aside:
            return _("There are no rows in this file: {source}.").format(source=self.source)
        return ngettext(
            "Nobody in {source} can be matched. Its only row was set aside: {reason}.",
            "Nobody in {source} can be matched. All {count:,} rows were set aside, such as: {reason}.",
            counts.set_aside,
        ).format(
            source=self.source, count=counts.set_aside, reason=next(iter(counts.examples.values()), "").rstrip(".")
        )


class Assembly:
    """The result as far as it goes: parts are added in the order of their blocks, as soon as they are there."""

    def __init__(self, parts: Parts, table: IO[Any], rejected: IO[Any]) -> None:
        self.parts, self.table = parts, table
        self.counts = Counts()
        self.next = 0
        self._writer: Any = None
        self._rejected = csv.writer(rejected, lineterminator="\n")
        self._rejected.writerow(HEADER)

    def advance(self) -> None:
        """Add every part that is next in order."""
        while self.parts.has(self.next):
            self._add(self.next)
            self.next += 1

    def _add(self, number: int) -> None:
        import pyarrow as pa

        with pa.ipc.open_file(pa.py_buffer(_table_of(self.parts.folder, number).read_bytes())) as reader:
            table = reader.read_all()
        if self.parts.out.suffix.casefold() == ".csv":
            table = _plain_words(table)
        if self._writer is None:
            self._writer = self._begun(table.schema)
        if table.num_rows:
            self._writer.write_table(table)
        part = self.parts.part(number)
        for r in part.rejected:
            self._rejected.writerow((r.row, neutral(r.id), neutral(r.column), neutral(r.reason)))
        self.counts.add(part.counts)

    def _begun(self, schema: Any) -> Any:
        """The writer for the ending of the result."""
        if self.parts.out.suffix.casefold() == ".csv":
            from pyarrow.csv import CSVWriter, WriteOptions

            return CSVWriter(self.table, schema, write_options=WriteOptions(quoting_style="needed"))
        import pyarrow.parquet as pq

        # Least and greatest of a column of words tell a reader nothing, and cost more than the writing.
        return pq.ParquetWriter(
            self.table, schema, store_schema=False, compression="snappy", write_statistics=["id", "rank"]
        )

    def close(self) -> None:
        """Finish the table."""
        if self._writer is not None:
            self._writer.close()


def _plain_words(table: Any) -> Any:
    """A table with its words written out, and with no id that a spreadsheet would run as a formula."""
    import pyarrow as pa

    columns = [c.cast(c.type.value_type) if pa.types.is_dictionary(c.type) else c for c in table.columns]
    if pa.types.is_string(columns[0].type):
        ids = columns[0].combine_chunks().dictionary_encode()
        safe = pa.array([neutral(text) for text in ids.dictionary.to_pylist()], pa.string())
        columns[0] = pa.chunked_array([safe.take(ids.indices)])
    return pa.table(columns, names=table.column_names)


@contextmanager
def _spare(path: Path, mode: str, folder: Path) -> Iterator[IO[Any]]:
    """A file in a folder near its final place that takes it when all went well; only its owner can read it."""
    spare = spare_for(path, folder)
    try:
        text = "b" not in mode
        with open(
            spare, mode, encoding="utf-8" if text else None, newline="" if text else None, opener=for_owner
        ) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        spare.replace(path)
    finally:
        spare.unlink(missing_ok=True)


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
