"""What people say they did is read as a name of work, with what stands around it behind."""

from __future__ import annotations

import pytest

from navigator.domain.said import UNTOLD, Sayings, Told
from navigator.engine.title_sayings import Reader
from navigator.engine.title_words import single

READER = Reader(
    Sayings(
        did={"pick": "picker", "drive": "driver", "clean": "cleaner", "fix": "repairer", "cook": "cook", "help": ""},
        hizo={"lavar": "lavador"},
        told=(
            Told(did=("take care", "care for"), to=("mom", "son"), where=("sick", "dementia"), name="caregiver"),
            Told(did=("take care", "watch"), to=("kid", "son"), name="babysitter"),
            Told(did=("run",), to=("register",), name="cashier"),
            Told(did=("run",), to=("lathe", "press"), name="* operator"),
            Told(did=("ring up",), to=("people",), name="cashier"),
            Told(did=("manage",), to=("store",), name="store manager"),
            Told(did=("pick",), to=("order",), name="order picker"),
        ),
        contado=(Told(did=("cuidar",), to=("abuelo",), name="cuidador"),),
    ),
    single,
)


def said(line: str) -> list[str]:
    """Each part of a line as it is looked up, the name first."""
    return [" ".join(part) for part in READER.line([line.split()]).parts]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("picked strawberries in the summers", "strawberries picker"),
        ("i drive a taxi", "taxi driver"),
        ("used to drive a cab", "cab driver"),
        ("was cleaning their stalls", "stalls cleaner"),
        ("picked orders", "order picker"),
        ("ran the register", "cashier"),
        ("ran a lathe", "lathe operator"),
        ("rang people up", "cashier"),
        ("in charge of a store", "store manager"),
        ("lavaba carros", "lavador carros"),
        ("cuidaba a mi abuelo", "cuidador"),
    ],
)
def test_a_verb_and_what_it_was_done_to_are_read_as_who_does_it(line: str, first: str) -> None:
    assert said(line)[0] == first


def test_who_was_cared_for_decides_and_sickness_comes_before_youth() -> None:
    assert said("took care of my kids")[0] == "babysitter"
    assert said("took care of my son")[0] == "babysitter"
    assert said("took care of my son who is sick")[0] == "caregiver"
    assert said("took real good care of my mom who has dementia") == ["caregiver", "has dementia"]


def test_where_it_was_stands_behind_and_is_not_the_work() -> None:
    assert said("cooked at a clinic") == ["cook", "clinic"]
    assert said("picked apples for my uncle") == ["apples picker"]


def test_kin_say_nothing_of_the_work() -> None:
    assert said("my uncles restaurant") == ["restaurant"]
    assert said("roofing with my cousins") == ["roofing"]
    assert said("roofing with my brother in law") == ["roofing"]
    assert said("helped my dad fix cars") == ["cars repairer"]
    assert said("helped my husband with his roofing company") == ["roofing company"]


def test_a_second_thing_done_and_a_place_before_it_are_parts_of_their_own() -> None:
    assert said("cooked and cleaned") == ["cook", "cleaner"]
    assert said("at amazon i picked orders")[0] == "order picker"


@pytest.mark.parametrize(
    "title",
    [
        "help desk",
        "printed circuit board drafter",
        "packed and polished products supervisor",
        "cleaning supervisor",
        "pick and pack",
        "cook",
        "fixed income analyst",
        "drive thru cashier",
        "clean room",
    ],
)
def test_a_name_of_work_stays_as_it_is(title: str) -> None:
    assert said(title) == [title]


def test_only_a_line_that_an_entry_tells_and_little_else_is_as_sure_as_its_name() -> None:
    def guessed(line: str) -> bool:
        return READER.line([line.split()]).guessed

    assert not guessed("ran the register")
    assert guessed("ran the register where big trucks came for fuel and coffee")
    assert guessed("picked strawberries")
    assert guessed("ran the show")
    assert guessed("on the line")


def test_without_words_every_line_is_a_title() -> None:
    reader = Reader(UNTOLD, single)
    assert reader.signs == frozenset()
    assert reader.line([["ran", "the", "register"]]).parts == [["ran", "the", "register"]]
