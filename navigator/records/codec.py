"""The record on disk: JSON that says what it is and its version, without empty parts, checked when read."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import msgspec

from navigator.domain.errors import BadRecord, NewerRecord
from navigator.domain.record import Record
from navigator.records.migrations import PRESENT, migrated

FORMAT = "navigator/record"
MAX_BYTES = 5_000_000
"""A long life makes a record of some 50 kB; anything near this is no record."""


def encoded(record: Record) -> bytes:
    """A record as its file's bytes: indented, keys in the domain's order, empty parts left out."""
    shape = {"format": f"{FORMAT}/{PRESENT}", **_shape(record)}
    return json.dumps(shape, ensure_ascii=False, indent=1).encode() + b"\n"


def _shape(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_shape(v) for v in value]
    if not is_dataclass(value):
        return value
    found = {f: getattr(value, f.name) for f in fields(value)}
    return {f.name: _shape(v) for f, v in found.items() if not (_empty(v) and v == f.default)}


def _empty(value: Any) -> bool:
    return value is None or value is False or value in ("", ())


def decoded(data: bytes, path: Path) -> Record:
    """A record from its file's bytes. Raises BadRecord for damage, NewerRecord for a version after this one."""
    if len(data) > MAX_BYTES:
        raise BadRecord(
            f"{path} is {len(data) // 1_000_000} MB: too large to be a record. Check that it is the right file."
        )
    try:
        # Stricter than json: half a surrogate pair or a NaN would read well and could never be written again.
        shape = msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadRecord(
            f"{path} is damaged or cut short. 'navigator record restore' brings back an earlier save."
        ) from error
    version = _version(shape, path)
    body = {k: v for k, v in migrated(shape, version).items() if k != "format"}
    _check_names(body, path)
    try:
        return msgspec.convert(body, Record)
    except msgspec.ValidationError as error:
        raise BadRecord(
            f"{path} holds something a record cannot hold: {error}. Correct it, or use 'navigator record restore'."
        ) from error


def _version(shape: Any, path: Path) -> int:
    found = re.fullmatch(rf"{FORMAT}/([1-9]\d{{0,3}})", str(shape.get("format"))) if isinstance(shape, dict) else None
    if found is None:
        raise BadRecord(
            f"{path} is not a navigator record (it does not say 'format: {FORMAT}/{PRESENT}'). Choose another file with --record."
        )
    version = int(found[1])
    if version > PRESENT:
        raise NewerRecord(
            f"{path} was saved by a newer navigator (format {version}; this one knows {PRESENT}). Update navigator to open it; the file is untouched."
        )
    return version


def _check_names(body: dict[str, Any], path: Path) -> None:
    strange = sorted(set(body) - set(Record.__dataclass_fields__))
    if strange:
        raise BadRecord(
            f"{path} has a part this navigator does not know: {strange[0]!r}. Correct it, or update navigator."
        )


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a record file."""
    schema: dict[str, Any] = msgspec.json.schema(Record)
    definition = schema["$defs"]["Record"]
    definition["properties"] = {"format": {"const": f"{FORMAT}/{PRESENT}"}, **definition["properties"]}
    definition["required"] = ["format", *definition["required"]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "navigator record", **schema}
