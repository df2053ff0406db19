"""How an optional part is added here: the command that reaches the very Python that runs this program.

A bare `pip install` would reach whatever Python stands first on the path, and the name of this program on an index may be
a stranger's: so a folder is named, or the packages that the part needs.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NAME = "career-navigator"
PIPX = "pipx_metadata.json"
"""The file that pipx leaves in each environment it makes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """How this program came here: the environment, its Python, the folder it was installed from (if any), and what its
    extras need. ``stays``: it runs from that folder itself."""

    prefix: Path
    python: str
    folder: Path | None = None
    stays: bool = False
    requires: tuple[str, ...] = ()

    def adds(self, extra: str) -> str:
        """The command that installs an extra."""
        if self.folder is None or self._by_pipx:
            return self.installs(*_needs(extra, self.requires))
        place = "." if self.folder == _here() else str(self.folder)
        return self._pip(*(["-e"] if self.stays else []), f"{place}[{extra}]")

    def installs(self, *packages: str) -> str:
        """The command that installs packages beside this program."""
        if self._by_pipx:
            return shlex.join(("pipx", "inject", self.prefix.name, *packages))
        return self._pip(*packages)

    @property
    def _by_pipx(self) -> bool:
        return (self.prefix / PIPX).exists()

    def _pip(self, *given: str) -> str:
        python, here = Path(self.python or "python3"), _here()
        if here and python.parent != here and python.is_relative_to(here):
            python = python.relative_to(here)
        return shlex.join((str(python), "-m", "pip", "install", *given))


def adds(extra: str) -> str:
    """The command that installs an extra here."""
    return _installed().adds(extra)


def installs(*packages: str) -> str:
    """The command that installs packages here."""
    return _installed().installs(*packages)


@cache
def _installed() -> Installed:
    from importlib import metadata  # slow to load, and only wanted where something is missing

    prefix, python = Path(sys.prefix), sys.executable
    try:
        ours = metadata.distribution(NAME)
    except metadata.PackageNotFoundError:  # run from its folder, installed nowhere
        return Installed(prefix=prefix, python=python, folder=Path(__file__).resolve().parents[1])
    folder, stays = _folder(ours.read_text("direct_url.json") or "{}")
    return Installed(prefix=prefix, python=python, folder=folder, stays=stays, requires=tuple(ours.requires or ()))


def _folder(told: str) -> tuple[Path | None, bool]:
    """The folder that pip noted it installed this from, where it is still there, and whether it runs from there."""
    import json
    from urllib.parse import unquote, urlsplit

    noted = json.loads(told)
    place = urlsplit(noted.get("url", ""))
    folder = Path(unquote(place.path))
    if place.scheme != "file" or not (folder / "pyproject.toml").is_file():
        return None, False
    return folder, bool(noted.get("dir_info", {}).get("editable"))


def _needs(extra: str, requires: Iterable[str]) -> tuple[str, ...]:
    """The packages of an extra, as the metadata of a package lists them: `pyrage>=1.2; extra == 'secure'`."""
    split = (line.partition(";") for line in requires)
    return tuple(what.strip() for what, _mark, when in split if when.replace('"', "'").strip() == f"extra == '{extra}'")


def _here() -> Path | None:
    try:
        return Path.cwd()
    except FileNotFoundError:  # the folder somebody stands in is gone
        return None
