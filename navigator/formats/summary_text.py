"""The summary as plain text: one printed page at 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from navigator.formats.fitting import fitted_alike
from navigator.formats.outline import Block, Line, Outline
from navigator.formats.page import Page

WIDTH = 78
MOST_LINES = 64
"""Lines on one printed sheet, less the two of the checksum."""


def summary_text(pages: Page | Sequence[Page], mark: str = "") -> str:
    """Each page as lines of at most 78 columns, a form feed between two. ``mark``: the line with the checksum."""
    every = (pages,) if isinstance(pages, Page) else pages
    sheets = ["\n".join(_lines(outline)) + "\n" for outline in fitted_alike(every, _fits)]
    marked = "".join(f"{line}\n" for line in _wrap(mark)) if mark else ""
    return "\f".join(sheets) + marked


def _fits(outline: Outline) -> bool:
    return len(list(_lines(outline))) <= MOST_LINES


def _lines(outline: Outline) -> Iterator[str]:
    yield from _wrap(outline.title.upper())
    for line in outline.meta:
        yield from _wrap(line)
    for section in outline.sections:
        yield ""
        yield section.name.upper()
        for block in section.blocks:
            yield from _block(block)
    yield "-" * WIDTH
    for foot in outline.foot:
        yield from _wrap(foot.whole)


def _block(block: Block) -> Iterator[str]:
    if block.kind == "card":
        yield ""
        yield from _wrap(f"{block.name} - {block.mark.upper()}")
    elif block.name:
        yield from _wrap(block.name)
    for number, line in enumerate(block.lines, start=1):
        yield from _line(block, number, line)


def _line(block: Block, number: int, line: Line) -> list[str]:
    match block.kind:
        case "steps":
            return _wrap(f"{number}. {line.whole}", 0, 3)
        case "bullets":
            return _wrap(f"- {line.whole}", 0, 2)
        case "card":
            return _wrap(line.whole, 2, 2)
        case _:
            return _wrap(line.whole)


def _wrap(text: str, first: int = 0, rest: int = 0) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=" " * first, subsequent_indent=" " * rest) or [""]
