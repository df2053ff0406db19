"""`navigator plan`: goals and steps that the worker decides, alone or with a counselor; and `export plan`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from navigator.cli import files
from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.cli.today import today
from navigator.domain.errors import BadInput
from navigator.domain.outcome import Outcome
from navigator.i18n import Speech, _, languages, speaking

if TYPE_CHECKING:
    from navigator.catalogue.store import Catalogue
    from navigator.formats.plan_page import Form, PlanPage
    from navigator.services.plan import Changed, Planner

app = typer.Typer(help="Your plan: goals and steps. No date is asked for; change it as you like.",
                  rich_markup_mode=None, no_args_is_help=False, invoke_without_command=True)  # fmt: skip

Id = Annotated[
    str, typer.Argument(metavar="ID", help="The id of a goal (g1) or a step (a1), as 'plan show' lists them.")
]
Agreed = Annotated[str | None, typer.Option("--agreed", help="The day it was agreed, such as today or Monday.")]
Due = Annotated[
    str | None, typer.Option("--due", help="By when, such as 2026-12-01, Friday or 'in 2 weeks'; none for no day.")
]
Who = Annotated[str | None, typer.Option("--who", help="Who does it; without it, you.")]
Help = Annotated[
    str | None, typer.Option("--resource", help="Who can help: an id of 'navigator resources', or your own words.")
]
For = Annotated[str | None, typer.Option("--for", help="The occupation a goal is about, by code or title.")]


def planner_of(session: Session, catalogue: Catalogue | None = None) -> Planner:
    """The plan of this run's record, with the help that there is in its state."""
    from navigator.records.book import default_path
    from navigator.services.plan import Planner
    from navigator.services.resources import Directory, told_by

    opened = session.opened()
    area = opened.record.person.state or "US"
    book = default_path(session.store.home)
    catalogue = catalogue or session.catalogue
    directory = Directory(
        catalogue=catalogue,
        area=area,
        today=today(),
        book=book,
        **told_by(opened.record),
    )
    return Planner(catalogue=catalogue, store=session.store, opened=opened, directory=directory)


def _said(session: Session, command: str, value: Changed) -> None:
    from navigator.cli.views.plan import changed_view

    show(session, Outcome(command=command, value=value), changed_view)


def _begin(ctx: typer.Context, command: str) -> Session:
    session: Session = ctx.obj
    session.command = command
    return session


@app.callback()
def plan(ctx: typer.Context) -> None:
    """Show the plan, or change it with one of the commands below."""
    if ctx.invoked_subcommand is None:
        show_plan(ctx)


@app.command("show")
def show_plan(ctx: typer.Context) -> None:
    """Show the goals and the steps. With pay and openings for each work goal."""
    from navigator.cli.views.plan import plan_view

    session = _begin(ctx, "plan show")
    show(session, Outcome(command="plan show", value=planner_of(session).page()), plan_view)


@app.command()
def add_goal(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(help="The goal, in your own words.")],
    kind: Annotated[str, typer.Option("--kind", help="work, skills, learning or life.")] = "work",
    which: For = None,
) -> None:
    """Put a goal into the plan."""
    session = _begin(ctx, "plan add-goal")
    _said(session, "plan add-goal", planner_of(session).add_goal(text, kind, which or ""))


@app.command()
def add(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(help="The step, in your own words.")],
    goal: Annotated[str | None, typer.Option("--goal", help="The goal it is toward, such as g1.")] = None,
    who: Who = None,
    agreed: Agreed = None,
    due: Due = None,
    resource: Help = None,
) -> None:
    """Put a step into the plan. A date is never needed."""
    from navigator.services.plan import Edit

    session = _begin(ctx, "plan add")
    edit = Edit(text=text, goal=goal, who=who, agreed=agreed, due=due, resource=resource)
    _said(session, "plan add", planner_of(session).add(edit))


@app.command("edit")
def edit_part(
    ctx: typer.Context,
    name: Id,
    text: Annotated[str | None, typer.Option("--text", help="New words for it.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Of a goal: work, skills, learning or life.")] = None,
    which: For = None,
    goal: Annotated[str | None, typer.Option("--goal", help="Of a step: the goal it is toward, or none.")] = None,
    who: Who = None,
    agreed: Agreed = None,
    due: Due = None,
    status: Annotated[
        str | None, typer.Option("--status", help="not started, in progress, done, or no longer applies.")
    ] = None,
    resource: Help = None,
) -> None:
    """Change a goal or a step."""
    from navigator.services.plan import Edit

    session = _begin(ctx, "plan edit")
    edit = Edit(
        text=text, kind=kind, which=which, goal=goal, who=who, agreed=agreed, due=due, status=status, resource=resource
    )
    _said(session, "plan edit", planner_of(session).edit(name, edit))


@app.command()
def done(
    ctx: typer.Context,
    name: Id,
    on: Annotated[str, typer.Option("--on", help="The day it was done; without it, today.")] = "",
) -> None:
    """Mark a step as done, or a goal as met. The open steps of a goal that is met no longer apply."""
    session = _begin(ctx, "plan done")
    _said(session, "plan done", planner_of(session).finish(name, on))


@app.command("next")
def next_steps(
    ctx: typer.Context, limit: Annotated[int, typer.Option("--limit", min=1, max=50, help="How many to show.")] = 3
) -> None:
    """Show what can be done next."""
    from navigator.cli.views.plan import todo_view

    session = _begin(ctx, "plan next")
    show(session, Outcome(command="plan next", value=planner_of(session).next_up(limit)), todo_view)


@app.command()
def overdue(
    ctx: typer.Context,
    all_: Annotated[bool, typer.Option("--all", help="In every record of the folder, for who keeps several.")] = False,
) -> None:
    """Show open steps whose day has passed. Give them a new day, or take the day away."""
    from navigator.cli.views.plan import all_late_view, late_view
    from navigator.services.plan_overdue import late_in_all

    session = _begin(ctx, "plan overdue")
    if all_:
        found, problems = late_in_all(session.store, today())
        show(session, Outcome(command="plan overdue", value=found, problems=problems), all_late_view)
        return
    show(session, Outcome(command="plan overdue", value=planner_of(session).overdue()), late_view)


@app.command()
def remove(ctx: typer.Context, name: Id) -> None:
    """Take a goal or a step out of the plan. The steps of a goal stay."""
    session = _begin(ctx, "plan remove")
    _said(session, "plan remove", planner_of(session).remove(name))


@app.command()
def from_pathway(
    ctx: typer.Context,
    number: Annotated[
        str, typer.Argument(metavar="[NUMBER]", help="The number of a way in 'navigator pathways'.")
    ] = "",
    to: Annotated[str, typer.Option("--to", help="Or the occupation it leads to, by code or title.")] = "",
) -> None:
    """Make goals and steps from a pathway. Without a number you are asked which."""
    from navigator.cli.commands.plan_asking import chosen_way
    from navigator.services.plan_way import from_pathway as made_from

    session = _begin(ctx, "plan from-pathway")
    if number and to:
        raise BadInput(_("Give the number of a way or --to, not both."))
    if number and not number.isdigit():
        raise BadInput(_("Give the number of a way in 'navigator pathways', or an occupation after --to."))
    planner = planner_of(session)
    _said(session, "plan from-pathway", made_from(planner, number or to or chosen_way(session, planner)))


@app.command()
def ics(
    ctx: typer.Context,
    out: Annotated[Path | None, typer.Option("--out", help="The file to write; else my-plan.ics here.")] = None,
) -> None:
    """Write the days of the plan as a calendar file."""
    from navigator.cli.views.plan import file_view

    session = _begin(ctx, "plan ics")
    made = planner_of(session).calendar()
    path, told = written(out or Path("my-plan.ics"), made.text.encode())
    more = (
        (_("Steps without a day, so not in the file: {count}.").format(count=made.without_day),)
        if made.without_day
        else ()
    )
    value = {"file": str(path), "entries": made.entries}
    show(session, Outcome(command="plan ics", value=value, notices=(*told, *more)), file_view)


def export_plan(
    ctx: typer.Context,
    format_: Annotated[str, typer.Option("--format", help="text, html, pdf or docx; without it, as --out ends.")] = "",
    form: Annotated[
        str, typer.Option("--form", help="plan, or iep: the draft of an individual employment plan.")
    ] = "plan",
    out: Annotated[
        Path | None, typer.Option("--out", help="The file to write; text and HTML go to the screen without it.")
    ] = None,
) -> None:
    """The plan as a page to sign. With --form iep, the draft of an individual employment plan."""
    from navigator.cli.views.plan import file_view
    from navigator.formats.plan_page import TITLES
    from navigator.formats.plan_table import PLANS
    from navigator.services.hand_over import signs_lost

    session = _begin(ctx, "export plan")
    format_ = files.form_for(format_, out, {f.name: f.ending for f in PLANS}, "text")
    chosen = next((f for f in PLANS if f.name == format_), None)
    if chosen is None:
        raise BadInput(
            _("There is no format {format!r}. Choose {names}.").format(
                format=format_, names=", ".join(f.name for f in PLANS)
            )
        )
    if form not in TITLES:
        raise BadInput(_("There is no form {form!r}. Choose {names}.").format(form=form, names=", ".join(TITLES)))
    pages = _pages(session, "iep" if form == "iep" else "plan")
    if out is None and session.json:
        show(session, Outcome(command="export plan", value=pages[0][1]), file_view)
        return
    for number, (speech, page) in enumerate(pages):
        with speaking(speech):
            made = chosen.make(page)
        if out is None and isinstance(made, str):
            print(made, end="")
            continue
        path = out or Path(f"my-{form}.{chosen.ending}")
        if number:
            path = path.with_stem(f"{path.stem}-{speech.code}")  # the same page in the second language
        data = made if isinstance(made, bytes) else made.encode()
        path, told = written(path, data)
        told = (*told, *signs_lost(format_, data, page))
        show(session, Outcome(command="export plan", value={"file": str(path)}, notices=told), file_view)


def _pages(session: Session, form: Form) -> list[tuple[Speech, PlanPage]]:
    """The page once in each language of this run."""
    found = []
    for speech in languages():
        with speaking(speech):
            found.append((speech, planner_of(session, session.catalogue_in(speech)).page(form)))
    return found


def written(out: Path, content: bytes) -> tuple[Path, tuple[str, ...]]:
    """Write a file whole, readable by its owner alone; where it lies, and what is to be said of it.

    Raises BadInput or CannotWrite."""
    path = files.place_of(out, out.name or "my-plan.txt")
    return path, files.written(path, content)
