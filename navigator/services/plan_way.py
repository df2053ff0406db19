"""From a pathway to a plan: goals and first steps, made at once and edited freely."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from navigator.domain.errors import BadInput
from navigator.domain.occupation import HOURS_A_YEAR, Asks
from navigator.domain.pathway import Gap, Route, Step
from navigator.domain.plan import Action, Goal, GoalKind, Plan
from navigator.domain.question import Choice, Question
from navigator.engine import plan as rules
from navigator.engine.pathway_gaps import gaps
from navigator.engine.ways_in import works_up
from navigator.formats import pathway_words as say
from navigator.formats import words
from navigator.formats.words import Names
from navigator.i18n import N_, _, ngettext, pgettext
from navigator.records.store import now
from navigator.services.help_named import best_for
from navigator.services.iep import APPLY, RISE
from navigator.services.page import names_of
from navigator.services.pathways import Wish, listing, route_for, searches
from navigator.services.plan import Changed, Planner
from navigator.services.resources import WAYS, raise_notes
from navigator.services.way_search import WaySearch
from navigator.services.way_teller import Teller

MOST_SKILLS = 3
LEARN: dict[Asks, str] = {
    "none": N_("Have the papers for this work"),
    "short_course": N_("Finish a short course"),
    "certificate": N_("Earn the certificate"),
    "apprenticeship": N_("Start as an apprentice"),
    "associate": N_("Earn the 2-year degree"),
    "bachelor": N_("Earn the 4-year degree"),
    "master": N_("Earn the master's degree"),
    "doctor": N_("Earn the doctor's or law degree"),
}
COUNTS_HERE = N_("Show that my papers count here")
ABROAD = "foreign-papers"
PAYS = ("hundreds", "thousands", "free_with_help")
"""Costs of a way in that somebody may help to pay."""


def which_way(planner: Planner) -> Question | None:
    """Which way of the list to plan, as a question whose answer is its number; None where there are no two to choose from."""
    ways, listed = _listed(planner)
    if len(listed) < 2:
        return None
    teller = Teller(ways=ways, names=names_of(planner.catalogue))
    told = [teller.said(route, number) for number, route in enumerate(listed, start=1)]
    choices = tuple(Choice(id=str(t.number), text=t.title, help=f"{t.gain} {t.takes}".strip()) for t in told)
    return Question(id="way", kind="one", section="want", prompt=_("Which way do you want to plan?"), choices=choices)


def _listed(planner: Planner) -> tuple[WaySearch, list[Route]]:
    """The ways as `pathways` numbers them, with the search they come from."""
    usual, ways = searches(planner.catalogue, planner.record, Wish())
    listed, *_rest = listing(usual, ways, "", names_of(planner.catalogue))
    return ways, listed


def from_pathway(planner: Planner, which: str) -> Changed:
    """Add a route's goals and steps to the plan. ``which``: its number in the list, an occupation, or the first when empty."""
    ways, listed = _listed(planner)
    if not which and not listed:
        raise BadInput(
            _(
                "There is no possible way in your list yet. 'navigator pathways' says why; 'navigator plan add-goal' needs none."
            )
        )
    route = route_for(ways, listed, which or "1")
    writer = Writer(planner=planner, ways=ways, route=route)
    twice = next((g for g in planner.plan.goals if g.code == route.end and g.origin and not g.met_on), None)
    if twice:
        raise BadInput(
            _("Goal {id} of your plan was already made from this way. Change that one, or remove it first.").format(
                id=twice.id
            )
        )
    plan = writer.written()
    before = len(planner.plan.goals), len(planner.plan.actions)
    goals, actions = plan.goals[before[0] :], plan.actions[before[1] :]
    said = _("Added {goals} and {steps} from the way: {way}. Change them as you like.").format(
        goals=ngettext("{count} goal", "{count} goals", len(goals)).format(count=len(goals)),
        steps=ngettext("{count} step", "{count} steps", len(actions)).format(count=len(actions)),
        way=say.title(route, writer.names),
    )
    return planner.save_with(plan, said, *(g.id for g in goals), *(a.id for a in actions))


@dataclass(frozen=True, kw_only=True)
class Writer:
    """Turns one route into goals and actions: the first step in detail, the later ones as goals to come back to."""

    planner: Planner
    ways: WaySearch
    route: Route

    @cached_property
    def names(self) -> Names:
        """What ids are called."""
        return names_of(self.planner.catalogue)

    def written(self) -> Plan:
        """The plan with the route in it. Raises BadInput when it is full."""
        plan = self.planner.plan
        for number, step in enumerate(self.route.steps):
            name = self.names.occupations[step.code]
            if number == 0:
                plan = self._first(plan, step, name)
            else:
                plan = self._goal(plan, "work", _("After that: {work}").format(work=words.lower_first(name)), step.code)
                again = _("Look at this step again once the one before is done. Way in: {how}")
                plan = self._steps(plan, [(again.format(how=self._how(step)), "")])
        return plan

    def _first(self, plan: Plan, step: Step, name: str) -> Plan:
        missing = self._gaps(step)
        plan = self._goal(plan, "work", name, step.code)
        plan = self._steps(plan, self._work(step))
        learn = self._learning(step, missing)
        if learn:
            plan = self._goal(
                plan,
                "learning",
                _("{learn}: {work}").format(learn=_(_learned(step)), work=words.lower_first(name)),
                "",
            )
            plan = self._steps(plan, learn)
        skills = self._skills(missing)
        if skills:
            plan = self._goal(
                plan, "skills", _("Get ready for this work: {work}").format(work=words.lower_first(name)), ""
            )
            plan = self._steps(plan, skills)
        return plan

    def _work(self, step: Step) -> list[tuple[str, str]]:
        how, look = words.lower_first(self._how(step)), self._postings(step)
        found = [(_("Talk with someone who does this work. Ask what a normal day is like."), "")]
        if works_up(step.way, self.ways.settings.work_up):  # nobody can just apply
            found += [(_(RISE).format(how=how), ""), *self._other_start(step), look]
        elif not (step.studies or step.abroad):  # else what is learned or looked at comes before
            found += [look, (_(APPLY).format(how=how), ""), *self._other_start(step)]
        yearly = [None if p is None else p * HOURS_A_YEAR for p in (self.ways.base, step.per_hour)]
        if raise_notes(self.planner.directory, *yearly) and self.ways.base is not None:
            found.append(
                (
                    _("Ask if more pay would change help I get with food, health cover, child care or rent."),
                    self._help("job-search"),
                )
            )
        return found

    def _other_start(self, step: Step) -> list[tuple[str, str]]:
        """To ask for another start, where the way in begins with what was ruled out."""
        asked = [] if step.paper else step.way.begins_with(self.ways.limits.cannot)
        what = "; ".join(words.lower_first(self.names.cannot[c]) for c in asked)
        return [(_("Ask if I can start without this: {what}.").format(what=what), "")] if asked else []

    def _postings(self, step: Step) -> tuple[str, str]:
        """To look for what employers call the work."""
        called = self.planner.catalogue.occupation(step.code).profile.postings_say or self.names.occupations[step.code]
        said = pgettext("step of a plan", "Look for postings that say: {titles}.")
        return said.format(titles=called), self._help("job-search")

    def _how(self, step: Step) -> str:
        """The way in as its file says it; that it is done, to somebody who has the paper it gives."""
        return say.way_in(step, self.names) if step.paper else step.way.how

    def _learning(self, step: Step, missing: tuple[Gap, ...]) -> list[tuple[str, str]]:
        found = []
        if step.abroad:
            found.append((_("Ask who looks at my papers from another country, and what it costs."), self._help(ABROAD)))
            found.append((_("Get my degree or license papers from there, and have them put into English."), ""))
        if step.studies:
            kind = WAYS[step.way.asks][1]
            place = "apprenticeship" if kind == "apprenticeship" else "training"
            where = _("Find out where I can do this near me: {how}")
            found.append((where.format(how=words.lower_first(step.way.how)), self._help(place)))
            if step.way.cost in PAYS:
                found.append((_("Ask who helps to pay for it."), self._help("school-money")))
        for gap in missing:
            said = words.lower_first(self.names.licences.get(gap.about, gap.about))
            if gap.kind == "licence":
                found.append((_("Find out how to get what the law asks for: {paper}.").format(paper=said), ""))
            elif gap.kind == "unsaid":
                found.append(
                    (_("See if I have what the law asks for, else how to get it: {paper}.").format(paper=said), "")
                )
            elif gap.kind == "often":
                found.append((_("Ask employers if they want this: {paper}.").format(paper=said), ""))
            elif gap.kind == "schooling" and gap.about == "high_school":
                found.append((_("Ask about classes for a high school diploma or GED."), self._help("diploma")))
        if step.studies or step.abroad:
            found.append(self._postings(step))
        if step.abroad and not step.studies:  # nobody is hired before the papers count
            found.append((_(APPLY).format(how=words.lower_first(self._how(step))), ""))
        return found

    def _skills(self, missing: tuple[Gap, ...]) -> list[tuple[str, str]]:
        wanted = [g for g in missing if g.kind in ("activity", "knowledge")][:MOST_SKILLS]
        return [(self._learn(g), "") for g in wanted]

    def _learn(self, gap: Gap) -> str:
        if gap.kind == "knowledge":
            area = words.lower_first(self.names.knowledge.get(gap.about, gap.about)).rstrip(".")
            return _("Learn more about {area}.").format(area=area)
        activity = words.lower_first(self.names.do.get(gap.about, gap.about)).rstrip(".")
        return _("Learn to {activity}.").format(activity=activity)

    def _gaps(self, step: Step) -> tuple[Gap, ...]:
        catalogue, ways = self.planner.catalogue, self.ways
        there, spot = catalogue.occupation(step.code), catalogue.spot(step.code)
        before = catalogue.occupation(step.before) if step.before else None
        if spot is None:
            return ()
        return gaps(
            step,
            spot,
            there,
            before,
            ways.matcher.standing,
            ways.limits,
            catalogue.tables,
            ways.matching,
            ways.settings,
        )

    def _help(self, kind: str) -> str:
        """The id of the resource that is best for a kind of need."""
        found = best_for(self.planner.directory, kind)
        return found.id if found else ""

    def _goal(self, plan: Plan, kind: GoalKind, text: str, code: str) -> Plan:
        origin = "pathway"
        return rules.with_goal(plan, Goal(id="", kind=kind, text=_short(text), code=code, origin=origin, when=now()))

    def _steps(self, plan: Plan, steps: list[tuple[str, str]]) -> Plan:
        for what, resource in steps:
            action = Action(id="", what=_short(what), goal=plan.goals[-1].id, resource=resource, when=now())
            plan = rules.with_action(plan, action)
        return plan


def _learned(step: Step) -> str:
    """What the learning part of a step is: the schooling of its way in, or that the papers one has are shown."""
    if step.abroad:
        return COUNTS_HERE
    return LEARN[step.way.asks if step.studies else "none"]


def _short(text: str) -> str:
    return text if len(text) <= rules.MOST_LETTERS else text[: rules.MOST_LETTERS - 1].rsplit(" ", 1)[0] + "…"
