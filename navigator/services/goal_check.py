"""What local figures say of a goal: pay here, how many do it here, openings, and the pay somebody needs."""

from __future__ import annotations

from navigator.catalogue.store import Catalogue
from navigator.domain.matching import Matching
from navigator.domain.occupation import NATION, Wages
from navigator.domain.plan import Goal
from navigator.domain.record import Record
from navigator.engine.last_pay import comparable
from navigator.engine.standing import per_hour
from navigator.formats import words
from navigator.formats.plan_page import NOT_CHECKED, Checked, Form
from navigator.i18n import N_, _
from navigator.services import iep

TO_LOOK_UP = (N_("Pay here, at the start and in the middle"), N_("Openings here"))
TO_DECIDE = (N_("Employers here who hire for this"), N_("Goal fits local pay and openings? By whom checked"))


def checked(catalogue: Catalogue, record: Record, goal: Goal, form: Form) -> Checked:
    """The figures, and on the form for a counselor the lines that people fill in."""
    if not goal.code:
        asks = form == "iep" and goal.kind == "work"
        return Checked(lines=(_(NOT_CHECKED),), blanks=iep.blanks(*TO_LOOK_UP)) if asks else Checked()
    if not catalogue.has(goal.code):
        return Checked(lines=(_("The occupation {code} is not in this catalogue.").format(code=goal.code),))
    lines = _figures(catalogue, record, goal)
    return (
        Checked(lines=tuple(map(iep.told, lines)), blanks=iep.blanks(*TO_DECIDE))
        if form == "iep"
        else Checked(lines=lines)
    )


def _figures(catalogue: Catalogue, record: Record, goal: Goal) -> tuple[str, ...]:
    state = record.person.state
    wages = catalogue.wages(goal.code, state or NATION)
    if wages is None or wages.typical.per_hour is None:
        wages = catalogue.wages(goal.code, NATION) or wages
    name = catalogue.names[goal.code]
    named = "" if goal.text == name else f"{name}. "
    return (
        f"{named}{words.pay_here(wages, state)}{_against(catalogue.matching, record, wages)} [{goal.code}]",
        f"{_employed(wages)} {words.outlook(catalogue.projection(goal.code))}".strip(),
    )


def _against(matching: Matching, record: Record, wages: Wages | None) -> str:
    """The middle pay against the last pay, where that can be compared with, and the least the worker needs."""
    against = words.against_last(wages, comparable(record.person.last_pay, matching))
    said = " " + _("That is {against}.").format(against=against) if against else ""
    typical, least = wages.typical.per_hour if wages else None, per_hour(record.wants.pay_floor)
    if typical is None or least is None:
        return said
    needed = (
        _("The middle pay is less than the {pay} you need.")
        if typical < least
        else _("The middle pay covers the {pay} you need.")
    )
    return f"{said} {needed.format(pay=words.money(record.wants.pay_floor))}"


def _employed(wages: Wages | None) -> str:
    if wages is None or wages.employment is None or wages.area == NATION:
        return ""
    said = (
        _("About {count:,} people do this work in {place} in the wider group.")
        if wages.group
        else _("About {count:,} people do this work in {place}.")
    )
    return said.format(count=round(wages.employment, -1), place=wages.area_name)
