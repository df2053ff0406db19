"""What is asked of `pathways` on the command line, and the record as it could be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.matching import Matching, RuledOut
from navigator.domain.record import Record, Schooling
from navigator.engine.title_words import folded
from navigator.engine.validate import clean_line
from navigator.engine.validate import shown as quoted
from navigator.formats import words
from navigator.i18n import N_, _

_SPAN = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(y|yr|yrs|year|years|m|mo|month|months)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was asked for: all on the command line."""

    to: str = ""
    within: float | None = None
    keep_earning: bool = False
    what_if: str = ""


_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10, "twelve": 12,
            "eighteen": 18, "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "seis": 6, "nueve": 9, "doce": 12}  # fmt: skip
_TRAIN = re.compile(
    r"\b(\d+(?:\.\d+)?|" + "|".join(_NUMBERS) + r")\s+(more\s+)?(months?|mos?|years?|yrs?|meses|mes|años?|anos?)\b",
    re.IGNORECASE,
)
_IN_WORDS: tuple[tuple[str, Schooling], ...] = (
    (r"\bged\b|hiset|high[ -]?school|diploma|equivalency|preparatoria", "high_school"),
    (r"associate|2[ -]?year degree|two[ -]?year degree|community college", "associate"),
    (r"bachelor|4[ -]?year degree|four[ -]?year degree|college degree|licenciatura", "bachelor"),
    (r"master", "master"),
    (r"trade certificate|job certificate", "certificate"),
)
"""What people call schooling they think of, first match first."""

_SPOKEN_LICENCES = {"cdl": "cdl-a", "commercial driver": "cdl-a", "cna": "cna", "forklift": "forklift", "cpr": "cpr-first-aid", "osha": "osha-10",
                    "guard card": "guard-card", "driver": "drivers-licence", "licencia de manejar": "drivers-licence"}  # fmt: skip
_DOING = re.compile(r"\b(?:if i|i|could|can|to|get|got|getting|have|had|earn|finish|finished|take|took|do|did|my|a|an|the|pass|passed|"
                    r"license|licence|certificate|certified|card|become|train|training|study|learn|some|more|school|class|course|si|saco|termino|mi|un|una|la|el)\b")  # fmt: skip


_ENGLISH = re.compile(r"\b(?:english|esl|esol|ingl[eé]s)\b", re.IGNORECASE)
_LEARNING = re.compile(r"\b(?:learn\w*|more|better|improve|study|know|speak|practice|aprend\w+|más|mejor\w*|estudi\w+|sé|sepa)\b")  # fmt: skip
_PAPER = re.compile(r"licen[sc]e|certifi|\bcards?\b|\bpass|\bpermit|\bget\b|licencia|tarjeta|permiso|\bsac")
_PLUS = re.compile(r"(?<!\w)[a-z0-9]+\+")
"""Papers that are called by a letter or a word with a plus: `A+`."""
_NOT = re.compile(r"\b(?:no|not|without|cannot|can'?t|can’t|couldn['’]?t|don['’]?t|won['’]?t|never|avoid|quit|stop|sin|nunca|nada de|dejo)\b")  # fmt: skip


def months_of(text: str) -> float:
    """A span such as `2y` or `18 months`, in months. Raises BadInput."""
    found = _SPAN.fullmatch(text)
    if found is None:
        raise BadInput(_("{text} is not a length of time. Write it like 2y or 18m.").format(text=quoted(text)))
    return float(found[1]) * (12 if found[2][0].lower() == "y" else 1)


def changed(catalogue: Catalogue, record: Record, what_if: str) -> Record:
    """The record as it would be: `train=6,school=ged`, or in words: `finish my GED and train 6 months`. Nothing is saved.

    Raises BadInput.
    """
    wants = record.wants
    for part in parts(what_if):
        name, equals, value = (p.strip().lower() for p in part.partition("="))
        if not equals:
            name, value = _in_words(catalogue, part)
        if not value:
            raise BadInput(_not_understood(part))
        if name == "train":
            wants = replace(wants, train_months=_train_months(value))
        elif name in ("school", "schooling"):
            wants = replace(wants, schooling=_higher(catalogue, wants.schooling, _schooling(catalogue, value)))
        elif name in ("licence", "license"):
            wants = replace(wants, licences=tuple(dict.fromkeys((*wants.licences, _licence(catalogue, value)))))
        elif name == "cannot":
            wants = replace(wants, cannot=tuple(dict.fromkeys((*wants.cannot, _ruled_out(catalogue, value)))))
        else:
            raise BadInput(
                _("{name} cannot be changed here. Use train, school, licence or cannot.").format(name=quoted(name))
            )
    return replace(record, wants=wants)


def is_change(catalogue: Catalogue, text: str) -> bool:
    """Whether a text is understood as schooling, a paper or time to train, in words or as name=value."""
    return all("=" in part or _in_words(catalogue, part)[1] for part in parts(text))


def told(catalogue: Catalogue, before: Record, after: Record) -> str:
    """What a what-if was understood to be: `If you had: a CDL class A license.`"""
    had, has = before.wants, after.wants
    added = [catalogue.licences[n] for n in has.licences if n not in had.licences]
    if has.schooling and has.schooling != had.schooling:
        added.append(words.SCHOOLING[has.schooling])
    if has.train_months is not None and has.train_months != had.train_months:
        added.append(_("{time} to train").format(time=words.months((has.train_months, has.train_months))))
    said = [_("If you had: {what}.").format(what="; ".join(added))] if added else []
    no_more = [words.lower_first(c.text) for c in catalogue.matching.cannot if c.id in {*has.cannot} - {*had.cannot}]
    said += [_("If you ruled this out: {what}.").format(what="; ".join(no_more))] if no_more else []
    return " ".join(said)


UNCLEAR = N_(
    "{text}: say what would change, such as 'finish my GED', 'get a CDL' or 'train 6 months'; "
    "or as name=value: train=6, school=ged, licence=cdl-a. For more of a skill: navigator what-if 'more numbers'."
)


ENGLISH_CLASSES = N_(
    "We cannot say which ways better English opens, as we do not ask how much English you have. Free classes near you: "
    "navigator resources --need english"
)


SCHOOL_MONEY = N_(
    "Money for school opens no work by itself. Say what you would use it for, such as 'train 12 months' or "
    "'school=associate'. Who helps to pay: navigator resources --need school-money"
)

_MONEY = re.compile(
    r"\b(?:gi bill|g\.i\. bill|pell|scholarships?|financial aid|becas?|ayuda financiera)\b", re.IGNORECASE
)


def _not_understood(part: str) -> str:
    """What is said where no change is understood: for some wishes where to turn instead."""
    if _ENGLISH.search(part):
        return _(ENGLISH_CLASSES)
    return _(SCHOOL_MONEY) if _MONEY.search(part) else _(UNCLEAR).format(text=quoted(part))


def parts(what_if: str) -> list[str]:
    """`finish my GED and get a CDL` as two; with name=value only a comma parts them."""
    return re.split(r",", what_if) if "=" in what_if else re.split(r",|;|\s+(?:and|then|y)\s+", what_if.strip())


def _in_words(catalogue: Catalogue, text: str) -> tuple[str, str]:
    """What somebody says in words, as name and value; empty where it is not understood."""
    said = clean_line(text).casefold()
    if ruled_out := rules_out(catalogue.matching, text):
        return "cannot", ruled_out
    for pattern, level in _IN_WORDS:
        if re.search(pattern, said):
            return "school", level
    span = _TRAIN.search(said)
    if span:
        amount = float(_NUMBERS.get(span[1], 0) or span[1])
        return "train", f"{amount * (12 if span[3][0] in 'ya' else 1):g}"
    if plus := _PLUS.findall(said):
        named = (i for i, name in catalogue.licences.items() if all(p in name.casefold().split("(")[-1] for p in plus))
        return "licence", next(named, "")
    rest = {w for w in re.findall(r"[a-z0-9]+", _DOING.sub(" ", said)) if len(w) > 1}
    exact = _exactly(said, catalogue.licences)
    spoken = next((i for word, i in _SPOKEN_LICENCES.items() if word in said and i in catalogue.licences), "")
    like = [
        i
        for i, name in catalogue.licences.items()
        if rest and rest <= set(re.findall(r"[a-z0-9]+", f"{i} {name}".casefold()))
    ]
    if len(rest) == 1 and _LEARNING.search(said) and not _PAPER.search(said):
        exact, like = "", []  # to learn a thing is no license with that word in its name
    return "licence", exact or spoken or (like[0] if like else "")


def _exactly(said: str, licences: Mapping[str, str]) -> str:
    """The license whose letters and number a text names, in any order: OSHA-30 is not OSHA-10. Empty where there is none."""
    words_said = [set(re.findall(r"[a-z0-9]+", text)) for text in (said, _DOING.sub(" ", said))]
    return next((i for i in licences if set(i.split("-")) in words_said), "")


def rules_out(matching: Matching, text: str) -> str:
    """The id of what a text rules out: `no driving`, `I cannot lift`; empty where it rules out nothing we know."""
    said = clean_line(text).casefold()
    no = _NOT.search(said)
    if no is None or re.search(r"licen[sc]e|licencia", said):  # `I cannot get a license` wishes for one
        return ""
    behind = folded(said[no.end() :])
    return next((ruled.id for ruled in matching.ruled_out if _names(ruled, behind)), "")


def _names(ruled: RuledOut, text: str) -> bool:
    """Whether a text has one of the words in it, as a word begins, besides what means another thing."""
    for other in ruled.but:
        text = text.replace(other, " ")
    return any(re.search(rf"(?<!\w){re.escape(word)}", text) for word in ruled.words)


def _ruled_out(catalogue: Catalogue, value: str) -> str:
    known = [c.id for c in catalogue.matching.cannot]
    if value not in known:
        said = _("cannot={value} is not one we know. Use {known}.")
        raise BadInput(said.format(value=value, known=", ".join(known)))
    return value


def _train_months(value: str) -> float:
    months = months_of(value) if not value.replace(".", "", 1).isdigit() else float(value)
    if months > 120:
        raise BadInput(_("train={value} is more than ten years. Give months, such as train=6.").format(value=value))
    return months


def _schooling(catalogue: Catalogue, value: str) -> Schooling:
    asked = {"ged": "high_school", "diploma": "high_school"}.get(value, value.replace("-", "_"))
    order = catalogue.matching.schooling_order
    if asked not in order:
        said = _("school={value} is not one we know. Use ged, {known}.")
        raise BadInput(said.format(value=value, known=", ".join(order)))
    return cast(Schooling, asked)


def _higher(catalogue: Catalogue, one: Schooling | None, other: Schooling) -> Schooling:
    """Finishing a lower school takes nothing away from somebody who finished a higher one."""
    order = catalogue.matching.schooling_order
    return other if one is None else max(one, other, key=order.index)


def _licence(catalogue: Catalogue, value: str) -> str:
    if value in catalogue.licences:
        return value
    like = [i for i, name in catalogue.licences.items() if value in i or value in name.lower()]
    hint = (
        _("Did you mean {names}?").format(names=", ".join(like[:3]))
        if like
        else _("'navigator questions --json' lists licenses.")
    )
    raise BadInput(_("licence={value} is not one we know. {hint}").format(value=value, hint=hint))
