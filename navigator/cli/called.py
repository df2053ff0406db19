"""How this program is typed here, so that a command in our last words works when it is typed as it stands.

A sentence names a command in short, such as 'navigator match'. Where it is said (paper, refusals) it becomes what must be
typed here and now: the way to the program, and the flags of this run without which it would mean another record.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from navigator.i18n import ENGLISH, language

NAME = "navigator"
CARRIED = ("--home", "--center", "--record")
"""Flags of the whole line that a command which follows must have too, to mean the same. The record last: before it nothing is
taken for the beginning of a command, so what is rewritten already is left as it is."""

VERBS = (
    "start|questions|match|why-not|why|not-for-me|what-if|pathways|occupation|titles|near|batch|import|verify|key-in|"
    "record|resources|guide|plan|export|print|issuer|data|schema|kiosk"
)
"""Every command and group; a test compares them with the app."""

RECORDLESS = re.compile(r"record (?:new|use|list)\b|titles|occupation|questions|data|schema|issuer|verify|kiosk|batch")
"""Commands that are about no one record, or name theirs themselves."""

_NAMED = re.compile(rf"(?:(?<=['\"`(])|(?<=[:?;] ))navigator(?= (?P<rest>(?:--record|(?:{VERBS})\b)[^'.;?)]*))")
"""A command as our sentences name one: in quotes, in brackets, or after a colon or another sentence's end. The bare name is a word
that people write too; what opens the menu is said by ``menu``."""


@dataclass
class _Run:
    """What this run was told, for the commands that its words name. ``short``: they are named as they stand."""

    flags: dict[str, str] = field(default_factory=dict)
    short: bool = False


_run = _Run()


def in_short() -> None:
    """Name commands as they stand from here on: what is said of a line typed wrong is about that line."""
    _run.short = True


def begin(line: Sequence[str]) -> None:
    """Remember the flags of a hoisted line that the commands in our words must carry."""
    _run.flags, _run.short = {}, False
    waiting = iter(line)
    for word in waiting:
        name, equals, value = word.partition("=")
        if word == "--":
            return
        if name in CARRIED:
            _run.flags[name] = value if equals else next(waiting, "")


def typed(sentence: str) -> str:
    """A sentence with each command in it as it is typed here and now: in a checkout `.venv/bin/navigator start`.

    A language that was only asked for this once is asked for again, and so are the records' folder and the record."""
    if _run.short:
        return sentence
    return _NAMED.sub(lambda found: _beginning(found["rest"]), sentence)


def menu() -> str:
    """The menu as it is opened here and now."""
    return _beginning("")


def _beginning(rest: str) -> str:
    """What stands before the rest of a command: the program, and the flags of this run that it needs."""
    wish = () if language() == usual_language(os.environ) else ("--language", language())
    return " ".join((program(sys.argv[0], _on_path()), *map(shlex.quote, (*wish, *_flags(rest)))))


def _flags(rest: str) -> tuple[str, ...]:
    """The flags of this run that go before the rest of a command."""
    own = "--record" in rest or RECORDLESS.match(rest)
    carried = (n for n in CARRIED if n in _run.flags and not (own and n == "--record"))
    return tuple(part for name in carried for part in (name, _run.flags[name]))


@cache
def _on_path() -> str | None:
    return shutil.which(NAME)


def program(started: str, on_path: str | None) -> str:
    """The program's name, where that finds the one that was started; else the way to it, as short as it is from here."""
    file = Path(started)
    if file.name != NAME or (on_path and Path(on_path).resolve() == file.resolve()):
        return NAME
    try:
        whole, here = file.absolute(), Path.cwd()
    except FileNotFoundError:  # the folder somebody stands in is gone
        return shlex.quote(started)
    return shlex.quote(str(whole.relative_to(here) if whole.is_relative_to(here) else whole))


def usual_language(around: Mapping[str, str]) -> str:
    """The language that is spoken where no flag names one."""
    from navigator.cli.speech import asks_around

    if not asks_around(around):
        return ENGLISH
    from navigator.catalogue import languages

    return languages.wanted(dict(around))
