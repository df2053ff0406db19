"""Do one piece of work in a process beside this one, where the system can fork: two cores compile in half the time."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable
from typing import ParamSpec

P = ParamSpec("P")

UNKNOWN, FAILED = 1, 255
"""Exit codes of a work that failed without an errno: by another error, or by an OSError that had none."""


def aside(work: Callable[P, None], *arguments: P.args, **named: P.kwargs) -> Callable[[], None]:
    """Start the work; the function given back waits for it. Raises OSError when the work did, RuntimeError for the rest.

    The child sees everything in memory as it is now, so nothing is copied; it can only give back files.
    """
    alone = threading.active_count() == 1  # a fork among threads may hang
    if not alone or "fork" not in multiprocessing.get_all_start_methods() or sys.platform == "darwin":
        work(*arguments, **named)
        return lambda: None

    def run() -> None:
        try:
            work(*arguments, **named)
        except OSError as error:
            sys.exit(error.errno or FAILED)

    child = multiprocessing.get_context("fork").Process(target=run)
    child.start()

    def wait() -> None:
        child.join()
        if child.exitcode and UNKNOWN < child.exitcode < FAILED:
            raise OSError(child.exitcode, os.strerror(child.exitcode))
        if child.exitcode:
            raise RuntimeError(f"{work.__name__} failed in its own process (exit code {child.exitcode}).")

    return wait
