"""Do one piece of work in a process beside this one, where the system can fork: two cores compile in half the time."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from typing import ParamSpec

P = ParamSpec("P")

FAILED = 255
"""Exit code of a work that failed without an errno."""


def aside(work: Callable[P, None], *arguments: P.args, **named: P.kwargs) -> Callable[[], None]:
    """Start the work; the function given back waits for it. Raises OSError when the work did, RuntimeError for the rest.

    The child sees everything in memory as it is now, so nothing is copied; it can only give back files.
    """
    if "fork" not in multiprocessing.get_all_start_methods() or sys.platform == "darwin":
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
        if child.exitcode and 0 < child.exitcode < FAILED and child.exitcode != 1:
            import os

            raise OSError(child.exitcode, os.strerror(child.exitcode))
        if child.exitcode:
            raise RuntimeError(f"{work.__name__} failed in its own process (exit code {child.exitcode}).")

    return wait
