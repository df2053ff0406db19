"""Start-up, a warm match, the first compile, and memory, each in fresh processes as a person meets them."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from bench.table import Row, alternating, installed, median_seconds, print_rows, quiet

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
NAVIGATOR = str(BIN / "navigator")


def rows() -> list[Row]:
    """All figures of this part."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        env = installed(NAVIGATOR_HOME=str(home))
        quiet(NAVIGATOR, "start", "--answers", str(ROOT / "examples" / "nursing-assistant.yaml"), env=env)
        return [*_starts(env), *_commands(env), _memory(env), _compile(Path(folder))]


def _starts(env: dict[str, str]) -> list[Row]:
    jrnl = BIN / "jrnl"
    if not jrnl.exists():
        return [Row(what="start against jrnl", figure="jrnl is not installed: make bench installs it")]
    found = []
    for flag in ("--version", "--help"):
        ours, theirs = alternating(
            partial(quiet, NAVIGATOR, flag, env=env), lambda: quiet(str(jrnl), "--help", env=env)
        )
        ratio = ours / theirs
        figure = f"{ratio:.2f} ({ours * 1000:.0f} ms; jrnl --help {theirs * 1000:.0f} ms)"
        found.append(Row(what=f"navigator {flag} / jrnl --help", figure=figure, goal="at most 1.3", met=ratio <= 1.3))
    return found


def _commands(env: dict[str, str]) -> list[Row]:
    match = median_seconds(lambda: quiet(NAVIGATOR, "match", env=env))
    found = [
        Row(what="warm navigator match, whole process", figure=f"{match:.2f} s", goal="at most 0.5 s", met=match <= 0.5)
    ]
    for name, command in {
        "titles": ("titles", "took care of my mother"),
        "occupation": ("occupation", "31-1131"),
        "why": ("why", "29-2061"),
        "export summary --format html": ("export", "summary", "--format", "html"),
    }.items():
        taken = median_seconds(partial(quiet, NAVIGATOR, *command, env=env), 5)
        found.append(Row(what=f"navigator {name}, whole process", figure=f"{taken:.2f} s"))
    return found


def _memory(env: dict[str, str]) -> Row:
    with subprocess.Popen([NAVIGATOR, "match"], stdout=subprocess.DEVNULL, env=env) as process:
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    peak = used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    assert isinstance(used, resource.struct_rusage)
    return Row(what="peak memory of navigator match", figure=f"{peak:.0f} MB", goal="under 120 MB", met=peak < 120)


def _compile(folder: Path) -> Row:
    env = installed(NAVIGATOR_BUILD=str(folder / "build"))

    def fresh() -> None:
        subprocess.run(["rm", "-rf", str(folder / "build")], check=True)
        quiet(NAVIGATOR, "titles", "cook", env=env)

    taken = median_seconds(fresh, 3)
    return Row(
        what="first command in a checkout, compile included", figure=f"{taken:.1f} s", goal="under 5 s", met=taken < 5
    )


if __name__ == "__main__":
    print_rows("Start-up, match, memory, compile", rows())
