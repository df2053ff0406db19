"""The figures of the compiled catalogue against the source tables, value by value, by a seeded sample."""

from __future__ import annotations

import csv
import gzip
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from navigator.catalogue.check_wages import NO_WAGES
from navigator.catalogue.figures import PERCENTILES
from navigator.catalogue.store import Catalogue

Row = dict[str, str]
STATE_OF_FIPS = {
    "39": "OH",
    "48": "TX",
    "06": "CA",
    "36": "NY",
    "01": "AL",
    "56": "WY",
    "72": "PR",
    "66": "GU",
    "11": "DC",
    "50": "VT",
}
"""Census codes of ten states, typed in anew: the refresh script's own table is not believed here."""


@pytest.fixture(scope="module")
def table(sources: Path) -> Callable[[str], list[Row]]:
    def read(name: str) -> list[Row]:
        with gzip.open(sources / f"{name}.csv.gz", "rt", encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    return read


@pytest.fixture(scope="module")
def state_wages(table: Callable[[str], list[Row]]) -> list[Row]:
    return table("bls/oews_2025_state")


def published(text: str) -> float | None:
    return None if text in ("", "-") else float(text)


def same_wage(catalogue: Catalogue, row: Row, area: str) -> None:
    """One row of OEWS, all its figures, against what a command would read."""
    wages = catalogue.wages(f"{row['soc']}.00", area)
    assert wages is not None, (row["soc"], area)
    for p in PERCENTILES:
        figure = wages.pay[p]
        assert figure.hourly == published(row[f"h{p}"]), (row["soc"], area, p)
        assert figure.yearly == published(row[f"a{p}"]), (row["soc"], area, p)
    assert wages.employment == published(row["employment"])
    assert wages.location_quotient == published(row["location_quotient"])


def test_forty_wages_in_ten_states_are_those_of_the_source(catalogue: Catalogue, state_wages: list[Row]) -> None:
    socs = {c[:7] for c in catalogue.tables.codes if c.endswith(".00")}
    rows = [
        r
        for r in state_wages
        if r["area"][:2] in STATE_OF_FIPS and r["soc"] in socs and catalogue.has(f"{r['soc']}.00")
    ]
    sample = random.Random(2025).sample(rows, 40)
    assert len({r["area"] for r in sample}) >= 8
    for row in sample:
        same_wage(catalogue, row, STATE_OF_FIPS[row["area"][:2]])


def test_rows_with_every_kind_of_note_are_those_of_the_source(catalogue: Catalogue, state_wages: list[Row]) -> None:
    socs = {c[:7] for c in catalogue.tables.codes if c.endswith(".00")}
    known = [r for r in state_wages if r["area"][:2] in STATE_OF_FIPS and r["soc"] in socs]
    for note in sorted({r["h50_note"] for r in known} | {r["a50_note"] for r in known}):
        rows = [r for r in known if note in (r["h50_note"], r["a50_note"])]
        for row in random.Random(7).sample(rows, min(3, len(rows))):
            same_wage(catalogue, row, STATE_OF_FIPS[row["area"][:2]])


def test_twenty_wages_of_the_nation_are_those_of_the_source(
    catalogue: Catalogue, table: Callable[[str], list[Row]]
) -> None:
    rows = [r for r in table("bls/oews_2025_national") if catalogue.has(f"{r['soc']}.00")]
    for row in random.Random(11).sample(rows, 20):
        same_wage(catalogue, row, "US")


def test_a_wider_groups_wage_is_that_of_the_group_in_the_source(catalogue: Catalogue, state_wages: list[Row]) -> None:
    (row,) = [r for r in state_wages if r["soc"] == "31-1120" and r["area"].startswith("39")]
    wages = catalogue.wages("31-1122.00", "OH")
    assert (
        wages is not None and wages.typical.hourly == float(row["h50"]) and wages.employment == float(row["employment"])
    )


def test_thirty_projections_are_those_of_the_source(catalogue: Catalogue, table: Callable[[str], list[Row]]) -> None:
    rows = table("bls/ep_2024_34_occupations")
    known = [
        r
        for r in rows
        if r["Occupation type"] == "Line item" and catalogue.has(f"{r['2024 National Employment Matrix code']}.00")
    ]
    for row in random.Random(2034).sample(known, 30):
        found = catalogue.projection(f"{row['2024 National Employment Matrix code']}.00")
        assert found is not None and found.group is None
        assert found.growth_percent == float(row["Employment change, percent, 2024–34"])
        assert found.yearly_openings == round(float(row["Occupational openings, 2024–34 annual average"]) * 1000)
        assert found.entry_education == row["Typical education needed for entry"].replace("—", "")
        assert found.experience == row["Work experience in a related occupation"].replace("—", "")
        assert found.training == row[
            "Typical on-the-job training needed to attain competency in the occupation"
        ].replace("—", "")


@pytest.mark.parametrize("kind", ["skills", "knowledge"])
def test_thirty_ratings_of_each_kind_are_those_of_the_source(
    catalogue: Catalogue, table: Callable[[str], list[Row]], kind: str
) -> None:
    rows = table(f"onet-29.3/{kind}")
    for row in random.Random(923).sample(rows, 30):
        occupation = catalogue.occupation(row["O*NET-SOC Code"])
        need = next(n for n in getattr(occupation, kind) if n.element == row["Element ID"])
        value = float(row["Data Value"])
        if row["Scale ID"] == "IM":
            assert need.importance == value
        else:
            assert need.level == (None if row["Not Relevant"] == "Y" else value)


def test_levels_marked_not_relevant_are_none_and_there_are_some(
    catalogue: Catalogue, table: Callable[[str], list[Row]]
) -> None:
    rows = [r for r in table("onet-29.3/skills") if r["Not Relevant"] == "Y"]
    for row in random.Random(5).sample(rows, 10):
        need = next(n for n in catalogue.occupation(row["O*NET-SOC Code"]).skills if n.element == row["Element ID"])
        assert need.level is None


@pytest.mark.parametrize(("name", "field"), [("work_styles", "work_styles"), ("interests", "interests")])
def test_twenty_styles_and_interests_are_those_of_the_source(
    catalogue: Catalogue, table: Callable[[str], list[Row]], name: str, field: str
) -> None:
    rows = [r for r in table(f"onet-29.3/{name}") if r["Scale ID"] in ("IM", "OI")]
    for row in random.Random(16).sample(rows, 20):
        assert getattr(catalogue.occupation(row["O*NET-SOC Code"]), field)[row["Element ID"]] == float(
            row["Data Value"]
        )


def test_activities_zones_and_closest_are_those_of_the_source(
    catalogue: Catalogue, table: Callable[[str], list[Row]]
) -> None:
    tasks: dict[tuple[str, str], int] = {}
    for row in table("onet-29.3/work_activities"):
        key = (row["O*NET-SOC Code"], row["IWA ID"])
        tasks[key] = tasks.get(key, 0) + int(row["tasks"])
    for (code, activity), count in random.Random(332).sample(sorted(tasks.items()), 20):
        assert catalogue.occupation(code).activities[activity] == count
    closest: dict[str, dict[int, str]] = {}
    for row in table("onet-29.3/related_occupations_primary_short"):
        closest.setdefault(row["O*NET-SOC Code"], {})[int(row["Index"])] = row["Related O*NET-SOC Code"]
    for row in random.Random(1).sample(table("onet-29.3/job_zones"), 20):
        occupation = catalogue.occupation(row["O*NET-SOC Code"])
        assert occupation.job_zone == int(row["Job Zone"])
        assert occupation.closest == tuple(code for _, code in sorted(closest.get(occupation.code, {}).items()))


def test_the_counts_are_those_of_the_sources(catalogue: Catalogue, table: Callable[[str], list[Row]]) -> None:
    counts = catalogue.meta("counts")
    zones = {r["O*NET-SOC Code"] for r in table("onet-29.3/job_zones")}
    rated = {r["O*NET-SOC Code"] for r in table("onet-29.3/skills")}
    assert counts["occupations"] == len(zones) == 923
    assert counts["with skill ratings"] == len(rated) == 879
    assert {o.code for o in catalogue.occupations() if o.rated} == rated
    assert {o.code for o in catalogue.occupations()} == zones
    assert counts["areas"] == 55
    official = {r["O*NET-SOC Code"]: r["Title"] for r in table("onet-29.3/occupations")}
    assert all(o.title == official[o.code] for o in catalogue.occupations())


def test_the_join_leaves_over_only_what_is_known_to_have_no_wage(catalogue: Catalogue) -> None:
    socs = {c[:7] for c in catalogue.tables.codes}
    paid = {s for (s,) in catalogue.db.execute("SELECT DISTINCT soc FROM wage")}
    projected = {s for (s,) in catalogue.db.execute("SELECT soc FROM projection")}
    group = dict(catalogue.db.execute("SELECT soc, soc_of_group FROM soc_group").fetchall())
    assert {s for s in socs if s not in paid and group.get(s) not in paid} == {s for s in NO_WAGES if s in socs}
    assert {s for s in socs if s not in projected and group.get(s) not in projected} == set()


def test_nothing_on_the_side_of_the_wages_is_left_without_an_occupation(catalogue: Catalogue) -> None:
    socs = {c[:7] for c in catalogue.tables.codes}
    group = dict(catalogue.db.execute("SELECT soc, soc_of_group FROM soc_group").fetchall())
    joined = socs | {group[s] for s in socs if s in group} | {"00-0000"}
    for name in ("wage", "projection"):
        rows = {s for (s,) in catalogue.db.execute(f"SELECT DISTINCT soc FROM {name}")}
        assert rows - joined == set()


def test_what_the_sources_publish_and_the_catalogue_leaves_out_has_no_occupation(
    catalogue: Catalogue, table: Callable[[str], list[Row]]
) -> None:
    """Catch-alls ("all other"), major groups and the military: O*NET has no data for them."""
    kept = {s for (s,) in catalogue.db.execute("SELECT DISTINCT soc FROM wage")}
    left = {r["soc"] for r in table("bls/oews_2025_national")} - kept
    group = dict(catalogue.db.execute("SELECT soc, soc_of_group FROM soc_group").fetchall())
    socs = {c[:7] for c in catalogue.tables.codes}
    assert left and not left & (socs | {group[s] for s in socs if s in group})
