"""Values in plain words: pay as published, outlook, months, ways in, licences, and what stands in the way."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations

import pytest

from navigator.domain.occupation import Licence, Pay, WayIn
from navigator.domain.record import Money
from navigator.formats import words
from navigator.i18n import Speech, speaking
from tests.pages import NAMES, hourly, projection, wages


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Pay(hourly=18.7, yearly=38_900), "$18.70 an hour"),
        (Pay(hourly=None, yearly=61_250), "$61,250 a year"),
        (Pay(hourly=None, yearly=None, top_coded=True), "$115 an hour ($239,200 a year) or more"),
        (Pay(hourly=None, yearly=None), ""),
    ],
)
def test_pay_is_said_as_published(figure: Pay, said: str) -> None:
    assert words.pay(figure) == said


def test_an_amount_is_said_as_the_person_gave_it() -> None:
    assert words.money(Money(amount=16.5, per="hour")) == "$16.50 an hour"
    assert words.money(Money(amount=31000, per="year")) == "$31,000 a year"
    assert words.money(None) == ""


def test_pay_here_names_the_place_the_start_the_middle_and_a_wider_group() -> None:
    assert (
        words.pay_here(wages(hourly(18), hourly(14)), "OH")
        == "Pay in Ohio: starts near $14.00 an hour, middle $18.00 an hour."
    )
    assert words.pay_here(wages(hourly(18), hourly(18)), "OH") == "Pay in Ohio: middle $18.00 an hour."
    assert (
        words.pay_here(wages(hourly(18), area="US"), "OH")
        == "Pay in the nation (no figure for your state): middle $18.00 an hour."
    )
    assert words.pay_here(wages(hourly(18), area="US"), "") == "Pay in the nation: middle $18.00 an hour."
    assert (
        words.pay_here(wages(hourly(18), group="Aides"), "OH")
        == "Pay in Ohio: middle $18.00 an hour (pay for the wider group Aides)."
    )
    assert words.pay_here(wages(Pay(hourly=None, yearly=None)), "OH") == "Pay in Ohio is not published for this work."
    assert words.pay_here(None, "OH") == "Pay is not published for this work."


@pytest.mark.parametrize(
    ("typical", "last", "said"),
    [
        (20.0, 17.0, "about $3.00 an hour more than your last pay"),
        (15.0, 17.0, "about $2.00 an hour less than your last pay"),
        (17.4, 17.0, "about the same as your last pay"),
        (17.6, 17.0, "about $0.60 an hour more than your last pay"),
        (16.4, 17.0, "about $0.60 an hour less than your last pay"),
        (20.0, None, ""),
        (20.0, 0.0, ""),
    ],
)
def test_the_middle_pay_is_told_against_the_last_pay(typical: float, last: float | None, said: str) -> None:
    assert words.against_last(wages(hourly(typical)), last) == said
    assert words.against_last(None, last) == ""


def test_the_difference_stands_in_the_unit_of_the_pay_beside_it() -> None:
    yearly = wages(Pay(hourly=None, yearly=46530))
    assert words.pay_short(yearly, 27.5) == "middle pay $46,530 a year, about $10,700 a year less"
    assert words.pay_short(yearly, 20.0) == "middle pay $46,530 a year, about $4,900 a year more"


@pytest.mark.parametrize(
    ("typical", "last", "said"),
    [
        (20.0, 17.0, "middle pay $20.00 an hour, about $3.00 more"),
        (15.0, 17.0, "middle pay $15.00 an hour, about $2.00 less"),
        (17.4, 17.0, "middle pay $17.40 an hour, about the same as your last pay"),
        (20.0, None, "middle pay $20.00 an hour"),
    ],
)
def test_the_half_line_of_pay_tells_the_difference_only_where_there_is_one(
    typical: float, last: float | None, said: str
) -> None:
    assert words.pay_short(wages(hourly(typical)), last) == said
    assert words.pay_short(None, last) == "pay not published"


@pytest.mark.parametrize(
    ("growth", "trend"),
    [(8.0, "growing fast"), (1.0, "growing"), (0.9, "steady"), (-0.9, "steady"), (-1.0, "shrinking")],
)
def test_the_outlook_says_openings_and_where_jobs_go(growth: float, trend: str) -> None:
    said = words.outlook(projection(growth, 12_300))
    assert "bout 12,300" in said and "a year" in said and "in the nation" in said
    assert said.endswith(f" {trend} ({growth:+.1f}% by 2034).")


def test_an_outlook_that_is_not_published_is_said_so() -> None:
    assert words.outlook(None) == words.outlook(projection(1.0, None)) == "Openings are not published for this work."
    assert words.outlook(projection(1.0, 5, group="Aides")).endswith(", for the wider group Aides.")


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ((0, 0.2), "a few days"),
        ((0.2, 0.8), "a few weeks"),
        ((1, 1), "about 1 month"),
        ((1, 3), "about 1 to 3 months"),
        ((0.5, 1), "about 2 to 4 weeks"),
        ((12, 18), "about 12 to 18 months"),
        ((24, 24), "about 2 years"),
        ((18, 24), "about 1.5 to 2 years"),
        ((1, 24), "up to 2 years"),
        ((36, 60), "about 3 to 5 years"),
    ],
)
def test_a_time_is_said_as_people_say_it(span: tuple[float, float], said: str) -> None:
    assert words.months(span) == said


def test_a_way_in_says_what_it_asks_how_long_what_it_costs_and_whether_one_earns() -> None:
    course = WayIn(asks="short_course", how="A course, then a test.", months=(1, 3), cost="free_with_help", earn=False)
    assert words.way_in(course) == "Short course (about 1 to 3 months, free with help): A course, then a test."
    trade = WayIn(asks="apprenticeship", how="Apply to the union.", months=(36, 48), cost="free", earn=True)
    assert words.way_in(trade) == "Apprenticeship (about 3 to 4 years, free, earn while you learn): Apply to the union."
    job = WayIn(asks="none", how="Ask at the door.", months=(0, 1), cost="free", earn=True)
    assert "earn while" not in words.way_in(job) and words.way_in(job).startswith("Learn on the job (")


def test_a_licence_is_said_with_how_much_it_is_needed() -> None:
    assert words.licence(Licence(), NAMES.licences) == "No license needed."
    assert words.licence(Licence(need="required", names=("cna",), state_rules=True), NAMES.licences) == (
        "You need: nursing assistant certificate (CNA). Rules differ by state."
    )
    assert (
        words.licence(Licence(need="common", names=("food", "new")), NAMES.licences)
        == "Employers often ask for: food handler card, new."
    )


def test_names_and_abbreviations_keep_their_capitals_within_a_sentence() -> None:
    assert words.lower_first("Look here") == "look here"
    assert words.lower_first("CPR card") == "CPR card"
    assert words.lower_first("I can") == "I can"
    assert words.lower_first("A") == "a" and words.lower_first("") == ""


def test_a_list_is_read_as_a_sentence() -> None:
    assert words.listed([]) == ""
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b", "c"]) == "a, b and c"


def test_a_table_of_words_is_said_in_the_language_of_the_moment() -> None:
    class Spanish(NullTranslations):
        def gettext(self, message: str) -> str:
            return {"A stretch": "Un salto", "{month} {day}, {year}": "{day} de {month} de {year}", "May": "mayo"}[
                message
            ]

    with speaking(Speech(code="es", sentences=Spanish())):
        assert words.BANDS["stretch"] == "Un salto" and words.day(date(2026, 5, 2)) == "2 de mayo de 2026"
    assert words.BANDS["stretch"] == "A stretch" and words.day(date(2026, 5, 2)) == "May 2, 2026"


def test_names_of_languages_keep_their_capital_within_a_sentence() -> None:
    assert words.lower_first("English") == "English"
    assert words.lower_first("Spanish, spoken") == "Spanish, spoken"
    assert words.lower_first("Another language") == "another language"


def test_no_time_is_told_with_a_sign_that_is_read_aloud_in_another_language() -> None:
    assert words.months((0.25, 3)) == words.months((0.5, 3)) == "about half a month to 3 months"
    assert words.months((1.5, 3)) == "about 1.5 to 3 months"
    assert words.months((6, 24)) == "about half a year to 2 years"
