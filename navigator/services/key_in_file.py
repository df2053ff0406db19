"""Worksheets keyed in elsewhere: a table with a row a sheet, checked whole before anything of it is kept."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, CannotWrite, NotFound, Refusal
from navigator.domain.record import Record
from navigator.engine import worksheet_code as code
from navigator.engine.inventory import NONE_OF_THESE
from navigator.engine.said_back import current
from navigator.engine.validate import clean_line, says_nothing, shown
from navigator.engine.worksheet import Sheet
from navigator.i18n import _
from navigator.opening import bytes_of
from navigator.records.seal import is_sealed
from navigator.records.store import Opened, RecordStore, now
from navigator.services.table_lines import above
from navigator.services.titles import find
from navigator.services.worksheet import sheet_by_code
from navigator.services.worksheet_record import Filled, Keyed, Work, checked_works, record_of, save, told

MOST_BYTES = 2_000_000
LETTERS = "abcdefghi"
WORK, OCCUPATION = "work", "occupation"
COLUMNS = ("form", "name", *(f"{w}{n}" for n in (1, 2, 3) for w in (WORK, OCCUPATION)), *LETTERS, "code")
"""``code`` may hold a whole answer code in place of ``form`` and the letters; ``occupation1`` a code where a title is not clear."""


def keyed_file(catalogue: Catalogue, store: RecordStore, path: Path, *, again: bool = False) -> tuple[Keyed, ...]:
    """A record for every row, but for those that are here already. ``again``: for these too. Raises BadInput with every
    problem of the file, and then none is made."""
    rows, problems, read = _rows(path), [], []
    sheets: dict[str, Sheet] = {}
    for number, row in rows:
        found, wrong = _row(catalogue, row, sheets)
        problems += [_("Row {number}: {problem}").format(number=number, problem=what) for what in wrong]
        if found is not None:
            read.append(found)
    if problems:
        problems.append(_("Nothing was kept. Mend these and run the command again."))
        raise BadInput("\n".join(problems))
    when = now()
    made = [(filled, record_of(catalogue, filled, _fresh(store), when)) for filled in read]
    return _all_kept(store, made, [] if again else _here(store))


def _fresh(store: RecordStore) -> Record:
    return store.new().record


def _here(store: RecordStore) -> list[Opened]:
    """The records of this home that anybody can read."""
    found = []
    for path in store.paths():
        if not is_sealed(path):
            with suppress(Refusal):  # a damaged one is told by `record list`
                found.append(store.open(path))
    return found


def _all_kept(store: RecordStore, made: list[tuple[Filled, Record]], here: list[Opened]) -> tuple[Keyed, ...]:
    """Every record written, or none: what was written before one that cannot be is taken away again."""
    written: list[Opened] = []
    done: list[Keyed] = []
    try:
        for filled, record in made:
            twin = next((o for o in here if _same_sheet(record, o.record)), None)
            if twin is not None:
                done.append(told(twin, twin.record, filled, again=True))
                continue
            opened = store.new(filled.name or "")
            done.append(save(store, opened, record, filled))
            written.append(opened)
    except CannotWrite:
        for opened in written:
            store.remove(opened)
        raise
    return tuple(done)


def _same_sheet(made: Record, there: Record) -> bool:
    """Whether a record has the name of a sheet and every answer of it; it may have more, from a walk since then.

    Sheets without a name are never taken for one another: two people may have marked the same."""
    named = bool(made.person.name) and made.person.name.casefold() == there.person.name.casefold()
    return named and all(
        there.answered(p.question) is not None and current(made, p.question) == current(there, p.question)
        for p in made.progress
    )


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows with their numbers in the file. Raises NotFound or BadInput."""
    try:
        data = bytes_of(path, MOST_BYTES)
    except FileNotFoundError:
        raise NotFound(_("There is no file {file}. Check the name and the folder.").format(file=path)) from None
    except OSError as error:
        raise BadInput(_("{path} cannot be read: {why}.").format(path=path, why=error.strerror)) from error
    if len(data) > MOST_BYTES:
        said = _("{path} is larger than {size} MB: too large for a table of sheets. Check that it is the right file.")
        raise BadInput(said.format(path=path, size=MOST_BYTES // 1_000_000))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").splitlines(keepends=True)
    skipped = next((n for n, line in enumerate(lines) if above(line) is None), len(lines))
    text = "".join(lines[skipped:])
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    try:
        return _named_rows(path, csv.DictReader(io.StringIO(text), delimiter=separator), skipped)
    except csv.Error as error:
        raise BadInput(_("{path} is not a table that can be read: {why}.").format(path=path, why=error)) from error


def _named_rows(path: Path, reader: csv.DictReader[str], skipped: int) -> list[tuple[int, dict[str, str]]]:
    """The rows by our names of the columns. Raises BadInput for a column that nobody knows, or csv.Error."""
    names = {clean_line(n or "").casefold(): n for n in reader.fieldnames or ()}
    if unknown := [n for n in names if n and n not in COLUMNS]:
        said = _("{path}: there is no column {name}. There can be: {columns}.")
        raise BadInput(said.format(path=path, name=shown(unknown[0]), columns=", ".join(COLUMNS)))
    if not {"form", "code"} & set(names):
        raise BadInput(_("{path} needs a column form or code: which sheet each row is.").format(path=path))
    rows = [(skipped + reader.line_num, {k: clean_line(row.get(n) or "") for k, n in names.items()}) for row in reader]
    return [(number, row) for number, row in rows if any(row.values())]


def _row(catalogue: Catalogue, row: Mapping[str, str], sheets: dict[str, Sheet]) -> tuple[Filled | None, list[str]]:
    """One sheet, and everything that is wrong with it."""
    form, parts = code.pieces(row.get("code", ""))
    try:
        sheet = _sheet(catalogue, row.get("form") or form or row.get("code", ""), sheets)
    except BadInput as refused:
        return None, [str(refused)]
    problems: list[str] = []
    readings: dict[str, code.Reading] = {}
    for letter, text in (*parts, *((x.upper(), row.get(x, "")) for x in LETTERS if row.get(x))):
        try:
            readings[letter] = _reading(sheet, letter, text)
        except BadInput as refused:
            problems.append(str(refused))
    works = []
    for n, title in _titles(row, sheet):
        try:
            works.append(Work(title=title, code=_occupation(catalogue, title, row.get(f"{OCCUPATION}{n}", ""))))
        except (BadInput, NotFound) as refused:
            problems.append(str(refused))
    problems += _too_many(sheet, readings, len([*_titles(row, sheet)]), row)
    for section in sheet.sections:
        readings.setdefault(section.letter, code.Reading())
    filled = Filled(sheet=sheet, name=row.get("name", ""), works=tuple(works), readings=readings)
    return (None if problems else filled), problems


def _sheet(catalogue: Catalogue, form: str, sheets: dict[str, Sheet]) -> Sheet:
    if form not in sheets:
        sheets[form] = sheet_by_code(catalogue, form)
    return sheets[form]


def _reading(sheet: Sheet, letter: str, text: str) -> code.Reading:
    section = sheet.section(letter)
    if section is None:
        raise BadInput(_("There is no section {letter} on this sheet.").format(letter=letter or shown(text)))
    named = code.pieces(text, letter)[1]  # the cell may repeat its letter
    return code.read_section(section, named[0][1] if len(named) == 1 and named[0][0] == letter else text)


def _titles(row: Mapping[str, str], sheet: Sheet) -> Iterator[tuple[int, str]]:
    for n in range(1, sheet.works + 1):
        title = row.get(f"{WORK}{n}", "")
        if title and not says_nothing(title):
            yield n, title


def _too_many(sheet: Sheet, readings: Mapping[str, code.Reading], works: int, row: Mapping[str, str]) -> list[str]:
    extra = [f"{WORK}{n}" for n in (1, 2, 3) if n > sheet.works and row.get(f"{WORK}{n}")]
    problems = [_("This sheet has no room for {column}.").format(column=name) for name in extra]
    if "B" in readings:
        try:
            checked_works(sheet, readings["B"], works)
        except BadInput as refused:
            problems.append(str(refused))
    return problems


def _occupation(catalogue: Catalogue, title: str, given: str) -> str | None:
    """The occupation of a title: the one given, or the one found where that is sure. Raises BadInput or NotFound."""
    if given:
        return None if given.casefold() == NONE_OF_THESE else catalogue.occupation(given).code
    hits = find(catalogue, title, 3)
    if hits and hits[0].sure == "sure":
        return hits[0].code
    some = "; ".join(f"{h.code} {h.name}" for h in hits) or _("none was found")
    said = _(
        "{title} is not clear. Put a code or none beside it, in the column for its occupation. Close to it: {some}."
    )
    raise BadInput(said.format(title=shown(title), some=some))
