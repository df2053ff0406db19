"""What commands write on: a rich screen, or plain lines in order. Other people's text is data: shown, never obeyed."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from navigator.cli.called import typed
from navigator.engine.validate import clean_line

if TYPE_CHECKING:
    from rich.console import Console

GAP = "\N{SYMBOL FOR SPACE}"
_COMMAND = re.compile(r"(?<=: )[\w./-]*\bnavigator(?: (?:'[^']*'|[\w./='~-]+)){1,9}$")
"""A command that ends a sentence is typed as it stands: no line is broken within it."""

WIDEST = 80
LARGE = 40
"""Columns of the large view: half a usual screen."""


class Paper(Protocol):
    """The few things a view can put down."""

    def title(self, text: str) -> None:
        """The name of the whole."""

    def heading(self, text: str) -> None:
        """The name of a part."""

    def line(self, text: str = "", *, indent: int = 0, hang: int = 0, strong: bool = False, soft: bool = False) -> None:
        """A paragraph, wrapped; ``strong`` and ``soft`` are shades that carry no meaning of their own."""

    def bullet(self, text: str, *, indent: int = 0) -> None:
        """One of several."""


def enlarge() -> None:
    """Keep every line short from now on, so that the letters of the terminal can be made twice as large."""
    os.environ["COLUMNS"] = str(min(LARGE, shutil.get_terminal_size((WIDEST, 24)).columns))


def width() -> int:
    """The width to wrap at: the terminal's, at most 80."""
    return max(20, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


def lines_high() -> int:
    """How many rows the terminal has."""
    return shutil.get_terminal_size((WIDEST, 24)).lines


def wrapped(text: str, indent: int, hang: int = 0) -> list[str]:
    """A paragraph as lines."""
    first, rest = " " * indent, " " * (indent + hang)
    lines = textwrap.wrap(
        _COMMAND.sub(lambda found: found[0].replace(" ", GAP), typed(clean_line(text))),
        width(),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(GAP, " ") for line in lines] or [""]


class PlainPaper:
    """Lines in order: no colour, no boxes, no cursor movement."""

    mark = "-"

    def title(self, text: str) -> None:
        self._put(wrapped(text, 0), "title")

    def heading(self, text: str) -> None:
        self._put(["", *wrapped(text, 0)], "heading")

    def line(self, text: str = "", *, indent: int = 0, hang: int = 0, strong: bool = False, soft: bool = False) -> None:
        self._put(wrapped(text, indent, hang), "strong" if strong else "soft" if soft else "")

    def bullet(self, text: str, *, indent: int = 0) -> None:
        self._put(wrapped(f"{self.mark} {text}", indent, 2))

    def _put(self, lines: list[str], shade: str = "") -> None:
        for line in lines:
            self._write(line, shade)

    def _write(self, line: str, shade: str) -> None:
        print(line)


class RichPaper(PlainPaper):
    """The same words with a little weight and colour, which say nothing by themselves."""

    mark = "•"
    shades = {"title": "bold cyan", "heading": "bold", "strong": "bold", "soft": "dim"}  # noqa: RUF012 - never changed

    def __init__(self) -> None:
        from rich.console import Console

        self.console: Console = Console(width=width(), highlight=False, markup=False, emoji=False, soft_wrap=True)

    def title(self, text: str) -> None:
        super().title(text)
        self._put([""])

    def _write(self, line: str, shade: str) -> None:
        self.console.print(line, style=self.shades.get(shade))


class ScreenByScreen:
    """Another paper, with a pause whenever a screen is full, so that a long page can be read from its beginning.

    ``read_on`` waits for the person and tells whether to go on; when not, the rest is not shown.
    """

    def __init__(self, paper: Paper, read_on: Callable[[], bool]) -> None:
        self._paper = paper
        self._read_on = read_on
        self._rows = 0
        self._enough = False

    def title(self, text: str) -> None:
        self._part(lambda: self._paper.title(text), [*wrapped(text, 0), ""])

    def heading(self, text: str) -> None:
        # A heading alone at the foot of a screen would stand apart from what it heads.
        self._part(lambda: self._paper.heading(text), ["", *wrapped(text, 0)], more=3)

    def line(self, text: str = "", *, indent: int = 0, hang: int = 0, strong: bool = False, soft: bool = False) -> None:
        self._part(
            lambda: self._paper.line(text, indent=indent, hang=hang, strong=strong, soft=soft),
            wrapped(text, indent, hang),
            more=3 if strong else 0,
        )

    def bullet(self, text: str, *, indent: int = 0) -> None:
        self._part(lambda: self._paper.bullet(text, indent=indent), wrapped(f"- {text}", indent, 2))

    def _part(self, put: Callable[[], None], lines: list[str], more: int = 0) -> None:
        rows = shutil.get_terminal_size((WIDEST, 24)).lines - 2
        if not self._enough and self._rows and self._rows + len(lines) + more > rows:
            self._enough = not self._read_on()
            self._rows = 0
        if not self._enough:
            put()
            self._rows += len(lines)


def is_heard(asked: bool) -> bool:
    """Whether plain lines are asked for, or ACCESSIBLE is set, or the terminal is dumb: what is shown may be read aloud."""
    return asked or os.environ.get("ACCESSIBLE", "") not in ("", "0") or os.environ.get("TERM", "") == "dumb"


def wants_plain(asked: bool) -> bool:
    """Whether to keep to plain lines: asked for, or no terminal at all."""
    return is_heard(asked) or not sys.stdout.isatty()


def paper(plain: bool) -> Paper:
    """The paper for this terminal."""
    return PlainPaper() if wants_plain(plain) else RichPaper()
