"""Spanish words as they sound: who learned to write by ear puts `v` for `b`, `s` for `c` or `z`, and leaves out the `h`."""

from __future__ import annotations

import re
from functools import lru_cache

_FOLDS = (
    ("ch", "C"),  # one sound of its own: its `h` is not silent
    ("h", ""),
    ("v", "b"),
    ("ll", "y"),
    ("rr", "r"),
    ("z", "s"),
)
_C_AS_S = re.compile(r"s?c(?=[ei])")
_K = re.compile(r"qu(?=[ei])|[cq]")
_G_AS_J = re.compile(r"g(?=[ei])")
_HARD_G = re.compile(r"gu(?=[ei])")
_Y_AS_I = re.compile(r"y(?![aeiou])")


@lru_cache(maxsize=50_000)
def by_ear(word: str) -> str:
    """A word, in lower case and without accents, in the one spelling of all that sound the same."""
    for written, sound in _FOLDS:
        if written in word:
            word = word.replace(written, sound)
    word = _K.sub("k", _C_AS_S.sub("s", word))
    word = _HARD_G.sub("g", _G_AS_J.sub("j", word))
    return _Y_AS_I.sub("i", word)
