"""English words on a page in another language, found so that a program that reads aloud says them as English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from navigator.i18n import language

ALIKE = {"es": frozenset({
    "actor", "barista", "bartender", "ceo", "chef", "cma", "cna", "crna", "director", "dj", "editor",
    "hha", "lpn", "lvn", "ma", "mlt", "np", "ot", "pa", "pastor", "pca", "pt", "rn", "rt", "tutor",
})}  # fmt: skip
"""By language: names of work that stand in it as they do in English. Said in it they are understood, and need no mark."""


def runs(names: Sequence[str]) -> list[str]:
    """The English in a row of names, joined as it is told, without those that are the same in both languages."""
    found: list[list[str]] = [[]]
    for name in names:
        if name.casefold() in ALIKE.get(language(), ()):
            found.append([])
        else:
            found[-1].append(name)
    return [", ".join(run) for run in found if run]


def in_english(text: str, names: Sequence[str]) -> str:
    """A text for a page in HTML, escaped, with the English names in it marked, so that a screen reader says them as English."""
    from markupsafe import Markup

    if not names:
        return text
    marked = Markup('<span lang="en">{}</span>')
    return Markup("").join(marked.format(part) if english else part for part, english in pieces(text, names))


def pieces(text: str, names: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether it is one of the English names or texts, however they are capitalised."""
    if not names:
        yield text, False
        return
    longest_first = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    parts = re.split(rf"(?<!\w)({longest_first})(?!\w)", text, flags=re.IGNORECASE)
    yield from ((part, n % 2 == 1) for n, part in enumerate(parts) if part)


def patterns(names: Iterable[str]) -> list[str]:
    """The same for a typst template: one pattern for all names, or none. Its patterns know no look behind or ahead."""
    longest_first = sorted(dict.fromkeys(names), key=len, reverse=True)
    each = (_border(n[:1]) + re.escape(n) + _border(n[-1:]) for n in longest_first if n)
    all_of_them = "|".join(each)
    return [f"(?i){all_of_them}"] if all_of_them else []


def _border(letter: str) -> str:
    return r"\b" if letter.isalnum() else ""
