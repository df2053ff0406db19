"""What a foreign file brought: entries, every fault, and what was left out. Reading one never raises for bad data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from navigator.domain.errors import Problem
from navigator.domain.resource import Resource
from navigator.engine.rows import Fault, decoded
from navigator.i18n import _
from navigator.opening import bytes_of

MOST_BYTES = 50_000_000
MOST_ENTRIES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """The entries of one file. With problems, nothing of it may be kept."""

    resources: tuple[Resource, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()


def problems_of(path: Path, faults: Sequence[Fault]) -> tuple[Problem, ...]:
    """Faults with the file they are in."""
    return tuple(Problem(path=path, line=line, what=what) for line, what in faults)


def read_file(path: Path, encoding: str = "") -> tuple[str, str]:
    """The text of a file and a remark on its encoding. Raises ValueError with a sentence."""
    try:
        data = bytes_of(path, MOST_BYTES)
    except OSError as error:
        raise ValueError(_("cannot be read: {why}").format(why=error.strerror)) from error
    if len(data) > MOST_BYTES:
        raise ValueError(_("larger than {size} MB; split it").format(size=MOST_BYTES // 1_000_000))
    return text_of(data, path.name, encoding)


def text_of(data: bytes, name: str, encoding: str = "") -> tuple[str, str]:
    """The text of some bytes, and a remark when its encoding had to be guessed. Raises ValueError."""
    text, used = decoded(data, encoding)
    guessed = used == "cp1252" and not encoding
    remark = _("{name} is not UTF-8; it was read as Windows-1252. Look at the accents.").format(name=name)
    return text, remark if guessed else ""


def too_many(count: int) -> Fault | None:
    """The fault of a file with more entries than a directory holds."""
    if count <= MOST_ENTRIES:
        return None
    return None, _("{count} entries; at most {most} a file. Split it").format(count=count, most=MOST_ENTRIES)
