"""Who gets what of a record: share profiles. What is left out is taken from the record before anything is made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from navigator.domain.errors import BadInput
from navigator.domain.match import Match, Matches
from navigator.domain.plan import Plan
from navigator.domain.record import Contact, Experience, Person, Rating, Record, Wants
from navigator.engine.validate import shown
from navigator.i18n import N_, _


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a record that can be handed over or left out. ``without`` gives the record without it."""

    id: str
    name: str
    without: Callable[[Record], Record]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Somebody a file can be for, and the parts that they get."""

    id: str
    name: str
    parts: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one file holds: for whom, and which parts."""

    profile: Profile
    parts: frozenset[str]

    @property
    def own(self) -> bool:
        """Whether it is for the worker alone: then nothing leaves their hands."""
        return self.profile.id == "worker"


def _person(change: Callable[[Person], Person]) -> Callable[[Record], Record]:
    return lambda record: replace(record, person=change(record.person))


def _wants(change: Callable[[Wants], Wants]) -> Callable[[Record], Record]:
    return lambda record: replace(record, wants=change(record.wants))


def _jobs(change: Callable[[Experience], Experience]) -> Callable[[Record], Record]:
    return lambda record: replace(record, experience=tuple(map(change, record.experience)))


def _not_inside(job: Experience) -> Experience:
    """Work inside, told as any other work: no place, no employer and no witness that would give it away."""
    return job if job.kind != "inside" else replace(job, kind=None, employer="", place="", evidence=())


def _only_good(record: Record) -> Record:
    """Skills without what somebody is less good at: no low marks, no "least", nothing that was offered and not picked."""
    least = {b.worst for b in record.best_worst}
    ratings = tuple(r for r in record.ratings if (r.level or 0) >= 2 and r.skill not in least)
    named = dict.fromkeys((*record.strongest, *(b.best for b in record.best_worst)))
    picked = tuple(s for s in named if s not in least)
    jobs = tuple(replace(j, asked=j.did) for j in record.experience)
    likings = tuple(x for x in record.likings if x.value > 0)
    return replace(record, ratings=ratings, strongest=picked, best_worst=(), experience=jobs, likings=likings)


def _no_skills(record: Record) -> Record:
    return replace(record, ratings=(), best_worst=(), strongest=(), claims=(), sector="")


def _no_evidence(record: Record) -> Record:
    """What somebody has, without who saw it and which paper stands behind it."""
    none: tuple[Rating, ...] = tuple(replace(r, evidence=()) for r in record.ratings)
    return replace(
        record,
        ratings=none,
        experience=tuple(replace(x, evidence=()) for x in record.experience),
        education=tuple(replace(x, evidence=()) for x in record.education),
        credentials=tuple(replace(x, evidence=()) for x in record.credentials),
        claims=tuple(replace(x, evidence=()) for x in record.claims),
    )


def _no_papers(record: Record) -> Record:
    return replace(record, credentials=(), documents=(), wants=replace(record.wants, licences=()))


def _bare(record: Record) -> Record:
    """Without the housekeeping: which questions were asked and when, and the record's own number."""
    return replace(record, id="", created="", route=None, progress=(), finished=False)


PARTS: tuple[Part, ...] = (
    Part(id="name", name=N_("your name"), without=_person(lambda p: replace(p, name=""))),
    Part(id="contact", name=N_("how to reach you"), without=_person(lambda p: replace(p, contact=Contact()))),
    Part(id="about", name=N_("the lines about you"), without=_person(lambda p: replace(p, about=""))),
    Part(id="place", name=N_("your state"), without=_person(lambda p: replace(p, state=""))),
    Part(id="work", name=N_("work you did"), without=lambda r: replace(r, experience=())),
    Part(id="inside", name=N_("that work was inside"), without=_jobs(_not_inside)),
    Part(id="skills", name=N_("your skills"), without=_no_skills),
    Part(id="limits", name=N_("what you are less good at"), without=_only_good),
    Part(id="knowledge", name=N_("what you know about"), without=lambda r: replace(r, knowledge=())),
    Part(id="likes", name=N_("what you like"), without=lambda r: replace(r, likings=())),
    Part(
        id="school",
        name=N_("schooling"),
        without=lambda r: replace(r, education=(), wants=replace(r.wants, schooling=None)),
    ),
    Part(id="credentials", name=N_("certificates, licenses and badges"), without=_no_papers),
    Part(id="languages", name=N_("languages"), without=lambda r: replace(r, languages=())),
    Part(id="evidence", name=N_("who saw it, and which papers you have"), without=_no_evidence),
    Part(id="ideas", name=N_("what fits, and next steps"), without=lambda r: r),
    Part(id="pay", name=N_("your last pay"), without=_person(lambda p: replace(p, last_pay=None))),
    Part(
        id="wants",
        name=N_("what you need and do not want of work"),
        without=_wants(lambda w: replace(w, pay_floor=None, hours=(), train_months=None, cannot=())),
    ),
    Part(id="search", name=N_("how your search goes"), without=_person(lambda p: replace(p, looked=""))),
    Part(id="dismissed", name=N_("work you turned down"), without=lambda r: replace(r, dismissed=())),
    Part(id="plan", name=N_("your plan"), without=lambda r: replace(r, plan=Plan())),
    Part(id="guide", name=N_("your answers to the guide"), without=lambda r: replace(r, guide=())),
    Part(id="needs", name=N_("help you want"), without=lambda r: replace(r, needs=())),
    Part(id="traces", name=N_("which questions were asked, and when"), without=_bare),
)
"""Every part, in the order of a record. What no profile names is left out for everybody but the worker."""

EVERYTHING = frozenset(p.id for p in PARTS)
_WORK = frozenset({"name", "place", "work", "skills", "knowledge", "school", "credentials", "languages"})

PROFILES: tuple[Profile, ...] = (
    Profile(id="worker", name=N_("yourself"), parts=EVERYTHING),
    Profile(id="counselor", name=N_("a counselor"), parts=EVERYTHING - {"traces"}),
    Profile(id="employer", name=N_("an employer"), parts=_WORK | {"contact", "about", "evidence"}),
    Profile(id="family", name=N_("family and friends"), parts=_WORK | {"likes", "ideas", "plan"}),
)

ALWAYS = frozenset({"name"})
"""What --only never takes away: a page of nobody helps nobody."""

GOES_WITH = {"work": frozenset({"place"}), "skills": frozenset[str](), "ideas": frozenset({"place"})}
"""Parts that another part needs to be understood."""


def share_of(profile: str = "worker", only: Iterable[str] = ()) -> Share:
    """A share profile by its name, narrowed to some parts. Raises BadInput."""
    found = next((p for p in PROFILES if p.id == profile), None)
    if found is None:
        said = _("There is no {name} here to make it for. Choose {names}.")
        raise BadInput(said.format(name=shown(profile), names=", ".join(p.id for p in PROFILES)))
    wanted = [w.strip().casefold() for w in only if w.strip()]
    if not wanted:
        return Share(profile=found, parts=found.parts)
    for name in wanted:
        _check(name, found)
    parts = frozenset(wanted) | ALWAYS | frozenset[str]().union(*(GOES_WITH.get(w, frozenset()) for w in wanted))
    if found.id in ("worker", "counselor"):  # shades of a chosen part, not parts of their own
        parts |= frozenset({"evidence", "inside", "limits"})
    else:
        parts |= frozenset({"evidence"})
    return Share(profile=found, parts=parts & found.parts)


def _check(name: str, profile: Profile) -> None:
    if name not in EVERYTHING:
        said = _("There is no part {name}. Parts: {names}.")
        raise BadInput(said.format(name=shown(name), names=", ".join(p.id for p in PARTS)))
    if name not in profile.parts:
        said = _("{who} does not get {part}, so it cannot be chosen here. Use --for worker or --for counselor for it.")
        raise BadInput(said.format(who=profile.id, part=name))


def shared(record: Record, share: Share) -> Record:
    """The record with only the parts that are shared. Nothing else of it goes on from here."""
    for part in PARTS:
        if part.id not in share.parts:
            record = part.without(record)
    return record


def told(matches: Matches, share: Share) -> Matches:
    """The ideas without the reasons that would tell what is left out. They are found with the whole record all the
    same: what a family sees should be what the worker sees."""
    if share.parts >= EVERYTHING - {"traces"}:
        return matches
    if "ideas" not in share.parts:
        return Matches(shown=(), elsewhere=(), clear=True)
    silent = {p for p, part in _TELLS.items() if part not in share.parts}
    return replace(
        matches,
        shown=tuple(_told(m, silent) for m in matches.shown),
        elsewhere=tuple(_told(m, silent) for m in matches.elsewhere),
    )


_TELLS = {
    "pay": "wants", "training": "wants", "cannot": "wants", "hours": "wants", "times": "wants", "years": "wants", "skills": "skills", "knowledge": "knowledge",
    "interests": "likes", "history": "work", "alike": "work", "activities": "work", "fields": "work", "groups": "work", "zone": "work",
    "licence": "credentials", "licences": "credentials", "schooling": "school",
    "free_time": "work", "unpaid": "work",
}  # fmt: skip
"""Which part of the record a kind of reason tells about."""


def _told(match: Match, silent: set[str]) -> Match:
    return replace(match, reasons=tuple(r for r in match.reasons if r.part not in silent))
