"""A walk with little time: it shortens itself, and what was passed over stays open for another day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.question import Answer, Place, Question
from navigator.records.store import RecordStore
from navigator.services.asking import Reply, ScriptedAsker
from navigator.services.inventory import Walk

ANSWERS = {"state": "OH", "job.1.title": "nursing assistant", "job.1.occupation": "31-1131.00"}


class Slow(ScriptedAsker):
    """Somebody who takes so many seconds for each answer, on a clock of their own."""

    def __init__(self, answers: dict[str, Answer], seconds: float, left: float) -> None:
        super().__init__(answers)
        self.seconds, self.left = seconds, left
        self.places: list[Place] = []

    def ask(self, question: Question, place: Place) -> Reply:
        self.left -= self.seconds
        self.places.append(place)
        return super().ask(question, place)


class Lingering(Slow):
    """Somebody quick who is called away for long while they type the title of their second work."""

    def ask(self, question: Question, place: Place) -> Reply:
        if question.id == "job.2.title":
            self.left = 180
        return super().ask(question, place)


@pytest.fixture
def asked(catalogue: Catalogue, store: RecordStore) -> Iterator[object]:
    def walk(seconds: float, minutes: float) -> tuple[Walk, Slow]:
        asker = Slow(dict(ANSWERS), seconds, minutes * 60)
        walked = Walk(catalogue, store, store.new(), asker, "standard", lambda: asker.left)
        walked.run()
        return walked, asker

    return walk


def test_with_plenty_of_time_nothing_is_left_out(asked) -> None:  # type: ignore[no-untyped-def]
    walked, asker = asked(seconds=1, minutes=60)
    assert walked.record.finished
    assert any(q.id.startswith("like.") for q in asker.asked)


def test_a_slow_person_with_five_minutes_reaches_the_page_in_time(asked) -> None:  # type: ignore[no-untyped-def]
    walked, asker = asked(seconds=20, minutes=5)
    assert asker.left >= 40  # never more than one answer into the minute kept for the page
    assert not walked.record.finished
    names = [q.id for q in asker.asked]
    assert "job.1.occupation" in names
    assert not any(n.startswith("know.") for n in names)
    assert all(p.seconds_left <= 5 * 60 for p in asker.places)


def test_questions_are_numbered_from_one_however_many_were_passed_over(asked) -> None:  # type: ignore[no-untyped-def]
    _walked, asker = asked(seconds=20, minutes=5)
    assert asker.asked[0].id == "state"  # the name was left for another day
    assert [p.number for p in asker.places] == list(range(1, len(asker.places) + 1))
    assert all(p.number <= p.of for p in asker.places)


def test_a_second_piece_of_work_that_was_named_is_told_to_its_end(catalogue: Catalogue, store: RecordStore) -> None:
    second = {"job.2.title": "line cook", "job.2.occupation": "35-2014.00", "job.2.kind": "paid"}
    asker = Lingering({**ANSWERS, **second}, 1, 12 * 60)
    Walk(catalogue, store, store.new(), asker, "standard", lambda: asker.left).run()
    names = [q.id for q in asker.asked]
    assert [n for n in names if n.startswith("job.2.")] == [
        f"job.2.{part}" for part in ("title", "occupation", "kind", "length", "did")
    ]
    assert "job.3.title" not in names


def test_what_was_passed_over_is_asked_another_day(asked, catalogue: Catalogue, store: RecordStore) -> None:  # type: ignore[no-untyped-def]
    walked, first = asked(seconds=20, minutes=5)
    later = ScriptedAsker({})
    record = Walk(catalogue, store, walked.opened, later, "standard").run()
    assert record.finished
    assert {q.id for q in later.asked}.isdisjoint(q.id for q in first.asked)
    assert later.asked
