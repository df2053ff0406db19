"""The guide on the screen."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.formats.guide_page import GuidePage, PairSaid, StageSaid
from navigator.services.guide import Noted


def guide_view(page: GuidePage, session: Session) -> None:
    """All stages in brief, one stage in full, or the other side of each."""
    session.paper.title(page.title)
    if page.view != "worker":
        _sides(page, session)
    elif page.whole:
        _stages(page, session)
    else:
        for stage in page.stages:
            _stage(stage, page, session)


def _stages(page: GuidePage, session: Session) -> None:
    paper = session.paper
    for number, stage in enumerate(page.stages, start=1):
        said = f", {stage.answered} answered" if stage.answered else ""
        paper.line(f"{number}. {stage.name} ({len(stage.pairs)} questions{said})", strong=True)
        paper.line(stage.about, indent=3)
    paper.line()
    paper.line(
        "Open a stage with: navigator guide --stage 1. Cards to print: navigator guide --cards --format html --out cards.html."
    )


def _stage(stage: StageSaid, page: GuidePage, session: Session) -> None:
    paper = session.paper
    paper.line(f"{stage.name}. {stage.about}")
    for number, pair in enumerate(stage.pairs, start=1):
        paper.line()
        _pair(number, pair, page, session)
    paper.line()
    if not page.sector:
        paper.line("There is one more question for your kind of work: add --sector, such as --sector health.")
    paper.line(
        f'Note your answers: navigator guide answer --stage {stage.id}. Or one: navigator guide answer {stage.pairs[0].id} "..."'
    )


def _pair(number: int, pair: PairSaid, page: GuidePage, session: Session) -> None:
    paper = session.paper
    paper.line(f"{number}. For me: {pair.me}", strong=True)
    if pair.answer:
        paper.line(f"My answer: {pair.answer}", indent=5)
    paper.line(f"For my employer: {pair.employer}", indent=3, strong=True)
    if pair.employer_answer:
        paper.line(f"They said: {pair.employer_answer}", indent=5)
    paper.line(f"Why: {pair.why}", indent=3)
    if pair.help:
        paper.line(f"Help: {'; '.join(pair.help)}", indent=3)
    about = f"{page.sector}, " if pair.sector else ""
    paper.line(f"({about}{pair.id})", indent=3, soft=True)


def _sides(page: GuidePage, session: Session) -> None:
    for stage in page.stages:
        session.paper.heading(stage.name)
        for line in stage.side(page.view):
            session.paper.bullet(line)


def noted_view(noted: Noted, session: Session) -> None:
    """What was kept."""
    session.paper.line(f"Noted at {noted.question}." if noted.text else f"Taken away: your answer at {noted.question}.")


def asked_view(value: dict[str, int], session: Session) -> None:
    """How many were answered."""
    session.paper.line(f"Answered: {value['answered']} of {value['asked']}. 'navigator guide answers' shows them.")


def answers_view(found: tuple[Noted, ...], session: Session) -> None:
    """Each answer under its question."""
    if not found:
        session.paper.line("Nothing is noted yet. 'navigator guide' shows the questions.")
        return
    session.paper.title("What you noted")
    for noted in found:
        who = "They said" if noted.side == "employer" else "I said"
        session.paper.line(f"[{noted.question}] {noted.asked}", strong=True)
        session.paper.line(f"{who}: {noted.text}", indent=2)
