"""The catalogue in another language, or in two side by side: the same shapes, with the words that there are laid over."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from navigator.catalogue import laid
from navigator.catalogue.languages import Words, words_of
from navigator.catalogue.store import Catalogue
from navigator.catalogue.title_rows import less_sure
from navigator.domain.framework import Framework
from navigator.domain.occupation import NATION, Occupation
from navigator.engine.life_words import is_service_alone
from navigator.i18n import N_, Speech

if TYPE_CHECKING:
    from navigator.domain.pathway import Edge, Spot
    from navigator.domain.resource import Resource
    from navigator.domain.title import TitleFind

T = TypeVar("T")
COUNTRY = N_("United States")

ENOUGH = 8
"""Finds in each language before they become one list."""


class SpokenCatalogue(Catalogue):
    """Occupations, framework, guide and help in the words of a language; in English where nobody has written any."""

    def __init__(self, folder: Path, center_file: Path | None, speech: Speech) -> None:
        super().__init__(folder, center_file)
        self.language = speech.code
        self.words: Words | None = words_of(speech.code)
        self.other = SpokenCatalogue(folder, center_file, speech.beside) if speech.beside else None

    def _decoded(self, key: str, shape: type[T]) -> T:
        ours = super()._decoded(key, shape)
        if self.words is not None:
            ours = self._laid(key, ours, self.words)
        return ours if self.other is None else laid.twinned(ours, self.other._decoded(key, shape))

    def _laid(self, key: str, ours: Any, words: Words) -> Any:
        if key == "framework":
            return laid.framework(ours, words.part)
        if key not in laid.PARTS:
            return ours
        file, lay = laid.PARTS[key]
        return lay(ours, words.part(file))

    @cached_property
    def framework(self) -> Framework:
        """The words of the inventory; a center's own file is laid over both languages."""
        return super().framework

    def _said(self, occupation: Occupation) -> Occupation:
        ours = occupation
        if self.words is not None:
            ours = laid.occupation(occupation, self.words.occupation(occupation.code))
        return ours if self.other is None else laid.twinned(ours, self.other._said(occupation))

    def occupation(self, code: str) -> Occupation:
        """One occupation by code, in this language's words where there are some. Raises NotFound."""
        return self._said(super().occupation(code))

    def occupations(self, codes: Iterable[str] | None = None) -> list[Occupation]:
        """Many occupations at once: those named, in their order, or all by code."""
        if codes is not None:
            return [self.occupation(c) for c in codes]
        return [self._said(o) for o in super().occupations()]

    @cached_property
    def areas(self) -> dict[str, str]:
        """Postal code to the name of a state: those stay. The nation is said in this language."""
        ours = super().areas
        if self.words is None or NATION not in ours:
            return ours
        return ours | {NATION: self.words.sentences.gettext(COUNTRY)}

    def untranslated(self, code: str) -> bool:
        """Whether an occupation is only told in English, although another language is spoken."""
        return self.words is not None and code not in self.words.names

    @cached_property
    def names(self) -> dict[str, str]:
        """Code to the title a worker reads."""
        ours = super().names | {c: n for c, n in (self.words.names if self.words else {}).items() if n}
        return ours if self.other is None else laid.twinned(ours, self.other.names)

    def spot(self, code: str) -> Spot | None:
        """One occupation as a place on the way, or None."""
        ours = super().spot(code)
        if ours is not None and self.words is not None:
            ours = laid.spot(ours, self.words.occupation(code))
        return ours

    def steps_from(self, code: str) -> tuple[Edge, ...]:
        """The steps that lead from one occupation."""
        ours = super().steps_from(code)
        if self.words is None:
            return ours
        said = self.words.occupation(code)
        return tuple(laid.edge(e, said) for e in ours)

    @cached_property
    def _help_said(self) -> tuple[dict[str, Any], dict[str, str]]:
        if self.words is None:
            return {}, {}
        entries = self.words.part("resources").get("entries", {})
        more = self.words.part("states").get("phrases", {})
        return entries, laid.phrases(super().resources(NATION), entries, more)

    def resources(self, area: str) -> list[Resource]:
        """The help we know of in the nation and in one area."""
        entries, known = self._help_said
        return [laid.resource(r, entries.get(r.id, {}), known) for r in super().resources(area)]

    def find_titles(self, text: str, limit: int = 5, context: str = "") -> tuple[TitleFind, ...]:
        """The occupations behind a title, in this language's words or in English ones."""
        english = super().find_titles(text, max(limit, ENOUGH), context)
        words = self.words or (self.other.words if self.other else None)
        if words is None or is_service_alone(text, self.framework.service):
            return english
        from navigator.engine.foreign_titles import find, merged

        told, guessed = self._titles.words.told(text)  # `limpiaba cuartos` is no `operador de cuarto limpio`
        ours = find(told or text, words.index, max(limit, ENOUGH))
        return merged(tuple(map(less_sure, ours)) if guessed else ours, english, limit)
