"""Ways to better work on the screen: a list, two side by side, and doors."""

from __future__ import annotations

from collections.abc import Iterable

from navigator.cli.paper import RichPaper
from navigator.cli.session import Session
from navigator.services.pathways import Ways
from navigator.services.way_compare import Compared, Doors, DoorSaid
from navigator.services.way_teller import RouteSaid, StepSaid

FULL = 3
"""Ways of each kind told in full; the others get two lines, to keep the list readable."""

HEADS = {"up": "Up in your field", "out": "Out to another field"}


def ways_view(ways: Ways, session: Session) -> None:
    """What must be said first, where the worker stands, and each way."""
    paper = session.paper
    paper.title("Ways to better work")
    for text in (*ways.first, ways.changed):
        if text:
            paper.line(text, strong=True)
    if ways.now.work or ways.now.pay:
        paper.heading("Now")
        paper.line(
            " ".join(t for t in (f"{ways.now.work}." if ways.now.work else "", ways.now.pay, ways.now.pay_here) if t)
        )
    if ways.in_the_way:
        paper.heading("In the way of this")
        for text in ways.in_the_way:
            paper.bullet(text)
    for direction, head in HEADS.items():
        _part(head, [r for r in ways.routes if r.direction == direction], session)
    if not ways.routes:
        paper.line("No way to show. --what-if shows what would open one, such as --what-if train=12.")
    if len(ways.routes) > 1:
        paper.line()
        paper.line("More about one: --to CODE. Two side by side: --compare 1,2. What opens doors: --doors.")
    _foot((ways.possible, ways.full_time, ways.benefits), (ways.proper_use, *ways.sources), session)


def _part(head: str, routes: list[RouteSaid], session: Session) -> None:
    if not routes:
        return
    session.paper.heading(f"{head} ({len(routes)})")
    for place, route in enumerate(routes):
        _route(route, session, full=place < FULL)


def _route(route: RouteSaid, session: Session, full: bool) -> None:
    paper = session.paper
    mark = " - new" if route.new else ""
    earning = " - keep earning" if route.earns else ""
    paper.line()
    paper.line(f"{route.number}. {route.title} [{route.code}]{earning}{mark}", strong=True)
    paper.line(f"{route.gain} {route.takes}".strip(), indent=2)
    if not full:
        return
    for number, step in enumerate(route.steps, start=1):
        if len(route.steps) > 1:
            paper.line(f"Step {number}: {step.name}", indent=2)
        _step(step, session)
    if route.later:
        paper.bullet(f"Can lead on to: {'; '.join(route.later)}", indent=2)


def _step(step: StepSaid, session: Session) -> None:
    paper = session.paper
    paper.bullet(step.pay, indent=2)
    paper.bullet(f"Way in: {step.way_in}", indent=2)
    if step.missing:
        paper.bullet(f"Missing: {'; '.join(step.missing)}.", indent=2)
    if step.note:
        paper.bullet(step.note, indent=2)
    paper.bullet(step.openings, indent=2)


def compared_view(two: Compared, session: Session) -> None:
    """Side by side where there is room and a screen; in plain lines, one under the other."""
    paper = session.paper
    paper.title("Two ways side by side")
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
    session.paper.title("What opens the most doors")
    found: tuple[tuple[str, DoorSaid | None], ...] = (
        ("A certificate or license", doors.paper),
        ("Schooling", doors.schooling),
        ("A skill", doors.skill),
    )
    for head, door in found:
        if door is None:
            continue
        session.paper.heading(head)
        session.paper.line(door.says)
        for text in door.opens:
            session.paper.bullet(text)
        if door.count > len(door.opens):
            session.paper.line(f"And {door.count - len(door.opens)} more.", soft=True)
    if all(door is None for _, door in found):
        session.paper.line("Nothing stands out: the work one step away asks nothing that you have not told us.")
    _foot((doors.possible,), doors.sources, session)


def _foot(said: Iterable[str], soft: Iterable[str], session: Session) -> None:
    session.paper.heading("About these ways")
    for text in said:
        if text:
            session.paper.line(text)
    for text in soft:
        session.paper.line(text, soft=True)
