"""Work that was done in another country: its papers are not known here until somebody has looked at them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from navigator.domain.life import MilitaryService
from navigator.domain.record import Experience, Record
from navigator.engine.standing import worked_as
from navigator.engine.title_words import folded
from navigator.engine.us_states import CODES, NAMES, without_accents

WHERE = ("in", "en")
"""What stands before a country in a title, in English and Spanish."""

NO_COUNTRY = (" new mexico", " nuevo mexico")
"""States of the US that end as a country does."""

_PLACES = (
    "hospital", "clinic", "clinica", "salud", "school", "escuela", "colegio", "university", "universidad", "factory", "fabrica",
    "maquila", "maquiladora", "farm", "finca", "ranch", "rancho", "hotel", "restaurant", "restaurante", "airport", "aeropuerto",
    "prison", "carcel", "army", "ejercito", "police", "policia", "city", "ciudad", "town", "village", "pueblo", "capital",
)  # fmt: skip
"""Where work is done: `a school of Honduras` is there, and what is cooked or sold may be of Mexico and made here."""

_PEOPLE = (
    "nurse", "enfermera", "enfermero", "enfermeria", "aide", "assistant", "asistente", "auxiliar", "midwife", "partera",
    "doctor", "doctora", "medico", "medica", "dentist", "dentista", "pharmacist", "teacher", "maestra", "maestro", "profesor",
    "profesora", "accountant", "contador", "contadora", "engineer", "ingeniero", "ingeniera", "lawyer", "abogado", "abogada",
    "electrician", "electricista", "mechanic", "mecanico", "welder", "soldador", "driver", "chofer", "cook", "cocinera",
    "cocinero",
)  # fmt: skip
"""Who may be said to be from a country: `a nurse from Guatemala`."""

_PIECES = re.compile(r"[,;|/()]|\s[-–—]\s")
_DAY = re.compile(r"\b(?:exp(?:ires|ired)?|valid|issued|until|through|since|from)\b\.?|[\d:.]", re.IGNORECASE)
"""What a day is told with, behind a place."""
_TIME = re.compile(
    r"\b(?:for|por|since|desde)?\s*\d+\s*(?:years?|yrs?|months?|años?|anos?|mes(?:es)?)?\b", re.IGNORECASE
)
"""How long somebody did it, or since when."""


def abroad(record: Record, countries: Iterable[str], service: MilitaryService) -> frozenset[str]:
    """The occupations that were only done in another country, as far as the record says where."""
    known = tuple(map(_plain, countries))
    there: set[str] = set()
    here: set[str] = set()
    for job in record.experience:
        (there if _is_there(job, known) else here).add(worked_as(job, service))
    return frozenset(there - here - {""})


def done_abroad(job: Experience, countries: Iterable[str]) -> bool:
    """Whether a job was in another country, as far as its place or title says."""
    return _is_there(job, tuple(map(_plain, countries)))


def without_country(title: str, countries: Iterable[str]) -> str:
    """A title without the country behind it: `enfermera en El Salvador` is `enfermera`; as it is where none is named."""
    countries = tuple(countries)
    said = _without_towns(f"{title} ", countries).casefold()
    ends = (said.find(f" {w} {without_accents(c).casefold()} ") for c in countries for w in WHERE)
    at = min((end for end in ends if end > 0), default=len(title))
    return title[:at]


def names_country(text: str, countries: Iterable[str]) -> bool:
    """Whether the last words of a line, but for a day, are another country: `license, El Salvador, 2010`."""
    pieces = [said for piece in _PIECES.split(text) if (said := _plain(_DAY.sub(" ", piece)))]
    last = f" {pieces[-1]}" if pieces else ""
    return not last.endswith(NO_COUNTRY) and any(last.endswith(f" {_plain(c)}") for c in countries)


def _is_there(job: Experience, known: tuple[str, ...]) -> bool:
    """Whether the place ends in another country, or the title names one: "nurse in El Salvador", not "in Peru, Indiana"."""
    place, title = f" {_plain(job.place)}", f" {_plain(_without_towns(job.title, known))} "
    if place.endswith(NO_COUNTRY):
        return False
    if any(place.endswith(f" {c}") or any(f" {w} {c} " in title for w in WHERE) for c in known):
        return True
    return _ends_there(_without_towns(job.title, known), known)


def _ends_there(title: str, known: tuple[str, ...]) -> bool:
    """Whether a title ends in a country by itself (`nurse, Guatemala`), or a part of it in a place or a person of one."""
    pieces = [said for piece in _PIECES.split(title) if (said := _plain(_TIME.sub(" ", piece)))]
    if not pieces or not known:
        return False
    if len(pieces) > 1 and pieces[-1] in known:
        return True
    ending = [said for said in pieces if said.endswith(known)]  # nearly none, and the pattern takes long to make ready
    return any(_of_there(known).search(said) for said in ending)


@lru_cache(maxsize=4)
def _of_there(known: tuple[str, ...]) -> re.Pattern[str]:
    """A place or a person, and behind it that it is of a country: `Hospital General de México`, `nurse from Peru`."""
    who = rf"(?:(?:{'|'.join(_PLACES)})(?: (?!de |of |from )\w+)?|{'|'.join(_PEOPLE)})"
    return re.compile(rf"\b{who} (?:de|of|from) (?:{'|'.join(map(re.escape, known))})$")


@lru_cache(maxsize=4)
def _towns(countries: tuple[str, ...], capitals: bool) -> re.Pattern[str]:
    """The name of a country, a word or two of a town (`Panama City`), and a US state behind it. Where all stands in
    ``capitals``, `IN` and `DE` may be words: two letters are a state behind a comma only."""
    letters = rf"\s*,\s*(?:{CODES})" if capitals else rf"(?:\s*,\s*|\s+)(?:{CODES})"
    named = "|".join(re.escape(without_accents(c)) for c in sorted(countries, key=len, reverse=True))
    return re.compile(rf"\b(?i:{named})(?:\s+[A-Z]\w+){{0,2}}(?:(?:\s*,\s*|\s+)(?i:{NAMES})|{letters})\b")


def _without_towns(text: str, countries: tuple[str, ...]) -> str:
    """A text without the towns of the US that are called as a country is, as long as it was: `nurse in Peru, Indiana`."""
    bare = without_accents(text)
    low = bare.casefold()
    if not any(without_accents(c).casefold() in low for c in countries):  # the pattern takes long to make ready
        return bare
    return _towns(countries, bare.isupper()).sub(lambda found: "." * len(found[0]), bare)


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in folded(text)).split())
