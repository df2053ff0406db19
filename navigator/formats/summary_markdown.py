"""The summary as Markdown. Other people's text is escaped, so that it cannot become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from navigator.engine.validate import clean_line
from navigator.formats.page import Idea, Page

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def summary_markdown(page: Page) -> str:
    """The page as CommonMark."""
    return "\n".join(_lines(page)) + "\n"


def escaped(text: str) -> str:
    """Text that reads as itself in Markdown."""
    return _SPECIAL.sub(r"\\\1", clean_line(text))


def _lines(page: Page) -> Iterator[str]:
    e = escaped
    yield f"# {e(page.title)}\n"
    yield f"{e(page.place)} · {e(page.made)}\n"
    yield "## What I can do\n"
    if page.strengths:
        yield f"My strongest skills: {e('; '.join(page.strengths).lower())}.\n"
    for work in page.work:
        about = f" ({e(work.about)})" if work.about else ""
        did = f": {e('; '.join(work.did))}." if work.did else ""
        yield f"- **{e(work.title)}**{about}{did}"
    if page.knows:
        yield f"\nI know about: {e('; '.join(page.knows).lower())}."
    if page.papers:
        yield f"\nSchooling and papers: {e('; '.join(page.papers))}."
    yield "\n## What fits\n"
    if page.unclear:
        yield f"{e(page.unclear)}\n"
    for idea in page.ideas:
        yield from _idea(idea)
    for name, ideas in (("Also", page.more), ("From another field, that you may not have thought of", page.elsewhere)):
        if ideas:
            yield f"{name}:\n"
            yield from (f"- **{e(i.name)}** ({e(i.band.lower())}): {e(i.pay_short)}." for i in ideas)
            yield ""
    yield "## What to do next\n"
    yield from (f"{n}. {e(step)}" for n, step in enumerate(page.steps, start=1))
    yield "\n---\n"
    yield f"*{e(page.proper_use)}*\n"
    yield from (f"{e(source)}\n" for source in page.sources)


def _idea(idea: Idea) -> Iterator[str]:
    e = escaped
    yield f"### {e(idea.name)}: {e(idea.band.lower())}\n"
    if idea.what:
        yield f"{e(idea.what)}\n"
    against = f" That is {e(idea.against_last)}." if idea.against_last else ""
    yield f"- {e(idea.pay)}{against}"
    yield f"- {e(idea.outlook)}"
    yield from (f"- {e(w)}" for w in idea.why)
    yield from (f"- Missing: {e(m)}" for m in idea.missing)
    if idea.ways_in:
        yield f"- Way in: {e(idea.ways_in)}"
    yield f"- First step: {e(idea.first_step)}\n"
