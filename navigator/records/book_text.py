"""The text of a book: where each entry stands in it, and how one is written without touching the others."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from navigator.domain.errors import Problem
from navigator.domain.resource import Resource
from navigator.engine.cells import neutral, plain
from navigator.engine.key_twice import keys_twice
from navigator.engine.resource_entry import FIELDS, texts
from navigator.engine.rows import read_table
from navigator.i18n import _

FORMAT = "navigator/book/1"
HEAD = f"# The center's own book of resources. 'navigator resources check' says what is wrong in it.\nformat: {FORMAT}\nentries:\n"
PLAIN = ("price", "weeks", "evening", "weekend", "child_care", "checked_on")
"""Fields whose text needs no quotes."""

Raw = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One entry of the file: where it stands (lines from 1, both included) and what it says."""

    first: int
    last: int
    raw: Raw


def entries_of(path: Path, text: str) -> tuple[list[Written], list[Problem]]:
    """The entries of a book's text with their lines, and what is wrong with its form."""
    return _csv_entries(path, text) if path.suffix == ".csv" else _yaml_entries(path, text)


def _csv_entries(path: Path, text: str) -> tuple[list[Written], list[Problem]]:
    """Rows as entries. A column we do not know is one problem, not one a row."""
    header, rows, faults = read_table(text, _delimiter(text))
    unknown = [name for name in header if name not in FIELDS]
    faults += [
        (1, _("there is no field {name!r}; the fields are: {names}").format(name=name, names=", ".join(FIELDS)))
        for name in unknown
    ]
    written = [
        Written(first=n, last=n, raw={k: plain(v) for k, v in row.items() if v and k in FIELDS}) for n, row in rows
    ]
    return written, [Problem(path=path, line=line, what=what) for line, what in faults]


def _delimiter(text: str) -> str:
    """A comma, or the semicolon that spreadsheets of many countries write."""
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


def _yaml_entries(path: Path, text: str) -> tuple[list[Written], list[Problem]]:
    """Read as bare text, so that an impossible date is a problem and not a crash."""

    def problem(line: int | None, what: str) -> Problem:
        return Problem(path=path, line=line, what=what)

    try:
        node = yaml.compose(text, yaml.CBaseLoader)
        value = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - the base loader makes text only
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        what = getattr(error, "problem", None) or getattr(error, "context", None) or _("nested too deeply")
        return [], [problem(mark.line + 1 if mark else None, _("not valid YAML: {what}").format(what=what))]
    if node is None:
        return [], []
    if not isinstance(node, yaml.MappingNode) or not isinstance(value, dict) or value.get("format") != FORMAT:
        return [], [problem(1, _("the first line should read 'format: {format}'").format(format=FORMAT))]
    parts = {key.value: (key.start_mark.line + 1, item) for key, item in node.value}
    problems = [
        problem(line, _("there is no field {name!r}; a book has format, center and entries").format(name=name))
        for name, (line, _node) in parts.items()
        if name not in ("format", "center", "entries")
    ]
    problems += [problem(line, what) for what, line in keys_twice(node)]
    line, entries = parts.get("entries", (None, None))
    if entries is None or not entries.value:
        return [], problems
    if not isinstance(entries, yaml.SequenceNode):
        return [], [*problems, problem(line, _("entries should be a list: each begins with a dash"))]
    found: list[Written] = []
    lines = text.splitlines()
    for item, raw in zip(entries.value, value["entries"], strict=True):
        first = item.start_mark.line + 1
        if isinstance(raw, dict):
            said = {str(k): v for k, v in raw.items() if v != ""}
            found.append(Written(first=first, last=_last(lines, first, item.end_mark.line), raw=said))
        else:
            problems.append(problem(first, _("an entry should be 'field: value' lines")))
    return found, problems


def _last(lines: list[str], first: int, end: int) -> int:
    """The last line of an entry: without the empty lines and comments that belong to what follows."""
    last = max(end, first)
    while last > first and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
        last -= 1
    return last


def table_text(resources: Iterable[Resource], columns: Iterable[str] = tuple(FIELDS)) -> str:
    """Entries as a CSV with one column a field."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows({k: neutral(v) for k, v in texts(r).items()} for r in resources)
    return out.getvalue()


def yaml_with(text: str, written: Sequence[Written], resource: Resource, old: Written | None) -> str:
    """A YAML book with one entry put in place of ``old``, else at the end. Everything else stays letter for letter."""
    lines = (text or HEAD).splitlines()
    if old is not None:
        lines[old.first - 1 : old.last] = block(resource, _indent(lines, old))
    elif written:
        last = max(written, key=lambda w: w.last)
        lines[last.last : last.last] = block(resource, _indent(lines, last))
    else:
        lines = [line for line in lines if not re.match(r"entries\s*:", line)]
        lines += ["entries:", *block(resource, "  ")]
    return "".join(f"{line}\n" for line in lines).replace("\n", "\r\n" if "\r\n" in text else "\n")


def _indent(lines: Sequence[str], written: Written) -> str:
    line = lines[written.first - 1]
    return line[: len(line) - len(line.lstrip(" "))]


def block(resource: Resource, indent: str) -> list[str]:
    """An entry as YAML lines, each value on its own."""
    found = []
    for name, text in texts(resource).items():
        value = getattr(resource, name)
        said = text if name in PLAIN else _quoted(list(value) if isinstance(value, tuple) else text)
        found.append(f"{name}: {said}")
    return [f"{indent}{'- ' if n == 0 else '  '}{line}" for n, line in enumerate(found)]


def _quoted(value: str | list[str]) -> str:
    dumped = yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, width=10**6)
    return dumped.removesuffix("...\n").strip()
