"""What a menu says its keys do is what they do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.cli.askers.heading import so_far
from navigator.cli.askers.list_menu import AGAIN, FRESH, OFFERED, ListMenu, hint
from navigator.cli.askers.menu import _text_keys
from navigator.domain.question import Choice, Place, Question

PLACE = Place(number=2, of=9, seconds_left=60)
OPEN = Question(id="fruit", kind="one", section="you", prompt="Which?", choices=(Choice(id="pear", text="Pear"),))
ANSWERED = replace(OPEN, default="pear")
OFFER = replace(ANSWERED, offered=True)


@pytest.mark.parametrize(("question", "said"), [(OPEN, FRESH), (ANSWERED, AGAIN), (OFFER, OFFERED)])
def test_only_an_answer_that_was_given_can_be_taken_away(question: Question, said: str) -> None:
    assert hint(question, PLACE) == said
    assert ("Delete" in said) == bool(_deletes(question))


def test_what_is_only_offered_is_not_told_as_an_answer() -> None:
    assert so_far(OFFER, "Your answer so far: {answer}.") == "Enter takes: Pear."
    assert so_far(ANSWERED, "Your answer so far: {answer}.") == "Your answer so far: Pear."


def _deletes(question: Question) -> list[object]:
    """The bindings of the delete key, where a line is typed and where a list is shown: both have it, or neither."""
    import questionary

    listed = ListMenu(questionary.select("", choices=["Pear"]), question, PLACE, private=False).keys
    found = [[b for b in keys.bindings if "delete" in str(b.keys)] for keys in (_text_keys(question, PLACE), listed)]
    assert len(found[0]) == len(found[1])
    return [*found[0], *found[1]]
