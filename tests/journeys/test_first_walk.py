"""A worker's first walk from nothing to a page: through menus, and the same on numbered lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from navigator.catalogue.store import Catalogue
from tests.journeys.terminal import DOWN, ENTER, HOME, Keys, Lines, Step, Terminal, record_of, scripted

pytestmark = pytest.mark.journey


def first_answers(catalogue: Catalogue) -> dict[str, Any]:
    """A nursing assistant who also cooked, and who picks no skill and gives each the same mark."""
    framework = catalogue.framework
    did = {a.id: a.did for a in framework.activities}
    helped = next(i for i, text in did.items() if text.startswith("Helped someone wash"))
    words = ("yes", "no", "unsure")
    return {
        "name": "Rosa O'Neil",
        "state": "OH",
        "pay": "14.50 an hour",
        "job.1.title": "nursing assistant",
        "job.1.occupation": "31-1131.00",
        "job.1.kind": "paid",
        "job.1.length": "years",
        "job.1.did": [helped],
        "job.2.title": "line cook",
        "job.2.occupation": "35-2014.00",
        "job.2.kind": "side",
        "job.2.did": [],
        **{f"skill.{skill.id}": "2" for skill in framework.skills if skill.asked_in_ten_minutes},
        "best.1": framework.skills[0].id,
        "know.1": [a.id for a in framework.knowledge[:2]],
        "know.3": [framework.knowledge[-1].id],
        **{f"like.{s.id}": words[n % 3] for n, s in enumerate(framework.statements)},
        "want.pay": "17",
        "want.hours": ["days", "school"],
        "want.train": "6",
        "want.cannot": [],
        "want.school": "high_school",
        "want.licences": ["cna"],
    }


@pytest.fixture(scope="module")
def expected(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Step], dict[str, Any]]:
    """The steps and the record of the same answers from a script."""
    return scripted(catalogue, tmp_path_factory.mktemp("scripted"), first_answers(catalogue), "standard")


def test_flat_marks_bring_sets_to_choose_from_and_the_time_left_goes_down_after_them(
    expected: tuple[list[Step], dict[str, Any]],
) -> None:
    steps, record = expected
    assert [s.question.id for s in steps if s.question.id.startswith("best.")] == ["best.1", "best.2", "best.3"]
    assert len(record["best_worst"]) == 1
    for section in ("know", "like", "want"):
        left = [s.place.seconds_left for s in steps if s.question.section == section]
        assert left == sorted(left, reverse=True)


def test_a_first_time_worker_comes_through_menus_to_the_page(
    tmp_path: Path, expected: tuple[list[Step], dict[str, Any]]
) -> None:
    steps, record = expected
    terminal = Terminal(tmp_path / "home", folder=tmp_path)
    terminal.see("Welcome. What would you like to do?")
    terminal.see("Start")
    terminal.keys(ENTER)
    terminal.see("How much time do you have?")
    terminal.keys(ENTER)
    for n, step in enumerate(steps):
        if n == len(steps) // 2:  # somebody drags the window's corner
            terminal.child.setwinsize(15, 60)
            terminal.child.setwinsize(24, 80)
        Keys.give(terminal, step)
    terminal.see("Rosa O'Neil: my skills and next steps")
    terminal.see("-- Press Enter to read on")
    terminal.keys("q", ENTER)
    terminal.see("This is the end of your page.")
    terminal.keys(ENTER)
    terminal.see("Do you want your page as a file")
    terminal.keys(HOME, DOWN, ENTER)
    terminal.see("my-page.txt")
    assert terminal.ends() == 0
    assert record_of(tmp_path / "home") == record
    assert "ROSA O'NEIL" in (tmp_path / "my-page.txt").read_text(encoding="utf-8").upper()


def test_the_same_answers_on_numbered_lines_make_the_same_record_and_no_escape_sequence(
    tmp_path: Path, expected: tuple[list[Step], dict[str, Any]]
) -> None:
    steps, record = expected
    (tmp_path / "my-page.html").write_text("the page of the person before", encoding="utf-8")
    terminal = Terminal(tmp_path / "home", "--plain", folder=tmp_path)
    terminal.see("Welcome. What would you like to do?")
    terminal.line("1")
    terminal.see("How much time do you have?")
    terminal.line("About 10")
    for step in steps:
        Lines.give(terminal, step)
    terminal.see("Rosa O'Neil: my skills and next steps")
    while terminal.child.expect_exact(["-- Press Enter to read on", "Do you want your page as a file"]) == 0:
        terminal.keys(ENTER)
    terminal.line("1")
    terminal.see("my-page-2.html")
    assert terminal.ends() == 0
    assert record_of(tmp_path / "home") == record
    assert (tmp_path / "my-page.html").read_text(encoding="utf-8") == "the page of the person before"
    assert "\x1b" not in terminal.all
    assert_nothing_is_lost(" ".join(terminal.all.split()), steps)
    assert "For exploring work only. Not for hiring decisions." in " ".join(terminal.all.split())


def assert_nothing_is_lost(written: str, steps: list[Step]) -> None:
    """Every question, its help and every choice stood on the plain lines."""
    for step in steps:
        question = step.question
        texts = [question.prompt, question.help]
        if len(question.choices) <= 30:
            texts += [f"{n}. {c.text}" for n, c in enumerate(question.choices, start=1)]
        assert [t for t in texts if " ".join(t.split()) not in written] == [], question.id
