"""Which questions a route asks: to the end, each once, with the time left going down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.framework import Framework
from navigator.domain.question import Choice, Question
from navigator.domain.record import Rating, Route, Wants
from navigator.engine import wording
from navigator.engine.answers import applied
from navigator.engine.inventory import (
    MOST_JOBS,
    MOST_SCREENS,
    ROUTES,
    Known,
    best_help,
    held,
    next_question,
    sequence,
)
from navigator.engine.place import TALKED_OVER, place_of
from tests.asking import EMPTY, LAST_SCREEN, known, walk
from tests.workers import ANA, FLAT

NO_TITLE: dict[str, Any] = {"any.groups": ["care"]}
STRANGE: dict[str, Any] = {"job.1.title": "xylem tester", "job.1.occupation": "none", "job.1.groups": ["care"]}


@pytest.fixture(scope="module")
def world(catalogue: Catalogue) -> Known:
    return known(catalogue.framework)


@pytest.fixture(scope="module")
def framework(catalogue: Catalogue) -> Framework:
    return catalogue.framework


def in_world(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that suit the made-up world's choices."""
    kept = {k: v for k, v in answers.items() if not k.endswith((".did", "licences", "cannot"))}
    return kept | {"job.2.occupation": "31-1131.00"}


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    "answers",
    [in_world(ANA), in_world(FLAT), NO_TITLE, STRANGE, {}],
    ids=["known", "flat", "no title", "unknown title", "skips"],
)
def test_every_route_comes_to_an_end_and_asks_each_question_once(
    world: Known, route: Route, answers: Mapping[str, Any]
) -> None:
    record, asked, _ = walk(world, route, answers)
    names = [q.id for q in asked]
    assert len(names) == len(set(names))
    assert next_question(record, world, route) is None
    assert [q.id for q in sequence(record, world, route)] == names


@pytest.mark.parametrize("route", ROUTES)
def test_every_question_says_what_it_asks_and_can_be_answered(world: Known, route: Route) -> None:
    _, asked, _ = walk(world, route, in_world(FLAT))
    for question in asked:
        assert question.prompt and question.section in wording.SECTIONS and question.seconds > 0
        assert bool(question.choices) == (question.kind in ("one", "many"))
        ids = [c.id for c in question.choices]
        assert len(ids) == len(set(ids)) and all(c.text for c in question.choices)


@pytest.mark.parametrize("route", ROUTES)
def test_sections_come_one_after_another_and_never_again(world: Known, route: Route) -> None:
    _, asked, _ = walk(world, route, in_world(ANA))
    sections = [q.section for q in asked]
    order = list(wording.SECTIONS)
    assert sections == sorted(sections, key=order.index)


@pytest.mark.parametrize("route", ROUTES)
def test_the_place_moves_on_and_the_time_left_goes_down(world: Known, route: Route) -> None:
    _, asked, places = walk(world, route, in_world(ANA))
    assert [p.number for p in places] == list(range(1, len(places) + 1))
    assert all(p.number <= p.of for p in places)
    more_work = next((n for n, q in enumerate(asked) if q.id == "job.2.title"), 0)
    told = next(n for n, q in enumerate(asked) if q.section not in ("you", "work"))
    for some in (places[: more_work + 1], places[told:]):
        left = [p.seconds_left for p in some]
        assert left == sorted(left, reverse=True) and len(set(left)) == len(left)
    assert places[-1].seconds_left == round(asked[-1].seconds * TALKED_OVER[route])
    assert places[-1].number == places[-1].of


@pytest.mark.parametrize(("route", "low", "high"), [("quick", 1, 3), ("standard", 6, 12), ("full", 7, 32)])
def test_a_route_takes_about_the_time_it_promises(world: Known, route: Route, low: float, high: float) -> None:
    _, asked, places = walk(world, route, in_world(ANA))
    assert low * 60 <= sum(q.seconds for q in asked) <= high * 60
    assert low * 60 * 0.75 <= places[0].seconds_left <= high * 60


def test_the_quick_route_asks_only_state_work_strengths_and_last_what_cannot_be_done(world: Known) -> None:
    _, asked, _ = walk(world, "quick", in_world(ANA))
    assert [q.id for q in asked] == [
        "state",
        "job.1.title",
        "job.1.occupation",
        "job.1.did",
        "strongest",
        "want.cannot",
    ]
    assert asked[-2].most == 5


@pytest.mark.parametrize("route", ROUTES)
def test_no_more_work_is_asked_for_than_the_route_holds(world: Known, route: Route) -> None:
    jobs = {f"job.{n}.title": f"cook number {n}" for n in range(1, 10)} | {
        f"job.{n}.occupation": "35-2014.00" for n in range(1, 10)
    }
    record, asked, _ = walk(world, route, jobs)
    assert len(held(record)) == MOST_JOBS[route]
    assert len([q for q in asked if q.id.endswith(".title")]) == MOST_JOBS[route]


def test_a_known_title_leads_to_a_tick_list_of_that_work(world: Known) -> None:
    record, asked, _ = walk(world, "standard", in_world(ANA))
    ticks = next(q for q in asked if q.id == "job.1.did")
    assert ticks.kind == "many" and len(ticks.choices) == 12
    assert "line cook" in ticks.prompt
    assert record.experience[0].code == "35-2014.00"
    assert not [q for q in asked if q.id.startswith("job.1.did.")]


@pytest.mark.parametrize("route", ROUTES)
def test_an_unknown_title_leads_through_groups_and_screens(world: Known, route: Route) -> None:
    record, asked, _ = walk(world, route, STRANGE)
    names = [q.id for q in asked if q.id.startswith("job.1.")]
    screens = [n for n in names if n.startswith("job.1.did.")]
    assert "job.1.groups" in names and "job.1.did" not in names
    assert len(screens) == min(MOST_SCREENS[route], LAST_SCREEN)
    assert len(set(record.experience[0].asked)) == len(screens) * wording.SCREEN


@pytest.mark.parametrize("route", ROUTES)
def test_no_title_at_all_still_asks_what_somebody_has_done(world: Known, route: Route, framework: Framework) -> None:
    some = framework.activities[2].id
    record, asked, _ = walk(world, route, NO_TITLE | {"any.did.1": [some]})
    names = [q.id for q in asked if q.section == "work"]
    screens = min(MOST_SCREENS[route], LAST_SCREEN)
    assert names == ["job.1.title", "any.field", "any.groups", *(f"any.did.{n}" for n in range(1, screens + 1))]
    (done,) = record.experience
    assert done.did == (some,) and done.groups == ("care",) and done.fields == ()
    assert len(set(done.asked)) == screens * wording.SCREEN


def test_the_field_of_work_without_an_occupation_is_asked_once(world: Known) -> None:
    answers = STRANGE | {"job.1.field": ["29"]}
    record, asked, _ = walk(world, "full", answers)
    assert [q.id for q in asked if q.id.endswith(".field")] == ["job.1.field"]
    assert record.experience[0].fields == ("29",)
    named, fields, _ = walk(world, "full", in_world(ANA))
    assert not [q for q in fields if q.id.endswith(".field")] and not any(e.fields for e in named.experience)


def test_the_field_says_which_examples_suit_so_that_nobody_is_asked_twice(world: Known) -> None:
    assert "sector" in [q.id for q in walk(world, "standard", NO_TITLE)[1]]
    assert "sector" not in [q.id for q in walk(world, "standard", NO_TITLE | {"any.field": ["35"]})[1]]


def test_where_no_title_helped_what_was_picked_as_strongest_takes_the_place_of_ratings(world: Known) -> None:
    def rated(route: Route, answers: dict[str, Any]) -> int:
        return sum(q.id.startswith("skill.") for q in walk(world, route, answers)[1])

    strongest = [s.id for s in world.framework.skills[:3]]
    assert rated("standard", NO_TITLE | {"strongest": strongest}) == 0
    assert rated("standard", NO_TITLE) == 5
    assert rated("standard", in_world(ANA) | {"strongest": strongest}) == 5
    assert rated("full", NO_TITLE | {"strongest": strongest}) == len(world.framework.skills)


def test_who_was_past_the_field_before_it_was_asked_is_not_sent_back(world: Known) -> None:
    record, _, _ = walk(world, "standard", NO_TITLE)
    older = replace(record, progress=tuple(p for p in record.progress if p.question != "any.field"))
    assert next_question(older, world, "standard") is None


def test_another_field_on_the_way_back_brings_other_screens(world: Known) -> None:
    record, _, _ = walk(world, "standard", NO_TITLE | {"any.field": ["35"]})
    (question,) = (q for q in sequence(record, world, "standard") if q.id == "any.field")
    assert applied(record, question, ("35",), "now") == record
    changed = applied(record, question, ("29",), "now")
    assert changed.experience[0].asked == () and not changed.answered("any.did.1")


def test_skipped_screens_lead_on_to_the_next_part(world: Known) -> None:
    _, asked, _ = walk(world, "standard", {})
    assert asked[-1].id == "want.licences"


def test_flat_ratings_bring_best_and_least_of_five(world: Known, framework: Framework) -> None:
    _, asked, _ = walk(world, "standard", in_world(FLAT))
    sets = [q for q in asked if q.id.startswith("best.")]
    assert len(sets) == len(framework.skills) // 5
    assert sorted(c.id for q in sets for c in q.choices) == sorted(s.id for s in framework.skills)


def test_ratings_that_differ_bring_no_sets_on_the_standard_route_but_always_on_the_full_one(world: Known) -> None:
    assert not [q for q in walk(world, "standard", in_world(ANA))[1] if q.id.startswith("best.")]
    assert [q for q in walk(world, "full", in_world(ANA))[1] if q.id.startswith("best.")]


def test_the_least_is_asked_only_of_the_four_that_are_left(world: Known) -> None:
    _, asked, _ = walk(world, "standard", in_world(FLAT) | {"best.1": "listening"})
    (least,) = [q for q in asked if q.id.startswith("least.")]
    assert least.id == "least.1" and len(least.choices) == 4
    assert "listening" not in {c.id for c in least.choices}


def test_the_sector_is_asked_only_where_the_work_does_not_tell_it(world: Known) -> None:
    assert "sector" not in {q.id for q in walk(world, "standard", in_world(ANA))[1]}
    assert "sector" in {q.id for q in walk(world, "standard", NO_TITLE)[1]}


def test_examples_come_from_the_sector_of_the_work(world: Known, framework: Framework) -> None:
    _, asked, _ = walk(world, "standard", in_world(ANA))
    few = [s for s in framework.skills if s.asked_in_ten_minutes]
    assert [q.id for q in asked if q.id.startswith("skill.")] == [f"skill.{s.id}" for s in few] and len(few) == 5
    for skill in few:
        question = next(q for q in asked if q.id == f"skill.{skill.id}")
        assert question.help == f"For example: {skill.examples['food']}."
        assert [c.help for c in question.choices] == [*skill.anchors, ""]
        assert set(question.elements) == set(skill.elements)


def test_the_standard_route_leaves_definitions_to_the_picks_and_the_full_one_says_them(
    world: Known, framework: Framework
) -> None:
    means = {f"skill.{s.id}": s.definition for s in framework.skills}
    standard = [q for q in walk(world, "standard", in_world(ANA))[1] if q.section == "skills"]
    assert [c.help for c in standard[0].choices] == list(means.values()) and standard[0].id == "strongest"
    assert all(q.means == means[q.id] and means[q.id] not in q.prompt for q in standard[1:])
    full = [q for q in walk(world, "full", in_world(ANA))[1] if q.id.startswith("skill.")]
    assert [q.id for q in full] == list(means) and all(means[q.id] in q.prompt and not q.means for q in full)


def test_going_on_with_the_full_route_asks_only_the_ratings_still_open(world: Known, framework: Framework) -> None:
    record = walk(world, "standard", in_world(ANA))[0]
    rest = [q.id for q in sequence(record, world, "full") if record.answered(q.id) is None]
    few = {f"skill.{s.id}" for s in framework.skills if s.asked_in_ten_minutes}
    assert [q for q in rest if q.startswith("skill.")] == [
        q for q in (f"skill.{s.id}" for s in framework.skills) if q not in few
    ]
    assert "looked" in rest and "strongest" not in rest


def test_picks_spare_somebody_with_flat_ratings_the_sets_of_five(world: Known) -> None:
    picked = in_world(FLAT) | {"strongest": ["listening"]}
    assert not [q for q in walk(world, "standard", picked)[1] if q.id.startswith("best.")]


def test_what_the_first_screen_said_is_not_said_again(world: Known) -> None:
    first, *rest = [q.help for q in walk(world, "standard", in_world(ANA))[1] if q.section == "know"]
    assert first and rest and not any(rest)


def test_the_nation_is_no_state_to_live_in(world: Known) -> None:
    state = next(q for q in sequence(EMPTY, world, "quick") if q.id == "state")
    assert [c.id for c in state.choices] == ["OH", "TX"]


def test_the_place_of_a_question_of_another_route_is_still_a_place(world: Known) -> None:
    name = sequence(EMPTY, world, "standard")[0]
    place = place_of(name, EMPTY, world, "quick")
    assert place.number <= place.of


def test_interests_are_mixed_so_that_two_of_a_kind_never_follow_each_other(world: Known, framework: Framework) -> None:
    interest = {s.id: s.interest for s in framework.statements}
    asked = [q.id.removeprefix("like.") for q in walk(world, "standard", {})[1] if q.section == "like"]
    assert len(asked) == len(framework.statements) == 12
    assert all(interest[a] != interest[b] for a, b in pairwise(asked))


LONGER = ("job.1.title", "job.1.occupation", "job.3.title", "job.4.title", "job.5.title", "skill.")
"""Answers that open a longer way: no title, no occupation found, a third work, all skills marked the same."""


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    "answers",
    [in_world(ANA), in_world(FLAT), NO_TITLE, STRANGE, {}],
    ids=["known", "flat", "no title", "unknown", "skips"],
)
def test_the_number_of_questions_grows_only_where_an_answer_opens_a_longer_way(
    world: Known, route: Route, answers: Mapping[str, Any]
) -> None:
    _, asked, places = walk(world, route, answers)
    told = [p.of for p in places]
    grown = [asked[n].id for n, (one, two) in enumerate(pairwise(told)) if two > one]
    assert all(name.startswith(LONGER) for name in grown) and len(grown) <= 2
    assert told[-1] == len(asked) and not places[-1].about


@pytest.mark.parametrize("route", ROUTES)
def test_for_who_names_two_kinds_of_work_the_first_number_is_the_likely_one_and_it_never_grows(
    world: Known, route: Route
) -> None:
    _, asked, places = walk(world, route, in_world(ANA))
    told = [p.of for p in places]
    assert told == sorted(told, reverse=True)
    assert places[0].about and told[0] - len(asked) <= (1 if route == "standard" else 25)


@pytest.mark.parametrize("route", ROUTES)
def test_without_groups_there_are_only_two_screens(world: Known, route: Route) -> None:
    _, asked, _ = walk(world, route, {})
    assert [q.id for q in asked if ".did." in q.id] == ["any.did.1", "any.did.2"]


def test_needs_are_asked_last_and_not_on_the_quick_route(world: Known) -> None:
    choices = (Choice(id="childcare", text="Child care"), Choice(id="food", text="Food"))
    needs = (Question(id="need.daily", kind="many", section="want", prompt="Help?", choices=choices),)
    asking = replace(world, needs=needs)
    record, asked, _ = walk(asking, "standard", {"need.daily": ["food"]})
    assert asked[-1].id == "need.daily" and record.needs == ("food",)
    record, asked, _ = walk(asking, "quick", {"need.daily": ["food"]})
    assert record.needs == () and "need.daily" not in {q.id for q in asked}


@pytest.mark.parametrize(
    ("title", "asked"), [("cook at the county jail", True), ("jail guard", False), ("cook", False)]
)
def test_the_quick_route_asks_what_kind_of_work_it_was_where_a_title_may_tell_of_a_prison(
    world: Known, title: str, asked: bool
) -> None:
    said = {"job.1.title": title, "job.1.occupation": "35-2014.00", "job.1.kind": "inside"}
    record, questions, _ = walk(world, "quick", said)
    assert ("job.1.kind" in [q.id for q in questions]) == asked
    assert record.experience[0].kind == ("inside" if asked else None)
    assert "job.1.length" not in [q.id for q in questions]


def test_a_diploma_is_not_offered_as_help_to_who_has_one(world: Known) -> None:
    need = Question(
        id="need.learning", kind="many", section="want", prompt="?",
        choices=(Choice(id="english", text="English"), Choice(id="diploma", text="A diploma")),
    )  # fmt: skip
    asking = replace(world, needs=(need,))
    for schooling, offered in (("none", True), (None, True), ("high_school", False), ("bachelor", False)):
        record = replace(EMPTY, wants=Wants(schooling=schooling))
        ids = [c.id for c in sequence(record, asking, "standard")[-1].choices]
        assert ids == (["english", "diploma"] if offered else ["english"])


def test_marks_are_called_alike_only_where_they_are() -> None:
    skills = ("listening", "speaking", "reading", "writing", "numbers")
    same = tuple(Rating(skill=s, level=2) for s in skills)
    apart = tuple(replace(r, level=1 + n % 3) for n, r in enumerate(same))
    assert "much alike" in best_help(replace(EMPTY, ratings=same))
    assert "much alike" not in best_help(replace(EMPTY, ratings=apart))
