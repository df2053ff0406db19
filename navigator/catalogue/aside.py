"""Make a long piece of work shorter: a part of it in a process beside this one, and no search for garbage meanwhile."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec

P = ParamSpec("P")

UNKNOWN, FAILED = 1, 255
"""Exit codes of a work that failed without an errno: by another error, or by an OSError that had none."""


def forks() -> bool:
    """Whether a process can be copied as it is here. On macOS it can, and what the system keeps in it may break."""
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


@contextmanager
def aside(work: Callable[P, None], *arguments: P.args, **named: P.kwargs) -> Iterator[Callable[[], None]]:
    """Start the work in another process, where the system can fork; the function given waits for it.

    It raises OSError when the work did, RuntimeError for the rest.

    The child sees everything in memory as it is now, so nothing is copied; it can only give back files. It is ended
    when the block is left before it is done: by Ctrl-C, say.
    """
    alone = threading.active_count() == 1  # a fork among threads may hang
    if not alone or not forks():
        work(*arguments, **named)
        yield lambda: None
        return

    def run() -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # who waits for this process ends it
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

    try:
        yield wait
    finally:
        child.terminate()
        child.join()


@contextmanager
def unswept() -> Iterator[None]:
    """Without the search for garbage: nearly everything made here is kept to the end, and is looked through for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
