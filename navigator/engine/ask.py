"""Which activities to offer next when no job title helps: those that are expected to tell most.

A belief over occupations follows from what was ticked and what was passed over. An activity tells most when about half
of the belief lies on occupations that have it; one that nearly all or nearly none of them have tells little.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from navigator.domain.standing import Standing
from navigator.engine.fit import Fit

TICKED_IF_DONE = 0.6
TICKED_IF_NOT = 0.08
"""How often people tick what their work holds, and what it does not: much is forgotten, and some ticks are wrong."""

GROUPS_SAY = 8.0
"""What it says (in nats) that all of an occupation's activities lie in the groups the person picked, against none."""

FIELD_SAYS = 2.5
"""What it says (in nats) that an occupation lies in a field the person picked: people may see their work in another one."""

LIKELY_COUNTS = 1.6
"""An activity of a group the person picked is this much better to offer: they see themselves in it."""

IN_PLAY = 150
"""Only this many of the likeliest occupations are asked about."""

TOLD_ALREADY = 0.2
"""An activity on the same screen takes this share of what an occupation still has to tell: some variety helps."""

CLEAR = 0.985
CLEAR_AMONG = 10
LEAST_ASKED = 36
LEAST_TICKED = 6
"""Clear enough: this much of the belief lies on ten occupations, after four screens and six ticks."""

LEAST_GAIN = 0.002
"""A screen whose best activity tells less than this (in nats) is not worth the time."""


def next_screen(
    fit: Fit, standing: Standing, asked: tuple[str, ...], likely: tuple[str, ...], size: int = 9
) -> tuple[str, ...]:
    """The next activities to offer, in the order of the framework; () when it is clear or nothing is left.

    ``asked`` were offered before and do not come again; ``likely`` are the activities of the groups the person picked.
    """
    belief = belief_of(fit, standing, likely)
    if _clear(belief, standing, asked):
        return ()
    rows = fit.tables.activity_row
    first = not any(a in rows for a in asked)
    wanted = {a for a in likely if a in rows and a not in asked}
    open_ones = [a for a in fit.tables.activity_ids if a not in asked]
    pool = [a for a in open_ones if a in wanted] if first and len(wanted) >= size else open_ones
    picked = _most_telling(fit, belief, pool, wanted, size)
    order = {a: n for n, a in enumerate(fit.tables.activity_ids)}
    return tuple(sorted(picked, key=order.__getitem__))


def belief_of(fit: Fit, standing: Standing, likely: Sequence[str] = ()) -> list[float]:
    """How likely each occupation is, given what was ticked and passed over and the field picked; sums to 1."""
    rows = fit.tables.activity_row
    logs = [0.0] * len(fit.tables.codes)
    for activities, gain in ((standing.did, _IF_TICKED), (standing.not_ticked, _IF_PASSED)):
        for activity in activities:
            if activity in rows:
                logs = [x + gain if r else x for x, r in zip(logs, rows[activity], strict=True)]
    for activity in likely:
        if activity in rows:  # rows have length 1 an occupation, so that squares are shares of what it does
            logs = [x + GROUPS_SAY * r * r if r else x for x, r in zip(logs, rows[activity], strict=True)]
    for field in standing.fields:
        if field in fit.fields:
            logs = [x + FIELD_SAYS * r for x, r in zip(logs, fit.fields[field], strict=True)]
    top = max(logs)
    raised = [exp(x - top) for x in logs]
    total = sum(raised)
    return [r / total for r in raised]


_IF_TICKED = log(TICKED_IF_DONE / TICKED_IF_NOT)
_IF_PASSED = log((1 - TICKED_IF_DONE) / (1 - TICKED_IF_NOT))


def _clear(belief: Sequence[float], standing: Standing, asked: Sequence[str]) -> bool:
    if len(asked) < LEAST_ASKED or len(standing.did) < LEAST_TICKED:
        return False
    return sum(sorted(belief, reverse=True)[:CLEAR_AMONG]) >= CLEAR


def _most_telling(fit: Fit, belief: Sequence[float], pool: Sequence[str], wanted: set[str], size: int) -> list[str]:
    """One by one, the activity that tells most; what a pick already tells about is worth less to the next."""
    rows = fit.tables.activity_row
    in_play = sorted(range(len(belief)), key=lambda n: (-belief[n], n))[:IN_PLAY]
    holders = {a: [n for n in in_play if rows[a][n]] for a in pool}
    left = {n: belief[n] for n in in_play}
    picked: list[str] = []
    while len(picked) < size:
        gains = {a: _gain(sum(left[n] for n in h)) * (LIKELY_COUNTS if a in wanted else 1.0)
                 for a, h in holders.items() if h}  # fmt: skip
        best = max(gains, key=lambda a: gains[a], default=None)
        if best is None or gains[best] < LEAST_GAIN:
            break
        picked.append(best)
        for n in holders.pop(best):
            left[n] *= 1 - TOLD_ALREADY
    return picked


def _gain(held: float) -> float:
    """What one answer is expected to tell, where ``held`` of the belief lies on occupations that have the activity."""
    ticked = TICKED_IF_NOT + (TICKED_IF_DONE - TICKED_IF_NOT) * min(held, 1.0)
    return _unsure(ticked) - held * _unsure(TICKED_IF_DONE) - (1 - held) * _unsure(TICKED_IF_NOT)


def _unsure(chance: float) -> float:
    return -chance * log(chance) - (1 - chance) * log(1 - chance)
