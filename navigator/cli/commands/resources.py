"""`navigator resources`: help on the way, and the center's own book of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.cli.today import today
from navigator.domain.errors import BadInput
from navigator.domain.outcome import Outcome
from navigator.i18n import _, ngettext

if TYPE_CHECKING:
    from navigator.services.asking import Asker
    from navigator.services.resources import Directory

app = typer.Typer(help="Help on the way: child care, rides, training, money. Also rights; and the center's own book of it.",
                  rich_markup_mode=None, no_args_is_help=False, invoke_without_command=True)  # fmt: skip

Book = Annotated[
    Path | None,
    typer.Option("--book", help="The center's book (YAML or CSV); else NAVIGATOR_BOOK, else book.yaml in the home."),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="FIELD=VALUE", help="A field of the entry, such as --set phone=555-0100. Again for more."
    ),
]


@app.callback()
def resources(
    ctx: typer.Context,
    need: Annotated[
        list[str] | None,
        typer.Option("--need", help="A need, such as childcare, transport, id, housing. Again for more."),
    ] = None,
    for_: Annotated[str, typer.Option("--for", help="An occupation, by code or title: help on the way into it.")] = "",
    area: Annotated[str, typer.Option("--area", help="A state, such as OH; else your record's, else the nation.")] = "",
    language: Annotated[str, typer.Option("--language", help="Only where this language is spoken.")] = "",
    free: Annotated[bool, typer.Option("--free", help="Only what costs nothing.")] = False,
    most_cost: Annotated[
        float | None, typer.Option("--most-cost", min=0, help="Only what costs at most so many dollars.")
    ] = None,
    most_weeks: Annotated[
        float | None, typer.Option("--most-weeks", min=0, help="Only what takes at most so many weeks.")
    ] = None,
    evening: Annotated[bool, typer.Option("--evening", help="Only what is open in the evening.")] = False,
    weekend: Annotated[bool, typer.Option("--weekend", help="Only what is open on weekends.")] = False,
    child_care: Annotated[bool, typer.Option("--child-care", help="Only what has child care on site.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Every need, not only those your record names.")] = False,
    book: Book = None,
) -> None:
    """Show help near you: at most three for each need; only the needs your record names, where it names any."""
    from navigator.cli.views.resources import help_view
    from navigator.domain.resource import Wish
    from navigator.services.resources import needs_help, occupation_help

    session: Session = ctx.obj
    if ctx.invoked_subcommand is not None:
        return
    wish = Wish(language=language.strip(), evening=evening, weekend=weekend, child_care=child_care,
                most_cost=0 if free else most_cost, most_weeks=most_weeks)  # fmt: skip
    directory = directory_of(session, book, area)
    if for_ and need:
        raise BadInput(_("Give --need or --for, not both."))
    wanted = need or (() if everything or for_ else _own_needs(session, directory))
    value = occupation_help(directory, for_, wish) if for_ else needs_help(directory, wanted, wish)
    show(session, Outcome(command="resources", value=value, problems=_book_remark(directory)), help_view)


def directory_of(session: Session, book: Path | None, area: str = "") -> Directory:
    """The help there is: in the area asked for, else in the record's state, else in the nation; with the center's book."""
    from navigator.services.resources import Directory, told_by

    record = session.record_if_any()
    given = area or (record.person.state if record else "")
    code = session.catalogue.area(given) if given else "US"
    return Directory(
        catalogue=session.catalogue,
        area=code,
        today=today(),
        book=_book_path(session, book),
        **told_by(record),
    )


def entry_area(session: Session, name: str) -> str:
    """The state that an entry's id names (`oh-...`); empty where it names none."""
    return name[:2].upper() if name[2:3] == "-" and name[:2].upper() in session.catalogue.areas else ""


def _book_path(session: Session, book: Path | None) -> Path:
    from navigator.records.book import default_path

    return book or default_path(session.store.home)


def _own_needs(session: Session, directory: Directory) -> tuple[str, ...]:
    """The needs that the record names, as far as we know of help with them."""
    record = session.record_if_any()
    return tuple(n for n in record.needs if n in directory.kinds) if record else ()


def _book_remark(directory: Directory) -> tuple[str, ...]:
    count = len(directory.problems)
    if not count:
        return ()
    return (
        ngettext(
            "The center's book has {count} problem, so some of it is not shown. 'navigator resources check' lists all.",
            "The center's book has {count} problems, so some of it is not shown. 'navigator resources check' lists all.",
            count,
        ).format(count=count),
    )


@app.command("show")
def show_entry(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID", help="The id of an entry.")],
    area: Annotated[str, typer.Option("--area", help="A state, such as OH.")] = "",
    book: Book = None,
) -> None:
    """Show all that is known of one entry."""
    from navigator.cli.views.resources import entry_view
    from navigator.services.resource_book import show_one

    session: Session = ctx.obj
    session.command = "resources show"
    value = show_one(directory_of(session, book, area or entry_area(session, name)), name)
    show(session, Outcome(command="resources show", value=value), entry_view)


@app.command()
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Option("--name", help="What it is called. Without it you are asked all of it.")] = "",
    need: Annotated[list[str] | None, typer.Option("--need", help="What it helps with. Again for more.")] = None,
    values: Set = None,
    by: Annotated[str, typer.Option("--by", help="Who checked it.")] = "",
    area: Annotated[str, typer.Option("--area", help="A state, such as OH.")] = "",
    book: Book = None,
) -> None:
    """Put an entry into the center's book. It counts as checked today."""
    from navigator.cli.views.resources import kept_view
    from navigator.services import resource_book

    session: Session = ctx.obj
    session.command = "resources add"
    given = (
        _values(values)
        | ({"name": name} if name else {})
        | ({"kinds": "; ".join(need)} if need else {})
        | ({"checked_by": by} if by else {})
    )
    directory = directory_of(session, book, area)
    value = resource_book.add(directory, _book_path(session, book), given, None if name else _asker(session))
    show(session, Outcome(command="resources add", value=value), kept_view)


def _asker(session: Session) -> Asker:
    from navigator.cli.askers.choose import asker_for

    instead = _("Say it on the line: --name NAME, --need NEED, and --set FIELD=VALUE for more.")
    return asker_for(session.plain, None, session.json, instead=instead)


def _values(given: list[str] | None) -> dict[str, str]:
    """The fields of --set. Raises BadInput."""
    found = {}
    for text in given or ():
        field, equals, value = text.partition("=")
        if not equals:
            raise BadInput(_("--set {text}: write it as FIELD=VALUE, such as --set phone=555-0100.").format(text=text))
        found[field.strip()] = value.strip()
    return found


@app.command()
def edit(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="ID", help="The id of the entry. One of ours is copied into the book first.")
    ],
    values: Set = None,
    checked: Annotated[bool, typer.Option("--checked", help="It was checked today.")] = False,
    by: Annotated[str, typer.Option("--by", help="Who checked it.")] = "",
    area: Annotated[str, typer.Option("--area", help="A state, such as OH.")] = "",
    book: Book = None,
) -> None:
    """Change an entry of the center's book, or mark it as checked today. An empty value takes a field out."""
    from navigator.cli.views.resources import kept_view
    from navigator.services import resource_book

    session: Session = ctx.obj
    session.command = "resources edit"
    given = _values(values) | ({"checked_by": by} if by else {})
    if not given and not checked:
        raise BadInput(_("Say what to change: --set FIELD=VALUE, or --checked --by NAME."))
    prefix = name[:2].upper() if name[2:3] == "-" and name[:2].upper() in session.catalogue.areas else ""
    value = resource_book.edit(
        directory_of(session, book, area or prefix), _book_path(session, book), name, given, checked
    )
    show(session, Outcome(command="resources edit", value=value), kept_view)


@app.command()
def check(ctx: typer.Context, book: Book = None) -> None:
    """Check the center's book and its imports in one pass. Each problem with its file and line."""
    from navigator.cli.views.resources import check_view
    from navigator.services import resource_book

    session: Session = ctx.obj
    session.command = "resources check"
    value = resource_book.check(directory_of(session, book), _book_path(session, book))
    show(session, Outcome(command="resources check", value=value), check_view)
    if value.problems:
        raise typer.Exit(8)


@app.command()
def stale(
    ctx: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="All entries of the book, not only the old ones.")] = False,
    book: Book = None,
) -> None:
    """List the book's entries not checked for six months. The oldest first."""
    from navigator.cli.views.resources import stale_view
    from navigator.services import resource_book

    session: Session = ctx.obj
    session.command = "resources stale"
    value = resource_book.stale(directory_of(session, book), _book_path(session, book), everything)
    show(session, Outcome(command="resources stale", value=value), stale_view)


@app.command("import")
def import_(
    ctx: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="HSDS 3 (JSON, folder, zip) or a training list (CSV, with --map)."),
    ],
    mapping: Annotated[Path | None, typer.Option("--map", help="Which column of a CSV is what (YAML).")] = None,
    name: Annotated[
        str, typer.Option("--as", help="The name it is kept under; bringing it in again replaces it.")
    ] = "",
    skip_unknown: Annotated[
        bool, typer.Option("--skip-unknown", help="Leave columns out that HSDS 3 does not have.")
    ] = False,
    book: Book = None,
) -> None:
    """Bring a directory in beside the book. Whole, or not at all with every problem listed."""
    from navigator.cli.views.resources import imported_view
    from navigator.services import resource_book

    session: Session = ctx.obj
    session.command = "resources import"
    path = _book_path(session, book)
    value, notices = resource_book.bring_in(directory_of(session, book), path, files, mapping, name, skip_unknown)
    show(session, Outcome(command="resources import", value=value, notices=notices), imported_view)
