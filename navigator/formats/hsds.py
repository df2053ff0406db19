"""HSDS 3 in: the API's JSON answers, and the tabular data package as a folder, a zip, its datapackage.json, or one JSON."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from navigator.domain.errors import Problem
from navigator.domain.resource import Resource
from navigator.engine.resource_entry import Known, free_id
from navigator.engine.rows import Fault
from navigator.formats.brought import MOST_BYTES, Brought, problems_of, read_file, text_of, too_many
from navigator.formats.hsds_entry import Json, entry_of, faults_of, location_entry, organization_entry
from navigator.formats.hsds_tables import KNOWN, REQUIRED, Tables, joined, read_tables, required, table_name
from navigator.i18n import N_, _, ngettext

CLOSED = ("inactive", "defunct")
SIDE = {
    N_("a taxonomy"): {"id", "name", "description", "uri", "version"},
    N_("a taxonomy term"): {
        "id",
        "code",
        "name",
        "description",
        "parent_id",
        "taxonomy",
        "taxonomy_detail",
        "language",
        "taxonomy_id",
        "term_uri",
        "metadata",
    },
    N_("the front page of an API"): {"version", "profile", "openapi_url"},
}
"""Answers of the API that hold nobody's help, by the names they use."""

Words = Mapping[str, tuple[str, ...]]


def read_hsds(path: Path, words: Words, known: Known, skip_unknown: bool = False) -> Brought:
    """Everything a file or folder brings: all of it, or problems."""
    try:
        if path.is_dir() or path.name == "datapackage.json":
            return _package(path, _folder(path), words, known, skip_unknown)
        if path.suffix == ".zip":
            return _package(path, _zipped(path), words, known, skip_unknown)
        return _json(path, words, known, skip_unknown)
    except json.JSONDecodeError as error:
        fault: Fault = (error.lineno, _("not valid JSON: {msg}").format(msg=error.msg))
    except RecursionError:
        fault = (None, _("nested too deeply"))
    except ValueError as error:
        fault = (None, str(error))
    return Brought(problems=problems_of(path, [fault]))


def _json(path: Path, words: Words, known: Known, skip_unknown: bool) -> Brought:
    """An API answer, or a package written as one JSON. Raises ValueError."""
    text, remark = read_file(path)
    value = json.loads(text)
    if isinstance(value, dict) and value and all(table_name(k) and isinstance(v, list) for k, v in value.items()):
        return _one_json(path, value, words, known, skip_unknown)
    return _answers(path, value, words, known, remark)


def _folder(path: Path) -> dict[str, str]:
    """The tables of a package's folder by file name, those its datapackage.json names or all we know. Raises ValueError."""
    folder = path if path.is_dir() else path.parent
    files = {p.name: p for p in sorted(folder.glob("*.csv")) if table_name(p.name)}
    if sum(p.stat().st_size for p in files.values()) > MOST_BYTES:
        raise ValueError(
            _("its tables are larger than {size} MB together; split it").format(size=MOST_BYTES // 1_000_000)
        )
    return _decoded({name: p.read_bytes() for name, p in files.items()})


def _zipped(path: Path) -> dict[str, str]:
    """The tables inside a zip. What it says of its sizes is believed only up to the limit. Raises ValueError."""
    try:
        with zipfile.ZipFile(path) as archive:
            found, left = {}, MOST_BYTES
            for info in archive.infolist():
                if info.is_dir() or not info.filename.endswith(".csv") or not table_name(info.filename):
                    continue
                with archive.open(info) as file:
                    data = file.read(left + 1)
                left -= len(data)
                if left < 0:
                    raise ValueError(
                        _("its tables are larger than {size} MB together; split it").format(
                            size=MOST_BYTES // 1_000_000
                        )
                    )
                found[info.filename.rsplit("/", 1)[-1]] = data
            return _decoded(found)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise ValueError(_("not a zip that can be read: {error}").format(error=error)) from error


def _decoded(files: Mapping[str, bytes]) -> dict[str, str]:
    found, wrong = {}, []
    for name, data in files.items():
        try:
            found[name], _ = text_of(data, name)
        except ValueError as error:
            wrong.append(f"{name}: {error}")
    if wrong:
        raise ValueError("; ".join(wrong))
    return found


def _package(path: Path, files: Mapping[str, str], words: Words, known: Known, skip_unknown: bool) -> Brought:
    folder = path if path.suffix == ".zip" or path.is_dir() else path.parent
    if not any(table_name(name) in ("services", "organizations") for name in files):
        return Brought(
            problems=problems_of(
                path, [(None, _("no services.csv and no organizations.csv in it: not a data package of HSDS 3"))]
            )
        )
    tables, faults, notices = read_tables(files, skip_unknown)
    for file in files:
        faults[file] += [(line, what) for line, row in tables.get(table_name(file), []) for what in faults_of(row)]
    problems = tuple(p for file, wrong in faults.items() for p in problems_of(folder / file, wrong))
    return _finished(path, joined(tables), words, known, problems, notices)


def _answers(path: Path, value: Any, words: Words, known: Known, remark: str) -> Brought:
    """The services of an API answer. Names that HSDS 3 does not have are passed over: its answers may carry more."""
    faults: list[Fault] = [(None, what) for what in faults_of(value)]
    notices = [remark] if remark else []
    services: dict[str, Json] = {}
    for at, item in _items(value):
        side = next((name for name, keys in SIDE.items() if item and set(item) <= keys), "")
        if side:
            notices.append(
                _("{name}: {side}, which is no help by itself; nothing to bring in{at}.").format(
                    name=path.name, side=_(side), at=at
                )
            )
            continue
        some = list(_services(item))
        if not some:
            faults.append(
                (
                    None,
                    _("{what}: neither a service, an organization nor any other answer of HSDS 3").format(
                        what=at or "it"
                    ),
                )
            )
        for service in some:
            faults += [(None, f"{at or service.get('name') or 'a service'}: {what}") for what in _lacks(service)]
            known_already = services.setdefault(str(service.get("id")), service)
            known_already.update({k: v for k, v in service.items() if v and not known_already.get(k)})
    if isinstance(value, dict) and isinstance(value.get("total_pages"), int) and value["total_pages"] > 1:
        notices.append(
            _("{name} is page {page} of {total}. The other pages are not in it.").format(
                name=path.name, page=value.get("page_number"), total=value["total_pages"]
            )
        )
    return _finished(path, list(services.values()), words, known, problems_of(path, faults), notices)


def _one_json(path: Path, value: Json, words: Words, known: Known, skip_unknown: bool) -> Brought:
    tables: Tables = {}
    faults: list[Fault] = []
    notices: list[str] = []
    for file, rows in value.items():
        table = table_name(file)
        sound = [r for r in rows if isinstance(r, dict)]
        if len(sound) < len(rows):
            faults.append((None, _("{file}: a row should be an object").format(file=file)))
        unknown = sorted({k for r in sound for k in r} - KNOWN[table])
        if unknown and skip_unknown:
            notices.append(_("{file}: left out {names}").format(file=file, names=", ".join(unknown)))
        elif unknown:
            faults.append(
                (
                    None,
                    _("{file}: fields that HSDS 3 does not have: {names}. Add --skip-unknown to leave them out").format(
                        file=file, names=", ".join(unknown)
                    ),
                )
            )
        if any(isinstance(v, dict | list) for r in sound for v in r.values()):
            faults.append((None, _("{file}: a cell should be a text or a number").format(file=file)))
            continue
        tables[table] = list(enumerate(sound, start=1))
        faults += [
            (None, _("{file}, row {n}: {what}").format(file=file, n=n, what=what))
            for n, what in required(table, tables[table])
        ]
        faults += [
            (None, _("{file}, row {n}: {what}").format(file=file, n=n, what=what))
            for n, row in tables[table]
            for what in faults_of(row)
        ]
    return _finished(path, joined(tables), words, known, problems_of(path, faults), notices)


def _items(value: Any) -> Iterator[tuple[str, Json]]:
    """The answers in a page, a list or alone, each with its place."""
    contents = value.get("contents") if isinstance(value, dict) and isinstance(value.get("contents"), list) else value
    for number, item in enumerate(contents if isinstance(contents, list) else [contents]):
        yield (
            (f" (number {number + 1})" if isinstance(contents, list) and len(contents) > 1 else ""),
            item if isinstance(item, dict) else {},
        )


def _services(item: Json) -> Iterator[Json]:
    """The services of one answer: itself, those of an organization, or that of a service at a location."""
    if isinstance(item.get("service"), dict):
        place = {k: item[k] for k in ("location",) if k in item}
        extra = {k: item[k] for k in ("phones", "schedules", "contacts") if item.get(k)}
        yield (
            extra
            | item["service"]
            | {"service_at_locations": [place, *(item["service"].get("service_at_locations") or [])]}
        )
    elif isinstance(item.get("services"), list) and item["services"]:
        organization = {k: v for k, v in item.items() if k not in ("services", "locations", "programs")}
        yield from ({"organization": organization} | s for s in item["services"] if isinstance(s, dict))
    elif {"location_type", "status", "organization"} & set(item) or _names_something(item):
        yield item


def _names_something(item: Json) -> bool:
    return "name" in item and bool({"description", "website", "url"} & set(item))


def _is_service(item: Mapping[str, Any]) -> bool:
    return bool({"status", "organization", "organization_id", "application_process", "program"} & set(item))


def _lacks(item: Json) -> list[str]:
    wanted = [c for c in REQUIRED["services"] if c != "organization_id"] if _is_service(item) else ["id", "name"]
    return [_("{name} is missing").format(name=name) for name in wanted if not item.get(name)]


def _finished(
    path: Path, services: list[Json], words: Words, known: Known, problems: tuple[Problem, ...], notices: list[str]
) -> Brought:
    over = too_many(len(services))
    if problems or over:
        return Brought(problems=problems + (problems_of(path, [over]) if over else ()), notices=tuple(notices))
    open_ones = [s for s in services if str(s.get("status", "")).casefold() not in CLOSED]
    closed = len(services) - len(open_ones)
    if closed:
        notices.append(
            ngettext(
                "{count} entry was left out: it is closed, or not active now.",
                "{count} entries were left out: they are closed, or not active now.",
                closed,
            ).format(count=closed)
        )
    found: dict[str, Resource] = {}
    for service in open_ones:
        make = (
            location_entry if "location_type" in service else entry_of if _is_service(service) else organization_entry
        )
        resource = make(service, words, known)
        found[free_id(resource.id, found)] = resource
    return Brought(resources=tuple(replace(r, id=name) for name, r in found.items()), notices=tuple(notices))
