"""Questions read aloud, by the speech program this computer has: espeak-ng, spd-say or say. The keys stay the same."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from dataclasses import replace

from navigator.cli.askers.heading import earlier, heading, so_far
from navigator.domain.errors import MissingExtra
from navigator.domain.question import Place, Question
from navigator.i18n import N_, _, language
from navigator.services.asking import Asker, Reply

READ_OUT = 12
"""Choices read out; of a longer list only how to answer is said."""


def speech_command() -> list[str] | None:
    """The speech program, reading its text from its input, in the language spoken now; None where there is none."""
    voices = {
        "espeak-ng": ["--stdin", "-v", {"es": "es-419"}.get(language(), "en-us"), "-s", "150"],
        "espeak": ["-v", {"es": "es-la"}.get(language(), "en-us"), "-s", "150"],
        "spd-say": ["--pipe-mode", "--language", language()],
        "say": ["-f", "-", *(["-v", "Paulina"] if language() == "es" else [])],
    }
    for name, flags in voices.items():
        path = shutil.which(name)
        if path is not None:
            return [path, *flags]
    return None


class Voice:
    """Says one thing at a time: a new text ends the one before."""

    def __init__(self, command: list[str]) -> None:
        self.command = command
        self._speaking: subprocess.Popen[bytes] | None = None

    def say(self, text: str) -> None:
        """Begin to say a text, and come back at once."""
        self.hush()
        with contextlib.suppress(OSError):
            self._speaking = subprocess.Popen(  # noqa: S603 - the system's own speech program, by full path, no shell
                self.command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            if self._speaking.stdin is not None:
                self._speaking.stdin.write(text.encode())
                self._speaking.stdin.close()

    def hush(self) -> None:
        """Be quiet."""
        if self._speaking is not None:
            self._speaking.kill()
            self._speaking.wait()
            self._speaking = None


class SayingAsker:
    """Another asker, with every question and every sentence between read aloud while it is on the screen."""

    def __init__(self, asker: Asker, voice: Voice) -> None:
        self.asker = asker
        self.voice = voice

    def ask(self, question: Question, place: Place) -> Reply:
        """Read the question out while it is asked; an answer ends the reading."""
        self.voice.say(spoken(question, place))
        try:
            return self.asker.ask(question, place)
        finally:
            self.voice.hush()

    def tell(self, text: str) -> None:
        """Show and say."""
        self.asker.tell(text)
        self.voice.say(text)


def spoken(question: Question, place: Place) -> str:
    """A question as it is read out: where it stands, the question, its help, its choices with their numbers."""
    parts = [heading(question, place), question.prompt, question.help]
    if len(question.choices) <= READ_OUT:
        parts += [f"{n}. {c.text}. {c.help}" for n, c in enumerate(question.choices, start=1)]
    else:
        parts.append(_("There are {count} to choose from.").format(count=len(question.choices)))
    answer = earlier(question)
    if answer is not None:
        parts.append(so_far(replace(question, default=answer), N_("Your answer so far: {answer}.")))
    return "\n".join(p for p in parts if p)


def aloud(asker: Asker) -> Asker:
    """The asker, read aloud. Raises MissingExtra where this computer has no speech program."""
    command = speech_command()
    if command is None:
        raise MissingExtra(
            _(
                "This computer has no program that speaks. Install espeak-ng with its package manager, or leave --say out."
            )
        )
    return SayingAsker(asker, Voice(command))
