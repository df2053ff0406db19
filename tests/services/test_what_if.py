"""What more of one skill would change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.record import Experience, Rating, Record
from navigator.engine import bands
from navigator.engine.reasons import STANDS_OUT
from navigator.formats import words
from navigator.services.match import Matcher
from navigator.services.skill_words import activities_meant
from navigator.services.what_if import what_if, what_if_done, with_done, with_more


def worked(code: str) -> Record:
    """Somebody who did one work for years, and picked what they are good at."""
    job = Experience(id="a", title="my work", code=code, length="years")
    return Record(id="x", created="", experience=(job,), strongest=("dependability", "hands-on", "teamwork"))


def stands_out(catalogue: Catalogue, code: str, skill: str) -> bool:
    """Whether a skill is among the four that stand out most in what an occupation asks."""
    column = catalogue.tables.column[code]
    asked = {s: row[column] for s, row in catalogue.skill_rows.items()}
    return asked[skill] >= STANDS_OUT and skill in sorted(asked, key=lambda s: -asked[s])[:4]


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


def test_no_occupation_that_comes_into_the_list_and_asks_for_the_skill_is_left_out(
    catalogue: Catalogue, ana: Record
) -> None:
    now = {m.code for m in Matcher(catalogue=catalogue, record=ana).matches().shown}
    for more in what_if(catalogue, ana).skills[:4]:
        then = Matcher(catalogue=catalogue, record=with_more(ana, more.skill)).matches().shown
        new = {m.code for m in then if m.band != "stretch"} - now
        assert {c for c in new if stands_out(catalogue, c, more.skill)} <= {d.code for d in more.doors}


def test_a_door_is_never_work_that_does_not_ask_for_the_skill(catalogue: Catalogue) -> None:
    opened = [
        (door.code, more.skill)
        for code in ("53-7065.00", "41-2011.00", "43-4171.00")
        for more in what_if(catalogue, worked(code)).skills
        for door in (*more.doors, *more.lifts)
    ]
    assert opened
    assert all(stands_out(catalogue, code, skill) for code, skill in opened)


def test_the_skill_that_opens_most_doors_comes_first_and_of_equal_ones_the_one_that_lifts_most_of_the_list(
    catalogue: Catalogue,
) -> None:
    record = replace(worked("53-7065.00"), strongest=("hands-on", "dependability"))
    found = what_if(catalogue, record)
    order = [(len(more.doors), len(more.lifts)) for more in found.skills]
    assert order == sorted(order, reverse=True) and any(lifts for _, lifts in order)
    before = {m.code: m.score.total for m in Matcher(catalogue=catalogue, record=record).matches().shown}
    assert found.listed == len(before)
    for more in found.skills:
        then = Matcher(catalogue=catalogue, record=with_more(record, more.skill))
        assert all(then.match(one.code).score.total > before[one.code] for one in more.lifts)


def test_an_activity_done_too_opens_only_work_that_has_it(catalogue: Catalogue, ana: Record) -> None:
    activities = activities_meant(catalogue.framework, "if I could do more of cooking")
    found = what_if_done(catalogue, ana, activities)
    doors = [(more.skill, door) for more in found.skills for door in more.doors]
    assert found.activities and doors
    for activity, door in doors:
        assert activity in catalogue.occupation(door.code).activities
        then = Matcher(catalogue=catalogue, record=with_done(ana, activity))
        assert words.BANDS[then.match(door.code).band] == door.then
    done = {a for e in ana.experience for a in e.did}
    assert done.isdisjoint(more.skill for more in found.skills)


def test_an_activity_can_be_asked_about_before_any_work_was_named() -> None:
    record = replace(worked("53-7065.00"), experience=())
    (done,) = with_done(record, "4.A.3.a.2.I03").experience
    assert done.did == done.asked == ("4.A.3.a.2.I03",)


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
