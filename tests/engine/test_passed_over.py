"""Of a screen that was skipped nothing follows; what was ticked elsewhere was done all the same."""

from __future__ import annotations

from dataclasses import replace

from navigator.domain.record import Experience, Progress, Record
from navigator.engine.passed_over import skipped_activities
from navigator.engine.wording import SCREEN

ASKED = tuple(f"a{n}" for n in range(2 * SCREEN))
FIRST, SECOND = ASKED[:SCREEN], ASKED[SCREEN:]


def told(*skipped: bool, did: tuple[str, ...] = ()) -> Record:
    """Somebody who was shown two screens for the second work they named; each was skipped or answered."""
    jobs = (Experience(id="job1", title="cook"), Experience(id="job2", title="driver", asked=ASKED, did=did))
    done = tuple(Progress(question=f"job.2.did.{n}", skipped=s) for n, s in enumerate(skipped, start=1))
    return Record(id="r", created="", experience=jobs, progress=done)


def test_the_activities_of_a_skipped_screen_were_passed_over_and_of_an_answered_one_not() -> None:
    assert skipped_activities(told(True, False)) == frozenset(FIRST)
    assert skipped_activities(told(False, True)) == frozenset(SECOND)
    assert skipped_activities(told(True, True)) == frozenset(ASKED)
    assert skipped_activities(told(False)) == frozenset()


def test_what_was_ticked_was_not_passed_over() -> None:
    assert skipped_activities(told(True, did=FIRST[:1])) == frozenset(FIRST[1:])


def test_what_was_ticked_for_no_work_in_particular_counts_too() -> None:
    record = told(False, False)
    general = Experience(id="any", asked=FIRST)
    skipped = Progress(question="any.did.1", skipped=True)
    more = replace(record, experience=(*record.experience, general), progress=(*record.progress, skipped))
    assert skipped_activities(more) == frozenset(FIRST)
