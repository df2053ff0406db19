"""The eight areas that an individual employment plan looks at: what the record says of each, and what people must decide."""

from __future__ import annotations

from collections.abc import Iterable

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Record
from navigator.engine import partial_dates, wording
from navigator.engine.standing import worked_as
from navigator.formats import page as pages
from navigator.formats import reason_words, words
from navigator.formats.plan_page import Area, Blank
from navigator.i18n import N_, _
from navigator.services.match import Matcher
from navigator.services.needs import need_questions
from navigator.services.page import best_skills, names_of
from navigator.services.resources import Directory

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

HEAD = (N_("Program and participant number"), N_("Career navigator and center"))
NOTHING = N_("Nothing was said about this yet.")
TOLD = (
    (N_("your last pay"), N_("the last pay")),
    (N_("You need this:"), N_("Needed:")),
    (N_("than you said you need"), N_("than the worker needs")),
    (N_("more than you said"), N_("more than the worker said")),
    (N_("what you ruled out"), N_("what the worker ruled out")),
    (N_("the work you have done"), N_("the work done so far")),
    (N_("You did this without pay."), N_("The worker did this without pay.")),
    (N_("You did things like this without pay."), N_("The worker did things like this without pay.")),
    (N_("You asked for"), N_("The worker asked for")),
    (N_("you need."), N_("the worker needs.")),
)
"""Parts of the sentences of `formats/words.py` and `goal_check.py`, word for word as they stand there, also in a translation."""

APPLY = N_("Apply where it suits me. The usual way in: {how}")
"""A step that this program writes into a plan. Our words about ways in speak to the worker."""
APPLY_TOLD = N_("Apply where it suits me. The usual way in, as it was told to the worker: “{how}”")
RISE = N_("Find out what comes first to move up to this, and ask for tasks that lead there. The usual way in: {how}")
RISE_TOLD = N_(
    "Find out what comes first to move up to this, and ask for tasks that lead there. The usual way in, as it was told to "
    "the worker: “{how}”"
)
"""The same, where one works up to it for a year or more."""

LEVELS = {1: N_("a little"), 2: N_("some"), 3: N_("a lot"), None: N_("not sure")}


def areas(catalogue: Catalogue, record: Record, directory: Directory) -> tuple[Area, ...]:
    """The eight areas in the usual order."""
    found = (
        _basic(catalogue, record),
        _occupational(catalogue, record, directory.today.isoformat()),
        _history(catalogue, record),
        _employability(catalogue, record),
        _interests(catalogue, record),
        _aptitudes(catalogue, record),
        _support(directory),
        _developmental(catalogue, record),
    )
    return tuple(_numbered(n, a) for n, a in enumerate(found, start=1))


def told(text: str) -> str:
    """A text that speaks to the worker, as one that speaks of them, in the language spoken."""
    for ours, theirs in TOLD:
        text = text.replace(_(ours), _(theirs))
    return text


def told_step(what: str) -> str:
    """A step as the form shows it: the worker's own words stay; ours, which speak to the worker, are a quotation."""
    for own, quoted in ((APPLY, APPLY_TOLD), (RISE, RISE_TOLD)):
        ours, _how, end = _(own).partition("{how}")
        if what.startswith(ours) and what.endswith(end):
            return _(quoted).format(how=what.removeprefix(ours))
    return what


def _numbered(number: int, area: Area) -> Area:
    known = area.known or (() if area.boxes else (_(NOTHING),))
    return Area(name=f"{number}. {area.name}", known=known, boxes=area.boxes, blanks=area.blanks)


def blanks(*labels: str) -> tuple[Blank, ...]:
    """Lines for a human to fill in; the labels are marked for translators where they stand."""
    return tuple(Blank(label=_(label)) for label in labels)


def _rated(catalogue: Catalogue, record: Record, wanted: Iterable[str]) -> tuple[str, ...]:
    """What somebody said of some skills, on one line."""
    names = {s.id: s.name for s in catalogue.framework.skills}
    level = {r.skill: _(LEVELS.get(r.level, LEVELS[None])) for r in record.ratings}
    said = [f"{words.lower_first(names[s])} ({level[s]})" for s in wanted if s in names and s in level]
    return (_("In their own view: {skills}.").format(skills=", ".join(said)),) if said else ()


def _basic(catalogue: Catalogue, record: Record) -> Area:
    schooling = record.wants.schooling
    said = [_("Schooling: {schooling}.").format(schooling=words.SCHOOLING[schooling])] if schooling else []
    schools = [t for t in map(pages.school_line, record.education) if t]
    spoken = [pages.leveled(x.name, x.level) for x in record.languages if x.name]
    said += [_("Schools and courses: {schools}.").format(schools="; ".join(schools))] if schools else []
    said += [_("Languages: {languages}.").format(languages="; ".join(spoken))] if spoken else []
    return Area(
        name=_("Basic skills"),
        known=(*said, *_rated(catalogue, record, BASIC)),
        blanks=blanks(
            N_("Reading and math test: name, day, result"), N_("Classes in reading, math or English needed?")
        ),
    )


def _occupational(catalogue: Catalogue, record: Record, today: str) -> Area:
    names = names_of(catalogue)
    did = list(dict.fromkeys(names.did[a] for e in record.experience for a in e.did if a in names.did))[:8]
    knows = [names.knowledge[k] for k in record.knowledge if k in names.knowledge]
    held = {c.licence for c in record.credentials}
    papers = [pages.paper_line(c, today) for c in record.credentials if c.name]
    papers += [names.licences.get(n, n) for n in record.wants.licences if n not in held]
    own = [c.name for c in record.claims if c.name]
    stands = pages.backed(record, catalogue.framework.skills)
    known = (
        _("Has done: {activities}.").format(activities="; ".join(map(words.lower_first, did))) if did else "",
        _("Knows about: {areas}.").format(areas="; ".join(map(words.lower_first, knows))) if knows else "",
        _("Licenses and certificates: {papers}.").format(papers="; ".join(papers)) if papers else "",
        _("In their own words: {skills}.").format(skills="; ".join(own)) if own else "",
        _("Seen by others, or on paper: {things}.").format(things="; ".join(stands)) if stands else "",
    )
    return Area(
        name=_("Occupational skills"),
        known=tuple(k for k in known if k),
        blanks=blanks(N_("Licenses seen, and valid until")),
    )


def _history(catalogue: Catalogue, record: Record) -> Area:
    names = names_of(catalogue)
    jobs = []
    for job in record.experience:
        work = pages.work_of(job, names)
        done = worked_as(job, names.service)
        known = f" [{done}]" if done in catalogue.names else ""
        said = (f"{work.title}{known}", work.about, partial_dates.span(job.start, job.end))
        jobs.append(f"{', '.join(filter(None, said))}.")
    dated = bool(record.experience) and all(j.start and j.end for j in record.experience)
    undated = () if dated else (N_("Months and years of each job"),)
    pay = words.money(record.person.last_pay)
    return Area(
        name=_("Work history"),
        known=(*jobs, *([_("Last pay: {pay}.").format(pay=pay)] if pay else [])),
        blanks=blanks(*undated, N_("Why the last job ended, if the worker wants to say")),
    )


def _employability(catalogue: Catalogue, record: Record) -> Area:
    wants = record.wants
    hours = [_(c.text) for c in wording.HOURS if c.id in wants.hours]
    train = next(
        (_(c.text) for c in wording.TRAIN if wants.train_months is not None and c.id == f"{wants.train_months:g}"), ""
    )
    least = words.money(wants.pay_floor)
    cannot = [c.text for c in catalogue.matching.cannot if c.id in wants.cannot]
    known = (
        _("Hours: {hours}.").format(hours=", ".join(map(words.lower_first, hours))) if hours else "",
        _("Least pay: {pay}.").format(pay=least) if least else "",
        _("Time to train: {time}.").format(time=words.lower_first(train)) if train else "",
        _("Stays away from: {things}.").format(things=", ".join(map(words.lower_first, cannot))) if cannot else "",
    )
    return Area(
        name=_("Employability"),
        known=(*_rated(catalogue, record, EMPLOYABILITY), *(k for k in known if k)),
        blanks=blanks(N_("Help needed with resume, interview, job search")),
    )


def _interests(catalogue: Catalogue, record: Record) -> Area:
    text = {s.id: s.text for s in catalogue.framework.statements}
    like = [text[x.statement] for x in record.likings if x.value > 0 and x.statement in text]
    unlike = [text[x.statement] for x in record.likings if x.value < 0 and x.statement in text]
    shown = [m.name for m in Matcher(catalogue=catalogue, record=record).matches().shown[:5]]
    known = (
        _("Like me: {statements}.").format(statements="; ".join(map(words.lower_first, _bare(like)))) if like else "",
        _("Not like me: {statements}.").format(statements="; ".join(map(words.lower_first, _bare(unlike))))
        if unlike
        else "",
        _("Work that the answers fit best now: {work}.").format(work="; ".join(map(words.lower_first, shown)))
        if shown
        else "",
    )
    return Area(
        name=_("Interests"), known=tuple(k for k in known if k), blanks=blanks(N_("What the worker would like to try"))
    )


def _bare(texts: Iterable[str]) -> list[str]:
    return [t.rstrip(".") for t in texts]


def _aptitudes(catalogue: Catalogue, record: Record) -> Area:
    strongest = best_skills(Matcher(catalogue=catalogue, record=record))
    best = pages.strengths(catalogue.framework.skills, strongest)
    known = (
        (_("Strongest, in their own view: {skills}.").format(skills=", ".join(map(words.lower_first, best))),)
        if best
        else ()
    )
    return Area(
        name=_("Aptitudes"), known=known, blanks=blanks(N_("Tests, work samples or trial work: day and result"))
    )


def _support(directory: Directory) -> Area:
    """Needs are for the worker to tell: nothing is filled in, whatever the record holds."""
    boxes = tuple(c.text for q in need_questions(directory.catalogue) for c in q.choices)
    return Area(
        name=_("Supportive-service needs (the worker chooses what to tell)"),
        known=(),
        boxes=boxes,
        blanks=blanks(N_("Agreed help, who gives it, from when")),
    )


def _to_learn(record: Record) -> list[str]:
    """What the plan itself says is still to be learned: the course of a goal, and skills one by one; no errands on the way."""
    left = [a for a in record.plan.actions if a.open]
    courses = [g.text for g in record.plan.goals if g.kind == "learning" and any(a.goal == g.id for a in left)]
    skills = {g.id for g in record.plan.goals if g.kind == "skills"}
    return [words.lower_first(t.rstrip(".")) for t in (*courses, *(a.what for a in left if a.goal in skills))]


def _developmental(catalogue: Catalogue, record: Record) -> Area:
    matcher, names = Matcher(catalogue=catalogue, record=record), names_of(catalogue)
    learn = _to_learn(record)
    known = [_("To learn, as the plan says: {things}.").format(things="; ".join(learn))] if learn else []
    for code in dict.fromkeys(g.code for g in record.plan.goals if g.code and catalogue.has(g.code)):
        match = matcher.match(code)
        caps = [words.lower_first(told(t.rstrip("."))) for t in reason_words.caps(match, names)]
        needs = [words.lower_first(t.rstrip(".")) for t in reason_words.gaps(match, names, "need", 2)]
        missing = [*caps, *(_("it also asks to {activity}").format(activity=t) for t in needs)]
        if learn and not missing:
            continue
        said = "; ".join(missing) if missing else _("nothing that was said stands in the way")
        known.append(_("For {work}: {things}.").format(work=words.lower_first(match.name), things=said))
    return Area(
        name=_("Developmental needs"),
        known=tuple(known),
        blanks=blanks(
            N_("Training or classes agreed"), N_("Provider and program, from the state's list"), N_("Who pays")
        ),
    )
