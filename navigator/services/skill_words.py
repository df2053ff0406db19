"""What somebody means who says what they could do more of: `if I could do more of computers`, `more numbers`, `driving`.

The everyday words are data: `data/skill_words.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Container

from navigator.domain.framework import Framework
from navigator.engine.title_words import stem
from navigator.engine.typed_words import plain

MOST_ACTIVITIES = 10
"""A word that more activities than this have in common says too little."""


def skills_meant(framework: Framework, text: str) -> tuple[str, ...]:
    """The ids of the skills that a text names, in their usual order; none where any word of it speaks of something else."""
    asking = frozenset(framework.words.asking)
    meant = _meant(framework, text)
    if not meant:
        return ()
    also = framework.words.skills
    named = {s.id: _stems(asking, s.id, s.name, *also.get(s.id, ())) for s in framework.skills}
    told = {s.id: named[s.id] | _stems(asking, s.definition) for s in framework.skills}
    for vocabulary in (named, told):
        whole = tuple(skill for skill, known in vocabulary.items() if meant <= known)
        if whole:
            return whole
    each = tuple(skill for skill, known in named.items() if meant & known)
    return each if meant <= {word for skill in each for word in named[skill]} else ()


def activities_meant(framework: Framework, text: str) -> tuple[str, ...]:
    """The ids of the activities that have all words of a text; none where they are too many to mean one thing."""
    asking, meant = frozenset(framework.words.asking), _meant(framework, text)
    found = tuple(a.id for a in framework.activities if meant and meant <= _stems(asking, a.do, a.did))
    return found if len(found) <= MOST_ACTIVITIES else ()


def says_more(framework: Framework, text: str) -> bool:
    """Whether somebody speaks of doing more of a thing, and not of getting a paper or of going to school."""
    return not set(framework.words.more).isdisjoint(_words(text))


def _meant(framework: Framework, text: str) -> set[str]:
    """The words that name a thing, as they are compared."""
    asking, weak = set(framework.words.asking), set(framework.words.weak)
    words = [w for w in _words(text) if w not in asking]
    return {stem(w) for w in words if w not in weak} or {stem(w) for w in words}


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+|\d+", plain(text))


def _stems(asking: Container[str], *texts: str) -> set[str]:
    """The words of some texts as they are compared, without those that only ask."""
    words = [w for text in texts for w in _words(text) if w not in asking]
    return {stem(w) for w in words}
