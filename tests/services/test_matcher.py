"""Matches of one record: the same each time, banded, capped, honest about too few answers, with work from elsewhere."""

from __future__ import annotations

import json
from dataclasses import replace

import msgspec
import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.match import Match, Matches
from navigator.domain.record import Dismissal, Experience, Money, Person, Rating, Record, Wants
from navigator.engine.bands import ORDER, band_of, is_far, lacks_degree
from navigator.formats.reason_words import whys
from navigator.services.match import DEEP, Matcher
from navigator.services.page import names_of
from navigator.services.share import share_of, told
from tests.asking import EMPTY


def matches(catalogue: Catalogue, record: Record) -> Matches:
    return Matcher(catalogue=catalogue, record=record).matches()


def codes(found: Matches) -> list[str]:
    return [m.code for m in found.shown]


def as_bytes(found: Matches) -> bytes:
    return json.dumps(msgspec.to_builtins(found)).encode()


@pytest.fixture(scope="module")
def found(catalogue: Catalogue, ana: Record) -> Matches:
    return matches(catalogue, ana)


def test_the_same_record_has_the_same_matches_byte_for_byte(catalogue: Catalogue, ana: Record, found: Matches) -> None:
    again = matches(Catalogue(catalogue.folder), msgspec.convert(msgspec.to_builtins(ana), Record))
    assert as_bytes(again) == as_bytes(found)


def test_the_order_of_answering_and_who_one_is_change_nothing(
    catalogue: Catalogue, ana: Record, found: Matches
) -> None:
    turned = replace(
        ana,
        id="somebody else",
        created="another day",
        person=replace(ana.person, name="Zed", looked="wide"),
        ratings=tuple(reversed(ana.ratings)),
        knowledge=tuple(reversed(ana.knowledge)),
        likings=tuple(reversed(ana.likings)),
        progress=tuple(reversed(ana.progress)),
        experience=tuple(replace(e, did=tuple(reversed(e.did)), title="x") for e in ana.experience),
    )
    assert as_bytes(matches(catalogue, turned)) == as_bytes(found)


def test_the_last_pay_never_changes_what_fits(catalogue: Catalogue, ana: Record, found: Matches) -> None:
    rich = replace(ana, person=replace(ana.person, last_pay=Money(amount=90, per="hour")))
    assert codes(matches(catalogue, rich)) == codes(found)


def test_at_most_twenty_are_shown_in_the_order_of_their_bands(found: Matches, catalogue: Catalogue) -> None:
    assert len(found.shown) == catalogue.matching.shown == 20
    assert len(set(codes(found))) == 20
    order = [
        (
            ORDER.index(m.band),
            parts(m).count("cannot"),
            m.rare,
            "pay" in parts(m),
            "times" in parts(m),
            is_far(m.reasons),
            lacks_degree(m.reasons),
            -round(m.score.total, 9),
        )
        for m in found.shown
    ]
    assert order == sorted(order)
    assert found.clear and not found.unclear_because and not found.flat


def test_a_match_is_the_sum_of_its_named_parts(found: Matches) -> None:
    for match in found.shown:
        assert match.score.total == pytest.approx(sum(p.value * p.weight for p in match.score.parts))
        names = [p.name for p in match.score.parts]
        assert len(names) == len(set(names)) >= 4


def test_no_band_is_better_than_its_score_or_its_caps(found: Matches, catalogue: Catalogue, ana: Record) -> None:
    own = Matcher(catalogue=catalogue, record=ana).own
    for match in (*found.shown, *found.elsewhere):
        best = band_of(match.score.total, catalogue.matching, held=own(match.code))
        assert ORDER.index(match.band) >= ORDER.index(best)
        for reason in match.reasons:
            if reason.kind == "cap" and reason.part in ("training", "years", "cannot"):
                assert match.band == "stretch"
            if reason.kind == "cap":
                assert match.band != "strong"


def test_every_reason_speaks_of_an_answer_the_person_gave(found: Matches, ana: Record) -> None:
    did = {a for e in ana.experience for a in e.did}
    held = {e.code for e in ana.experience}
    for match in found.shown:
        for reason in match.reasons:
            if reason.kind == "for" and reason.part == "activities":
                assert reason.about in did
            if reason.kind == "for" and reason.part == "history":
                assert reason.about in held
            if reason.kind == "for" and reason.part == "knowledge":
                assert reason.about in ana.knowledge


def test_pay_is_that_of_the_persons_state_or_says_which(found: Matches) -> None:
    assert {m.wages.area for m in found.shown if m.wages} <= {"OH", "US"}
    assert all(m.projection for m in found.shown)


def test_without_a_state_pay_is_the_nations(catalogue: Catalogue, ana: Record) -> None:
    nowhere = replace(ana, person=replace(ana.person, state=""))
    assert {m.wages.area for m in matches(catalogue, nowhere).shown if m.wages} == {"US"}


def test_a_state_that_publishes_no_middle_pay_is_answered_with_the_nations(catalogue: Catalogue, ana: Record) -> None:
    query = "SELECT soc, area FROM wage WHERE h50 IS NULL AND a50 IS NULL AND h50_note != '5' AND a50_note != '5'"
    soc, area = next(r for r in catalogue.db.execute(query) if catalogue.has(f"{r[0]}.00"))
    there = replace(ana, person=replace(ana.person, state=area))
    wages = Matcher(catalogue=catalogue, record=there).match(f"{soc}.00").wages
    assert wages is not None and wages.area == "US"


def test_not_for_me_swaps_one_out_and_the_next_moves_up(catalogue: Catalogue, ana: Record, found: Matches) -> None:
    gone = found.shown[0].code
    after = matches(catalogue, replace(ana, dismissed=(Dismissal(code=gone),)))
    assert gone not in codes(after) and gone not in {m.code for m in after.elsewhere}
    assert len(after.shown) == 20
    assert len(set(codes(after)) - set(codes(found))) == 1
    assert [c for c in codes(found) if c != gone] == [c for c in codes(after) if c in codes(found)]


def test_elsewhere_comes_from_fields_that_nothing_else_touches(found: Matches, ana: Record) -> None:
    fields = [m.code[:2] for m in found.elsewhere]
    near = {m.code[:2] for m in found.shown[:12]} | {e.code[:2] for e in ana.experience if e.code}
    assert 1 <= len(fields) <= 3 and len(set(fields)) == len(fields)
    assert not set(fields) & near
    assert not {m.code for m in found.elsewhere} & set(codes(found))
    assert all(m.elsewhere for m in found.elsewhere) and not any(m.elsewhere for m in found.shown)


def test_elsewhere_holds_nothing_that_was_ruled_out_or_pays_less(found: Matches) -> None:
    for match in found.elsewhere:
        assert not {r.part for r in match.reasons if r.kind == "cap"} & {"zone", "cannot", "training", "pay"}
        typical = match.wages.typical.per_hour if match.wages else None
        assert typical is None or typical >= 16.5


@pytest.mark.parametrize(
    "record",
    [
        EMPTY,
        replace(EMPTY, ratings=(Rating(skill="listening", level=3), Rating(skill="reading", level=1))),
        replace(EMPTY, knowledge=("2.C.1.e",)),
    ],
    ids=["nothing", "two ratings", "one area"],
)
def test_too_few_answers_are_said_and_nothing_is_guessed(catalogue: Catalogue, record: Record) -> None:
    found = matches(catalogue, record)
    assert found.shown == () == found.elsewhere
    assert not found.clear and found.unclear_because == "few"


def test_one_job_and_its_ticks_are_enough_to_begin(catalogue: Catalogue) -> None:
    job = Experience(id="job1", title="cook", code="35-2014.00", asked=("4.A.3.a.2.I03",), did=("4.A.3.a.2.I03",))
    found = matches(catalogue, replace(EMPTY, experience=(job,)))
    assert found.shown and found.unclear_because != "few"


def test_flat_ratings_are_noted(catalogue: Catalogue, ana: Record) -> None:
    flat = replace(ana, ratings=tuple(replace(r, level=2) for r in ana.ratings))
    assert matches(catalogue, flat).flat


def parts(match: Match) -> list[str]:
    return [r.part for r in match.reasons if r.kind == "cap"]


def stretch(match: Match) -> set[str]:
    return set(parts(match))


def test_a_floor_no_work_here_reaches_caps_everything(catalogue: Catalogue, ana: Record) -> None:
    dear = replace(ana, wants=replace(ana.wants, pay_floor=Money(amount=900, per="hour")))
    found = matches(catalogue, dear)
    assert all("pay" in stretch(m) for m in found.shown if m.wages and m.wages.typical.per_hour is not None)
    for match in found.shown:
        assert match.band == "stretch" or (match.band == "look" and stretch(match) <= {"pay"})


def test_work_that_asks_what_was_ruled_out_is_shown_only_when_too_little_else_is_there(
    catalogue: Catalogue, ana: Record
) -> None:
    back = replace(ana, wants=replace(ana.wants, cannot=("lifting", "standing")))
    found = matches(catalogue, back)
    assert len(found.shown) == 20
    held = {e.code for e in ana.experience}
    assert not [m.code for m in found.shown if "cannot" in parts(m) and m.code not in held]
    everything = replace(ana, wants=replace(ana.wants, cannot=tuple(c.id for c in catalogue.matching.cannot)))
    counts = [parts(m).count("cannot") for m in matches(catalogue, everything).shown]
    assert len(counts) == 20 and counts == sorted(counts)


def test_work_that_was_done_stands_in_the_list_with_what_is_against_it(catalogue: Catalogue, ana: Record) -> None:
    everything = replace(ana, wants=replace(ana.wants, cannot=tuple(c.id for c in catalogue.matching.cannot)))
    for record in (ana, everything):
        found = {m.code: m for m in matches(catalogue, record).shown}
        assert len(found) == 20
        held = {e.code for e in record.experience if e.code}
        assert held <= found.keys()
        for code in held & {c.code for c in catalogue.occupations(held)}:
            asks = set(catalogue.occupation(code).profile.asks_for or ())
            told = {t for r in found[code].reasons if r.part in ("cannot", "times") for t in r.about.split()}
            assert told == asks & set(record.wants.cannot)
    gone = replace(everything, dismissed=(Dismissal(code="35-2014.00"),))
    assert "35-2014.00" not in codes(matches(catalogue, gone))


def test_a_card_that_is_held_brings_in_the_work_it_opens_and_says_so(catalogue: Catalogue, ana: Record) -> None:
    forklift = "53-7051.00"
    without = replace(ana, wants=replace(ana.wants, cannot=(), licences=("drivers-licence",)))
    having = replace(without, wants=replace(without.wants, licences=("drivers-licence", "forklift")))
    found = {m.code: m for m in matches(catalogue, having).shown}
    assert forklift in found
    assert [r.about for r in found[forklift].reasons if r.part == "licences"] == ["forklift"]
    assert found[forklift].band != "stretch"
    before = Matcher(catalogue=catalogue, record=without)
    assert before.match(forklift).score.total < found[forklift].score.total
    assert before.rank(forklift) > Matcher(catalogue=catalogue, record=having).rank(forklift)
    assert not [r for m in found.values() for r in m.reasons if r.about == "drivers-licence"]


def test_a_paper_for_work_that_somebody_cannot_do_is_no_reason_to_name_it_but_nights_can_be_asked_about(
    catalogue: Catalogue, ana: Record
) -> None:
    aide, forklift = "31-1131.00", "53-7051.00"
    wants = replace(ana.wants, cannot=("lifting", "nights"), licences=("cna", "forklift"))
    matcher = Matcher(catalogue=catalogue, record=replace(ana, wants=wants))
    kept = matcher.kept(matcher.ranking)
    assert "lifting" in (catalogue.occupation(aide).profile.asks_for or ()) and aide not in kept
    assert catalogue.occupation(forklift).profile.asks_for == ("nights",) and forklift in kept
    found = matcher.match(forklift)
    assert found.band == "look" and parts(found) == ["times"]
    assert matcher.within_reach(forklift) and not matcher.within_reach(aide)


def test_what_nobody_thought_of_is_work_with_jobs_to_be_had(catalogue: Catalogue, ana: Record) -> None:
    least = catalogue.matching.elsewhere_jobs
    assert least.openings >= 1000
    for pay in (None, ana.person.last_pay):
        record = replace(ana, person=replace(ana.person, last_pay=pay))
        for match in matches(catalogue, record).elsewhere:
            assert match.projection and match.projection.yearly_openings and match.projection.growth_percent is not None
            assert match.projection.yearly_openings >= least.openings
            assert match.projection.growth_percent >= least.growth


def test_own_work_that_pays_a_little_under_the_floor_is_no_stretch(catalogue: Catalogue, ana: Record) -> None:
    wages = Matcher(catalogue=catalogue, record=ana).wages("35-2014.00")
    assert wages is not None and wages.typical.per_hour is not None
    free = replace(ana, wants=Wants(pay_floor=Money(amount=wages.typical.per_hour / 0.96, per="hour")))
    dear = replace(ana, wants=Wants(pay_floor=Money(amount=wages.typical.per_hour / 0.8, per="hour")))
    assert parts(Matcher(catalogue=catalogue, record=free).match("35-2014.00")) == []
    own = Matcher(catalogue=catalogue, record=dear).match("35-2014.00")
    assert own.band == "look" and parts(own) == ["pay"]


def test_ticking_everything_is_said(catalogue: Catalogue) -> None:
    every = tuple(a.id for a in catalogue.framework.activities[:30])
    job = Experience(id="any", asked=every, did=every)
    found = matches(catalogue, replace(EMPTY, experience=(job,)))
    assert found.unclear_because in ("all", "low") and found.shown
    assert Matcher(catalogue=catalogue, record=replace(EMPTY, experience=(job,))).ticked_all
    some = replace(job, did=every[:20])
    assert not Matcher(catalogue=catalogue, record=replace(EMPTY, experience=(some,))).ticked_all


def test_pay_that_cannot_be_right_is_not_compared_with(catalogue: Catalogue, ana: Record) -> None:
    absurd = replace(ana, person=replace(ana.person, last_pay=Money(amount=900, per="hour")))
    assert matches(catalogue, absurd).elsewhere


def test_a_licence_the_person_lacks_stands_in_the_way_until_they_have_it(catalogue: Catalogue, ana: Record) -> None:
    def of(record: Record) -> Match:
        return Matcher(catalogue=catalogue, record=record).match("29-2061.00")

    without = of(ana)
    assert "licence" in stretch(without) and without.band != "strong"
    licence = catalogue.occupation("29-2061.00").profile.licence.names[0]
    assert "licence" not in stretch(of(replace(ana, wants=replace(ana.wants, licences=(licence,)))))


def test_what_is_ruled_out_caps_only_for_the_one_who_ruled_it_out(catalogue: Catalogue, ana: Record) -> None:
    free = replace(ana, wants=replace(ana.wants, cannot=()))
    aide = Matcher(catalogue=catalogue, record=replace(ana, wants=replace(ana.wants, cannot=("lifting",)))).match(
        "31-1131.00"
    )
    assert "cannot" in stretch(aide) and aide.band == "stretch"
    assert "cannot" not in stretch(Matcher(catalogue=catalogue, record=free).match("31-1131.00"))


def test_every_occupation_can_be_explained_whatever_its_rank(catalogue: Catalogue, ana: Record) -> None:
    matcher = Matcher(catalogue=catalogue, record=ana)
    assert len(matcher.ranking) == 923
    for code in (matcher.ranking[0][0], matcher.ranking[400][0], matcher.ranking[-1][0]):
        assert matcher.match(code).code == code
    assert matcher.rank(matcher.ranking[400][0]) == 401
    dismissed = Matcher(catalogue=catalogue, record=replace(ana, dismissed=(Dismissal(code="11-1011.00"),)))
    assert dismissed.rank("11-1011.00") == 923


def test_a_record_with_ids_of_another_release_is_matched_on_the_rest(catalogue: Catalogue, ana: Record) -> None:
    odd = replace(
        ana,
        experience=(
            *ana.experience,
            Experience(id="job3", title="x", code="99-9999.00", asked=("9.Z.1",), did=("9.Z.1",)),
        ),
        ratings=(*ana.ratings, Rating(skill="juggling", level=3)),
        knowledge=(*ana.knowledge, "9.Z"),
        strongest=("whistling",),
        dismissed=(Dismissal(code="00-0000.00"),),
        person=replace(ana.person, state="ZZ"),
    )
    assert len(matches(catalogue, odd).shown) == 20


def test_without_a_word_about_work_the_list_is_said_to_be_first_ideas(catalogue: Catalogue, ana: Record) -> None:
    jobs = tuple(replace(e, code=None, asked=(), did=()) for e in ana.experience)
    found = Matcher(catalogue=catalogue, record=replace(ana, experience=jobs)).matches()
    assert found.shown and not found.clear and found.unclear_because == "work"


def test_who_picked_kinds_of_things_has_told_of_work_and_is_told_of_it_again(catalogue: Catalogue) -> None:
    job = Experience(id="any", groups=("care", "food", "moving"))
    picks = ("listening", "helping", "teamwork", "planning")
    record = Record(id="", created="", experience=(job,), strongest=picks)
    found = Matcher(catalogue=catalogue, record=record).matches()
    assert found.unclear_because != "work"
    said = whys(found.shown[0], names_of(catalogue, record))
    assert said[0] == "You have done this kind of thing: food, plants and animals"
    for_a_friend = told(found, share_of("family", ["skills", "ideas"]))
    assert {r.part for m in for_a_friend.shown for r in m.reasons if r.kind == "for"} <= {"skills"}


def mother(**wants: object) -> Record:
    """Somebody without a diploma who cared for children at home and has three months to train."""
    job = Experience(id="job1", title="mother", code="39-9011.00", kind="home", length="years")
    said = Wants(**({"schooling": "none", "train_months": 3.0} | wants))  # type: ignore[arg-type]
    return Record(id="r", created="2026-01-01", person=Person(state="OH"), experience=(job,), wants=said)


@pytest.mark.parametrize("wants", [{}, {"cannot": ("lifting",)}])
def test_what_is_years_away_fills_the_list_only_where_too_little_is_in_reach(
    catalogue: Catalogue, wants: dict[str, object]
) -> None:
    matcher = Matcher(catalogue=catalogue, record=mother(**wants))
    first = [is_far(matcher.match(code).reasons) for code, _ in matcher.ranking[:40]]
    shown = matcher.matches().shown
    near = sum(matcher.within_reach(code) for code, _ in matcher.ranking[:DEEP])
    assert sum(first) > 20
    assert len(shown) == 20 and sum(not is_far(m.reasons) for m in shown) == min(20, near) >= 18


def test_first_ideas_of_who_told_no_work_are_neither_of_the_stage_nor_years_away(catalogue: Catalogue) -> None:
    untold = replace(
        EMPTY,
        strongest=("listening", "teamwork", "helping", "planning", "adapting"),
        ratings=tuple(Rating(skill=s, level=3) for s in ("listening", "speaking", "teamwork")),
        experience=(Experience(id="job1", title="kitchen inside"),),
    )
    found = matches(catalogue, untold)
    tables = catalogue.tables
    every = [m.code for m in (*found.shown, *found.elsewhere)]
    assert found.unclear_because == "work" and every
    assert not any(code.startswith("27-2") or tables.zones[tables.column[code]] > 3 for code in every)
    studied = Matcher(catalogue=catalogue, record=replace(untold, wants=Wants(schooling="bachelor"))).ideas
    assert any(tables.zones[tables.column[code]] == 4 for code, _ in studied)
