"""Keys that are their own address (did:key, Ed25519). Needs the extra `credentials`, loaded at first use."""

from __future__ import annotations

from dataclasses import dataclass, field

from navigator.domain.errors import MissingExtra
from navigator.extras import adds
from navigator.i18n import _


def needs_extra() -> str:
    """What to install where badges are to be made or checked."""
    return _("Badges need one more package. Install it with: {command}").format(command=adds("credentials"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A signing key: ``did`` is its public name, ``pem`` the secret half, which no text of ours ever shows."""

    did: str
    pem: bytes = field(repr=False)

    @property
    def method(self) -> str:
        """The key's name inside its own did document, as a proof cites it."""
        return f"{self.did}#{self.did.removeprefix('did:key:')}"


def fresh_key() -> Key:
    """A new key. Raises MissingExtra."""
    try:
        from openbadgeslib.keys import KeyEd25519
    except ImportError as error:
        raise MissingExtra(needs_extra()) from error
    secret, _public = KeyEd25519().generate_keypair()
    return key_of(secret)


def key_of(pem: bytes) -> Key:
    """The key that a secret half belongs to. Raises MissingExtra; ValueError where it is no such key."""
    try:
        from cryptography.hazmat.primitives import serialization
        from openbadgeslib.ob3.did import did_key_from_pem
    except ImportError as error:
        raise MissingExtra(needs_extra()) from error
    public = serialization.load_pem_private_key(pem, password=None).public_key()
    written = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return Key(did=did_key_from_pem(written), pem=pem)
