"""The one small thing to do first about a match: what can be asked for at once, and what has to come before."""

from __future__ import annotations

from typing import get_args

from navigator.domain.match import Match
from navigator.domain.occupation import Occupation, WayIn
from navigator.domain.record import Record, Schooling
from navigator.engine.bands import ASKS_AS_SCHOOLING, DIPLOMA
from navigator.engine.standing import worked_as
from navigator.engine.ways_in import DEGREES, training_of, works_up
from navigator.formats import words
from navigator.formats.words import Names
from navigator.i18n import _

LONG = ("years", "long")
"""How long work near to it was done by who can ask for it all the same."""

SCHOOLING: tuple[str, ...] = get_args(Schooling)
"""From the least to the most, as ``matching.schooling_order``."""


def finish_school() -> str:
    """The first step of who has no high school diploma."""
    return _("Ask a career navigator where you can finish high school or a GED near you. Classes are often free.")


def first_step(
    match: Match, occupation: Occupation, way: WayIn | None, names: Names, record: Record, *, held: bool
) -> str:
    """One small thing to do about a match. ``way``: the way in that is told beside it; ``held``: whether the work was done."""
    caps = {r.part: r.about for r in match.reasons if r.kind == "cap"}
    paper = next((r for r in match.reasons if r.part == "licence" and r.kind in ("need", "not_asked")), None)
    if "unpaid" in caps:
        return _("Ask people who are paid for this how they found the work, and if they can live on it.")
    if caps.get("schooling") == DIPLOMA:
        return finish_school()
    if paper and paper.about not in names.everyday:
        return _("If you have the license, look for postings now. If not, ask a career navigator how to get it here.")
    if held and "licence" in caps:
        return _("Ask a career navigator how to get the license here with your papers from another country.")
    if "schooling" in caps or ("licence" in caps and not paper):
        return _toward(caps, match, occupation, way, names)
    open_now = held or match.band == "strong"
    before = "" if way is None or open_now else _before(match, occupation, way, names, record)
    return before or _postings(match, occupation)


def _before(match: Match, occupation: Occupation, way: WayIn, names: Names, record: Record) -> str:
    """What comes before anybody is hired there, though nothing that we know of is in the way: a course, or other work."""
    if _has(way, occupation, record, names):
        return ""
    if training_of(way) > 0 or way.asks == "apprenticeship":
        return _training_step(way)
    if works_up(way, names.work_up) and not _near_it(match, record, names):
        return _("Ask a career navigator which job leads there from where you are, and look for postings for that job.")
    return ""


def _postings(match: Match, occupation: Occupation) -> str:
    return _("Look for postings that say: {titles}.").format(titles=_titles(match, occupation))


def _titles(match: Match, occupation: Occupation) -> str:
    return occupation.profile.postings_say or match.name


def _has(way: WayIn, occupation: Occupation, record: Record, names: Names) -> bool:
    """Whether somebody has what the way asks: as high a degree, or a paper that employers ask for there."""
    if way.asks in DEGREES and record.wants.schooling:
        return SCHOOLING.index(record.wants.schooling) >= SCHOOLING.index(ASKS_AS_SCHOOLING[way.asks])
    return way.asks not in DEGREES and bool(
        occupation.profile.licence.held(record.wants.licences, besides=names.everyday)
    )


def _near_it(match: Match, record: Record, names: Names) -> bool:
    """Whether years of work that is close to it were done: the work that leads there, as often as not."""
    close = {r.about for r in match.reasons if r.kind == "for" and r.part == "history"}
    return any(e.length in LONG and worked_as(e, names.service) in close for e in record.experience)


def _toward(caps: dict[str, str], match: Match, occupation: Occupation, way: WayIn | None, names: Names) -> str:
    """Where to ask for the schooling or the paper that is missing; work that teaches it is asked for as any other."""
    if way and way.asks != "none":
        return _training_step(way)
    if "licence" not in caps:
        return _("Ask a career navigator where you can get the training near you, and who helps to pay.")
    paper = names.licences.get(caps["licence"], caps["licence"])
    hired = way is not None and not works_up(way, names.work_up) and caps["licence"] not in names.everyday
    if hired and "schooling" not in caps:
        said = _("Look for postings that say: {titles}. Ask if they help you get this: {paper}.")
        return said.format(titles=_titles(match, occupation), paper=paper)
    said = _("Ask a career navigator how to get this near you, and who helps to pay: {paper}.")
    return said.format(paper=paper)


def _training_step(way: WayIn) -> str:
    """Where to ask for what a way in asks: an apprentice is paid, and pays for nothing."""
    if way.asks == "apprenticeship":
        return _("Ask a career navigator which apprenticeships are near you. You are paid while you learn.")
    said = _("Ask a career navigator where you can get the {paper} near you, and who helps to pay.")
    return said.format(paper=words.ASKS[way.asks])
