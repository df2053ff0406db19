"""`navigator import`: bring in what somebody has. Shown first, confirmed, and only then kept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.cli.today import today
from navigator.domain.errors import BadInput, Interrupted, NeedsTerminal
from navigator.domain.outcome import Outcome
from navigator.i18n import _

if TYPE_CHECKING:
    from navigator.records.store import Opened
    from navigator.services.bring_ask import Chosen
    from navigator.services.bring_found import Found


def import_file(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(help="A resume (PDF, Word, text), LinkedIn's zip file, JSON Resume, Europass, badge or record."),
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Keep all that is new, without asking.")] = False,
    only: Annotated[
        str, typer.Option("--only", help="Only some groups: about,work,school,papers,skills,languages,answers.")
    ] = "",
    form: Annotated[str, typer.Option("--as", help="Read it as this kind, whatever it looks like.")] = "",
) -> None:
    """Bring in a resume, a badge or another record. Also LinkedIn's archive. You see it all before it is kept."""
    from navigator.cli.views.bring import brought_view
    from navigator.services import bring_ask, bring_told

    session: Session = ctx.obj
    session.command = "import"
    opened = session.opened(make=True)
    found = _looked(session, file, opened, form, only)
    _refuse_nothing(found)
    chosen: Chosen | None = None
    if yes:
        _refuse_another(found)
        chosen = bring_ask.all_new(found)
    elif not session.json and not found.nothing:
        chosen = _asked(session, found)
    value, later = bring_told.told(found), tuple[str, ...]()
    if chosen is not None and not chosen.nothing:
        kept = bring_ask.keep(session.store, opened, found, chosen)
        value, later = bring_told.told(found, chosen, str(kept.path)), kept.notes
    value["shown"] = not yes and not session.json and not found.nothing
    said = later if value["shown"] else (*found.notes, *later)  # what was found has been on the screen already
    show(session, Outcome(command="import", value=value, notices=said), brought_view)


def _refuse_nothing(found: Found) -> None:
    """A file with nothing for a record, and nothing to be said of it, is the wrong file. Raises BadInput."""
    if found.silent and not found.notes:
        said = _("We could read nothing in {file} that goes into a record. Check that it is the right file.")
        raise BadInput(said.format(file=found.file))


def _refuse_another(found: Found) -> None:
    """Two people's records are not mixed without a look. Raises BadInput."""
    if found.stranger:
        theirs, mine = found.stranger
        raise BadInput(
            _(
                "{file} is about {theirs}, and your record is about {mine}. Nothing was kept. Begin a record for them with 'navigator record new', name theirs with --record, or leave --yes out to look and choose."
            ).format(file=found.file, theirs=theirs, mine=mine)
        )


def _looked(session: Session, file: Path, opened: Opened, form: str, only: str) -> Found:
    """What is in the file; of a sealed record of ours with its key beside it, after its passphrase."""
    from navigator.records.seal import is_sealed, key_path
    from navigator.services import bring

    if not form and is_sealed(file) and file.is_file() and key_path(file).is_file():
        return bring.look_at_sealed(session.store, file, opened.record, today().isoformat(), only)
    return bring.look(session.catalogue, file, opened.record, today().isoformat(), form, only)


def _asked(session: Session, found: Found) -> Chosen | None:
    """Show everything, then ask what to keep; None for nothing. Raises NeedsTerminal where nobody can be asked."""
    from navigator.cli.askers.choose import asker_for
    from navigator.cli.paper import ScreenByScreen, wants_plain
    from navigator.cli.pausing import entered, reads_on
    from navigator.cli.views.bring import found_view
    from navigator.services import bring_ask

    if not sys.stdin.isatty() and not session.plain:
        raise NeedsTerminal(
            _(
                "Nothing was kept: there is no terminal here to ask what to keep. Add --yes to keep all that is new, or --json to only see it."
            )
        )
    asker = asker_for(session.plain, None)
    paper = session.paper
    if sys.stdin.isatty() and sys.stdout.isatty():
        session.paper = ScreenByScreen(
            paper,
            lambda: reads_on(_("-- Press Enter to read on, or type q to go to the question. "), session.plain),
        )
    try:
        found_view(found, session)
        session.paper = paper
        if not wants_plain(session.plain):
            entered(_("Press Enter to choose what to keep. "))
        return bring_ask.ask(asker, found)
    except Interrupted as stopped:
        raise Interrupted(_("Stopped. Nothing was brought in, and your record is as it was.")) from stopped
    finally:
        session.paper = paper
