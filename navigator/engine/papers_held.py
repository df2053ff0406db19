"""Whether somebody holds a paper that a line names: not what is still to come, and not what another country gave."""

from __future__ import annotations

import re
from collections.abc import Iterable

from navigator.engine.abroad import names_country

_TO_COME = re.compile(
    r"\b(?:(?:expected|anticipated)(?=\W*(?:$|\d|(?:in|by|for|completion|graduation|spring|summer|fall|winter)\b|[a-z]{3,9}\.?,? \d))|"
    r"in[ -]progress|in process(?=\W*(?:$|\d))|working towards?|studying (?:for|towards?)|pursuing|"
    r"enrolled in|candidate for|not yet|en curso|en proceso|en tr[aá]mite|previst[oa]|esperad[oa]|estudiando|cursando)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\brenew\w*|\brenov\w*|\breinstat\w*|\bgot (?:it|them) back\b", re.IGNORECASE)
"""Who renews a paper has it."""

_THE = r"(?:a|an|my|your|any|the|current|valid|state|mi|la|el|una?|ning[uú]n|ninguna)"
_PAPER = (
    rf"(?:{_THE} )*(?:(?:[a-z]{{1,4}} )?driver['’]?s?|driving|commercial|forklift|food|guard|work)?\s*"
    r"(?:licen[cs]es?|cards?|certificat\w*|permits?|cdl|licencia|tarjeta|certificado|permiso)\b"
)
_ALL_CLEAR = (
    r"(?:\w+ ){0,2}(?:accidents?|incidents?|violations?|tickets?|points|restrictions?|infractions?|record|dui|dwi|lapses?|"
    r"expiration|fault|problems?|accidentes?|multas|infracciones|antecedentes|restricci\w+)\b"
)
_HAVING = (
    r"(?:i|we|he|she|do|have|has|had|with|there|is|but|and|currently|still|right|now|yo|pero|y|actualmente|todav[ií]a)"
)
_GET = (
    r"(?:get|earn|obtain|have|take|pass|become|be|complete|finish|receive|apply|study|train|test|start|work|"
    r"sacar|obtener|conseguir|tener|tomar|ganar|hacer|pasar|ser|terminar|estudiar)"
)
_LACKS = re.compile(
    rf"^\W*(?:{_HAVING} )*(?:no|without|sin)(?= [a-zñ])(?! {_ALL_CLEAR})|\b(?:no|without|sin) {_PAPER}|"
    r"\b(?:do(?:es)? not|don['’]?t|doesn['’]?t|did not|didn['’]?t|never|not yet|no longer) (?:have|had|has|hold|get|got|pass)\b|"
    r"\bnot (?:yet |currently )?(?:certified|licen[cs]ed|registered)\b|\bno (?:tengo|tiene|pas[eé]|aprob[eé]|saqu[eé])\b|"
    r"^\W*needs?\b|\b(?:i|you|we|he|she|still|also|will|would|but|and) needs?\b|\bneeds? (?:a|an|my|this|to)\b|"
    r"\b(?:necesit[oae]\w*|me falta\w*|reprob\w+)\b|"
    rf"\b(?:wants?|hop(?:e|es|ing)|plan(?:s|ning)?|would like|i['’]d like|intend(?:s|ing)?|going|trying|looking|ready) to {_GET}\b|"
    rf"\b(?:quier[oea]\w*|esper[oa]|piens[oa]|plane[oa]|me gustar[ií]a|voy a|quisiera) {_GET}\b|"
    r"\bwants? (?:a|an|my|the)\b|"
    r"\bfail(?:s|ed|ing)? (?:(?:the|my|his|her|a|an|at|to)\b|(?:[\w.'’+-]+ ){0,4}(?:tests?|exams?|certificat\w*|licen[cs]\w*)\b)|"
    rf"\b(?:lost|lose|revoked|suspended|perd[ií]|perdi[oó]|me quitaron) {_PAPER}|"
    r"\b(?:licen[cs]e|licencia|card|certificat\w*|cdl|permit|permiso|registration|tarjeta)\b[^,;.]{0,25}"
    r"\b(?:lost|taken away|suspend(?:ed|id[oa])|revo(?:ked|cad[oa])|perdid[oa])\b",
    re.IGNORECASE,
)

_BESIDE = re.compile(r"^\W*(?:currently |still |actualmente )?", re.IGNORECASE)


def to_come(text: str) -> bool:
    """Whether the words say that it is still being worked for: `CNA (expected 2026)`."""
    return bool(_TO_COME.search(text)) and not _AGAIN.search(text)


def lacks(text: str) -> bool:
    """Whether one clause says that there is no such paper: wished for, needed, failed or lost. `No accidents` says nothing."""
    return bool(_LACKS.search(text)) and not _AGAIN.search(text)


def doubted(text: str) -> bool:
    """Whether a line speaks of some paper that is not there now."""
    return to_come(text) or lacks(text) or any(lacks(clause) for clause in re.split(r"[,;.!|]\s+", text))


def opens_to_come(text: str) -> bool:
    """Whether a piece of a line begins by saying so, as what stands behind a comma does: `OSHA 10, in progress`."""
    return bool(_TO_COME.match(_BESIDE.sub("", text)))


def is_held(text: str, countries: Iterable[str], issuer: str = "") -> bool:
    """Whether nothing in the words speaks against it, nor in the name of who gave it."""
    known = tuple(countries)
    return not to_come(text) and not lacks(text) and not names_country(text, known) and not names_country(issuer, known)
