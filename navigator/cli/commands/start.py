"""`navigator`, `navigator start`, `navigator questions`: the walk."""

from __future__ import annotations


from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.cli.today import today
from navigator.domain.errors import BadInput
from navigator.domain.outcome import Outcome
from navigator.domain.question import Choice, Place, Question

if TYPE_CHECKING:
    from navigator.domain.record import Route
    from navigator.records.store import Opened
    from navigator.services.asking import Asker

ROUTES = ("quick", "standard", "full")

ROUTE = Question(
    id="route",
    kind="one",
    section="you",
    prompt="How much time do you have?",
    help="You can stop at any time. All answers are kept, and the page can be made at once.",
    choices=(
        Choice(id="standard", text="About 10 minutes", help="the usual way"),
        Choice(id="quick", text="About 2 minutes", help="a first idea"),
        Choice(id="full", text="About 30 minutes", help="everything, best with a counselor"),
    ),
)

SAVE = Question(
    id="save",
    kind="one",
    section="want",
    prompt="Do you want your page as a file, to print or send?",
    choices=(
        Choice(id="html", text="Yes, one that prints well", help="opens in any browser"),
        Choice(id="text", text="Yes, as plain text"),
        Choice(id="no", text="No, not now"),
    ),
)


def start(
    ctx: typer.Context,
    route: Annotated[str, typer.Option("--route", help="quick (2 minutes), standard (10) or full (30).")] = "",
    answers: Annotated[Path | None, typer.Option("--answers", help="Answers from a YAML file.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Begin a new record.")] = False,
    name: Annotated[str, typer.Option("--name", help="A name for the new record's file.")] = "",
) -> None:
    """Answer questions, in 2, 10 or 30 minutes, and get your page. Goes on where you stopped."""
    from navigator.cli.askers.choose import asker_for
    from navigator.services.asking import ScriptedAsker

    session: Session = ctx.obj
    if route and route not in ROUTES:
        raise BadInput(f"There is no route {route!r}. Choose quick, standard or full.")
    asker = asker_for(session.plain, answers)
    opened = session.store.new(name) if (new or answers) and session.record_file is None else session.opened(make=True, name=name)
    walk(session, asker, opened, route)
    if isinstance(asker, ScriptedAsker) and asker.unused():
        session.paper.line(f"Not asked on this route: {', '.join(asker.unused())}.", soft=True)


def walk(session: Session, asker: Asker, opened: Opened, route: str = "") -> None:
    """Ask what is open, then show the page."""
    from navigator.services.asking import ScriptedAsker
    from navigator.services.inventory import Walk
    from navigator.services.page import page

    scripted = isinstance(asker, ScriptedAsker)
    chosen = route or opened.record.route or ("standard" if scripted else _pick(asker, ROUTE, "standard"))
    walked = Walk(session.catalogue, session.store, opened, asker, cast("Route", chosen))
    record = walked.run()
    made = page(session.catalogue, record, today())
    from navigator.cli.views.page import page_view

    show(session, Outcome(command="start", value=made), page_view)
    if not scripted and not session.json:
        _offer(session, asker, made)


def _pick(asker: Asker, question: Question, otherwise: str) -> str:
    """A choice outside the inventory. Raises Interrupted when the person stops."""
    from navigator.domain.errors import Interrupted
    from navigator.services.asking import Move

    reply = asker.ask(question, Place(number=1, of=1, seconds_left=0))
    if reply is Move.STOP:
        raise Interrupted
    return reply if isinstance(reply, str) else otherwise


def _offer(session: Session, asker: Asker, made: object) -> None:
    """Offer the page as a file; what was shown stays on the screen until the person has read it."""
    from navigator.cli.commands.export import write_page
    from navigator.formats.page import Page

    if isinstance(made, Page):
        if not session.plain:
            pause()
        chosen = _pick(asker, SAVE, "no")
        if chosen != "no":
            path = write_page(made, chosen, None)
            session.paper.line(f"Your page is in {path}.", strong=True)
        session.paper.line("See all ideas with: navigator match. Read about one with: navigator occupation.")


def pause() -> None:
    """Wait for Enter, so that a menu does not clear the page away."""
    import sys

    if sys.stdin.isatty() and sys.stdout.isatty():
        from navigator.domain.errors import Interrupted

        try:
            input("\nPress Enter to go on. ")
        except (EOFError, KeyboardInterrupt) as error:
            raise Interrupted from error


def menu(session: Session) -> None:
    """Plain `navigator`: what would you like to do; goes on where the person stopped."""
    from navigator.cli.askers.choose import asker_for

    asker = asker_for(session.plain, None)
    path = session.record_file or session.store.current()
    opened = session.store.open(path) if path and Path(path).exists() else None
    record = opened.record if opened else None
    choices = [Choice(id="new", text="Start", help="find out what fits you")]
    if record is not None:
        who = f" ({record.person.name})" if record.person.name else ""
        if not record.finished:
            choices.insert(0, Choice(id="on", text=f"Go on where you stopped{who}"))
        choices.insert(1 if not record.finished else 0, Choice(id="page", text=f"Show the page{who}"))
        choices[-1] = Choice(id="new", text="Start anew, for somebody else or from the beginning")
    question = Question(
        id="menu", kind="one", section="you", prompt="Welcome. What would you like to do?", choices=(*choices, Choice(id="stop", text="Leave"))
    )
    _do(session, asker, _pick(asker, question, "stop"), opened)


def _do(session: Session, asker: Asker, chosen: str, opened: Opened | None) -> None:
    from navigator.cli.commands.export import show_summary

    if chosen == "page" and opened is not None:
        show_summary(session, opened.record)
    elif chosen == "on" and opened is not None:
        walk(session, asker, opened)
    elif chosen == "new":
        walk(session, asker, session.store.new())


def questions(
    ctx: typer.Context,
    route: Annotated[str, typer.Option("--route", help="quick, standard or full.")] = "standard",
) -> None:
    """List every question a route can ask: id, kind, choices, and the O*NET elements behind it."""
    from navigator.cli.views.questions import questions_view
    from navigator.services.questions import every_question

    session: Session = ctx.obj
    if route not in ROUTES:
        raise BadInput(f"There is no route {route!r}. Choose quick, standard or full.")
    value = every_question(session.catalogue, cast("Route", route))
    show(session, Outcome(command="questions", value=value), questions_view)
