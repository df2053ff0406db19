"""Commands run as a person would type them: in this process for their words, in their own where the process matters."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from navigator.cli.main import run

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as one JSON value, and nothing beside it."""
        return json.loads(self.out)


def navigator(*arguments: str | Path, home: Path | None = None) -> Ran:
    """A command in this process."""
    given = [str(a) for a in arguments] + (["--home", str(home)] if home else [])
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(given)
    return Ran(code=code, out=_short(out.getvalue(), home), err=_short(err.getvalue(), home))


def _short(text: str, home: Path | None) -> str:
    """What was said, with the commands in it as short as they are where no folder is named: tests/cli/test_called.py
    reads them whole, and elsewhere the folder of a test would stand in each of them."""
    return (
        text
        if home is None
        else re.sub(rf"(?<=navigator)\s+--home\s+{re.escape(shlex.quote(str(home)))}(?=\s)", "", text)
    )


def environment(**more: str) -> dict[str, str]:
    """A plain environment for a process of its own."""
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "NAVIGATOR_BUILD", "NAVIGATOR_HOME", "TMPDIR", "HOME")}
    return kept | {"LC_ALL": "C.UTF-8", "TERM": "dumb", "PYTHONDONTWRITEBYTECODE": "1"} | more


def apart(*arguments: str | Path, stdin: bytes = b"", code: str = "", **more: str) -> Ran:
    """A command, or Python ``code``, in a process of its own."""
    command = [sys.executable, *(["-c", code] if code else ["-m", "navigator"]), *map(str, arguments)]
    ran = subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, env=environment(**more), check=False)
    return Ran(
        code=ran.returncode, out=ran.stdout.decode("utf-8", "replace"), err=ran.stderr.decode("utf-8", "replace")
    )
