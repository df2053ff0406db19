"""HSDS 3 as a tabular data package: its tables read and checked, and joined into services as the API would answer them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from navigator.engine.rows import Fault, read_table
from navigator.i18n import _, ngettext

Json = dict[str, Any]
Tables = dict[str, list[tuple[int, Json]]]
"""A table's rows by its name, each with its line."""

_SCHEDULE = (
    "id service_id location_id service_at_location_id valid_from valid_to dtstart timezone until count wkst freq interval "
    "byday byweekno bymonthday byyearday description opens_at closes_at schedule_link attending_type notes"
)
_SERVICE = (
    "id organization_id program_id name alternate_name description url email status interpretation_services "
    "application_process fees_description wait_time fees accreditations eligibility_description minimum_age maximum_age "
    "assured_date assurer_email licenses alert last_modified"
)
COLUMNS = {
    "organizations": "id name alternate_name description email website tax_status tax_id year_incorporated legal_status logo uri parent_organization_id",
    "programs": "id organization_id name alternate_name description",
    "services": _SERVICE,
    "attributes": "id link_id taxonomy_term_id link_type link_entity value",
    "service_at_location": "id service_id location_id description",
    "locations": "id location_type url organization_id name alternate_name description transportation latitude longitude external_identifier external_identifier_type",
    "phones": "id location_id service_id organization_id contact_id service_at_location_id number extension type description",
    "contacts": "id organization_id service_id service_at_location_id location_id name title department email",
    "addresses": "id location_id attention address_1 address_2 city region state_province postal_code country address_type",
    "schedules": _SCHEDULE,
    "funding": "id organization_id service_id source",
    "service_areas": "id service_id name description extent extent_type uri",
    "required_documents": "id service_id document uri",
    "languages": "id service_id location_id phone_id name code note",
    "accessibility": "id location_id description details url",
    "taxonomy_terms": "id code name description parent_id taxonomy language taxonomy_id term_uri",
    "metadata": "id resource_id resource_type last_action_date last_action_type field_name previous_value replacement_value updated_by",
    "meta_table_descriptions": "id name language character_set",
    "cost_options": "id service_id valid_from valid_to option currency amount amount_description",
    "organization_identifiers": "id organization_id identifier_scheme identifier_type identifier",
    "taxonomies": "id name description uri version",
}
"""The tables of HSDS 3 and their columns."""

KNOWN = {table: frozenset(columns.split()) for table, columns in COLUMNS.items()}
REQUIRED = {
    "organizations": ("id", "name"),
    "services": ("id", "organization_id", "name", "status"),
    "service_at_location": ("id", "service_id", "location_id"),
    "attributes": ("id", "link_id", "taxonomy_term_id"),
    "phones": ("id", "number"),
    "taxonomy_terms": ("id", "name"),
}
"""What a row must say to be of use here; every other table needs its id."""

NO_ID = frozenset({"metadata", "meta_table_descriptions"})


def table_name(file: str) -> str:
    """The table a file of the package holds, or "" for none we know."""
    name = file.rsplit("/", 1)[-1].removesuffix(".csv").casefold()
    return name if name in COLUMNS else {"service_at_locations": "service_at_location"}.get(name, "")


def read_tables(files: Mapping[str, str], skip_unknown: bool) -> tuple[Tables, dict[str, list[Fault]], list[str]]:
    """Every table of a package, the faults by file, and what was left out. ``files``: name to text."""
    tables: Tables = {}
    faults: dict[str, list[Fault]] = defaultdict(list)
    notices: list[str] = []
    for file, text in files.items():
        header, rows, wrong = read_table(text) if text.strip() else ([], [], [])
        faults[file] += wrong
        if wrong and not header:
            continue
        tables[table_name(file)] = [(line, {k: v for k, v in row.items() if v}) for line, row in rows]
        unknown = [c for c in header if c not in KNOWN[table_name(file)]]
        if unknown and skip_unknown:
            notices.append(_("{file}: left out the columns {names}").format(file=file, names=", ".join(unknown)))
        elif unknown:
            faults[file].append(
                (
                    1,
                    _("columns that HSDS 3 does not have: {names}. Add --skip-unknown to leave them out").format(
                        names=", ".join(unknown)
                    ),
                )
            )
    for file in files:
        faults[file] += required(table_name(file), tables.get(table_name(file), []))
    return tables, faults, notices


def required(table: str, rows: Iterable[tuple[int, Json]]) -> list[Fault]:
    """What rows lack, and ids that stand twice."""
    found: list[Fault] = []
    seen: set[str] = set()
    for line, row in rows:
        lacks = [c for c in REQUIRED.get(table, () if table in NO_ID else ("id",)) if not row.get(c)]
        if lacks:
            found.append(
                (line, ngettext("{names} is missing", "{names} are missing", len(lacks)).format(names=", ".join(lacks)))
            )
        name = str(row.get("id", ""))
        if name and name in seen:
            found.append((line, _("the id {name} stands twice").format(name=name)))
        seen.add(name)
    return found


def joined(tables: Tables) -> list[Json]:
    """The tables as services, each with what hangs on it; organizations without a service follow."""
    rows = {name: [row for _, row in some] for name, some in tables.items()}
    terms = {t["id"]: t for t in rows.get("taxonomy_terms", []) if "id" in t}
    organizations = {o["id"]: o for o in rows.get("organizations", []) if "id" in o}
    locations = {p["id"]: dict(p) for p in rows.get("locations", []) if "id" in p}
    for place in locations.values():
        for part in ("addresses", "phones", "schedules", "languages", "accessibility"):
            place[part] = [r for r in rows.get(part, []) if r.get("location_id") == place["id"]]
    by = {part: _grouped(rows.get(part, []), "service_id") for part in PARTS}
    attributes = _grouped(rows.get("attributes", []), "link_id")
    found = []
    for service in rows.get("services", []):
        name = str(service.get("id", ""))
        full = dict(service) | {part: by[part].get(name, []) for part in PARTS}
        full["organization"] = _organization(organizations.get(service.get("organization_id", ""), {}), rows)
        full["attributes"] = [
            {"taxonomy_term": terms[a["taxonomy_term_id"]]}
            for a in attributes.get(name, [])
            if a.get("taxonomy_term_id") in terms
        ]
        full["service_at_locations"] = [
            {"location": locations.get(s.get("location_id", ""), {})} for s in by["service_at_location"].get(name, [])
        ]
        found.append(full)
    served = {s.get("organization_id") for s in rows.get("services", [])}
    return found + [_organization(o, rows) for o in organizations.values() if o["id"] not in served]


PARTS = (
    "phones",
    "schedules",
    "languages",
    "cost_options",
    "required_documents",
    "service_areas",
    "contacts",
    "service_at_location",
)


def _grouped(rows: Iterable[Json], key: str) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = defaultdict(list)
    for row in rows:
        found[str(row.get(key, ""))].append(row)
    return found


def _organization(row: Json, rows: Mapping[str, list[Json]]) -> Json:
    own = [p for p in rows.get("phones", []) if row and p.get("organization_id") == row.get("id")]
    return dict(row) | {"phones": own} if row else {}
