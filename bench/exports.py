"""Every document that can be exported, each in a fresh process as a person meets it."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.table import Row, installed, median_seconds, print_rows, quiet

ROOT = Path(__file__).resolve().parent.parent
NAVIGATOR = str(Path(sys.executable).parent / "navigator")
GOAL = 1.5
RUNS = 5

COMMANDS = (
    *(("export", "summary", "--format", form) for form in ("text", "markdown", "html", "pdf", "docx")),
    *(("export", "resume", "--format", form) for form in ("text", "docx", "pdf", "json-resume")),
    *(("export", "plan", "--format", form) for form in ("pdf", "docx")),
    ("export", "ler-rs"),
    ("export", "badge", "--of", "listening"),
    ("export", "clr"),
)


def rows() -> list[Row]:
    """The time of each export, and of checking the two that take longest to read."""
    with tempfile.TemporaryDirectory() as folder:
        env = installed(NAVIGATOR_HOME=str(Path(folder) / "home"))
        quiet(NAVIGATOR, "start", "--answers", str(ROOT / "examples" / "nursing-assistant.yaml"), env=env)
        found = [_row(c, Path(folder), env) for c in COMMANDS]
        return [
            *found,
            *(_row(("verify", str(Path(folder) / f"summary.{form}")), None, env) for form in ("pdf", "docx")),
        ]


def _row(command: tuple[str, ...], folder: Path | None, env: dict[str, str]) -> Row:
    form = command[-1] if "--format" in command else "json"
    badge = command[1] == "badge"
    place = folder if badge else folder / f"{command[1]}.{form}" if folder else None
    line = (NAVIGATOR, *command, *(("--yes", "--out", str(place)) if place and command[1] != "plan" else ()))
    if place and command[1] == "plan":
        line = (*line, "--out", str(place))
    what = " ".join(Path(c).name if "/" in c else c for c in command)
    try:
        before = _processor()
        taken = median_seconds(lambda: quiet(*line, env=env), RUNS)
        worked = (_processor() - before) / (RUNS + 1)
    except subprocess.CalledProcessError as error:
        return Row(what=f"navigator {what}", figure=f"did not run: exit code {error.returncode}", met=False)
    return Row(
        what=f"navigator {what}",
        figure=f"{taken:.2f} s ({worked:.2f} s of processor)",
        goal=f"under {GOAL} s",
        met=taken < GOAL,
    )


def _processor() -> float:
    """Processor seconds of all processes started so far: what an export costs on a machine with nothing else to do."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    print_rows("Exports, each in a process of its own", rows())
