"""Where passphrases come from: a file, NAVIGATOR_PASSPHRASE, or a hidden line at a terminal. Never from an argument."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from navigator.domain.errors import BadInput, Interrupted, NeedsTerminal
from navigator.i18n import _
from navigator.opening import bytes_of

VARIABLE = "NAVIGATOR_PASSPHRASE"
NEW_VARIABLE = "NAVIGATOR_NEW_PASSPHRASE"
MOST_BYTES = 4_096
SHORT = 12
"""Below this many letters a passphrase is soon guessed."""


@dataclass(frozen=True, kw_only=True)
class Passphrases:
    """Gives passphrases. ``ask`` reads a hidden line; None where nobody is there to type one."""

    file: Path | None = None
    ask: Callable[[str], str] | None = None

    def __call__(self, record: Path, number: int) -> str | None:
        """The passphrase of a sealed record; what a script gave is tried once. Raises NeedsTerminal, BadInput, Interrupted."""
        given = self._given(VARIABLE)
        if given is not None:
            return given if number == 0 else None
        if self.ask is None:
            raise NeedsTerminal(
                _(
                    "{path} is sealed, and there is no terminal here to ask for its passphrase. Give it with --passphrase-file FILE or in {variable}."
                ).format(path=record, variable=VARIABLE)
            )
        prompt = _("Passphrase of {name}: ") if number == 0 else _("That was not it. Passphrase of {name}: ")
        return self.ask(prompt.format(name=record.stem))

    def new(self, changed: bool = False) -> str:
        """A passphrase to seal with, typed twice. Raises NeedsTerminal, BadInput, Interrupted."""
        given = _variable(NEW_VARIABLE) if changed else self._given(VARIABLE)
        if given is not None:
            return given
        if self.ask is None:
            raise NeedsTerminal(
                _("There is no terminal here to ask for a passphrase. Give it in {variable}.").format(
                    variable=NEW_VARIABLE if changed else VARIABLE
                )
            )
        first = self.ask(_("New passphrase (four or more words that only you know): "))
        if not first:
            raise BadInput(_("An empty passphrase seals nothing. Nothing was changed."))
        if self.ask(_("The same again: ")) != first:
            raise BadInput(_("The two are not the same. Nothing was changed."))
        return first

    def _given(self, variable: str) -> str | None:
        return from_file(self.file) if self.file is not None else _variable(variable)


def _variable(name: str) -> str | None:
    return os.environ.get(name) or None


def from_file(path: Path) -> str:
    """The first line of a file."""
    from navigator.records.where import expanded

    path = expanded(path)
    try:
        data = bytes_of(path, MOST_BYTES)
    except OSError as error:
        raise BadInput(
            _("{path} cannot be read: {why}. Name a file that holds the passphrase.").format(
                path=path, why=error.strerror or error
            )
        ) from error
    lines = data.decode("utf-8", "replace").splitlines()
    if not lines or not lines[0]:
        raise BadInput(_("{path} holds no passphrase in its first line.").format(path=path))
    return lines[0]


def _hidden(prompt: str) -> str:
    import getpass

    try:
        return getpass.getpass(prompt)
    except (EOFError, KeyboardInterrupt) as error:
        raise Interrupted(_("Stopped. Nothing was changed.")) from error


@contextmanager
def silent() -> Iterator[None]:
    """No key that is typed meanwhile shows on the terminal, or reaches whatever reads from it next.

    Checking a passphrase takes a second on purpose. Somebody who knows that it was wrong types the right one during that
    second, before the question comes again: it must not stand on the screen.
    """
    terminal = _terminal()
    if terminal is None:
        yield
        return
    import termios

    before = termios.tcgetattr(terminal)
    quiet = [*before]
    quiet[3] &= ~(termios.ECHO | termios.ECHONL)
    try:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, quiet)
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
        os.close(terminal)


def _terminal() -> int | None:
    """The terminal that passphrases are typed at, as `getpass` finds it; None where there is none."""
    try:
        import termios

        found = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except (ImportError, OSError):
        return None
    try:
        termios.tcgetattr(found)
    except termios.error:
        os.close(found)
        return None
    return found


def passphrases(file: Path | None, json: bool = False) -> Passphrases:
    """Where passphrases of this run come from."""
    someone = sys.stdin.isatty() and not json
    return Passphrases(file=file, ask=_hidden if someone else None)
