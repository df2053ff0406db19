"""One occupation on one 80x24 screen first, more on demand; title finds; near occupations."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.services.occupation import About, Near
from navigator.services.titles import Hit

SURE = {"sure": "sure", "likely": "likely", "unsure": "not sure"}


def occupation_view(about: About, session: Session) -> None:
    """The short view, or everything."""
    paper = session.paper
    paper.title(f"{about.name} [{about.code}]")
    if about.what_you_do:
        paper.line(about.what_you_do, strong=True)
    if about.more:
        _more(about, session)
        return
    if about.day:
        paper.line(f"A day: {'; '.join(about.day)}.")
    paper.line(about.where)
    paper.line(about.pay)
    paper.line(about.outlook)
    if about.ways_in:
        paper.line(f"Way in: {about.ways_in[0]}")
    if about.licence:
        paper.line(f"{about.licence} {about.record_check}".strip())
    paper.line("More: add --more. Near it: navigator near. Your fit: navigator why.", soft=True)


def _more(about: About, session: Session) -> None:
    paper = session.paper

    def part(head: str, lines: tuple[str, ...]) -> None:
        if any(lines):
            paper.heading(head)
        for line in lines:
            if line:
                paper.bullet(line)

    part("A day", about.day)
    part("Where", (about.where,))
    part("Pay and openings", (about.pay, about.pay_range, about.outlook))
    part("Ways in", (*about.ways_in, about.licence, about.record_check))
    part("Where it can lead", about.next_steps)
    part("Good for you if", (about.good_for_you_if,))
    part("Maybe not if", (about.maybe_not_if,))
    part("What you would do", about.needs)
    part("What it helps to know", about.knows)
    part("Software and tools in demand", about.technology)
    part("Closest to it", about.closest)
    part("Also called", (", ".join(about.also_called),))
    part("About the figures", (f"Official title: {about.title}.", *about.notes, f"Sources: {about.sources}."))


def titles_view(hits: tuple[Hit, ...], session: Session) -> None:
    """Occupations for a title, how sure, and the title that matched."""
    for number, hit in enumerate(hits, start=1):
        session.paper.line(f"{number}. {hit.name} [{hit.code}] ({SURE[hit.sure]}; like '{hit.matched}')")


def near_view(found: tuple[Near, ...], session: Session) -> None:
    """The nearest occupations in order."""
    for near in found:
        session.paper.line(f"{near.rank}. {near.name} [{near.code}]: {near.what_you_do}")
