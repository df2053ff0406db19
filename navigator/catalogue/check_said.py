"""Do the words that people say or agree to name things we know? What statements of interest are about, and what is ruled out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from navigator.domain.framework import Framework
from navigator.domain.matching import Matching
from navigator.domain.occupation import Occupation
from navigator.engine.title_words import folded

Found = tuple[str, str, str]
"""The file, the sentence, and the text to find its line by."""


def unknown_marks(framework: Framework, matching: Matching, occupations: Sequence[Occupation]) -> Iterator[Found]:
    """Statements of interest that are about something that no figure tells: an activity (or how several
    begin), an area of knowledge, a skill, or something that can be ruled out."""
    skills = {n.element for o in occupations for n in o.skills}
    known = {k.id for k in framework.knowledge} | skills | {c.id for c in matching.cannot}
    for said in framework.statements:
        for mark in said.about:
            of_several = any(a.id.startswith(mark) for a in framework.activities)
            if occupations and mark not in known and not of_several:
                yield "interests.yaml", f"{said.id}: what it is about, {mark}, is not known", f"id: {said.id}"


def unsaid(matching: Matching) -> Iterator[Found]:
    """What can be ruled out without words for it, words for what cannot be, and words that are never found as they stand."""
    kinds, told = {c.id for c in matching.cannot}, [s.id for s in matching.ruled_out]
    for kind in sorted(kinds - {*told}):
        yield "matching.yaml", f"ruled_out has no words for {kind}", f"id: {kind}"
    for kind in dict.fromkeys(told):
        if kind not in kinds:
            yield "matching.yaml", f"ruled_out: {kind} is nothing that can be ruled out", f"id: {kind}, words"
        if told.count(kind) > 1:
            yield "matching.yaml", f"ruled_out: {kind} stands {told.count(kind)} times", f"id: {kind}, words"
    places: dict[str, str] = {}
    for saying in matching.ruled_out:
        for text in (*saying.words, *saying.but):
            if text != folded(text):
                yield "matching.yaml", f"ruled_out: write {text!r} as {folded(text)!r}", f"id: {saying.id}, words"
        for word in saying.words:
            if places.setdefault(word, saying.id) != saying.id:
                yield (
                    "matching.yaml",
                    f"ruled_out: {word!r} stands for {places[word]} and {saying.id}",
                    f"id: {saying.id}, words",
                )
