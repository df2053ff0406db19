"""Somebody's table as rows: bytes to text whatever the encoding, text to rows, with every fault in one pass."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator

from navigator.i18n import _

Row = tuple[int, dict[str, str]]
"""The line it begins on (from 1), and its cells by column."""

Fault = tuple[int | None, str]
"""The line, or None, and what is wrong there."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decoded(data: bytes, named: str = "") -> tuple[str, str]:
    """The text of some bytes and the encoding it was in. Raises ValueError with a sentence when it is no text.

    ``named``: the encoding somebody says it has. Without it: by its mark, else UTF-8, else Windows-1252.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    encodings = [named] if named else [marked] if marked else ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        except LookupError:
            raise ValueError(
                _("there is no encoding {name!r}; try utf-8, cp1252 or utf-16").format(name=named)
            ) from None
        if "\0" in text:
            raise ValueError(_("it holds zero bytes: not text, or in another encoding (name it, such as utf-16)"))
        return text, encoding
    raise ValueError(_("it is not {encodings} text").format(encodings=" / ".join(encodings)))


def read_table(text: str, delimiter: str = ",") -> tuple[list[str], list[Row], list[Fault]]:
    """The header, the rows and all faults of a CSV text. Empty lines are passed over."""
    header: list[str] = []
    rows: list[Row] = []
    faults: list[Fault] = []
    try:
        for line, cells in _records(text, delimiter):
            if not any(c.strip() for c in cells):
                continue
            if not header:
                header = [name.strip() for name in cells]
            elif len(cells) == len(header):
                rows.append((line, dict(zip(header, (c.strip() for c in cells), strict=True))))
            else:
                faults.append(
                    (
                        line,
                        _("{count} cells where the header has {wanted}").format(count=len(cells), wanted=len(header)),
                    )
                )
    except csv.Error as error:
        faults.append((None, _("not a sound CSV file: {error}").format(error=error)))
    if not header and not faults:
        faults.append((1, _("the table is empty: a first line with the names of the columns is missing")))
    twice = sorted({name for name in header if name and header.count(name) > 1})
    doubled = [(1, _("the column {name!r} stands there twice").format(name=name)) for name in twice]
    return header, rows, [*doubled, *faults]


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    before = 0
    for row in reader:
        yield before + 1, row
        before = reader.line_num
