"""The command that adds an optional part: it reaches the Python that runs this program, and no stranger's package."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator import extras
from navigator.extras import Installed
from tests.running import ROOT

REQUIRES = ("typer<0.29,>=0.28", "numpy>=2.0; extra == 'batch'", 'pyarrow>=17; extra == "batch"',
            "pyrage>=1.2; extra == 'secure'")  # fmt: skip


def test_in_a_folder_of_ones_own_its_python_installs_from_the_folder(tmp_path: Path) -> None:
    python = str(tmp_path / ".venv" / "bin" / "python")
    copied = Installed(prefix=tmp_path / ".venv", python=python, folder=tmp_path, requires=REQUIRES)
    assert copied.adds("secure") == f"{python} -m pip install '{tmp_path}[secure]'"
    linked = Installed(prefix=tmp_path, python=python, folder=tmp_path, stays=True)
    assert linked.adds("pdf") == f"{python} -m pip install -e '{tmp_path}[pdf]'"


def test_the_way_is_short_from_the_folder_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    python = str(tmp_path / ".venv" / "bin" / "python")
    ours = Installed(prefix=tmp_path / ".venv", python=python, folder=tmp_path, stays=True)
    assert ours.adds("docx") == ".venv/bin/python -m pip install -e '.[docx]'"


def test_pipx_puts_the_packages_beside_the_program(tmp_path: Path) -> None:
    prefix = tmp_path / "venvs" / "career-navigator"
    prefix.mkdir(parents=True)
    (prefix / extras.PIPX).write_text("{}")
    ours = Installed(prefix=prefix, python=str(prefix / "bin" / "python"), folder=tmp_path, requires=REQUIRES)
    assert ours.adds("batch") == "pipx inject career-navigator 'numpy>=2.0' 'pyarrow>=17'"
    assert ours.installs("babel>=2.16") == "pipx inject career-navigator 'babel>=2.16'"


def test_where_the_folder_is_gone_the_packages_are_named_and_not_this_program() -> None:
    ours = Installed(prefix=Path("/opt/n"), python="/opt/n/bin/python", requires=REQUIRES)
    assert ours.adds("secure") == "/opt/n/bin/python -m pip install 'pyrage>=1.2'"


@pytest.mark.parametrize(
    ("told", "stays"), [('{"url": "URL", "dir_info": {"editable": true}}', True), ('{"url": "URL"}', False)]
)
def test_the_folder_is_the_one_that_pip_noted_while_it_is_there(told: str, stays: bool) -> None:
    assert extras._folder(told.replace("URL", ROOT.as_uri())) == (ROOT, stays)
    assert extras._folder(told.replace("URL", (ROOT / "gone").as_uri())) == (None, False)
    assert extras._folder(told.replace("URL", "https://example.org/career_navigator.whl")) == (None, False)


def test_every_extra_that_a_sentence_names_is_one_of_ours() -> None:
    named = {
        part.partition('"')[0]
        for file in (ROOT / "navigator").rglob("*.py")
        for part in file.read_text(encoding="utf-8").split('adds("')[1:]
    }
    assert named == {"batch", "pdf", "docx", "read", "secure", "credentials", "share"}
