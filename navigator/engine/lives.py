"""What a record says of a life that some help is only for. Nobody is asked; where nothing is said nothing is guessed. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from navigator.domain.record import Record
from navigator.domain.resource import OnlyIf
from navigator.engine.resources import own_words
from navigator.engine.work_now import ended, of_now

MINES = "47-50"
"""How the codes of work in mines and at drills begin: whether it is coal stands in nobody's code."""

COAL = re.compile(
    r"\b(coal[- ](?:min\w+|dust|tipple)|black lung|mina de carb[oó]n|minero de carb[oó]n|pulm[oó]n negro)\b", re.I
)
ROOF_AND_FACE = frozenset({"47-5041.00", "47-5043.00", "47-5044.00"})
"""Work under ground that hardly any mine but one for coal has."""

LOST = re.compile(
    r"\b(widow(?:ed|er)?|viud[ao]|enviud\w+|(?:my|mi) (?:late )?(?:husband|wife|spouse|esposo|esposa|marido)"
    r" (?:died|has died|passed (?:away|on)|muri[oó]|falleci[oó]))\b",
    re.I,
)
"""How people say of themselves that the one they were married to has died; nobody else's loss is taken for theirs."""

OF_THE_BODY = frozenset({"lifting", "standing", "air", "noise", "screens"})
"""What is ruled out mostly for a reason of health, so that a change at work may be the answer."""


def lives(record: Record) -> dict[OnlyIf, bool | None]:
    """For each such life whether it is somebody's; None where it may be."""
    kinds = {e.kind for e in record.experience} or {None}
    return {
        "homemaker": None if {None, "home"} & kinds else False,
        "coal": _coal(record),
        "survivor": True if LOST.search(record.person.about) else None,
    }


def _coal(record: Record) -> bool | None:
    codes = [e.code for e in record.experience if e.code]
    if any(map(COAL.search, own_words(record))) or ROOF_AND_FACE.intersection(codes):
        return True
    return False if codes and not any(c.startswith(MINES) for c in codes) else None


def home_alone(record: Record) -> bool:
    """Whether all that somebody tells of is work at home that nobody paid."""
    kinds = {e.kind for e in record.experience if e.title}
    return kinds == {"home"}


def work_now(record: Record) -> str:
    """The code of the work somebody does now, as far as they say: what goes on, else what they named first and has not ended."""
    jobs = [e for e in record.experience if e.code and e.kind in (None, "paid", "side", "service")]
    first = min(jobs, key=of_now, default=None)
    return (first.code or "") if first is not None and ended(first) < 2 else ""


def strained(cannot: Iterable[str], asks: Iterable[str]) -> bool:
    """Whether work asks what its own worker can no longer do, for a reason of the body."""
    return bool(OF_THE_BODY & {*cannot} & {*asks})
