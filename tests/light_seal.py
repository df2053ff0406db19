"""An age file under a passphrase whose scrypt is quick: our own takes a second, which is what a guesser should pay and a test not.

The wrapping is written by the age specification (age-encryption.org/v1), with nothing of ours, so that what opens it shows what can be opened.
"""

from __future__ import annotations

import os
from base64 import b64encode
from pathlib import Path

from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from navigator.records import seal

WORK = 10
"""The work is 2 to this: a thousand times less than the age program asks."""


def light_key(record: Path, passphrase: str, work: int = WORK) -> None:
    """A key beside a record that is still plain: sealing takes the one that stands there."""
    seal.key_path(record).write_bytes(lightly_wrapped(seal.new_key().file(), passphrase, work))


def lighten(key: Path, passphrase: str) -> None:
    """A key file as we write it, wrapped anew so that it opens at once."""
    key.write_bytes(lightly_wrapped(seal.unwrapped(key.read_bytes(), passphrase, key), passphrase))


def lightly_wrapped(secret: bytes, passphrase: str, work: int = WORK) -> bytes:
    """A secret under a passphrase, as an age file."""
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    scrypt = Scrypt(salt=b"age-encryption.org/v1/scrypt" + salt, length=32, n=2**work, r=8, p=1)
    body = ChaCha20Poly1305(scrypt.derive(passphrase.encode())).encrypt(bytes(12), file_key, None)
    header = b"age-encryption.org/v1\n-> scrypt %s %d\n%s\n---" % (_bare(salt), work, _bare(body))
    sealing = hmac.HMAC(_derived(file_key, b"", b"header"), hashes.SHA256())
    sealing.update(header)
    payload = ChaCha20Poly1305(_derived(file_key, nonce, b"payload")).encrypt(bytes(11) + b"\x01", secret, None)
    return header + b" " + _bare(sealing.finalize()) + b"\n" + nonce + payload


def _derived(file_key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=info).derive(file_key)


def _bare(data: bytes) -> bytes:
    return b64encode(data).rstrip(b"=")
