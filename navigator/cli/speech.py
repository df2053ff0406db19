"""In which language this run speaks: the flags, the surroundings, and the help of the command line itself."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from navigator import i18n
from navigator.domain.errors import Refusal
from navigator.domain.question import Choice
from navigator.i18n import ENGLISH, N_, Speech, _

CODE = re.compile(r"[A-Za-z]{2}(?:[-_.][\w.-]*)?")
"""What a language is named by on the command line: es, or es_MX."""


def begin(arguments: Sequence[str], around: Mapping[str, str] = os.environ) -> None:
    """Speak what ``--language`` and ``--with`` ask for, else NAVIGATOR_LANGUAGE, else the system's own. Raises BadInput.

    English, the most common case, loads nothing. Where only the system asks, and its language cannot be made ready, it is
    said once and English is spoken: who did not ask for a language should not be kept from working by it.
    """
    i18n.use(Speech())
    first, second = _value(arguments, "--language"), _value(arguments, "--with")
    if not first and not second and not asks_around(around):
        return
    from navigator.catalogue import languages

    code = languages.named(first) if first else languages.wanted(dict(around))
    try:
        i18n.use(languages.speech(code, languages.named(second, "--with") if second else ""))
    except Refusal as refusal:
        if first or second or around.get("NAVIGATOR_LANGUAGE"):
            raise
        print(_("{why} Until then this goes on in English.").format(why=refusal), file=sys.stderr)


OWN_NAMES = {"en": "English", "es": "Español"}
"""What speakers call their language: read by people who may read no other. One that is not here shows its code."""


CHOSEN = "speak."
"""How the ids of languages in a menu begin."""


def languages_to_choose() -> tuple[Choice, ...]:
    """Each language that this run does not speak, by its own name."""
    from navigator.catalogue.languages import known

    spoken = {speech.code for speech in i18n.languages()}
    return tuple(Choice(id=CHOSEN + code, text=OWN_NAMES.get(code, code)) for code in known() if code not in spoken)


def changed_by(choice: str) -> bool:
    """Speak the language that was chosen from here to the end of the run; whether it was one."""
    if not choice.startswith(CHOSEN):
        return False
    from navigator.catalogue.languages import speech

    i18n.use(speech(choice.removeprefix(CHOSEN), ""))
    return True


def asks_around(around: Mapping[str, str]) -> bool:
    """Whether the surroundings name a language that is not English."""
    if around.get("NAVIGATOR_LANGUAGE"):
        return True
    system = next((v for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := around.get(name, ""))), "")
    return len(system.split("_")[0].split(".")[0]) == 2 and not system.startswith(ENGLISH)


def _value(line: Sequence[str], flag: str) -> str:
    """What was given after a flag, the last time it was given, on a line whose global flags stand before the command.

    What stands after the command's first word is the command's own, such as the wish of `resources --language Spanish`.
    """
    from navigator.cli.session import FLAGS, VALUED

    found, waiting = "", iter(line)
    for word in waiting:
        name, equals, value = word.partition("=")
        if name not in FLAGS | VALUED:
            break
        given = value if equals or name in FLAGS else next(waiting, "")
        found = given if name == flag else found
    return found


def is_wish(before: Sequence[str], value: str) -> bool:
    """Whether ``--language`` is the wish of `resources --language Spanish`, not the language of the program."""
    return before[:1] == ["resources"] and not CODE.fullmatch(value)


COMMAND_WORDS = (N_("Arguments"), N_("Options"), N_("Commands"), N_("required"), N_("default: {default}"),
                 N_("(dynamic)"), N_("env var: {var}"),
                 N_("Show this message and exit."), N_("[OPTIONS]"), N_("COMMAND [ARGS]..."))  # fmt: skip
"""The words that typer says with gettext, and those it has as plain text in a command."""


def speak_help(command: Any) -> None:
    """Put the help of a command, and of all below it, into the language spoken."""
    import typer.core

    typer.core._ = _  # type: ignore[attr-defined]  # typer says its own words through this name, bound to gettext's
    _speak(command, _context_of(command.context_class))


def _context_of(base: Any) -> Any:
    """A context whose formatter says `Usage` in the language spoken."""

    class Formatter(base.formatter_class):  # type: ignore[misc]
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, _("Usage: ") if prefix is None else prefix)

    class Context(base):  # type: ignore[misc]
        formatter_class = Formatter

    return Context


def _speak(command: Any, context: Any) -> None:
    command.context_class = context
    for name in ("help", "short_help", "epilog", "options_metavar", "subcommand_metavar"):
        if getattr(command, name, None):
            setattr(command, name, _(getattr(command, name)))
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = _(parameter.help)
    original = command.get_help_option

    def help_option(ctx: Any) -> Any:
        """typer makes this option when it is asked for it."""
        option = original(ctx)
        if option is not None and option.help:
            option.help = _(option.help)
        return option

    command.get_help_option = help_option
    for below in getattr(command, "commands", {}).values():
        _speak(below, context)
