"""Which questions a route asks, given what is already in the record. Pure: the same record gives the same questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from navigator.domain.framework import Framework, Skill
from navigator.domain.question import Choice, Question
from navigator.domain.record import Experience, Record, Route
from navigator.engine import wording
from navigator.engine.at_home import at_home, was_at_home
from navigator.engine.inside import told_inside
from navigator.engine.life_words import is_service_alone
from navigator.engine.standing import is_flat
from navigator.i18n import _, changed

if TYPE_CHECKING:
    from navigator.domain.pathway import Field

ROUTES: tuple[Route, ...] = ("quick", "standard", "full")
MOST_JOBS = {"quick": 1, "standard": 3, "full": 5}
MOST_SCREENS = {"quick": 5, "standard": 7, "full": 8}
SCREENS_WITHOUT_GROUPS = 2
"""Where nobody said what kinds of things they did, the screens are shots in the dark: few of them."""
NONE_OF_THESE = "none"
ANY = "any"
"""The id of what somebody ticked without naming any work. It comes after all named work and has no number."""

WALKED = "job"
"""The ids of work named in the walk: job1, job2. They come first; work added or brought in has other ids."""

NOT_SURE = "unsure"
DIPLOMA_HELP = "diploma"
"""The kind of help with finishing high school."""

AREAS_A_SCREEN = 11
SET_SIZE = 5


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the questions need to know besides the record: words, places, and four look-ups."""

    framework: Framework
    areas: Mapping[str, str]
    licences: Mapping[str, str]
    cannot: Mapping[str, str]
    finds: Callable[[str], tuple[Choice, ...]]
    activities_of: Callable[[str], tuple[str, ...]]
    licences_for: Callable[[Record], tuple[str, ...]]
    next_screen: Callable[[Record, Experience], tuple[str, ...]]
    cities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fields: tuple[Field, ...] = ()
    needs: tuple[Question, ...] = ()


def sequence(record: Record, known: Known, route: Route) -> list[Question]:
    """All questions of a route in order, as far as they can be told now; those already answered among them."""
    return [
        *_about_you(known, route),
        *_work(record, known, route),
        *_skills(record, known, route),
        *(() if route == "quick" else _knowledge(known)),
        *(() if route == "quick" else _likings(known)),
        *((_cannot(known),) if route == "quick" else _wants(record, known)),
        *(() if route == "quick" else _needs(record, known)),
    ]


def next_question(record: Record, known: Known, route: Route) -> Question | None:
    """The first question that is still open, or None at the end of the route."""
    return next((q for q in sequence(record, known, route) if record.answered(q.id) is None), None)


def said_all(record: Record, route: Route) -> bool:
    """Whether all work was named: the route asks for no more, or the next title was left empty."""
    jobs = len(held(record))
    return jobs >= MOST_JOBS[route] or record.answered(f"job.{jobs + 1}.title") is not None


def _about_you(known: Known, route: Route) -> Iterator[Question]:
    if route != "quick":
        yield Question(
            id="name", kind="text", section="you", prompt=_(wording.NAME), help=_(wording.NAME_HELP), seconds=6
        )
    yield Question(
        id="state",
        kind="one",
        section="you",
        prompt=_(wording.STATE),
        help=_(wording.STATE_HELP),
        choices=tuple(Choice(id=a, text=name) for a, name in known.areas.items() if a != "US"),
        towns=known.cities,
        seconds=8,
    )
    if route != "quick":
        yield Question(
            id="pay", kind="money", section="you", prompt=_(wording.PAY), help=_(wording.PAY_HELP), seconds=10
        )
    if route == "full":
        yield Question(
            id="looked",
            kind="one",
            section="you",
            prompt=_(wording.LOOKED),
            choices=wording.said(wording.LOOKED_CHOICES),
        )


def _work(record: Record, known: Known, route: Route) -> Iterator[Question]:
    for n in range(1, MOST_JOBS[route] + 1):
        yield _title_question(n)
        job = experience(record, n)
        if job is None:
            break
        yield from _job(n, job, record, known, route)
    if said_all(record, route) and (route == "full" or not held(record)):
        yield from _general(record, known, route)


def _title_question(n: int) -> Question:
    return Question(
        id=f"job.{n}.title",
        kind="title",
        section="work",
        prompt=_(wording.TITLE) if n == 1 else _(wording.TITLE_MORE),
        help=_(wording.TITLE_HELP) if n == 1 else _(wording.TITLE_MORE_HELP),
        seconds=15 if n == 1 else 8,
    )


def held(record: Record) -> tuple[Experience, ...]:
    """The work named in the walk, in its order; without what was ticked for no work in particular, added or brought in."""
    return tuple(e for e in record.experience if e.id.startswith(WALKED))


def experience(record: Record, n: int) -> Experience | None:
    """The n-th work of the record, counted from 1, or None."""
    return held(record)[n - 1] if len(held(record)) >= n else None


def _job(n: int, job: Experience, record: Record, known: Known, route: Route) -> Iterator[Question]:
    about = f"job.{n}"
    served = is_service_alone(job.title, known.framework.service)
    yield Question(
        id=f"{about}.occupation",
        kind="one",
        section="work",
        prompt=_(wording.WHICH_SERVICE) if served else _(wording.WHICH_OCCUPATION).format(title=job.title),
        help=_(wording.WHICH_SERVICE_HELP) if served else _(wording.WHICH_OCCUPATION_HELP),
        choices=(*known.finds(job.title), Choice(id=NONE_OF_THESE, text=_(wording.NONE_OF_THESE))),
        seconds=10,
        brief=True,
    )
    if record.answered(f"{about}.occupation") is None:
        return
    if route != "quick" or told_inside(known.framework.inside, job.title) != "no":  # a page must not tell it by chance
        yield Question(
            id=f"{about}.kind",
            kind="one",
            section="work",
            prompt=_(wording.KIND),
            choices=wording.said(wording.KINDS),
            seconds=8,
        )
    if route != "quick":
        yield Question(
            id=f"{about}.length",
            kind="one",
            section="work",
            prompt=_(wording.LENGTH),
            choices=wording.said(wording.LENGTHS),
            seconds=7,
        )
    if job.code is not None:
        listed = known.activities_of(job.code)
        if was_at_home(job, known.framework):
            listed = at_home(listed, known.framework)
        yield _did_question(f"{about}.did", listed, known, _(wording.DID).format(title=job.title))
    elif n == 1 or route == "full":
        yield from _screens(about, job, record, known, route)


def _did_question(name: str, activities: tuple[str, ...], known: Known, prompt: str) -> Question:
    words = {a.id: a.did for a in known.framework.activities}
    return Question(
        id=name,
        kind="many",
        section="work",
        prompt=prompt,
        help=_(wording.DID_HELP),
        choices=tuple(Choice(id=a, text=words[a]) for a in activities),
        elements=activities,
        seconds=45 if len(activities) > wording.SCREEN else 30,
    )


def _general(record: Record, known: Known, route: Route) -> Iterator[Question]:
    """Things done that belong to no work named: everybody has done some, with or without a title."""
    yield from _screens(ANY, Experience(id=ANY), record, known, route)


def _screens(about: str, job: Experience, record: Record, known: Known, route: Route) -> Iterator[Question]:
    """The field, a first look at the groups, then screens of activities, each chosen from what has been ticked so far."""
    if asks_field(record, about):
        yield _field_question(about, known)
    yield Question(
        id=f"{about}.groups",
        kind="many",
        section="work",
        prompt=_(wording.GROUPS),
        help=_(wording.GROUPS_HELP),
        choices=tuple(Choice(id=g.id, text=g.name) for g in known.framework.groups),
        seconds=25,
    )
    if record.answered(f"{about}.groups") is None:
        return
    current = job if about != ANY else _any_job(record)
    offered = current.asked
    done = 0
    while record.answered(f"{about}.did.{done + 1}"):
        done += 1
        yield _did_question(
            f"{about}.did.{done}",
            offered[(done - 1) * wording.SCREEN : done * wording.SCREEN],
            known,
            _(wording.DID_ANY),
        )
    if done < most_screens(record, about, route):
        screen = known.next_screen(record, current)
        if screen:
            yield _did_question(f"{about}.did.{done + 1}", screen, known, _(wording.DID_ANY))


def asks_field(record: Record, about: str) -> bool:
    """Whether the field is asked: not where work was named besides, nor of those who were past it before it was asked."""
    if about == ANY and held(record):
        return False
    return record.answered(f"{about}.groups") is None or record.answered(f"{about}.field") is not None


def _field_question(about: str, known: Known) -> Question:
    return Question(
        id=f"{about}.field",
        kind="many",
        section="work",
        prompt=_(wording.FIELD),
        help=_(wording.FIELD_HELP),
        choices=tuple(Choice(id=f.id, text=_first_up(f.name)) for f in known.fields),
        most=wording.MOST_FIELDS,
        seconds=15,
    )


def most_screens(record: Record, about: str, route: Route) -> int:
    """How many screens of activities there are at most; few where the question about groups brought nothing."""
    groups = record.answered(f"{about}.groups")
    job = _any_job(record) if about == ANY else experience(record, int(about.removeprefix("job.")))
    nothing = groups is not None and not (job and job.groups)
    return min(SCREENS_WITHOUT_GROUPS, MOST_SCREENS[route]) if nothing else MOST_SCREENS[route]


def _any_job(record: Record) -> Experience:
    return next((e for e in record.experience if e.id == ANY), Experience(id=ANY))


def _skills(record: Record, known: Known, route: Route) -> Iterator[Question]:
    if route != "full":
        yield _strongest(known)
    if route == "quick":
        return
    skills = rated_on(record, known, route)
    if skills and not sector_of(record):
        choices = tuple(Choice(id=s.id, text=s.name) for s in known.framework.sectors)
        yield Question(id="sector", kind="one", section="skills", prompt=_(wording.SECTOR), choices=choices, seconds=6)
    sector = record.sector or sector_of(record)
    rated = [_skill_question(skill, sector, route) for skill in skills]
    yield from rated
    if all(record.answered(q.id) for q in rated) and (route == "full" or tells_nothing(record)):
        yield from _best_worst(record, known)


def rated_on(record: Record, known: Known, route: Route) -> tuple[Skill, ...]:
    """The skills that a route asks to rate: all on the full one, on the standard one those that tell work apart most.

    Where no title helped, screens of activities took that time, and told more: what was picked as strongest is enough.
    """
    skills = known.framework.skills
    if route != "standard":
        return skills if route == "full" else ()
    enough = bool(record.strongest) and not any(e.code for e in record.experience)
    return tuple(s for s in skills if s.asked_in_ten_minutes and (not enough or record.answered(f"skill.{s.id}")))


def tells_nothing(record: Record) -> bool:
    """Whether all marks are (nearly) the same, and nothing was picked as strongest either."""
    return is_flat(record) and not record.strongest


def _strongest(known: Known) -> Question:
    skills = known.framework.skills
    return Question(
        id="strongest",
        kind="many",
        section="skills",
        prompt=_(wording.STRONGEST),
        help=_(wording.STRONGEST_HELP),
        choices=tuple(Choice(id=s.id, text=s.name, help=s.definition) for s in skills),
        most=5,
        elements=tuple(s.id for s in skills),
        seconds=45,
    )


def _skill_question(skill: Skill, sector: str, route: Route) -> Question:
    """One skill to rate. On the shorter route its definition was there to read among the picks: the signs say the rest."""
    example = skill.examples.get(sector, "")
    prompt = _("{name}. {definition}") if route == "full" else _(wording.MOST_LIKE_YOU)
    return Question(
        id=f"skill.{skill.id}",
        kind="one",
        section="skills",
        prompt=prompt.format(name=skill.name, definition=skill.definition),
        means="" if route == "full" else skill.definition,
        help=_(wording.EXAMPLE).format(example=example) if example else "",
        choices=(
            *(
                Choice(id=str(n), text=_(name), help=anchor)
                for n, name, anchor in zip((1, 2, 3), wording.LEVELS, skill.anchors, strict=True)
            ),
            Choice(id=NOT_SURE, text=_(wording.NOT_SURE)),
        ),
        elements=tuple(skill.elements),
        seconds=20,
    )


def sets_of(known: Known) -> int:
    """How many sets of five the skills make."""
    return max(1, len(known.framework.skills) // SET_SIZE)


def best_help(record: Record) -> str:
    """Why the picks of best and least are asked: the full route asks them of everybody."""
    return _(wording.BEST_HELP_FLAT) if is_flat(record) else _(wording.BEST_HELP)


def _best_worst(record: Record, known: Known) -> Iterator[Question]:
    """Sets of five to choose from: what stands out shows here, even when all ratings are the same."""
    skills = known.framework.skills
    number = sets_of(known)
    for n in range(number):
        offered = skills[n::number]
        choices = tuple(Choice(id=s.id, text=s.name, help=s.definition) for s in offered)
        ids = tuple(s.id for s in offered)
        yield Question(
            id=f"best.{n + 1}", kind="one", section="skills", prompt=_(wording.BEST), help=best_help(record) if n == 0 else "",
            choices=choices, elements=ids, seconds=10,
        )  # fmt: skip
        best = next((b.best for b in record.best_worst if b.id == str(n + 1)), None)
        if best is not None:
            left = tuple(c for c in choices if c.id != best)
            yield Question(
                id=f"least.{n + 1}",
                kind="one",
                section="skills",
                prompt=_(wording.LEAST),
                choices=left,
                elements=ids,
                seconds=8,
            )


SECTOR_OF_MAJOR_GROUP = {
    "41": "retail", "35": "food", "29": "health", "31": "health", "53": "warehouse", "47": "trades", "49": "trades",
    "51": "trades", "43": "office", "13": "office", "11": "office", "39": "home", "37": "home", "21": "home", "25": "home",
}  # fmt: skip


def sector_of(record: Record) -> str:
    """The sector that the work done belongs to, by SOC major group, or empty."""
    majors = [e.code[:2] for e in record.experience if e.code] + [f for e in record.experience for f in e.fields]
    found = (SECTOR_OF_MAJOR_GROUP.get(major, "") for major in majors)
    return next((sector for sector in found if sector), "")


def _knowledge(known: Known) -> Iterator[Question]:
    areas = known.framework.knowledge
    for n in range(0, len(areas), AREAS_A_SCREEN):
        some = areas[n : n + AREAS_A_SCREEN]
        yield Question(
            id=f"know.{n // AREAS_A_SCREEN + 1}",
            kind="many",
            section="know",
            prompt=_(wording.KNOW) if n == 0 else _(wording.KNOW_MORE),
            help=_(wording.KNOW_HELP) if n == 0 else "",
            choices=tuple(Choice(id=a.id, text=a.name, help=a.means) for a in some),
            elements=tuple(a.id for a in some),
            seconds=20,
        )


def _likings(known: Known) -> Iterator[Question]:
    statements = known.framework.statements
    # One interest after another would show the pattern and invite the same answer twice: mix them.
    for statement in (*statements[::2], *statements[1::2]):
        yield Question(
            id=f"like.{statement.id}",
            kind="one",
            section="like",
            prompt=statement.text,
            choices=wording.said(wording.LIKE_CHOICES),
            elements=(statement.interest,),
            seconds=7,
        )


def _wants(record: Record, known: Known) -> Iterator[Question]:
    def ask(name: str, **more: object) -> Question:
        return replace(Question(id=f"want.{name}", kind="one", section="want", prompt=""), **more)  # type: ignore[arg-type]

    yield ask("pay", kind="money", prompt=_(wording.WANT_PAY), help=_(wording.WANT_PAY_HELP))
    yield ask("hours", kind="many", prompt=_(wording.WANT_HOURS), choices=wording.said(wording.HOURS), seconds=10)
    yield ask("train", prompt=_(wording.WANT_TRAIN), choices=wording.said(wording.TRAIN), seconds=14)
    yield _cannot(known)
    yield ask("school", prompt=_(wording.WANT_SCHOOL), choices=wording.said(wording.SCHOOL), seconds=12)
    licences = tuple(Choice(id=i, text=_first_up(known.licences[i])) for i in known.licences_for(record))
    yield ask("licences", kind="many", prompt=_(wording.WANT_LICENCES), choices=licences, seconds=18)


def _cannot(known: Known) -> Question:
    """What is ruled out. The quick route asks it too, last of all: a driver who may not drive gets another list."""
    return Question(
        id="want.cannot",
        kind="many",
        section="want",
        prompt=_(wording.WANT_CANNOT),
        help=_(wording.WANT_CANNOT_HELP),
        choices=tuple(Choice(id=i, text=t) for i, t in known.cannot.items()),
        seconds=25,
    )


def _needs(record: Record, known: Known) -> Iterator[Question]:
    """The questions about help. A diploma is not offered as help to who just said that they have one."""
    has = (record.wants.schooling or NONE_OF_THESE) != NONE_OF_THESE
    for question in known.needs:
        yield replace(question, choices=tuple(c for c in question.choices if not (has and c.id == DIPLOMA_HELP)))


def _first_up(text: str) -> str:
    return changed(text, lambda one: one[:1].upper() + one[1:])
