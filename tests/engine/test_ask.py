"""Asking less: each screen tells something new, and there is an end."""

from __future__ import annotations

import pytest

from bench.simulate import MILD, World
from navigator.catalogue.store import Catalogue
from navigator.domain.standing import Standing
from navigator.engine.ask import belief_of, next_screen


@pytest.fixture(scope="module")
def world(catalogue: Catalogue) -> World:
    """The simulated workers' world."""
    return World(catalogue=catalogue)


def walk(world: World, code: str, groups: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The screens of somebody who ticks all that is true and nothing else."""
    likely = tuple(a for g in groups for a in world.groups[g])
    own = world.occupations[code].activities
    screens: list[tuple[str, ...]] = []
    while len(screens) < 40:
        asked = tuple(a for s in screens for a in s)
        did = tuple(sorted(a for a in asked if a in own))
        missed = tuple(sorted(a for a in asked if a not in own))
        screen = next_screen(world.fit, Standing(did=did, not_ticked=missed), asked, likely)
        if not screen:
            break
        screens.append(screen)
    return screens


def test_nothing_is_asked_twice(world: World) -> None:
    asked = [a for s in walk(world, "35-2014.00", ("food", "moving")) for a in s]
    assert len(asked) == len(set(asked))


def test_the_first_screen_comes_from_the_groups_that_were_picked(world: World) -> None:
    first = walk(world, "29-1141.00", ("care", "health"))[0]
    assert set(first) <= {*world.groups["care"], *world.groups["health"]}


def test_a_screen_reads_in_the_order_of_the_framework(world: World) -> None:
    order = {a.id: n for n, a in enumerate(world.catalogue.framework.activities)}
    for screen in walk(world, "53-3032.00", ("driving",)):
        assert [order[a] for a in screen] == sorted(order[a] for a in screen)


def test_a_screen_holds_no_more_than_was_asked_for(world: World) -> None:
    assert len(next_screen(world.fit, Standing(), (), (), size=5)) == 5


def test_it_stops_when_the_answer_is_clear(world: World) -> None:
    assert len(walk(world, "35-2014.00", ("food", "moving"))) < 8


def test_somebody_who_ticks_nothing_comes_to_an_end(world: World) -> None:
    everything = tuple(world.fit.tables.activity_ids)
    assert next_screen(world.fit, Standing(not_ticked=everything), everything, ()) == ()


def test_the_same_answers_give_the_same_screen(world: World) -> None:
    standing = Standing(did=("4.A.3.a.2.I03",))
    first = next_screen(world.fit, standing, ("4.A.3.a.2.I03",), ())
    assert first == next_screen(world.fit, standing, ("4.A.3.a.2.I03",), ())


def test_an_activity_that_is_no_longer_known_does_no_harm(world: World) -> None:
    assert next_screen(world.fit, Standing(did=("gone",)), ("gone",), ("gone", "too"))


def test_belief_sums_to_one_and_moves_to_those_who_do_what_was_ticked(world: World) -> None:
    tables = world.fit.tables
    before = belief_of(world.fit, Standing())
    after = belief_of(world.fit, Standing(did=("4.A.3.a.2.I03",)))
    assert sum(after) == pytest.approx(1.0)
    cook = tables.column["35-2014.00"]
    assert after[cook] > before[cook]


def test_eight_in_ten_are_found_in_six_screens(world: World) -> None:
    codes = world.fit.tables.codes[5::46]
    found = 0
    for code in codes:
        worker = world.worker(code, MILD, "standard", titled=False, most_screens=6)
        ticks = Standing(did=worker.standing.did, not_ticked=worker.standing.not_ticked)
        found += code in [c for c, _ in world.fit.ranked(ticks)[:10]]
    assert found / len(codes) >= 0.8
