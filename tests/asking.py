"""A small made-up world to ask questions in: two titles that are known, activities that run out, and a walk through it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from navigator.domain.framework import Framework
from navigator.domain.pathway import Field
from navigator.domain.question import Choice, Place, Question
from navigator.domain.record import Experience, Record, Route
from navigator.engine import wording
from navigator.engine.answers import applied
from navigator.engine.inventory import Known, next_question
from navigator.engine.place import place_of
from navigator.services.asking import Move, ScriptedAsker

EMPTY = Record(id="1", created="now")
LAST_SCREEN = 4
"""After so many screens the made-up chooser has nothing more to offer."""


def known(framework: Framework) -> Known:
    """The framework's own words, and look-ups that answer at once."""
    ids = tuple(a.id for a in framework.activities)

    def next_screen(record: Record, job: Experience) -> tuple[str, ...]:
        asked = [a for e in record.experience for a in e.asked]
        return () if len(asked) >= LAST_SCREEN * wording.SCREEN else ids[len(asked) : len(asked) + wording.SCREEN]

    return Known(
        framework=framework,
        fields=(Field(name="food", majors=("35",)), Field(name="health care", majors=("29", "31"))),
        areas={"OH": "Ohio", "TX": "Texas", "US": "United States"},
        licences={"cna": "nursing assistant certificate", "forklift": "forklift card"},
        cannot={"nights": "Night shifts"},
        finds=lambda title: (
            (Choice(id="35-2014.00", text="Cook"), Choice(id="31-1131.00", text="Aide")) if "x" not in title else ()
        ),
        activities_of=lambda code: ids[:12],
        licences_for=lambda record: ("forklift", "cna"),
        next_screen=next_screen,
    )


def walk(world: Known, route: Route, answers: Mapping[str, Any]) -> tuple[Record, list[Question], list[Place]]:
    """Ask until nothing is open; what was asked, and the place each time."""
    record, asker, places = EMPTY, ScriptedAsker(answers), []
    while (question := next_question(record, world, route)) is not None:
        places.append(place_of(question, record, world, route))
        reply = asker.ask(question, places[-1])
        record = applied(record, question, None if isinstance(reply, Move) else reply, "now")
    return record, asker.asked, places
