"""Answers copied from a worksheet: `C 03 17 22/5` read, checked, turned into answers, and written down again. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from navigator.domain.errors import BadInput
from navigator.domain.question import Answer, Question
from navigator.engine.said_back import PER as TIMES
from navigator.engine.validate import money_of, shown, state_named
from navigator.engine.worksheet import DID, Section, Sheet, check_digit
from navigator.i18n import _

_FORM = re.compile(r"\s*(\d[-. ]?\d{4}[-. ]?\d)(?=[\s,;:A-Ia-i]|$)")
_LETTER = re.compile(r"(?<![A-Za-zÀ-ÿ$\d.])([A-Ia-i])(?![A-Za-zÀ-ÿ])")
_CHECK = re.compile(r"/\s*(\d)\s*$")
_MONEY = re.compile(r"\$\s*(\d[\d,]*(?:\.\d+)?)\s*([A-Za-zÀ-ÿ]*)")
_SPACED = re.compile(r"(\$\s*\d[\d,.]*)\s+(?:an?\s|per\s|por\s|al?\s|la\s)?\s*([a-zà-ÿ]+)")
_WORDS = re.compile(r"[A-Za-zÀ-ÿ]+")
_BARE = re.compile(r"(?<=[A-Za-zÀ-ÿ.] )\s*(\d[\d,]*(?:\.\d+)?)([hdwstqmya])\s*$", re.IGNORECASE)
"""Pay behind a state without its sign, which the sheet prints: `OH 16.50h`."""
_FIRST = re.compile(r"\s*([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ .]*?)\s*(\d[\d,.]*\s*[A-Za-zÀ-ÿ]+.*)$")
"""A state, and after it a number with letters: pay without its sign, or a slip in it."""

PER = {
    "h": "hour", "d": "day", "w": "week", "s": "week", "t": "two weeks", "q": "two weeks", "m": "month", "y": "year",
    "a": "year",
}  # fmt: skip
"""One letter after an amount: hour or hora, day, week or semana, two weeks or quincena, month, year or año."""

BLANK = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was keyed in of one section. ``none``: the person marked that nothing is true. ``check``: as typed, or None."""

    numbers: tuple[int, ...] = ()
    state: str = ""
    money: str = ""
    none: bool = False
    check: int | None = None

    @property
    def empty(self) -> bool:
        """Whether the section was left blank."""
        return not (self.numbers or self.state or self.money or self.none)


def pieces(line: str, at: str = "") -> tuple[str, list[tuple[str, str]]]:
    """A line as the code of a sheet (or nothing) and its sections: letter (or nothing, before the first) and the rest.

    ``at``: the section that is asked for. There six digits are its numbers (`031722`), unless they have the dashes of a
    code, or this section or one before it follows them.
    """
    line = _SPACED.sub(r"\1\2", line)  # `$17 h` is an amount an hour, and not the beginning of section H
    found = _FORM.match(line)
    if found and at and "-" not in found[1] and not _follows(line[found.end() :], at):
        found = None
    form, rest = (found[1], line[found.end() :]) if found else ("", line)
    cut = _LETTER.split(rest)
    before = [("", cut[0].strip())] if cut[0].strip(" ,;:-") else []
    return form, [*before, *((letter.upper(), text.strip()) for letter, text in zip(cut[1::2], cut[2::2], strict=True))]


def _follows(rest: str, at: str) -> bool:
    """Whether a line goes on with a section that does not come after the one that is asked for."""
    first = _LETTER.search(rest)
    return first is not None and first[1].upper() <= at


def read_section(section: Section, text: str) -> Reading:
    """What one section's line says. Raises BadInput for what cannot stand on the sheet, or where the check digit does not fit."""
    body, check = text, None
    if found := _CHECK.search(text):
        body, check = text[: found.start()], int(found[1])
    body, money = _money(section, body)
    body, state = _state(section, body)
    reading = replace(_digits(section, body, strict=check is not None), money=money, state=state, check=check)
    if check is not None and not reading.empty and check != section_digit(section, reading):
        said = _(
            "Section {letter}: the check digit {check} does not fit. It was read as: {read}. Look at the sheet again; "
            "without a check digit it is taken as it is."
        )
        raise BadInput(said.format(letter=section.letter, check=check, read=told(section, reading, most=99)))
    return reading


def _money(section: Section, body: str) -> tuple[str, str]:
    """The line without its amount, and the amount as it would be typed in the walk."""
    found = _MONEY.search(body)
    if found is None and section.state is not None and section.money is not None:
        found = _BARE.search(body)
    if found is None:
        return body, ""
    if section.money is None:
        raise BadInput(_("Section {letter} has no amount of money in it.").format(letter=section.letter))
    per = PER.get(found[2].casefold(), found[2])
    amount = f"{found[1]} {per}".strip()
    money_of(amount)  # refuses what is no pay for that time
    return body[: found.start()] + " " + body[found.end() :], amount


def _state(section: Section, body: str) -> tuple[str, str]:
    words = _WORDS.findall(body)
    if not words:
        return body, ""
    if section.state is None:
        said = _("Section {letter} has only numbers in it; {text} is none.")
        raise BadInput(said.format(letter=section.letter, text=shown(" ".join(words))))
    first = _FIRST.match(body)
    if first is None or section.money is None:
        return _WORDS.sub(" ", body), _place(section.state, " ".join(words))
    state = _place(section.state, " ".join(first[1].split()))
    said = _(
        "Section {letter}: {text} is not an amount we can read. Write pay like $13h: h for an hour. The state is {state}."
    )
    name = next(c.text for c in section.state.choices if c.id == state)
    raise BadInput(said.format(letter=section.letter, text=shown(first[2].strip()), state=name))


def _place(question: Question, text: str) -> str:
    if state := state_named(question, text):
        return state
    said = _("{text} is not a state or territory we know. Use its two letters, such as OH, or its full name.")
    raise BadInput(said.format(text=shown(text)))


def _digits(section: Section, body: str, *, strict: bool) -> Reading:
    tokens = re.findall(r"\d+", body)
    if left := re.sub(r"[\d\s,;:.|()_-]", "", body):
        said = _("Section {letter}: {text} cannot be read. Type numbers with spaces between them.")
        raise BadInput(said.format(letter=section.letter, text=shown(left)))
    if not tokens:
        return Reading()
    if section.style != "numbers":
        return _marks(section, "".join(tokens))
    if len(tokens) == 1 and int(tokens[0]) == BLANK and len(tokens[0]) <= 2:
        return Reading(none=True)
    return Reading(numbers=_numbers(section, tokens, strict=strict))


def _numbers(section: Section, tokens: list[str], *, strict: bool) -> tuple[int, ...]:
    """`03 17 22`, `3 17 22` or `031722`; with a check digit every number has two digits, as in the boxes."""
    pairs = (
        [t[at : at + 2] for t in tokens for at in range(0, len(t), 2)] if all(_paired(t) for t in tokens) else tokens
    )
    if strict and any(len(p) != 2 for p in pairs):
        said = _("Section {letter}: with a check digit, write each number with two digits, such as 04.")
        raise BadInput(said.format(letter=section.letter))
    numbers, last = [int(p) for p in pairs], len(section.numbered())
    for number in numbers:
        if not 1 <= number <= last:
            said = _("Section {letter}: there is no number {number} on the sheet. They go from 1 to {last}.")
            raise BadInput(said.format(letter=section.letter, number=number, last=last))
        if numbers.count(number) > 1:
            said = _("Section {letter}: number {number} stands there twice. One of them may be a slip.")
            raise BadInput(said.format(letter=section.letter, number=number))
    _suits(section, numbers)
    return tuple(numbers)


def _paired(token: str) -> bool:
    return len(token) <= 2 or len(token) % 2 == 0


def _suits(section: Section, numbers: list[int]) -> None:
    """One answer where one is asked, and no more than may be picked."""
    numbered = section.numbered()
    for question in section.questions:
        most = 1 if question.kind == "one" else question.most
        mine = [n for n in numbers if numbered[n - 1][0].id == question.id]
        if most is not None and len(mine) > most:
            said = _("Section {letter}: numbers {numbers} answer the same question. It takes at most {most}.")
            raise BadInput(said.format(letter=section.letter, numbers=", ".join(map(str, mine)), most=most))


def _marks(section: Section, digits: str) -> Reading:
    """One digit a line, or two digits a piece of work; 0 is blank."""
    lines = section.questions * (len(digits) // 2 + 1) if section.style == "work" else section.questions
    if section.style == "work" and len(digits) % 2:
        said = _("Section {letter}: type two digits for each work: what kind, and how long. 0 is for a blank one.")
        raise BadInput(said.format(letter=section.letter))
    if section.style == "marks" and len(digits) != len(lines):
        said = _("Section {letter}: type {count} digits, one a line, 0 for a blank one. There are {typed}.")
        raise BadInput(said.format(letter=section.letter, count=len(lines), typed=len(digits)))
    for place, (question, digit) in enumerate(zip(lines, digits, strict=False), start=1):
        if int(digit) > len(question.choices):
            said = _("Section {letter}: digit number {place} is {digit}. It can be 0 to {last}.")
            raise BadInput(said.format(letter=section.letter, place=place, digit=digit, last=len(question.choices)))
    return Reading(numbers=tuple(map(int, digits)))


def section_digit(section: Section, reading: Reading) -> int:
    """The check digit of a section as it was keyed in: over its letter, the state's letters, the numbers and the amount."""
    letters = "".join(f"{ord(c) - ord('A') + 1:02}" for c in section.letter + reading.state)
    return check_digit(letters + _written_numbers(section, reading) + re.sub(r"\D", "", reading.money))


def _written_numbers(section: Section, reading: Reading) -> str:
    if reading.none:
        return "00"
    return "".join(f"{n:02}" if section.style == "numbers" else str(n) for n in reading.numbers)


def written(section: Section, reading: Reading) -> str:
    """A section as it would be keyed in again, with its check digit: `C 03 17 22/5`."""
    digits = _written_numbers(section, reading)
    size = 2 if section.style in ("numbers", "work") else 5
    numbers = " ".join(digits[at : at + size] for at in range(0, len(digits), size))
    amount, _space, per = reading.money.partition(" ")
    short = next((letter for letter, word in PER.items() if word == per), per)
    money = f"${amount}{short}" if amount else ""
    return (
        f"{' '.join(filter(None, (section.letter, reading.state, numbers, money)))}/{section_digit(section, reading)}"
    )


def answer_code(sheet: Sheet, readings: Mapping[str, Reading]) -> str:
    """The whole sheet as one line, to key it in again anywhere."""
    parts = [
        written(s, readings[s.letter]) for s in sheet.sections if s.letter in readings and not readings[s.letter].empty
    ]
    return " ".join((sheet.code, *parts))


def answers_of(section: Section, reading: Reading) -> dict[str, Answer]:
    """Question to answer, None for a blank one; work by number (`job.2.kind`), screens of activities as ``did.1``."""
    if section.style == "work":
        return {f"job.{n}.{part}": answer for n, part, answer in _of_work(section, reading)}
    if section.style == "marks":
        given = reading.numbers or (BLANK,) * len(section.questions)
        return {q.id: _mark(q, n) for q, n in zip(section.questions, given, strict=True)}
    found: dict[str, Answer] = {q.id: _ticked(section, q, reading) for q in section.questions}
    if section.state is not None:
        found[section.state.id] = reading.state or None
    if section.money is not None:
        found[section.money.id] = reading.money or None
    return found


def _of_work(section: Section, reading: Reading) -> list[tuple[int, str, str | None]]:
    parts = [(q.id.rpartition(".")[2], q) for q in section.questions]
    return [
        (at // len(parts) + 1, parts[at % len(parts)][0], _mark(parts[at % len(parts)][1], digit))
        for at, digit in enumerate(reading.numbers)
    ]


def _mark(question: Question, number: int) -> str | None:
    return None if number == BLANK else question.choices[number - 1].id


def _ticked(section: Section, question: Question, reading: Reading) -> Answer:
    """What was ticked of one question. A screen of a list that was worked on, with no tick, says that nothing of it is true."""
    numbered = section.numbered()
    mine = {numbered[n - 1][1].id for n in reading.numbers if numbered[n - 1][0].id == question.id}
    if question.kind == "one":
        return next(iter(mine), None)
    worked_on = bool(reading.numbers or reading.none) and question.id.startswith((DID, "know."))
    return tuple(c.id for c in question.choices if c.id in mine) if mine or worked_on or reading.none else None


def told(section: Section, reading: Reading, most: int = 3) -> str:
    """A section in a few words, as it was understood."""
    if reading.empty:
        return _("left blank")
    if reading.none:
        return _("none of these")
    if section.style == "marks" and len(section.questions) > most:
        return _counted(section, reading)
    said = [p for p in (reading.state, _amount(reading.money), *_in_words(section, reading)) if p]
    shown_few = "; ".join(said[:most])
    if len(said) <= most:
        return shown_few
    return _("{some}; and {count} more").format(some=shown_few, count=len(said) - most)


def _amount(money: str) -> str:
    """`$16.50 an hour`, or nothing."""
    if not money:
        return ""
    found = money_of(money)
    return "$" + _(TIMES[found.per]).format(amount=f"{found.amount:,.2f}".removesuffix(".00"))


def _counted(section: Section, reading: Reading) -> str:
    """`2 A lot (1, 4); 6 Some (2, 3, 5, 6, 7, 8); 1 blank (9)`: which lines have each mark, as they are numbered on paper."""
    names = [_("blank"), *(c.text for c in section.questions[0].choices)]
    lines = [[n for n, mark in enumerate(reading.numbers, start=1) if mark == which] for which in range(len(names))]
    found = list(zip(names, lines, strict=True))
    return "; ".join(
        _("{count} {answer} ({lines})").format(count=len(some), answer=name, lines=", ".join(map(str, some)))
        for name, some in found[1:] + found[:1]
        if some
    )


def _in_words(section: Section, reading: Reading) -> list[str]:
    if section.style == "numbers":
        numbered = section.numbered()
        return [f"{n:02} {numbered[n - 1][1].text}" for n in reading.numbers]
    if section.style == "work":
        words = {(n, part): answer for n, part, answer in _of_work(section, reading)}
        texts = {c.id: c.text for q in section.questions for c in q.choices}
        works = sorted({n for n, _part in words})
        return [", ".join(texts[a] for part in ("kind", "length") if (a := words[n, part])) or "-" for n in works]
    found: dict[str, list[str]] = {}
    for question, number in zip(section.questions, reading.numbers, strict=True):
        name = _("blank") if number == BLANK else question.choices[number - 1].text
        found.setdefault(name, []).append(question.prompt.partition(".")[0])
    return [_("{answer}: {what}").format(answer=name, what=", ".join(some)) for name, some in found.items()]
