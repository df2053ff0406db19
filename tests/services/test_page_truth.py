"""The page says nothing it does not know: what was not asked, what nobody needs to be told, and what paper cannot do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.record import BestWorst, Experience, Money, Person, Progress, Rating, Record, Wants
from navigator.formats.outline import outline_of
from navigator.formats.page import UNASKED
from navigator.records.store import RecordStore
from navigator.services.advice import advice, explained
from navigator.services.hand_over import plainer_titles, resume_words
from navigator.services.match import Matcher
from navigator.services.page import page, with_own_first
from navigator.services.share import share_of
from tests.services.test_told_trade_offs import TODAY
from tests.workers import walked

DELIVERY, BARTENDER, AIDE = "53-3033.00", "35-3011.00", "31-1131.00"
STANDARD = (Progress(question="want.licences"), Progress(question="want.cannot"))
DIPLOMA = "Ask a career navigator where you can finish high school or a GED near you. Classes are often free."


def worker(code: str, progress: tuple[Progress, ...] = STANDARD, **wants: object) -> Record:
    job = Experience(id="job1", title="x", code=code, kind="paid", length="years")
    said = Wants(**({"schooling": "high_school"} | wants))  # type: ignore[arg-type]
    return Record(id="r", created="", person=Person(state="OH"), experience=(job,), wants=said, progress=progress)


def text_of(catalogue: Catalogue, record: Record, profile: str = "worker") -> str:
    outline = outline_of(page(catalogue, record, TODAY, share_of(profile)))
    return "\n".join(line.whole for section in outline.sections for block in section.blocks for line in block.lines)


def test_a_license_that_was_not_asked_about_is_not_called_missing(catalogue: Catalogue) -> None:
    quick = worker(BARTENDER, progress=())
    for code, step in ((DELIVERY, "Look for postings"), (AIDE, "If you have the license,")):
        told = explained(catalogue, quick, code)
        assert not [m for m in told.idea.missing if m.startswith("You need this")]
        assert [
            n
            for n in told.idea.notes
            if n.startswith("You need this") and n.endswith("You have not said if you have it.")
        ]
        assert told.idea.first_step.startswith(step) and not told.caps
        asked = explained(catalogue, worker(BARTENDER), code)
        assert asked.idea.missing[0].startswith("You need this") and asked.caps
        assert asked.idea.band == told.idea.band
    assert explained(catalogue, worker(BARTENDER), DELIVERY).idea.first_step == (
        "Ask a career navigator how to get this near you, and who helps to pay: driver's license."
    )


def test_what_was_not_asked_of_papers_is_not_told_to_others_who_do_not_get_them(catalogue: Catalogue) -> None:
    assert "We did not ask" in text_of(catalogue, worker("53-3032.00", progress=()))
    assert "We did not ask" not in text_of(catalogue, worker("53-3032.00"), "family")


def test_that_nobody_asked_what_cannot_be_done_is_said_until_it_is_asked(
    catalogue: Catalogue, store: RecordStore
) -> None:
    silent = worker(BARTENDER, progress=())
    assert page(catalogue, silent, TODAY).unasked == UNASKED == advice(catalogue, silent).unasked
    assert UNASKED in text_of(catalogue, silent)
    assert not page(catalogue, silent, TODAY, share_of("employer")).unasked
    assert not page(catalogue, replace(silent, wants=Wants(cannot=("driving",))), TODAY).unasked
    said = {"state": "OH", "job.1.title": "bartender", "job.1.occupation": BARTENDER, "want.cannot": ["driving"]}
    through = walked(catalogue, store, said, "quick")
    assert through.wants.cannot == ("driving",) and not page(catalogue, through, TODAY).unasked


def test_who_has_no_diploma_is_told_of_the_classes_once(catalogue: Catalogue) -> None:
    steps = page(catalogue, worker(BARTENDER, schooling="none"), TODAY).next_steps
    assert len([s for s in steps if "GED" in s]) == 1
    assert DIPLOMA in page(catalogue, Record(id="e", created="", wants=Wants(schooling="none")), TODAY).next_steps
    for schooling in (None, "high_school", "bachelor"):
        assert not [s for s in page(catalogue, worker(BARTENDER, schooling=schooling), TODAY).next_steps if "GED" in s]


def test_a_single_odd_task_is_not_named_as_missing(catalogue: Catalogue) -> None:
    odd = {"53-3032.00": "4.A.3.a.3.I07", "53-7073.00": "4.A.3.b.4.I05", "43-4181.00": "4.A.4.a.5.I09"}
    for code, activity in odd.items():
        record = worker(BARTENDER)
        job = replace(record.experience[0], asked=(activity, "4.A.3.a.2.I42"))
        needs = {
            r.about
            for r in Matcher(catalogue=catalogue, record=replace(record, experience=(job,))).match(code).reasons
            if r.part == "activities" and r.kind in ("need", "not_asked")
        }
        assert activity in catalogue.occupation(code).activities and activity not in needs
        assert not needs & {*catalogue.pathways.anybody}


@pytest.mark.parametrize("tips", [True, False])
def test_paper_holds_no_command_to_type(catalogue: Catalogue, tips: bool) -> None:
    record = worker(BARTENDER)
    paid = replace(record, person=Person(state="OH", last_pay=Money(amount=2.13, per="hour", tips=tips)))
    titled = Experience(id="job1", title="kitchen inside")
    ratings = tuple(Rating(skill=s, level=n) for s, n in (("listening", 3), ("speaking", 1), ("teamwork", 2)))
    unsaid = Record(id="u", created="", ratings=ratings, strongest=("listening", "teamwork"), experience=(titled,))
    for who in (paid, unsaid, Record(id="e", created="")):
        assert "navigator'" not in text_of(catalogue, who) and "Type:" not in text_of(catalogue, who)
    assert ("navigator record edit pay" in advice(catalogue, paid).pay_note) is tips


def test_page_and_resume_name_the_same_strongest_skills_and_never_what_is_done_least_well(catalogue: Catalogue) -> None:
    marks = {"listening": 3, "speaking": 3, "reading": 3, "leading": 3, "teamwork": 2, "numbers": 1, "writing": 2}
    picks = (
        BestWorst(id="1", offered=("numbers", "leading"), best="numbers", worst="leading"),
        BestWorst(id="2", offered=("writing", "reading"), best="writing", worst="reading"),
    )
    record = replace(
        worker("13-2011.00"), ratings=tuple(Rating(skill=s, level=n) for s, n in marks.items()), best_worst=picks
    )
    flat = replace(record, ratings=tuple(replace(r, level=2) for r in record.ratings))
    called = {s.id: s.name for s in catalogue.framework.skills}
    for who in (record, flat):
        found = page(catalogue, who, TODAY).strengths
        assert {*found[:2]} == {called["numbers"], called["writing"]}
        assert not {called["leading"], called["reading"]} & {*found}
        words = resume_words(catalogue, who, TODAY, share_of("employer"))
        skills = next(c.lines for c in words.chapters if c.name == "Skills")
        assert skills == found == page(catalogue, who, TODAY, share_of("employer")).strengths


@pytest.mark.parametrize(
    ("title", "code", "name"),
    [
        ("take care of my mother", "31-1122.00", "Personal care aide"),
        ("line cook at a big hotel", "35-2014.00", ""),
        ("cook", "35-2014.00", ""),
        ("whatever came along there", None, ""),
    ],
)
def test_a_saying_on_a_resume_is_offered_the_name_of_the_work(
    catalogue: Catalogue, title: str, code: str | None, name: str
) -> None:
    record = Record(id="r", created="", experience=(Experience(id="job2", title=title, code=code),))
    said = plainer_titles(catalogue, record, share_of("employer"))
    assert len(said) == bool(name)
    assert not name or (name in said[0] and title in said[0] and "record edit job2 --title" in said[0])


def test_what_was_ticked_apart_from_a_job_stands_in_the_order_of_the_work_that_was_held(catalogue: Catalogue) -> None:
    taught = worker("25-2021.00").experience[0]
    lesson, wash = "4.A.2.b.2.I15", "4.A.4.a.5.I09"
    life = Experience(id="any", did=(wash, lesson))
    record = Record(id="r", created="", experience=(taught, life))
    assert with_own_first(catalogue, record).experience[1].did == (lesson, wash)
    assert with_own_first(catalogue, replace(record, experience=(life,))).experience[0].did == (wash, lesson)
