"""Says routes in words, for one search."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.domain.occupation import Occupation, Pay, Projection
from navigator.domain.pathway import Direction, Route, Step
from navigator.engine import pathway_choice as choice
from navigator.engine.bands import licensed, ruled_out_times
from navigator.engine.last_pay import comparable
from navigator.engine.pathway_gaps import gaps
from navigator.engine.ways_in import longer
from navigator.formats import pathway_words as say
from navigator.formats import reason_words, words
from navigator.formats.idea import begins_with, few_jobs, jobs_left, paid_but_long
from navigator.formats.words import Names
from navigator.i18n import _
from navigator.services.way_help import Helper, HelpSaid
from navigator.services.way_search import WaySearch

MOST_GAPS = 4
MOST_LATER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """Where the worker stands: the work, the pay we compare with, what that work pays here, and a paper it asks that they
    did not say they have. ``goes_on``: they said that they still do this work."""

    code: str
    work: str
    per_hour: float | None
    pay: str
    pay_here: str
    paper: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSaid:
    """One step in words, with the figures it was said from."""

    code: str
    name: str
    why: str
    pay: str
    entry: Pay | None
    middle: Pay | None
    area: str
    openings: str
    projection: Projection | None
    way_in: str
    months: tuple[float, float]
    earns: bool
    missing: tuple[str, ...]
    note: str
    help: tuple[HelpSaid, ...] = ()
    ask_for: str = ""
    few_jobs: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteSaid:
    """One route in words. ``opened``: by a what-if; ``new``: opened, and not in the list without it; ``jobs_left``: that
    such jobs as it ends in are few, or will be."""

    number: int
    title: str
    code: str
    direction: Direction
    field: str
    new: bool
    gain: str
    gain_per_year: int | None
    takes: str
    months: tuple[float, float]
    earns: bool
    steps: tuple[StepSaid, ...]
    later: tuple[str, ...]
    opened: bool = False
    jobs_left: str = ""


@dataclass(frozen=True, kw_only=True)
class Teller:
    """Says routes in words for one search."""

    ways: WaySearch
    names: Names
    helper: Helper | None = None

    def said(self, route: Route, number: int, opened: bool = False) -> RouteSaid:
        """One route. What a what-if opened is new, as far as is known here."""
        end = route.steps[-1]
        per_year = self.gain(end)
        return RouteSaid(
            number=number,
            title=say.title(route, self.names),
            code=route.end,
            direction=choice.direction(route, self.ways.fields, self.ways.settings),
            field=self.ways.settings.field_of(route.end),
            new=opened,
            opened=opened,
            gain=self._gained(end, per_year),
            gain_per_year=per_year,
            takes=say.takes(route),
            months=route.months,
            earns=route.earns,
            steps=tuple(self.step(s) for s in route.steps),
            later=self.later(route),
            jobs_left=self._jobs_left(route.end),
        )

    def gain(self, end: Step) -> int | None:
        """Dollars a year more than today: at the middle pay, or at the start pay where the way in is a shorter one."""
        more = self.ways.gain(end)
        return None if more is None else say.yearly(more)

    def _gained(self, end: Step, per_year: int | None) -> str:
        wages = self.ways.wages(end.code)
        if self.ways.base is not None and wages and wages.mixed:
            return _(say.MIXED)
        return say.gain(per_year, self.than, self.ways.at_start(end))

    @property
    def than(self) -> str:
        """What a gain is measured against."""
        if comparable(self.ways.record.person.last_pay, self.ways.matching):
            return _("your last pay")
        if self.ways.unpaid:
            return _("the middle pay for the work you did")
        if self.ways.goes_on:
            return _("the middle pay of your work now")
        return _("the middle pay for the work we start from")

    def step(self, step: Step) -> StepSaid:
        """One step."""
        catalogue, ways = self.ways.catalogue, self.ways
        there, spot = catalogue.occupation(step.code), catalogue.spot(step.code)
        before = catalogue.occupation(step.before) if step.before else None
        wages, projection = ways.wages(step.code), catalogue.projection(step.code)
        missing = (
            gaps(
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
            if spot
            else ()
        )
        return StepSaid(
            code=step.code,
            name=there.name,
            why=step.why,
            pay=words.pay_here(wages, ways.record.person.state),
            entry=wages.entry if wages else None,
            middle=wages.typical if wages else None,
            area=wages.area if wages else "",
            openings=words.outlook(projection),
            projection=projection,
            way_in=say.way_in(step, self.names),
            months=step.months,
            earns=step.earns,
            missing=tuple(say.gap(g, self.names) for g in missing)[:MOST_GAPS],
            note=self._note(step),
            remark=self._remark(step),
            ask_for=self._ask_for(there),
            few_jobs=few_jobs(projection) if projection and ways.matcher.few(step.code) else "",
            help=self.helper.for_step(step, missing) if self.helper else (),
        )

    def _note(self, step: Step) -> str:
        """Why the pay near the start counts more than the middle here."""
        if step.shorter or step.abroad:
            return _(say.SHORTER if step.shorter else say.STARTS_LOWER)
        wages = self.ways.wages(step.code)
        return _(say.WIDE) if wages and wages.wide else ""

    def _remark(self, step: Step) -> str:
        """What should be known before a step: that it pays less than now, and that it takes longer than somebody said they
        could train although it is paid."""
        ways = self.ways
        said = [*begins_with(step.way, ways.record.wants.cannot, self.names)] if not step.paper else []
        if ways.base is not None and step.per_hour < ways.base:
            said.append(_(say.PAYS_LESS).format(than=self.than))
        train = ways.limits.train_months
        learned = not (step.degree or step.abroad or step.study)
        if train is not None and learned and longer(step.months[0], train):
            said.append(paid_but_long(step.months, train))
        return " ".join(said)

    def _jobs_left(self, code: str) -> str:
        """That such jobs are few or will be, to somebody who has not done them."""
        ways = self.ways
        held = code in ways.held
        return "" if held else jobs_left(ways.catalogue.projection(code), few=ways.matcher.few(code))

    def _ask_for(self, there: Occupation) -> str:
        """What to ask for where the work often asks hours that were ruled out."""
        return reason_words.ask_for(ruled_out_times(self.ways.record.wants.cannot, there))

    def later(self, route: Route) -> tuple[str, ...]:
        """Where the end of a route can lead on to, even beyond what the worker said: named, never counted."""
        occupation = self.ways.catalogue.occupation(route.end)
        known = self.names.occupations.keys() - self.names.untold
        onward = [s for s in occupation.profile.next_steps if s.code not in route.codes and s.code in known]
        if route.end in self.names.untold:  # the reasons stand in its file, which is in English
            return tuple(self.names.occupations[s.code] for s in onward[:MOST_LATER])
        said = _("{work} ({why})")
        return tuple(
            said.format(work=self.names.occupations[s.code], why=words.lower_first(s.why)) for s in onward[:MOST_LATER]
        )

    def now(self) -> Now:
        """Where the worker stands."""
        ways, code = self.ways, self.ways.now_code
        wages = ways.wages(code) if code else None
        said = words.money(ways.record.person.last_pay)
        return Now(
            code=code or "",
            work=self.names.occupations[code] if code else "",
            per_hour=ways.base,
            pay=_("Your last pay: {pay}.").format(pay=said) if said else "",
            pay_here=words.pay_here(wages, ways.record.person.state) if code else "",
            paper=self.paper(code) if code else "",
            goes_on=ways.goes_on,
        )

    def paper(self, code: str) -> str:
        """The license that the work asks and that is not among those held; a license from another country does not hold."""
        matcher = self.ways.matcher
        occupation = self.ways.catalogue.occupation(code)
        needed = occupation.profile.licence
        if needed.need != "required" or licensed(matcher.standing, occupation):
            return ""
        said = _("To do this work here you need this: {paper}. You did not say that you have it.")
        if code in matcher.standing.abroad:
            said = _(
                "To do this work here you need this: {paper}. A career navigator can tell you who looks at papers from another country."
            )
        return said.format(paper=self.names.licences.get(needed.names[0], needed.names[0]))
