"""What a counselor would not let stand: gains that cannot be told, missing things that are there, ways to own work, silence."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue, open_catalogue
from navigator.domain.errors import BadInput
from navigator.domain.occupation import is_mixed
from navigator.domain.record import Money
from navigator.formats import pathway_words as say
from navigator.i18n import Speech, speaking
from navigator.services.pathways import Wish, pathways
from navigator.services.titles import code_of, offered
from navigator.services.way_search import WaySearch
from tests.services.test_ways import COOK, PICKER, record_of
from tests.services.test_ways_abroad import newcomer

SCHOOL_COOK, CHEF, FORKLIFT, RETAIL_LEAD = "35-2012.00", "35-1011.00", "53-7051.00", "41-1011.00"
WEATHERIZATION = "47-4099.03"
EDITOR, MAKEUP, HVAC_HELPER, BOLTER = "27-4032.00", "39-5091.00", "47-3013.00", "47-5043.00"


def test_where_what_was_ruled_out_closes_all_near_work_the_matches_that_pay_more_are_ways(catalogue: Catalogue) -> None:
    record = record_of(SCHOOL_COOK, "PA", pay=None, cannot=("lifting", "standing", "nights", "weekends"))
    ways = WaySearch(catalogue=catalogue, record=record)
    assert not ways.search.routes()
    shown = {m.code for m in ways.matcher.matches().shown}
    assert ways.shown and {r.end for r in ways.shown} <= shown
    assert all(r.steps[-1].per_hour > (ways.base or 0) for r in ways.shown)


def test_no_way_is_called_better_that_pays_less_by_the_figure_told(catalogue: Catalogue) -> None:
    for record in (newcomer(), newcomer("25-2021.00"), record_of(COOK), record_of("31-9092.00", pay=26.0)):
        ways = WaySearch(catalogue=catalogue, record=record)
        told = pathways(catalogue, record, Wish()).routes
        assert ways.better
        assert all(r.gain_per_year is None or r.gain_per_year > 0 for r in told if r.code not in ways.returns)


def test_where_only_the_middle_pays_more_it_is_said_that_none_surely_does(catalogue: Catalogue) -> None:
    composer = record_of("27-2041.00", "", pay=None, schooling="none", cannot=("away", "check", "selling"))
    ways, told = WaySearch(catalogue=catalogue, record=composer), pathways(catalogue, composer, Wish())
    assert not ways.better and not ways.all_steps_pay_less
    assert told.routes and told.first == (say.NOT_MORE,)


def test_pay_of_many_kinds_of_work_together_tells_no_gain(catalogue: Catalogue) -> None:
    record = record_of("31-9092.00", pay=19.0)
    route = pathways(catalogue, record, Wish(to="29-2099.08")).routes[0]
    assert route.gain == say.MIXED and route.gain_per_year is None
    assert "All Other" in route.steps[-1].pay
    mixed = {c for c in catalogue.names if (w := catalogue.wages(c, "US")) and w.mixed}
    assert len(mixed) > 30 and mixed == {c for c in catalogue.names if is_mixed(c) and catalogue.wages(c, "US")}
    assert WEATHERIZATION in mixed  # its group is called "Miscellaneous", and no "All Other"


def test_where_pay_differs_a_lot_the_gain_is_reckoned_from_the_start_pay(catalogue: Catalogue) -> None:
    said = pathways(catalogue, record_of("39-5092.00", pay=12.0), Wish(to=MAKEUP)).routes[0]
    wages = catalogue.wages(MAKEUP, said.steps[-1].area)
    assert wages is not None and wages.wide and wages.entry.per_hour is not None
    assert said.gain_per_year == round((wages.entry.per_hour - 12.0) * 2080)
    assert "near the start" in said.gain and said.steps[-1].note == say.WIDE


def test_time_in_the_work_held_is_not_told_as_missing(catalogue: Catalogue) -> None:
    for code, to in ((PICKER, RETAIL_LEAD), (COOK, "11-9051.00"), ("33-2011.00", "33-2021.00")):
        for route in pathways(catalogue, record_of(code, train_months=24.0), Wish(to=to)).routes:
            name = catalogue.names[code]
            assert not any("time in work" in m and name.lower() in m.lower() for m in route.steps[0].missing)


def test_what_only_one_task_is_about_is_not_told_as_missing(catalogue: Catalogue) -> None:
    loader = pathways(catalogue, record_of(PICKER), Wish(to="53-7062.00")).routes[0].steps[-1]
    chef = pathways(catalogue, record_of(SCHOOL_COOK), Wish(to=CHEF)).routes[0].steps[-1]
    said = " ".join((*loader.missing, *chef.missing))
    assert "wires, hoses" not in said and "children" not in said


def test_who_rules_out_driving_is_not_told_to_learn_to_drive(catalogue: Catalogue) -> None:
    wish = Wish(to=FORKLIFT)
    drives = pathways(catalogue, record_of(PICKER), wish).routes[0].steps[-1]
    not_on_roads = pathways(catalogue, record_of(PICKER, cannot=("driving",)), wish).routes[0].steps[-1]
    assert any("drive a truck" in m for m in drives.missing)
    assert not any("drive" in m for m in not_on_roads.missing) and not_on_roads.missing


def test_a_paper_that_holds_another_is_enough(catalogue: Catalogue) -> None:
    def missing(*licences: str) -> str:
        routes = pathways(catalogue, record_of(COOK, licences=licences), Wish(to=CHEF)).routes
        return " ".join(m for r in routes for s in r.steps for m in s.missing)

    assert "food handler" in missing() and "food handler" not in missing("servsafe")


@pytest.mark.parametrize("paper", ["epa-608", "tax-preparer", "twic", "child-care-rules"])
def test_a_test_or_a_number_is_not_the_trade_that_a_course_teaches(catalogue: Catalogue, paper: str) -> None:
    ways = WaySearch(catalogue=catalogue, record=record_of(HVAC_HELPER, pay=15.0, licences=(paper,)))
    assert not any(s.paper for r in ways.possible for s in r.steps)


@pytest.mark.parametrize(
    ("paper", "own", "above"),
    [
        ("firefighter", "33-2011.00", "33-1021.00"),
        ("police-post", "33-3051.00", "33-3021.00"),
        ("real-estate", "41-9022.00", "41-9021.00"),
        ("gaming", "39-3011.00", "11-9071.00"),
    ],
)
def test_a_paper_stands_for_the_way_into_its_own_work_and_not_for_years_of_it(
    catalogue: Catalogue, paper: str, own: str, above: str
) -> None:
    ways = WaySearch(catalogue=catalogue, record=record_of(COOK, licences=(paper,), train_months=72.0)).search.ways
    here, there = catalogue.spot(own), catalogue.spot(above)
    assert here is not None and there is not None
    assert paper in here.licence.names and paper in there.licence.names
    assert any(ways.held(way, here) == paper for way in here.ways)
    assert not any(ways.held(way, there) for way in there.ways)


def test_to_work_with_more_preparation_its_way_in_is_told(catalogue: Catalogue) -> None:
    editor = pathways(catalogue, record_of(PICKER, schooling=None), Wish(to=EDITOR)).routes
    assert [r.code for r in editor] == [EDITOR] and "free online" in editor[0].steps[0].way_in
    told = pathways(catalogue, record_of(PICKER), Wish(to="19-3041.00"))
    assert not told.routes and "no way of up to three" in told.in_the_way[0]
    assert told.in_the_way[1].startswith("How people come to this work: Doctor's or law degree (about")


def test_pay_far_under_today_is_said_to_be_in_the_way(catalogue: Catalogue) -> None:
    told = pathways(catalogue, record_of(BOLTER, "KY", pay=32.0), Wish(to="51-9061.00"))
    assert told.in_the_way == ("Quality inspector pays much less in the middle than now.",)
    assert [r.code for r in told.routes] == ["51-9061.00"]


def test_papers_from_another_country_cost_money_and_that_is_said(catalogue: Catalogue) -> None:
    routes = pathways(catalogue, newcomer("25-2021.00"), Wish()).routes
    assert routes[0].code == "25-2021.00"
    assert "Papers and tests cost money; ask how much." in routes[0].takes
    assert "No course to pay for" not in routes[0].takes


def test_getting_into_graduate_school_takes_its_time(catalogue: Catalogue) -> None:
    spot = catalogue.spot("25-9044.00")
    assert spot is not None and spot.between[0] == (6.0, 18.0)


def test_a_title_that_several_kinds_of_work_bear_is_asked_about_before_a_search(catalogue: Catalogue) -> None:
    with pytest.raises(BadInput, match=r"could mean several kinds of work: .*Name one by its code"):
        code_of(catalogue, "inspector", surely=True)
    assert code_of(catalogue, "inspector") == "51-9061.00"
    assert code_of(catalogue, "safety inspector", surely=True) == "19-5011.00"
    assert code_of(catalogue, "ironworker", surely=True) == "47-2221.00"
    assert code_of(catalogue, "fire inspector", surely=True) == "33-2021.00"


@pytest.mark.parametrize(
    ("said", "meant"), [("maestro de tercer grado", "25-2021.00"), ("limpio cuartos", "37-2012.00")]
)
def test_a_plain_spanish_line_is_offered_no_work_of_another_world(catalogue: Catalogue, said: str, meant: str) -> None:
    with speaking(Speech(code="es")):
        told = offered(open_catalogue(), said, 6)
    for codes in (offered(catalogue, said, 6), told):
        assert codes[0] == meant
        assert not {"47-2053.00", "51-9141.00"} & {*codes}


def test_the_end_of_a_way_that_hardly_exists_or_is_ending_is_told_on_its_short_line(catalogue: Catalogue) -> None:
    press, drill, sewing = "51-4031.00", "51-4032.00", "51-6031.00"
    told = {c: pathways(catalogue, record_of(press, pay=14.0), Wish(to=c)).routes[0].jobs_left for c in (drill, sewing)}
    assert told == {drill: "Few such jobs.", sewing: "There will be fewer such jobs."}


def test_to_work_done_without_its_paper_says_how_one_gets_it_who_trains_and_what_bars_it(catalogue: Catalogue) -> None:
    aide = "31-1131.00"
    record = record_of(aide, pay=17.5, cannot=("lifting",))
    said = " ".join(pathways(catalogue, record, Wish(to=aide)).in_the_way)
    assert "How people come to this work: Certificate" in said and f"navigator resources --for {aide}" in said
    assert "often asks what you ruled out: heavy lifting" in said
    changed = pathways(catalogue, record, Wish(what_if="licence=cna")).changed
    assert "ask again for work that you have done: nursing assistant" in changed and "heavy lifting" in changed


def test_nobody_is_told_that_they_rise_within_three_months(catalogue: Catalogue) -> None:
    routes = pathways(catalogue, record_of("51-4031.00", pay=18.0), Wish(to="51-1011.00")).routes
    assert routes and all(r.steps[-1].months[1] >= 12.0 for r in routes)


PRESS, MACHINE_MECHANIC, MACHINIST = "51-4031.00", "49-9041.00", "51-4041.00"


@pytest.mark.parametrize("end", [MACHINE_MECHANIC, MACHINIST])
def test_nobody_is_sent_back_into_a_lesser_job_of_their_own_kind_where_they_can_go_straight(
    catalogue: Catalogue, end: str
) -> None:
    """An operator who rules out lifting and needs $24: cutting machines pay less than that, and less than now."""
    floor = Money(amount=24.0, per="hour")
    operator = record_of(PRESS, "MI", pay=24.8, train_months=6.0, cannot=("lifting", "air"), pay_floor=floor)
    told = pathways(catalogue, operator, Wish(to=end))
    assert [[s.code for s in r.steps] for r in told.routes] == [[end]]
    assert not any("pays less" in said for said in told.in_the_way)


def test_a_way_through_a_lesser_job_never_stands_beside_another(catalogue: Catalogue) -> None:
    search = WaySearch(catalogue=catalogue, record=record_of(PRESS, "MI", pay=24.8)).search
    by_end = [search.routes_to(code) for code in sorted(catalogue.names)[::40] if code != PRESS]
    assert all(len({search.lesser(r) for r in routes}) == 1 for routes in by_end if routes)


def test_a_diploma_that_alone_opens_most_is_named_with_the_number_that_a_what_if_counts(catalogue: Catalogue) -> None:
    keeper = record_of("37-2012.00", "NV", pay=17.0, schooling="none", cannot=("lifting",))
    (number,) = [int(w) for w in pathways(catalogue, keeper, Wish()).diploma.split() if w.isdigit()]
    then = pathways(catalogue, keeper, Wish(what_if="ged"))
    opened = WaySearch(catalogue=catalogue, record=keeper)
    assert number == len(opened.with_diploma.opened(opened)) > len(pathways(catalogue, keeper, Wish()).routes)
    assert f"This opens {number} more kinds of work" in then.changed


@pytest.mark.parametrize("schooling", [None, "high_school", "bachelor"])
def test_who_may_have_a_diploma_is_not_told_what_one_would_open(catalogue: Catalogue, schooling: str | None) -> None:
    keeper = record_of("37-2012.00", "NV", pay=17.0, schooling=schooling, cannot=("lifting",))
    assert pathways(catalogue, keeper, Wish()).diploma == ""


def test_no_english_reason_stands_beside_a_spanish_name(catalogue: Catalogue) -> None:
    analyst = "15-2051.01"
    with speaking(Speech(code="es")):
        spanish = open_catalogue()
        assert spanish.untranslated(analyst)
        (route, *_) = pathways(spanish, record_of("15-2041.00", pay=30.0, schooling="master"), Wish(to=analyst)).routes
    named = {spanish.names[s.code] for s in catalogue.occupation(analyst).profile.next_steps}
    assert route.later and {*route.later} <= named
