"""The rules of a plan: what may be added and changed, which days are days, what comes next and what is late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Final, TypeVar

from navigator.domain.errors import BadInput, NotFound
from navigator.domain.plan import Action, Goal, GoalKind, Plan, Status
from navigator.engine.plan_days import day, written_day
from navigator.engine.validate import clean_line, shown
from navigator.i18n import N_, _, both

Part = TypeVar("Part", Goal, Action)

MOST_GOALS = 40
MOST_ACTIONS = 200
MOST_LETTERS = 200

KINDS: Final[dict[GoalKind, str]] = {
    "work": N_("Work"),
    "skills": N_("Skills"),
    "learning": N_("Learning"),
    "life": N_("Life"),
}
STATUSES: Final[dict[Status, str]] = {
    "in_progress": N_("in progress"),
    "not_started": N_("not started"),
    "done": N_("done"),
    "no_longer": N_("no longer applies"),
}
"""In the order of a list: what is under way, what is still to do, what is over."""

CLEAR = {"", "-", "none", "no", "never", "ninguno", "ninguna", "nada", "nunca"}
"""Words that take a day, a goal or a resource away again."""


EMPTY = {
    "goal": N_("Say in a few words what the goal is."),
    "step": N_("Say in a few words what the step is."),
    "name": N_("Say in a few words what the name is."),
    "resource": N_("Say in a few words what the resource is."),
}
LONG = {
    "goal": N_("That is {count} characters. Please keep the goal under {most}."),
    "step": N_("That is {count} characters. Please keep the step under {most}."),
    "name": N_("That is {count} characters. Please keep the name under {most}."),
    "resource": N_("That is {count} characters. Please keep the resource under {most}."),
}
NOT_HERE = {
    "goal": N_("There is no goal {name} in this plan. There is: {have}."),
    "step": N_("There is no step {name} in this plan. There is: {have}."),
}


def text_of(text: str, what: str) -> str:
    """Somebody's words for a goal or a step (an action). Raises BadInput when there are none or far too many."""
    clean = clean_line(text)
    if not clean:
        raise BadInput(_(EMPTY[what]))
    if len(clean) > MOST_LETTERS:
        raise BadInput(_(LONG[what]).format(count=len(clean), most=MOST_LETTERS))
    return clean


def kind_of(text: str) -> GoalKind:
    """A kind of goal by its name. Raises BadInput."""
    wanted = clean_line(text).lower()
    found = next((k for k, name in KINDS.items() if wanted in (k, *(t.lower() for t in both(_(name))))), None)
    if found is None:
        raise BadInput(
            _("There is no kind of goal {text}. Choose {names}.").format(text=shown(text), names=", ".join(KINDS))
        )
    return found


def status_of(text: str) -> Status:
    """A status by its id or its words. Raises BadInput."""
    wanted = clean_line(text).lower().replace("_", " ").replace("-", " ")
    for status, words in STATUSES.items():
        said = (words, *(t.lower() for t in both(_(words))))
        if wanted and (wanted == status.replace("_", " ") or any(t.startswith(wanted) for t in said)):
            return status
    raise BadInput(
        _("There is no status {text}. Choose {names}.").format(
            text=shown(text), names=", ".join(map(_, STATUSES.values()))
        )
    )


def with_goal(plan: Plan, goal: Goal) -> Plan:
    """The plan with one more goal; its id is given here. Raises BadInput when there are too many."""
    if len(plan.goals) >= MOST_GOALS:
        raise BadInput(
            _("A plan holds at most {most} goals. Remove one first: navigator plan remove g1.").format(most=MOST_GOALS)
        )
    name = _next_id("g", (g.id for g in plan.goals))
    return replace(plan, goals=(*plan.goals, replace(goal, id=name, text=text_of(goal.text, "goal"))))


def with_action(plan: Plan, action: Action) -> Plan:
    """The plan with one more action; its id is given here. Raises BadInput or NotFound."""
    if len(plan.actions) >= MOST_ACTIONS:
        raise BadInput(
            _("A plan holds at most {most} steps. Remove some first: navigator plan remove a1.").format(
                most=MOST_ACTIONS
            )
        )
    name = _next_id("a", (a.id for a in plan.actions))
    made = replace(action, id=name, what=text_of(action.what, "step"))
    _check(plan, made)
    return replace(plan, actions=(*plan.actions, made))


def _next_id(letter: str, taken: Iterable[str]) -> str:
    numbers = [int(name[1:]) for name in taken if name[:1] == letter and name[1:].isdigit()]
    return f"{letter}{max(numbers, default=0) + 1}"


def _check(plan: Plan, action: Action) -> None:
    if action.goal:
        goal(plan, action.goal)
    if action.agreed and action.due and action.due < action.agreed:
        raise BadInput(
            _("The due day {due} comes before the day it was agreed, {agreed}. Change one of them.").format(
                due=action.due, agreed=action.agreed
            )
        )


def goal(plan: Plan, name: str) -> Goal:
    """One goal by its id. Raises NotFound."""
    return _found(plan.goals, name, "goal")


def action(plan: Plan, name: str) -> Action:
    """One action by its id. Raises NotFound."""
    return _found(plan.actions, name, "step")


def _found(things: tuple[Part, ...], name: str, what: str) -> Part:
    wanted = clean_line(name).lower()
    found = next((t for t in things if t.id == wanted), None)
    if found is None:
        have = ", ".join(t.id for t in things[:12]) or _("none yet")
        raise NotFound(_(NOT_HERE[what]).format(name=shown(name), have=have))
    return found


def is_goal(plan: Plan, name: str) -> bool:
    """Whether an id is a goal's; refused when it is nobody's. Raises NotFound."""
    wanted = clean_line(name).lower()
    if any(g.id == wanted for g in plan.goals):
        return True
    if any(a.id == wanted for a in plan.actions):
        return False
    raise NotFound(
        _("There is nothing named {name} in this plan. 'navigator plan show' lists what there is.").format(
            name=shown(name)
        )
    )


def changed_goal(plan: Plan, name: str, **changes: Any) -> Plan:
    """The plan with some fields of a goal changed. Raises NotFound or BadInput."""
    old = goal(plan, name)
    new = replace(old, **changes)
    new = replace(new, text=text_of(new.text, "goal"))
    return replace(plan, goals=tuple(new if g.id == old.id else g for g in plan.goals))


def changed_action(plan: Plan, name: str, **changes: Any) -> Plan:
    """The plan with some fields of an action changed. Raises NotFound or BadInput."""
    old = action(plan, name)
    new = replace(old, **changes)
    new = replace(new, what=text_of(new.what, "step"), done_on=new.done_on if new.status == "done" else "")
    _check(plan, new)
    return replace(plan, actions=tuple(new if a.id == old.id else a for a in plan.actions))


def done(plan: Plan, name: str, on: date, today: date) -> Plan:
    """The plan with an action done. Raises NotFound or BadInput."""
    _check_past(on, today)
    return changed_action(plan, name, status="done", done_on=on.isoformat())


def met(plan: Plan, name: str, on: date, today: date) -> Plan:
    """The plan with a goal met: what was still open toward it no longer applies. Raises NotFound or BadInput."""
    _check_past(on, today)
    changed = changed_goal(plan, name, met_on=on.isoformat())
    closed = (replace(a, status="no_longer") if a.open and a.goal == name else a for a in changed.actions)
    return replace(changed, actions=tuple(closed))


def _check_past(on: date, today: date) -> None:
    if on > today:
        raise BadInput(_("{on} is still to come. Leave --on away for today.").format(on=on.isoformat()))


def without(plan: Plan, name: str) -> Plan:
    """The plan without a goal or an action; the actions of a goal taken out stay, toward no goal. Raises NotFound."""
    wanted = clean_line(name).lower()
    if not is_goal(plan, name):
        return replace(plan, actions=tuple(a for a in plan.actions if a.id != wanted))
    freed = tuple(replace(a, goal="") if a.goal == wanted else a for a in plan.actions)
    return replace(plan, goals=tuple(g for g in plan.goals if g.id != wanted), actions=freed)


def next_up(plan: Plan) -> tuple[Action, ...]:
    """What can be done now: first what has the nearest day, then what is under way, then the rest in the plan's order."""
    order = list(STATUSES)
    todo = [a for a in plan.actions if a.open]
    return tuple(sorted(todo, key=lambda a: (a.due or "9999", order.index(a.status))))


def overdue(plan: Plan, today: date) -> tuple[Action, ...]:
    """What is still open although its day has passed, the oldest first."""
    return tuple(a for a in next_up(plan) if is_late(a, today))


def is_late(action: Action, today: date) -> bool:
    """Whether an action is open and its day has passed."""
    return action.open and bool(action.due) and action.due < today.isoformat()


def in_order(actions: Iterable[Action]) -> list[Action]:
    """The actions of a goal as they are listed: open ones in the plan's order, then what is done, then what fell away."""
    place = {"in_progress": 0, "not_started": 0, "done": 1, "no_longer": 2}
    return sorted(actions, key=lambda a: place[a.status])


def check_days(plan: Plan, today: date) -> None:
    """Refuse a plan whose file was edited by hand to hold a day that there is not. Raises BadInput."""
    for goal_ in plan.goals:
        if goal_.met_on and not _is_day(goal_.met_on, today):
            said = _(
                "Goal {id} of the plan holds {text}, which is not a day written like 2026-12-01. Correct the record file."
            )
            raise BadInput(said.format(id=shown(goal_.id), text=shown(goal_.met_on)))
    for one in plan.actions:
        for name in ("agreed", "due", "done_on"):
            text = getattr(one, name)
            if text and not _is_day(text, today):
                raise BadInput(
                    _(
                        "Step {id} of the plan holds {text}, which is not a day written like 2026-12-01. Correct the record file."
                    ).format(id=shown(one.id), text=shown(text))
                )


def _is_day(text: str, today: date) -> bool:
    """Whether a kept day is one of the calendar, written as days are kept."""
    return written_day(text) is not None and day(text, today).isoformat() == text
