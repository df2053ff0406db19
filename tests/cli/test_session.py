"""Which record a command is about: what --record, --home and --center mean, whatever lies in the folder at hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from navigator.cli.render import keeps_answers
from navigator.cli.session import Session
from navigator.records import codec
from navigator.records.store import Opened, RecordStore
from navigator.records.where import default_home
from tests.running import navigator


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder at hand, with nothing of ours in it."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def begun(store: RecordStore, name: str, sector: str = "food") -> Opened:
    fresh = store.new(name)
    return store.save(fresh, replace(fresh.record, sector=sector))


def meant(store: RecordStore, said: str) -> Path | None:
    return Session(home=store.home, record_file=Path(said)).record_path()


def test_a_bare_word_is_the_record_of_that_name_whatever_the_folder_at_hand_holds(
    store: RecordStore, here: Path
) -> None:
    ana = begun(store, "ana")
    assert meant(store, "ana") == ana.path
    (here / "ana").mkdir()
    assert meant(store, "ana") == ana.path
    (here / "ana").rmdir()
    (here / "ana").write_bytes(codec.encoded(replace(ana.record, sector="retail")))
    assert meant(store, "ana") == ana.path


def test_a_bare_word_that_no_record_is_called_may_be_a_file_here_but_no_folder(store: RecordStore, here: Path) -> None:
    (here / "e").mkdir()
    assert meant(store, "e") == store.folder / "e.json"
    ben = begun(store, "ben")
    (here / "old").write_bytes(ben.path.read_bytes())
    assert meant(store, "old") == Path("old")


def test_a_name_with_a_dot_is_a_name(store: RecordStore, here: Path) -> None:
    assert meant(store, "maria.v2") == store.folder / "maria-v2.json"
    made = navigator("--record", "J. Smith", "record", "new", "--json", home=store.home)
    assert made.code == 0 and made.json["data"]["file"] == str(store.folder / "j-smith.json")
    assert list(here.iterdir()) == []
    assert navigator("--record", "J. Smith", "record", "show", home=store.home).code == 0


def test_a_name_with_our_ending_is_a_file_here_or_else_that_of_the_home(store: RecordStore, here: Path) -> None:
    ana = begun(store, "ana")
    assert meant(store, "ana.json") == ana.path
    (here / "ana.json").write_bytes(ana.path.read_bytes())
    assert meant(store, "ana.json") == Path("ana.json")
    assert meant(store, "new.json") == Path("new.json")


@pytest.mark.parametrize("said", ["sub/ana", "../here/ana.txt", "..", "---"])
def test_a_path_is_a_path(store: RecordStore, here: Path, said: str) -> None:
    assert meant(store, said) == Path(said)


def test_a_tilde_is_the_home_folder_where_the_shell_left_it(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    session = Session(home=Path("~/x"), record_file=Path("~/stick/ana.json"), center=Path("~/our.yaml"))
    assert session.store.home == tmp_path / "me" / "x"
    assert session.record_path() == tmp_path / "me" / "stick" / "ana.json"
    assert session.center_file() == tmp_path / "me" / "our.yaml"
    monkeypatch.setenv("NAVIGATOR_HOME", "~/y")
    monkeypatch.setenv("NAVIGATOR_CENTER", "~/ours.yaml")
    assert Session().store.home == default_home() == tmp_path / "me" / "y"
    assert Session().center_file() == tmp_path / "me" / "ours.yaml"


def test_a_tilde_before_a_name_that_nobody_here_has_is_a_name(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Session(home=Path("~nobody-of-this-name/x")).store.home == Path("~nobody-of-this-name/x")
    monkeypatch.setenv("NAVIGATOR_HOME", "~nobody-of-this-name/x")
    assert default_home() == Path("~nobody-of-this-name/x")


def test_restore_finds_a_damaged_record_by_its_name_though_a_folder_here_is_called_so(
    store: RecordStore, here: Path
) -> None:
    ana = begun(store, "ana")
    store.save(ana, replace(ana.record, sector="office"))
    ana.path.write_bytes(ana.path.read_bytes()[:120])
    (here / "ana").mkdir()
    ran = navigator("--record", "ana", "record", "restore", home=store.home)
    assert ran.code == 0 and store.open(ana.path).record.sector == "food"


def test_a_walk_from_a_file_of_answers_is_not_said_to_be_kept_before_its_end() -> None:
    assert keeps_answers(Session(command="start")) and not keeps_answers(Session(command="start", scripted=True))
