"""The plan on the screen."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.engine.plan import STATUSES
from navigator.formats.plan_page import ActionLine, GoalPart, PlanPage
from navigator.i18n import _
from navigator.services.plan import Changed, Todo


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
    if not goal.actions:
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
