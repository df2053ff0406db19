"""Two people's records stay apart: under one file name, under one id, and whichever way a file is named."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from navigator.domain.errors import BadInput
from navigator.records import codec, seal, sealing
from navigator.records.history import OWNER
from navigator.records.memory import MemoryStore
from navigator.records.store import Opened, RecordStore
from tests.light_seal import light_key, lightly_wrapped

PASSPHRASE = "four words make sense"


def begun(store: RecordStore, name: str, *sectors: str) -> Opened:
    return changed(store, store.new(name), *sectors)


def changed(store: RecordStore, opened: Opened, *sectors: str) -> Opened:
    for sector in sectors:
        opened = store.save(opened, replace(opened.record, sector=sector))
    return opened


def copied(opened: Opened, name: str) -> Path:
    """A copy made outside, as a person does with a file manager."""
    return Path(shutil.copy(opened.path, opened.path.with_name(name)))


def sealed(store: RecordStore, opened: Opened, passphrase: str = PASSPHRASE) -> Opened:
    """Sealed with a key that opens at once: the one that stands there already."""
    light_key(opened.path, passphrase)
    return sealing.seal(store, opened, passphrase)


def asking(store: RecordStore, passphrase: str = PASSPHRASE) -> RecordStore:
    return RecordStore(home=store.home, passphrase=lambda path, number: passphrase if number == 0 else None)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def sectors(store: RecordStore, opened: Opened) -> list[str]:
    return [store.open(s.path).record.sector for s in store.history(opened)]


def too_much(key: Path) -> None:
    """A key that this computer would take hours to open."""
    key.write_bytes(lightly_wrapped(seal.new_key().file(), PASSPHRASE).replace(b" 10\n", b" 40\n", 1))


@pytest.fixture
def twins(store: RecordStore) -> tuple[Opened, Opened]:
    """Ana's record, sealed, and Ben's plain one that came under the same name."""
    ana = sealed(store, begun(store, "maria", "food", "office"))
    ben = store.new("ben")
    plain = ana.path.with_suffix(".json")
    plain.write_bytes(codec.encoded(replace(ben.record, sector="retail")))
    return ana, store.open(plain)


@pytest.mark.parametrize("passphrase", [PASSPHRASE, "a passphrase of his own"])
def test_sealing_never_writes_over_the_sealed_record_of_somebody_else(
    store: RecordStore, twins: tuple[Opened, Opened], passphrase: str
) -> None:
    before = contents(store.home)
    with pytest.raises(BadInput, match=r"maria\.age is there already, and it is another record"):
        sealing.seal(store, twins[1], passphrase)
    assert contents(store.home) == before
    assert asking(store).open(twins[0].path).record.sector == "office"


def test_sealing_never_writes_over_a_key_that_opens_a_record_elsewhere(store: RecordStore) -> None:
    ana = begun(store, "maria", "food")
    key = seal.key_path(ana.path.with_suffix(".age"))
    key.write_bytes(lightly_wrapped(seal.new_key().file(), "the passphrase of another record"))
    before = contents(store.home)
    with pytest.raises(BadInput, match=r"maria\.key\.age is there already"):
        sealing.seal(store, ana, PASSPHRASE)
    assert contents(store.home) == before


def test_unsealing_never_writes_over_the_plain_record_of_somebody_else(
    store: RecordStore, twins: tuple[Opened, Opened]
) -> None:
    before = contents(store.home)
    with pytest.raises(BadInput, match=r"maria\.json is there already, and it is another record"):
        sealing.unseal(store, twins[0])
    assert contents(store.home) == before


def test_what_only_the_other_file_of_the_same_record_says_goes_to_its_saves(store: RecordStore) -> None:
    ana = begun(store, "ana", "food")
    plain = ana.path.read_bytes()
    older = sealed(store, ana)
    newer = changed(store, older, "office")
    ana.path.write_bytes(plain)  # an older copy, brought back beside the sealed record
    again = sealing.seal(store, store.open(ana.path), PASSPHRASE)
    assert again.record.sector == "food" and "office" in sectors(store, again)
    ana.path.write_bytes(codec.encoded(replace(newer.record, sector="retail")))
    back = sealing.unseal(store, store.open(again.path))
    assert back.record.sector == "food" and {"office", "retail"} <= set(sectors(store, back))


def test_erasing_a_plain_record_leaves_the_sealed_one_of_its_name_and_its_key(
    store: RecordStore, twins: tuple[Opened, Opened]
) -> None:
    ana, ben = twins
    store.remove(changed(store, ben, "nature"))
    later = asking(store)
    assert later.paths() == [ana.path]
    opened = later.open(ana.path)
    assert opened.record.sector == "office" and sectors(later, opened) == ["food"]


def test_erasing_a_sealed_record_leaves_the_plain_one_of_its_name(
    store: RecordStore, twins: tuple[Opened, Opened]
) -> None:
    ana, ben = twins
    store.remove(ana)
    assert store.paths() == [ben.path] and store.open(ben.path) == ben
    assert not seal.key_path(ana.path).exists()


def test_a_plain_and_a_sealed_record_of_one_name_are_both_listed_and_both_found(
    store: RecordStore, twins: tuple[Opened, Opened]
) -> None:
    ana, ben = twins
    assert store.paths() == [ben.path, ana.path]
    assert [store.name_of(p) for p in store.paths()] == ["maria", "maria.age"]
    assert store.find("maria") == ben.path and store.find("maria.age") == ana.path


def test_on_a_stick_too_each_of_two_under_one_name_keeps_to_its_own_saves(store: RecordStore, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    fresh = replace(store.new(), path=stick / "maria.json")
    ana = sealed(store, changed(store, fresh, "food", "office"))
    plain = stick / "maria.json"
    plain.write_bytes(codec.encoded(replace(store.new().record, sector="retail")))
    ben = changed(store, store.open(plain), "nature")
    later = asking(store)
    opened = later.open(ana.path)
    assert sectors(later, opened) == ["food"] and sectors(store, ben) == ["retail"]
    back = later.undo(opened)
    assert back is not None and back.record.sector == "food"
    store.remove(ben)
    assert sectors(later, back)[-1] == "food"


def test_undo_of_a_copy_never_brings_in_what_the_other_person_said(store: RecordStore) -> None:
    ana = begun(store, "ana", "food", "office")
    ben = changed(store, store.open(copied(ana, "ben.json")), "retail")
    changed(store, ana, "health")
    back = store.undo(ben)
    assert back is not None and back.record.sector == "office"
    assert store.undo(back) is None
    assert ben.record.id != ana.record.id and store.open(ben.path).record.id == ben.record.id


def test_a_copy_that_was_not_changed_yet_has_nothing_to_undo(store: RecordStore) -> None:
    ana = begun(store, "ana", "food", "office")
    ben = store.open(copied(ana, "ben.json"))
    changed(store, ana, "health")
    assert store.undo(ben) is None and store.redo(ben) is None and store.history(ben) == []


def test_a_damaged_copy_is_not_mended_with_what_the_other_person_said(store: RecordStore) -> None:
    ana = begun(store, "ana", "food", "office")
    half = ana.path.read_bytes()[:120]
    copied(ana, "ben.json").write_bytes(half)
    assert store.damaged_history(ana.path.with_name("ben.json")) == []
    ana.path.write_bytes(half)
    assert len(store.damaged_history(ana.path)) == 1


def test_whoever_saves_first_after_a_copy_was_made_the_first_one_keeps_its_saves(store: RecordStore) -> None:
    ana = begun(store, "ana", "food", "office")
    copied(ana, "ben.json")
    later = changed(store, ana, "health")
    assert later.record.id == ana.record.id and sectors(store, later) == ["office", "food"]


def test_a_session_that_goes_on_with_what_it_asked_for_keeps_the_new_id(store: RecordStore) -> None:
    ana = begun(store, "ana", "food", "office")
    ben = store.open(copied(ana, "ben.json"))
    first = store.save(ben, replace(ben.record, sector="retail"))
    second = store.save(first, replace(ben.record, sector="nature"))  # a walk holds on to the record it began with
    assert second.record.id == first.record.id != ana.record.id
    assert sectors(store, second) == ["retail", "office"]


def test_erasing_a_copy_leaves_the_saves_of_the_other_person(store: RecordStore) -> None:
    ana = begun(store, "ana", "food", "office")
    store.remove(store.open(copied(ana, "ben.json")))
    assert sectors(store, ana) == ["food"]


def test_sealing_a_copy_leaves_the_saves_of_the_other_person_plain(store: RecordStore) -> None:
    ana = begun(store, "ana", "food", "office")
    ben = sealed(store, store.open(copied(ana, "ben.json")))
    assert sectors(store, ana) == ["food"] and ben.record.id != ana.record.id


def test_a_sealed_copy_goes_its_own_way_too(store: RecordStore) -> None:
    ana = sealed(store, begun(store, "ana", "food", "office"))
    shutil.copy(seal.key_path(ana.path), ana.path.with_name("ben.key.age"))
    later = asking(store)
    ben = changed(later, later.open(copied(ana, "ben.age")), "retail")
    assert sectors(later, ben) == ["office"]
    plain = sealing.unseal(later, ben)
    assert plain.record.sector == "retail" and sectors(later, plain) == ["office"]
    assert sectors(later, later.open(ana.path)) == ["food"]


def test_a_record_that_got_another_name_keeps_its_saves(store: RecordStore) -> None:
    ana = begun(store, "ana", "food", "office")
    renamed = store.open(ana.path.rename(ana.path.with_name("anna.json")))
    assert sectors(store, renamed) == ["food"]
    later = changed(store, renamed, "health")
    assert later.record.id == ana.record.id and sectors(store, later) == ["office", "food"]


def test_saves_of_an_earlier_version_belong_to_the_file_they_were_made_of(store: RecordStore) -> None:
    ana = begun(store, "ana", "food", "office")
    (store.saves_under(ana.path, ana.record.id).folder / OWNER).unlink()  # nobody noted it then
    ben = store.open(copied(ana, "ben.json"))
    os.utime(ben.path, (ana.path.stat().st_mtime + 3600,) * 2)
    assert store.history(ben) == [] and sectors(store, ana) == ["food"]
    assert changed(store, ben, "retail").record.id != ana.record.id
    assert changed(store, ana, "health").record.id == ana.record.id


@pytest.mark.parametrize("odd", ["..", "", "../../outside", "a b", "\u00e9" * 80])
def test_an_id_that_somebody_made_up_leads_to_no_other_folder(store: RecordStore, odd: str) -> None:
    ana = begun(store, "ana", "food", "office")
    path = ana.path.with_name("odd.json")
    path.write_bytes(codec.encoded(replace(ana.record, id=odd)))
    opened = changed(store, store.open(path), "retail", "nature")
    folder = store.history(opened)[0].path.parent
    assert folder.parent == store.home / "history" and folder.name not in ("", "..", ana.record.id)
    store.remove(opened)
    assert sectors(store, ana) == ["food"]


def test_a_record_with_another_ending_has_saves_of_its_own(store: RecordStore, tmp_path: Path) -> None:
    ana = changed(store, replace(store.new(), path=tmp_path / "maria.json"), "food", "office")
    other = changed(store, replace(store.new(), path=tmp_path / "maria.txt"), "retail", "nature")
    assert sectors(store, ana) == ["food"] and sectors(store, other) == ["retail"]
    shut = sealed(store, ana)
    assert shut.path.name == "maria.age" and store.open(other.path) == other
    store.remove(other)
    assert sectors(store, shut) == ["food"]


def test_sealing_a_record_with_another_ending_does_not_take_the_name_of_its_neighbour(
    store: RecordStore, tmp_path: Path
) -> None:
    other = changed(store, replace(store.new(), path=tmp_path / "maria.txt"), "retail", "nature")
    (tmp_path / "maria.txt.key.age").write_bytes(lightly_wrapped(seal.new_key().file(), PASSPHRASE))
    shut = sealing.seal(store, other, PASSPHRASE)
    assert shut.path.name == "maria.txt.age" and sectors(store, shut) == ["retail"]


def test_a_link_stays_a_link_and_the_file_it_leads_to_is_saved(store: RecordStore, tmp_path: Path) -> None:
    real = changed(store, replace(store.new(), path=tmp_path / "stick" / "maria.json"), "food")
    link = tmp_path / "link.json"
    link.symlink_to(real.path)
    opened = changed(store, store.open(link), "office")
    assert link.is_symlink() and opened.path == real.path
    assert store.open(real.path).record.sector == "office" and sectors(store, opened) == ["food"]


def test_a_link_among_the_records_is_one_of_them_and_erasing_it_takes_the_answers(
    store: RecordStore, tmp_path: Path
) -> None:
    real = changed(store, replace(store.new(), path=tmp_path / "stick" / "maria.json"), "food")
    store.folder.mkdir(parents=True)
    link = store.folder / "maria.json"
    link.symlink_to(real.path)
    opened = changed(store, store.open(link), "office")
    assert link.is_symlink() and store.open(real.path).record.sector == "office"
    assert store.current() == link and sectors(store, opened) == ["food"]
    store.remove(opened)
    assert not link.is_symlink() and not real.path.exists()


@pytest.mark.parametrize("named", ["ana.json", "../records/ana.json", "linked/ana.json"])
def test_however_a_record_of_the_home_is_named_it_has_one_history(
    store: RecordStore, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    ana = begun(store, "ana", "food", "office")
    (store.folder / "linked").symlink_to(store.folder)
    monkeypatch.chdir(store.folder)
    opened = store.open(Path(named))
    assert opened.path == ana.path
    assert sectors(store, changed(store, opened, "health")) == ["office", "food"]


def test_a_private_run_knows_the_record_again_that_was_named_by_a_link(store: RecordStore, tmp_path: Path) -> None:
    real = changed(store, replace(store.new(), path=tmp_path / "stick" / "maria.json"), "food")
    link = tmp_path / "link.json"
    link.symlink_to(real.path)
    private = MemoryStore(home=store.home)
    changed(private, private.open(link), "office")
    assert private.open(link).record.sector == "office" and store.open(real.path).record.sector == "food"


def test_a_computer_too_busy_to_try_a_passphrase_does_not_call_it_wrong(store: RecordStore) -> None:
    ana = sealed(store, begun(store, "ana", "food"))
    too_much(seal.key_path(ana.path))
    with pytest.raises(BadInput, match="too busy to open it just now"):
        asking(store).open(ana.path)
    plain = begun(store, "ben", "food")
    too_much(seal.key_path(plain.path.with_suffix(".age")))
    before = contents(store.home)
    with pytest.raises(BadInput, match="too busy to open it just now"):
        sealing.seal(store, plain, PASSPHRASE)
    assert contents(store.home) == before
