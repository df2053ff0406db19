"""Which column of a table holds the job titles: the one named, or one with a name that people give such columns."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from navigator.domain.errors import BadInput
from navigator.engine.validate import clean_line, shown
from navigator.i18n import _
from navigator.services.table_lines import opened_lines, to_header
from navigator.services.title_file import marks

KNOWN = (
    "job title", "jobtitle", "posting title", "position title", "occupation title", "nombre del puesto",
    "titulo del puesto", "titulo del empleo", "puesto de trabajo", "title", "titles", "titulo", "titulos", "puesto",
    "puestos", "cargo", "position", "job", "occupation", "ocupacion", "empleo", "trabajo",
)  # fmt: skip
"""Names of such columns in English and Spanish, without accents and marks, the surest first."""

SAMPLE = 4096
MOST_SHOWN = 12
MOST_CONTROLS = 0.02
"""Of a text's bytes, at most this share are control codes; in a picture or a program it is a third."""

_TEXTUAL = {9, 10, 12, 13}
_OFFICE, _PDF = b"PK\x03\x04", b"%PDF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column by its name in the file; ``guessed``: nobody named it."""

    name: str
    guessed: bool = False


def column_of(path: Path, named: str) -> Column:
    """The column that holds the titles. Raises BadInput with what to do, NotFound where there is no such file."""
    _check_text(path)
    header = _header(path, named)
    if named.strip():
        there = next((c for c in header if _bare(c) == _bare(named)), "")
        known = _known(header)
        if not there and known:
            said = _("{path} has no column {named}. Did you mean: --column {known}?")
            raise BadInput(said.format(path=path, named=shown(named), known=_typed(known)))
        return Column(name=there or named)
    known = _known(header)
    if not known:
        columns = ", ".join(clean_line(c)[:40] or _("(no name)") for c in header[:MOST_SHOWN])
        said = _("Which column of {path} holds the titles? Name it with --column. Its columns: {columns}.")
        raise BadInput(said.format(path=path, columns=columns))
    return Column(name=known, guessed=True)


def _check_text(path: Path) -> None:
    """Refuse a file that is no table of text, whatever its name says."""
    with opened_lines(path) as lines:
        wide = lines.encoding != "UTF-8"
    if wide:
        return
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    if sample.startswith(_OFFICE):
        said = _("{path} is an Excel file or an archive, not CSV. Open it, save the table as CSV, and name that file.")
        raise BadInput(said.format(path=path))
    controls = sum(b < 32 and b not in _TEXTUAL for b in sample)
    if sample.startswith(_PDF) or 0 in sample or controls > MOST_CONTROLS * len(sample):
        said = _("{path} is not a table of text, so there are no titles to read in it. Save the table as CSV first.")
        raise BadInput(said.format(path=path))


def _header(path: Path, named: str) -> tuple[str, ...]:
    """The names of the columns, under the mark between them that shows a name we look for, else the most of them."""
    with opened_lines(path) as lines:
        mark = to_header(lines)
        first = next(lines, "")
    if not first.strip():
        raise BadInput(_("{path} is empty. It should begin with a line of column names.").format(path=path))
    ways = [tuple(c.strip() for c in next(csv.reader([first], delimiter=d), [])) for d in marks(mark)]
    wanted = _bare(named)
    sure = next((w for w in ways if (wanted and wanted in map(_bare, w)) or (not wanted and _known(w))), None)
    return sure if sure is not None else max(ways, key=len)


def _known(header: tuple[str, ...]) -> str:
    bare = {_bare(c): c for c in reversed(header)}
    return next((bare[name] for name in KNOWN if name in bare), "")


def _bare(text: str) -> str:
    """A name without capitals, accents and marks: `Job_Title` and `job title`, `Título` and `titulo` are the same."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain.replace("_", " ")))


def _typed(name: str) -> str:
    """A name as it is typed on a line."""
    return f'"{clean_line(name)}"' if " " in name else clean_line(name)
