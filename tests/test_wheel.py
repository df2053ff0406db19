"""The wheel in an empty environment, offline and with an empty home: it carries the data compiled and runs the walk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from navigator import __version__
from tests.running import ROOT

pytestmark = pytest.mark.wheel

PARTS = ("navigator", "data", "scripts", "LICENSE", "NOTICE", "README.md", "pyproject.toml")


def done(*command: str | Path, cwd: Path, **more: str) -> str:
    """What a process said; fails with its words when it fails."""
    env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "dumb"} | more
    ran = subprocess.run([str(c) for c in command], cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy of the tree, by what is installed here."""
    tree = tmp_path_factory.mktemp("tree")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, tree / part, ignore=shutil.ignore_patterns("__pycache__", "_compiled"))
        else:
            shutil.copy(ROOT / part, tree / part)
    done(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "dist", cwd=tree)
    (found,) = (tree / "dist").glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The python of an empty environment with the wheel in it; what the wheel needs is lent by this environment."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--disable-pip-version-check",
    ]
    done(*pip, wheel, cwd=folder)
    site = Path(done(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    # Last on the path, and its own .pth files are not read: the checkout that is installed here cannot be found through it.
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def test_the_wheel_carries_the_compiled_data_the_licence_and_no_source_data(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert wheel.name == f"career_navigator-{__version__}-py3-none-any.whl"
    assert {
        "navigator/_compiled/catalogue.sqlite",
        "navigator/_compiled/near.npy",
        "navigator/_compiled/languages/es/words.sqlite",
        "navigator/_compiled/languages/es/navigator.mo",
        "navigator/formats/templates/summary.html",
    } <= set(names)
    assert {Path(n).name for n in names if ".dist-info/licenses/" in n} == {"LICENSE", "NOTICE"}
    assert not [
        n for n in names if n.endswith(".yaml") or n.startswith(("tests/", "data/", "scripts/")) or "__pycache__" in n
    ]


def test_the_installed_wheel_runs_the_walk_with_nothing_but_itself(installed: Path, tmp_path: Path) -> None:
    where = done(installed, "-c", "import navigator; print(navigator.__file__)", cwd=tmp_path).strip()
    assert Path(where).is_relative_to(installed.parent.parent), "it is the wheel's, not the checkout's"

    home = tmp_path / "empty"
    home.mkdir()
    command = installed.parent / "navigator"
    assert done(command, "--version", cwd=tmp_path, HOME=str(home)) == f"navigator {__version__}\n"
    answers = ROOT / "examples" / "nursing-assistant.yaml"
    walked = done(command, "start", "--answers", answers, cwd=tmp_path, HOME=str(home))
    assert "What fits" in walked and "Not for hiring decisions" in walked and "Pay in Ohio" in walked
    page = done(command, "export", "summary", "--format", "html", cwd=tmp_path, HOME=str(home))
    assert page.startswith("<!doctype html>") and "Rosa: my skills and next steps" in page
    assert "¿En qué estado vive?" in done(command, "questions", "--language", "es", cwd=tmp_path, HOME=str(home))
    status = done(command, "data", "status", cwd=tmp_path, HOME=str(home))
    assert "923 occupations" in status and "compiled into this installation" in status

    files = sorted(str(p.relative_to(home)) for p in home.rglob("*") if p.is_file())
    records = [f for f in files if f.endswith("records/record.json")]
    assert len(records) == 1 and all("navigator" in f for f in files), "everything lies in the home's own folder"
