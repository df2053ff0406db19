"""Numbered lines at close range: every word at every kind of question, and lists longer than the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from navigator.cli.askers.lines import LinesAsker
from navigator.domain.errors import Interrupted
from navigator.domain.question import Choice, Place, Question
from navigator.services.asking import Move, Reply

PLACE = Place(number=3, of=12, seconds_left=300)
FRUIT = tuple(
    Choice(id=text.lower(), text=text, help=f"It is {n} sweet") for n, text in enumerate(("Apple", "Pear", "Plum"), 1)
)
NUMBERED = tuple(Choice(id=str(n), text=text) for n, text in ((3, "Up to 3 months"), (1, "Up to a month"), (0, "Now")))
LONG = tuple(Choice(id=f"c{n}", text=f"Thing {n}") for n in range(1, 31))

TEXT = Question(id="name", kind="text", section="you", prompt="What should we call you?", help="Any name is fine.")
MONEY = Question(id="pay", kind="money", section="you", prompt="What was your last pay?")
TITLE = Question(id="job.1.title", kind="title", section="work", prompt="What work have you done?")
ONE = Question(id="kind", kind="one", section="work", prompt="Which fruit?", choices=FRUIT)
MANY = Question(id="did", kind="many", section="work", prompt="Which fruits?", choices=FRUIT)
KINDS = (TEXT, MONEY, TITLE, ONE, MANY)


class Desk:
    """Somebody who types prepared lines, and the paper that the asker writes on."""

    def __init__(self, *lines: str, rows: int | None = None) -> None:
        self.lines: Iterator[str] = iter(lines)
        self.paper: list[str] = []
        self.asker = LinesAsker(read=self.read, write=self.paper.append, rows=lambda: rows)

    def read(self, prompt: str) -> str:
        line = next(self.lines, None)
        if line is None:
            raise EOFError
        return line

    def again(self, *lines: str) -> Desk:
        """The same desk, and more lines to be typed."""
        self.lines = iter(lines)
        return self

    def ask(self, question: Question) -> Reply:
        return self.asker.ask(question, PLACE)

    @property
    def written(self) -> str:
        return " ".join(" ".join(self.paper).split())


@pytest.mark.parametrize("question", KINDS, ids=lambda q: q.kind)
def test_back_skip_and_stop_work_at_every_kind_of_question(question: Question) -> None:
    assert Desk("back").ask(question) is Move.BACK
    assert Desk("SKIP").ask(question) is Move.SKIP
    assert Desk(" stop ").ask(question) is Move.STOP
    assert Desk("quit").ask(question) is Move.STOP


@pytest.mark.parametrize("question", KINDS, ids=lambda q: q.kind)
def test_help_and_repeat_say_it_again_and_the_question_stays_open(question: Question) -> None:
    desk = Desk("help", "repeat", "back")
    assert desk.ask(question) is Move.BACK
    assert desk.written.count(question.prompt) == 2
    assert desk.written.count("You can also type: help, back (the question before), repeat, skip, stop") == 2


@pytest.mark.parametrize("question", KINDS, ids=lambda q: q.kind)
def test_the_end_of_the_input_stops(question: Question) -> None:
    with pytest.raises(Interrupted):
        Desk().ask(question)


@pytest.mark.parametrize(
    ("question", "before", "kept"),
    [
        (TEXT, "Rosa", "Rosa"),
        (MONEY, "15 an hour", "15 an hour"),
        (ONE, "pear", "pear"),
        (MANY, ("plum",), ("plum",)),
        (MANY, (), ()),
    ],
)
def test_enter_and_skip_keep_an_earlier_answer_and_clear_takes_it_away(
    question: Question, before: str | tuple[str, ...], kept: Reply
) -> None:
    asked = replace(question, default=before)
    assert Desk("").ask(asked) == kept
    assert Desk("skip").ask(asked) == kept
    assert Desk("clear").ask(asked) is Move.SKIP


def test_an_earlier_answer_that_is_no_longer_offered_is_not_kept() -> None:
    asked = replace(ONE, default="quince")
    desk = Desk("", "1")
    assert desk.ask(asked) == "apple"
    assert "so far" not in desk.written


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("2", "pear"), ("2.", "pear"), ("a", "apple"), ("pe", "pear"), ("PLUM", "plum"), ("\x1b[A\x1b[B2", "pear")],
)
def test_one_is_picked_by_number_by_first_letters_and_by_name(typed: str, answer: str) -> None:
    assert Desk(typed).ask(ONE) == answer


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("1,3", ("apple", "plum")),
        ("3 1", ("apple", "plum")),
        ("1, 2 and 3", ("apple", "pear", "plum")),
        ("1-3", ("apple", "pear", "plum")),
        ("2 to 3", ("pear", "plum")),
        ("plum, a", ("apple", "plum")),
        ("1,1", ("apple",)),
        ("none", ()),
        ("all", ("apple", "pear", "plum")),
    ],
)
def test_several_are_picked_in_the_ways_people_write_lists(typed: str, answer: tuple[str, ...]) -> None:
    assert Desk(typed).ask(MANY) == answer


def test_a_typed_number_is_the_number_of_the_line_even_where_an_id_is_a_number() -> None:
    assert Desk("1").ask(Question(id="want.train", kind="one", section="want", prompt="?", choices=NUMBERED)) == "3"


@pytest.mark.parametrize(
    ("question", "typed", "sentence"),
    [
        (ONE, "9", "There is no number 9 here. Type a number from 1 to 3."),
        (ONE, "0", "There is no number 0 here. Type a number from 1 to 3."),
        (ONE, "x", "'x' is not in the list. Type a number from the list."),
        (ONE, "p", "'p' could be Pear or Plum. Type a little more."),
        (MANY, "1,7", "There is no number 7 here. Type a number from 1 to 3."),
        (replace(MANY, most=2), "1,2,3", "Pick at most 2; these are 3."),
        (
            MONEY,
            "lots",
            "'lots' is not an amount we can read. Write it like 15 an hour, or 31000 a year. Or type skip.",
        ),
    ],
)
def test_what_does_not_suit_is_answered_by_one_clear_sentence_and_asked_again(
    question: Question, typed: str, sentence: str
) -> None:
    desk = Desk(typed, "back")
    assert desk.ask(question) is Move.BACK
    assert desk.written.endswith(sentence)


def test_an_empty_line_skips_text_but_never_ticks_nothing_by_accident() -> None:
    assert Desk("").ask(TEXT) is Move.SKIP
    assert Desk("").ask(TITLE) is Move.SKIP
    desk = Desk("", "")
    assert desk.ask(MANY) == ()
    assert "Nothing picked yet." in desk.written
    assert Desk("", "2").ask(MANY) == ("pear",)
    assert Desk("", "2").ask(ONE) == "pear"


def test_a_line_of_arrow_keys_is_no_answer() -> None:
    desk = Desk("\x1b[D\x1b[D", "Rosa\x1b[D")
    assert desk.ask(TEXT) == "Rosa"
    assert "That key does nothing here." in desk.written


def test_a_list_longer_than_the_screen_is_asked_in_parts_that_fit_it() -> None:
    question = Question(id="groups", kind="many", section="work", prompt="Which things?", choices=LONG)
    desk = Desk("1,2", "back", "", "17 30", rows=24)
    assert desk.ask(question) == ("c1", "c2", "c17", "c30")
    assert "Part 1 of 2." in desk.written
    assert "Part 2 of 2." in desk.written
    assert Desk("1,20", "skip", rows=24).ask(question) == ("c1", "c20")
    assert Desk("skip", rows=24).ask(question) is Move.SKIP
    asked = replace(question, default=("c3", "c29"))
    assert desk.again("", "").ask(asked) == ("c3", "c29")
    assert desk.again("1", "").ask(asked) == ("c1", "c29")
    assert Desk("1,30").ask(question) == ("c1", "c30"), "where nobody looks at a screen it is asked at once"


def test_meanings_that_would_push_the_question_off_the_screen_are_kept_for_help() -> None:
    choices = tuple(
        replace(c, help="What this thing means, in a sentence that takes two rows of the screen") for c in LONG[:13]
    )
    question = Question(id="know.1", kind="many", section="know", prompt="Which?", choices=choices)
    desk = Desk("back", rows=24)
    desk.ask(TEXT)
    before = len(desk.paper)
    assert desk.again("help", "1").ask(question) == ("c1",)
    shown = desk.paper[before:]
    first = shown.index("Type the numbers with commas between them, such as 1,4,7. Type none if none is")
    assert "What this thing means" not in " ".join(shown[:first])
    assert "What this thing means" in " ".join(shown[first:])


PLACES = (
    "Arkansas",
    "California",
    "Kansas",
    "Louisiana",
    "Missouri",
    "Oregon",
    "Virginia",
    "Washington",
    "West Virginia",
)
IDS = ("AR", "CA", "KS", "LA", "MO", "OR", "VA", "WA", "WV")
STATE = Question(
    id="state",
    kind="one",
    section="you",
    prompt="Which state?",
    choices=(
        *(Choice(id=i, text=text) for i, text in zip(IDS, PLACES, strict=True)),
        *(Choice(id=f"Z{n}", text=f"Island number {n}") for n in range(30)),
    ),
    towns={"fresno": ("CA",), "springfield": ("MO", "OR")},
)


@pytest.mark.parametrize("yes", ["", "yes", "sí", "y"])
def test_what_was_most_likely_meant_is_taken_with_enter_or_a_yes(yes: str) -> None:
    desk = Desk("Luisiana", yes)
    assert desk.ask(STATE) == "LA"
    assert "Did you mean Louisiana?" in desk.written


def test_a_suggestion_is_left_when_something_else_is_typed() -> None:
    assert Desk("Luisiana", "kansas").ask(STATE) == "KS"
    assert Desk("Luisiana", "skip").ask(STATE) is Move.SKIP
    assert Desk("Luisiana", "nowhere", "", "OR").ask(STATE) in (Move.SKIP, "OR")


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("Portland, Oregon", "OR"),
        ("Los Angeles, CA", "CA"),
        ("Los Angeles CA", "CA"),
        ("Kansas City, Missouri", "MO"),
        ("Charleston West Virginia", "WV"),
        ("Little Rock, arkansas", "AR"),
        ("Portland, or", "OR"),
    ],
)
def test_a_state_is_found_in_a_longer_text(typed: str, state: str) -> None:
    assert Desk(typed).ask(STATE) == state


def test_a_city_is_taken_for_its_state_with_enter_and_one_of_two_states_is_asked_for() -> None:
    desk = Desk("Fresno", "")
    assert desk.ask(STATE) == "CA" and "We read 'Fresno' as California." in desk.written
    desk = Desk("Springfield", "Springfield, MO")
    assert desk.ask(STATE) == "MO" and "may be in Missouri or Oregon" in desk.written


def test_several_lines_pasted_as_work_are_offered_one_after_another() -> None:
    desk = Desk("line cook", "home health aide", "welder", "")
    waiting = iter([True, True, False])
    desk.asker.more = lambda: next(waiting, False)
    assert desk.ask(TITLE) == "line cook"
    assert desk.asker.ask(replace(TITLE, id="job.2.title"), PLACE) == "home health aide"
    assert "The next one is: home health aide." in desk.written


def test_what_was_never_answered_is_offered_and_not_told_as_an_answer() -> None:
    desk = Desk("")
    assert desk.ask(replace(ONE, section="record", default="pear", offered=True)) == "pear"
    assert "Enter takes: Pear." in desk.written and "so far" not in desk.written
    answered = Desk("")
    answered.ask(replace(ONE, default="pear"))
    assert "Your answer so far: Pear." in answered.written


def test_empty_lines_at_a_choice_are_told_all_that_may_be_typed_and_then_it_ends_as_with_ctrl_c() -> None:
    few = Desk("", "", "2")
    assert few.ask(ONE) == FRUIT[1].id and few.written.count("You can also type") == 1
    some = Desk("", "", "", "2")
    assert some.ask(ONE) == FRUIT[1].id
    assert some.written.count("You can also type") == 2 and some.written.count("stop (all answers are kept)") == 2
    many = Desk(*[""] * 10, "2")
    with pytest.raises(Interrupted):
        many.ask(ONE)
    assert next(many.lines) == "2"


def test_a_line_between_empty_ones_begins_the_count_anew() -> None:
    assert Desk(*[""] * 9, "mango?", *[""] * 9, "2").ask(ONE) == FRUIT[1].id
