"""What was typed wrong on the command line, in a plain sentence: what happened, to which flag, and what to do.

typer says it in the words of a programmer; here its refusals are read and said anew. What it knows of the command (which
flag, what may follow it) is taken from the command itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from navigator.engine.validate import clean_line
from navigator.formats.words import lower_first, upper_first
from navigator.i18n import _

Parts = Mapping[str, str]
MOST_LIKE = 2
LIKE = 0.75
"""Flags named that look like a mistyped one, and how much alike they have to be."""

SHORTEST = len("--x")
"""A beginning that is no longer than this names nothing."""


@dataclass(frozen=True, kw_only=True)
class Slip:
    """One refusal of typer's: the command it is about, as typed and as typer knows it, and the flag or word, if known."""

    name: str
    command: Any
    context: Any = None
    parameter: Any = None
    meant: str = ""

    @property
    def is_group(self) -> bool:
        """Whether it is a group of commands, such as `navigator export`."""
        return hasattr(self.command, "commands")

    def flags(self) -> Iterator[Any]:
        """The flags of this command, then those that may stand anywhere."""
        yield from self.command.params
        context = self.context.parent if self.context is not None else None
        while context is not None:
            yield from context.command.params
            context = context.parent

    def flag(self, name: str) -> Any:
        """A flag of this command by its name, or None."""
        return next((p for p in self.flags() if name in p.opts), None)


def sentence(error: Any, root: Any, line: Sequence[str]) -> str:
    """Why a line cannot be carried out; ``error`` is typer's, ``root`` the whole program. Names the help that says more."""
    message, slip = error.format_message(), _slip_of(error, root, line)
    for shape, teller in SHAPES:
        found = re.fullmatch(shape, message, re.DOTALL)
        if found is not None:
            said = teller(slip, {k: v or "" for k, v in found.groupdict().items()})
            return clean_line(f"{said} {_where(slip)}")
    return clean_line(f"{message} {_where(slip)}")


def is_bare_group(error: Any) -> bool:
    """Whether only a group of commands was named, such as `navigator export`: its help is the answer."""
    return type(error).__name__ == "NoArgsIsHelpError"


def bare_group(error: Any, root: Any, line: Sequence[str]) -> str:
    """The same as a sentence, where no help can be shown."""
    slip = _slip_of(error, root, line)
    return f"{_no_command(slip, {})} {_where(slip)}"


def _slip_of(error: Any, root: Any, line: Sequence[str]) -> Slip:
    """typer does not always say at which command it stopped; then the line does."""
    context, parameter = getattr(error, "ctx", None), getattr(error, "param", None)
    meant, command = "navigator", root
    for word in line:
        if word in getattr(command, "commands", {}):
            meant, command = f"{meant} {word}", command.commands[word]
    if context is None:
        return Slip(name=meant, command=command, parameter=parameter, meant=meant)
    return Slip(
        name=str(context.command_path),
        command=context.command,
        context=context,
        parameter=parameter,
        meant=meant if any(o in p.opts for p in command.params for o in line) else "",
    )


def _where(slip: Slip) -> str:
    if slip.is_group:
        return _("'{command} --help' shows the commands.").format(command=slip.name)
    return _("'{command} --help' shows what you can type.").format(command=slip.name)


def _no_command(slip: Slip, parts: Parts) -> str:
    return _("Name a command after '{command}'.").format(command=slip.name)


def _strange_command(slip: Slip, parts: Parts) -> str:
    said = _("There is no command {name}.").format(name=parts["name"])
    return f"{said} {_('Did you mean {names}?').format(names=parts['others'])}" if parts["others"] else said


def _strange_flag(slip: Slip, parts: Parts) -> str:
    """A flag that is not there: those that look like it; or it stands before the command that it belongs to."""
    said, flag = _("'{command}' has no flag {name}.").format(command=slip.name, name=parts["name"]), parts["name"]
    if slip.meant not in ("", slip.name):
        return f"{said} {_('Type it after the command: {command} {flag} ...').format(command=slip.meant, flag=flag)}"
    there = [o for p in slip.flags() for o in p.opts if o.startswith("--")]
    # What was typed may be a beginning, as `--lang` is, before it is a slip.
    begins = [o for o in there if o.startswith(flag) and len(flag) > SHORTEST]
    near = list(dict.fromkeys([*begins, *get_close_matches(flag, there, MOST_LIKE, LIKE)]))[: len(begins) or MOST_LIKE]
    return f"{said} {_('Did you mean {names}?').format(names=', '.join(near))}" if near else said


def _missing(slip: Slip, parts: Parts) -> str:
    """Something the command cannot do without, in its own description where it has one."""
    means = _help(slip.parameter) or parts["name"]
    return _("Something is missing after '{command}': {what}.").format(command=slip.name, what=means)


def _no_value(slip: Slip, parts: Parts) -> str:
    means = _help(slip.flag(parts["name"]))
    if not means or means.endswith("?"):
        said = _("{flag} needs a value after it.").format(flag=parts["name"])
        return f"{said} {upper_first(means)}".rstrip()
    return _("{flag} needs a value after it: {what}.").format(flag=parts["name"], what=means)


def _help(parameter: Any) -> str:
    """What a flag or a word is for, to go on a sentence with."""
    return lower_first(str(getattr(parameter, "help", None) or "").rstrip("."))


def _value_too_many(slip: Slip, parts: Parts) -> str:
    return _("{flag} takes no value: leave out what stands after its equals sign.").format(flag=parts["name"])


def _words_too_many(slip: Slip, parts: Parts) -> str:
    said = _(
        "'{command}' cannot use this part of the line: {words}. Words that belong together go in quotes, as in \"line cook\"."
    )
    return said.format(command=slip.name, words=parts["names"])


def _number(slip: Slip, parts: Parts) -> str:
    """Which numbers there can be; a word without a flag is told by its command."""
    word = getattr(slip.parameter, "param_type_name", "") == "argument"
    flag = f"'{slip.name}'" if word else _flag(parts["name"])
    kind = getattr(slip.parameter, "type", None)
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if least is not None and most is not None:
        said = _("{flag} needs a whole number from {least} to {most}, and {value} is not one.")
    elif least is not None:
        said = _("{flag} needs a whole number, {least} or more, and {value} is not one.")
    else:
        said = _("{flag} needs a whole number, and {value} is not one.")
    return said.format(flag=flag, least=least, most=most, value=parts["value"])


def _fraction(slip: Slip, parts: Parts) -> str:
    return _("{flag} needs a number, and {value} is not one.").format(flag=_flag(parts["name"]), value=parts["value"])


def _choice(slip: Slip, parts: Parts) -> str:
    said = _("{flag} does not know {value}. Choose one of: {choices}.")
    return said.format(flag=_flag(parts["name"]), value=parts["value"], choices=parts["choices"].replace("'", ""))


def _other_value(slip: Slip, parts: Parts) -> str:
    return _("What stands after {flag} cannot be used: {why}").format(flag=_flag(parts["name"]), why=parts["why"])


def _flag(name: str) -> str:
    """`'--top' / '--limit'` as a person writes it."""
    return name.replace("'", "")


_VALUE = r"Invalid value for (?P<name>.+?): "

SHAPES: tuple[tuple[str, Callable[[Slip, Parts], str]], ...] = (
    (r"No such command (?P<name>'.+?')\.(?: Did you mean (?P<others>.+)\?)?", _strange_command),
    (r"Missing command\.", _no_command),
    (r"No such option: (?P<name>.+?)(?: \(Possible options: .+\)| Did you mean .+)?", _strange_flag),
    (r"Missing (?:argument|option|parameter) '?(?P<name>.+?)'?\.(?: Choose from:.*)?", _missing),
    (r"Option '(?P<name>.+?)' requires (?:an argument|\d+ arguments)\.", _no_value),
    (r"Option '(?P<name>.+?)' does not take a value\.", _value_too_many),
    (r"Got unexpected extra argument(?:s|\(s\))? \((?P<names>.+)\)", _words_too_many),
    (_VALUE + r"(?P<value>.+) is not a valid (?:integer|int)(?: range)?\.", _number),
    (_VALUE + r"(?P<value>.+) is not in the range .+\.", _number),
    (_VALUE + r"(?P<value>.+) is not a valid float(?: range)?\.", _fraction),
    (_VALUE + r"(?P<value>.+) is not one of (?P<choices>.+)\.", _choice),
    (_VALUE + r"(?P<why>.+)", _other_value),
)
"""How typer words its refusals, and who says each anew."""
