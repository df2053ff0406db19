"""A way in that begins with what somebody ruled out: another one is told, or that it is so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.catalogue.store import Catalogue
from navigator.services.advice import explained
from navigator.services.own_way import own_steps
from navigator.services.pathways import Wish, pathways
from navigator.services.way_search import WaySearch
from tests.services.test_ways import COOK, record_of

FORKLIFT, PACKER = "53-7051.00", "53-7064.00"
BEGINS = "The way in begins with what you ruled out: heavy lifting."


@pytest.mark.parametrize(("months", "card"), [(1.0, True), (0.0, False)])
def test_match_and_pathways_tell_the_class_or_that_the_work_begins_with_lifting(
    catalogue: Catalogue, months: float, card: bool
) -> None:
    record = record_of(PACKER, cannot=("lifting",), train_months=months)
    idea = explained(catalogue, record, FORKLIFT).idea
    step = pathways(catalogue, record, Wish(to=FORKLIFT)).routes[0].steps[-1]
    for way, said in ((idea.ways_in, " ".join(idea.notes)), (step.way_in, step.remark)):
        assert ("forklift class" in way) == card and ("Start as a loader" in way) != card
        assert (BEGINS in said) != card


def test_who_has_the_card_is_not_told_how_others_begin(catalogue: Catalogue) -> None:
    record = record_of(PACKER, cannot=("lifting",), train_months=0.0, licences=("forklift",))
    idea = explained(catalogue, record, FORKLIFT).idea
    assert "You have the paper" in idea.ways_in and not any(BEGINS in n for n in idea.notes)


def test_the_time_of_a_way_is_told_of_work_that_asks_what_was_ruled_out_too(catalogue: Catalogue) -> None:
    record = record_of(COOK, cannot=("lifting", "standing"))
    assert own_steps(catalogue, record)("35-1011.00") is not None


def test_ruling_something_out_opens_no_work(catalogue: Catalogue) -> None:
    for code in (COOK, PACKER, "37-2011.00", "41-2011.00"):
        before = record_of(code, "TX", 15.0)
        usual = WaySearch(catalogue=catalogue, record=before)
        for ruled_out in (("driving",), ("nights", "standing")):
            record = replace(before, wants=replace(before.wants, cannot=ruled_out))
            assert not WaySearch(catalogue=catalogue, record=record).opened(usual)


def test_another_wish_beside_what_is_ruled_out_can_open_work(catalogue: Catalogue) -> None:
    before = record_of(PACKER, "TX", 15.0, schooling="none", train_months=48.0)
    wants = replace(before.wants, cannot=("selling",), schooling="high_school")
    more = WaySearch(catalogue=catalogue, record=replace(before, wants=wants))
    assert more.opened(WaySearch(catalogue=catalogue, record=before))
