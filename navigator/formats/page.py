"""The page to take home, as words in their order: what every format of the summary shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from navigator.domain.framework import Skill
from navigator.domain.match import Match, Matches
from navigator.domain.occupation import Occupation
from navigator.domain.pathway import Step
from navigator.domain.record import Credential, Education, Evidence, Experience, Record
from navigator.engine import partial_dates
from navigator.engine.oddities import expired, in_force
from navigator.engine.standing import worked_as
from navigator.engine.validate import shown as quoted
from navigator.formats import reason_words, words
from navigator.formats.chosen import FULL_MATCHES, on_page
from navigator.formats.idea import Idea, hours_said, idea_of
from navigator.formats.next_steps import steps
from navigator.formats.words import Names, Said
from navigator.i18n import N_, _, language

MOST_DID = 5
MOST_KNOWN = 6
MOST_PAPERS = 8
MOST_BACKED = 4

LESS_FIT = N_("Other work fits your answers better.")

LENGTHS = Said(
    {
        "weeks": N_("a few weeks"),
        "months": N_("some months"),
        "year": N_("about a year"),
        "years": N_("two to five years"),
        "long": N_("more than five years"),
    }
)
KINDS = Said(
    {
        "home": N_("at home"),
        "volunteer": N_("as a volunteer"),
        "side": N_("side work"),
        "service": N_("in service"),
    }
)
"""How unpaid and other work is named on the page. Work inside is not: that is for the worker to tell, or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One piece of work done: its name, how long and of what kind, and what was done there."""

    title: str
    about: str
    did: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything on the page, ready to be laid out. ``fits`` is false where the ideas are left out altogether.

    ``hours``: the hours that were asked for; ``lower``: work that was done and stands lower, with what is against it;
    ``unasked``: that nobody asked what the person cannot do; ``english``: names and texts in English although another
    language is spoken, for programs that read aloud. ``steps_of``: the steps where no idea is told, only the first, the
    first two, and so on.
    """

    title: str
    made: str
    place: str
    strengths: tuple[str, ...]
    work: tuple[Work, ...]
    knows: tuple[str, ...]
    papers: tuple[str, ...]
    ideas: tuple[Idea, ...]
    more: tuple[Idea, ...]
    elsewhere: tuple[Idea, ...]
    unclear: str
    proper_use: str
    sources: tuple[str, ...]
    contact: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    backed: tuple[str, ...] = ()
    fits: bool = True
    language: str = "en"
    hours: tuple[str, ...] = ()
    lower: tuple[str, ...] = ()
    unasked: str = ""
    english: tuple[str, ...] = ()
    steps_of: tuple[tuple[str, ...], ...] = ()

    @property
    def next_steps(self) -> tuple[str, ...]:
        """The steps toward what is told: where there was no room for an idea there is no step toward it."""
        return self.steps_of[len(self.ideas) + len(self.more)] if self.steps_of else ()


UNCLEAR = Said(
    {
        "few": N_(
            "There are only a few answers so far, so we do not guess yet. Go on with the questions to see what fits."
        ),
        "work": N_(
            "We do not know yet what work you have done, so these are only first ideas, from what you like and know. "
            "To mend that, change or add an answer under: What you have done."
        ),
        "low": N_(
            "Nothing stands out clearly yet. These are first ideas. More answers about what you have done would help most."
        ),
        "all": N_(
            "You ticked nearly everything, so it is hard to tell what stands out. Tick only what you did often, and look again."
        ),
    }
)

WORK_NOT_TOLD = N_(
    "We could not tell which work {titles} is, so these are only first ideas, from what you like and know. "
    "To mend that, change or add an answer under: What you have done."
)
"""In place of ``UNCLEAR["work"]`` where somebody did say what it was called."""

FLAT = N_(
    "You gave all skills much the same mark, so those marks are left out. What you did, and any picks of best, count instead."
)


UNASKED = N_("We did not ask what you cannot do, such as drive or lift. Look at each idea with that in mind.")


def unasked_of(record: Record) -> str:
    """That nobody asked what somebody cannot or will not do, where that is so."""
    asked = record.wants.cannot or record.answered("want.cannot")
    return "" if asked else _(UNASKED)


def unclear_of(matches: Matches, record: Record) -> str:
    """Why the ideas are no clear result, in a sentence; empty where they are."""
    titles = [quoted(e.title) for e in record.experience if e.title]
    if matches.unclear_because == "work" and titles:
        return str(_(WORK_NOT_TOLD).format(titles=_(" or ").join(titles)))
    return UNCLEAR.get(matches.unclear_because, "") or (_(FLAT) if matches.flat else "")


def page_of(
    record: Record,
    matches: Matches,
    occupations: dict[str, Occupation],
    skills: tuple[Skill, ...],
    names: Names,
    area_name: str,
    last_per_hour: float | None,
    vintages: dict[str, str],
    made: str,
    *,
    best: Sequence[str],
    fits: bool = True,
    today: str = "",
    whole: Record | None = None,
    taken: Sequence[str] | None = None,
    step_to: Callable[[str], Step | None] = lambda code: None,
) -> Page:
    """The page of one record. ``occupations`` holds those that the matches name; ``best`` the strongest skills.
    ``fits``: whether ideas and steps belong on the page; ``today`` a day, to tell which papers have run out; ``whole``: the
    record of which this is what is shared; ``taken``: the codes that have room on the page, by that whole record;
    ``step_to``: the single step into an occupation from the work that is shared."""

    holding = in_force(record, today) if today else record  # a paper that ran out opens nothing

    def idea(match: Match) -> Idea:
        step = step_to(match.code)
        return idea_of(match, occupations[match.code], names, holding, last_per_hour, whole=whole, step=step)

    if taken is None:
        taken = on_page(matches.shown, record, occupations, names, last_per_hour)
    told = {m.code: m for m in matches.shown}
    shown = [told[code] for code in taken if code in told] if fits else []
    ideas = [idea(m) for m in shown]
    unclear = unclear_of(matches, record)
    return Page(
        title=titled(record.person.name, fits),
        made=made,
        place=area_name,
        contact=contact(record),
        strengths=strengths(skills, best),
        claims=tuple(c.name for c in record.claims if c.name),
        work=tuple(work_of(e, names) for e in record.experience if e.title or e.employer or e.did or e.details),
        knows=tuple(names.knowledge[k] for k in record.knowledge if k in names.knowledge)[:MOST_KNOWN],
        papers=tuple(papers(record, names, today))[:MOST_PAPERS],
        languages=tuple(leveled(w.name, w.level) for w in record.languages if w.name),
        backed=tuple(backed(record, skills))[:MOST_BACKED],
        ideas=tuple(ideas[:FULL_MATCHES]),
        more=tuple(ideas[FULL_MATCHES:]),
        elsewhere=tuple(map(idea, matches.elsewhere)) if fits else (),
        unclear=unclear if fits else "",
        steps_of=tuple(tuple(steps(ideas[:n], record)) for n in range(len(ideas) + 1)) if fits else (),
        proper_use=words.proper_use(),
        sources=sources(vintages) if fits else (_("Made with Career Navigator."),),
        fits=fits,
        language=language(),
        hours=hours(record) if fits else (),
        lower=lower(record, matches, {m.code for m in shown}, names) if fits else (),
    )


def titled(name: str, fits: bool) -> str:
    """The name of the page."""
    if fits:
        return _("{name}: my skills and next steps").format(name=name) if name else _("My skills and next steps")
    return _("{name}: my skills and work").format(name=name) if name else _("My skills and work")


def contact(record: Record) -> tuple[str, ...]:
    """How somebody can be reached, as far as the record says."""
    given = record.person.contact
    return tuple(t for t in (given.phone, given.email, town(record), given.web) if t)


def town(record: Record) -> str:
    """The town with its state, such as `Fresno, CA`, where both are known."""
    city, state = record.person.contact.city, record.person.state
    return f"{city}, {state}" if city and state and not re.search(rf"\b{re.escape(state)}\b", city) else city


def leveled(name: str, level: str) -> str:
    """A language with how well it is spoken."""
    return _("{language} ({level})").format(language=name, level=level) if level else name


def strengths(skills: tuple[Skill, ...], best: Sequence[str]) -> tuple[str, ...]:
    """The names of the skills that stand out. ``best``: which these are, worked out from more than is shared."""
    name = {s.id: s.name for s in skills}
    return tuple(name[s] for s in best)


def work_of(job: Experience, names: Names) -> Work:
    """One experience in words."""
    about = [job.employer, LENGTHS.get(job.length, ""), KINDS.get(job.kind or "", "")]
    did = tuple(names.did[a] for a in job.did if a in names.did) or job.details
    title = words.upper_first(job.title) or _("Life so far")
    return Work(title=title, about=", ".join(a for a in about if a), did=did[:MOST_DID])


def papers(record: Record, names: Names, today: str = "") -> list[str]:
    """Schooling, licences and other papers; each once."""
    schooling = record.wants.schooling
    found = [words.SCHOOLING[schooling]] if schooling and schooling != "none" else []
    found += [t for t in map(school_line, record.education) if t]
    held = {c.licence for c in record.credentials if c.licence}
    found += [names.licences.get(n, n) for n in record.wants.licences if n not in held]
    found += [paper_line(c, today) for c in record.credentials if c.name]
    return list({t.casefold(): words.upper_first(t) for t in reversed(found)}.values())[::-1]


def paper_line(paper: Credential, today: str = "") -> str:
    """A certificate with the day it runs out: one that did is never shown as if it still held."""
    if not paper.expires:
        return paper.name
    if today and expired(paper, today):
        return _("{paper} (ran out: {day})").format(paper=paper.name, day=partial_dates.said(paper.expires))
    return _("{paper} (until {day})").format(paper=paper.name, day=partial_dates.said(paper.expires))


def backed(record: Record, skills: tuple[Skill, ...]) -> list[str]:
    """What somebody saw, or what there is a paper of, in a few words each."""
    called = {s.id: s.name for s in skills}
    held = [(called.get(r.skill, ""), r.evidence) for r in record.ratings]
    held += [(e.title, e.evidence) for e in record.experience]
    held += [(e.study or e.school, e.evidence) for e in record.education]
    held += [(c.name, c.evidence) for c in record.claims]
    held += [(c.name, c.evidence) for c in record.credentials]
    return [said for name, pieces in held if name and (said := _stands(words.upper_first(name), pieces))]


def _stands(name: str, pieces: tuple[Evidence, ...]) -> str:
    """The strongest that stands behind one thing: a person who saw it, by name, before a paper."""
    seen = next((p for p in pieces if p.held == "seen"), None)
    if seen and seen.who:
        who = ", ".join(t for t in (seen.who, seen.role) if t)
        return _("{what} (seen by {who})").format(what=name, who=who)
    if seen:
        return _("{what} (somebody saw it)").format(what=name)
    return _("{what} (on paper)").format(what=name) if any(p.held == "paper" for p in pieces) else ""


def school_line(item: Education) -> str:
    """A school or course on half a line."""
    study = item.study or (words.SCHOOLING[item.level] if item.level and item.level != "none" else "")
    return (
        _("{study} at {school}").format(study=study, school=item.school)
        if study and item.school
        else study or item.school
    )


def hours(record: Record) -> tuple[str, ...]:
    """The hours that somebody asked for."""
    return tuple(hours_said(record.wants.hours))


def lower(record: Record, matches: Matches, on_page: set[str], names: Names) -> tuple[str, ...]:
    """Work that was done and is not among the ideas of the page: each with what is against it."""
    held = {worked_as(e, names.service) for e in record.experience}
    found = [m for m in matches.shown if m.code in held and m.code not in on_page]
    return tuple(
        _("{name}: {why}").format(
            name=m.name, why=words.lower_first(next(iter(reason_words.caps(m, names)), _(LESS_FIT)))
        )
        for m in found
    )


def sources(vintages: dict[str, str]) -> tuple[str, ...]:
    """Where the figures come from, with their years."""
    said = _(
        "Pay: U.S. Bureau of Labor Statistics, {wages}; minimum pay may have risen. Openings: {projections}. Occupations: {occupations}, USDOL/ETA, "
        "CC BY 4.0, modified; O*NET is a trademark of USDOL/ETA, which has not approved or tested this. "
        "Made with Career Navigator."
    )
    return (
        said.format(wages=vintages["wages"], projections=vintages["projections"], occupations=vintages["occupations"]),
    )
