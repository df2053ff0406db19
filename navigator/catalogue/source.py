"""Read the data files that people edit: every problem is collected with its file and line, none is raised."""

from __future__ import annotations

import csv
import math
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from navigator.catalogue import plain_yaml
from navigator.domain.errors import Problem
from navigator.engine.key_twice import keys_twice
from navigator.opening import bytes_of

MAX_BYTES = 2_000_000
"""No data file of ours comes near this; a larger one is a mistake."""

NOT_YAML = "not valid YAML"

DEEPEST, ODD_BRACKETS = 100, 1_000
_ODD_RUN = re.compile(r"(?:[-?]\s+){100}|^ {200}", re.MULTILINE)

T = TypeVar("T")
_AT = re.compile(r" - at `\$(.*)`$")
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+|\.\.\.)\]")


def read_text(path: Path) -> tuple[str, list[Problem]]:
    """The text of one file, or a problem that says why it cannot be read."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):  # one such as /dev/zero has no end; a pipe has, and may be read
            return "", [Problem(path=path, line=None, what="a device, not a file")]
        table = path.suffix == ".csv" and stat.S_ISREG(mode)  # our figures are larger
        data = path.read_bytes() if table else bytes_of(path, MAX_BYTES)
        if len(data) > MAX_BYTES and not table:
            return "", [Problem(path=path, line=None, what=f"larger than {MAX_BYTES // 1_000_000} MB")]
        text = data.decode("utf-8")
        return text if "\r" not in text else text.replace("\r\n", "\n").replace("\r", "\n"), []
    except UnicodeDecodeError as error:
        return "", [Problem(path=path, line=None, what=f"not UTF-8 text (byte {error.start})")]
    except OSError as error:
        return "", [Problem(path=path, line=None, what=f"cannot be read: {error.strerror}")]


def parse(path: Path, text: str) -> tuple[Any, list[Problem]]:
    """The YAML value of one file's text."""
    with suppress(plain_yaml.NotPlain):
        return plain_yaml.read(text), []
    if _too_deep(text):
        return None, [Problem(path=path, line=None, what=f"{NOT_YAML}: nested more than {DEEPEST} deep")]
    try:
        return _parsed(path, text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        return None, [Problem(path=path, line=line, what=f"{NOT_YAML}: {error.problem or error.context}")]
    except (
        yaml.YAMLError,
        ValueError,
    ) as error:  # ValueError: a date or a number that there is not, such as 2026-99-99
        return None, [Problem(path=path, line=None, what=f"{NOT_YAML}: {error}")]


def _parsed(path: Path, text: str) -> tuple[Any, list[Problem]]:
    """What the whole parser reads, but for a key that stands twice: it would take the last, and never say so."""
    loader = yaml.CSafeLoader(text)
    try:
        node = loader.get_single_node()
        problems = [Problem(path=path, line=line, what=what) for what, line in keys_twice(node)]
        return (None, problems) if problems else (None if node is None else loader.construct_document(node), [])
    finally:
        loader.dispose()


def _too_deep(text: str) -> bool:
    """Whether the parser in C would run out of stack and take the program with it. Only odd files are looked at closely."""
    if text.count("[") + text.count("{") < ODD_BRACKETS and not _ODD_RUN.search(text):
        return False
    depth = 0
    try:
        for event in yaml.parse(text, yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                return True
    except yaml.YAMLError:
        return False  # what is wrong with it is said when it is loaded
    return False


def read_yaml(path: Path, shape: type[T]) -> tuple[T | None, list[Problem]]:
    """One YAML file as its schema's struct, or None with the problems."""
    text, problems = read_text(path)
    if problems:
        return None, problems
    value, problems = parse(path, text)
    if problems:
        return None, problems
    try:
        return msgspec.convert(value, shape), []
    except msgspec.ValidationError as error:
        what, at = _split(str(error))
        return None, [Problem(path=path, line=line_of(text, at), what=what + (f" (at {at.lstrip('.')})" if at else ""))]


def _split(message: str) -> tuple[str, str]:
    found = _AT.search(message)
    return (message[: found.start()], found.group(1)) if found else (message, "")


def line_of(text: str, at: str) -> int | None:
    """The line (from 1) of the node that a path such as ``.figures.skills[...]`` points at, as deep as it can be followed."""
    node = yaml.compose(text, yaml.CSafeLoader)
    for key, index in _STEP.findall(at):
        child = _child(node, key, index)
        if child is None:
            break
        node = child
    return node.start_mark.line + 1 if node is not None else None


def _child(node: yaml.Node | None, key: str, index: str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode) and key:
        return next((value for name, value in node.value if name.value == key), None)
    if isinstance(node, yaml.SequenceNode) and index.isdigit() and int(index) < len(node.value):
        found: yaml.Node = node.value[int(index)]
        return found
    return None


def read_csv(path: Path, columns: tuple[str, ...]) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    """The rows of one CSV with their line numbers; comment lines begin with ``#`` and come first."""
    text, problems = read_text(path)
    if problems:
        return [], problems
    lines = text.splitlines()
    start = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    header = next(csv.reader(lines[start : start + 1]), [])
    missing = [c for c in columns if c not in header]
    if missing:
        return [], [Problem(path=path, line=start + 1, what=f"columns missing: {', '.join(missing)}")]
    return _rows(path, lines, start, header)


def _rows(
    path: Path, lines: list[str], start: int, header: list[str]
) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    found, problems = [], []
    number = start + 1
    try:
        for number, cells in _numbered(lines, start + 1):
            if len(cells) == len(header):
                found.append((number, dict(zip(header, cells, strict=True))))
            elif cells:
                what = f"{len(cells)} cells where the header has {len(header)}"
                problems.append(Problem(path=path, line=number, what=what))
    except csv.Error as error:
        problems.append(Problem(path=path, line=number + 1, what=f"not valid CSV: {error}"))
    return found, problems


def _numbered(lines: list[str], start: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(lines[start:])
    for cells in reader:
        yield start + reader.line_num, cells


def number(path: Path, line: int, column: str, text: str, problems: list[Problem]) -> float | None:
    """A cell as a number; empty is None (not published); anything else is noted as a problem."""
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if math.isfinite(value):
        return value
    problems.append(Problem(path=path, line=line, what=f"{column} should be a number, not {text!r}"))
    return None
