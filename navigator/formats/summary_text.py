"""The summary as plain text: one printed page at 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from navigator.engine.validate import clean_line
from navigator.formats.page import Idea, Page

WIDTH = 78
MOST_MORE = 3
MOST_ELSEWHERE = 2
"""Short lines that still leave the text on one printed page; the other formats have room for all."""


def summary_text(page: Page) -> str:
    """The page as lines of at most 78 columns."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield from _wrap(page.title.upper())
    yield from _wrap(f"{page.place} · {page.made}")
    yield from _can(page)
    yield from _fits(page)
    yield from _head("WHAT TO DO NEXT")
    for number, step in enumerate(page.steps, start=1):
        yield from _wrap(f"{number}. {step}", 0, 3)
    yield "-" * WIDTH
    for line in (page.proper_use, *page.sources):
        yield from _wrap(line)


def _can(page: Page) -> Iterator[str]:
    yield from _head("WHAT I CAN DO")
    if page.strengths:
        yield from _wrap(f"My strongest skills: {'; '.join(page.strengths).lower()}.")
    for work in page.work:
        about = f" ({work.about})" if work.about else ""
        did = f": {'; '.join(work.did)}." if work.did else ""
        yield from _wrap(f"- {work.title}{about}{did}", 0, 2)
    if page.knows:
        yield from _wrap(f"I know about: {'; '.join(page.knows).lower()}.")
    if page.papers:
        yield from _wrap(f"Schooling and papers: {'; '.join(page.papers)}.")


def _fits(page: Page) -> Iterator[str]:
    yield from _head("WHAT FITS")
    if page.unclear:
        yield from _wrap(page.unclear)
    for idea in page.ideas:
        yield from _idea(idea)
    if page.more:
        yield from _wrap("Also:")
    for idea in page.more[:MOST_MORE]:
        yield from _wrap(f"- {idea.name} ({idea.band.lower()}): {idea.pay_short}.", 0, 2)
    if page.elsewhere:
        yield from _wrap("From another field, that you may not have thought of:")
    for idea in page.elsewhere[:MOST_ELSEWHERE]:
        yield from _wrap(f"- {idea.name}: {idea.pay_short}.", 0, 2)


def _idea(idea: Idea) -> Iterator[str]:
    yield ""
    yield from _wrap(f"{idea.name} - {idea.band.upper()}")
    parts = (
        f"{_pay(idea)} {idea.outlook}",
        f"Why: {'. '.join(w.rstrip('.') for w in idea.why)}." if idea.why else "",
        f"Missing: {' '.join(idea.missing)}" if idea.missing else "",
        f"Way in: {idea.ways_in}" if idea.ways_in else "",
    )
    for part in parts:
        if part:
            yield from _wrap(part, 2, 2)


def _pay(idea: Idea) -> str:
    against = f" That is {idea.against_last}." if idea.against_last else ""
    return f"{idea.pay}{against}"


def _head(text: str) -> Iterator[str]:
    yield ""
    yield f"== {text} =="


def _wrap(text: str, indent: int = 0, hang: int = 0) -> list[str]:
    return textwrap.wrap(
        clean_line(text),
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + (hang if indent == 0 else 0)),
    ) or [""]
