"""What local figures say of a goal: pay here, how many do it here, openings, and the pay somebody needs."""

from __future__ import annotations

from navigator.catalogue.store import NATION, Catalogue
from navigator.domain.occupation import Wages
from navigator.domain.plan import Goal
from navigator.domain.record import Record
from navigator.engine.standing import per_hour
from navigator.formats import words
from navigator.formats.plan_page import NOT_CHECKED, Blank, Checked, Form
from navigator.services import iep

TO_LOOK_UP = (Blank(label="Pay here, at the start and in the middle"), Blank(label="Openings here"))
TO_DECIDE = (
    Blank(label="Employers here who hire for this"),
    Blank(label="Goal fits local pay and openings? By whom checked"),
)


def checked(catalogue: Catalogue, record: Record, goal: Goal, form: Form) -> Checked:
    """The figures, and on the form for a counselor the lines that people fill in."""
    if not goal.code:
        asks = form == "iep" and goal.kind == "work"
        return Checked(lines=(NOT_CHECKED,), blanks=TO_LOOK_UP) if asks else Checked()
    if not catalogue.has(goal.code):
        return Checked(lines=(f"The occupation {goal.code} is not in this catalogue.",))
    lines = _figures(catalogue, record, goal)
    return Checked(lines=tuple(map(iep.told, lines)), blanks=TO_DECIDE) if form == "iep" else Checked(lines=lines)


def _figures(catalogue: Catalogue, record: Record, goal: Goal) -> tuple[str, ...]:
    state = record.person.state
    wages = catalogue.wages(goal.code, state or NATION)
    if wages is None or wages.typical.per_hour is None:
        wages = catalogue.wages(goal.code, NATION) or wages
    name = catalogue.names[goal.code]
    named = "" if goal.text == name else f"{name}. "
    return (
        f"{named}{words.pay_here(wages, state)}{_against(record, wages)} [{goal.code}]",
        f"{_employed(wages)} {words.outlook(catalogue.projection(goal.code))}".strip(),
    )


def _against(record: Record, wages: Wages | None) -> str:
    """The middle pay against the last pay and the least the worker needs."""
    against = words.against_last(wages, per_hour(record.person.last_pay))
    said = f" That is {against}." if against else ""
    typical, least = wages.typical.per_hour if wages else None, per_hour(record.wants.pay_floor)
    if typical is None or least is None:
        return said
    place = "less than" if typical < least else "at least"
    return f"{said} The middle is {place} the {words.money(record.wants.pay_floor)} that is needed."


def _employed(wages: Wages | None) -> str:
    if wages is None or wages.employment is None or wages.area == NATION:
        return ""
    group = " in the wider group" if wages.group else ""
    return f"About {round(wages.employment, -1):,} people do this work in {wages.area_name}{group}."
