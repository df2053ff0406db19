"""Routes: what they may never do, for random workers; and what they should do, for known ones."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.catalogue.store import Catalogue
from navigator.domain.pathway import Edge, Limits, Route, Spot, Start
from navigator.engine.bands import ZONE_OF_SCHOOLING, asks_for, can_ask
from navigator.engine.pathway_choice import chosen, direction
from navigator.engine.pathway_points import HerePay
from navigator.engine.pathway_ways import Coming
from navigator.engine.pathways import Search

CNA, LPN, RN = "31-1131.00", "29-2061.00", "29-1141.00"
COOK, PICKER, TRUCK = "35-2014.00", "53-7065.00", "53-3032.00"
HELD = (CNA, COOK, PICKER, "41-2011.00", "47-2061.00", "43-4051.00", "39-9011.00", "37-2011.00", "49-9071.00")

workers = st.fixed_dictionaries(
    {
        "held": st.sets(st.sampled_from(HELD), min_size=1, max_size=3),
        "schooling": st.sampled_from([None, "none", "high_school", "some_college", "associate", "bachelor"]),
        "train": st.sampled_from([None, 0.0, 1.0, 6.0, 12.0, 24.0, 48.0]),
        "cannot": st.sets(st.sampled_from(["lifting", "nights", "driving", "blood", "check", "selling"]), max_size=3),
        "floor": st.sampled_from([None, 15.0, 22.0]),
        "base": st.sampled_from([None, 14.0, 19.5, 31.0]),
        "earning": st.booleans(),
        "within": st.sampled_from([None, 12.0, 30.0]),
        "licences": st.sets(st.sampled_from(["cdl-a", "cna", "forklift", "drivers-licence"]), max_size=2),
        "avoid": st.sets(st.sampled_from([LPN, TRUCK, "51-3021.00"]), max_size=2),
    }
)


def search_of(catalogue: Catalogue, area: str, **said: object) -> Search:
    """A search over the real catalogue."""

    def pay(code: str) -> HerePay:
        wages = catalogue.wages(code, area)
        return HerePay(per_hour=wages.typical.per_hour if wages else None)

    held = frozenset(said["held"])  # type: ignore[call-overload]
    limits = Limits(
        schooling=said.get("schooling"),  # type: ignore[arg-type]
        licences=frozenset(said.get("licences", ())),  # type: ignore[arg-type]
        train_months=said.get("train"),  # type: ignore[arg-type]
        cannot=frozenset(said.get("cannot", ())),  # type: ignore[arg-type]
        avoid=held | frozenset(said.get("avoid", ())),  # type: ignore[arg-type]
        pay_floor=said.get("floor"),  # type: ignore[arg-type]
        keep_earning=bool(said.get("earning")),
        within=said.get("within"),  # type: ignore[arg-type]
    )
    return Search(
        spot=catalogue.spot, edges=catalogue.steps_from, pay=pay, limits=limits, settings=catalogue.pathways,
        matching=catalogue.matching, starts=[Start(code=c) for c in held], base=said.get("base"),  # type: ignore[arg-type]
        papers=sorted(c for licence in limits.licences for c in catalogue.asking(licence)),
    )  # fmt: skip


@given(said=workers)
@settings(max_examples=12)
def test_no_route_repeats_an_occupation_or_goes_back_to_work_held(
    catalogue: Catalogue, said: dict[str, object]
) -> None:
    for route in search_of(catalogue, "OH", **said).routes():
        assert len(set(route.codes)) == len(route.codes)
        assert not {s.code for s in route.steps} & set(said["held"])  # type: ignore[call-overload]
        assert 1 <= len(route.steps) <= 3


@given(said=workers)
@settings(max_examples=15)
def test_every_step_obeys_what_the_worker_said(catalogue: Catalogue, said: dict[str, object]) -> None:
    search = search_of(catalogue, "TX", **said)
    ruled_out = [c for c in catalogue.matching.cannot if c.id in said["cannot"]]  # type: ignore[operator]
    for route in search.routes():
        check_steps(catalogue, route, search, ruled_out)
        if said["within"]:
            assert sum(route.months) / 2 <= said["within"]  # type: ignore[operator]


def check_steps(catalogue: Catalogue, route: Route, search: Search, ruled_out: list) -> None:  # type: ignore[type-arg]
    """Each step of a route against the figures and words of the catalogue itself."""
    limits, order = search.limits, catalogue.matching.schooling_order
    schooling, zone = limits.schooling or "high_school", catalogue.occupation(route.start or "").job_zone
    for step in route.steps:
        there = catalogue.occupation(step.code)
        wages = catalogue.wages(step.code, "TX")
        assert wages is not None and wages.typical.per_hour == step.per_hour
        assert step.code not in limits.avoid
        assert not any(asks_for(there, c.id) and not can_ask(there, c.id) for c in ruled_out)
        assert limits.pay_floor is None or step.per_hour >= limits.pay_floor
        assert search.base is None or step.per_hour >= 0.75 * search.base
        assert there.job_zone <= max(zone, ZONE_OF_SCHOOLING[schooling]) + 1
        assert step.way in there.profile.ways_in
        assert step.study <= (24.0 if limits.train_months is None else limits.train_months)
        assert step.earns or not limits.keep_earning
        assert not step.paper or (step.paper in limits.licences and step.paper in there.profile.licence.names)
        assert order.index(schooling) >= order.index(catalogue.pathways.before[step.way.asks])
        schooling, zone = step.schooling, there.job_zone


@given(said=workers)
@settings(max_examples=15)
def test_a_looser_limit_never_closes_a_way(catalogue: Catalogue, said: dict[str, object]) -> None:
    strict = search_of(catalogue, "CA", **(said | {"within": None}))
    loose = search_of(catalogue, "CA", **(said | {"within": None, "cannot": (), "floor": None, "avoid": ()}))
    first = {r.end for r in strict.first_steps()}
    assert first <= {r.end for r in loose.first_steps()}


@given(said=workers)
@settings(max_examples=8)
def test_the_shown_ways_are_never_of_one_field_only_while_another_is_possible(
    catalogue: Catalogue, said: dict[str, object]
) -> None:
    routes = search_of(catalogue, "OH", **said).routes()
    few = chosen(routes, frozenset({"food"}), catalogue.pathways)
    assert len(few) <= catalogue.pathways.shown
    if len({r.end[:2] for r in routes}) > 1:
        assert len({r.end[:2] for r in few}) > 1


def test_later_steps_pay_more_than_the_step_before(catalogue: Catalogue) -> None:
    for route in search_of(catalogue, "OH", held=[CNA], base=18.0).routes():
        pay = [s.per_hour for s in route.steps]
        assert pay == sorted(pay)


def test_the_order_of_starts_does_not_matter(catalogue: Catalogue) -> None:
    one = search_of(catalogue, "OH", held=[CNA, COOK, PICKER], base=18.0)
    other = replace_starts(one, list(reversed(list(one.starts))))
    assert [r.codes for r in one.routes()] == [r.codes for r in other.routes()]


def replace_starts(search: Search, starts: list[Start]) -> Search:
    """The same search from starts in another order."""
    return Search(
        spot=search.spot, edges=search.edges, pay=search.pay, limits=search.limits, settings=search.settings,
        matching=search.matching, starts=starts, base=search.base,
    )  # fmt: skip


def test_a_nursing_assistant_with_time_can_become_a_practical_and_then_a_registered_nurse(catalogue: Catalogue) -> None:
    search = search_of(catalogue, "OH", held=[CNA], licences=["cna"], train=24.0, base=18.0, schooling="high_school")
    two_steps = next(r for r in search.routes_to(RN) if len(r.steps) == 2)
    assert [s.code for s in two_steps.steps] == [LPN, RN]
    assert "bridge" in two_steps.steps[1].way.how


def test_the_bridge_for_practical_nurses_is_closed_to_others(catalogue: Catalogue) -> None:
    search = search_of(catalogue, "OH", held=["31-9092.00"], train=48.0, base=18.0, schooling="high_school")
    straight = next(r for r in search.routes_to(RN) if len(r.steps) == 1)
    assert "bridge" not in straight.steps[0].way.how


def test_a_license_in_hand_opens_work_that_is_not_near(catalogue: Catalogue) -> None:
    without = search_of(catalogue, "TX", held=["37-2011.00"], train=0.0, base=14.0)
    with_it = search_of(catalogue, "TX", held=["37-2011.00"], train=0.0, base=14.0, licences=["cdl-a"])
    assert TRUCK not in {r.end for r in without.first_steps()}
    assert TRUCK in {r.end for r in with_it.first_steps()}


def test_no_diploma_closes_work_that_usually_asks_one(catalogue: Catalogue) -> None:
    def ends(schooling: str) -> set[str]:
        return {r.end for r in search_of(catalogue, "OH", held=[PICKER], schooling=schooling, base=15.0).routes()}

    assert "43-5071.00" not in ends("none")
    assert "43-5071.00" in ends("high_school")


def test_time_worked_counts_when_one_works_up(catalogue: Catalogue) -> None:
    search = search_of(catalogue, "TX", held=[COOK], base=14.0)
    edge = next(e for e in catalogue.steps_from(COOK) if e.to == "35-1011.00")
    chef = catalogue.spot("35-1011.00")
    assert chef is not None
    rising = Coming(rising=True)
    new, old = (search.ways.into(chef, edge, "high_school", months, COOK, rising) for months in (0.0, 60.0))
    assert new is not None and old is not None
    assert new[1] == (60.0, 120.0) and old[1] == (1.0, 60.0)


def test_years_in_other_work_save_at_most_half_of_the_time_to_learn_new_work(catalogue: Catalogue) -> None:
    pressman, mechanic = "51-5112.00", "49-9041.00"
    search = search_of(catalogue, "OH", held=[pressman], base=22.0)
    old = replace(search.starts[0], worked=60.0)
    search = replace(search, starts=[old])
    step = next(r.steps[0] for r in search.first_steps() if r.end == mechanic)
    assert step.months == tuple(m / 2 for m in step.way.months)


def test_a_weak_step_is_never_followed_by_another(catalogue: Catalogue) -> None:
    for route in search_of(catalogue, "CA", held=[PICKER], base=19.5).routes():
        assert all(s.strong for s in route.steps) or len(route.steps) == 1


def test_a_step_into_managing_of_the_own_field_leads_up(catalogue: Catalogue) -> None:
    search = search_of(catalogue, "TX", held=[COOK], base=14.0)
    manager = next(r for r in search.routes_to("11-9051.00") if r.steps[-1].link != "near")
    assert direction(manager, frozenset({"food"}), catalogue.pathways) == "up"


def test_every_edge_leads_to_an_occupation_that_is_there(catalogue: Catalogue) -> None:
    codes = set(catalogue.names)
    for code in codes:
        edges = catalogue.steps_from(code)
        assert len({e.to for e in edges}) == len(edges)
        assert all(e.to in codes and e.to != code and 0 < e.strength <= 1 for e in edges)


def test_our_next_steps_are_all_edges_with_their_reason(catalogue: Catalogue) -> None:
    for code in (CNA, COOK, PICKER):
        edges = {e.to: e for e in catalogue.steps_from(code)}
        for step in catalogue.occupation(code).profile.next_steps:
            assert edges[step.code].link == "next" and edges[step.code].why == step.why


@pytest.mark.parametrize("code", ["99-9999.00", ""])
def test_a_start_that_is_no_occupation_leads_nowhere(catalogue: Catalogue, code: str) -> None:
    assert search_of(catalogue, "OH", held=[code]).routes() == []


def test_points_follow_the_pay(catalogue: Catalogue) -> None:
    search = search_of(catalogue, "OH", held=[CNA], base=18.0)
    route = search.routes()[0]
    poorer = search_of(catalogue, "OH", held=[CNA], base=18.0)
    poorer.pay = lambda code: HerePay(per_hour=18.5)
    less = tuple(replace(s, per_hour=18.5) for s in route.steps)
    assert poorer.sum.points(less, route.months) < route.points


def test_an_edge_and_a_spot_are_plain_facts() -> None:
    assert Edge(to=CNA, link="near", strength=0.3, strong=False).why == ""
    assert Spot(code=CNA, zone=2, ways=()).licence.need == "none"
