"""While the occupations are made ready, once: a line at once, how far it is, and no key that counts as an answer later."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from navigator.domain.errors import Interrupted
from navigator.i18n import _


class Waiting:
    """Told how far it is: 0 of 0 at the beginning. Says nothing where everything is ready already."""

    def __init__(self, stack: ExitStack, plain: bool) -> None:
        self._stack = stack
        self._counts = sys.stderr.isatty() and not plain
        self._begun = False

    def __call__(self, done: int, of: int) -> None:
        """So many of so many are ready."""
        if not self._begun:
            self._begin()
        if self._counts and of:
            sys.stderr.write("\r" + counted(done, of, shutil.get_terminal_size().columns))
            sys.stderr.flush()

    def _begin(self) -> None:
        from navigator.cli.paper import wrapped
        from navigator.cli.passphrase import silent

        self._begun = True
        if sys.stdin.isatty():  # what is typed into the silence answers no question that nobody has seen
            self._stack.enter_context(silent())
        text = _("Getting the occupations ready. This happens once and takes some seconds.")
        print("\n".join(wrapped(text, 0)) if sys.stderr.isatty() else text, file=sys.stderr, flush=True)
        if self._counts:
            self._stack.callback(lambda: print(file=sys.stderr, flush=True))


def counted(done: int, of: int, columns: int) -> str:
    """How far it is, on one line of the terminal: a longer one would leave a new line behind each time."""
    text = _("Getting the occupations ready, once: {done} of {of}").format(done=done, of=of)
    return text if len(text) < columns else f"{done} / {of}"[: max(1, columns - 1)]


@contextmanager
def waiting(plain: bool) -> Iterator[Waiting]:
    """Around opening the catalogue. Raises Interrupted after Ctrl-C, with a sentence that is true there."""
    try:
        with ExitStack() as stack:
            yield Waiting(stack, plain)
    except KeyboardInterrupt as error:
        said = _(
            "Stopped while the occupations were made ready. Nothing is lost; the next start makes them ready again."
        )
        raise Interrupted(said) from error
