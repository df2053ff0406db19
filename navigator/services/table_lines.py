"""Lines of a table that somebody else made: any of the usual encodings, any line ends, nothing read whole."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from navigator.domain.errors import BadInput, NotFound
from navigator.i18n import _

LONGEST_CELL = 100_000
"""Characters of one cell; more than that is a quotation mark that was never closed."""

LONGEST_LINE = 1_000_000
"""Characters of one line that are read at once: a file without line ends cannot fill the memory."""

MOST_LINES = 50_000
"""Lines that one row may run over."""

SAMPLE = 4096
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


_SEPARATOR = re.compile(r'"?sep=([^\w"])"?[,;]*', re.IGNORECASE)
_EMPTY = ' \t\r\n,;|"'
"""All that a row of empty cells may be written with."""


class Lines:
    """The lines of a file as text. ``encoding`` and ``odd`` say how they were read.

    Text is read as UTF-8; a line that is not (``odd`` counts them) as Windows-1252, or as Latin-1 where it has bytes
    that Windows-1252 has no letter for: those two never fail, so UTF-8 has to be tried first, line by line.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = max(1, path.stat().st_size)
        self.odd = 0
        self._file = path.open("rb")
        wide, self.encoding = _wide_encoding(self._file.read(SAMPLE))
        self._file.seek(0)
        self._wide = wide is not None
        # Latin-1 keeps every byte as it is, so that line ends can be found before the encoding of each line is known.
        self._text = io.TextIOWrapper(self._file, encoding=wide or "latin-1", errors="replace", newline=None)
        self._back: list[str] = []
        self._since: list[str] = []
        self._begun = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self._since) >= MOST_LINES:
            raise csv.Error("no row is this long")
        line = self._back.pop() if self._back else self._read()
        if not line:
            raise StopIteration
        self._since.append(line)
        return line

    @property
    def share(self) -> float:
        """How much of the file was read, 0 to 1."""
        return min(1.0, self._file.tell() / self.size)

    def taken(self) -> list[str]:
        """The lines given since the last time this was asked."""
        since, self._since = self._since, []
        return since

    def give_back(self, lines: list[str]) -> None:
        """Lines to be given once more, next."""
        self._back.extend(reversed(lines))

    def close(self) -> None:
        """Close the file."""
        self._text.close()

    def _read(self) -> str:
        line = self._text.readline(LONGEST_LINE)
        if not line.isascii() and not self._wide:
            line = self._decoded(line.encode("latin-1"))
        if not self._begun:
            self._begun = True
            line = line.removeprefix("\ufeff")
        return line

    def _decoded(self, raw: bytes) -> str:
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            self.odd += 1
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError:
            text = raw.decode("latin-1")
            self.encoding = "Latin-1"
        if self.encoding == "UTF-8":
            self.encoding = "Windows-1252"
        return text


def need_file(path: Path) -> None:
    """Raises NotFound or BadInput for what is no file that can be read from its beginning to its end, and again."""
    if path.is_dir():
        raise BadInput(_("{path} is a folder. Name a file.").format(path=path))
    if not path.exists():
        raise NotFound(_("There is no file {file}. Check the name and the folder.").format(file=path))
    if not path.is_file():  # a device has no end
        raise BadInput(_("{path} is a device or a pipe, not a file. Give the file itself.").format(path=path))


@contextmanager
def opened_lines(path: Path) -> Iterator[Lines]:
    """The lines of a file, closed afterwards. Raises NotFound or BadInput with what to do."""
    need_file(path)
    try:
        lines = Lines(path)
    except OSError as error:
        raise BadInput(_("{path} cannot be read: {why}.").format(path=path, why=error.strerror)) from error
    try:
        yield lines
    finally:
        lines.close()


def to_header(lines: Lines) -> str:
    """Go past what spreadsheets write before the names of the columns: empty rows, and a line such as ``sep=;``.

    The mark between the cells that such a line names; empty without one.
    """
    mark = ""
    for line in lines:
        lines.taken()
        named = above(line)
        if named is None:
            lines.give_back([line])
            break
        mark = named or mark
    return mark


def above(line: str) -> str | None:
    """Of a line that spreadsheets write before the names of the columns, the mark it names; empty for an empty row; None for
    any other line."""
    named = _SEPARATOR.fullmatch(line.strip(" \r\n"))
    return named[1] if named else None if line.strip(_EMPTY) else ""


def records(lines: Lines, delimiter: str, width: int) -> Iterator[list[str]]:
    """The rows of a CSV as cells; a blank line is a row of one empty cell.

    A quotation mark that never closes swallows the rows after it. It shows: the row runs over more than one line and has
    the wrong number of cells or an odd number of quotation marks, or a cell grows past all bounds. Then its first line
    is read without regard to quotation marks, and the lines after it are read anew.
    """
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        cells, broken = _next_row(reader)
        taken = lines.taken()
        if cells is None and not broken:
            return
        if broken or (len(taken) > 1 and (len(cells or ()) != width or sum(t.count('"') for t in taken) % 2)):
            lines.give_back(taken[1:])
            cells = taken[0].rstrip("\n").split(delimiter)
        yield cells or [""]


def _next_row(reader: Iterator[list[str]]) -> tuple[list[str] | None, bool]:
    """The next row, None at the end; and whether it could not be read as one."""
    try:
        return next(reader, None), False
    except csv.Error:
        return None, True


def _wide_encoding(sample: bytes) -> tuple[str | None, str]:
    """The codec of a UTF-16 or UTF-32 file by its mark, or by every other byte being zero; else None."""
    for mark, codec, name in _WIDE:
        if sample.startswith(mark):
            return codec, name
    even, odd = sample[0::2], sample[1::2]
    if len(sample) >= 8:
        if odd.count(0) > 0.4 * len(odd) and even.count(0) == 0:
            return "utf-16-le", "UTF-16"
        if even.count(0) > 0.4 * len(even) and odd.count(0) == 0:
            return "utf-16-be", "UTF-16"
    return None, "UTF-8"
