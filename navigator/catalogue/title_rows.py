"""What the title index reads of its tables, and what makes a find less sure."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from navigator.domain.title import TitleFind


class Group(NamedTuple):
    """The titles of one SOC: which of them hold a word; each one's length as a vector, end of its code, and text."""

    holders: dict[str, list[int]]
    norms: list[float]
    ends: list[str]
    texts: list[str]


class Row(NamedTuple):
    """What one key says: the share of all titles that hold it, and each SOC's gain."""

    share: float
    gains: tuple[tuple[int, float], ...]


class Asked(NamedTuple):
    """The typed words by squared rarity, their length as a vector, how much of the main part is understood, and whether a
    whole word stands anywhere that no title holds."""

    words: dict[str, float]
    length: float
    known: float
    strange: bool


def group_of(body: str) -> Group:
    """The titles of one SOC as they are kept."""
    group = Group({}, [], [], [])
    for n, line in enumerate(body.split("\n")):
        end, norm, words, text = line.split("\t")
        group.norms.append(float(norm))
        group.ends.append(end)
        group.texts.append(text)
        for word in words.split(" "):
            group.holders.setdefault(word, []).append(n)
    return group


def narrowed_from(plain: tuple[TitleFind, ...], found: tuple[TitleFind, ...]) -> tuple[TitleFind, ...]:
    """What was found with the employer's words: never sure, where the title alone said something else."""
    same = plain and plain[0].code == found[0].code
    return found if same else tuple(map(less_sure, found))


def less_sure(find: TitleFind) -> TitleFind:
    """What was found for a word that had to be mended is a guess, however well the mended word fits."""
    return replace(find, sure="likely") if find.sure == "sure" else find
