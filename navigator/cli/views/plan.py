"""The plan on the screen."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.engine.plan import STATUSES
from navigator.formats.plan_page import ActionLine, GoalPart, PlanPage, spoken
from navigator.i18n import _, ngettext
from navigator.services.plan import Changed, Todo
from navigator.services.plan_overdue import LateInAll


def plan_view(page: PlanPage, session: Session) -> None:
    """Goals with their steps, each with its id."""
    paper = session.paper
    paper.title(page.title)
    if page.empty:
        paper.line(
            _(
                "{empty} 'navigator plan from-pathway' makes some; 'navigator plan add-goal' takes your own words."
            ).format(empty=page.empty)
        )
    for goal in page.goals:
        _goal(goal, session)
    paper.heading(_("About this plan"))
    paper.line(
        _("It is yours: nothing in it is due unless you say so. On paper, to sign: navigator export plan --format pdf.")
    )
    for line in (page.proper_use, *page.sources):
        paper.line(line, soft=True)


def _goal(goal: GoalPart, session: Session) -> None:
    session.paper.heading(f"{goal.id}. {goal.kind}: {goal.text}" if goal.id else goal.text)
    for line in goal.checks:
        session.paper.line(line, indent=2, soft=True)
    for action in goal.actions:
        _action(action, session)
    if goal.empty:
        session.paper.line(
            _('No steps yet. Add one with: navigator plan add "..." --goal {id}').format(id=goal.id), indent=2
        )


def _action(action: ActionLine, session: Session, toward: str = "") -> None:
    session.paper.bullet(f"{action.id}. {action.what}{_details(action)}", indent=2)
    if action.help:
        session.paper.line(_("Help: {help}").format(help=action.help), indent=4)
    if toward:
        session.paper.line(_("Toward: {goal}").format(goal=toward), indent=4, soft=True)


def _details(action: ActionLine) -> str:
    """What is worth saying of a step on the screen: others who do it, its day, and how far it is once it is begun."""
    status = "" if action.status == _(STATUSES["not_started"]) else action.status
    parts = (("" if action.mine else action.who), _("by {day}").format(day=action.due) if action.due else "", status)
    said = ", ".join(p for p in parts if p)
    return f" ({said})" if said else ""


def todo_view(todo: Todo, session: Session) -> None:
    """What comes next."""
    _list(todo, _("What you can do next"), session)
    if todo.actions:
        session.paper.line(_("Done with one? navigator plan done {id}").format(id=todo.actions[0].id))


def late_view(todo: Todo, session: Session) -> None:
    """What is late, without blame."""
    _list(todo, _("Steps whose day has passed"), session)
    if todo.actions:
        session.paper.line(
            _("That happens. Give it a new day, or none: navigator plan edit {id} --due none").format(
                id=todo.actions[0].id
            )
        )


def all_late_view(found: LateInAll, session: Session) -> None:
    """What is late in all records, each with whose it is; which were not opened."""
    paper = session.paper
    if found.steps:
        paper.title(_("Steps whose day has passed"))
    else:
        said = ngettext("Nothing is late in {count} record.", "Nothing is late in {count} records.", found.records)
        paper.line(said.format(count=found.records))
    for step in found.steps:
        whose = f"{step.record} ({step.who})" if step.who else step.record
        said = _("{record}: {step} ({id}, by {day})")
        paper.bullet(said.format(record=whose, step=step.step.rstrip("."), id=step.id, day=spoken(step.due)))
        if step.goal:
            paper.line(_("Toward: {goal}").format(goal=step.goal), indent=4, soft=True)
    if found.sealed:
        paper.line(_("Sealed, so not opened: {names}.").format(names=", ".join(found.sealed)))
    if found.steps:
        first = found.steps[0]
        said = _("To change one: navigator --record {record} plan edit {id} --due none")
        paper.line(said.format(record=first.record, id=first.id))


def _list(todo: Todo, head: str, session: Session) -> None:
    if not todo.actions:
        session.paper.line(todo.none)
        return
    session.paper.title(head)
    for action in todo.actions:
        _action(action, session, todo.goals.get(action.id, ""))


def changed_view(changed: Changed, session: Session) -> None:
    """What was changed."""
    session.paper.line(changed.said)


def file_view(value: object, session: Session) -> None:
    """Where a file was written."""
    if isinstance(value, dict):
        session.paper.line(_("Written: {file}").format(file=value["file"]))
