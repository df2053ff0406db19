"""The center's own signing key on this machine: its public part to read, its secret half sealed under a passphrase.

Two files under the home folder: ``issuer/issuer.json`` says who signs, ``issuer/issuer.key.age`` is an age file that the
stock ``age`` program opens too. The secret half is never on disk unsealed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from navigator.domain.errors import BadInput, BadRecord, NotFound
from navigator.i18n import N_, _
from navigator.records import atomic, seal

FORMAT = "navigator/issuer/1"
LEAST_PASSPHRASE = 8
MOST_BYTES = 20_000

LOST = N_(
    "The center's signing key is not at {path}: {why}. Without it nothing more can be signed; bring the file back from a copy."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Center:
    """Who signs: the center's name, its web address, the public name of its key, and the day it was made."""

    name: str
    did: str
    web: str = ""
    made: str = ""
    format: str = FORMAT


@dataclass(frozen=True, slots=True, kw_only=True)
class CenterKey:
    """The center's key under one home folder."""

    home: Path

    @property
    def path(self) -> Path:
        """Where it says who signs."""
        return self.home / "issuer" / "issuer.json"

    @property
    def sealed(self) -> Path:
        """The secret half, sealed."""
        return self.home / "issuer" / "issuer.key.age"

    def center(self) -> Center:
        """Who signs here. Raises NotFound or BadRecord."""
        try:
            with self.path.open("rb") as file:
                data = file.read(MOST_BYTES)
        except FileNotFoundError as error:
            raise NotFound(
                _('There is no signing key here yet. Make one with: navigator issuer init --name "Your center"')
            ) from error
        except OSError as error:
            raise BadRecord(_("{path} cannot be read: {why}.").format(path=self.path, why=error.strerror)) from error
        try:
            found = msgspec.json.decode(data, type=Center)
        except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
            raise BadRecord(
                _("{path} is damaged. Bring it back from a copy, or move it away and make a new key.").format(
                    path=self.path
                )
            ) from error
        if found.format != FORMAT:
            raise BadRecord(
                _("{path} was written by another navigator. Update navigator to use it.").format(path=self.path)
            )
        return found

    def keep(self, center: Center, secret: bytes, passphrase: str) -> None:
        """Seal a new key. Raises BadInput, CannotWrite or MissingExtra. One that is there is never written over."""
        self.check_free()
        check_passphrase(passphrase)
        wrapped = seal.wrapped(secret, passphrase)
        atomic.make_folder(self.path.parent)
        atomic.write_whole(self.sealed, wrapped)
        atomic.write_whole(self.path, msgspec.json.format(msgspec.json.encode(center), indent=1) + b"\n")

    def check_free(self) -> None:
        """Raises BadInput when there is a key already."""
        if self.path.exists() or self.sealed.exists():
            raise BadInput(
                _(
                    "There is a signing key in {folder} already. What it signed stands on it, so it is kept. To begin anew, move that folder away."
                ).format(folder=self.path.parent)
            )

    def secret(self, passphrase: str) -> bytes:
        """The secret half. Raises BadInput for a wrong passphrase, BadRecord where the key is gone or torn."""
        return seal.unwrapped(seal.read_key_file(self.sealed, LOST), passphrase, self.sealed)


def check_passphrase(passphrase: str) -> None:
    """Raises BadInput for one that anybody could guess in a moment."""
    if len(passphrase.strip()) < LEAST_PASSPHRASE:
        raise BadInput(
            _("That passphrase is too short: use at least {least} characters. Four words in a row are good.").format(
                least=LEAST_PASSPHRASE
            )
        )
