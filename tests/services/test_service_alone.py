"""Work picked as most like military service is near to it: it was not done, and nothing is said as if it had been."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Experience, Person, Record, Wants
from navigator.formats import reason_words
from navigator.services.advice import explained
from navigator.services.match import Matcher
from navigator.services.page import names_of
from navigator.services.pathways import pathways
from navigator.services.way_search import WaySearch
from navigator.services.way_wishes import Wish

GUARD = "33-9032.00"


def soldier(title: str = "infantry") -> Record:
    """Somebody who served for years, and picked the guard."""
    job = Experience(id="job1", title=title, code=GUARD, kind="paid", length="years")
    wants = Wants(schooling="high_school", train_months=3.0)
    return Record(id="r", created="2026-01-01", person=Person(state="OH"), experience=(job,), wants=wants)


def test_what_is_like_service_counts_as_near_and_the_license_it_asks_is_in_the_way(catalogue: Catalogue) -> None:
    served, guarded = (Matcher(catalogue=catalogue, record=soldier(t)) for t in ("infantry", "Security guard"))
    assert served.standing.alike == guarded.standing.held == (GUARD,)
    assert served.ranking == guarded.ranking
    found, done = served.match(GUARD), guarded.match(GUARD)
    assert "licence" in {r.part for r in found.reasons if r.kind == "cap"}
    assert "licence" not in {r.part for r in done.reasons if r.kind == "cap"}


@pytest.mark.parametrize("which", [GUARD, "33-3051.00"])
def test_nothing_says_that_it_was_done(catalogue: Catalogue, which: str) -> None:
    told = reason_words.whys(Matcher(catalogue=catalogue, record=soldier()).match(which), names_of(catalogue))
    assert "You picked this as most like what you did: Security guard" in told
    assert not [line for line in told if "work you have done" in line or "work you did" in line]
    assert not explained(catalogue, soldier(), GUARD).held


def test_its_pay_is_not_the_pay_of_today_and_it_can_be_a_way(catalogue: Catalogue) -> None:
    ways = WaySearch(catalogue=catalogue, record=soldier())
    assert ways.now_code is None and ways.base is None
    assert GUARD in {r.end for r in ways.possible}
    told = pathways(catalogue, soldier(), Wish())
    assert told.routes and not told.now.work
