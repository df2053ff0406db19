"""Whole files at once, and what more of one skill would change: `batch`, `what-if`, `titles --file`, `near --all`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from navigator.cli.files import check_no_record, folder_for, folder_made, form_for, place_of
from navigator.cli.render import ENVELOPE, show
from navigator.cli.session import Session
from navigator.domain.errors import BadInput, Interrupted, NotFound
from navigator.domain.outcome import Outcome
from navigator.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from navigator.services.title_file import TitleFile
    from navigator.services.what_if import WhatIf

FORMATS = {"csv": "csv", "json": "json"}
"""The formats of tables, and how such files end."""


PARTS_KEPT = N_("Stopped. The finished parts are kept; the same command goes on from there.")


def what_if(
    ctx: typer.Context,
    words: Annotated[
        str,
        typer.Argument(
            help="A change in your own words, such as 'more numbers', 'finish my GED' or 'get a CDL'; else all skills."
        ),
    ] = "",
    skill: Annotated[str, typer.Option("--skill", help="Only this skill, by its id or its name.")] = "",
) -> None:
    """Show what one more skill, paper or training would open. Which jobs would fit better, or which ways there would be."""
    from navigator.cli.views.bulk import what_if_view

    session: Session = ctx.obj
    if words.strip() and skill:
        raise BadInput(_("Say in words what would change, or name a --skill, not both."))
    value = _more_of(session, words, skill)
    if value is None:
        _ways_if(session, words)
    else:
        show(session, Outcome(command="what-if", value=value), what_if_view)


def _more_of(session: Session, words: str, skill: str) -> WhatIf | None:
    """What more of a skill would open, or an activity done too; None where the words speak of a paper, school or time."""
    from navigator.services.skill_words import activities_meant, says_more, skills_meant
    from navigator.services.way_wishes import is_change, rules_out
    from navigator.services.what_if import what_if, what_if_done

    catalogue = session.catalogue
    if rules_out(catalogue.matching, words):
        return None
    meant = (skill,) if skill else skills_meant(catalogue.framework, words)
    if meant or not words.strip():
        return what_if(catalogue, session.in_force(), meant)
    done = activities_meant(catalogue.framework, words)
    if not done or (is_change(catalogue, words) and not says_more(catalogue.framework, words)):
        return None
    return what_if_done(catalogue, session.in_force(), done)


def _ways_if(session: Session, words: str) -> None:
    """The ways that would open, said in words what would change."""
    from navigator.cli.commands.resources import directory_of
    from navigator.cli.views.pathways import change_view
    from navigator.services.pathways import Wish, pathways

    value = pathways(session.catalogue, session.in_force(), Wish(what_if=words), directory_of(session, None))
    show(session, Outcome(command="what-if", value=value), change_view)


def batch(
    ctx: typer.Context,
    records: Annotated[Path, typer.Argument(help="The people: a .parquet, .csv or .jsonl file.")],
    out: Annotated[Path, typer.Argument(help="The file to write, .parquet or .csv: 20 occupations a person.")],
    jobs: Annotated[int, typer.Option("--jobs", min=0, max=64, help="Processes; 0 for one a core.")] = 0,
) -> None:
    """Match many people at once: 20 occupations each. Stop it any time; the same command goes on."""
    from navigator.cli.views.bulk import batch_view
    from navigator.services.batch import run
    from navigator.services.batch_parts import any_kept

    session: Session = ctx.obj
    check_no_record(out)
    new = not out.parent.exists()
    try:
        with progress_line(session) as line:
            report = run(session.catalogue, records, out, jobs or _cores(), line)
    except KeyboardInterrupt as stopped:
        raise Interrupted(_(PARTS_KEPT) if any_kept(out) else _(NOT_WRITTEN).format(file=out)) from stopped
    notices = (*(folder_made(out) if new else ()), *report.notices)
    show(session, Outcome(command="batch", value=report, notices=notices), batch_view)


def _cores() -> int:
    """The cores this process may use; all there are where the system does not tell, as on a Mac."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def titles_file(
    session: Session,
    file: Path,
    column: str,
    top: int = 5,
    context: str = "",
    form: str = "",
    out: Path | None = None,
) -> None:
    """Code a CSV of titles: to a file with ``out``, else to the screen; what came of it is said at the end."""
    from navigator.cli.views.bulk import title_file_view
    from navigator.services import title_file
    from navigator.services.title_column import column_of

    form, out = _form(form, out), None if out is None else place_of(out, "coded.csv")
    if file.is_dir():
        raise BadInput(_("{path} is a folder. Name a file.").format(path=file))
    if not file.exists():
        raise NotFound(_("There is no file {path}.").format(path=file))
    chosen = column_of(file, column)
    opened = title_file.TitleFile(session.catalogue, file, chosen.name, top, context)
    write = title_file.write_json if form == "json" or (session.json and out is None) else title_file.write_csv
    if out is not None and out.exists() and out.samefile(file):
        raise BadInput(_("{out} is the file that is read. Give another name after --out.").format(out=out))
    made: tuple[str, ...] = ()
    with stopped_as(_(NOT_WRITTEN).format(file=out) if out else _(PART_SHOWN)), progress_line(session) as line:

        def told(rows: int, share: float) -> None:
            line(ngettext("Titles: {rows:,} row", "Titles: {rows:,} rows", rows).format(rows=rows), share)

        if out is not None:
            made = folder_for(out)
            with whole_file(out) as to:
                write(opened, to, told)
        elif session.json:
            _envelope_around(opened, lambda: write(opened, sys.stdout, told))
        else:
            write(opened, sys.stdout, told)
    sentences = title_file.said(opened.tally)
    if chosen.guessed:
        sentences.append(_("The titles were taken from the column '{column}'.").format(column=chosen.name))
    if out is not None:
        value = {"file": str(out), "rows": opened.tally.rows, "said": sentences}
        show(session, Outcome(command="titles", value=value, notices=made), title_file_view)
    elif not session.json:
        sys.stdout.flush()
        for sentence in sentences:
            print(sentence, file=sys.stderr)


NOT_WRITTEN = N_("Stopped. Nothing was written to {file}.")
PART_SHOWN = N_("Stopped before the end: what was printed is only a part.")


@contextmanager
def stopped_as(said: str) -> Iterator[None]:
    """Ctrl-C while a table is written, told in a sentence that is true there. Raises Interrupted."""
    try:
        yield
    except KeyboardInterrupt as stopped:
        raise Interrupted(said) from stopped


def _envelope_around(opened: TitleFile, write_rows: Callable[[], None]) -> None:
    """The envelope of one run around rows that stream: a million of them never stand in memory."""
    import json

    from navigator.services.title_file import said

    print(f'{{"navigator": {ENVELOPE}, "command": "titles", "status": "ok", "data":')
    write_rows()
    print(f', "notices": {json.dumps(said(opened.tally), ensure_ascii=False)}, "problems": []}}')


def near_table(session: Session, which: str, limit: int, form: str = "", out: Path | None = None) -> None:
    """The nearest occupations of one, or of all where none is named, as CSV or JSON: to a file or to the screen."""
    from navigator.cli.views.bulk import rows_view
    from navigator.services import near_table as tables
    from navigator.services.titles import code_of

    form, out = _form(form, out), None if out is None else place_of(out, "near.csv")
    only = code_of(session.catalogue, which, surely=True) if which else ""
    rows = tables.near_table(session.catalogue, limit, only)
    if out is not None:
        made = folder_for(out)
        with stopped_as(_(NOT_WRITTEN).format(file=out)), whole_file(out) as to:
            count = tables.write_json(rows, to) if form == "json" else tables.write_csv(rows, to)
        show(session, Outcome(command="near", value={"file": str(out), "rows": count}, notices=made), rows_view)
    elif session.json or form == "json":
        session.json = True
        show(session, Outcome(command="near", value=list(rows)), lambda value, now: None)
    else:
        with stopped_as(_(PART_SHOWN)):
            tables.write_csv(rows, sys.stdout)


def _form(named: str, out: Path | None) -> str:
    """The format of a table: as named, else as the file ends, else CSV. Raises BadInput."""
    form = form_for(named, out, FORMATS, "csv")
    if form not in FORMATS:
        raise BadInput(_("There is no format {form!r} here. Choose csv or json.").format(form=form))
    return form


@contextmanager
def whole_file(path: Path) -> Iterator[IO[str]]:
    """A file that is there when it is whole, and not before. Raises CannotWrite."""
    import io

    from navigator.records.atomic import whole

    with whole(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        yield text
        text.detach()  # flushed, and left to be closed whole


@contextmanager
def progress_line(session: Session) -> Iterator[Callable[[str, float], None]]:
    """A line on stderr that says how far it is; none where nobody watches, or where lines must not be redrawn."""
    watched = _watched(session)
    last = [-1.0]

    def told(what: str, share: float) -> None:
        if watched and (share >= 1.0 or share - last[0] >= 0.002 or share < last[0]):
            last[0] = share
            filled = round(20 * share)
            print(
                f"\r[{'#' * filled}{'.' * (20 - filled)}] {share:4.0%}  {what}   ", end="", file=sys.stderr, flush=True
            )

    try:
        yield told
    finally:
        if last[0] >= 0:
            print(file=sys.stderr)


def _watched(session: Session) -> bool:
    """Whether somebody sees stderr and lines may be redrawn there; stdout may well go to a file."""
    plain = session.plain or os.environ.get("ACCESSIBLE", "") not in ("", "0") or os.environ.get("TERM", "") == "dumb"
    return sys.stderr.isatty() and not plain and not session.json
