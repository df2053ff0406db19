"""What a plan loses when somebody turns a kind of work down, and gets back when they take that back."""

from __future__ import annotations

from dataclasses import replace

from navigator.domain.plan import Plan
from navigator.engine.plan import with_action, with_goal


def without_work(plan: Plan, code: str) -> Plan:
    """The plan without the goals about an occupation and what was still to do for them. What is done stays, toward no goal."""
    gone = {g.id for g in plan.goals if g.code == code}
    actions = tuple(
        replace(a, goal="") if a.goal in gone else a for a in plan.actions if a.goal not in gone or a.status == "done"
    )
    return replace(plan, goals=tuple(g for g in plan.goals if g.id not in gone), actions=actions)


def with_work_again(plan: Plan, earlier: Plan, code: str) -> Plan:
    """The plan with the goals about an occupation as an earlier one holds them, each at the end and under a free id."""
    for goal in earlier.goals:
        if goal.code != code:
            continue
        plan = with_goal(plan, goal)
        own = plan.goals[-1].id
        for action in earlier.of(goal.id):
            loose = next((a for a in plan.of("") if replace(a, goal=goal.id) == action), None)
            if loose is None:
                plan = with_action(plan, replace(action, goal=own))
            else:  # it was done, so it had stayed
                tied = tuple(replace(a, goal=own) if a is loose else a for a in plan.actions)
                plan = replace(plan, actions=tied)
    return plan
