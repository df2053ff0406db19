"""Several lines pasted where one is asked: no line of them may answer a question that nobody has seen."""

from __future__ import annotations

import re
import select
import sys
from contextlib import suppress

from navigator.cli.askers.typed import line_of_keys
from navigator.domain.question import Question

GAP = 0.03
"""Seconds: what is there so soon after Enter was pasted, not typed."""
_LINE = re.compile(r"[\r\n]+")


class Pasted:
    """The lines after the first of what was pasted for a work: offered where the next work is asked, one at a time."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def first_of(self, question: Question, given: str) -> str:
        """The first line; the others are kept for later where work is asked."""
        lines = lines_of(given)
        if question.kind == "title" and len(lines) > 1:
            self._lines = lines[1:]
        return lines[0] if lines else ""

    def keep(self, text: str) -> None:
        """More lines of the same paste."""
        self._lines += lines_of(text)

    def next_for(self, question: Question) -> str:
        """What to offer for this question, or nothing."""
        wanted = question.kind == "title" and question.default is None
        return self._lines.pop(0) if wanted and self._lines else ""

    def forget(self) -> None:
        """Nothing more of it is wanted."""
        self._lines = []


def lines_of(text: str) -> list[str]:
    """The lines that say something."""
    return [line for part in _LINE.split(text) if (line := line_of_keys(part))]


def more_is_there() -> bool:
    """Whether a terminal has another line ready already. A file or a pipe is read to its end as it is."""
    if not sys.stdin.isatty():
        return False
    with suppress(OSError, ValueError):
        return bool(select.select([sys.stdin], [], [], GAP)[0])
    return False


def unseen_text() -> str:
    """The text that came in one piece with the Enter of the last answer; it, and what is still to come of it, is taken
    away, so that it answers nothing. Arrow and other keys stay: who holds the right key down wants to skip."""
    from prompt_toolkit.application.current import get_app_session
    from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead

    terminal = get_app_session().input
    presses = get_typeahead(terminal)
    text = "".join(press.data for press in presses)
    if not any(len(line) > 1 for line in lines_of(text)):
        store_typeahead(terminal, presses)
        return ""
    if sys.stdin.isatty():
        with suppress(ImportError, OSError):
            import termios

            termios.tcflush(sys.stdin, termios.TCIFLUSH)
    return text
