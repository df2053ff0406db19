"""The eight areas that an individual employment plan looks at: what the record says of each, and what people must decide."""

from __future__ import annotations

from collections.abc import Iterable

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Record
from navigator.engine import wording
from navigator.formats import page as pages
from navigator.formats import words
from navigator.formats.plan_page import Area, Blank
from navigator.services.match import Matcher
from navigator.services.page import names_of
from navigator.services.resources import Directory, need_questions

BASIC = ("reading", "writing", "numbers", "computers")
EMPLOYABILITY = (
    "dependability",
    "teamwork",
    "listening",
    "speaking",
    "adapting",
    "planning",
    "problem-solving",
    "learning",
)
"""Skills of the framework that belong to two of the areas; one that a center took out is left out."""

HEAD = (Blank(label="Program and participant number"), Blank(label="Career navigator and center"))
NOTHING = "Nothing was said about this yet."
TOLD = (
    ("your last pay", "the last pay"),
    ("You need this:", "Needed:"),
    ("than you said you need", "than the worker needs"),
    ("more than you said", "more than the worker said"),
    ("what you ruled out", "what the worker ruled out"),
    ("the work you have done", "the work done so far"),
)
LEVELS = {1: "a little", 2: "some", 3: "a lot", None: "not sure"}


def areas(catalogue: Catalogue, record: Record, directory: Directory) -> tuple[Area, ...]:
    """The eight areas in the usual order."""
    found = (
        _basic(catalogue, record),
        _occupational(catalogue, record),
        _history(catalogue, record),
        _employability(catalogue, record),
        _interests(catalogue, record),
        _aptitudes(catalogue, record),
        _support(directory),
        _developmental(catalogue, record),
    )
    return tuple(_numbered(n, a) for n, a in enumerate(found, start=1))


def told(text: str) -> str:
    """A text that speaks to the worker, as one that speaks of them."""
    for ours, theirs in TOLD:
        text = text.replace(ours, theirs)
    return text


def _numbered(number: int, area: Area) -> Area:
    known = area.known or (() if area.boxes else (NOTHING,))
    return Area(name=f"{number}. {area.name}", known=known, boxes=area.boxes, blanks=area.blanks)


def _blanks(*labels: str) -> tuple[Blank, ...]:
    return tuple(Blank(label=label) for label in labels)


def _rated(catalogue: Catalogue, record: Record, wanted: Iterable[str]) -> tuple[str, ...]:
    """What somebody said of some skills, on one line."""
    names = {s.id: s.name for s in catalogue.framework.skills}
    level = {r.skill: LEVELS.get(r.level, "not sure") for r in record.ratings}
    said = [f"{words.lower_first(names[s])} ({level[s]})" for s in wanted if s in names and s in level]
    return (f"In their own view: {', '.join(said)}.",) if said else ()


def _basic(catalogue: Catalogue, record: Record) -> Area:
    schooling = record.wants.schooling
    said = (f"Schooling: {words.SCHOOLING[schooling]}.",) if schooling else ()
    return Area(
        name="Basic skills",
        known=(*said, *_rated(catalogue, record, BASIC)),
        blanks=_blanks("Reading and math test: name, day, result", "Classes in reading, math or English needed?"),
    )


def _occupational(catalogue: Catalogue, record: Record) -> Area:
    names = names_of(catalogue)
    did = list(dict.fromkeys(names.did[a] for e in record.experience for a in e.did if a in names.did))[:8]
    knows = [names.knowledge[k] for k in record.knowledge if k in names.knowledge]
    papers = [names.licences.get(n, n) for n in record.wants.licences]
    known = (
        f"Has done: {'; '.join(map(words.lower_first, did))}." if did else "",
        f"Knows about: {'; '.join(map(words.lower_first, knows))}." if knows else "",
        f"Licenses and certificates: {'; '.join(papers)}." if papers else "",
    )
    return Area(
        name="Occupational skills", known=tuple(k for k in known if k), blanks=_blanks("Licenses seen, and valid until")
    )


def _history(catalogue: Catalogue, record: Record) -> Area:
    names = names_of(catalogue)
    jobs = []
    for job in record.experience:
        work = pages.work_of(job, names)
        known = f" [{job.code}]" if job.code in catalogue.names else ""
        jobs.append(f"{work.title}{known}{', ' + work.about if work.about else ''}.")
    pay = words.money(record.person.last_pay)
    return Area(
        name="Work history",
        known=(*jobs, *([f"Last pay: {pay}."] if pay else [])),
        blanks=_blanks("Months and years of each job", "Why the last job ended, if the worker wants to say"),
    )


def _employability(catalogue: Catalogue, record: Record) -> Area:
    wants = record.wants
    hours = [c.text for c in wording.HOURS if c.id in wants.hours]
    train = next(
        (c.text for c in wording.TRAIN if wants.train_months is not None and c.id == f"{wants.train_months:g}"), ""
    )
    least = words.money(wants.pay_floor)
    cannot = [c.text for c in catalogue.matching.cannot if c.id in wants.cannot]
    known = (
        f"Hours: {', '.join(map(words.lower_first, hours))}." if hours else "",
        f"Least pay: {least}." if least else "",
        f"Time to train: {words.lower_first(train)}." if train else "",
        f"Stays away from: {', '.join(map(words.lower_first, cannot))}." if cannot else "",
    )
    return Area(
        name="Employability",
        known=(*_rated(catalogue, record, EMPLOYABILITY), *(k for k in known if k)),
        blanks=_blanks("Help needed with resume, interview, job search"),
    )


def _interests(catalogue: Catalogue, record: Record) -> Area:
    text = {s.id: s.text for s in catalogue.framework.statements}
    like = [text[x.statement] for x in record.likings if x.value > 0 and x.statement in text]
    unlike = [text[x.statement] for x in record.likings if x.value < 0 and x.statement in text]
    shown = [m.name for m in Matcher(catalogue=catalogue, record=record).matches().shown[:5]]
    known = (
        f"Like me: {'; '.join(map(words.lower_first, _bare(like)))}." if like else "",
        f"Not like me: {'; '.join(map(words.lower_first, _bare(unlike)))}." if unlike else "",
        f"Work that the answers fit best now: {', '.join(map(words.lower_first, shown))}." if shown else "",
    )
    return Area(
        name="Interests", known=tuple(k for k in known if k), blanks=_blanks("What the worker would like to try")
    )


def _bare(texts: Iterable[str]) -> list[str]:
    return [t.rstrip(".") for t in texts]


def _aptitudes(catalogue: Catalogue, record: Record) -> Area:
    best = pages.strengths(record, catalogue.framework.skills)
    known = (f"Strongest, in their own view: {', '.join(map(words.lower_first, best))}.",) if best else ()
    return Area(name="Aptitudes", known=known, blanks=_blanks("Tests, work samples or trial work: day and result"))


def _support(directory: Directory) -> Area:
    """Needs are for the worker to tell: nothing is filled in, whatever the record holds."""
    boxes = tuple(c.text for q in need_questions(directory.catalogue) for c in q.choices)
    return Area(
        name="Supportive-service needs (the worker chooses what to tell)",
        known=(),
        boxes=boxes,
        blanks=_blanks("Agreed help, who gives it, from when"),
    )


def _developmental(catalogue: Catalogue, record: Record) -> Area:
    matcher, names = Matcher(catalogue=catalogue, record=record), names_of(catalogue)
    known = []
    for code in dict.fromkeys(g.code for g in record.plan.goals if g.code and catalogue.has(g.code)):
        match = matcher.match(code)
        caps = [words.lower_first(told(t.rstrip("."))) for t in words.caps(match, names)]
        needs = [words.lower_first(t.rstrip(".")) for t in words.gaps(match, names, "need", 2)]
        missing = [*caps, *(f"it also asks to {t}" for t in needs)]
        said = "; ".join(missing) if missing else "nothing that was said stands in the way"
        known.append(f"For {words.lower_first(match.name)}: {said}.")
    return Area(
        name="Developmental needs",
        known=tuple(known),
        blanks=_blanks("Training or classes agreed", "Provider and program, from the state's list", "Who pays"),
    )
