"""Which asker suits: a file of answers, menus, or numbered lines; and a refusal where nobody can be asked."""

from __future__ import annotations

import sys
from pathlib import Path

from navigator.cli.paper import wants_plain
from navigator.domain.errors import NeedsTerminal
from navigator.i18n import N_, _
from navigator.services.asking import Asker, ScriptedAsker, answers_from

ANSWERS = N_("Give the answers with --answers FILE.")
"""What to type instead where the questions of the walk cannot be asked."""


def asker_for(
    plain: bool, answers: Path | None, json: bool = False, *, private: bool = False, instead: str = ""
) -> Asker:
    """The asker for this run. ``instead``: a sentence that says what to type in this command where nobody can be asked.

    Raises NeedsTerminal where there is no terminal, or only JSON, and no answers file.
    """
    if answers is not None:
        return ScriptedAsker(answers_from(answers))
    if json:
        raise NeedsTerminal(_joined(_("With --json no question can be asked."), instead, _("Or leave --json out.")))
    if not sys.stdin.isatty() and not plain:
        raise NeedsTerminal(
            _joined(
                _("There is no terminal here to ask questions on."),
                instead,
                _("Or add --plain to read the answers line by line."),
            )
        )
    if wants_plain(plain):
        from navigator.cli.askers.lines import LinesAsker

        return LinesAsker(private=private)
    from navigator.cli.askers.menu import MenuAsker

    return MenuAsker(private=private)


def _joined(what: str, instead: str, otherwise: str) -> str:
    return " ".join(filter(None, (what, instead, otherwise)))
