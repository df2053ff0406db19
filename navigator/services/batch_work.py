"""The work on one block, and the processes it is spread over."""

from __future__ import annotations

import atexit
import gc
import os
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import cached_property
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from time import sleep
from types import TracebackType
from typing import Any, Literal

from navigator.catalogue.aside import unswept
from navigator.catalogue.store import Catalogue
from navigator.domain.errors import CannotWrite
from navigator.i18n import N_, _
from navigator.services.batch_block import Blocks, blocks_of
from navigator.services.batch_parts import keep_part, kept_titles
from navigator.services.batch_read import Block, need_extra
from navigator.services.batch_titles import QuickTitles, quick_titles
from navigator.services.batch_vocabulary import Titles

Step = Literal["titles", "block"]

WAITING = 2
"""Tasks that stand ready beside those being worked on: enough that nobody waits, few enough that memory stays small."""

LOOKING = 1.0
"""Seconds between two looks whether the first process is still there."""

ENDED = N_(
    "A process that helped with the matching ended without a word; often there was too little memory. "
    "What was done is kept: run the same command again, with --jobs 1."
)


class Helper:
    """What one process has at hand."""

    def __init__(self, catalogue: Catalogue, folder: Path) -> None:
        self.catalogue, self.folder = catalogue, folder

    @cached_property
    def index(self) -> QuickTitles:
        """The titles."""
        return quick_titles(self.catalogue.folder)

    @cached_property
    def tables(self) -> Blocks:
        """What blocks are matched against."""
        return blocks_of(self.catalogue)

    @cached_property
    def blocks(self) -> Blocks:
        """The same, with the titles that were looked up."""
        return self.tables.with_titles(kept_titles(self.folder))

    def ready(self, step: Step) -> None:
        """Make all that a step needs and that does not hang on the file."""
        _made = self.tables if step == "block" else (self.index.every, self.index.only_bearers)

    def open_again(self) -> None:
        """Open the catalogue anew: a connection is of the process that made it."""
        self.catalogue.db = Catalogue(self.catalogue.folder, self.catalogue.center_file).db
        if "index" in self.__dict__:
            self.index.db = self.catalogue.db

    def titles(self, some: list[str]) -> Titles:
        """The best occupation of each title, where there is one, and whether it is unsure.

        What somebody who served may pick from (found by no title) is no work they did.
        """
        found: dict[str, tuple[str, bool]] = {}
        for title in some:
            if code := self.index.outright(title):
                found[title] = code, False
            elif (finds := self.index.find(title, 1)) and finds[0].matched:
                found[title] = finds[0].code, finds[0].sure == "unsure"
        return found

    def block(self, task: tuple[Block, str]) -> int:
        """Match a block and keep its part; the number of the block."""
        block, source = task
        table, counts, rejected = self.blocks.matched(block, source)
        keep_part(self.folder, block.number, table, counts, rejected)
        return block.number


_helper: list[Helper] = []
"""The helper of this process, where it was started for that."""


def _begin(catalogue: Path, center: Path | None, folder: Path) -> None:
    """Set up a helping process: one thread a process, and stopping is the first process's business."""
    leave_ctrl_c()
    end_with_the_first()
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    _helper.append(Helper(Catalogue(catalogue, center), folder))


def _go_on() -> None:
    """Set up a helping process that was forked: it has all that the first process made ready."""
    leave_ctrl_c()
    end_with_the_first()
    _helper[0].open_again()


def leave_ctrl_c() -> None:
    """Leave Ctrl-C to the first process, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def end_with_the_first() -> None:
    """End soon after the process that began this one was killed: nobody would read what is done then."""
    first = parent_process()

    def watch() -> None:
        while first is not None and os.getppid() == first.pid:
            sleep(LOOKING)
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def may_fork() -> bool:
    """Whether this process is a single thread, which is when it may be copied. Where nobody tells, it may not."""
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False


def _do(step: Step, task: Any) -> Any:
    return getattr(_helper[0], step)(task)


class Work:
    """Spreads tasks over processes; with one job it does them itself. ``ready``: the step that most tasks are of."""

    def __init__(self, catalogue: Catalogue, folder: Path, jobs: int, ready: Step = "block") -> None:
        self.jobs, self.ready = jobs, ready
        self.own = Helper(catalogue, folder)
        self.pool: ProcessPoolExecutor | None = None
        atexit.register(gc.freeze)  # else Python looks through all the tables once more before it ends
        if jobs > 1:
            self.pool = self._forked() if may_fork() else self._fresh()
            for _job in range(jobs):
                self.pool.submit(need_extra)  # they begin while the titles are being read

    def _forked(self) -> ProcessPoolExecutor:
        """Processes that begin with all that this one has made ready, which costs no time and no memory again."""
        with unswept():
            self.own.ready(self.ready)
        gc.freeze()  # whoever sweeps writes on what it looks at, and what is written on is no longer shared
        _helper[:] = [self.own]
        return ProcessPoolExecutor(self.jobs, get_context("fork"), _go_on)

    def _fresh(self) -> ProcessPoolExecutor:
        """A fresh process each: forking one that holds threads (as pyarrow begins them when it reads) can hang."""
        begin = (self.own.catalogue.folder, self.own.catalogue.center_file, self.own.folder)
        return ProcessPoolExecutor(self.jobs, get_context("spawn"), _begin, begin)

    def __enter__(self) -> Work:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.pool is not None:
            self.pool.shutdown(wait=True, cancel_futures=True)
            gc.unfreeze()

    def spread(self, step: Step, tasks: Iterable[Any]) -> Iterator[Any]:
        """The results as they come in. Raises CannotWrite when a helping process ended."""
        if self.pool is None:
            yield from (getattr(self.own, step)(task) for task in tasks)
            return
        try:
            yield from self._spread(self.pool, step, iter(tasks))
        except BrokenProcessPool as error:
            raise CannotWrite(_(ENDED)) from error

    def _spread(self, pool: ProcessPoolExecutor, step: Step, tasks: Iterator[Any]) -> Iterator[Any]:
        going: set[Future[Any]] = set()
        while True:
            for task in islice(tasks, self.jobs + WAITING - len(going)):
                going.add(pool.submit(_do, step, task))
            if not going:
                return
            done, going = wait(going, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
