"""The words of the questions: short, plain, fair, and fit for a small screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from navigator.catalogue.store import Catalogue
from navigator.domain.question import Choice
from navigator.engine import wording
from navigator.services.questions import every_question
from tests.reading import grade

BANNED = [
    "user", "customer id", "candidate", "competency", "competencies", "score", "profile", "task", "duty", "duties", "career path",
    "similarity", "percent", "suppressed", "ticket", "employee", "unemployed", "ex-offender", "inmate", "disabled", "handicapped",
    "manpower", "housewife", "he", "she", "his", "hers", "foreman", "utilize", "facilitate", "leverage", "demonstrate", "proficiency",
]  # fmt: skip
"""Words that the table of words (DESIGN, section 4) keeps from the screen, jargon, and words that leave people out."""


def texts() -> Iterator[str]:
    for name, value in vars(wording).items():
        if name.startswith("_"):
            continue
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,):
            if isinstance(part, Choice):
                yield part.text
                yield part.help
            elif isinstance(part, str) and name != "annotations":
                yield part


@pytest.mark.parametrize("word", BANNED)
def test_a_banned_word_stands_in_no_question(word: str) -> None:
    found = [t for t in texts() if re.search(rf"\b{re.escape(word)}\b", t, re.IGNORECASE)]
    assert not found


def test_no_question_uses_a_word_of_the_projects_own_list_of_jargon_and_bias() -> None:
    """Examples of what somebody may type stand in quotes, and are theirs."""
    listed = yaml.safe_load((Path(__file__).parents[2] / "data" / "wording.yaml").read_text(encoding="utf-8"))
    words = [rf"\b{re.escape(w)}\b" for w in listed["bias"]] + [rf"\b{re.escape(w)}" for w in listed["jargon"]]
    assert len(words) > 100
    refused = re.compile("|".join(words), re.IGNORECASE)
    assert not [t for t in texts() if refused.search(re.sub(r"'[^']*'", "", t))]


def test_every_question_reads_at_grade_six_or_below() -> None:
    prompts = [t for t in texts() if len(t.split()) >= 6]
    assert len(prompts) > 15
    assert not [(round(grade(t), 1), t) for t in prompts if grade(t) > 8]
    assert sum(grade(t) for t in prompts) / len(prompts) <= 6


def test_no_question_assumes_paid_work() -> None:
    assert "Paid or not" in wording.TITLE_HELP
    kinds = {c.id for c in wording.KINDS}
    assert kinds == {"paid", "home", "volunteer", "side", "service", "inside"}


def test_every_section_a_question_names_has_a_title(catalogue: Catalogue) -> None:
    assert {q.question.section for q in every_question(catalogue, "full")} <= set(wording.SECTIONS)


def test_a_screen_of_choices_fits_twenty_four_lines(catalogue: Catalogue) -> None:
    """A choice takes one or two lines of 80, the heading, prompt and help five, the answer two."""
    for listed in every_question(catalogue, "standard"):
        question = listed.question
        if question.kind == "one" and len(question.choices) <= 20 and not question.id.startswith("skill."):
            lines = sum(1 + (len(f"{c.text}: {c.help}") > 72) for c in question.choices)
            assert lines + 7 <= 24, question.id
