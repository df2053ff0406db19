"""A key that stands twice in one place of a YAML file: a parser takes the last and never says so; we tell both lines' owner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from navigator.i18n import N_, _

TWICE = N_("the key {key!r} stands twice in one place: keep it once")


def keys_twice(top: Any) -> Iterator[tuple[str, int]]:
    """What to say of each key that stands a second time in one mapping, and its line (from 1), in the order of the file.

    ``top`` is a node as a YAML parser composes it, or None: a scalar's value is a text, that of a list its nodes, that of a
    mapping pairs of nodes. What an alias leads to is looked at once.
    """
    waiting: list[Any] = [top] if top is not None else []
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen or not isinstance(node.value, list):
            continue
        seen.add(id(node))
        pairs = [n for n in node.value if isinstance(n, tuple)]
        keys: set[tuple[str, str]] = set()
        for key, _value in pairs:
            if isinstance(key.value, str) and (said := (key.tag, key.value)) in keys:
                yield _(TWICE).format(key=key.value), key.start_mark.line + 1
            elif isinstance(key.value, str):
                keys.add(said)
        waiting += reversed([value for _key, value in pairs] or node.value)
