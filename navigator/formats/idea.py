"""One match in words: what it is, pays and asks, why it fits, and the first step toward it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from navigator.domain.match import Match
from navigator.domain.occupation import Occupation, WayIn
from navigator.domain.record import Record, Wants
from navigator.engine import wording
from navigator.engine.bands import PAPERS, SOON, best_way, training_of
from navigator.engine.standing import worked_as
from navigator.formats import words
from navigator.formats.words import Names
from navigator.i18n import N_, _

MOST_LEADS = 2
CLASH = {
    ("nights",): N_("nights"),
    ("weekends",): N_("weekends and holidays"),
    ("nights", "weekends"): N_("nights, weekends and holidays"),
}
"""Hours that work may ask for of all that can be asked for, and how they are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One match in words. ``pays_more``: than the last pay, where both are known. ``shrinking``: fewer such jobs.

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
    pays_more: bool = False
    shrinking: bool = False
    leads: str = ""
    notes: tuple[str, ...] = ()
    trend: str = ""
    rare: bool = False


RARE = 1_000
"""Openings a year in the nation under which work with no figure for the state is not the first to ask for."""


def _is_rare(match: Match, state: str) -> bool:
    """Whether there may be none of these jobs near: no figure for the state, and few openings in the nation."""
    here = match.wages is not None and match.wages.area == state
    openings = match.projection.yearly_openings if match.projection else None
    return bool(state) and not here and openings is not None and openings < RARE


def idea_of(match: Match, occupation: Occupation, names: Names, record: Record, last_per_hour: float | None) -> Idea:
    """One match in words; the way in is the one that suits the time the person could train. Work that was held has none."""
    wants, held = record.wants, any(worked_as(e) == match.code for e in record.experience)
    way = best_way(occupation, wants.train_months)
    asked = [] if held else words.asks_too(match, names)
    missing = [*words.caps(match, names), *asked]
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
        first_step=first_step(match, occupation, way),
        pays_more=(words.gain(match.wages, last_per_hour) or 0) > 0,
        shrinking=words.shrinks(match.projection),
        leads=leads(occupation, names) if held else "",
        notes=tuple(notes(occupation, None if held else way, wants)),
        trend=words.trend(match.projection),
        rare=not held and _is_rare(match, record.person.state),
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


def notes(occupation: Occupation, way: WayIn | None, wants: Wants) -> Iterator[str]:
    """What should be known before: years on the way although they are paid, and hours other than those asked for."""
    if (
        way
        and wants.train_months is not None
        and way.months[0] > max(wants.train_months, SOON)
        and not training_of(way)
    ):
        said = _("You are paid while you learn, but it takes {time}. You said: {said}.")
        yield said.format(time=words.months(way.months), said=words.lower_first(train_said(wants.train_months)))
    picked = set(wants.hours)
    times = picked - {"full", "part"}
    clash = [
        h for h in ("nights", "weekends") if times and h not in picked and h in (occupation.profile.asks_for or ())
    ]
    clash = [h for h in clash if h not in wants.cannot]  # then it is said more firmly already
    if clash:
        said = _("Often works {when}. You asked for: {hours}.")
        yield said.format(when=_(CLASH[tuple(clash)]), hours=", ".join(hours_said(wants.hours)))


def train_said(months: float) -> str:
    """How long somebody could train, in the words of the question they answered."""
    choice = next((c for c in wording.TRAIN if float(c.id) == months), None)
    return _(choice.text) if choice else words.months((months, months))


def hours_said(picked: tuple[str, ...]) -> list[str]:
    """The hours that were picked, as they stand within a sentence."""
    return [words.lower_first(_(c.text)) for c in wording.HOURS if c.id in picked]


def first_step(match: Match, occupation: Occupation, way: WayIn | None) -> str:
    """One small thing to do about a match."""
    caps = {r.part: r.about for r in match.reasons if r.kind == "cap"}
    if "licence" in caps or "schooling" in caps:
        if not way or way.asks == "none":
            return _("Ask a career navigator where you can get the training near you, and who helps to pay.")
        said = _("Ask a career navigator where you can get the {paper} near you, and who helps to pay.")
        return said.format(paper=words.ASKS[way.asks])
    called = occupation.profile.in_postings or (match.name,)
    return _("Look for postings that say: {titles}.").format(titles=", ".join(called))
