"""A worker at a real pseudo-terminal of 80 by 24: answers prepared questions with keys, or on numbered lines."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pexpect

from navigator.catalogue.store import Catalogue
from navigator.domain.question import Answer, Place, Question
from navigator.domain.record import Route
from navigator.records.store import RecordStore
from navigator.services.asking import Reply, ScriptedAsker
from navigator.services.inventory import Walk

UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
BEFORE_CTRL_C = 0.3
HOME, DELETE, CTRL_C, CTRL_D, ENTER = "\x1b[H", "\x1b[3~", "\x03", "\x04", "\r"
PATIENCE = 20
"""Seconds until a text that does not come fails the test; a text that comes is never waited for longer than it takes."""

UNLIKE_A_TERMINAL = ("ACCESSIBLE", "NO_COLOR", "COLUMNS", "LINES", "NAVIGATOR_CENTER")


@dataclass(frozen=True, kw_only=True)
class Step:
    """One question of a walk, where it stood, and the answer prepared for it."""

    question: Question
    place: Place
    answer: Answer

    @property
    def heading(self) -> str:
        # How many there are in all changes with the answers: the same question, come back to, may be one of more.
        return f"{self.place.number} of "

    def numbers(self) -> list[int]:
        """The choices picked, counted from 1."""
        picked = self.answer if isinstance(self.answer, tuple) else (self.answer,)
        return [n for n, c in enumerate(self.question.choices, start=1) if c.id in picked]


class _Noting(ScriptedAsker):
    """A scripted asker that also notes the places."""

    def __init__(self, answers: Mapping[str, Any]) -> None:
        super().__init__(answers)
        self.steps: list[Step] = []

    def ask(self, question: Question, place: Place) -> Reply:
        reply = super().ask(question, place)
        self.steps.append(
            Step(question=question, place=place, answer=None if not isinstance(reply, str | tuple) else reply)
        )
        return reply


def scripted(
    catalogue: Catalogue, home: Path, answers: Mapping[str, Any], route: Route
) -> tuple[list[Step], dict[str, Any]]:
    """The steps and the record of a walk that no terminal had a part in: what the terminals are held against."""
    store = RecordStore(home=home)
    asker = _Noting(answers)
    Walk(catalogue, store, store.new(), asker, route).run()
    assert asker.unused() == []
    return asker.steps, record_of(home)


def record_of(home: Path) -> dict[str, Any]:
    """The one record of a home as it lies on the disk, without its id and its times."""
    paths = list((home / "records").glob("*.json"))
    assert len(paths) == 1
    return without_times(json.loads(paths[0].read_text(encoding="utf-8")))


def without_times(value: Any) -> Any:
    """A record without what differs from one run to the next."""
    if isinstance(value, dict):
        return {
            k: without_times(v)
            for k, v in value.items()
            if k not in ("when", "created") and not (k == "id" and len(str(v)) == 36)
        }
    return [without_times(v) for v in value] if isinstance(value, list) else value


class Terminal:
    """One run of `navigator` in a pseudo-terminal."""

    def __init__(self, home: Path, *arguments: str, folder: Path, **environment: str) -> None:
        kept = {k: v for k, v in os.environ.items() if k not in UNLIKE_A_TERMINAL}
        # Terminals answer where their cursor is; this one has nobody behind it who would.
        env = {**kept, "TERM": "xterm", "NAVIGATOR_HOME": str(home), "PROMPT_TOOLKIT_NO_CPR": "1", **environment}
        self.child: pexpect.spawn[str] = pexpect.spawn(
            sys.executable,
            ["-m", "navigator", *arguments],
            env=env,
            cwd=folder,
            dimensions=(24, 80),
            encoding="utf-8",
            timeout=PATIENCE,
        )
        self.child.delaybeforesend = None
        self.written: list[str] = []
        self.child.logfile_read = self

    def write(self, text: str) -> None:
        """Keep what the program wrote."""
        self.written.append(text)

    def flush(self) -> None:
        """Part of a log file's manners."""

    @property
    def all(self) -> str:
        """Everything written so far."""
        return "".join(self.written)

    def see(self, text: str) -> None:
        """Wait until a text is written."""
        self.child.expect_exact(text)

    def keys(self, *keys: str) -> None:
        """Press keys; a Ctrl-C a moment later. Python's input() loses one that comes between its prompt and its reading,
        which no hand is quick enough for, but a test on a busy machine is."""
        if CTRL_C in keys:
            time.sleep(BEFORE_CTRL_C)
        self.child.send("".join(keys))

    def line(self, text: str) -> None:
        """Type a line at the plain prompt."""
        self.see("> ")
        self.keys(text, ENTER)

    def ends(self) -> int:
        """Wait for the end; the exit code."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus)

    def kill(self) -> None:
        """End it as a power cut would."""
        self.child.kill(9)
        self.child.expect(pexpect.EOF)
        self.child.close()


class Keys:
    """Answers in menus."""

    @staticmethod
    def meet(terminal: Terminal, step: Step) -> None:
        """Wait for a question."""
        terminal.see(step.heading)
        terminal.see(step.question.prompt[:30])
        if step.question.kind in ("text", "title", "money") or len(step.question.choices) > 30:
            terminal.see(">")

    @classmethod
    def give(cls, terminal: Terminal, step: Step) -> None:
        """Answer it."""
        cls.meet(terminal, step)
        kind = step.question.kind
        if step.answer is None:
            terminal.keys(RIGHT)
        elif kind == "many":
            terminal.keys(*cls.ticks(step.numbers()), ENTER, *([] if step.answer else [ENTER]))
        elif kind == "one" and len(step.question.choices) <= 30:
            terminal.keys(HOME, DOWN * (step.numbers()[0] - 1), ENTER)
        else:
            terminal.keys(str(step.answer), ENTER)

    @staticmethod
    def ticks(numbers: list[int]) -> list[str]:
        """The keys that tick so many lines."""
        keys, at = [HOME], 1
        for number in numbers:
            keys += [DOWN * (number - at), " "]
            at = number
        return keys


class Lines:
    """Answers on numbered lines."""

    @staticmethod
    def meet(terminal: Terminal, step: Step) -> None:
        """Wait for a question."""
        terminal.see(step.heading)

    @classmethod
    def give(cls, terminal: Terminal, step: Step) -> None:
        """Answer it."""
        cls.meet(terminal, step)
        kind = step.question.kind
        if step.answer is None:
            terminal.line("skip")
        elif kind == "many":
            terminal.line(",".join(map(str, step.numbers())) or "none")
        elif kind == "one" and len(step.question.choices) <= 30:
            terminal.line(str(step.numbers()[0]))
        else:
            terminal.line(str(step.answer))


def changed(step: Step, answer: Answer) -> Step:
    """The same question with another answer."""
    return replace(step, answer=answer)
