"""What somebody did in their free time leads no list of paid work, gives no step to look for postings, and is not lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Experience, Record
from navigator.services.advice import advice, explained
from navigator.services.page import page
from tests.services.test_ways import record_of

PRESSER, MUSICIAN, COACH = "51-6021.00", "27-2042.00", "27-2022.00"
STAGE = "27-"


def with_free_time(code: str, kind: str = "volunteer") -> Record:
    record = record_of(PRESSER, "GA", 19.0)
    own = Experience(id="job2", title="in my free time", code=code, kind=kind, length="long")  # type: ignore[arg-type]
    return replace(record, experience=(*record.experience, own), strongest=("listening", "dependability"))


@pytest.mark.parametrize("code", [MUSICIAN, COACH])
def test_a_choir_or_a_little_league_leads_no_list_and_gives_no_step(catalogue: Catalogue, code: str) -> None:
    record = with_free_time(code)
    told = advice(catalogue, record)
    assert told.ideas[0].code.startswith("51-")
    shown = [i for i in (*told.ideas, *told.elsewhere) if i.code.startswith("27-2")]
    assert all(i.band == "A stretch" and i.rare for i in shown)
    made = page(catalogue, record, date(2026, 11, 22))
    assert "In my free time" in [w.title for w in made.work]
    names = [catalogue.names[c] for c in catalogue.names if c.startswith("27-2")]
    assert not [s for s in made.next_steps if s.startswith(tuple(names))]


def test_why_says_that_it_was_done_without_pay_and_what_to_ask(catalogue: Catalogue) -> None:
    told = explained(catalogue, with_free_time(COACH), COACH)
    assert "You did this without pay. Few people make a living from it." in told.caps and not told.held
    assert told.idea.first_step.startswith("Ask people who are paid for this")
    like = explained(catalogue, with_free_time(COACH), "27-2023.00")
    assert "You did things like this without pay. Few people make a living from it." in like.caps


def test_a_paid_coach_is_told_as_before(catalogue: Catalogue) -> None:
    told = explained(catalogue, with_free_time(COACH, "paid"), COACH)
    assert told.held and not [c for c in told.caps if "without pay" in c]
