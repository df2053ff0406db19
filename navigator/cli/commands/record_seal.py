"""`navigator record seal|unseal|change-passphrase`: a record that only its passphrase opens."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.cli.sure import sure
from navigator.domain.errors import BadInput, NeedsTerminal
from navigator.domain.outcome import Outcome
from navigator.i18n import N_, _

if TYPE_CHECKING:
    from navigator.cli.passphrase import Passphrases
    from navigator.records.store import Opened

BEFORE = N_(
    "A sealed record opens only with its passphrase. If you forget it, nobody can help: not this program, not the center. Write it down and keep it in a safe place."
)

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask again.")]


def seal(ctx: typer.Context, yes: Yes = False) -> None:
    """Seal the record and its history with a passphrase. If it is forgotten, nobody can help."""
    from navigator.cli.views.records import sealed_view
    from navigator.records import sealing
    from navigator.records.seal import is_sealed, key_path

    session: Session = ctx.obj
    session.command = "record seal"
    opened = session.opened()
    if is_sealed(opened.path):
        raise BadInput(_("{path} is sealed already.").format(path=opened.path))
    if not yes:
        _warned(session, opened)
    passphrase = _passphrases(session).new()
    sealed = sealing.seal(session.store, opened, passphrase)
    value = {"file": str(sealed.path), "key": str(key_path(sealed.path))}
    show(session, Outcome(command="record seal", value=value, notices=_short(passphrase)), sealed_view)


def _warned(session: Session, opened: Opened) -> None:
    """Say beforehand what sealing means, and ask. Raises NeedsTerminal where nobody can be asked, BadInput for a no."""
    if session.json or not sys.stdin.isatty():
        raise NeedsTerminal(
            _("{warning} There is no terminal here to ask on: add --yes to seal it.").format(warning=_(BEFORE))
        )
    session.paper.line(_(BEFORE))
    name = opened.record.person.name
    question = _("Seal the record of {name}? The file is {file}.") if name else _("Seal the record {file}?")
    if not sure(question.format(name=name, file=opened.path)):
        raise BadInput(_("Nothing was sealed."))


def _short(passphrase: str) -> tuple[str, ...]:
    from navigator.cli.passphrase import SHORT

    if len(passphrase) >= SHORT:
        return ()
    return (
        _(
            "This passphrase is short, so a computer guesses it soon. Four or more words are safer: navigator record change-passphrase."
        ),
    )


def _passphrases(session: Session) -> Passphrases:
    from navigator.cli.passphrase import passphrases

    return passphrases(session.passphrase_file, session.json)


def unseal(ctx: typer.Context) -> None:
    """Make the record and its history plain files again."""
    from navigator.cli.views.records import unsealed_view
    from navigator.records import sealing

    session: Session = ctx.obj
    session.command = "record unseal"
    plain = sealing.unseal(session.store, session.opened())
    show(session, Outcome(command="record unseal", value={"file": str(plain.path)}), unsealed_view)


def change_passphrase(ctx: typer.Context) -> None:
    """Give a sealed record another passphrase."""
    from navigator.cli.views.records import changed_view
    from navigator.records import sealing

    session: Session = ctx.obj
    session.command = "record change-passphrase"
    opened = session.opened()
    sealing.check_sealed(opened)
    passphrase = _passphrases(session).new(changed=True)
    sealing.change_passphrase(session.store, opened, passphrase)
    value = {"file": str(opened.path)}
    show(session, Outcome(command="record change-passphrase", value=value, notices=_short(passphrase)), changed_view)
