"""Ways in words: figures equal the tables, order does not count, what must be said is said first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, NotFound
from navigator.domain.record import GOES_ON, Experience, Money, Person, Record, Wants
from navigator.records.store import RecordStore
from navigator.services.asking import answers_from
from navigator.services.pathways import Ways, pathways
from navigator.services.resources import Directory
from navigator.services.way_compare import compared, doors, opener
from navigator.services.way_search import SHORT, WaySearch
from navigator.services.way_teller import RouteSaid
from navigator.services.way_wishes import Wish, changed, months_of
from tests.workers import walked

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CNA, LPN, RN, MA = "31-1131.00", "29-2061.00", "29-1141.00", "31-9092.00"
COOK, PICKER, TRUCK = "35-2014.00", "53-7065.00", "53-3032.00"


@pytest.fixture(scope="module")
def examples(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Record]:
    """The three invented workers, after their walks."""
    store = RecordStore(home=tmp_path_factory.mktemp("home"))
    names = ("nursing-assistant", "line-cook", "warehouse-picker")
    return {n: walked(catalogue, store, answers_from(EXAMPLES / f"{n}.yaml"), name=n) for n in names}


def record_of(code: str, state: str = "OH", pay: float | None = 18.0, **wants: object) -> Record:
    """Somebody who held one job, and what they want."""
    job = Experience(id="job1", title="work", code=code, kind="paid", length="years")
    last = Money(amount=pay, per="hour") if pay else None
    said = Wants(**({"schooling": "high_school", "train_months": 12.0} | wants))  # type: ignore[arg-type]
    return Record(
        id="r", created="2026-01-01", person=Person(state=state, last_pay=last), experience=(job,), wants=said
    )


def ends(ways: Ways) -> list[str]:
    return [r.code for r in ways.routes]


def test_pay_figures_equal_the_tables(catalogue: Catalogue, examples: dict[str, Record]) -> None:
    for record in examples.values():
        for route in pathways(catalogue, record, Wish()).routes:
            for step in route.steps:
                wages = catalogue.wages(step.code, step.area)
                assert wages is not None and (step.entry, step.middle) == (wages.entry, wages.typical)
                assert step.projection == catalogue.projection(step.code)


@pytest.mark.parametrize("state", ["OH", "PR", "CA", ""])
def test_the_pay_that_is_searched_by_is_the_pay_that_is_shown(catalogue: Catalogue, state: str) -> None:
    search = WaySearch(catalogue=catalogue, record=record_of(CNA, state))
    for code in catalogue.names:
        wages = search.wages(code)
        assert search.here(code).per_hour == (wages.typical.per_hour if wages else None), code


def test_the_gain_a_year_is_the_difference_of_the_figures(catalogue: Catalogue, examples: dict[str, Record]) -> None:
    for record in examples.values():
        assert record.person.last_pay is not None
        for route in pathways(catalogue, record, Wish()).routes:
            last = route.steps[-1]
            figure = last.entry if last.note else last.middle
            assert figure is not None and figure.per_hour is not None
            assert route.gain_per_year == round((figure.per_hour - record.person.last_pay.amount) * 2080)


def test_the_order_in_which_things_were_entered_does_not_matter(
    catalogue: Catalogue, examples: dict[str, Record]
) -> None:
    for record in examples.values():
        wants = record.wants
        turned = replace(
            record,
            experience=record.experience[::-1],
            knowledge=record.knowledge[::-1],
            ratings=record.ratings[::-1],
            wants=replace(wants, cannot=wants.cannot[::-1], licences=wants.licences[::-1]),
        )
        assert pathways(catalogue, turned, Wish()) == pathways(catalogue, record, Wish())


def test_ways_lead_up_and_out_for_all_three_workers(catalogue: Catalogue, examples: dict[str, Record]) -> None:
    for record in examples.values():
        routes = pathways(catalogue, record, Wish()).routes
        assert {r.direction for r in routes} == {"up", "out"}
        assert [r.number for r in routes] == list(range(1, len(routes) + 1))


def test_a_nursing_assistant_is_shown_what_a_counselor_would_name(
    catalogue: Catalogue, examples: dict[str, Record]
) -> None:
    assert {LPN, MA} <= set(ends(pathways(catalogue, examples["nursing-assistant"], Wish())))


def test_a_cook_and_a_picker_are_shown_what_a_counselor_would_name(
    catalogue: Catalogue, examples: dict[str, Record]
) -> None:
    cook, picker = (ends(pathways(catalogue, examples[n], Wish())) for n in ("line-cook", "warehouse-picker"))
    assert {"35-2012.00", "51-3021.00"} <= set(cook)
    assert {"53-7051.00", "43-5071.00"} <= set(picker)


def test_missing_things_are_told_the_smallest_first_and_in_words(
    catalogue: Catalogue, examples: dict[str, Record]
) -> None:
    routes = pathways(catalogue, examples["nursing-assistant"], Wish()).routes
    nurse = next(r for r in routes if r.code == LPN).steps[0]
    assert nurse.missing[-1].startswith("you need this: practical nurse license")
    coder = next(s for s in pathways(catalogue, record_of("43-6013.00"), Wish(to="29-2072.00")).routes[0].steps)
    kinds = ["learn to", "know more about", "employers often ask"]
    at = [next(n for n, kind in enumerate(kinds) if m.startswith(kind)) for m in coder.missing]
    assert len(at) > 1 and at == sorted(at)


def test_keep_earning_shows_only_ways_on_which_one_earns(catalogue: Catalogue, examples: dict[str, Record]) -> None:
    for record in examples.values():
        routes = pathways(catalogue, record, Wish(keep_earning=True)).routes
        assert routes and all(r.earns and all(s.earns for s in r.steps) for r in routes)


def test_within_keeps_to_the_time(catalogue: Catalogue) -> None:
    routes = pathways(catalogue, record_of(PICKER, "CA"), Wish(within=6.0)).routes
    assert routes and all(sum(r.months) / 2 <= 6 for r in routes)


def test_to_leads_to_that_occupation_only(catalogue: Catalogue) -> None:
    ways = pathways(catalogue, record_of(CNA, train_months=24.0), Wish(to=RN))
    assert set(ends(ways)) == {RN} and not ways.in_the_way


def test_to_something_closed_says_what_is_in_the_way_and_what_would_open_it(catalogue: Catalogue) -> None:
    ways = pathways(catalogue, record_of(CNA), Wish(to=RN))
    assert ends(ways) == [RN]
    assert any("--what-if train=" in text for text in ways.in_the_way)


def test_to_what_was_ruled_out_says_so(catalogue: Catalogue) -> None:
    ways = pathways(catalogue, record_of(PICKER, cannot=("driving",)), Wish(to="53-3032.00"))
    assert any("ruled out" in text for text in ways.in_the_way)


def test_when_every_step_pays_less_it_is_said_first(catalogue: Catalogue) -> None:
    ways = pathways(catalogue, record_of("37-2011.00", pay=100.0, train_months=0.0), Wish())
    assert ways.first[0].startswith("Every step we found pays less in the middle than your last job")
    assert ways.routes and all((r.gain_per_year or 0) < 0 for r in ways.routes)


def test_when_only_longer_ways_pay_more_it_is_said_first(catalogue: Catalogue) -> None:
    ways = pathways(catalogue, record_of("37-2011.00", pay=44.0, train_months=0.0), Wish())
    assert ways.first[0].startswith("Every first step")
    assert all(len(r.steps) > 1 and (r.gain_per_year or 0) > 0 for r in ways.routes)


def test_when_there_is_no_way_at_all_that_alone_is_said(catalogue: Catalogue) -> None:
    everything = tuple(c.id for c in catalogue.matching.cannot)
    for wants, wish in (({}, Wish(within=0.1)), ({"cannot": everything, "train_months": 0.0}, Wish(within=1.0))):
        ways = pathways(catalogue, record_of(CNA, pay_floor=Money(amount=20.0, per="hour"), **wants), wish)
        assert ways.first == ("We found no possible way within what you told us.",) and not ways.routes


def test_a_floor_that_nothing_reaches_is_said_and_lifted(catalogue: Catalogue) -> None:
    floor = Money(amount=200.0, per="hour")
    ways = pathways(catalogue, record_of(CNA, pay_floor=floor), Wish())
    assert ways.first == ("Nothing we found pays the least you said you need. These pay less than that.",)
    assert ways.routes


def test_without_a_last_pay_the_middle_pay_of_the_work_is_the_measure(catalogue: Catalogue) -> None:
    ways = pathways(catalogue, record_of(CNA, pay=None), Wish())
    wages = catalogue.wages(CNA, "OH")
    assert wages is not None and ways.now.per_hour == wages.typical.per_hour
    assert "the middle pay for the work we start from" in ways.routes[0].gain


def test_with_no_work_held_ways_begin_at_the_best_matches(catalogue: Catalogue, examples: dict[str, Record]) -> None:
    record = examples["line-cook"]
    unnamed = replace(record, experience=tuple(replace(e, code=None) for e in record.experience))
    ways = pathways(catalogue, unnamed, Wish())
    assert ways.routes and ways.now.code == ""


def test_nothing_to_start_from_is_a_sentence(catalogue: Catalogue) -> None:
    with pytest.raises(BadInput, match="navigator start"):
        pathways(catalogue, Record(id="r", created="2026-01-01"), Wish())


def test_what_if_says_what_it_opens_and_saves_nothing(catalogue: Catalogue) -> None:
    record = record_of(CNA)
    ways = pathways(catalogue, record, Wish(what_if="train=24"))
    new = [r for r in ways.routes if r.new]
    assert "more kinds of work" in ways.changed and RN in {r.code for r in new}
    assert not {r.code for r in new} & {r.code for r in pathways(catalogue, record, Wish()).routes}
    assert record.wants.train_months == 12.0


def test_what_if_a_diploma_opens_work_for_somebody_without(catalogue: Catalogue) -> None:
    record = record_of(PICKER, schooling="none")
    assert "more kinds of work" in pathways(catalogue, record, Wish(what_if="school=ged")).changed
    found = doors(catalogue, record).schooling
    assert found is not None and "diploma or GED" in found.what and found.count >= 1


def test_doors_name_a_paper_that_is_not_held_and_work_behind_it(catalogue: Catalogue) -> None:
    found = doors(catalogue, record_of(CNA, licences=("cna", "cpr-first-aid")))
    assert found.paper is not None and found.paper.about not in ("cna", "cpr-first-aid")
    assert found.paper.count >= len(found.paper.opens) >= 1
    assert found.schooling is None


def test_two_ways_compare_line_by_line_by_number_or_by_code(catalogue: Catalogue) -> None:
    record = record_of(CNA)
    by_code = compared(catalogue, record, f"{LPN},{MA}", Wish())
    assert (by_code.one.code, by_code.other.code) == (LPN, MA)
    routes = pathways(catalogue, record, Wish()).routes
    by_number = compared(catalogue, record, "1,2", Wish())
    assert (by_number.one.title, by_number.other.title) == (routes[0].title, routes[1].title)
    assert all(line.one and line.other for line in by_number.lines)


@pytest.mark.parametrize(
    ("which", "says"),
    [("1", "Name two"), ("1,2,3", "Name two"), (",", "Name two"), ("1,99", r"no way number 99 .*; it has \d")],
)
def test_a_comparison_that_cannot_be_made_is_a_sentence(catalogue: Catalogue, which: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        compared(catalogue, record_of(CNA), which, Wish())


def test_comparing_with_a_way_that_is_closed_points_to_what_is_in_the_way(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound, match=r"--to 29-1141\.00"):
        compared(catalogue, record_of(CNA), f"1,{RN}", Wish())


@pytest.mark.parametrize(
    ("what_if", "says"),
    [
        ("train", "say what would change"),
        ("train=soon", "'soon' is not a length of time"),
        ("train=999", "more than ten years"),
        ("train=-3", "'-3' is not a length of time"),
        ("school=phd", "school=phd is not one we know. Use ged, "),
        ("licence=zzz", "licence=zzz is not one we know"),
        ("color=red", "'color' cannot be changed here"),
        (",", "say what would change"),
        ("train=1,,", "say what would change"),
    ],
)
def test_a_what_if_that_is_not_understood_is_a_sentence(catalogue: Catalogue, what_if: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        changed(catalogue, record_of(CNA), what_if)


def test_what_if_takes_months_years_and_both_spellings(catalogue: Catalogue) -> None:
    wants = changed(catalogue, record_of(CNA), "train=2y,school=GED,license=cdl-a").wants
    assert (wants.train_months, wants.schooling, wants.licences) == (24.0, "high_school", ("cdl-a",))


@pytest.mark.parametrize(("text", "months"), [("2y", 24.0), ("18m", 18.0), ("1.5 years", 18.0), ("6 months", 6.0)])
def test_a_length_of_time_is_read(text: str, months: float) -> None:
    assert months_of(text) == months


@pytest.mark.parametrize("text", ["soon", "", "2", "-1y", "2 weeks"])
def test_a_length_of_time_that_is_none_is_a_sentence(text: str) -> None:
    with pytest.raises(BadInput, match="2y or 18m"):
        months_of(text)


def test_words_are_of_the_possible_without_percentages_of_fit(
    catalogue: Catalogue, examples: dict[str, Record]
) -> None:
    for record in examples.values():
        ways = pathways(catalogue, record, Wish())
        assert "possible" in ways.possible and "not promises" in ways.possible
        said = [
            t
            for r in ways.routes
            for t in (r.title, r.gain, r.takes, *r.later, *(m for s in r.steps for m in s.missing))
        ]
        assert not any("%" in text for text in said)
        assert any("OEWS May 2025" in text and "2024-34" in text for text in ways.sources)


def test_a_raise_that_may_cost_help_is_noted_while_pay_is_low(catalogue: Catalogue) -> None:
    assert "Medicaid" in pathways(catalogue, record_of(CNA), Wish()).benefits
    assert pathways(catalogue, record_of("29-1141.00", pay=95.0, train_months=0.0), Wish()).benefits == ""


@pytest.mark.parametrize(
    ("said", "schooling", "train", "licences"),
    [
        ("finish my GED", "high_school", None, ()),
        ("get a CDL", None, None, ("cdl-a",)),
        ("train 6 months", None, 6.0, ()),
        ("finish my GED and train for two years", "high_school", 24.0, ()),
    ],
)
def test_a_what_if_may_be_said_in_words(
    catalogue: Catalogue, said: str, schooling: str | None, train: float | None, licences: tuple[str, ...]
) -> None:
    wants = changed(catalogue, Record(id="", created=""), said).wants
    assert (wants.schooling, wants.train_months, wants.licences) == (schooling, train, licences)


def test_what_a_what_if_was_understood_as_is_said(catalogue: Catalogue, examples: dict[str, Record]) -> None:
    assert pathways(catalogue, examples["line-cook"], Wish(what_if="get a CDL")).changed.startswith("If you had: ")


def test_now_is_the_work_done_longest_and_not_the_best_paid(catalogue: Catalogue) -> None:
    jobs = (
        Experience(id="job1", title="cook", code="35-2014.00", kind="paid", length="long"),
        Experience(id="job2", title="nurse", code="29-1141.00", kind="paid", length="months"),
    )
    record = Record(id="", created="", experience=jobs)
    assert WaySearch(catalogue=catalogue, record=record).now_code == "35-2014.00"
    same = tuple(replace(j, length="year") for j in jobs)
    for order in (same, same[::-1]):
        assert WaySearch(catalogue=catalogue, record=replace(record, experience=order)).now_code == "35-2014.00"


def test_last_pay_that_cannot_be_right_is_not_compared_with_and_that_is_said(
    catalogue: Catalogue, examples: dict[str, Record]
) -> None:
    cook = examples["line-cook"]
    odd = replace(cook, person=replace(cook.person, last_pay=Money(amount=2.13, per="hour")))
    ways = pathways(catalogue, odd, Wish())
    assert "compare nothing with it" in ways.first[0]
    assert ways.now.per_hour != 2.13


def test_help_is_named_beside_each_step_and_for_each_need(catalogue: Catalogue, examples: dict[str, Record]) -> None:
    aide = replace(examples["nursing-assistant"], needs=("childcare",))
    directory = Directory(catalogue=catalogue, area="OH", today=date(2026, 11, 22))
    ways = pathways(catalogue, aide, Wish(), directory)
    beside = [said for route in ways.routes for step in route.steps for said in step.help]
    assert beside and all(1 <= len(said.entries) <= 3 for said in (*beside, *ways.needs))
    assert [said.about for said in ways.needs] == ["Child care"]
    assert pathways(catalogue, aide, Wish()).needs == ()


def test_what_anybody_can_do_is_never_named_as_missing(catalogue: Catalogue, examples: dict[str, Record]) -> None:
    easy = {a.do[0].lower() + a.do[1:] for a in catalogue.framework.activities if a.id in catalogue.pathways.anybody}
    assert len(easy) == len(catalogue.pathways.anybody) > 10
    for record in examples.values():
        for route in pathways(catalogue, record, Wish()).routes:
            assert not easy & {m.removeprefix("learn to ") for step in route.steps for m in step.missing}


def test_work_of_which_nobody_said_that_it_was_paid_does_not_pass_for_the_work_of_now(catalogue: Catalogue) -> None:
    care = Experience(id="job1", title="took care of grandma", code="31-1122.00", kind="home", length="long")
    church = Experience(id="job2", title="church volunteer", code="21-1093.00")
    record = replace(record_of(COOK, pay=None), experience=(care, church))
    said = pathways(catalogue, record, Wish())
    assert said.now.code == "31-1122.00"
    assert "the middle pay for the work you did" in said.routes[0].gain
    paid = replace(record, experience=(care, replace(church, kind="paid")))
    assert pathways(catalogue, paid, Wish()).now.code == "21-1093.00"


def test_now_is_work_that_goes_on_before_longer_work_that_ended(catalogue: Catalogue) -> None:
    def job(name: str, code: str, length: str, end: str) -> Experience:
        return Experience(id=name, title="x", code=code, kind="paid", length=length, end=end)

    over, on = job("job1", COOK, "long", "2024-06"), job("job2", PICKER, "months", GOES_ON)
    silent = job("job3", CNA, "weeks", "")
    base = record_of(COOK)

    def now(*jobs: Experience) -> str | None:
        return WaySearch(catalogue=catalogue, record=replace(base, experience=jobs)).now_code

    assert now(over, on) == now(on, over) == PICKER
    assert now(over, silent) == CNA  # of which nobody said that it ended
    assert now(over, replace(on, end="2025-01")) == COOK
    sewing = replace(over, kind="side", end="")
    assert now(sewing, silent) == now(silent, sewing) == CNA  # a job before longer work on the side


@pytest.mark.parametrize(
    ("title", "over"),
    [
        ("dental office receptionist 1999-2001", True),
        ("receptionist (March 2004 to June 2006)", True),
        ("front desk until 2012", True),
        ("recepcionista hasta 2012", True),
        ("receptionist since 2015", False),
        ("receptionist 2019 to present", False),
        ("receptionist 2012", False),
        ("receptionist", False),
    ],
)
def test_years_in_a_title_tell_that_work_has_ended(catalogue: Catalogue, title: str, over: bool) -> None:
    desk = Experience(id="job1", title=title, code="43-4171.00", kind="paid", length="years")
    books = Experience(id="job2", title="did the books", code="43-3031.00", kind="side", length="long")
    record = replace(record_of(COOK, pay=None), experience=(desk, books))
    assert pathways(catalogue, record, Wish()).now.code == ("43-3031.00" if over else "43-4171.00")


def test_work_of_which_nobody_said_that_it_goes_on_is_not_called_the_work_of_now(catalogue: Catalogue) -> None:
    record = record_of(CNA, pay=None)
    job = replace(record.experience[0], end=GOES_ON)
    said = pathways(catalogue, record, Wish())
    assert not said.now.goes_on and all("now" not in r.gain for r in said.routes)
    still = pathways(catalogue, replace(record, experience=(job,)), Wish())
    assert still.now.goes_on and "the middle pay of your work now" in still.routes[0].gain


def test_where_no_way_is_found_what_opens_one_is_named_and_does(catalogue: Catalogue) -> None:
    floor = Money(amount=17, per="hour")
    cannot = ("lifting", "standing", "nights")
    record = record_of("39-9011.00", pay=None, schooling="none", train_months=3.0, pay_floor=floor, cannot=cannot)
    found = opener(catalogue, record)
    assert not pathways(catalogue, record, Wish()).routes
    assert found == "ged"
    assert any(r.new for r in pathways(catalogue, record, Wish(what_if=found)).routes)
    assert not opener(catalogue, record_of("39-9011.00", pay=30.0, schooling="none", train_months=0.0))


def test_what_is_said_to_pay_more_than_now_pays_more_by_the_figure_shown(catalogue: Catalogue) -> None:
    for pay in (14.0, 17.0, 20.0):
        record = record_of("39-9011.00", pay=pay, schooling="none", train_months=12.0)
        told = pathways(catalogue, record, Wish(what_if="ged"))
        new = [r for r in told.routes if r.new]
        assert new and all((r.gain_per_year or 0) > 0 for r in new)


def test_who_holds_the_paper_is_not_sent_to_the_school_that_gives_it(catalogue: Catalogue) -> None:
    def to_driving(record: Record, what_if: str = "") -> RouteSaid:
        return next(r for r in pathways(catalogue, record, Wish(to=TRUCK, what_if=what_if)).routes if len(r.steps) == 1)

    loader = record_of("53-7062.00", train_months=3.0)
    without, supposed = to_driving(loader), to_driving(loader, "get my CDL")
    held = to_driving(record_of("53-7062.00", train_months=3.0, licences=("cdl-a",)))
    assert "CDL school" in without.steps[0].way_in
    for way in (held, supposed):
        assert "CDL school" not in way.steps[0].way_in
        assert way.steps[0].way_in.startswith("You have the paper for this: commercial driver")
        assert way.earns and "No course to pay for" in way.takes
        assert not any("you need this" in text for text in way.steps[0].missing)
    nothing_to_pay = record_of("53-7062.00", train_months=0.0, licences=("cdl-a",))
    earning = pathways(catalogue, nothing_to_pay, Wish(keep_earning=True, to=TRUCK))
    assert any(r.code == TRUCK for r in earning.routes)


def test_a_what_if_that_makes_a_way_shorter_says_so_and_one_that_is_held_already_says_that(
    catalogue: Catalogue,
) -> None:
    loader = record_of("53-7062.00", train_months=3.0)
    assert TRUCK in ends(pathways(catalogue, loader, Wish()))
    ways = pathways(catalogue, loader, Wish(what_if="get my CDL"))
    assert "You could ask for this work at once: truck driver" in ways.changed
    assert TRUCK in [r.code for r in ways.routes if r.new]
    held = record_of("53-7062.00", train_months=3.0, licences=("cdl-a",))
    assert "have this already" in pathways(catalogue, held, Wish(what_if="get my CDL")).changed


def test_after_the_first_step_a_way_leaves_the_field_only_for_work_that_suits(
    catalogue: Catalogue, examples: dict[str, Record]
) -> None:
    aide = record_of("31-1121.00", state="NM", pay=13.0, train_months=24.0)
    did = ("4.A.4.a.5.I09", "4.A.3.b.6.I11", "4.A.3.a.1.I12")
    aide = replace(aide, experience=(replace(aide.experience[0], did=did, asked=did),))
    checked = 0
    for record in (aide, *examples.values()):
        ways = WaySearch(catalogue=catalogue, record=record)
        for route in ways.possible:
            for before, step in pairwise(route.steps):
                if ways.settings.field_of(before.code) != ways.settings.field_of(step.code):
                    assert ways.fit(step.code) >= (0 if step.link == "next" else 0.85)
                    checked += 1
    assert checked
    drifts = {
        (a.code, b.code) for r in WaySearch(catalogue=catalogue, record=aide).possible for a, b in pairwise(r.steps)
    }
    assert not drifts & {("29-2051.00", "11-9051.00"), ("31-1133.00", "33-3012.00")}


def test_what_is_missing_is_said_without_examples_of_other_trades(
    catalogue: Catalogue, examples: dict[str, Record]
) -> None:
    for record in examples.values():
        for route in pathways(catalogue, record, Wish()).routes:
            assert not [m for s in route.steps for m in s.missing if m.startswith("learn to") and ", like " in m]


def test_who_rules_out_nights_keeps_the_ways_and_is_told_to_ask_for_the_day_shift(catalogue: Catalogue) -> None:
    record = record_of(PICKER, pay=15.0)
    nights = replace(record, wants=replace(record.wants, cannot=("nights",)))
    free, said = pathways(catalogue, record, Wish()), pathways(catalogue, nights, Wish())
    possible = {r.end for r in WaySearch(catalogue=catalogue, record=nights).possible}
    assert ends(said)[0] == ends(free)[0] == "53-7051.00" and TRUCK in possible
    steps = [s for r in said.routes for s in r.steps]
    asks = {s.code for s in steps if "nights" in (catalogue.occupation(s.code).profile.asks_for or ())}
    assert asks and {s.code for s in steps if "Ask for the day shift" in s.ask_for} == asks
    assert not any(s.ask_for for r in free.routes for s in r.steps)


def test_work_that_hardly_exists_is_not_shown_where_there_are_enough_other_ways(catalogue: Catalogue) -> None:
    crane, hoist = "53-7021.00", "53-7041.00"
    ways = WaySearch(catalogue=catalogue, record=record_of(crane, pay=15.0))
    assert hoist in {r.end for r in ways.good} and len(ways.shown) >= SHORT
    assert not any(map(ways.through_rare, ways.shown))


def test_where_the_list_is_short_ways_through_work_that_hardly_exists_end_it_and_say_so(catalogue: Catalogue) -> None:
    record = record_of("25-2057.00", pay=20.0, train_months=3.0)
    ways, said = WaySearch(catalogue=catalogue, record=record), pathways(catalogue, record, Wish())
    rare = [ways.through_rare(r) for r in ways.shown]
    assert rare == sorted(rare) and 0 < rare.count(False) < SHORT == len(rare)
    gains = [ways.gain(r.steps[-1]) for r in ways.shown]
    assert all(more is not None and more > 0 for more in gains)
    steps = [s for r in said.routes for s in r.steps]
    assert {s.code for s in steps if s.few_jobs} == {s.code for s in steps if ways.matcher.few(s.code)} != set()
    assert all(s.few_jobs.startswith("Few jobs: about") for s in steps if s.few_jobs)


def test_a_what_if_where_nothing_pays_the_least_wanted_calls_no_way_new_that_was_there_before(
    catalogue: Catalogue,
) -> None:
    record = record_of(PICKER, pay_floor=Money(amount=200.0, per="hour"))
    before = {r.end for r in WaySearch(catalogue=catalogue, record=record).whatever_it_pays.better}
    none, some = (pathways(catalogue, record, Wish(what_if=w)) for w in ("get a CDL", "finish my associate degree"))
    now = {r.code for r in none.routes if r.new}
    assert before and none.routes and now == {TRUCK} and "at once" in none.changed and "This opens" not in none.changed
    new = {r.code for r in some.routes if r.new}
    assert new and not new & before
    assert "This opens" not in pathways(catalogue, record, Wish(what_if="forklift")).changed


NURSE_ABROAD = Experience(
    id="job1", title="enfermera", code=RN, kind="paid", length="long", place="San Salvador, El Salvador"
)


def test_work_done_in_another_country_that_asks_a_paper_here_is_not_the_pay_of_now(catalogue: Catalogue) -> None:
    cleaner = Experience(id="job2", title="house cleaner", code="37-2012.00", kind="paid", length="months")
    record = replace(record_of(COOK, pay=None), experience=(NURSE_ABROAD, cleaner))
    assert pathways(catalogue, record, Wish()).now.code == "37-2012.00"
    alone = replace(record, experience=(NURSE_ABROAD,))
    assert WaySearch(catalogue=catalogue, record=alone).now_code == RN


def test_to_work_done_abroad_says_which_licence_is_missing_and_who_looks_at_papers(catalogue: Catalogue) -> None:
    record = replace(record_of(COOK, pay=None), experience=(NURSE_ABROAD,))
    said = pathways(catalogue, record, Wish(to="enfermera registrada"))
    assert said.in_the_way[0] == f"{catalogue.names[RN]} is work you have done."
    assert "papers from another country" in said.in_the_way[1]
    held = replace(record_of(COOK), wants=Wants(licences=("rn",)))
    asked = pathways(catalogue, held, Wish(to=COOK))
    assert not (asked.routes or asked.in_the_way)
    assert asked.own[0] == f"{catalogue.names[COOK]} is work you have done."
    assert "Look for postings that say: " in asked.own[1] and f"--for {COOK}" in asked.own[2]
