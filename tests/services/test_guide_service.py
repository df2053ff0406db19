"""The guide for one person: stages, help that fits, and answers in the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, Interrupted, NotFound
from navigator.domain.record import Record
from navigator.formats.guide_page import CUT, GuidePage, cards_html, cards_text
from navigator.records.store import RecordStore
from navigator.services import guide as service
from navigator.services.asking import Move, ScriptedAsker
from navigator.services.resources import Directory
from tests.workers import saved


@pytest.fixture
def directory(catalogue: Catalogue) -> Directory:
    return Directory(catalogue=catalogue, area="OH", today=date(2026, 11, 22))


def test_the_whole_guide_needs_no_record(directory: Directory) -> None:
    page = service.guide(directory, None)
    assert page.whole and [s.id for s in page.stages] == ["looking", "applying", "first-90", "growing", "moving"]
    assert not any(p.sector for s in page.stages for p in s.pairs)


@pytest.mark.parametrize("text", ["first-90", "3", "FIRST", "The first 90 days"])
def test_a_stage_is_found_by_id_number_or_first_letters(directory: Directory, text: str) -> None:
    assert [s.id for s in service.guide(directory, None, text).stages] == ["first-90"]


@pytest.mark.parametrize("text", ["6", "0", "retire", "\x1b[31mred"])
def test_an_unknown_stage_is_refused_with_those_there_are(directory: Directory, text: str) -> None:
    with pytest.raises(BadInput, match="looking, applying, first-90, growing, moving"):
        service.guide(directory, None, text)


def test_the_kind_of_work_adds_its_own_question(directory: Directory, ana: Record) -> None:
    assert service.guide(directory, None, "1", "food").stages[0].pairs[-1].id == "looking.food"
    assert service.guide(directory, replace(ana, sector="trades"), "1").stages[0].pairs[-1].id == "looking.trades"
    with pytest.raises(BadInput, match="retail, food, health"):
        service.guide(directory, None, "1", "space")


def test_help_is_named_once_at_most_two_and_is_of_the_state_where_it_can_be(directory: Directory) -> None:
    pairs = [p for s in service.guide(directory, None).stages for p in s.pairs]
    assert all(len(p.help) <= 2 and len(set(p.help)) == len(p.help) for p in pairs)
    helps = {p.id: p.help for p in pairs}
    assert helps["moving.lost"][0].startswith("Unemployment (unemployment.ohio.gov")
    assert "OhioMeansJobs" in helps["looking.strengths"][0]


def test_an_answer_is_kept_changed_and_taken_away(
    catalogue: Catalogue, store: RecordStore, ana: Record, directory: Directory
) -> None:
    path = saved(store, ana)
    service.note(catalogue, store, store.open(path), "looking.pay", " At least  2,000 a month ")
    service.note(catalogue, store, store.open(path), "looking.pay", "16 to start", "employer")
    service.note(catalogue, store, store.open(path), "LOOKING.PAY", "2,200 a month")
    record = store.open(path).record
    assert [(a.question, a.side, a.text) for a in record.guide] == [
        ("looking.pay", "employer", "16 to start"),
        ("looking.pay", "me", "2,200 a month"),
    ]
    stage = service.guide(directory, record, "1").stages[0]
    assert stage.answered == 1 and stage.pairs[0].employer_answer == "16 to start"
    assert [n.side for n in service.noted(catalogue, record)] == ["me", "employer"]
    service.note(catalogue, store, store.open(path), "looking.pay", "", "employer")
    service.note(catalogue, store, store.open(path), "looking.pay", "")
    assert store.open(path).record == ana


def test_an_unknown_question_and_a_very_long_answer_are_refused(
    catalogue: Catalogue, store: RecordStore, ana: Record
) -> None:
    opened = store.open(saved(store, ana))
    with pytest.raises(NotFound, match=r"no question 'looking\.gold'"):
        service.note(catalogue, store, opened, "looking.gold", "x")
    with pytest.raises(BadInput, match="under 200"):
        service.note(catalogue, store, opened, "looking.pay", "x" * 201)
    assert store.open(opened.path).record.guide == ()


def test_an_answer_to_a_question_that_is_gone_is_still_shown(catalogue: Catalogue, ana: Record) -> None:
    from navigator.domain.guide import GuideAnswer

    record = replace(
        ana, guide=(GuideAnswer(question="old.one", text="kept"), GuideAnswer(question="moving.worth", text="30"))
    )
    assert [n.question for n in service.noted(catalogue, record)] == ["moving.worth", "old.one"]


def test_asked_one_after_another_each_answer_is_saved_at_once(
    catalogue: Catalogue, store: RecordStore, ana: Record
) -> None:
    path = saved(store, ana)
    pairs = catalogue.guide.stages[0].for_sector("")[:3]
    asker = ScriptedAsker({"guide.looking.pay": "2,000", "guide.looking.getting-there": Move.STOP})
    with pytest.raises(Interrupted):
        service.ask(catalogue, store, store.open(path), pairs, "me", asker)
    assert [a.text for a in store.open(path).record.guide] == ["2,000"]
    assert [q.id for q in asker.asked] == ["guide.looking.pay", "guide.looking.hours", "guide.looking.getting-there"]
    again = ScriptedAsker({"guide.looking.hours": "Days only"})
    assert service.ask(catalogue, store, store.open(path), pairs, "me", again) == 1
    assert again.asked[0].default == "2,000"


def cards(directory: Directory, view: str = "worker") -> GuidePage:
    return service.guide(directory, None, sector="health", view=service.view_of(view))


def test_cards_hold_every_pair_and_room_to_write(directory: Directory) -> None:
    page = cards(directory)
    text = cards_text(page)
    pairs = [p for s in page.stages for p in s.pairs]
    assert text.count(CUT) == len(pairs) == 40
    assert max(map(len, text.splitlines())) <= 78
    flat = " ".join(text.split())
    assert all(p.me in flat and p.employer in flat and p.why in flat for p in pairs)
    assert text.count("_" * 60) >= 4 * len(pairs)
    html = cards_html(page)
    assert html.count('class="card"') == len(pairs) and "http" not in html


@pytest.mark.parametrize("view", ["employer", "center"])
def test_the_other_sides_have_cards_too(directory: Directory, view: str) -> None:
    page = cards(directory, view)
    assert cards_text(page).count("[ ]") == sum(len(s.side(view)) for s in page.stages) == cards_html(page).count("☐")


def test_what_was_noted_stands_on_the_card_as_text(
    directory: Directory, catalogue: Catalogue, store: RecordStore, ana: Record
) -> None:
    path = saved(store, ana)
    service.note(catalogue, store, store.open(path), "looking.pay", "<b>2,000</b> {{ 7*7 }}")
    page = service.guide(directory, store.open(path).record, "1")
    assert "<b>2,000</b> {{ 7*7 }}" in cards_text(page)
    assert "&lt;b&gt;2,000&lt;/b&gt; {{ 7*7 }}" in cards_html(page)


def test_a_stage_and_a_kind_of_work_are_found_by_the_name_on_the_screen(catalogue: Catalogue) -> None:
    for stage in catalogue.guide.stages:
        assert service.stages_of(catalogue, stage.name) == service.stages_of(catalogue, stage.name.upper()) == (stage,)
    for sector in catalogue.framework.sectors:
        assert service.sector_of(catalogue, sector.name) == service.sector_of(catalogue, sector.id.upper()) == sector.id
