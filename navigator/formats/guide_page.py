"""The guide as words in their order, and its cards on paper: as text and as HTML."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from navigator.engine.validate import clean_line
from navigator.formats.plan_html import template
from navigator.i18n import N_, _

WIDTH = 78
LINES_TO_WRITE = 2
CUT = N_("- - - - - - - - - - - - - - - - - - - cut here - - - - - - - - - - - - - - - -")


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSaid:
    """A question for me with its twin for my employer, the help that goes with it, and what was noted."""

    id: str
    me: str
    employer: str
    why: str
    help: tuple[str, ...]
    sector: str
    answer: str
    employer_answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSaid:
    """One stage, as somebody reads it."""

    id: str
    name: str
    about: str
    pairs: tuple[PairSaid, ...]
    employer_side: tuple[str, ...]
    center_side: tuple[str, ...]

    @property
    def answered(self) -> int:
        """How many of its questions have an answer of one's own."""
        return sum(bool(p.answer) for p in self.pairs)

    def side(self, view: str) -> tuple[str, ...]:
        """What the employer or the center can do."""
        return self.employer_side if view == "employer" else self.center_side


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePage:
    """The guide, or one stage of it, for one reader. ``whole``: all stages, so that each is told in brief."""

    title: str
    view: str
    sector: str
    whole: bool
    stages: tuple[StageSaid, ...]


def cards_text(page: GuidePage) -> str:
    """One card after another at 78 columns, with lines to write on and lines to cut along."""
    cut = _(CUT)
    return "\n".join(line for stage in page.stages for card in _cards(stage, page) for line in (*card, cut)) + "\n"


def _cards(stage: StageSaid, page: GuidePage) -> Iterator[list[str]]:
    if page.view != "worker":
        head = _("What the employer can do") if page.view == "employer" else _("What the center can do")
        yield [
            stage.name.upper(),
            *_wrap(f"{head}:"),
            *(w for t in stage.side(page.view) for w in _wrap(f"[ ] {t}", 4)),
        ]
        return
    for pair in stage.pairs:
        lines = [
            f"{stage.name.upper()}  ({pair.id})",
            *_wrap(f"{_('For me').upper()}: {pair.me}", 2),
            *_answer(pair.answer),
        ]
        lines += [
            *_wrap(f"{_('For my employer').upper()}: {pair.employer}", 2),
            *_answer(pair.employer_answer),
            *_wrap(_("Why: {why}").format(why=pair.why), 2),
        ]
        if pair.help:
            lines += _wrap(_("Help: {help}").format(help="; ".join(pair.help)), 2)
        yield lines


def _answer(text: str) -> list[str]:
    return _wrap(f"  {text}", 2) if text else ["", "  " + "_" * (WIDTH - 2)] * LINES_TO_WRITE


def _wrap(text: str, hang: int = 0) -> list[str]:
    lead = " " * (len(text) - len(text.lstrip()))
    return textwrap.wrap(clean_line(text), WIDTH, initial_indent=lead, subsequent_indent=lead + " " * hang) or [""]


def cards_html(page: GuidePage) -> str:
    """The cards as one HTML file that prints six to a sheet."""
    return template("guide_cards.html").render(page=page)
