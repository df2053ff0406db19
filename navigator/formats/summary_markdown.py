"""The summary as Markdown. Other people's text is escaped, so that it cannot become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from navigator.engine.validate import clean_line
from navigator.formats.outline import Block, Line, outline_of
from navigator.formats.page import Page

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def summary_markdown(pages: Sequence[Page], mark: str = "") -> str:
    """Each page as CommonMark. ``mark``: the line with the checksum."""
    marked = f"{escaped(mark)}\n" if mark else ""
    return "\n".join("\n".join(_lines(page)) + "\n" for page in pages) + marked


def escaped(text: str) -> str:
    """Text that reads as itself in Markdown."""
    return _SPECIAL.sub(r"\\\1", clean_line(text))


def _lines(page: Page) -> Iterator[str]:
    outline = outline_of(page)
    yield f"# {escaped(outline.title)}\n"
    yield from (f"{escaped(line)}\n" for line in outline.meta)
    for section in outline.sections:
        yield f"## {escaped(section.name)}\n"
        for block in section.blocks:
            yield from _block(block)
            yield ""
    yield "---\n"
    yield from (f"{_line(line)}\n" for line in outline.foot)


def _block(block: Block) -> Iterator[str]:
    if block.kind == "card":
        yield f"### {escaped(block.name)}: {escaped(block.mark.lower())}\n"
    elif block.name:
        yield f"{escaped(block.name)}\n"
    for number, line in enumerate(block.lines, start=1):
        yield f"{_bullet(block, number)}{_line(line)}"


def _bullet(block: Block, number: int) -> str:
    if block.kind == "steps":
        return f"{number}. "
    return "- " if block.kind != "lines" or len(block.lines) > 1 else ""


def _line(line: Line) -> str:
    lead = f"**{escaped(line.lead)}**" if line.lead else ""
    return f"{lead} {escaped(line.text)}".strip()
