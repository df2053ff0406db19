"""data/skill_words.yaml: what people call the essential skills, read and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from navigator.catalogue.schema import Strict, Text
from navigator.catalogue.source import read_yaml
from navigator.domain.errors import Problem
from navigator.domain.framework import Framework, SkillWords
from navigator.engine.typed_words import plain

SKILLS = "skill_words.yaml"


class SkillWordsFile(Strict):
    format: Literal["navigator/skill-words/1"]
    asking: tuple[Text, ...]
    weak: tuple[Text, ...]
    more: tuple[Text, ...]
    skills: dict[str, tuple[Text, ...]]


def read_skill_words(path: Path) -> tuple[SkillWords | None, list[Problem]]:
    """The words, however they were written, in the form in which they are compared; or None with the problems."""
    file, problems = read_yaml(path, SkillWordsFile)
    if file is None:
        return None, problems
    named = {skill: _plain(words) for skill, words in file.skills.items()}
    return SkillWords(
        asking=_plain(file.asking), weak=_plain(file.weak), more=_plain(file.more), skills=named
    ), problems


def _plain(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain(word) for word in words))


def unknown_words(framework: Framework) -> Iterator[tuple[str, str, str]]:
    """What is named there and nothing else knows: the file, the sentence, and the text to find its line by."""
    said, known = framework.words, {s.id for s in framework.skills}
    yield from ((SKILLS, f"the skill {skill} is not known", f"{skill}:") for skill in said.skills if skill not in known)
    for word in (*said.asking, *said.weak, *said.more, *(w for words in said.skills.values() for w in words)):
        if not (word.isascii() and word.isalpha()):
            yield SKILLS, f"{word!r} is not one word of letters: it is never found", word
