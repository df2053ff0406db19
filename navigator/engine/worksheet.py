"""The inventory on paper: which questions stand on a sheet, in lettered sections, and the code that says which sheet it is.

Pure, and the same in every language: what a sheet holds are ids, and its code follows from them. Answers are copied from
it as digits; :mod:`navigator.engine.worksheet_code` reads them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from navigator.domain.errors import BadInput
from navigator.domain.question import Choice, Question
from navigator.domain.record import Experience, Progress, Record, Route
from navigator.engine import wording
from navigator.engine.inventory import MOST_JOBS, Known, sequence
from navigator.engine.validate import shown
from navigator.i18n import _

Style = Literal["numbers", "marks", "work"]
"""numbers: two digits a tick; marks: one digit a line, 0 for a blank one; work: two digits a piece of work."""

ROUTE_DIGITS: dict[str, Route] = {"1": "quick", "2": "standard"}
"""The first digit of a sheet's code. The full route is a talk between two people: it has no sheet."""

SCREENS = {"quick": 5, "standard": 9}
"""Screens of nine activities on a sheet: a series of screens in a record has at most nine."""

SKILLS, LIKENESS, NEED = "skill.", "like.", "need."
DID = "did."
"""Screens of activities on a sheet are ``did.1`` and so on; in a record they belong to a work, or to none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One lettered part of the sheet. The choices of its questions are numbered on, from 1, where its style is numbers."""

    letter: str
    style: Style
    name: str
    questions: tuple[Question, ...]
    state: Question | None = None
    money: Question | None = None

    def numbered(self) -> list[tuple[Question, Choice]]:
        """Number 1, 2, 3 ...: which question, and which of its choices."""
        return [(q, c) for q in self.questions for c in q.choices]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One worksheet: its route, its sections, and the questions answered in words."""

    route: Route
    name: Question
    title: Question
    sections: tuple[Section, ...]

    @property
    def works(self) -> int:
        """How many pieces of work there is room for."""
        return MOST_JOBS[self.route]

    @property
    def version(self) -> str:
        """Four digits that follow from everything a number on the sheet can mean."""
        ids = [
            f"{s.letter}{s.style}:{q.id}:{','.join(c.id for c in q.choices)}"
            for s in self.sections
            for q in s.questions
        ]
        digest = hashlib.sha256("|".join((self.route, *ids)).encode()).hexdigest()
        return f"{int(digest, 16) % 10_000:04}"

    @property
    def code(self) -> str:
        """Which sheet this is, as it is printed: route, version and a check digit, such as ``2-4831-7``."""
        return code_of(self.route, self.version)

    def section(self, letter: str) -> Section | None:
        """A section by its letter."""
        return next((s for s in self.sections if s.letter == letter), None)


_QUASIGROUP = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2), (7, 0, 9, 2, 1, 5, 4, 8, 6, 3), (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6), (6, 1, 2, 3, 0, 4, 5, 9, 7, 8), (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4), (8, 9, 4, 5, 3, 6, 2, 0, 1, 7), (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)  # fmt: skip
"""Damm's table: no wrong digit and no swap of two neighbours leaves the check digit as it was."""


def check_digit(digits: str) -> int:
    """The check digit of some digits (Damm)."""
    interim = 0
    for digit in digits:
        interim = _QUASIGROUP[interim][int(digit)]
    return interim


def code_of(route: Route, version: str) -> str:
    """The code of a route's sheet of a version, as it is printed."""
    digit = next(d for d, known in ROUTE_DIGITS.items() if known == route)
    return f"{digit}-{version}-{check_digit(digit + version)}"


def route_of(code: str) -> tuple[Route, str]:
    """The route and the version that a sheet's code names. Raises BadInput for what is no such code."""
    digits = re.sub(r"[\s.\-]", "", code)
    if not re.fullmatch(r"\d{6}", digits):
        said = _("{text} is not the code of a sheet. It stands at the top of the sheet and looks like 2-4831-7.")
        raise BadInput(said.format(text=shown(code)))
    if check_digit(digits[:5]) != int(digits[5]):
        said = _("The code {text} has a slip in it: its check digit does not fit. Look at the top of the sheet again.")
        raise BadInput(said.format(text=shown(code)))
    if digits[0] not in ROUTE_DIGITS:
        raise BadInput(_("There is no sheet whose code begins with {digit}.").format(digit=digits[0]))
    return ROUTE_DIGITS[digits[0]], digits[1:5]


def sheet_of(known: Known, route: Route, activities: Sequence[str], licences: Sequence[str]) -> Sheet:
    """The sheet of a route, in the words of the walk. ``activities``: nine a screen; ``licences``: those on the paper."""
    asked = _questions(known, route, licences)
    screens = _screens(known, activities)
    sections = [
        Section(letter="A", style="numbers", name=_(wording.SECTIONS["you"]), questions=_of(asked, "looked"),
                state=asked["state"], money=asked.get("pay")),
        Section(letter="B", style="work", name=_("Work you have done"), questions=_of(asked, "job.1.kind", "job.1.length")),
        Section(letter="C", style="marks", name=_(wording.SECTIONS["like"]),
                questions=_of(asked, *(q for q in asked if q.startswith(LIKENESS)))),
        Section(letter="D", style="numbers", name=_(wording.SECTIONS["work"]), questions=screens),
        Section(letter="E", style="numbers", name=_(wording.SECTIONS["skills"]),
                questions=_of(asked, "strongest", *(q for q in asked if q.startswith(SKILLS)))),
        Section(letter="F", style="numbers", name=_(wording.SECTIONS["know"]),
                questions=_of(asked, *(q for q in asked if q.startswith("know.")))),
        Section(letter="G", style="numbers", name=_(wording.SECTIONS["want"]),
                questions=_of(asked, "want.hours", "want.train", "want.school"), money=asked.get("want.pay")),
        Section(letter="H", style="numbers", name=_("What to stay away from, and what you hold") if "want.licences" in asked else _("What to stay away from"),
                questions=_of(asked, "want.cannot", "want.licences")),
        Section(letter="I", style="numbers", name=_("Help you could use"),
                questions=_of(asked, *(q for q in asked if q.startswith(NEED)))),
    ]  # fmt: skip
    return Sheet(
        route=route, name=_name(asked), title=asked["job.1.title"],
        sections=tuple(s for s in sections if s.questions or s.state),
    )  # fmt: skip


def _questions(known: Known, route: Route, licences: Sequence[str]) -> dict[str, Question]:
    """Every fixed question of a route, as the walk asks it of somebody who named one piece of work."""
    here = replace(
        known, finds=lambda title: (), activities_of=lambda code: (), licences_for=lambda record: tuple(licences)
    )
    job = Experience(id="job1", title="...", code="any")
    record = Record(id="", created="", experience=(job,), progress=(Progress(question="job.1.occupation"),))
    return {q.id: q for q in sequence(record, here, route)}


def _of(asked: Mapping[str, Question], *names: str) -> tuple[Question, ...]:
    return tuple(asked[n] for n in names if n in asked)


def _name(asked: Mapping[str, Question]) -> Question:
    """A sheet needs a name to be given back to its owner, on the quick route too."""
    fresh = Question(id="name", kind="text", section="you", prompt=_(wording.NAME), help=_(wording.NAME_HELP))
    return asked.get("name", fresh)


def _screens(known: Known, activities: Sequence[str]) -> tuple[Question, ...]:
    words = {a.id: a.did for a in known.framework.activities}
    return tuple(
        Question(
            id=f"{DID}{at // wording.SCREEN + 1}",
            kind="many",
            section="work",
            prompt=_(wording.DID_ANY),
            help=_(wording.DID_HELP),
            choices=tuple(Choice(id=a, text=words[a]) for a in activities[at : at + wording.SCREEN]),
            elements=tuple(activities[at : at + wording.SCREEN]),
        )
        for at in range(0, len(activities), wording.SCREEN)
    )
