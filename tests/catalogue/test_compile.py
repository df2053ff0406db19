"""A compiled catalogue is the same whichever way it was made: by one process or several, anew or from what was made before."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import pytest

from navigator.catalogue import kept
from navigator.catalogue.aside import aside
from navigator.catalogue.compile import compile_catalogue, refuse_broken
from navigator.catalogue.load import Source, load
from navigator.catalogue.occupation_files import FEW
from navigator.domain.errors import BadData, Problem

DATA = Path(__file__).parents[2] / "data"
ONE = "31-1131.00"
WORDS = ("  what_you_do: ", "  what_you_do: You do otherwise.  # ")


@pytest.fixture(scope="module")
def some_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of our data: few occupations, and the pay of the nation with that of a few states."""
    data = tmp_path_factory.mktemp("some") / "data"
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("languages", "occupations", "states.csv"))
    states = (DATA / "wages" / "states.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (data / "wages" / "states.csv").write_text("".join(states[:300]), encoding="utf-8")
    (data / "occupations").mkdir()
    for path in sorted((DATA / "occupations").glob("*.yaml"))[::30]:
        shutil.copy(path, data / "occupations")
    shutil.copy(DATA / "occupations" / f"{ONE}.yaml", data / "occupations")
    return data


@pytest.fixture
def data(some_data: Path, tmp_path: Path) -> Path:
    """The same for one test, which may change it."""
    return shutil.copytree(some_data, tmp_path / "data")


@pytest.fixture(scope="module")
def some_build(some_data: Path) -> Path:
    folder = some_data.parent / "build"
    folder.mkdir()
    compile_catalogue(some_data, folder / "first", None, folder)
    return folder


@pytest.fixture
def build(some_build: Path, tmp_path: Path) -> Path:
    """A folder of compiled catalogues, with one in it."""
    return shutil.copytree(some_build, tmp_path / "build")


@pytest.fixture(scope="module")
def otherwise(some_data: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a compile gives after ``WORDS`` were changed, if it knows of no other."""
    data = shutil.copytree(some_data, tmp_path_factory.mktemp("otherwise") / "data")
    changed(data, *WORDS)
    return anew(data)


def content(folder: Path) -> dict[str, Any]:
    """All that a compiled folder holds, but the note from what it was made."""
    found: dict[str, Any] = {p.name: p.read_bytes() for p in folder.iterdir() if p.suffix in (".npy", ".json")}
    found.pop(kept.NOTE, None)
    others = {p.name for p in folder.iterdir()} - found.keys() - {kept.NOTE}
    for name in others:
        with closing(sqlite3.connect(folder / name)) as db:
            tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            found |= {f"{name}:{table}": db.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    return found


def anew(data: Path) -> dict[str, Any]:
    """What a compile gives that knows of no other."""
    target = data.parent / "anew"
    compile_catalogue(data, target)
    return content(target)


def changed(data: Path, old: str, new: str) -> None:
    path = data / "occupations" / f"{ONE}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@contextmanager
def another_thread() -> Iterator[None]:
    """A process with a second thread must not be forked: it does all by itself."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def test_one_process_and_several_compile_the_same(data: Path, tmp_path: Path) -> None:
    for path in sorted((DATA / "occupations").glob("*.yaml"))[: FEW + 10]:
        shutil.copy(path, data / "occupations")
    compile_catalogue(data, tmp_path / "several")
    with another_thread():
        compile_catalogue(data, tmp_path / "one")
    assert content(tmp_path / "several") == content(tmp_path / "one")


def test_several_processes_tell_the_same_problems_in_the_same_order(data: Path) -> None:
    for path in sorted((DATA / "occupations").glob("*.yaml"))[: FEW + 10]:
        shutil.copy(path, data / "occupations")
    for n, path in enumerate(sorted((data / "occupations").glob("*.yaml"))[::50]):
        path.write_text(("a: [", "format: x\n", "\tno", "{}")[n % 4], encoding="utf-8")
    several = load(data).problems
    with another_thread():
        assert load(data).problems == several
    assert len(several) >= 4


@pytest.mark.parametrize(
    ("old", "new"),
    [
        WORDS,
        ("  also_called:\n", "  also_called:\n    - Somebody new\n"),
        ("  job_zone: 3", "  job_zone: 4"),
        ("  record_check: ", "  record_check: driving  # "),
    ],
    ids=["words", "name", "figure", "check"],
)
def test_after_a_change_the_catalogue_is_what_it_would_be_anew(data: Path, build: Path, old: str, new: str) -> None:
    changed(data, old, new)
    compile_catalogue(data, build / "second", None, build)
    assert content(build / "second") == anew(data) != content(build / "first")


def test_a_change_of_a_setting_reaches_the_catalogue_too(data: Path, build: Path) -> None:
    for name, old, new in (("matching.yaml", "popular: ", "popular: 1"), ("titles.yaml", "same: 0.5", "same: 0.4")):
        text = (data / name).read_text(encoding="utf-8")
        assert old in text
        (data / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        compile_catalogue(data, build / name, None, build)
    assert content(build / "titles.yaml") == anew(data)


def test_what_was_read_before_is_not_read_again(data: Path, build: Path) -> None:
    earlier = kept.Earlier(build=build)
    texts = {
        key: msgspec.Raw(bytes(text).replace(b"Nursing Assistants", b"Told Before"))
        for key, text in earlier.texts().items()
    }
    earlier.keep_texts(texts)
    titles = [o.occupation.title for o in load(data, known=earlier.texts()).occupations]
    assert "Told Before" in titles


def test_what_nothing_changed_in_is_taken_from_before(data: Path, build: Path) -> None:
    first, note = build / "first", build / "first" / kept.NOTE
    was = (first / "near.npy").read_bytes()
    told = was[:-4] + b"\0\0\0\0"
    (first / "near.npy").write_bytes(told)
    note.write_text(note.read_text().replace(sha256(was).hexdigest(), sha256(told).hexdigest()))
    changed(data, *WORDS)
    compile_catalogue(data, build / "second", None, build)
    assert (build / "second" / "near.npy").read_bytes() == told


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        (f"first/{kept.NOTE}", "cut"),
        (f"first/{kept.NOTE}", "other"),
        (kept.TEXTS, "cut"),
        (kept.TEXTS, "bit"),
        (kept.TEXTS, "other"),
        ("first/near.npy", "bit"),
        ("first/near.npy", "gone"),
        ("first/catalogue.sqlite", "bit"),
        ("first/catalogue.sqlite", "gone"),
    ],
)
def test_damaged_leftovers_are_ignored(
    data: Path, build: Path, otherwise: dict[str, Any], name: str, damage: str
) -> None:
    path = build / name
    whole = path.read_bytes()
    half = len(whole) // 2
    if damage == "cut":
        path.write_bytes(whole[:half])
    elif damage == "bit":
        path.write_bytes(whole[:half] + bytes([whole[half] ^ 1]) + whole[half + 1 :])
    elif damage == "gone":
        path.unlink()
    else:
        path.write_bytes(b'{"made_by": 1}')
    changed(data, *WORDS)
    compile_catalogue(data, build / "second", None, build)
    assert content(build / "second") == otherwise


def test_texts_that_other_code_made_are_ignored(build: Path) -> None:
    path = build / kept.TEXTS
    assert kept.Earlier(build=build).texts()
    path.write_bytes(path.read_bytes().replace(kept.made_by().encode(), b"0" * 64))
    assert not kept.Earlier(build=build).texts()


def test_a_broken_file_is_told_the_same_after_a_good_compile(data: Path, build: Path) -> None:
    changed(data, "  job_zone: 3", "  job_zone: 9")
    with pytest.raises(BadData) as by_itself:
        compile_catalogue(data, data.parent / "anew")
    for _ in range(2):
        with pytest.raises(BadData) as after:
            compile_catalogue(data, build / "second", None, build)
        assert str(after.value) == str(by_itself.value)
    assert f"{ONE}.yaml" in str(by_itself.value)


@pytest.mark.parametrize(
    ("wrong", "more"),
    [(1, "one: wrong. 'nav"), (2, "one: wrong (and 1 more). 'nav"), (3, "one: wrong (and 2 more). 'nav")],
)
def test_the_first_problem_is_told_and_how_many_more_there_are(wrong: int, more: str) -> None:
    problem = Problem(path=Path("one"), line=None, what="wrong")
    with pytest.raises(BadData) as refused:
        refuse_broken(Source(data=DATA, problems=[problem] * wrong))
    assert more in str(refused.value)


def test_a_file_under_another_name_is_told_although_its_words_are_known(data: Path, build: Path) -> None:
    path = data / "occupations" / f"{ONE}.yaml"
    path.rename(path.with_stem("31-9999.00"))
    with pytest.raises(BadData, match=f"holds {ONE}"):
        compile_catalogue(data, build / "second", None, build)


def test_nothing_is_left_beside_the_catalogues(data: Path, build: Path) -> None:
    assert sorted(p.name for p in build.iterdir()) == ["first", kept.TEXTS]
    changed(data, "  job_zone: 3", "  job_zone: 9")
    with pytest.raises(BadData):
        compile_catalogue(data, build / "second", None, build)
    changed(data, "  job_zone: 9", "  job_zone: 4")
    compile_catalogue(data, build / "second", None, build)
    assert sorted(p.name for p in build.iterdir()) == ["first", "second", kept.TEXTS]


def test_a_catalogue_made_for_a_wheel_holds_no_note(data: Path) -> None:
    compile_catalogue(data, data.parent / "anew")
    assert not (data.parent / "anew" / kept.NOTE).exists()


def test_work_aside_is_waited_for(tmp_path: Path) -> None:
    with aside((tmp_path / "done").write_text, "yes") as done:  # type: ignore[arg-type]
        done()
        assert (tmp_path / "done").read_text() == "yes"


def test_what_the_work_aside_cannot_write_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), aside((tmp_path / "none" / "x").write_text, "") as done:  # type: ignore[arg-type]
        done()


def test_work_aside_ends_with_what_it_was_for(tmp_path: Path) -> None:
    late = threading.Event()

    def wait_then_write() -> None:
        late.wait(60)
        (tmp_path / "late").write_text("")

    with pytest.raises(KeyboardInterrupt), aside(wait_then_write):
        raise KeyboardInterrupt
    assert not (tmp_path / "late").exists()
