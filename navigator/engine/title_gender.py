"""Words of gender in a title: `saleswoman` and `salesman` do the same work, so they are read as one word.

The form chosen is only how titles are compared; nobody reads it. What names people served (`women's shelter`), an owner
(`woman-owned`) or children (`coach of the girls`) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FORMS: Mapping[str, str] = {
    "waitress": "waiter",
    "hostess": "host",
    "stewardess": "steward",
    "actress": "actor",
    "seamster": "seamstress",
    "masseuse": "masseur",
    "landlady": "landlord",
    "househusband": "housewife",
    "salesgirl": "salesman",
    "salesboy": "salesman",
    "amo": "ama",
    "senora": "senor",
    "muchacha": "muchacho",
    "anfitriona": "anfitrion",
    "administrativa": "administrativo",
    "ejecutiva": "ejecutivo",
    "fisica": "fisico",
    "turistica": "turistico",
    "father": "mother",
    "dad": "mom",
    "daddy": "mommy",
    "grandfather": "grandmother",
    "grandpa": "grandma",
    "husband": "wife",
    "son": "daughter",
    "brother": "sister",
    "uncle": "aunt",
    "padre": "madre",
    "papa": "mama",
    "abuelo": "abuela",
    "hijo": "hija",
    "nieto": "nieta",
    "hermano": "hermana",
    "tio": "tia",
    "esposo": "esposa",
}
"""Pairs that no ending tells, by the form that is not used."""

_ENDINGS = re.compile(r"^([a-z]{3,}?)(woman|women|man|men|lady|person|people|girl)$")
_NO_GENDER = _set("specimen abdomen regimen acumen dictamen resumen volumen cyclamen bitumen ottomen")
"""Words that only end so."""

_SOMEBODY = _set("man woman lady girl boy guy gal men women person")
"""Last in a name of work, these say no more than that somebody does it: `lunch lady`."""

_JOINED = {
    **dict.fromkeys(_set("bar bell business camera counter door fire fisher handy mail police post sales"), "man"),
    **dict.fromkeys(_set("bus cow paper"), "boy"),
}  # fmt: skip
"""First words that make one word with it: `mail lady` is `mailman`."""

_OF = _set("de del a en por con")


def one_gender(word: str) -> str:
    """A word in its singular, in the form that stands for every gender."""
    if word in FORMS:
        return FORMS[word]
    found = _ENDINGS.match(word)
    if found is None or word in _NO_GENDER:
        return word
    return found[1] + ("boy" if found[2] == "girl" else "man")


def without_somebody(tokens: list[str], breaks: Container[str]) -> list[str]:
    """`Delivery guy` and `delivery woman` as one: the last word of a name of work where it only says who does it.

    ``breaks``: the small words and marks before which a name ends, and behind which none has begun.
    """
    if _SOMEBODY.isdisjoint(tokens):
        return tokens
    found: list[str] = []
    for n, token in enumerate(tokens):
        named = token in _SOMEBODY and n > 0 and tokens[n - 1] not in breaks
        if not named or (n + 1 < len(tokens) and tokens[n + 1] not in breaks):
            found.append(token)
        elif tokens[n - 1] in _JOINED and found[-1] == tokens[n - 1]:
            found[-1] += _JOINED[tokens[n - 1]]
        else:
            found.append("person")
    return found


def pairs(both: Iterable[tuple[Sequence[str], Sequence[str]]]) -> dict[str, str]:
    """Of Spanish titles for both genders, word by word: the other form of each word that has two.

    The word beside it goes with it: of `contador/a público`, `pública` too. What follows `de` does not.
    """
    found: dict[str, str] = {}
    for one, other in both:
        for before, ours, theirs in zip(("", *one), one, other, strict=False):
            if ours != theirs:
                found[theirs] = ours
            elif ours.endswith("o") and before not in _OF:
                found[f"{ours[:-1]}a"] = ours
    return found
