"""HR Open's and 1EdTech's schemas, where they lie beside the project; tests that need them skip with a reason elsewhere."""

from __future__ import annotations

import json
import tarfile
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ARCHIVE = Path(__file__).resolve().parents[3] / "shared" / "schemas" / "hropen-4.4.tar.gz"
LER_RS = "recruiting/json/LER-RSType.json"
CLR = "recruiting/json/ler-rs/1EdTech/clr_v2p0_clrcredential_schema_draft4.json"
BADGE = "recruiting/json/ler-rs/1EdTech/ob_v3p0_achievementcredential_schema_draft4.json"


@cache
def _unpacked() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="navigator-hropen-"))
    with tarfile.open(ARCHIVE) as archive:
        archive.extractall(folder, filter="data")
    return folder / "www.hropenstandards.org"


@cache
def _validator(which: str) -> Any:
    from jsonschema import Draft4Validator
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT4

    root = _unpacked().as_uri()

    def read(uri: str) -> Resource[Any]:
        path = Path(uri.partition("#")[0].removeprefix("file://"))
        shape = json.loads(path.read_text(encoding="utf-8"))
        return Resource(contents={k: v for k, v in shape.items() if k not in ("id", "$id")}, specification=DRAFT4)

    registry: Registry[Any] = Registry(retrieve=read)
    return Draft4Validator({"$ref": f"{root}/{which}"}, registry=registry)


def faults(shape: object, which: str) -> list[str]:
    """What a schema says is wrong with a document; nothing where it is right."""
    if not ARCHIVE.is_file():
        pytest.skip("HR Open's schemas (../shared/schemas) are not here")
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in _validator(which).iter_errors(shape)]


def dated_as_before(shape: Any) -> Any:
    """The same with the dates under the names of VCDM 1.1, which these schemas still ask for."""
    if isinstance(shape, list):
        return [dated_as_before(v) for v in shape]
    if not isinstance(shape, dict):
        return shape
    names = {"validFrom": "issuanceDate", "validUntil": "expirationDate"}
    return {names.get(k, k): dated_as_before(v) for k, v in shape.items()}
