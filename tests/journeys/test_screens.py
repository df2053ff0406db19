"""Every question of every route as a menu screen: it fits, with its question in sight, on 80x24 and on small screens."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.cli.askers.heading import heading
from navigator.cli.askers.list_menu import AGAIN, FRESH, KEYS
from navigator.cli.askers.screen import LEAST_LIST, ListScreen, lines
from navigator.domain.question import Choice, Place, Question
from navigator.services.questions import every_question

PLACE = Place(number=88, of=99, seconds_left=1200)


def screen_of(question: Question, columns: int, rows: int, pointed: int = 0, notice: str = "") -> ListScreen:
    return ListScreen(
        question=question,
        heading=heading(question, PLACE),
        keys=f"{KEYS[question.kind]} {FRESH}",
        size=lambda: (columns, rows),
        pointed=lambda: pointed,
        ticked=set,
        notice=lambda: notice,
    )


def listed(catalogue: Catalogue) -> list[Question]:
    """All questions with a list to move in."""
    found = {
        entry.question.id: entry.question for route in ("quick", "full") for entry in every_question(catalogue, route)
    }
    return [q for q in found.values() if 0 < len(q.choices) <= 30]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 24), (120, 50)])
def test_every_list_leaves_its_question_in_sight(catalogue: Catalogue, columns: int, rows: int) -> None:
    questions = listed(catalogue)
    assert len(questions) > 20
    for question in questions:
        screen = screen_of(question, columns, rows)
        plan = screen.plan()
        around = plan.rows_above + len(plan.note) + screen.rows_below()
        assert around + LEAST_LIST <= rows, question.id
        texts = [line for _, text in (*plan.above, *screen.list_tokens()) for line in text.split("\n")]
        assert max(map(len, [*texts, *plan.note])) <= columns, question.id


def test_at_80_by_24_all_lists_but_the_fields_and_the_groups_stand_on_the_screen_whole(catalogue: Catalogue) -> None:
    scrolled = []
    for question in listed(catalogue):
        plan = screen_of(question, 80, 24).plan()
        if plan.rows_above + sum(map(len, plan.items)) + len(plan.note) + 1 > 24:
            scrolled.append(question.id.rpartition(".")[2])
    assert set(scrolled) <= {"field", "groups"}


def test_the_help_of_each_choice_is_shown_in_the_list_or_below_it(catalogue: Catalogue) -> None:
    for question in listed(catalogue):
        for n, choice in enumerate(question.choices):
            plan = screen_of(question, 80, 24, pointed=n).plan()
            words = " ".join(" ".join([line for item in plan.items for line in item] + plan.note).split())
            assert " ".join(choice.help.split()) in words, (question.id, choice.id)


def test_the_keys_fit_one_row_of_80() -> None:
    assert max(len(f"{KEYS[kind]} {ways}") for kind in KEYS for ways in (FRESH, AGAIN)) <= 80


def test_escape_codes_in_a_title_show_as_text() -> None:
    question = Question(
        id="x", kind="one", section="work", prompt="'\x1b[31mcook\x1b[0m'?", choices=(Choice(id="a", text="A\x07b"),)
    )
    screen = screen_of(question, 80, 24)
    assert "\x1b" not in "".join(text for _, text in (*screen.plan().above, *screen.list_tokens()))
    assert "\x07" not in "".join(text for _, text in screen.list_tokens())


@pytest.mark.parametrize(("columns", "rows"), [(30, 10), (40, 12), (40, 24), (30, 24)])
def test_a_very_small_screen_keeps_the_question_whole_and_drops_help_first(
    catalogue: Catalogue, columns: int, rows: int
) -> None:
    for question in listed(catalogue):
        screen = screen_of(question, columns, rows)
        plan = screen.plan()
        words = " ".join("".join(text for _, text in plan.above).split())
        assert " ".join(question.prompt.split()) in words, question.id
        asked = [style for style, _ in plan.above]
        assert "class:question" in asked
        if "class:instruction" in asked and question.help:
            assert question.help.split()[0] in words or plan.rows_above + LEAST_LIST < rows
        if len(lines(question.prompt, columns)) + LEAST_LIST + 1 <= rows:
            listed_rows = min(LEAST_LIST, sum(map(len, plan.items)))
            assert plan.rows_above + len(plan.note) + listed_rows + 1 <= rows, question.id
