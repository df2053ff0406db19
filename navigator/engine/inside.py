"""Work inside a jail or prison, told by its title and its employer: by who worked there inside, not by those who guard or serve."""

from __future__ import annotations

import re

_INSIDE = re.compile(
    r"\b(?:inmate|inmates|trusty|incarcerated|unicor|pres[oa]|intern[oa] en (?:la )?(?:c[aá]rcel|prisi[oó]n))\b", re.I
)
_THERE = re.compile(
    r"\b(?:tdcj|cdcr|prison|penitentiary|correctional|corrections|jail|detention cent(?:er|re)|prisi[oó]n|c[aá]rcel)\b",
    re.I,
)
_STAFF = re.compile(
    r"\b(?:officer|guard|warden|deputy|sheriff|sergeant|lieutenant|captain|bailiff|marshal|jailer|supervis\w*|manager|director"
    r"|superintendent|administrat\w*|coordinator|counsel\w*|chaplain|nurs\w*|teacher|instructor|educator|psych\w*|social"
    r"|physician|doctor|dentist|pharmac\w*|therap\w*|medical|case ?worker|case manager|parole|probation|lawyer|attorney"
    r"|paralegal|specialist|analyst|recruiter|agent|volunteer|guardia|oficial|custodi[oa]|enfermer[oa]|maestr[oa])\b",
    re.I,
)


def is_inside(title: str, employer: str = "") -> bool:
    """Whether a line tells work done inside: `Inmate kitchen worker`, or `Laundry` at a prison; no officer, nurse or teacher."""
    line = f"{title}, {employer}"
    if _STAFF.search(title):
        return False
    return bool(_INSIDE.search(line) or _THERE.search(line))


def says_inside(title: str) -> bool:
    """Whether a title by itself tells who reads it that somebody was inside."""
    return is_inside(title)
