"""Matches in words: why, why not, not for me, and the page."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import msgspec
import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, NotFound
from navigator.domain.record import Experience, Money, Rating, Record
from navigator.formats import words
from navigator.formats.page import FLAT, UNCLEAR, Page
from navigator.records.store import RecordStore
from navigator.services.advice import PARTS, Advice, advice, explained, pay_note
from navigator.services.match import Matcher
from navigator.services.page import page
from navigator.services.turned_down import dismiss
from tests.asking import EMPTY
from tests.workers import saved

TODAY = date(2026, 11, 22)
PERCENT = re.compile(r"\d\s*(%|percent|per cent)", re.IGNORECASE)
GROWTH = re.compile(r"\([+-]\d+\.\d% by 2034\)")


def said(value: object) -> list[str]:
    """Every text in a value."""
    plain = msgspec.to_builtins(value)
    parts = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list | tuple) else []
    return [plain] if isinstance(plain, str) else [t for part in parts for t in said(part)]


@pytest.fixture(scope="module")
def given(catalogue: Catalogue, ana: Record) -> Advice:
    return advice(catalogue, ana)


@pytest.fixture(scope="module")
def made(catalogue: Catalogue, ana: Record) -> Page:
    return page(catalogue, ana, TODAY)


def test_every_idea_says_its_band_pay_outlook_and_first_step(given: Advice) -> None:
    assert len(given.ideas) == 20
    for idea in (*given.ideas, *given.elsewhere):
        assert idea.band in words.BANDS.values()
        assert idea.what and idea.first_step and idea.why
        assert idea.pay.startswith("Pay ") and idea.pay.endswith(".")
        assert idea.outlook.endswith(".")


def test_nothing_is_said_in_percent_of_fit(given: Advice, made: Page) -> None:
    for text in (*said(given), *said(made)):
        assert not PERCENT.search(GROWTH.sub("", text)), text


def test_the_proper_use_and_the_sources_with_their_years_stand_on_it(given: Advice, made: Page) -> None:
    for value in (given, made):
        assert value.proper_use == "For exploring work only. Not for hiring decisions. Skills are self-reported."
        text = " ".join(value.sources)
        for source in (
            "OEWS May 2025",
            "Employment Projections 2024-34",
            "O*NET 29.3 (May 2025)",
            "CC BY 4.0",
            "Bureau of Labor Statistics",
        ):
            assert source in text


def test_pay_is_told_against_the_last_pay(given: Advice) -> None:
    assert any("more than your last pay" in i.against_last for i in given.ideas)
    assert all(
        re.fullmatch(
            r"|about the same as your last pay|about \$[\d,.]+ an hour (more|less) than your last pay", i.against_last
        )
        for i in given.ideas
    )


def test_a_list_that_pays_less_throughout_says_so_first(catalogue: Catalogue, ana: Record) -> None:
    shown = Matcher(catalogue=catalogue, record=ana).matches().shown
    assert pay_note(shown, 16.5) == ""
    assert pay_note(shown, 500.0).startswith("All of these pay less in the middle")
    assert pay_note(shown, None) == "" == pay_note((), 20.0)


def test_too_few_answers_are_said_kindly(catalogue: Catalogue) -> None:
    few = advice(catalogue, EMPTY)
    assert few.ideas == () and few.unclear == UNCLEAR["few"]
    assert page(catalogue, EMPTY, TODAY).unclear == UNCLEAR["few"]


def test_flat_ratings_are_said_beside_the_list(catalogue: Catalogue, ana: Record) -> None:
    flat = replace(ana, ratings=tuple(replace(r, level=3) for r in ana.ratings))
    assert advice(catalogue, flat).unclear == FLAT


def test_why_shows_each_part_in_words_with_the_persons_own_answers(
    catalogue: Catalogue, ana: Record, given: Advice
) -> None:
    best = given.ideas[0].code
    found = explained(catalogue, ana, best)
    assert found.idea.code == best and not found.dismissed and found.proper_use
    assert [p.name for p in found.parts] == [PARTS[p.name] for p in found.score.parts]
    assert any(p.for_it for p in found.parts)
    assert all(p.says.startswith(("speaks", "says")) for p in found.parts)


def test_why_not_tells_what_stands_in_the_way(catalogue: Catalogue, ana: Record) -> None:
    found = explained(catalogue, ana, "29-1141.00")
    assert found.idea.band != "Strong fit now"
    assert any("license" in c for c in found.caps) and any("degree" in c for c in found.caps)
    assert found.need or found.may_need or found.not_asked


def test_an_occupation_is_meant_by_code_by_six_digits_or_by_title(catalogue: Catalogue, ana: Record) -> None:
    for which in ("35-2014.00", "35-2014", " 35-2014.00 ", "line cook"):
        assert explained(catalogue, ana, which).idea.code == "35-2014.00"
    assert explained(catalogue, ana, "35-2014.00").held


@pytest.mark.parametrize(
    ("which", "kind"),
    [("99-9999.00", NotFound), ("35-9", NotFound), ("", BadInput), ("   ", BadInput), ("\x1b[31m", BadInput)],
)
def test_an_occupation_that_is_none_is_refused(
    catalogue: Catalogue, ana: Record, which: str, kind: type[Exception]
) -> None:
    with pytest.raises(kind):
        explained(catalogue, ana, which)


def test_a_title_that_begins_with_digits_is_no_code(catalogue: Catalogue, ana: Record) -> None:
    assert explained(catalogue, ana, "24-hour nursing aide").idea.code.startswith("31-11")


def test_not_for_me_is_kept_with_its_reason_and_can_be_taken_back(
    catalogue: Catalogue, store: RecordStore, ana: Record, given: Advice
) -> None:
    path = saved(store, ana)
    code = given.ideas[0].code
    out = dismiss(catalogue, store, store.open(path), code, "too \x1b[31mloud\n" + "x" * 500, False)
    assert out["code"] == code and not out["undone"] and out["moved_up"]
    (kept,) = store.open(path).record.dismissed
    assert kept.why.startswith("too loud x") and len(kept.why) == 200 and kept.when
    assert explained(catalogue, store.open(path).record, code).dismissed == kept.why
    assert code not in {i.code for i in advice(catalogue, store.open(path).record).ideas}

    dismiss(catalogue, store, store.open(path), code, "again", False)
    assert [d.why for d in store.open(path).record.dismissed] == ["again"]

    back = dismiss(catalogue, store, store.open(path), code, "", True)
    assert back["undone"] and store.open(path).record.dismissed == ()


def test_the_page_tells_who_can_do_what_and_what_to_do_next(made: Page) -> None:
    assert made.title == "Ana: my skills and next steps"
    assert (made.place, made.made) == ("Ohio", "November 22, 2026")
    assert 1 <= len(made.strengths) <= 6
    assert [w.title for w in made.work] == ["Line cook", "Took care of my mother"]
    assert made.work[1].about == "about a year, at home"
    assert made.papers[0] == "A high school diploma or GED" and len(made.papers) == 2
    assert 1 <= len(made.ideas) <= 3 and len(made.ideas) + len(made.more) <= 8
    assert 2 <= len(made.next_steps) <= 5 and any("American Job Center" in s for s in made.next_steps)


def test_the_page_of_an_empty_record_says_how_to_go_on(catalogue: Catalogue) -> None:
    empty = page(catalogue, EMPTY, TODAY)
    assert empty.title == "My skills and next steps" and empty.place == "United States"
    assert empty.ideas == () and empty.next_steps


def test_a_yearly_last_pay_is_compared_by_the_hour(catalogue: Catalogue, ana: Record) -> None:
    by_year = replace(ana, person=replace(ana.person, last_pay=Money(amount=16.5 * 2080, per="year")))
    assert [i.against_last for i in advice(catalogue, by_year).ideas] == [
        i.against_last for i in advice(catalogue, ana).ideas
    ]


def test_taking_back_what_was_never_taken_out_is_refused(catalogue: Catalogue, store: RecordStore, ana: Record) -> None:
    with pytest.raises(BadInput, match="nothing to take back"):
        dismiss(catalogue, store, store.open(saved(store, ana)), "35-2014.00", "", undo=True)


def test_what_the_list_pays_is_said_by_bands_and_against_the_floor(catalogue: Catalogue, ana: Record) -> None:
    record = replace(ana, wants=replace(ana.wants, pay_floor=Money(amount=17, per="hour")))
    bands, floor = advice(catalogue, record).pay_lines
    assert sum(int(n) for n in re.findall(r": (\d+)", bands)) == len(advice(catalogue, record).ideas)
    assert "at least the $17.00 an hour you need" in floor


def test_pay_under_the_lowest_legal_pay_is_not_compared_with_and_that_is_said(
    catalogue: Catalogue, ana: Record
) -> None:
    tipped = replace(ana, person=replace(ana.person, last_pay=Money(amount=2.13, per="hour")))
    found = advice(catalogue, tipped)
    assert "Did you get tips?" in found.pay_note
    assert not any(idea.against_last for idea in found.ideas)
    assert "Did you get tips?" in page(catalogue, tipped, date(2026, 11, 22)).unclear


def test_why_tells_no_skill_as_a_strength_that_somebody_has_a_little_of(catalogue: Catalogue, ana: Record) -> None:
    little = {r.skill for r in ana.ratings if r.level == 1}
    names = {s.name for s in catalogue.framework.skills if s.id in little}
    assert names
    for idea in advice(catalogue, ana).ideas:
        told = {t for p in explained(catalogue, ana, idea.code).parts for t in p.for_it}
        assert not told & names, idea.name


def test_pay_without_its_tips_is_compared_with_nothing_and_that_is_said(catalogue: Catalogue, ana: Record) -> None:
    tipped = replace(ana, person=replace(ana.person, last_pay=Money(amount=12, per="hour", tips=True)))
    said = advice(catalogue, tipped).pay_note
    assert (
        "You said $12.00 an hour plus tips. Your tips are not in that" in said and "navigator record edit pay" in said
    )


@pytest.mark.parametrize(
    ("length", "listed"), [("years", True), ("long", True), ("year", True), ("weeks", False), ("", False)]
)
def test_one_work_held_for_a_year_is_enough_for_a_first_list(catalogue: Catalogue, length: str, listed: bool) -> None:
    job = Experience(id="w1", title="forklift operator", code="53-7051.00", length=length)
    found = advice(catalogue, replace(EMPTY, experience=(job,)))
    assert bool(found.ideas) is listed
    assert not listed or "53-7051.00" in [i.code for i in found.ideas[:3]]


def test_work_that_was_said_and_not_understood_is_named_and_not_called_unsaid(catalogue: Catalogue) -> None:
    ratings = tuple(Rating(skill=s, level=n) for s, n in (("listening", 3), ("speaking", 1), ("teamwork", 2)))
    silent = replace(EMPTY, ratings=ratings, strongest=("listening", "teamwork", "helping", "planning", "adapting"))
    spoken = replace(silent, experience=(Experience(id="job1", title="kitchen inside"),))
    for unclear in (advice(catalogue, spoken).unclear, page(catalogue, spoken, TODAY).unclear):
        assert unclear.startswith("We could not tell which work 'kitchen inside' is")
    assert advice(catalogue, silent).unclear == UNCLEAR["work"]
