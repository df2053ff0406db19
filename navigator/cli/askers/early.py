"""Keys that came before the first question could be read: they are no answers."""

from __future__ import annotations

import contextlib
import sys


def drop_early_keys() -> None:
    """Throw away what was typed at the terminal before the first question of a run stood there.

    On a slow computer people press Enter again, or type into the silence. Kept, that would answer a question which nobody
    has read, and they would not know it; dropped, it is typed once more. Lines from a pipe or a file are kept.
    """
    if not sys.stdin.isatty():
        return
    try:
        import termios
    except ImportError:  # Windows
        return
    with contextlib.suppress(termios.error):
        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
