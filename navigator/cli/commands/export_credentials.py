"""`navigator export badge`, `clr` and `ler-rs`: the record as signed documents for other programs."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from navigator.cli.files import check_no_record, folder_for
from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.domain.errors import BadInput, NeedsTerminal
from navigator.domain.outcome import Outcome
from navigator.engine.typed_words import is_yes
from navigator.i18n import _

if TYPE_CHECKING:
    from navigator.domain.record import Record
    from navigator.services.credentials import Made, Signer
    from navigator.services.share import Share

FORMS = ("json", "png", "svg")

For = Annotated[str, typer.Option("--for", help="Who it is for: worker, counselor, employer or family.")]
Only = Annotated[str, typer.Option("--only", help="Only these parts, such as skills,credentials.")]
Yes = Annotated[bool, typer.Option("--yes", help="Write it without asking.")]
Out = Annotated[Path | None, typer.Option("--out", help="The file to write.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The record of a run, what of it goes to somebody, and whether they said yes to that beforehand."""

    share: Share
    whole: Record
    record: Record
    yes: bool


def badge(
    ctx: typer.Context,
    of: Annotated[list[str] | None, typer.Option("--of", help="A skill, job, school or paper, by id or name.")] = None,
    form: Annotated[str, typer.Option("--format", help="json, png, svg, or several: json,png.")] = "json,png",
    out: Annotated[Path | None, typer.Option("--out", help="The folder to write into, or one file.")] = None,
    confirmed_by: Annotated[
        str | None, typer.Option("--confirmed-by", help="Who at the center confirms it: Name, role.")
    ] = None,
    note: Annotated[str, typer.Option("--note", help="What they saw, in a sentence.")] = "",
    profile: For = "worker",
    only: Only = "",
    yes: Yes = False,
) -> None:
    """Badges of what you say you can do, signed by you. With --confirmed-by, the center's confirmation beside each."""
    from navigator.services.credentials import badge_files

    session: Session = ctx.obj
    session.command = "export badge"
    forms = _forms(form)
    if note and not confirmed_by:
        raise BadInput(_("--note says what somebody at the center saw, so it needs --confirmed-by as well."))
    if confirmed_by is not None and not confirmed_by.strip():  # a script whose name was empty: no badge without it
        raise BadInput(_('Say who confirms it, such as --confirmed-by "Rosa Diaz, career navigator".'))
    told = _shared(session, profile, only, yes)
    signer = _signer(session, confirmed_by, note) if confirmed_by is not None else None
    made = badge_files(told.record, session.catalogue, tuple(of or ()), forms, signer)
    _write(session, made, out, told, signed=True, center=signer.center.name if signer else "")


def clr(ctx: typer.Context, out: Out = None, profile: For = "worker", only: Only = "", yes: Yes = False) -> None:
    """Your badges, and those you were given, in one file. It is signed (CLR 2.0)."""
    from navigator.services.credentials import Made
    from navigator.services.credentials import clr as made_clr

    session: Session = ctx.obj
    session.command = "export clr"
    told = _shared(session, profile, only, yes)
    made = made_clr(told.record, session.catalogue)
    files = (Made(name="my-record.clr.json", data=made.data),)
    _write(session, files, out, told, made.left_out, signed=True, center="")


def ler_rs(ctx: typer.Context, out: Out = None, profile: For = "worker", only: Only = "", yes: Yes = False) -> None:
    """Your record for other programs to read. As a learning and employment record (HR Open LER-RS 4.4)."""
    from navigator.services.credentials import Made
    from navigator.services.credentials import ler_rs as made_ler_rs

    session: Session = ctx.obj
    session.command = "export ler-rs"
    told = _shared(session, profile, only, yes)
    made = (Made(name="my-record.ler-rs.json", data=made_ler_rs(told.record, session.catalogue)),)
    _write(session, made, out, told, signed=False, center="")


def add_to(app: typer.Typer) -> None:
    """Put the three under `navigator export`."""
    app.command("badge")(badge)
    app.command("clr")(clr)
    app.command("ler-rs")(ler_rs)


def _forms(form: str) -> tuple[str, ...]:
    from navigator.engine.validate import shown

    forms = tuple(dict.fromkeys(f.strip().lower() for f in form.split(",") if f.strip()))
    strange = [f for f in forms if f not in FORMS]
    if strange or not forms:
        said = _("There is no format {name} for a badge. Choose {names}, or several with commas between.")
        raise BadInput(said.format(name=shown(strange[0] if strange else form), names=", ".join(FORMS)))
    return forms


def _shared(session: Session, profile: str, only: str, yes: bool) -> Shared:
    """The record with only what goes to that person."""
    from navigator.services.share import share_of, shared

    share = share_of(profile, only.split(","))
    whole = session.opened().record
    return Shared(share=share, whole=whole, record=shared(whole, share), yes=yes)


def _signer(session: Session, confirmed_by: str, note: str) -> Signer:
    from navigator.cli.commands.issuer import with_passphrase
    from navigator.records.keys import CenterKey
    from navigator.services.credentials import signer

    home = session.store.home
    CenterKey(home=home).center()  # refused before anybody types a passphrase for nothing
    return with_passphrase(session, lambda passphrase: signer(home, passphrase, confirmed_by, note))


def _places(made: tuple[Made, ...], out: Path | None) -> list[Path]:
    """Where each file goes: into a folder, or to one file by its own name. Raises BadInput."""
    from navigator.records.where import expanded

    place = expanded(out or Path()).resolve()
    endings = {Path(m.name).suffix for m in made}
    if place.is_dir() or not place.suffix:
        return [place / m.name for m in made]
    if len(made) > 1:
        said = _(
            "There are {count} files to write, so --out needs a folder. For one file, name one thing with --of and one --format."
        )
        raise BadInput(said.format(count=len(made)))
    if place.suffix not in endings:
        said = _("{file} ends in {ending}, but it would hold {kind}. Give it that ending, or another --format.")
        raise BadInput(said.format(file=place.name, ending=place.suffix, kind=", ".join(endings)))
    return [place]


def _write(
    session: Session,
    made: tuple[Made, ...],
    out: Path | None,
    told: Shared,
    left_out: tuple[str, ...] = (),
    **signs: object,
) -> None:
    """Show what leaves when it is for somebody else, ask, and write each file whole. Raises CannotWrite and more."""
    from navigator.cli.views.credentials import files_view
    from navigator.records.atomic import write_whole

    places = _places(made, out)
    for place in places:
        check_no_record(place)
    if not told.share.own and not told.yes:
        _agree(session, made, told)
    notices = (*folder_for(places[0]), *left_out)
    for one, place in zip(made, places, strict=True):
        write_whole(place, one.data)
    value = {"files": [str(p) for p in places], **signs}
    show(session, Outcome(command=session.command, value=value, notices=notices), files_view)


def _agree(session: Session, made: tuple[Made, ...], told: Shared) -> None:
    """Show every text that leaves, and ask. Raises NeedsTerminal where nobody can be asked, BadInput after a no."""
    from navigator.cli.commands.export import NO_TERMINAL
    from navigator.cli.views.page import preview_view
    from navigator.services.credentials import leaving

    if session.json or not (session.plain or sys.stdin.isatty()):
        raise NeedsTerminal(_(NO_TERMINAL).format(whom=_(told.share.profile.name)))
    preview_view(leaving(made, told.whole, told.share), session)
    print(_("Write this file? Type yes or no:"), end=" ", flush=True)
    try:
        answer = input()
    except EOFError:
        answer = ""
    if not is_yes(answer):
        raise BadInput(_("Nothing was written."))
