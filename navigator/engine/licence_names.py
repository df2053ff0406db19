"""Which licence of our list a certificate is, by its name: its short name as a word of its own, or nearly the same words."""

from __future__ import annotations

import re
from collections.abc import Mapping

ENOUGH = 88
"""From this likeness on (rapidfuzz, of 100) two names are taken for one; below it nothing is guessed."""

LONGEST = 4
"""Words of a name in which a shorter licence's name may be found; a longer one is about something else."""

_NOT_MANAGER = re.compile(r"\bserv ?safe\b(?=.*\b(?:handler|alcohol))|(?<=handler )\W?serv ?safe\b", re.IGNORECASE)
"""Who gives more than one paper: their name alone means the manager's."""
_SHORT = re.compile(r"\b(?:[A-Z][A-Za-z]*[A-Z]+\w*|[A-Z]{2,})(?:-\d+)?\b")
_PLAIN = re.compile(r"\b(?:certificate|certification|certified|card|licen[cs]e|class)\b")
_BRACKETS = re.compile(r"\([^)]*\)")
_IDLE = re.compile(
    r"\b(?:certificate|certification|certified|card|licen[cs]ed?|registered|state|the|a|of|in|my|training|permit|test|or)\b"
)


def licence_named(name: str, licences: Mapping[str, str]) -> str:
    """The id of the licence that a name means; empty where none is clearly meant."""
    from rapidfuzz.fuzz import token_sort_ratio

    name = _NOT_MANAGER.sub(" ", name)
    for same in (_slug(name), _slug(_PLAIN.sub(" ", name.casefold()))):
        if same in licences:
            return same
    capital = {w.casefold() for w in _SHORT.findall(name)} | ({name.strip().casefold()} - {""})
    by_short = [i for i, said in licences.items() if capital & {w.casefold() for w in _shorts(said)}]
    if len(by_short) == 1:
        return by_short[0]
    wanted = _bare(name)
    scored = sorted(((token_sort_ratio(wanted, _bare(said)), i) for i, said in licences.items()), reverse=True)
    if not wanted or not scored or scored[0][0] < ENOUGH:
        return _within(name, licences)
    tied = len(scored) > 1 and scored[1][0] == scored[0][0]
    return "" if tied or _are_of_others(wanted, scored[0][1], licences) else scored[0][1]


def _are_of_others(wanted: str, best: str, licences: Mapping[str, str]) -> bool:
    """Whether all words of a name stand in the names of other licences only: a commercial driver is no commercial diver."""
    said = {word for word in wanted.split() if len(word) > 1}
    whose = {i for i, name in licences.items() if said <= set(_words(name))}
    return bool(said and whose) and best not in whose


def _within(name: str, licences: Mapping[str, str]) -> str:
    """The one licence all of whose words stand in a longer name: "forklift operator" is a forklift card."""
    wanted = set(_words(name))
    found = [i for i, said in licences.items() if (words := set(_words(_BRACKETS.sub(" ", said)))) and words <= wanted]
    return found[0] if len(found) == 1 and len(wanted) <= LONGEST else ""


def _words(name: str) -> list[str]:
    return _bare(name).split()


def _slug(name: str) -> str:
    """A name as an id would be: OSHA 10 is osha-10."""
    return "-".join(re.findall(r"\w+", name.casefold()))


def _shorts(said: str) -> list[str]:
    """The short names in brackets: CNA, or CMA and RMA."""
    return [w for inside in _BRACKETS.findall(said) for w in _SHORT.findall(inside)]


def _bare(name: str) -> str:
    """The words that tell one licence from another."""
    return " ".join(_IDLE.sub(" ", re.sub(r"[^\w ]+", " ", _BRACKETS.sub(" ", name.casefold()))).split())
