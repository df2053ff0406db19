"""Answers from a file, made whole: the occupation behind a title that nobody named one for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Route
from navigator.engine.inventory import MOST_JOBS, NONE_OF_THESE, sequence
from navigator.engine.said_back import current
from navigator.engine.validate import checked, clean_line, says_nothing
from navigator.services.asking import ScriptedAsker
from navigator.services.inventory import Walk

_TITLE = re.compile(r"job\.(\d)\.title")
_TOLD = ("field", "groups", "did")
"""What tells of work without its occupation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Answers made whole: titles that were taken for some work, each with its name, and those that tell no work."""

    answers: dict[str, Any]
    taken: tuple[tuple[str, str], ...] = ()
    untold: tuple[str, ...] = ()


def with_occupations(catalogue: Catalogue, answers: Mapping[str, Any], route: Route) -> Read:
    """The answers with the occupation of each title that names one, as the walk would take it; and the other titles.

    Where kinds of things are told instead, only a title that surely names work brings its occupation."""
    from navigator.services.titles import taken_for

    found, taken, untold = dict(answers), [], []
    for about, title in _open_titles(answers, route):
        told = any(name.startswith(tuple(f"{about}.{part}" for part in _TOLD)) for name in answers)
        hit = taken_for(catalogue, title)
        if hit is not None and (hit.sure == "sure" or not told):
            found[f"{about}.occupation"] = hit.code
            if hit.sure != "sure":
                taken.append((clean_line(title), hit.name))
        elif told and hit is not None:
            found[f"{about}.occupation"] = NONE_OF_THESE
        elif not told:
            untold.append(clean_line(title))
    return Read(answers=found, taken=tuple(taken), untold=tuple(untold))


def _open_titles(answers: Mapping[str, Any], route: Route) -> Iterator[tuple[str, str]]:
    """The work of this route that has a title and no occupation: `job.1` with what it was called."""
    for name, title in answers.items():
        number = _TITLE.fullmatch(name)
        if number is None or int(number[1]) > MOST_JOBS[route] or f"job.{number[1]}.occupation" in answers:
            continue
        if isinstance(title, str) and clean_line(title) and not says_nothing(title):
            yield f"job.{number[1]}", title


def taken_again(walked: Walk, asker: ScriptedAsker) -> tuple[str, ...]:
    """The answers of the file to questions that the record had answered already, taken where they differ; the names of
    those that changed. Raises BadInput for one that does not suit its question."""
    asked = {q.id for q in asker.asked}
    changed = []
    for name in [q.id for q in sequence(walked.record, walked.known, walked.route)]:
        question = next((q for q in sequence(walked.record, walked.known, walked.route) if q.id == name), None)
        if (
            question is None or name not in asker.answers or name in asked
        ):  # an answer changed here can close another question
            continue
        asker.known.add(name)
        before = current(walked.record, name)
        if checked(question, asker.answers[name]) == before:
            continue
        walked.change(name)
        if current(walked.record, name) != before:
            changed.append(name)
    return tuple(changed)
