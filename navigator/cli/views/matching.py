"""Matches, and why or why not."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.cli.views.page import idea_view
from navigator.formats.words import BAND_MEANS, BANDS
from navigator.services.advice import Advice, Explained

FULL = 5
"""Ideas of a band told in full; the others get a line each, to keep the list readable."""


def matches_view(advice: Advice, session: Session) -> None:
    """Three bands, then work from elsewhere."""
    paper = session.paper
    paper.title("What fits you")
    for note in (advice.unclear, advice.pay_note):
        if note:
            paper.line(note)
    for band, name in BANDS.items():
        ideas = [i for i in advice.ideas if i.band == name]
        if not ideas:
            continue
        paper.heading(f"{name} ({len(ideas)})")
        paper.line(BAND_MEANS[band], soft=True)
        for idea in ideas[:FULL]:
            idea_view(idea, session)
        for idea in ideas[FULL:]:
            paper.bullet(f"{idea.name} [{idea.code}]: {idea.pay_short}.")
    if advice.elsewhere:
        paper.heading("From another field, that you may not have thought of")
        for idea in advice.elsewhere:
            paper.bullet(f"{idea.name} [{idea.code}]: {idea.what} {idea.pay_short[:1].upper()}{idea.pay_short[1:]}.")
    paper.heading("About this list")
    paper.line("Not for you? navigator not-for-me CODE. Want to know why? navigator why CODE, or why-not CODE.")
    for line in (advice.proper_use, *advice.sources):
        paper.line(line, soft=True)


def why_view(found: Explained, session: Session) -> None:
    """Each part of the score and the answers behind it."""
    paper = session.paper
    paper.title(f"Why {found.idea.name}? {found.idea.band}.")
    if found.held:
        paper.line("You have done this work before.")
    for part in found.parts:
        paper.heading(f"{part.name}: {part.says}")
        for text in part.for_it:
            paper.bullet(f"For it: {text}")
        for text in part.against:
            paper.bullet(f"Against it: {text}")
    if not found.parts:
        paper.line("There are no answers yet to compare. 'navigator start' asks them.")
    _ways(found, session)


def why_not_view(found: Explained, session: Session) -> None:
    """What keeps it back."""
    paper = session.paper
    paper.title(f"What keeps {found.idea.name} back? It is: {found.idea.band.lower()}.")
    if found.dismissed:
        paper.line(f"You said it is not for you: {found.dismissed}.")
    against = tuple(f"{p.name} {p.says}" for p in found.parts if p.says in ("says little", "speaks against it"))
    for head, lines in (
        ("In the way", found.caps),
        ("It asks this, and you did not tick it", found.need),
        ("You may need more of this", found.may_need),
        ("We did not ask you about this", found.not_asked),
        ("What says little for it", against),
    ):
        if lines:
            paper.heading(head)
        for line in lines:
            paper.bullet(line[:1].upper() + line[1:])
    if not (found.caps or found.need or found.may_need):
        paper.line("Nothing you told us stands in the way.")
    _ways(found, session)


def _ways(found: Explained, session: Session) -> None:
    paper = session.paper
    paper.heading("Pay and way in")
    paper.line(found.idea.pay)
    if found.idea.ways_in:
        paper.line(f"Way in: {found.idea.ways_in}")
    paper.line(f"First step: {found.idea.first_step}")
    paper.line(found.proper_use, soft=True)


def dismissed_view(value: dict[str, str], session: Session) -> None:
    """What was taken out or back in."""
    done = "is back in your list" if value["undone"] else "is out of your list"
    session.paper.line(f"{value['name']} {done}.")
    if value["moved_up"] and not value["undone"]:
        session.paper.line(f"In its place: {value['moved_up']}.")
