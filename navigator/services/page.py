"""The page to take home: what the record says and what fits, gathered for the formats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from navigator.catalogue.store import Catalogue
from navigator.domain.match import Matches
from navigator.domain.occupation import NATION
from navigator.domain.record import Record
from navigator.engine.last_pay import comparable
from navigator.engine.oddities import in_force
from navigator.engine.standing import strongest
from navigator.engine.typo import mended_title
from navigator.formats import page as pages
from navigator.formats import words
from navigator.formats.chosen import on_page, unspoken
from navigator.formats.english import runs
from navigator.formats.idea import Idea
from navigator.formats.page import Page, page_of
from navigator.formats.words import Names
from navigator.i18n import ENGLISH, N_, _, language
from navigator.services.match import Matcher
from navigator.services.own_way import own_steps
from navigator.services.pay_words import pay_doubt
from navigator.services.share import Share, share_of, shared, told

ONLY_ENGLISH = N_("Work that is told in English here is not translated yet.")


def only_english(catalogue: Catalogue, codes: Iterable[str]) -> tuple[str, ...]:
    """A sentence for a list in which some work is told in English although another language is spoken; else nothing."""
    return (_(ONLY_ENGLISH),) if any(catalogue.untranslated(code) for code in codes) else ()


def marked(catalogue: Catalogue, idea: Idea) -> Idea:
    """An idea that is told in English although another language is spoken, with a mark on its own name."""
    if not catalogue.untranslated(idea.code):
        return idea
    return replace(idea, name=_("{name} (told in English)").format(name=idea.name))


LOOKED_AT = 10
"""Occupations that stand for what somebody does, where no job of theirs has a code."""


def names_of(catalogue: Catalogue, record: Record | None = None) -> Names:
    """What ids are called on screen; with the statements that the person of this record agreed to."""
    framework = catalogue.framework
    yes = {x.statement for x in record.likings if x.value > 0} if record else set()
    picked = record is None or any(e.fields for e in record.experience)
    return Names(
        did={a.id: a.did for a in framework.activities},
        do={a.id: a.do for a in framework.activities},
        skills={s.id: s.name for s in framework.skills},
        knowledge={k.id: k.name for k in framework.knowledge},
        interests={i.id: i.name for i in framework.interests},
        occupations=catalogue.names,
        licences=catalogue.licences,
        cannot={c.id: c.text for c in catalogue.matching.cannot},
        agreed=tuple(s for s in framework.statements if s.id in yes),
        fields={f.id: f.name for f in catalogue.pathways.fields} if picked else {},
        groups={g.id: g.name for g in framework.groups},
        service=framework.service,
        everyday=frozenset(catalogue.pathways.everyday),
        work_up=catalogue.pathways.work_up,
        untold=frozenset(filter(catalogue.untranslated, catalogue.names)),
    )


def page(catalogue: Catalogue, record: Record, made: date, share: Share | None = None) -> Page:
    """The page of one record as of a day, for the worker or for whom it is shared with."""
    share = share or share_of()
    matcher = Matcher(catalogue=catalogue, record=in_force(record, made.isoformat()))
    fits = "ideas" in share.parts
    found = spoken(matcher.matches(), matcher.record) if fits else Matches(shown=(), elsewhere=(), clear=True)
    matches = told(found, share)
    named = {m.code for m in (*matches.shown, *matches.elsewhere)}
    kept = shared(record, share)
    if share.profile.id == "employer":
        kept = in_force(kept, made.isoformat())
    kept = with_mended_titles(catalogue, kept)
    occupations, names = {code: catalogue.occupation(code) for code in named}, names_of(catalogue, kept)
    last = comparable(matcher.record.person.last_pay, catalogue.matching)
    made_page = page_of(
        kept,
        matches,
        occupations,
        catalogue.framework.skills,
        names,
        catalogue.areas.get(kept.person.state, catalogue.areas[NATION] if fits else ""),
        comparable(kept.person.last_pay, catalogue.matching),
        catalogue.vintages,
        words.day(made),
        fits=fits,
        best=best_skills(matcher, share),
        today=made.isoformat(),
        whole=matcher.record,
        taken=on_page(found.shown, matcher.record, occupations, names, last),
        step_to=own_steps(catalogue, in_force(kept, made.isoformat())) if fits else lambda code: None,
    )
    shown = (*made_page.ideas, *made_page.more, *made_page.elsewhere)
    ideas, more, elsewhere = (
        tuple(marked(catalogue, i) for i in some) for some in (made_page.ideas, made_page.more, made_page.elsewhere)
    )
    sources = (*only_english(catalogue, (i.code for i in shown)), *made_page.sources)
    made_page = replace(made_page, ideas=ideas, more=more, elsewhere=elsewhere, sources=sources)
    doubt = pay_doubt(kept, catalogue.matching, paper=True) if fits else ""
    unasked = pages.unasked_of(record) if fits and matches.shown and "wants" in share.parts else ""
    return replace(
        made_page,
        unclear=" ".join(filter(None, (made_page.unclear, doubt))),
        unasked=unasked,
        english=in_english(catalogue, named | {e.code for e in kept.experience if e.code}),
    )


def spoken(matches: Matches, record: Record) -> Matches:
    """The matches without work made of another language that nothing in the whole record tells of: what is shared may tell
    less. Where that leaves none they stay."""
    shown, elsewhere = ([m for m in some if not unspoken(m, record)] for some in (matches.shown, matches.elsewhere))
    return replace(matches, shown=tuple(shown) or matches.shown, elsewhere=tuple(elsewhere))


def in_english(catalogue: Catalogue, codes: Iterable[str]) -> tuple[str, ...]:
    """What stands on a page in English although another language is spoken: all that is told of work which is not
    translated, and titles to look for in postings."""
    if language() == ENGLISH:
        return ()
    found: list[str] = []
    for code in sorted(c for c in codes if catalogue.has(c)):
        profile, untold = catalogue.occupation(code).profile, catalogue.untranslated(code)
        found += runs(profile.in_postings) if untold or profile.posted_as else []
        if untold:
            whys = (s.why for s in profile.next_steps)
            found += [catalogue.names[code], profile.what_you_do, *(w.how for w in profile.ways_in), *whys]
    return tuple(dict.fromkeys(found))


def best_skills(matcher: Matcher, share: Share | None = None) -> tuple[str, ...]:
    """The strongest skills of the whole record, so that page, resume and screen name the same; none where no skills are
    shared. What is shared of a record lacks the low marks that tell what stands out."""
    if share is not None and "skills" not in share.parts:
        return ()
    skills = tuple(s.id for s in matcher.catalogue.framework.skills)
    return tuple(strongest(matcher.record, skills, support(matcher)))


def support(matcher: Matcher) -> dict[str, float]:
    """How much each skill is asked by the work somebody did; by what fits them best where no job has a code."""
    column = matcher.fit.tables.column
    held = [column[c] for c in matcher.standing.known_work if c in column]
    if not held and matcher.standing.answers:
        held = [column[code] for code, _ in matcher.ranking[:LOOKED_AT]]
    if not held:
        return {}
    return {skill: sum(row[n] for n in held) / len(held) for skill, row in matcher.fit.skills.items()}


def with_mended_titles(catalogue: Catalogue, record: Record) -> Record:
    """The record with slips of the pen in job titles put right, where the occupation that was agreed on shows what was
    meant. The words themselves stay the person's own, and the record on disk stays as it is."""
    record = with_own_first(catalogue, record)
    jobs = []
    for job in record.experience:
        if job.title and job.code and catalogue.has(job.code):
            occupation = catalogue.occupation(job.code)
            known = (occupation.name, occupation.title, *occupation.profile.also_called)
            jobs.append(replace(job, title=mended_title(job.title, known, lambda: catalogue.title_words)))
        else:
            jobs.append(job)
    return replace(record, experience=tuple(jobs))


def with_own_first(catalogue: Catalogue, record: Record) -> Record:
    """The record with what was ticked apart from any job, as on a worksheet, in the order in which it is part of the work
    that was held: a resume has room for the first of it only."""
    held = [catalogue.occupation(e.code) for e in record.experience if e.code and catalogue.has(e.code)]

    def part_of(activity: str) -> float:
        return sum(o.activities.get(activity, 0) / sum(o.activities.values()) for o in held if o.activities)

    jobs = (e if e.code else replace(e, did=tuple(sorted(e.did, key=lambda a: -part_of(a)))) for e in record.experience)
    return replace(record, experience=tuple(jobs)) if held else record
