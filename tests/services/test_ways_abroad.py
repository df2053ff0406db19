"""Ways of those who did their work in another country: papers first, and the way back to their own work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Experience, Money, Person, Record, Wants
from navigator.records.store import RecordStore
from navigator.services.pathways import pathways
from navigator.services.plan import Planner
from navigator.services.plan_way import from_pathway
from navigator.services.resources import Directory
from navigator.services.way_search import WaySearch
from navigator.services.way_wishes import Wish
from tests.workers import saved

ACCOUNTANT, ANALYST, ACTUARY, BOOKKEEPER = "13-2011.00", "13-2051.00", "15-2011.00", "43-3031.00"
JANITOR, RN, LAWYER, COOK = "37-2011.00", "29-1141.00", "23-1011.00", "35-2014.00"


def newcomer(code: str = ACCOUNTANT, schooling: str = "bachelor", **wants: object) -> Record:
    """Somebody who did one kind of work in Haiti for years and cleans offices here."""
    there = Experience(id="job1", title="work in Haiti", code=code, kind="paid", length="long")
    here = Experience(id="job2", title="clean offices", code=JANITOR, kind="paid", length="years")
    said = Wants(**({"schooling": schooling, "train_months": 12.0} | wants))  # type: ignore[arg-type]
    person = Person(state="FL", last_pay=Money(amount=14.0, per="hour"))
    return Record(id="r", created="2026-01-01", person=person, experience=(there, here), wants=said)


def test_own_work_done_abroad_is_the_first_way_and_never_at_once(catalogue: Catalogue) -> None:
    first = pathways(catalogue, newcomer(), Wish()).routes[0]
    assert first.code == ACCOUNTANT and first.months[0] > 1
    said = first.steps[0].way_in
    assert "If it is from another country, have it looked at first" in said and "You can ask for work now" not in said


def test_no_degree_from_another_country_opens_work_in_a_month(catalogue: Catalogue) -> None:
    ways = WaySearch(catalogue=catalogue, record=newcomer())
    by_degree = [s for r in ways.possible for s in r.steps[:1] if s.degree]
    assert by_degree and all(s.abroad and s.months[1] > 1 for s in by_degree)


def test_an_accountant_is_no_actuary_for_being_listed_beside_one(catalogue: Catalogue) -> None:
    here = newcomer()
    job = replace(here.experience[0], title="accountant")
    local = replace(here, experience=(job, *here.experience[1:]))
    for record in (here, local):
        ways = WaySearch(catalogue=catalogue, record=record)
        assert not any(r.steps[0].degree for r in ways.search.routes_to(ACTUARY) if len(r.steps) == 1)


def test_what_is_gained_with_papers_from_abroad_is_reckoned_from_the_start_pay(catalogue: Catalogue) -> None:
    first = pathways(catalogue, newcomer(), Wish()).routes[0]
    entry = first.steps[0].entry
    assert entry is not None and entry.per_hour is not None
    assert first.gain_per_year == round((entry.per_hour - 14.0) * 2080) and "near the start" in first.gain


def test_to_the_own_work_leads_by_papers_and_by_work_beside_it(catalogue: Catalogue) -> None:
    said = pathways(catalogue, newcomer(), Wish(to="accountant"))
    assert "papers from there" in said.in_the_way[1]
    assert [s.code for s in said.routes[0].steps] == [ACCOUNTANT]
    assert [BOOKKEEPER, ACCOUNTANT] in [[s.code for s in r.steps] for r in said.routes]


def test_a_license_of_here_opens_the_own_work_at_once(catalogue: Catalogue) -> None:
    ways = pathways(catalogue, newcomer(), Wish(what_if="get my CPA"))
    assert "You could ask for this work at once: accountant" in ways.changed


def test_a_nurse_is_told_of_papers_and_tests_and_a_lawyer_of_no_time(catalogue: Catalogue) -> None:
    nurse = pathways(catalogue, newcomer(RN), Wish(to=RN))
    assert "get the license here" in nurse.routes[0].steps[0].way_in and nurse.routes[0].months == (6.0, 24.0)
    assert not any(
        s.link == "back"
        for r in WaySearch(catalogue=catalogue, record=newcomer(LAWYER, "doctor")).possible
        for s in r.steps
    )


def test_work_that_asks_no_paper_stays_work_held(catalogue: Catalogue) -> None:
    ways = WaySearch(catalogue=catalogue, record=newcomer(COOK, "high_school"))
    assert not ways.returns and COOK in ways.limits.avoid


def test_who_did_all_work_abroad_is_not_compared_with_what_it_pays_here(catalogue: Catalogue) -> None:
    record = newcomer(RN)
    alone = replace(record, experience=record.experience[:1], person=Person(state="FL"))
    assert WaySearch(catalogue=catalogue, record=alone).base is None


def test_help_beside_the_step_names_who_looks_at_papers(catalogue: Catalogue) -> None:
    directory = Directory(catalogue=catalogue, area="FL", today=date(2026, 11, 22))
    first = pathways(catalogue, newcomer(), Wish(), directory).routes[0]
    named = next(h for h in first.steps[0].help if "another country" in h.about)
    assert any("naces.org" in e for e in named.entries)


def test_the_plan_shows_the_papers_and_earns_no_degree_twice(catalogue: Catalogue, store: RecordStore) -> None:
    directory = Directory(catalogue=catalogue, area="FL", today=date(2026, 11, 22))
    opened = store.open(saved(store, newcomer()))
    planner = Planner(catalogue=catalogue, store=store, opened=opened, directory=directory)
    from_pathway(planner, "accountant")
    plan = store.open(opened.path).record.plan
    learning = next(g for g in plan.goals if g.kind == "learning")
    assert learning.text.startswith("Show that my papers count here")
    assert not any("Earn the 4-year degree" in g.text for g in plan.goals)
    assert any(a.resource in {"upwardly-global", "naces"} for a in plan.actions if a.goal == learning.id)
    applied = [n for n, a in enumerate(plan.actions) if a.what.startswith("Apply")]
    papers = next(n for n, a in enumerate(plan.actions) if a.what.startswith("Ask who looks at my papers"))
    assert len(applied) == 1 and papers < applied[0] and plan.actions[applied[0]].goal == learning.id


def test_who_has_a_degree_of_here_is_not_told_to_earn_it(catalogue: Catalogue, store: RecordStore) -> None:
    record = newcomer()
    job = replace(record.experience[0], title="accountant")
    local = replace(record, experience=(job, *record.experience[1:]))
    directory = Directory(catalogue=catalogue, area="FL", today=date(2026, 11, 22))
    opened = store.open(saved(store, local))
    from_pathway(Planner(catalogue=catalogue, store=store, opened=opened, directory=directory), ANALYST)
    goals = store.open(opened.path).record.plan.goals
    assert any(g.text.startswith("Have the papers for this work") for g in goals if g.kind == "learning")
    assert not any("Earn" in g.text for g in goals)
