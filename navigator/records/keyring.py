"""The keys of sealed records, unwrapped once a run and held in memory only."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from navigator.domain.errors import BadInput, NeedsTerminal
from navigator.i18n import _
from navigator.records.seal import (
    Key,
    TooBusy,
    is_sealed,
    key_of,
    key_path,
    read_key_file,
    unwrapped,
)

TRIES = 3
"""How often a passphrase may be wrong before the command ends."""

Passphrase = Callable[[Path, int], str | None]
"""Asks for the passphrase of a sealed record, for the first, second or third time (0, 1, 2). None: there is no other."""


@dataclass(frozen=True, kw_only=True)
class Keyring:
    """What opens sealed files. ``passphrase`` is asked at most three times for each sealed record, once a run.

    ``tries`` is entered before the first of them and left after the last was checked: a terminal shows no key meanwhile.
    """

    passphrase: Passphrase | None = field(default=None, compare=False, repr=False)
    tries: Callable[[], AbstractContextManager[None]] = field(default=nullcontext, compare=False, repr=False)
    keys: dict[Path, Key] = field(default_factory=dict, compare=False, repr=False)

    def plain_of(self, path: Path, data: bytes) -> bytes:
        """What a file says, unsealed where it is sealed."""
        if not is_sealed(path):
            return data
        if key_path(path).exists() or not self.keys:
            return self.key(path).decrypted(data, path)
        # A save in a history folder has no key beside it: it was sealed with the key of a record opened in this run.
        key = next((k for k in self.keys.values() if k.opens(data)), next(iter(self.keys.values())))
        return key.decrypted(data, path)

    def key(self, path: Path) -> Key:
        """The key of a sealed record, unwrapped once a run. Raises BadInput, BadRecord, NeedsTerminal, MissingExtra."""
        if path not in self.keys:
            self.keys[path] = key_of(self._unwrapped(path), key_path(path))
        return self.keys[path]

    def _unwrapped(self, path: Path) -> bytes:
        wrapped = read_key_file(key_path(path))
        if self.passphrase is None:
            raise NeedsTerminal(_("{path} is sealed, and nobody can be asked for its passphrase.").format(path=path))
        with self.tries():
            for number in range(TRIES):
                given = self.passphrase(path, number)
                if given is None:
                    break
                try:
                    return unwrapped(wrapped, given, key_path(path))
                except TooBusy:
                    raise
                except BadInput:
                    continue
        raise BadInput(
            _("{path} was not opened: the passphrase is not the right one. Nothing was changed.").format(path=path)
        )
