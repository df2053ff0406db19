"""The page to take home, as words in their order: what every format of the summary shows."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.domain.framework import Skill
from navigator.domain.match import Match, Matches
from navigator.domain.occupation import Occupation, WayIn
from navigator.domain.record import Experience, Record
from navigator.engine.bands import best_way
from navigator.formats import words
from navigator.formats.words import Names

FULL_MATCHES = 3
"""Matches told in full; the rest of the page's matches have a line each."""

SHORT_MATCHES = 4
MOST_STRENGTHS = 5
MOST_DID = 5
MOST_KNOWN = 6

LENGTHS = {
    "weeks": "a few weeks",
    "months": "some months",
    "year": "about a year",
    "years": "two to five years",
    "long": "more than five years",
}
KINDS = {
    "home": "at home",
    "volunteer": "as a volunteer",
    "side": "side work",
    "service": "in service",
}
"""How unpaid and other work is named on the page. Work inside is not: that is for the worker to tell, or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One piece of work done: its name, how long and of what kind, and what was done there."""

    title: str
    about: str
    did: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One match in words."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything on the page, ready to be laid out."""

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
    steps: tuple[str, ...]
    proper_use: str
    sources: tuple[str, ...]


UNCLEAR = {
    "few": "There are only a few answers so far, so we do not guess yet. Go on with the questions to see what fits.",
    "low": "Nothing stands out clearly yet. These are first ideas. More answers about what you have done would help most.",
}

FLAT = "You gave all skills much the same mark, so those marks are left out. What you did, and any picks of best, count instead."


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
) -> Page:
    """The page of one record. ``occupations`` holds those that the matches name."""

    def idea(match: Match) -> Idea:
        state, train = record.person.state, record.wants.train_months
        return idea_of(match, occupations[match.code], names, state, last_per_hour, train)

    ideas = [idea(m) for m in worth_paper(matches.shown, last_per_hour)[: FULL_MATCHES + SHORT_MATCHES]]
    name = record.person.name
    return Page(
        title=f"{name}: my skills and next steps" if name else "My skills and next steps",
        made=made,
        place=area_name,
        strengths=tuple(strengths(record, skills)),
        work=tuple(work_of(e, names) for e in record.experience),
        knows=tuple(names.knowledge[k] for k in record.knowledge if k in names.knowledge)[:MOST_KNOWN],
        papers=tuple(papers(record, names)),
        ideas=tuple(ideas[:FULL_MATCHES]),
        more=tuple(ideas[FULL_MATCHES:]),
        elsewhere=tuple(idea(m) for m in matches.elsewhere),
        unclear=UNCLEAR.get(matches.unclear_because, "") or (FLAT if matches.flat else ""),
        steps=tuple(steps(record, ideas, matches)),
        proper_use=words.PROPER_USE,
        sources=sources(vintages),
    )


def worth_paper(shown: tuple[Match, ...], last_per_hour: float | None) -> list[Match]:
    """What goes on the page: no stretch that also pays less than the last job, while there is anything better."""

    def poor(match: Match) -> bool:
        typical = match.wages.typical.per_hour if match.wages else None
        less = last_per_hour is not None and typical is not None and typical < last_per_hour
        return match.band == "stretch" and less

    return [m for m in shown if not poor(m)] or list(shown)


def strengths(record: Record, skills: tuple[Skill, ...]) -> list[str]:
    """The skills that stand out: picked as best, or rated "a lot", in the framework's order; then those rated "some"."""
    name = {s.id: s.name for s in skills}
    rated = {r.skill: r.level for r in record.ratings}
    best = [b.best for b in record.best_worst] + list(record.strongest)
    high = [s for s in name if s in best or rated.get(s) == 3]
    some = [s for s in name if rated.get(s) == 2 and s not in high]
    return [name[s] for s in (*high, *some)][:MOST_STRENGTHS]


def work_of(job: Experience, names: Names) -> Work:
    """One experience in words."""
    title = job.title or "Life so far"
    about = [LENGTHS.get(job.length, ""), KINDS.get(job.kind or "", "")]
    did = tuple(names.did[a] for a in job.did if a in names.did)
    return Work(title=title[:1].upper() + title[1:], about=", ".join(a for a in about if a), did=did[:MOST_DID])


def papers(record: Record, names: Names) -> list[str]:
    """Schooling and licences."""
    schooling = record.wants.schooling
    found = [words.SCHOOLING[schooling]] if schooling and schooling != "none" else []
    return [t[:1].upper() + t[1:] for t in (*found, *(names.licences.get(n, n) for n in record.wants.licences))]


def idea_of(
    match: Match,
    occupation: Occupation,
    names: Names,
    state: str,
    last_per_hour: float | None,
    train_months: float | None,
) -> Idea:
    """One match in words; the way in is the one that suits the time the person could train."""
    way = best_way(occupation, train_months)
    missing = [*words.caps(match, names), *(f"It also asks you to {g}." for g in words.gaps(match, names, "need", 1))]
    return Idea(
        name=match.name,
        code=match.code,
        band=words.BANDS[match.band],
        what=occupation.profile.what_you_do,
        pay=words.pay_here(match.wages, state),
        pay_short=words.pay_short(match.wages, last_per_hour),
        against_last=words.against_last(match.wages, last_per_hour),
        outlook=words.outlook(match.projection),
        ways_in=words.way_in(way) if way else "",
        why=tuple(words.whys(match, names)),
        missing=tuple(missing[:2]),
        first_step=first_step(match, occupation, way, names),
    )


def first_step(match: Match, occupation: Occupation, way: WayIn | None, names: Names) -> str:
    """One small thing to do about a match."""
    caps = {r.part: r.about for r in match.reasons if r.kind == "cap"}
    if "licence" in caps or "schooling" in caps:
        asked = words.ASKS[way.asks] if way and way.asks != "none" else "training"
        return f"Ask a career navigator where you can get the {asked} near you, and who helps to pay."
    called = occupation.profile.also_called[:3] or (match.name,)
    return f"Look for postings that say: {', '.join(called)}."


def steps(record: Record, ideas: list[Idea], matches: Matches) -> list[str]:
    """What to do next: few, concrete, and possible this week."""
    if not ideas:
        return ["Type 'navigator' and choose to go on, or to change or add an answer. More answers make a better page."]
    found = [f"{ideas[0].name}: {words.lower_first(ideas[0].first_step)}"]
    paid_more = [i for i in ideas[1:] if "more than your last pay" in i.against_last and i.first_step]
    if paid_more:
        found.append(f"{paid_more[0].name}: {words.lower_first(paid_more[0].first_step)}")
    found.append("Talk to somebody who does one of these jobs. Ask what a normal day is like.")
    found.append("Take this page to an American Job Center (free help near you; dial 211 to find one).")
    return found


def sources(vintages: dict[str, str]) -> tuple[str, ...]:
    """Where the figures come from, with their years."""
    return (
        f"Pay: U.S. Bureau of Labor Statistics, {vintages['wages']}. Openings: {vintages['projections']}. "
        f"Occupations: {vintages['occupations']}, USDOL/ETA, CC BY 4.0, modified; O*NET is a trademark of USDOL/ETA, "
        "which has not approved or tested this. Made with Career Navigator.",
    )
