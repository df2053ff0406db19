"""One place prints: an outcome as a screen, as plain lines, or as one versioned JSON envelope."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TypeVar

from navigator.cli.session import Session
from navigator.domain.errors import (
    BadData,
    BadInput,
    BadRecord,
    CannotWrite,
    ChangedOutside,
    Interrupted,
    MissingExtra,
    NeedsTerminal,
    NewerRecord,
    NotFound,
    Refusal,
)
from navigator.domain.outcome import Outcome
from navigator.i18n import N_, _

ENVELOPE = 1
"""Version of the JSON envelope: navigator, command, status, data, notices, problems."""

EXIT_CODES: dict[type[Refusal], int] = {
    BadInput: 2,
    NotFound: 3,
    BadRecord: 4,
    NewerRecord: 5,
    ChangedOutside: 6,
    CannotWrite: 7,
    BadData: 8,
    NeedsTerminal: 9,
    MissingExtra: 10,
    Interrupted: 130,
}
"""docs/reference/exit-codes.md says the same; a test compares them."""

STOPPED = N_("Stopped. Everything you answered is saved. Go on any time with: navigator start")

T = TypeVar("T")


def show(session: Session, outcome: Outcome[T], view: Callable[[T, Session], None]) -> None:
    """Print what a command found."""
    if session.json:
        print(envelope(outcome.command, "ok", outcome.value, outcome.notices, outcome.problems))
        return
    view(outcome.value, session)
    for notice in outcome.notices:
        session.paper.line(notice, soft=True)
    for problem in outcome.problems:
        session.paper.bullet(problem)


def envelope(
    command: str, status: str, data: object, notices: tuple[str, ...] = (), problems: tuple[str, ...] = ()
) -> str:
    """The JSON of one run."""
    import msgspec

    body = msgspec.to_builtins(data, enc_hook=str)
    shape = {
        "navigator": ENVELOPE,
        "command": command,
        "status": status,
        "data": body,
        "notices": list(notices),
        "problems": list(problems),
    }
    return json.dumps(shape, ensure_ascii=False, indent=2)


def refuse(session: Session, refusal: Refusal) -> int:
    """Say why a command was not carried out; the exit code."""
    code = EXIT_CODES.get(type(refusal), 1)
    if isinstance(refusal, Interrupted):
        if session.json:
            print(envelope(session.command, "refused", None, problems=(str(refusal) or _(STOPPED),)))
        else:
            print(f"\n{_said(str(refusal) or _(STOPPED))}", file=sys.stderr)
        return code
    if session.json:
        print(envelope(session.command, "refused", None, problems=(str(refusal),)))
    else:
        print(_said(str(refusal)), file=sys.stderr)
    return code


def _said(sentence: str) -> str:
    """A sentence as wide as the window it is read in; whole on one line where a program or a file reads it."""
    from navigator.cli.paper import wrapped

    return "\n".join(wrapped(sentence, 0)) if sys.stderr.isatty() else sentence
