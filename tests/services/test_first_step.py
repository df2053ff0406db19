"""The first step toward work is one that this person can take: nobody is sent to apply where nobody could get the job."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Experience, Money, Person, Record, Wants
from navigator.engine.ways_in import best_way
from navigator.formats.first_step import SCHOOLING, first_step
from navigator.formats.next_steps import steps
from navigator.formats.outline import outline_of
from navigator.services.advice import explained
from navigator.services.match import Matcher
from navigator.services.page import names_of, page
from tests.services.test_told_trade_offs import TODAY

RECORD_CLERK, HEAVY, FORKLIFT, HELP_DESK = "29-2072.00", "47-2073.00", "53-7051.00", "15-1232.00"
STOCKER, COOK, CHEF, TELLER = "53-7065.00", "35-2012.00", "35-1011.00", "43-3071.00"


def worker(code: str = STOCKER, length: str = "months", **wants: object) -> Record:
    job = Experience(id="job1", title="x", code=code, kind="paid", length=length)
    said = Wants(**({"schooling": "high_school"} | wants))  # type: ignore[arg-type]
    return Record(id="r", created="", person=Person(state="OH"), experience=(job,), wants=said)


def step(catalogue: Catalogue, record: Record, code: str, band: str = "look") -> str:
    """The first step, had the match this band and nothing in the way but what comes from its paper."""
    match = Matcher(catalogue=catalogue, record=record).match(code)
    kept = tuple(r for r in match.reasons if r.part == "licence" or r.kind == "for")
    occupation = catalogue.occupation(code)
    way = best_way(occupation, record.wants.train_months)
    held = any(e.code == code for e in record.experience)
    return first_step(replace(match, band=band, reasons=kept), occupation, way, names_of(catalogue), record, held=held)  # type: ignore[arg-type]


def test_where_people_go_to_a_course_first_the_course_is_the_step(catalogue: Catalogue) -> None:
    assert "the certificate near you" in step(catalogue, worker(), RECORD_CLERK)
    assert "which apprenticeships are near you" in step(catalogue, worker(), HEAVY)
    assert step(catalogue, worker(), RECORD_CLERK, band="strong").startswith("Look for postings")
    assert step(catalogue, worker(code=RECORD_CLERK), RECORD_CLERK).startswith("Look for postings")


def test_who_has_the_paper_or_the_degree_is_sent_to_the_postings(catalogue: Catalogue) -> None:
    papers = catalogue.occupation(HELP_DESK).profile.licence.names
    assert papers and "the certificate near you" in step(catalogue, worker(), HELP_DESK)
    assert step(catalogue, worker(licences=papers[:1]), HELP_DESK).startswith("Look for postings")
    drafter = "17-3011.00"
    assert "2-year degree near you" in step(catalogue, worker(), drafter)
    assert step(catalogue, worker(schooling="bachelor"), drafter).startswith("Look for postings")


def test_work_that_people_rise_to_begins_with_the_job_below_unless_it_was_done_for_years(catalogue: Catalogue) -> None:
    assert "which job leads there" in step(catalogue, worker(), CHEF)
    assert "which job leads there" in step(catalogue, worker(code=COOK, length="months"), CHEF)
    assert step(catalogue, worker(code=COOK, length="long"), CHEF).startswith("Look for postings")


def test_how_long_counts_as_rising_is_what_the_settings_of_the_ways_say(catalogue: Catalogue) -> None:
    record, occupation = worker(), catalogue.occupation(CHEF)
    way, names = occupation.profile.ways_in[0], names_of(catalogue, record)
    match = replace(Matcher(catalogue=catalogue, record=record).match(CHEF), band="look", reasons=())
    assert names.work_up == catalogue.pathways.work_up
    patient = replace(names, work_up=way.months[0] + 1)
    assert "which job leads there" in first_step(match, occupation, way, names, record, held=False)
    assert first_step(match, occupation, way, patient, record, held=False).startswith("Look for postings")


def test_a_card_that_the_employer_gives_is_asked_for_with_the_job(catalogue: Catalogue) -> None:
    asked = replace(worker(licences=("drivers-licence",)))
    said = step(catalogue, asked, FORKLIFT)
    assert said.startswith("Look for postings that say: Forklift operator")
    assert said.endswith("Ask if they help you get this: forklift card.")


def test_no_step_leads_to_work_that_is_ending_or_that_is_not_on_the_page(catalogue: Catalogue) -> None:
    one = explained(catalogue, worker(), FORKLIFT).idea
    better = replace(one, name="Miner", pays_more=True, felt=True)
    assert steps([one, better], worker())[1].startswith("Miner: ")
    assert not any(s.startswith("Miner: ") for s in steps([one, replace(better, ending=True)], worker()))
    teller = worker(code=TELLER, length="years")
    teller = replace(teller, person=replace(teller.person, last_pay=Money(amount=14.0, per="hour")))
    made = page(catalogue, teller, TODAY)
    alone = replace(made, ideas=made.ideas[:1], more=())
    said = next(s for s in outline_of(alone).sections if s.id == "next").blocks[0].lines
    others = {i.name for i in (*made.ideas[1:], *made.more)}
    assert any(s.startswith(f"{name}: ") for s in made.next_steps for name in others)  # there is one to lose
    assert said[0].whole.startswith(made.ideas[0].name)
    assert not any(line.whole.startswith(f"{name}: ") for line in said for name in others)


def test_each_page_has_the_steps_of_what_is_told_on_it_and_no_other(catalogue: Catalogue) -> None:
    made = page(catalogue, worker(code=TELLER, length="years"), TODAY)
    told = len(made.ideas) + len(made.more)
    assert len(made.steps_of) == told + 1 and made.next_steps == made.steps_of[-1]
    assert replace(made, ideas=(), more=()).next_steps[0].startswith("Answer more questions")
    assert replace(made, steps_of=()).next_steps == ()


def test_schooling_goes_up_as_the_engine_has_it(catalogue: Catalogue) -> None:
    assert catalogue.matching.schooling_order == SCHOOLING


def test_papers_from_another_country_english_classes_and_service_each_have_their_step(catalogue: Catalogue) -> None:
    idea = explained(catalogue, worker(), FORKLIFT).idea
    teacher = replace(idea, name="Teacher", abroad=True, first_step="Ask about your papers.")
    assert "Teacher: ask about your papers." in steps([idea, teacher], worker())
    learner = replace(worker(), needs=("english",))
    assert any("English classes" in s for s in steps([idea], learner))
    assert not any("English classes" in s for s in steps([idea], worker()))
    job = replace(worker().experience[0], kind="service")
    assert "many who served are seen first" in steps([idea], replace(worker(), experience=(job,)))[-1]
    assert "veterans" not in steps([idea], worker())[-1]


def test_a_line_of_an_idea_says_the_course_or_the_years_that_it_takes(catalogue: Catalogue) -> None:
    quick = replace(worker(code=TELLER, length="years"), wants=Wants())
    assert "1 to 3 years" in explained(catalogue, quick, "43-3051.00").idea.remark
    assert not explained(catalogue, quick, "43-4171.00").idea.remark


@pytest.mark.parametrize(("known", "kept"), [(("2.C.7.b",), True), (("2.C.1.e",), False)])
def test_work_made_of_another_language_is_only_for_who_speaks_one(
    catalogue: Catalogue, known: tuple[str, ...], kept: bool
) -> None:
    from navigator.formats.chosen import unspoken

    record = replace(worker(), knowledge=known)
    match = Matcher(catalogue=catalogue, record=record).match("27-3091.00")
    assert unspoken(match, record) is not kept
    assert any(r.kind == "need" and r.about == "2.C.7.b" for r in match.reasons) is not kept


def test_what_is_years_off_stands_behind_what_is_not(catalogue: Catalogue) -> None:
    from navigator.formats.chosen import chosen

    record = worker(code=COOK, length="long", train_months=24.0)
    shown = Matcher(catalogue=catalogue, record=record).matches().shown
    names = names_of(catalogue, record)
    plain = chosen(shown, record, names, None)
    first = plain[0]
    assert sum(m.band == first.band for m in plain) > 1
    behind = chosen(shown, record, names, None, (), {first.code})
    assert behind[0].code != first.code and first in behind


def test_work_that_was_done_asks_nothing_that_was_not_asked(catalogue: Catalogue) -> None:
    done = explained(catalogue, worker(code=FORKLIFT, length="years"), FORKLIFT)
    assert done.held and not done.may_need
    assert all(line.startswith("You need this") for line in done.not_asked)


def test_who_rules_out_dust_and_fumes_is_not_led_to_work_in_them(catalogue: Catalogue) -> None:
    bolter = replace(worker(code="47-5043.00", length="long"), wants=Wants(cannot=("air",)))
    assert all(i.code not in ("47-5044.00", "51-4121.00", "51-9124.00") for i in page(catalogue, bolter, TODAY).ideas)
    told = explained(catalogue, bolter, "51-4121.00")
    assert "It often asks what you ruled out: dust, smoke or fumes." in told.caps
