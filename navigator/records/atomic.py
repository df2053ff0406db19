"""Write whole or not at all: a file is either its old self or its new self, and only its owner can read it."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from navigator.domain.errors import CannotWrite
from navigator.i18n import _

if TYPE_CHECKING:
    from typing import BinaryIO

OWNER_ONLY = 0o600
FOLDER_OWNER_ONLY = 0o700


def fingerprint(data: bytes) -> str:
    """What a file holds, in short: two files with the same fingerprint say the same."""
    return hashlib.sha256(data).hexdigest()[:16]


def make_folder(path: Path) -> None:
    """Make a folder that only its owner can look into. Raises CannotWrite."""
    try:
        path.mkdir(parents=True, exist_ok=True, mode=FOLDER_OWNER_ONLY)
    except OSError as error:
        raise cannot_write(path, error) from error


def write_whole(path: Path, data: bytes, mode: int = OWNER_ONLY) -> None:
    """Replace a file by new content: temp file beside it, flush, fsync, rename, fsync the folder. Raises CannotWrite.

    What is there and is no regular file (a device, a pipe) is refused: renaming over it would destroy it.
    """
    if path.exists() and not path.is_file():
        raise CannotWrite(
            _("{path} is not a regular file, so it was left alone. Give the path of a file.").format(path=path)
        )
    with whole(path, mode) as file:
        file.write(data)


@contextlib.contextmanager
def whole(path: Path, mode: int = OWNER_ONLY) -> Iterator[BinaryIO]:
    """A file to write bit by bit, that is there when it is whole and not before. Raises CannotWrite."""
    import tempfile  # it loads what makes random numbers: reading need not wait for that

    spare = None
    try:
        handle, spare = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            os.fchmod(file.fileno(), mode)
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(spare).replace(path)
        spare = None
        _sync_folder(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        if spare is not None:
            with contextlib.suppress(OSError):
                Path(spare).unlink()


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


FULL = (errno.ENOSPC, errno.EDQUOT)


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """The refusal for a write that failed: what, why, and what to do. Space helps only where there was none."""
    said = (
        _(
            "{path} cannot be written: {why}. Nothing that was saved before is lost. Free some space, or choose another folder with --home or --record."
        )
        if error.errno in FULL
        else _(
            "{path} cannot be written: {why}. Nothing that was saved before is lost. Choose another folder with --home, --record or --out."
        )
    )
    return CannotWrite(said.format(path=path, why=error.strerror or str(error)))
