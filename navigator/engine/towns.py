"""Which state somebody names: by its letters, by its name, or by a city of it. Pure.

A city's name that two states share is never guessed: all states come back, and whoever asked names them.
"""

from __future__ import annotations

from collections.abc import Mapping

from navigator.engine.typed_words import plain

ONE_NAME = {"saint": "st", "fort": "ft", "mount": "mt"}
"""Words of names that are written in two ways."""

COUNTRY = frozenset({"us", "usa", "eeuu"})
"""What may stand behind a state."""

_LEFT_OUT = str.maketrans({".": "", "'": "", "\u2019": "", "-": " ", ",": " "})


def folded(text: str) -> str:
    """The name of a place as it is compared: `Ft. Worth` and `Fort Worth`, `Winston-Salem` and `winston salem`."""
    return " ".join(ONE_NAME.get(word, word) for word in plain(text).translate(_LEFT_OUT).split())


def states_meant(text: str, states: Mapping[str, str], cities: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The states that a text may mean: one where it is clear, several for a city's name that they share, none otherwise.

    ``states``: letters to name. ``cities``: each city's folded name to the letters of its states.
    """
    words = text.replace(",", " , ").split()
    while len(words) > 1 and (words[-1] == "," or folded(words[-1]) in COUNTRY):
        words = words[:-1]
    said = folded(" ".join(words))
    by_name = {folded(name): code for code, name in states.items()} | {code.casefold(): code for code in states}
    if said in by_name:
        return (by_name[said],)
    if said in cities:
        return tuple(code for code in cities[said] if code in states)
    behind = _behind(words, by_name, cities)
    return (behind,) if behind else ()


def _behind(words: list[str], by_name: Mapping[str, str], cities: Mapping[str, tuple[str, ...]]) -> str:
    """The state that stands behind a city: `Springfield, IL`, `el paso tx`, `Portland Oregon`."""
    for at in range(1, len(words)):  # the longest first: `West Virginia` ends in `Virginia`
        code = by_name.get(folded(" ".join(words[at:])), "") if words[at] != "," else ""
        if code and (_is_name(words[at:], code) or words[at - 1] == "," or folded(" ".join(words[:at])) in cities):
            return code
    return ""


def _is_name(words: list[str], code: str) -> bool:
    """Whether a state is named in full, or by capitals: `in`, `or`, `me` are words too."""
    return folded(" ".join(words)) != code.casefold() or words[-1].isupper()
