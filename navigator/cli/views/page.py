"""The page on the screen, what leaves with a file, where it was written, and what checking one gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from navigator.cli.session import Session
from navigator.formats.idea import Idea
from navigator.formats.page import Page
from navigator.i18n import _

if TYPE_CHECKING:
    from navigator.formats.outline import Block
    from navigator.services.hand_over import Preview
    from navigator.services.verify import Verdict


def page_view(page: Page, session: Session) -> None:
    """The page in the order of its paper twin."""
    from navigator.formats.outline import outline_of

    paper = session.paper
    outline = outline_of(page)
    paper.title(outline.title)
    for line in outline.meta:
        paper.line(line, soft=True)
    ideas = iter(page.ideas)
    for section in outline.sections:
        paper.heading(section.name)
        for block in section.blocks:
            if block.kind == "card":
                idea_view(next(ideas), session)
            else:
                _block(block, session)
    paper.heading(_("About this page"))
    for foot in outline.foot:
        paper.line(foot.whole, soft=True)


def _block(block: Block, session: Session) -> None:
    paper = session.paper
    if block.name:
        paper.line()
        paper.line(block.name)
    for number, line in enumerate(block.lines, start=1):
        if block.kind == "bullets":
            paper.bullet(line.whole)
        elif block.kind == "steps":
            paper.line(f"{number}. {line.whole}", hang=3)
        else:
            paper.line(line.whole)


def idea_view(idea: Idea, session: Session) -> None:
    """One idea in full."""
    paper = session.paper
    paper.line()
    paper.line(session.with_code(f"{idea.name} - {idea.band}", idea.code), strong=True)
    if idea.what:
        paper.line(idea.what, indent=2)
    against = f" {_('That is {against}.').format(against=idea.against_last)}" if idea.against_last else ""
    paper.line(f"{idea.pay}{against}", indent=2)
    paper.line(idea.outlook, indent=2)
    for why in idea.why:
        paper.bullet(why, indent=2)
    for missing in idea.missing:
        paper.bullet(_("Missing: {what}").format(what=missing), indent=2)
    for note in idea.notes:
        paper.bullet(_("Good to know: {what}").format(what=note), indent=2)
    if idea.ways_in:
        paper.bullet(_("Way in: {how}").format(how=idea.ways_in), indent=2)
    if idea.leads:
        paper.bullet(_("Can lead on to: {work}").format(work=idea.leads), indent=2)
    paper.bullet(_("First step: {what}").format(what=idea.first_step), indent=2)


def preview_view(preview: Preview, session: Session) -> None:
    """What leaves, word for word, and what stays."""
    paper = session.paper
    paper.heading(_("This file is for {whom}. This is all that is in it:").format(whom=preview.whom))
    for line in preview.lines:
        paper.line(line, indent=2)
    if preview.left_out:
        paper.line()
        paper.line(_("Left out, and not in the file at all: {parts}.").format(parts="; ".join(preview.left_out)))
    paper.line()


def written_view(value: object, session: Session) -> None:
    """Where a file was written."""
    if isinstance(value, dict):
        session.paper.line(_("Written: {file}").format(file=value["file"]))


def verdict_view(verdict: Verdict, session: Session) -> None:
    """Whether a file is as it was made."""
    for line in verdict.sentence.splitlines():
        session.paper.line(line)
