"""What somebody means who says what they could do more of: `if I could do more of computers`, `more numbers`, `driving`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from navigator.domain.framework import Activity, Skill
from navigator.engine.title_words import stem
from navigator.engine.typed_words import plain


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ASKING = _set(
    "what if i could can would do did was were am be being been had have got get getting more much most lot lots of at in on to "
    "for a an the my me with and or some better good best improve improved skill skills that than this it is wish deal dealing "
    "que si yo pudiera puedo podria hacer hiciera mas mucho mejor de del en con para por el la los las un una mi me y o "
    "habilidad habilidades fuera"
)
"""Words that only ask; what is left names the skill."""

_WEAK = _set(
    "learn use used using work working job thing things new handle take taking know people time stuff "
    "aprender usar trabajo trabajar cosas gente"
)
"""Words that name a skill only where nothing else does: `learn computers` is about computers."""

_ALSO = {
    "listening": "hear hearing escuchar",
    "speaking": "talk talking talker present presenting presentations communicate communicating communication hablar",
    "reading": "leer",
    "writing": "email emails letters reports spelling escribir",
    "numbers": "math maths mathematics arithmetic counting money budgets matematicas numeros dinero",
    "problem-solving": "problem problems troubleshooting resolver problemas",
    "planning": "organizing organize organized scheduling schedule schedules planear organizar",
    "teamwork": "team teams equipo",
    "helping": "help care caring caregiving customer customers service serving ayudar cuidar clientes",
    "adapting": "adapt calm patience stress flexible change changes",
    "learning": "aprender",
    "dependability": "dependable reliable reliability honest honesty punctual",
    "leading": "lead leader leadership manage manager managing supervise supervising teach teaching coaching boss liderar dirigir",
    "computers": "computer computing typing software excel word spreadsheet spreadsheets internet technology tech phone phones "
                 "tablet computadora computadoras celular",
    "hands-on": "hand hands tool tools machine machines fix fixing repairing repairs handy herramientas manos maquinas",
}  # fmt: skip
"""Everyday words for a skill that stand neither in its name nor in its id, in English and Spanish."""


def skills_meant(skills: Sequence[Skill], text: str) -> tuple[str, ...]:
    """The ids of the skills that a text names, in their usual order; none where any word of it speaks of something else."""
    meant = _meant(text)
    if not meant:
        return ()
    named = {s.id: _stems(s.id, s.name, _ALSO.get(s.id, "")) for s in skills}
    told = {s.id: named[s.id] | _stems(s.definition) for s in skills}
    for vocabulary in (named, told):
        whole = tuple(skill for skill, known in vocabulary.items() if meant <= known)
        if whole:
            return whole
    each = tuple(skill for skill, known in named.items() if meant & known)
    return each if meant <= {word for skill in each for word in named[skill]} else ()


MOST_ACTIVITIES = 10
"""A word that more activities than this have in common says too little."""


def activities_meant(activities: Sequence[Activity], text: str) -> tuple[str, ...]:
    """The ids of the activities that have all words of a text; none where they are too many to mean one thing."""
    meant = _meant(text)
    found = tuple(a.id for a in activities if meant and meant <= _stems(a.do, a.did))
    return found if len(found) <= MOST_ACTIVITIES else ()


def says_more(text: str) -> bool:
    """Whether somebody speaks of doing more of a thing, and not of getting a paper or of going to school."""
    return not {"more", "mas"}.isdisjoint(_words(text))


def _meant(text: str) -> set[str]:
    """The words that name a thing, as they are compared."""
    words = [w for w in _words(text) if w not in _ASKING]
    return {stem(w) for w in words if w not in _WEAK} or {stem(w) for w in words}


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+|\d+", plain(text))


def _stems(*texts: str) -> set[str]:
    """The words of some texts as they are compared, without those that only ask."""
    words = [w for text in texts for w in _words(text) if w not in _ASKING]
    return {stem(w) for w in words}
