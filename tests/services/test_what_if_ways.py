"""What a what-if says of ways: what a paper opens at once, what was never asked, what would fall away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.record import Experience, Liking, Money, Person, Record, Wants
from navigator.services.pathways import pathways
from navigator.services.way_search import WaySearch
from navigator.services.way_wishes import Wish, changed, is_change, rules_out

CNA, BARTENDER, PRESSMAN, FORKLIFT, PUMPER = "31-1131.00", "35-3011.00", "51-5112.00", "53-7051.00", "53-7073.00"
RIG, BUS, FLYING = "47-5011.00", "53-3051.00", "53-2031.00"


def worker(code: str, state: str, pay: float | None = None, length: str = "years", **wants: object) -> Record:
    """Somebody who held one job."""
    job = Experience(id="job1", title="work", code=code, kind="paid", length=length)  # type: ignore[arg-type]
    last = Money(amount=pay, per="hour") if pay else None
    person = Person(state=state, last_pay=last)
    return Record(id="r", created="2026-01-01", person=person, experience=(job,), wants=Wants(**wants))  # type: ignore[arg-type]


def bartender(**wants: object) -> Record:
    return worker(BARTENDER, "MS", **({"schooling": "none", "train_months": 6.0} | wants))


def test_a_paper_that_opens_paid_work_without_a_diploma_is_one_step_now(catalogue: Catalogue) -> None:
    ways = pathways(catalogue, bartender(), Wish(what_if="get my CNA"))
    assert "You could ask for this work at once: nursing assistant" in ways.changed
    cna = next(r for r in ways.routes if r.code == CNA)
    assert cna.new and len(cna.steps) == 1 and cna.months[1] <= 1


def test_a_course_that_asks_no_diploma_is_open_to_who_has_none(catalogue: Catalogue) -> None:
    said = pathways(catalogue, bartender(), Wish(to="nursing assistant"))
    assert not said.in_the_way and [s.code for s in said.routes[0].steps] == [CNA]
    assert not any("certificate after high school" in m for m in said.routes[0].steps[0].missing)


def test_schooling_that_was_never_asked_is_said_and_the_diploma_seen_against_none(catalogue: Catalogue) -> None:
    ways = pathways(catalogue, bartender(schooling=None), Wish(what_if="finish my GED"))
    assert "This opens" in ways.changed and "We have not asked your schooling yet" in ways.changed
    assert "navigator record edit want.school" in ways.changed
    known = pathways(catalogue, bartender(), Wish(what_if="finish my GED"))
    assert "We have not asked" not in known.changed


def test_a_change_of_more_than_schooling_says_what_was_taken_for_true(catalogue: Catalogue) -> None:
    both = pathways(catalogue, bartender(schooling=None), Wish(what_if="finish my GED and get a CDL")).changed
    assert "so we took it that you have no diploma or GED now" in both and "this changes nothing" not in both
    alone = pathways(catalogue, bartender(schooling=None), Wish(what_if="finish my GED")).changed
    assert "this changes nothing" in alone and "we took it" not in alone


def test_what_the_list_held_before_is_opened_by_a_diploma_but_not_called_new(catalogue: Catalogue) -> None:
    unasked = bartender(schooling=None)
    before = {r.code for r in pathways(catalogue, unasked, Wish()).routes}
    routes = pathways(catalogue, unasked, Wish(what_if="finish my GED")).routes
    assert any(r.opened for r in routes if r.code in before)
    assert not any(r.new for r in routes if r.code in before)
    none = pathways(catalogue, bartender(), Wish(what_if="finish my GED")).routes
    assert [r.new for r in none] == [r.opened for r in none] and any(r.new for r in none)


def test_work_that_nobody_could_tell_is_named_before_the_ways(catalogue: Catalogue) -> None:
    known = bartender()
    odd = Experience(id="job2", title="frobnicator", kind="paid")
    assert not any("frobnicator" in said for said in pathways(catalogue, known, Wish()).first)
    both = pathways(catalogue, replace(known, experience=(odd, *known.experience)), Wish())
    assert "We could not tell which work 'frobnicator' is, so no way begins there." in both.first[0]
    at_home = replace(odd, kind="home")
    mother = pathways(catalogue, replace(known, experience=(at_home, *known.experience)), Wish())
    assert not any("frobnicator" in said for said in mother.first)
    likes = tuple(Liking(statement=s.id, value=1) for s in catalogue.framework.statements[:3])
    alone = replace(
        known, experience=(odd,), likings=likes, strongest=("listening", "planning"), knowledge=("2.C.2.b",)
    )
    said = pathways(catalogue, alone, Wish()).first[0]
    assert "'frobnicator' is, so these ways begin at work that fits your other answers." in said


def test_nothing_found_is_said_as_nothing_found(catalogue: Catalogue) -> None:
    said = pathways(
        catalogue, worker(PRESSMAN, "OH", 60.0, schooling="high_school"), Wish(what_if="train 1 month")
    ).changed
    assert "We found no new way" in said


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("OSHA-30", "osha-30"),
        ("get my osha 30 card", "osha-30"),
        ("OSHA 10", "osha-10"),
        ("osha", "osha-10"),
        ("CDL class B", "cdl-b"),
        ("a class B CDL", "cdl-b"),
        ("passenger CDL", "cdl-passenger"),
        ("get a CDL", "cdl-a"),
        ("commercial driver's license", "cdl-a"),
        ("driver's license", "drivers-licence"),
    ],
)
def test_a_paper_is_the_one_whose_number_or_letter_is_said(catalogue: Catalogue, text: str, licence: str) -> None:
    assert changed(catalogue, Record(id="r", created=""), text).wants.licences == (licence,)


@pytest.mark.parametrize(
    ("text", "ruled"),
    [
        ("no driving", "driving"),
        ("if I cannot lift heavy things", "lifting"),
        ("without nights", "nights"),
        ("no nights away from home", "away"),
        ("I cannot stand all day", "standing"),
        ("I don't understand English", ""),
        ("I can't stand blood", "blood"),
        ("I can't pass a drug screen", ""),
        ("I cannot get a drivers license", ""),
        ("get a heavy equipment license with no experience", ""),
        ("I don't travel overnight", "away"),
        ("sin manejar", "driving"),
        ("no quiero noches fuera de casa", "away"),
        ("nada de levantar cosas", "lifting"),
        ("no long-haul driving", "away"),
        ("no drug screen or other screens", "screens"),
        ("I won’t work in the rain", "weather"),
        ("I can't be around blood", "blood"),
        ("no dust", "air"),
        ("no more smoke or fumes", "air"),
        ("sin polvo", "air"),
        ("no loud noise", "noise"),
        ("no noisy places", "noise"),
        ("sin ruido", "noise"),
        ("get a driver's license", ""),
        ("finish high school", ""),
    ],
)
def test_what_a_text_rules_out_is_understood(catalogue: Catalogue, text: str, ruled: str) -> None:
    assert rules_out(catalogue.matching, text) == ruled
    assert not ruled or (is_change(catalogue, text) and ruled in {c.id for c in catalogue.matching.cannot})


def test_ruling_something_out_says_what_falls_away(catalogue: Catalogue) -> None:
    record = worker(PRESSMAN, "OH", 20.0, schooling="high_school", train_months=3.0)
    ways = pathways(catalogue, record, Wish(what_if="no driving"))
    assert ways.closes and "fall away" in ways.changed and "If you ruled this out: driving" in ways.changed
    usual = WaySearch(catalogue=catalogue, record=record)
    lost = {r.end for r in usual.better} - {r.code for r in ways.routes}
    assert any("driving" in s.asks for c in lost if (s := catalogue.spot(c)))
    held = worker(PRESSMAN, "OH", 20.0, schooling="high_school", cannot=("driving",))
    assert "rule this out already" in pathways(catalogue, held, Wish(what_if="no driving")).changed


def test_an_unknown_thing_to_rule_out_is_refused_with_those_there_are(catalogue: Catalogue) -> None:
    with pytest.raises(BadInput, match="lifting"):
        pathways(catalogue, bartender(), Wish(what_if="cannot=mondays"))


def test_more_english_is_no_teaching_license_and_points_to_classes(catalogue: Catalogue) -> None:
    with pytest.raises(BadInput, match="--need english"):
        pathways(catalogue, bartender(), Wish(what_if="learn more English"))
    assert not is_change(catalogue, "learn more English")
    assert is_change(catalogue, "get my welding certificate")


def test_a_card_of_everyday_life_is_not_what_a_course_gives(catalogue: Catalogue) -> None:
    record = worker(RIG, "TX", 15.0, schooling="high_school", train_months=6.0, licences=("drivers-licence",))
    for route in pathways(catalogue, record, Wish(to=PUMPER)).routes:
        assert "You have the paper" not in route.steps[-1].way_in


def test_nobody_needs_other_work_before_that_whose_paper_they_hold(catalogue: Catalogue) -> None:
    record = worker(PRESSMAN, "OH", 20.0, schooling="high_school", train_months=6.0, licences=("forklift",))
    possible = WaySearch(catalogue=catalogue, record=record).possible
    assert [len(r.steps) for r in possible if r.end == FORKLIFT] == [1]
    assert not any(s.code == FORKLIFT for r in possible for s in r.steps[1:])


def test_who_said_months_is_shown_no_way_of_many_years_first_and_told_of_long_paid_steps(catalogue: Catalogue) -> None:
    record = worker(PRESSMAN, "OH", 27.5, "long", schooling="high_school", train_months=3.0)
    ways = pathways(catalogue, record, Wish())
    assert all(sum(r.months) / 2 < 72 for r in ways.routes)
    steps = [s for r in ways.routes for s in r.steps if s.months[0] > 6]
    assert all("You said: up to 3 months" in s.remark for s in steps)


def test_a_step_that_pays_less_than_now_says_so(catalogue: Catalogue) -> None:
    ways = pathways(catalogue, worker(BUS, "GA", 21.0, schooling="high_school", train_months=3.0), Wish())
    for step in (s for r in ways.routes for s in r.steps):
        assert step.middle is not None and step.middle.per_hour is not None
        assert ("pays less" in step.remark) == (step.middle.per_hour < 21.0)


def test_a_flight_attendant_has_a_year_of_other_work_first(catalogue: Catalogue) -> None:
    spot = catalogue.spot(FLYING)
    assert spot is not None and spot.ways[0].months[0] >= 12
    bus = worker(BUS, "GA", 21.0, "long", schooling="high_school", train_months=3.0)
    assert not any(r.end == FLYING and r.months[1] <= 6 for r in WaySearch(catalogue=catalogue, record=bus).possible)


def test_a_course_of_a_year_asks_for_a_diploma_at_the_door(catalogue: Catalogue) -> None:
    nurse = "29-2061.00"
    none = worker("31-1131.00", "OH", 18.0, schooling="none")
    some = worker("31-1131.00", "OH", 18.0, schooling="high_school")
    assert not pathways(catalogue, some, Wish(to=nurse)).in_the_way
    assert any("diploma" in said for said in pathways(catalogue, none, Wish(to=nurse)).in_the_way)


def test_a_paper_with_a_plus_in_its_name_is_heard_and_money_for_school_is_told_where_to_ask(
    catalogue: Catalogue,
) -> None:
    assert is_change(catalogue, "get A+") and is_change(catalogue, "pass Security+")
    assert not is_change(catalogue, "get Zebra+")
    held = changed(catalogue, bartender(), "get A+").wants.licences
    assert held == ("comptia-a",)
    with pytest.raises(BadInput, match="resources --need school-money"):
        changed(catalogue, bartender(), "use my GI bill")


def test_the_sentence_on_schooling_ends_before_the_next_begins(catalogue: Catalogue) -> None:
    said = pathways(catalogue, bartender(schooling=None), Wish(what_if="finish my GED")).changed
    assert "want.school' tells us. If you had" in said
