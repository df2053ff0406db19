"""The page as sections, lines and cards with all their words: what each format only has to lay out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from navigator import i18n
from navigator.engine.validate import clean_line
from navigator.formats.idea import Idea
from navigator.formats.page import Page, Work
from navigator.formats.words import lower_first
from navigator.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line: the words that lead it (set in bold where that is possible), then the rest."""

    lead: str = ""
    text: str = ""

    @property
    def whole(self) -> str:
        """The line in one piece."""
        return f"{self.lead} {self.text}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines that belong together. A card has a name and a mark beside it; bullets and steps may have a lead-in."""

    kind: Literal["lines", "bullets", "steps", "card"]
    lines: tuple[Line, ...]
    name: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its blocks. ``id`` is for the file, not for the reader."""

    id: str
    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A whole page. ``english``: names and texts that stand on it in English although another language is spoken."""

    title: str
    meta: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: tuple[Line, ...]
    language: str = "en"
    english: tuple[str, ...] = ()


def outline_of(page: Page) -> Outline:
    """The page's words in their order, in its language, cleaned of what a screen or a reader would obey."""
    speech = next((s for s in i18n.languages() if s.code == page.language), i18n.spoken())
    with i18n.speaking(speech):
        return _outline(page)


def _outline(page: Page) -> Outline:
    sections = [_can(page)]
    if page.fits:
        sections += [_fits(page), _next(page)]
    place = _("{place} · {day}").format(place=clean_line(page.place), day=page.made) if page.place else page.made
    return Outline(
        title=clean_line(page.title),
        meta=(place, *([clean_line(" · ".join(page.contact))] if page.contact else [])),
        sections=tuple(s for s in sections if s.blocks),
        foot=(Line(lead=page.proper_use), *(Line(text=s) for s in page.sources)),
        language=page.language,
        english=tuple(dict.fromkeys(clean_line(t) for t in page.english if t)),
    )


def _lines(*lines: Line) -> Iterator[Block]:
    kept = tuple(Line(lead=clean_line(x.lead), text=clean_line(x.text)) for x in lines if x.lead or x.text)
    if kept:
        yield Block(kind="lines", lines=kept)


def _bullets(name: str, lines: list[Line]) -> Iterator[Block]:
    if lines:
        kept = tuple(Line(lead=clean_line(x.lead), text=clean_line(x.text)) for x in lines)
        yield Block(kind="bullets", name=name, lines=kept)


def _several(lead: str, items: tuple[str, ...]) -> Line:
    """A lead-in and what belongs to it, on one line; nothing where there is nothing."""
    return Line(lead=lead, text=f"{'; '.join(items)}.") if items else Line()


def _can(page: Page) -> Section:
    blocks = [
        *_lines(_several(_("My strongest skills:"), tuple(map(lower_first, page.strengths)))),
        *_bullets("", [_work(w) for w in page.work]),
        *_lines(
            _several(_("I know about:"), tuple(map(lower_first, page.knows))),
            _several(_("I can also do:"), page.claims),
            _several(_("Schooling and papers:"), page.papers),
            _several(_("Languages:"), page.languages),
            _several(_("Seen by others, or on paper:"), page.backed),
        ),
    ]
    return Section(id="can", name=_("What I can do"), blocks=tuple(blocks))


def _work(work: Work) -> Line:
    """`Line cook (two to five years): cooked food; cleaned tools.`"""
    did = f"{'; '.join(lower_first(d) for d in work.did)}." if work.did else ""
    if work.about:
        about = _("({about})").format(about=work.about)
        return Line(lead=work.title, text=f"{about}: {did}" if did else about)
    return Line(lead=f"{work.title}:" if did else work.title, text=did)


def _fits(page: Page) -> Section:
    blocks = [
        *_lines(Line(text=page.unclear), Line(text=page.unasked), _several(_("Hours I want:"), page.hours)),
        *map(_card, page.ideas),
        *_bullets(_("Also:"), [_short(i) for i in page.more]),
        *_bullets(_("Work I did that stands lower:"), [Line(text=t) for t in page.lower]),
        *_bullets(_("From another field, that you may not have thought of:"), [_elsewhere(i) for i in page.elsewhere]),
    ]
    return Section(id="fits", name=_("What fits"), blocks=tuple(blocks))


def _short(idea: Idea) -> Line:
    said = _("({band}): {pay}.").format(band=idea.band.lower(), pay=idea.pay_short)
    return Line(lead=idea.name, text=" ".join(t for t in (said, idea.remark) if t))


def _elsewhere(idea: Idea) -> Line:
    """Work from another field is news: its band, its way in and what is in the way stand on it too."""
    about = "; ".join(t for t in (idea.pay_short, idea.trend) if t)
    said = _("({band}): {pay}.").format(band=idea.band.lower(), pay=about)
    way = f"{idea.way_short}." if idea.way_short else ""
    return Line(lead=idea.name, text=" ".join(t for t in (said, way, idea.remark) if t))


def _card(idea: Idea) -> Block:
    against = _("That is {against}.").format(against=idea.against_last) if idea.against_last else ""
    why = f"{'. '.join(w.rstrip('.') for w in idea.why)}." if idea.why else ""
    lines = (
        Line(text=idea.what),
        Line(lead=idea.pay, text=f"{against} {idea.outlook}"),
        Line(lead=_("Why:"), text=why) if why else Line(),
        Line(lead=_("Missing:"), text=" ".join(idea.missing)) if idea.missing else Line(),
        Line(lead=_("Good to know:"), text=" ".join(idea.notes)) if idea.notes else Line(),
        Line(lead=_("Way in:"), text=idea.ways_in) if idea.ways_in else Line(),
        Line(lead=_("Can lead on to:"), text=f"{idea.leads}.") if idea.leads else Line(),
        Line(lead=_("First step:"), text=idea.first_step) if idea.first_step else Line(),
    )
    kept = tuple(Line(lead=clean_line(x.lead), text=clean_line(x.text)) for x in lines if x.lead or x.text)
    return Block(kind="card", name=clean_line(idea.name), mark=idea.band, lines=kept)


def _next(page: Page) -> Section:
    steps = tuple(Line(text=clean_line(s)) for s in page.next_steps)
    blocks = (Block(kind="steps", lines=steps),) if steps else ()
    return Section(id="next", name=_("What to do next"), blocks=blocks)
