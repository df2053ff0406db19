"""`navigator kiosk`: a public terminal that greets one person after another and keeps nothing of any of them."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from navigator.cli.session import Session
from navigator.domain.errors import NeedsTerminal
from navigator.i18n import _

if TYPE_CHECKING:
    from navigator.cli.kiosk.settings import Settings


def kiosk(
    ctx: typer.Context,
    settings: Annotated[
        Path | None, typer.Option("--settings", help="A YAML or ini file with the center's choices.")
    ] = None,
    area: Annotated[str, typer.Option("--area", help="The state, such as OH, so that nobody has to choose it.")] = "",
    large: Annotated[bool, typer.Option("--large", help="Short lines and wide spaces, for a large font.")] = False,
    quiet: Annotated[
        float | None, typer.Option("--quiet", min=1, help="Seconds without a key until the warning.")
    ] = None,
    warning: Annotated[
        float | None, typer.Option("--warning", min=1, help="Seconds from the warning until it starts over.")
    ] = None,
) -> None:
    """For a public terminal: private walks, one after another. It starts over by itself when nobody is there."""
    from navigator.cli.kiosk.settings import Settings, settings_from

    session: Session = ctx.obj
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NeedsTerminal(_("A kiosk needs a terminal. Start it in the window that people will use."))
    chosen = settings_from(settings) if settings else Settings()
    serve(
        replace(
            chosen,
            area=area or chosen.area,
            large=large or chosen.large,
            quiet=quiet or chosen.quiet,
            warning=warning or chosen.warning,
            plain=session.plain or chosen.plain,
            center=str(session.center or chosen.center),
            home=str(session.home or chosen.home),
        )
    )


def serve(settings: Settings) -> None:
    """One walk after another, until the staff's word, or until the window is closed."""
    from navigator.cli import shred
    from navigator.cli.kiosk.relay import Patience, Relay
    from navigator.cli.kiosk.warning import warning_words

    patience = Patience(quiet=settings.quiet, warning=settings.warning)
    with shred.leaving_kindly():
        while True:
            shred.clear_screen()
            if not _welcome(settings):
                return
            Relay(
                command=command_of(settings),
                environment=environment_of(settings),
                patience=patience,
                warn=lambda left: warning_words(left, plain=settings.plain),
            ).run()


def _welcome(settings: Settings) -> bool:
    """Greet, and wait. False when the staff's word was typed."""
    print(_("Welcome. Find out what work fits you, what it pays here, and what to do next."))
    print(_("Your answers are not kept on this computer."))
    try:
        typed = input("\n" + _("Press Enter to begin. ")).strip()
    except KeyboardInterrupt:
        return True
    except EOFError:
        return False
    return not settings.leave or typed != settings.leave


def command_of(settings: Settings) -> list[str]:
    """The walk as a command: private, and for a public place."""
    flags = {"--plain": settings.plain, "--say": settings.say, "--large": settings.large}
    valued = {
        "--language": settings.language,
        "--with": settings.beside,
        "--center": settings.center,
        "--home": settings.home,
        "--route": settings.route,
        "--area": settings.area,
        "--minutes": str(settings.minutes or ""),
    }
    given = [part for name, value in valued.items() if value for part in (name, value)]
    return [
        *(sys.executable, "-B", "-m", "navigator", "start", "--private", "--public"),
        *(name for name, on in flags.items() if on),
        *given,
    ]


def environment_of(settings: Settings) -> dict[str, str]:
    """The parent's surroundings, less what would let a person name files or programs of this computer."""
    hidden = {"NAVIGATOR_DEBUG", "EDITOR", "VISUAL", "PAGER", "LESSOPEN"}
    return {k: v for k, v in os.environ.items() if k not in hidden}
