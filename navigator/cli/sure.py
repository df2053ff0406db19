"""One question to say yes or no to, or to type a name at, on a plain line, in the words of the language spoken and in English."""

from __future__ import annotations

from navigator.domain.errors import Interrupted
from navigator.engine.typed_words import is_no, is_yes
from navigator.i18n import _, beside


def sure(question: str) -> bool:
    """Whether somebody says yes; Enter alone is a no. Raises Interrupted at Ctrl-C and at the end of the input."""
    asked = beside(_("{question} Type yes or no (Enter: no): ").format(question=question), "\n")
    while True:
        typed = _typed(asked)
        if is_yes(typed):
            return True
        if is_no(typed) or not typed.strip():
            return False


def named(question: str, name: str) -> bool:
    """Whether somebody types the name of what is asked about. Raises Interrupted at Ctrl-C and at the end of the input."""
    return _typed(beside(question, "\n")).strip().casefold() == name.casefold()


def _typed(said: str) -> str:
    from navigator.cli.paper import wrapped

    asked = "\n".join(line for part in said.splitlines() for line in wrapped(part, 0)) + " "
    try:
        return input(asked)
    except (EOFError, KeyboardInterrupt) as error:
        raise Interrupted(_("Stopped.")) from error
