"""A compiled catalogue is used while it fits the data, found again when the data comes back, and pruned when old."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from navigator.catalogue import locate, makers
from tests.running import ROOT, apart


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "wages").mkdir(parents=True)
    (folder / "a.yaml").write_text("one")
    (folder / "wages" / "b.csv").write_text("two")
    return folder


@pytest.fixture
def build(tmp_path: Path) -> Path:
    folder = tmp_path / "build"
    folder.mkdir()
    return folder


def compiled(build: Path, data: Path) -> Path:
    """As if the data had been compiled."""
    folder = build / locate.fingerprint(data)
    folder.mkdir(exist_ok=True)
    (folder / "catalogue.sqlite").write_bytes(b"")
    locate.remember(build, locate.stamp(data), folder)
    return folder


def test_the_fingerprint_follows_what_files_say_and_not_their_times(data: Path) -> None:
    before = locate.fingerprint(data)
    os.utime(data / "a.yaml", (1, 1))
    (data / "notes.txt").write_text("not data")
    assert locate.fingerprint(data) == before
    (data / "a.yaml").write_text("One")
    assert locate.fingerprint(data) != before


def test_the_fingerprint_follows_where_a_file_lies(data: Path) -> None:
    before = locate.fingerprint(data)
    (data / "wages" / "b.csv").rename(data / "b.csv")
    assert locate.fingerprint(data) != before


@pytest.mark.parametrize("change", ["size", "time", "name", "new", "gone"])
def test_the_quick_sign_sees_every_change(data: Path, change: str) -> None:
    before = locate.stamp(data)
    assert locate.stamp(data) == before
    path = data / "wages" / "b.csv"
    if change == "size":
        path.write_text("longer")
    elif change == "time":
        os.utime(path, (1, 1))
    elif change == "name":
        path.rename(path.with_name("c.csv"))
    elif change == "new":
        (data / "wages" / "c.csv").write_text("")
    else:
        path.unlink()
    assert locate.stamp(data) != before


def test_nothing_is_current_before_it_is_compiled(build: Path, data: Path) -> None:
    assert locate.current(build, data) is None


def test_what_was_compiled_is_current_until_the_data_changes(build: Path, data: Path) -> None:
    folder = compiled(build, data)
    assert locate.current(build, data) == folder
    (data / "a.yaml").write_text("changed")
    assert locate.current(build, data) is None


def test_data_that_comes_back_finds_its_compiled_catalogue_again(build: Path, data: Path) -> None:
    folder = compiled(build, data)
    (data / "a.yaml").write_text("changed")
    compiled(build, data)
    (data / "a.yaml").write_text("one")
    assert locate.current(build, data) == folder
    assert json.loads((build / "current.json").read_text())["folder"] == folder.name


def test_touching_a_file_does_not_compile_again(build: Path, data: Path) -> None:
    folder = compiled(build, data)
    os.utime(data / "a.yaml", (1, 1))
    assert locate.current(build, data) == folder


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "{}", '{"folder": "nowhere"}', "\x00"])
def test_a_broken_mark_is_passed_over(build: Path, data: Path, text: str) -> None:
    folder = compiled(build, data)
    (build / "current.json").write_text(text)
    assert locate.current(build, data) == folder


def test_a_mark_to_a_folder_that_was_removed_is_passed_over(build: Path, data: Path) -> None:
    folder = compiled(build, data)
    (folder / "catalogue.sqlite").unlink()
    assert locate.current(build, data) is None


def make(data: Path, then: str = "") -> Callable[[Path], None]:
    """A compile that copies one file; ``then`` is written into the data while it goes on."""

    def into(folder: Path) -> None:
        folder.mkdir()
        (folder / "catalogue.sqlite").write_text((data / "a.yaml").read_text())
        if then:
            (data / "a.yaml").write_text(then)

    return into


def test_a_compile_is_found_again_under_what_it_was_made_from(build: Path, data: Path) -> None:
    folder = locate.compiled(build, data, make(data))
    assert folder.name == locate.fingerprint(data)
    assert locate.current(build, data) == folder
    assert {p.name for p in build.iterdir()} == {"current.json", folder.name}


def test_an_edit_made_while_the_data_compiles_is_not_lost(build: Path, data: Path) -> None:
    folder = locate.compiled(build, data, make(data, then="edited meanwhile"))
    assert (folder / "catalogue.sqlite").is_file(), "the run at hand can go on with it"
    assert locate.current(build, data) is None
    again = locate.compiled(build, data, make(data))
    assert (again / "catalogue.sqlite").read_text() == "edited meanwhile"


def test_an_edit_taken_back_after_the_compile_does_not_find_what_was_read_in_between(build: Path, data: Path) -> None:
    locate.compiled(build, data, make(data, then="edited meanwhile"))
    (data / "a.yaml").write_text("one")
    assert locate.current(build, data) is None


def test_where_another_process_was_faster_its_folder_is_used(build: Path, data: Path) -> None:
    theirs = compiled(build, data)
    assert locate.compiled(build, data, make(data)) == theirs
    assert (theirs / "catalogue.sqlite").read_bytes() == b""
    assert {p.name for p in build.iterdir()} == {"current.json", theirs.name}


DIGEST = """
import sys
from pathlib import Path
from navigator.catalogue import locate
print(locate.fingerprint(Path(sys.argv[1])), locate.stamp(Path(sys.argv[1])))
"""


@pytest.mark.parametrize("module", ["engine/near.py", "catalogue/languages.py"])
def test_a_change_of_the_code_that_compiles_is_a_change(data: Path, tmp_path: Path, module: str) -> None:
    shutil.copytree(
        ROOT / "navigator", tmp_path / "navigator", ignore=shutil.ignore_patterns("__pycache__", "_compiled")
    )
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{DIGEST}"
    before = apart(data, code=code).out.split()
    (tmp_path / "navigator" / "cli" / "main.py").touch()
    assert apart(data, code=code).out.split() == before and len(before) == 2
    with (tmp_path / "navigator" / module).open("a") as file:
        file.write("# changed\n")
    after = apart(data, code=code).out.split()
    assert after[0] != before[0] and after[1] != before[1]


LOADED = """
import sys
import navigator.catalogue.compile, navigator.catalogue.languages, navigator.engine.foreign_titles
print(*[n.removeprefix("navigator.").replace(".", "/") + ".py" for n in sys.modules if n.startswith("navigator.")])
"""


def test_the_code_that_compiles_is_found_by_its_imports() -> None:
    found = {*makers.files()}
    assert {name for name in apart(code=LOADED).out.split() if (makers.PACKAGE / name).is_file()} <= found
    assert not [name for name in found if name.startswith(("services/", "cli/", "formats/", "records/"))]


def test_pruning_keeps_the_newest_and_the_last_two(build: Path) -> None:
    for n in range(6):
        (build / f"old{n}").mkdir()
        os.utime(build / f"old{n}", (n, n))
    (build / "compiling-x").mkdir()
    newest = build / "old0"
    locate.prune(build, newest)
    assert sorted(p.name for p in build.iterdir()) == ["compiling-x", "old0", "old4", "old5"]


def test_pruning_removes_what_a_killed_compile_left_long_ago(build: Path) -> None:
    for name in ("compiling-now", "compiling-old"):
        (build / name).mkdir()
    os.utime(build / "compiling-old", (1, 1))
    locate.prune(build, build / "newest")
    assert [p.name for p in build.iterdir()] == ["compiling-now"]


def test_a_checkout_is_known_by_its_data_and_its_project_file() -> None:
    root = locate.checkout()
    assert root == Path(__file__).resolve().parents[2]


def test_the_files_of_the_data_come_in_one_order(data: Path) -> None:
    assert [p.name for p in locate.source_files(data)] == ["a.yaml", "b.csv"]
