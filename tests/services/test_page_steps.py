"""Next steps on the page: work that may not be found near is left to the list."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Experience, Person, Record, Wants
from navigator.formats import next_steps
from navigator.formats.idea import Idea, idea_of
from navigator.formats.words import BANDS
from navigator.services.match import Matcher
from navigator.services.page import names_of, page

ROOT = Path(__file__).parents[2]
SHOES = "51-6042.00"


def shoemaker(code: str) -> Record:
    job = Experience(id="job1", title="x", code=code, kind="paid", length="years")
    return Record(id="r", created="2026-01-01", person=Person(state="HI"), experience=(job,), wants=Wants())


def steps(ideas: list[Idea], record: Record | None = None) -> list[str]:
    return next_steps.steps(ideas, record or Record(id="r", created=""))


def idea(catalogue: Catalogue, record: Record) -> Idea:
    match = Matcher(catalogue=catalogue, record=record).match(SHOES)
    return idea_of(match, catalogue.occupation(SHOES), names_of(catalogue), record, None)


def test_work_with_no_figure_here_and_few_openings_anywhere_is_no_next_step(catalogue: Catalogue) -> None:
    rare = idea(catalogue, shoemaker("51-6031.00"))
    assert rare.rare
    common = replace(rare, name="Cook", rare=False)
    assert steps([rare, common])[0].startswith("Cook: ")
    assert not [line for line in steps([rare]) if line.startswith(rare.name)]
    assert steps([rare])


@pytest.mark.parametrize("state", ["HI", ""])
def test_work_that_was_held_is_never_left_out_for_that(catalogue: Catalogue, state: str) -> None:
    held = replace(shoemaker(SHOES), person=Person(state=state))
    assert not idea(catalogue, held).rare
    assert any(catalogue.names[SHOES] in step for step in page(catalogue, held, date(2026, 11, 22)).next_steps)


def test_the_step_up_that_is_named_first_is_one_that_can_be_felt_in_the_pay(catalogue: Catalogue) -> None:
    held = replace(idea(catalogue, shoemaker("51-6031.00")), rare=False, name="Aide")
    cents = replace(held, name="Technician", pays_more=True, first_step="Ask for the class.")
    dollars = replace(cents, name="Practical nurse", felt=True)
    assert steps([held, cents, dollars])[1].startswith("Practical nurse: ")
    assert steps([held, cents])[1].startswith("Technician: ")
    far = replace(dollars, band=BANDS["stretch"])
    assert steps([held, cents, far])[1].startswith("Technician: ")


def test_that_there_will_be_fewer_jobs_is_not_said_twice_and_the_second_step_stays(catalogue: Catalogue) -> None:
    fewer = replace(
        idea(catalogue, shoemaker("51-6031.00")), rare=False, name="Sorter", shrinking=True, pays_more=True, felt=True
    )
    stays = replace(fewer, name="Cook", shrinking=False, band=BANDS["look"])
    also = replace(fewer, name="Packer", band=BANDS["look"])
    found = steps([fewer, also, stays])
    assert found[1].startswith("Cook: ") and len([s for s in found if "fewer of these jobs in the nation" in s]) == 1
    assert steps([fewer, also])[1].endswith("There will be fewer of these jobs too.")
    assert steps([replace(stays, pays_more=False, felt=False), replace(also, slow=True)])[1].startswith(
        "Talk to somebody"
    )


def test_a_telephone_number_that_a_sentence_names_is_one_of_the_data() -> None:
    known = (ROOT / "data" / "resources" / "national.yaml").read_text(encoding="utf-8")
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "navigator").rglob("*.py"))
    told = {number for text in texts for number in re.findall(r"\b1-8\d\d-\d{3}-\d{4}\b", text)}
    assert told and [number for number in told if number not in known] == []


@pytest.mark.parametrize(
    ("job", "about", "told"),
    [
        (Experience(id="job1", title="miner", code="47-5041.00", kind="paid"), "", "Black Lung"),
        (Experience(id="job1", title="cook", code="35-2014.00", kind="paid"), "I am a widow", "survivors benefits"),
        (Experience(id="job1", title="raised my kids", code="39-9011.00", kind="home"), "", "income you lived on"),
        (Experience(id="job1", title="cook", code="35-2014.00", kind="paid"), "I like to cook", ""),
    ],
)
def test_help_that_few_think_of_is_a_step_only_for_whom_it_is(
    catalogue: Catalogue, job: Experience, about: str, told: str
) -> None:
    record = Record(id="r", created="", experience=(job,), person=Person(about=about))
    found = steps([idea(catalogue, shoemaker("35-2014.00"))], record)
    few = [s for s in found for part in ("Black Lung", "survivors benefits", "income you lived on") if part in s]
    assert (len(few), told in " ".join(few)) == ((1, True) if told else (0, True))
