"""Numbered lines: every question as text in order, answered by number, by first letters, or by a word."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

from navigator.cli.askers.heading import heading
from navigator.cli.paper import width
from navigator.domain.errors import BadInput, Interrupted
from navigator.domain.question import Answer, Choice, Place, Question
from navigator.engine.validate import checked, clean_line, shown
from navigator.services.asking import Move, Reply

LONG_LIST = 20
"""A list longer than this is typed into, not read out."""

MOVES = {"back": Move.BACK, "skip": Move.SKIP, "stop": Move.STOP, "quit": Move.STOP, "exit": Move.STOP}
NOTHING = {"none", "nothing", "no", "0"}

HOW = {
    "text": "Type your answer and press Enter.",
    "title": "Type your answer and press Enter. Leave it empty to go on.",
    "money": "Type an amount and press Enter.",
    "one": "Type a number and press Enter.",
    "many": "Type the numbers with commas between them, such as 1,4,7. Type none if none is true.",
}
HELP = "You can also type: help, back (the question before), repeat, skip, stop (all answers are kept)."

Read = Callable[[str], str]


class LinesAsker:
    """Asks on plain lines. ``read`` and ``write`` are the terminal's, or a test's."""

    def __init__(self, read: Read = input, write: Callable[[str], None] = print) -> None:
        self.read = read
        self.write = write
        self._told_help = False

    def tell(self, text: str) -> None:
        """A line between two questions."""
        self.write("")
        self._say(text)

    def ask(self, question: Question, place: Place) -> Reply:
        """Ask until there is an answer that suits, or a move. Raises Interrupted at the end of the input."""
        self._put(question, place)
        while True:
            typed = clean_line(self._line())
            word = typed.casefold()
            if word in MOVES:
                return MOVES[word]
            if word == "help":
                self._help(question)
            elif word == "repeat":
                self._put(question, place)
            else:
                reply = self._answer(question, typed)
                if reply is not None:
                    return reply

    def _line(self) -> str:
        try:
            return self.read("> ")
        except (EOFError, KeyboardInterrupt) as error:
            raise Interrupted from error

    def _answer(self, question: Question, typed: str) -> Reply | None:
        try:
            answer = answer_of(question, typed)
        except BadInput as problem:
            self._say(str(problem))
            return None
        if answer is None:
            return self._nothing(question)
        return answer

    def _nothing(self, question: Question) -> Reply | None:
        """An empty line keeps what was answered before; else it skips where that is safe, and asks again elsewhere."""
        if question.default is not None:
            return question.default
        if question.kind in ("text", "title", "money"):
            return Move.SKIP
        self._say("Type a number, or skip.")
        return None

    def _put(self, question: Question, place: Place) -> None:
        self.write("")
        self._say(heading(question, place))
        self._say(question.prompt)
        if question.help:
            self._say(question.help)
        if len(question.choices) <= LONG_LIST:
            for number, choice in enumerate(question.choices, start=1):
                self._say(f"{number}. {line_of(choice)}", hang=4)
        if question.default is not None:
            self._say(f"Your answer so far: {said(question, question.default)}. Press Enter to keep it.")
        self._say(self._how(question))

    def _how(self, question: Question) -> str:
        how = HOW[question.kind]
        if len(question.choices) > LONG_LIST and question.kind == "one":
            how = "Type its name or its two letters."
        if self._told_help:
            return how
        self._told_help = True
        return f"{how} {HELP}"

    def _help(self, question: Question) -> None:
        self._say(HOW[question.kind])
        self._say(HELP)
        for number, choice in enumerate(question.choices, start=1):
            if len(question.choices) > LONG_LIST:
                self._say(f"{choice.id}: {choice.text}")
            else:
                self._say(f"{number}. {line_of(choice)}", hang=4)

    def _say(self, text: str, hang: int = 0) -> None:
        for line in textwrap.wrap(clean_line(text), width(), subsequent_indent=" " * hang) or [""]:
            self.write(line)


def line_of(choice: Choice) -> str:
    """A choice with its help on the same line."""
    return f"{choice.text}: {choice.help}" if choice.help else choice.text


def said(question: Question, answer: Answer) -> str:
    """An answer in words."""
    text = {c.id: c.text for c in question.choices}
    if isinstance(answer, tuple):
        return ", ".join(text[a] for a in answer if a in text) or "none"
    return text.get(answer or "", answer or "nothing")


def answer_of(question: Question, typed: str) -> Answer:
    """What was typed, as an answer: numbers stand for choices. Raises BadInput."""
    if not question.choices or not typed:
        return checked(question, typed) if typed else None
    if question.kind == "many":
        if typed.casefold() in NOTHING:
            return ()
        parts = [p for p in re.split(r"[,;]\s*|\s+(?=\d+\b)", typed) if p]
        return checked(question, [_choice(question, part) for part in parts])
    return checked(question, _choice(question, typed))


def _choice(question: Question, typed: str) -> str:
    """A number typed is the line's number, even where an id is a number too."""
    text = typed.strip().rstrip(".")
    if text.isdecimal() and len(question.choices) <= LONG_LIST:
        if 1 <= int(text) <= len(question.choices):
            return question.choices[int(text) - 1].id
        raise BadInput(f"There is no number {text} here. Type a number from 1 to {len(question.choices)}.")
    starting = [c for c in question.choices if c.text.casefold().startswith(text.casefold()) or c.id.casefold() == text.casefold()]
    if not starting:
        hint = "Type a number from the list." if len(question.choices) <= LONG_LIST else "Type help to see the list."
        raise BadInput(f"{shown(text)} is not in the list. {hint}")
    exact = [c for c in starting if text.casefold() in (c.text.casefold(), c.id.casefold())]
    if len(starting) > 1 and not exact:
        raise BadInput(f"{shown(text)} could be {' or '.join(c.text for c in starting[:3])}. Type a little more.")
    return (exact or starting)[0].id
