"""The code that decides what a compiled folder holds: when it changes, the data is compiled anew, though the data is the same.

Which code that is, is found by following the imports. That takes a moment, so the list is kept beside what was compiled: a
file that is added to it is named by one that was changed. Only a checkout looks at these files; a wheel is compiled already.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
BEGINNINGS = ("catalogue/compile.py", "catalogue/languages.py")
"""What compiles our data, and what compiles another language's words."""

_IMPORT = re.compile(r"^\s*from navigator\.([\w.]+) import (\([^)]*\)|[^\n]*)", re.MULTILINE)
_WORD = re.compile(r"\w+")


@cache
def files() -> tuple[str, ...]:
    """That code, as paths in the package: the beginnings, and all of ours that they import, at once or later."""
    found: dict[str, None] = {}
    waiting = [*BEGINNINGS]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting += _imported(PACKAGE / name)
    return tuple(sorted(found))


def _imported(path: Path) -> Iterator[str]:
    """Read from the text: a syntax tree of fifty files would take longer than many a command."""
    for module, names in _IMPORT.findall(path.read_text(encoding="utf-8")):
        inside = module.replace(".", "/")
        for name in (inside, *(f"{inside}/{word}" for word in _WORD.findall(names))):
            if (PACKAGE / f"{name}.py").is_file():
                yield f"{name}.py"


def signs(names: Iterable[str]) -> bytes:
    """A quick sign of change: the sizes and times of these files."""
    return repr([_sign(PACKAGE / name) for name in names]).encode()


def _sign(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (-1, 0)
    return (found.st_size, found.st_mtime_ns)


@cache
def digest() -> bytes:
    """What the code says, whatever its times."""
    found = hashlib.sha256()
    for name in files():
        found.update(name.encode() + b"\0" + (PACKAGE / name).read_bytes())
    return found.digest()
