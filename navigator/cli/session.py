"""What every command has at hand: the flags given anywhere on the line, the catalogue, the records, the paper."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
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
    say: bool = False
    large: bool = False
    minutes: int = 0
    area: str = ""

    @cached_property
    def paper(self) -> Paper:
        """Where views are written."""
        from navigator.cli.paper import paper

        return paper(self.plain)

    @cached_property
    def store(self) -> RecordStore:
        """The records of this home."""
        from navigator.cli.passphrase import passphrases
        from navigator.records.store import RecordStore, default_home

        ask = passphrases(self.passphrase_file, self.json)
        return RecordStore(home=self.home or default_home(), passphrase=ask)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The compiled catalogue; in a checkout it is built first when the data changed, with its progress shown."""
        from navigator.catalogue.store import open_catalogue

        return open_catalogue(self._progress(), self.center_file())

    def catalogue_in(self, speech: Speech) -> Catalogue:
        """The catalogue in one of the languages of this run: ``for speech in i18n.languages(): with i18n.speaking(speech): ...``."""
        from navigator.catalogue.store import open_catalogue

        with speaking(speech):
            return open_catalogue(None, self.center_file())

    def center_file(self) -> Path | None:
        """The center's own words: --center, NAVIGATOR_CENTER, or center.yaml in the home folder."""
        given = self.center or (Path(os.environ["NAVIGATOR_CENTER"]) if os.environ.get("NAVIGATOR_CENTER") else None)
        if given is not None:
            return given
        usual = self.store.home / "center.yaml"
        return usual if usual.is_file() else None

    def _progress(self) -> Callable[[int, int], None]:
        terminal = sys.stderr.isatty() and not self.plain

        def show(done: int, of: int) -> None:
            if terminal:
                end = "\n" if done == of else ""
                text = _("Getting the occupations ready, once: {done} of {of}").format(done=done, of=of)
                print(f"\r{text}", end=end, file=sys.stderr, flush=True)
            elif done == 1:
                text = _("Getting the occupations ready. This happens once and takes some seconds.")
                print(text, file=sys.stderr)

        return show

    def opened(self, *, make: bool = False, name: str = "") -> Opened:
        """The record this run is about: --record, or the one used last. ``make``: begin one when there is none."""
        if self.record_file is not None:
            return self._by_name(self.record_file, make)
        path = self.store.current()
        if path is not None:
            return self.store.open(path)
        if make:
            return self.store.new(name)
        if self.store.paths():
            raise NotFound(
                _("There is more than one record here. Name one with --record; 'navigator record list' shows them.")
            )
        raise NotFound(_("There is no record yet. 'navigator start' begins one."))

    def _by_name(self, given: Path, make: bool) -> Opened:
        """A path to a file, or the bare name of a record in this home."""
        bare = given.parent == Path() and not given.suffix and not given.exists()
        from navigator.records.where import existing

        path = self.store.file_of(given.name) if bare else existing(given)
        if make and not path.exists():
            fresh = self.store.new()
            from dataclasses import replace

            return replace(fresh, path=path)
        return self.store.open(path)


EXAMPLES = {"--language": "es", "--with": "en"}


def hoisted(arguments: list[str]) -> list[str]:
    """The global flags moved before the command, so that they may stand anywhere: `navigator match --json`. Raises BadInput."""
    flags, valued = (
        {"--json", "--plain"},
        {"--home", "--record", "--center", "--language", "--with", "--passphrase-file"},
    )
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += ["--", *waiting]
        elif argument in flags or (argument.partition("=")[0] in valued and "=" in argument):
            front.append(argument)
        elif argument in valued:
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
