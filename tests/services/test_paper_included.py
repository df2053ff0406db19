"""A paper that includes another is enough wherever the other is asked: every screen says the same of it."""

from __future__ import annotations

from random import Random

import pytest

from navigator.catalogue.store import Catalogue
from navigator.engine.bands import licensed
from navigator.formats import words
from navigator.formats.idea import idea_of
from navigator.services.batch_block import Blocks
from navigator.services.match import Matcher
from navigator.services.page import names_of
from navigator.services.pathways import Wish, pathways
from navigator.services.way_search import WaySearch
from tests.services.test_batch import as_lists, block_of, matched, people
from tests.services.test_batch import record_of as batch_record
from tests.services.test_ways import CNA, COOK, PICKER, record_of

__all__ = ["matched"]

EMT, DELIVERY, GUARD = "29-2042.00", "53-3033.00", "33-9032.00"
PAIRS = [("paramedic", EMT, "emt"), ("cdl-a", DELIVERY, "drivers-licence"), ("nclex-rn", CNA, "cna")]


@pytest.mark.parametrize(("paper", "code", "asked"), PAIRS)
def test_no_match_is_held_back_by_a_paper_that_another_includes(
    catalogue: Catalogue, paper: str, code: str, asked: str
) -> None:
    def caps(*licences: str) -> dict[str, str]:
        match = Matcher(catalogue=catalogue, record=record_of(COOK, licences=licences)).match(code)
        return {r.part: r.about for r in match.reasons if r.kind == "cap"}

    assert caps()["licence"] == asked
    assert "licence" not in caps(paper) and "licence" not in caps(asked)


@pytest.mark.parametrize(("paper", "code", "asked"), PAIRS)
def test_the_page_asks_for_nothing_that_another_paper_includes(
    catalogue: Catalogue, paper: str, code: str, asked: str
) -> None:
    record = record_of(COOK, licences=(paper,))
    match, occupation = Matcher(catalogue=catalogue, record=record).match(code), catalogue.occupation(code)
    idea = idea_of(match, occupation, names_of(catalogue, record), record, None)
    told = " ".join((idea.first_step, idea.ways_in, *idea.missing))
    name = catalogue.licences[asked]
    assert name not in told and "navigator how to get" not in told and "near you" not in idea.first_step
    if asked != "drivers-licence":  # the paper named is the one that is there
        assert catalogue.licences[paper] in idea.ways_in


def test_a_way_in_says_the_paper_that_is_held_and_not_the_one_in_it(catalogue: Catalogue) -> None:
    ways = WaySearch(catalogue=catalogue, record=record_of(COOK, licences=("paramedic",)))
    spot = catalogue.spot(EMT)
    assert spot is not None and ways.search.ways.held_here(spot) == "paramedic"
    routes = pathways(catalogue, record_of(PICKER, pay=None, licences=("armed-guard",)), Wish(to=GUARD)).routes
    said = " ".join(part for r in routes for s in r.steps for part in (s.way_in, *s.missing))
    assert catalogue.licences["armed-guard"] in said and catalogue.licences["guard-card"] not in said


def test_a_card_of_everyday_life_is_no_trade_because_a_larger_paper_includes_it(catalogue: Catalogue) -> None:
    ways = WaySearch(catalogue=catalogue, record=record_of(COOK, licences=("cdl-a", "servsafe"))).search.ways
    for code in (DELIVERY, COOK):
        spot = catalogue.spot(code)
        assert spot is not None and ways.held_here(spot) == ""


def test_which_work_a_paper_opens_is_not_widened_by_what_it_includes(catalogue: Catalogue) -> None:
    nurse = record_of(COOK, licences=("nclex-rn",))
    assert CNA not in WaySearch(catalogue=catalogue, record=nurse).papers
    assert CNA not in catalogue.work_opened(["nclex-rn"])["nclex-rn"]


def test_every_paper_that_is_included_is_written_down(catalogue: Catalogue) -> None:
    including = {(paper, name) for o in catalogue.occupations() for paper, name in o.profile.licence.also}
    assert ("paramedic", "emt") in including
    assert all((paper, within) in including for paper, name in including for n, within in including if n == name)


def test_many_at_once_take_a_paper_that_includes_another_as_a_single_match_does(
    catalogue: Catalogue, matched: Blocks
) -> None:
    rng = Random(11)
    papers = sorted({paper for o in catalogue.occupations() for paper, _ in o.profile.licence.also})
    some = [p | {"licences": rng.sample(papers, 3), "titles": ["29-1141.00"]} for p in people(catalogue, 8, seed=9)]
    table, _, _ = matched.matched(block_of([as_lists(p) for p in some]))
    widened = 0
    for n, person in enumerate(some):
        matcher = Matcher(catalogue=catalogue, record=batch_record(person))
        for row in table.slice(20 * n, 20).to_pylist():
            match, occupation = matcher.match(row["code"]), catalogue.occupation(row["code"])
            needed = occupation.profile.licence
            widened += licensed(matcher.standing, occupation) and not {*needed.names} & {*person["licences"]}
            assert row["band"] == words.BANDS[match.band]
    assert widened
