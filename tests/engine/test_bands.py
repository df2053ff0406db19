"""A number is not advice: thresholds, and a cap for each thing that stands in the way."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from navigator.domain.match import Band, Reason
from navigator.domain.matching import Cannot, Caps, Matching, Thresholds
from navigator.domain.occupation import Asks, Entry, Licence, Occupation, Pay, Profile, Projection, Wages, WayIn
from navigator.domain.standing import Standing
from navigator.engine.bands import (
    ORDER,
    asks_for,
    band_of,
    capped,
    caps_on,
    is_rare,
    lacks_degree,
    required_schooling,
    unticked_licence,
)
from navigator.engine.ways_in import LONG, best_way, paper_soon, training_months

NIGHTS = Cannot(id="nights", text="Night shifts")
AWAY = Cannot(id="away", text="Nights away from home")
LIFTING = Cannot(id="lifting", text="Heavy lifting")
CHECK = Cannot(id="check", text="A background check")
MATCHING = Matching(
    weights={},
    not_ticked=0,
    ticks_full=8,
    neighbours=10,
    thresholds=Thresholds(strong=0.75, strong_unnamed=0.9, look=0.5, least_answers=4),
    caps=Caps(schooling="look", licence="look", training="stretch", pay="stretch", cannot="stretch", zone="look"),
    cannot=(NIGHTS, AWAY, LIFTING, CHECK),
    shown=20,
    elsewhere=3,
    schooling_order=("none", "high_school", "some_college", "certificate", "associate", "bachelor", "master", "doctor"),
    entry_education={"High school diploma or equivalent": "high_school", "Bachelor's degree": "bachelor"},
    near={},
)


def way(asks: Asks, months: tuple[float, float] = (1, 2), earn: bool = False) -> WayIn:
    return WayIn(asks=asks, how="somehow", months=months, cost="free", earn=earn)


PLAIN = Occupation(
    code="11-1111.00",
    title="Plain work",
    job_zone=2,
    profile=Profile(where="A quiet room", ways_in=(way("none"),)),
    closest=(),
    skills=(),
    knowledge=(),
    work_styles={},
    interests={},
    activities={},
    entry=Entry(),
    technology=(),
)


def work(**profile: object) -> Occupation:
    return replace(PLAIN, profile=replace(PLAIN.profile, **profile))  # type: ignore[arg-type]


def paid(hourly: float | None, top_coded: bool = False) -> Wages:
    figures = {50: Pay(hourly=hourly, yearly=None, top_coded=top_coded)}
    return Wages(area="OH", area_name="Ohio", vintage="v", pay=figures, employment=None, location_quotient=None)


def projected(education: str) -> Projection:
    return Projection(
        vintage="v", growth_percent=1, yearly_openings=1, entry_education=education, experience="", training=""
    )


def caps(
    standing: Standing,
    occupation: Occupation = PLAIN,
    wages: Wages | None = None,
    education: str = "",
    reached: int | None = None,
) -> dict[str, tuple[Band, str]]:
    """Each cap by its part: the best band it leaves, and what it is about."""
    projection = projected(education) if education else None
    return {r.part: (band, r.about) for band, r in caps_on(standing, occupation, wages, projection, MATCHING, reached)}


@pytest.mark.parametrize(
    ("total", "band"),
    [(2.0, "strong"), (0.75, "strong"), (0.7499, "look"), (0.5, "look"), (0.4999, "stretch"), (-1, "stretch")],
)
def test_a_score_has_the_band_of_the_threshold_it_reaches(total: float, band: Band) -> None:
    assert band_of(total, MATCHING) == band


def test_without_a_known_occupation_a_strong_fit_needs_more() -> None:
    assert band_of(0.8, MATCHING, named=False) == "look"
    assert band_of(0.9, MATCHING, named=False) == "strong"


def test_the_lowest_cap_decides_in_whatever_order_they_come() -> None:
    assert capped("strong", []) == "strong"
    assert capped("stretch", ["look"]) == "stretch"
    for some in permutations(ORDER):
        assert capped("strong", list(some)) == "stretch"


def test_nothing_stands_in_the_way_of_somebody_who_ruled_nothing_out() -> None:
    assert caps(Standing()) == {}


def test_a_degree_the_person_lacks_caps_the_match() -> None:
    college = work(ways_in=(way("bachelor"),))
    assert caps(Standing(schooling="associate"), college)["schooling"] == ("look", "bachelor")
    assert "schooling" not in caps(Standing(schooling="bachelor"), college)
    assert "schooling" not in caps(Standing(schooling="doctor"), college)
    assert "schooling" not in caps(Standing(held=(college.code,)), college)


def test_a_degree_far_beyond_the_persons_schooling_leaves_only_a_stretch() -> None:
    doctor = work(ways_in=(way("doctor"),))
    assert caps(Standing(schooling="none"), doctor)["schooling"] == ("stretch", "doctor")


def test_a_degree_nobody_spoke_of_leaves_a_stretch_unless_the_work_done_asks_as_much() -> None:
    college = work(ways_in=(way("bachelor"),))
    assert caps(Standing(), college)["schooling"] == ("stretch", "bachelor")
    assert caps(Standing(), college, reached=3)["schooling"] == ("stretch", "bachelor")
    assert caps(Standing(), college, reached=4)["schooling"] == ("look", "bachelor")
    assert caps(Standing(), work(ways_in=(way("associate"),)))["schooling"] == ("look", "associate")


def test_a_diploma_is_not_missed_where_nobody_asked_for_it() -> None:
    apprentice = work(ways_in=(way("apprenticeship", earn=True),))
    assert "schooling" not in caps(Standing(), apprentice)
    assert caps(Standing(schooling="none"), apprentice)["schooling"] == ("look", "high_school")


def test_the_schooling_needed_is_the_lower_of_the_published_one_and_our_usual_way_in() -> None:
    bachelor = work(ways_in=(way("bachelor"), way("none")))
    assert required_schooling(bachelor, projected("High school diploma or equivalent"), MATCHING) == "high_school"
    assert required_schooling(bachelor, None, MATCHING) == "bachelor"
    assert required_schooling(bachelor, projected("something new"), MATCHING) == "bachelor"
    assert required_schooling(work(ways_in=()), projected("Bachelor's degree"), MATCHING) == "bachelor"
    assert required_schooling(work(ways_in=()), None, MATCHING) == "none"


def test_a_required_licence_caps_the_match_and_any_one_of_those_named_opens_it() -> None:
    nurse = work(licence=Licence(need="required", names=("lpn", "rn")))
    assert caps(Standing(), nurse)["licence"] == ("look", "lpn")
    assert caps(Standing(licences=("cna",)), nurse)["licence"] == ("look", "lpn")
    assert "licence" not in caps(Standing(licences=("rn",)), nurse)
    assert "licence" not in caps(Standing(held=(nurse.code,)), nurse)
    assert "licence" not in caps(Standing(), work(licence=Licence(need="common", names=("lpn",))))


def test_a_paper_that_includes_a_named_one_is_enough_and_what_stands_aside_is_not_held() -> None:
    licence = Licence(need="required", names=("emt", "cpr"), also=(("paramedic", "emt"), ("emt", "cpr")))
    assert "licence" not in caps(Standing(licences=("paramedic",)), work(licence=licence))
    assert licence.held(("paramedic", "cpr")) == "paramedic" and licence.held(("emt", "paramedic")) == "emt"
    assert licence.held(("paramedic",), besides=("emt",)) == "" == licence.held(())
    assert licence.enough_for("cpr") == ("cpr", "emt")


def test_more_training_than_the_person_can_do_caps_the_match() -> None:
    course = work(ways_in=(way("certificate", (6, 12)),))
    assert caps(Standing(train_months=3), course)["training"] == ("stretch", "6")
    assert "training" not in caps(Standing(train_months=6), course)
    assert "training" not in caps(Standing(), course)
    assert "training" not in caps(Standing(train_months=0, held=(course.code,)), course)


def test_who_holds_the_license_that_a_course_leads_to_needs_no_course() -> None:
    course = work(ways_in=(way("certificate", (6, 12)),), licence=Licence(need="required", names=("massage",)))
    assert "training" in caps(Standing(train_months=3), course)
    assert "training" not in caps(Standing(train_months=3, licences=("massage",)), course)
    only_asked = work(ways_in=(way("certificate", (6, 12)),), licence=Licence(need="common", names=("massage",)))
    assert "training" in caps(Standing(train_months=3, licences=("massage",)), only_asked)


def test_training_on_the_job_takes_no_time_of_ones_own_but_a_degree_does() -> None:
    assert training_months(work(ways_in=(way("none", (6, 12)),))) == 0
    assert training_months(work(ways_in=(way("apprenticeship", (24, 48), earn=True),))) == 0
    assert training_months(work(ways_in=(way("bachelor", (36, 60), earn=True),))) == 36
    assert training_months(work(ways_in=(way("bachelor", (36, 60)), way("certificate", (6, 12))))) == 6
    assert training_months(work(ways_in=())) == 0


def test_the_way_in_shown_first_is_the_usual_one_that_is_short_enough() -> None:
    usual, short = way("associate", (18, 24)), way("certificate", (6, 12))
    both = work(ways_in=(usual, short))
    assert best_way(both, None) == usual == best_way(both, 24)
    assert best_way(both, 12) == short == best_way(both, 0)
    assert best_way(work(ways_in=()), 12) is None


def test_pay_under_the_floor_caps_the_match() -> None:
    standing = Standing(pay_floor=20.0)
    assert caps(standing, wages=paid(18.99))["pay"] == ("look", "18.99")
    assert "pay" not in caps(standing, wages=paid(19.0))
    assert "pay" not in caps(standing, wages=paid(None))
    assert "pay" not in caps(standing, wages=None)
    assert "pay" not in caps(standing, wages=paid(None, top_coded=True))
    assert "pay" not in caps(Standing(), wages=paid(5))


def test_pay_under_the_floor_is_a_stretch_where_something_else_is_in_the_way_too() -> None:
    heavy = work(asks_for=("lifting",))
    both = caps(Standing(pay_floor=20.0, cannot=("lifting",)), heavy, wages=paid(12))
    assert both["pay"][0] == both["cannot"][0] == "stretch"
    assert caps(Standing(pay_floor=20.0), heavy, wages=paid(12))["pay"][0] == "look"


def test_what_an_occupation_asks_is_what_its_file_says_and_no_word_of_its_text() -> None:
    assert asks_for(work(asks_for=("nights", "check")), "nights")
    assert not asks_for(work(asks_for=("check",)), "nights")
    told = work(where="You work nights and lift heavy boxes", record_check="both", asks_for=())
    assert not any(asks_for(told, c.id) for c in MATCHING.cannot)
    assert not asks_for(work(asks_for=None), "nights")


def test_only_what_this_person_rules_out_counts() -> None:
    heavy = work(asks_for=("lifting", "check"))
    assert caps(Standing(cannot=("lifting",)), heavy) == {"cannot": ("stretch", "lifting")}
    both = caps_on(Standing(cannot=("check", "lifting")), heavy, None, None, MATCHING, None)
    assert [r.about for _, r in both] == ["lifting", "check"]


def test_nights_and_weekends_that_were_ruled_out_can_be_asked_about_and_leave_a_look() -> None:
    late = work(asks_for=("weekends", "nights"))
    assert caps(Standing(cannot=("nights",)), late) == {"times": ("look", "nights")}
    assert caps(Standing(cannot=("weekends", "nights")), late) == {"times": ("look", "nights weekends")}
    assert caps(Standing(), late) == {}


def test_nights_away_can_be_asked_about_where_there_is_local_work_and_where_not_they_count_in_full() -> None:
    some, turning = work(asks_for=("nights", "away")), work(asks_for=("nights", "away"), always=("nights", "away"))
    assert caps(Standing(cannot=("away", "nights")), some) == {"times": ("look", "nights away")}
    both = caps_on(Standing(cannot=("away", "nights")), turning, None, None, MATCHING, None)
    assert [(band, r.part, r.about) for band, r in both] == [
        ("stretch", "cannot", "nights"), ("stretch", "cannot", "away"),
    ]  # fmt: skip


def test_years_of_other_work_come_first_for_who_said_a_short_time() -> None:
    risen = work(ways_in=(way("none", (60, 120), earn=True), way("apprenticeship", (24, 60), earn=True)))
    assert caps(Standing(train_months=0), risen)["years"] == ("stretch", "60")
    assert caps(Standing(train_months=LONG), risen) == caps(Standing(), risen) == {}
    assert caps(Standing(train_months=0, held=(risen.code,)), risen) == {}
    flown = work(ways_in=(way("certificate", (12, 36)), way("none", (72, 120), earn=True)))
    assert caps(Standing(train_months=1), flown)["years"] == ("stretch", "72")
    assert "years" not in caps(Standing(train_months=12), flown)


def test_an_apprentice_does_the_work_from_the_first_day() -> None:
    trade = work(ways_in=(way("apprenticeship", (36, 60), earn=True), way("certificate", (48, 66))))
    assert caps(Standing(train_months=0), trade) == {}
    assert best_way(trade, 0) == trade.profile.ways_in[0]


def test_a_way_of_years_is_not_shown_first_to_who_has_a_short_time_where_there_is_another() -> None:
    slow, quick = way("none", (60, 120), earn=True), way("certificate", (2, 3))
    both = work(ways_in=(slow, quick))
    assert best_way(both, 3) == quick
    assert best_way(both, 0) == slow == best_way(both, 24) == best_way(both, None)


def test_a_license_not_ticked_is_named_for_work_done_here_and_a_cap_for_work_done_abroad() -> None:
    nurse = work(licence=Licence(need="required", names=("rn",)))
    here, there = Standing(held=(nurse.code,)), Standing(held=(nurse.code,), abroad=(nurse.code,))
    assert [r.about for r in unticked_licence(here, nurse)] == ["rn"] and "licence" not in caps(here, nurse)
    assert unticked_licence(there, nurse) == () and caps(there, nurse)["licence"] == ("look", "rn")
    assert unticked_licence(replace(here, licences=("rn",)), nurse) == unticked_licence(Standing(), nurse) == ()


@pytest.mark.parametrize(("openings", "rare"), [(999, True), (1000, False), (None, False)])
def test_work_with_few_openings_in_the_nation_is_rare(openings: int | None, rare: bool) -> None:
    assert is_rare(replace(projected("x"), yearly_openings=openings), MATCHING) is rare
    assert not is_rare(None, MATCHING)


def test_a_degree_is_missing_where_the_cap_names_one() -> None:
    assert lacks_degree([Reason(kind="cap", part="schooling", about="associate")])
    assert not lacks_degree([Reason(kind="cap", part="schooling", about="certificate")])
    assert not lacks_degree([Reason(kind="not_asked", part="schooling", about="associate")])


def test_two_job_zones_above_anything_done_cap_the_match() -> None:
    zone = replace(work(ways_in=(way("none", (6, 24)),)), job_zone=4)
    assert caps(Standing(), zone, reached=2)["zone"] == ("look", "4")
    assert "zone" not in caps(Standing(), zone, reached=3)
    assert "zone" not in caps(Standing(), zone, reached=None)
    assert "zone" not in caps(Standing(schooling="bachelor"), zone, reached=1)
    assert "zone" in caps(Standing(schooling="high_school"), zone, reached=1)


def test_work_that_is_learned_on_the_job_within_months_asks_no_long_preparation_whatever_its_zone() -> None:
    soon = replace(work(ways_in=(way("none", (0.5, 3)), way("certificate", (12, 24)))), job_zone=4)
    assert "zone" not in caps(Standing(), soon, reached=1)
    course = replace(work(ways_in=(way("certificate", (1, 3)),)), job_zone=4)
    assert "zone" in caps(Standing(), course, reached=1)


def test_what_a_short_free_course_opens_is_no_stretch_for_who_can_take_it() -> None:
    aide = work(licence=Licence(need="required", names=("cna",)), ways_in=(way("certificate", (1, 3)),))
    assert paper_soon(Standing(train_months=1), aide)
    assert not paper_soon(Standing(train_months=0), aide) and not paper_soon(Standing(), aide)
    dear = replace(aide.profile.ways_in[0], cost="hundreds")
    for other in (way("certificate", (1, 12)), dear, way("none", (1, 2))):
        assert not paper_soon(Standing(train_months=24), work(licence=aide.profile.licence, ways_in=(other,)))
    assert not paper_soon(Standing(train_months=24), work(ways_in=aide.profile.ways_in))
    assert band_of(0.4, MATCHING, soon=True) == "look" and band_of(0.4, MATCHING) == "stretch"
    assert band_of(0.2, MATCHING, soon=True) == "stretch"


def test_work_that_was_held_is_no_stretch_for_few_answers() -> None:
    assert band_of(0.0, MATCHING) == "stretch"
    assert band_of(0.0, MATCHING, held=True) == "look"
    assert band_of(1.0, MATCHING, held=True) == "strong"
