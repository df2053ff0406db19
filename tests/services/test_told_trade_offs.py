"""What is told of work that was done, of papers and hours, of years on the way: each once, and nothing left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Experience, Money, Person, Progress, Record, Wants
from navigator.engine.bands import is_far
from navigator.formats.idea import Idea
from navigator.formats.outline import outline_of
from navigator.services.advice import advice, explained
from navigator.services.match import Matcher
from navigator.services.page import page
from navigator.services.pathways import pathways
from navigator.services.share import share_of
from navigator.services.way_wishes import Wish

COOK, FORKLIFT, AIDE, CNA = "35-2014.00", "53-7051.00", "31-1121.00", "31-1131.00"
CHEF, DIGGER, HOIST, RN, SPA = "35-1011.00", "47-2073.00", "53-7041.00", "29-1141.00", "11-9179.02"
PASSED_OVER = ("4.A.3.b.6.I08", "4.A.3.a.2.I37", "4.A.1.b.2.I05")
TODAY = date(2026, 11, 22)


def worker(*codes: str, state: str = "LA", pay: float | None = 19.0, did: bool = True, **wants: object) -> Record:
    """Somebody who held some work for years, with two things done in each."""
    done = {COOK: ("4.A.3.a.2.I03", "4.A.3.a.1.I15"), FORKLIFT: ("4.A.3.a.3.I08", "4.A.3.a.1.I06"),
            AIDE: ("4.A.4.a.5.I09", "4.A.3.b.6.I11")}  # fmt: skip
    jobs = tuple(
        Experience(
            id=f"job{n}",
            title="x",
            code=c,
            kind="paid",
            length="years",
            did=done[c] if did else (),
            asked=(*done.get(c, ()), *PASSED_OVER),
        )
        for n, c in enumerate(codes, start=1)
    )
    last = Money(amount=pay, per="hour") if pay else None
    return Record(
        id="r",
        created="",
        person=Person(name="Marco", state=state, last_pay=last),
        experience=jobs,
        wants=Wants(**({"schooling": "high_school"} | wants)),  # type: ignore[arg-type]
        progress=(Progress(question="want.licences"), Progress(question="want.cannot")),
    )


def ideas(catalogue: Catalogue, record: Record) -> dict[str, Idea]:
    return {i.code: i for i in advice(catalogue, record).ideas}


def text_of(catalogue: Catalogue, record: Record, profile: str = "worker") -> str:
    """The whole page as it is laid out."""
    outline = outline_of(page(catalogue, record, TODAY, share_of(profile)))
    return "\n".join(line.whole for section in outline.sections for block in section.blocks for line in block.lines)


def test_work_that_was_done_is_told_as_such_with_where_it_can_lead_and_no_way_in(catalogue: Catalogue) -> None:
    found = ideas(catalogue, worker(COOK, FORKLIFT))
    for code in (COOK, FORKLIFT):
        assert found[code].why[0] == "This is work you have done."
        assert not found[code].ways_in
        assert found[code].leads.split(" (")[0] in catalogue.names.values()
        assert not [m for m in found[code].missing if m.startswith("It also asks you")]
    others = [i for i in found.values() if i.code not in (COOK, FORKLIFT)]
    assert all(i.ways_in and not i.leads for i in others)
    assert any(m.startswith("It also asks you") for i in others for m in i.missing)


def test_what_is_not_ticked_of_work_that_was_done_is_not_called_missing(catalogue: Catalogue) -> None:
    quiet = worker(COOK, did=False, cannot=("standing",))
    assert ideas(catalogue, quiet)[COOK].missing == ("It often asks what you ruled out: standing or walking all day.",)


def test_work_that_was_done_is_on_the_page_with_what_is_against_it_however_low_it_stands(catalogue: Catalogue) -> None:
    record = worker(COOK, FORKLIFT, pay_floor=Money(amount=18, per="hour"), cannot=("lifting",), licences=("forklift",))
    made = page(catalogue, record, TODAY)
    on_page = {i.code for i in (*made.ideas, *made.more)}
    assert FORKLIFT in on_page and COOK not in on_page
    assert made.lower == (f"{catalogue.names[COOK]}: it often asks what you ruled out: heavy lifting.",)
    assert made.lower[0] in text_of(catalogue, record)
    assert not page(catalogue, worker(FORKLIFT), TODAY).lower
    assert "ruled out" not in text_of(catalogue, record, "family")


def test_a_paper_that_is_held_is_named_and_its_course_is_not(catalogue: Catalogue) -> None:
    having = ideas(catalogue, worker(COOK, licences=("cna",), train_months=3.0))[CNA]
    assert "You have the paper for this: nursing assistant certificate (CNA)" in having.why
    assert (
        having.ways_in == "You have the paper for this: nursing assistant certificate (CNA). You can ask for work now."
    )
    assert having.band != "A stretch"
    assert not [m for m in having.missing if "certificate" in m]


def test_the_certificate_that_is_required_is_said_once(catalogue: Catalogue) -> None:
    missing = ideas(catalogue, worker(AIDE, state="NM", train_months=12.0))[CNA].missing
    assert [m for m in missing if "certificate" in m] == ["You need this: nursing assistant certificate (CNA)."]


def test_pay_under_the_floor_is_said_without_the_figure_that_stands_beside_it(catalogue: Catalogue) -> None:
    idea = ideas(catalogue, worker(COOK, pay_floor=Money(amount=18, per="hour")))[COOK]
    assert idea.missing == ("The middle pay here is less than you said you need.",)
    assert "$" in idea.pay and "$" in idea.pay_short


@pytest.mark.parametrize(
    ("months", "said"),
    [(1.0, "You said: up to a month."), (0.0, "You said: I need work now."), (2.0, "about 2 months")],
)
def test_years_on_the_way_are_said_to_who_has_less_time_although_they_are_paid(
    catalogue: Catalogue, months: float, said: str
) -> None:
    driver = worker(FORKLIFT, train_months=months, licences=("forklift",))
    digger = explained(catalogue, driver, DIGGER).idea
    assert digger.notes[0].startswith("You are paid while you learn, but it takes about 3 to 4 years.")
    assert said in digger.notes[0]
    assert not explained(catalogue, worker(FORKLIFT), DIGGER).idea.notes
    soon = ideas(catalogue, worker(COOK, train_months=months))["35-2021.00"]
    assert not [n for n in soon.notes if "paid while" in n]


@pytest.mark.parametrize("months", [0.0, 1.0, 12.0])
def test_work_that_people_rise_to_over_years_is_far_off_for_who_said_a_short_time(
    catalogue: Catalogue, months: float
) -> None:
    record = worker(COOK, train_months=months)
    chef = explained(catalogue, record, CHEF)
    assert chef.idea.band == "A stretch"
    (said,) = chef.caps
    assert said.startswith("It is paid, but it takes about 5 years of other work first. With your experience: ")
    assert not [n for n in chef.idea.notes if "paid while" in n]  # it is said once
    assert is_far(Matcher(catalogue=catalogue, record=record).match(CHEF).reasons)
    been = replace(record, experience=(*record.experience, Experience(id="job2", title="chef", code=CHEF)))
    for longer in (worker(COOK, train_months=24.0), worker(COOK), been):
        assert not explained(catalogue, longer, CHEF).caps


def test_work_that_hardly_exists_stands_last_in_its_band_and_says_how_few_jobs_there_are(catalogue: Catalogue) -> None:
    found = advice(catalogue, worker(FORKLIFT, licences=("forklift",), state="TX")).ideas
    hoist = next(i for i in found if i.code == HOIST)
    assert "Few jobs: about 300 openings a year in the whole country." in hoist.notes
    for band in {i.band for i in found}:
        rare = [i.rare for i in found if i.band == band]
        assert rare == sorted(rare)
    assert any(i.rare for i in found)
    made = page(catalogue, worker(FORKLIFT, licences=("forklift",), state="TX"), TODAY)
    assert not any(i.rare for i in made.ideas)


def test_work_of_the_kind_that_was_done_is_not_put_last_for_being_rare(catalogue: Catalogue) -> None:
    miner = Record(id="m", created="", experience=(Experience(id="job1", title="coal miner", code="47-5041.00"),))
    matcher = Matcher(catalogue=catalogue, record=miner)
    assert not matcher.rare("47-5043.00") and not matcher.rare("47-5041.00")  # the same kind: machines under ground
    assert matcher.rare("47-2072.00")


def test_a_license_that_was_not_ticked_is_named_for_work_that_was_done_and_holds_nothing_back(
    catalogue: Catalogue,
) -> None:
    job = Experience(id="job1", title="nurse", code=RN, kind="paid", length="years")
    asked = (Progress(question="want.licences"),)
    nurse = Record(id="n", created="", person=Person(state="CA"), experience=(job,), progress=asked)
    told = explained(catalogue, nurse, RN)
    named = "You need this: registered nurse license (RN, test: NCLEX-RN)."
    assert told.need == (named,) and named in told.idea.missing and not told.caps
    assert told.idea.first_step.startswith("If you have the license,")
    assert named not in explained(catalogue, replace(nurse, wants=Wants(licences=("nclex-rn",))), RN).idea.missing
    assert pathways(catalogue, nurse, Wish()).now.paper.startswith("To do this work here you need this: registered")
    assert not pathways(catalogue, replace(nurse, wants=Wants(licences=("nclex-rn",))), Wish()).now.paper


@pytest.mark.parametrize(
    ("title", "place", "there"),
    [
        ("enfermera en El Salvador", "", True),
        ("nurse in my country", "", True),
        ("nurse", "Santa Ana, El Salvador", True),
        ("nurse", "Albuquerque, New Mexico", False),
        ("nurse", "Peru, Indiana", False),
        ("nurse in New Mexico", "", False),
        ("nurse", "", False),
    ],
)
def test_work_done_in_another_country_is_told_so_with_the_license_and_who_looks_at_papers(
    catalogue: Catalogue, title: str, place: str, there: bool
) -> None:
    job = Experience(id="job1", title=title, code=RN, kind="paid", length="long", place=place)
    nurse = Record(id="n", created="", person=Person(state="CA"), experience=(job,))
    told = explained(catalogue, nurse, RN)
    assert bool(told.caps) is there
    assert told.idea.band == ("Worth a look" if there else "Strong fit now")
    assert any(n.startswith("You did this in another country.") for n in told.idea.notes) is there
    assert told.idea.first_step.endswith("with your papers from another country.") is there
    again = replace(nurse, experience=(job, replace(job, id="job2", title="nurse", place="Fresno, CA")))
    assert not explained(catalogue, again, RN).caps


def test_a_line_of_work_done_in_another_country_says_so_too(catalogue: Catalogue) -> None:
    job = Experience(id="job1", title="nurse", code=RN, kind="paid", length="years", place="Santa Ana, El Salvador")
    maid = Experience(id="job2", title="maid", code="37-2012.00", kind="paid", length="years", place="Ohio")
    made = page(catalogue, Record(id="n", created="", person=Person(state="OH"), experience=(job, maid)), TODAY)
    lines = [x.whole for s in outline_of(made).sections for b in s.blocks if b.kind == "bullets" for x in b.lines]
    assert any("NCLEX-RN). You did this in another country." in line for line in lines)
    assert sum("another country" in line for line in lines) == 1


def test_pay_of_a_group_of_unlike_work_is_no_gain_over_the_last_pay(catalogue: Catalogue) -> None:
    """A spa manager is paid with "Personal Service Managers, All Other": that says little of this one."""
    told = [explained(catalogue, worker(COOK, pay=12.0), code).idea for code in (SPA, CNA)]
    assert "All Other" in told[0].pay and not (told[0].against_last or told[0].pays_more or "more" in told[0].pay_short)
    assert "more than your last pay" in told[1].against_last and told[1].pays_more and "more" in told[1].pay_short


def test_who_rules_out_a_look_at_the_past_is_told_where_some_employers_look(catalogue: Catalogue) -> None:
    told = "Some employers look into your past here. Ask before you apply."
    assert told in explained(catalogue, worker(COOK, cannot=("check",)), FORKLIFT).idea.notes
    assert told not in explained(catalogue, worker(COOK), FORKLIFT).idea.notes
    clear = explained(catalogue, worker(COOK, cannot=("check",)), CNA)
    assert told not in clear.idea.notes  # there it is more than some, and said as what stands in the way
    assert any("ruled out" in line for line in clear.caps)


def test_nights_that_were_ruled_out_leave_a_look_with_what_to_ask_for(catalogue: Catalogue) -> None:
    told = explained(catalogue, worker(FORKLIFT, licences=("forklift",), cannot=("nights",)), FORKLIFT)
    assert told.idea.band == "Worth a look"
    assert told.caps == ("It often asks what you ruled out: nights. Ask for the day shift.",)


def test_hours_that_were_asked_for_stand_on_the_page_and_beside_work_that_asks_others(catalogue: Catalogue) -> None:
    school = worker(COOK, FORKLIFT, hours=("part", "school"))
    assert "Hours I want: part time; school hours." in text_of(catalogue, school)
    found = ideas(catalogue, school)
    assert "Often works nights. You asked for: part time, school hours." in found[FORKLIFT].notes
    assert "Often works weekends and holidays. You asked for: part time, school hours." in found[COOK].notes
    assert found[COOK].band == "Worth a look"  # children do not wait; other wishes for hours hold nothing back
    usual, days = (advice(catalogue, worker(COOK, FORKLIFT, hours=h)).ideas for h in ((), ("days",)))
    assert [(i.code, i.band) for i in usual] == [(i.code, i.band) for i in days]
    plain = ideas(catalogue, worker(COOK, FORKLIFT, hours=("full",)))
    assert not [n for i in plain.values() for n in i.notes if not i.rare]
    nights = ideas(catalogue, worker(COOK, FORKLIFT, hours=("nights", "weekends")))
    assert not [n for i in nights.values() for n in i.notes if n.startswith("Often works")]
    out = ideas(catalogue, replace(school, wants=replace(school.wants, cannot=("nights", "weekends"))))
    assert not [n for i in out.values() for n in i.notes if n.startswith("Often works")]
    assert "Hours I want" not in text_of(catalogue, school, "family")


def test_what_nobody_thought_of_is_named_with_its_growth(catalogue: Catalogue) -> None:
    given = advice(catalogue, worker(COOK, pay=None)).elsewhere
    assert given and all(i.trend.startswith("jobs ") and "shrinking" not in i.trend for i in given)
    assert given[0].trend in text_of(catalogue, worker(COOK, pay=None))


def test_work_that_a_card_opens_is_on_the_page(catalogue: Catalogue) -> None:
    def on_page(*licences: str) -> list[str]:
        made = page(catalogue, worker(COOK, licences=licences), TODAY)
        return [i.code for i in (*made.ideas, *made.more)]

    assert FORKLIFT not in on_page() and FORKLIFT in on_page("forklift")
    assert len(on_page("forklift")) == len(on_page()) == 7


DRILL, PRESS, MASSAGE = "51-4032.00", "51-4031.00", "31-9011.00"


def test_who_did_the_like_of_work_that_hardly_exists_is_told_that_such_jobs_are_few(catalogue: Catalogue) -> None:
    record = worker(PRESS, did=False)
    assert not Matcher(catalogue=catalogue, record=record).rare(DRILL)
    idea = explained(catalogue, record, DRILL).idea
    assert any(note.startswith("Few jobs: about") for note in idea.notes)
    assert idea.remark.endswith("Few such jobs.") or idea.remark.startswith("Few jobs: about")
    own = explained(catalogue, worker(DRILL, did=False), DRILL).idea
    assert "Few" not in " ".join((own.remark, *own.notes))


def test_a_line_of_work_that_is_ending_says_so_but_not_to_who_did_it(catalogue: Catalogue) -> None:
    payroll, bookkeeper = "43-3051.00", "43-3031.00"
    assert explained(catalogue, worker(bookkeeper, did=False), payroll).idea.remark.endswith(
        "There will be fewer such jobs."
    )
    assert "fewer" not in explained(catalogue, worker(payroll, did=False), payroll).idea.remark


def test_a_line_with_a_license_that_is_missing_tells_the_time_of_its_course_too(catalogue: Catalogue) -> None:
    remark = explained(catalogue, worker(COOK, train_months=24.0), MASSAGE).idea.remark
    assert remark.startswith("You need this: ") and "months." in remark
