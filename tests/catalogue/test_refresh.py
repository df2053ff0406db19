"""The refresh script rebuilds every figure and touches no word; a second run changes nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COOK = "occupations/35-2014.00.yaml"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("refresh")
    shutil.copytree(ROOT / "data", root / "data")
    (root / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "refresh.py", root / "scripts")
    return root


def refresh(root: Path, sources: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "scripts/refresh.py", "--sources", str(sources)]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_figures_come_back_words_stay_and_a_second_run_changes_nothing(copy: Path, sources: Path) -> None:
    data = copy / "data"
    cook = (data / COOK).read_text(encoding="utf-8")
    edited = cook.replace("  what_you_do: ", "  what_you_do: A word of ours. #", 1)
    (data / COOK).write_text(edited.replace("  job_zone: 2", "  job_zone: 4"), encoding="utf-8")
    (data / "wages" / "national.csv").write_text("spoiled")
    (data / "projections" / "2024-34.csv").unlink()

    first = refresh(copy, sources)
    assert (first.returncode, first.stdout) == (0, "3 files changed.\n")
    assert (data / COOK).read_text(encoding="utf-8") == edited, "our words are kept to the byte, the figure is mended"
    for name in (
        "wages/national.csv",
        "wages/states.csv",
        "projections/2024-34.csv",
        "wages/groups.csv",
        "wages/areas.csv",
    ):
        assert (data / name).read_bytes() == (ROOT / "data" / name).read_bytes(), name

    second = refresh(copy, sources)
    assert (second.returncode, second.stdout) == (0, "0 files changed.\n")


def test_a_wrong_folder_of_sources_is_a_sentence(copy: Path, tmp_path: Path) -> None:
    ran = refresh(copy, tmp_path)
    assert ran.returncode == 2
    assert "--sources names the folder" in ran.stderr and "Traceback" not in ran.stderr
