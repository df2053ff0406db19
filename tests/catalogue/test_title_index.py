"""The title index over a small catalogue and our whole lexicon: what people type finds what they do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.catalogue.title_build import build, employed
from navigator.catalogue.title_index import TitleIndex
from navigator.catalogue.title_lexicon import both_genders, read_lexicon

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    (title, code, source)
    for code, source, titles in (
        ("29-1141.00", "official", ["Registered Nurses"]),
        ("29-1141.00", "alternate", ["Staff Nurse", "Charge Nurse", "Registered Nurse (RN)", "Emergency Room Nurse"]),
        ("29-1141.03", "official", ["Critical Care Nurses"]),
        ("29-1141.03", "alternate", ["Intensive Care Unit Nurse", "Critical Care Registered Nurse"]),
        ("31-1131.00", "official", ["Nursing Assistants"]),
        ("31-1131.00", "alternate", ["Certified Nursing Assistant (CNA)", "Nurse Aide", "Hospital Aide"]),
        ("29-2061.00", "official", ["Licensed Practical and Licensed Vocational Nurses"]),
        ("53-3032.00", "official", ["Heavy and Tractor-Trailer Truck Drivers"]),
        ("53-3032.00", "alternate", ["Truck Driver", "Long Haul Driver", "Flatbed Driver"]),
        ("53-3033.00", "official", ["Light Truck Drivers"]),
        ("53-3033.00", "alternate", ["Delivery Driver", "Truck Driver", "Route Driver"]),
        ("53-7065.00", "official", ["Stockers and Order Fillers"]),
        ("53-7065.00", "alternate", ["Stock Clerk", "Night Stocker", "Order Filler"]),
        ("35-2014.00", "official", ["Cooks, Restaurant"]),
        ("35-2011.00", "official", ["Cooks, Fast Food"]),
        ("43-3031.00", "official", ["Bookkeeping, Accounting, and Auditing Clerks"]),
        ("43-3031.00", "alternate", ["Accounts Payable Clerk", "Accounts Receivable Clerk"]),
        ("37-2011.00", "official", ["Janitors and Cleaners, Except Maids and Housekeeping Cleaners"]),
        ("37-2012.00", "official", ["Maids and Housekeeping Cleaners"]),
    )
    for title in titles
]
EMPLOYMENT = {"29-1141": 3_200_000.0, "53-3032": 2_000_000.0, "53-3033": 1_000_000.0, "35-2014": 1_400_000.0}


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> TitleIndex:
    folder = tmp_path_factory.mktemp("titles")
    lexicon, problems = read_lexicon(ROOT / "data" / "titles.yaml")
    assert problems == []
    assert lexicon is not None
    with sqlite3.connect(folder / "catalogue.sqlite") as db:
        build(db, folder, ROWS, EMPLOYMENT, lexicon)
    db.close()
    return TitleIndex(folder)


def first(index: TitleIndex, title: str, context: str = "") -> str:
    return index.find(title, 1, context)[0].code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("CNA", "31-1131.00"),
        ("Certified Nursing Assistant (CNA) - Nights", "31-1131.00"),
        ("RN", "29-1141.00"),
        ("LVN", "29-2061.00"),
        ("Sr. Accounts Payable Specialist II", "43-3031.00"),
        ("CDL A Driver Home Daily", "53-3032.00"),
        ("NIGHT STOCKER $18/HR!!!", "53-7065.00"),
        ("shelf stacker", "53-7065.00"),
        ("Amazon picker", "53-7065.00"),
        ("fry cook", "35-2011.00"),
        ("Uber driver", "53-3054.00"),
        ("candy striper", "31-1131.00"),
    ],
)
def test_what_people_say_finds_the_occupation(index: TitleIndex, typed: str, code: str) -> None:
    assert first(index, typed) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("cuidadora de ancianos", "31-1122.00"),
        ("cuidador de ancianos", "31-1122.00"),
        ("cajero", "41-2011.00"),
        ("CAJERA", "41-2011.00"),
        ("soldador", "51-4121.00"),
        ("ayudante de cocina", "35-2021.00"),
        ("niñera", "39-9011.00"),
        ("ninera", "39-9011.00"),
        ("albañil", "47-2021.00"),
        ("trabajador de construccion", "47-2061.00"),
    ],
)
def test_spanish_finds_it_with_and_without_accents(index: TitleIndex, typed: str, code: str) -> None:
    assert first(index, typed) == code


@pytest.mark.parametrize("typed", ["nursing asistant", "nurcing assistant", "nursing assisstant", "nursingassistant"])
def test_a_typo_still_finds_the_nursing_assistant(index: TitleIndex, typed: str) -> None:
    assert first(index, typed) == "31-1131.00"


def test_an_employer_before_or_behind_does_not_hide_the_title(index: TitleIndex) -> None:
    assert first(index, "Sunny Acres Hospital - Housekeeper") == "37-2012.00"
    assert first(index, "Housekeeper at Sunny Acres Hospital") == "37-2012.00"


def test_context_decides_between_two_that_are_alike(index: TitleIndex) -> None:
    without = [f.points for f in index.find("aide", 5) if f.code == "31-1131.00"]
    beside = [f.points for f in index.find("aide", 5, context="County Hospital") if f.code == "31-1131.00"]
    assert beside > without
    assert first(index, "driver", context="Bread and snack route delivery") == "53-3033.00"


def test_an_employer_alone_is_an_unsure_hint(index: TitleIndex) -> None:
    found = index.find("worked at McDonald's")
    assert found[0].code.startswith("35-")
    assert {f.sure for f in found} == {"unsure"}


def test_a_soc_stands_once_and_its_plain_occupation_is_named_first(index: TitleIndex) -> None:
    found = index.find("nurse", 10)
    assert len({f.code[:7] for f in found}) == len(found)
    assert found[0].code == "29-1141.00"
    assert first(index, "critical care nurse") == "29-1141.03"


def test_a_find_says_which_title_spoke_for_it_and_how_sure_it_is(index: TitleIndex) -> None:
    find = index.find("night stocker", 1)[0]
    assert find.matched.lower() == "night stocker"
    assert find.sure == "sure"
    assert index.find("stuff with drivers", 1)[0].sure != "sure"


@pytest.mark.parametrize("typed", ["", "   ", "\x00\x07\x1b", "💥", "12345", "!!!", "טבח", "qqqqqqqq zzzzzzz", "- - -"])
def test_what_names_no_work_finds_nothing(index: TitleIndex, typed: str) -> None:
    assert index.find(typed) == ()


@pytest.mark.parametrize(
    "typed",
    [
        "'; DROP TABLE title_feature; --",
        '" OR 1=1',
        "cook%' --",
        "a" * 10_000,
        "cook " * 2_000,
        "\u202ecook",
        "cook\x00",
    ],
)
def test_strange_text_does_no_harm(index: TitleIndex, typed: str) -> None:
    index.find(typed)
    assert first(index, "cook") == "35-2014.00"


def test_many_titles_are_answered_in_their_order_and_each_spelling_once(index: TitleIndex) -> None:
    found = index.find_many(["cook", "", "RN", "cook"], 1)
    assert [f[0].code if f else None for f in found] == ["35-2014.00", None, "29-1141.00", "35-2014.00"]
    assert found[0] is found[3]


def test_no_limit_means_no_find(index: TitleIndex) -> None:
    assert index.find("cook", 0) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.text(max_size=30))
def test_nothing_raises_and_the_order_is_the_same_again(index: TitleIndex, text: str, context: str) -> None:
    found = index.find(text, 5, context)
    assert found == index.find(text, 5, context)
    assert [f.points for f in found] == sorted((f.points for f in found), reverse=True)


@settings(max_examples=40, deadline=None)
@given(st.permutations(["nurse", "truck", "driver", "cook", "clerk", "hospital"]))
def test_any_mixture_of_known_words_is_answered_alike_by_a_fresh_index(index: TitleIndex, words: list[str]) -> None:
    fresh = TitleIndex(Path(index.db.execute("PRAGMA database_list").fetchone()[2]))
    assert fresh.find(" ".join(words)) == index.find(" ".join(words))


def test_a_misspelt_field_of_the_lexicon_is_a_problem_with_its_line(tmp_path: Path) -> None:
    text = (ROOT / "data" / "titles.yaml").read_text(encoding="utf-8").replace("\nnoise_phrases:", "\nnoise_phrasse:")
    (tmp_path / "titles.yaml").write_text(text, encoding="utf-8")
    lexicon, problems = read_lexicon(tmp_path / "titles.yaml")
    assert lexicon is None
    assert len(problems) == 1
    assert problems[0].path.name == "titles.yaml"


def test_both_genders_of_a_spanish_title_are_read() -> None:
    assert list(both_genders("cuidador/a de ancianos")) == ["cuidador de ancianos", "cuidadora de ancianos"]
    assert list(both_genders("cocinero/a")) == ["cocinero", "cocinera"]
    assert list(both_genders("chef")) == ["chef"]


def test_a_group_lends_its_members_half_its_employment() -> None:
    assert employed("13-1021", {"13-1020": 400.0}) == 200.0
    assert employed("29-1141", EMPLOYMENT) == 3_200_000.0


def test_a_mended_word_is_never_sure(index: TitleIndex) -> None:
    assert index.find("nursing assistant", 1)[0].sure == "sure"
    assert index.find("nursng assistant", 1)[0].sure != "sure"


def test_where_somebody_worked_inside_says_nothing_of_what_they_did(index: TitleIndex) -> None:
    assert first(index, "prison cook") == first(index, "cook") == first(index, "cook in jail")
    assert index.words.read("prison guard").full == (("prison", "guard"),)


def test_my_and_mine_are_left_out_in_spanish_too(index: TitleIndex) -> None:
    assert index.words.read("cuidando a mis nietos").full == index.words.read("cuidando nietos").full


def test_what_denies_a_word_is_not_mended_into_it(index: TitleIndex) -> None:
    assert index.find("undriver") == index.find("exnurse") == ()
