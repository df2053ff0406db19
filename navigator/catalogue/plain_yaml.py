"""Read the plain part of YAML that our own data files keep to, some eight times as fast as a whole YAML parser.

Plain means: one thing a line, no text over several lines, no escapes, no anchors, no tags, no key twice. For such a text the answer is
exactly the parser's; for any other text, right or wrong, there is none: the parser reads it and says what is wrong.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec
import yaml

DEEPEST = 20
"""Our files are five deep."""

_FIRST = r"(?:[^ .\-?:,\[\]{}#&*!|>'\"%@`]|-(?=[0-9]))"
_REST = " ++(?:#.*)?"
_KEY = rf"({_FIRST}[^:#]{{0,200}}):(?:{_REST}|$)"
_QUOTED = r"\"([^\"\\]*)\""
_IN_BRACKETS = r"(\[[^#]*\]|\{[^#]*\})"
_BARE = rf"({_FIRST}(?:[^ :#]+| ++(?!#)|:(?! |$)|(?<! )#)*+)"
_LINE = re.compile(rf"( *+)(- )?(?:{_KEY})?(?:{_QUOTED}|{_IN_BRACKETS}|{_BARE})?(?:{_REST})?")

_NUMBER = r"(?:-?[1-9][0-9]{0,14}|0|-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15})"
_ITEM = rf"(?:{_NUMBER}|null|\"[^\"\\]*\")"
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMERIC = re.compile(_NUMBER)
_JSON_LIST = re.compile(rf"\[{_ITEM}(?:, {_ITEM})*\]")
_WORD = rf"{_FIRST}(?:[^ :#?\[\]{{}},]+| (?![ #\]}},]))*+"
_COUNTED = re.compile(r"\{(?:[A-Z][0-9]{1,4}: [1-9][0-9]{0,4}(?:, |(?=\})))+\}")
_COUNT = re.compile("([A-Z][0-9]+): ([0-9]+)")
_MEMBER = re.compile(rf"{_QUOTED}|({_WORD})")
_NAME = re.compile(rf"({_WORD}): ")
_RESOLVERS: dict[str | None, list[tuple[str, re.Pattern[str]]]] = yaml.CSafeLoader.yaml_implicit_resolvers

Line = tuple[str, str | None, str | None, str | None, str | None, str | None]
"""What indents it; a dash if one begins it; its key; its value: a quoted text, something in brackets or a bare word."""


class NotPlain(Exception):  # noqa: N818 - no error: the whole parser takes over
    """The text holds something that is left to the whole parser."""


def read(text: str) -> dict[Any, Any]:
    """The mapping that a plain text holds. Raises NotPlain for everything else."""
    if not text.replace("\n", "").isprintable():  # tabs, other ends of lines and odd spaces
        raise NotPlain
    lines = _lines(text)
    if not lines or lines[0][0]:
        raise NotPlain
    value, after = _mapping(lines, 0, "", 0)
    if after < len(lines):
        raise NotPlain
    return value


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    match = _LINE.fullmatch
    for line in text.split("\n"):
        parts = match(line)
        if parts is not None:
            if parts.lastindex != 1:
                found.append(parts.groups())  # type: ignore[arg-type]
        elif line.lstrip(" ")[:1] != "#":
            raise NotPlain
    return found


def _mapping(lines: list[Line], n: int, indent: str, depth: int) -> tuple[dict[Any, Any], int]:
    """The mapping that begins at line ``n``, and the number of the line after it."""
    found: dict[Any, Any] = {}
    while n < len(lines):
        here, dash, key, quoted, brackets, bare = lines[n]
        if here != indent:
            if len(here) < len(indent):
                break
            raise NotPlain
        if dash or key is None:
            raise NotPlain
        n += 1
        name = _bare(key)
        if name in found:  # the whole parser tells where
            raise NotPlain
        if quoted is not None:
            found[name] = quoted
        elif brackets is not None:
            found[name] = _brackets(brackets)
        elif bare is not None:
            found[name] = _bare(bare)
        else:
            found[name], n = _under(lines, n, indent, depth)
    return found, n


def _under(lines: list[Line], n: int, indent: str, depth: int) -> tuple[Any, int]:
    """What stands under a key whose own line ends after it."""
    if depth > DEEPEST:
        raise NotPlain
    if n == len(lines):
        return None, n
    here, dash, *_ = lines[n]
    if dash and len(here) >= len(indent):
        return _sequence(lines, n, here, depth + 1)
    return _mapping(lines, n, here, depth + 1) if len(here) > len(indent) else (None, n)


def _sequence(lines: list[Line], n: int, indent: str, depth: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    while n < len(lines):
        here, dash, key, quoted, brackets, bare = lines[n]
        if here != indent or not dash:
            if len(here) > len(indent):
                raise NotPlain
            break
        if key is not None:
            lines[n] = (indent + "  ", None, key, quoted, brackets, bare)
            value, n = _mapping(lines, n, indent + "  ", depth + 1)
            found.append(value)
            continue
        n += 1
        if quoted is not None:
            found.append(quoted)
        elif brackets is not None:
            found.append(_brackets(brackets))
        elif bare is not None:
            found.append(_bare(bare))
        else:
            raise NotPlain
    return found, n


@lru_cache(maxsize=8192)
def _bare(word: str) -> Any:
    """What a word without quotes means: YAML takes some for numbers, dates, yes or no."""
    word = word.rstrip(" ")
    if _NUMERIC.fullmatch(word):
        return float(word) if "." in word else int(word)
    if _DATE.fullmatch(word):
        return _date(word)
    for _, pattern in (*_RESOLVERS.get(word[0], ()), *_RESOLVERS.get(None, ())):
        if pattern.match(word):
            if word in _MEANT:
                return _MEANT[word]
            raise NotPlain
    return word


_MEANT = {"null": None, "true": True, "false": False}


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:  # a day that there is not: the parser says so
        raise NotPlain from None


def _brackets(text: str) -> Any:
    """A list or a mapping on one line, with one space after each comma and colon."""
    if _JSON_LIST.fullmatch(text):
        return msgspec.json.decode(text)
    if _COUNTED.fullmatch(text):
        counts = _COUNT.findall(text)
        found = {word: int(times) for word, times in counts}
        if len(found) < len(counts):
            raise NotPlain
        return found
    value, after = _member(text, 0, 0)
    if after < len(text):
        raise NotPlain
    return value


def _member(text: str, at: int, depth: int) -> tuple[Any, int]:
    """What begins at one place within brackets, and the place after it."""
    if depth > DEEPEST:
        raise NotPlain
    if text.startswith(("[", "{"), at):
        return (_listed if text[at] == "[" else _mapped)(text, at + 1, depth)
    found = _MEMBER.match(text, at)
    if found is None:
        raise NotPlain
    return (found[1] if found[2] is None else _bare(found[2])), found.end()


def _listed(text: str, at: int, depth: int) -> tuple[list[Any], int]:
    values: list[Any] = []
    while not text.startswith("]", at):
        value, at = _member(text, _next(text, at, "]") if values else at, depth + 1)
        values.append(value)
    return values, at + 1


def _mapped(text: str, at: int, depth: int) -> tuple[dict[Any, Any], int]:
    values: dict[Any, Any] = {}
    while not text.startswith("}", at):
        name = _NAME.match(text, _next(text, at, "}") if values else at)
        if name is None or _bare(name[1]) in values:
            raise NotPlain
        values[_bare(name[1])], at = _member(text, name.end(), depth + 1)
    return values, at + 1


def _next(text: str, at: int, close: str) -> int:
    """The place of the next member: after a comma and a space. Nothing but a member may stand there."""
    if not text.startswith(", ", at) or text.startswith(close, at + 2):
        raise NotPlain
    return at + 2
