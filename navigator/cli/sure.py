"""One question to say yes or no to, on a plain line, in the words of the language spoken and in English."""

from __future__ import annotations

from navigator.domain.errors import Interrupted
from navigator.engine.typed_words import is_no, is_yes
from navigator.i18n import _, beside


def sure(question: str) -> bool:
    """Whether somebody says yes; Enter alone is a no. Raises Interrupted at Ctrl-C and at the end of the input."""
    from navigator.cli.paper import wrapped

    said = beside(_("{question} Type yes or no (Enter: no): ").format(question=question), "\n")
    asked = "\n".join(line for part in said.splitlines() for line in wrapped(part, 0)) + " "
    while True:
        try:
            typed = input(asked)
        except (EOFError, KeyboardInterrupt) as error:
            raise Interrupted(_("Stopped.")) from error
        if is_yes(typed):
            return True
        if is_no(typed) or not typed.strip():
            return False
