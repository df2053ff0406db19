"""The days of a step: what was typed, as a day; and that day said back, since words can mean another one."""

from __future__ import annotations

from datetime import date

from navigator.engine.plan import CLEAR
from navigator.engine.plan_days import Meant, meant
from navigator.engine.validate import clean_line, shown
from navigator.formats.plan_page import on_weekday
from navigator.i18n import N_, _

SAID = {"agreed": N_("Agreed on {day}."), "due": N_("To be done by {day}.")}
"""The days that a step has: the first lies behind, the second ahead."""


def kept(name: str, text: str, today: date) -> str:
    """A day as the plan keeps it; empty for a word that takes it away. Raises BadInput."""
    found = _meant(name, text, today)
    return found.day.isoformat() if found else ""


def said_back(days: dict[str, str | None], today: date) -> str:
    """The days as they were understood, each with the other day that the same words can mean."""
    told = []
    for name, text in days.items():
        found = None if text is None else _meant(name, text, today)
        if text is None or found is None:
            continue
        told.append(_(SAID[name]).format(day=on_weekday(found.day)))
        if found.other:
            also = _("{text} can also mean {day}. The later day was taken.")
            told.append(also.format(text=shown(text), day=on_weekday(found.other)))
    return " ".join(told)


def _meant(name: str, text: str, today: date) -> Meant | None:
    return None if clean_line(text).lower() in CLEAR else meant(text, today, past=name == "agreed")
