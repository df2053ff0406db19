"""The guide on the screen."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.formats.guide_page import GuidePage, PairSaid, StageSaid
from navigator.i18n import _, ngettext
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
        count = len(stage.pairs)
        said = (
            ngettext(
                "{number}. {name} ({count} question, {answered} answered)",
                "{number}. {name} ({count} questions, {answered} answered)",
                count,
            )
            if stage.answered
            else ngettext("{number}. {name} ({count} question)", "{number}. {name} ({count} questions)", count)
        )
        gaps = {"number": number, "name": stage.name, "count": count, "answered": stage.answered}
        paper.line(said.format(**gaps), strong=True)
        paper.line(stage.about, indent=3)
    paper.line()
    paper.line(
        _(
            "Open a stage with: navigator guide --stage 1. Cards to print: navigator guide --cards --format html --out cards.html."
        )
    )


def _stage(stage: StageSaid, page: GuidePage, session: Session) -> None:
    paper = session.paper
    paper.line(f"{stage.name}. {stage.about}")
    for number, pair in enumerate(stage.pairs, start=1):
        paper.line()
        _pair(number, pair, page, session)
    paper.line()
    if not page.sector:
        paper.line(_("There is one more question for your kind of work: add --sector, such as --sector health."))
    paper.line(
        _(
            'Note your answers: navigator guide answer --stage {stage}. Or one: navigator guide answer {question} "..."'
        ).format(stage=stage.id, question=stage.pairs[0].id)
    )


def _pair(number: int, pair: PairSaid, page: GuidePage, session: Session) -> None:
    paper = session.paper
    paper.line(_("{number}. For me: {me}").format(number=number, me=pair.me), strong=True)
    if pair.answer:
        paper.line(_("My answer: {answer}").format(answer=pair.answer), indent=5)
    paper.line(_("For my employer: {employer}").format(employer=pair.employer), indent=3, strong=True)
    if pair.employer_answer:
        paper.line(_("They said: {answer}").format(answer=pair.employer_answer), indent=5)
    paper.line(_("Why: {why}").format(why=pair.why), indent=3)
    if pair.help:
        paper.line(_("Help: {help}").format(help="; ".join(pair.help)), indent=3)
    about = f"{page.sector}, " if pair.sector else ""
    paper.line(f"({about}{pair.id})", indent=3, soft=True)


def _sides(page: GuidePage, session: Session) -> None:
    for stage in page.stages:
        session.paper.heading(stage.name)
        for line in stage.side(page.view):
            session.paper.bullet(line)


def noted_view(noted: Noted, session: Session) -> None:
    """What was kept."""
    session.paper.line(
        _("Noted at {question}.").format(question=noted.question)
        if noted.text
        else _("Taken away: your answer at {question}.").format(question=noted.question)
    )


def asked_view(value: dict[str, int], session: Session) -> None:
    """How many were answered."""
    session.paper.line(
        _("Answered: {count} of {total}. 'navigator guide answers' shows them.").format(
            count=value["answered"], total=value["asked"]
        )
    )


def answers_view(found: tuple[Noted, ...], session: Session) -> None:
    """Each answer under its question."""
    if not found:
        session.paper.line(_("Nothing is noted yet. 'navigator guide' shows the questions."))
        return
    session.paper.title(_("What you noted"))
    for noted in found:
        said = _("They said: {answer}") if noted.side == "employer" else _("I said: {answer}")
        session.paper.line(f"[{noted.question}] {noted.asked}", strong=True)
        session.paper.line(said.format(answer=noted.text), indent=2)
