"""Reading a small file that somebody names, without waiting for ever: a pipe may have nobody who writes to it, and a
device such as /dev/zero has no end."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

from navigator.i18n import _

PATIENCE = 2.0
"""Seconds that a pipe has until somebody writes to it. Once somebody does, we wait for all of it."""
_STEP = 0.02
_BLOCK = 65_536


def bytes_of(path: Path, most: int) -> bytes:
    """What a file holds, at most one byte more than ``most``: that one tells that it is too large. Raises OSError."""
    # Not blocking: opening a pipe that nobody writes to would never come back.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        kind = os.fstat(handle).st_mode
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        first = _first_of_pipe(handle) if stat.S_ISFIFO(kind) else b""
        os.set_blocking(handle, True)
        with os.fdopen(handle, "rb", closefd=False) as file:
            return first + file.read(max(0, most + 1 - len(first)))
    finally:
        os.close(handle)


def _first_of_pipe(handle: int) -> bytes:
    """The first bytes of a pipe; none where somebody holds it who has not written yet. Raises OSError for nobody."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            first = os.read(handle, _BLOCK)
        except BlockingIOError:
            return b""
        if first:
            return first
        time.sleep(_STEP)  # an end at once: nobody has opened it for writing yet, or nothing was written
    raise OSError(errno.EAGAIN, _("it is a pipe, and nothing is written to it"))
