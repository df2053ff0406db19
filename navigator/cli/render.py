"""One place prints: an outcome as a screen, as plain lines, or as one versioned JSON envelope."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from navigator.cli.called import typed
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

if TYPE_CHECKING:
    from navigator.cli.whose import Whose

ENVELOPE = 1
"""Version of the JSON envelope: navigator, command, status, record where it is about one, data, notices, problems."""

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

STOPPED = N_("Stopped.")
"""In a private walk, what was cleared and what was saved is said by then; most commands ask nothing."""

ANSWERS_KEPT: dict[str, str] = {
    "start": N_("Stopped. Everything you answered is saved. Go on any time with: navigator start"),
    "menu": N_("Stopped. Everything you answered is saved. Go on any time with: navigator start"),
    "guide answer": N_("Stopped. Everything you answered is saved."),
}
"""The commands that save each answer as it is given, with their last words; those that keep another part say so themselves."""

T = TypeVar("T")


def show(session: Session, outcome: Outcome[T], view: Callable[[T, Session], None]) -> None:
    """Print what a command found."""
    of, notices = (None, outcome.notices) if session.used is None else _about(session, outcome)
    if session.json:
        print(envelope(outcome.command, "ok", outcome.value, notices, outcome.problems, of))
        return
    if of and of.line:
        session.paper.line(of.line, soft=True)
    view(outcome.value, session)
    for notice in notices:
        session.paper.line(notice, soft=True)
    for problem in outcome.problems:
        session.paper.bullet(problem)


def _about(session: Session, outcome: Outcome[T]) -> tuple[Whose | None, tuple[str, ...]]:
    """Whose record it was about, and what is to be said beside it."""
    from navigator.cli.whose import not_sealed, whose

    return whose(session, outcome.command), (*outcome.notices, *not_sealed(session, outcome.command))


def envelope(
    command: str,
    status: str,
    data: object,
    notices: tuple[str, ...] = (),
    problems: tuple[str, ...] = (),
    of: Whose | None = None,
) -> str:
    """The JSON of one run."""
    import msgspec

    body = msgspec.to_builtins(data, enc_hook=str)
    shape = {
        "navigator": ENVELOPE,
        "command": command,
        "status": status,
        **({"record": {"name": of.name, "place": of.place, "file": of.file}} if of else {}),
        "data": body,
        "notices": [typed(said) for said in notices],
        "problems": [typed(said) for said in problems],
    }
    return json.dumps(shape, ensure_ascii=False, indent=2)


def refuse(session: Session, refusal: Refusal) -> int:
    """Say why a command was not carried out; the exit code."""
    code = next((code for kind, code in EXIT_CODES.items() if isinstance(refusal, kind)), 1)
    if isinstance(refusal, Interrupted):
        stopped = str(refusal) or _stopped(session)
        if session.json:
            print(envelope(session.command, "refused", None, problems=(stopped,)))
        else:
            print(f"\n{on_error_line(stopped)}", file=sys.stderr)
        return code
    if session.json:
        print(envelope(session.command, "refused", None, problems=(str(refusal),)))
    else:
        print(on_error_line(str(refusal)), file=sys.stderr)
    return code


def _stopped(session: Session) -> str:
    """The last words after a stop, with the command that goes on."""
    return _(ANSWERS_KEPT[session.command]) if keeps_answers(session) else _(STOPPED)


def keeps_answers(session: Session) -> bool:
    """Whether this run saves what somebody answers, answer by answer."""
    return session.command in ANSWERS_KEPT and not session.private and not session.scripted


def on_error_line(sentence: str) -> str:
    """A sentence as wide as the window it is read in; whole on one line where a program or a file reads it."""
    from navigator.cli.paper import wrapped

    return "\n".join(wrapped(sentence, 0)) if sys.stderr.isatty() else typed(sentence)
