"""Reasons in plain words: what fits, what is missing, what stands in the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.domain.match import Reason
from navigator.formats import reason_words
from tests.pages import MATCHES, NAMES


@pytest.mark.parametrize(
    ("part", "about", "said"),
    [
        ("schooling", "bachelor", "People usually have a 4-year degree."),
        ("licence", "cna", "You need this: nursing assistant certificate (CNA)."),
        ("training", "12", "It takes about 12 months of training, more than you said."),
        ("pay", "14.27", "The middle pay here is less than you said you need."),
        ("cannot", "lifting", "It often asks what you ruled out: lifting."),
        ("cannot", "nights", "It asks what you ruled out: night shifts. Shifts turn there, and nights are among them."),
        ("times", "nights", "It often asks what you ruled out: nights. Ask for the day shift."),
        (
            "times",
            "nights away",
            "It often asks what you ruled out: nights. Ask for the day shift. It often asks what you ruled out: "
            "nights away from home. Ask for a local job that brings you home each night.",
        ),
        ("zone", "4", "It asks much more preparation than the work you have done."),
    ],
)
def test_what_stands_in_the_way_is_said_in_the_persons_own_terms(part: str, about: str, said: str) -> None:
    assert reason_words.reason(Reason(kind="cap", part=part, about=about), NAMES) == said


def test_reasons_begin_with_work_one_has_done_and_put_activities_on_one_line() -> None:
    assert reason_words.whys(MATCHES.shown[0], NAMES) == [
        "This is work you have done.",
        "You have done this: cooked food & plated it; kept records of supplies",
        "You are good at: listening",
    ]
    assert reason_words.caps(MATCHES.shown[1], NAMES) == ["You need this: nursing assistant certificate (CNA)."]
    assert reason_words.gaps(MATCHES.shown[1], NAMES, "need") == ["weld metal parts"]


def test_what_somebody_likes_is_told_in_the_words_they_agreed_to() -> None:
    liked = Reason(kind="for", part="interests", about="I1")
    assert reason_words.reason(liked, NAMES) == "You like: helping people"
    agreed = replace(NAMES, agreed={"I1": "I like to help people through a hard time"})
    assert reason_words.reason(liked, agreed) == "You said: I like to help people through a hard time"


def test_what_work_asks_too_is_a_whole_sentence_for_a_skill_and_for_something_to_do() -> None:
    skill = Reason(kind="need", part="skills", about="listening")
    match = replace(MATCHES.shown[0], reasons=(skill,))
    assert reason_words.asks_too(match, NAMES) == ["It asks for more of this skill: listening."]
    activity = Reason(kind="need", part="activities", about="A4")
    assert reason_words.asks_too(replace(match, reasons=(activity, skill)), NAMES) == [
        "It also asks you to weld metal parts."
    ]
    assert reason_words.asks_too(replace(match, reasons=()), NAMES) == []


def test_a_field_is_said_to_have_been_picked() -> None:
    picked = Reason(kind="for", part="fields", about="29")
    assert reason_words.reason(picked, replace(NAMES, fields={"29": "health care"})) == (
        "It is in a field you picked: health care"
    )
