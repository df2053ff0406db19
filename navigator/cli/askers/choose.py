"""Which asker suits: a file of answers, menus, or numbered lines; and a refusal where nobody can be asked."""

from __future__ import annotations

import sys
from pathlib import Path

from navigator.cli.paper import wants_plain
from navigator.domain.errors import NeedsTerminal
from navigator.i18n import _
from navigator.services.asking import Asker, ScriptedAsker, answers_from


def asker_for(plain: bool, answers: Path | None, json: bool = False, *, private: bool = False) -> Asker:
    """The asker for this run. Raises NeedsTerminal where there is no terminal, or only JSON, and no answers file."""
    if answers is not None:
        return ScriptedAsker(answers_from(answers))
    if json:
        raise NeedsTerminal(
            _("With --json no question can be asked. Give the answers with --answers FILE, or leave --json out.")
        )
    if not sys.stdin.isatty() and not plain:
        raise NeedsTerminal(
            _(
                "There is no terminal here to ask questions on. Give the answers with --answers FILE, or add --plain to read them line by line."
            )
        )
    if wants_plain(plain):
        from navigator.cli.askers.lines import LinesAsker

        return LinesAsker(private=private)
    from navigator.cli.askers.menu import MenuAsker

    return MenuAsker(private=private)
