"""Art and sport in somebody's free time: something they have done, and no job of theirs."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Experience, Record, Wants
from navigator.domain.standing import Standing
from navigator.engine.free_time import hardly_paid, in_free_time
from navigator.engine.standing import papers_told, standing_of

MUSICIAN, ACTOR, PRESSER, COOK, EMT = "27-2042.00", "27-2011.00", "51-6021.00", "35-2012.00", "29-2042.00"


@pytest.mark.parametrize("kind", ["home", "volunteer"])
def test_a_choir_is_free_time_and_a_church_kitchen_or_an_ambulance_is_work(kind: str) -> None:
    jobs = [Experience(id="a", code=code, kind=kind) for code in (MUSICIAN, COOK, EMT)]  # type: ignore[arg-type]
    assert [in_free_time(j) for j in jobs] == [True, False, False]


def test_a_paid_musician_is_a_musician() -> None:
    assert not in_free_time(Experience(id="a", code=MUSICIAN, kind="paid"))
    assert not in_free_time(Experience(id="a", code=MUSICIAN, kind="side"))


def test_free_time_is_no_work_held_and_counts_as_something_done(catalogue: Catalogue) -> None:
    choir = Experience(id="a", title="choir", code=MUSICIAN, kind="volunteer")
    stood = standing_of(Record(id="r", created="", experience=(choir,)), catalogue.framework)
    assert (stood.held, stood.alike, stood.free_time) == ((), (), (MUSICIAN,)) and stood.answers == 3


def test_what_was_done_for_pay_too_is_no_free_time(catalogue: Catalogue) -> None:
    jobs = tuple(Experience(id=k, code=MUSICIAN, kind=k) for k in ("volunteer", "paid"))  # type: ignore[arg-type]
    stood = standing_of(Record(id="r", created="", experience=jobs), catalogue.framework)
    assert stood.held == (MUSICIAN,) and not stood.free_time


def test_paid_stage_work_is_hard_to_find_for_who_only_sang_in_a_choir() -> None:
    choir = Standing(free_time=(MUSICIAN,), held=(PRESSER,))
    assert hardly_paid(choir, MUSICIAN) and hardly_paid(choir, ACTOR) and not hardly_paid(choir, COOK)
    assert not hardly_paid(Standing(held=(PRESSER,)), ACTOR)
    assert not hardly_paid(Standing(free_time=(MUSICIAN,), held=(ACTOR,)), MUSICIAN)


def test_a_question_about_licenses_that_was_skipped_tells_nothing_of_them() -> None:
    from navigator.domain.record import Progress

    def said(*, skipped: bool) -> Record:
        return Record(id="r", created="", progress=(Progress(question="want.licences", skipped=skipped, when=""),))

    assert papers_told(said(skipped=False)) and not papers_told(said(skipped=True))
    assert not papers_told(Record(id="r", created=""))
    assert papers_told(Record(id="r", created="", wants=Wants(licences=("cna",))))
