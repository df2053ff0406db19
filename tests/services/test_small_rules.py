"""Promises of small rules that no other test holds: what is no like work, what is short to learn anew, what is over the time said."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.occupation import Asks, WayIn
from navigator.domain.pathway import Limits, Spot
from navigator.engine.pathway_back import is_short
from navigator.engine.pathway_points import HerePay, Points
from navigator.services.titles import _is_kin


def test_work_of_one_field_is_kin_one_job_zone_away_and_not_two(catalogue: Catalogue) -> None:
    tables = catalogue.tables
    zone = {c: tables.zones[tables.column[c]] for c in tables.codes if c.startswith("29-")}
    best = "29-2052.00"  # a pharmacy technician
    for code, its in zone.items():
        assert _is_kin(code, best, tables) == (abs(its - zone[best]) < 2)
    assert {abs(its - zone[best]) for its in zone.values()} >= {0, 1, 2}


@pytest.mark.parametrize(
    ("asks", "short"),
    [("none", True), ("short_course", True), ("certificate", True), ("apprenticeship", False), ("bachelor", False)],
)
def test_a_course_or_work_that_teaches_itself_is_short_to_learn_anew(asks: Asks, short: bool) -> None:
    way = WayIn(asks=asks, how="", months=(1, 2), cost="free", earn=True)
    assert is_short(Spot(code="x", zone=2, ways=(way,))) is short


@pytest.mark.parametrize(("said", "over"), [(None, False), (0.0, True), (12.0, True), (23.0, True), (24.0, False)])
def test_a_way_is_longer_than_said_only_for_who_said_less_than_two_years(
    catalogue: Catalogue, said: float | None, over: bool
) -> None:
    points = Points(
        spot=lambda code: None, pay=lambda code: HerePay(per_hour=None, local=False), limits=Limits(train_months=said),
        settings=catalogue.pathways, base=None, fit=lambda code: 0.0,
    )  # fmt: skip
    least = catalogue.pathways.soon
    assert points._over_said(30.0) == (30.0 - max(said or 0.0, least) if over else 0.0)
