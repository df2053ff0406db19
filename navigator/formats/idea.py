"""One match in words: what it is, pays and asks, why it fits, and the first step toward it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from navigator.domain.match import Match
from navigator.domain.occupation import Occupation, WayIn
from navigator.domain.record import Record, Wants
from navigator.engine import wording
from navigator.engine.bands import DIPLOMA, asks_for, other_hours
from navigator.engine.standing import worked_as
from navigator.engine.ways_in import PAPERS, SOON, best_way, training_of
from navigator.formats import words
from navigator.formats.words import Names
from navigator.i18n import _

MOST_LEADS = 2
CHECK = "check"
"""Jobs that look into the past, of all that can be ruled out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One match in words. ``gain``: dollars an hour more than the last pay (0: less, the same, or not known). ``shrinking``:
    fewer such jobs.

    ``leads``: for work that was held, where it can lead on to, in place of the way in. ``notes``: what does not speak
    against it, but should be known before.
    """

    name: str
    code: str
    band: str
    what: str
    pay: str
    pay_short: str
    against_last: str
    outlook: str
    ways_in: str
    why: tuple[str, ...]
    missing: tuple[str, ...]
    first_step: str
    gain: float = 0.0
    shrinking: bool = False
    leads: str = ""
    notes: tuple[str, ...] = ()
    trend: str = ""
    rare: bool = False


def idea_of(match: Match, occupation: Occupation, names: Names, record: Record, last_per_hour: float | None) -> Idea:
    """One match in words; the way in is the one that suits the time the person could train. Work that was held has none."""
    wants, held = record.wants, any(worked_as(e, names.service) == match.code for e in record.experience)
    way = best_way(occupation, wants.train_months)
    asked = words.papers_asked(match, names) if held else words.asks_too(match, names)
    missing = [*words.caps(match, names, but="hours"), *asked]  # hours are among the notes
    years = held or any(r.part == "years" for r in match.reasons)  # what is told there already
    return Idea(
        name=match.name,
        code=match.code,
        band=words.BANDS[match.band],
        what=occupation.profile.what_you_do,
        pay=words.pay_here(match.wages, record.person.state),
        pay_short=words.pay_short(match.wages, last_per_hour),
        against_last=words.against_last(match.wages, last_per_hour),
        outlook=words.outlook(match.projection),
        ways_in="" if held or not way else _way_in(way, occupation, wants, names),
        why=tuple(words.whys(match, names, held=held)),
        missing=tuple(missing[:2]),
        first_step=first_step(match, occupation, way, held=held),
        gain=max(0.0, words.gain(match.wages, last_per_hour) or 0.0),
        shrinking=words.shrinks(match.projection),
        leads=leads(occupation, names) if held else "",
        notes=(*_told_first(match), *notes(occupation, None if years else way, wants)),
        trend=words.trend(match.projection),
        rare=match.rare,
    )


def _way_in(way: WayIn, occupation: Occupation, wants: Wants, names: Names) -> str:
    """The way in; that it is done, to somebody who has the paper it gives."""
    needed = occupation.profile.licence
    paper = next((n for n in needed.names if n in wants.licences), "")
    if needed.need == "required" and paper and way.asks in PAPERS:
        return _("You have the paper for this: {paper}. You can ask for work now.").format(
            paper=names.licences.get(paper, paper)
        )
    return words.way_in(way)


def leads(occupation: Occupation, names: Names) -> str:
    """Where work can lead on to: the next steps we wrote."""
    steps = [s for s in occupation.profile.next_steps if s.code in names.occupations][:MOST_LEADS]
    said = _("{work} ({why})")
    return "; ".join(said.format(work=names.occupations[s.code], why=words.lower_first(s.why)) for s in steps)


def _told_first(match: Match) -> Iterator[str]:
    """What counts before all else: papers from another country, and that such jobs are few."""
    if match.abroad:
        yield _(
            "You did this in another country. Ask a career navigator who can look at your papers from there, so that they count here."
        )
    if match.rare and match.projection:
        said = _("Few jobs: about {openings} openings a year in the whole country.")
        yield said.format(openings=f"{match.projection.yearly_openings:,}")


def notes(occupation: Occupation, way: WayIn | None, wants: Wants) -> Iterator[str]:
    """What should be known before: years on the way although they are paid, hours other than those asked for, and that
    employers may look into the past."""
    if (
        way
        and wants.train_months is not None
        and way.months[0] > max(wants.train_months, SOON)
        and not training_of(way)
    ):
        said = _("You are paid while you learn, but it takes {time}. You said: {said}.")
        yield said.format(time=words.months(way.months), said=words.lower_first(train_said(wants.train_months)))
    clash = other_hours(wants.hours, wants.cannot, occupation)
    if clash:
        said = _("Often works {when}. You asked for: {hours}.")
        yield said.format(when=words.TIMES[" ".join(clash)], hours=", ".join(hours_said(wants.hours)))
    looks = occupation.profile.record_check in ("background", "both")
    if CHECK in wants.cannot and looks and not asks_for(occupation, CHECK):
        yield _("Some employers look into your past here. Ask before you apply.")


def train_said(months: float) -> str:
    """How long somebody could train, in the words of the question they answered."""
    choice = next((c for c in wording.TRAIN if float(c.id) == months), None)
    return _(choice.text) if choice else words.months((months, months))


def hours_said(picked: tuple[str, ...]) -> list[str]:
    """The hours that were picked, as they stand within a sentence."""
    return [words.lower_first(_(c.text)) for c in wording.HOURS if c.id in picked]


def first_step(match: Match, occupation: Occupation, way: WayIn | None, *, held: bool = False) -> str:
    """One small thing to do about a match."""
    caps = {r.part: r.about for r in match.reasons if r.kind == "cap"}
    if caps.get("schooling") == DIPLOMA:
        return _("Ask a career navigator where you can finish high school or a GED near you. Classes are often free.")
    if any(r.kind == "need" and r.part == "licence" for r in match.reasons):
        return _("If you have the license, look for postings now. If not, ask a career navigator how to get it here.")
    if held and "licence" in caps:
        return _("Ask a career navigator how to get the license here with your papers from another country.")
    if "licence" in caps or "schooling" in caps:
        if not way or way.asks == "none":
            return _("Ask a career navigator where you can get the training near you, and who helps to pay.")
        said = _("Ask a career navigator where you can get the {paper} near you, and who helps to pay.")
        return said.format(paper=words.ASKS[way.asks])
    called = occupation.profile.in_postings or (match.name,)
    return _("Look for postings that say: {titles}.").format(titles=", ".join(called))
