"""One match in words: what it is, pays and asks, why it fits, and the first step toward it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from navigator.domain.match import Match
from navigator.domain.occupation import Occupation, Projection, WayIn
from navigator.domain.pathway import Step
from navigator.domain.record import Record, Wants
from navigator.engine import wording
from navigator.engine.bands import asks_for, other_hours
from navigator.engine.standing import worked_as
from navigator.engine.ways_in import PAPERS, best_way, longer, training_of
from navigator.formats import pathway_words, reason_words, words
from navigator.formats.first_step import first_step
from navigator.formats.words import Names
from navigator.i18n import _

MOST_LEADS = 2
FELT = 1.0
"""Dollars an hour: months of class for less than this are no step that we would name first."""

LONG_WAY = 12.0
"""Months from which the way in stands on the line of an idea, as a course does, where nothing else is in the way."""

TIMED = ("training", "years")
"""What stands in the way for how long it takes."""

CHECK = "check"
"""Jobs that look into the past, of all that can be ruled out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One match in words. ``pays_more``: than the last pay, where both are known; ``felt``: by enough to notice.
    ``shrinking``: fewer such jobs; ``ending``: so many fewer that nobody should go after them anew.
    ``abroad``: work done in another country only, that needs a license here.

    ``leads``: for work that was held, where it can lead on to, in place of the way in. ``notes``: what does not speak
    against it, but should be known before. ``remark``: the one of these that a single line has room for; ``way_short``:
    the way in with its time alone; ``slow``: it takes clearly longer than the person said they can train.
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
    felt: bool = False
    shrinking: bool = False
    ending: bool = False
    abroad: bool = False
    leads: str = ""
    notes: tuple[str, ...] = ()
    trend: str = ""
    rare: bool = False
    remark: str = ""
    way_short: str = ""
    slow: bool = False


def idea_of(
    match: Match,
    occupation: Occupation,
    names: Names,
    record: Record,
    last_per_hour: float | None,
    *,
    whole: Record | None = None,
    step: Step | None = None,
) -> Idea:
    """One match in words; the way in is the one that suits the time the person could train. Work that was held has none.

    ``whole``: the record of which ``record`` is what is shared. The first step is drawn from it, so that all are told the
    same one. ``step``: the single step into it from work held, where there is one: how long it takes from there."""
    wants, held = record.wants, _done(match, record, names)
    whole = whole or record
    step = None if held else from_here(step, occupation, wants)
    way = step.way if step else best_way(occupation, wants.train_months, wants.cannot)
    asked = reason_words.papers_asked(match, names) if held else reason_words.asks_too(match, names)
    against = in_the_way(match, names, step, but="hours")  # hours are among the notes
    missing, unasked = [*against, *asked], [*reason_words.paper_unasked(match, names)]
    years = held or any(r.part == "years" for r in match.reasons)  # what is told there already
    months = step.months if step else way.months if way else (0.0, 0.0)
    way_told = "" if held or not way else _way_in(way, occupation, wants, names, step)
    first = begins_with(way, wants.cannot, names) if way and way.how in way_told else ()
    known = (*_told_first(match), *unasked, *first, *notes(occupation, None if years else way, wants, months))
    short = "" if held or not way else pathway_words.short(step) if step else words.way_short(way)
    course = way is not None and training_of(way) > 0 and not (step and (step.paper or step.degree))
    long = [f"{short}."] if not match.elsewhere and short and (course or months[0] >= LONG_WAY) else []
    gain = words.gain(match.wages, last_per_hour) or 0.0
    return Idea(
        name=match.name,
        code=match.code,
        band=words.BANDS[match.band],
        what=occupation.profile.what_you_do,
        pay=words.pay_here(match.wages, record.person.state),
        pay_short=words.pay_short(match.wages, last_per_hour),
        against_last=words.against_last(match.wages, last_per_hour),
        outlook=words.outlook(match.projection),
        ways_in=way_told,
        why=tuple(reason_words.whys(match, reason_words.quotable(names, occupation), held=held)),
        missing=tuple(missing[:2]),
        first_step=first_step(match, occupation, way, names, whole, held=_done(match, whole, names)),
        pays_more=gain > 0,
        felt=gain >= FELT,
        shrinking=words.shrinks(match.projection),
        ending=words.ends(match.projection),
        abroad=match.abroad and any(r.kind == "cap" and r.part == "licence" for r in match.reasons),
        leads=leads(occupation, names) if held else "",
        notes=known,
        trend=words.trend(match.projection),
        rare=match.rare,
        remark=_remark(match, held, (*against, *unasked, *asked, *(() if match.elsewhere else known)), long, names),
        slow=not held and way is not None and longer(months[0], wants.train_months),
        way_short=short,
    )


def _done(match: Match, record: Record, names: Names) -> bool:
    """Whether this work was done."""
    return any(worked_as(e, names.service) == match.code for e in record.experience)


def from_here(step: Step | None, occupation: Occupation, wants: Wants) -> Step | None:
    """The step from work held where it tells how long the way takes that suits the person, or that they have what it asks."""
    usual = best_way(occupation, wants.train_months, wants.cannot)
    return step if step and (step.way == usual or step.paper or step.degree) else None


def in_the_way(match: Match, names: Names, step: Step | None, but: str = "") -> list[str]:
    """What stands in the way; behind the time that it takes for anybody, the time from here. Time that a paper in hand has
    taken already is not in the way."""
    own = pathway_words.own_time(step) if step else ""
    found = [r for r in reason_words.against(match, but) if not (step and step.paper and r.part in TIMED)]
    told = ((reason_words.reason(r, names), own if r.part in TIMED else "") for r in found)
    return [" ".join(filter(None, some)) for some in told]


def _way_in(way: WayIn, occupation: Occupation, wants: Wants, names: Names, step: Step | None = None) -> str:
    """The way in; that it is done, to somebody who has the paper it gives, or its degree; how long it takes from here."""
    if step and (step.paper or step.degree):
        return pathway_words.way_in(step, names)
    needed = occupation.profile.licence
    paper = needed.held(wants.licences, besides=names.everyday)
    if needed.need == "required" and paper and way.asks in PAPERS:
        return _("You have the paper for this: {paper}. You can ask for work now.").format(
            paper=names.licences.get(paper, paper)
        )
    return " ".join(filter(None, (words.way_in(way), pathway_words.own_time(step) if step else "")))


def _remark(match: Match, held: bool, said: tuple[str, ...], long: list[str], names: Names) -> str:
    """What a single line has room for: the first that is to be said. Behind it, how ``long`` the course for a paper takes
    that is missing, that the work was done in another country, and that such jobs are few or will be."""
    first = next(iter((*said, *long)), "")
    found = [first, *(long if first in reason_words.papers_missing(match, names) else ())]
    if match.abroad and first not in _told_first(match):
        found.append(_("You did this in another country."))
    if not (held or match.elsewhere or (match.projection and first == few_jobs(match.projection))):
        found.append(jobs_left(match.projection, few=match.few))
    return " ".join(filter(None, found))


def leads(occupation: Occupation, names: Names) -> str:
    """Where work can lead on to: the next steps we wrote, as far as they have a name in the language spoken."""
    known = names.occupations.keys() - names.untold
    steps = [s for s in occupation.profile.next_steps if s.code in known][:MOST_LEADS]
    if occupation.code in names.untold:  # the reasons stand in its file, which is in English
        return "; ".join(names.occupations[s.code] for s in steps)
    said = _("{work} ({why})")
    return "; ".join(said.format(work=names.occupations[s.code], why=words.lower_first(s.why)) for s in steps)


def _told_first(match: Match) -> Iterator[str]:
    """What counts before all else: papers from another country, and that such jobs are few."""
    if match.abroad:
        yield _(
            "You did this in another country. Ask a career navigator who can look at your papers from there, so that they count here."
        )
    if match.few and match.projection:
        yield few_jobs(match.projection)


def few_jobs(projection: Projection) -> str:
    """That work hardly exists, with the figure that says so."""
    said = _("Few jobs: about {openings} openings a year in the whole country.")
    return said.format(openings=f"{projection.yearly_openings:,}")


def jobs_left(projection: Projection | None, *, few: bool) -> str:
    """The same in three words, and that there will be so many fewer that nobody should go after them anew."""
    if few:
        return _("Few such jobs.")
    return _("There will be fewer such jobs.") if words.ends(projection) else ""


def notes(
    occupation: Occupation, way: WayIn | None, wants: Wants, months: tuple[float, float] | None = None
) -> Iterator[str]:
    """What should be known before: years on the way although they are paid, hours other than those asked for, and that
    employers may look into the past. ``months``: how long the way takes from where the person stands."""
    train = wants.train_months
    takes = months or (way.months if way else (0.0, 0.0))
    if way and train is not None and longer(takes[0], train) and not training_of(way):
        yield paid_but_long(takes, train)
    clash = other_hours(wants.hours, wants.cannot, occupation)
    if clash:
        said = _("Often works {when}. You asked for: {hours}.")
        yield said.format(when=words.TIMES[" ".join(clash)], hours=", ".join(hours_said(wants.hours)))
    looks = occupation.profile.record_check in ("background", "both")
    if CHECK in wants.cannot and looks and not asks_for(occupation, CHECK):
        yield _("Some employers look into your past here. Ask before you apply.")


def begins_with(way: WayIn, cannot: tuple[str, ...], names: Names) -> tuple[str, ...]:
    """That a way in begins with work that asks what somebody ruled out: told where no other stands."""
    asked = [words.lower_first(names.cannot.get(c, c)) for c in way.begins_with(cannot)]
    said = _("The way in begins with what you ruled out: {what}. Ask if you can start in another way.")
    return (said.format(what="; ".join(asked)),) if asked else ()


def paid_but_long(months: tuple[float, float], train_months: float) -> str:
    """That a way takes longer than somebody said they could train, although it is paid."""
    said = _("You are paid while you learn, but it takes {time}. You said: {said}.")
    return said.format(time=words.months(months), said=words.lower_first(train_said(train_months)))


def train_said(months: float) -> str:
    """How long somebody could train, in the words of the question they answered."""
    choice = next((c for c in wording.TRAIN if float(c.id) == months), None)
    return _(choice.text) if choice else words.months((months, months))


def hours_said(picked: tuple[str, ...]) -> list[str]:
    """The hours that were picked, as they stand within a sentence."""
    return [words.lower_first(_(c.text)) for c in wording.HOURS if c.id in picked]
