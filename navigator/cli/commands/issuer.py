"""`navigator issuer`: the center's own signing key, with which a counselor confirms what somebody says."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Annotated, TypeVar

import typer

from navigator.cli.passphrase import silent
from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.cli.today import today
from navigator.domain.errors import BadInput, NeedsTerminal
from navigator.domain.outcome import Outcome
from navigator.i18n import _

PASSPHRASE = "NAVIGATOR_ISSUER_PASSPHRASE"  # noqa: S105 - the name of a variable, not what it holds
TRIES = 3
T = TypeVar("T")

app = typer.Typer(help="The center's own signing key.", rich_markup_mode=None, no_args_is_help=True)


@app.command()
def init(
    ctx: typer.Context,
    name: Annotated[str, typer.Option("--name", help="The center's name, as people know it.")],
    url: Annotated[str, typer.Option("--url", help="The center's web page.")] = "",
) -> None:
    """Make the center's signing key, once. It is sealed with a passphrase that nobody can bring back."""
    from navigator.cli.views.credentials import center_view
    from navigator.records.keys import CenterKey
    from navigator.services.credentials import center_made

    session: Session = ctx.obj
    session.command = "issuer init"
    home = session.store.home
    CenterKey(home=home).check_free()
    center = center_made(home, name, url, _chosen(session), today())
    value = {"name": center.name, "web": center.web, "did": center.did, "file": str(CenterKey(home=home).path)}
    show(session, Outcome(command="issuer init", value=value), center_view)


@app.command("show")
def show_issuer(ctx: typer.Context) -> None:
    """Show who signs here. Nothing secret is shown."""
    from navigator.cli.views.credentials import center_view
    from navigator.records.keys import CenterKey

    session: Session = ctx.obj
    session.command = "issuer show"
    kept = CenterKey(home=session.store.home)
    center = kept.center()
    value = {"name": center.name, "web": center.web, "did": center.did, "file": str(kept.path)}
    show(session, Outcome(command="issuer show", value=value), center_view)


def _chosen(session: Session) -> str:
    """A new passphrase, typed twice; said beforehand that nobody can help when it is lost."""
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return given
    ask = _hidden(session)
    session.paper.line(
        _("Choose a passphrase for the key. If it is forgotten, nobody can bring it back, and the key is lost.")
    )
    first = ask(_("Passphrase"))
    if ask(_("The same again")) != first:
        raise BadInput(_("The two were not the same. No key was made; try again."))
    return first


def with_passphrase(session: Session, use: Callable[[str], T]) -> T:
    """What ``use`` gives with the key's passphrase: that of the variable, or one that is asked, three times at most."""
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return use(given)
    ask = _hidden(session)
    with silent():
        for _try in range(TRIES - 1):
            try:
                return use(ask(_("Passphrase of the center's key")))
            except BadInput as refusal:
                print(str(refusal), file=sys.stderr)
        return use(ask(_("Passphrase of the center's key")))


def _hidden(session: Session) -> Callable[[str], str]:
    """A question whose answer does not show. Raises NeedsTerminal."""
    if session.json or not sys.stdin.isatty():
        raise NeedsTerminal(
            _(
                "The passphrase is asked on a terminal, and there is none here. Put it into {name} for this one command."
            ).format(name=PASSPHRASE)
        )
    return lambda question: str(typer.prompt(question, hide_input=True, err=True, default="", show_default=False))
