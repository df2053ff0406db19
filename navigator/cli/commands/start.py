"""`navigator`, `navigator start`, `navigator questions`: the walk."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from navigator.cli import called
from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.cli.today import today
from navigator.cli.whose import renamed
from navigator.domain.errors import BadInput
from navigator.domain.outcome import Outcome
from navigator.domain.question import Choice, Place, Question
from navigator.engine.validate import shown
from navigator.i18n import N_, _

if TYPE_CHECKING:
    from navigator.domain.record import Record, Route
    from navigator.formats.page import Page
    from navigator.records.store import Opened, RecordStore
    from navigator.services.asking import Asker, ScriptedAsker
    from navigator.services.inventory import Walk

WELCOME = N_("You answer plain questions. Then you get a page to keep. All stays on this computer.")

ROUTE = Question(
    id="route",
    kind="one",
    section="you",
    prompt=N_("How much time do you have?"),
    help=N_("You can stop at any time. All answers are kept, and the page can be made at once."),
    choices=(
        Choice(id="standard", text=N_("About 10 minutes"), help=N_("the usual way")),
        Choice(id="quick", text=N_("About 3 minutes"), help=N_("a first idea")),
        Choice(id="full", text=N_("About 30 minutes"), help=N_("everything, best with a counselor; about 20 alone")),
    ),
)

STOP_PRIVATE = N_("You can stop at any time, and take along what you have so far.")
"""The help of the question about time where nothing is kept."""

TAKEN = N_("We take {title} for {name}. If it is other work, put the right job.N.occupation in the answers.")
"""Of a title in a file of answers that names work well enough, though not surely."""

UNTOLD = N_(
    "We could not tell which work {title} is, so it counts for little so far. "
    "Add its job.N.occupation to the answers; 'navigator titles' finds the code."
)
"""Of a title in a file of answers that is little more than a guess."""

SAVE = Question(
    id="save",
    kind="one",
    section="want",
    prompt=N_("Do you want your page as a file, to print or send?"),
    choices=(
        Choice(id="html", text=N_("Yes, one that prints well"), help=N_("opens in any browser")),
        Choice(id="text", text=N_("Yes, as plain text")),
        Choice(id="no", text=N_("No, not now")),
    ),
)


def start(
    ctx: typer.Context,
    route: Annotated[str, typer.Option("--route", help="quick (3 minutes), standard (10) or full (30).")] = "",
    answers: Annotated[Path | None, typer.Option("--answers", help="Answers from a YAML file.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Begin a new record.")] = False,
    name: Annotated[str, typer.Option("--name", help="A name for the new record's file.")] = "",
    private: Annotated[
        bool,
        typer.Option("--private", help="Keep nothing on this computer; save on your own drive, or print, at the end."),
    ] = False,
    minutes: Annotated[
        int,
        typer.Option("--minutes", min=0, help="Minutes you have: the questions shorten so that you reach your page."),
    ] = 0,
    area: Annotated[str, typer.Option("--area", help="Your state, such as OH, so that it is not asked.")] = "",
    large: Annotated[bool, typer.Option("--large", help="Short lines and wide spaces, for a large font.")] = False,
    say: Annotated[
        bool, typer.Option("--say", help="Read the questions aloud, where this computer can speak.")
    ] = False,
    public: Annotated[bool, typer.Option("--public", hidden=True, help="For a kiosk: no folder can be typed.")] = False,
) -> None:
    """Answer questions, in 3, 10 or 30 minutes, and get your page. Goes on where you stopped."""
    from navigator.cli.askers.choose import ANSWERS, asker_for

    session: Session = ctx.obj
    if route:
        _route_of(route)
    session.minutes, session.area, session.large, session.say = minutes, area, large, say
    if large:
        from navigator.cli.paper import enlarge

        session.plain = True
        enlarge()
    if private:
        from navigator.cli.private import private_walk

        private_walk(session, route, answers, public=public)
        return
    asker = asker_for(session.plain, answers, session.json, instead=_(ANSWERS))
    if say and answers is None:
        from navigator.cli.askers.saying import aloud

        asker = aloud(asker)
    opened = (
        session.store.new(name)
        if (new or answers) and session.record_file is None
        else session.opened(make=True, name=name)
    )
    walk(session, asker, opened, route, renamed(session, opened, name))


def walk(session: Session, asker: Asker, opened: Opened, route: str = "", first: tuple[str, ...] = ()) -> None:
    """Ask what is open, then show the page. ``first``: what is said before; from a file, with what is said at the end."""
    from navigator.services.asking import ScriptedAsker

    for said in first:
        asker.tell(said)
    scripted = session.scripted = isinstance(asker, ScriptedAsker)
    chosen = (
        route
        or opened.record.route
        or _route_for(session.minutes)
        or ("standard" if scripted else pick(asker, _route_question(session), "standard"))
    )
    store = session.store
    told: tuple[str, ...] = ()
    if isinstance(asker, ScriptedAsker):
        from navigator.services.answers_file import with_occupations

        read = with_occupations(session.catalogue, asker.answers, cast("Route", chosen))
        asker.answers = read.answers
        told = (
            *(_(TAKEN).format(title=shown(title), name=name) for title, name in read.taken),
            *(_(UNTOLD).format(title=shown(title)) for title in read.untold),
        )
    if scripted:
        # Answers from a file: a refused one must not leave a record behind that is filled in half.
        from navigator.records.memory import MemoryStore

        store = MemoryStore(home=session.store.home)
    started = opened
    if opened.record.finished and opened.record.route != chosen:
        # A longer route after a short one: until its end it can be gone on with from the menu.
        started = store.save(opened, replace(opened.record, finished=False))
    if not scripted and not session.private and opened.path.exists():
        store.use(opened.path)  # whoever walks through a record goes on with it, even one named by --record
    walked = _walk(session, asker, started, cast("Route", chosen), store)
    if not route and not session.minutes:
        walked.reroute = lambda now: cast("Route", pick(asker, _route_question(session), now))
    _preset(session, walked)
    record = walked.run()
    if isinstance(asker, ScriptedAsker):
        told = (*first, *told, *_again(walked, asker))
        record = walked.record
        session.store.save(opened, record)
    read_page(session, asker, record, told)


def _again(walked: Walk, asker: ScriptedAsker) -> tuple[str, ...]:
    """What the answers of a file changed in a record that had some already, in a sentence."""
    from navigator.services.answers_file import taken_again

    changed = taken_again(walked, asker)
    if changed:
        return (_("These answers in the record were changed: {names}.").format(names=", ".join(changed)),)
    return (_("The record has these answers already. Nothing was changed."),) if asker.known and not asker.asked else ()


def _route_question(session: Session) -> Question:
    asked = _spoken(ROUTE)
    return replace(asked, help=_(STOP_PRIVATE)) if session.private else asked


def _preset(session: Session, walked: Walk) -> None:
    """What a center has set for this terminal is not asked. Raises NotFound for an area that is none."""
    from navigator.engine.inventory import sequence

    state = next((q for q in sequence(walked.record, walked.known, walked.route) if q.id == "state"), None)
    if session.area and state is not None and walked.record.answered("state") is None:
        walked.keep(state, session.area)


def _walk(session: Session, asker: Asker, opened: Opened, route: Route, store: RecordStore | None = None) -> Walk:
    from navigator.services.inventory import Walk

    return Walk(session.catalogue, store or session.store, opened, asker, route, _clock(session.minutes))


def _route_for(minutes: int) -> str:
    """The longest route that somebody with so many minutes may want; none is chosen for them when they named no time."""
    return "" if not minutes else "quick" if minutes <= 4 else "standard" if minutes < 30 else "full"


def _clock(minutes: int) -> Callable[[], float] | None:
    """Seconds left of so many minutes from now; None where there is no hurry."""
    end = time.monotonic() + 60 * minutes
    return (lambda: end - time.monotonic()) if minutes else None


def read_page(session: Session, asker: Asker, record: Record, told: tuple[str, ...] = ()) -> None:
    """The page: read screen by screen where somebody sits at a terminal, then offered as a file.

    ``told``: what else is said below it.
    """
    from navigator.cli.views.page import page_view
    from navigator.services.asking import ScriptedAsker
    from navigator.services.page import page

    made = page(session.catalogue, record, today())
    someone = not isinstance(asker, ScriptedAsker) and not session.json
    paper = session.paper
    if someone and _at_terminal():
        from navigator.cli.paper import ScreenByScreen, wants_plain
        from navigator.cli.pausing import reads_on

        if not wants_plain(session.plain):
            _clear(paper)
        session.paper = ScreenByScreen(
            paper, lambda: reads_on(_("-- Press Enter to read on, or type q to stop reading. "), session.plain)
        )
    unused = asker.unused() if isinstance(asker, ScriptedAsker) else []
    notices = (_("Not asked on this route: {names}.").format(names=", ".join(unused)),) if unused else ()
    show(session, Outcome(command="start", value=made, notices=(*told, *notices)), page_view)
    session.paper = paper
    if someone:
        _until_read(session)
    if someone and not session.private:  # a private walk has its own end
        _offer(session, asker, made)


def _spoken(question: Question) -> Question:
    """A fixed question in the language spoken."""
    from navigator.engine.wording import said

    return replace(question, prompt=_(question.prompt), help=_(question.help), choices=said(question.choices))


def pick(asker: Asker, question: Question, otherwise: str) -> str:
    """A choice outside the inventory; there is nothing to go back to. Raises Interrupted when the person stops."""
    from navigator.domain.errors import Interrupted
    from navigator.services.asking import Move

    while True:
        reply = asker.ask(question, Place(number=1, of=1, seconds_left=0))
        if reply is Move.STOP:
            raise Interrupted
        if isinstance(reply, str):
            return reply
        if reply is not Move.BACK:
            return otherwise


def _offer(session: Session, asker: Asker, made: Page) -> None:
    """Offer the page as a file; what was shown stays on the screen until the person has read it."""
    from navigator.cli.commands.export import free_path, write_page

    chosen = pick(asker, _spoken(SAVE), "no")
    if chosen != "no":
        path = write_page(made, chosen, free_path(Path(), "my-page", ".html" if chosen == "html" else ".txt"))
        session.paper.line(_("Your page is in {path}.").format(path=path), strong=True)
    session.paper.line(_("To see more ideas, type: navigator match"))
    session.paper.line(_("To see your page again, or to change an answer, type: {menu}").format(menu=called.menu()))


def _until_read(session: Session) -> None:
    """Wait until the end of the page was read: the menu that follows clears the screen. Raises Interrupted."""
    from navigator.cli.paper import wants_plain
    from navigator.cli.pausing import entered

    if _at_terminal() and not wants_plain(session.plain):
        session.paper.line("")
        entered(_("This is the end of your page. Press Enter to go on. "))


def _at_terminal() -> bool:
    """Whether somebody sits there who reads and types."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _clear(paper: object) -> None:
    """A fresh screen, so that the page begins at its top."""
    console = getattr(paper, "console", None)
    if console is not None:
        console.clear()


def menu(session: Session) -> None:
    """Plain `navigator`: what would you like to do; goes on where the person stopped."""
    from navigator.cli.askers.choose import asker_for
    from navigator.cli.speech import changed_by

    asker = asker_for(session.plain, None, session.json, instead=_("Name a command; --help lists them."))
    path = session.record_path() or session.store.current()
    opened = session.opened() if path and path.exists() else None
    question = Question(
        id="menu",
        kind="one",
        section="you",
        prompt=_("Welcome. What would you like to do?"),
        help="" if opened else _(WELCOME),
        choices=_menu_choices(opened),
    )
    chosen = pick(asker, question, "stop")
    if changed_by(chosen):
        session.__dict__.pop("catalogue", None)  # it is opened again in the language chosen
        menu(session)
    else:
        _do(session, asker, chosen, opened)


def _menu_choices(opened: Opened | None) -> tuple[Choice, ...]:
    from navigator.cli.speech import languages_to_choose

    last = (*languages_to_choose(), Choice(id="stop", text=_("Leave")))
    if opened is None:
        return (Choice(id="new", text=_("Start"), help=_("find out what fits you")), *last)
    record = opened.record
    who = f" ({record.person.name})" if record.person.name else ""
    first = [Choice(id="on", text=_("Go on where you stopped{who}").format(who=who))] if not record.finished else []
    more = (
        [Choice(id="more", text=_("Answer more questions"), help=_("about 8 minutes"))]
        if record.finished and record.route == "quick"
        else []
    )
    return (
        *first,
        Choice(id="page", text=_("Show the page{who}").format(who=who)),
        *more,
        Choice(id="change", text=_("Change or add an answer")),
        Choice(id="new", text=_("Start anew"), help=_("for somebody else, or from the beginning")),
        *last,
    )


def _do(session: Session, asker: Asker, chosen: str, opened: Opened | None) -> None:
    if chosen == "new":
        fresh = session.store.new() if opened or session.record_file is None else session.opened(make=True)
        walk(session, asker, fresh)
    elif opened is None:
        return
    elif chosen == "page":
        read_page(session, asker, opened.record)
    elif chosen == "on":
        walk(session, asker, opened)
    elif chosen == "more":
        walk(session, asker, opened, "standard")
    elif chosen == "change":
        change(session, asker, opened)


def change(session: Session, asker: Asker, opened: Opened) -> None:
    """Change one answer after another, picked from a list, until the person has done; then the page."""
    walked = _walk(session, asker, opened, opened.record.route or "standard")
    finished = opened.record.finished
    while (section := pick(asker, _sections(walked), "done")) != "done":
        name = pick(asker, _answers(walked, section), "back")
        if name != "back":
            walked.change(name)
            if finished:
                walked.run()  # a new answer can open questions that were not there before
    read_page(session, asker, walked.record)


def _sections(walked: Walk) -> Question:
    from navigator.engine.inventory import sequence
    from navigator.engine.wording import SECTIONS

    had = {q.section for q in sequence(walked.record, walked.known, walked.route) if walked.record.answered(q.id)}
    choices = [Choice(id=name, text=text) for name, text in SECTIONS.items() if name in had]
    done = Choice(id="done", text=_("Done"), help=_("show the page"))
    return Question(
        id="sections",
        kind="one",
        section="you",
        prompt=_("Which part do you want to change?"),
        choices=(*choices, done),
    )


def _answers(walked: Walk, section: str) -> Question:
    """The questions of a part that have been through, each with its answer."""
    from navigator.cli.askers.heading import earlier, said
    from navigator.engine.inventory import sequence
    from navigator.engine.said_back import current

    choices = []
    for question in sequence(walked.record, walked.known, walked.route):
        if question.section == section and walked.record.answered(question.id):
            answer = earlier(replace(question, default=current(walked.record, question.id)))
            words = _("no answer") if answer is None else said(question, answer)
            text = question.prompt.partition(".")[0] if question.id.startswith("skill.") else question.prompt
            choices.append(Choice(id=question.id, text=text, help=words))
    back = Choice(id="back", text=_("None of these"), help=_("go back"))
    return Question(
        id="answers",
        kind="one",
        section="you",
        prompt=_("Which answer do you want to change?"),
        choices=(*choices, back),
    )


def _route_of(name: str) -> Route:
    """A route by its name. Raises BadInput."""
    from navigator.engine.inventory import ROUTES

    if name not in ROUTES:
        raise BadInput(_("There is no route {route!r}. Choose quick, standard or full.").format(route=name))
    return name


def questions(
    ctx: typer.Context,
    route: Annotated[str, typer.Option("--route", help="quick, standard or full.")] = "standard",
) -> None:
    """List every question a route can ask. With its id, kind, choices, and the O*NET elements behind it."""
    from navigator.cli.views.questions import questions_view
    from navigator.services.questions import every_question

    session: Session = ctx.obj
    value = every_question(session.catalogue, _route_of(route))
    show(session, Outcome(command="questions", value=value), questions_view)
