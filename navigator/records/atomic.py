"""Write whole or not at all: a file is either its old self or its new self, and only its owner can read it."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
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
    """Make a folder, and those above it that are not there, so that only its owner can look in. Raises CannotWrite.

    A folder that is there already keeps its rights: somebody may have shared it."""
    try:
        for missing in [p for p in reversed(path.parents) if not p.exists()]:
            missing.mkdir(exist_ok=True, mode=FOLDER_OWNER_ONLY)  # parents=True would let everybody into these
        path.mkdir(exist_ok=True, mode=FOLDER_OWNER_ONLY)
    except OSError as error:
        raise cannot_write(path, error) from error


def write_whole(path: Path, data: bytes, mode: int = OWNER_ONLY) -> None:
    """Replace a file by new content: temp file beside it, flush, fsync, rename, fsync the folder. Raises CannotWrite."""
    with whole(path, mode) as file:
        file.write(data)


def check_regular(path: Path) -> None:
    """Refuse what is there and is no file of its own: renaming over it would destroy it. Raises CannotWrite.

    That is a device, a pipe, or what this run reads from or prints to: ``/dev/stdout`` is a file when it is led into one.
    """
    if path.exists() and (not path.is_file() or _is_stream(path)):
        raise CannotWrite(
            _("{path} is not a regular file, so it was left alone. Give the path of a file.").format(path=path)
        )


def _is_stream(path: Path) -> bool:
    """Whether a path is but another name of one of the three standard streams."""
    found = path.stat()
    for number in range(3):
        with contextlib.suppress(OSError):  # a closed one has no file
            if os.path.samestat(found, os.fstat(number)):
                return True
    return False


@contextlib.contextmanager
def whole(path: Path, mode: int = OWNER_ONLY) -> Iterator[BinaryIO]:
    """A file to write bit by bit, that is there when it is whole and not before. Raises CannotWrite.

    Through a link the file that it leads to is written, and the link stays one."""
    check_regular(path)
    path = Path(os.path.realpath(path)) if path.is_symlink() else path
    spare = spare_for(path, path.parent)
    try:
        with open(spare, "xb", opener=for_owner) as file:
            os.fchmod(file.fileno(), mode)
            yield file
            file.flush()
            os.fsync(file.fileno())
        spare.replace(path)
        with contextlib.suppress(OSError):  # the file is whole and in its place: some drives cannot sync a folder
            _sync_folder(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        with contextlib.suppress(OSError):  # it has its place and is gone from here, or there never was one
            spare.unlink()


def spare_for(path: Path, folder: Path) -> Path:
    """A name that no file in the folder has, for what shall become ``path`` when it is whole.

    It is known before there is such a file: ``tempfile`` names one only after it was made, and who is stopped
    just between the two cannot take it away again."""
    return folder / f".{path.name}.{os.urandom(SPARE // 2).hex()}"


def for_owner(path: str, flags: int) -> int:
    """An opener for `open`: what it makes, only its owner can read, from the first moment."""
    return os.open(path, flags, OWNER_ONLY)


def leftovers(*paths: Path) -> list[Path]:
    """What a write of these files left beside them when it was cut short, by a power cut say."""
    return [
        found
        for folder in {p.parent for p in paths}
        for found in leftovers_in(folder)
        if any(found.name[:-SPARE] == f".{p.name}." for p in paths if p.parent == folder)
    ]


SPARE = 8
"""How many letters stand at the end of a spare name."""


def leftovers_in(folder: Path) -> list[Path]:
    """All that writes cut short have left in a folder."""
    try:
        with os.scandir(folder) as entries:
            return [Path(e.path) for e in entries if _is_spare(e.name) and e.is_file(follow_symlinks=False)]
    except OSError:
        return []


def _is_spare(name: str) -> bool:
    return re.fullmatch(rf"\..+\.[a-z0-9_]{{{SPARE}}}", name) is not None


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
