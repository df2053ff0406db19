"""A long answer is read screen by screen where somebody sits at a terminal; anywhere else it is written at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from navigator.cli.session import Session
from navigator.domain.errors import Interrupted
from navigator.engine.typed_words import is_enough
from navigator.i18n import _


@contextmanager
def by_screen(session: Session) -> Iterator[None]:
    """Pause whenever a screen is full."""
    if session.json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield
        return
    from navigator.cli.paper import ScreenByScreen

    paper = session.paper
    session.paper = ScreenByScreen(paper, lambda: _read_on(session.plain))
    try:
        yield
    finally:
        session.paper = paper


def _read_on(plain: bool) -> bool:
    from navigator.cli.pausing import read_on_line

    try:
        typed = read_on_line(_("-- Press Enter to read on, or type q to stop reading. "), plain)
    except (EOFError, KeyboardInterrupt) as error:
        raise Interrupted(_("Stopped.")) from error
    return not is_enough(typed)
