"""One sheet, whatever the record holds: the least important lines go first, until the page fits."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from navigator.formats.idea import Idea
from navigator.formats.outline import Block, Outline, outline_of
from navigator.formats.page import Page, Work

LONGEST_TITLE = 160
LONGEST_ITEM = 160


def _ideas(change: Callable[[Idea], Idea]) -> Callable[[Page], Page]:
    return lambda page: replace(page, ideas=tuple(change(i) for i in page.ideas))


def _did(most: int) -> Callable[[Page], Page]:
    return lambda page: replace(page, work=tuple(replace(w, did=w.did[:most]) for w in page.work))


def _most(**most: int) -> Callable[[Page], Page]:
    return lambda page: replace(page, **{name: getattr(page, name)[:n] for name, n in most.items()})


def _fewer_ideas(most: int) -> Callable[[Page], Page]:
    """Ideas after the first ones are told on a line each instead."""
    return lambda page: replace(page, ideas=page.ideas[:most], more=(*page.ideas[most:], *page.more))


def cut(text: str, most: int) -> str:
    """A text that is no longer than this."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _short_work(work: Work) -> Work:
    did = tuple(cut(d, 60) for d in work.did[:1])
    return replace(work, title=cut(work.title, 60), about=cut(work.about, 60), did=did)


def _short_words(page: Page) -> Page:
    """Somebody's own words, cut where they would fill the sheet alone."""
    names = ("contact", "claims", "papers", "languages", "backed")
    clipped: dict[str, Any] = {name: tuple(cut(t, 60) for t in getattr(page, name)[:3]) for name in names}
    return replace(page, title=cut(page.title, 60), work=tuple(map(_short_work, page.work[:4])), **clipped)


SHORTER: tuple[Callable[[Page], Page], ...] = (
    _ideas(lambda i: replace(i, first_step="")),  # the steps at the end say it for the ideas that matter
    _ideas(lambda i: replace(i, what="")),
    _most(more=3, elsewhere=2),
    _most(knows=4, claims=6),
    _did(4),
    _most(work=6),
    _most(more=2, elsewhere=1),
    _did(3),
    _ideas(lambda i: replace(i, why=i.why[:2])),
    _most(more=1),
    _most(work=5, papers=5, backed=2),
    _did(2),
    _most(more=0),
    _fewer_ideas(2),
    _ideas(lambda i: replace(i, missing=i.missing[:1], notes=i.notes[:1])),
    _ideas(lambda i: replace(i, ways_in="", leads="")),
    _most(more=1, elsewhere=0, knows=3, claims=3, lower=3),
    _short_words,
    _ideas(lambda i: replace(i, outlook="", why=i.why[:1])),
    _fewer_ideas(1),
    _most(more=1, knows=0, lower=1),
)
"""What is taken away, one after the other: first what is said twice, last what the page is for."""


def _trimmed(page: Page) -> Page:
    """The page without single texts that would fill it alone."""
    return replace(
        page,
        title=cut(page.title, LONGEST_TITLE),
        claims=tuple(cut(c, LONGEST_ITEM) for c in page.claims),
        papers=tuple(cut(p, LONGEST_ITEM) for p in page.papers),
        backed=tuple(cut(b, LONGEST_ITEM) for b in page.backed),
        work=tuple(_cut_work(w) for w in page.work),
    )


def _cut_work(work: Work) -> Work:
    did = tuple(cut(d, LONGEST_ITEM) for d in work.did)
    return replace(work, title=cut(work.title, LONGEST_ITEM), about=cut(work.about, LONGEST_ITEM), did=did)


def _taken(page: Page, which: Iterable[int]) -> Outline:
    """The page's words with some of it taken away."""
    for number in which:
        page = SHORTER[number](page)
    return outline_of(page)


def outlines_alike(pages: Iterable[Page]) -> list[list[Outline]]:
    """For each language of the page its forms, whole and then shorter and shorter: at one place the same is left out."""
    trimmed = [_trimmed(page) for page in pages]
    forms = dict.fromkeys(tuple(_taken(page, range(n)) for page in trimmed) for n in range(len(SHORTER) + 1))
    return [list(some) for some in zip(*forms, strict=True)]


def fitted_alike(pages: Iterable[Page], fits: Callable[[Outline], bool]) -> list[Outline]:
    """The page in each of its languages, in the fullest form in which all fit: the same is left out of each.

    What was taken away first is given back where what went later made room for it.
    """
    trimmed = [_trimmed(page) for page in pages]

    def fit(which: Iterable[int]) -> bool:
        chosen = tuple(which)
        return all(fits(_taken(page, chosen)) for page in trimmed)

    enough = next((n for n in range(len(SHORTER) + 1) if fit(range(n))), len(SHORTER))
    which = list(range(enough))
    for number in reversed(range(enough)):
        fewer = [n for n in which if n != number]
        if fit(fewer):
            which = fewer
    return [_taken(page, which) for page in trimmed]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How much goes on one printed sheet, in points: for formats whose lines only the printer breaks.

    ``size`` is that of the running text, ``wide`` how wide a letter is on the average, as a share of it.
    """

    width: float
    height: float
    size: float
    leading: float
    heading: float
    card: float
    gap: float = 1.0
    wide: float = 0.5

    def holds(self, outline: Outline) -> bool:
        """Whether the page is likely to fit."""
        return self.needed(outline) <= self.height

    def needed(self, outline: Outline) -> float:
        """About how high the page gets."""
        high = 2.2 * self.heading + sum(self._line(m) for m in outline.meta)
        for section in outline.sections:
            high += self.heading + sum(self._block(b) for b in section.blocks)
        return high + self.gap + sum(self._line(f.whole) * 0.92 for f in outline.foot) + self.size

    def _block(self, block: Block) -> float:
        named = self.leading * self.size if block.name else 0.0
        return named + (self.card if block.kind == "card" else 0.0) + sum(self._line(x.whole) for x in block.lines)

    def _line(self, text: str) -> float:
        rows = max(1, math.ceil(_width(text) * self.wide * self.size / self.width))
        return rows * self.leading * self.size + self.gap


def _width(text: str) -> int:
    """Letters of East Asian scripts are twice as wide as the others."""
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text)
