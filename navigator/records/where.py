"""Where records lie on this machine: the home folder, which file a record has, and what it holds."""

from __future__ import annotations

import os
import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

from navigator.domain.errors import BadRecord, NotFound
from navigator.i18n import _
from navigator.records import codec
from navigator.records.history import PLAIN
from navigator.records.seal import KEY, SEALED, is_sealed

ENDINGS = (PLAIN, SEALED)
"""What the files of records end in."""


def now() -> str:
    """The present moment as records write it: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def expanded(path: Path) -> Path:
    """A path with the home folder in place of ``~``: a shell leaves it in ``--home=~/x``."""
    try:
        return path.expanduser()
    except RuntimeError:  # ~nobody: nobody of that name is here, so it is a name like any other
        return path


def default_home() -> Path:
    """The folder of this machine's records: NAVIGATOR_HOME, or the user's data folder."""
    given = os.environ.get("NAVIGATOR_HOME")
    if given:
        return expanded(Path(given))
    from platformdirs import user_data_path

    return user_data_path("navigator", appauthor=False)


def file_name(text: str) -> str:
    """A name as a file name: letters and digits of any script, the rest a dash."""
    folded = unicodedata.normalize("NFKC", text).strip().lower()
    return re.sub(r"[^\w]+", "-", folded).strip("-_")[:60]


def existing(path: Path) -> Path:
    """A record's file: its sealed one where the plain one is not there, and the other way round."""
    for other in (PLAIN, SEALED):
        if not path.name.endswith(KEY) and path.suffix in (PLAIN, SEALED) and not path.exists():
            sibling = path.with_suffix(other)
            path = sibling if sibling.exists() else path
    return path


def sealed_of(path: Path) -> Path:
    """The sealed file that a plain record becomes."""
    return path.with_suffix(SEALED) if path.suffix == PLAIN else path.with_name(path.name + SEALED)


def sibling(path: Path) -> Path:
    """The other file that a record may have: its sealed one, or its plain one."""
    return path.with_suffix(PLAIN) if is_sealed(path) else sealed_of(path)


HEAD = 65_536


def holds_record(path: Path) -> bool:
    """Whether a file is somebody's record or the key of one, sound or damaged: nothing may be written over it."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return False
    sealed = path.suffix == SEALED and head.startswith(b"age-encryption.org/")
    return sealed or re.search(rb'"format"\s*:\s*"navigator/record/', head) is not None


def read(path: Path) -> bytes:
    """What a record's file holds. Raises NotFound, or BadRecord where it cannot be read or is too large."""
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            # A device such as /dev/zero has no size and no end.
            raise BadRecord(_("{path} is a device or a pipe, not a file. Give the file itself.").format(path=path))
        if path.stat().st_size > codec.MAX_BYTES:
            raise BadRecord(_("{path} is too large to be a record. Check that it is the right file.").format(path=path))
        return path.read_bytes()
    except FileNotFoundError as error:
        if path.is_symlink():
            said = _("{path} is a link to {target}, and that file is not there. Bring it back, or take the link away.")
            raise NotFound(said.format(path=path, target=path.readlink())) from error
        raise NotFound(
            _("There is no record file {path}. 'navigator record list' shows what there is.").format(path=path)
        ) from error
    except OSError as error:
        raise BadRecord(_("{path} cannot be read: {why}.").format(path=path, why=error.strerror)) from error
