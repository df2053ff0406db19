"""How this program is typed here, so that a command in our last words works when it is typed as it stands."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from navigator.i18n import ENGLISH, language

NAME = "navigator"


def called(rest: str = "") -> str:
    """A command as it is typed here and now: `navigator start`, in a checkout `.venv/bin/navigator start`.

    A language that was only asked for this once is asked for again."""
    wish = () if language() == usual_language(os.environ) else ("--language", language())
    return " ".join(filter(None, (program(sys.argv[0], shutil.which(NAME)), *wish, rest)))


def program(started: str, on_path: str | None) -> str:
    """The program's name, where that finds the one that was started; else the way to it, as short as it is from here."""
    file = Path(started)
    if file.name != NAME or (on_path and Path(on_path).resolve() == file.resolve()):
        return NAME
    whole = file.absolute()
    return shlex.quote(str(whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole))


def usual_language(around: Mapping[str, str]) -> str:
    """The language that is spoken where no flag names one."""
    from navigator.cli.speech import asks_around

    if not asks_around(around):
        return ENGLISH
    from navigator.catalogue import languages

    return languages.wanted(dict(around))
