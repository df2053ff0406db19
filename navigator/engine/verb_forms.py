"""The forms in which people say what they do or did: `drove`, `driving`; `manejaba`, `manejando`. Rough on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Kind = Literal["did", "doing", "plain"]
"""Said of the past, said with -ing, or a form that is a noun as well (`cook`, `corte`)."""

_ODD = {
    "babysit": "babysat", "be": "was", "bind": "bound", "blow": "blew", "break": "broke", "bring": "brought", "build": "built", "buy": "bought",
    "catch": "caught", "deal": "dealt", "dig": "dug", "do": "did done", "draw": "drew drawn", "drive": "drove driven drived", "feed": "fed",
    "fight": "fought", "find": "found", "fly": "flew", "get": "got", "give": "gave", "go": "went", "grind": "grinded", "grow": "grew",
    "hang": "hung", "have": "had", "hold": "held", "keep": "kept", "lay": "laid", "lead": "led", "make": "made", "mow": "mown",
    "pay": "paid", "ride": "rode", "ring": "rang rung", "run": "ran runned", "say": "said", "sell": "sold", "send": "sent", "sew": "sewed sewn",
    "shoot": "shot", "sing": "sang sung", "sit": "sat", "speak": "spoke", "spin": "spun", "stand": "stood", "string": "strung", "sweep": "swept",
    "take": "took taken", "teach": "taught", "tear": "tore torn", "throw": "threw", "weave": "wove", "weld": "welded", "wear": "wore",
    "write": "wrote written",
}  # fmt: skip
"""English verbs whose past no rule makes."""
_NEVER_ED = frozenset(("cut", "put", "set", "shut", "hit"))
_DOUBLED = re.compile(r"(?:un)?[^aeiou]*[aeiou][bdglmnpt]")
"""One syllable that ends in one vowel and one of these: `mop`, `mopped`; `unclog`, `unclogged`."""
_DOUBLING = frozenset(("babysit", "program", "begin", "patrol", "stir", "tar", "input"))
"""Others that double their last letter."""

_RARE = {
    "hacer": "hacia hice hizo hecho", "poner": "ponia puse", "servir": "servia servi sirviendo", "dar": "daba di dado dando",
    "vestir": "vestia vesti vistiendo", "traducir": "traducia traduje traduciendo", "conducir": "conducia conduje conduciendo",
    "ver": "veia viendo", "mover": "movia movi moviendo", "construir": "construia construi construyendo",
    "pedir": "pedia pedi pidiendo", "destruir": "destruia destrui destruyendo", "ir": "iba yendo", "andar": "andaba anduve andando",
    "leer": "leia lei leyendo",
}  # fmt: skip
"""Spanish verbs whose stem changes."""
_FIRST = {
    "servir": "sirvo", "hacer": "hago", "poner": "pongo", "dar": "doy", "mover": "muevo", "contar": "cuento", "sembrar": "siembro",
    "regar": "riego", "colgar": "cuelgo", "moler": "muelo", "vestir": "visto", "traducir": "traduzco", "conducir": "conduzco",
    "construir": "construyo", "recoger": "recojo", "ir": "voy",
}  # fmt: skip


def english(verb: str) -> Iterator[tuple[str, Kind]]:
    """The forms of an English verb, given as it stands after `to`."""
    yield verb, "plain"
    ending = "es" if verb.endswith(("ch", "sh", "s", "x", "z")) else "s"
    yield (verb[:-1] + "ies" if _ends_in_y(verb) else verb + ending), "plain"
    base = verb + verb[-1] if _DOUBLED.fullmatch(verb) or verb in _DOUBLING else verb
    yield (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else base) + "ing", "doing"
    for odd in _ODD.get(verb, "").split():
        yield odd, "did"
    if verb not in _NEVER_ED and not (verb in _ODD and verb != "mow"):
        yield (verb[:-1] + "ied" if _ends_in_y(verb) else base + ("d" if verb.endswith("e") else "ed")), "did"


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in ("a", "e", "o", "u")


def spanish(verb: str) -> Iterator[tuple[str, Kind]]:
    """The forms of a Spanish verb that people say of themselves, without accents."""
    stem, ending = verb[:-2], verb[-2:]
    yield verb, "plain"
    yield _FIRST.get(verb, stem + "o"), "plain"
    for rare in _RARE.get(verb, "").split():
        yield rare, "did"
    if verb in _RARE:
        return
    if ending == "ar":
        yield from ((stem + past, "did") for past in ("aba", "ava", "abamos", "avamos"))  # many write it with a `v`
        yield from ((stem + "ando", "doing"), (_softened(stem) + "e", "plain"))
    else:
        yield from ((stem + "ia", "did"), (stem + "iamos", "did"), (stem + "iendo", "doing"), (stem + "i", "plain"))


def _softened(stem: str) -> str:
    """`Pizcar` and `pizqué`, `cargar` and `cargué`."""
    if stem.endswith("c"):
        return stem[:-1] + "qu"
    if stem.endswith("g"):
        return stem + "u"
    return stem[:-1] + "c" if stem.endswith("z") else stem
