"""Reasons in plain words: what fits, what is missing, what stands in the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.framework import Statement
from navigator.domain.match import Reason
from navigator.formats import reason_words
from navigator.services.page import names_of
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


def test_all_work_that_a_match_is_close_to_stands_in_one_line() -> None:
    close = tuple(Reason(kind="for", part="history", about=code) for code in ("31-1131.00", "39-9011.00"))
    names = replace(NAMES, occupations={"31-1131.00": "Nursing assistant", "39-9011.00": "Child care worker"})
    assert reason_words.whys(replace(MATCHES.shown[1], reasons=close), names) == [
        "Close to work you did: Nursing assistant; Child care worker"
    ]


def test_what_somebody_likes_is_told_in_the_words_they_agreed_to() -> None:
    liked = Reason(kind="for", part="interests", about="I1")
    assert reason_words.reason(liked, NAMES) == "You like: helping people"
    agreed = replace(
        NAMES, agreed=(Statement(id="s1", interest="I1", text="I like to help people through a hard time"),)
    )
    assert reason_words.reason(liked, agreed) == "You said: I like to help people through a hard time"


KITCHEN, ROOFS, GARAGE = "35-2021.00", "47-2181.00", "49-3023.00"


@pytest.mark.parametrize(
    ("code", "ticked", "quoted"),
    [
        (KITCHEN, {"like-outside", "like-fix"}, None),
        (ROOFS, {"like-outside", "like-fix"}, "like-outside"),
        (GARAGE, {"like-outside", "like-fix"}, "like-fix"),
        (GARAGE, {"like-outside"}, None),
        ("29-1141.00", {"like-care", "like-teach"}, "like-care"),
        ("25-2021.00", {"like-care", "like-teach"}, "like-teach"),
        ("43-3031.00", {"like-order", "like-numbers"}, "like-order"),
    ],
)
def test_only_a_statement_that_is_about_the_work_is_quoted_for_it(
    catalogue: Catalogue, code: str, ticked: set[str], quoted: str | None
) -> None:
    statements = {s.id: s for s in catalogue.framework.statements}
    names = names_of(catalogue)
    names = replace(names, agreed=tuple(s for s in statements.values() if s.id in ticked))
    of_work = reason_words.quotable(names, catalogue.occupation(code))
    interest = statements[min(ticked)].interest
    said = reason_words.reason(Reason(kind="for", part="interests", about=interest), of_work)
    assert said == (f"You said: {statements[quoted].text}" if quoted else "You like: working with your hands")


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
