"""The plan as words in their order: what the screen and every format of `export plan` show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any, Literal, TypeVar

from navigator.domain.plan import Action, Goal, GoalKind, Plan
from navigator.engine import plan as rules
from navigator.engine.validate import clean_line
from navigator.i18n import N_, _, pgettext

T = TypeVar("T")
Form = Literal["plan", "iep"]

TITLES: dict[Form, str] = {"plan": N_("My plan"), "iep": N_("Individual employment plan (draft)")}
INTRO: dict[Form, str] = {
    "plan": N_("This is my plan. I can change it at any time. A step that no longer fits may go."),
    "iep": N_(
        "A draft made from what the worker told this program. Nothing in it is decided. "
        "Lines are blank where people must decide. Both go through it together, and change what is not right."
    ),
}
AGREED: dict[Form, str] = {
    "plan": N_(
        "We made this plan together. It can change at any time. There is no penalty for a step that is not done."
    ),
    "iep": N_("We made this plan together. The worker has a copy. It can change when both agree."),
}
NO_GOALS = N_("There are no goals yet.")
NO_STEPS = N_("No steps yet.")
LATE = N_("the day has passed")
LOOSE = N_("Other steps")
MORE_AGREED = N_("What else we agreed")
REVIEW = N_("We look at this plan again on")
NOT_CHECKED = N_("No occupation is tied to this goal yet. Pay and openings here are still to be looked up.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """One action in words. ``late``: open although its day has passed."""

    id: str
    what: str
    who: str
    mine: bool
    status: str
    agreed: str
    due: str
    help: str
    open: bool
    done: bool
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A line for a human to fill in."""

    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalPart:
    """One goal with its kind, what local figures say of it, and its actions. ``id`` is empty for steps toward no goal.
    ``empty``: what is said in place of actions, on paper."""

    id: str
    kind: str
    text: str
    checks: tuple[str, ...]
    blanks: tuple[Blank, ...]
    actions: tuple[ActionLine, ...]
    met_on: str = ""
    empty: str = ""

    @property
    def open(self) -> tuple[ActionLine, ...]:
        """What is still to do."""
        return tuple(a for a in self.actions if a.open)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One area of the assessment: what the worker said, boxes to tick, and what a person must decide."""

    name: str
    known: tuple[str, ...]
    boxes: tuple[str, ...] = ()
    blanks: tuple[Blank, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Somebody who signs, with the name where it is known."""

    role: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """Everything on the page, ready to be laid out. ``english``: names that stand on it in English although another language
    is spoken, for programs that read aloud."""

    form: Form
    title: str
    place: str
    made: str
    made_on: str
    intro: str
    head: tuple[Blank, ...]
    areas: tuple[Area, ...]
    goals: tuple[GoalPart, ...]
    empty: str
    more: Blank
    review: Blank
    agreed: str
    signers: tuple[Signer, ...]
    proper_use: str
    sources: tuple[str, ...]
    english: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What figures say of one goal, and what a person has still to look up."""

    lines: tuple[str, ...] = ()
    blanks: tuple[Blank, ...] = ()


def goal_parts(
    plan: Plan,
    today: date,
    me: str,
    check: Callable[[Goal], Checked],
    help_of: Callable[[str], str],
) -> tuple[GoalPart, ...]:
    """Each goal with its actions, then the actions toward no goal. ``me``: what the worker is called."""

    def lines(goal: str) -> tuple[ActionLine, ...]:
        return tuple(action_line(a, today, me, help_of) for a in rules.in_order(plan.of(goal)))

    found = []
    for goal in plan.goals:
        checked = Checked() if goal.met_on else check(goal)  # what was met needs no figures to decide by
        actions = lines(goal.id)
        found.append(
            GoalPart(
                id=goal.id,
                kind=kind(goal.kind),
                text=_("{goal} (met {day})").format(goal=goal.text, day=spoken(goal.met_on))
                if goal.met_on
                else goal.text,
                checks=checked.lines,
                blanks=checked.blanks,
                actions=actions,
                met_on=goal.met_on,
                empty="" if actions or goal.met_on else _(NO_STEPS),
            )
        )
    known = {g.id for g in plan.goals}
    loose = [a for a in plan.actions if a.goal not in known]
    if loose:
        actions = tuple(action_line(a, today, me, help_of) for a in rules.in_order(loose))
        found.append(GoalPart(id="", kind="", text=_(LOOSE), checks=(), blanks=(), actions=actions))
    return tuple(found)


def kind(of: GoalKind) -> str:
    """The kind of a goal in words."""
    return _(rules.KINDS[of])


def action_line(action: Action, today: date, me: str, help_of: Callable[[str], str]) -> ActionLine:
    """One action in words."""
    late = rules.is_late(action, today)
    status = _(rules.STATUSES[action.status])
    if action.status == "done" and action.done_on:
        status = _("done {day}").format(day=spoken(action.done_on))
    return ActionLine(
        id=action.id,
        what=action.what,
        who=action.who or me,
        mine=not action.who,
        status=_(LATE) if late else status,
        agreed=spoken(action.agreed),
        due=spoken(action.due),
        help=help_of(action.resource) if action.resource else "",
        open=action.open,
        done=action.status == "done",
        late=late,
    )


def spoken(iso: str) -> str:
    """A kept day as people write it: `Dec 1, 2026`; empty stays empty."""
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    said = pgettext("short month", "{month} {day}, {year}")
    return said.format(month=_short_months()[day.month - 1], day=day.day, year=day.year)


WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip


def on_weekday(day: date) -> str:
    """A day with its weekday, to say back what was understood: `Friday, Dec 4, 2026`."""
    return _("{weekday}, {day}").format(weekday=_(WEEKDAYS[day.weekday()]), day=spoken(day.isoformat()))


def _short_months() -> tuple[str, ...]:
    """Marked one by one: in English the short May is also the long one."""
    return (
        pgettext("short month", "Jan"), pgettext("short month", "Feb"), pgettext("short month", "Mar"),
        pgettext("short month", "Apr"), pgettext("short month", "May"), pgettext("short month", "Jun"),
        pgettext("short month", "Jul"), pgettext("short month", "Aug"), pgettext("short month", "Sep"),
        pgettext("short month", "Oct"), pgettext("short month", "Nov"), pgettext("short month", "Dec"),
    )  # fmt: skip


def details(action: ActionLine) -> str:
    """Who, by when and how far, in one line."""
    parts = (
        action.who,
        _("agreed {day}").format(day=action.agreed) if action.agreed else "",
        _("by {day}").format(day=action.due) if action.due else "",
        action.status,
    )
    return " · ".join(p for p in parts if p)


def cleaned(value: T) -> T:
    """The page with every text as one clean line: no control or direction characters, whatever a record file holds."""
    return _cleaned(value)  # type: ignore[no-any-return]


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean_line(value).translate(_NOT_TEXT)
    if isinstance(value, tuple):
        return tuple(_cleaned(v) for v in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _cleaned(getattr(value, f.name)) for f in fields(value)})
    return value


_NOT_TEXT: Mapping[int, None] = {0xFFFE: None, 0xFFFF: None}
"""Two code points that no document may hold."""
