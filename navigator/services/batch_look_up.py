"""The different titles of a file, each looked up once: in processes beside this one, where that can be, so that the tables
which blocks are matched against are made meanwhile."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import CannotWrite, Refusal
from navigator.i18n import _
from navigator.services.batch_columns import coded
from navigator.services.batch_read import blocks
from navigator.services.batch_vocabulary import Titles
from navigator.services.batch_work import ENDED, Work, end_with_the_first, leave_ctrl_c, may_fork

AT_ONCE = 250
MOST_TITLES = 1_000_000
"""Different titles that are looked up; those beyond count as not known."""


class Looked(NamedTuple):
    """Some titles that were looked up, and how many of all are done with them."""

    found: Titles
    done: int
    all: int


def look_up(work: Work, source: Path) -> Iterator[Looked]:
    """Every different title of the file, looked up once, whoever has it. Raises what reading the file raises."""
    different = _different(source)
    tasks = [different[n : n + AT_ONCE] for n in range(0, len(different), AT_ONCE)]
    for number, found in enumerate(work.spread("titles", tasks), start=1):
        yield Looked(found, min(number * AT_ONCE, len(different)), len(different))


def _different(source: Path) -> list[str]:
    found: dict[str, None] = {}
    for block in blocks(source, "titles"):
        if len(found) < MOST_TITLES:
            found.update(dict.fromkeys(coded(block.batch.column(0), "titles", source).values))
    return [title for title in found if title]


Beside = Callable[[], Iterator[Looked]]


@contextmanager
def looking_up(catalogue: Catalogue, folder: Path, source: Path, jobs: int) -> Iterator[Beside | None]:
    """Begin to look the titles up in processes of their own; what is given tells what they found, as it comes in.

    None where processes cannot be copied, or one is enough: then nothing was begun. They are ended with the block.
    """
    if jobs < 2 or not may_fork():
        yield None
        return
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    beside = context.Process(target=_beside, args=(theirs, catalogue, folder, source, jobs))
    beside.start()
    theirs.close()
    try:
        yield lambda: _told(ours)
    finally:
        beside.terminate()
        beside.join()
        ours.close()


def _beside(teller: Connection, catalogue: Catalogue, folder: Path, source: Path, jobs: int) -> None:
    """Look everything up and tell it; what went wrong is told as well."""
    leave_ctrl_c()
    try:
        own = Catalogue(catalogue.folder, catalogue.center_file)
        with Work(own, folder, jobs, ready="titles") as work:
            end_with_the_first()  # not before: it takes a thread, and a process with two of them cannot be copied
            for looked in look_up(work, source):
                teller.send(looked)
        teller.send(None)
    except (Refusal, OSError) as error:
        with suppress(OSError):  # who would be told may have been killed
            teller.send(error)


def _told(ours: Connection) -> Iterator[Looked]:
    """What the processes beside tell, to their end. Raises what they raised, and CannotWrite where they ended early."""
    while True:
        try:
            said = ours.recv()
        except EOFError as error:
            raise CannotWrite(_(ENDED)) from error
        if said is None:
            return
        if isinstance(said, BaseException):
            raise said
        yield said
