"""A long answer is read screen by screen where somebody sits at a terminal; anywhere else it is written at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from navigator.cli.session import Session
from navigator.i18n import _


@contextmanager
def by_screen(session: Session) -> Iterator[None]:
    """Pause whenever a screen is full."""
    if session.json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield
        return
    from navigator.cli.paper import ScreenByScreen
    from navigator.cli.pausing import reads_on

    paper = session.paper
    session.paper = ScreenByScreen(
        paper,
        lambda: reads_on(
            _("-- Press Enter to read on, or type q to stop reading. "), session.plain, stopped=_("Stopped.")
        ),
    )
    try:
        yield
    finally:
        session.paper = paper
