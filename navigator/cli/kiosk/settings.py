"""What a center sets for its public terminal: a small YAML or ini file, checked whole."""

from __future__ import annotations

import configparser
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from navigator.domain.errors import BadInput
from navigator.i18n import _
from navigator.opening import bytes_of

MAX_BYTES = 100_000
ENDINGS = (".ini", ".cfg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the terminal greets people. ``quiet`` and ``warning`` are seconds; ``leave`` is the staff's word to end it."""

    area: str = ""
    language: str = ""
    beside: str = ""
    center: str = ""
    home: str = ""
    route: str = ""
    minutes: int = 0
    quiet: float = 180.0
    warning: float = 20.0
    large: bool = False
    plain: bool = False
    say: bool = False
    leave: str = ""


def settings_from(path: Path) -> Settings:
    """The settings of a file. Raises BadInput with the file, the entry and what is wrong with it."""
    try:
        data = bytes_of(path, MAX_BYTES)
        if len(data) > MAX_BYTES:
            raise BadInput(_("{path} is too large to be a settings file.").format(path=path))
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            _("The settings file {path} cannot be read. Check its name and that it is a text file.").format(path=path)
        ) from error
    found = _ini(path, text) if path.suffix.lower() in ENDINGS else _yaml(path, text)
    strange = sorted(set(found) - set(Settings.__dataclass_fields__))
    if strange:
        raise BadInput(
            _("{path} has an entry {name!r} that this navigator does not know. It knows: {known}.").format(
                path=path, name=strange[0], known=", ".join(Settings.__dataclass_fields__)
            )
        )
    try:
        return msgspec.convert(found, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise BadInput(_("{path} cannot be used: {what}. Correct that entry.").format(path=path, what=error)) from error


def _ini(path: Path, text: str) -> dict[str, Any]:
    """Entries of the section [kiosk], or of a file without sections."""
    reader = configparser.ConfigParser(interpolation=None)
    try:
        reader.read_string(text if "[kiosk]" in text else f"[kiosk]\n{text}", str(path))
        return dict(reader["kiosk"])
    except configparser.Error as error:
        raise BadInput(
            _("{path} is not a valid ini file. Each line should read 'name = value'.").format(path=path)
        ) from error


def _yaml(path: Path, text: str) -> dict[str, Any]:
    from navigator.catalogue import source

    found, problems = source.parse(path, text)
    if problems and not problems[0].what.startswith(source.NOT_YAML):
        raise BadInput(_("{problem}. Nothing was read from the settings file.").format(problem=problems[0]))
    if problems or not isinstance(found, dict | None):
        raise BadInput(_("{path} is not valid YAML. Each line should read 'name: value'.").format(path=path))
    return {str(k): v for k, v in (found or {}).items()}
