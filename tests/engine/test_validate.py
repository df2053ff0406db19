"""One place checks every answer: money as people write it, choices as they mean them, and no hidden characters."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from navigator.domain.errors import BadInput
from navigator.domain.question import Choice, Question, QuestionKind
from navigator.domain.record import Money
from navigator.engine.validate import MOST_CHARACTERS, checked, clean_line, money_of, pick, shown


def asked(kind: QuestionKind, *choices: tuple[str, str], name: str = "q", most: int | None = None) -> Question:
    return Question(
        id=name,
        kind=kind,
        section="you",
        prompt="?",
        choices=tuple(Choice(id=i, text=t) for i, t in choices),
        most=most,
    )


STATES = asked("one", ("OH", "Ohio"), ("OK", "Oklahoma"), ("OR", "Oregon"), ("NC", "North Carolina"), name="state")
LIKE = asked("one", ("yes", "Like me"), ("no", "Not like me"), ("unsure", "Not sure"), name="like.x")
LEVEL = asked("one", ("1", "A little"), ("2", "Some"), ("3", "A lot"), ("unsure", "Not sure"), name="skill.x")
HOURS = asked("many", ("full", "Full time"), ("days", "Days"), ("nights", "Nights"), name="want.hours", most=2)
TEXT = asked("text", name="name")
PAY = asked("money", name="pay")


@pytest.mark.parametrize(
    ("text", "amount", "per"),
    [
        ("15", 15, "hour"),
        ("$15.50", 15.5, "hour"),
        ("15 an hour", 15, "hour"),
        ("15/hr", 15, "hour"),
        ("15 per hour", 15, "hour"),
        ("15 h", 15, "hour"),
        ("$ 15.5 hourly.", 15.5, "hour"),
        ("1000 an hour", 1000, "hour"),
        ("31000", 31000, "year"),
        ("31,000 a year", 31000, "year"),
        ("$31,000.50/yr", 31000.5, "year"),
        ("40k", 40000, "year"),
        ("40 K per year", 40000, "year"),
        ("52,000 annually", 52000, "year"),
        ("2,000,000 yearly", 2_000_000, "year"),
        ("  18.20  ", 18.2, "hour"),
        ("500 an hour", 500, "hour"),
        ("15 dollars an hour", 15, "hour"),
        ("about 15 bucks an hour", 15, "hour"),
        ("15 dólares por hora", 15, "hour"),
        ("120 a day", 120, "day"),
        ("120 a night", 120, "day"),
        ("120 por noche", 120, "day"),
        ("600 a week", 600, "week"),
        ("$600/wk", 600, "week"),
        ("1,200 biweekly", 1200, "two_weeks"),
        ("1200 every two weeks", 1200, "two_weeks"),
        ("1200 every 2 weeks", 1200, "two_weeks"),
        ("2500 a month", 2500, "month"),
        ("2.5k monthly", 2500, "month"),
    ],
)
def test_money_is_read_as_people_write_it(text: str, amount: float, per: str) -> None:
    assert money_of(text) == Money(amount=amount, per=per)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "amount", "per"),
    [
        ("$2.13 plus tips", 2.13, "hour"),
        ("2.13 an hour + tips", 2.13, "hour"),
        ("$9/hr and tips.", 9, "hour"),
        ("80 a day, not counting tips", 80, "day"),
        ("5 la hora más propinas", 5, "hour"),
    ],
)
def test_pay_beside_tips_is_taken_and_known_to_be_without_them(text: str, amount: float, per: str) -> None:
    assert money_of(text) == Money(amount=amount, per=per, tips=True)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["", "a lot", "tips", "plus tips", "-15", "15-18", "0", "0 an hour", "500", "999", "1001 an hour", "15 a year", "2,000,001 a year", "1,00", "15 a month",
     "15 euros", "$", "1e3", "nan", "inf", "9" * 400, "15\n20", "[15]"],
)  # fmt: skip
def test_what_is_no_pay_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadInput, match="15 an hour, or 31000 a year"):
        money_of(text)


@given(st.text(max_size=80))
def test_money_is_read_or_refused_whatever_is_typed(text: str) -> None:
    try:
        found = money_of(text)
    except BadInput as refusal:
        assert len(str(refusal)) < 250
    else:
        assert 0 < found.amount <= 2_000_000


@given(st.text(alphabet=st.characters(), max_size=60))
def test_a_clean_line_is_one_line_without_hidden_characters(text: str) -> None:
    clean = clean_line(text)
    assert not [c for c in clean if unicodedata.category(c) in ("Cc", "Cf", "Cs")]
    assert clean == clean.strip() and "  " not in clean and len(clean.splitlines()) <= 1
    assert clean_line(clean) == clean
    clean.encode()


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("a\u202eevil\u202c", "aevil"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("bell\x07 and\tnull\0", "bell and null"),
        ("two\nlines\r\nhere", "two lines here"),
        ("half \udcff a letter", "half a letter"),
        ("Nguyễn Thị Ánh", "Nguyễn Thị Ánh"),
        ("محمد", "محمد"),
        ("[bold]not markup[/]", "[bold]not markup[/]"),
    ],
)
def test_escape_codes_and_direction_marks_are_dropped_and_letters_are_kept(text: str, clean: str) -> None:
    assert clean_line(text) == clean
    assert checked(TEXT, text) == clean


def test_somebodys_text_is_quoted_short_in_a_message() -> None:
    assert shown("x" * 500) == repr("x" * 59 + "…")
    assert shown("\x1b[2Jgo\u202e") == "'go'"
    assert shown(None) == "'None'"


def test_a_line_too_long_is_refused_with_its_length() -> None:
    assert checked(TEXT, "x" * MOST_CHARACTERS) == "x" * MOST_CHARACTERS
    with pytest.raises(BadInput, match=f"That is {MOST_CHARACTERS + 1} characters"):
        checked(TEXT, "x" * (MOST_CHARACTERS + 1))
    with pytest.raises(BadInput, match="1000000 characters"):
        checked(TEXT, "x" * 1_000_000)


@pytest.mark.parametrize("kind", ["text", "title", "money", "one", "many"])
def test_nothing_given_is_skipped(kind: QuestionKind) -> None:
    assert checked(asked(kind, ("a", "A")), None) is None


def test_an_empty_answer_is_skipped_but_an_empty_list_means_none_of_them() -> None:
    assert checked(TEXT, "") is None
    assert checked(TEXT, " \t\u200b ") is None
    assert checked(STATES, "") is None
    assert checked(PAY, "") is None
    assert checked(HOURS, []) == () == checked(HOURS, "")


@pytest.mark.parametrize("given", ["OH", "oh", "Ohio", "ohio", " OHIO ", "Oh\u200bio", "Ohi"])
def test_a_choice_is_meant_by_its_id_its_text_or_its_first_letters(given: str) -> None:
    assert pick(STATES, given) == "OH"


@pytest.mark.parametrize("given", ["O", "Atlantis", "42", "", "Ohio State"])
def test_a_choice_that_is_not_there_or_not_clear_is_refused_with_the_choices(given: str) -> None:
    with pytest.raises(BadInput, match=r"state: .* is not one of the choices\. Choices: OH, OK, OR, NC"):
        pick(STATES, given)


def test_a_long_list_of_choices_is_not_read_out() -> None:
    many = asked("one", *((f"id{n}", f"Text {n}") for n in range(50)))
    with pytest.raises(BadInput, match="'navigator questions' lists all 50"):
        pick(many, "x")


@pytest.mark.parametrize(
    ("written", "means"),
    [("yes", "yes"), ("no", "no"), ('"yes"', "yes"), ("on", "yes"), ("off", "no"), ("True", "yes")],
)
def test_yes_and_no_mean_what_they_say_although_yaml_reads_them_as_true_and_false(written: str, means: str) -> None:
    assert checked(LIKE, yaml.safe_load(written)) == means


def test_a_name_that_yaml_took_for_true_or_false_is_asked_back_in_quotes() -> None:
    with pytest.raises(BadInput, match="name: put the text in quotes"):
        checked(TEXT, yaml.safe_load("No"))
    assert checked(TEXT, yaml.safe_load('"No"')) == "No"


@pytest.mark.parametrize(
    ("written", "means"), [("2", "2"), ('"2"', "2"), ("Some", "2"), ("a lot", "3"), ("unsure", "unsure")]
)
def test_a_level_is_a_number_or_its_word(written: str, means: str) -> None:
    assert checked(LEVEL, yaml.safe_load(written)) == means


@pytest.mark.parametrize("written", ["0", "4", "2.5", "-1", "[2]", "{a: 2}", "high", "2026-01-01"])
def test_a_level_out_of_range_is_refused(written: str) -> None:
    with pytest.raises(BadInput, match=r"skill\.x"):
        checked(LEVEL, yaml.safe_load(written))


def test_several_choices_come_back_once_each_in_the_order_of_the_question() -> None:
    assert checked(HOURS, ["nights", "Full time", "nights"]) == ("full", "nights")
    assert checked(HOURS, "nights, full") == ("full", "nights")
    assert checked(HOURS, ("days",)) == ("days",)


def test_more_choices_than_allowed_are_refused_with_both_numbers() -> None:
    with pytest.raises(BadInput, match="pick at most 2; these are 3"):
        checked(HOURS, ["full", "days", "nights"])


@pytest.mark.parametrize("value", [["a"], {"a": 1}, ("a", "b")])
def test_a_list_is_no_line_of_text_and_no_single_choice(value: object) -> None:
    for question in (TEXT, LIKE):
        with pytest.raises(BadInput, match="not a list"):
            checked(question, value)


def test_an_occupation_may_be_given_by_any_code() -> None:
    work = asked("one", ("35-2014.00", "Cook"), ("none", "None of these"), name="job.1.occupation")
    assert checked(work, "31-1131.00") == "31-1131.00"
    with pytest.raises(BadInput):
        checked(work, "31-1131")
    with pytest.raises(BadInput):
        checked(STATES, "31-1131.00")


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.dates()


@given(
    st.sampled_from([STATES, LIKE, LEVEL, HOURS, TEXT, PAY]),
    scalars | st.lists(scalars, max_size=4) | st.dictionaries(st.text(), scalars),
)
def test_whatever_a_file_holds_is_an_answer_or_a_sentence(question: Question, value: object) -> None:
    try:
        answer = checked(question, value)
    except BadInput as refusal:
        assert 10 < len(str(refusal)) < 500
    else:
        ids = {c.id for c in question.choices}
        picked = answer if isinstance(answer, tuple) else (answer,)
        assert not ids or set(picked) - {None} <= ids


@pytest.mark.parametrize("text", ["0", "none", "Nothing", "n/a", "no pay", "$0", "NADA", "I don't know."])
def test_no_pay_to_tell_is_a_skip(text: str) -> None:
    assert checked(PAY, text) is None


@pytest.mark.parametrize(
    "text", ["none", "None.", "nothing", "n/a", "unemployed", "I dunno", "never worked", "nada", "desempleada", "no"]
)
def test_a_title_that_says_there_is_none_is_a_skip(text: str) -> None:
    assert checked(asked("title", name="job.1.title"), text) is None
    assert checked(TEXT, text) == text


@pytest.mark.parametrize(("typed", "hint"), [("Ohoi", "Did you mean Ohio?"), ("north carolna", "Did you mean North")])
def test_a_slip_in_a_name_is_answered_with_what_was_meant(typed: str, hint: str) -> None:
    with pytest.raises(BadInput, match=hint.replace("?", r"\?")):
        pick(STATES, typed)


@pytest.mark.parametrize("text", ["3", "1,4", "2.", "١٢٣"])
def test_a_bare_number_is_no_work_but_the_answer_to_a_list_that_stood_there_before(text: str) -> None:
    with pytest.raises(BadInput, match="is a number"):
        checked(asked("title", name="job.1.title"), text)
    assert checked(TEXT, text) == text
    assert checked(asked("title", name="job.1.title"), "911 operator") == "911 operator"


def test_a_state_is_meant_whichever_letters_are_doubled() -> None:
    states = asked("one", ("MS", "Mississippi"), ("MO", "Missouri"))
    for typed in ("misisipi", "missisippi", "mississipi"):
        with pytest.raises(BadInput, match=r"Did you mean Mississippi\?"):
            pick(states, typed)


@pytest.mark.parametrize("typed", ["x", "zzzzzz", "9" * 300])
def test_nothing_is_guessed_where_nothing_is_near(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        pick(STATES, typed)
    assert "Did you mean" not in str(refused.value)


@pytest.mark.parametrize("noise", ["\x1b[2J", "\x1b[31;1m", "\x1b]0;title\x07", "\x1bc", "\x9b2J"])
def test_a_whole_escape_sequence_is_dropped_not_its_first_sign_alone(noise: str) -> None:
    assert clean_line(f"line {noise}cook") == "line cook"
