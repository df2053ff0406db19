"""What commands write on: a rich screen, or plain lines in order. Other people's text is data: shown, never obeyed."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING, Protocol

from navigator.engine.validate import clean_line

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 80


class Paper(Protocol):
    """The few things a view can put down."""

    def title(self, text: str) -> None:
        """The name of the whole."""

    def heading(self, text: str) -> None:
        """The name of a part."""

    def line(self, text: str = "", *, indent: int = 0, strong: bool = False, soft: bool = False) -> None:
        """A paragraph, wrapped; ``strong`` and ``soft`` are shades that carry no meaning of their own."""

    def bullet(self, text: str, *, indent: int = 0) -> None:
        """One of several."""


def width() -> int:
    """The width to wrap at: the terminal's, at most 80."""
    return max(40, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


def wrapped(text: str, indent: int, hang: int = 0) -> list[str]:
    """A paragraph as lines."""
    first, rest = " " * indent, " " * (indent + hang)
    return textwrap.wrap(clean_line(text), width(), initial_indent=first, subsequent_indent=rest, break_long_words=True) or [""]


class PlainPaper:
    """Lines in order: no colour, no boxes, no cursor movement."""

    def title(self, text: str) -> None:
        self._put(clean_line(text), "")

    def heading(self, text: str) -> None:
        self._put("", clean_line(text))

    def line(self, text: str = "", *, indent: int = 0, strong: bool = False, soft: bool = False) -> None:
        self._put(*wrapped(text, indent))

    def bullet(self, text: str, *, indent: int = 0) -> None:
        self._put(*wrapped(f"- {text}", indent, 2))

    def _put(self, *lines: str) -> None:
        for line in lines:
            print(line)


class RichPaper:
    """The same words with a little weight and colour, which say nothing by themselves."""

    def __init__(self) -> None:
        from rich.console import Console

        self.console: Console = Console(width=width(), highlight=False, markup=False, emoji=False, soft_wrap=True)

    def title(self, text: str) -> None:
        self._put([clean_line(text)], "bold cyan")
        self.console.print()

    def heading(self, text: str) -> None:
        self.console.print()
        self._put([clean_line(text)], "bold")

    def line(self, text: str = "", *, indent: int = 0, strong: bool = False, soft: bool = False) -> None:
        self._put(wrapped(text, indent), "bold" if strong else "dim" if soft else "")

    def bullet(self, text: str, *, indent: int = 0) -> None:
        self._put(wrapped(f"• {text}", indent, 2), "")

    def _put(self, lines: list[str], style: str) -> None:
        for line in lines:
            self.console.print(line, style=style or None)


def wants_plain(asked: bool) -> bool:
    """Whether to keep to plain lines: asked for, ACCESSIBLE set, a dumb terminal, or no terminal at all."""
    if asked or os.environ.get("ACCESSIBLE", "") not in ("", "0") or os.environ.get("TERM", "") == "dumb":
        return True
    return not sys.stdout.isatty()


def paper(plain: bool) -> Paper:
    """The paper for this terminal."""
    return PlainPaper() if wants_plain(plain) else RichPaper()
