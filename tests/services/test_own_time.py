"""One source of time: what `match`, `why` and the page say of how long a way takes is what `pathways` says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.catalogue.store import Catalogue
from navigator.domain.pathway import Step
from navigator.domain.record import Credential, Record
from navigator.engine.pathway_choice import best_first
from navigator.formats import pathway_words as say
from navigator.formats.idea import Idea
from navigator.services.advice import advice, explained
from navigator.services.page import names_of, page
from navigator.services.share import EVERYTHING, Share, share_of
from navigator.services.way_search import WaySearch
from tests.services.test_ways import CNA, COOK, PICKER, record_of

PRESS, SUPERVISOR, MIDWIFE, ENGINEER = "51-4031.00", "51-1011.00", "29-9099.01", "17-2071.00"

people = st.builds(
    lambda code, length, **wants: _long(record_of(code, **wants), length),
    st.sampled_from([COOK, PICKER, CNA, PRESS, ENGINEER, "43-4171.00", "37-2012.00", "49-9071.00"]),
    st.sampled_from(["year", "years", "long"]),
    schooling=st.sampled_from([None, "none", "high_school", "associate", "bachelor"]),
    train_months=st.sampled_from([None, 0.0, 3.0, 12.0, 48.0]),
    licences=st.sampled_from([(), ("cdl-a",), ("nclex-pn",), ("electrician",)]),
    cannot=st.sampled_from([(), ("lifting",), ("driving", "nights")]),
)


def _long(record: Record, length: str) -> Record:
    return replace(record, experience=tuple(replace(j, length=length) for j in record.experience))


def unlike(catalogue: Catalogue, step: Step | None, idea: Idea) -> str:
    """What `pathways` says of the single step to an idea and the idea does not, or the other way round."""
    if step is None:
        return ""
    if step.paper or step.degree:
        return "" if idea.ways_in == say.way_in(step, names_of(catalogue)) else f"{idea.code}: it is done"
    if step.way.how not in idea.ways_in:
        return ""  # two ways in, each with its own time
    own = say.own_time(step)
    return "" if own in idea.ways_in and (own or "With your" not in idea.ways_in) else f"{idea.code}: {own}"


@settings(max_examples=12)
@given(record=people)
def test_a_match_and_a_way_tell_the_same_time_of_the_same_way_in(catalogue: Catalogue, record: Record) -> None:
    told, search = advice(catalogue, record), WaySearch(catalogue=catalogue, record=record).search
    steps = {r.end: r.steps[0] for r in reversed(best_first(search.first_steps()))}
    assert told.ideas
    found = (unlike(catalogue, steps.get(idea.code), idea) for idea in (*told.ideas, *told.elsewhere))
    assert not [said for said in found if said]


def test_the_years_behind_somebody_count_on_every_screen(catalogue: Catalogue) -> None:
    operator = _long(record_of(PRESS, "MI", pay=20.0, train_months=6.0), "long")
    own = "With your experience: about 1 to 12 months."
    assert own in explained(catalogue, operator, SUPERVISOR).idea.ways_in
    ideas = [i for i in advice(catalogue, operator).ideas if "With your experience" in i.ways_in]
    made = page(catalogue, operator, date(2026, 11, 22))
    on_page = {i.code: i.ways_in for i in (*made.ideas, *made.more)}
    assert ideas and all(on_page.get(i.code, i.ways_in) == i.ways_in for i in ideas)
    assert any(i.code in on_page for i in ideas)


def test_a_page_without_the_work_tells_nothing_of_years_in_it(catalogue: Catalogue) -> None:
    operator = record_of(PRESS, "MI", pay=20.0)
    share = Share(profile=share_of().profile, parts=EVERYTHING - {"work"})
    made = page(catalogue, operator, date(2026, 11, 22), share)
    assert made.ideas and not [i for i in (*made.ideas, *made.more, *made.elsewhere) if "your experience" in i.ways_in]


@pytest.mark.parametrize("paper", ["midwife", ""])
def test_time_that_a_paper_in_hand_has_taken_is_not_in_the_way(catalogue: Catalogue, paper: str) -> None:
    found = explained(catalogue, record_of(CNA, licences=(paper,) if paper else (), train_months=3.0), MIDWIFE)
    assert any("of training, more than you said" in said for said in found.caps) == (not paper)
    assert ("You have the paper for this" in found.idea.ways_in) == bool(paper)


@pytest.mark.parametrize(("until", "holds"), [("2024-01-01", False), ("2028-01-01", True)])
def test_a_paper_that_ran_out_is_no_way_in_on_the_page(catalogue: Catalogue, until: str, holds: bool) -> None:
    paper = Credential(id="c1", name="CNA", licence="cna", expires=until)
    aide = replace(record_of("31-1122.00", licences=("cna",)), credentials=(paper,))
    made = page(catalogue, aide, date(2026, 11, 22))
    idea = next(i for i in (*made.ideas, *made.more) if i.code == CNA)
    assert ("You have the paper for this" in idea.ways_in) == holds
    assert ("If you have the license" in idea.first_step) != holds
