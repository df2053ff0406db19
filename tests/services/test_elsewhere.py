"""Work from another field: only what somebody could begin, likes, and is told with its way in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.match import Match
from navigator.domain.record import Experience, Liking, Person, Progress, Record, Wants
from navigator.engine.ways_in import best_way, longer_than_said, paper_soon
from navigator.formats.outline import outline_of
from navigator.services.elsewhere import AGAINST
from navigator.services.match import Matcher
from navigator.services.page import page
from tests.services.test_told_trade_offs import TODAY

WORK = ("49-3053.00", "39-3031.00", "35-3011.00", "45-2092.00", "43-4051.00", "53-7065.00", "51-9061.00", "37-2012.00")


def worker(catalogue: Catalogue, code: str, months: float | None) -> Record:
    did = tuple(catalogue.occupation(code).activities)[:6]
    job = Experience(id="job1", title="x", code=code, kind="paid", length="long", did=did, asked=did)
    likings = tuple(Liking(statement=s.id, value=-1) for s in catalogue.framework.statements[::3])
    return Record(
        id="r", created="", person=Person(state="OH"), experience=(job,), likings=likings,
        knowledge=("2.C.3.e", "2.C.1.e", "2.C.2.a"), wants=Wants(schooling="high_school", train_months=months),
        progress=(Progress(question="want.licences"), Progress(question="want.cannot")),
    )  # fmt: skip


def elsewhere(catalogue: Catalogue, months: float | None) -> list[tuple[Matcher, Match]]:
    matchers = [Matcher(catalogue=catalogue, record=worker(catalogue, code, months)) for code in WORK]
    return [(m, found) for m in matchers for found in m.matches().elsewhere]


@pytest.mark.parametrize("months", [0.0, 3.0, 6.0])
def test_it_needs_no_license_first_and_no_years_even_paid_ones(catalogue: Catalogue, months: float) -> None:
    found = elsewhere(catalogue, months)
    assert found
    for matcher, match in found:
        occupation = catalogue.occupation(match.code)
        asks = any(r.kind == "cap" and r.part == "licence" for r in match.reasons)
        assert not asks or paper_soon(matcher.standing, occupation), match.name
        assert not longer_than_said(best_way(occupation, months), months), match.name


def test_what_somebody_likes_and_knows_does_not_speak_against_it(catalogue: Catalogue) -> None:
    for _, match in elsewhere(catalogue, 3.0):
        values = {p.name: p.value for p in match.score.parts}
        assert values.get("interests", 0.0) >= AGAINST and values.get("knowledge", 0.0) >= AGAINST, match.name


def test_the_page_says_its_band_and_its_way_in_with_the_time(catalogue: Catalogue) -> None:
    made = page(catalogue, worker(catalogue, WORK[3], 3.0), TODAY)
    assert made.elsewhere
    text = "\n".join(x.whole for s in outline_of(made).sections for b in s.blocks for x in b.lines)
    for idea in made.elsewhere:
        assert idea.way_short and f"{idea.name} ({idea.band.lower()}): {idea.pay_short}" in text
        assert f"{idea.way_short}." in text


def test_a_license_that_nobody_asked_about_keeps_out_all_but_what_nearly_everybody_has(catalogue: Catalogue) -> None:
    for code in WORK:
        quick = replace(worker(catalogue, code, None), progress=())
        for match in Matcher(catalogue=catalogue, record=quick).matches().elsewhere:
            papers = {r.about for r in match.reasons if r.kind == "cap" and r.part == "licence"}
            assert papers <= {*catalogue.pathways.everyday}


def test_who_did_not_say_how_long_they_can_train_is_named_nothing_that_takes_years(catalogue: Catalogue) -> None:
    unasked, asked = elsewhere(catalogue, None), elsewhere(catalogue, 48.0)
    assert unasked

    def middle(code: str) -> float:
        way = best_way(catalogue.occupation(code), None)
        return sum(way.months) / 2 if way else 0.0

    most = catalogue.pathways.train_default
    assert all(middle(match.code) <= most for _, match in unasked)
    assert any(middle(match.code) > most for _, match in asked)
    seen = [matcher.record.experience[0].code for matcher, _ in unasked]
    assert {*seen} >= {m.record.experience[0].code for m, _ in asked}  # the line is not lost
