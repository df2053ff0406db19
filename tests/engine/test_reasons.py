"""Explanations are true: what is named as a reason lifts the score, and what is named as missing is missing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.simulate import MILD, STRONG, World
from navigator.catalogue.store import Catalogue
from navigator.domain.record import Experience, Record
from navigator.domain.standing import Standing
from navigator.engine.reasons import missing, reasons_for, without
from navigator.services.match import Matcher


@pytest.fixture(scope="module")
def world(catalogue: Catalogue) -> World:
    """The simulated workers' world."""
    return World(catalogue=catalogue)


@settings(max_examples=12)
@given(
    number=st.integers(0, 922),
    seed=st.integers(0, 9),
    noise=st.sampled_from([MILD, STRONG]),
    route=st.sampled_from(["quick", "standard"]),
    rank=st.integers(0, 19),
)
def test_removing_a_named_reason_lowers_the_score(
    world: World, number: int, seed: int, noise: object, route: str, rank: int
) -> None:
    fit = world.fit
    worker = world.worker(fit.tables.codes[number], noise, route, titled=True, seed=seed)  # type: ignore[arg-type]
    code = fit.ranked(worker.standing)[rank][0]
    score = fit.score(worker.standing, code)
    for reason in reasons_for(fit, worker.standing, score):
        less = without(worker.standing, reason.part, reason.about)
        assert less != worker.standing
        assert fit.score(less, code).total < score.total


KINDS = ("care", "food", "moving", "driving", "customers", "office", "computers", "teach", "lead", "build", "machines")


@settings(max_examples=15)
@given(
    groups=st.sets(st.sampled_from(KINDS), min_size=1, max_size=5),
    strengths=st.sets(st.sampled_from(["listening", "helping", "teamwork", "planning", "hands-on"]), max_size=4),
    rank=st.integers(0, 9),
)
def test_what_lifts_the_score_most_is_told_to_who_picked_only_kinds_of_things(
    catalogue: Catalogue, groups: set[str], strengths: set[str], rank: int
) -> None:
    job = Experience(id="any", groups=tuple(sorted(groups)))
    matcher = Matcher(
        catalogue=catalogue, record=Record(id="", created="", experience=(job,), strongest=tuple(sorted(strengths)))
    )
    code = matcher.ranking[rank][0]
    score = matcher.fit.score(matcher.standing, code)
    found = reasons_for(matcher.fit, matcher.standing, score)
    for reason in found:
        assert matcher.fit.score(without(matcher.standing, reason.part, reason.about), code).total < score.total
    answers = {(p.name, e.about): p.weight * e.share for p in score.parts if p.name != "neighbours" for e in p.evidence}
    part, about = max(answers, key=lambda key: answers[key])
    less = matcher.fit.score(without(matcher.standing, part, about), code).total
    assert less >= score.total or (found[0].part, found[0].about) == (part, about)
    assert "groups" in {r.part for r in found}


def test_there_is_a_reason_for_the_first_match_of_everybody(world: World) -> None:
    for code in world.fit.tables.codes[::70]:
        standing = world.worker(code, STRONG, "standard", titled=True).standing
        best = world.fit.ranked(standing)[0][0]
        assert reasons_for(world.fit, standing, world.fit.score(standing, best))


def test_the_strongest_reason_comes_first(world: World) -> None:
    standing = world.worker("29-1141.00", MILD, "standard", titled=True).standing
    found = reasons_for(world.fit, standing, world.fit.score(standing, "29-1141.00"))
    assert [r.weight for r in found] == sorted((r.weight for r in found), reverse=True)
    assert len(found) <= 6


def test_no_answers_give_no_reasons(world: World) -> None:
    assert reasons_for(world.fit, Standing(), world.fit.score(Standing(), "35-2014.00")) == []


def test_what_was_ticked_is_never_named_as_missing(world: World) -> None:
    occupation = world.occupations["35-2014.00"]
    standing = Standing(
        did=tuple(sorted(occupation.activities)), knowledge=tuple(k.element for k in occupation.knowledge)
    )
    found = missing(world.fit, standing, occupation, {s.id: 3 for s in world.catalogue.framework.skills})
    assert found == []


def test_what_was_offered_and_not_ticked_is_a_need_and_the_rest_was_not_asked(world: World) -> None:
    occupation = world.occupations["35-2014.00"]
    offered = sorted(occupation.activities)[0]
    found = missing(world.fit, Standing(not_ticked=(offered,)), occupation, {})
    kinds = {r.about: r.kind for r in found if r.part == "activities"}
    assert kinds.pop(offered, "need") == "need"
    assert set(kinds.values()) == {"not_asked"}


def test_a_skill_said_to_be_a_little_is_a_need_and_unsure_may_be_one(world: World) -> None:
    occupation = world.occupations["29-1141.00"]
    asked = {r.about for r in missing(world.fit, Standing(), occupation, {}) if r.part == "skills"}
    low = {
        r.kind
        for r in missing(world.fit, Standing(), occupation, dict.fromkeys(asked, 1))
        if r.part == "skills" and r.about in asked
    }
    unsure = {
        r.kind
        for r in missing(world.fit, Standing(), occupation, dict.fromkeys(asked))
        if r.part == "skills" and r.about in asked
    }
    assert (low, unsure) == ({"need"}, {"may_need"})
