"""Sealing, as age files: an identity wrapped once by a passphrase, and data encrypted to that identity.

The stock `age` program opens everything without us: `age -d -i NAME.key.age NAME.age`. The passphrase is only needed to
unwrap the identity; its slow guessing-proof work is done once a run, never at a save.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from navigator.domain.errors import BadInput, BadRecord, DamagedRecord, MissingExtra
from navigator.extras import adds
from navigator.i18n import N_, _

SEALED = ".age"
KEY = ".key.age"
MOST_KEY_BYTES = 10_000
"""An identity wrapped by a passphrase is some 300 bytes."""


def _pyrage() -> ModuleType:
    try:
        import pyrage
    except ImportError as error:
        raise MissingExtra(
            _("Sealed records need one more package. Install it with: {command}").format(command=adds("secure"))
        ) from error
    module: ModuleType = pyrage
    return module


@dataclass(frozen=True, slots=True)
class Key:
    """One X25519 identity, held in memory only."""

    secret: str

    def __repr__(self) -> str:
        return "Key(...)"

    def encrypted(self, data: bytes) -> bytes:
        """Data that only this identity opens."""
        identity = _pyrage().x25519.Identity.from_str(self.secret)
        sealed: bytes = _pyrage().encrypt(data, [identity.to_public()])
        return sealed

    def decrypted(self, data: bytes, path: Path) -> bytes:
        """The data of a sealed file. Raises BadRecord for one that is damaged or sealed by another key."""
        age = _pyrage()
        try:
            plain: bytes = age.decrypt(data, [age.x25519.Identity.from_str(self.secret)])
        except age.DecryptError as error:
            raise DamagedRecord(
                _("{path} is damaged, or was sealed with another key. If you have a copy of it, use that one.").format(
                    path=path
                ),
                _(
                    "{path} is damaged, or was sealed with another key. 'navigator record restore' brings back an earlier save."
                ).format(path=path),
            ) from error
        return plain

    def opens(self, data: bytes) -> bool:
        """Whether it was sealed with this key, and whole."""
        try:
            self.decrypted(data, Path())
        except BadRecord:
            return False
        return True

    def file(self) -> bytes:
        """The identity as `age-keygen` writes it, so that `age -i` reads it."""
        public = _pyrage().x25519.Identity.from_str(self.secret).to_public()
        return f"# public key: {public}\n{self.secret}\n".encode()


def new_key() -> Key:
    """A fresh identity."""
    return Key(str(_pyrage().x25519.Identity.generate()))


def key_of(file: bytes, path: Path) -> Key:
    """The identity in an unwrapped key file. Raises BadRecord."""
    found = next((line for line in file.decode("utf-8", "replace").split() if line.startswith("AGE-SECRET-KEY-1")), "")
    age = _pyrage()
    try:
        age.x25519.Identity.from_str(found)
    except age.IdentityError as error:
        raise DamagedKey(path) from error
    return Key(found)


EXCESSIVE = "Excessive work"
"""What the age library says when the slow part would take too long at the speed it just measured."""


class TooBusy(BadInput):
    """The passphrase could not be tried at all: nothing is said about whether it is right."""


WRONG = "Decryption failed"
"""What the age library says of a wrong passphrase, and of nothing else; a file that is torn has many other words."""


class DamagedKey(BadRecord):
    """A key file that is empty or torn: no passphrase will ever open it."""

    def __init__(self, path: Path) -> None:
        super().__init__(_("{path} holds no key. Bring its file back from a copy.").format(path=path))


def wrapped(secret: bytes, passphrase: str) -> bytes:
    """A secret under a passphrase, as an age file; slow on purpose (about a second)."""
    data: bytes = _pyrage().passphrase.encrypt(secret, passphrase)
    return data


def unwrapped(data: bytes, passphrase: str, path: Path) -> bytes:
    """The secret under a passphrase, from the file at ``path``. Raises BadInput for a wrong one, without a hint; TooBusy where it was not tried, and
    DamagedKey where none could be right."""
    age = _pyrage()
    try:
        secret: bytes = age.passphrase.decrypt(data, passphrase)
    except age.DecryptError as error:
        if EXCESSIVE in str(error):
            raise TooBusy(_("This computer is too busy to open it just now. Wait a little and try again.")) from error
        if str(error) != WRONG:
            raise DamagedKey(path) from error
        raise BadInput(_("That passphrase does not open it.")) from error
    return secret


def key_path(record: Path) -> Path:
    """The key of a sealed (or still plain) record: beside it."""
    return record.with_name(record.stem + KEY)


def is_sealed(path: Path) -> bool:
    """Whether a file name is that of a sealed record or save."""
    return path.name.endswith(SEALED) and not path.name.endswith(KEY)


LOST = N_(
    "The key of this sealed record is not at {path}: {why}. Without it nobody can open the record; bring the file back from a copy."
)


def read_key_file(path: Path, lost: str = LOST) -> bytes:
    """A wrapped secret from its file; ``lost`` is said where it cannot be read. Raises BadRecord."""
    try:
        if path.exists() and not path.is_file():
            raise BadRecord(_("{path} is not a regular file, so it can be no key.").format(path=path))
        with path.open("rb") as file:
            data = file.read(MOST_KEY_BYTES + 1)
    except OSError as error:
        raise BadRecord(_(lost).format(path=path, why=error.strerror or error)) from error
    if len(data) > MOST_KEY_BYTES:
        raise BadRecord(_("{path} is too large to be a key. Check that it is the right file.").format(path=path))
    return data
