"""Titles as words: one form for every way of writing, and nothing that makes it stumble."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from navigator.domain.title import Lexicon
from navigator.engine import titles
from navigator.engine.title_mending import mended
from navigator.engine.title_words import LONGEST, Words, folded, head, single, stem

LEXICON = Lexicon(
    noise=frozenset({"senior", "sr", "ii", "nights", "pt"}),
    noise_phrases=(("home", "daily"),),
    weak={"associate": 0.5},
    short={"rn": "registered nurse", "pt": "physical therapist", "x ray": "radiologic xray"},
    same={"custodian": ("janitor",)},
    fields={"hospital": ("29-",)},
    weights={"later_part": 0.5, "as_typed": 0.6, "same": 0.5, "thin": 60.0, "floor": 0.0002, "sharpness": 1.0,
             "sure_from": 0.75, "likely_from": 0.4},
)  # fmt: skip
WORDS = Words(LEXICON)


def test_case_accents_and_punctuation_do_not_matter() -> None:
    assert folded("NIÑERA / Cuidadora") == "ninera / cuidadora"
    assert WORDS.of_title("Cashier's") == WORDS.of_title("CASHIERS") == ["cashier"]


def test_control_characters_and_emoji_are_only_spaces() -> None:
    assert WORDS.read("Head\x00Cook\x1b 🍳").full == (("head", "cook"),)
    assert WORDS.read("💥🔥").full == ()


def test_pay_shift_and_seniority_are_left_out() -> None:
    assert WORDS.read("Sr. Welder II - $25.50 - $28/hr (nights)").full == (("welder",),)
    assert WORDS.read("Driver home daily").full == (("driver",),)


def test_the_parts_of_a_posting_stay_apart() -> None:
    assert WORDS.read("RN - ICU (nights)").full == (("registered", "nurse"), ("icu",))
    assert WORDS.read("RN - ICU").spelled == (("rn",), ("icu",))


def test_a_lone_manager_takes_the_next_part_before_it() -> None:
    alone = {"manager"}
    reading = WORDS.read("Manager, Accounting - Sunrise").completed(alone)
    assert reading.full == (("accounting", "manager"), ("sunrise",))
    assert reading.heads == ("manager", "sunrise")
    assert WORDS.read("Shift Manager - Accounting").completed(alone).full == (("shift", "manager"), ("accounting",))
    assert WORDS.read("Welder - Sunrise").completed(alone).full == (("welder",), ("sunrise",))


def test_a_state_behind_a_comma_is_not_an_abbreviation() -> None:
    assert WORDS.read("Welder, Reading, PA").full == (("welder",), ("reading",))


def test_a_letter_with_a_hyphen_is_read_the_same_in_a_title_of_ours_and_as_somebody_types_it() -> None:
    for title in ("T-Shirt Printer", "E-Commerce Clerk"):
        assert (tuple(WORDS.of_title(title)),) == WORDS.read(title).full
    assert WORDS.of_title("T-Shirt Printer") == ["tshirt", "printer"]


def test_noise_alone_is_read_to_the_letter() -> None:
    assert WORDS.read("PT").full == (("physical", "therapist"),)
    assert WORDS.read("PT Welder").full == (("welder",),)


def test_dotted_and_hyphened_letters_are_one_word() -> None:
    assert WORDS.read("R.N.").full == (("registered", "nurse"),)
    assert WORDS.read("X-Ray Tech").full == (("xray", "tech"),)
    assert WORDS.read("x ray tech").full == (("radiologic", "xray", "tech"),)


def test_the_head_is_the_last_word_before_a_joining_word() -> None:
    assert head(WORDS.of_title("Director of Nursing")) == "director"
    assert head(WORDS.of_title("Night Stock Clerk")) == "clerk"
    assert head(WORDS.of_title("Manager, Store")) == "manager"


def test_plurals_and_kin_meet_in_one_form() -> None:
    assert [single(w) for w in ("nurses", "ladies", "dishes", "glass", "bus")] == [
        "nurse",
        "lady",
        "dish",
        "glass",
        "bus",
    ]
    assert stem("roofer") == stem("roofing") == "roof"


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert len(folded("cook " * 5000)) <= LONGEST
    assert WORDS.read("cook " * 5000).full == (("cook",),)


def test_a_weak_word_counts_less_and_a_synonym_counts() -> None:
    features = {(f.key, f.kind): f.weight for f in titles.features_of(WORDS.read("custodian associate"), LEXICON)}
    assert features["associate", "word"] < features["custodian", "word"]
    assert features["janitor", "word"] == 0.5


def test_a_slip_of_the_pen_is_mended_and_a_short_name_is_not() -> None:
    known = {"nursing": 90, "assistant": 300, "truck": 50, "driver": 200, "phlebotomist": 9}
    assert mended("nusring", known) == ("nursing",)
    assert mended("truckdriver", known) == ("truck", "driver")
    assert mended("phlebotamyst", known) == ("phlebotomist",)
    assert mended("truk", known) == ("truck",)
    assert mended("uber", known) == ()


def test_being_sure_needs_belief_and_understanding() -> None:
    assert titles.sure_of(0.95, 1.0, LEXICON.weights) == "sure"
    assert titles.sure_of(0.95, 0.2, LEXICON.weights) == "likely"
    assert titles.sure_of(0.2, 1.0, LEXICON.weights) == "unsure"


def test_a_name_says_more_the_oftener_it_was_seen_and_the_less_other_work_bears_it() -> None:
    assert titles.named(1, 1) < titles.named(50, 50)
    assert titles.named(5, 100) < titles.named(5, 10) < titles.named(10, 10)
    assert titles.named(0, 0) == titles.named(0, 10) == 0.0


def test_much_done_work_comes_before_little_done_work_and_below_a_few_hundred_people_nothing_differs() -> None:
    assert titles.prior(50_000) == 0.0
    assert titles.prior(3) == titles.prior(500) < titles.prior(501) < titles.prior(50_001)


@given(st.text(max_size=400))
def test_no_text_makes_the_reading_stumble(text: str) -> None:
    reading = WORDS.read(text)
    assert len(reading.spelled) == len(reading.full) == len(reading.heads)
    assert titles.features_of(reading, LEXICON) == titles.features_of(WORDS.read(text), LEXICON)
    assert all(word.isalnum() and word.isascii() for part in reading.full for word in part)
