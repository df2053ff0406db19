"""Seal a record, unseal it, change its passphrase. Whatever moment it is cut short at, nothing is lost.

Sealing writes all sealed files first and looks whether they open; then it takes the plain record away, and then the
plain saves. While the plain record is there, every plain save is there too, so that sealing can simply begin again.
"""

from __future__ import annotations

from pathlib import Path

from navigator.domain.errors import BadInput, CannotWrite
from navigator.i18n import _
from navigator.records import atomic
from navigator.records.history import PLAIN, History, Undone
from navigator.records.seal import SEALED, Key, is_sealed, key_path, new_key, unwrapped, wrapped
from navigator.records.store import Opened, RecordStore
from navigator.records.where import read


def seal(store: RecordStore, opened: Opened, passphrase: str) -> Opened:
    """The record and its history, sealed under a passphrase; no plain file of ours is left. Raises BadInput, CannotWrite."""
    path = opened.path
    if is_sealed(path):
        raise BadInput(_("{path} is sealed already.").format(path=path))
    _check(passphrase)
    key, history = new_key(), store.history_of(path, opened.record.id)
    atomic.write_whole(key_path(path), wrapped(key.file(), passphrase))
    sealed = path.with_suffix(SEALED)
    plain = read(path)
    for source, target in ((p, p.with_suffix(SEALED)) for p in history.files() if p.suffix == PLAIN):
        _put(key, source.read_bytes(), target)
    _put(key, plain, sealed)
    store.keys[sealed] = key
    used = store.current() == path
    path.unlink()
    history.sweep()
    _pass_over(history)
    if used:
        store.use(sealed)
    return store.open(sealed)


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
    sealed = opened.path
    if not is_sealed(sealed):
        raise BadInput(_("{path} is not sealed.").format(path=sealed))
    key, history = store.key(sealed), store.history_of(sealed, opened.record.id)
    for path in history.files():
        if is_sealed(path) and not path.with_suffix(PLAIN).exists():
            atomic.write_whole(path.with_suffix(PLAIN), key.decrypted(path.read_bytes(), path))
    plain = sealed.with_suffix(PLAIN)
    atomic.write_whole(plain, key.decrypted(read(sealed), sealed))
    used = store.current() in (sealed, plain)
    sealed.unlink()
    for path in history.files():
        path.with_suffix(SEALED).unlink(missing_ok=True)
    _pass_over(history)
    key_path(sealed).unlink(missing_ok=True)
    store.keys.pop(sealed, None)
    if used:
        store.use(plain)
    return store.open(plain)


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
    unwrapped(data, passphrase)
    atomic.write_whole(key_path(opened.path), data)
    return key_path(opened.path)
