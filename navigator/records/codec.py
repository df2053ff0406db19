"""The record on disk: JSON that says what it is and its version, without empty parts, checked when read."""

from __future__ import annotations

import codecs
import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import msgspec

from navigator.domain.errors import BadInput, BadRecord, DamagedRecord, NewerRecord
from navigator.domain.record import Record
from navigator.i18n import _
from navigator.records.migrations import PRESENT, migrated

FORMAT = "navigator/record"
MAX_BYTES = 5_000_000
"""A long life makes a record of some 50 kB, and each badge kept whole up to 256 kB more; anything larger is no record."""
MOST_SAVED = MAX_BYTES - 100_000
"""What may be saved: a little less than can be opened again, since sealing makes a file somewhat larger."""


def encoded(record: Record) -> bytes:
    """A record as its file's bytes: indented, keys in the domain's order, empty parts left out. Raises BadInput."""
    shape = {"format": f"{FORMAT}/{PRESENT}", **_shape(record)}
    data = msgspec.json.format(msgspec.json.encode(shape), indent=1) + b"\n"
    if len(data) > MOST_SAVED:  # what could not be opened again is not saved in the first place
        raise BadInput(
            _(
                "The record would grow to {size} MB, and at most {most} MB can be kept. It was not saved; what was saved before is untouched. Take out badges you do not need (navigator record show, then record remove ID), or begin another record."
            ).format(size=f"{len(data) / 1_000_000:.1f}", most=f"{MOST_SAVED / 1_000_000:.1f}")
        )
    return data


def _shape(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_shape(v) for v in value]
    if not is_dataclass(value):
        return value
    found = {}
    for name, default in _defaults(cast("Hashable", type(value))):
        part = getattr(value, name)
        if _empty(part) and part == default:
            continue
        shape = _shape(part)
        if shape != {}:  # a part that holds other parts, all of them empty
            found[name] = shape
    return found


@cache
def _defaults(kind: Hashable) -> tuple[tuple[str, Any], ...]:
    """The fields of a part with what each holds when nothing was said."""
    return tuple((f.name, f.default) for f in fields(kind))  # type: ignore[arg-type]


def _empty(value: Any) -> bool:
    return value is None or value is False or value in ("", ())


def decoded(data: bytes, path: Path) -> Record:
    """A record from its file's bytes. Raises BadRecord for damage, NewerRecord for a version after this one."""
    if len(data) > MAX_BYTES:
        raise BadRecord(
            _("{path} is {size} MB: too large to be a record. Check that it is the right file.").format(
                path=path, size=len(data) // 1_000_000
            )
        )
    try:
        # Stricter than json: half a surrogate pair or a NaN would read well and could never be written again.
        plain = data.removeprefix(codecs.BOM_UTF8)
        shape = msgspec.json.decode(plain)
        body = migrated(shape, _version(shape, path))
        body.pop("format")
        record = msgspec.convert(body, Record)
        _check_names(body, record, path)
        return record
    except msgspec.ValidationError as error:
        raise _strange(plain, path, error) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _damaged(path) from error


@dataclass(frozen=True, slots=True)
class _Named:
    id: str = ""


def id_in(data: bytes) -> str:
    """The id in a record's file, without reading all the rest; empty where none can be read."""
    try:
        return msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8), type=_Named).id
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return ""


def _damaged(path: Path) -> BadRecord:
    return DamagedRecord(
        _("{path} is damaged or cut short. If you have a copy of it, use that one.").format(path=path),
        _("{path} is damaged or cut short. 'navigator record restore' brings back an earlier save.").format(path=path),
    )


def _strange(data: bytes, path: Path, error: msgspec.ValidationError) -> BadRecord:
    """JSON that is no record at all, or one that holds something a record cannot hold."""
    try:
        _version(msgspec.json.decode(data), path)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _damaged(path)
    except BadRecord as refusal:
        return refusal
    return DamagedRecord(
        _("{path} holds something a record cannot hold: {error}. Correct it, or use a copy of it.").format(
            path=path, error=error
        ),
        _(
            "{path} holds something a record cannot hold: {error}. Correct it, or use 'navigator record restore'."
        ).format(path=path, error=error),
    )


def _version(shape: Any, path: Path) -> int:
    said = shape.get("format") if isinstance(shape, dict) else None
    found = re.fullmatch(rf"{FORMAT}/([1-9]\d{{0,3}})", str(said))
    if found is None:
        raise BadRecord(
            _(
                "{path} is not a navigator record (it does not say 'format: {format}'). Choose another file with --record."
            ).format(path=path, format=f"{FORMAT}/{PRESENT}")
        )
    version = int(found[1])
    if version > PRESENT:
        raise NewerRecord(
            _(
                "{path} was saved by a newer navigator (format {version}; this one knows {known}). Update navigator to open it; the file is untouched."
            ).format(path=path, version=version, known=PRESENT)
        )
    return version


def _check_names(body: dict[str, Any], record: Record, path: Path) -> None:
    """Refuse what would be gone at the next save: a name that the part it stands in does not have."""
    strange = next(_strange_names(body, record, ""), "")
    if strange:
        raise BadRecord(
            _("{path} has a part this navigator does not know: {part!r}. Correct it, or update navigator.").format(
                path=path, part=strange
            )
        )


def _strange_names(said: Any, part: Any, place: str) -> Iterator[str]:
    """The names in the file's text that the part read from it has no field for, such as ``person.car``."""
    if isinstance(said, list):
        for number, (one, read) in enumerate(zip(said, part, strict=True)):
            if isinstance(one, dict):
                yield from _strange_names(one, read, f"{place}[{number}]")
        return
    known = part.__dataclass_fields__
    for name, value in said.items():
        where = f"{place}.{name}" if place else name
        if name not in known:
            yield where
        elif isinstance(value, (dict, list)):
            yield from _strange_names(value, getattr(part, name), where)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a record file."""
    schema: dict[str, Any] = msgspec.json.schema(Record)
    definition = schema["$defs"]["Record"]
    definition["properties"] = {"format": {"const": f"{FORMAT}/{PRESENT}"}, **definition["properties"]}
    definition["required"] = ["format", *definition["required"]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "navigator record", **schema}
