"""One formula, two speeds: the numpy blocks give what the readable formula gives."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.catalogue.store import Catalogue
from navigator.domain.standing import Standing
from navigator.engine import batch
from navigator.engine.batch_best import best_of
from navigator.engine.fit import Fit
from navigator.engine.tables import fields_of_occupations, groups_of_activities, skills_of_elements, work_opened

np = pytest.importorskip("numpy")

from bench.standings import totals_of  # noqa: E402 - it is made of numpy


@pytest.fixture(scope="module")
def fit(catalogue: Catalogue) -> Fit:
    """The formula over the real catalogue."""
    tables = catalogue.tables
    return Fit(
        tables=tables,
        skills=skills_of_elements(catalogue.framework, tables),
        matching=catalogue.matching,
        fields=fields_of_occupations(catalogue.pathways.fields, tables),
        groups=groups_of_activities(catalogue.framework, tables),
        licences=work_opened(catalogue.work_opened(catalogue.licences), tables),
    )


@pytest.fixture(scope="module")
def tables(fit: Fit) -> batch.BatchTables:
    """The arrays, made once."""
    return batch.batch_tables(fit)


def standing(fit: Fit, seed: int) -> Standing:
    """Any answers at all, some parts left out, now and then something the tables do not know."""
    rng = random.Random(seed)

    def some(ids: tuple[str, ...], most: int) -> list[str]:
        return sorted(rng.sample([*ids, "unknown"], rng.randrange(most))) if rng.random() < 0.8 else []

    ticked = some(fit.tables.activity_ids, 20)
    return Standing(
        did=tuple(ticked),
        not_ticked=tuple(a for a in some(fit.tables.activity_ids, 30) if a not in ticked),
        fields=tuple(some(tuple(fit.fields), 3)),
        groups=tuple(some(tuple(fit.groups), 5)),
        licences=tuple(some(tuple(fit.licences), 4)),
        cannot=tuple(some(fit.tables.preference_ids, 3)),
        skills=tuple((s, rng.choice((-1.5, -0.5, 0.25, 1.0))) for s in some(tuple(fit.skills), 10)),
        knowledge=tuple(some(fit.tables.knowledge_ids, 8)),
        likings=tuple((i, rng.choice((-2.0, -1.0, 1.0, 2.0))) for i in some(fit.tables.interest_ids, 6)),
        held=tuple(some(fit.tables.codes, 4)),
    )


@settings(max_examples=12)
@given(seeds=st.lists(st.integers(0, 10**6), min_size=1, max_size=4))
def test_blocks_and_the_readable_formula_agree(fit: Fit, tables: batch.BatchTables, seeds: list[int]) -> None:
    people = [standing(fit, seed) for seed in seeds]
    readable = np.array([fit.totals(person) for person in people])
    assert np.abs(totals_of(tables, people) - readable).max() < 1e-4


def test_the_best_come_first_and_match_the_ranking(fit: Fit, tables: batch.BatchTables) -> None:
    people = [standing(fit, seed) for seed in (2, 3, 5)]
    columns, scores = best_of(totals_of(tables, people), 20)
    assert columns.shape == scores.shape == (3, 20)
    for person, row, points in zip(people, columns, scores, strict=True):
        ranked = dict(fit.ranked(person))
        assert list(points) == sorted(points, reverse=True)
        assert [ranked[tables.codes[n]] for n in row] == pytest.approx(
            sorted(ranked.values(), reverse=True)[:20], abs=1e-4
        )


def test_people_are_ranked_the_same_alone_and_in_company(fit: Fit, tables: batch.BatchTables) -> None:
    people = [standing(fit, seed) for seed in range(6)]
    alone = [totals_of(tables, [person])[0] for person in people]
    assert np.allclose(totals_of(tables, people), alone, atol=1e-5)


def test_somebody_who_said_nothing_scores_nothing(tables: batch.BatchTables) -> None:
    assert not totals_of(tables, [Standing()]).any()


def test_nobody_is_no_trouble(tables: batch.BatchTables) -> None:
    columns, scores = best_of(totals_of(tables, []), 20)
    assert columns.shape == scores.shape == (0, 20)


def test_every_part_of_the_formula_is_in_the_blocks(fit: Fit, tables: batch.BatchTables) -> None:
    parts = set(fit.given(Standing()))
    assert parts == {*tables.slices, "history"}
    assert parts == set(fit.matching.weights) - {"neighbours"}
