"""Ways to better work on the screen: a list, two side by side, and doors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from navigator.cli.paper import RichPaper, is_heard
from navigator.cli.session import Session
from navigator.i18n import N_, _
from navigator.services.pathways import Ways
from navigator.services.way_compare import Compared, Doors, DoorSaid
from navigator.services.way_help import HelpSaid
from navigator.services.way_teller import RouteSaid, StepSaid

FULL = 3
"""Ways of each kind told in full; the others get two lines, to keep the list readable."""

HEADS = {"up": N_("Up in your field"), "out": N_("Out to another field")}


def ways_view(ways: Ways, session: Session) -> None:
    """What must be said first, where the worker stands, and each way."""
    paper = session.paper
    paper.title(_("Ways to better work"))
    for text in (*ways.first, ways.changed, _order(ways)):
        if text:
            paper.line(text, strong=True)
    if ways.now.work or ways.now.pay:
        paper.heading(_("Now") if ways.now.goes_on else _("Where we start"))
        paper.line(
            " ".join(t for t in (f"{ways.now.work}." if ways.now.work else "", ways.now.pay, ways.now.pay_here) if t)
        )
        if ways.now.paper:
            paper.line(ways.now.paper)
    _told_of(_("What you asked about"), ways.own, session)
    _told_of(_("In the way of this"), ways.in_the_way, session)
    named: set[HelpSaid] = set()
    for direction, head in HEADS.items():
        _part(_(head), [r for r in ways.routes if r.direction == direction], session, named)
    if not (ways.routes or ways.own):
        paper.line(_("No way to show."))
        if ways.opener:
            paper.line(_("This may open one: navigator pathways --what-if {change}").format(change=ways.opener))
    if len(ways.routes) > 1:
        paper.line()
        paper.line(
            _('More about one: --to "NAME". Two side by side: --compare 1,2. What opens doors: --doors.')
            if is_heard(session.plain)
            else _("More about one: --to CODE. Two side by side: --compare 1,2. What opens doors: --doors.")
        )
    if ways.diploma:
        paper.line()
        paper.line(ways.diploma, strong=True)
    if ways.needs:
        paper.heading(_("Help with what you named"))
    for needed in ways.needs:
        paper.bullet(_help(needed))
    _foot((ways.possible, ways.full_time, ways.benefits), (ways.proper_use, *ways.sources), session)


def _told_of(head: str, texts: tuple[str, ...], session: Session) -> None:
    if texts:
        session.paper.heading(head)
    for text in texts:
        session.paper.bullet(text)


def _order(ways: Ways) -> str:
    """After what a what-if changes: what the list below holds."""
    if not ways.changed or not ways.routes:
        return ""
    return _("New ones come first.") if any(r.new for r in ways.routes) else _("The ways that are possible:")


def change_view(ways: Ways, session: Session) -> None:
    """What a change would open and nothing else; the ways that there are without it stand in `navigator pathways`.

    These have no numbers: a number names a way of that other list."""
    paper, new = session.paper, [replace(r, number=0) for r in ways.routes if r.opened]
    paper.title(_("What this would change"))
    for text in (*(ways.first if new else ()), ways.changed):
        if text:
            paper.line(text, strong=True)
    named: set[HelpSaid] = set()
    for direction, head in HEADS.items():
        _part(_(head), [r for r in new if r.direction == direction], session, named)
    paper.line()
    if ways.closes:
        paper.line(_("Your other ways stay: navigator pathways"))
    elif new:
        paper.line(_("The ways you have now stay too: navigator pathways"))
    else:
        paper.line(_("Your ways stay as they are: navigator pathways"))
    if new:
        _foot((ways.possible, ways.full_time, ways.benefits), (ways.proper_use, *ways.sources), session)


def _help(said: HelpSaid) -> str:
    """`To train for it: A (phone); B (web)`."""
    return _("{about}: {entries}").format(about=said.about, entries="; ".join(said.entries))


def _part(head: str, routes: list[RouteSaid], session: Session, named: set[HelpSaid]) -> None:
    if not routes:
        return
    session.paper.heading(f"{head} ({len(routes)})")
    for place, route in enumerate(routes):
        _route(route, session, named, full=place < FULL)


def _route(route: RouteSaid, session: Session, named: set[HelpSaid], full: bool) -> None:
    paper = session.paper
    mark = f" - {_('new')}" if route.new else ""
    earning = f" - {_('keep earning')}" if route.earns else ""
    paper.line()
    at = f"{route.number}. " if route.number else ""
    paper.line(f"{at}{session.with_code(route.title, route.code)}{earning}{mark}", strong=True)
    left = "" if full else route.jobs_left  # told in full, a step says it with the figures
    paper.line(" ".join(filter(None, (route.gain, route.takes, left))), indent=2)
    if not full:
        return
    for number, step in enumerate(route.steps, start=1):
        if len(route.steps) > 1:
            paper.line(_("Step {number}: {work}").format(number=number, work=step.name), indent=2)
        _step(step, session, named)
    if route.later:
        paper.bullet(_("Can lead on to: {work}").format(work="; ".join(route.later)), indent=2)


def _step(step: StepSaid, session: Session, named: set[HelpSaid]) -> None:
    """One step; help that was named beside an earlier one is not named again."""
    paper = session.paper
    paper.bullet(step.pay, indent=2)
    paper.bullet(_("Way in: {how}").format(how=step.way_in), indent=2)
    if step.missing:
        paper.bullet(_("Missing: {what}.").format(what="; ".join(step.missing)), indent=2)
    for note in filter(None, (step.few_jobs, step.note, step.remark, step.ask_for)):
        paper.bullet(note, indent=2)
    paper.bullet(step.openings, indent=2)
    for said in step.help:
        if said not in named:
            named.add(said)
            paper.bullet(_help(said), indent=2)


def compared_view(two: Compared, session: Session) -> None:
    """Side by side where there is room and a screen; in plain lines, one under the other."""
    paper = session.paper
    paper.title(_("Two ways side by side"))
    if isinstance(paper, RichPaper):
        _table(two, paper)
    else:
        for line in two.lines:
            paper.heading(line.what)
            paper.line(f"A. {line.one}")
            paper.line(f"B. {line.other}")
    _foot((two.possible, two.full_time), two.sources, session)


def _table(two: Compared, paper: RichPaper) -> None:
    from rich.table import Table
    from rich.text import Text

    from navigator.engine.validate import clean_line

    table = Table(show_lines=True, expand=True)
    for head in ("", f"A. {two.one.title}", f"B. {two.other.title}"):
        table.add_column(Text(clean_line(head)), ratio=1 if not head else 3, overflow="fold")
    for line in two.lines[1:]:
        table.add_row(*(Text(clean_line(t)) for t in (line.what, line.one, line.other)))
    paper.console.print(table)


def doors_view(doors: Doors, session: Session) -> None:
    """The paper, the schooling and the skill, each with its doors."""
    session.paper.title(_("What opens the most doors"))
    found: tuple[tuple[str, DoorSaid | None], ...] = (
        (_("A certificate or license"), doors.paper),
        (_("Schooling"), doors.schooling),
        (_("A skill"), doors.skill),
    )
    for head, door in found:
        if door is None:
            continue
        session.paper.heading(head)
        session.paper.line(door.says)
        for text in door.opens:
            session.paper.bullet(text)
        if door.count > len(door.opens):
            session.paper.line(_("And {n} more.").format(n=door.count - len(door.opens)), soft=True)
    if all(door is None for _name, door in found):
        session.paper.line(_("Nothing stands out: the work one step away asks nothing that you have not told us."))
    _foot((doors.possible,), doors.sources, session)


def _foot(said: Iterable[str], soft: Iterable[str], session: Session) -> None:
    session.paper.heading(_("About these ways"))
    for text in said:
        if text:
            session.paper.line(text)
    for text in soft:
        session.paper.line(text, soft=True)
