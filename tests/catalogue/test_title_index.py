"""The title index over a small catalogue and our whole lexicon: what people type finds what they do."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.catalogue.life import read_inside
from navigator.catalogue.store import Catalogue
from navigator.catalogue.title_build import build, employed
from navigator.catalogue.title_index import TitleIndex
from navigator.catalogue.title_lexicon import both_genders, read_lexicon
from navigator.domain.title import Lexicon

ROOT = Path(__file__).resolve().parents[2]
INSIDE = read_inside(ROOT / "data" / "work_inside.yaml")[0]
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


def named_too(rows: list[tuple[str, str, str]], lexicon: Lexicon) -> list[tuple[str, str, str]]:
    """The rows and those of every occupation that our lexicon names: of others it would leave the names out."""
    return [*rows, *((text, code, "lexicon") for text, code in lexicon.titles)]


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> TitleIndex:
    folder = tmp_path_factory.mktemp("titles")
    lexicon, problems = read_lexicon(ROOT / "data" / "titles.yaml", INSIDE)
    assert problems == []
    assert lexicon is not None
    with sqlite3.connect(folder / "catalogue.sqlite") as db:
        build(db, folder, named_too(ROWS, lexicon), EMPLOYMENT, lexicon)
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
        ("hi-lo operator", "53-7051.00"),
        ("Hi Lo Driver", "53-7051.00"),
        ("HI LO, 2nd shift", "53-7051.00"),
        ("Hi/Lo operator", "53-7051.00"),
        ("high-lo", "53-7051.00"),
        ("hilo operator", "53-7051.00"),
        ("drove a hi-lo", "53-7051.00"),
        ("LO", "13-2072.00"),
        ("sr LO, Honolulu, HI", "13-2072.00"),
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
        ("niñera", "39-9011.01"),
        ("ninera", "39-9011.01"),
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
    assert first(index, "driver", context="parcel delivery") == "53-3033.00"
    assert first(index, "driver", context="Bread and snack route delivery") == "53-3031.00"


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


def test_no_limit_means_no_find(index: TitleIndex) -> None:
    assert index.find("cook", 0) == ()


@settings(max_examples=60)
@given(st.text(max_size=120), st.text(max_size=30))
def test_nothing_raises_and_the_order_is_the_same_again(index: TitleIndex, text: str, context: str) -> None:
    found = index.find(text, 5, context)
    assert found == index.find(text, 5, context)
    assert [f.points for f in found] == sorted((f.points for f in found), reverse=True)


@settings(max_examples=40)
@given(st.permutations(["nurse", "truck", "driver", "cook", "clerk", "hospital"]))
def test_any_mixture_of_known_words_is_answered_alike_by_a_fresh_index(index: TitleIndex, words: list[str]) -> None:
    fresh = TitleIndex(Path(index.db.execute("PRAGMA database_list").fetchone()[2]))
    assert fresh.find(" ".join(words)) == index.find(" ".join(words))


def test_a_misspelt_field_of_the_lexicon_is_a_problem_with_its_line(tmp_path: Path) -> None:
    text = (ROOT / "data" / "titles.yaml").read_text(encoding="utf-8").replace("\nnoise_phrases:", "\nnoise_phrasse:")
    (tmp_path / "titles.yaml").write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "data" / "military_service.yaml", tmp_path)
    lexicon, problems = read_lexicon(tmp_path / "titles.yaml", INSIDE)
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


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("my own cleaning business", "cleaning"),
        ("I ran my own landscaping company", "landscaping"),
        ("owned a small painting business", "small painting"),
        ("mi negocio de limpieza", "limpieza"),
        ("small business in sewing", "sewing"),
        ("small business doing nails", "doing nails"),
    ],
)
def test_whose_business_it_was_says_nothing_of_the_work(index: TitleIndex, typed: str, same: str) -> None:
    assert index.words.read(typed).full == index.words.read(same).full


@pytest.mark.parametrize("typed", ["ran my own business", "my own company"])
def test_a_business_of_ones_own_with_no_work_named_is_still_a_business(catalogue: Catalogue, typed: str) -> None:
    assert catalogue.find_titles(typed, 1)[0].code == "11-1021.00"


def test_the_own_sewing_business_is_a_dressmakers_and_no_general_managers(catalogue: Catalogue) -> None:
    found = [find.code for find in catalogue.find_titles("my own sewing business", 3)]
    assert found[0] == "51-6052.00"
    assert "11-1021.00" not in found


def test_a_small_business_banker_lends_and_office_assistants_are_no_police(catalogue: Catalogue) -> None:
    assert "13-2072.00" in [find.code for find in catalogue.find_titles("small business banker", 2)]
    assert "43-6014.00" not in [find.code for find in catalogue.find_titles("police", 5)]


def test_a_small_business_before_a_name_of_work_says_whom_the_work_is_for(index: TitleIndex) -> None:
    assert index.words.read("small business banker").full == (("small", "business", "banker"),)
    assert index.words.read("sewing small business").full == (("sewing",),)


def test_a_lone_word_that_only_begins_names_belongs_to_those_we_give_it_to(tmp_path: Path) -> None:
    lexicon, _ = read_lexicon(ROOT / "data" / "titles.yaml", INSIDE)
    assert lexicon is not None
    ends = ("cadet", "chief", "clerk", "driver", "guide", "host", "nurse", "pilot", "tutor", "baker", "cook", "sailor")
    rows = [(f"Police {end}", "33-3051.00", "official") for end in ends]
    rows += [("Police", "43-6014.00", "alternate"), ("Valet", "39-6011.00", "alternate")]
    with sqlite3.connect(tmp_path / "catalogue.sqlite") as db:
        build(db, tmp_path, named_too(rows, lexicon), EMPLOYMENT, lexicon)
    db.close()
    small = TitleIndex(tmp_path)
    assert "43-6014.00" not in [find.code for find in small.find("police", 5)]
    assert "39-6011.00" in [find.code for find in small.find("valet", 5)]


@pytest.mark.parametrize(
    "alike",
    [
        "delivery man/delivery woman/delivery girl/delivery boy/delivery guy/delivery lady",
        "maintenance man/maintenance woman",
        "mailman/mailwoman/mail lady/mail man",
        "lunch lady/lunch man",
        "cleaning lady/cleaning woman/cleaning man",
        "businessman/businesswoman/business woman",
        "salesman/saleslady/saleswoman/salesgirl/salesperson/sales lady",
        "cowboy/cowgirl",
        "handyman/handywoman",
        "fireman/firewoman/firemen",
        "policeman/policewoman/police woman",
        "repairman/repairwoman",
        "foreman/forewoman",
        "waiter/waitress/waitresses",
        "host/hostess",
        "housewife/househusband",
        "stay at home mom/stay at home dad",
        "nurse/male nurse/female nurse",
        "took care of my mother/took care of my father",
        "ama de casa/amo de casa",
        "cocinero/cocinera",
        "enfermera registrada/enfermero registrado",
        "asistente ejecutivo/asistente ejecutiva",
        "cuidando a mi mamá/cuidando a mi papá",
    ],
)
def test_gender_in_a_title_changes_neither_the_occupation_nor_the_list(index: TitleIndex, alike: str) -> None:
    first_one, *others = (index.find(title, 5) for title in alike.split("/"))
    assert first_one
    assert [[(f.code, f.sure, f.points) for f in found] for found in others] == [
        [(f.code, f.sure, f.points) for f in first_one]
    ] * len(others)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("woman-owned bakery", ("woman", "owned", "bakery")),
        ("ladies wear", ("lady", "wear")),
        ("boy scouts leader", ("boy", "scout", "leader")),
        ("women's shelter", ("women", "shelter")),
        ("men's clothing", ("men", "clothing")),
        ("nurse midwife", ("nurse", "midwife")),
        ("coach of girls", ("coach", "girl")),
        ("specimen courier", ("specimen", "courier")),
    ],
)
def test_whom_the_work_is_for_and_what_only_ends_so_stays(
    index: TitleIndex, typed: str, words: tuple[str, ...]
) -> None:
    assert index.words.read(typed).full == (words,)


def test_a_slip_in_a_word_of_one_gender_is_still_mended(index: TitleIndex) -> None:
    assert first(index, "waitres") == first(index, "waiter")
    assert "waitress" in index.vocabulary


@pytest.mark.parametrize(
    "typed", ["+cmd|' /C calc'!A0", "not a nurse", "never a cook", "CEO of my house", "MA", "cook - Zyxwell Gardens"]
)
def test_what_is_denied_or_not_all_understood_is_never_sure(index: TitleIndex, typed: str) -> None:
    assert "sure" not in {find.sure for find in index.find(typed, 5)}


def test_abbreviations_of_a_practical_nurse_are_not_a_registered_one(index: TitleIndex) -> None:
    for typed in ("lic prac nurse", "pract nurse", "lic pract nurse"):
        assert first(index, typed) == "29-2061.00"


def test_a_code_names_its_occupation(index: TitleIndex) -> None:
    assert [(f.code, f.sure) for f in index.find("29-1141.03")] == [("29-1141.03", "sure")]
    assert [f.code for f in index.find(" 29-1141 ")] == ["29-1141.00"]
    assert index.find("29-1141.77") == index.find("99-9999.00") == index.find("29-1141.00", 0) == ()


@pytest.mark.parametrize(
    ("title", "beside", "code"),
    [
        ("clerk", "hotel", "43-4081.00"),
        ("manager", "Sunny Deli, Inc.", "41-1011.00"),
        ("cook", "elementary school", "35-2012.00"),
        ("associate", "law firm", "23-1011.00"),
    ],
)
def test_the_employers_words_join_a_title_of_one_word(index: TitleIndex, title: str, beside: str, code: str) -> None:
    found = index.find(title, 5, beside)
    assert found[0].code == code != first(index, title)
    assert found[0].sure != "sure"


def test_an_employer_that_says_nothing_of_the_work_changes_no_title_of_one_word(index: TitleIndex) -> None:
    assert first(index, "manager", "City of Akron") == first(index, "manager")


def test_a_name_for_a_code_that_no_occupation_has_is_left_out(tmp_path: Path) -> None:
    lexicon, _ = read_lexicon(ROOT / "data" / "titles.yaml", INSIDE)
    assert lexicon is not None
    with sqlite3.connect(tmp_path / "catalogue.sqlite") as db:
        build(db, tmp_path, ROWS, EMPLOYMENT, lexicon)
    db.close()
    small = TitleIndex(tmp_path)
    assert {f.code for f in small.find("uber driver", 20)} <= {code for _, code, _ in ROWS}
    assert small.socs == sorted({code[:7] for _, code, _ in ROWS})


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ran the register", "41-2011.00"),
        ("picked strawberries", "45-2092.00"),
        ("took care of my mom who has dementia", "31-1122.00"),
        ("took care of my kids", "39-9011.00"),
        ("took calls for AT&T", "43-4051.00"),
        ("framed houses", "47-2031.00"),
        ("window washing", "37-2011.00"),
        ("pressure washing", "37-2011.00"),
        ("junk removal", "53-7081.00"),
        ("answered phones at a clinic", "43-6013.00"),
        ("helped in my kid's classroom", "25-9042.00"),
        ("foster parent", "39-9011.00"),
        ("lavaba trastes", "35-9021.00"),
    ],
)
def test_work_as_people_say_it_is_found(catalogue: Catalogue, typed: str, code: str) -> None:
    assert catalogue.find_titles(typed, 1)[0].code == code


@pytest.mark.parametrize("typed", ["on the line at GM", "ran the show for my cousin", "picked dandelions"])
def test_what_a_line_says_only_by_the_way_is_never_sure(catalogue: Catalogue, typed: str) -> None:
    assert all(find.sure != "sure" for find in catalogue.find_titles(typed, 3))


def test_every_name_that_a_saying_is_read_as_is_a_name_of_some_work(catalogue: Catalogue) -> None:
    lexicon, _ = read_lexicon(ROOT / "data" / "titles.yaml", INSIDE)
    assert lexicon is not None
    names = {entry.name for entry in (*lexicon.sayings.told, *lexicon.sayings.contado) if "*" not in entry.name}
    assert [name for name in sorted(names) if not catalogue.find_titles(name, 1)] == []
