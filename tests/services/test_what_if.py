"""What more of one skill would change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.record import Rating, Record
from navigator.engine import bands
from navigator.formats import words
from navigator.services.match import Matcher
from navigator.services.what_if import what_if, with_more


def test_every_door_is_one_that_the_changed_answers_really_open(catalogue: Catalogue, ana: Record) -> None:
    now = {m.code: m.band for m in Matcher(catalogue=catalogue, record=ana).matches().shown}
    skills = what_if(catalogue, ana).skills
    assert any(more.doors for more in skills)
    for more in skills[:4]:
        then = Matcher(catalogue=catalogue, record=with_more(ana, more.skill))
        shown = {m.code for m in then.matches().shown}
        for door in more.doors:
            match = then.match(door.code)
            assert words.BANDS[match.band] == door.then
            better = door.code in now and bands.ORDER.index(match.band) < bands.ORDER.index(now[door.code])
            assert better or door.code not in now
            assert door.code in shown or better
            assert door.then != words.BANDS["stretch"]


def test_no_occupation_that_comes_into_the_list_is_left_out(catalogue: Catalogue, ana: Record) -> None:
    now = {m.code for m in Matcher(catalogue=catalogue, record=ana).matches().shown}
    for more in what_if(catalogue, ana).skills[:4]:
        then = Matcher(catalogue=catalogue, record=with_more(ana, more.skill)).matches().shown
        assert {m.code for m in then if m.band != "stretch"} - now <= {d.code for d in more.doors}


def test_the_skill_that_opens_most_doors_comes_first(catalogue: Catalogue, ana: Record) -> None:
    counts = [len(more.doors) for more in what_if(catalogue, ana).skills]
    assert counts == sorted(counts, reverse=True)


def test_a_skill_that_is_a_lot_already_is_not_asked_about(catalogue: Catalogue, ana: Record) -> None:
    asked = {more.skill for more in what_if(catalogue, ana).skills}
    full = {r.skill for r in ana.ratings if r.level == 3} | set(ana.strongest)
    assert full
    assert not asked & full
    assert asked | full == {s.id for s in catalogue.framework.skills}


@pytest.mark.parametrize("text", ["writing", "Writing", " WRITING "])
def test_one_skill_can_be_named_by_id_or_name(catalogue: Catalogue, ana: Record, text: str) -> None:
    assert [more.skill for more in what_if(catalogue, ana, text).skills] == ["writing"]


def test_an_unknown_skill_is_refused_with_the_skills_there_are(catalogue: Catalogue, ana: Record) -> None:
    with pytest.raises(BadInput, match=r"no skill 'juggling'.*listening"):
        what_if(catalogue, ana, "juggling")


def test_with_a_few_answers_nothing_is_guessed(catalogue: Catalogue) -> None:
    found = what_if(catalogue, Record(id="x", created="", ratings=(Rating(skill="writing", level=1),)))
    assert found.unclear == "few"
    assert found.skills == ()


def test_for_a_flat_rater_more_of_a_skill_counts_as_a_pick(catalogue: Catalogue, ana: Record) -> None:
    flat = replace(ana, ratings=tuple(Rating(skill=s.id, level=2) for s in catalogue.framework.skills), strongest=())
    assert with_more(flat, "writing").strongest == ("writing",)
    assert with_more(ana, "writing").strongest == ana.strongest


def test_asking_what_if_changes_nothing_in_the_record(catalogue: Catalogue, ana: Record) -> None:
    before = Matcher(catalogue=catalogue, record=ana).matches()
    what_if(catalogue, ana)
    assert Matcher(catalogue=catalogue, record=ana).matches() == before
