"""Leaving no trace: what a private run switches off before it begins, and what it clears at the end."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

LOCK_ALL = 3
"""MCL_CURRENT | MCL_FUTURE of mlockall(2): keep this process's memory off the swap disk."""


class Ended(SystemExit):
    """The window was closed, or somebody ended the program: leave at once, ask nothing more."""


def harden() -> None:
    """No core dumps, no compiled files beside the program, no swapping where the system lets us say so."""
    sys.dont_write_bytecode = True
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _keep_in_memory()


def _keep_in_memory() -> bool:
    """Whether the system agreed to keep this program out of the swap file. Asked only where there is no limit: under
    a limit, memory needed later would be refused in the middle of the walk."""
    try:
        import ctypes
        import resource

        if resource.getrlimit(resource.RLIMIT_MEMLOCK)[0] != resource.RLIM_INFINITY:
            return False
        return bool(ctypes.CDLL(None).mlockall(LOCK_ALL) == 0)
    except (ImportError, OSError, AttributeError, TypeError, ValueError):
        return False


def swapping() -> bool:
    """Whether this computer may have written memory to its disk. Where it cannot be told: yes."""
    try:
        return len(Path("/proc/swaps").read_text(encoding="ascii").splitlines()) > 1
    except OSError:
        return True


@contextlib.contextmanager
def leaving_kindly() -> Iterator[None]:
    """While inside, a closed window and a polite kill end the run the way Ctrl-C does, so that what must be cleared is."""
    old: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}

    def leave(number: int, frame: FrameType | None) -> None:
        raise Ended

    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None:
            old[number] = signal.signal(number, leave)
    try:
        yield
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)


def can_clear_screen(plain: bool) -> bool:
    """Whether this terminal can be told to forget. Inside tmux or screen the history belongs to them."""
    kept_elsewhere = os.environ.get("TMUX") or os.environ.get("STY")
    return not plain and sys.stdout.isatty() and not kept_elsewhere


def clear_screen() -> None:
    """Empty the screen and, where the terminal obeys, what scrolled off it."""
    sys.stdout.write("\x1b[H\x1b[2J\x1b[3J")
    sys.stdout.flush()
