"""The soft clock: with less time, fewer questions, the most telling first; and always time for the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from navigator.domain.question import Question
from navigator.engine.clock import PAGE_SECONDS, asked_now, worth

NAMES = (
    "state",
    "job.1.title",
    "strongest",
    "want.cannot",
    "skill.listening",
    "like.like-fix",
    "know.1",
    "best.1",
    "pay",
)


def question(name: str) -> Question:
    return Question(id=name, kind="text", section="you", prompt="?")


def test_with_time_enough_everything_is_asked() -> None:
    assert all(asked_now(question(n), needed=300, left=300 + PAGE_SECONDS) for n in NAMES)


def test_a_little_short_only_the_least_telling_wait() -> None:
    asked = {n for n in NAMES if asked_now(question(n), needed=300, left=250 + PAGE_SECONDS)}
    assert asked == {n for n in NAMES if worth(n) >= 1}
    assert {"know.1", "best.1", "pay"}.isdisjoint(asked)


def test_much_too_short_only_the_most_telling_are_asked() -> None:
    asked = {n for n in NAMES if asked_now(question(n), needed=300, left=100 + PAGE_SECONDS)}
    assert asked == {"state", "job.1.title", "strongest", "want.cannot"}


@given(name=st.sampled_from(NAMES), needed=st.floats(0, 5000), left=st.floats(-100, PAGE_SECONDS))
def test_the_time_of_the_page_is_never_spent_on_questions(name: str, needed: float, left: float) -> None:
    assert not asked_now(question(name), needed, left)


@given(name=st.sampled_from(NAMES), needed=st.floats(1, 5000), left=st.floats(-100, 5000), more=st.floats(0, 5000))
def test_more_time_never_takes_a_question_away(name: str, needed: float, left: float, more: float) -> None:
    assert asked_now(question(name), needed, left + more) or not asked_now(question(name), needed, left)
