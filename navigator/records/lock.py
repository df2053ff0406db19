"""One writer at a time in a folder of records.

The folder itself is locked, not a file in it: no lock file can stay behind, and none tells whose record was open. Where a
system has no such locks (Windows, some network drives) the fingerprint of a save is the only guard, as for any editor.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from navigator.domain.errors import CannotWrite
from navigator.i18n import _

PATIENCE = 20.0
"""Seconds. A save takes a hundredth of one, and sealing a few; whoever holds it longer was stopped in the middle."""

PAUSE = 0.02


@contextlib.contextmanager
def alone(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Nobody else of this program writes in a folder meanwhile. Raises CannotWrite where somebody else does not end."""
    with _locked(folder, patience) as free:
        if free is False:
            raise CannotWrite(
                _(
                    "Another window of this program is writing in {folder} and does not end. Nothing was changed. Close that window, then try again."
                ).format(folder=folder)
            )
        yield


@contextlib.contextmanager
def if_free(folder: Path) -> Iterator[bool]:
    """Whether nobody else writes in a folder just now, and will not meanwhile; nobody is waited for."""
    with _locked(folder, 0.0) as free:
        yield free is not False


@contextlib.contextmanager
def _locked(folder: Path, patience: float) -> Iterator[bool | None]:
    """True: locked. False: somebody else holds it. None: nothing can be locked here."""
    try:
        handle = os.open(os.path.realpath(folder), os.O_RDONLY)
    except OSError:  # not there, or not ours to read: what is done next says so
        yield None
        return
    try:
        yield _taken(handle, patience)
    finally:
        os.close(handle)  # which gives the lock back


def _taken(handle: int, patience: float) -> bool | None:
    try:
        import fcntl
    except ImportError:
        return None
    end = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                return False
            time.sleep(PAUSE)
        except OSError:
            return None
        else:
            return True
