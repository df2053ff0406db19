"""What the checks of data files find: every problem with its file and line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from navigator.catalogue.check_said import Found
from navigator.domain.errors import Problem


@dataclass(slots=True)
class Finder:
    """Collects problems, and finds their line by the first line of the file that holds a text."""

    data: Path
    problems: list[Problem] = field(default_factory=list)
    lines: dict[Path, list[str]] = field(default_factory=dict)

    def add(self, name: str, what: str, near: str = "", again: bool = False) -> None:
        """A problem in the file ``name`` under the data folder, at the line that holds ``near``; ``again``: at the second
        line that holds it, as a word of its own."""
        path = self.data / name
        if path not in self.lines:
            self.lines[path] = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        found = [n for n, line in enumerate(self.lines[path], start=1) if near and near in line]
        if again:
            whole = re.compile(rf"(?<![\w-]){re.escape(near)}(?![\w-])")
            found = [n for n in found if whole.search(self.lines[path][n - 1])][1:] or found
        self.problems.append(Problem(path=path, line=next(iter(found), None), what=what))

    def occupation(self, code: str, what: str, near: str = "profile:") -> None:
        """A problem in one occupation's file."""
        self.add(f"occupations/{code}.yaml", what, near)

    def all(self, found: Iterable[Found]) -> None:
        """What a check found, in its order."""
        for name, what, near in found:
            self.add(name, what, near)

    def repeats(self, name: str, kind: str, values: Iterable[str]) -> None:
        """Each of these values of a file that stands there more than once."""
        for value, times in Counter(values).items():
            if times > 1:
                near = f"id: {value}" if kind.endswith(" id") else value
                self.add(name, f"{kind} {value!r} stands {times} times", near, again=True)

    def unknown(self, name: str, kind: str, values: Iterable[str], known: Container[str]) -> None:
        """Each of these values of a file that is not among those known."""
        for value in dict.fromkeys(values):
            if value not in known:
                self.add(name, f"{kind} {value} is not known", value)
