"""What every command has at hand: the flags given anywhere on the line, the catalogue, the records, the paper."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from navigator.cli.speech import is_wish
from navigator.domain.errors import BadInput, NotFound
from navigator.i18n import Speech, _, speaking

if TYPE_CHECKING:
    from navigator.catalogue.store import Catalogue
    from navigator.cli.paper import Paper
    from navigator.domain.record import Record
    from navigator.records.store import Opened, RecordStore


@dataclass(kw_only=True)
class Session:
    """One run of the program. Nothing is opened before it is asked for."""

    json: bool = False
    plain: bool = False
    home: Path | None = None
    record_file: Path | None = None
    center: Path | None = None
    passphrase_file: Path | None = None
    command: str = "navigator"
    private: bool = False
    scripted: bool = False
    say: bool = False
    large: bool = False
    minutes: int = 0
    area: str = ""
    used: Opened | None = None

    @cached_property
    def paper(self) -> Paper:
        """Where views are written."""
        from navigator.cli.paper import paper

        return paper(self.plain)

    def with_code(self, text: str, code: str) -> str:
        """The name of work with its code; without it where it may be read aloud: a name says the same."""
        from navigator.cli.paper import is_heard

        return text if is_heard(self.plain) else f"{text} [{code}]"

    @cached_property
    def store(self) -> RecordStore:
        """The records of this home."""
        from navigator.cli.passphrase import passphrases, silent
        from navigator.records.store import RecordStore, default_home
        from navigator.records.where import expanded

        ask = passphrases(self.passphrase_file, self.json)
        return RecordStore(
            home=expanded(self.home) if self.home else default_home(),
            passphrase=ask,
            tries=silent if ask.ask else nullcontext,
            moves=self.record_file is None,  # named for one command, a record does not become that of the next
        )

    @cached_property
    def catalogue(self) -> Catalogue:
        """The compiled catalogue; in a checkout it is built first when the data changed, with its progress shown."""
        from navigator.catalogue.store import open_catalogue
        from navigator.cli.waiting import waiting

        center = self.center_file()
        with waiting(self.plain) as told:
            return open_catalogue(told, center)

    def catalogue_in(self, speech: Speech) -> Catalogue:
        """The catalogue in one of the languages of this run: ``for speech in i18n.languages(): with i18n.speaking(speech): ...``."""
        from navigator.catalogue.store import open_catalogue

        with speaking(speech):
            return open_catalogue(None, self.center_file())

    def center_file(self) -> Path | None:
        """The center's own words: --center, NAVIGATOR_CENTER, or center.yaml in the home folder."""
        from navigator.records.where import expanded

        given = self.center or (Path(os.environ["NAVIGATOR_CENTER"]) if os.environ.get("NAVIGATOR_CENTER") else None)
        if given is not None:
            return expanded(given)
        usual = self.store.home / "center.yaml"
        return usual if usual.is_file() else None

    def opened(self, *, make: bool = False, name: str = "") -> Opened:
        """The record this run is about: --record, or the one used last. ``make``: begin one when there is none."""
        self._check_passphrase()
        self.used = self._found(make=make, name=name)
        return self.used

    def record_if_any(self) -> Record | None:
        """The record this run is about; None where there is none."""
        try:
            return self.opened().record
        except NotFound:
            return None

    def in_force(self) -> Record:
        """The record of this run as advice is given on it: a paper that has run out is no paper held."""
        from navigator.cli.today import today
        from navigator.engine.oddities import in_force

        return in_force(self.opened().record, today().isoformat())

    def _check_passphrase(self) -> None:
        """A passphrase file that is not there is told even where the record needs none. Raises BadInput."""
        if self.passphrase_file is not None:
            from navigator.cli.passphrase import from_file

            from_file(self.passphrase_file)

    def _found(self, *, make: bool, name: str) -> Opened:
        path = self.record_path()
        if path is not None:
            return self._at(path, make)
        path = self.store.current()
        if path is not None:
            return self.store.open(path)
        if make:
            return self.store.new(name)
        if self.store.paths():
            raise NotFound(
                _(
                    "There is more than one record here; 'navigator record list' shows them. Name one with --record, or for "
                    "all that follows with 'navigator record use NAME'."
                )
            )
        raise NotFound(_("There is no record yet. 'navigator start' begins one."))

    def record_path(self) -> Path | None:
        """The file that --record means: a path, or a record of this home by its name. None where nothing was named.

        A bare name is first of all a record of this home: what happens to be called so in the folder at hand is not."""
        if self.record_file is None:
            return None
        from navigator.records.where import ENDINGS, expanded, file_name

        given = expanded(self.record_file)
        path, here = self.store.placed(given), self.store.file_of(given.name)
        if given.parent != Path() or not file_name(given.name):
            return path
        whole = given.suffix in ENDINGS
        if here.is_file() and not (whole and path.is_file()):
            return here
        return path if whole or path.is_file() else here

    def _at(self, path: Path, make: bool) -> Opened:
        if make and not path.exists():
            from dataclasses import replace

            return replace(self.store.new(), path=path)
        return self.store.open(path)


EXAMPLES = {"--language": "es", "--with": "en"}
FLAGS = frozenset({"--json", "--plain"})
VALUED = frozenset({"--home", "--record", "--center", "--language", "--with", "--passphrase-file"})
"""The flags that may stand anywhere: those that are said or not, and those with a value after them."""


def hoisted(arguments: list[str]) -> list[str]:
    """The global flags moved before the command, so that they may stand anywhere: `navigator match --json`. Raises BadInput."""
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        name, equals, given = argument.partition("=")
        if argument == "--":
            rest += ["--", *waiting]
        elif argument in FLAGS or (name in VALUED and equals):
            (rest if name == "--language" and is_wish(rest, given) else front).append(argument)
        elif argument in VALUED:
            value = next(waiting, None)
            if value is None:  # moved to the front it would swallow the command
                example = EXAMPLES.get(argument, "PATH")
                raise BadInput(
                    _("{flag} needs a value after it, such as {flag} {example}.").format(flag=argument, example=example)
                )
            (rest if argument == "--language" and is_wish(rest, value) else front).extend((argument, value))
        else:
            rest.append(argument)
    return front + rest


def first_word(line: Sequence[str]) -> str:
    """The word of a hoisted line that names its command; empty where anything but the global flags stands before it."""
    waiting = iter(line)
    for word in waiting:
        if word in VALUED:
            next(waiting, None)
        elif word not in FLAGS and word.partition("=")[0] not in VALUED:
            return "" if word.startswith("-") else word
    return ""
