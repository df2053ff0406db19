"""Sealed records: only the passphrase opens them, the stock age program opens them without us, no plain copy is left."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pexpect
import pyrage
import pytest

from navigator.domain.errors import BadInput, BadRecord, NeedsTerminal
from navigator.records import codec, seal, sealing
from navigator.records.store import Opened, RecordStore
from tests.light_seal import light_key, lighten

PASSPHRASE = "four words make sense"
SECRET = "Nguyễn at the Blue Door"


def begun(store: RecordStore, *sectors: str) -> Opened:
    opened = store.new("Ana")
    for sector in sectors or ("food", "office"):
        person = replace(opened.record.person, name=SECRET)
        opened = store.save(opened, replace(opened.record, sector=sector, person=person))
    return opened


def asking(store: RecordStore, *given: str) -> RecordStore:
    """The same home in another run, where these passphrases are typed one after another."""
    return RecordStore(home=store.home, passphrase=lambda path, number: given[number] if number < len(given) else None)


@pytest.fixture(scope="module")
def as_sealed(tmp_path_factory: pytest.TempPathFactory) -> RecordStore:
    """A home with one sealed record of two saves, as we seal it: slow on purpose, so it is done once."""
    store = RecordStore(home=tmp_path_factory.mktemp("as-sealed"))
    sealing.seal(store, begun(store), PASSPHRASE)
    return store


@pytest.fixture(scope="module")
def sealed_home(as_sealed: RecordStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same home with its key under a wrapping that opens at once, for all that is not about the wrapping."""
    home = shutil.copytree(as_sealed.home, tmp_path_factory.mktemp("sealed") / "home")
    lighten(seal.key_path(RecordStore(home=home).paths()[0]), PASSPHRASE)
    return home


@pytest.fixture
def sealed(sealed_home: Path, tmp_path: Path) -> RecordStore:
    """A copy of it, opened with the right passphrase."""
    shutil.copytree(sealed_home, tmp_path / "home")
    return asking(RecordStore(home=tmp_path / "home"), PASSPHRASE)


def files(store: RecordStore) -> list[Path]:
    return [p for p in store.home.rglob("*") if p.is_file()]


def test_sealing_leaves_no_plain_copy_behind(sealed: RecordStore) -> None:
    assert not any(SECRET.encode() in p.read_bytes() for p in files(sealed))
    assert {p.suffix for p in files(sealed)} == {".age", ""}
    assert all(p.stat().st_mode & 0o777 == 0o600 for p in sealed.folder.iterdir())


def test_a_sealed_record_is_used_like_any_other(sealed: RecordStore) -> None:
    path = sealed.current()
    assert path is not None and path.name == "ana.age"
    opened = sealed.open(path)
    assert (opened.record.sector, opened.record.person.name) == ("office", SECRET)
    assert sealed.save(opened, opened.record) == opened
    changed = sealed.save(opened, replace(opened.record, sector="retail"))
    assert [sealed.open(s.path).record.sector for s in sealed.history(changed)] == ["office", "food"]
    back = sealed.undo(changed)
    assert back is not None and back.record == opened.record
    assert sealed.restore(path, sealed.history(back)[-1]).record.sector == "food"
    assert not any(SECRET.encode() in p.read_bytes() for p in files(sealed))


def test_the_passphrase_is_asked_once_a_run(sealed_home: Path) -> None:
    asked: list[int] = []

    def ask(path: Path, number: int) -> str:
        asked.append(number)
        return PASSPHRASE

    store = RecordStore(home=sealed_home, passphrase=ask)
    path = store.paths()[0]
    store.open(path)
    store.open(path)
    assert asked == [0]


def test_a_wrong_passphrase_may_be_mended_twice_and_then_is_refused_without_a_hint(sealed: RecordStore) -> None:
    path = sealed.paths()[0]
    assert asking(sealed, "wrong", PASSPHRASE).open(path).record.sector == "office"
    with pytest.raises(BadInput, match=r"was not opened: the passphrase is not the right one\. Nothing was changed\.$"):
        asking(sealed, "a", "b", "c", PASSPHRASE).open(path)


def test_where_nobody_can_be_asked_a_sealed_record_is_refused(sealed: RecordStore) -> None:
    with pytest.raises(NeedsTerminal, match="is sealed"):
        RecordStore(home=sealed.home).open(sealed.paths()[0])


def test_the_plain_name_finds_the_sealed_record(sealed: RecordStore) -> None:
    assert sealed.find("Ana").name == "ana.age"
    assert sealed.open(sealed.folder / "ana.json").path.name == "ana.age"
    assert sealed.new("Ana").path.name == "ana-2.json"


def test_unsealing_brings_the_record_and_its_history_back(sealed: RecordStore) -> None:
    plain = sealing.unseal(sealed, sealed.open(sealed.paths()[0]))
    assert plain.path.name == "ana.json" and sealed.current() == plain.path
    assert [sealed.open(s.path).record.sector for s in sealed.history(plain)] == ["food"]
    assert not any(p.suffix == ".age" for p in files(sealed))


def test_a_record_that_lies_elsewhere_is_sealed_and_unsealed_where_no_folder_of_records_can_be(
    store: RecordStore, tmp_path: Path
) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    path = Path(shutil.copy(begun(store).path, tmp_path / "ana.json"))
    light_key(path, PASSPHRASE)
    nowhere = RecordStore(home=tmp_path / "mine")
    opened = sealing.seal(nowhere, nowhere.open(path), PASSPHRASE)
    assert opened.path == path.with_suffix(".age") and not path.exists()
    assert sealing.unseal(nowhere, opened).path == path
    assert path.is_file() and not opened.path.exists()


def test_another_passphrase_opens_the_same_record_and_the_old_one_no_more(sealed: RecordStore) -> None:
    opened = sealed.open(sealed.paths()[0])
    sealing.change_passphrase(sealed, opened, "another one of four words")
    assert asking(sealed, "another one of four words").open(opened.path) == opened
    with pytest.raises(BadInput, match="the passphrase is not the right one"):
        asking(sealed, PASSPHRASE).open(opened.path)


def test_age_opens_the_pieces_with_the_passphrase_alone(as_sealed: RecordStore) -> None:
    path = as_sealed.paths()[0]
    key = pyrage.passphrase.decrypt(seal.key_path(path).read_bytes(), PASSPHRASE).decode()
    identity = pyrage.x25519.Identity.from_str(key.splitlines()[-1])
    assert codec.decoded(pyrage.decrypt(path.read_bytes(), [identity]), path).sector == "office"


@pytest.mark.skipif(shutil.which("age") is None, reason="the age program is not installed (apt-get install age)")
def test_the_stock_age_program_opens_a_sealed_record(as_sealed: RecordStore, tmp_path: Path) -> None:
    path, out = as_sealed.paths()[0], tmp_path / "plain.json"
    child = pexpect.spawn("age", ["-d", "-i", str(seal.key_path(path)), "-o", str(out), str(path)], timeout=60)
    child.expect("passphrase")
    child.sendline(PASSPHRASE)
    child.expect(pexpect.EOF)
    assert codec.decoded(out.read_bytes(), out).person.name == SECRET


def test_a_damaged_sealed_record_comes_back_from_its_history(sealed: RecordStore) -> None:
    path = sealed.paths()[0]
    path.write_bytes(path.read_bytes()[:-7])
    with pytest.raises(BadRecord, match="is damaged, or was sealed with another key"):
        sealed.open(path)
    back = sealed.restore(path, sealed.damaged_history(path)[0])
    assert back.record.sector == "food" and sealed.open(path).record.sector == "food"


@pytest.mark.parametrize("content", [b"", b"age-encryption.org/v1\n", b"x" * 20_000])
def test_a_broken_key_file_is_refused_in_a_sentence(sealed: RecordStore, content: bytes) -> None:
    path = sealed.paths()[0]
    seal.key_path(path).write_bytes(content)
    with pytest.raises(BadRecord, match=r"ana\.key\.age (holds no key. Bring its file back|is too large)"):
        sealed.open(path)


def test_a_torn_key_file_is_told_from_a_wrong_passphrase_wherever_it_is_torn(sealed: RecordStore) -> None:
    path = sealed.paths()[0]
    whole = seal.key_path(path).read_bytes()
    with pytest.raises(BadInput, match="That passphrase does not open it"):
        seal.unwrapped(whole, "another", Path("a.key"))
    for cut in range(1, len(whole), 20):
        with pytest.raises(seal.DamagedKey):
            seal.unwrapped(whole[:-cut], PASSPHRASE, Path("a.key"))
    asked: list[int] = []
    store = RecordStore(home=sealed.home, passphrase=lambda _path, number: asked.append(number) or "another")
    seal.key_path(path).write_bytes(whole[:-5])
    with pytest.raises(BadInput, match="the passphrase is not the right one"):
        store.open(path)  # a wrong passphrase stays one: it is tried before the end of the file is
    seal.key_path(path).write_bytes(b"")
    asked.clear()
    with pytest.raises(BadRecord, match="holds no key"):
        store.open(path)
    assert asked == [0], "who has the right passphrase is not asked for it three times"


def test_sealing_again_beside_a_torn_key_says_so_and_changes_nothing(store: RecordStore) -> None:
    opened = begun(store)
    kept = seal.key_path(sealing.sealed_of(opened.path))
    kept.write_bytes(b"age-encryption.org/v1\n")
    before = {p: p.read_bytes() for p in files(store)}
    with pytest.raises(BadRecord, match=rf"{kept.name} holds no key"):
        sealing.seal(store, opened, PASSPHRASE)
    assert {p: p.read_bytes() for p in files(store) if p.name != ".lock"} == {
        p: data for p, data in before.items() if p.name != ".lock"
    }


def test_a_lost_key_file_is_named(sealed: RecordStore) -> None:
    path = sealed.paths()[0]
    seal.key_path(path).unlink()
    with pytest.raises(BadRecord, match=r"The key of this sealed record is not at .*ana\.key\.age"):
        sealed.open(path)


def test_sealing_cut_short_before_its_end_can_begin_again(store: RecordStore) -> None:
    opened = begun(store)
    plain = {p: p.read_bytes() for p in files(store)}
    light_key(opened.path, PASSPHRASE)
    sealed = sealing.seal(store, opened, PASSPHRASE)
    for path, data in plain.items():
        path.write_bytes(data)  # as if the machine had stopped before anything plain was taken away
    later = asking(store, PASSPHRASE)
    again = later.open(later.paths()[0])
    assert later.paths() == [opened.path, sealed.path] and again.record == opened.record
    assert sealing.seal(later, again, PASSPHRASE).record == sealed.record
    assert not any(SECRET.encode() in p.read_bytes() for p in files(store))


def test_plain_saves_left_by_a_sealing_cut_short_are_swept_away_at_the_next_opening(sealed: RecordStore) -> None:
    path = sealed.paths()[0]
    opened = sealed.open(path)
    left = sealed.history(opened)[0].path.with_suffix(".json")
    left.write_text(SECRET)
    sealed.open(path)
    assert not left.exists()


def test_what_makes_no_sense_is_refused(sealed: RecordStore, tmp_path: Path) -> None:
    opened = sealed.open(sealed.paths()[0])
    with pytest.raises(BadInput, match="is sealed already"):
        sealing.seal(sealed, opened, PASSPHRASE)
    with pytest.raises(BadInput, match="An empty passphrase seals nothing"):
        sealing.change_passphrase(sealed, opened, "")
    plain = begun(RecordStore(home=tmp_path / "plain"))
    with pytest.raises(BadInput, match="is not sealed"):
        sealing.unseal(sealed, plain)
    with pytest.raises(BadInput, match="has no passphrase"):
        sealing.change_passphrase(sealed, plain, PASSPHRASE)


def test_a_sealed_record_on_a_stick_keeps_its_history_beside_it(store: RecordStore, tmp_path: Path) -> None:
    fresh = replace(store.new(), path=tmp_path / "stick" / "ana.json")
    opened = store.save(fresh, fresh.record)
    opened = store.save(opened, replace(opened.record, sector="office"))
    light_key(opened.path, PASSPHRASE)
    sealed = sealing.seal(store, opened, PASSPHRASE)
    assert {p.name for p in sealed.path.parent.iterdir()} == {"ana.age", "ana.key.age", ".ana-history"}
    store.remove(sealed)
    assert list(sealed.path.parent.iterdir()) == []
