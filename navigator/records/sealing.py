"""Seal a record, unseal it, change its passphrase. Whatever moment it is cut short at, nothing is lost.

Sealing writes all sealed files first and looks whether they open; then it takes the plain record away, and then the
plain saves. While the plain record is there, every plain save is there too, so that sealing can simply begin again.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from navigator.domain.errors import BadInput, BadRecord, CannotWrite
from navigator.i18n import _
from navigator.records import atomic, codec
from navigator.records.history import PLAIN, History, Undone
from navigator.records.lock import alone
from navigator.records.seal import (
    SEALED,
    DamagedKey,
    Key,
    TooBusy,
    is_sealed,
    key_of,
    key_path,
    new_key,
    read_key_file,
    unwrapped,
    wrapped,
)
from navigator.records.store import HISTORY_KEPT, Opened, RecordStore
from navigator.records.where import read, sealed_of, sibling


def seal(store: RecordStore, opened: Opened, passphrase: str) -> Opened:
    """The record and its history, sealed under a passphrase; no plain file of ours is left. Raises BadInput, CannotWrite."""
    if is_sealed(opened.path):
        raise BadInput(_("{path} is sealed already.").format(path=opened.path))
    _check(passphrase)
    opened = store.with_own_id(opened)
    with alone(opened.path.parent):
        sealed = _sealed(store, opened, passphrase)
    return store.open(sealed)


def _sealed(store: RecordStore, opened: Opened, passphrase: str) -> Path:
    path, sealed = opened.path, sealed_of(opened.path)
    key = _key_for(sealed, opened.record.id, passphrase)
    history = History(store.history_of(path, opened.record.id).folder)
    plain, saves = read(path), [p for p in history.files() if p.suffix == PLAIN]
    _keep_other(history, sealed, key, (path, *saves))
    for save in saves:
        _put(key, save.read_bytes(), save.with_suffix(SEALED))
    _put(key, plain, sealed)
    store.keys[sealed] = key
    used = path.parent == store.folder and store.current() == path
    path.unlink()
    for left in store.left_of(sealed, history):
        left.unlink(missing_ok=True)
    history.sweep()
    _pass_over(history)
    if used:
        store.use(sealed)
    return sealed


def _key_for(sealed: Path, record_id: str, passphrase: str) -> Key:
    """A new key, put beside; or the one that is there, where sealing this very record was cut short. Raises BadInput,
    and BadRecord for a key that is torn."""
    kept = key_path(sealed)
    if not kept.exists() and not sealed.exists():
        key = new_key()
        atomic.write_whole(kept, wrapped(key.file(), passphrase))
        return key
    try:
        key = key_of(unwrapped(read_key_file(kept), passphrase, kept), kept)
        if not sealed.exists() or codec.decoded(key.decrypted(read(sealed), sealed), sealed).id == record_id:
            return key
    except (TooBusy, DamagedKey):
        raise
    except (BadInput, BadRecord):  # said below: whosever it is, it stays as it is
        pass
    raise BadInput(
        _(
            "{file} is there already, and it is another record, or another passphrase opens it. Nothing was changed. Rename one of the two records, then seal again."
        ).format(file=sealed if sealed.exists() else kept)
    )


def _keep_other(history: History, sealed: Path, key: Key, have: Iterable[Path]) -> None:
    """An older or newer version in the sealed file, that none of the plain files has, goes to the saves before that file is
    written anew."""
    if not sealed.exists():
        return
    data = read(sealed)
    if key.decrypted(data, sealed) not in {path.read_bytes() for path in have}:
        history.keep(data, SEALED, HISTORY_KEPT)


def _check(passphrase: str) -> None:
    if not passphrase:
        raise BadInput(_("An empty passphrase seals nothing. Nothing was changed."))


def _put(key: Key, plain: bytes, target: Path) -> None:
    """A sealed copy, read back before anything plain is taken away."""
    atomic.write_whole(target, key.encrypted(plain))
    if key.decrypted(target.read_bytes(), target) != plain:
        raise CannotWrite(_("{path} did not read back as it was written. Nothing was taken away.").format(path=target))


def _pass_over(history: History) -> None:
    """Undo goes on from the files as they are now: what was undone before stays passed over."""
    undone = history.undone
    if undone != Undone():
        history.note(Undone(passed=(*undone.passed, *undone.later, undone.at)))


def unseal(store: RecordStore, opened: Opened) -> Opened:
    """The record and its history as plain files again. Raises BadInput, BadRecord, CannotWrite."""
    if not is_sealed(opened.path):
        raise BadInput(_("{path} is not sealed.").format(path=opened.path))
    store.key(opened.path)
    opened = store.with_own_id(opened)
    with alone(opened.path.parent):
        plain = _unsealed(store, opened)
    return store.open(plain)


def _unsealed(store: RecordStore, opened: Opened) -> Path:
    sealed, plain = opened.path, sibling(opened.path)
    key, history = store.key(sealed), History(store.history_of(sealed, opened.record.id).folder)
    data = key.decrypted(read(sealed), sealed)
    _check_free(plain, opened.record.id)
    for path in history.files():
        if is_sealed(path) and not path.with_suffix(PLAIN).exists():
            atomic.write_whole(path.with_suffix(PLAIN), key.decrypted(path.read_bytes(), path))
    if plain.exists() and read(plain) not in {data, *(p.read_bytes() for p in history.files())}:
        history.keep(read(plain), PLAIN, HISTORY_KEPT)
    atomic.write_whole(plain, data)
    used = sealed.parent == store.folder and store.current() in (sealed, plain)
    sealed.unlink()
    for path in history.files():
        path.with_suffix(SEALED).unlink(missing_ok=True)
    _pass_over(history)
    key_path(sealed).unlink(missing_ok=True)
    store.keys.pop(sealed, None)
    if used:
        store.use(plain)
    return plain


def _check_free(plain: Path, record_id: str) -> None:
    """A plain file of the same name is this very record, left by an unsealing cut short. Raises BadInput for another."""
    if plain.exists() and codec.id_in(read(plain)) != record_id:
        raise BadInput(
            _(
                "{file} is there already, and it is another record. Nothing was changed. Rename it, then unseal again."
            ).format(file=plain)
        )


def check_sealed(opened: Opened) -> None:
    """Refuse a record that has no passphrase. Raises BadInput."""
    if not is_sealed(opened.path):
        raise BadInput(
            _("{path} is not sealed, so it has no passphrase. 'navigator record seal' gives it one.").format(
                path=opened.path
            )
        )


def change_passphrase(store: RecordStore, opened: Opened, passphrase: str) -> Path:
    """Wrap the same key anew; the record is not touched. The key's file. Raises BadInput, CannotWrite."""
    check_sealed(opened)
    _check(passphrase)
    data = wrapped(store.key(opened.path).file(), passphrase)
    unwrapped(data, passphrase, key_path(opened.path))
    atomic.write_whole(key_path(opened.path), data)
    return key_path(opened.path)
