"""How a menu fills a screen: what stands above the list, the list, and a line below, for any size of terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from navigator.cli.askers.heading import line_of
from navigator.cli.paper import WIDEST
from navigator.domain.question import Choice, Question
from navigator.engine.validate import clean_line
from navigator.i18n import _, both

Tokens = list[tuple[str, str]]

NARROWEST = 20
LEAST_LIST = 3
"""Rows of the list that are kept even on the smallest screen."""


def lines(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """A text wrapped to a width."""
    return textwrap.wrap(clean_line(text), max(NARROWEST, columns), initial_indent=first, subsequent_indent=rest) or [
        ""
    ]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What goes where on a screen of one size."""

    above: Tokens
    rows_above: int
    items: list[list[str]]
    note: list[str]


@dataclass(kw_only=True)
class ListScreen:
    """A question with a list. ``size`` tells columns and rows; ``pointed`` and ``ticked`` what the person has done."""

    question: Question
    heading: str
    keys: str
    size: Callable[[], tuple[int, int]]
    pointed: Callable[[], int]
    ticked: Callable[[], set[str]]
    notice: Callable[[], str]

    def plan(self) -> Plan:
        """The screen as it is now. The helps of a list to pick from stand in it where there is room; else below it."""
        columns, rows = self.size()
        columns = min(columns, WIDEST)
        parts = [
            ("", lines(self.heading, columns) if self.heading else []),
            ("class:question", [line for text in both(self.question.prompt) for line in lines(text, columns)]),
            ("", [line for text in both(self.question.help) if text for line in lines(text, columns)]),
            ("class:instruction", [line for text in both(self.keys) for line in lines(text, columns)]),
        ]
        parts, used = _fitting(parts, rows - LEAST_LIST)
        inline = self.question.kind == "one" and not self.question.brief
        items = [self._item(c, columns, full=inline) for c in self.question.choices]
        if inline and used + sum(map(len, items)) > rows:
            inline = False
            items = [self._item(c, columns, full=False) for c in self.question.choices]
        note = [] if inline else self._note(columns)
        note = note if used + len(note) + LEAST_LIST <= rows else []
        spare = rows - used - sum(map(len, items)) - len(note)
        if note and spare > 0:
            note, spare = ["", *note], spare - 1
        above = _spaced(parts, spare)
        return Plan(above=above, rows_above=sum(text.count("\n") for _, text in above), items=items, note=note)

    def _item(self, choice: Choice, columns: int, *, full: bool) -> list[str]:
        text = line_of(choice, brief=not full)
        box = 4 if self.question.kind == "many" else 0
        return lines(text, columns - 3 - box, rest="  " if not box else "")

    def _note(self, columns: int) -> list[str]:
        """The second sentence of the choice pointed at, in as many rows as the longest one needs."""
        helps = [lines(line_of(c), columns - 3) if c.help else [] for c in self.question.choices]
        shown = helps[self.pointed()]
        return [*shown, *[""] * (max(map(len, helps)) - len(shown))]

    def list_tokens(self) -> Tokens:
        """The list: a pointer, a box that is ticked or not, and the words."""
        tokens: Tokens = []
        for n, (choice, item) in enumerate(zip(self.question.choices, self.plan().items, strict=True)):
            here = n == self.pointed()
            style = "class:highlighted" if here else "class:text"
            box = ("[x] " if choice.id in self.ticked() else "[ ] ") if self.question.kind == "many" else ""
            tokens.append(("class:pointer", " > " if here else "   "))
            if here:
                tokens.append(("[SetCursorPosition]", ""))
            tokens.append((style, box + item[0] + "\n"))
            tokens += [(style, " " * (3 + len(box)) + more + "\n") for more in item[1:]]
        text = tokens[-1][1]
        tokens[-1] = (tokens[-1][0], text.rstrip("\n"))
        return tokens

    def rows_below(self) -> int:
        """Rows of what stands below the list; one is kept free for it always, so that nothing jumps."""
        return max(1, len(self._notice()))

    def _notice(self) -> list[str]:
        return lines(self.notice(), min(self.size()[0], WIDEST))

    def below(self, window: Any) -> Tokens:
        """What is wrong, or that the list goes on above or below."""
        if self.notice():
            return [("class:notice", "\n".join(self._notice()))]
        seen = getattr(window, "render_info", None)
        if seen is None:
            return []
        return (
            [("class:instruction", f"   {more}")]
            if (more := _more(seen.vertical_scroll > 0, not seen.bottom_visible))
            else []
        )


LEFT_OUT = (2, 3, 0)
"""What a very small screen goes without, in this order: the help, the keys, the heading. Never the question."""


def _fitting(parts: list[tuple[str, list[str]]], room: int) -> tuple[list[tuple[str, list[str]]], int]:
    """The parts above the list that leave room for it, and the rows that they and the line below it take."""
    kept = list(parts)
    for n in LEFT_OUT:
        if sum(len(some) for _, some in kept) + 1 > room:
            kept[n] = (kept[n][0], [])
    return kept, sum(len(some) for _, some in kept) + 1


def _spaced(parts: list[tuple[str, list[str]]], spare: int) -> Tokens:
    """What stands above the list; empty rows only where there is room, first the one before the list."""
    before_keys = 2 if parts[2][1] else 1
    tokens: Tokens = []
    for n, (style, some) in enumerate(parts):
        if some:
            gap = (n == 0 and spare >= 2) or (n == before_keys and spare >= 3) or (n == 3 and spare >= 1)
            tokens.append((style, "\n".join(some) + "\n" + ("\n" if gap else "")))
    return tokens


def _more(up: bool, down: bool) -> str:
    if up and down:
        return _("(there is more: up and down)")
    return _("(there is more: up)") if up else _("(there is more: down)") if down else ""
