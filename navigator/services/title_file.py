"""Code a whole CSV of job titles: row by row, whatever its encoding, with nothing dropped and nothing held in memory."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from navigator.catalogue.store import Catalogue
from navigator.catalogue.title_index import TitleIndex
from navigator.domain.errors import BadInput
from navigator.domain.title import TitleFind
from navigator.engine.cells import neutral
from navigator.engine.title_words import CODE
from navigator.engine.validate import clean_line
from navigator.i18n import _, ngettext
from navigator.services.table_lines import opened_lines, records, to_header

MOST_KEPT = 300_000
"""Titles whose finds are remembered at once; the oldest go first, so that memory stays bounded."""

LONGEST_TITLE = 1_000
"""Characters of a title that are looked at; an advertisement pasted in says what it is at its beginning."""

DELIMITERS = ",;\t|"

Progress = Callable[[int, float], None]
"""Told the rows done and the share of the file that was read (0 to 1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedRow:
    """One row of the file: its own cells, fitted to the header, what was found, and what is odd about it."""

    number: int
    cells: tuple[str, ...]
    finds: tuple[TitleFind, ...]
    note: str = ""

    @property
    def sure(self) -> str:
        """How sure the first find is; empty where there is none."""
        return self.finds[0].sure if self.finds else ""


@dataclass(kw_only=True)
class Tally:
    """What came of the rows so far."""

    rows: int = 0
    titles: int = 0
    by_sure: Counter[str] = field(default_factory=Counter)
    no_match: int = 0
    empty: int = 0
    ragged: int = 0
    encoding: str = ""
    odd_lines: int = 0

    @property
    def unsure_share(self) -> float:
        """Of the rows with a title, the share that was not matched at all or is unsure."""
        with_title = self.rows - self.empty
        return (self.no_match + self.by_sure["unsure"]) / with_title if with_title else 0.0


def index_for_many(catalogue: Catalogue) -> TitleIndex:
    """The quick index where numpy is there, and the readable one elsewhere: they find the same, to the last digit."""
    from navigator.services.batch_titles import quick_titles

    try:
        return quick_titles(catalogue.folder)
    except ImportError:
        return TitleIndex(catalogue.folder)


class TitleFile:
    """One CSV opened for coding. ``header`` is known at once; ``rows`` streams."""

    def __init__(self, catalogue: Catalogue, path: Path, column: str, top: int = 5, context: str = "") -> None:
        self.index = index_for_many(catalogue)
        self.names = catalogue.names
        self.path, self.top = path, top
        with opened_lines(path) as lines:
            mark = to_header(lines)
            first = next(lines, "")
        self.delimiter, self.header = _header(path, first, column, mark)
        self.column = _position(path, self.header, column)
        self.context = _position(path, self.header, context) if context else None
        self.tally = Tally()
        self._found: dict[tuple[str, str], tuple[TitleFind, ...]] = {}

    @property
    def columns(self) -> tuple[str, ...]:
        """The header of what is written: the file's own columns, then ours under names that are still free."""
        ours = (*(f"code_{n}" for n in range(1, self.top + 1)), "name", "sure", "note")
        return (*self.header, *(_free(name, self.header) for name in ours))

    def values(self, row: CodedRow) -> tuple[str, ...]:
        """The cells of one written row, in the order of ``columns``."""
        codes = [f.code for f in row.finds] + [""] * (self.top - len(row.finds))
        name = self.names.get(row.finds[0].code, "") if row.finds else ""
        return (*row.cells, *codes, name, row.sure, row.note)

    def rows(self, progress: Progress | None = None) -> Iterator[CodedRow]:
        """Every row in its order, coded. ``tally`` counts along."""
        with opened_lines(self.path) as lines:
            to_header(lines)
            found = records(lines, self.delimiter, len(self.header))
            next(found, None)
            for cells in found:
                self.tally.rows += 1
                yield self._coded(cells)
                if progress is not None and self.tally.rows % 500 == 0:
                    progress(self.tally.rows, lines.share)
            self.tally.encoding, self.tally.odd_lines = lines.encoding, lines.odd
        if progress is not None:
            progress(self.tally.rows, 1.0)

    def _coded(self, cells: list[str]) -> CodedRow:
        if len(self.header) == 1:  # a plain list of titles: a comma in it divides nothing
            cells = [self.delimiter.join(cells)]
        notes = self._shape_notes(cells)
        fitted = [*cells, *[""] * (len(self.header) - len(cells))][: len(self.header)]
        title = _clean(fitted[self.column])
        beside = _clean(fitted[self.context]) if self.context is not None else ""
        finds = self._finds(title, beside) if title else ()
        if not title:
            self.tally.empty += 1
            notes.append("no title")
        elif not finds:
            self.tally.no_match += 1
            notes.append("no such code" if CODE.fullmatch(title) else "no match")
        else:
            self.tally.by_sure[finds[0].sure] += 1
        return CodedRow(number=self.tally.rows, cells=tuple(fitted), finds=finds, note="; ".join(notes))

    def _shape_notes(self, cells: list[str]) -> list[str]:
        if len(cells) == len(self.header):
            return []
        self.tally.ragged += 1
        more = cells[len(self.header) :]
        said = ngettext(
            "{count} cell where the header has {columns}", "{count} cells where the header has {columns}", len(cells)
        )
        if more:
            said = ngettext(
                "{count} cell where the header has {columns}, the rest: {rest}",
                "{count} cells where the header has {columns}, the rest: {rest}",
                len(cells),
            )
        return [said.format(count=len(cells), columns=len(self.header), rest=" | ".join(more))]

    def _finds(self, title: str, context: str) -> tuple[TitleFind, ...]:
        """Each title, beside the same context, is looked up once."""
        key = (title.casefold(), context.casefold())
        known = self._found.get(key)
        if known is None:
            known = self.index.find(title, self.top, context)
            self.tally.titles += 1
            if len(self._found) >= MOST_KEPT:
                del self._found[next(iter(self._found))]
            self._found[key] = known
        return known


def write_csv(file: TitleFile, out: IO[str], progress: Progress | None = None) -> None:
    """The coded file as CSV. Other people's cells that a spreadsheet would run as a formula are made plain text."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([neutral(name) for name in file.columns])
    for row in file.rows(progress):
        writer.writerow([neutral(value) for value in file.values(row)])


def write_json(file: TitleFile, out: IO[str], progress: Progress | None = None) -> None:
    """The coded file as a JSON array with one object a row and a line; the cells stand as they were.

    Of columns with one name, the later ones get a number, since an object has room for one only.
    """
    import json

    columns, between = _numbered(file.columns), "[\n"
    for row in file.rows(progress):
        out.write(between + json.dumps(dict(zip(columns, file.values(row), strict=True)), ensure_ascii=False))
        between = ",\n"
    out.write("[]\n" if between == "[\n" else "\n]\n")


def said(tally: Tally) -> list[str]:
    """What came of the file, in sentences."""
    by = tally.by_sure
    gaps = {"rows": tally.rows, "titles": tally.titles, "no_match": tally.no_match, "empty": tally.empty}
    lines = [
        ngettext(
            "{rows:,} row (different titles: {titles:,}): {sure:,} sure, {likely:,} likely, {unsure:,} unsure, {no_match:,} with no match, {empty:,} without a title.",
            "{rows:,} rows (different titles: {titles:,}): {sure:,} sure, {likely:,} likely, {unsure:,} unsure, {no_match:,} with no match, {empty:,} without a title.",
            tally.rows,
        ).format(**gaps, sure=by["sure"], likely=by["likely"], unsure=by["unsure"])
    ]
    if tally.unsure_share:
        lines.append(
            _("Unsure or not matched: {share:.1%} of the rows with a title. Look at those by hand.").format(
                share=tally.unsure_share
            )
        )
    if tally.ragged:
        lines.append(
            _("Rows with too few or too many cells: {ragged:,}. They are kept and marked in 'note'.").format(
                ragged=tally.ragged
            )
        )
    if tally.odd_lines:
        lines.append(
            _("Lines that are not UTF-8: {lines:,}. They were read as {encoding}; check the accents there.").format(
                lines=tally.odd_lines, encoding=tally.encoding
            )
        )
    elif tally.encoding != "UTF-8":
        lines.append(_("The file was read as {encoding}.").format(encoding=tally.encoding))
    return lines


def _clean(cell: str) -> str:
    """The beginning of a cell as one clean line; most cells have nothing to be cleaned of, and rows are many."""
    text = cell[:LONGEST_TITLE]
    return " ".join(text.split()) if text.isprintable() else clean_line(text)


def marks(named: str) -> tuple[str, ...]:
    """The marks that may stand between cells; the one that the file names itself comes first."""
    return tuple(dict.fromkeys((*named, *DELIMITERS)))


def _header(path: Path, first: str, column: str, mark: str = "") -> tuple[str, tuple[str, ...]]:
    """The delimiter under which the header holds the column, and the header's cells."""
    if not first.strip():
        raise BadInput(_("{path} is empty. It should begin with a line of column names.").format(path=path))
    for delimiter in marks(mark):
        cells = tuple(c.strip() for c in next(csv.reader([first], delimiter=delimiter), []))
        if column.strip().casefold() in (c.casefold() for c in cells):
            return delimiter, cells
    usual = mark or ","
    return usual, tuple(c.strip() for c in next(csv.reader([first], delimiter=usual), []))


def _position(path: Path, header: tuple[str, ...], column: str) -> int:
    wanted = column.strip()
    if wanted in header:
        return header.index(wanted)
    folded = [c.casefold() for c in header]
    if wanted.casefold() in folded:
        return folded.index(wanted.casefold())
    there = ", ".join(clean_line(c)[:40] or _("(no name)") for c in header[:12])
    said = _("{path} has no column {wanted!r}. Its columns: {columns}.")
    raise BadInput(said.format(path=path, wanted=wanted, columns=there))


def _numbered(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names with a number after each that was there before: `note`, `note_2`."""
    found: dict[str, None] = {}
    for name in names:
        own, count = name, 1
        while own in found or (count > 1 and own in names):
            count += 1
            own = f"{name}_{count}"
        found[own] = None
    return tuple(found)


def _free(name: str, taken: tuple[str, ...]) -> str:
    while name in taken:
        name += "_found"
    return name
