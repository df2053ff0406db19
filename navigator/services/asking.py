"""The seam through which questions are asked. Services know :class:`Asker`; terminals, scripts and files stand behind it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any, Protocol

from navigator.domain.errors import BadInput, NotFound
from navigator.domain.question import Answer, Place, Question
from navigator.engine import answers as answering
from navigator.engine.validate import checked
from navigator.i18n import _

MAX_BYTES = 1_000_000


class Move(Enum):
    """What a person can do besides answering."""

    BACK = "back"
    STOP = "stop"
    SKIP = "skip"


Reply = Answer | Move


class Asker(Protocol):
    """Asks one question and gives a checked answer, or a move. ``tell`` says something between two questions."""

    def ask(self, question: Question, place: Place) -> Reply:
        """Ask."""
        ...

    def tell(self, text: str) -> None:
        """Say something that is not a question."""
        ...


class ScriptedAsker:
    """Answers from a mapping: question id to value. What is not in it is skipped; what nobody asked is remembered."""

    def __init__(self, answers: Mapping[str, Any]) -> None:
        self.answers = dict(answers)
        self.asked: list[Question] = []
        self.told: list[str] = []
        self.known: set[str] = set()
        """Prepared answers that were looked at beside a record that has them already."""

    def ask(self, question: Question, place: Place) -> Reply:
        """The prepared answer. Raises BadInput when it does not suit the question."""
        self.asked.append(question)
        if question.id not in self.answers:
            return Move.SKIP
        value = self.answers[question.id]
        if isinstance(value, Move):
            return value
        answer = checked(question, value)
        return Move.SKIP if answer is None else answer

    def tell(self, text: str) -> None:
        """Remember what was said."""
        self.told.append(text)

    def unused(self) -> list[str]:
        """Prepared answers that no question asked for."""
        asked = {q.id for q in self.asked} | self.known
        return [name for name in self.answers if name not in asked]


def answers_from(path: Path) -> dict[str, Any]:
    """The answers of a YAML file: question id to value. Raises BadInput with the file and what is wrong, or NotFound."""
    from navigator.catalogue import source

    if not path.exists():
        raise NotFound(_("There is no file {path}. Check the name after --answers.").format(path=path))
    if path.is_file() and path.stat().st_size > MAX_BYTES:
        raise BadInput(
            _("{path} is larger than 1 MB: too large for answers. Check that it is the right file.").format(path=path)
        )
    text, problems = source.read_text(path)
    if problems:
        raise BadInput(_("{problems}. Give the answers file's path after --answers.").format(problems=problems[0]))
    found, problems = source.parse(path, text)
    if problems and not problems[0].what.startswith(source.NOT_YAML):
        raise BadInput(_("{problem}. Nothing was read from the answers file.").format(problem=problems[0]))
    if problems:
        where = f", line {problems[0].line}" if problems[0].line else ""
        raise BadInput(
            _("{path}{where} is not valid YAML. Each line should read 'question: answer'.").format(
                path=path, where=where
            )
        )
    if not isinstance(found, dict) or not all(isinstance(k, str) for k in found):
        raise BadInput(
            _("{path} should hold one 'question: answer' a line. 'navigator questions' lists the questions.").format(
                path=path
            )
        )
    for name in found:
        if not answering.known_name(name):
            raise BadInput(
                _("{path}: there is no question {name!r}. 'navigator questions' lists them.").format(
                    path=path, name=name
                )
            )
    return found
