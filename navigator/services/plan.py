"""A plan that a worker and a counselor write together: what is added, changed and done, and what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, NotFound
from navigator.domain.occupation import NATION
from navigator.domain.plan import Action, Goal, Plan
from navigator.domain.record import Record
from navigator.engine import plan as rules
from navigator.engine.plan_days import day as day_of
from navigator.engine.validate import clean_line, shown
from navigator.formats import page as pages
from navigator.formats import words
from navigator.formats.ics import Entry, calendar
from navigator.formats.plan_page import (
    AGREED,
    INTRO,
    MORE_AGREED,
    NO_GOALS,
    REVIEW,
    TITLES,
    ActionLine,
    Blank,
    Form,
    GoalPart,
    PlanPage,
    Signer,
    action_line,
    cleaned,
    goal_parts,
    on_weekday,
)  # fmt: skip
from navigator.i18n import N_, _
from navigator.records.store import Opened, RecordStore, now
from navigator.services import iep
from navigator.services.goal_check import checked
from navigator.services.help_named import with_age
from navigator.services.plan_days import kept, said_back
from navigator.services.resources import Directory
from navigator.services.titles import code_of

_ID_LIKE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a change to the plan did, in a sentence, with the ids it touched."""

    said: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """Some actions of the plan with the goals they are toward, and what to say when there are none."""

    actions: tuple[ActionLine, ...]
    goals: dict[str, str]
    none: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """A calendar file's text, how many days are in it, and how many open actions have no day."""

    text: str
    entries: int
    without_day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What is to be changed; None: stays as it is."""

    text: str | None = None
    kind: str | None = None
    which: str | None = None
    goal: str | None = None
    who: str | None = None
    agreed: str | None = None
    due: str | None = None
    status: str | None = None
    resource: str | None = None

    @property
    def days(self) -> dict[str, str | None]:
        """The days of a step, as they were typed."""
        return {"agreed": self.agreed, "due": self.due}


@dataclass(frozen=True, kw_only=True)
class Planner:
    """One record's plan on one day."""

    catalogue: Catalogue
    store: RecordStore
    opened: Opened
    directory: Directory

    @property
    def today(self) -> date:
        """The day it is."""
        return self.directory.today

    @property
    def record(self) -> Record:
        """The record as it was opened."""
        return self.opened.record

    @cached_property
    def plan(self) -> Plan:
        """The plan as it stands. Raises BadInput when its file holds a day that there is not."""
        rules.check_days(self.record.plan, self.today)
        return self.record.plan

    def add_goal(self, text: str, kind: str = "work", which: str = "") -> Changed:
        """One more goal. Raises BadInput or NotFound."""
        code = code_of(self.catalogue, which, surely=True) if which else ""
        goal = Goal(id="", kind=rules.kind_of(kind), text=text, code=code, when=now())
        plan = rules.with_goal(self.plan, goal)
        made = plan.goals[-1]
        said = _("Added goal {id}: {goal}.").format(id=made.id, goal=made.text)
        if code:
            about = _("It is about {occupation}.").format(occupation=words.lower_first(self.catalogue.names[code]))
            said = f"{said} {about}"
        return self._saved(plan, said, made.id)

    def add(self, edit: Edit) -> Changed:
        """One more step. Raises BadInput or NotFound."""
        changes = self._action_changes(edit)
        plan = rules.with_action(self.plan, replace(Action(id="", what="", when=now()), **changes))
        made = plan.actions[-1]
        said = _("Added step {id}: {step}.").format(id=made.id, step=made.what)
        return self._saved(plan, f"{said} {said_back(edit.days, self.today)}".strip(), made.id)

    def edit(self, name: str, edit: Edit) -> Changed:
        """Change a goal or an action. Raises BadInput or NotFound."""
        if rules.is_goal(self.plan, name):
            goal = rules.goal(self.plan, name)
            plan = rules.changed_goal(self.plan, goal.id, **self._goal_changes(edit))
            return self._saved(plan, _("Changed goal {id}.").format(id=goal.id), goal.id)
        action = rules.action(self.plan, name)
        plan = rules.changed_action(self.plan, action.id, **self._action_changes(edit))
        said = _("Changed step {id}.").format(id=action.id)
        return self._saved(plan, f"{said} {said_back(edit.days, self.today)}".strip(), action.id)

    def finish(self, name: str, on: str = "") -> Changed:
        """A step is done, or a goal is met. Raises BadInput or NotFound."""
        wanted = clean_line(name).lower()
        if any(g.id == wanted for g in self.plan.goals):
            return self._met(wanted, on)
        action = rules.action(self.plan, name)
        when = day_of(on, self.today, past=True) if on else self.today
        plan = rules.done(self.plan, action.id, when, self.today)
        left = len(rules.next_up(plan))
        said = _("Done: {step}.").format(step=action.what)
        if on:
            said = " ".join((said, _("Done on {day}.").format(day=on_weekday(when))))
        more = _("Steps left to do: {count}.").format(count=left) if left else _("Nothing is left to do in this plan.")
        return self._saved(plan, f"{said} {more}", action.id)

    def _met(self, name: str, on: str) -> Changed:
        """A goal is met. What was open toward it is closed, and told, since some of it may have been done as well."""
        when = day_of(on, self.today, past=True) if on else self.today
        plan = rules.met(self.plan, name, when, self.today)
        closed = [a.id for a in self.plan.of(name) if a.open]
        said = [_("Goal met: {goal}.").format(goal=rules.goal(plan, name).text)]
        if on:
            said.append(_("Met on {day}.").format(day=on_weekday(when)))
        if closed:
            told = _("Its open steps no longer apply: {ids}. Was one of them done? Type: navigator plan done {id}")
            said.append(told.format(ids=", ".join(closed), id=closed[0]))
        return self._saved(plan, " ".join(said), name)

    def remove(self, name: str) -> Changed:
        """Take out a goal or an action. Raises NotFound."""
        wanted = clean_line(name).lower()
        kept = len(self.plan.of(wanted)) if rules.is_goal(self.plan, name) else 0
        said = _("Removed {id}.").format(id=wanted)
        if kept:
            said = " ".join((said, _("Its steps stay, under: other steps ({count}).").format(count=kept)))
        return self._saved(rules.without(self.plan, name), said, wanted)

    def save_with(self, plan: Plan, said: str, *ids: str) -> Changed:
        """Save a plan that was made elsewhere, such as from a pathway."""
        return self._saved(plan, said, *ids)

    def _saved(self, plan: Plan, said: str, *ids: str) -> Changed:
        """Save the plan. Work that somebody plans for is no longer turned down, even where they once said it was not for them."""
        wanted = {g.code for g in plan.goals} - {g.code for g in self.plan.goals}
        back = [d.code for d in self.record.dismissed if d.code in wanted]
        left = tuple(d for d in self.record.dismissed if d.code not in wanted)
        self.store.save(self.opened, replace(self.record, plan=plan, dismissed=left))
        told = (_("{work} is back in your list.").format(work=self.catalogue.names.get(code, code)) for code in back)
        return Changed(said=" ".join((said.replace("..", "."), *told)), ids=ids)

    def _goal_changes(self, edit: Edit) -> dict[str, Any]:
        _only(
            edit,
            N_("A goal has no --{flag}: its steps have it."),
            goal="goal",
            who="who",
            agreed="agreed",
            due="due",
            status="status",
            resource="resource",
        )
        found: dict[str, Any] = {} if edit.text is None else {"text": edit.text}
        if edit.kind is not None:
            found["kind"] = rules.kind_of(edit.kind)
        if edit.which is not None:
            found["code"] = (
                "" if edit.which.strip().lower() in rules.CLEAR else code_of(self.catalogue, edit.which, surely=True)
            )
        return found or _nothing()

    def _action_changes(self, edit: Edit) -> dict[str, Any]:
        _only(edit, N_("A step has no --{flag}: its goal has it."), kind="kind", which="for")
        found: dict[str, Any] = {} if edit.text is None else {"what": edit.text}
        if edit.goal is not None:
            found["goal"] = "" if edit.goal.strip().lower() in rules.CLEAR else rules.goal(self.plan, edit.goal).id
        if edit.who is not None:
            found["who"] = "" if edit.who.strip().lower() in ("me", "") else rules.text_of(edit.who, "name")
        for name, day in edit.days.items():
            if day is not None:
                found[name] = kept(name, day, self.today)
        if edit.status is not None:
            found["status"] = rules.status_of(edit.status)
            found["done_on"] = self.today.isoformat() if found["status"] == "done" else ""
        if edit.resource is not None:
            found["resource"] = self._resource(edit.resource)
        return found or _nothing()

    def _resource(self, text: str) -> str:
        """The id of an entry, or somebody's own words. Raises NotFound for what looks like an id and is none."""
        wanted = clean_line(text)
        if wanted.lower() in rules.CLEAR:
            return ""
        if wanted.lower() in self._resources:
            return wanted.lower()
        if _ID_LIKE.fullmatch(wanted):
            raise NotFound(
                _(
                    "There is no resource {text} here. 'navigator resources' shows their ids; or say it in words."
                ).format(text=shown(text))
            )
        return rules.text_of(wanted, "resource")

    @cached_property
    def _resources(self) -> dict[str, str]:
        """Each entry's id with its name, how to reach it, and a mark when it is long since somebody checked it."""
        return {entry.id: with_age(entry, self.today) for entry in self.directory.all}

    def help_of(self, resource: str) -> str:
        """A resource in words; one that is no longer in the book is shown as it was kept."""
        return self._resources.get(resource, resource)

    def parts(self, me: str, form: Form = "plan") -> tuple[GoalPart, ...]:
        """Every goal with its actions."""
        plan = self.plan
        if form == "iep":
            plan = replace(plan, actions=tuple(replace(a, what=iep.told_step(a.what)) for a in plan.actions))
        return goal_parts(
            plan, self.today, me, lambda goal: checked(self.catalogue, self.record, goal, form), self.help_of
        )

    def page(self, form: Form = "plan") -> PlanPage:
        """The page to sign."""
        person, made = self.record.person, self.today
        place = self.catalogue.areas.get(person.state, self.catalogue.areas[NATION])
        name = person.name
        title = _("{name}: my plan").format(name=name) if name and form == "plan" else _(TITLES[form])
        goals = self.parts(name or _("Me") if form == "plan" else name or _("Worker"), form)
        return cleaned(
            PlanPage(
                form=form,
                title=title,
                place=f"{name} · {place}" if name and form == "iep" else place,
                made=words.day(made),
                made_on=made.isoformat(),
                intro=_(INTRO[form]),
                head=iep.blanks(*iep.HEAD) if form == "iep" else (),
                areas=iep.areas(self.catalogue, self.record, self.directory) if form == "iep" else (),
                goals=goals,
                empty="" if goals else _(NO_GOALS),
                more=Blank(label=_(MORE_AGREED)),
                review=Blank(label=_(REVIEW)),
                agreed=_(AGREED[form]),
                signers=(Signer(role=_("Worker"), name=name), Signer(role=_("Career navigator"), name="")),
                proper_use=words.proper_use(),
                sources=pages.sources(self.catalogue.vintages),
                english=self._english(),
            )
        )

    def _english(self) -> tuple[str, ...]:
        """The names of work in the plan that has no name in the language spoken."""
        codes = dict.fromkeys(g.code for g in self.plan.goals if g.code and self.catalogue.has(g.code))
        return tuple(self.catalogue.names[c] for c in codes if self.catalogue.untranslated(c))

    def next_up(self, most: int) -> Todo:
        """What can be done now."""
        return self._todo(rules.next_up(self.plan)[:most], _("Nothing is open. 'navigator plan add' puts a step in."))

    def overdue(self) -> Todo:
        """What is open although its day has passed."""
        return self._todo(rules.overdue(self.plan, self.today), _("Nothing is late."))

    def _todo(self, actions: tuple[Action, ...], none: str) -> Todo:
        lines = tuple(cleaned(action_line(a, self.today, _("Me"), self.help_of)) for a in actions)
        goals = {g.id: g.text for g in self.plan.goals}
        return Todo(actions=lines, goals={a.id: goals.get(a.goal, "") for a in actions}, none=none)

    def calendar(self) -> CalendarFile:
        """The days of the plan as a calendar file. Raises BadInput when there are none."""
        todo = rules.next_up(self.plan)
        dated = [a for a in todo if a.due]
        if not dated:
            raise BadInput(
                _("No open step of the plan has a day. Give one with: navigator plan edit a1 --due 2026-12-01.")
            )
        goals = {g.id: g.text for g in self.plan.goals}
        entries = [
            Entry(
                key=f"{self.record.id} {a.id} {a.when}",
                day=date.fromisoformat(a.due),
                title=a.what,
                about=". ".join(t for t in (goals.get(a.goal, ""), self.help_of(a.resource)) if t),
            )
            for a in dated
        ]
        return CalendarFile(
            text=calendar(entries, self.today), entries=len(entries), without_day=len(todo) - len(dated)
        )


def _only(edit: Edit, what: str, **strange: str) -> None:
    """Refuse a flag that does not go with a goal, or with an action."""
    for name, flag in strange.items():
        if getattr(edit, name) is not None:
            raise BadInput(
                " ".join(
                    (_(what).format(flag=flag), _("'navigator plan show' lists the ids of goals (g1) and steps (a1)."))
                )
            )


def _nothing() -> dict[str, Any]:
    raise BadInput(_("Say what is to change, such as --due 2026-12-01 or --status done. --help lists what there is."))
