"""The page on the screen, and where it was written."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.formats.page import Idea, Page


def page_view(page: Page, session: Session) -> None:
    """The page in the order of its paper twin."""
    paper = session.paper
    paper.title(page.title)
    paper.line(f"{page.place} · {page.made}", soft=True)
    paper.heading("What I can do")
    if page.strengths:
        paper.line(f"My strongest skills: {'; '.join(page.strengths).lower()}.")
    for work in page.work:
        about = f" ({work.about})" if work.about else ""
        did = f": {'; '.join(work.did)}." if work.did else ""
        paper.bullet(f"{work.title}{about}{did}")
    if page.knows:
        paper.line(f"I know about: {'; '.join(page.knows).lower()}.")
    if page.papers:
        paper.line(f"Schooling and papers: {'; '.join(page.papers)}.")
    paper.heading("What fits")
    if page.unclear:
        paper.line(page.unclear)
    for idea in page.ideas:
        idea_view(idea, session)
    _short("Also:", page.more, session)
    _short("From another field, that you may not have thought of:", page.elsewhere, session)
    paper.heading("What to do next")
    for number, step in enumerate(page.steps, start=1):
        paper.line(f"{number}. {step}", hang=3)
    paper.heading("About this page")
    for line in (page.proper_use, *page.sources):
        paper.line(line, soft=True)


def _short(head: str, ideas: tuple[Idea, ...], session: Session) -> None:
    if ideas:
        session.paper.line()
        session.paper.line(head)
    for idea in ideas:
        session.paper.bullet(f"{idea.name} ({idea.band.lower()}): {idea.pay_short}.")


def _against(idea: Idea) -> str:
    return f" That is {idea.against_last}." if idea.against_last else ""


def idea_view(idea: Idea, session: Session) -> None:
    """One idea in full."""
    paper = session.paper
    paper.line()
    paper.line(f"{idea.name} - {idea.band} [{idea.code}]", strong=True)
    if idea.what:
        paper.line(idea.what, indent=2)
    paper.line(f"{idea.pay}{_against(idea)}", indent=2)
    paper.line(idea.outlook, indent=2)
    for why in idea.why:
        paper.bullet(why, indent=2)
    for missing in idea.missing:
        paper.bullet(f"Missing: {missing}", indent=2)
    if idea.ways_in:
        paper.bullet(f"Way in: {idea.ways_in}", indent=2)
    paper.bullet(f"First step: {idea.first_step}", indent=2)


def written_view(value: object, session: Session) -> None:
    """Where a file was written."""
    if isinstance(value, dict):
        session.paper.line(f"Written: {value['file']}")
