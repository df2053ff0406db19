"""Check an answer against its question. One place for all askers: menus, numbered lines, scripts and files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from navigator.domain.errors import BadInput
from navigator.domain.question import Answer, Choice, Question
from navigator.engine.towns import states_meant
from navigator.engine.typed_words import word_of
from navigator.i18n import _

if TYPE_CHECKING:
    from navigator.domain.record import Money, Per

MOST_CHARACTERS = 200

NOTHING = frozenset({"none", "nothing"})
"""What clears a list of picks."""

MOST_NAMED = 16
"""Choices that a refusal names; of longer lists it names the first."""

LEAST_MENDED, MOST_MENDED = 4, 30
"""A shorter text may be anything; a longer choice is a sentence, and nobody slips in it."""

PAY_LIMITS: dict[Per, tuple[float, float]] = {
    "hour": (0, 1_000),
    "day": (1, 10_000),
    "week": (10, 50_000),
    "two_weeks": (20, 100_000),
    "month": (50, 200_000),
    "year": (1_000, 2_000_000),
}
"""More than the first, and at most the second, is pay for that time; anything else is a slip."""

HOURLY_BELOW = 500
"""Without a word, 15 is by the hour and 31000 by the year. What is too little for a year, such as 700, needs the word."""

_TIMES: dict[str, Per] = {
    "hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour", "h": "hour", "hourly": "hour", "hora": "hour", "horas": "hour",
    "day": "day", "daily": "day", "dia": "day", "día": "day", "shift": "day", "night": "day", "nightly": "day", "noche": "day", "turno": "day",
    "week": "week", "weeks": "week", "wk": "week", "w": "week", "weekly": "week", "semana": "week", "semanal": "week",
    "2 weeks": "two_weeks", "two weeks": "two_weeks", "other week": "two_weeks", "biweekly": "two_weeks",
    "bi-weekly": "two_weeks", "bi weekly": "two_weeks", "2 semanas": "two_weeks", "dos semanas": "two_weeks",
    "quincena": "two_weeks", "quincenal": "two_weeks", "month": "month", "months": "month", "mo": "month", "mth": "month",
    "monthly": "month", "mes": "month", "mensual": "month", "year": "year", "years": "year", "yr": "year", "y": "year",
    "yearly": "year", "annual": "year", "annually": "year", "annum": "year", "año": "year", "ano": "year", "anual": "year",
}  # fmt: skip

_MONEY = re.compile(
    r"(?:about|around|maybe|like|roughly|unos|como)?\s*\$?\s*(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<k>k)?\s*"
    r"(?:(?:us\s*)?(?:dollars?|bucks|usd|d[oó]lares)\b)?\s*"
    r"(?:(?:an?\b|per\b|/|every\b|each\b|the\b|by the\b|al\b|a la\b|por\b|cada\b|la\b|el\b)?\s*(?P<per>[a-zñí2][a-zñí -]*?))?\s*\.?",
    re.IGNORECASE,
)

_SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-Z\\^-~])|\x9b[0-?]*[ -/]*[@-~]"
)
"""A whole escape sequence: without its first sign the rest (`[2J`) would stay in a title as text."""

NO_AMOUNT = frozenset({
    "0", "$0", "0.00", "zero", "none", "nothing", "no", "n/a", "na", "no pay", "unpaid", "not paid", "i dont know",
    "i don't know", "dont know", "don't know", "idk", "i dunno", "dunno", "not sure", "nada", "ninguno", "cero",
    "sin pago", "no sé", "no se",
})  # fmt: skip
"""What people type where there is no pay to tell: a skip."""

NO_WORK = frozenset({
    "none", "nothing", "no", "nope", "n/a", "na", "nil", "null", "-", "--", "x", "?", "skip", "idk", "dunno", "i dunno",
    "i dont know", "i don't know", "dont know", "don't know", "not sure", "no idea", "unemployed", "i am unemployed",
    "im unemployed", "i'm unemployed", "jobless", "no job", "no jobs", "no work", "no work experience", "no experience",
    "none yet", "nothing yet", "never worked", "i never worked", "never had a job", "i never had a job", "have not worked",
    "not working", "without work", "no other", "no other work", "nothing else", "none other", "thats all", "that's all",
    "prison", "jail", "in prison", "in jail", "i was in prison", "i was in jail", "inmate", "incarcerated", "locked up",
    "that is all", "thats it", "that's it", "done", "no more", "no thanks", "nada", "nada más", "nada mas", "ninguno",
    "ninguna", "ningún trabajo", "ningun trabajo", "no sé", "no se", "no lo sé", "desempleado", "desempleada",
    "sin trabajo", "sin empleo", "nunca he trabajado", "no he trabajado", "ya no", "es todo",
})  # fmt: skip
"""What people type in place of a title when there is none: no title, whatever word of it a title holds."""


_TIPS = re.compile(
    r",?\s*(?:(?:\+|plus|and|with|without|before|not counting|m[aá]s|y|con|sin)\s*(?:the\s+|my\s+|las\s+)?)(?:tips?|propinas?)\s*\.?$",
    re.IGNORECASE,
)
"""What people write behind an amount that their tips are not in."""


def money_of(text: str) -> Money:
    """An amount such as `15`, `$15.50 an hour`, `600 a week`, `31,000 a year`, `40k` or `$2.13 plus tips`. Raises BadInput."""
    from navigator.domain.record import Money  # the record's shapes take time to make; the words of --help need none

    bare = _TIPS.sub("", text.strip())
    found = _MONEY.fullmatch(bare)
    said = " ".join((found["per"] or "").casefold().split()) if found else ""
    if found is None or (said and said not in _TIMES):
        raise BadInput(
            _("{text} is not an amount we can read. Write it like 15 an hour, or 31000 a year. Or type skip.").format(
                text=shown(text)
            )
        )
    amount = float(found["amount"].replace(",", "")) * (1000 if found["k"] else 1)
    per = _TIMES[said] if said else "hour" if amount < HOURLY_BELOW else "year"
    low, high = PAY_LIMITS[per]
    if low < amount <= high or (per == "year" and amount == low):
        return Money(amount=amount, per=per, tips=bare != text.strip())
    raise BadInput(
        _(
            "{text} does not look like pay for an hour, a week or a year. "
            "Write it like 15 an hour, or 31000 a year. Or type skip."
        ).format(text=shown(text))
    )


def says_time(text: str) -> bool:
    """Whether an amount of pay says which time it is for."""
    found = _MONEY.fullmatch(_TIPS.sub("", text.strip()))
    return found is not None and bool((found["per"] or "").strip())


def says_nothing(text: str) -> bool:
    """Whether a line typed where a title is asked says that there is none."""
    return clean_line(text).casefold().strip(" .!") in NO_WORK


def shown(text: object, most: int = 60) -> str:
    """Somebody's text for a message: quoted, short, and without control characters."""
    clean = clean_line(str(text))
    return repr(clean if len(clean) <= most else clean[: most - 1] + "…")


def clean_line(text: str) -> str:
    """One line of plain text: control and direction characters and half characters dropped, spaces folded."""
    if text.isprintable():
        return " ".join(text.split())
    text = _SEQUENCE.sub("", text)
    kept = "".join(
        " " if c.isspace() else c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs") or c.isspace()
    )
    return " ".join(kept.split())


def checked(question: Question, given: object) -> Answer:
    """The answer as it is kept, or None for skipped. Raises BadInput with what would be right."""
    if given in (None, "", []):
        return () if question.kind == "many" and given is not None else None
    if question.kind in ("text", "title"):
        text = _text(question, given)
        if text is None or question.kind == "text":
            return text
        return None if says_nothing(text) else _title(text)
    if question.kind == "money":
        return _amount(str(given))
    if question.kind == "one":
        if isinstance(given, list | tuple | dict):
            raise BadInput(_("{question}: pick one, not a list.").format(question=question.id))
        return pick(question, given)
    return _picks(question, given)


def _picks(question: Question, given: object) -> tuple[str, ...]:
    """Several choices, in the order of the list; `none` is none of them. Raises BadInput."""
    if (
        isinstance(given, str)
        and word_of(given.strip()) in NOTHING
        and not any(c.id == "none" for c in question.choices)
    ):
        return ()
    items: Sequence[object] = given if isinstance(given, list | tuple) else str(given).split(",")
    picked = tuple(dict.fromkeys(pick(question, item) for item in items))
    if question.most is not None and len(picked) > question.most:
        said = _("{question}: pick at most {most}; these are {count}.")
        raise BadInput(said.format(question=question.id, most=question.most, count=len(picked)))
    order = [c.id for c in question.choices]
    return tuple(sorted(picked, key=order.index))


def _amount(given: str) -> str | None:
    """An amount as typed; None where somebody says that there is none. Raises BadInput."""
    text = clean_line(given)
    if text.casefold().strip(" .!") in NO_AMOUNT:
        return None
    money_of(text)
    return text


def _text(question: Question, given: object) -> str | None:
    if isinstance(given, list | tuple | dict):
        raise BadInput(_("{question}: one line of text, please, not a list.").format(question=question.id))
    if isinstance(given, bool):  # YAML reads yes, no, on and off so; what stood there is not known any more
        raise BadInput(_('{question}: put the text in quotes, such as "yes".').format(question=question.id))
    text = clean_line(str(given))
    most = question.most or MOST_CHARACTERS
    if len(text) > most:
        said = _("That is {count} characters. Please keep it under {most}.")
        raise BadInput(said.format(count=len(text), most=most))
    return text or None


def _title(text: str) -> str:
    """Work in words. Raises BadInput for a bare number: the answer to a list that stood here a screen ago."""
    if not any(c.isdigit() for c in text) or any(c.isalpha() for c in text):
        return text
    said = _("{text} is a number. Say the work in words, such as: line cook. Or type skip.")
    raise BadInput(said.format(text=shown(text)))


def pick(question: Question, given: object) -> str:
    """The id of the choice that somebody means: by id, by its text, or by first letters or a word that only it has."""
    if isinstance(given, bool):  # YAML reads yes and no as true and false
        given = "yes" if given else "no"
    wanted = clean_line(str(given)).casefold()
    for choice in question.choices:
        if wanted in (choice.id.casefold(), choice.text.casefold()):
            return choice.id
    if question.towns and (state := state_named(question, str(given))):
        return state
    starting = [c for c in question.choices if wanted and c.text.casefold().startswith(wanted)]
    if len(starting) == 1:
        return starting[0].id
    inside = [c for c in question.choices if wanted and re.search(rf"\b{re.escape(wanted)}\b", c.text.casefold())]
    if len(inside) == 1:
        return inside[0].id
    if re.fullmatch(r"job\.\d\.occupation", question.id) and re.fullmatch(r"\d\d-\d{4}\.\d\d", wanted):
        return wanted
    said = _("{question}: {text} is not one of the choices. {hint}")
    hint = meant(question.choices, wanted) or _some(question.choices)
    raise BadInput(said.format(question=question.id, text=shown(given), hint=hint))


def state_named(question: Question, typed: str) -> str:
    """The state that a city or a longer text names; empty where it names none. Raises BadInput where two states share it."""
    states = {c.id: c.text for c in question.choices}
    return one_state(typed, states, states_meant(typed, states, question.towns))


def one_state(typed: str, states: Mapping[str, str], may_be: Sequence[str]) -> str:
    """The one state of those that were meant, or nothing where there is none. Raises BadInput where there are several."""
    if len(may_be) < 2:
        return may_be[0] if may_be else ""
    names = _(" or ").join((", ".join(states[s] for s in may_be[:-1]), states[may_be[-1]]))
    said = _("{city} may be in {states}. Type the state, or both, such as: {example}.")
    example = f"{clean_line(typed).strip(' ,.').title()}, {may_be[0]}"
    raise BadInput(said.format(city=shown(typed), states=names, example=example))


def meant(choices: Sequence[Choice], typed: str) -> str:
    """`Did you mean Ohio?`, where what was typed is a slip away from a choice or two; else nothing."""
    best = near(choices, typed)
    if not best:
        return ""
    if len(best) == 1:
        return _("Did you mean {name}?").format(name=best[0].text)
    return _("Did you mean {name} or {other}?").format(name=best[0].text, other=best[1].text)


def near(choices: Sequence[Choice], typed: str) -> tuple[Choice, ...]:
    """The choice or two that what was typed is a slip away from."""
    from rapidfuzz import process  # 20 ms to load, and only after a slip
    from rapidfuzz.distance import OSA

    names = {_undoubled(c.text.casefold()): c for c in choices if len(c.text) <= MOST_MENDED}
    typed = _undoubled(typed)
    if len(typed) < LEAST_MENDED or len(typed) > MOST_MENDED or not names:
        return ()
    slips = 1 if len(typed) < 2 * LEAST_MENDED else 2
    found = process.extract(typed, sorted(names), scorer=OSA.distance, score_cutoff=slips, limit=2)
    return tuple(names[name] for name, far, _rank in found if far == found[0][1])


def _undoubled(text: str) -> str:
    """Each run of a letter once: whether a letter is doubled is what most people are unsure of (misisipi)."""
    return re.sub(r"(\w)\1+", r"\1", text)


def _some(choices: Sequence[Choice], most: int = MOST_NAMED) -> str:
    names = ", ".join(c.id if len(c.id) > 1 and not c.id[0].isdigit() else f"{c.id} ({c.text})" for c in choices[:most])
    if len(choices) > most:
        said = _("Choices: {names}, ... ('navigator questions' lists all {count}).")
        return said.format(names=names, count=len(choices))
    return _("Choices: {names}.").format(names=names)
