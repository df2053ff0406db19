"""The list of a mother who needs school hours, and of somebody without a diploma: what clashes or is missing is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Experience, Person, Record, Schooling, Wants
from navigator.engine import bands
from navigator.services.advice import Advice, advice, explained
from navigator.services.match import Matcher
from navigator.services.page import page
from navigator.services.pathways import pathways
from navigator.services.way_wishes import Wish

CHILD_CARE, HOME_CARE, TEACHER_AIDE, STOCKER = "39-9011.00", "31-1122.00", "25-9042.00", "53-7065.00"
DIPLOMA = "People usually have a high school diploma or GED."


def rosa(schooling: Schooling | None = "high_school", *hours: str) -> Record:
    """Years of caring for her children, and the hours she asks for."""
    job = Experience(id="job1", title="mother", code=CHILD_CARE, kind="home", length="long")
    wants = Wants(schooling=schooling, hours=hours, train_months=1.0)
    return Record(id="r", created="", person=Person(state="OH"), experience=(job,), wants=wants)


def clashing(catalogue: Catalogue, found: Advice, band: str) -> list[bool]:
    """For the ideas of a band in their order, whether the work is often at night or on weekends."""
    codes = [i.code for i in found.ideas if i.band == band]
    return [{"nights", "weekends"} & {*(catalogue.occupation(c).profile.asks_for or ())} != set() for c in codes]


def test_with_school_hours_nothing_that_clashes_is_a_strong_fit_or_stands_above_what_suits(
    catalogue: Catalogue,
) -> None:
    usual, school = (advice(catalogue, rosa("high_school", *h)) for h in ((), ("school",)))
    assert any(clashing(catalogue, usual, "Strong fit now")) and not any(clashing(catalogue, school, "Strong fit now"))
    for band in ("Worth a look", "A stretch"):
        order = clashing(catalogue, school, band)
        assert order == sorted(order)
    told = next(i for i in school.ideas if i.code == HOME_CARE)
    assert told.notes == ("Often works nights, weekends and holidays. You asked for: school hours.",)
    assert not any("school hours" in line for line in told.missing)
    named = explained(catalogue, rosa("high_school", "school"), HOME_CARE).caps
    assert "It often works nights, weekends and holidays. You asked for school hours." in named


def test_ideas_from_another_field_keep_to_school_hours(catalogue: Catalogue) -> None:
    found = Matcher(catalogue=catalogue, record=rosa("high_school", "school")).matches().elsewhere
    assert found
    assert not [m for m in found if {"nights", "weekends"} & {*(catalogue.occupation(m.code).profile.asks_for or ())}]


def test_who_said_they_have_no_diploma_is_told_where_it_is_missing_and_where_to_finish_it(catalogue: Catalogue) -> None:
    found = Matcher(catalogue=catalogue, record=rosa("none")).match(TEACHER_AIDE)
    assert ("schooling", "high_school") in {(r.part, r.about) for r in found.reasons if r.kind == "cap"}
    assert found.band != "strong"
    told = explained(catalogue, rosa("none"), TEACHER_AIDE)
    assert told.caps[0] == told.idea.missing[0] == DIPLOMA
    assert "finish high school or a GED" in told.idea.first_step


def test_who_was_not_asked_is_told_that_it_is_usual_and_is_not_held_back(catalogue: Catalogue) -> None:
    unasked, having = (explained(catalogue, rosa(s), TEACHER_AIDE) for s in (None, "high_school"))
    assert DIPLOMA in unasked.not_asked and DIPLOMA not in unasked.caps
    assert unasked.idea.band == having.idea.band
    assert DIPLOMA not in having.not_asked


@pytest.mark.parametrize("code", [STOCKER, HOME_CARE, "37-2011.00", "35-2021.00"])
def test_no_diploma_is_missed_where_people_are_hired_without(catalogue: Catalogue, code: str) -> None:
    assert DIPLOMA not in explained(catalogue, rosa("none"), code).caps
    assert DIPLOMA not in explained(catalogue, rosa(None), code).not_asked


def test_our_own_words_on_diplomas_agree_with_what_is_said_to_be_missing(catalogue: Catalogue) -> None:
    for occupation in catalogue.occupations():
        ways, projection = occupation.profile.ways_in, catalogue.projection(occupation.code)
        if ways and ways[0].asks == "none" and "no diploma" in ways[0].how.casefold():
            assert bands.required_schooling(occupation, projection, catalogue.matching) == "none", occupation.code


def test_a_way_that_a_diploma_would_open_names_it(catalogue: Catalogue) -> None:
    without = pathways(catalogue, rosa("none"), Wish(to=TEACHER_AIDE))
    assert any("high school diploma or GED. Try: --what-if school=ged" in line for line in without.in_the_way)
    assert not any("diploma" in line for line in pathways(catalogue, rosa(), Wish(to=TEACHER_AIDE)).in_the_way)


def test_life_at_home_that_only_the_title_tells_is_no_pay_of_today(catalogue: Catalogue) -> None:
    """The quick route does not ask whether work was paid: the middle pay of nannies is not what a mother earns."""
    record = rosa()
    quick = replace(record, experience=(replace(record.experience[0], kind=None),))
    assert pathways(catalogue, quick, Wish()).now == pathways(catalogue, record, Wish()).now
    assert page(catalogue, quick, date(2026, 11, 22)).ideas
